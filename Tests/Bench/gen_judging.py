#!/usr/bin/env python3
"""Writes plans for timing rule by rule, and the same values as columns for c/judge.c.

usage: gen_judging.py COUNT FOLDER [--broken SHARE]

FOLDER/judging-COUNT-SHARE.yaml           the plan for judging.ratsam
FOLDER/judging-COUNT-SHARE.expected.json  for each rule: clauses, members visited, how many measures
                                          break it
FOLDER/judging-COUNT-SHARE.columns/       one file of plain numbers or bytes for each field

SHARE of the measures (0 unless given) break each rule, others may do so beside them. The numbers are
counted here, from the values and by RULES below, by nothing that ratsam or c/judge.c share.
"""
import argparse
import array
import json
import os
import random
import re

COMMITTEES = [f"A-{name}" for name in ("UKM", "STB", "SOZ", "JUG", "FIN", "KUL", "SPO", "WIR", "GLE", "SCH")]
CONSULTED = COMMITTEES[:9]
MARKERS = ["principal", "significant", "not-targeted", "not-screened"]
HORIZONS = ["short-term", "medium-term", "long-term"]
ACTIONS = ["Ausbau", "Sanierung", "Einrichtung", "Förderung", "Neubau", "Stärkung", "Umgestaltung"]
OBJECTS = ["der Radwege", "der Grundschulen", "eines Quartierstreffs", "der Grünzüge", "des Wärmenetzes"]
PLACES = ["in der Südstadt", "am Hafen", "in den Ortsteilen", "am Bahnhof", "an der Mühlenstraße"]
VAGUE = re.compile(
    r"\b(prüf\w*|ggf|gegebenenfalls|evtl|möglichst|angedacht|nach möglichkeit|perspektivisch\w*|zeitnah"
    r"|soweit möglich)\b", re.IGNORECASE)


def year(date):
    return int(date[:4])


def five_years_later(date):
    return f"{year(date) + 5}{date[4:]}"



# For each rule: its clauses, the members that it visits, and whether a measure keeps it.
RULES = {
    "field-stated": (1, None, lambda m, p: m["name"] != ""),
    "note-where-marked": (2, None, lambda m, p: m["marker"] > 1 or m["note"] != ""),
    "choice-value": (1, None, lambda m, p: m["marker"] < 3),
    "choice-order": (1, None, lambda m, p: m["horizon"] >= 1),
    "number-order": (1, None, lambda m, p: m["target"] > m["baseline"]),
    "money-limit": (1, None, lambda m, p: m["amount"] <= 500_000),
    "money-order": (1, None, lambda m, p: m["amount"] <= m["ceiling"]),
    "date-order": (1, None, lambda m, p: m["start"] <= m["end"]),
    "date-limit": (1, None, lambda m, p: year(m["end"]) < 2036),
    "date-sum": (1, None, lambda m, p: m["end"] <= five_years_later(m["start"])),
    "date-period": (1, None, lambda m, p: 2026 <= year(m["start"]) <= 2036),
    "reference-value": (1, None, lambda m, p: m["owner"] != 8),
    "reference-exists": (1, None, lambda m, p: COMMITTEES[m["owner"]] in CONSULTED),
    "text-exists": (1, None, lambda m, p: m["adviser"] in COMMITTEES),
    "every-reference": (1, "depends", lambda m, p: all(p[i]["start"] <= m["start"] for i in m["depends"])),
    "unique-id": (1, None, None),
    "id-notation": (1, None, lambda m, p: re.fullmatch("M[0-9]+", m["id"]) is not None),
    "text-characters": (1, None, lambda m, p: m["name"] != "" and len(m["name"]) <= 60),
    "text-words": (1, None, lambda m, p: m["name"] != "" and len(m["name"].split()) <= 8),
    "word-list": (1, None, lambda m, p: m["name"] != "" and not VAGUE.search(m["name"])),
    "any-of": (3, None, lambda m, p: True),
    "every-entry": (1, "items", lambda m, p: all(i["amount"] > 0 for i in m["items"])),
    "list-entries": (1, None, lambda m, p: len(m["milestones"]) >= 2),
    "count-of": (1, None, lambda m, p: len(m["items"]) <= 5),
    "sum-of": (1, "items", lambda m, p: sum(i["amount"] for i in m["items"]) == m["amount"]),
    "sum-where": (2, "items", lambda m, p: sum(i["amount"] for i in m["items"] if i["year"] > 2031) <= 400_000),
    "count-where": (2, "milestones", lambda m, p: sum(1 for s in m["milestones"] if year(s["due"]) > 2033) <= 1),
    "latest-of": (1, "milestones", lambda m, p: max(s["due"] for s in m["milestones"]) <= m["end"]),
    "share-of": (2, "milestones", lambda m, p: 2 * sum(s["done"] for s in m["milestones"]) >= len(m["milestones"])),
}


def good(rnd, i):
    """A measure that keeps every rule but those about others."""
    first = 2027 + min(3, i * 4 // 100_000)
    start = f"{first}-{rnd.randrange(1, 13):02d}-{rnd.randrange(1, 29):02d}"
    end = f"{first + rnd.randrange(1, 5)}-{rnd.randrange(1, 13):02d}-{rnd.randrange(1, 29):02d}"
    items = [{"kind": rnd.choice(["Personal", "Sachkosten"]), "year": first + t, "amount": rnd.randrange(1, 80) * 500}
             for t in range(rnd.choice([2, 3, 3, 4]))]
    stones = [{"name": f"Stand {t + 1}", "due": f"{first}-{rnd.randrange(1, 13):02d}-{rnd.randrange(1, 29):02d}",
               "done": t % 2 == 0} for t in range(rnd.choice([2, 3, 3, 4]))]
    for stone in stones:
        stone["due"] = min(stone["due"], end)
    amount = sum(item["amount"] for item in items)
    return {
        "id": f"M{i + 1:06d}", "name": f"{rnd.choice(ACTIONS)} {rnd.choice(OBJECTS)} {rnd.choice(PLACES)}",
        "owner": rnd.randrange(8), "adviser": rnd.choice(COMMITTEES), "marker": rnd.randrange(3),
        "note": "Wege und Zeiten sind darauf abgestimmt.", "horizon": rnd.randrange(1, 3),
        "baseline": rnd.randrange(10, 50), "target": rnd.randrange(51, 99), "amount": amount,
        "ceiling": amount + rnd.randrange(1, 40) * 1000, "start": start, "end": end, "depends": [],
        "items": items, "milestones": stones,
    }


def spoil(rnd, measure, rule):
    """Makes one measure break one rule, and perhaps another with it."""
    if rule == "field-stated":
        measure["name"] = ""
    elif rule == "note-where-marked":
        measure["marker"], measure["note"] = 0, ""
    elif rule == "choice-value":
        measure["marker"] = 3
    elif rule == "choice-order":
        measure["horizon"] = 0
    elif rule == "number-order":
        measure["target"] = measure["baseline"] - 1
    elif rule == "money-limit":
        measure["items"][0]["amount"] += 600_000
        measure["amount"] += 600_000
        measure["ceiling"] += 600_000
    elif rule == "money-order":
        measure["ceiling"] = measure["amount"] - 500
    elif rule == "date-order":
        measure["end"] = f"{year(measure['start']) - 1}-06-01"
    elif rule in ("date-limit", "date-sum"):
        measure["end"] = "2036-03-01"
    elif rule == "date-period":
        measure["start"] = "2025-11-05"
    elif rule == "reference-value":
        measure["owner"] = 8
    elif rule == "reference-exists":
        measure["owner"] = 9
    elif rule == "text-exists":
        measure["adviser"] = rnd.choice(["A-XXX", "Bauamt"])
    elif rule == "id-notation":
        measure["id"] = measure["id"] + "a"
    elif rule == "text-characters":
        measure["name"] += " mit übergreifender Bürgerbeteiligung"
    elif rule == "text-words":
        measure["name"] += " und am und an und in der Au"
    elif rule == "word-list":
        measure["name"] = "Prüfung " + measure["name"]
    elif rule == "every-entry":
        measure["items"][-1]["amount"], measure["amount"] = 0, measure["amount"] - measure["items"][-1]["amount"]
    elif rule == "list-entries":
        del measure["milestones"][1:]
    elif rule == "count-of":
        measure["items"] += [{"kind": "Sachkosten", "year": 2027, "amount": 500}] * 4
        measure["amount"] += 2000
        measure["ceiling"] += 2000
    elif rule == "sum-of":
        measure["amount"] -= 500
    elif rule == "sum-where":
        for item in measure["items"]:
            item["year"] = 2033
        measure["items"][0]["amount"] += 420_000
        measure["amount"] += 420_000
        measure["ceiling"] += 420_000
    elif rule == "count-where":
        for stone in measure["milestones"]:
            stone["due"] = "2034-05-05"
    elif rule == "latest-of":
        measure["milestones"][-1]["due"] = f"{year(measure['end']) + 1}-05-05"
    elif rule == "share-of":
        for stone in measure["milestones"]:
            stone["done"] = False


def plan(count, share, seed=20260101):
    """The measures, each with what it depends on: earlier ones that begin no later."""
    rnd = random.Random(seed)
    measures = [good(rnd, i) for i in range(count)]
    for rule in RULES:
        for i in range(count if share else 0):
            if rnd.random() < share:
                spoil(rnd, measures[i], rule)
    for i, measure in enumerate(measures):
        for _ in range(rnd.choice([1, 2, 2, 3]) if i else 0):
            for _ in range(20):
                other = rnd.randrange(i)
                fits = measures[other]["start"] <= measure["start"]
                if fits != (rnd.random() < share) and other not in measure["depends"]:
                    measure["depends"].append(other)
                    break
    meant = {i for measure in measures for i in measure["depends"]}
    for i in range(1, count):
        # Nobody depends on an id that stands twice: which of the two is meant would be open.
        if rnd.random() < share * 4 and not {i - 1, i} & meant:
            measures[i]["id"] = measures[i - 1]["id"]
    return measures


def expected(measures):
    """What is known of each rule."""
    uses = {}
    for measure in measures:
        uses[measure["id"]] = uses.get(measure["id"], 0) + 1
    known = {}
    for rule, (clauses, members, keeps) in RULES.items():
        if keeps is None:
            broken = sum(1 for measure in measures if uses[measure["id"]] > 1)
        else:
            broken = sum(1 for measure in measures if not keeps(measure, measures))
        visited = sum(len(measure[members]) for measure in measures) if members else 0
        known[rule] = {"clauses": clauses, "members": visited / len(measures), "violated": broken}
    return known


def write_yaml(measures, path):
    with open(path, "w", encoding="utf-8") as file:
        file.write("stage: adopted\nperiod: {start-date: 2026, end-date: 2036}\ncommittees:\n")
        for i, committee in enumerate(COMMITTEES):
            horizon = HORIZONS[0 if i == 8 else 1 + i % 2]
            file.write(f"  - {{id: {committee}, name: Ausschuss {i}, horizon: {horizon}}}\n")
        file.write("consultations:\n")
        for i, committee in enumerate(CONSULTED):
            file.write(f"  - {{id: B{i}, committee: {committee}}}\n")
        file.write("measures:\n")
        for m in measures:
            lines = [f"  - id: {m['id']}"]
            if m["name"]:
                lines.append(f"    name: {m['name']}")
            lines += [f"    owner: {COMMITTEES[m['owner']]}", f"    adviser: {m['adviser']}",
                      f"    marker: {MARKERS[m['marker']]}"]
            if m["note"]:
                lines.append(f"    note: {m['note']}")
            lines += [f"    horizon: {HORIZONS[m['horizon']]}", f"    baseline: {m['baseline']}",
                      f"    target: {m['target']}", f"    amount: {m['amount']} EUR",
                      f"    ceiling: {m['ceiling']} EUR", f"    start-date: {m['start']}", f"    end-date: {m['end']}"]
            if m["depends"]:
                lines.append(f"    depends-on: [{', '.join(measures[i]['id'] for i in m['depends'])}]")
            lines.append("    items:")
            lines += [f"      - {{kind: {i['kind']}, year: {i['year']}, amount: {i['amount']} EUR}}" for i in m["items"]]
            lines.append("    milestones:")
            lines += [f"      - {{name: {s['name']}, due: {s['due']}, done: {'yes' if s['done'] else 'no'}}}"
                      for s in m["milestones"]]
            file.write("\n".join(lines) + "\n")


def day(date):
    """A date as one number that orders as dates do."""
    return int(date.replace("-", ""))


def write_columns(measures, folder):
    """The values as c/judge.c reads them: numbers of 8 and 4 bytes, texts one after the other."""
    os.makedirs(folder, exist_ok=True)

    def put(name, kind, values):
        with open(os.path.join(folder, name), "wb") as file:
            array.array(kind, values).tofile(file)

    def texts(name):
        encoded = [measure[name].encode() for measure in measures]
        ends, end = [0], 0
        for text in encoded:
            end += len(text)
            ends.append(end)
        put(name + ".ends", "I", ends)
        with open(os.path.join(folder, name + ".bytes"), "wb") as file:
            file.write(b"".join(encoded) + b"\0" * 16)

    def lists(name, fields):
        members = [member for measure in measures for member in measure[name]]
        ends, end = [0], 0
        for measure in measures:
            end += len(measure[name])
            ends.append(end)
        put(name + ".ends", "I", ends)
        for field, value in fields.items():
            put(f"{name}.{field}", "q", [value(member) for member in members])

    for name in ("owner", "marker", "horizon"):
        put(name, "I", [measure[name] for measure in measures])
    for name in ("baseline", "target", "amount", "ceiling"):
        put(name, "q", [measure[name] for measure in measures])
    for name in ("start", "end"):
        put(name, "q", [day(measure[name]) for measure in measures])
    for name in ("id", "name", "adviser", "note"):
        texts(name)
    lists("depends", {"row": lambda i: i})
    lists("items", {"year": lambda i: i["year"], "amount": lambda i: i["amount"]})
    lists("milestones", {"due": lambda s: day(s["due"]), "done": lambda s: int(s["done"])})


def write(count, folder, share):
    """Writes all files; returns the plan's path, the folder of columns and what is known."""
    os.makedirs(folder, exist_ok=True)
    base = os.path.join(folder, f"judging-{count}-{share:g}")
    measures = plan(count, share)
    known = expected(measures)
    write_yaml(measures, base + ".yaml")
    write_columns(measures, base + ".columns")
    with open(base + ".expected.json", "w", encoding="utf-8") as file:
        json.dump(known, file)
    return base + ".yaml", base + ".columns", known


def main():
    parser = argparse.ArgumentParser(description="Writes plans for timing rule by rule.")
    parser.add_argument("count", type=int)
    parser.add_argument("folder")
    parser.add_argument("--broken", type=float, default=0, help="share of the measures that break each rule")
    options = parser.parse_args()
    path, _, known = write(options.count, options.folder, options.broken)
    print(path, os.path.getsize(path), "bytes", {rule: entry["violated"] for rule, entry in known.items()})


if __name__ == "__main__":
    main()

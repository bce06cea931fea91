#!/usr/bin/env python3
"""Writes action plans with a known number of mistakes.

usage: gen.py COUNT FOLDER [--seed SEED] [--clean]

FOLDER/plan-COUNT.yaml           the plan, about 1 KiB a measure
FOLDER/plan-COUNT.expected.json  how many measures break each of the ten rules

About 3 % of the measures break each rule. The number comes from the generator, which knows what it
broke, and not from a checker: so every checker can be held against it. The same count and seed give
the same bytes.
"""
import argparse
import json
import os
import random

RULES = {
    "r1": "owner is stated",
    "r2": "owner, if stated, is a committee",
    "r3": "gender.note is stated where gender.relevant",
    "r4": "cost.amount or cost.depends_on is stated",
    "r5": "every cost.depends_on is a measure",
    "r6": "id is unique",
    "r7": "period.end is not before period.start",
    "r8": "title has at most 80 characters",
    "r9": "cost.years add up to cost.amount",
    "r10": "id is M and digits",
}

COMMITTEES = [
    ("A-UKM", "Ausschuss für Umwelt, Klima und Mobilität"),
    ("A-STB", "Ausschuss für Stadtentwicklung und Bauen"),
    ("A-SOZ", "Ausschuss für Soziales, Gesundheit und Teilhabe"),
    ("A-JUG", "Jugendhilfeausschuss"),
    ("A-FIN", "Haupt- und Finanzausschuss"),
    ("A-KUL", "Kulturausschuss"),
    ("A-SPO", "Sportausschuss"),
    ("A-WIR", "Ausschuss für Wirtschaft, Arbeit und Digitales"),
    ("A-GLE", "Ausschuss für Gleichstellung"),
    ("A-SCH", "Schulausschuss"),
    ("A-ORD", "Ausschuss für Ordnung und Sicherheit"),
    ("A-BET", "Betriebsausschuss Stadtwerke"),
]
FIELDS = [
    "Klimaschutz", "Klimaanpassung", "Mobilität", "Wohnen", "Bildung", "Gleichstellung",
    "Gesundheit", "Digitalisierung", "Kultur und Sport", "Arbeit und Wirtschaft", "Inklusion",
    "Grünflächen und Gewässer",
]
PARTNERS = [
    "Stadtwerke", "Jobcenter", "Wohnungsbaugesellschaft", "Landkreis", "Verkehrsverbund",
    "Frauenhaus e. V.", "Seniorenbeirat", "Jugendparlament", "Industrie- und Handelskammer",
    "Hochschule", "Verbraucherzentrale", "Kreishandwerkerschaft", "Behindertenbeirat",
    "Integrationsrat", "Naturschutzbund", "Freiwilligenagentur",
]
TITLE_ACTIONS = [
    "Ausbau", "Sanierung", "Einrichtung", "Förderung", "Fortschreibung", "Neubau", "Stärkung",
    "Umgestaltung", "Evaluation", "Beleuchtung",
]
TITLE_OBJECTS = [
    "der Radwege", "der Grundschulen", "eines Quartierstreffs", "der Kindertagesbetreuung",
    "des Klimaanpassungskonzepts", "der Beratungsstelle", "der Grünzüge", "der Sporthallen",
    "des öffentlichen Nahverkehrs", "der Stadtbücherei", "der Spielplätze", "des Wärmenetzes",
]
TITLE_PLACES = [
    "in der Südstadt", "am Hafen", "im Kernbereich", "in den Ortsteilen", "am Bahnhof",
    "in Übergangsquartieren", "an der Mühlenstraße", "im Gewerbegebiet Ost",
]
SENTENCES = [
    "Die Verwaltung legt dem zuständigen Ausschuss jährlich einen Bericht über den Stand der "
    "Umsetzung vor.",
    "Zunächst werden Bestand und Bedarf erhoben, anschließend wird ein gestufter Zeitplan "
    "beschlossen.",
    "Die Maßnahme berücksichtigt die Belange von Menschen mit Behinderungen und von älteren "
    "Bürgerinnen und Bürgern.",
    "Für die Ausführung sind Fördermittel des Landes beantragt; der Bescheid steht noch aus.",
    "Anwohnerinnen und Anwohner werden in zwei öffentlichen Veranstaltungen frühzeitig beteiligt.",
    "Wege, Haltestellen und Aufenthaltsflächen werden barrierefrei und gut einsehbar gestaltet.",
    "Die laufenden Kosten für Betrieb und Unterhaltung trägt der Fachdienst aus dem eigenen "
    "Budget.",
    "Ein Beirat aus Vereinen, Schulen und Trägern begleitet die Arbeit über die gesamte Laufzeit.",
    "Nach Abschluss wird geprüft, ob die Ziele erreicht wurden und welche Schritte folgen müssen.",
    "Soweit möglich, werden vorhandene Flächen entsiegelt und mit standortgerechten Gehölzen "
    "bepflanzt.",
    "Der Beschluss des Rates sieht vor, dass vorrangig städtische Liegenschaften genutzt werden.",
    "Das Vorhaben steht im Zusammenhang mit dem Radverkehrskonzept und der Lärmaktionsplanung.",
]
NOTES = [
    "Frauen nutzen das Angebot häufiger; Wege und Zeiten werden darauf abgestimmt.",
    "Unterschiedliche Nutzung durch Mädchen und Jungen wird bei der Planung geprüft.",
    "Sorgearbeit und Teilzeit werden bei den Öffnungszeiten berücksichtigt.",
    "Daten werden nach Geschlecht getrennt erhoben und jährlich ausgewertet.",
]
INDICATORS = [
    "Anzahl der erreichten Personen pro Jahr", "Länge der neuen Strecke in Metern",
    "Anteil der barrierefreien Standorte in Prozent", "Eingesparte Tonnen Kohlendioxid pro Jahr",
    "Anzahl der Beratungen", "Zufriedenheit laut Befragung (Schulnote)",
    "Anteil der Teilnehmerinnen in Prozent",
]
HEAD = """plan:
  title: Aktionsplan der Stadt Musterhausen 2026
  municipality: Musterhausen
  adopted: Ratsbeschluss vom 12. März 2026
  period:
    start: 2026
    end: 2034
committees:"""
SMALL = 200  # below this size every rule is broken at least once
PROBABILITY = 0.03


def choose_broken(rnd, count, probability):
    """For each rule the places of the measures that will break it."""
    broken = {rule: set() for rule in RULES}
    for rule in RULES:
        for place in range(count):
            if rnd.random() < probability:
                broken[rule].add(place)
        if probability and count < SMALL and not broken[rule]:
            broken[rule].add(rnd.randrange(count // 2, count))
    # What one mistake makes impossible is taken out of the other, so that the numbers are exact.
    excluded = [
        ("r2", "r1"),  # no owner: nothing to look up
        ("r5", "r4"),  # nothing that the costs depend on
        ("r9", "r4"),  # no amount to compare with
        ("r6", "r10"),
    ]
    broken["r6"].discard(0)
    for rule, other in excluded:
        broken[rule] -= broken[other]
    if probability and count < SMALL:
        for rule, other in excluded:
            while not broken[rule]:
                place = rnd.randrange(count // 2, count)
                if place not in broken[other]:
                    broken[rule].add(place)
    return broken


def choose_ids(rnd, count, broken):
    """The id of each measure, and the ids that references may point to."""
    width = max(4, len(str(count)))
    ids = [f"M{i + 1:0{width}d}" for i in range(count)]
    for i in sorted(broken["r10"]):
        wrong = [f"X{i + 1:0{width}d}", f"M{i + 1:0{width}d}a", f"m{i + 1:0{width}d}",
                 f"M-{i + 1:0{width}d}"]
        ids[i] = rnd.choice(wrong)
    good = [i for i in range(count) if i not in broken["r10"] and i not in broken["r6"]]
    for i in sorted(broken["r6"]):
        while True:
            j = rnd.choice(good)
            if j < i:
                break
            if good[0] >= i:
                j = None
                break
        if j is None:
            broken["r6"].discard(i)
            good.append(i)
        else:
            ids[i] = ids[j]
    return ids, [ids[i] for i in good], width


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def folded(text, indent, width=88):
    """The text in lines that a folded block scalar joins again."""
    lines, line = [], ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > width - indent:
            lines.append(" " * indent + line)
            line = word
        else:
            line = word if not line else line + " " + word
    if line:
        lines.append(" " * indent + line)
    return "\n".join(lines)


def title(rnd, too_long):
    def start():
        return (f"{rnd.choice(TITLE_ACTIONS)} {rnd.choice(TITLE_OBJECTS)} "
                f"{rnd.choice(TITLE_PLACES)}")

    if too_long:
        text = start() + " und Fortführung der übergreifenden Förderung für alle Ortsteile"
        while len(text) <= 80:
            text += " sowie Öffentlichkeitsarbeit"
        return text
    text = start()
    if rnd.random() < 0.04:  # just inside: 80 characters, more than 80 bytes
        text += " für äußerst übergroße Bedürfnisse künftig öffentlich gefördert und geprüft"
        text = text[:80].rstrip().ljust(80, "ü")
    return text


def measure(rnd, i, count, broken, ids, targets, width):
    """The YAML lines of one measure."""
    def breaks(rule):
        return i in broken[rule]

    name = title(rnd, breaks("r8"))
    description = " ".join(rnd.sample(SENTENCES, rnd.choice([2, 3, 3, 4])))
    field = rnd.choice(FIELDS)
    if breaks("r1"):
        owner = rnd.choice([None, ""])
    elif breaks("r2"):
        owner = rnd.choice(["A-XXX", "A-UMW", "Bauamt", "A-NEU"])
    else:
        owner = rnd.choice([committee for committee, _ in COMMITTEES])
    partners = rnd.sample(PARTNERS, rnd.choice([1, 2, 2, 3]))
    start = rnd.randrange(2026, 2031)
    end = start + rnd.randrange(0, 4)
    if breaks("r7"):
        end = start - rnd.randrange(1, 3)

    kind = "none" if breaks("r4") else rnd.choices(["amount", "depends"], [0.8, 0.2])[0]
    if breaks("r9"):
        kind = "amount"
    depends = []
    if kind == "depends" or breaks("r5") or (kind == "amount" and rnd.random() < 0.15):
        depends = rnd.sample(targets, min(len(targets), rnd.choice([1, 1, 2])))
    if breaks("r5"):
        depends = depends[:1] + [f"M{count + 1 + rnd.randrange(count):0{width}d}"]
    status, amount, years = {"none": "offen", "depends": "abhängig"}.get(kind), None, []
    if kind == "amount":
        length = rnd.choice([1, 2, 3, 4])
        years = [(start + t, rnd.randrange(5, 400) * 500) for t in range(length)]
        amount = sum(share for _, share in years)
        if breaks("r9"):
            amount += rnd.choice([-500, 500, 1000, 12000])
        status = rnd.choice(["geplant", "beschlossen", "geschätzt"])

    relevant = rnd.random() < 0.5 or breaks("r3")
    note = rnd.choice(NOTES) if relevant and not breaks("r3") else None
    indicators = rnd.sample(INDICATORS, rnd.choice([1, 2, 2, 3]))
    after = rnd.sample(targets, min(len(targets), rnd.choice([0, 0, 1, 2])))

    lines = [f"  - id: {ids[i]}"]
    lines.append(f"    title: {quoted(name) if rnd.random() < 0.3 else name}")
    lines += ["    description: >-", folded(description, 6), f"    field_of_action: {field}"]
    if owner is not None:
        lines.append(f"    owner: {owner or quoted('')}")
    lines += ["    partners:"] + [f"      - {partner}" for partner in partners]
    lines += ["    period:", f"      start: {start}", f"      end: {end}"]
    lines += ["    cost:", f"      status: {status}"]
    if amount is not None:
        lines += [f"      amount: {amount}", "      years:"]
        for year, share in years:
            lines += [f"        - year: {year}", f"          amount: {share}"]
    lines.append(f"      depends_on: [{', '.join(depends)}]")
    lines += ["    gender:", f"      relevant: {'true' if relevant else 'false'}"]
    if note:
        lines.append(f"      note: {quoted(note)}")
    lines += ["    indicators:"] + [f"      - {indicator}" for indicator in indicators]
    lines.append(f"    depends_on: [{', '.join(after)}]")
    return "\n".join(lines)


def generate(count, seed=20260101, clean=False):
    """The plan's text and the number of measures that break each rule.

    `r6` counts the second and later uses of an id; `r6-every-use` counts the first use too.
    """
    rnd = random.Random(seed * 1000003 + count)
    broken = choose_broken(rnd, count, 0.0 if clean else PROBABILITY)
    ids, targets, width = choose_ids(rnd, count, broken)
    lines = [HEAD]
    for committee, name in COMMITTEES:
        lines.append(f"  - id: {committee}\n    name: {name}")
    lines.append("measures:")
    for i in range(count):
        lines.append(measure(rnd, i, count, broken, ids, targets, width))
    expected = {rule: len(places) for rule, places in broken.items()}
    expected["r6-every-use"] = expected["r6"] + len({ids[i] for i in broken["r6"]})
    return "\n".join(lines) + "\n", expected


def write(count, folder, seed=20260101, clean=False):
    """Writes both files; returns the plan's path and the expected numbers."""
    os.makedirs(folder, exist_ok=True)
    text, expected = generate(count, seed, clean)
    plan = os.path.join(folder, f"plan-{count}.yaml")
    with open(plan, "w", encoding="utf-8") as file:
        file.write(text)
    with open(os.path.join(folder, f"plan-{count}.expected.json"), "w", encoding="utf-8") as file:
        json.dump(expected, file)
    return plan, expected


def main():
    parser = argparse.ArgumentParser(description="Writes an action plan with known mistakes.")
    parser.add_argument("count", type=int)
    parser.add_argument("folder")
    parser.add_argument("--seed", type=int, default=20260101)
    parser.add_argument("--clean", action="store_true", help="no mistakes")
    options = parser.parse_args()
    plan, expected = write(options.count, options.folder, options.seed, options.clean)
    print(plan, os.path.getsize(plan), "bytes", expected)


if __name__ == "__main__":
    main()

"""Measures what vanishes in a whole process: the shipped packs, and judging rule by rule."""
import hashlib
import json
import os
import subprocess

import gen_judging
from report import HERE, TARGETS, TIME_LIMIT, WORK, Unusable, head, row

JUDGING = os.path.join(HERE, "judging.ratsam")
BROKEN = 0.03  # the share of measures that break each rule, where findings are told


def judging_plan_of(count, share):
    """The plan for judging rule by rule, its columns for c/judge.c, and what is known of each rule."""
    with open(os.path.join(HERE, "gen_judging.py"), "rb") as file:
        stamp = hashlib.sha256(file.read()).hexdigest()
    base = os.path.join(WORK, f"judging-{count}-{share:g}")
    mark = base + ".stamp"
    if os.path.exists(mark) and open(mark).read() == stamp:
        with open(base + ".expected.json") as file:
            return base + ".yaml", base + ".columns", json.load(file)
    written = gen_judging.write(count, WORK, share)
    with open(mark, "w") as file:
        file.write(stamp)
    return written


def lines_of(command):
    """The JSON objects that a program prints, one on each line."""
    run = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL,
                         timeout=TIME_LIMIT * 5)
    if run.returncode:
        raise Unusable(f"{' '.join(command)}\n{run.stderr.strip()}")
    return [json.loads(line) for line in run.stdout.splitlines()]


def measure_packs(stopwatch, rounds, goals):
    """The shipped packs from bytes to nodes that could judge, many times in one process."""
    print("\n## The shipped packs\n")
    packs = lines_of([stopwatch, "packs", str(rounds)])[0]
    head("rules", "first", "median", "least", "of it reading and checking", "compiling for a plan")
    row(packs["rules"], *(f"{packs[name] / 1e6:.2f} ms"
                          for name in ("first", "median", "least", "checking", "compiling")))
    goals.add("shipped packs, read, checked and compiled", TARGETS["packs"], " ms", packs["median"] / 1e6)


def measure_judging(stopwatch, probes, count, rounds, goals):
    """Each rule of judging.ratsam by itself, on a good plan and on one with findings; the mistakes."""
    print(f"\n## Judging, {count:,} elements: nanoseconds for an element and clause\n")
    mistakes, measured, known = [], {}, {}
    for share in (0, BROKEN):
        plan, columns, known[share] = judging_plan_of(count, share)
        times, found = judge_all(stopwatch, probes, plan, columns, rounds, known[share])
        measured[share] = times
        mistakes += [f"judging, {share:.0%} broken: {text}" for text in found]
    head("rule", "clauses", "members of an element", "by hand in C", "ratsam", f"with {BROKEN:.0%} broken",
         "for a finding")
    worst = (0, "")
    for rule, times in measured[0].items():
        entry, told = known[0][rule], measured[BROKEN][rule]
        each = times["ratsam"] / entry["clauses"]
        more = (told["ratsam"] - times["ratsam"]) * count / max(1, told["findings"])
        row(rule, entry["clauses"], f"{entry['members']:.1f}" if entry["members"] else "–",
            f"{times['floor'] / entry['clauses']:.1f}" if "floor" in times else "–", f"{each:.1f}",
            f"{told['ratsam'] / entry['clauses']:.1f}", f"{more:,.0f}" if told["findings"] else "–")
        worst = max(worst, (each, rule))
    if count >= 100_000:
        goals.add(f"an element and clause, slowest of {len(measured[0])} rules ({worst[1]})",
                  TARGETS["judging"], " ns", worst[0])
    return mistakes


def judge_all(stopwatch, probes, plan, columns, rounds, known):
    """Nanoseconds for an element, by rule and program; the counts that are not the known ones."""
    times, mistakes = {}, []
    lines = lines_of([stopwatch, "judging", JUDGING, plan, str(rounds)])
    nothing = lines[0]["least"]
    for line in lines[1:]:
        rule = line["rule"]
        times[rule] = {"ratsam": (line["least"] - nothing) / line["elements"], "findings": line["findings"]}
        if line["violated"] != known[rule]["violated"] or line["undetermined"]:
            mistakes.append(f"{rule}: {known[rule]['violated']} known, ratsam has {line['violated']} and "
                            f"{line['undetermined']} undetermined")
    for line in lines_of([probes["judge"], columns, str(rounds)]) if "judge" in probes else []:
        rule = line["rule"].replace("_", "-")
        times[rule]["floor"] = line["ns"]
        if line["violated"] != known[rule]["violated"]:
            mistakes.append(f"{rule}: {known[rule]['violated']} known, judge.c has {line['violated']}")
    return times, mistakes


def measure_inside(options, probes, goals):
    """What the stopwatch times inside one process; the mistakes as texts."""
    if not os.access(options.stopwatch, os.X_OK):
        print(f"\nNo program at {options.stopwatch}: neither the packs nor single rules were timed.")
        return []
    measure_packs(options.stopwatch, 5 if options.smoke else 31, goals)
    count = 1000 if options.smoke else 100_000
    # The least of many is the same on a busy machine.
    rounds = options.rounds or (5 if options.smoke else 75)
    return measure_judging(options.stopwatch, probes, count, rounds, goals)

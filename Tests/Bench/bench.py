#!/usr/bin/env python3
"""Measures ratsam against the floor of its YAML reader. README.md beside this file says how to read it.

usage: bench.py [--sizes 40,1000,10000,100000] [--rounds N] [--smoke] [--ratsam PATH]

Exit status: 0 if every number of findings is the known one and hostile input ends with an orderly
answer, whatever the timings; 1 if not; 2 if the benchmark could not run.
"""
import argparse
import hashlib
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

import gen
import gen_nasty
import inside
from report import HERE, ROOT, TARGETS, TIME_LIMIT, WORK, Goals, Unusable, head, row

RULES = os.path.join(HERE, "bench.ratsam")
FLOOR, PROTO, RATSAM = "libyaml's event loop", "by hand in C", "ratsam"

NASTY = [("flow", 100_000), ("open", 200_000), ("laughs", 30), ("aliases", 50_000)]


# Preparing


def build_probes():
    """Compiles the C programs; returns their paths by name, without those that would not build."""
    compiler = next((c for c in (os.environ.get("CC"), "cc", "clang", "gcc") if c and shutil.which(c)), None)
    if not compiler:
        print("no C compiler: without the floor there are no ratios", file=sys.stderr)
        return {}
    flags = ["-O2"]
    if shutil.which("pkg-config"):
        answer = subprocess.run(
            ["pkg-config", "--cflags", "--libs-only-L", "yaml-0.1"], capture_output=True, text=True)
        if answer.returncode == 0:
            flags += answer.stdout.split()
    probes = {}
    for name, libraries in (("launch", []), ("yaml_probe", ["-lyaml"]), ("proto", ["-lyaml"]), ("judge", [])):
        source = os.path.join(HERE, "c", name + ".c")
        program = os.path.join(WORK, name)
        # The launcher is static where that is possible, to be small; the probes are static as
        # ratsam is, so that start-up is compared with its like.
        for static in (["-static"], []):
            command = [compiler, *flags, *static, "-o", program, source, *libraries]
            answer = subprocess.run(command, capture_output=True, text=True)
            if answer.returncode == 0:
                probes[name] = program
                break
        else:
            print(f"{name}.c does not build:\n{answer.stderr.strip()}", file=sys.stderr)
    return probes


def plan_of(count):
    """The plan with `count` measures and its known numbers, written anew when the generator changed."""
    with open(os.path.join(HERE, "gen.py"), "rb") as file:
        stamp = hashlib.sha256(file.read()).hexdigest()
    plan = os.path.join(WORK, f"plan-{count}.yaml")
    numbers, mark = (os.path.join(WORK, f"plan-{count}{end}") for end in (".expected.json", ".stamp"))
    if os.path.exists(plan) and os.path.exists(mark) and open(mark).read() == stamp:
        with open(numbers) as file:
            return plan, json.load(file)
    plan, expected = gen.write(count, WORK)
    with open(mark, "w") as file:
        file.write(stamp)
    return plan, expected


def pin():
    """Keeps this process and all that it starts on one core; says so."""
    try:
        core = max(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {core})
        return "pinned to one core"
    except (AttributeError, OSError):
        return "not pinned to a core: times will vary more"


# Verifying


def ledger(ratsam, plan):
    """The number of violated elements for each rule, as ratsam's ledger has it."""
    with tempfile.TemporaryFile() as output:
        run = subprocess.run(
            [ratsam, "check", "--format", "json", "--rules", RULES, plan], stdout=output,
            stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=False, timeout=TIME_LIMIT * 5)
        complaint = run.stderr.decode(errors="replace").strip()
        output.seek(0)
        if run.returncode not in (0, 1):
            text = output.read(2000).decode(errors="replace")
            raise Unusable(f"ratsam ended with {run.returncode} on {plan}\n{complaint}\n{text}")
        document = json.load(output)
    return run.returncode, {entry["rule"]: entry for entry in document["ledger"]}


def verify(ratsam, count):
    """Compares ratsam's ledger with the known numbers; returns the mistakes as texts."""
    plan, expected = plan_of(count)
    status, entries = ledger(ratsam, plan)
    mistakes = []
    for rule in gen.RULES:
        entry = entries.get(rule)
        got = entry["violated"] if entry else "no entry"
        # Every use of a duplicate id is violated, the first one too: docs/decisions/0008.
        known = expected["r6-every-use" if rule == "r6" else rule]
        if got != known:
            mistakes.append(f"{count} measures: {rule} ({gen.RULES[rule]}): {known} known, ratsam has {got}")
        if entry and entry.get("undetermined"):
            mistakes.append(f"{count} measures: {rule} leaves {entry['undetermined']} undetermined")
    if status != 1:
        mistakes.append(f"{count} measures: exit status {status}, though there are findings")
    return mistakes


# Measuring


class Stopwatch:
    """Runs commands through the launcher and remembers what they took."""

    def __init__(self, launcher):
        self.launcher = launcher
        self.output = os.path.join(WORK, "output.txt")

    def once(self, command, limit=TIME_LIMIT):
        answer = subprocess.run(
            [self.launcher, self.output, str(limit), *command], capture_output=True, text=True)
        return json.loads(answer.stdout)

    def in_turn(self, commands, rounds):
        """Runs A B C A B C …, one round to warm up; the runs of each command by its name."""
        runs = {name: [] for name in commands}
        for round_number in range(rounds + 1):
            for name, command in commands.items():
                run = self.once(command)
                if run["timeout"] or run["rc"] not in (0, 1):
                    raise Unusable(f"{name}: status {run['rc']}: {' '.join(command)}")
                if round_number:
                    runs[name].append(run)
        return runs


def wall(runs):
    return statistics.median(run["wall"] for run in runs) * 1e3


def ratio(runs, floor):
    """The median of the ratios of runs that stood next to each other."""
    return statistics.median(a["wall"] / b["wall"] for a, b in zip(runs, floor))


def peak(runs):
    return statistics.median(run["peak_kib"] for run in runs) / 1024


def commands_for(ratsam, probes, plan):
    commands = {}
    if "yaml_probe" in probes:
        commands[FLOOR] = [probes["yaml_probe"], "events", plan]
    if "proto" in probes:
        commands[PROTO] = [probes["proto"], plan]
    commands[RATSAM] = [ratsam, "check", "--format", "concise", "--rules", RULES, plan]
    return commands


def instructions(command):
    """How many instructions the command executes: the same on every run, unlike its time."""
    run = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True)
    found = re.search(r"Collected : (\d+)", run.stderr)
    return int(found[1]) if found else None


# Reporting


def show_sizes(measured, sizes):
    print("\n## Whole processes: medians, ratios of neighbouring runs\n")
    head("measures", "size", "program", "wall", "ratio to the floor", "peak memory")
    for count in sizes:
        size = os.path.getsize(plan_of(count)[0]) / 1e6
        for name, runs in measured[count].items():
            times = f"{ratio(runs, measured[count][FLOOR]):.2f}" if FLOOR in measured[count] else "–"
            row(f"{count:,}", f"{size:.2f} MB", name, f"{wall(runs):.1f} ms", times, f"{peak(runs):.1f} MiB")


def judge_sizes(measured, goals):
    for count, runs in sorted(measured.items()):
        size = os.path.getsize(plan_of(count)[0])
        if count <= 40:
            goals.add(f"{count:,} measures, whole process", TARGETS["small"], " ms", wall(runs[RATSAM]))
        if count >= 10_000:
            if FLOOR in runs:
                goals.add(f"{count:,} measures, time by the floor's", TARGETS["ratio"], "",
                          ratio(runs[RATSAM], runs[FLOOR]))
        if count >= 100_000:
            limit = TARGETS["bytes"] * size / 2**20 + TARGETS["memory"]
            goals.add(f"{count:,} measures, peak memory", round(limit, 1), " MiB", peak(runs[RATSAM]))
    if {10_000, 100_000} <= set(measured):
        growth = wall(measured[100_000][RATSAM]) / wall(measured[10_000][RATSAM])
        goals.add("100,000 measures by the time for 10,000", TARGETS["growth"], "", growth)


def schema_only():
    """The rule file without its rules, to see what these cost."""
    path = os.path.join(WORK, "schema.ratsam")
    with open(RULES, encoding="utf-8") as source, open(path, "w", encoding="utf-8") as target:
        target.write(source.read().split("notation measure-id")[0])
    return path


def measure_instructions(ratsam, probes, count, goals):
    print(f"\n## Instructions, {count:,} measures\n")
    if not shutil.which("valgrind"):
        print("valgrind is not installed; nothing counted.")
        return
    plan = plan_of(count)[0]
    counts = {name: instructions(command)
              for name, command in commands_for(ratsam, probes, plan).items()}
    floor = counts.get(FLOOR)
    head("program", "instructions", "per byte", "by the floor's")
    for name, number in counts.items():
        if number is None:
            row(name, "not counted", "–", "–")
            continue
        row(name, f"{number:,}", f"{number / os.path.getsize(plan):.1f}",
            f"{number / floor:.2f}" if floor else "–")
    if floor and counts[RATSAM] and count >= 10_000:
        goals.add(f"instructions by the floor's, {count:,} measures", TARGETS["instructions"], "",
                  counts[RATSAM] / floor)
    schema = instructions([ratsam, "check", "--format", "concise", "--rules", schema_only(), plan])
    if schema and counts[RATSAM]:
        each = (counts[RATSAM] - schema) / (count * len(gen.RULES))
        print(f"\nJudging, with collecting and telling the findings: {each:,.0f} instructions for each "
              "element and rule.")


def measure_nasty(ratsam, stopwatch, goals):
    """Hostile files: an orderly refusal (1 or 2), soon and in little memory; the failures as texts."""
    print("\n## Hostile input\n")
    head("file", "size", "wall", "peak memory", "exit status")
    mistakes, slowest, largest = [], 0.0, 0.0
    for kind, count in NASTY:
        path = os.path.join(WORK, f"nasty-{kind}.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(gen_nasty.nasty(kind, count))
        run = stopwatch.once([ratsam, "check", "--format", "concise", "--rules", RULES, path], 20)
        status = "over 20 s" if run["timeout"] else run["rc"]
        row(kind, f"{os.path.getsize(path) / 1e3:.0f} kB", f"{run['wall'] * 1e3:.1f} ms",
            f"{run['peak_kib'] / 1024:.1f} MiB", status)
        if status not in (1, 2):
            mistakes.append(f"hostile input {kind}: exit status {status} instead of 1 or 2")
        slowest = max(slowest, run["wall"] * 1e3)
        largest = max(largest, run["peak_kib"] / 1024)
    goals.add("slowest hostile file", TARGETS["nasty"], " ms", slowest)
    goals.add("largest peak for a hostile file", TARGETS["nasty memory"], " MiB", largest)
    return mistakes


def rounds_for(count, wanted):
    return wanted or (15 if count <= 1000 else 7 if count <= 10_000 else 5)


def run(options):
    if not os.access(options.ratsam, os.X_OK):
        raise Unusable(f"no program at {options.ratsam}: run `make build` first")
    sizes = [40, 1000] if options.smoke else [int(size) for size in options.sizes.split(",")]
    os.makedirs(WORK, exist_ok=True)
    probes = build_probes()

    print("# Benchmark\n\n## Findings against the known numbers\n", flush=True)
    mistakes = []
    for count in sizes:
        found = verify(options.ratsam, count)
        mistakes += found
        print(f"- {count:,} measures: " + ("all ten rules agree" if not found else "; ".join(found)), flush=True)

    goals = Goals()
    if "launch" in probes:
        print(f"\nThe runs that follow are {pin()}.")
        stopwatch = Stopwatch(probes["launch"])
        measured = {}
        for count in sizes:
            plan = plan_of(count)[0]
            wanted = 5 if options.smoke and not options.rounds else options.rounds
            measured[count] = stopwatch.in_turn(
                commands_for(options.ratsam, probes, plan), rounds_for(count, wanted))
        show_sizes(measured, sizes)
        judge_sizes(measured, goals)
        mistakes += measure_nasty(options.ratsam, stopwatch, goals)
        counted = 10_000 if 10_000 in sizes else 1000 if 1000 in sizes else min(sizes)
        measure_instructions(options.ratsam, probes, counted, goals)
        mistakes += inside.measure_inside(options, probes, goals)
        goals.show()
    else:
        print("\nNothing timed: the launcher could not be built.")
    if mistakes:
        print("\n## Wrong\n\n" + "\n".join("- " + mistake for mistake in mistakes))
    return 1 if mistakes else 0


def main():
    parser = argparse.ArgumentParser(description="Measures ratsam against libyaml's event loop.")
    parser.add_argument("--sizes", default="40,1000,10000,100000", help="measures, with commas")
    parser.add_argument("--rounds", type=int, default=0, help="runs of each program at each size")
    parser.add_argument("--smoke", action="store_true", help="40 and 1,000 measures, few rounds")
    parser.add_argument("--ratsam", default=os.path.join(ROOT, ".build", "release", "ratsam"))
    parser.add_argument("--stopwatch", default=os.path.join(WORK, "stopwatch"))
    options = parser.parse_args()
    try:
        return run(options)
    except Unusable as reason:
        print(f"bench.py: {reason}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())

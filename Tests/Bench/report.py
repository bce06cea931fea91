"""What a measurement is held against, and how it is written."""
import os

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
WORK = os.path.join(ROOT, ".build", "bench")
TIME_LIMIT = 120  # seconds for one command

# What we want to keep. Ratios are to libyaml's event loop over the same bytes.
TARGETS = {
    "ratio": 1.40,  # whole process, 10,000 measures and more
    "instructions": 1.30,  # 10,000 measures
    "growth": 12.0,  # time for 100,000 measures by the time for 10,000
    "bytes": 2.5,  # peak memory per byte of the plan, 100,000 measures, above what comes next
    "memory": 8.0,  # MiB that a process takes whatever the plan
    "small": 6.0,  # milliseconds, whole process, 40 measures
    "packs": 10.0,  # milliseconds, reading, checking and compiling the shipped packs
    "judging": 60.0,  # nanoseconds for an element and clause, 100,000 elements
    "nasty": 20.0,  # milliseconds for each hostile file
    "nasty memory": 64.0,  # MiB for each hostile file
}


class Unusable(Exception):
    """The benchmark cannot run; the text says why."""


def row(*cells):
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def head(*cells):
    row(*cells)
    row(*("---" for _ in cells))


class Goals:
    """The targets with what was measured, and the words that go with them."""

    def __init__(self):
        self.rows = []

    def add(self, what, target, unit, measured):
        self.rows.append((what, f"≤ {target:g}{unit}", f"{measured:.2f}{unit}", measured <= target))

    def show(self):
        print("\n## Targets\n")
        head("what", "target", "measured", "")
        for what, target, measured, met in self.rows:
            row(what, target, measured, "met" if met else "**missed**")
        missed = [what for what, _, _, met in self.rows if not met]
        print("\nMissed: " + "; ".join(missed) + "." if missed else "\nEvery target is met.")

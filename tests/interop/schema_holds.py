"""What of a JSON file its schema refuses, a line each; with `--closed` also keys that the schema does not have."""

import json
import sys
from pathlib import Path

import jsonschema


def refused(schema, log):
    checker = jsonschema.validators.validator_for(schema)(schema, format_checker=jsonschema.FormatChecker())
    return [f"{error.json_path}: {error.message[:200]}" for error in checker.iter_errors(log)]


def closed(schema):
    """The schema with no other keys than those that it names."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    schema = {key: closed(part) for key, part in schema.items()}
    return {"additionalProperties": False, **schema} if "properties" in schema and "type" in schema else schema


def load(path):
    return json.loads(Path(path).read_text(encoding="utf-8"))


if __name__ == "__main__":
    schema = load(sys.argv[1])
    wrong = refused(closed(schema) if "--closed" in sys.argv else schema, load(sys.argv[2]))
    print("\n".join("  " + line for line in wrong))
    sys.exit(1 if wrong else 0)

"""What of a JSON file its schema refuses, a line each."""

import json
import sys
from pathlib import Path

import jsonschema


def refused(schema, log):
    checker = jsonschema.validators.validator_for(schema)(schema, format_checker=jsonschema.FormatChecker())
    return [f"{error.json_path}: {error.message[:200]}" for error in checker.iter_errors(log)]


def load(path):
    return json.loads(Path(path).read_text(encoding="utf-8"))


if __name__ == "__main__":
    wrong = refused(load(sys.argv[1]), load(sys.argv[2]))
    print("\n".join("  " + line for line in wrong))
    sys.exit(1 if wrong else 0)

"""Plans that have a payload in every text of theirs: all keys of the vocabulary, sixty payloads, each text has each once.

    plans.py QUN FOLDER                  FOLDER/00 … 59 (and FOLDER/plain, which has harmless words): pages and workbooks
    plans.py --unescape FOLDER TARGET    two of them as they would be if nothing was escaped
"""

import copy
import html
import json
import re
import shutil
import subprocess
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import tomli_w

DATA = Path(__file__).parents[2] / "data"
PAYLOADS = (DATA / "payloads.txt").read_text(encoding="utf-8").split("\n")[:60]
# an id, a name of a role or a channel, a file, a country: not words to read
NAME = re.compile(r"@?[a-z0-9/_.-]+|[A-Z]{2}|https?://\S+")


def merged(one, other):
    """tests/data/every-key.toml says how it is laid over the example."""
    if isinstance(one, dict) and isinstance(other, dict):
        return {**one, **{key: merged(one[key], value) if key in one else value for key, value in other.items()}}
    if isinstance(one, list) and isinstance(other, list) and all(isinstance(part, dict) for part in one + other):
        longest = max(one, other, key=len)[min(len(one), len(other)) :]
        return [merged(*pair) for pair in zip(one, other)] + longest
    return other


def texts(schema, value, path=()):
    """The paths of the free texts."""
    if isinstance(value, list) != (schema.get("type") == "array"):
        schema = next((way for way in schema.get("anyOf", []) if (way.get("type") == "array") == isinstance(value, list)), schema)
    if isinstance(value, dict):
        known = schema.get("properties", {})
        parts = [texts(known[key], inner, (*path, key)) for key, inner in value.items() if key in known]
    elif isinstance(value, list):
        parts = [texts(schema.get("items", {}), inner, (*path, at)) for at, inner in enumerate(value)]
    else:
        free = isinstance(value, str) and not {"enum", "format", "examples"} & schema.keys()
        return [path] if free and value and not NAME.fullmatch(value) else []
    return [one for part in parts for one in part]


def put(plan, path, value):
    *above, last = path
    for step in above:
        plan = plan[step]
    plan[last] = value


def run(qun, *words, codes=(0,)):
    done = subprocess.run([qun, *words, "--today", "2026-11-22"], capture_output=True, text=True, check=False)
    assert done.returncode in codes, f"{words}: {done.stderr[-600:]}"
    return done.stdout


def made(qun, folder, plan):
    folder.mkdir(parents=True)
    file = folder / "plan.toml"
    file.write_text(tomli_w.dumps(plan), encoding="utf-8")
    run(qun, "pack", file, "--month", "2026-12", "-o", folder / "pack")
    for page in (folder / "pack").glob("*.html"):
        page.rename(folder / page.name)
    for name, words in {
        "lint.html": ["lint", file, "--coverage", "--all", "--format", "html", "--fail-on", "never"],
        "launch.html": ["checklist", file, "launch", "--format", "html"],
        "weekly.html": ["checklist", file, "weekly", "--date", "2026-12-07", "--format", "html"],
        "sign-in.html": ["checklist", file, "salon", "--date", "2026-12-12", "--format", "sign-in"],
        "review.html": ["review", file, "--format", "html"],
    }.items():
        (folder / name).write_text(run(qun, *words), encoding="utf-8")
    run(qun, "schedule", file, "--from", "2026-12-01", "--to", "2026-12-31", "-o", folder / "month.xlsx")
    run(qun, "checklist", file, "launch", "-o", folder / "launch.xlsx")
    run(qun, "review", file, "-o", folder / "review.xlsx")
    with (folder / "lint.xlsx").open("wb") as book:
        subprocess.run([qun, "lint", file, "--all", "--format", "xlsx", "--fail-on", "never", "--today", "2026-11-22"], stdout=book, check=True)


def main(qun, folder):
    schema = json.loads(run(qun, "schema"))
    plain = merged(*(tomllib.loads((DATA / name).read_text(encoding="utf-8")) for name in ("plan-example.toml", "every-key.toml")))
    paths = texts(schema, plain)
    assert len(PAYLOADS) == 60 and len(paths) > 190, (len(PAYLOADS), len(paths))
    shutil.rmtree(folder, ignore_errors=True)
    plans = {}
    for turn in range(60):
        plan = copy.deepcopy(plain)
        for at, path in enumerate(paths):
            # the number makes every text one of a kind, as titles and names are
            put(plan, path, f"{PAYLOADS[(at + turn) % 60]} {at}")
        plans[f"{turn:02}"] = plan
    for at, path in enumerate(paths):
        put(plain, path, f"harmless {at}")
    plans["plain"] = plain
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda name: made(qun, folder / name, plans[name]), plans))
    print(f"{len(paths)} texts with 60 payloads each")


def unescape(folder, target):
    shutil.rmtree(target, ignore_errors=True)
    for name in ("plain", "00", "30"):
        (target / name).mkdir(parents=True)
        for page in (folder / name).glob("*.html"):
            text = page.read_text(encoding="utf-8")
            (target / name / page.name).write_text(text if name == "plain" else html.unescape(text), encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1] == "--unescape":
        unescape(*map(Path, sys.argv[2:]))
    else:
        main(sys.argv[1], Path(sys.argv[2]))

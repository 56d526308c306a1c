"""Every kind of page of a plan, as files.

    make.py QUN PLAN LANGUAGE FOLDER [WORDS OF THE SIGN-IN SHEET]
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

qun, plan, language, folder = sys.argv[1], *sys.argv[2:4], Path(sys.argv[4])
shutil.rmtree(folder, ignore_errors=True)
folder.mkdir(parents=True)
COMMON = ["--lang", language, "--today", "2026-11-22"]


def run(*words):
    done = subprocess.run([qun, *words, *COMMON], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{words}: {done.stderr}"
    return done.stdout


def page(name, *words):
    (folder / f"{name}.html").write_text(run(*words), encoding="utf-8")


month = ["--month", "2026-12"]
page("lint", "lint", plan, "--coverage", "--fail-on", "never", "--format", "html")
page("launch", "checklist", plan, "launch", "--format", "html")
page("weekly", "checklist", plan, "weekly", "--by", "person", "--format", "html")
entries = json.loads(run("schedule", plan, *month, "--format", "json"))["entries"]
event = next((one for one in entries if one["kind"] == "activity"), None)
if event:
    page("sign-in", "checklist", plan, event["title"], "--date", event["date"], "--format", "sign-in")
# the month, the agenda, a page a person, the documents, and the page that leads to all of them
run("pack", plan, *month, "-o", folder / "pack")
for file in sorted((folder / "pack").glob("*.html")):
    file.rename(folder / file.name.replace("-2026-12", ""))
(folder / "entries.json").write_text(json.dumps(entries), encoding="utf-8")

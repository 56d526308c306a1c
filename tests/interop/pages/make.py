"""Every kind of page of a plan, as files.

    make.py QUN PLAN LANGUAGE FOLDER [RECORDED]     RECORDED: a folder of recorded.py, whose review is a page too
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

qun, plan, language, folder = sys.argv[1], *sys.argv[2:4], Path(sys.argv[4])
shutil.rmtree(folder, ignore_errors=True)
folder.mkdir(parents=True)


def run(*words, today="2026-11-22"):
    done = subprocess.run([qun, *words, "--lang", language, "--today", today], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{words}: {done.stderr}"
    return done.stdout


def page(name, *words, **day):
    (folder / f"{name}.html").write_text(run(*words, **day), encoding="utf-8")


month = ["--month", "2026-12"]
page("lint", "lint", plan, "--coverage", "--fail-on", "never", "--format", "html")
page("launch", "checklist", plan, "launch", "--format", "html")
page("weekly", "checklist", plan, "weekly", "--by", "person", "--format", "html")
page("month-a3", "schedule", plan, *month, "--format", "html", "--paper", "a3")
for recorded in map(Path, sys.argv[5:]):
    words = ["--from", recorded / "chat.csv", "--since", "2026-12-01", "--until", "2027-01-31", "--format", "html"]
    page("review", "review", recorded / "plan.toml", *words, today="2027-01-31")
entries = json.loads(run("schedule", plan, *month, "--format", "json"))["entries"]
event = next((one for one in entries if one["kind"] == "activity"), None)
if event:
    page("sign-in", "checklist", plan, event["title"], "--date", event["date"], "--format", "sign-in")
# the month, the agenda, a page a person, the documents, and the page that leads to all of them
run("pack", plan, *month, "-o", folder / "pack")
for file in sorted((folder / "pack").glob("*.html")):
    file.rename(folder / file.name.replace("-2026-12", ""))
(folder / "entries.json").write_text(json.dumps(entries), encoding="utf-8")

"""A plan with what happened in two months beside it: its goals, events, money and tests, and a chat of forty members.

    recorded.py QUN PLAN FOLDER     FOLDER/plan.toml, its readings, and FOLDER/chat.csv
"""

import csv
import json
import random
import re
import shutil
import subprocess
import sys
import tomllib
from datetime import datetime, timedelta
from pathlib import Path

qun, plan, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
shutil.rmtree(folder, ignore_errors=True)
folder.mkdir(parents=True)
own = folder / "plan.toml"
shutil.copy(plan, own)
keys = tomllib.loads(own.read_text(encoding="utf-8"))
some = random.Random(1)


def run(*words):
    done = subprocess.run([qun, *words, "--today", "2027-01-31"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{words}: {done.stderr}"
    return done.stdout


def record(*words):
    run("record", *words, "--plan", own)


for goal in keys["goals"]:
    (low, unit), (high, _) = (re.match(r"([\d,.]+) ?(%|[A-Z]{3})?", goal[key]).groups() for key in ("baseline", "target"))
    low, high = (float(number.replace(",", "")) for number in (low, high))
    for day, way in (("2026-12-20", 0.2), ("2027-01-10", 0.5), ("2027-01-30", 0.4)):
        value = f"{low + (high - low) * way:.0f}"
        record(goal["id"], day, *([f"{value}%", "--of", "214"] if unit == "%" else [f"{value} {unit}"]))
days = ["--from", "2026-12-01", "--to", "2027-01-30"]
for event in json.loads(run("schedule", own, *days, "--format", "json"))["entries"]:
    if event["kind"] == "activity" and not event["cancelled"]:
        signed_up = some.randrange(8, 18)
        record(event["item"], event["date"], f"came={some.randrange(5, signed_up + 1)}", f"signed-up={signed_up}", "score=4.6")
currency = keys["monetisation"][0]["price"][-3:]
record(keys["community"]["id"], "2027-01-30", "payers=31", f"income=2480 {currency}", f"spent=1310.50 {currency}")
for test in keys.get("experiments", []):
    if str(test["until"]) < "2027-01-31":
        record(test["id"], str(test["until"]), "--arm", "a", "active=41/150")
        record(test["id"], str(test["until"]), "--arm", "b", "active=85/160")
with open(folder / "chat.csv", "w", newline="", encoding="utf-8") as file:
    lines = csv.writer(file)
    lines.writerow(["time", "author", "channel", "id"])
    for person in range(40):
        # one in four of the days after coming, in as many weeks as they stay
        first = datetime(2026, 12, 1, 9) + timedelta(days=some.randrange(50))
        for day in range(7 * some.randrange(1, 9)):
            at = first + timedelta(days=day, minutes=some.randrange(600))
            if at < datetime(2027, 1, 31) and (day == 0 or some.random() < 0.25):
                lines.writerow([f"{at:%Y-%m-%d %H:%M}", f"member {person}", "members", f"m{person}-{day}"])

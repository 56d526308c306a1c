"""Each person's own calendar through khal, on their own wall: the moments that the team's JSON has for them.

    person_calendars.py QUN PLAN FOLDER KHAL_FOLDER
"""

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import khal_lists

qun, plan, folder, khal_folder = sys.argv[1], sys.argv[2], Path(sys.argv[3]), sys.argv[4]
folder.mkdir(parents=True, exist_ok=True)
# a day around, as the days are those of each one's own wall
AROUND = ("--from", "2026-11-30", "--to", "2027-01-01")
MONTH = ("--from", "2026-12-01", "--to", "2026-12-31")


def schedule(*words):
    return subprocess.run([qun, "schedule", plan, "--today", "2026-11-22", *words], check=True, capture_output=True).stdout


def moment(entry):
    start = datetime.fromisoformat(entry["start"])
    return entry["uid"], start.timestamp() if "T" in entry["start"] else entry["start"]


def day_there(entry, zone):
    start = datetime.fromisoformat(entry["start"])
    return f"{start.astimezone(zone) if start.tzinfo else start:%Y-%m}"


team = json.loads(schedule(*AROUND, "--format", "json"))["entries"]
people = sorted({entry["person"] for entry in team if entry["person"]} | {name for entry in team for name in entry.get("helpers", [])})
wrong, events, zones = [], 0, set()
for at, name in enumerate(people):
    prefix = folder / f"person-{at}"
    (prefix.with_suffix(".ics")).write_bytes(schedule(*MONTH, "--person", name, "--format", "ics"))
    own = json.loads(schedule(*MONTH, "--person", name, "--format", "json"))
    if not own["entries"]:
        continue
    (prefix.with_suffix(".json")).write_text(json.dumps(own), encoding="utf-8")
    zone = ZoneInfo(own["time_zone"])
    zones.add(own["time_zone"])
    expected = {moment(entry) for entry in team if entry["person"] == name and day_there(entry, zone) == "2026-12"}
    lost = expected - {moment(entry) for entry in own["entries"]}
    if lost:
        wrong.append(f"{name} lacks {sorted(map(str, lost))[:3]}")
    # khal shows what it imported on the wall of the person's zone
    if not khal_lists.main(khal_folder, [str(prefix)]):
        wrong.append(f"{name}: khal")
    events += len(own["entries"])
for line in wrong:
    print("  " + line)
print(f"{len(people)} people, {events} events, {len(zones)} zones")
sys.exit(1 if wrong or events < 20 else 0)

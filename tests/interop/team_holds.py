"""A team on three clocks: what each person's calendar says, read by icalendar, are the moments of the plan's calendar.

    python team_holds.py QUN PLAN.toml
"""

import datetime
import json
import subprocess
import sys
from zoneinfo import ZoneInfo

import icalendar

PEOPLE = {"Nora": "America/New_York", "Bernd": "Europe/Berlin", "Ravi": "Asia/Kolkata"}
UTC = datetime.timezone.utc


def schedule(qun, plan, *options):
    command = [qun, "schedule", plan, "--today", "2026-11-22", *options]
    return subprocess.run(command, check=True, capture_output=True).stdout


def main(qun, plan):
    # a day around, as the range is that of each one's own wall
    around = ("--from", "2026-11-30", "--to", "2027-01-01")
    month = ("--from", "2026-12-01", "--to", "2026-12-31")
    said = {entry["uid"]: entry for entry in json.loads(schedule(qun, plan, *around, "--format", "json"))["entries"]}
    wrong = read = 0
    for name, zone in PEOPLE.items():
        calendar = icalendar.Calendar.from_ical(schedule(qun, plan, *month, "--person", name, "--format", "ics"))
        seen = set()
        for event in calendar.walk("VEVENT"):
            read += 1
            start = event["DTSTART"].dt
            entry = said[str(event["UID"])]
            seen.add(str(event["UID"]))
            moment = datetime.datetime.fromisoformat(entry["start"])
            there = moment.astimezone(ZoneInfo(zone))
            # the same moment, theirs, on their own wall, and not at night
            same = start.astimezone(UTC) == moment.astimezone(UTC) and start.hour == there.hour
            if not same or entry["person"] != name or not 7 <= there.hour < 23:
                wrong += 1
                print(name, start, entry["start"], entry["person"])
        for entry in said.values():
            day = datetime.datetime.fromisoformat(entry["start"]).astimezone(ZoneInfo(zone)).date()
            if entry["person"] == name and (day.year, day.month) == (2026, 12) and entry["uid"] not in seen:
                wrong += 1
                print(f"{name} lacks {entry['uid']}")
    print(f"{read} events of {len(PEOPLE)} people, {wrong} wrong")
    return wrong == 0 and read > 100


if __name__ == "__main__":
    sys.exit(0 if main(*sys.argv[1:]) else 1)

"""The meetings of the Rust project as an ics, with rules and exceptions, imported: on the days that another program expands.

    meetings_import.py QUN MEETINGS.json FOLDER
"""

import json
import subprocess
import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

qun, source, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
folder.mkdir(parents=True, exist_ok=True)
# the year with most exceptions
TODAY, FIRST, LAST = "2024-11-22", "2024-12-01", "2025-11-30"
DAYS = {"monday": "MO", "tuesday": "TU", "wednesday": "WE", "thursday": "TH", "friday": "FR", "saturday": "SA", "sunday": "SU"}


def moment(text, zone="UTC"):
    """A day, an instant, or a time on the wall of a zone."""
    if "T" not in text:
        return date.fromisoformat(text)
    instant = datetime.fromisoformat(text.replace(".00", "").replace("Z", "+00:00"))
    return instant.replace(tzinfo=ZoneInfo(zone)) if instant.tzinfo is None else instant.astimezone(timezone.utc)


def rule(said):
    out = {"FREQ": said["frequency"].upper()}
    if "interval" in said:
        out["INTERVAL"] = said["interval"]
    if "by_day" in said:
        out["BYDAY"] = [f"{day.get('num', '')}{DAYS[day['day']]}" for day in said["by_day"]]
    for key in ("by_hour", "count"):
        if key in said:
            out[key.replace("_", "").upper()] = said[key]
    if "until" in said:
        out["UNTIL"] = moment(said["until"], "UTC").astimezone(timezone.utc)
    return out


# what is not taken in, and why; the import has to say so
NOT_READ = {meeting["title"] for meeting in json.loads(Path(source).read_text(encoding="utf-8")) if any("by_hour" in rule for rule in meeting["rules"] or [])}
calendar = icalendar.Calendar(prodid="-//meetings//", version="2.0")
meetings = json.loads(Path(source).read_text(encoding="utf-8"))
for at, meeting in enumerate(meetings):
    given = meeting["start"]
    start = moment(given) if isinstance(given, str) else moment(given["date"], given["timezone"])
    whole_day = not isinstance(start, datetime)
    for number, said in enumerate(meeting["rules"] or [None]):
        event = icalendar.Event(uid=f"{at}-{number}@meetings", summary=meeting["title"], dtstamp=datetime(2026, 11, 1, tzinfo=timezone.utc))
        event.add("dtstart", start)
        if not whole_day:
            event.add("dtend", start + timedelta(hours=1))
        if said:
            event.add("rrule", rule(said))
        for day in (meeting["exceptions"] or {"dates": []})["dates"]:
            # they are noted in UTC, whatever zone stands beside them: 15:00 for a meeting at 10:00 in New York
            event.add("exdate", moment(day))
        calendar.add_component(event)
calendar.add_missing_timezones()
ics = folder / "meetings.ics"
ics.write_bytes(calendar.to_ical())

plan = folder / "meetings.toml"
plan.write_text('language = "en"\ntime_zone = "UTC"\n[community]\nname = "Rust"\n', encoding="utf-8")
said = subprocess.run([qun, "import", ics, plan, "--yes", "--today", TODAY], capture_output=True, text=True, check=False)
assert said.returncode == 0, said.stderr
words = [qun, "schedule", plan, "--from", FIRST, "--to", LAST, "--today", TODAY, "--format", "json"]
entries = json.loads(subprocess.run(words, check=True, capture_output=True).stdout)["entries"]


def start_of(value):
    """An instant, or a day."""
    return f"{value.astimezone(timezone.utc):%Y-%m-%d %H:%M}" if isinstance(value, datetime) else str(value)


got = {(start_of(moment(entry["start"])), entry["title"]) for entry in entries if not entry["cancelled"] and entry["kind"] not in ("task", "phase")}
again = icalendar.Calendar.from_ical(ics.read_bytes())
expanded = recurring_ical_events.of(again).between((2024, 12, 1), (2025, 12, 1))
expected = {(start_of(event["DTSTART"].dt), str(event["SUMMARY"])) for event in expanded}
silent = [title for title in NOT_READ if f'"{title}": this recurrence rule cannot be used' not in said.stderr]
for title in silent:
    print(f"  nothing is said about {title}")
expected = {(instant, title) for instant, title in expected if title not in NOT_READ}
for name, more in (("lost", expected - got), ("new", got - expected)):
    for instant, title in sorted(more)[:8]:
        print(f"  {name}: {instant} {title}")
print(said.stderr[-1500:] if expected != got else "", f"{len(meetings)} meetings, {len(expected)} times in a year, {len(expected ^ got)} differ, {len(NOT_READ)} with hours in their rule not read")
sys.exit(0 if expected == got and not silent and len(expected) > 50 else 1)

"""Reads PREFIX.ics with the icalendar package and compares it with PREFIX.json."""

import sys
from datetime import datetime

import icalendar

from schedule import load, occurrences, same


def start(event):
    value = event.decoded("DTSTART")
    return value.isoformat()


def main(prefix):
    schedule = load(prefix + ".json")
    with open(prefix + ".ics", "rb") as file:
        text = file.read()
    calendar = icalendar.Calendar.from_ical(text)
    events = calendar.events
    good = same(occurrences(schedule), sorted((str(e["SUMMARY"]), start(e)) for e in events), "icalendar")
    by_uid = {str(event["UID"]): event for event in events}
    good &= len(by_uid) == len(events)
    for entry in schedule["entries"]:
        event = by_uid.get(entry["uid"])
        if event is None:
            continue
        cancelled = str(event.get("STATUS")) == "CANCELLED"
        if cancelled != entry["cancelled"]:
            print(f"  {entry['uid']}: cancelled {entry['cancelled']}, in the file {event.get('STATUS')}")
            good = False
        if entry["end"] and not entry["all_day"]:
            ends = event.decoded("DTEND").isoformat()
            if ends != entry["end"]:
                print(f"  {entry['uid']}: ends {entry['end']}, in the file {ends}")
                good = False
    if events and any(isinstance(e.decoded("DTSTART"), datetime) for e in events):
        wants_zone = schedule["time_zone"] not in ("UTC", "Etc/UTC")
        good &= wants_zone == bool(calendar.timezones)
    if any(len(line) > 75 for line in text.split(b"\r\n")):
        print("  a line is longer than 75 octets")
        good = False
    if not events:
        print("  no events at all")
    return good and bool(events)


if __name__ == "__main__":
    sys.exit(0 if main(sys.argv[1]) else 1)

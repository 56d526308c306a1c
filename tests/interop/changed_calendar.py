"""Imports a published calendar into khal, changes an hour, moves one evening, cancels another, removes an item, publishes
and imports again: nothing is there twice, nothing is stale. Python's icalendar sees the sequences rise. Whoever gives an
evening to somebody else finds it cancelled in their own calendar."""

import os
import shutil
import subprocess
import sys

from icalendar import Calendar
from khal_lists import CONFIG, khal

PLAN = """\
language = "en"
time_zone = "Europe/London"
[community]
id = "club"
name = "Club"
[[people]]
name = "Mia"
[[activities]]
id = "call"
title = "Call"
when = "every Thu 18:00-19:00"
owner = "Mia"
remind = ["1d", "30m"]
[[activities]]
id = "walk"
title = "Walk"
when = "every Sat 10:00-11:00"
owner = "Mia"
"""
TODAY = ["--today", "2026-12-01"]


def released(folder, qun):
    """What is wrong with the calendar of somebody who was told of an evening that is another's now."""
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder + "/calendar")
    with open(folder + "/config", "w", encoding="utf-8") as file:
        file.write(CONFIG.format(folder=folder, zone="Europe/London"))
    plan = folder + "/club.toml"
    with open(plan, "w", encoding="utf-8") as file:
        file.write(PLAN + '[[people]]\nname = "Ann"\n')

    def run(*arguments):
        environment = {**os.environ, "QUN_STATE_DIR": folder + "/state"}
        subprocess.run([qun, *arguments, *TODAY], env=environment, check=True, capture_output=True, text=True)

    def imported():
        """Takes up the calendar of Mia; her evenings of the week before New Year."""
        ics = folder + "/mia.ics"
        run("schedule", plan, "--month", "2026-12", "--person", "Mia", "--format", "ics", "-o", ics, "--force")
        if khal(folder, "import", "--batch", "-a", "all", ics).returncode != 0:
            sys.exit(1)
        listed = khal(
            folder, "list", "--once", "--day-format", "", "--format", "{start-date-long}{tab}{status}{tab}{title}",
            "2026-12-24", "2027-01-01",
        ).stdout
        held = (line for line in listed.splitlines() if "Call" in line and "CANCELLED" not in line.upper())
        return sorted(line.split("\t")[0] for line in held)

    run("publish", plan, "--through", "2026-12-31", "--yes")
    both = imported()
    run("change", "call", "2026-12-24", plan, "--person", "Ann")
    early = imported()
    run("publish", plan, "--yes")
    late = imported()
    expected = (["2026-12-24", "2026-12-31"], ["2026-12-31"], ["2026-12-31"])
    return [] if (both, early, late) == expected else [f"Mia's evenings: {both}, {early}, {late}"]


def main(folder, qun):
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder + "/calendar")
    with open(folder + "/config", "w", encoding="utf-8") as file:
        file.write(CONFIG.format(folder=folder, zone="Europe/London"))
    plan = folder + "/club.toml"
    with open(plan, "w", encoding="utf-8") as file:
        file.write(PLAN)

    def run(*arguments):
        environment = {**os.environ, "QUN_STATE_DIR": folder + "/state"}
        subprocess.run([qun, *arguments, *TODAY], env=environment, check=True, capture_output=True, text=True)

    def events():
        """Exports December, imports it into khal, and reads it with icalendar."""
        ics = folder + "/december.ics"
        run("schedule", plan, "--month", "2026-12", "--format", "ics", "-o", ics, "--force")
        if khal(folder, "import", "--batch", "-a", "all", ics).returncode != 0:
            sys.exit(1)
        with open(ics, "rb") as file:
            return {str(event["UID"]): event for event in Calendar.from_ical(file.read()).walk("VEVENT")}

    run("publish", plan, "--through", "2026-12-31", "--yes")
    before = events()
    alarms = {uid: len(event.walk("VALARM")) for uid, event in before.items()}
    run("set", "activities.call.when", "every Thu 19:00-20:00", plan)
    run("change", "call", "2026-12-10", plan, "--move", "2026-12-11T20:00")
    run("change", "call", "2026-12-17", plan, "--cancel")
    run("remove", "activity", "walk", plan)
    run("publish", plan, "--yes", "--if-changed", "move")
    after = events()

    listed = khal(
        folder, "list", "--once", "--day-format", "", "--format",
        "{start-date-long} {start-time}{tab}{title}{tab}{status}", "2026-12-01", "2027-01-01",
    ).stdout
    held = sorted(line.split("\t")[0] for line in listed.splitlines() if "\t" in line and "CANCELLED" not in line.upper())
    expected = ["2026-12-03 19:00", "2026-12-11 20:00", "2026-12-24 19:00", "2026-12-31 19:00"]
    wrong = []
    if held != expected:
        wrong.append(f"khal holds {held}, not {expected}\n{listed}")
    if set(before) != set(after):
        wrong.append(f"UIDs differ: {sorted(set(before) ^ set(after))}")
    wrong += [uid for uid in before if uid in after and int(after[uid]["SEQUENCE"]) <= int(before[uid]["SEQUENCE"])]
    statuses = {uid: str(event["STATUS"]) for uid, event in after.items()}
    cancelled = sorted(uid for uid, status in statuses.items() if status == "CANCELLED")
    if len(cancelled) != 5 or "club/call/2026-12-17@qun" not in cancelled:
        wrong.append(f"cancelled: {cancelled}")
    if any(count != (2 if "/call/" in uid else 0) for uid, count in alarms.items()):
        wrong.append(f"alarms: {alarms}")
    wrong += released(folder + "-released", qun)
    for line in wrong:
        print("  " + line)
    return not wrong


if __name__ == "__main__":
    sys.exit(0 if main(sys.argv[1], sys.argv[2]) else 1)

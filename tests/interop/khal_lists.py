"""Imports every PREFIX.ics into one empty calendar of khal, twice, and compares what khal lists with the JSON."""

import os
import shutil
import subprocess
import sys
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from schedule import load, occurrences, same

CONFIG = """\
[calendars]
[[all]]
path = {folder}/calendar
type = calendar
[sqlite]
path = {folder}/khal.db
[locale]
local_timezone = {zone}
default_timezone = {zone}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[default]
default_calendar = all
"""


def khal(folder, *arguments):
    program = os.path.join(os.path.dirname(sys.executable), "khal")
    command = [program, "--config", folder + "/config", *arguments]
    environment = {**os.environ, "HOME": folder, "XDG_CACHE_HOME": folder, "XDG_DATA_HOME": folder}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        print("  " + done.stderr.strip())
    return done


def there(start, zone):
    """A start of the JSON as khal shows it in a zone."""
    if "T" not in start:
        return start + " "
    return datetime.fromisoformat(start).astimezone(zone).strftime("%Y-%m-%d %H:%M")


def main(folder, prefixes):
    schedules = [load(prefix + ".json") for prefix in prefixes]
    zone = schedules[0]["time_zone"]
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder + "/calendar")
    with open(folder + "/config", "w", encoding="utf-8") as file:
        file.write(CONFIG.format(folder=folder, zone=zone))
    # the second time must update and not add
    for prefix in [*prefixes, *prefixes]:
        if khal(folder, "import", "--batch", "-a", "all", prefix + ".ics").returncode != 0:
            return False
    # one day more on each side: another zone may see it there
    first = date.fromisoformat(min(s["from"] for s in schedules)) - timedelta(days=1)
    last = date.fromisoformat(max(s["to"] for s in schedules)) + timedelta(days=2)
    form = "{start-date-long} {start-time}{tab}{title}"
    listed = khal(folder, "list", "--once", "--day-format", "", "--format", form, str(first), str(last))
    if listed.returncode != 0:
        return False
    read = []
    for line in listed.stdout.splitlines():
        start, tab, title = line.partition("\t")
        if tab:
            read.append((title, start))
    zone = ZoneInfo(zone)
    said = [(title, there(start, zone)) for schedule in schedules for title, start in occurrences(schedule)]
    # khal leaves its temporary files behind
    files = sum(name.endswith(".ics") for name in os.listdir(folder + "/calendar"))
    if files != len(said):
        print(f"  {len(said)} entries, {files} in the calendar")
    return same(sorted(said), sorted(read), "khal") and files == len(said)


if __name__ == "__main__":
    sys.exit(0 if main(sys.argv[1], sys.argv[2:]) else 1)

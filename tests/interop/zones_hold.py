"""400 random times in random zones, half of them where clocks change, against Python's zoneinfo.

    python zones_hold.py make PLAN.toml            a plan with an activity for each
    python zones_hold.py check PLAN.json ZONE      its calendar, shown in a zone
"""

import datetime
import json
import random
import sys
from zoneinfo import ZoneInfo

HALF_HOURS = ["Asia/Kolkata", "Asia/Kathmandu", "Australia/Adelaide", "Australia/Lord_Howe", "America/St_Johns"]
DATE_LINE = ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Pacific/Auckland", "Pacific/Chatham"]
# without Morocco, whose rules differ between releases of the database
OTHERS = [
    "America/New_York", "America/Los_Angeles", "America/Sao_Paulo", "America/Santiago", "Europe/Berlin",
    "Europe/London", "Europe/Dublin", "Africa/Cairo", "Africa/Lagos", "Asia/Shanghai", "Asia/Tokyo",
    "Asia/Jerusalem", "Asia/Dubai", "Australia/Sydney", "Pacific/Honolulu", "UTC",
]  # fmt: skip


def changes(zone):
    """The days on which the clocks of a zone change."""
    first = datetime.datetime(2025, 1, 1, 12, tzinfo=ZoneInfo(zone))
    days = [first + datetime.timedelta(days=n) for n in range(5 * 365)]
    return [after.date() for before, after in zip(days, days[1:]) if before.utcoffset() != after.utcoffset()]


def cases():
    dice = random.Random(20261129)
    zones = HALF_HOURS + DATE_LINE + OTHERS
    by_zone = {zone: changes(zone) for zone in zones}
    for number in range(400):
        zone = dice.choice(zones)
        if number % 2 and by_zone[zone]:
            day, minutes = dice.choice(by_zone[zone]), dice.randrange(0, 4 * 60, 5)
        else:
            day = datetime.date(2025, 1, 2) + datetime.timedelta(days=dice.randrange(5 * 365))
            minutes = dice.randrange(24 * 60)
        yield f"a{number}", zone, datetime.datetime.combine(day, datetime.time(minutes // 60, minutes % 60))


def make(path):
    with open(path, "w", encoding="utf-8") as plan:
        plan.write('language = "en"\ntime_zone = "UTC"\nholidays = "none"\n[community]\nname = "Clocks"\n')
        for name, zone, wall in cases():
            plan.write(f'[[activities]]\nid = "{name}"\ntitle = "{name}"\ntime_zone = "{zone}"\nwhen = "{wall:%Y-%m-%d %H:%M}"\n')
    return True


def check(path, shown):
    with open(path, encoding="utf-8") as file:
        said = {entry["item"]: entry["start"] for entry in json.load(file)["entries"]}
    wrong = 0
    for name, zone, wall in cases():
        # of a fold the first, of a gap what the clock before it shows: RFC 5545
        moment = wall.replace(tzinfo=ZoneInfo(zone), fold=0).astimezone(datetime.timezone.utc)
        expected = moment.astimezone(ZoneInfo(shown)).isoformat()
        if said.get(name) != expected:
            wrong += 1
            print(f"{name} {zone} {wall}: {said.get(name)}, zoneinfo has {expected}")
    print(f"400 cases, {wrong} differ")
    return wrong == 0 and len(said) == 400


if __name__ == "__main__":
    sys.exit(0 if (make(sys.argv[2]) if sys.argv[1] == "make" else check(*sys.argv[2:])) else 1)

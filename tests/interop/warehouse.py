"""Do engines count what `qun record --from` counts? A generated log of a club goes through both.

    warehouse.py QUN FOLDER duckdb|postgres|clickhouse|spark [MESSAGES]

The log has ties, bots, messages that come twice, other zones, and days without anyone."""

import csv
import json
import random
import re
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

ZONE = "America/New_York"
FIRST, DAYS = datetime(2026, 9, 25, tzinfo=timezone.utc), 60
PLAN = f"""language = "en"
time_zone = "{ZONE}"
holidays = "none"
[community]
id = "club"
name = "Club"
[[activities]]
id = "salon"
title = "Salon"
when = "every Thu 18:00-19:00"
expected = 16
"""
VIEWS = {
    "messages": "member_id VARCHAR, channel_id VARCHAR, message_id VARCHAR, day DATE, second BIGINT, replies_to VARCHAR, is_bot BOOLEAN",
    "members": "member_id VARCHAR, joined DATE, left_on DATE",
    "attendance": "event_id VARCHAR, day DATE, signed_up INTEGER, came INTEGER",
    "orders": "order_id VARCHAR, member_id VARCHAR, day DATE, amount DECIMAL(18, 2), refunded DECIMAL(18, 2), currency VARCHAR",
}


def generated(count):
    """Messages and members who joined, as an export has them, in the order of time."""
    rng = random.Random(20261101)
    members = [f"m{n}" for n in range(900)]
    joined = {member: FIRST + timedelta(seconds=rng.randrange(DAYS * 86_400)) for member in members}
    rows, starts = [], []
    for number in range(count):
        member = members[min(int(rng.expovariate(1 / 120)), len(members) - 1)]
        at, answered = joined[member] + timedelta(seconds=rng.randrange(30 * 86_400)), None
        if starts and rng.random() < 0.55:
            root = rng.choice(starts[-2_000:])
            at, answered = root[2] + timedelta(seconds=int(rng.expovariate(1 / 40_000)) - 60), root[0]
        elif at.day in (7, 8):
            at = at.replace(hour=4, minute=0, second=0)
        offset = rng.choice([-300, -240, 0, 330, 480])
        at = at.astimezone(timezone(timedelta(minutes=offset)))
        rows.append((f"{number}", member, at, rng.random() < 0.02, answered))
        starts += rows[-1:] if answered is None else []
    rows += rng.sample(rows, count // 200)
    return sorted(rows, key=lambda row: row[2]), joined


def exported(rows, joined, path):
    """DiscordChatExporter's JSON."""
    def record(number, kind, at, author, is_bot, answered=None):
        return {
            "id": number, "type": kind, "timestamp": at.isoformat(), "content": "x",
            "author": {"id": "bot" if is_bot else author, "name": "n", "isBot": is_bot}, "reactions": [],
            **({"reference": {"messageId": answered}} if answered else {}),
        }

    records = [record(f"j{member}", "GuildMemberJoin", at, member, False) for member, at in joined.items()]
    records += [record(number, "Reply" if to else "Default", at, member, is_bot, to) for number, member, at, is_bot, to in rows]
    head = {"guild": {"id": "1"}, "channel": {"id": "2"}, "dateRange": {}, "exportedAt": "2027-01-01T00:00:00+00:00"}
    path.write_text(json.dumps({**head, "messages": records}))


def day_of(at):
    return at.astimezone(ZoneInfo(ZONE)).date().isoformat()


# ten members buy again: on the same day, within thirty days, on the thirtieth, and too late
ORDERS = [(f"m{n}", "2026-10-05") for n in range(8)] + [
    ("m0", "2026-10-05"), ("m1", "2026-10-20"), ("m2", "2026-11-04"), ("m3", "2026-11-05"), ("m9", "2026-11-10"),
]


def tables(rows, joined, folder):
    """The four views as CSV, days in the plan's zone."""
    held = [f"club/salon/{date}@qun" for date in ("2026-10-01", "2026-10-08")]
    contents = {
        "messages": [
            ["bot" if is_bot else member, "2", number, day_of(at), int(at.timestamp()), to or "", is_bot]
            for number, member, at, is_bot, to in rows
        ],
        "members": [[member, day_of(at), ""] for member, at in joined.items()],
        "attendance": [[held[0], "2026-10-01", 17, 14], [held[1], "2026-10-08", "", 9]],
        "orders": [
            [f"o{n}", member, day, "30.00", "30.00" if n == 3 else "0.00", "USD"] for n, (member, day) in enumerate(ORDERS)
        ],
    }
    write(contents, folder)


def write(contents, folder):
    for name, columns in VIEWS.items():
        with open(folder / f"{name}.csv", "w", newline="") as file:
            heads = [column.split()[0] for column in columns.split(", ") if " " in column]
            csv.writer(file).writerows([heads, *contents.get(name, [])])


def response_minutes(rows, first, last):
    """The median time until another person's first reply, by the product-limit estimate, in minutes."""
    speech = {number: (member, int(at.timestamp()), day_of(at), to) for number, member, at, is_bot, to in rows if not is_bot}
    latest, patience = max(second for _, second, _, _ in speech.values()), 7 * 86_400
    starts = {number: row for number, row in speech.items() if row[3] is None and first <= row[2] <= last}
    waits = {}
    for member, second, _, to in speech.values():
        if to in starts and member != starts[to][0] and 0 <= second - starts[to][1] <= patience:
            waits[to] = min(waits.get(to, patience), second - starts[to][1])
    times = sorted((waits.get(number, min(latest - row[1], patience)), number not in waits) for number, row in starts.items())
    share, at = 1.0, 0
    while at < len(times):
        wait, end, answered = times[at][0], at, 0
        while end < len(times) and times[end][0] == wait:
            answered += not times[end][1]
            end += 1
        share *= 1 - answered / (len(times) - at)
        if answered and share <= 0.5 + 1e-9:
            return str((max(wait, 1) + 59) // 60)
        at = end
    return None


def taking_part(rows, joined, first, last):
    """Members who wrote in the window, of all who were members at any time in it."""
    present = {member for member, at in joined.items() if day_of(at) <= last}
    wrote = {member for _, member, at, is_bot, _ in rows if not is_bot and first <= day_of(at) <= last}
    return f"{Decimal(len(present & wrote) * 100 / len(present)).quantize(Decimal('0.1'), ROUND_HALF_UP).normalize():f}", str(len(present))


def duckdb(folder, sql):
    import duckdb as engine

    base = engine.connect()
    for name, columns in VIEWS.items():
        base.execute(f"CREATE TABLE {name} ({columns})")
        base.execute(f"COPY {name} FROM '{folder}/{name}.csv' (HEADER, NULLSTR '')")
    found = base.execute(sql)
    return [column[0] for column in found.description], found.fetchall()


def postgres(folder, sql):
    import psycopg

    with psycopg.connect("dbname=postgres", autocommit=True) as base:
        for name, columns in VIEWS.items():
            base.execute(f"CREATE TEMPORARY TABLE {name} ({columns})")
            with base.cursor().copy(f"COPY {name} FROM STDIN (FORMAT csv, HEADER)") as copy:
                copy.write((folder / f"{name}.csv").read_bytes())
        found = base.execute(sql.encode())
        return [column.name for column in found.description], found.fetchall()


def clickhouse(folder, sql):
    from chdb import session

    base = session.Session()
    base.query("CREATE DATABASE IF NOT EXISTS club")
    base.query("USE club")
    for name, columns in VIEWS.items():
        nullable = ", ".join(
            f"{column.split(' ', 1)[0]} Nullable({column.split(' ', 1)[1]})"
            for column in columns.replace("18, 2", "18;2").split(", ")
        ).replace("18;2", "18, 2").replace("VARCHAR", "String").replace("BOOLEAN", "Bool").replace("INTEGER", "Int64").replace("BIGINT", "Int64")
        base.query(f"DROP TABLE IF EXISTS {name}")
        base.query(f"CREATE TABLE {name} ({nullable}) ENGINE = Memory")
        base.query(f"INSERT INTO {name} SELECT * FROM file('{folder}/{name}.csv', CSVWithNames)")
    text = str(base.query(sql.rstrip().rstrip(";") + " SETTINGS join_use_nulls = 1", "CSVWithNames"))
    rows = list(csv.reader(text.splitlines()))
    return rows[0], [[None if cell == "\\N" else cell for cell in row] for row in rows[1:]]


def spark(folder, sql):
    from pyspark.sql import SparkSession

    base = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    for name, columns in VIEWS.items():
        schema = columns.replace("VARCHAR", "STRING").replace("INTEGER", "BIGINT")
        base.read.csv(f"{folder}/{name}.csv", schema=schema, header=True).createOrReplaceTempView(name)
    days_hold(base, sql)
    found = base.sql(sql.rstrip().rstrip(";"))
    return found.columns, [list(row) for row in found.collect()]


def days_hold(base, sql):
    """What the example for Discord makes of a moment: the plan's civil day and the second, whatever the session's zone."""
    example = next(line for line in sql.splitlines() if "FROM discord_messages" in line)
    day, second = re.search(r"--\s+(.*) AS day, (.*?) AS second", example).groups()
    zone = ZoneInfo(re.search(r"'([A-Za-z]+/[A-Za-z_]+)'", day).group(1))
    # a moment each half hour of a year, written as in London's winter and in India
    moments = [datetime(2026, 1, 1, tzinfo=timezone(timedelta(minutes=330 * (n % 2)))) + timedelta(minutes=30 * n) for n in range(17_520)]
    base.createDataFrame([(moment.isoformat(),) for moment in moments], "timestamp STRING").createOrReplaceTempView("moments")
    wanted = {(moment.isoformat(), str(moment.astimezone(zone).date()), int(moment.timestamp())) for moment in moments}
    for session in ("UTC", "America/New_York", "Asia/Shanghai"):
        base.conf.set("spark.sql.session.timeZone", session)
        found = {tuple(row) for row in base.sql(f"SELECT timestamp, CAST({day} AS STRING), {second} FROM moments").collect()}
        if found != wanted:
            sys.exit(f"spark, a session in {session}: {len(found - wanted)} of {len(wanted)} days are wrong")
    base.conf.unset("spark.sql.session.timeZone")


ENGINES = {"duckdb": duckdb, "postgres": postgres, "clickhouse": clickhouse, "spark": spark}


def run(qun, folder, *words):
    done = subprocess.run([qun, "--today", "2026-12-01", *words], cwd=folder, capture_output=True, text=True, encoding="utf-8")
    if done.returncode != 0:
        sys.exit(f"{words}: {done.stderr}")
    return done.stdout


def readings(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return {(row["subject"], row["metric"], row["from"], row["to"]): (row["value"], row["of"], row["unit"]) for row in csv.DictReader(file)}


def compare(qun, folder, engine, rows, joined, days):
    """What the native code and an engine make of the same log, for October."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("native", "counted"):
        (folder / name).mkdir(exist_ok=True)
        (folder / name / "community.toml").write_text(PLAN, encoding="utf-8")
        (folder / name / "community.readings.csv").unlink(missing_ok=True)
    exported(rows, joined, folder / "chat.json")
    tables(rows, joined, folder)
    run(qun, folder / "native", "record", "--from", "../chat.json")
    counted = result(qun, folder, engine, "--month", "2026-10")
    native = readings(folder / "native" / "community.readings.csv")
    october = {key: value for key, value in native.items() if key[2] == days[0]}
    # the native code knows the response time of a whole export only
    is_whole = ("club", "response-time", *days) in october
    shared = {key: value for key, value in counted.items() if key in october}
    if shared != october or len(october) < 6:
        sys.exit(f"native  {october}\n{engine}  {counted}")
    share, present = taking_part(rows, joined, *days)
    minutes = counted.pop(("club", "response-time", *days), ("", "", ""))
    hours = {"m": 1, "h": 60, "d": 1440}.get(minutes[2], 0)
    if str(int(minutes[0] or 0) * hours) != response_minutes(rows, *days):
        sys.exit(f"expected {response_minutes(rows, *days)} minutes\n{engine}  {minutes}")
    others = {
        ("club/salon/2026-10-01@qun", "came"): ("14", "17", ""),
        ("club/salon/2026-10-08@qun", "came"): ("9", "", ""),
        ("club", "income"): ("300", "", "USD"),
        ("club", "refunded"): ("30", "", "USD"),
        ("club", "payers"): ("8", "", ""),
        ("club", "participation"): (share, present, "%"),
        ("club", "repurchase"): ("25", "8", "%"),
    }
    rest = {key[:2]: value for key, value in counted.items() if key not in october}
    if rest != others:
        sys.exit(f"expected {others}\n{engine}  {rest}")
    return len(counted) + 1, is_whole


def result(qun, folder, engine, *words):
    """What an engine counts, taken over as readings."""
    sql = run(qun, folder / "native", "review", "--sql", engine, *words)
    columns, lines = ENGINES[engine](folder, sql)
    with open(folder / "result.csv", "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([columns, *[["" if cell is None else cell for cell in line] for line in lines]])
    run(qun, folder / "counted", "record", "--from", "../result.csv")
    return readings(folder / "counted" / "community.readings.csv")


def cdnow(qun, folder, engine):
    """The sample of CDNOW: 410 of 2,357 buyers bought again within thirty days."""
    for name in ("native", "counted"):
        (folder / name).mkdir(parents=True, exist_ok=True)
        (folder / name / "community.toml").write_text(PLAN, encoding="utf-8")
        (folder / name / "community.readings.csv").unlink(missing_ok=True)
    sample = (Path(__file__).parent.parent / "data" / "review" / "cdnow-sample.txt").read_text(encoding="utf-8")
    cells = [line.split() for line in sample.splitlines()]
    orders = [
        [n, row[1], f"{row[2][:4]}-{row[2][4:6]}-{row[2][6:]}", row[4], "0.00", "USD"] for n, row in enumerate(cells)
    ]
    write({"orders": orders}, folder)
    found = result(qun, folder, engine, "--since", "1997-01-01", "--until", "1997-12-31")
    again = found.get(("club", "repurchase", "1997-01-01", "1997-12-31"))
    if again != ("17.4", "2357", "%"):
        sys.exit(f"CDNOW: {again}")


def main(qun, folder, engine, count=300_000):
    folder = Path(folder).absolute()
    qun = str(Path(qun).absolute())
    rows, joined = generated(int(count))
    whole, _ = compare(qun, folder / "all", engine, rows, joined, ("2026-10-01", "2026-10-31"))
    days = ("2026-10-01", "2026-10-31")
    is_october = lambda at: days[0] <= day_of(at) <= days[1]
    october = [row for row in rows if is_october(row[2])]
    here = {member: at for member, at in joined.items() if is_october(at)}
    part, is_whole = compare(qun, folder / "october", engine, october, here, days)
    if not is_whole:
        sys.exit("the native code has no response time of October alone")
    cdnow(qun, folder / "cdnow", engine)
    print(f"{engine}: {whole} and {part} readings of {len(rows)} and {len(october)} messages agree, and CDNOW")


if __name__ == "__main__":
    main(*sys.argv[1:])

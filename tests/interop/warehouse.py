"""Do engines count what `qun record --from` counts? A generated log of a club goes through both.

    warehouse.py QUN FOLDER duckdb|postgres|clickhouse|spark [MESSAGES]

The log has ties, bots, messages that come twice, other zones, and days without anyone."""

import csv
import json
import random
import subprocess
import sys
from datetime import datetime, timedelta, timezone
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
    "messages": "member_id VARCHAR, channel_id VARCHAR, message_id VARCHAR, day DATE, is_bot BOOLEAN",
    "members": "member_id VARCHAR, joined DATE, left_on DATE",
    "attendance": "event_id VARCHAR, day DATE, signed_up INTEGER, came INTEGER",
    "orders": "order_id VARCHAR, member_id VARCHAR, day DATE, amount DECIMAL(18, 2), refunded DECIMAL(18, 2), currency VARCHAR",
}


def generated(count):
    """Messages and members who joined, as an export has them."""
    rng = random.Random(20261101)
    members = [f"m{n}" for n in range(900)]
    joined = {member: FIRST + timedelta(seconds=rng.randrange(DAYS * 86_400)) for member in members}
    rows = []
    for number in range(count):
        member = members[min(int(rng.expovariate(1 / 120)), len(members) - 1)]
        at = joined[member] + timedelta(seconds=rng.randrange(30 * 86_400))
        if at.day in (7, 8):
            at = at.replace(hour=4, minute=0, second=0)
        offset = rng.choice([-300, -240, 0, 330, 480])
        rows.append((f"{number}", member, at.astimezone(timezone(timedelta(minutes=offset))), rng.random() < 0.02))
    rows += rng.sample(rows, count // 200)
    return rows, joined


def exported(rows, joined, path):
    """DiscordChatExporter's JSON."""
    def record(number, kind, at, author, is_bot):
        return {
            "id": number, "type": kind, "timestamp": at.isoformat(), "content": "x",
            "author": {"id": "bot" if is_bot else author, "name": "n", "isBot": is_bot}, "reactions": [],
        }

    records = [record(f"j{member}", "GuildMemberJoin", at, member, False) for member, at in joined.items()]
    records += [record(number, "Default", at, member, is_bot) for number, member, at, is_bot in rows]
    head = {"guild": {"id": "1"}, "channel": {"id": "2"}, "dateRange": {}, "exportedAt": "2027-01-01T00:00:00+00:00"}
    path.write_text(json.dumps({**head, "messages": records}))


def tables(rows, joined, folder):
    """The four views as CSV, days in the plan's zone."""
    zone = ZoneInfo(ZONE)
    day = lambda at: at.astimezone(zone).date().isoformat()
    held = [f"club/salon/{date}@qun" for date in ("2026-10-01", "2026-10-08")]
    contents = {
        "messages": [[member, "2", number, day(at), is_bot] for number, member, at, is_bot in rows],
        "members": [[member, day(at), ""] for member, at in joined.items()],
        "attendance": [[held[0], "2026-10-01", 17, 14], [held[1], "2026-10-08", "", 9]],
        "orders": [[f"o{n}", f"m{n}", "2026-10-05", "30.00", "30.00" if n == 3 else "0.00", "USD"] for n in range(8)],
    }
    for name, lines in contents.items():
        with open(folder / f"{name}.csv", "w", newline="") as file:
            csv.writer(file).writerows([[column.split()[0] for column in VIEWS[name].split(", ") if " " in column], *lines])


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
    base.query("CREATE DATABASE club")
    base.query("USE club")
    for name, columns in VIEWS.items():
        nullable = ", ".join(
            f"{column.split(' ', 1)[0]} Nullable({column.split(' ', 1)[1]})"
            for column in columns.replace("18, 2", "18;2").split(", ")
        ).replace("18;2", "18, 2").replace("VARCHAR", "String").replace("BOOLEAN", "Bool").replace("INTEGER", "Int64")
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
    found = base.sql(sql.rstrip().rstrip(";"))
    return found.columns, [list(row) for row in found.collect()]


ENGINES = {"duckdb": duckdb, "postgres": postgres, "clickhouse": clickhouse, "spark": spark}


def run(qun, folder, *words):
    done = subprocess.run([qun, "--today", "2026-12-01", *words], cwd=folder, capture_output=True, text=True, encoding="utf-8")
    if done.returncode != 0:
        sys.exit(f"{words}: {done.stderr}")
    return done.stdout


def readings(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return {(row["subject"], row["metric"], row["from"], row["to"]): (row["value"], row["of"], row["unit"]) for row in csv.DictReader(file)}


def main(qun, folder, engine, count=300_000):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    rows, joined = generated(int(count))
    for name in ("native", "counted"):
        (folder / name).mkdir(exist_ok=True)
        (folder / name / "community.toml").write_text(PLAN, encoding="utf-8")
        (folder / name / "community.readings.csv").unlink(missing_ok=True)
    exported(rows, joined, folder / "chat.json")
    tables(rows, joined, folder)
    run(qun, folder / "native", "record", "--from", "../chat.json")
    sql = run(qun, folder / "native", "review", "--sql", engine, "--month", "2026-10")
    columns, lines = ENGINES[engine](folder, sql)
    with open(folder / "result.csv", "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([columns, *[["" if cell is None else cell for cell in line] for line in lines]])
    run(qun, folder / "counted", "record", "--from", "../result.csv")
    native, counted = (readings(folder / name / "community.readings.csv") for name in ("native", "counted"))
    october = {key: value for key, value in native.items() if key[2] == "2026-10-01" and key[1] != "response-time"}
    shared = {key: value for key, value in counted.items() if key in october}
    if shared != october or len(october) < 5:
        sys.exit(f"native  {october}\n{engine}  {counted}")
    others = {
        ("club/salon/2026-10-01@qun", "came"): ("14", "17", ""),
        ("club/salon/2026-10-08@qun", "came"): ("9", "", ""),
        ("club", "income"): ("240", "", "USD"),
        ("club", "refunded"): ("30", "", "USD"),
        ("club", "payers"): ("8", "", ""),
    }
    rest = {key[:2]: value for key, value in counted.items() if key not in october}
    if rest != others:
        sys.exit(f"expected {others}\n{engine}  {rest}")
    print(f"{engine}: {len(counted)} readings of {len(rows)} messages agree")


if __name__ == "__main__":
    main(*sys.argv[1:])

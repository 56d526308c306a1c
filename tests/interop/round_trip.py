"""Calendars that went out, through another program, and in again: the same calendar, or the difference has its reason.

    round_trip.py QUN FOLDER     every starter in both languages and every example × xlsx and csv that LibreOffice saved,
                                 csv with semicolons, ics that Python's icalendar wrote
"""

import csv
import json
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import icalendar

qun, folder = sys.argv[1], Path(sys.argv[2])
shutil.rmtree(folder, ignore_errors=True)
folder.mkdir(parents=True)
RANGE = ["--from", "2026-12-01", "--to", "2027-01-31"]
# what follows from a plan and is not imported: its tasks and phases
DERIVED = {"task", "phase"}
WAYS = ("xlsx", "csv", "semicolons", "ics")
# why what went out does not come in; a reason without a difference is wrong too
REASONS = {}


def run(*words):
    done = subprocess.run([qun, *words, "--today", "2026-11-22"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, " · ".join(done.stderr.splitlines()[-6:])
    return done.stdout


def calendar(plan):
    return json.loads(run("schedule", plan, *RANGE, "--format", "json"))


def kept(said):
    return {(entry["date"], entry["start"], entry["end"], entry["cancelled"], entry["title"]) for entry in said["entries"] if entry["kind"] not in DERIVED}


def exported(plan):
    """The calendar of a plan, and its files, a folder a format as their names are the same."""
    said = calendar(plan)
    for ending in ("xlsx", "csv", "ics"):
        (folder / ending).mkdir(exist_ok=True)
        run("schedule", plan, *RANGE, "-o", folder / ending / f"{plan.stem}.{ending}", "--force")
    return said


def office(ending, files):
    wanted = "csv:Text - txt - csv (StarCalc):44,34,76" if ending == "csv" else ending
    command = ["soffice", f"-env:UserInstallation=file://{folder.resolve()}/home", "--headless", "--convert-to", wanted]
    if ending == "csv":
        # comma, quotes, UTF-8
        command.append("--infilter=Text - txt - csv (StarCalc):44,34,76")
    subprocess.run([*command, "--outdir", folder / f"saved-{ending}", *files], check=True, capture_output=True, timeout=500)


def with_semicolons(file, target):
    """The same table as Excel in most of Europe saves it."""
    with open(file, encoding="utf-8-sig", newline="") as source, open(target, "w", encoding="utf-8-sig", newline="") as out:
        csv.writer(out, delimiter=";").writerows(csv.reader(source))


def differences(plan, said, way):
    """What is lost and what is new after an import into an empty plan."""
    ending = "csv" if way == "semicolons" else way
    empty = folder / f"{plan.stem}-{way}.toml"
    empty.write_text(f'time_zone = "{said["time_zone"]}"\n[community]\nname = "Empty"\n', encoding="utf-8")
    try:
        run("import", folder / f"saved-{way}" / f"{plan.stem}.{ending}", empty, "--yes")
    except AssertionError as error:
        return [f"{plan.stem}, {way}: {error}"]
    before, after = kept(said), kept(calendar(empty))
    out = [("lost", *one) for one in before - after] + [("new", *one) for one in after - before]
    return [f"{plan.stem}, {way}: {' '.join(map(str, one))}" for one in sorted(out, key=str)]


plans = []
for starter in json.loads(run("templates", "--kind", "plan", "--format", "json")):
    for language in ("zh-CN", "en"):
        plans.append(folder / f"{starter['name']}-{language}.toml")
for example in sorted(Path("examples").glob("*.toml")):
    plans.append(shutil.copy(example, folder / example.name))


def made(plan):
    if not plan.exists():
        name, language = plan.stem.removesuffix("-zh-CN").removesuffix("-en"), "zh-CN" if plan.stem.endswith("-zh-CN") else "en"
        run("init", plan, "--template", name, "--yes", "--lang", language)
    return exported(plan)


with ThreadPoolExecutor(2) as pool:
    calendars = dict(zip(plans, pool.map(made, plans)))
    for ending in ("xlsx", "csv"):
        office(ending, sorted((folder / ending).iterdir()))
    for way in ("ics", "semicolons"):
        (folder / f"saved-{way}").mkdir()
    for file in (folder / "csv").iterdir():
        with_semicolons(file, folder / "saved-semicolons" / file.name)
    for file in (folder / "ics").iterdir():
        (folder / "saved-ics" / file.name).write_bytes(icalendar.Calendar.from_ical(file.read_bytes()).to_ical())
    pairs = [(plan, calendars[plan], way) for plan in plans for way in WAYS]
    found = list(zip(pairs, pool.map(lambda pair: differences(*pair), pairs)))
entries = sum(len(kept(said)) for said in calendars.values())
wrong = [line for pair, lines in found for line in lines if pair[2] not in REASONS]
for way, reason in REASONS.items():
    files = [pair for pair, lines in found if pair[2] == way and lines]
    print(f"  {way}: {len(files)} files differ: {reason}")
    if not files:
        wrong.append(f"{way}: there is a reason, but nothing differs")
for line in wrong[:20]:
    print("  " + line)
print(f"{len(plans)} plans × {len(WAYS)} ways, {entries} entries, {len(wrong)} differences without a reason")
sys.exit(1 if wrong or len(plans) < 20 or entries < 500 else 0)

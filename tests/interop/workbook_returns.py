"""Workbooks that people filled in and LibreOffice saved, read back by qun: the same as from the file that was filled in.

    workbook_returns.py QUN PLAN FOLDER

In the order of the rows, in reverse, and with every third row deleted; as xlsx, and as the csv of LibreOffice.
"""

import csv
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl

qun, plan, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
shutil.rmtree(folder, ignore_errors=True)
folder.mkdir(parents=True)
TODAY = ["--today", "2026-12-20"]
# marks, numbers, a decimal, and texts that a spreadsheet could take for something else
NOTES = ["下雨，晚了半小时", "=1+1", "007", "1/2", "12:30", "two\nlines", "“quotes”, commas; semicolons", "TRUE"]


def run(*words):
    done = subprocess.run([qun, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{words}: {done.stderr}"
    return done.stdout + done.stderr


def saved(paths, ending):
    """What LibreOffice makes of files; csv in UTF-8, the first sheet, as shown."""
    home = f"-env:UserInstallation=file://{folder.resolve()}/home"
    wanted = f"{ending}:Text - txt - csv (StarCalc):44,34,76" if ending == "csv" else ending
    command = ["soffice", home, "--headless", "--convert-to", wanted, "--outdir", folder / "saved", *paths]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return [folder / "saved" / f"{path.stem}.{ending}" for path in paths]


def filled(path, order, columns):
    """A copy of a book with its rows in another order and filled in; how many cells were filled."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    head = [cell.value for cell in sheet[1]]
    places = {name: next((head.index(word) for word in words if word in head), None) for name, words in columns.items()}
    rows = [list(row) for row in sheet.iter_rows(min_row=2, values_only=True)]
    count = 0
    for at, row in enumerate(rows):
        # a date to know of is not held: there is a dash where the tick would be
        is_held = row[places["done"]] != "—"
        ways = {
            "done": ["done", "完成", "x", None][at % 4],
            "came": [None, 12, 30][at % 3] if is_held else None,
            "note": NOTES[at // 2 % len(NOTES)] if at % 2 else None,
        }
        for name, value in ways.items():
            if places[name] is not None and row[places[name]] is None and value is not None:
                row[places[name]] = value
                count += 1
    rows = {"rows": rows, "reversed": rows[::-1], "fewer": [row for at, row in enumerate(rows) if at % 3]}[order]
    for at in range(2, sheet.max_row + 1):
        for column in range(1, len(head) + 1):
            cell = sheet.cell(at, column)
            cell.value = rows[at - 2][column - 1] if at - 2 < len(rows) else None
            if isinstance(cell.value, str):
                cell.data_type = "s"
    out = path.with_name(f"{path.stem}-{order}.xlsx")
    book.save(out)
    return out, count


def recorded(table):
    """The readings that a filled-in calendar leaves beside a plan."""
    own = folder / "plan"
    shutil.rmtree(own, ignore_errors=True)
    own.mkdir()
    shutil.copy(plan, own / "plan.toml")
    said = run("record", "--from", table, "--plan", own / "plan.toml", *TODAY)
    lines = [line for file in own.glob("*.readings.csv") for line in csv.DictReader(file.open(encoding="utf-8-sig"))]
    # the number of a line follows from all of it, also from the name of the file
    return sorted(str({**line, "id": "", "source": ""}) for line in lines), said.replace(table.name, "TABLE")


def listed(table):
    """The list that a filled-in table leaves."""
    path = folder / "list.md"
    path.unlink(missing_ok=True)
    run("checklist", "--from", table, plan, "launch", "--today", "2026-11-22", "-o", path)
    return path.read_text(encoding="utf-8")


COLUMNS = {"done": ["完成", "done", "Done"], "came": ["到场", "came", "Came"], "note": ["备注", "notes", "Notes"]}
month, launch = folder / "month.xlsx", folder / "launch.xlsx"
run("schedule", plan, "--from", "2026-12-01", "--to", "2026-12-19", *TODAY, "-o", month)
run("checklist", plan, "launch", "--today", "2026-11-22", "-o", launch)
tables, cells = {}, 0
for book, read in ((month, recorded), (launch, listed)):
    for order in ("rows", "reversed", "fewer"):
        table, count = filled(book, order, COLUMNS)
        tables[table] = read
        cells += count
before = [read(table) for table, read in tables.items()]
# nothing that was filled in is lost on the way to what is compared
everything = str(before)
assert all(line in everything for note in NOTES for line in note.split("\n")), "a note is lost"
wrong = []
for ending in ("xlsx", "csv"):
    after = [read(table) for table, read in zip(saved(tables, ending), tables.values())]
    wrong += [(table.name, ending, *pair) for table, *pair in zip(tables, before, after) if pair[0] != pair[1]]
for name, ending, before, after in wrong:
    print(f"  {name} saved by LibreOffice as {ending}:")
    one, other = ([part] if isinstance(part, str) else [*part[0], part[1]] for part in (before, after))
    one, other = ("\n".join(part).splitlines() for part in (one, other))
    print("\n".join([f"    - {line}" for line in one if line not in other][:6] + [f"    + {line}" for line in other if line not in one][:6]))
print(f"{cells} cells filled in, {len(wrong)} of 12 files read otherwise")
sys.exit(1 if wrong or cells < 100 else 0)

"""A workbook through openpyxl and LibreOffice: rows as in JSON, no formulas, all of it on paper, and the same after it was saved.

    workbook_opens.py QUN PLAN FOLDER [month|lint|review]     a review is that of a plan of recorded.py
"""

import json
import subprocess
import sys
import unicodedata
from pathlib import Path

import openpyxl
import pypdf

qun, plan, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
kind = sys.argv[4] if len(sys.argv) > 4 else "month"
folder.mkdir(parents=True, exist_ok=True)
WORDS = {
    "month": ["schedule", plan, "--from", "2026-12-01", "--to", "2026-12-31", "--today", "2026-11-20"],
    "lint": ["lint", plan, "--fail-on", "never", "--today", "2026-11-20"],
    "review": ["review", plan, "--from", plan.parent / "chat.csv", "--since", "2026-12-01", "--until", "2027-01-31", "--today", "2027-01-31"],
}


def made(ending):
    path = folder / f"{kind}.{ending}"
    done = subprocess.run([qun, *WORDS[kind], "--format", ending], check=True, capture_output=True)
    path.write_bytes(done.stdout)
    return path


def office(path, ending, out):
    home = f"-env:UserInstallation=file://{folder.resolve()}/home"
    command = ["soffice", home, "--headless", "--convert-to", ending, "--outdir", out, path]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return out / f"{path.stem}.{ending}"


def cells(path):
    """The filled cells of each sheet, dates and times as they are."""
    book = openpyxl.load_workbook(path)
    return {
        sheet.title: {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None}
        for sheet in book
    }


def charts(path):
    """How many charts each sheet has."""
    return {sheet.title: len(sheet._charts) for sheet in openpyxl.load_workbook(path)}


def words(text):
    # fonts join letters and draw radicals
    return "".join(unicodedata.normalize("NFKC", text).split())


def is_table(sheet):
    assert sheet.freeze_panes == "A2" and sheet.print_title_rows == "$1:$1", sheet.title


def month(book, content):
    table = book.worksheets[0]
    rows = list(table.iter_rows(min_row=2, values_only=True))
    uids = [row[-1] for row in rows]
    entries = content["entries"]
    assert [entry["uid"] for entry in entries] == uids, (len(entries), len(uids))
    assert [entry["date"] for entry in entries] == [f"{row[0]:%Y-%m-%d}" for row in rows]
    is_table(table)
    assert table.column_dimensions[openpyxl.utils.get_column_letter(len(rows[0]))].hidden
    assert {rule.type for rule in table.data_validations.dataValidation} == {"list", "whole"}
    assert book.worksheets[-1].sheet_state == "hidden"


def lint(book, content):
    findings, plans, coverage, choices = book.worksheets
    (file,) = content["files"]
    rows = list(findings.iter_rows(min_row=2, values_only=True))
    assert rows and sorted(one["rule"] for one in file["findings"]) == sorted(row[6] for row in rows)
    assert [row[1] for row in plans.iter_rows(min_row=2, values_only=True)] == [file["score"]]
    assert coverage.max_row > 30 and choices.sheet_state == "hidden"
    assert [rule.type for rule in findings.data_validations.dataValidation] == ["list"]
    for sheet in (findings, plans, coverage):
        is_table(sheet)


def review(book, content):
    for sheet in book:
        is_table(sheet)
    drawn = {sheet.title: len(sheet._charts) for sheet in book if sheet._charts}
    # a chart for each goal, one of the events, one of the money and one of who pays
    assert [*drawn.values()] == [len(content["goals"]), 1, 2], drawn
    events = [sheet for sheet in book if sheet._charts][1]
    assert events.max_row == len(content["attendance"]["events"]) + 1


book_path = made("xlsx")
book = openpyxl.load_workbook(book_path)
for sheet in book:
    assert all(cell.data_type != "f" and not cell.hyperlink for row in sheet.iter_rows() for cell in row), sheet.title
{"month": month, "lint": lint, "review": review}[kind](book, json.loads(made("json").read_text()))

saved = office(book_path, "xlsx", folder / "saved")
assert cells(saved) == cells(book_path)
assert charts(saved) == charts(book_path)
pages = pypdf.PdfReader(office(book_path, "pdf", folder)).pages
shown = [sheet for sheet in book if sheet.sheet_state == "visible"]
assert len(pages) >= len(shown) and all(round(page.mediabox.width) == 842 for page in pages), len(pages)
# and every text of theirs is on paper
printed = words("".join(page.extract_text() for page in pages))
for sheet in shown:
    texts = [cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str) and not sheet.column_dimensions[cell.column_letter].hidden]
    lost = [cell.coordinate for cell in texts if words(cell.value) not in printed]
    assert texts and not lost, (sheet.title, lost[:5])
print(f"{kind}: {len(shown)} sheets on {len(pages)} pages, {sum(charts(book_path).values())} charts")

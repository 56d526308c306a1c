"""A workbook through openpyxl and LibreOffice: rows as in JSON, no formulas, pages on paper, and the same after it was saved.

    workbook_opens.py QUN PLAN FOLDER
"""

import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pypdf

qun, plan, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
folder.mkdir(parents=True, exist_ok=True)
RANGE = ["--from", "2026-12-01", "--to", "2026-12-31", "--today", "2026-11-20"]


def made(ending):
    path = folder / f"month.{ending}"
    subprocess.run([qun, "schedule", plan, *RANGE, "-o", path, "--force"], check=True, capture_output=True)
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


book_path = made("xlsx")
book = openpyxl.load_workbook(book_path)
entries = json.loads(made("json").read_text())["entries"]
table = book.worksheets[0]
rows = list(table.iter_rows(min_row=2, values_only=True))
uids = [row[-1] for row in rows]
assert [entry["uid"] for entry in entries] == uids, (len(entries), len(uids))
assert [entry["date"] for entry in entries] == [f"{row[0]:%Y-%m-%d}" for row in rows]
for sheet in book:
    assert all(cell.data_type != "f" and not cell.hyperlink for row in sheet.iter_rows() for cell in row), sheet.title
assert table.freeze_panes == "A2" and table.print_title_rows == "$1:$1"
assert table.column_dimensions[openpyxl.utils.get_column_letter(len(rows[0]))].hidden
assert {rule.type for rule in table.data_validations.dataValidation} == {"list", "whole"}
assert book.worksheets[-1].sheet_state == "hidden"

saved = office(book_path, "xlsx", folder / "saved")
assert cells(saved) == cells(book_path)
pages = pypdf.PdfReader(office(book_path, "pdf", folder)).pages
texts = 1 if len(book.worksheets) == 4 else 0
assert len(pages) >= 2 + texts and all(round(page.mediabox.width) == 842 for page in pages), len(pages)

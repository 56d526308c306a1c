"""Workbooks of plans whose texts are payloads, in openpyxl: no formula, no link, nothing from outside, every text a text.

    sheets.py FOLDER PAYLOADS
"""

import re
import sys
import zipfile
from pathlib import Path

import openpyxl

folder = Path(sys.argv[1])
payloads = Path(sys.argv[2]).read_text(encoding="utf-8").split("\n")[:60]
wrong, shown, cells, books = [], set(), 0, 0


def plain(text):
    return re.sub(r"\s+", " ", str(text)).strip()


for path in sorted(folder.glob("*/*.xlsx")):
    books += 1
    book = openpyxl.load_workbook(path)
    texts = []
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is None:
                    continue
                cells += 1
                texts.append(plain(cell.value))
                if cell.data_type == "f" or cell.hyperlink:
                    wrong.append(f"{path}: {sheet.title} {cell.coordinate}: {cell.value!r}")
        for rule in sheet.data_validations.dataValidation:
            # a list of ours is a range; nothing of a plan is in it
            if rule.type == "list" and not re.fullmatch(r"[^!]+![$A-Z0-9:]+|\"[^\"]*\"", rule.formula1):
                wrong.append(f"{path}: {sheet.title}: a list from {rule.formula1!r}")
    if path.parent.name != "plain":
        whole = "\n".join(texts)
        shown |= {payload for payload in payloads if plain(payload) in whole}
    with zipfile.ZipFile(path) as parts:
        for name in parts.namelist():
            if "externalLink" in name or name.endswith(".bin") or b'TargetMode="External"' in parts.read(name):
                wrong.append(f"{path}: {name}")
wrong += [f"no workbook shows {payload}" for payload in payloads if payload not in shown]
for line in wrong[:20]:
    print("  " + line)
print(f"{books} workbooks, {cells} cells, {len(wrong)} wrong")
sys.exit(1 if wrong or books < 4 * 60 else 0)

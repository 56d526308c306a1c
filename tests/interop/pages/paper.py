"""The pages printed by Chromium (FOLDER/seen/*.pdf): A4 or A3, as many sheets as they may be, every entry on paper.

    paper.py FOLDER SHEETS_OF_THE_MONTH SHEETS_ON_A3
"""

import json
import re
import sys
import unicodedata
from pathlib import Path

import pypdf

folder, sheets = Path(sys.argv[1]), {"month": int(sys.argv[2]), "month-a3": int(sys.argv[3])}
A4, A3 = (595, 842), (842, 1191)
wrong = []


def words(text):
    # fonts join letters and draw radicals
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


printed = {path.stem: pypdf.PdfReader(path).pages for path in sorted((folder / "seen").glob("*.pdf"))}
for name, pages in printed.items():
    wanted = {"month": A4[::-1], "month-a3": A3[::-1]}.get(name, A4)
    for page in pages:
        size = (round(page.mediabox.width), round(page.mediabox.height))
        if size != wanted:
            wrong.append(f"{name}: a sheet of {size}")
    last = words(pages[-1].extract_text())
    # a sheet for the last line alone is wasted: said, as it is no loss
    if len(pages) > 1 and len(last) < 40:
        print(f"  {name}: sheet {len(pages)} holds only {last!r}")
for name, count in sheets.items():
    if len(printed[name]) != count:
        wrong.append(f"{name}: {len(printed[name])} sheets instead of {count}")
for name in (*sheets, "agenda"):
    text = words("".join(page.extract_text() for page in printed[name]))
    # the month folds the work of a day to a number
    titles = {one["title"] for one in json.loads((folder / "entries.json").read_text()) if name == "agenda" or one["kind"] == "activity"}
    lost = [title for title in titles if words(title) not in text]
    if lost or not titles:
        wrong.append(f"{name}: not on paper: {lost[:3]} of {len(titles)}")
for line in wrong:
    print("  " + line)
print(f"{len(printed)} pages on {sum(map(len, printed.values()))} sheets")
sys.exit(1 if wrong else 0)

"""Lists that people ticked and noted, after a formatter and made again: what was lost?

lists_survive.py QUN FOLDER PLAN... -- FORMATTER...   writes lists of the plans into FOLDER, ticks and notes them, runs the
formatter with the files, makes the lists again, and compares. Needs 150 lists at least.
"""

import pathlib
import re
import subprocess
import sys

at = sys.argv.index("--")
qun, folder, *plans = sys.argv[1:at]
formatter = sys.argv[at + 1 :]
folder = pathlib.Path(folder)
folder.mkdir(parents=True, exist_ok=True)
ITEM = re.compile(r"^- \[(.)\] .*<!-- qun:item (\S+) ")
KINDS = "launch daily weekly monthly onboarding review closing moderation conflict handover".split()


def make(plan, kind, language, path):
    words = [qun, "checklist", plan, kind, "--date", "2026-12-08", "--today", "2026-12-03", "--lang", language, "-o", path]
    subprocess.run(words, check=True, capture_output=True)


def edit(text):
    out = []
    for number, line in enumerate(text.splitlines()):
        if not ITEM.match(line):
            out.append(line)
            continue
        out.append(line.replace("[ ]", "[x]", 1) if number % 2 else line)
        if number % 5 == 1:
            out += [f"  note{number}a", "", f"  note{number}b"]
        if number % 5 == 3:
            out += [f"- [ ] own{number}a line"]
    return "\n".join(out) + "\n"


def state(text):
    """Each item with its tick, and each word of people with the item above it."""
    ticks, words, last = {}, {}, None
    for line in text.splitlines():
        if item := ITEM.match(line):
            last = item[2]
            ticks[last] = item[1] == "x"
        for word in re.findall(r"\b(?:note|own)\d+[ab]\b", line):
            assert word not in words, f"{word} twice"
            words[word] = last
    return ticks, words, sum(line.startswith("#") for line in text.splitlines())


lists = {}
for plan in plans:
    for language in ["zh-CN", "en"]:
        for kind in KINDS:
            path = folder / f"{pathlib.Path(plan).stem}-{language}-{kind}.md"
            path.unlink(missing_ok=True)
            make(plan, kind, language, path)
            path.write_text(edit(path.read_text()))
            lists[path] = (plan, kind, language, state(path.read_text()))
assert len(lists) >= 150, len(lists)
before = {path: path.read_bytes() for path in lists}
subprocess.run([*formatter, *lists], check=True, capture_output=True)
changed = sum(path.read_bytes() != before[path] for path in lists)
assert changed * 2 > len(lists), f"the formatter changed {changed} of {len(lists)} lists"
wrong = []
for path, (plan, kind, language, expected) in lists.items():
    make(plan, kind, language, path)
    if state(path.read_text()) != expected:
        wrong.append(path.name)
assert not wrong, wrong
print(f"{len(lists)} lists, {sum(map(sum, (x[3][0].values() for x in lists.values())))} ticks kept")

"""Lists that people edited, a formatter went over, and a plan changed under: what was lost when they are made again?

    merges.py COUNT    COUNT lists, in batches; uses prettier and mdformat where they are on the PATH
"""

import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from place import QUN, ROOT

ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)]) \[(.)\] ", re.M)
MARK = re.compile(r"<!--\s*qun:item\s+(\S+)\s")
WORD = re.compile(r"\b(?:note|own)\d+z\b")
KINDS = "launch daily weekly monthly onboarding review closing moderation conflict handover".split()
BATCH = 50
FORMATTERS = {
    "none": None,
    "prettier": ["prettier", "--log-level", "error", "--ignore-path", "/dev/null", "--write"],
    "prettier wrapped": ["prettier", "--log-level", "error", "--ignore-path", "/dev/null", "--prose-wrap", "always", "--write"],
    "mdformat": ["mdformat"],
    "mdformat wrapped": ["mdformat", "--wrap", "80"],
}
# what changes in the plan before the list is made again
CHANGES = [
    [],
    ["add", "person", "--name", "Late Comer"],
    ["add", "activity", "--title", "Late evening", "--when", "2026-12-09 21:00", "--mode", "online"],
    ["set", "community.name", "Another name"],
]


def qun(plan, *words):
    run = subprocess.run(
        [QUN, "--today", "2026-12-03", *words], capture_output=True, cwd=plan.parent, check=False,
        env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "QUN_STATE_DIR": str(plan.parent / "state")},
    )
    return run


def make(plan, kind, language, path):
    run = qun(plan, "checklist", plan.name, kind, "--date", "2026-12-08", "--lang", language, "-o", str(path))
    assert run.returncode == 0, run.stderr.decode()


def edited(text, dice):
    """Ticks, notes of one or two paragraphs, lines of one's own below items."""
    out, number = [], 0
    for line in text.splitlines():
        if not ITEM.match(line):
            out.append(line)
            continue
        number += 1
        out.append(line.replace("[ ]", dice.choice(["[x]", "[X]"]), 1) if dice.random() < 0.5 else line)
        if dice.random() < 0.25:
            out.append(f"  note{number}z and what was said about it, at some length, so that it may be wrapped by a tool")
            if dice.random() < 0.5:
                out += ["", f"  note{1000 + number}z in another paragraph"]
        if dice.random() < 0.15:
            out.append(f"- [{dice.choice(' x')}] own{number}z line")
    text = "\n".join(out) + "\n"
    if dice.random() < 0.15:
        text = text.replace("\n- [", "\n* [")
    if dice.random() < 0.15:
        text = re.sub(r"^(#+ .*\n)(?!<!--)", r"\1\n", text, flags=re.M)
    if dice.random() < 0.1:
        text = "---\ntitle: ours\n---\n\n" + text
    if dice.random() < 0.1:
        text = text.replace("\n", "\r\n")
    if dice.random() < 0.1 and not text.startswith("---"):
        text = "\ufeff" + text
    return text


def state(text):
    """The tick of each item, and the item above each word of people."""
    ticks, words, last, tick = {}, {}, None, None
    for line in text.lstrip("\ufeff").splitlines():
        if item := ITEM.match(line):
            tick = item[1].strip() != ""
            last = None
        if mark := MARK.search(line):
            last = mark[1]
            ticks[last] = tick
        for word in WORD.findall(line):
            words[word] = words.get(word, []) + [last if word.startswith("note") else "own"]
    headings = sum(line.startswith("## ") for line in text.splitlines())
    return ticks, words, headings


def batch(folder, seed, count, formatter):
    """Makes, edits, formats and makes again; the number of lists of which something was lost, and of
    ticks and lines of people."""
    dice = random.Random(seed)
    plans = sorted(ROOT.glob("examples/*.toml"))
    lists = []
    for number in range(count):
        home = folder / f"{number}"
        home.mkdir()
        plan = home / "community.toml"
        shutil.copy(dice.choice(plans), plan)
        kind, language = dice.choice(KINDS), dice.choice(["zh-CN", "en"])
        path = home / "list.md"
        make(plan, kind, language, path)
        path.write_text(edited(path.read_text(), dice), newline="")
        lists.append((plan, kind, language, path, state(path.read_text())))
    if formatter:
        subprocess.run([*formatter, *[str(row[3]) for row in lists]], capture_output=True, check=True)
    wrong = kept = 0
    for plan, kind, language, path, (ticks, words, _) in lists:
        change = dice.choice(CHANGES)
        if change and qun(plan, *change, plan.name, "--force").returncode != 0:
            qun(plan, *change, plan.name)
        make(plan, kind, language, path)
        now_ticks, now_words, headings = state(path.read_text())
        make(plan, kind, language, path)
        again = path.read_text()
        kept += sum(ticks.values()) + sum(map(len, words.values()))
        problems = [f"tick of {item}" for item, tick in ticks.items() if tick and not now_ticks.get(item)]
        problems += [f"{word}: {above} → {now_words.get(word)}" for word, above in words.items() if now_words.get(word) != above]
        problems += [f"{headings} headings, then {state(again)[2]}"] if state(again)[2] != headings else []
        if problems:
            wrong += 1
            print(f"seed {seed}, {kind} {language} in {path}: {problems[:3]}")
    return wrong, kept


def main(count):
    known = {name: words for name, words in FORMATTERS.items() if words is None or shutil.which(words[0])}
    absent = sorted(set(FORMATTERS) - set(known))
    if absent:
        print(f"not on the PATH: {', '.join(absent)}")
    done = wrong = kept = seed = 0
    while done < count:
        for words in known.values():
            part = min(BATCH, -(-count // len(known)), count - done)
            if part == 0:
                break
            with tempfile.TemporaryDirectory(prefix="qun-campaign-") as folder:
                lost, of = batch(Path(folder), seed, part, words)
            wrong, kept = wrong + lost, kept + of
            seed, done = seed + 1, done + part
    print(f"{done} merges with {', '.join(known)}: {kept} ticks and lines of people, {wrong} lists with something lost")
    return not wrong


if __name__ == "__main__":
    sys.exit(0 if main(int(sys.argv[1])) else 1)

"""Kills commands at their system calls: each file is as before or as after, and the next run cleans up.

    kills.py STEP    every STEP-th system call; 1 is every one. Needs strace.
"""

import subprocess
import sys

from place import CLUB, Place

LIST = ["checklist", "weekly", "-o", "list.md"]
# name, what was done before, the command
COMMANDS = [
    ("add", [], ["add", "person", "--name", "K", "--roles", "volunteer"]),
    ("away", [], ["away", "小雨", "2027-03-01"]),
    ("set", [], ["set", "goals[0].target", "71%"]),
    ("list", [LIST], LIST),
    ("undo", [["set", "goals[0].target", "71%"]], ["undo"]),
    ("remove", [], ["remove", "person", "小雨", "--with-references"]),
    ("rename", [], ["rename", "小雨", "小霞"]),
    ("change", [], ["change", "salon", "2026-12-12", "--cancel"]),
    ("publish", [], ["publish", "--through", "2026-12-31", "--yes"]),
    ("publish again", [["publish", "--through", "2026-12-31", "--yes"], ["away", "小雨", "2026-12-05"]], ["publish", "--yes", "--if-changed", "move"]),
    ("record", [], ["record", "retain", "2026-11-20", "55%"]),
    ("copy", [], ["copy", "--name", "Other", "--starts", "2027-01-04", "--proven", "yes", "--team", "yes", "-o", "other.toml"]),
    ("init", [], ["init", "other.toml", "--template", "reading-club", "--yes"]),
    ("calendar", [], ["schedule", "--month", "2026-12", "-o", "december.ics"]),
    ("workbook", [], ["schedule", "--month", "2026-12", "-o", "december.xlsx"]),
    ("review", [], ["review", "-o", "review.html"]),
    ("document", [], ["document", "welcome", "-o", "welcome.md"]),
    ("monthly", [["checklist", "monthly", "-o", "m.md"]], ["checklist", "monthly", "-o", "m.md", "--force"]),
    ("title", [], ["set", "activities.salon.title", "新沙龙"]),
    ("redo", [["set", "goals[0].target", "71%"], ["undo"]], ["undo", "--redo"]),
    ("fix", [], ["lint", "--fix", "--fail-on", "never"]),
]


def ticked(place):
    """Ticks the first line of a list, which every later text must have."""
    path = place.folder / "list.md"
    if path.is_file():
        path.write_text(path.read_text().replace("- [ ]", "- [x]", 1))


def prepared(done):
    place = Place(CLUB)
    for words in done:
        code, _, err = place.run(words)
        assert code == 0, err.decode()
    ticked(place)
    return place


def count(done, words):
    with prepared(done) as place:
        log = place.state / "strace"
        code, _, err = place.run(words, ["strace", "-f", "-qq", "-o", str(log), "-e", "trace=all"])
        assert code == 0, err.decode()
        return len(log.read_text().splitlines()), place.files()


def main(step):
    kills = lost = left = 0
    for name, done, words in COMMANDS:
        calls, after = count(done, words)
        for at in range(1, calls + 1, step):
            with prepared(done) as place:
                before = place.files()
                inject = f"inject=all:signal=KILL:when={at}"
                code, *_ = place.run(words, ["strace", "-f", "-qq", "-o", "/dev/null", "-e", inject])
                if code == 0:
                    continue  # it ended before that call
                kills += 1
                now = {file: text for file, text in place.files().items() if not file.startswith(".qun-")}
                torn = [file for file, text in now.items() if text not in (before.get(file), after.get(file))]
                gone = [file for file in before if file not in now]
                if torn or gone:
                    # written in place: the next run finishes it
                    lost += 1
                    print(f"{name} at call {at}: torn {torn}, gone {gone}")
                if place.run(["set", "goals[0].target", "72%"])[0] != 0:
                    lost += 1
                    print(f"{name} at call {at}: the next edit is refused")
                place.run(LIST)
                rest = [file for file in place.files() if file.startswith(".")]
                if rest:
                    left += 1
                    print(f"{name} at call {at}: left {rest}")
                if name == "list" and "- [x]" not in (place.folder / "list.md").read_text():
                    lost += 1
                    print(f"{name} at call {at}: the tick is lost")
    print(f"{kills} kills, {lost} lost, {left} with files left behind")
    return not lost and not left and kills > 0


if __name__ == "__main__":
    if subprocess.run(["strace", "-V"], capture_output=True, check=False).returncode != 0:
        sys.exit("strace is missing")
    sys.exit(0 if main(int(sys.argv[1])) else 1)

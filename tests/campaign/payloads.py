"""Texts that act, in a plan, shown to every target: none of them acts there.

    payloads.py COUNT
"""

import csv
import io
import json
import os
import pty
import re
import subprocess
import sys

from place import QUN, TODAY, Place

MARKS = [
    "\x1b]0;CANARY\x07", "\x1b[2J", "\x1b[8m", "\x9b31m", "\x7f", "\b\b\b", "\r", "\u202e", "\u2066", "\u2028", "\u2029",
    "\ufeff", "\n::error::CANARY", "\r\nX-CANARY:1", "\nEND:VEVENT", "=1+1", "x;=1+1", "+1", "@SUM(1)", "-1+1",
    "x,=1+1", "\t=1+1", "<script>CANARY</script>", "](javascript:CANARY)", "|CANARY|", "\n# CANARY", "\n- [x] CANARY", "```",
    "<!-- qun:item x -->", '"CANARY', "\\nCANARY", "%0A::error::CANARY", "\U000e0041", "$(CANARY)", "`CANARY`", "'; CANARY",
]  # fmt: skip

PLAN = """time_zone = "Asia/Shanghai"
[community]
id = "club"
name = TEXT
[[channels]]
id = "c"
title = TEXT
platform = "wechat-group"
[[people]]
name = "Mia"
roles = ["host"]
note = TEXT
[[roles]]
id = "host"
title = TEXT
[[activities]]
id = "salon"
title = TEXT
when = "every Wed 20:00"
channels = ["c"]
steps = [{ id = "say", at = "T-1d", title = TEXT, text = TEXT, role = "host", done = TEXT, sends = [{ to = "c" }] }]
[[goals]]
id = "g"
objective = TEXT
metric = "activity"
"""


def payloads(count):
    """Each alone, then two together, until there are enough."""
    pairs = [one + other for one in MARKS for other in MARKS]
    more = max(0, count - len(MARKS))
    return (MARKS + pairs[:: max(1, len(pairs) // max(1, more))])[:count]


def quoted(text):
    return '"' + "".join(f"\\U{ord(c):08x}" for c in text) + '"'


def on_terminal(place, words):
    """What the program writes to a terminal."""
    main, other = pty.openpty()
    environment = {**place.environment(), "TERM": "xterm"}
    child = subprocess.Popen(
        [QUN, *TODAY, *words], cwd=place.folder, env=environment, stdin=subprocess.DEVNULL, stdout=other, stderr=other
    )
    os.close(other)
    seen = b""
    while True:
        try:
            chunk = os.read(main, 1 << 16)
        except OSError:
            break
        if not chunk:
            break
        seen += chunk
    child.wait()
    os.close(main)
    return child.returncode, seen.decode()


def acting_on_terminal(text):
    # colours and weights are ours; what blinks or hides is not
    ours = re.compile(r"\x1b\[(?:[0-9;]*)m")
    hiding = [m for m in ours.findall(text) if re.fullmatch(r"\x1b\[[568]m", m)]
    rest = ours.sub("", text).replace("\r\n", "\n")
    return hiding + re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", rest)


def formulas(text):
    cells = [cell for mark in ",;\t" for row in csv.reader(io.StringIO(text), delimiter=mark) for cell in row]
    return [cell for cell in cells if re.match(r"[=+@\t\r]|-[^\d ]|-\d+[+*/-]", cell)]


def lines_with(pattern):
    return lambda text: re.findall(pattern, text, re.MULTILINE)


def not_json(text):
    try:
        json.loads(text)
        return []
    except ValueError as error:
        return [str(error)]


MONTH = ["schedule", "--month", "2026-12"]
LINT = ["lint", "--fail-on", "never"]
MARKDOWN = lines_with(r"<script|^# CANARY|[^\\]\]\(javascript|^- \[x\] CANARY")
TARGETS = {
    "csv": ([*MONTH, "--format", "csv"], formulas),
    "list.csv": (["checklist", "weekly", "--format", "csv"], formulas),
    "md": ([*MONTH, "--format", "md"], MARKDOWN),
    "list.md": (["checklist", "weekly", "--format", "md"], MARKDOWN),
    "ics": ([*MONTH, "--format", "ics"], lines_with(r"^X-CANARY|^::|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")),
    "json": ([*MONTH, "--format", "json"], not_json),
    "lint.json": ([*LINT, "--format", "json"], not_json),
    "sarif": ([*LINT, "--format", "sarif"], not_json),
    "github": ([*LINT, "--format", "github"], lines_with(r"^(?!::(?:error|warning|notice) file=).+|[\x00-\x08\x0b-\x1f\x7f]")),
}
TERMINAL = [MONTH, [*MONTH, "--format", "agenda"], [*LINT, "--all"], ["today"], ["brief", "--channel", "c"], ["checklist", "weekly"]]


def main(count):
    shown = let_in = 0
    for number, text in enumerate(payloads(count)):
        with Place(PLAN.replace("TEXT", quoted(text)).encode()) as place:
            tries = []
            for name, (words, acting) in TARGETS.items():
                code, out, _ = place.run(words)
                # without a change of line ends
                tries.append((name, code, acting(out.decode().replace("\r\n", "\n"))))
            # one of the six each time: a terminal is slow
            words = TERMINAL[number % len(TERMINAL)]
            code, seen = on_terminal(place, words)
            tries.append((" ".join(words), code, acting_on_terminal(seen)))
            for name, code, acting in tries:
                shown += 1
                if acting or code != 0:
                    let_in += 1
                    print(f"{text!r} in {name} (exit {code}): {acting[:3]!r}")
    print(f"{count} payloads, shown {shown} times in {len(TARGETS) + len(TERMINAL)} targets, {let_in} let in")
    return not let_in and shown > 0


if __name__ == "__main__":
    sys.exit(0 if main(int(sys.argv[1])) else 1)

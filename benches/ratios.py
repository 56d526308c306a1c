#!/usr/bin/env python3
"""What whole processes cost, side by side in one run: start, lint, ten thousand plans, long calendars.

    benches/ratios.py            everything, seven rounds (about half an hour)
    benches/ratios.py --short    few plans, short calendars, three rounds
    QUN=path/to/qun              measure another build; QUN_BEFORE=path/to/qun: both, in turn

Every row is run in turn with the others of its group, on one core where that can be set. Shown are the median and the
minimum of the wall time, the processor time of the median, the most memory, and the ratio of the minima to the row that
the group is measured against. Needs Python 3.9 or later and, for the bare program, rustc; it never fails on a figure.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHORT = "--short" in sys.argv[1:]
ROUNDS = 3 if SHORT else 7
STARTERS = [
    "reading-club", "course-cohort", "brand-fans", "open-source", "paid-membership", "alumni", "support-community",
    "nonprofit-volunteers", "interest-group", "expert-network", "consumer-benefits", "social-commerce",
]
TODAY = "2026-12-01"


def measured(command, folder):
    """Wall seconds, processor seconds and most memory in MB of one process, its output thrown away."""
    with open(os.devnull, "wb") as nothing:
        started = time.perf_counter()
        child = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=nothing, stderr=nothing)
        _, status, used = os.wait4(child.pid, 0)
        wall = time.perf_counter() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    # macOS counts bytes
    size = used.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
    return wall, used.ru_utime + used.ru_stime, size, child.returncode


def shown(seconds):
    return f"{seconds * 1000:.2f} ms" if seconds < 0.1 else f"{seconds:.2f} s"


def group(title, rows, folder, base=None, rounds=ROUNDS):
    """Runs rows (name, command) in turn and prints them; ratios are to `base`, or to the first row."""
    found = {name: [] for name, _ in rows}
    for _ in range(rounds):
        for name, command in rows:
            found[name].append(measured(command, folder))
    base = base or rows[0][0]
    least = min(run[0] for run in found[base])
    print(f"\n{title} ({rounds} rounds)")
    print(f"  {'':44} {'median':>10} {'minimum':>10} {'processor':>10} {'memory':>9} {'ratio':>7}")
    for name, runs in found.items():
        wall, processor, _, code = sorted(runs)[len(runs) // 2]
        minimum, size = min(run[0] for run in runs), max(run[2] for run in runs)
        broken = "" if code in (0, 1) else f"  exit {code}"
        print(
            f"  {name:44} {shown(wall):>10} {shown(minimum):>10} {shown(processor):>10} {size:6.0f} MB "
            f"{minimum / least:6.2f}x{broken}"
        )


def weekly(count, more=""):
    """A plan of weekly activities and four people who take turns, as in `benches/calendar.rs`."""
    lines = [
        'format = 1\nlanguage = "zh-CN"\ntime_zone = "Asia/Shanghai"\nholidays = "CN"',
        '[community]\nid = "many"\nname = "many"\n[[roles]]\nid = "host"',
    ]
    lines += [f'[[people]]\nid = "p{n}"\nroles = ["host"]' for n in range(4)]
    for n in range(count):
        hour = 8 + n % 12
        when = f'每周{"一二三四五六日"[n % 7]} {hour:02}:00-{hour:02}:45'
        lines.append(f'[[activities]]\nid = "a{n}"\ntitle = "活动 {n}"\nwhen = "{when}"\n{more}')
    return "\n".join(lines) + "\n"


def plans(qun, folder, count):
    """Plans of all starters in both languages, as `init` writes them, again and again under other names."""
    made = []
    for language in ("zh-CN", "en"):
        for starter in STARTERS:
            path = folder / f"{starter}-{language}.toml"
            command = [qun, "init", path, "--template", starter, "--yes", "--lang", language, "--today", TODAY]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            made.append(path.read_text(encoding="utf-8"))
            path.unlink()
    many = folder / "many"
    many.mkdir()
    for n in range(count):
        (many / f"{n}.toml").write_text(made[n % len(made)] + f"\n# {n}\n", encoding="utf-8")
    return many


def large(folder):
    """Plans of one long table, with findings everywhere: a row for each, with its size."""
    rows = 1_000 if SHORT else 20_000
    tables = {
        "activities": '[[activities]]\nid = "a{n}"\ntitle = "Evening {n}"\nwhen = "every Wed 20:00"\nowner = "nobody"\n'
        'about = "' + "We read a chapter and talk about it over tea. " * 6 + '"\n',
        "goals": '[[goals]]\nid = "g{n}"\nstatement = "Goal number {n} of this list"\nmetric = "members"\n',
        "roles": '[[roles]]\nid = "r{n}"\nname = "Role {n}"\nduties = ["duty {n}"]\n',
        "unknown keys": 'unknown_key_{n} = "x"\n',
    }
    yield "an empty plan", ["lint", written(folder / "empty.toml", "")]
    for name, entry in tables.items():
        text = "".join(entry.replace("{n}", str(n)) for n in range(rows))
        path = written(folder / f"large-{name.split()[-1]}.toml", text)
        yield f"{name}, {os.path.getsize(path) / 1e6:.1f} MB", ["lint", path, "--format", "json"]


def written(path, text):
    path.write_text('language = "en"\n[community]\nname = "Club"\n' + text, encoding="utf-8")
    return str(path)


def bare(folder):
    """A program that does nothing; none without rustc."""
    source = folder / "bare.rs"
    source.write_text("fn main() {}\n")
    rustc = shutil.which("rustc")
    if rustc is None or subprocess.run([rustc, "-O", "-o", folder / "bare", source], check=False).returncode != 0:
        return None
    return str(folder / "bare")


def main():
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    qun = os.environ.get("QUN")
    if qun is None:
        subprocess.run(["cargo", "build", "--release", "--locked", "--quiet"], cwd=ROOT, check=True)
        target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
        qun = str(target / "release" / "qun")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # in one folder: how fast a program starts depends on where it lies
        builds = [("", shutil.copy(qun, folder / "qun"))]
        if "QUN_BEFORE" in os.environ:
            builds.insert(0, ("before: ", shutil.copy(os.environ["QUN_BEFORE"], folder / "before")))
        builds = [(label, str(build)) for label, build in builds]

        def of_builds(rows):
            return [(f"{label}{row}", [build, *words, "--today", TODAY]) for row, words in rows for label, build in builds]

        small = folder / "small.toml"
        small.write_text("language = \"en\"\n[community]\nname = \"Club\"\n[[activities]]\nwhen = \"every Sat 14:00\"\n")
        complete = str(ROOT / "examples" / "chenguang.toml")
        nothing = bare(folder)
        start = [("--version", ["--version"]), ("lint of a small plan", ["lint", str(small)]), ("lint of a complete plan", ["lint", complete])]
        rows = [("a program that does nothing", [nothing])] if nothing else []
        group("One plan", rows + of_builds(start), folder, rounds=ROUNDS * 10)

        count = 240 if SHORT else 10_000
        many = str(plans(builds[-1][1], folder, count))
        formats = [(f"lint, {form}", ["lint", many, "--format", form, "--fail-on", "never"]) for form in ("concise", "json", "sarif")]
        group(f"{count:,} plans of all starters", of_builds(formats), folder)

        group("Large plans: their memory beyond that of an empty one", of_builds(large(folder)), folder)

        # without people nobody takes turns
        alone, turns = weekly(100 if SHORT else 1_000), weekly(100 if SHORT else 1_000, 'owner = "host"')
        sends = turns.replace(
            'owner = "host"', 'owner = "host"\nsteps = [{ id = "s", at = "T-1d 12:00", sends = [{ to = "c" }] }]'
        ) + '[rules]\nmessages_per_day = 3\nquiet_hours = "22:00-07:00"\n[[channels]]\nid = "c"\nplatform = "wecom-customer-group"\n'
        years = "2027-12-31" if SHORT else "2035-12-31"
        for title, text in (("", alone), (", with turns", turns), (", with turns and sends", sends)):
            path = folder / "weekly.toml"
            path.write_text(text, encoding="utf-8")
            words = ["schedule", str(path), "--from", "2026-01-01", "--to", years, "--format"]
            rows = of_builds([(form.upper(), [*words, form]) for form in ("csv", "json", "ics")])
            group(f"{'2' if SHORT else '10'} years of {'100' if SHORT else '1,000'} activities{title}", rows, folder)

        path = folder / "span.toml"
        path.write_text(weekly(100, 'owner = "host"'), encoding="utf-8")
        ends = [("1 year", "2026-12-31"), ("10 years", "2035-12-31")] + ([] if SHORT else [("100 years", "2125-12-31")])
        spans = [
            (f"{form.upper()}, {span}", ["schedule", str(path), "--from", "2026-01-01", "--to", end, "--format", form])
            for form in ("csv", "json", "ics") for span, end in ends
        ]
        group("100 activities over longer and longer times", of_builds(spans), folder)

        months = []
        for number in (100, 1_000) if SHORT else (100, 1_000, 10_000):
            path = folder / f"month-{number}.toml"
            path.write_text(weekly(number, 'owner = "host"'), encoding="utf-8")
            months.append((f"{number:,} activities", ["schedule", str(path), "--month", "2026-12", "--format", "json"]))
        group("A month as JSON", of_builds(months), folder)


if __name__ == "__main__":
    main()

"""The licences of everything that is built into the program, from `cargo metadata` on standard input.

    cargo metadata --format-version 1 --locked --filter-platform TARGET | notices.py TARGET
"""

import json
import re
import sys
from pathlib import Path

NAMES = re.compile(r"(licen[cs]e|copying|copyright|notice|unlicense)", re.IGNORECASE)
GLIBC = """
The GNU C Library is linked into this program. It is Copyright (C) the Free Software Foundation, Inc., and may be used
under the GNU Lesser General Public License, version 2.1 or later (https://www.gnu.org/licenses/lgpl-2.1.html). Its source
is at https://sourceware.org/glibc/. To link this program with a changed version of it, build it from its own source.
"""


def built_in(metadata):
    """The packages that the program is linked with: no tests, no build scripts, no macros."""
    nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}
    packages = {package["id"]: package for package in metadata["packages"]}
    root = metadata["resolve"]["root"]
    found, left = set(), [root]
    while left:
        here = left.pop()
        if here in found or any("proc-macro" in target["kind"] for target in packages[here]["targets"]):
            continue
        found.add(here)
        left += [dep["pkg"] for dep in nodes[here]["deps"] if any(kind["kind"] is None for kind in dep["dep_kinds"])]
    return sorted((packages[here] for here in found - {root}), key=lambda package: (package["name"], package["version"]))


def texts(package):
    folder = Path(package["manifest_path"]).parent
    files = sorted(path for path in folder.iterdir() if path.is_file() and NAMES.match(path.name) and path.suffix != ".rs")
    return [path.read_text(encoding="utf-8", errors="replace").strip() for path in files]


def main(target):
    by_text, without = {}, []
    packages = built_in(json.load(sys.stdin))
    for package in packages:
        name = f"{package['name']} {package['version']} ({package['license'] or 'see below'})"
        own = texts(package)
        if not own:
            authors = ", ".join(package["authors"]) or package["repository"] or ""
            without.append(f"{name}: {authors}")
        for text in own:
            by_text.setdefault(text, []).append(name)
    print("qun is built with the work of others, under their licences.\n")
    if target.endswith("-linux-gnu"):
        print(GLIBC)
    if without:
        print("Without a text of its own in its package, under the licence that is named:\n  " + "\n  ".join(without) + "\n")
    for text, names in sorted(by_text.items(), key=lambda pair: pair[1]):
        print("=" * 80 + "\n" + "\n".join(names) + "\n" + "-" * 80 + f"\n{text}\n")
    return bool(packages)


if __name__ == "__main__":
    sys.exit(0 if main(sys.argv[1]) else 1)

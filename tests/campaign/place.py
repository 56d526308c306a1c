"""A folder of its own for each try, and the program in it."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
QUN = os.environ.get("QUN", str(ROOT / "target/debug/qun"))
CLUB = (ROOT / "examples/chenguang.toml").read_bytes()
TODAY = ["--today", "2026-11-22", "--lang", "en"]


class Place:
    def __init__(self, plan=CLUB):
        self.folder = Path(tempfile.mkdtemp(prefix="qun-campaign-"))
        self.state = Path(tempfile.mkdtemp(prefix="qun-campaign-"))
        self.plan = self.folder / "community.toml"
        self.plan.write_bytes(plan)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.rmtree(self.state, ignore_errors=True)

    def environment(self):
        return {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "QUN_STATE_DIR": str(self.state)}

    def start(self, words, before=()):
        command = [*before, QUN, *TODAY, *words]
        pipe = subprocess.PIPE
        return subprocess.Popen(
            command, cwd=self.folder, env=self.environment(), stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe
        )

    def run(self, words, before=()):
        child = self.start(words, before)
        out, err = child.communicate()
        return child.returncode, out, err

    def files(self):
        return {path.name: path.read_bytes() for path in self.folder.iterdir()}

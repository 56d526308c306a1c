"""Terminals of one or two rows, or a few columns, resized while a question is shown: no panic, no hang, and Ctrl-C ends it.

    terminals.py
"""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import tempfile
import termios
import time

from place import QUN

SIZES = [(1, 80), (2, 80), (3, 20), (1, 1), (24, 5)]
KEYS = ["\x1b[B", "\x1b[B", "\r", "?", "\r", "My club\r", "friends\r", "\x1b", "\r", "a\r", " ", "\r"]
INTERRUPTED = 130


def resize(terminal, rows, columns):
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def shown(terminal, seconds):
    """What is shown until nothing comes for a while."""
    out = b""
    while select.select([terminal], [], [], seconds)[0]:
        try:
            part = os.read(terminal, 65536)
        except OSError:
            break
        if not part:
            break
        out += part
    return out


def ended(child, seconds):
    """The exit code, or none where it does not end."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pid, status = os.waitpid(child, os.WNOHANG)
        if pid:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.05)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return None


def played(rows, columns, language):
    """What was shown, and how it ended."""
    with tempfile.TemporaryDirectory() as folder:
        child, terminal = pty.fork()
        if child == 0:
            os.chdir(folder)
            os.environ.update(TERM="xterm", HOME=folder, QUN_STATE_DIR=folder)
            os.execv(QUN, [QUN, "init", "--lang", language])
        resize(terminal, rows, columns)
        out = shown(terminal, 1.0)
        for key in KEYS:
            os.write(terminal, key.encode())
            out += shown(terminal, 0.2)
        for size in ((1, 1), (30, 100)):
            resize(terminal, *size)
            os.write(terminal, b"\x1b[B")
            out += shown(terminal, 0.2)
        os.write(terminal, b"\x03")
        out += shown(terminal, 0.5)
        code = ended(child, 5)
        os.close(terminal)
        return out, code


if __name__ == "__main__":
    bad = 0
    for rows, columns in SIZES:
        for language in ("zh-CN", "en"):
            out, code = played(rows, columns, language)
            if b"panicked" in out or code != INTERRUPTED:
                bad += 1
                print(f"{rows}x{columns} {language}: exit {code}\n{out[-2000:].decode(errors='replace')}")
    print(f"{2 * len(SIZES)} interviews on tiny terminals, {bad} with a panic or without an end")
    sys.exit(1 if bad else 0)

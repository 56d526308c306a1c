"""Edits, saves of an editor and kills in any order: what was acknowledged is in the final text.

    interleavings.py ROUNDS
"""

import os
import random
import signal
import sys
import threading
import time

from place import Place


class Editor(threading.Thread):
    """Saves a line more than it has read, without a look at what came in between, as editors do."""

    def __init__(self, place, dice):
        super().__init__()
        self.place, self.dice, self.is_over = place, dice, False
        self.saves, self.replaced = 0, []

    def run(self):
        own = self.place.folder / "community.toml~"
        kept = self.place.folder / "kept~"
        while not self.is_over:
            time.sleep(self.dice.uniform(0.02, 1.2))
            read = self.place.plan.read_bytes()
            own.write_bytes(read + f"# save {self.saves};\n".encode())
            before = os.open(self.place.plan, os.O_RDONLY)
            os.replace(own, self.place.plan)
            self.saves += 1
            # what it wrote over is its own doing
            kept.write_bytes(b"")
            while chunk := os.read(before, 1 << 20):
                kept.write_bytes(kept.read_bytes() + chunk)
            os.close(before)
            if kept.read_bytes() != read:
                self.replaced.append(kept.read_bytes())
        kept.unlink(missing_ok=True)


def round_of(seed):
    dice = random.Random(seed)
    wrong = []
    with Place() as place:
        editor = Editor(place, dice)
        editor.start()
        running = []
        for at in range(dice.randint(2, 6)):
            person = ["add", "person", "--name", f"P{at}", "--roles", "volunteer"]
            day = f"2027-0{dice.randint(1, 9)}-{at + 10}"
            words, mark = dice.choice(
                [(person, f'name = "P{at}"'), (["away", "小雨", day], f"from = {day}")]
            )
            running.append((place.start(words), mark, dice.random() < 0.25))
            time.sleep(dice.uniform(0, 0.3))
        for child, _, is_killed in running:
            if is_killed:
                time.sleep(dice.uniform(0, 0.5))
                child.send_signal(signal.SIGKILL)
        marks = []
        for child, mark, _ in running:
            child.communicate()
            if child.returncode == 0:
                marks.append(mark)
        editor.is_over = True
        editor.join()
        text = place.plan.read_text()
        wrong += [f"save {n}" for n in range(editor.saves) if f"# save {n};\n" not in text]
        over = [text.decode() for text in editor.replaced]
        wrong += [mark for mark in marks if mark not in text and not any(mark in before for before in over)]
        if place.run(["set", "goals[0].target", "72%"])[0] != 0:
            wrong.append("the text is not sound")
        wrong += [name for name in place.files() if name.startswith(".qun-")]
    for what in wrong:
        print(f"round {seed}: {what}")
    return len(marks), editor.saves, len(wrong)


def main(rounds):
    edits = saves = wrong = 0
    for seed in range(rounds):
        one, other, bad = round_of(seed)
        edits, saves, wrong = edits + one, saves + other, wrong + bad
    print(f"{rounds} interleavings, {edits} edits and {saves} saves acknowledged, {wrong} lost")
    return not wrong and edits > 0


if __name__ == "__main__":
    sys.exit(0 if main(int(sys.argv[1])) else 1)

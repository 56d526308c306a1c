"""What `qun schedule --format json` says, for comparison: (title, start) of every entry, sorted."""

import json
from collections import Counter


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def occurrences(schedule):
    """Title and start; the start with its offset, or a date."""
    return sorted((entry["title"], entry["start"]) for entry in schedule["entries"])


def same(said, read, who):
    """Whether both lists hold the same; prints what differs."""
    only_said, only_read = Counter(said) - Counter(read), Counter(read) - Counter(said)
    for lost in list(only_said)[:5]:
        print(f"  {who} does not have {lost}")
    for strange in list(only_read)[:5]:
        print(f"  only {who} has {strange}")
    return not only_said and not only_read

"""Holds a SARIF file to its schema, and to the plans that it speaks of: paths, places, fixes."""

import sys
from pathlib import Path
from urllib.parse import unquote

from schema_holds import load, refused


def cut(text, region):
    """Before, within and after a region; columns are code points and a byte order mark is none."""
    lines = [line + "\n" for line in text.split("\n")]

    def offset(line, column):
        return sum(map(len, lines[: line - 1])) + column - 1

    start = offset(region["startLine"], region["startColumn"])
    end = offset(region["endLine"], region["endColumn"])
    if not 0 <= start <= end <= len(text):
        raise ValueError(f"{region} lies outside of the text")
    return text[:start], text[start:end], text[end:]


def text_of(path):
    # line ends as they are
    return Path(path).read_bytes().decode("utf-8-sig")


def read(location):
    return text_of(unquote(location["uri"], errors="strict"))


def main(schema, path, mended):
    log = load(path)
    wrong = refused(load(schema), log)
    run = log["runs"][0]
    fixed = 0
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]
        cut(read(place["artifactLocation"]), place["region"])
        if run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] != result["ruleId"]:
            wrong.append(f"{result['ruleId']}: not the rule of its index")
        for fix in result.get("fixes", []):
            change = fix["artifactChanges"][0]
            replacement = change["replacements"][0]
            before, _, after = cut(read(change["artifactLocation"]), replacement["deletedRegion"])
            if before + replacement["insertedContent"]["text"] + after == mended:
                fixed += 1
    if fixed != 1:
        wrong.append(f"{fixed} fixes mend the plan, not one")
    print("\n".join("  " + line for line in wrong))
    return not wrong and bool(run["results"])


if __name__ == "__main__":
    sys.exit(0 if main(sys.argv[1], sys.argv[2], text_of(sys.argv[3])) else 1)

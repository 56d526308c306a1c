"""The built-in holidays of the world, made from the package `holidays` (PyPI, MIT), and checked.

    python world.py write TABLE.txt             makes the table anew
    python world.py check TABLE.txt             is the table what the package says, every country, part, year and name?
    python world.py compare TABLE.txt OTHER.json  how far does a second source agree? OTHER.json is from `other.mjs`

The form of the table, tabs between columns:
    # source, version, day
    =English  Chinese        what a name is in Chinese wherever its row says nothing else
    @CODE  English  Chinese  last year known, where the days of later years wait for a notice  weekend, where Friday is
                             one of its days: the weekdays from 1 for Monday
    local  English  Chinese  days      a name; an empty column is not known, an empty local name is the English one.
                                       `MMDD` is each year, `YYMMDD` one, `~` and nine times `MMDD` the years in turn
    +      …                           a make-up workday
    -      days                        of a part: no day off, other than in its country
A part (`@US-CA`) lists what differs from its country.
"""

import datetime
import json
import re
import sys
from collections import Counter
from pathlib import Path

import holidays
from babel import Locale

YEARS = range(2024, 2033)
# the parts of these countries too
PARTS = ["US", "CA", "DE", "AU", "IN", "GB", "ES", "CH", "BR"]
# China has a table of its own; hardly anyone lives in the others
LEFT_OUT = set("CN AQ BV CC CX FK GS HM IO NF NU PM PN SJ TF TK UM WF".split())
# where nothing is estimated, both sources have nearly the same days
ALIKE = "AT CA CZ DE DE-BY DK EE FR HR IE IT JP LU MX NO NZ PE PL PT RO SE SI US ZA".split()
# the general holidays of Hong Kong, not only those that every employer owes
CATEGORIES = {"HK": ("public", "optional")}
# days off of one town only, which the package gives to the whole part
LOCAL = {"AU-QLD": {"The Royal Queensland Show"}}
HERE = Path(__file__).parent
CHINESE = dict(line.split("\t") for line in (HERE / "chinese.tsv").read_text(encoding="utf-8").splitlines())
NAMES = {language: Locale(language).territories for language in ("en", "zh")}


def countries():
    return sorted(set(holidays.list_supported_countries(include_aliases=False)) - LEFT_OUT)


def parts(code):
    """The parts that have a code of their own: no single towns."""
    return [part for part in getattr(holidays, code).subdivisions if re.fullmatch("[A-Z]{2,3}", part)]


def part_name(code, part):
    aliases = getattr(holidays, code).subdivisions_aliases
    return next((name for name, of in aliases.items() if of == part), part)


def languages(code):
    """Which language is local, English, Chinese, as the package calls them."""
    country = getattr(holidays, code)
    known = list(country.supported_languages or ())
    english = next((name for name in ["en_US", *known] if name in known and name.startswith("en")), None)
    return country.default_language, english or (None if known else "as is"), "zh_CN" if "zh_CN" in known else None


def chinese(english):
    """A name in Chinese, where each of its parts is known."""
    said = []
    for name in english.split("; "):
        stem, bracket = re.fullmatch(r"(.*?)((?: \((?:observed|estimated|observed, estimated)\))*)", name).groups()
        if stem not in CHINESE:
            return ""
        marks = [zh for en, zh in (("observed", "（补休）"), ("estimated", "（预计）")) if en in bracket]
        said.append(CHINESE[stem] + "".join(marks))
    return "、".join(said)


def names(code, part=None):
    """Every day off with its name: local, English, Chinese."""
    local, english, zh = languages(code)

    def table(language):
        categories = CATEGORIES.get(code, ("public",))
        return getattr(holidays, code)(subdiv=part, years=YEARS, language=language, categories=categories)

    of_local = table(local)
    of_english = of_local if english == "as is" else table(english)
    of_zh = table(zh) if zh else {}
    days = {}
    for day, name in sorted(of_local.items()):
        if day.year not in YEARS:
            continue
        in_english = of_english.get(day) or ""
        in_chinese = of_zh.get(day, "").replace("; ", "、") or chinese(in_english)
        if in_english in LOCAL.get(f"{code}-{part}", ()):
            continue
        own = "" if name == in_english else name
        days[day] = (own, in_english, in_chinese)
    return days


def make_ups(code):
    table = getattr(holidays, code)(years=YEARS)
    return sorted(day for day in table.weekend_workdays if day.year in YEARS and day not in table)


def weekend(code):
    """The weekdays of rest where Friday is one of them. A weekend of Sundays alone only says which holidays move."""
    days = getattr(holidays, code)(years=YEARS).weekend
    return "".join(str(day + 1) for day in sorted(days)) if 4 in days else ""


def dates(days):
    """The days in short: those of every year once."""
    by_day = {}
    for day in days:
        by_day.setdefault(f"{day:%m%d}", set()).add(day.year)
    each = [short for short, years in sorted(by_day.items()) if len(years) == len(YEARS)]
    rest = sorted(day for day in days if f"{day:%m%d}" not in each)
    if [day.year for day in rest] == list(YEARS):
        return " ".join([*each, "~" + "".join(f"{day:%m%d}" for day in rest)])
    return " ".join([*each, *(f"{day:%y%m%d}" for day in rest)])


def rows(days, known):
    by_name = {}
    for day, name in days.items():
        by_name.setdefault(name, []).append(day)
    for (own, english, zh), found in sorted(by_name.items(), key=lambda row: min(row[1])):
        yield "\t".join([own, english, "" if zh == known.get(english) else zh, dates(found)])


def tables():
    """Every country, then its parts: code, English and Chinese name, the country's days and its own."""
    for code in countries():
        of_country = names(code)
        yield code, NAMES["en"][code], NAMES["zh"][code], {}, of_country
        for part in parts(code) if code in PARTS else []:
            yield f"{code}-{part}", part_name(code, part), "", of_country, names(code, part)


def lines():
    made = list(tables())
    used = Counter((name[1:], code) for code, *_, days in made for name in set(days.values()))
    often = Counter(pair for (pair, _) in used)
    known = {}
    for (english, zh), count in often.most_common():
        if count > 1 and zh:
            known.setdefault(english, zh)
    yield f"# PyPI holidays\t{holidays.__version__}\t{datetime.date.today()}"
    yield from (f"={english}\t{zh}" for english, zh in sorted(known.items()))
    for code, english, zh, above, days in made:
        made_up = [] if above else make_ups(code)
        # where weeks are rearranged by decree, later years wait for theirs
        last = str(made_up[-1].year) if made_up else ""
        rest = weekend(code.split("-")[0])
        yield "\t".join([f"@{code}", english, zh, last, *([rest] if rest else [])])
        yield from rows({day: name for day, name in days.items() if above.get(day) != name}, known)
        if made_up:
            yield f"+\t{dates(made_up)}"
        gone = [day for day in above if day not in days]
        if gone:
            yield f"-\t{dates(gone)}"


def read(path):
    """The table as days: code → day → name."""
    tables, known = {}, {}
    code = None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        columns = line.split("\t")
        if line.startswith("="):
            known[columns[0][1:]] = columns[1]
            continue
        if line.startswith("@"):
            code = columns[0][1:]
            tables[code] = dict(tables[code.split("-")[0]]) if "-" in code else {}
            continue
        found = []
        for short in columns[-1].split(" "):
            if short.startswith("~"):
                dated = [(year, short[1 + at * 4 :][:4]) for at, year in enumerate(YEARS)]
            elif len(short) == 4:
                dated = [(year, short) for year in YEARS]
            else:
                dated = [(2000 + int(short[:2]), short[2:])]
            found += [datetime.date(year, int(day[:2]), int(day[2:])) for year, day in dated]
        for day in found:
            if columns[0] == "-":
                del tables[code][day]
            elif columns[0] != "+":
                tables[code][day] = (*columns[:2], columns[2] or known.get(columns[1], ""))
    return tables


def check(path):
    tables, wrong, years = read(path), 0, 0
    heads = [line[1:].split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("@")]
    for code, *_, days in (head for head in heads if len(head) == 5):
        wrong += days != weekend(code.split("-")[0])
    wrong += len([code for code in countries() if weekend(code)]) != sum(len(head) == 5 and "-" not in head[0] for head in heads)
    expected = [(code, None) for code in countries()] + [(code, part) for code in PARTS for part in parts(code)]
    if len(tables) != len(expected):
        print(f"{len(tables)} tables, {len(expected)} expected")
        wrong += 1
    for code, part in expected:
        table, truth = tables.get(f"{code}-{part}" if part else code, {}), names(code, part)
        for year in YEARS:
            years += 1
            ours, theirs = ({d: n for d, n in of.items() if d.year == year} for of in (table, truth))
            if ours != theirs:
                wrong += 1
                print(code, part, year, sorted(set(ours.items()) ^ set(theirs.items()))[:3])
    print(f"{years} country-years of {len(expected)} countries and parts, {wrong} differ")
    return wrong == 0


def compare(path, other):
    tables, theirs = read(path), json.loads(Path(other).read_text(encoding="utf-8"))
    same = days_both = days_ours = days_theirs = total = 0
    by_code = []
    for code, table in tables.items():
        if code not in theirs:
            continue
        found = {datetime.date.fromisoformat(day) for day in theirs[code]}
        for year in YEARS:
            ours, others = ({d for d in of if d.year == year} for of in (table, found))
            total += 1
            same += ours == others
            days_both += len(ours & others)
            days_ours += len(ours - others)
            days_theirs += len(others - ours)
        by_code.append((len(set(table) ^ found) / max(1, len(set(table) | found)), code))
    agree = days_both / (days_both + days_ours + days_theirs)
    print(f"{len(by_code)} countries and parts, {total} years: {same} equal; {days_both} days in both, {days_ours} only here, {days_theirs} only there ({agree:.0%} agree)")
    print("furthest apart:", " ".join(f"{code} {apart:.0%}" for apart, code in sorted(by_code, reverse=True)[:12]))
    # the sources must not drift apart unnoticed; elsewhere they count observed and lunar days differently
    apart = {code: apart for apart, code in by_code}
    strange = [code for code in ALIKE if apart[code] > 0.15]
    print("alike:", " ".join(f"{code} {1 - apart[code]:.0%}" for code in ALIKE))
    return agree >= 0.65 and not strange


def main():
    what, path = sys.argv[1], Path(sys.argv[2])
    if what == "write":
        path.write_text("\n".join(lines()) + "\n", encoding="utf-8")
        return True
    return check(path) if what == "check" else compare(path, sys.argv[3])


if __name__ == "__main__":
    sys.exit(0 if main() else 1)

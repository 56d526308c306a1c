//! How often, on which weekday and at what time stand in columns of their own → one phrase of `when`.

use crate::cadence::{Cadence, Pattern, Period};
use crate::human_date;
use crate::language::Text;
use crate::value::{Day, TimeRange, Weekday, WeekdaySet, fold_width};

const NO_PHRASE: Text = Text::new(
    "看不懂多久一次；写成 每周三 20:00、隔周四、每月第一个周六",
    "not a rhythm; write every Wed 20:00, every 2 weeks on Thu or first Sat of the month",
);
const WHICH_OF_MONTH: Text =
    Text::new("每月哪一个？写成 每月第一个周四", "which one of the month? write first Thu of the month");
const CONTRADICTION: Text = Text::new("频率和星期对不上", "the rhythm and the weekday do not agree");
const WHICH_START: Text =
    Text::new("从哪天算起？这个日期看不懂", "which day does it count from? the date is not clear");

const REST: Text = Text::new("只读了前半句，逗号后面的没有读", "only the words before the comma were read");

/// A phrase, and the day from which it counts where that is said.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Rhythm {
    pub cadence: Cadence,
    pub from: Option<Day>,
    /// What is not clear about it.
    pub problem: Option<Text>,
}

/// What introduces the day from which a rhythm counts.
const STARTS: [&str; 7] = ["starting on", "starting", "start date:", "beginning", "from", "since", "起始日期"];
/// Words that say nothing by themselves, before the phrase.
const LABELS: [&str; 6] = ["monthly - ", "monthly: ", "monthly, ", "monthly on ", "每月一次，", "月度例会，"];
/// Every so many weeks, in a word.
const WEEKS: [(&str, u16); 22] = [
    ("weekly", 1),
    ("every week", 1),
    ("once a week", 1),
    ("每周", 1),
    ("每周一次", 1),
    ("每星期", 1),
    ("周度", 1),
    ("biweekly", 2),
    ("bi-weekly", 2),
    ("fortnightly", 2),
    ("every two weeks", 2),
    ("every 2 weeks", 2),
    ("every other week", 2),
    ("双周", 2),
    ("隔周", 2),
    ("每两周", 2),
    ("每两周一次", 2),
    ("每双周", 2),
    ("every three weeks", 3),
    ("每三周", 3),
    ("every four weeks", 4),
    ("每四周", 4),
];
const MONTHS: [&str; 6] = ["monthly", "every month", "once a month", "每月", "每月一次", "月度"];

/// The phrase of what the columns say; none where they say nothing.
pub(super) fn rhythm(
    often: &str,
    weekday: Option<Weekday>,
    time: Option<TimeRange>,
    near: Day,
) -> Option<Result<Rhythm, Text>> {
    let folded = fold_width(often).to_lowercase();
    // of a cell of several lines the first; quotes that somebody left open
    let line = folded.lines().next().unwrap_or_default().trim_matches(['"', ' ', '.', '“', '”']);
    if line.is_empty() {
        return weekday.map(|weekday| Ok(Rhythm { cadence: weekly(1, weekday, time), from: None, problem: None }));
    }
    let (words, start) = split_start(line);
    // what comes behind a comma is no part of a word that says how often
    let known = |words: &str| WEEKS.iter().any(|(word, _)| *word == words);
    let (words, rest) = match words.split_once([',', '，', ';', '；']) {
        Some((first, rest)) if known(first.trim()) && !rest.trim().is_empty() => (first.trim(), Some(rest)),
        _ => (words, None),
    };
    let from = start.map(|start| start_day(start, near));
    let problem = from.filter(Option::is_none).map(|_| WHICH_START).or(rest.map(|_| REST));
    let cadence = match cadence(words, weekday, time) {
        Ok(cadence) => cadence,
        Err(why) => return Some(Err(why)),
    };
    Some(Ok(Rhythm { cadence, from: from.flatten(), problem }))
}

fn cadence(words: &str, weekday: Option<Weekday>, time: Option<TimeRange>) -> Result<Cadence, Text> {
    let clock = time.map(|time| format!(" {time}")).unwrap_or_default();
    if let Some((_, every)) = WEEKS.iter().find(|(word, _)| *word == words) {
        return weekday.map(|weekday| weekly(*every, weekday, time)).ok_or(NO_PHRASE);
    }
    if MONTHS.contains(&words) || LABELS.iter().any(|label| words == label.trim_end_matches([' ', '-', ':', ',', '，']))
    {
        return Err(WHICH_OF_MONTH);
    }
    let bare = LABELS.iter().find_map(|label| words.strip_prefix(label)).unwrap_or(words);
    if super::header::weekday(bare).is_some() {
        return Err(WHICH_OF_MONTH);
    }
    let bare = bare.strip_suffix(" every month").unwrap_or(bare);
    let forms = [format!("{bare}{clock}"), bare.to_owned(), format!("{bare} of the month{clock}")];
    let read = forms.iter().find_map(|form| Cadence::parse(form).ok()).ok_or(NO_PHRASE)?;
    let read = match (read.time, time) {
        (None, Some(_)) => Cadence { time, ..read },
        _ => read,
    };
    match weekday.zip(weekdays(&read.pattern)) {
        Some((weekday, stated)) if !stated.contains(weekday) => Err(CONTRADICTION),
        _ => Ok(read),
    }
}

fn weekly(every: u16, weekday: Weekday, time: Option<TimeRange>) -> Cadence {
    let on = WeekdaySet::EMPTY.with(weekday);
    Cadence { pattern: Pattern::Weekly { every, on }, roll: None, time, more_times: Vec::new() }
}

/// The weekdays of a pattern, where it is of weekdays.
fn weekdays(pattern: &Pattern) -> Option<WeekdaySet> {
    use crate::cadence::MonthDay;
    match pattern {
        Pattern::Weekly { on, .. } | Pattern::NumberedWeeks { on, .. } => Some(*on),
        Pattern::Monthly { period: Period::LunarMonth | Period::LunarYear(_) | Period::LunarLeap(_), .. } => None,
        Pattern::Monthly { days, .. } => {
            days.iter().map(|day| if let MonthDay::Nth(_, weekday) = day { Some(*weekday) } else { None }).collect()
        }
        _ => None,
    }
}

/// The words for how often, and those for the day from which it counts.
fn split_start(line: &str) -> (&str, Option<&str>) {
    let found = STARTS.iter().find_map(|word| line.find(word).filter(|at| *at > 0).map(|at| (at, word.len())));
    match found {
        Some((at, length)) => {
            // biweekly 2019 start date: Jan. 11th
            let words = line[..at].trim_end_matches([' ', ',']);
            let (words, year) = match words.rsplit_once(' ') {
                Some((words, year)) if year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()) => {
                    (words, true)
                }
                _ => (words, false),
            };
            (words, Some(if year { &line[words.len() + 1..] } else { &line[at + length..] }))
        }
        None => (line, None),
    }
}

/// The day; one without a year only where a weekday beside it says which.
fn start_day(text: &str, near: Day) -> Option<Day> {
    if let Ok(day) = human_date::full_date(text.trim()) {
        return Some(day);
    }
    let (year, rest) = match text.split_once(' ') {
        Some((year, rest)) if year.len() == 4 => (year.parse::<i32>().ok(), rest),
        _ => (None, text),
    };
    let rest = STARTS.iter().fold(rest.trim(), |rest, word| rest.strip_prefix(word).unwrap_or(rest).trim());
    let mut words: Vec<&str> = rest.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let stated = words.first().and_then(|word| super::header::weekday(word));
    if stated.is_some() {
        words.remove(0);
    }
    let plain = |word: &&str| {
        let word = word.trim_end_matches('.');
        let ordinal = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end));
        ordinal.filter(|digits| digits.parse::<u8>().is_ok()).unwrap_or(word).to_owned()
    };
    let date = words.iter().map(plain).collect::<Vec<_>>().join(" ");
    let in_year = |year: i32| human_date::day(&format!("{date}, {year}"), near).ok();
    match (year, stated) {
        (Some(year), _) => in_year(year),
        (None, Some(stated)) => {
            let years = (near.year() - 6..=near.year() + 1).rev();
            let mut fits = years.filter_map(in_year).filter(|day| day.weekday() == stated);
            // the last one that has been, else the next one
            let all: Vec<Day> = fits.by_ref().collect();
            all.iter().find(|day| **day <= near).or(all.first()).copied()
        }
        (None, None) => human_date::day(&date, near).ok(),
    }
}

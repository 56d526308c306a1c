//! Activities as they are pasted: 每周三20:00 答疑夜, `Wed 19:00 office hours in #help`.

use std::ops::Range;

use super::clock_words::plain_clock;
use super::day_span::day_span;
use super::first_day::first_day;
use super::form_words::form;
use super::leader::{self, Leader, LeaderDoubt};
use super::meeting_place::meeting_place;
use super::named_channels::title_and_channels;
use super::part::{cut, longest_part, without};
use super::pasted::{PastedLines, UnreadLine};
use super::several_days::a_line_each;
use super::split;
use super::time_words::{self, WrittenZone};
use super::without_sop::without_sop;
use crate::cadence::{Cadence, Pattern, Period};
use crate::human_date;
use crate::knowledge::TERMS;
use crate::language::Text;
use crate::plan::activities::Form;
use crate::value::{Day, Length, fold_width, is_han};

/// Something that happens, and when.
#[derive(Debug, Clone, PartialEq)]
pub struct ActivityLine {
    /// The line as it was pasted.
    pub line: String,
    /// When it happens.
    pub cadence: Cadence,
    /// The part of the line that says when.
    pub when: String,
    /// What it is called.
    pub title: String,
    /// The channels that are named: `in #help`, @1群.
    pub channels: Vec<String>,
    /// What its title says that it is.
    pub form: Option<Form>,
    /// Whether people meet in one place.
    pub is_in_person: bool,
    /// What that place is called.
    pub place: Option<String>,
    /// The name of the time zone that is written behind the time.
    pub zone: Option<String>,
    /// Who leads it, where that is written.
    pub leader: Option<Leader>,
    /// Whether it is a duty of a whole week.
    pub is_week_long: bool,
    /// How long it takes, where that is written apart from its time: `45 min`, 2小时.
    pub lasts: Option<Length>,
    /// Whether it is to have no SOP.
    pub has_no_sop: bool,
    /// The first day, as it is typed.
    pub first: Option<String>,
    /// Who has a job in it beside who leads it: 老周 of 老周记录.
    pub helpers: Vec<String>,
    /// What has to be asked before the line can be taken.
    pub doubt: Option<LeaderDoubt>,
}

const TITLE: Text =
    Text::new("这个时间做什么，如 每周三 20:00 答疑夜", "what happens then, such as every Wed 20:00 office hours");
const WHEN: Text =
    Text::new("什么时候，如 每周三 20:00 答疑夜", "when it happens, such as every Wed 20:00 office hours");

const ZONE: Text = Text::new("哪个时区？", "which time zone?");
const ONE_RHYTHM: Text = Text::new("写了两种节奏，用哪一种？", "two rhythms in one line; which one?");

/// Reads activities.
pub fn activities(text: &str) -> PastedLines<ActivityLine> {
    // a part may begin with the day by whose name it is called; elsewhere it may be a person
    let has_time = |part: &str| {
        let is_time = |(at, cadence): (Range<usize>, Cadence)| {
            let is_apart = at.start == 0 && !part[at.end..].starts_with(is_han);
            !is_named_day(&cadence) || is_apart
        };
        longest_part(part, cadence).is_some_and(is_time)
    };
    let mut all = PastedLines::default();
    for line in split::lines(text).flat_map(|line| split::at_commas(line, has_time)) {
        match on_several_days(line) {
            Some(items) => all.items.extend(items),
            None => match activity(line) {
                Ok(item) => all.items.push(item),
                Err(unread) => all.unread.push(unread),
            },
        }
    }
    all
}

/// What takes place on several dates is an activity for each.
fn on_several_days(written: &str) -> Option<Vec<ActivityLine>> {
    let whole = |read: ActivityLine| ActivityLine { line: written.to_owned(), ..read };
    let lines = a_line_each(written)?;
    lines.iter().map(|line| activity(line).ok().filter(is_dated).map(whole)).collect()
}

/// Whether something takes place on a date, once or every year.
fn is_dated(activity: &ActivityLine) -> bool {
    let is_of_year = matches!(activity.cadence.pattern, Pattern::Monthly { period: Period::Year(_), .. });
    is_of_year || matches!(activity.cadence.pattern, Pattern::Once(_))
}

fn activity(written: &str) -> Result<ActivityLine, UnreadLine> {
    if let Some(part) = without_sop(written) {
        let read = activity(&cut(written, &part))?;
        return Ok(ActivityLine { line: written.to_owned(), has_no_sop: true, ..read });
    }
    if let Some(plain) = plain_clock(written) {
        let whole = |unread| UnreadLine { line: written.to_owned(), ..unread };
        return Ok(ActivityLine { line: written.to_owned(), ..activity(&plain).map_err(whole)? });
    }
    if let Some((plain, lasts)) = day_span(written)
        && let Some(read) = activity(&plain).ok().filter(is_dated)
    {
        return Ok(ActivityLine { line: written.to_owned(), lasts: Some(lasts), ..read });
    }
    // UTC15:00
    let glued = ["UTC", "GMT"].iter().find_map(|zone| {
        let at = written.find(zone)? + zone.len();
        written[at..].starts_with(|c: char| c.is_ascii_digit()).then_some(at)
    });
    if let Some(at) = glued {
        let apart = activity(&format!("{} {}", &written[..at], &written[at..]))?;
        return Ok(ActivityLine { line: written.to_owned(), ..apart });
    }
    if let Some((part, day)) = first_day(written) {
        let read = activity(&cut(written, &part))?;
        return Ok(ActivityLine { line: written.to_owned(), first: Some(day), ..read });
    }
    match time_words::zone(written) {
        Some((part, WrittenZone::Known(zone))) => {
            // what is not understood comes back as it was written, with its zone
            let zone_words = written[part.clone()].trim().to_owned();
            let with_zone = |near: String| behind_time(&near, &zone_words);
            let line = cut(written, &part);
            let whole = |unread: UnreadLine| UnreadLine {
                line: written.to_owned(),
                part: if unread.part == line { written.to_owned() } else { unread.part },
                near: unread.near.into_iter().map(with_zone).collect(),
                ..unread
            };
            without_zone(written, &line, Some(zone)).map_err(whole)
        }
        Some((part, WrittenZone::Ambiguous(zones))) => {
            let near = zones.iter().map(|zone| format!("{}{zone}{}", &written[..part.start], &written[part.end..]));
            let near = near.collect();
            Err(UnreadLine { near, ..UnreadLine::part(written, &written[part], ZONE) })
        }
        None => without_zone(written, written, None),
    }
}

/// A line with a zone behind its time: `every 2 weeks on Thu 15:00 Berlin time sync`.
fn behind_time(line: &str, zone: &str) -> String {
    let colon = line.find(':').filter(|at| line[at + 1..].starts_with(|c: char| c.is_ascii_digit()));
    let Some(at) = colon else { return format!("{line} {zone}") };
    let digits = line[at + 1..].find(|c: char| !c.is_ascii_digit()).unwrap_or(line.len() - at - 1);
    let (time, rest) = line.split_at(at + 1 + digits);
    format!("{time} {zone}{rest}")
}

/// Reads a line from which the zone has been taken.
fn without_zone(written: &str, line: &str, zone: Option<String>) -> Result<ActivityLine, UnreadLine> {
    // the date that is written, not the festival that it is called by
    let dated = longest_part(line, |part| cadence(part).filter(|cadence| !is_named_day(cadence)));
    let found =
        dated.or_else(|| longest_part(line, cadence)).map(|(part, cadence)| (without_meeting(line, part), cadence));
    if found.as_ref().is_some_and(|(_, cadence)| matches!(cadence.pattern, Pattern::Festival(_)))
        && let Some((part, ())) = longest_part(line, bare_date)
    {
        return Err(nearly(line, part));
    }
    let Some((part, cadence)) = found else { return without_day(written, line, zone) };
    let wide = time_words::widened(line, &part);
    let wide = if matches!(cadence.pattern, Pattern::Monthly { period: Period::Year(_), .. }) {
        time_words::with_more_months(line, wide)
    } else {
        wide
    };
    if wide != part {
        return Err(nearly(line, wide));
    }
    if cadence.time.is_none()
        && let Some(hour) = bare_hour(&line[part.end..])
    {
        let mut unread = nearly(line, part.start..part.end + hour);
        // at 11 is not 20:00
        let digits = line[part.end..part.end + hour].trim_start_matches(|c: char| !c.is_ascii_digit());
        let hours: Vec<String> =
            digits.parse().map_or(Vec::new(), |n: u8| vec![format!("{n:02}:"), format!("{:02}:", n + 12)]);
        unread.near.retain(|near| hours.iter().any(|hour| near.contains(hour)));
        return Err(unread);
    }
    if cadence.time.is_none()
        && let Some((words, hour, asks)) = time_words::day_part(line, &part)
    {
        let near = vec![time_words::with_hour(line, &words, &part, hour)];
        return Err(UnreadLine { near, ..UnreadLine::part(line, &line[words], asks) });
    }
    let mut named = cut(line, &part);
    let (mut cadence, mut when) = (cadence, line[part.clone()].to_owned());
    if cadence.time.is_none()
        && let Some((time, timed, phrase)) = time_elsewhere(&named, &when)
    {
        // 每日早报 8:30: the time stands behind the name
        named = cut(&named, &time);
        (cadence, when) = (timed, phrase);
    }
    // whoever is called 小满 is no second rhythm
    let term = TERMS.iter().find_map(|term| named.strip_suffix(term.zh));
    if !cadence.is_as_often_as(term.unwrap_or(&named)) {
        let title = time_words::rate(&named).map_or_else(|| named.clone(), |rate| without(&named, &rate));
        let phrases = Cadence::parse(line).err().map(|error| error.near).unwrap_or_default();
        let near: Vec<String> = phrases.into_iter().map(|phrase| format!("{phrase} {title}")).collect();
        // Fortnightly discussion, Sunday 8pm: one rhythm in two parts
        let is_one_rhythm = named.to_lowercase().contains("fortnight") && !when.to_lowercase().contains("every");
        if let ([only], true) = (near.as_slice(), is_one_rhythm) {
            return Ok(ActivityLine { line: written.to_owned(), ..activity(only)? });
        }
        return Err(UnreadLine { near, ..UnreadLine::whole(line, ONE_RHYTHM) });
    }
    titled(written, &named, (cadence, when, zone))
}

/// Whether a cadence is a festival or a solar term by its name.
const fn is_named_day(cadence: &Cadence) -> bool {
    matches!(cadence.pattern, Pattern::Festival(_) | Pattern::Term(_))
}

/// A time of day in what is left of a line, with the cadence and the phrase that it makes of one without.
fn time_elsewhere(named: &str, when: &str) -> Option<(Range<usize>, Cadence, String)> {
    let is_clock = |part: &str| {
        let part = fold_width(part).to_lowercase();
        let marks = [":", "点", "am", "pm"];
        part.contains(|c: char| c.is_ascii_digit() || is_han(c)) && marks.iter().any(|mark| part.contains(mark))
    };
    let read = |part: &str| {
        let phrase = format!("{when} {part}");
        let timed = is_clock(part).then(|| cadence(&phrase)).flatten()?;
        timed.time.is_some().then_some((timed, phrase))
    };
    longest_part(named, read).map(|(part, (timed, phrase))| (part, timed, phrase))
}

/// What the reader of cadences passes over, and what is a title where there is no other: 每周四 20:00 例会.
const MEETINGS: [&str; 2] = ["例会", "会议"];

fn without_meeting(line: &str, part: Range<usize>) -> Range<usize> {
    let when = &line[part.clone()];
    let is_all = !without(line, &part).contains(char::is_alphanumeric);
    let meeting = MEETINGS.iter().find(|meeting| is_all && when.ends_with(**meeting));
    meeting.map_or(part.clone(), |meeting| part.start..part.start + when[..when.len() - meeting.len()].trim_end().len())
}

/// A line that says how often, and not on which day: what is held in turns for a week each begins on Monday.
fn without_day(written: &str, line: &str, zone: Option<String>) -> Result<ActivityLine, UnreadLine> {
    let Some(part) = time_words::rate(line) else { return Err(nearly(line, 0..line.len())) };
    let rate = &line[part.clone()];
    if leader::in_turns(line).is_some() && time_words::is_weekly(rate) {
        let monday = if rate.is_ascii() { "every Mon" } else { "每周一" };
        let cadence = Cadence::find(monday).expect("every Monday is a cadence");
        let activity = titled(written, &without(line, &part), (cadence, monday.to_owned(), zone))?;
        return Ok(ActivityLine { is_week_long: true, ..activity });
    }
    Err(nearly(line, part))
}

/// An activity of which the time is known, by the rest of its line.
fn titled(
    line: &str,
    rest: &str,
    (cadence, when, zone): (Cadence, String, Option<String>),
) -> Result<ActivityLine, UnreadLine> {
    let (rest, lasts) = match length(rest) {
        Some((part, length)) => (cut(rest, &part), Some(length)),
        None => (rest.to_owned(), None),
    };
    let (rest, in_turns) = match leader::in_turns(&rest) {
        Some(part) => (part.map_or_else(|| rest.clone(), |part| cut(&rest, &part)), true),
        None => (rest, false),
    };
    let place = meeting_place(&rest);
    let is_in_person = place.is_some();
    let without_place = place.as_ref().filter(|place| place.is_cut).map(|place| cut(&rest, &place.part));
    let named = without_place.filter(|rest| rest.contains(char::is_alphanumeric)).unwrap_or(rest);
    let place = place.and_then(|place| place.name);
    let (title, channels) = title_and_channels(&named);
    if title.is_empty() {
        return Err(UnreadLine::whole(line, TITLE));
    }
    let (line, form, leader) = (line.to_owned(), form(&title), in_turns.then_some(Leader::Turns));
    Ok(ActivityLine {
        line,
        cadence,
        when,
        title,
        channels,
        form,
        is_in_person,
        place,
        zone,
        leader,
        is_week_long: false,
        lasts,
        has_no_sop: false,
        first: None,
        helpers: Vec::new(),
        doubt: None,
    })
}

/// Words with which a place or who leads begins.
const PLACE_OR_LEADER: [&str; 7] = ["at ", "in ", "with ", "by ", "led by ", "hosted by ", "venue"];

/// How long something takes, parted from its name: `office hours, 45 min`, `party for 2 hours`, 沙龙 2小时 小满; not the
/// `2 hour workshop`.
fn length(rest: &str) -> Option<(Range<usize>, Length)> {
    longest_part(rest, |part| {
        let bare = part.strip_prefix("for ").unwrap_or(part);
        let at = part.as_ptr() as usize - rest.as_ptr() as usize;
        let before = rest[..at].trim_end().chars().next_back();
        let behind = &rest[at + part.len()..];
        let goes_on = behind.trim_start().starts_with(|c: char| c.is_ascii_alphabetic())
            && !PLACE_OR_LEADER.iter().any(|word| behind.trim_start().starts_with(word));
        let is_apart = (at == 0 || rest[..at].ends_with(' ')) && !behind.starts_with(char::is_alphanumeric) && !goes_on;
        let is_parted = bare.len() < part.len() || is_apart || before.is_some_and(|c| ",，（(·".contains(c));
        let has_number = bare.contains(|c: char| c.is_ascii_digit() || "一两二三四半".contains(c));
        let length = (is_parted && has_number).then(|| bare.parse::<Length>().ok()).flatten()?;
        matches!(length, Length::Minutes(1..=1440)).then_some(length)
    })
}

/// A cadence without signs around it and a label in front, which its reader passes over: they belong to the title.
fn cadence(part: &str) -> Option<Cadence> {
    let is_bare = part.starts_with(char::is_alphanumeric) && part.ends_with(char::is_alphanumeric);
    let mut colons = part.match_indices([':', '：']);
    let has_label = colons.any(|(at, _)| !part[..at].ends_with(char::is_numeric));
    if is_bare && !has_label { Cadence::find(part) } else { None }
}

/// Whether a part is a date without its year.
fn bare_date(part: &str) -> Option<()> {
    let has_digit = part.contains(|c: char| c.is_ascii_digit());
    let is_bare = part.starts_with(char::is_alphanumeric) && part.ends_with(char::is_alphanumeric);
    (has_digit && is_bare && human_date::day(part, Day(0)).is_ok()).then_some(())
}

/// How far a number reaches that is meant as an hour: ` at 11`.
fn bare_hour(text: &str) -> Option<usize> {
    let trimmed = text.trim_start();
    let number = trimmed.strip_prefix("at ").unwrap_or(trimmed);
    let digits = number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len());
    // 21日打卡营
    let is_alone = !number[digits..].starts_with(char::is_alphanumeric);
    ((1..=2).contains(&digits) && is_alone).then(|| text.len() - number.len() + digits)
}

/// A line whose time is not complete, with lines near to it where it has any time.
fn nearly(line: &str, part: Range<usize>) -> UnreadLine {
    let is_whole = part.len() == line.len();
    let phrase = &line[part.clone()];
    let is_worded = phrase.contains(char::is_alphabetic);
    let error = match Cadence::parse(phrase) {
        Err(error) if !is_whole || phrase.contains(|c: char| c.is_ascii_digit()) && is_worded => error,
        _ => return UnreadLine::whole(line, WHEN),
    };
    let title = if is_whole { String::new() } else { without(line, &part) };
    let near = error.near.into_iter().map(|near| format!("{near} {title}").trim_end().to_owned()).collect();
    UnreadLine { near, ..UnreadLine::part(line, phrase, error.expected) }
}

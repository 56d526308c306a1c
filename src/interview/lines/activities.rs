//! Activities as they are pasted: 每周三20:00 答疑夜, `Wed 19:00 office hours in #help`.

use std::ops::Range;

use super::meeting_place::meeting_place;
use super::part::{longest_part, trimmed, without};
use super::pasted::{PastedLines, UnreadLine};
use super::split;
use crate::cadence::{Cadence, Pattern};
use crate::human_date;
use crate::language::Text;
use crate::plan::activities::Form;
use crate::value::Day;

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
    /// The channel that is named: `in #help`, @1群.
    pub channel: Option<String>,
    /// What its title says that it is.
    pub form: Option<Form>,
    /// Whether people meet in one place.
    pub is_in_person: bool,
}

/// Words in a title that say what an activity is, beyond the names of forms; the first that is found counts.
const TITLES: &[(&str, Form)] = &[
    ("嘉宾问答", Form::Ama),
    ("ama", Form::Ama),
    ("office hour", Form::Qa),
    ("office hours", Form::Qa),
    ("q&a", Form::Qa),
    ("问答", Form::Qa),
    ("打卡", Form::CheckIn),
    ("check in", Form::CheckIn),
    ("checkin", Form::CheckIn),
    ("分享", Form::Sharing),
    ("talk", Form::Sharing),
    ("讲座", Form::Sharing),
    ("红包", Form::RedPacket),
    ("课", Form::Course),
    ("class", Form::Course),
    ("lesson", Form::Course),
    ("meet-up", Form::Meetup),
];

const TITLE: Text =
    Text::new("这个时间做什么，如 每周三 20:00 答疑夜", "what happens then, such as every Wed 20:00 office hours");
const WHEN: Text =
    Text::new("什么时候，如 每周三 20:00 答疑夜", "when it happens, such as every Wed 20:00 office hours");

/// Reads activities.
pub fn activities(text: &str) -> PastedLines<ActivityLine> {
    let has_time = |part: &str| longest_part(part, cadence).is_some();
    PastedLines::read(split::lines(text).flat_map(|line| split::at_commas(line, has_time)), activity)
}

fn activity(line: &str) -> Result<ActivityLine, UnreadLine> {
    // the date that is written, not the festival that it is called by
    let dated =
        longest_part(line, |part| cadence(part).filter(|cadence| !matches!(cadence.pattern, Pattern::Festival(_))));
    let found = dated.or_else(|| longest_part(line, cadence));
    if found.as_ref().is_some_and(|(_, cadence)| matches!(cadence.pattern, Pattern::Festival(_)))
        && let Some((part, ())) = longest_part(line, bare_date)
    {
        return Err(nearly(line, part));
    }
    let Some((part, cadence)) = found else { return Err(nearly(line, 0..line.len())) };
    if cadence.time.is_none()
        && let Some(hour) = bare_hour(&line[part.end..])
    {
        return Err(nearly(line, part.start..part.end + hour));
    }
    let named = without(line, &part);
    let place = meeting_place(&named);
    let is_in_person = place.is_some();
    let cut = place.filter(|(_, is_cut)| *is_cut).map(|(part, _)| without(&named, &part));
    let named = cut.filter(|rest| rest.contains(char::is_alphanumeric)).unwrap_or(named);
    let (title, channel) = title_and_channel(&named);
    if title.is_empty() {
        return Err(UnreadLine::whole(line, TITLE));
    }
    let form = form(&title);
    Ok(ActivityLine { line: line.to_owned(), cadence, when: line[part].to_owned(), title, channel, form, is_in_person })
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
    (1..=2).contains(&digits).then(|| text.len() - number.len() + digits)
}

/// A line whose time is not complete, with lines near to it where it has any time.
fn nearly(line: &str, part: Range<usize>) -> UnreadLine {
    let is_whole = part.len() == line.len();
    let phrase = &line[part.clone()];
    let error = match Cadence::parse(phrase) {
        Err(error) if !is_whole || phrase.contains(|c: char| c.is_ascii_digit()) => error,
        _ => return UnreadLine::whole(line, WHEN),
    };
    let title = if is_whole { String::new() } else { without(line, &part) };
    let near = error.near.into_iter().map(|near| format!("{near} {title}").trim_end().to_owned()).collect();
    UnreadLine { near, ..UnreadLine::part(line, phrase, error.expected) }
}

/// A title without the channel that it names.
fn title_and_channel(text: &str) -> (String, Option<String>) {
    for mark in [" in #", " on #", "@", "#", " 在"] {
        let Some(at) = text.find(mark) else { continue };
        let start = at + mark.trim_end_matches('#').len();
        let word = text[start..].split([' ', ',', '，', ')', '）']).next().unwrap_or_default();
        if word.contains(char::is_alphanumeric) {
            let title = without(text, &(at..start + word.len()));
            return (title, Some(trimmed(word).to_owned()));
        }
    }
    (trimmed(text).to_owned(), None)
}

/// What a title says that an activity is.
fn form(title: &str) -> Option<Form> {
    let title = title.to_lowercase();
    let has = |word: &str| longest_part(&title, |part| (part == word).then_some(())).is_some();
    let spoken = TITLES.iter().find(|(word, _)| has(word)).map(|(_, form)| *form);
    let mut forms = Form::ALL.iter().filter(|form| **form != Form::Other);
    let named = || forms.find(|form| [form.name().zh, form.name().en, form.word()].into_iter().any(has)).copied();
    spoken.or_else(named)
}

//! Who leads an activity, by the end of its title: `office hours, Anke`, 答疑夜 小陈主持, `triage duty in turns`.

use std::ops::Range;

use super::part::trimmed;
use super::role_word::{RoleWord, role_words};
use super::team_line::TeamLine;
use crate::language::{Language, Text};
use crate::source::closest;
use crate::value::is_han;

/// Who leads an activity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leader {
    /// A person, by the name that they have.
    Person(String),
    /// Those who hold a role.
    Role(RoleWord),
    /// All, one after another.
    Turns,
    /// These, one after another.
    Several(Vec<String>),
}

impl Leader {
    /// Who it is, as people say it.
    pub fn name(&self, language: Language) -> String {
        match self {
            Self::Person(name) => name.clone(),
            Self::Role(role) => role.written.clone(),
            Self::Turns => Text::new("大家轮流", "all of you in turns").get(language).to_owned(),
            Self::Several(names) => {
                let and = Text::new("、", " and ").get(language);
                Text::new("{names}轮流", "{names} in turns").fill(language, |_| Some(names.join(and)))
            }
        }
    }
}

/// Why it is not known who leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeaderDoubt {
    /// A word that may be a name with a typo in it: as written, and the name.
    Misspelt(String, String),
}

/// Words by which something is done in turns, and whether they are no part of its name.
const TURNS: &[(&str, bool)] = &[
    ("leading in turns", true),
    ("lead in turns", true),
    ("in turns", true),
    ("in turn", true),
    ("taking turns", true),
    ("take turns", true),
    ("takes turns", true),
    ("by turns", true),
    ("rotating", true),
    ("alternating", true),
    ("alternate", true),
    ("on rotation", true),
    ("in rotation", true),
    ("轮流来", true),
    ("轮流做", true),
    ("大家轮流", true),
    ("轮流", true),
    ("rota", false),
    ("轮值", false),
];

/// Where a title says that people take turns; the part that is no part of its name, if any.
pub(super) fn in_turns(title: &str) -> Option<Option<Range<usize>>> {
    let lower = title.to_lowercase();
    if lower.len() != title.len() {
        return None;
    }
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let place = |words: &str| {
        let mut places = lower.match_indices(words).map(|(at, _)| at..at + words.len());
        // 阿May轮流 is parted by its script
        places.find(|part| {
            !words.is_ascii()
                || !is_letter(lower[..part.start].chars().next_back()) && !is_letter(lower[part.end..].chars().next())
        })
    };
    TURNS.iter().find_map(|(words, is_cut)| {
        let part = place(words)?;
        // 轮流带读
        let rest = title[part.end..].trim_start();
        let does = DOES.iter().filter(|does| rest.starts_with(**does)).map(|does| does.len()).max();
        let end = does.map_or(part.end, |does| title.len() - rest.len() + does);
        Some(is_cut.then_some(part.start..end))
    })
}

/// What may stand between a title and who leads it.
const BY: &[&str] = &["led by", "hosted by", "run by", "with", "by", "and", "or", "then", "由", "和", "与", "或"];
/// What may stand behind a name.
const DOES: &[&str] = &[
    "主持",
    "负责",
    "来带",
    "带队",
    "带读",
    "领读",
    "带",
    "组织",
    "主讲",
    "来讲",
    "来写",
    "leads it",
    "leads",
    "hosts it",
    "hosts",
    "runs it",
    "writes it",
    "leading",
    "lead",
    "host",
];

/// A title without who leads it, and that.
pub(super) fn named<'t>(title: &'t str, team: &[TeamLine]) -> Option<(&'t str, Leader)> {
    let does = DOES.iter().find_map(|does| title.strip_suffix(does));
    // Ravi first, then Dana
    let does = ["first", "next", "then"].iter().find_map(|place| title.strip_suffix(place)).or(does);
    // a name is told apart from a verb by the space before it: meet the host
    let text = does.filter(|rest| is_named_at_end(rest.trim_end(), team)).map_or(title, str::trim_end);
    let mut ends: Vec<(&str, Leader)> = Vec::new();
    for (called, name) in names(team) {
        if let Some(rest) = without_name(text, called).filter(|rest| is_apart(rest, called)) {
            ends.push((rest, Leader::Person(name.to_owned())));
        }
    }
    // of An and Jo-An the longer
    if let Some((rest, leader)) = ends.into_iter().min_by_key(|(rest, _)| rest.len()) {
        return without_link(rest).map(|title| (title, leader));
    }
    let at =
        text.rfind([',', '，', '·', '、']).or_else(|| text.rfind(' ').filter(|at| text[*at + 1..].starts_with(is_han)));
    let at = at.or_else(|| BY.iter().filter_map(|by| text.rfind(&format!(" {by} "))).max())?;
    let (rest, word) = text.split_at(at);
    let word = trimmed(word);
    let word = BY.iter().find_map(|by| word.strip_prefix(by)).unwrap_or(word).trim();
    let word =
        ["all the ", "all ", "the ", "所有", "全体"].iter().find_map(|all| word.strip_prefix(all)).unwrap_or(word);
    let held = held_role(word, team)?;
    without_link(rest).map(|title| (title, Leader::Role(held)))
}

/// A title without somebody at its end who has a job in it and does not lead, and who that is: 共读，老周记录.
pub(super) fn helper<'t>(title: &'t str, team: &[TeamLine]) -> Option<(&'t str, String)> {
    let (rest, text) = title.split_at(title.rfind([',', '，', '；'])?);
    let text = trimmed(text);
    let leads = |job: &str| DOES.contains(&job) || in_turns(job).is_some();
    let is_job = |job: &str| {
        let length = job.chars().count();
        let is_more = job.starts_with(['和', '与', '或', '跟', '及', '同']);
        (2..=6).contains(&length) && job.chars().all(is_han) && !is_more && !leads(job)
    };
    let found = names(team).into_iter().find(|(called, _)| {
        let job = text.strip_prefix(called).map(str::trim);
        called.chars().count() > 1 && job.is_some_and(is_job)
    });
    let (_, name) = found?;
    without_link(rest).map(|title| (title, name.to_owned()))
}

/// The role of a team that a word means: by its usual name, or as the team calls it, one or several of them.
fn held_role(word: &str, team: &[TeamLine]) -> Option<RoleWord> {
    let mut held = team.iter().flat_map(TeamLine::roles);
    if let Some([role]) = role_words(word).as_deref()
        && role.id.is_some()
    {
        return held.any(|held| held.id == role.id).then(|| role.clone());
    }
    let one = |word: &str| word.to_lowercase().trim_end_matches(['s', '人', '们']).to_owned();
    held.find(|role| one(&role.written) == one(word)).cloned()
}

/// Whether a text ends in a name of the team.
fn is_named_at_end(text: &str, team: &[TeamLine]) -> bool {
    let ends = |called: &str| without_name(text, called).is_some_and(|rest| rest.is_empty() || is_apart(rest, called));
    names(team).into_iter().any(|(called, _)| ends(called))
}

/// The people of a team by what they are called: their names, and first names that only one of them has.
fn names(team: &[TeamLine]) -> Vec<(&str, &str)> {
    let all: Vec<&str> = team
        .iter()
        .filter_map(|line| match line {
            TeamLine::Person(person) => Some(person.name.as_str()),
            TeamLine::Headcount(_) => None,
        })
        .collect();
    let first = |name: &str| -> Option<usize> { name.find(' ') };
    let short = all.iter().filter_map(|name| Some((&name[..first(name)?], *name)));
    let is_one = |(called, _): &(&str, &str)| {
        let begins = |name: &&&str| name.split(' ').next() == Some(called);
        called.chars().count() > 1 && all.iter().filter(begins).count() == 1
    };
    let short: Vec<(&str, &str)> = short.filter(is_one).collect();
    let mut who_types = team.iter().filter_map(|line| match line {
        TeamLine::Person(person) if person.is_self => Some(person.name.as_str()),
        _ => None,
    });
    let who_types = who_types.next().map(|name| ["me", "我自己", "我"].map(|word| (word, name)));
    all.into_iter().map(|name| (name, name)).chain(short).chain(who_types.into_iter().flatten()).collect()
}

/// What is before a name at the end of a text; behind a comma it may be written small.
fn without_name<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let (rest, end) = text.split_at_checked(text.len().checked_sub(name.len())?)?;
    let is_listed = rest.trim_end().ends_with([',', '，', '、', '/', '&', '+']);
    let is_it = end == name || is_listed && end.eq_ignore_ascii_case(name);
    is_it.then_some(rest)
}

/// The last word of a title, where it may be a name with a typo in it, and that name.
pub(super) fn misspelt(title: &str, team: &[TeamLine]) -> Option<LeaderDoubt> {
    let is_between = |c: char| ",， 、（(".contains(c);
    let end = title.trim_end_matches([')', '）']);
    let at = end.rfind(is_between)?;
    let parted = end[at..].chars().next().is_some_and(|c| c != ' ')
        || end[..at].trim_end().ends_with([',', '，'])
        || end[..at].ends_with(" and")
        || end[..at].ends_with(" with");
    let word = end[at..].trim_start_matches(is_between);
    let chinese = word.chars().all(is_han);
    // 读书 小组 is no 小祖
    let is_thing = ["小组", "小课", "小会", "小聚", "小结", "小班", "大会", "大课"].contains(&word);
    let length = word.chars().count();
    if is_thing || !(chinese && length > 1 || parted && length > 3 && word.starts_with(char::is_uppercase)) {
        return None;
    }
    let is_near = |name: &str| match chinese {
        true => name.chars().count() == length && name.chars().zip(word.chars()).filter(|(a, b)| a != b).count() == 1,
        false => name.chars().count() > 3 && closest(word, std::iter::once(name)).is_some(),
    };
    let (called, _) = names(team).into_iter().find(|(called, _)| is_near(called))?;
    Some(LeaderDoubt::Misspelt(word.to_owned(), called.to_owned()))
}

/// Whether a name behind a text is a word of its own.
fn is_apart(rest: &str, name: &str) -> bool {
    let before = rest.chars().next_back();
    before.is_some_and(|c| !c.is_alphanumeric() || is_han(c) && name.starts_with(is_han) && name.chars().count() > 1)
}

/// A title without the words that lead to a name; none where nothing is left.
fn without_link(title: &str) -> Option<&str> {
    let trimmed = |text| trimmed(text).trim_end_matches(['、', '/', '&', '+', ' ', ',', '，', '：', ':']);
    let mut title = trimmed(title);
    while let Some(rest) = BY.iter().find_map(|by| {
        let rest = title.strip_suffix(by)?;
        (!by.is_ascii() || rest.ends_with(' ')).then_some(rest)
    }) {
        title = trimmed(rest);
    }
    title.contains(char::is_alphanumeric).then_some(title)
}

//! What is said beside a name: roles, hours a week, a time zone.

use super::part::breaks;
use super::person_name::looks_like_name;
use super::role_word::{RoleWord, is_plural, role_words, turn_roles, unlinked_end};
use crate::plan::values::Zone;
use crate::value::{ValueError, is_han, weekly_hours};

/// What a part of a line says about people.
#[derive(Debug, Default, Clone)]
pub(super) struct PersonDetails {
    pub(super) roles: Vec<RoleWord>,
    pub(super) hours: Option<f64>,
    pub(super) zone: Option<String>,
    /// Whether it says so of several.
    pub(super) plural: bool,
}

impl PersonDetails {
    pub(super) fn is_empty(&self) -> bool {
        self.roles.is_empty() && self.hours.is_none() && self.zone.is_none()
    }

    /// The city with which a text begins, and what else is said in it.
    pub(super) fn without_city<'t>(&self, text: &'t str) -> Option<(&'t str, Self)> {
        let cities = breaks(text).into_iter().rev().map(|end| text[..end].trim_end());
        let city = cities.into_iter().find(|city| zone(city).is_some())?;
        Some((city, Self { zone: None, ..self.clone() }))
    }

    /// A text without what is said at its ends about people, and that.
    pub(super) fn around(text: &str) -> (&str, Self) {
        let mut details = Self::default();
        let mut rest = text;
        while !rest.is_empty() {
            // at a word before inside one: not 约 8小时 in 纽约 8小时
            let (apart, glued): (Vec<usize>, Vec<usize>) =
                breaks(rest).into_iter().filter(|at| may_begin(rest, *at)).partition(|at| begins_word(rest, *at));
            let roles = details.roles.len();
            let found = apart.into_iter().chain(glued).find(|at| details.add(&rest[*at..]));
            let Some(at) = found else { break };
            let start = whole_role(rest, at).filter(|_| details.roles.len() == roles + 1);
            if let Some(start) = start {
                let kind = details.roles[0].kind;
                details.roles[0] = RoleWord { kind, ..RoleWord::unusual(&rest[start..]) };
            }
            rest = unlinked_end(rest[..start.unwrap_or(at)].trim_end());
        }
        // 群主 敏姐
        let role = |end: usize| role_words(&rest[..end]).filter(|_| end < rest.len());
        let first = breaks(rest).into_iter().rev().find_map(|end| Some((end, role(end)?)));
        if let Some((end, mut roles)) = first {
            details.roles.append(&mut roles);
            rest = rest[end..].trim();
        }
        (rest, details)
    }

    /// Adds what a text says; whether it says anything.
    fn add(&mut self, text: &str) -> bool {
        if let Some(hours) = weekly_hours(text) {
            self.hours = Some(hours);
        } else if let Some(roles) = turn_roles(text) {
            self.plural = true;
            self.roles.splice(0..0, roles);
        } else if let Some(roles) = role_words(text) {
            self.plural |= roles.len() == 1 && is_plural(&roles[0].written);
            self.roles.splice(0..0, roles);
        } else if let Some(zone) = zone(text) {
            self.zone = Some(zone);
        } else {
            return false;
        }
        true
    }
}

fn begins_word(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_none_or(char::is_whitespace)
}

/// Where the word begins whose end is a usual role, where it is a longer role behind a name: 王老师 训练营班主任.
fn whole_role(text: &str, at: usize) -> Option<usize> {
    let before = &text[..at];
    let start = before.rfind(char::is_whitespace)?;
    let start = start + before[start..].chars().next().map_or(0, char::len_utf8);
    let lead = &before[start..];
    let is_lead =
        !lead.is_empty() && !lead.contains(['和', '与', '是', '兼', '管']) && !lead.ends_with(char::is_numeric);
    (is_lead && unlinked_end(lead) == lead && !looks_like_name(lead)).then_some(start)
}

/// Whether something about people may begin at a place: at a word, behind a Chinese name of two characters, or where
/// Chinese follows another script.
fn may_begin(text: &str, at: usize) -> bool {
    let (before, behind) = text.split_at(at);
    let glued = before.chars().next_back().filter(|c| !c.is_whitespace());
    let starts_number = behind.starts_with(|c: char| c.is_ascii_digit());
    let is_long = before.trim().chars().count() >= 2;
    let changes_script = |c: char| c.is_ascii_alphabetic() && is_long && behind.starts_with(is_han);
    !behind.is_empty() && glued.is_none_or(|c| is_han(c) && (starts_number || is_long) || changes_script(c))
}

/// The time zone of a city or by its name or abbreviation.
fn zone(text: &str) -> Option<String> {
    let leads = ["based in ", "in ", "from ", "人在", "在"];
    let text = leads.iter().find_map(|lead| text.strip_prefix(lead)).unwrap_or(text);
    if !text.starts_with(|c: char| c.is_uppercase() || is_han(c)) {
        return None;
    }
    let is_short = (2..=5).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_uppercase());
    let is_named = is_short || text.contains('/') || text.starts_with("UTC") || text.starts_with("GMT");
    let named = || match text.parse::<Zone>() {
        Ok(zone) if zone.region_meant().is_none() => Some(zone.name().to_owned()),
        Ok(zone) => zone.region_meant().map(str::to_owned),
        // what is near to an abbreviation is what it means; what is near to a name may be a misspelling
        Err(ValueError { near, .. }) => near.into_iter().next().filter(|_| is_short),
    };
    Zone::of_city(text).or_else(|| is_named.then(named).flatten())
}

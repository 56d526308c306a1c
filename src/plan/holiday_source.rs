//! Where the days off of a plan come from, by the name that a plan gives.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::knowledge::{Holidays, Territory};

/// Where the days off of a plan come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HolidaySource<'p> {
    /// The notices of China's State Council.
    China,
    /// The built-in table of another country, or of a part of one.
    Territory(Territory),
    /// Plain weeks.
    None,
    /// A file beside the plan.
    File(&'p str),
}

impl<'p> HolidaySource<'p> {
    /// What a name means; a file has an ending.
    pub(super) fn of(name: &'p str) -> Self {
        match name {
            "CN" | "cn" | "China" | "中国" => Self::China,
            "none" | "无" | "" => Self::None,
            file if file.contains('.') => Self::File(file),
            name => Territory::named(name).map_or(Self::File(name), Self::Territory),
        }
    }

    /// The word in the plan.
    pub const fn word(&self) -> &'p str {
        match self {
            Self::China => "CN",
            Self::Territory(territory) => territory.code,
            Self::None => "none",
            Self::File(file) => file,
        }
    }
}

/// The holiday files that people, places and activities name, by the names that the plan gives.
pub type HolidayFiles = BTreeMap<String, Holidays>;

/// The days off by some sources: those of countries and their parts together, files over them in turn. None with too
/// many names.
pub fn holidays_of<E>(
    sources: &[HolidaySource<'_>],
    mut read: impl FnMut(&str) -> Result<Holidays, E>,
) -> Result<Option<Cow<'static, Holidays>>, E> {
    let mut table: Option<Cow<'static, Holidays>> = None;
    for source in sources {
        let (next, is_file) = match source {
            HolidaySource::China => (Some(Cow::Borrowed(Holidays::china())), false),
            HolidaySource::Territory(territory) => (territory.holidays().map(Cow::Owned), false),
            HolidaySource::None => (Some(Cow::Borrowed(Holidays::none())), true),
            HolidaySource::File(name) => (Some(Cow::Owned(read(name)?)), true),
        };
        let Some(next) = next else { return Ok(None) };
        let both = match &table {
            None => Some(next),
            Some(before) if is_file => before.over(&next).map(Cow::Owned),
            Some(before) => before.beside(&next).map(Cow::Owned),
        };
        let Some(both) = both else { return Ok(None) };
        table = Some(both);
    }
    Ok(Some(table.unwrap_or(Cow::Borrowed(Holidays::none()))))
}

/// How alike two names are at least of which one may be meant by the other, from 0 to 1.
const ALIKE: f64 = 0.7;

/// The countries or parts whose name or code is nearest to a name that is none, three at most.
pub fn holidays_near(name: &str) -> Vec<Territory> {
    // a part that its country does not have
    let parted = name.split_once(['-', ' ', '_', '/']);
    let country = parted.and_then(|(country, part)| Some((Territory::named(country)?, part)));
    let (within, wanted) = country.map_or((None, name), |(country, part)| (Some(country), part));
    let code = |known: &Territory| known.code.rsplit('-').next().unwrap_or(known.code).to_lowercase();
    let wanted = wanted.trim().to_lowercase();
    // of a code of two letters every other one is near: those that begin as it does
    let is_code = wanted.is_ascii() && wanted.len() <= 3;
    let known = Territory::all().filter(|known| match within {
        Some(within) => known.country() == Some(within.code),
        None => known.country().is_none() || !is_code,
    });
    let likeness = |known: &Territory| match is_code {
        true if wanted.chars().rev().eq(code(known).chars()) || wanted.starts_with(&code(known)) => 1.0,
        true => f64::from(u8::from(code(known).starts_with(&wanted[..wanted.len().min(1)]))) * ALIKE,
        false => [known.name.en, known.name.zh]
            .map(|name| strsim::normalized_damerau_levenshtein(&wanted, &name.to_lowercase()))
            .into_iter()
            .fold(0.0, f64::max),
    };
    let mut near: Vec<(f64, Territory)> = known.map(|known| (likeness(&known), known)).collect();
    near.retain(|(likeness, _)| *likeness >= ALIKE);
    near.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let near: Vec<Territory> = near.into_iter().map(|(_, known)| known).take(3).collect();
    if near.is_empty() { within.into_iter().collect() } else { near }
}

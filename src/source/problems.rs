//! The problems of a file while it is read: each at its place, with its fix where there is no doubt.

use std::fmt::Display;
use std::ops::Range;

use toml::Spanned;
use toml::de::DeValue;

use super::fix;
use super::shape::{ChoiceInfo, Shape, TableInfo};
use super::suggestion::closest;
use crate::finding::{
    Arg, BAD_VALUE, Edit, Finding, FindingList, KeyPath, Place, PlacePart, REPEATED_ENTRY, Trail, UNKNOWN_KEY,
    WRONG_TYPE,
};
use crate::language::Text;
use crate::value::ValueError;

/// The problems of one file while it is read.
#[derive(Debug, Default)]
pub struct Problems {
    /// What was found, in order.
    pub findings: FindingList,
}

impl Problems {
    /// None yet, and of each rule so many at most.
    pub const fn up_to(most: usize) -> Self {
        Self { findings: FindingList::up_to(most) }
    }

    /// The text of a value that must be one.
    pub fn text<'v>(&mut self, value: &'v Spanned<DeValue<'_>>, at: &Trail<'_>, shape: &Shape) -> Option<&'v str> {
        match value.get_ref() {
            DeValue::String(text) => Some(text.as_ref()),
            other => {
                self.wrong_type(at, shape, other);
                None
            }
        }
    }

    /// Reports a value of another type.
    pub fn wrong_type(&mut self, at: &Trail<'_>, shape: &Shape, found: &DeValue<'_>) {
        let path = at.path();
        let finding = Finding::new(&WRONG_TYPE, path.clone())
            .with("key", path.to_string())
            .with("want", shape.wanted())
            .with("found", type_name(found));
        self.findings.push(match fix::retyped(shape, found) {
            Some(value) => {
                let title = Text::new("换成同一个值的正确写法", "write the same value in the expected form");
                finding.fix(title, vec![Edit::set(path, value)], true)
            }
            None => finding,
        });
    }

    /// Reports a value of the right type that cannot be accepted.
    pub fn bad_value(&mut self, at: &Trail<'_>, value: impl Display, error: ValueError) {
        self.bad(at, value.to_string(), error.expected.into(), error.near, false);
    }

    /// Reports a text that would be accepted in half-width characters.
    pub fn full_width(&mut self, at: &Trail<'_>, text: &str, folded: String, error: ValueError) {
        self.bad(at, text.to_owned(), error.expected.into(), vec![folded], true);
    }

    /// Reports a word that is none of those allowed.
    pub fn bad_choice(&mut self, at: &Trail<'_>, value: &str, choices: &[ChoiceInfo]) {
        let words = || choices.iter().map(|choice| choice.word);
        let meant = ChoiceInfo::meant(choices, value).map(|choice| choice.word).or_else(|| fix::typo(value, words()));
        let near = meant.or_else(|| closest(value, words()));
        let want = choices.iter().map(|choice| Arg::Choice(choice.word, choice.name)).collect();
        self.bad(at, value.to_owned(), Arg::List(want), near.map(str::to_owned).into_iter().collect(), meant.is_some());
    }

    /// `is_safe`: what is near is without doubt what was meant. Of several that are near none is put in its place.
    pub(super) fn bad(&mut self, at: &Trail<'_>, value: String, want: Arg, near: Vec<String>, is_safe: bool) {
        let path = at.path();
        let mut finding = Finding::new(&BAD_VALUE, path.clone())
            .with("key", path.to_string())
            .with("value", value)
            .with("want", want);
        if let [near] = near.as_slice() {
            let title = Text::new("换成最接近的写法", "replace it with the nearest value");
            finding = finding.with("near", near.clone()).fix(title, vec![Edit::set(path, near.clone())], is_safe);
        } else if !near.is_empty() {
            finding = finding.with("near", near);
        }
        self.findings.push(finding);
    }

    /// Reports a problem within the text of a value.
    pub fn inside(&mut self, finding: Finding, range: Range<usize>) {
        let place = Place { path: finding.place.path.clone(), part: PlacePart::Inside(range) };
        self.findings.push(Finding { place, ..finding });
    }

    /// Reports a key that its table does not have.
    pub fn unknown_key(&mut self, at: &Trail<'_>, key: &str, table: &TableInfo) {
        if self.findings.takes(&UNKNOWN_KEY, UNKNOWN_KEY.level, || at.path()) {
            let known: Vec<&str> = table.keys.iter().map(|info| info.key).collect();
            self.findings.keep(unknown_key(at.path(), key, table.about, &known));
        }
    }

    /// Reports a duplicate entry of a list.
    pub(super) fn repeated(&mut self, at: &Trail<'_>, list: &Trail<'_>, value: &str) {
        let path = at.path();
        let title = Text::new("去掉重复的这一个", "remove the duplicate");
        let finding = Finding::new(&REPEATED_ENTRY, path.clone()).with("key", list.path().to_string());
        self.findings.push(finding.with("value", value).fix(title, vec![Edit::Remove { path }], true));
    }
}

/// The finding for a key at a route that is none of those known in its table.
pub(crate) fn unknown_key(path: KeyPath, key: &str, table: Text, known: &[&str]) -> Finding {
    let finding = Finding::new(&UNKNOWN_KEY, Place::key(path.clone())).with("key", key).with("table", table);
    let typo = fix::typo(key, known.iter().copied());
    match typo.or_else(|| closest(key, known.iter().copied())) {
        Some(near) => {
            let title = Text::new("改成已知的键名", "rename it to the known key");
            let edit = Edit::Rename { path, to: near.to_owned() };
            finding.with("near", near).fix(title, vec![edit], typo.is_some())
        }
        None => finding,
    }
}

/// What a value is, in words.
const fn type_name(value: &DeValue<'_>) -> Text {
    match value {
        DeValue::String(_) => Text::new("文字", "a text"),
        DeValue::Integer(_) => Text::new("整数", "a whole number"),
        DeValue::Float(_) => Text::new("小数", "a number with decimals"),
        DeValue::Boolean(_) => Text::new("true/false", "true or false"),
        DeValue::Datetime(_) => Text::new("日期", "a date or time"),
        DeValue::Array(_) => Text::new("一组值", "a list"),
        DeValue::Table(_) => Text::new("一张表", "a table"),
    }
}

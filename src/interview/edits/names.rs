//! Replaces the starter's own names in its texts: those of the community, its people, its main channel and its two
//! regular events; and its price.

use super::{Changes, people};
use crate::finding::{KeyPath, Trail};
use crate::interview::context::InterviewContext;
use crate::language::Text;
use crate::plan::Plan;
use crate::source::{Table, Visit};
use crate::value::Money;

/// Replaces names in every text of the plan but those that are replaced as a whole.
pub(super) fn replace(context: &InterviewContext<'_>, changes: &mut Changes) {
    let plan = &context.starter.plan;
    let mut names: Vec<(String, String)> = people::renamed(context);
    let titles = ["weekly", "monthly"].map(|part| {
        let activity = plan.activities.get(context.element("activities", part));
        (part, activity.and_then(|activity| activity.title.clone()))
    });
    let channel = plan.channels.get(context.element("channels", "main")).and_then(|channel| channel.title.clone());
    // the names of a few characters are words that mean other things too
    let is_name = |(_, old): &(&str, Option<String>)| old.as_ref().is_some_and(|old| old.chars().count() > 2);
    let others = titles.into_iter().chain([("channel", channel)]).filter(is_name);
    for (question, old) in [("name", plan.community.name.clone())].into_iter().chain(others) {
        names.extend(old.zip(context.answers.text(question).map(str::to_owned)));
    }
    let price = plan.monetisation.get(context.element("monetisation", "earning")).and_then(|sold| sold.price.as_ref());
    if let (Some(old), Some(Ok(new))) = (price, context.answers.text("price").map(str::parse::<Money>)) {
        names.extend(written(old).into_iter().zip(written(&new)));
    }
    replace_all(plan, names, changes);
}

/// An amount in the ways in which texts write it.
fn written(money: &Money) -> [String; 4] {
    let plain = money.to_string();
    let number = plain.strip_suffix(&money.currency).unwrap_or(&plain).trim();
    let (whole, rest) = number.split_once('.').map_or((number, String::new()), |(n, rest)| (n, format!(".{rest}")));
    let digits: Vec<&str> = whole.as_bytes().rchunks(3).rev().map(|part| str::from_utf8(part).unwrap_or("")).collect();
    let grouped = format!("{}{rest}", digits.join(","));
    match money.currency.as_str() {
        "CNY" => [format!("{number} 元"), format!("{grouped} 元"), plain.clone(), format!("{grouped} CNY")],
        currency => [plain.clone(), format!("{grouped} {currency}"), plain.clone(), format!("{grouped} {currency}")],
    }
}

/// Replaces each name by another in every text of a plan but those that are replaced as a whole.
pub(super) fn replace_all(plan: &Plan, mut names: Vec<(String, String)>, changes: &mut Changes) {
    names.retain(|(old, new)| old.chars().count() > 1 && old != new);
    names.sort_by_key(|(old, _)| std::cmp::Reverse(old.len()));
    if names.is_empty() {
        return;
    }
    let mut texts = CollectedTexts::default();
    plan.show(&Trail::Root, &mut texts);
    for (path, text) in texts.0 {
        let new = with_names(&text, &names);
        if new != text {
            changes.set(path, new);
        }
    }
}

#[derive(Default)]
struct CollectedTexts(Vec<(KeyPath, String)>);

impl Visit for CollectedTexts {
    fn text(&mut self, at: &Trail<'_>, text: &str) {
        let path = at.path();
        if !matches!(path.keys().next(), Some("people" | "template" | "changes" | "holidays")) {
            self.0.push((path, text.to_owned()));
        }
    }

    fn reference(&mut self, _: &Trail<'_>, _: &'static str, _: Text, _: &str) {}
}

/// The text with all names replaced at once, so that no new name is taken for an old one.
fn with_names(text: &str, names: &[(String, String)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let before = out.chars().next_back();
        let found = names.iter().find(|(old, _)| rest.starts_with(old.as_str()) && is_separate(before, old, rest));
        match found {
            Some((old, new)) => {
                out.push_str(new);
                rest = &rest[old.len()..];
            }
            None => {
                out.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
    }
    out
}

/// Whether a name is a word of its own: only asked of names in letters that are written with spaces between words.
fn is_separate(before: Option<char>, old: &str, rest: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let (first, last) = (old.chars().next(), old.chars().next_back());
    let after = rest[old.len()..].chars().next();
    let is_number = first.is_some_and(|c| c.is_ascii_digit()) && matches!(before, Some(',' | '.'));
    !(is_number || is_letter(first) && is_letter(before) || is_letter(last) && is_letter(after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_replaced_as_words_and_all_at_once() {
        let names = [("小雨", "阿明"), ("阿明", "老王"), ("Sam", "Ana")].map(|(a, b)| (a.to_owned(), b.to_owned()));
        assert_eq!(with_names("小雨和阿明，Sam的", &names), "阿明和老王，Ana的");
        assert_eq!(with_names("Same Sam, Samsam", &names), "Same Ana, Samsam");
    }

    #[test]
    fn a_price_is_replaced_as_it_is_written() {
        let ways = |text: &str| written(&text.parse().expect("an amount"));
        let pairs = |old: &str, new: &str| ways(old).into_iter().zip(ways(new)).collect::<Vec<_>>();
        let (same, other) = (pairs("2400 CNY", "1999.50 CNY"), pairs("99 CNY", "12 EUR"));
        assert_eq!(
            with_names("一年 2,400 元，或 2400 元，不是 12,400 元", &same),
            "一年 1,999.50 元，或 1999.50 元，不是 12,400 元"
        );
        assert_eq!(with_names("一年 99 元，199 元、1,99 元不算", &other), "一年 12 EUR，199 元、1,99 元不算");
        assert_eq!(with_names("30 EUR a year", &pairs("30 EUR", "45 EUR")), "45 EUR a year");
    }
}

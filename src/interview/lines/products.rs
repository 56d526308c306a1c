//! What is sold, as it is pasted: `年卡 365元`, `Membership 12 USD a month`, 免费.

use super::part::{longest_amount, trimmed, without};
use super::pasted::{PastedLines, UnreadLine};
use super::product_terms::{payer, refund, sponsor};
use super::split;
use crate::human_date;
use crate::interview::price;
use crate::language::Text;
use crate::plan::money::Per;
use crate::value::{Day, Money, is_free_of_charge, is_han};

/// Something that is sold, or that nothing is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductLine {
    /// The line as it was pasted.
    pub line: String,
    /// What it is called; none where nothing is sold.
    pub title: Option<String>,
    /// The price and how often it is paid, where that is said.
    pub price: Option<(Money, Option<Per>)>,
    /// The terms of a refund, where they are said.
    pub refund: Option<String>,
    /// Who pays where nothing is sold, where that is said.
    pub funded_by: Option<String>,
}

impl ProductLine {
    /// That nothing is sold.
    fn none(line: &str, funded_by: Option<String>) -> Self {
        Self { line: line.to_owned(), title: None, price: None, refund: None, funded_by }
    }

    /// The sponsor who pays where nothing is sold, if one is named.
    pub fn sponsor(&self) -> Option<&str> {
        self.funded_by.as_deref().and_then(sponsor)
    }
}

const PRODUCT: Text = Text::new(
    "名称和带币种的价格，如 年卡 365元",
    "a name and a price with its currency, such as Membership 12 USD a month",
);

const NO_DATE: Text = Text::new(
    "卖的东西，如 年卡 365元；日期后面会问，不卖就写“没有”",
    "something that is sold, such as Membership 12 USD a month; dates are asked later, and \"none\" means nothing is sold",
);
const TWO_PRICES: Text =
    Text::new("一行一个价格：分成两行，各写名称和价格", "a single price on each line, with the name of what it buys");

/// Some day: only whether a line is a date is asked.
const A_DAY: Day = Day(20_000);

/// No name is longer, in characters.
const LONGEST_TITLE: usize = 60;

/// Reads products; a bare number is in the usual currency.
pub fn products(text: &str, usual: Option<&str>) -> PastedLines<ProductLine> {
    let has_price =
        |part: &str| refund(part).is_none() && product(part, usual).is_ok_and(|product| product.price.is_some());
    let lines = split::lines(text).flat_map(|line| match is_free_of_charge(line) || for_others(line).is_some() {
        true => vec![line],
        false => split::listed(line, has_price),
    });
    PastedLines::read(lines, |line| product(line, usual))
}

fn product(line: &str, usual: Option<&str>) -> Result<ProductLine, UnreadLine> {
    if is_free_of_charge(line) {
        return Ok(ProductLine::none(line, None));
    }
    if let Some(rest) = for_others(line) {
        let whole = |unread| UnreadLine { line: line.to_owned(), ..unread };
        return named_product(&rest, usual).map(|of| ProductLine { line: line.to_owned(), ..of }).map_err(whole);
    }
    if let Some(payer) = payer(line) {
        return Ok(ProductLine::none(line, Some(payer)));
    }
    named_product(line, usual)
}

/// What is sold, by its name and its price.
fn named_product(line: &str, usual: Option<&str>) -> Result<ProductLine, UnreadLine> {
    let has_price = |text: &str| longest_amount(text, |part| price::amount(part, None).ok()).is_some();
    if let Some((rest, terms)) = refund(line).filter(|(_, terms)| !has_price(terms)) {
        let of = product(&rest, usual).map_err(|unread| match unread.part == rest {
            true => UnreadLine { line: line.to_owned(), part: line.to_owned(), near: Vec::new(), ..unread },
            false => UnreadLine { line: line.to_owned(), ..unread },
        })?;
        return Ok(ProductLine { line: line.to_owned(), refund: Some(terms), ..of });
    }
    if human_date::past_day(line, A_DAY).is_ok() {
        return Err(UnreadLine::whole(line, NO_DATE));
    }
    let read = |usual: Option<&str>| {
        longest_amount(line, |part| price::amount(part, usual).ok().filter(|_| !is_in_word(line, part)))
    };
    // an amount with its currency before a bare number; what is free is so in any
    let free = || read(Some("CNY")).filter(|(_, (money, _))| money.cents == 0);
    let joined = || {
        let start = line.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let part = start..line.len();
        // 年卡365
        let is_joined = line[..start].ends_with(is_han);
        is_joined.then(|| price::amount(&line[part.clone()], usual).ok()).flatten().map(|price| (part, price))
    };
    let found = read(None).or_else(|| read(usual)).or_else(free).or_else(joined);
    let is_bare =
        |text: &str| longest_amount(text, |part| price::amount(part, Some("CNY")).ok().filter(|_| is_digits(part)));
    let bare_twice = || is_bare(line).and_then(|(part, _)| is_bare(&without(line, &part))).is_some();
    let Some((part, (money, per))) = found else {
        if bare_twice() {
            return Err(UnreadLine::whole(line, TWO_PRICES));
        }
        let near = near(line);
        let title = Some(trimmed(line)).filter(|title| near.is_empty() && title.chars().count() <= LONGEST_TITLE);
        let Some(title) = title else { return Err(UnreadLine { near, ..UnreadLine::whole(line, PRODUCT) }) };
        return Ok(ProductLine { title: Some(title.to_owned()), ..ProductLine::none(line, None) });
    };
    let title = Some(without(line, &part)).filter(|title| !title.is_empty());
    let has_currency = |text: &str| {
        longest_amount(text, |part| price::amount(part, None).ok().filter(|_| !is_in_word(text, part))).is_some()
    };
    let is_two = title.as_deref().is_some_and(|title| match is_digits(&line[part.clone()]) {
        true => is_bare(title).is_some(),
        false => has_currency(title),
    });
    if is_two {
        return Err(UnreadLine::whole(line, TWO_PRICES));
    }
    if title.is_none() && money.cents > 0 {
        return Err(UnreadLine::whole(line, PRODUCT));
    }
    // what is free has no currency unless there is a usual one
    let per = per.or_else(|| price::named_period(title.as_deref()?)).filter(|_| money.cents > 0);
    let price = Some((money, per)).filter(|(money, _)| title.is_some() && (money.cents > 0 || usual.is_some()));
    Ok(ProductLine { title, price, ..ProductLine::none(line, None) })
}

/// A line with the words that members pay nothing in its title, where others do: 沙龙票 会员免费，非会员99.
fn for_others(line: &str) -> Option<String> {
    const FREE: [&str; 7] = [
        "会员免费",
        "会员不收费",
        "会员不要钱",
        "free for members",
        "members free",
        "members go free",
        "members are free",
    ];
    const OTHERS: [&str; 6] = ["非会员", "non-members", "nonmembers", "others", "其他人", "everyone else"];
    let find = |line: &str, words: &[&'static str]| {
        let lower = line.to_lowercase();
        // other letters may be longer in small
        let found = |words: &&'static str| Some((lower.find(*words)?, *words));
        let is_apart = |(at, _): &(usize, &str)| line.get(..*at).is_some_and(|before| !before.ends_with('非'));
        words.iter().find_map(|words| found(words).filter(is_apart))
    };
    let cut = |line: &str, (at, words): (usize, &str)| {
        let (before, behind) = (line.get(..at)?, line.get(at + words.len()..)?);
        Some(format!("{} {}", trimmed(before), trimmed(behind)).trim().to_owned())
    };
    let free = find(line, &FREE)?;
    let words = line.get(free.0..free.0 + free.1.len())?;
    let mut rest = cut(line, free)?;
    if let Some(others) = find(&rest, &OTHERS) {
        rest = cut(&rest, others)?;
    }
    let at = rest.find(|c: char| c.is_ascii_digit())?;
    let start = rest[..at]
        .rfind(char::is_alphanumeric)
        .map_or(0, |last| last + rest[last..].chars().next().map_or(1, char::len_utf8));
    let (title, price) = rest.split_at_checked(start).filter(|(title, _)| !title.is_empty())?;
    let brackets = if words.is_ascii() { format!(" ({words})") } else { format!("（{words}）") };
    Some(format!("{}{brackets} {}", trimmed(title), price.trim()))
}

/// Whether an amount is a number alone.
fn is_digits(part: &str) -> bool {
    part.chars().all(|c| c.is_ascii_digit() || ",.".contains(c))
}

/// The line with a currency behind its number.
fn near(line: &str) -> Vec<String> {
    let bare = longest_amount(line, |part| {
        let error = price::amount(part, None).err().filter(|_| !is_in_word(line, part))?;
        (!error.near.is_empty()).then_some(error.near)
    });
    let Some((part, near)) = bare else { return Vec::new() };
    near.into_iter().map(|near| format!("{}{near}{}", &line[..part.start], &line[part.end..])).collect()
}

/// Whether a bare number in Chinese numerals is part of a word, not a price: 一对一咨询.
fn is_in_word(line: &str, part: &str) -> bool {
    let is_free = || price::amount(part, Some("CNY")).is_ok_and(|(money, _)| money.cents == 0);
    line != part && part.chars().all(is_han) && part.parse::<Money>().is_err() && !is_free()
}

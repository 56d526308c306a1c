//! What is typed → a value of the plan, or a refusal. The plan's own readers decide what is good.

use super::build;
use super::name_list;
use super::price;
use super::question::{Choice, Kind, Options, Question};
use super::refusal::Refusal;
use super::setting::Setting;
use crate::cadence::{Anchor, Cadence, Pattern};
use crate::finding::{Finding, Literal, Trail};
use crate::human_date;
use crate::language::{Language, Text};
use crate::plan::Plan;
use crate::plan::money::Per;
use crate::plan::values::Zone;
use crate::source::{Document, Problems, Table, apply, closest};
use crate::value::{Day, Money, QuietHours, ValueError, count, yes_or_no};

/// The answer that keeps the default.
pub(super) const KEEP: Literal = Literal::Text(String::new());

/// Whether an answer keeps the default: nothing but space, or an empty list.
pub(super) fn is_keep(value: &Literal) -> bool {
    match value {
        Literal::Text(text) => text.trim().is_empty(),
        Literal::List(values) => values.iter().all(is_keep),
        _ => false,
    }
}

/// A value as a person would type it.
pub fn show(value: &Literal, language: Language) -> String {
    match value {
        Literal::Text(text) => text.clone(),
        Literal::Integer(n) => n.to_string(),
        Literal::Float(n) => n.to_string(),
        Literal::Boolean(true) => Text::new("是", "yes").get(language).to_owned(),
        Literal::Boolean(false) => Text::new("否", "no").get(language).to_owned(),
        Literal::Day(day) => day.to_string(),
        Literal::Moment(day, clock) => format!("{day} {clock}"),
        Literal::List(values) => {
            let shown: Vec<String> = values.iter().map(|value| show(value, language)).collect();
            shown.join(Text::new("、", ", ").get(language))
        }
        Literal::Table(_) => String::new(),
    }
}

/// A value with the names of what was chosen.
pub fn named(value: &Literal, choices: &[Choice], language: Language) -> String {
    let name = |word: &str| choices.iter().find(|choice| choice.word == word).map(|choice| choice.name.clone());
    match value {
        Literal::Text(word) => name(word).unwrap_or_else(|| word.clone()),
        Literal::List(words) => {
            let names: Vec<String> = words.iter().map(|word| named(word, choices, language)).collect();
            names.join(Text::new("、", ", ").get(language))
        }
        other => show(other, language),
    }
}

/// What was typed, as the value that the kind of question takes. Nothing is looked up yet.
pub(super) fn parse(kind: Kind, text: &str) -> Literal {
    let text = text.trim();
    let texts = || {
        let parts = text.split(['、', '，', ',', ';', '；', '\n']).map(str::trim).filter(|part| !part.is_empty());
        Literal::List(parts.map(Literal::from).collect())
    };
    let given = match kind {
        _ if text.is_empty() => None,
        Kind::Several(_) | Kind::Texts => Some(texts()),
        Kind::People => Some(Literal::List(name_list::names(text).into_iter().map(Literal::from).collect())),
        Kind::Number => count(text).map(Literal::Integer),
        Kind::Zone => Zone::of_city(text).map(Literal::from),
        Kind::Date => human_date::full_date(text).ok().map(Literal::Day),
        Kind::YesNo => yes_or_no(text).map(Literal::Boolean),
        Kind::Text | Kind::Choice(_) | Kind::Amount | Kind::Hours | Kind::Duration | Kind::Cadence => None,
    };
    given.unwrap_or_else(|| text.into())
}

/// The answer in its canonical form, or what is wanted. What follows from the starter is only looked at when a
/// `setting` is given.
pub(super) fn check(question: &Question, value: &Literal, setting: Option<&Setting<'_>>) -> Result<Literal, Refusal> {
    if is_keep(value) {
        return Ok(KEEP);
    }
    let refuse = |want: Text| Refusal::new(show(value, Language::Zh), want);
    match question.kind {
        Kind::Text | Kind::Duration | Kind::Zone => {
            let text = text_of(value).ok_or_else(|| refuse(Text::new("一段文字", "a text")))?;
            readable(question, parse(question.kind, text))
        }
        Kind::Number => match value {
            Literal::Integer(_) => readable(question, value.clone()),
            Literal::Text(text) => match parse(question.kind, text) {
                number @ Literal::Integer(_) => readable(question, number),
                _ => Err(refuse(Text::new("整数", "a whole number"))),
            },
            _ => Err(refuse(Text::new("整数", "a whole number"))),
        },
        Kind::Texts => readable(question, Literal::List(list_of(value).ok_or_else(|| refuse(LIST))?)),
        Kind::Date => match value {
            Literal::Day(day) => Ok(Literal::Day(*day)),
            Literal::Text(text) => date(text, setting),
            _ => Err(refuse(Text::new("日期，如 2026-12-01", "a date such as 2026-12-01"))),
        },
        Kind::Amount => {
            let want = Text::new("带币种的金额，如 365 CNY", "an amount with its currency, such as 365 CNY");
            let text = match value {
                Literal::Integer(_) | Literal::Float(_) => show(value, Language::En),
                _ => text_of(value).ok_or_else(|| refuse(want))?.to_owned(),
            };
            let amount = amount(question, &text, setting)?;
            if setting.is_none() { Ok(amount.into()) } else { readable(question, amount.into()) }
        }
        Kind::Hours => {
            let text = text_of(value).ok_or_else(|| refuse(Text::new("一段时间", "hours")))?;
            let hours = text.parse::<QuietHours>().map_err(|error| value_refusal(text, error))?;
            readable(question, hours.to_string().into())
        }
        Kind::Cadence => cadence(text_of(value).ok_or_else(|| refuse(CADENCE))?, setting.is_some_and(|s| s.adds)),
        Kind::YesNo => match value {
            Literal::Boolean(_) => Ok(value.clone()),
            Literal::Text(text) => match parse(question.kind, text) {
                yes @ Literal::Boolean(_) => Ok(yes),
                _ => Err(refuse(Text::new("“是”或“否”", "yes or no"))),
            },
            _ => Err(refuse(Text::new("是或否", "yes or no"))),
        },
        Kind::Choice(options) => {
            let text = text_of(value).ok_or_else(|| refuse(Text::new("一个词", "one word")))?;
            match choices(options, setting) {
                Some(choices) => choose(text, &choices).map(Literal::from),
                None => Ok(text.into()),
            }
        }
        Kind::Several(options) => {
            let texts = list_of(value).ok_or_else(|| refuse(LIST))?;
            let Some(choices) = choices(options, setting) else { return Ok(Literal::List(texts)) };
            let mut words: Vec<Literal> = Vec::with_capacity(texts.len());
            for text in texts.iter().filter_map(text_of) {
                let word = choose(text, &choices)?.into();
                if !words.contains(&word) {
                    words.push(word);
                }
            }
            Ok(Literal::List(words))
        }
        Kind::People => {
            let names = match value {
                Literal::Text(text) => list_of(&parse(question.kind, text)),
                _ => list_of(value),
            };
            let names = names.ok_or_else(|| refuse(LIST))?;
            match names.iter().enumerate().find(|(at, name)| names[..*at].contains(name)) {
                Some((_, twice)) => Err(Refusal::new(
                    show(twice, Language::Zh),
                    Text::new("每个名字只写一次（同名的加以区分）", "each name once; tell namesakes apart"),
                )),
                None => Ok(Literal::List(names)),
            }
        }
    }
}

const LIST: Text =
    Text::new("几段文字，用逗号隔开（文件里写成列表）", "texts with commas between them (in a file: a list)");
const CADENCE: Text = Text::new("时间说法，如 每周三 20:00", "a cadence such as every Wed 20:00");

fn text_of(value: &Literal) -> Option<&str> {
    match value {
        Literal::Text(text) => Some(text),
        _ => None,
    }
}

/// A list of texts without empty ones; one text is split at its commas.
fn list_of(value: &Literal) -> Option<Vec<Literal>> {
    match value {
        Literal::Text(text) => match parse(Kind::Texts, text) {
            Literal::List(values) => Some(values),
            _ => None,
        },
        Literal::List(values) => {
            let texts: Option<Vec<&str>> = values.iter().map(text_of).collect();
            let texts = texts?.into_iter().map(str::trim).filter(|text| !text.is_empty());
            Some(texts.map(Literal::from).collect())
        }
        _ => None,
    }
}

fn choices(options: Options, setting: Option<&Setting<'_>>) -> Option<Vec<Choice>> {
    match options {
        Options::Fixed(choices) => Some(Language::ALL.into_iter().flat_map(choices).collect()),
        Options::Open(choices) => setting.map(choices),
    }
}

/// The word that is meant: the word itself, or its name in any language.
fn choose(text: &str, choices: &[Choice]) -> Result<String, Refusal> {
    let text = text.trim();
    let is_it = |choice: &&Choice| choice.word == text || choice.name.to_lowercase() == text.to_lowercase();
    if let Some(choice) = choices.iter().find(is_it) {
        return Ok(choice.word.clone());
    }
    let mut words: Vec<&str> = Vec::new();
    for choice in choices {
        if !words.contains(&choice.word.as_str()) {
            words.push(&choice.word);
        }
    }
    let near = closest(text, words.iter().copied()).map(str::to_owned);
    Err(Refusal::new(text, words.join(" | ")).near(near))
}

/// A date. One without its year stays as it is said until it is known what day it is.
fn date(text: &str, setting: Option<&Setting<'_>>) -> Result<Literal, Refusal> {
    let today = setting.map_or(Day(0), |setting| setting.today);
    let day = human_date::day(text, today).map_err(|error| value_refusal(text, error))?;
    Ok(match setting.is_some() || human_date::full_date(text).is_ok() {
        true => Literal::Day(day),
        false => text.trim().into(),
    })
}

/// An amount. What only the starter knows, the currency of a bare number, is added when there is one.
fn amount(question: &Question, text: &str, setting: Option<&Setting<'_>>) -> Result<String, Refusal> {
    let product =
        setting.and_then(|setting| setting.starter.plan.monetisation.get(setting.element("monetisation", "earning")));
    let usual = product.and_then(|product| product.price.as_ref()).map(|price| price.currency.as_str());
    let currency = if setting.is_none() { Some("CNY") } else { usual };
    let (amount, per) = price::amount(text, currency).map_err(|error| value_refusal(text, error))?;
    if setting.is_none() {
        return Ok(text.parse().map_or_else(|_| text.trim().to_owned(), |amount: Money| amount.to_string()));
    }
    let charged = product.and_then(|product| product.per);
    match per {
        Some(per) if charged != Some(per) || question.id != "price" => {
            let charged = charged.filter(|_| question.id == "price");
            Err(Refusal::new(text.trim(), period(charged)))
        }
        _ => Ok(amount.to_string()),
    }
}

/// The price that is wanted, seen how often it is paid.
const fn period(charged: Option<Per>) -> Text {
    match charged {
        Some(Per::Year) => Text::new("一年的价格", "the price of a year"),
        Some(Per::Month) => Text::new("一个月的价格", "the price of a month"),
        Some(Per::Once) => Text::new("一次性的价格", "the price paid once"),
        None => Text::new("只写金额", "only the amount"),
    }
}

/// A cadence; one that follows another item only where the items are those of the plan itself.
fn cadence(text: &str, may_follow: bool) -> Result<Literal, Refusal> {
    let text = text.trim();
    match Cadence::parse(text) {
        Ok(cadence) => match cadence.pattern {
            Pattern::Offset { from: Anchor::Item(_), .. } if !may_follow => Err(Refusal::new(
                text,
                Text::new("自己的时间，不依赖别的活动", "a time of its own, not one that follows another item"),
            )),
            _ => Ok(text.into()),
        },
        Err(error) => {
            let at = Some(error.at).filter(|at| *at != (0..text.len()));
            // what is wrong with a phrase is a sentence or a question of its own
            Err(Refusal { at, is_whole: true, ..Refusal::new(text, error.expected).near(error.near) })
        }
    }
}

fn value_refusal(text: &str, error: ValueError) -> Refusal {
    Refusal::new(text.trim(), error.expected).near(error.near)
}

/// Sets the answer at its keys in an empty plan and lets the plan's reader judge.
fn readable(question: &Question, value: Literal) -> Result<Literal, Refusal> {
    let edits = build::plain_edits(question, &value);
    let Ok(text) = apply("", &edits) else { return Ok(value) };
    let mut buffer = String::new();
    let document = Document::parse(&text, &mut buffer);
    let (mut problems, mut plan) = (Problems::default(), Plan::default());
    plan.read_keys(document.tree(), &Trail::Root, &mut problems);
    problems.findings.first().map_or(Ok(()), |finding| Err(refusal_of(&value, finding)))?;
    Ok(value)
}

fn refusal_of(value: &Literal, finding: &Finding) -> Refusal {
    let fact = |name: &str| finding.arg(name).cloned();
    let want = fact("want").unwrap_or_else(|| finding.rule.title.into());
    Refusal::new(show(value, Language::Zh), want).near(fact("near").map(|near| near.show(Language::En)))
}

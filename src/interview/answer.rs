//! What is typed → a value of the plan, or a refusal. The plan's own readers decide what is good.

use super::answers::{KEEP, is_keep};
use super::choice::AnswerChoice;
use super::context::InterviewContext;
use super::edits;
use super::none;
use super::price;
use super::question::{AnswerKind, ChoiceSource, Question};
use super::read_back;
use super::refusal::Refusal;
use super::shown::shown;
use super::sizes;
use crate::cadence::{Anchor, Cadence, Pattern};
use crate::finding::{Finding, Literal, Trail};
use crate::human_date;
use crate::language::{Language, Text};
use crate::plan::Plan;
use crate::plan::money::Per;
use crate::plan::values::Zone;
use crate::source::{Document, Problems, Table, apply, closest};
use crate::value::{Day, Length, Money, Offset, QuietHours, ValueError, count, yes_or_no};

/// A value as it was written, to be repeated in a refusal.
fn as_written(value: &Literal) -> String {
    shown(AnswerKind::Text, value, Language::Zh)
}

/// What was typed, as the value that the kind of question takes. Nothing is looked up yet.
pub(super) fn parse(kind: AnswerKind, text: &str) -> Literal {
    let text = text.trim();
    let texts = || {
        let parts = text.split(['、', '，', ',', ';', '；', '\n']).map(str::trim).filter(|part| !part.is_empty());
        Literal::List(parts.map(Literal::from).collect())
    };
    let given = match kind {
        _ if text.is_empty() => None,
        AnswerKind::Several(_) | AnswerKind::Texts => Some(texts()),
        AnswerKind::Number => count(text).map(Literal::Integer),
        AnswerKind::Zone => {
            let zone = in_brackets(text).filter(|zone| zone.contains('/')).map(str::to_owned);
            let named = || Some(text.parse::<Zone>().ok()?.name().to_owned());
            zone.or_else(|| Zone::of_city(text)).or_else(named).map(Literal::from)
        }
        AnswerKind::Date => human_date::full_date(text).ok().map(Literal::Day),
        AnswerKind::YesNo => yes_or_no(text).map(Literal::Boolean),
        AnswerKind::Duration => text.parse().ok().map(|length: Length| length.to_string().into()),
        AnswerKind::Offset => text.parse().ok().map(|offset: Offset| offset.to_string().into()),
        AnswerKind::Colour => in_brackets(text).filter(|code| code.starts_with('#')).map(Literal::from),
        _ => None,
    };
    given.unwrap_or_else(|| text.into())
}

/// What is in brackets behind a name: `深灰绿 (#2F4F4F)`.
fn in_brackets(text: &str) -> Option<&str> {
    Some(text.strip_suffix([')', '）'])?.rsplit(['(', '（']).next()?.trim())
}

/// The answer in its canonical form, or what is expected. What depends on the starter is only checked when a `context`
/// is given.
pub(super) fn check(
    question: &Question,
    value: &Literal,
    context: Option<&InterviewContext<'_>>,
) -> Result<Literal, Refusal> {
    if is_keep(value) {
        return Ok(KEEP);
    }
    if let Some(said) = none::read(question, value, context)? {
        return Ok(said);
    }
    let refuse = |want: Text| Refusal::new(as_written(value), want);
    match question.kind {
        AnswerKind::Text | AnswerKind::Duration | AnswerKind::Offset | AnswerKind::Colour | AnswerKind::Zone => {
            let text = text_of(value).ok_or_else(|| refuse(Text::new("一段文字", "a text")))?;
            readable(question, parse(question.kind, text))
        }
        AnswerKind::Number => match value {
            Literal::Integer(_) => number(question, value.clone(), context),
            Literal::Text(text) => match parse(question.kind, text) {
                read @ Literal::Integer(_) => number(question, read, context),
                _ => Err(refuse(Text::new("整数", "a whole number"))),
            },
            _ => Err(refuse(Text::new("整数", "a whole number"))),
        },
        AnswerKind::Texts => readable(question, Literal::List(list_of(value).ok_or_else(|| refuse(LIST))?)),
        AnswerKind::Date => match value {
            Literal::Day(day) => Ok(Literal::Day(*day)),
            Literal::Text(text) => date(question, text, context),
            _ => Err(refuse(Text::new("日期，如 2026-12-01", "a date such as 2026-12-01"))),
        },
        AnswerKind::Amount => {
            let want = Text::new("带币种的金额，如 365元", "an amount with its currency, such as 49 EUR");
            let text = match value {
                Literal::Integer(_) | Literal::Float(_) => as_written(value),
                _ => text_of(value).ok_or_else(|| refuse(want))?.to_owned(),
            };
            let amount = amount(question, &text, context)?;
            if context.is_none() { Ok(amount.into()) } else { readable(question, amount.into()) }
        }
        AnswerKind::Hours => {
            let text =
                text_of(value).ok_or_else(|| refuse(Text::new("时段，如 22:30-07:30", "hours such as 22:30-07:30")))?;
            let hours = text.parse::<QuietHours>().map_err(|error| value_refusal(text, error))?;
            readable(question, hours.to_string().into())
        }
        AnswerKind::Cadence => cadence(text_of(value).ok_or_else(|| refuse(CADENCE))?, context.is_some_and(|s| s.adds)),
        AnswerKind::YesNo => match value {
            Literal::Boolean(_) => Ok(value.clone()),
            Literal::Text(text) => match parse(question.kind, text) {
                yes @ Literal::Boolean(_) => Ok(yes),
                _ => Err(refuse(Text::new("“是”或“否”", "yes or no"))),
            },
            _ => Err(refuse(Text::new("是或否", "yes or no"))),
        },
        AnswerKind::Choice(options) => {
            let text = text_of(value).ok_or_else(|| refuse(Text::new("一个词", "a single word")))?;
            match choices(options, context) {
                Some(choices) => choose(text, &choices).map(Literal::from),
                None => Ok(text.into()),
            }
        }
        AnswerKind::Several(options) => {
            let texts = list_of(value).ok_or_else(|| refuse(LIST))?;
            let Some(choices) = choices(options, context) else { return Ok(Literal::List(texts)) };
            let mut words: Vec<Literal> = Vec::with_capacity(texts.len());
            for text in texts.iter().filter_map(text_of) {
                let word = choose(text, &choices)?.into();
                if !words.contains(&word) {
                    words.push(word);
                }
            }
            Ok(Literal::List(words))
        }
        AnswerKind::People | AnswerKind::Channels | AnswerKind::Activities | AnswerKind::Products => {
            let texts = match value {
                Literal::Text(text) => vec![text.as_str()],
                Literal::List(values) => values.iter().filter_map(text_of).collect(),
                _ => return Err(refuse(LIST)),
            };
            let read = read_back::lines(question.kind, &texts.join("\n"), context);
            match read.refusals.into_iter().next() {
                Some(refusal) => Err(refusal),
                None => Ok(Literal::List(read.lines.into_iter().map(Literal::from).collect())),
            }
        }
        AnswerKind::Sizes => sizes::check(&as_written(value), context.map(|context| context.today)),
    }
}

const LIST: Text = Text::new("几段文字，用逗号隔开（文件里写成列表）", "texts separated by commas (in a file: a list)");
const CADENCE: Text = Text::new("时间说法，如 每周三 20:00", "a time such as every Wed 20:00");

fn text_of(value: &Literal) -> Option<&str> {
    match value {
        Literal::Text(text) => Some(text),
        _ => None,
    }
}

/// A list of texts without empty ones; one text is split at its commas.
fn list_of(value: &Literal) -> Option<Vec<Literal>> {
    match value {
        Literal::Text(text) => match parse(AnswerKind::Texts, text) {
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

fn choices(options: ChoiceSource, context: Option<&InterviewContext<'_>>) -> Option<Vec<AnswerChoice>> {
    match options {
        ChoiceSource::Fixed(choices) => Some(Language::ALL.into_iter().flat_map(choices).collect()),
        ChoiceSource::Open(choices) => context.map(choices),
    }
}

/// The word for an answer that is the word itself or its name in any language.
fn choose(text: &str, choices: &[AnswerChoice]) -> Result<String, Refusal> {
    let text = text.trim();
    if choices.is_empty() {
        let words = Text::new("现在还没有可选的", "there is nothing to choose from yet");
        return Err(Refusal { is_whole: true, ..Refusal::new(text, words) });
    }
    let is_it = |choice: &&AnswerChoice| choice.word == text || choice.name.to_lowercase() == text.to_lowercase();
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

/// A number; those of members are checked against each other.
fn number(question: &Question, value: Literal, context: Option<&InterviewContext<'_>>) -> Result<Literal, Refusal> {
    let other = |id: &str| match context?.answers.get(id) {
        Some(Literal::Integer(n)) => Some(*n),
        _ => None,
    };
    let sizes = match (question.id, &value) {
        ("size_now", Literal::Integer(now)) => other("size_target").map(|target| (*now, target)),
        ("size_target", Literal::Integer(target)) => other("size_now").map(|now| (now, *target)),
        _ => None,
    };
    if let Some((now, target)) = sizes {
        sizes::ordered(&format!("{now} → {target}"), now, target)?;
    }
    readable(question, value)
}

/// A date. Without its year it stays as it was typed until the day of the interview is known. What began already is the
/// latest that has passed, and may be known by its month only.
fn date(question: &Question, text: &str, context: Option<&InterviewContext<'_>>) -> Result<Literal, Refusal> {
    let today = context.map_or(Day(0), |context| context.today);
    let is_past = question.id == "since";
    let past = || human_date::past_day(text, today);
    let read = match question.id {
        "since" => past(),
        // one that runs already may have begun in a month
        "starts" => human_date::day(text, today).or_else(|error| {
            let is_over = |day: &Day| context.is_some_and(|context| *day < context.today);
            past().ok().filter(is_over).ok_or(error)
        }),
        _ => human_date::day(text, today),
    };
    let day = read.map_err(|error| value_refusal(text, error))?;
    if is_past && context.is_some_and(|context| day > context.today) {
        let want = Text::new("已经过去的一天", "a day that is over");
        return Err(Refusal::new(text.trim(), want));
    }
    Ok(match context.is_some() || human_date::full_date(text).is_ok() {
        true => Literal::Day(day),
        false => text.trim().into(),
    })
}

/// An amount. What only the starter knows, the currency of a bare number, is added when there is one.
fn amount(question: &Question, text: &str, context: Option<&InterviewContext<'_>>) -> Result<String, Refusal> {
    let product =
        context.and_then(|context| context.starter.plan.monetisation.get(context.element("monetisation", "earning")));
    let usual = match context {
        None => Some("CNY".to_owned()),
        Some(context) => {
            let price = product.and_then(|product| product.price.as_ref());
            price.map(|price| price.currency.clone()).or_else(|| currency_of(&question.default_in(context)?))
        }
    };
    let (amount, per) = price::amount(text, usual.as_deref()).map_err(|error| value_refusal(text, error))?;
    if context.is_none() {
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

fn currency_of(amount: &Literal) -> Option<String> {
    Some(text_of(amount)?.parse::<Money>().ok()?.currency)
}

/// The price that is expected, given how often it is paid.
const fn period(charged: Option<Per>) -> Text {
    match charged {
        Some(Per::Year) => Text::new("一年的价格", "the price per year"),
        Some(Per::Quarter) => Text::new("一个季度的价格", "the price per quarter"),
        Some(Per::Month) => Text::new("一个月的价格", "the price per month"),
        Some(Per::Once) => Text::new("一次性的价格", "the price of a single payment"),
        None => Text::new("只写金额", "an amount alone"),
    }
}

/// A cadence; it may depend on another item only where the items are those of the plan itself.
fn cadence(text: &str, may_follow: bool) -> Result<Literal, Refusal> {
    let text = text.trim();
    match Cadence::parse(text) {
        Ok(cadence) => match cadence.pattern {
            Pattern::Offset { from: Anchor::Item(_), .. } if !may_follow => Err(Refusal::new(
                text,
                Text::new("自己的时间，不依赖别的活动", "a time that does not depend on another item"),
            )),
            _ => Ok(text.into()),
        },
        Err(error) => {
            let at = Some(error.at).filter(|at| *at != (0..text.len()));
            // what is wrong with a phrase is a sentence or a question
            Err(Refusal { at, is_whole: true, ..Refusal::new(text, error.expected).near(error.near) })
        }
    }
}

fn value_refusal(text: &str, error: ValueError) -> Refusal {
    Refusal::new(text.trim(), error.expected).near(error.near)
}

/// Sets the answer at its keys in an empty plan and lets the plan's reader judge.
fn readable(question: &Question, value: Literal) -> Result<Literal, Refusal> {
    let edits = edits::plain_edits(question, &value);
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
    Refusal::new(as_written(value), want).near(fact("near").map(|near| near.show(Language::En)))
}

//! A value as people say it: 一年 for `1y`, 提前 30 天 for `T-30d`, 免费 for `0 CNY`, 深灰绿 for `#2F4F4F`. What is
//! shown can be typed again.

use super::choice::AnswerChoice;
use super::colour;
use super::question::AnswerKind;
use crate::finding::Literal;
use crate::language::{Language, Text};
use crate::plan::values::Zone;
use crate::value::{Length, Money, Offset, Shift};

/// A value of an answer of this kind.
pub fn shown(kind: AnswerKind, value: &Literal, language: Language) -> String {
    match value {
        Literal::Text(text) => in_words(kind, text, language).unwrap_or_else(|| text.clone()),
        Literal::Integer(n) => n.to_string(),
        Literal::Float(n) => n.to_string(),
        Literal::Boolean(true) => Text::new("是", "yes").get(language).to_owned(),
        Literal::Boolean(false) => Text::new("否", "no").get(language).to_owned(),
        Literal::Day(day) => day.to_string(),
        Literal::Moment(day, clock) => format!("{day} {clock}"),
        Literal::List(values) => joined(values.iter().map(|value| shown(kind, value, language)), language),
        Literal::Table(_) => String::new(),
    }
}

/// The same, with what was chosen by its name.
pub(super) fn named(kind: AnswerKind, value: &Literal, choices: &[AnswerChoice], language: Language) -> String {
    match value {
        Literal::Text(word) => {
            let chosen = choices.iter().find(|choice| choice.word == *word);
            chosen.map_or_else(|| shown(kind, value, language), |choice| choice.name.clone())
        }
        Literal::List(words) => joined(words.iter().map(|word| named(kind, word, choices, language)), language),
        other => shown(kind, other, language),
    }
}

fn joined(texts: impl Iterator<Item = String>, language: Language) -> String {
    texts.collect::<Vec<_>>().join(Text::new("、", ", ").get(language))
}

/// What a plan writes in a short form; none for other texts.
fn in_words(kind: AnswerKind, text: &str, language: Language) -> Option<String> {
    match kind {
        AnswerKind::Duration => text.parse().ok().map(|length: Length| length.in_words(language)),
        AnswerKind::Offset => offset_in_words(text.parse().ok()?, language),
        AnswerKind::Amount => amount_in_words(&text.parse().ok()?, language),
        AnswerKind::Zone if language == Language::Zh => Zone::city_zh(text).map(|city| format!("{city} ({text})")),
        AnswerKind::Colour => colour::name(text, language).map(|name| format!("{name} ({text})")),
        _ => None,
    }
}

fn offset_in_words(Offset(shift): Offset, language: Language) -> Option<String> {
    let (length, time) = match shift {
        Shift::Days(days, time) => (Length::Days(days.abs()), time),
        Shift::Minutes(minutes) => (Length::Minutes(minutes.abs()), None),
    };
    let is_before = match shift {
        Shift::Days(0, _) | Shift::Minutes(0) => return None,
        Shift::Days(n, _) | Shift::Minutes(n) => n < 0,
    };
    let words = match is_before {
        true => Text::new("提前{length}", "{length} before"),
        false => Text::new("{length}后", "{length} after"),
    };
    let length = length.in_words(language);
    let length = if language == Language::Zh && length.starts_with(|c: char| c.is_ascii_digit()) && is_before {
        format!(" {length}")
    } else {
        length
    };
    let words = words.fill(language, |_| Some(length.clone()));
    Some(time.map_or_else(|| words.clone(), |time| format!("{words} {time}")))
}

/// An amount, where it is said otherwise than it is written.
pub(crate) fn amount_in_words(amount: &Money, language: Language) -> Option<String> {
    if amount.cents == 0 {
        return Some(Text::new("免费", "free").get(language).to_owned());
    }
    let plain = amount.to_string();
    let number = plain.strip_suffix("CNY").filter(|_| language == Language::Zh)?;
    Some(format!("{number}元"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::answer::{check, parse};
    use crate::interview::{Answers, Interview, Mode, questions};
    use crate::library::Library;

    #[test]
    fn short_forms_are_shown_in_words() {
        for (kind, text, zh, en) in [
            (AnswerKind::Duration, "1y", "一年", "1 year"),
            (AnswerKind::Duration, "6M", "六个月", "6 months"),
            (AnswerKind::Duration, "14d", "两周", "2 weeks"),
            (AnswerKind::Duration, "60d", "60 天", "60 days"),
            (AnswerKind::Duration, "90m", "90 分钟", "90 minutes"),
            (AnswerKind::Duration, "soon", "soon", "soon"),
            (AnswerKind::Offset, "T-30d", "提前 30 天", "30 days before"),
            (AnswerKind::Offset, "T-1d 20:00", "提前一天 20:00", "1 day before 20:00"),
            (AnswerKind::Offset, "T+2h", "两小时后", "2 hours after"),
            (AnswerKind::Offset, "T", "T", "T"),
            (AnswerKind::Amount, "0 CNY", "免费", "free"),
            (AnswerKind::Amount, "9.90 CNY", "9.90 元", "9.90 CNY"),
            (AnswerKind::Amount, "20 EUR", "20 EUR", "20 EUR"),
            (AnswerKind::Colour, "#2F4F4F", "深灰绿 (#2F4F4F)", "dark grey-green (#2F4F4F)"),
            (AnswerKind::Colour, "teal", "teal", "teal"),
            (AnswerKind::Zone, "Asia/Shanghai", "北京时间 (Asia/Shanghai)", "Asia/Shanghai"),
            (AnswerKind::Zone, "Europe/Paris", "巴黎 (Europe/Paris)", "Europe/Paris"),
            (AnswerKind::Zone, "Europe/Sofia", "Europe/Sofia", "Europe/Sofia"),
            (AnswerKind::Text, "1y", "1y", "1y"),
        ] {
            let found = Language::ALL.map(|language| shown(kind, &text.into(), language));
            assert_eq!(found, [zh, en], "{text}");
        }
    }

    #[test]
    fn a_default_can_be_typed_as_it_is_shown() {
        let library = Library::default();
        let mut seen = 0;
        for (name, language) in library.starter_names().into_iter().flat_map(|n| Language::ALL.map(|l| (n, l))) {
            let today = "2026-11-23".parse().expect("a day");
            let mut interview = Interview::new(&library, Mode::Full, language, today).copying();
            let mut answers = Answers::default();
            for pair in [format!("language={language}"), format!("starter={name}")] {
                answers.set(&pair).expect("a good answer");
            }
            interview.replay(&answers).expect("good answers");
            for question in questions().filter(|question| question.modes.contains(&Mode::Full)) {
                let context = interview.context();
                let Some(default) = question.default_in(&context).filter(|_| (question.asked)(&context)) else {
                    continue;
                };
                let shown = shown(question.kind, &default, language);
                let read = |value: &Literal| check(question, value, Some(&context)).expect("a good answer");
                let expected = read(&default);
                if !matches!(question.kind, AnswerKind::Texts | AnswerKind::People) {
                    assert_eq!(read(&parse(question.kind, &shown)), expected, "{name} {}", question.id);
                }
                interview.change(question);
                interview.answer(&shown).unwrap_or_else(|error| panic!("{shown}: {}", error.message(language)));
                assert_eq!(interview.answers().given(question.id), Some(&expected), "{name} {}", question.id);
                seen += 1;
            }
        }
        assert!(seen > 1000, "{seen}");
    }
}

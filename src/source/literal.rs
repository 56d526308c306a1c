//! A word of the command line → a value of the shape that its key wants.

use super::shape::{ChoiceInfo, Shape};
use crate::finding::Literal;
use crate::language::Text;
use crate::value::{Clock, Day};

/// The value that a text means for a key of this shape; else what is wanted.
pub fn literal(shape: &Shape, text: &str) -> Result<Literal, Text> {
    let wrong = shape.wanted();
    let text = text.trim();
    match shape {
        Shape::Integer { .. } => text.parse().map(Literal::Integer).map_err(|_| wrong),
        Shape::Number => match text.parse::<i64>() {
            Ok(n) => Ok(Literal::Integer(n)),
            Err(_) => text.parse::<f64>().ok().filter(|n| n.is_finite()).map(Literal::Float).ok_or(wrong),
        },
        Shape::Boolean => match text {
            "true" | "yes" | "是" => Ok(Literal::Boolean(true)),
            "false" | "no" | "否" => Ok(Literal::Boolean(false)),
            _ => Err(wrong),
        },
        Shape::Date => text.parse::<Day>().map(Literal::Day).map_err(|_| wrong),
        Shape::Moment => match text.split_once(['T', ' ']) {
            Some((day, time)) => {
                // a plan has one zone, and no seconds
                let time = time.strip_suffix(":00").filter(|time| time.contains(':')).unwrap_or(time);
                let moment = day.parse::<Day>().ok().zip(time.parse::<Clock>().ok());
                moment.map(|(day, time)| Literal::Moment(day, time)).ok_or(wrong)
            }
            None => text.parse::<Day>().map(Literal::Day).map_err(|_| wrong),
        },
        Shape::List(inner) if inner.table().is_none() => {
            let words = elements(text).unwrap_or_else(|| split(inner, text));
            words.iter().map(|word| literal(inner, word)).collect::<Result<_, _>>().map(Literal::List)
        }
        // a word that is none of them is told by the reader, which names them all
        Shape::Choice(choices) => {
            Ok(Literal::Text(ChoiceInfo::meant(choices, text).map_or(text, |c| c.word).to_owned()))
        }
        Shape::Text | Shape::Form(..) | Shape::Reference(..) => Ok(Literal::Text(text.to_owned())),
        // what is separated like a list is one, where there may be one
        Shape::Either(shapes) => {
            let is_list = |shape: &&Shape| matches!(shape, Shape::List(_)) == text.contains([',', '，', '、']);
            shapes.iter().find(is_list).or_else(|| shapes.first()).map_or(Err(wrong), |shape| literal(shape, text))
        }
        Shape::List(_) | Shape::Table(_) | Shape::Map(_) | Shape::Any => Err(wrong),
    }
}

/// The elements of a list as TOML writes it: `["a, b", "c"]`.
fn elements(text: &str) -> Option<Vec<String>> {
    if !text.starts_with('[') {
        return None;
    }
    let document = format!("list = {text}");
    let table = toml::de::DeTable::parse(&document).ok()?;
    let list = table.get_ref().get("list")?.get_ref().as_array()?;
    let word = |value: &toml::Spanned<toml::de::DeValue<'_>>| match value.get_ref() {
        toml::de::DeValue::String(text) => Some(text.to_string()),
        toml::de::DeValue::Array(_) | toml::de::DeValue::Table(_) => None,
        _ => document.get(value.span()).map(str::to_owned),
    };
    list.iter().map(word).collect()
}

/// The words between separators. In free text a full-width comma belongs to the sentence.
fn split(inner: &Shape, text: &str) -> Vec<String> {
    let separators: &[char] =
        if matches!(inner, Shape::Text) { &[',', '、', ';', '；'] } else { &[',', '，', '、', ';', '；'] };
    let words = text.trim_start_matches('[').trim_end_matches(']').split(separators);
    let words = words.map(|word| word.trim().trim_matches('"')).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_values_of_the_wanted_shape() {
        assert_eq!(literal(&Shape::Integer { min: 0, max: 9 }, "3"), Ok(Literal::Integer(3)));
        assert!(literal(&Shape::Integer { min: 0, max: 9 }, "三").is_err());
        let list = Shape::List(&Shape::Text);
        let texts = |words: &[&str]| Ok(Literal::List(words.iter().map(|word| (*word).into()).collect()));
        assert_eq!(literal(&list, "守时、说人话"), texts(&["守时", "说人话"]));
        assert_eq!(literal(&list, "a, b"), texts(&["a", "b"]));
        assert_eq!(
            literal(&list, "今晚八点半夜读，只聊一件事"),
            texts(&["今晚八点半夜读，只聊一件事"]),
            "one sentence"
        );
        assert_eq!(literal(&list, r#"["come by, bring a book", "two"]"#), texts(&["come by, bring a book", "two"]));
        assert_eq!(literal(&list, "[a, b]"), texts(&["a", "b"]), "quotes may be left out");
        const ROLE: Shape = Shape::Reference("role", Text::new("角色", "role"));
        let ids = Shape::List(&ROLE);
        assert_eq!(literal(&ids, "host，coach"), texts(&["host", "coach"]));
        let either = Shape::Either(&[Shape::Text, Shape::List(&Shape::Text)]);
        assert_eq!(literal(&either, "CN"), Ok(Literal::Text("CN".into())));
        assert_eq!(literal(&either, "CN, days.ics"), Ok(Literal::List(vec!["CN".into(), "days.ics".into()])));
        assert_eq!(literal(&Shape::Boolean, "是"), Ok(Literal::Boolean(true)));
        assert!(literal(&Shape::Date, "2026-02-30").is_err());
        for moment in ["2026-12-27T14:00", "2026-12-27 14:00:00"] {
            assert!(matches!(literal(&Shape::Moment, moment), Ok(Literal::Moment(..))), "{moment}");
        }
        for lossy in ["2026-12-27 14:00:30", "2026-12-27T14:00:00+08:00", "2026-12-27T14:00+08:00"] {
            assert!(literal(&Shape::Moment, lossy).is_err(), "{lossy}: nothing is dropped in silence");
        }
    }
}

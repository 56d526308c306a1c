//! A word of the command line → a value of the shape that its key wants.

use super::shape::{ChoiceInfo, Shape};
use crate::finding::Literal;
use crate::human_date;
use crate::value::{Day, ValueError, count, weekly_hours, yes_or_no};

/// The value that a text means for a key of this shape; without today, dates have to name their year.
pub fn literal(shape: &Shape, text: &str, today: Option<Day>) -> Result<Literal, ValueError> {
    let wrong = || ValueError::new(shape.wanted());
    let text = text.trim();
    match shape {
        Shape::Integer { .. } => count(text).map(Literal::Integer).ok_or_else(wrong),
        Shape::Number => {
            let decimal = || text.parse::<f64>().ok().filter(|n| n.is_finite()).map(Literal::Float);
            let hours = || weekly_hours(text).map(Literal::from);
            count(text).map(Literal::Integer).or_else(decimal).or_else(hours).ok_or_else(wrong)
        }
        Shape::Boolean => yes_or_no(text).map(Literal::Boolean).ok_or_else(wrong),
        Shape::Date => day(text, today).map(Literal::Day),
        Shape::Moment => moment(text, today),
        Shape::List(inner) if inner.table().is_none() => {
            let words = elements(text).unwrap_or_else(|| split(inner, text));
            words.iter().map(|word| literal(inner, word, today)).collect::<Result<_, _>>().map(Literal::List)
        }
        // the reader rejects a word that is none of them, and names them all
        Shape::Choice(choices) => {
            Ok(Literal::Text(ChoiceInfo::meant(choices, text).map_or(text, |c| c.word).to_owned()))
        }
        Shape::Text | Shape::Form(..) | Shape::Reference(..) => Ok(Literal::Text(text.to_owned())),
        // what is separated like a list is one, where there may be one
        Shape::Either(shapes) => {
            let is_list = |shape: &&Shape| matches!(shape, Shape::List(_)) == text.contains([',', '，', '、']);
            shapes
                .iter()
                .find(is_list)
                .or_else(|| shapes.first())
                .map_or_else(|| Err(wrong()), |shape| literal(shape, text, today))
        }
        Shape::List(_) | Shape::Table(_) | Shape::Map(_) | Shape::Any => Err(wrong()),
    }
}

fn day(text: &str, today: Option<Day>) -> Result<Day, ValueError> {
    today.map_or_else(|| human_date::full_date(text), |today| human_date::day(text, today))
}

/// A day, or a day with a time.
fn moment(text: &str, today: Option<Day>) -> Result<Literal, ValueError> {
    let read = |today| human_date::moment(text, today);
    let (found, other) = (read(today.unwrap_or(Day(0)))?, read(today.unwrap_or(Day(4000)))?);
    match found {
        (Some(day), None) if found == other => Ok(Literal::Day(day)),
        (Some(day), Some(time)) if found == other => Ok(Literal::Moment(day, time)),
        _ => Err(ValueError::new(Shape::Moment.wanted())),
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
    use crate::language::Text;

    #[test]
    fn words_become_values_of_the_wanted_shape() {
        assert_eq!(literal(&Shape::Integer { min: 0, max: 9 }, "3", None), Ok(Literal::Integer(3)));
        assert!(literal(&Shape::Integer { min: 0, max: 9 }, "many", None).is_err());
        assert_eq!(
            literal(&Shape::Integer { min: 0, max: 900 }, "三个群一共四百八十多", None),
            Ok(Literal::Integer(480))
        );
        for (typed, value) in
            [("2.5", Literal::Float(2.5)), ("每周10小时", Literal::Integer(10)), ("90 minutes", Literal::Float(1.5))]
        {
            assert_eq!(literal(&Shape::Number, typed, None), Ok(value), "{typed}");
        }
        let list = Shape::List(&Shape::Text);
        let texts = |words: &[&str]| Ok(Literal::List(words.iter().map(|word| (*word).into()).collect()));
        assert_eq!(literal(&list, "守时、说人话", None), texts(&["守时", "说人话"]));
        assert_eq!(literal(&list, "a, b", None), texts(&["a", "b"]));
        assert_eq!(
            literal(&list, "今晚八点半夜读，只聊一件事", None),
            texts(&["今晚八点半夜读，只聊一件事"]),
            "one sentence"
        );
        assert_eq!(
            literal(&list, r#"["come by, bring a book", "two"]"#, None),
            texts(&["come by, bring a book", "two"])
        );
        assert_eq!(literal(&list, "[a, b]", None), texts(&["a", "b"]), "quotes may be left out");
        const ROLE: Shape = Shape::Reference("role", Text::new("角色", "role"));
        let ids = Shape::List(&ROLE);
        assert_eq!(literal(&ids, "host，coach", None), texts(&["host", "coach"]));
        let either = Shape::Either(&[Shape::Text, Shape::List(&Shape::Text)]);
        assert_eq!(literal(&either, "CN", None), Ok(Literal::Text("CN".into())));
        assert_eq!(literal(&either, "CN, days.ics", None), Ok(Literal::List(vec!["CN".into(), "days.ics".into()])));
        assert_eq!(literal(&Shape::Boolean, "是", None), Ok(Literal::Boolean(true)));
        assert!(literal(&Shape::Date, "2026-02-30", None).is_err());
        let today = "2026-11-22".parse().ok();
        let day = |text: &str, today| literal(&Shape::Date, text, today);
        assert_eq!(day("12月24日", today), day("2026-12-24", None));
        assert!(day("12月24日", None).is_err() && day("03/04/2026", today).is_err());
        assert_eq!(literal(&Shape::Moment, "12月3日晚八点", today), literal(&Shape::Moment, "2026-12-03T20:00", None),);
        assert!(
            literal(&Shape::Moment, "12月3日晚八点", None).is_err() && literal(&Shape::Moment, "20:00", today).is_err()
        );
        for moment in ["2026-12-27T14:00", "2026-12-27 14:00:00"] {
            assert!(matches!(literal(&Shape::Moment, moment, None), Ok(Literal::Moment(..))), "{moment}");
        }
        for lossy in ["2026-12-27 14:00:30", "2026-12-27T14:00:00+08:00", "2026-12-27T14:00+08:00"] {
            assert!(literal(&Shape::Moment, lossy, None).is_err(), "{lossy}: nothing is dropped in silence");
        }
    }
}

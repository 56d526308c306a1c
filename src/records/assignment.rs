//! What is typed on the command line: `came=14`, `到场=14/17`, `income="280 CNY"`, `score=4.6`.

use super::measure::{Measure, MeasureKind, measure};
use super::value::{Measured, measured};
use crate::language::Text;
use crate::value::{Share, ValueError, count, fold_width};

/// Why something typed is no reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AssignmentError {
    /// There is no such word.
    UnknownMeasure(String),
    /// The word is right and the value is not.
    Value(&'static Measure, ValueError),
    /// More than there were.
    MoreThanAll(i64, u64),
}

/// The measure, its value, and out of how many: `came=14`, `came=14/17`, `came = 14 of 17`, `到场：14`, `34%` (a value alone).
pub fn assignment(
    text: &str,
    usual_currency: Option<&str>,
) -> Result<(&'static Measure, Measured, Option<u64>), AssignmentError> {
    let folded = fold_width(text);
    let (name, value) = match folded.split_once(['=', ':']) {
        Some((name, value)) => (name.trim(), value.trim()),
        None => ("value", folded.trim()),
    };
    let measure = measure(name).ok_or_else(|| AssignmentError::UnknownMeasure(name.to_owned()))?;
    let (value, of) = out_of(value, measure.kind);
    let wrong = |error| AssignmentError::Value(measure, error);
    let value = match (measure.kind, of) {
        // 72 of 210 is a share, too
        (MeasureKind::Share, Some(of)) if !value.contains('%') => share_of(value, of).map_err(wrong)?,
        _ => measured(value, measure.kind, usual_currency).map_err(wrong)?,
    };
    match (&value, of) {
        (Measured::Count(count), Some(of)) if i128::from(*count) > i128::from(of) => {
            Err(AssignmentError::MoreThanAll(*count, of))
        }
        _ => Ok((measure, value, of)),
    }
}

/// A value and what it is out of; scores have a slash of their own.
fn out_of(value: &str, kind: MeasureKind) -> (&str, Option<u64>) {
    let words = [" of ", " out of ", "，共", "/"];
    let parts = words
        .iter()
        .filter(|word| **word != "/" || kind != MeasureKind::Score)
        .find_map(|word| value.rsplit_once(word));
    let whole = |of: &str| count(of.trim()).and_then(|of| u64::try_from(of).ok());
    match parts.and_then(|(part, of)| Some((part.trim_end_matches(" out").trim(), whole(of)?))) {
        Some((part, of)) if kind != MeasureKind::Any || !(value.contains('/') && [5, 10].contains(&of)) => {
            (part, Some(of))
        }
        _ => (value, None),
    }
}

/// A count out of another one as a share: what a goal is measured in decides what `110/480` is.
pub fn as_share(value: &Measured, of: u64) -> Option<Measured> {
    match value {
        Measured::Count(count) => share_of(&count.to_string(), of).ok(),
        _ => None,
    }
}

/// A count out of another one as a share, rounded to a tenth of a percent.
fn share_of(value: &str, of: u64) -> Result<Measured, ValueError> {
    let expected = || ValueError::new(Text::new("34%，或 72/210", "34%, or 72/210"));
    let part = count(value).filter(|part| *part >= 0).ok_or_else(expected)?;
    let of = i64::try_from(of).ok().filter(|of| *of >= part && *of > 0).ok_or_else(expected)?;
    Ok(Measured::Share(Share(part.checked_mul(2_000).map_or(0, |double| (double / of + 1) / 2))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(&'static str, String, Option<u64>)> {
        let (measure, value, of) = assignment(text, Some("CNY")).ok()?;
        let (number, unit) = value.cells();
        Some((measure.id, format!("{number}{unit}"), of))
    }

    #[test]
    fn what_people_type_in_both_languages() {
        for (text, id, value, of) in [
            ("came=14", "came", "14", None),
            ("到场=14/17", "came", "14", Some(17)),
            ("到场：１４", "came", "14", None),
            ("came = 14 of 17", "came", "14", Some(17)),
            ("signed-up=17", "signed-up", "17", None),
            ("score=4.6", "score", "4.6/5", None),
            ("评分=8/10", "score", "8/10", None),
            ("income=280 CNY", "income", "280CNY", None),
            ("收入=280元", "income", "280CNY", None),
            ("34%", "value", "34%", None),
            ("34% of 210", "value", "34%", Some(210)),
            ("4.6/5", "value", "4.6/5", None),
            ("retention=72/210", "retention", "34.3%", Some(210)),
            ("净增=-3", "net", "-3", None),
            ("done=", "done", "yes", None),
        ] {
            assert_eq!(read(text), Some((id, value.to_owned(), of)), "{text}");
        }
    }

    #[test]
    fn mistakes_name_what_is_wrong() {
        assert_eq!(assignment("cmae=14", None).err(), Some(AssignmentError::UnknownMeasure("cmae".to_owned())));
        assert!(matches!(assignment("came=lots", None), Err(AssignmentError::Value(it, _)) if it.id == "came"));
        assert_eq!(assignment("came=18/17", None).err(), Some(AssignmentError::MoreThanAll(18, 17)));
        assert!(assignment("income=280", None).is_err(), "no currency is guessed");
    }
}

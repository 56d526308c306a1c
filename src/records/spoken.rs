//! What is said of an event as people say it: `来了12个人，报名15`, `12 came, 15 signed up`.

use super::measure::measures;
use crate::value::fold_width;

/// What stands between a name and its value.
const BETWEEN: [&str; 6] = ["了", "是", "有", "was", "were", "is"];

/// The words as values of the form `came=12`; what names no measure stays as it is.
pub fn spoken_values(words: &[&str]) -> Vec<String> {
    let mut values = Vec::new();
    for run in words.chunk_by(|one, other| is_plain(one) && is_plain(other)) {
        if !run.iter().all(|word| is_plain(word)) {
            values.extend(run.iter().map(|word| (*word).to_owned()));
            continue;
        }
        let said: Vec<Option<String>> = parts(&run.join(" ")).iter().map(|part| assigned(part)).collect();
        let is_out_of = run.len() > 1 && run.contains(&"of");
        match said.iter().any(Option::is_some) {
            true => values.extend(parts(&run.join(" ")).into_iter().zip(said).map(|(part, said)| said.unwrap_or(part))),
            false if is_out_of => values.push(run.join(" ")),
            false => values.extend(run.iter().map(|word| (*word).to_owned())),
        }
    }
    values
}

/// Whether a word has no sign that gives it a value.
fn is_plain(word: &str) -> bool {
    !fold_width(word).contains(['=', ':'])
}

/// The parts between commas, which do not part the digits of a number.
fn parts(text: &str) -> Vec<String> {
    let signs: Vec<char> = text.chars().collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| signs.get(at)).is_some_and(char::is_ascii_digit);
    let mut parts = vec![String::new()];
    for (at, sign) in signs.iter().enumerate() {
        let parts_here = match sign {
            '，' | '、' | '；' | ';' | '。' => true,
            ',' => !(is_digit(at.checked_sub(1)) && is_digit(Some(at + 1))),
            _ => false,
        };
        match (parts_here, parts.last_mut()) {
            (false, Some(part)) => part.push(*sign),
            _ => parts.push(String::new()),
        }
    }
    let split = parts.iter().flat_map(|part| part.split(" and ")).flat_map(by_names);
    split.filter(|part| !part.is_empty()).collect()
}

/// A part that begins with the name of a measure, with a part of its own for each further name behind a value:
/// `came 12 score 4.6`.
fn by_names(part: &str) -> Vec<String> {
    let names = |word: &str| {
        let word = fold_width(word).to_lowercase();
        measures().iter().any(|it| it.id != "value" && it.names().any(|name| fold_width(name).to_lowercase() == word))
    };
    let mut parts: Vec<String> = Vec::new();
    for word in part.split_whitespace() {
        let goes_on = |last: &&mut String| {
            let begins = last.split(' ').next().is_some_and(names);
            !(begins && last.contains(|c: char| c.is_ascii_digit()) && names(word))
        };
        match parts.last_mut().filter(goes_on) {
            Some(last) => {
                last.push(' ');
                last.push_str(word);
            }
            None => parts.push(word.to_owned()),
        }
    }
    parts
}

/// A part that begins or ends with the name of a measure.
fn assigned(part: &str) -> Option<String> {
    let written = fold_width(part);
    let text = written.to_lowercase();
    // as it was written, for the sake of currencies
    let as_written = |value: &str| {
        let at = text.find(value).filter(|_| written.len() == text.len());
        at.and_then(|at| written.get(at..at + value.len())).unwrap_or(value).to_owned()
    };
    let names = measures()
        .iter()
        .flat_map(|measure| measure.names().map(move |name| (measure.id, fold_width(name).to_lowercase())));
    let mut names: Vec<(&str, String)> = names.filter(|(id, _)| *id != "value").collect();
    names.sort_by_key(|(_, name)| std::cmp::Reverse(name.chars().count()));
    names.into_iter().find_map(|(id, name)| {
        let behind = text.strip_prefix(&name).filter(|rest| is_bounded(&name, rest.chars().next()));
        let before = || text.strip_suffix(&name).filter(|rest| is_bounded(&name, rest.chars().next_back()));
        let value = bare(behind.or_else(before)?);
        value
            .contains(|c: char| c.is_ascii_digit() || "一二三四五六七八九十两百".contains(c))
            .then(|| format!("{id}={}", as_written(value)))
    })
}

/// Whether a name of letters ends where no letter goes on.
fn is_bounded(name: &str, next: Option<char>) -> bool {
    !name.is_ascii() || next.is_none_or(|next| !next.is_ascii_alphabetic())
}

/// A value without the words between it and its name.
fn bare(value: &str) -> &str {
    let value = value.trim();
    let word = BETWEEN.iter().find_map(|word| {
        let rest = value.strip_prefix(word)?;
        is_bounded(word, rest.chars().next()).then_some(rest)
    });
    word.unwrap_or(value).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_say_of_an_event() {
        let of = |text: &str| spoken_values(&text.split(' ').collect::<Vec<_>>()).join(" ");
        for (said, values) in [
            ("来了12个人，报名15", "came=12个人 signed-up=15"),
            ("来了9个人", "came=9个人"),
            ("到场9", "came=9"),
            ("12 came, 15 signed up", "came=12 signed-up=15"),
            ("12 people came and 15 signed up", "came=12 people signed-up=15"),
            ("came 1,200", "came=1,200"),
            ("came=14 评分=4.6", "came=14 评分=4.6"),
            ("34%", "34%"),
            ("72 of 210", "72 of 210"),
            ("11人", "11人"),
            ("报名：17", "报名：17"),
            ("满意度4.5", "score=4.5"),
            ("income 300 EUR", "income=300 EUR"),
            ("到场 120 评分 4.6", "came=120 score=4.6"),
            ("came 14 score 4.6", "came=14 score=4.6"),
        ] {
            assert_eq!(of(said), values, "{said}");
        }
    }
}

//! How many members there are and how many are wanted, as people say both at once: `480 → 600`, 现在480人，目标600.

use super::refusal::Refusal;
use crate::finding::Literal;
use crate::language::Text;
use crate::value::{count, fold_width};

/// What is said around the two numbers.
const WORDS: [&str; 37] = [
    "hoping for",
    "hope for",
    "hope to reach",
    "aiming for",
    "aim for",
    "we'd like",
    "would like",
    "members of us",
    "we're",
    "currently",
    "right now",
    "now",
    "today",
    "wanted",
    "want",
    "target",
    "in future",
    "later",
    "we have",
    "we are",
    "maybe",
    "perhaps",
    "hopefully",
    "goal",
    "目前",
    "现在",
    "现有",
    "已有",
    "目标",
    "打算",
    "想要",
    "希望",
    "做到",
    "也许",
    "想",
    "以后",
    "有",
];

/// What separates the two numbers.
const BETWEEN: [&str; 10] = ["→", "->", " to max ", " to ", " and ", "到", "/", ";", "、", "–"];

const SIZES: Text = Text::new(
    "现在的人数，想再多就加上目标，如 20，或 20 到 30",
    "members now, and members wanted if you want more, such as 20, or 20 to 30",
);

/// That there are enough already; of two that contain one another the longer comes first.
const ENOUGH: [&str; 29] = [
    "dont want it to grow",
    "don't want it to grow",
    "dont want to grow",
    "dont want more",
    "we don't want any more",
    "we don't want more",
    "we do not want more",
    "don't want any more",
    "don't want more",
    "we don't want to grow",
    "don't want to grow",
    "and no more",
    "no more",
    "not more",
    "that's enough",
    "enough",
    "we stay small",
    "we stay",
    "stay",
    "no growth",
    "不想再多了",
    "不想再多",
    "不要更多",
    "不再加人",
    "不加人了",
    "不加人",
    "不增加",
    "就这么多",
    "够了",
];

/// How many there are, how many are wanted, and by when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sizes {
    /// Members now.
    pub(super) now: i64,
    /// Members wanted.
    pub(super) target: Option<i64>,
    /// The day by which they are wanted.
    pub(super) by: Option<Day>,
}

/// The numbers of an answer, and the date beside the second.
pub(super) fn read_dated(text: &str, today: Day) -> Option<Sizes> {
    if let Some((now, target)) = read(text) {
        let by = date_in(text, today).filter(|_| target.is_some_and(|target| target > now)).map(|(_, by)| by);
        return Some(Sizes { now, target, by });
    }
    let (rest, by) = date_in(text, today)?;
    let (now, target) = read(&rest)?;
    Some(Sizes { now, target, by: Some(by).filter(|_| target.is_some_and(|target| target > now)) })
}

/// A text without the date in it, and the last day of that: `by the end of 2027`, 明年, `next year`.
fn date_in(text: &str, today: Day) -> Option<(String, Day)> {
    let lower = fold_width(text).to_lowercase();
    let year = |text: &str| -> Option<i32> {
        let digits = text.trim_start().get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
        digits.parse().ok().filter(|year| (2000..2100).contains(year))
    };
    let end_of = |year: i32| Day::from_ymd(year, 12, 31);
    let words = [("next year", 1), ("this year", 0), ("明年", 1), ("今年", 0), ("后年", 2)];
    let relative = words.iter().find_map(|(word, more)| Some((lower.find(word)?, word.len(), today.year() + more)));
    let leads = ["by the end of ", "by end of ", "before the end of ", "end of ", "by ", "in "];
    let dated = || {
        leads.iter().find_map(|lead| {
            let at = lower.find(lead)?;
            let of = year(&lower[at + lead.len()..])?;
            Some((at, lead.len() + 4, of))
        })
    };
    let chinese = || {
        let at = lower.find('年')?;
        let start = at.checked_sub(4).filter(|start| lower.is_char_boundary(*start))?;
        Some((start, 4 + '年'.len_utf8(), year(&lower[start..at])?))
    };
    let (at, length, year) = relative.or_else(dated).or_else(chinese)?;
    let mut end = at + length;
    for tail in ["年底前", "底前", "年底", "底", "末", "之前", "前", "内"] {
        if let Some(rest) = lower[end..].strip_prefix(tail) {
            end = lower.len() - rest.len();
            break;
        }
    }
    Some((format!("{};{}", &lower[..at], &lower[end..]), end_of(year)?))
}

/// The two numbers of an answer.
pub(super) fn read(text: &str) -> Option<(i64, Option<i64>)> {
    let mut folded = fold_width(&text.replace(['，', '；'], ";").replace('’', "'")).to_lowercase();
    // a comma within a number is none between numbers
    let chars: Vec<char> = folded.chars().collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
    let parted = |(at, c): (usize, &char)| match c {
        ',' if is_digit(at.checked_sub(1)) && is_digit(Some(at + 1)) => ',',
        ',' | '\n' => ';',
        c => *c,
    };
    folded = chars.iter().enumerate().map(parted).collect();
    let enough = ENOUGH.iter().find(|words| folded.contains(**words));
    if let Some(words) = enough {
        folded = folded.replace(words, " ; ");
    }
    // by when is asked elsewhere
    folded = folded.split(';').map(|part| part.split(" by ").next().unwrap_or(part)).collect::<Vec<_>>().join(";");
    // 现在480目标600
    folded = WORDS.iter().fold(folded, |text, word| text.replace(word, " ; "));
    folded = BETWEEN.iter().fold(folded, |text, word| text.replace(word, ";"));
    let parts = folded.split(';').map(|part| part.trim_matches([' ', ':', '.', '。'])).filter(|part| !part.is_empty());
    let numbers: Vec<i64> = parts.map(count).collect::<Option<_>>()?;
    match numbers[..] {
        [now] => Some((now, enough.map(|_| now))),
        [now, target] => Some((now, Some(target))),
        _ => None,
    }
    .filter(|(now, target)| [Some(*now), *target].into_iter().flatten().all(|n| u32::try_from(n).is_ok()))
}

/// The answer in its canonical form, or what is expected; both numbers are checked against each other.
pub(super) fn check(text: &str) -> Result<Literal, Refusal> {
    let (now, target) = read(text).ok_or_else(|| Refusal::new(text, SIZES))?;
    match target {
        Some(target) => ordered(text, now, target).map(|()| format!("{now} → {target}").into()),
        None => Ok(now.to_string().into()),
    }
}

/// A target is no smaller than what is there already.
pub(super) fn ordered(text: &str, now: i64, target: i64) -> Result<(), Refusal> {
    if target >= now {
        return Ok(());
    }
    let words = Text::new(
        "现在的人数已经比目标多；请核对两个数",
        "there are more members now than you want; check both numbers",
    );
    Err(Refusal { is_whole: true, ..Refusal::new(text, words) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn reads_both_numbers_as_people_say_them() {
        for (text, now, target) in [
            ("480 → 600", 480, Some(600)),
            ("480, 600", 480, Some(600)),
            ("1,200 / 2,000", 1200, Some(2000)),
            ("480 now, 600 wanted", 480, Some(600)),
            ("20 to 30", 20, Some(30)),
            ("现在480人，目标600", 480, Some(600)),
            ("现在480目标600", 480, Some(600)),
            ("480多人，做到1千", 480, Some(1000)),
            ("三个群一共四百八十多", 480, None),
            ("480", 480, None),
            ("480ish", 480, None),
            ("about 480", 480, None),
            ("480 or so, 600 wanted", 480, Some(600)),
            ("20, we don't want more", 20, Some(20)),
            ("20, no more", 20, Some(20)),
            ("20人，不加人了", 20, Some(20)),
            ("20，够了", 20, Some(20)),
            ("0 -> 20", 0, Some(20)),
            ("about 480, hoping for 800", 480, Some(800)),
            ("~480 to 800", 480, Some(800)),
            ("480ish -> 800", 480, Some(800)),
            ("20 of us", 20, None),
            ("about 20, dont want it to grow", 20, Some(20)),
            ("20 to max 24", 20, Some(24)),
            ("about 830 now, 1,200 by next summer", 830, Some(1200)),
            ("830 to 1,200 by June 2027", 830, Some(1200)),
            ("１２到３０", 12, Some(30)),
        ] {
            assert_eq!(read(text), Some((now, target)), "{text}");
        }
        for text in ["", "many", "1, 2, 3", "-5", "99999999999"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_target_below_what_is_there_is_asked_again() {
        let refusal = check("480 → 280").expect_err("fewer than now");
        assert!(refusal.message(Language::En).contains("more members now than you want"));
        assert!(refusal.message(Language::Zh).contains("480 → 280"));
        assert_eq!(check("480，600"), Ok("480 → 600".into()));
    }
}

//! How many members there are and how many are wanted, as people say both at once: `480 → 600`, 现在480人，目标600.

use super::refusal::Refusal;
use super::size_goal;
use crate::finding::Literal;
use crate::human_date;
use crate::language::Text;
use crate::value::{Day, count, fold_width};

/// What is said around the two numbers.
const WORDS: &[&str] = &[
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
    "付费会员",
    "会员",
    "差不多了",
    "就行",
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
const ENOUGH: &[&str] = &[
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
    "and that's plenty",
    "that's plenty",
    "plenty",
    "that's enough",
    "enough",
    "we stay small",
    "we stay",
    "stay",
    "no growth",
    "and that's fine",
    "that's fine",
    "that is fine",
    "and happy with that",
    "happy with that",
    "不打算再多了",
    "不打算再多",
    "不打算增加",
    "不打算加人",
    "不再增加",
    "这样就好",
    "不想再多了",
    "不想再多",
    "不要更多",
    "不再加人",
    "不加人了",
    "不加人",
    "不增加",
    "就这么多",
    "就够了",
    "够了",
    "刚好",
    "正好",
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
    if let Some((rest, _)) = size_goal::goal(text, today) {
        return read_dated(&rest, today);
    }
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
    let lower = fold_width(&text.replace(['，', '；', '。'], ";")).to_lowercase();
    let day = |text: &str| {
        let text = text.split(';').next().unwrap_or(text).trim().trim_end_matches('.');
        let month = || human_date::month(text, today).ok().map(|month| month.last());
        human_date::day(text, today).ok().or_else(month)
    };
    let by = lower.find(" by ").map(|at| (at, &lower[at + " by ".len()..]));
    if let Some((at, day)) = by.and_then(|(at, tail)| Some((at, day(tail)?))) {
        return Some((lower[..at].to_owned(), day));
    }
    let year = |text: &str| -> Option<i32> {
        let digits = text.get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
        digits.parse().ok().filter(|year| (2000..2100).contains(year))
    };
    let relative = YEARS.iter().find_map(|(word, more)| Some((lower.find(word)?, word.len(), today.year() + more)));
    let english = || {
        YEAR_LEADS.iter().find_map(|lead| {
            let at = lower.find(lead)?;
            Some((at, lead.len() + 4, year(&lower[at + lead.len()..])?))
        })
    };
    let chinese = || {
        let start = lower.find('年')?.checked_sub(4).filter(|start| lower.is_char_boundary(*start))?;
        Some((start, 4 + '年'.len_utf8(), year(&lower[start..])?))
    };
    let (at, length, year) = relative.or_else(english).or_else(chinese)?;
    let rest = &lower[at + length..];
    let rest = ["底之前", "底前", "底", "末", "之前", "以前", "前", "内"]
        .iter()
        .find_map(|tail| rest.strip_prefix(tail))
        .unwrap_or(rest);
    let before = lower[..at].trim_end();
    let before = ["by the end of", "by end of", "end of", "by", "到", "在"]
        .iter()
        .find_map(|lead| before.strip_suffix(lead))
        .unwrap_or(before);
    Some((format!("{before};{rest}"), Day::from_ymd(year, 12, 31)?))
}

/// Years by what they are from now.
const YEARS: [(&str, i32); 5] = [("next year", 1), ("this year", 0), ("明年", 1), ("今年", 0), ("后年", 2)];
/// What leads to the number of a year.
const YEAR_LEADS: [&str; 6] = ["by the end of ", "by end of ", "before the end of ", "end of ", "by ", " in "];

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

/// The answer in its canonical form, or what is expected; both numbers are checked against each other. What depends on
/// today stays as it was typed until that is known.
pub(super) fn check(text: &str, today: Option<Day>) -> Result<Literal, Refusal> {
    let sizes = read_dated(text, today.unwrap_or(SOME_DAY)).ok_or_else(|| Refusal::new(text, SIZES))?;
    let now = sizes.now;
    let has_goal = size_goal::goal(text, today.unwrap_or(SOME_DAY)).is_some();
    if let Some(target) = sizes.target {
        ordered(text, now, target)?;
    }
    if has_goal {
        // the goal is read again with the numbers
        return Ok(text.trim().into());
    }
    let Some(target) = sizes.target else { return Ok(now.to_string().into()) };
    Ok(match (sizes.by, today) {
        (None, _) => format!("{now} → {target}").into(),
        (Some(_), None) => text.trim().into(),
        (Some(by), Some(_)) => format!("{now} → {target} by {by}").into(),
    })
}

/// Some day: only whether there is a date is asked.
const SOME_DAY: Day = Day(20_000);

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
            ("we're 20 and that's fine", 20, Some(20)),
            ("20人，不打算再多了", 20, Some(20)),
        ] {
            assert_eq!(read(text), Some((now, target)), "{text}");
        }
        for text in ["", "many", "1, 2, 3", "-5", "99999999999"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_target_below_what_is_there_is_asked_again() {
        let refusal = check("480 → 280", None).expect_err("fewer than now");
        assert!(refusal.message(Language::En).contains("more members now than you want"));
        assert!(refusal.message(Language::Zh).contains("480 → 280"));
        assert_eq!(check("480，600", None), Ok("480 → 600".into()));
    }

    #[test]
    fn enough_is_a_target() {
        for text in ["20个人就够了", "20 and that's plenty", "20，够了", "20人刚好"] {
            assert_eq!(check(text, None), Ok("20 → 20".into()), "{text}");
        }
    }

    #[test]
    fn a_date_beside_the_target_is_kept() {
        let today: Day = "2026-11-30".parse().expect("a day");
        for (text, canonical) in [
            ("480人，明年想做到600", "480 → 600 by 2027-12-31"),
            ("480 now, 600 next year", "480 → 600 by 2027-12-31"),
            ("2300, maybe 3000 by the end of 2027", "2300 → 3000 by 2027-12-31"),
            ("2300人，2027年底做到3000", "2300 → 3000 by 2027-12-31"),
            ("830 to 1,200 by June 2027", "830 → 1200 by 2027-06-30"),
            ("480 → 600 by 2027-03-01", "480 → 600 by 2027-03-01"),
            ("480, 600", "480 → 600"),
        ] {
            assert_eq!(check(text, Some(today)), Ok(canonical.into()), "{text}");
            assert_eq!(check(canonical, Some(today)), Ok(canonical.into()), "{text}");
        }
        let with_goal = "付费会员480人，续费率52%，想明年6月做到65%";
        assert_eq!(check(with_goal, Some(today)), Ok(with_goal.into()));
        assert_eq!(read_dated(with_goal, today).map(|sizes| (sizes.now, sizes.target)), Some((480, None)));
        assert_eq!(check("480 now, 600 next year", None), Ok("480 now, 600 next year".into()));
    }
}

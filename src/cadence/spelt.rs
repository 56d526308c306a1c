//! A phrase in the spelling that the grammar reads: `fifteenth` as 15th, `8:30p` as 8:30pm, several mistyped words.

use super::parse::read;
use super::spelling::{is_known, meant};
use crate::value::is_han;

const ORDINALS: &[(&str, u32)] = &[
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    ("tenth", 10),
    ("eleventh", 11),
    ("twelfth", 12),
    ("thirteenth", 13),
    ("fourteenth", 14),
    ("fifteenth", 15),
    ("sixteenth", 16),
    ("seventeenth", 17),
    ("eighteenth", 18),
    ("nineteenth", 19),
    ("twentieth", 20),
    ("thirtieth", 30),
];
const ONES: [&str; 9] = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];

/// A folded phrase that cannot be read, spelt otherwise; none where nothing in it is.
pub(super) fn otherwise(text: &str) -> Option<String> {
    let chinese = chinese_otherwise(text);
    if chinese != text {
        return Some(chinese);
    }
    let words: Vec<&str> = text.split(' ').collect();
    let spelt: Vec<String> = words.iter().map(|word| word_otherwise(word)).collect();
    let mut spelt = half_behind(&spelt.join(" "));
    for (tens, n) in [("twenty", 20), ("thirty", 30)] {
        for (one, ending) in ONES.iter().zip(1_u32..) {
            for joint in ["-", " "] {
                spelt = spelt.replace(&format!("{tens}{joint}{one}"), &format!("{}th", n + ending));
            }
            spelt = spelt.replace(&format!("{tens}-{}", digits_of(ending)), &format!("{}th", n + ending));
        }
    }
    // 隔州五
    let chars: Vec<char> = spelt.chars().collect();
    let is_week = |at: usize| chars[at] == '州' && chars.get(at + 1).is_some_and(|c| "一二三四五六日天".contains(*c));
    let spelt: String = (0..chars.len()).map(|at| if is_week(at) { '周' } else { chars[at] }).collect();
    if spelt != text {
        return Some(spelt);
    }
    // evry wensday
    let right = |word: &&str| if is_known(word) { (*word).to_owned() } else { meant(word).unwrap_or(word).to_owned() };
    let typed = !text.contains(is_han) && words.iter().filter(|word| right(word) != **word).count() > 1;
    let fixed = words.iter().map(right).collect::<Vec<_>>().join(" ");
    (typed && read(&fixed).is_ok()).then_some(fixed)
}

/// 一月一次 as 每月一次, 双休日 as 周六、日
fn chinese_otherwise(text: &str) -> String {
    let mut spelt = text.replace("双休日", "每周六、日").replace("平日", "工作日");
    for unit in ["天", "日", "周", "月", "年", "季度"] {
        for count in ["一次", "两次", "二次", "三次", "1次", "2次", "3次"] {
            let said = format!("一{unit}{count}");
            let at = spelt.find(&said).filter(|at| !spelt[..*at].ends_with(['十', '每', '第']));
            if let Some(at) = at {
                spelt.replace_range(at..at + "一".len(), "每");
            }
        }
    }
    spelt
}

fn digits_of(n: u32) -> String {
    format!("{n}th")
}

/// `fifteenth`, `8:30p`, `bi-monthly`
fn word_otherwise(word: &str) -> String {
    let (plain, sign) = word.split_at(word.trim_end_matches([',', '.']).len());
    // as near to weekday as to the day that is meant
    if plain.starts_with("we")
        && !is_known(plain)
        && strsim::damerau_levenshtein(plain.trim_end_matches('s'), "wednesday") <= 2
    {
        return format!("wednesday{sign}");
    }
    if plain == "bi-monthly" {
        return format!("bimonthly{sign}");
    }
    if let Some((_, n)) = ORDINALS.iter().find(|(ordinal, _)| *ordinal == plain) {
        return format!("{n}th{sign}");
    }
    let is_clock = |hour: &str| !hour.is_empty() && hour.chars().all(|c| c.is_ascii_digit() || c == ':');
    match plain.strip_suffix(['a', 'p']) {
        Some(hour) if is_clock(hour) => format!("{plain}m{sign}"),
        _ => word.to_owned(),
    }
}

/// `pm 3:00` as 3:00 pm.
fn half_behind(text: &str) -> String {
    for half in ["pm ", "am "] {
        let Some((before, behind)) = text.split_once(half) else { continue };
        let is_led = before.trim_end().ends_with(|c: char| c.is_ascii_digit());
        let is_start = !before.ends_with(|c: char| c.is_ascii_alphanumeric());
        let end = behind.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(behind.len());
        let (hour, rest) = behind.split_at(end);
        if is_start && !is_led && !hour.is_empty() {
            return format!("{before}{hour} {}{rest}", half.trim());
        }
    }
    text.to_owned()
}

//! What a line about products says beside them: when money is given back, and who pays where nothing is sold.

use super::part::trimmed;
use crate::value::{fold_width, is_free_of_charge};

/// Words of the terms of a refund.
const REFUND: [&str; 16] = [
    "退款",
    "全退",
    "可退",
    "可以退",
    "能退",
    "都退",
    "退费",
    "退钱",
    "不退",
    "包退",
    "无理由退",
    "refund",
    "money back",
    "money-back",
    "moneyback",
    "your money again",
];

/// A line without the terms of a refund behind its first part, and these; none where it says nothing of them.
pub(super) fn refund(line: &str) -> Option<(String, String)> {
    let ends: Vec<usize> = line.match_indices([',', '，', '。', '(', '（', ')', '）']).map(|(at, _)| at).collect();
    let says_so = |text: &str| {
        let lower = text.to_lowercase();
        REFUND.iter().any(|word| lower.contains(word))
    };
    let starts = ends.iter().copied().filter(|at| !splits_number(line, *at));
    let starts: Vec<usize> = starts.chain([line.len()]).collect();
    let parts: Vec<(usize, usize)> = starts.windows(2).map(|pair| (pair[0], pair[1])).collect();
    let first = parts.iter().position(|(start, end)| says_so(&line[*start..*end]))?;
    let last = parts.iter().rposition(|(start, end)| says_so(&line[*start..*end]))?;
    let (start, end) = (parts[first].0, parts[last].1);
    let rest = format!("{} {}", &line[..start], line[end..].trim_start_matches([')', '）']));
    let terms = trimmed(&line[start..end]).to_owned();
    (rest.contains(char::is_alphanumeric) && !terms.is_empty()).then(|| (trimmed(&rest).to_owned(), terms))
}

/// Whether a comma is part of a number: 1,200.
fn splits_number(line: &str, at: usize) -> bool {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    line[at..].starts_with(',') && is_digit(line[..at].chars().next_back()) && is_digit(line[at + 1..].chars().next())
}

/// Words by which people share a cost, which is no price of anything that is sold.
const SHARED: [&str; 14] = [
    "chip in",
    "chips in",
    "chipping in",
    "pitch in",
    "split",
    "share the",
    "shares the",
    "contribute",
    "pays for their",
    "凑",
    "分摊",
    "均摊",
    "各付",
    "平摊",
];

/// Who pays where nothing is sold, by a line without any price that says first that it is free:
/// `nothing, everyone buys their own coffee`; what they share of a cost may have a number.
pub(super) fn payer(line: &str) -> Option<String> {
    let ends = [",", "，", "。", "；", ". ", " - ", "—", "–", "(", "（", ":", "：", " because ", " as "];
    let end = ends.iter().filter_map(|end| line.find(end)).min()?;
    let lower = fold_width(line).to_lowercase();
    let has_number = lower.contains(|c: char| c.is_ascii_digit()) && !SHARED.iter().any(|word| lower.contains(word));
    let payer = trimmed(&line[end..]);
    (is_free_of_charge(&line[..end]) && !has_number && payer.contains(char::is_alphanumeric)).then(|| payer.to_owned())
}

/// The sponsor in a text: `we're sponsored by Northwind Systems`, 由晨光书店赞助.
pub(super) fn sponsor(text: &str) -> Option<&str> {
    let lower = text.to_lowercase();
    let by = ["sponsored by ", "funded by ", "paid for by ", "supported by "];
    let english = by.iter().find_map(|by| lower.find(by).map(|at| at + by.len())).and_then(|at| text.get(at..));
    let chinese = || {
        let does = ["提供赞助", "赞助", "资助", "出钱"];
        let rest = does.iter().find_map(|does| text.strip_suffix(does))?;
        let at = rest.find(['由', '靠']).map_or(0, |at| at + '由'.len_utf8());
        Some(&rest[at..])
    };
    let name = trimmed(english.or_else(chinese)?);
    let name = name.strip_prefix("the ").unwrap_or(name);
    (!name.is_empty() && !["有人", "我们", "大家", "us", "members"].contains(&name)).then_some(name)
}

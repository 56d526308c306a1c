//! What a channel is called, once its platform and its size are known.

use super::part::trimmed;
use crate::cadence::{Cadence, Pattern};

/// A title without the brackets and the small words that lost what belongs to them: `newsletter (Buttondown) on`.
pub(super) fn balanced(title: &str) -> String {
    let count = |of: [char; 2]| title.chars().filter(|c| of.contains(c)).count();
    let is_even = count(['(', '（']) == count([')', '）']);
    let plain: String = title.chars().filter(|c| is_even || !"()（）".contains(*c)).collect();
    let less = [" on", " in", " at"].iter().find_map(|word| plain.strip_suffix(word));
    trimmed(less.unwrap_or(&plain)).to_owned()
}

/// Whether a word means letters to many, which a service sends: `newsletter`.
pub(super) fn is_letter(word: &str) -> bool {
    ["newsletter", "mailing list", "邮件列表"].contains(&word.to_lowercase().as_str())
}

/// A text without the service by which letters are sent, and that: `newsletter (Buttondown)`, `newsletter via Substack`.
pub(super) fn with_account(text: &str) -> (String, Option<String>) {
    let brackets = text.find(['(', '（']).zip(text.rfind([')', '）'])).filter(|(start, end)| start < end);
    let found = match brackets {
        Some((start, end)) => {
            let open = text[start..].chars().next().map_or(0, char::len_utf8);
            let close = text[end..].chars().next().map_or(0, char::len_utf8);
            Some((format!("{}{}", &text[..start], &text[end + close..]), &text[start + open..end]))
        }
        None => [" on ", " via ", " with ", " by "].iter().find_map(|by| {
            let (rest, service) = text.split_once(by)?;
            service.starts_with(char::is_uppercase).then(|| (rest.to_owned(), service))
        }),
    };
    match found {
        Some((rest, service)) if service.contains(char::is_alphanumeric) && rest.contains(char::is_alphanumeric) => {
            (trimmed(&rest).to_owned(), Some(trimmed(service).to_owned()))
        }
        _ => (trimmed(text).to_owned(), None),
    }
}

/// Whether what is beside a platform only says how often something is there: `monthly`, `live every week`, 每周直播.
pub(super) fn says_how_often(title: &str) -> bool {
    const OFTEN: [&str; 9] =
        ["daily", "weekly", "biweekly", "fortnightly", "monthly", "bimonthly", "quarterly", "yearly", "annual"];
    let lower = title.to_lowercase();
    let is_chinese = title.starts_with('每') && !title.ends_with('群');
    OFTEN.contains(&lower.as_str()) || format!(" {lower}").contains(" every ") || is_chinese
}

/// A line without the words before its number by which it is the only one: 就一个微信群, `just one Slack`.
pub(super) fn without_only(line: &str) -> &str {
    const ONLY: [&str; 12] = [
        "目前就",
        "现在就",
        "我们就",
        "就只有",
        "就",
        "只有",
        "只",
        "我们有",
        "just ",
        "only ",
        "we have just ",
        "we have ",
    ];
    let rest = ONLY.iter().find_map(|word| line.strip_prefix(word)).unwrap_or(line);
    let counts =
        ["一", "1", "有", "是", "a ", "one ", "two ", "两", "二", "三"].iter().any(|word| rest.starts_with(word));
    let rest = if counts { rest } else { line };
    // 就是一个微信群
    rest.strip_prefix(['有', '是']).filter(|rest| rest.starts_with(['一', '1'])).unwrap_or(rest)
}

/// A text without the part behind its last comma that only says when: 直播间，周三晚上.
pub(super) fn without_when(text: &str) -> &str {
    let Some(at) = text.rfind([',', '，', '（', '(']) else { return text };
    let part = trimmed(&text[at..]);
    let has_day = ["周一", "周二", "周三", "周四", "周五", "周六", "周日", "周末", "晚上", "早上", "下午", "工作日"];
    let is_chinese =
        part.chars().count() <= 12 && !part.contains('群') && has_day.iter().any(|day| part.starts_with(day));
    let is_when = is_chinese || Cadence::find(part).is_some_and(|cadence| !matches!(cadence.pattern, Pattern::Once(_)));
    if is_when && !says_how_often(part) { text[..at].trim_end() } else { text }
}

/// A title without `our` before it.
pub(super) fn without_article(title: &str) -> &str {
    ["the ", "our ", "my ", "a "].iter().find_map(|article| title.strip_prefix(article)).unwrap_or(title)
}

/// A text without the words that only lead to a number of people: `a group with all` 20 of us.
pub(super) fn without_all(text: &str) -> String {
    const ENDS: [&str; 8] = [" with all", " for all", " of all", " with", " for", "里有", "里面有", "，有"];
    let text = trimmed(text);
    trimmed(ENDS.iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text)).to_owned()
}

//! What a channel is called, once its platform and its size are known.

use super::part::trimmed;

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

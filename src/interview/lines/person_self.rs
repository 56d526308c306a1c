//! That somebody is the one who types: `me (Tom) and Priya`, 敏姐 我自己 群主.

use super::role_word::role_words;

/// What people call themselves.
const SELF: [&str; 10] = ["me", "i", "myself", "我自己", "我本人", "就是我", "是我", "本人", "我", "就是本人"];

/// A line without the words by which people mean themselves beside their name, and that name.
pub(super) fn without_self(line: &str) -> (String, Option<String>) {
    named_in_brackets(line).or_else(|| beside_name(line)).unwrap_or_else(|| (line.to_owned(), None))
}

/// `me (Tom)`, 我（小林）: the name stands in the brackets.
fn named_in_brackets(line: &str) -> Option<(String, Option<String>)> {
    let (before, behind) = line.split_once(['(', '（'])?;
    let (name, rest) = behind.split_once([')', '）'])?;
    let is_self = SELF.contains(&before.trim().to_lowercase().as_str());
    let is_name = !name.contains([',', '，', '、']) && role_words(name).is_none() && name.contains(char::is_alphabetic);
    let name = name.trim();
    (is_self && is_name).then(|| (format!("{name}{rest}"), Some(name.to_owned())))
}

/// 敏姐 我自己 群主: a word of its own behind the first one.
fn beside_name(line: &str) -> Option<(String, Option<String>)> {
    let words: Vec<&str> = line.split(' ').filter(|word| !word.is_empty()).collect();
    let (first, second) = (words.first()?, words.get(1)?);
    let bare = second.trim_end_matches([',', '，']);
    let is_self = SELF.contains(&bare.to_lowercase().as_str()) && *second != "I";
    let has_end = first.ends_with([',', '，', '、', ':', '：']) || role_words(first).is_some();
    if !is_self || has_end || SELF.contains(&first.to_lowercase().as_str()) {
        return None;
    }
    let end = &second[bare.len()..];
    let rest = words[2..].join(" ");
    Some((format!("{first}{end} {rest}").trim_end().to_owned(), Some((*first).to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_types_is_meant_by_their_name() {
        for (line, rest, name) in [
            ("me (Tom) and Priya", "Tom and Priya", Some("Tom")),
            ("我（小林）、小陶", "小林、小陶", Some("小林")),
            ("敏姐 我自己 群主、直播", "敏姐 群主、直播", Some("敏姐")),
            ("我（群主）", "我（群主）", None),
            ("me and Priya", "me and Priya", None),
            ("Tom host", "Tom host", None),
        ] {
            assert_eq!(without_self(line), (rest.to_owned(), name.map(str::to_owned)), "{line}");
        }
    }
}

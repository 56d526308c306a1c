//! Several channels of a platform in one line: 企业微信三个群，1群160人，2群170人.

use super::channel_words::{ChannelLine, ONE_EACH, people, platform};
use super::part::{breaks, longest_part, trimmed, without};
use super::pasted::{PastedLines, UnreadLine};
use crate::plan::channels::Platform;
use crate::value::count;

/// The channels of a line that begins with how many there are; none where it does not.
pub(super) fn many(line: &str) -> Option<PastedLines<ChannelLine>> {
    let parts = parts(line);
    let (head, rest) = parts.split_first()?;
    let (of, count) = many_of(head)?;
    let channels: Option<Vec<ChannelLine>> = rest.iter().map(|part| one(line, part, of)).collect();
    let complete = channels.filter(|channels| i64::try_from(channels.len()).is_ok_and(|found| found == count));
    Some(match complete {
        Some(items) => PastedLines { items, unread: Vec::new() },
        None => PastedLines { items: Vec::new(), unread: vec![UnreadLine::whole(line, ONE_EACH)] },
    })
}

/// The platform and the number of its channels, where a text says no more: 企业微信三个群, `three WeCom groups`.
pub(super) fn many_of(text: &str) -> Option<(Platform, i64)> {
    const CHANNELS: [&str; 11] = [
        "个群",
        "个频道",
        "个账号",
        "个号",
        "个",
        " groups",
        " channels",
        " servers",
        " accounts",
        "groups",
        "channels",
    ];
    let text = trimmed(text);
    let (part, of) = longest_part(text, platform)?;
    let number = without(text, &part);
    let number = CHANNELS.iter().find_map(|word| number.strip_suffix(word)).unwrap_or(&number);
    let is_bare = number.trim() == without(text, &part) && part.start == 0;
    count(number.trim()).filter(|count| *count > 1 && !is_bare).map(|count| (of, count))
}

/// The parts of a line between commas and colons, not those in a number.
fn parts(line: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, mark) in line.match_indices([',', '，', ':', '：', '、']) {
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let behind = at + mark.len();
        if !(mark == "," && is_digit(line[..at].chars().next_back()) && is_digit(line[behind..].chars().next())) {
            parts.push(line[start..at].trim());
            start = behind;
        }
    }
    parts.push(line[start..].trim());
    parts.retain(|part| part.contains(char::is_alphanumeric));
    parts
}

/// One of several channels: its name, and how many people it has.
fn one(line: &str, part: &str, of: Platform) -> Option<ChannelLine> {
    let part = part.strip_prefix("and ").unwrap_or(part);
    if longest_part(part, platform).is_some() {
        return None;
    }
    let sized = breaks(part).into_iter().filter(|at| *at > 0 && *at < part.len()).find_map(|at| {
        let size = people(part[at..].trim())?;
        Some((trimmed(&part[..at]), size))
    });
    let (title, size) = sized.map_or((trimmed(part), None), |(title, size)| (title, Some(size)));
    // a number alone may be a name or a size
    let has_letter = title.contains(char::is_alphabetic);
    has_letter.then(|| ChannelLine {
        line: line.to_owned(),
        title: Some(title.to_owned()),
        platform: Some(of),
        account: None,
        size,
        cap: None,
        in_person: false,
    })
}

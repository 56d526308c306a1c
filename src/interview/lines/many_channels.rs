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

/// Channels that share what stands behind the last of their names: 1群、2群、3群 企业微信 各160人; none where a line is none
/// of those. Without a word for each, a size may be that of all.
pub(super) fn alike(line: &str) -> Option<PastedLines<ChannelLine>> {
    const EACH: [&str; 5] = ["每个群", "每个", "各", "每群", "each"];
    let (part, of) = longest_part(line, platform)?;
    let (names, behind) = (trimmed(&line[..part.start]), trimmed(&line[part.end..]));
    let names: Vec<&str> = names.split(['、', ',', '，', '/']).map(trimmed).collect();
    let is_name = |name: &&str| {
        let is_short = (1..=8).contains(&name.chars().count()) && !name.contains(char::is_whitespace);
        is_short
            && name.contains(char::is_alphanumeric)
            && people(name).is_none()
            && longest_part(name, platform).is_none()
    };
    if names.len() < 2 || !names.iter().all(is_name) {
        return None;
    }
    let each = EACH.iter().find_map(|word| Some(trimmed(behind.strip_prefix(word)?)));
    let each = each.or_else(|| EACH.iter().find_map(|word| Some(trimmed(behind.strip_suffix(word)?))));
    let size = people(each.unwrap_or(behind));
    if size.is_none() && !behind.is_empty() {
        return None;
    }
    if size.is_some() && each.is_none() {
        return Some(PastedLines { items: Vec::new(), unread: vec![UnreadLine::whole(line, ONE_EACH)] });
    }
    let one = |name: &&str| ChannelLine {
        line: line.to_owned(),
        title: Some((*name).to_owned()),
        platform: Some(of),
        account: None,
        size,
        cap: None,
        in_person: false,
    };
    Some(PastedLines { items: names.iter().map(one).collect(), unread: Vec::new() })
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

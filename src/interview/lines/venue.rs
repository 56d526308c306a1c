//! A place where people meet, given among the channels: `The Swan pub, back room, 22 seats`, 社区图书室, 在小北家附近的咖啡馆.

use std::ops::Range;

use super::channel_words::{ChannelLine, LONGEST_TITLE, people};
use super::meeting_place::PLACES_ZH;
use super::part::{trimmed, without};
use crate::value::count;

/// Kinds of places that no group or account is called by.
const VENUES: [&str; 18] = [
    "café",
    "cafe",
    "pub",
    "bar",
    "inn",
    "tavern",
    "library",
    "bookshop",
    "bookstore",
    "restaurant",
    "coffee shop",
    "church",
    "museum",
    "park",
    "community centre",
    "community center",
    "town hall",
    "village hall",
];
/// The place that a line is, with how many people it holds; `in_person` is where it says that people meet.
pub(super) fn venue(line: &str, in_person: Option<Range<usize>>) -> Option<ChannelLine> {
    let rest = in_person.as_ref().map_or_else(|| line.to_owned(), |part| without(line, part));
    let (rest, capacity) = without_capacity(&rest);
    if !is_venue(rest, in_person.is_some()) {
        return None;
    }
    let rest = rest.strip_prefix('在').unwrap_or(rest);
    let title = called(trimmed(rest));
    (!title.is_empty() && title.chars().count() <= LONGEST_TITLE).then(|| ChannelLine {
        line: line.to_owned(),
        title: Some(title.to_owned()),
        platform: None,
        account: None,
        size: None,
        cap: capacity,
        in_person: true,
    })
}

/// Whether a text is where people meet, not a group or an account.
fn is_venue(text: &str, is_in_person: bool) -> bool {
    let lower = text.to_lowercase();
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_word = |word: &str| {
        let mut places = lower.match_indices(word).map(|(at, _)| at..at + word.len());
        places.any(|part| {
            !is_letter(lower[..part.start].chars().next_back()) && !is_letter(lower[part.end..].chars().next())
        })
    };
    // 书店群 is a group
    VENUES.iter().any(|word| is_word(word)) && !is_word("group")
        || PLACES_ZH.iter().any(|word| trimmed(text).ends_with(word) || is_in_person && text.contains(word))
}

/// A text without how many people a place holds, and that; a house number counts nobody.
fn without_capacity(text: &str) -> (&str, Option<u32>) {
    let Some(at) = text.rfind([',', '，', ' ', '、', '（', '(']) else { return joined(text) };
    let behind = |at: usize| trimmed(&text[at..]);
    // 22 seats are two words
    let wider = text[..at].trim_end().rfind([',', '，', ' ', '、', '（', '(']);
    let wide = wider.and_then(|at| Some((at, seats(behind(at))?)));
    let Some((at, seats)) = wide.or_else(|| Some((at, seats(behind(at))?))) else {
        let before = text[..at].trim_end();
        let is_parted = before.ends_with([',', '，']) || text[at..].starts_with([',', '，']);
        let is_alone = is_parted || VENUES.iter().any(|word| before.to_lowercase().ends_with(word));
        let number = behind(at).parse().ok().filter(|_| is_alone);
        return if number.is_some() { (trimmed(before), number) } else { joined(text) };
    };
    (trimmed(&text[..at]), Some(seats))
}

/// 社区图书室20人: the number is written together with the place.
fn joined(text: &str) -> (&str, Option<u32>) {
    let start = text.find(|c: char| c.is_ascii_digit());
    let found = start.and_then(|start| Some((&text[..start], seats(&text[start..])?)));
    found
        .filter(|(rest, _)| PLACES_ZH.iter().any(|word| rest.ends_with(word)))
        .map_or((text, None), |(rest, seats)| (rest, Some(seats)))
}

/// `22 seats`, `seats 22`, `room for 22`, 可坐22人, 22座.
fn seats(text: &str) -> Option<u32> {
    const BEFORE: [&str; 12] = [
        "seats ",
        "holds ",
        "room for ",
        "space for ",
        "max ",
        "up to ",
        "可坐",
        "能坐",
        "坐得下",
        "容纳",
        "可容纳",
        "最多",
    ];
    const BEHIND: [&str; 9] = [" seats", " chairs", " places", " max", " people", "个座位", "个座", "座", "个位子"];
    let lower = text.to_lowercase();
    let before = BEFORE.iter().find_map(|word| lower.strip_prefix(word));
    let behind = BEHIND.iter().find_map(|word| lower.strip_suffix(word));
    let number = before.or(behind).and_then(count).and_then(|number| u32::try_from(number).ok());
    number.or_else(|| people(text).filter(|_| text.ends_with('人') || before.is_some()))
}

/// What a place is called: `The Swan` of `The Swan, pub` and of `The Swan pub`.
fn called(title: &str) -> &str {
    let kinds = [", pub", ", bar", ", café", ", cafe", ", library", ",pub"];
    if let Some(name) = kinds.iter().find_map(|kind| title.strip_suffix(kind)) {
        return trimmed(name);
    }
    let has_name = |name: &&str| {
        let bare = name.strip_prefix("The ").or_else(|| name.strip_prefix("the ")).unwrap_or(name);
        bare.len() < name.len() && bare.starts_with(char::is_uppercase)
    };
    title.strip_suffix(" pub").filter(has_name).unwrap_or(title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_has_a_name_and_holds_so_many() {
        for (line, name, capacity) in [
            ("the Swan pub, back room, 22 seats", "the Swan pub, back room", Some(22)),
            ("The Swan pub 22", "The Swan", Some(22)),
            ("The Swan, pub, 22", "The Swan", Some(22)),
            ("The Swan pub, seats 22", "The Swan", Some(22)),
            ("社区图书室，可坐30人", "社区图书室", Some(30)),
            ("社区图书室30人", "社区图书室", Some(30)),
            ("社区图书室", "社区图书室", None),
            ("Cafe Kino, 108 Stokes Croft, Bristol", "Cafe Kino, 108 Stokes Croft, Bristol", None),
        ] {
            let venue = venue(line, None).expect(line);
            assert_eq!((venue.title.as_deref(), venue.cap), (Some(name), capacity), "{line}");
        }
        assert!(venue("书店群", None).is_none() && venue("Readers group", None).is_none());
    }
}

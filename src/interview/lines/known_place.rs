//! A place that was given before, in a title: `book night in the back room at the Swan`, 在晨光书店共读.

use std::ops::Range;

use super::channel_words::ChannelLine;
use super::part::cut;

/// What leads to a place.
const LEADS: [&str; 8] = [" in the ", " at the ", " in ", " at ", " @ ", " @", "在", " 在"];
/// What may stand between the lead and the name of a place.
const ROOMS: [&str; 8] =
    ["back room", "upstairs room", "upstairs", "side room", "garden", "function room", "snug", "bar"];

/// The names of the places that were given.
pub(super) fn places(channels: &[ChannelLine]) -> Vec<&str> {
    channels.iter().filter(|channel| channel.in_person).filter_map(|channel| channel.title.as_deref()).collect()
}

/// A title without the place that it names, and the name of that as it was given.
pub(super) fn known_place(title: &str, channels: &[ChannelLine]) -> Option<(String, String)> {
    let lower = title.to_lowercase();
    if lower.len() != title.len() {
        return None;
    }
    places(channels).into_iter().find_map(|place| {
        let part = part_of(&lower, &short(place))?;
        let rest = cut(title, &part);
        rest.contains(char::is_alphanumeric).then(|| (rest, place.to_owned()))
    })
}

/// What a place is called in short: without its article, its kind, and what is behind a comma.
fn short(place: &str) -> String {
    let lower = place.to_lowercase();
    let name = lower.split([',', '，']).next().unwrap_or_default().trim();
    let name = name.strip_prefix("the ").unwrap_or(name);
    name.strip_suffix(" pub").unwrap_or(name).to_owned()
}

/// Where a title names a place, with the words that lead to it.
fn part_of(title: &str, name: &str) -> Option<Range<usize>> {
    if name.chars().count() < 2 {
        return None;
    }
    title.match_indices(name).find_map(|(at, _)| {
        let end = at + name.len();
        let end = title[end..].strip_prefix(" pub").map_or(end, |rest| title.len() - rest.len());
        let is_word = !title[end..].starts_with(|c: char| c.is_ascii_alphanumeric());
        let start = LEADS.iter().filter_map(|lead| title[..at].strip_suffix(lead)).map(str::len).min()?;
        is_word.then(|| with_room(title, start)..end)
    })
}

/// Where `in the back room` begins before a place, else where that begins.
fn with_room(title: &str, start: usize) -> usize {
    let before = &title[..start];
    let of = before.strip_suffix(" of").unwrap_or(before);
    let room = ROOMS.iter().find_map(|room| of.strip_suffix(room));
    let room = room.and_then(|before| LEADS.iter().filter_map(|lead| before.strip_suffix(lead)).map(str::len).min());
    room.unwrap_or(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_that_was_given_is_no_part_of_a_title() {
        let channels = super::super::channels("The Swan pub, back room, 22 seats\n社区图书室").items;
        for (title, expected) in [
            ("book night in the back room at the Swan, Tom leads", Some("book night, Tom leads")),
            ("book night at the Swan pub", Some("book night")),
            ("在社区图书室共读", Some("共读")),
            ("swan watching", None),
        ] {
            let found = known_place(title, &channels);
            assert_eq!(found.as_ref().map(|(rest, _)| rest.as_str()), expected, "{title}");
        }
    }
}

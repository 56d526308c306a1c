//! Where people meet, in a title: `in a living room`, `at the library`, 在一个人家里, 咖啡馆, 线下.

use std::ops::Range;

use crate::value::is_han;

/// That people meet, wherever: what a title does not need once it is understood.
const IN_PERSON: &[&str] = &["in person", "in-person", "face to face", "face-to-face", "offline", "线下", "见面"];

/// What nobody does on a screen; it stays what it is called.
const OUTDOORS: &[&str] = &[
    "picnic", "hike", "hiking", "dinner", "lunch", "brunch", "bbq", "barbecue", "campfire", "野餐", "徒步", "户外",
    "爬山", "登山", "露营", "聚餐", "骑行",
];

/// Places where people meet, behind `in` and the like.
const PLACES: &[&str] = &[
    "home",
    "homes",
    "house",
    "flat",
    "apartment",
    "living room",
    "living rooms",
    "living-room",
    "kitchen",
    "garden",
    "café",
    "cafe",
    "cafés",
    "cafes",
    "coffee shop",
    "coffeehouse",
    "pub",
    "bar",
    "restaurant",
    "library",
    "bookshop",
    "bookstore",
    "book shop",
    "park",
    "church",
    "school",
    "office",
    "studio",
    "museum",
    "community centre",
    "community center",
    "town hall",
    "hall",
    "my place",
    "our place",
    "place",
];
/// Those of them that are a place to go to without a name of their own.
const PUBLIC: &[&str] = &["café", "cafe", "coffee shop", "pub", "library", "bookshop", "park", "museum", "town hall"];
/// What stands before such a place.
const AT: &[&str] = &["in", "at", "@"];

/// The same in Chinese; a title that ends with one means it as well.
pub(super) const PLACES_ZH: &[&str] = &[
    "家里",
    "家中",
    "客厅",
    "咖啡馆",
    "咖啡店",
    "咖啡厅",
    "书店",
    "书吧",
    "图书馆",
    "图书室",
    "阅览室",
    "自习室",
    "茶馆",
    "茶室",
    "餐厅",
    "饭馆",
    "酒吧",
    "公园",
    "教室",
    "会议室",
    "办公室",
    "活动室",
    "社区中心",
    "文化馆",
    "美术馆",
    "体育馆",
    "球馆",
    "博物馆",
    "店里",
    "书房",
];

/// Where a title says that people meet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MeetingPlace {
    /// The words that say so.
    pub(super) part: Range<usize>,
    /// Whether they are no part of what it is called.
    pub(super) is_cut: bool,
    /// What the place is called, where it has a name: Cafe Kino, 晨光书店.
    pub(super) name: Option<String>,
}

/// What leads to the name of a place, whatever it is.
const LABELS: &[&str] =
    &["地点：", "地点:", "地点", "地址：", "地址:", "场地：", "场地:", "venue:", "location:", "place:", "where:"];
/// What takes place nowhere that one can go to.
const ONLINE: &[&str] = &[
    "线上",
    "群",
    "直播",
    "会议",
    "飞书",
    "微信",
    "钉钉",
    "视频号",
    "小程序",
    "网上",
    "公众号",
    "频道",
    "一起",
    "星球",
];
/// What people do at a place, written together with it: 在朵云咖啡聚会.
const DOINGS: &[&str] = &["聚会", "共读", "见面", "讨论", "分享", "读书", "碰头", "活动", "沙龙", "聊天"];

/// Where a title says that people meet, if it does.
pub(super) fn meeting_place(title: &str) -> Option<MeetingPlace> {
    if let Some(place) = either(title).or_else(|| labelled(title)).or_else(|| anywhere(title)) {
        return Some(place);
    }
    let (part, is_cut) = words_of_place(title)?;
    let part = if is_cut { with_name(title, part) } else { part };
    let name = if is_cut { name(&title[part.clone()]) } else { None };
    Some(MeetingPlace { part, is_cut, name })
}

/// One of two places: `at Cafe Kino or at members' homes`, 在朵云咖啡或在家里. They are called so together.
fn either(title: &str) -> Option<MeetingPlace> {
    const OR: [(&str, &str); 7] = [
        (" or at ", " or "),
        (" or in ", " or "),
        (" or @", " or "),
        ("或者在", "或"),
        ("或在", "或"),
        ("或者", "或"),
        ("或", "或"),
    ];
    let (at, words, or) = OR.iter().find_map(|(words, or)| Some((title.find(words)?, *words, *or)))?;
    let first = meeting_place(&title[..at]).filter(|first| first.is_cut && first.part.end == at)?;
    let start = at + words.len();
    // words have blanks between them only where they have letters
    let is_end = |c: char| ",，(（；".contains(c) || c == ' ' && !words.is_ascii();
    let end = title[start..].find(is_end).map_or(title.len(), |length| start + length);
    let second = title[start..end].trim();
    let name = first.name?;
    (!second.is_empty()).then(|| MeetingPlace {
        part: first.part.start..start + second.len(),
        is_cut: true,
        name: Some(format!("{name}{or}{second}")),
    })
}

/// A place behind a label: 地点：朵云咖啡, `venue: the Swan`.
fn labelled(title: &str) -> Option<MeetingPlace> {
    let lower = title.to_lowercase();
    if lower.len() != title.len() {
        return None;
    }
    let (at, label) = LABELS.iter().find_map(|label| Some((lower.find(label)?, label)))?;
    let rest = &title[at + label.len()..];
    let start = rest.len() - rest.trim_start().len();
    let is_han_name = rest.trim_start().starts_with(is_han);
    let ends = |c: char| ",，;；、。)）".contains(c) || is_han_name && c == ' ';
    let end = rest[start..].find(ends).map_or(rest.len(), |end| start + end);
    let name = rest[start..end].trim().to_owned();
    let is_place = !name.is_empty() && !ONLINE.iter().any(|online| name.contains(online));
    is_place.then(|| MeetingPlace { part: at..at + label.len() + end, is_cut: true, name: Some(name) })
}

/// Any place behind 在, at the beginning of a word: 在朵云咖啡.
fn anywhere(title: &str) -> Option<MeetingPlace> {
    let is_start = |at: usize| title[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
    let at = title.match_indices('在').map(|(at, _)| at).find(|at| is_start(*at))?;
    let rest = &title[at + '在'.len_utf8()..];
    let word = &rest[..rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())];
    let place = DOINGS.iter().find_map(|doing| word.strip_suffix(doing)).unwrap_or(word);
    let is_place = (2..=20).contains(&place.chars().count())
        && place.starts_with(is_han)
        && !place.starts_with('线')
        && !ONLINE.iter().any(|online| place.contains(online));
    let part = at..at + '在'.len_utf8() + place.len();
    is_place.then(|| MeetingPlace { name: name(&title[part.clone()]), part, is_cut: true })
}

/// The part with the capitalised words behind it: at Cafe Kino.
fn with_name(title: &str, part: Range<usize>) -> Range<usize> {
    let mut end = part.end;
    for word in title[part.end..].split_inclusive(' ').filter(|_| title.as_bytes()[part.start].is_ascii()) {
        let bare = word.trim();
        if !bare.is_empty() && !bare.starts_with(char::is_uppercase) {
            break;
        }
        end += word.len();
        if bare.ends_with([',', ')', ';']) {
            break;
        }
    }
    part.start..part.start + title[part.start..end].trim_end().trim_end_matches([',', ')', ';']).len()
}

/// The name of a place in the words that lead to it.
fn name(words: &str) -> Option<String> {
    let lead = ["in ", "at ", "@ ", "@", "在"].iter().find(|lead| words.starts_with(**lead))?;
    let rest = words[lead.len()..].trim();
    let rest = ["the ", "The ", "a ", "an "].iter().find_map(|article| rest.strip_prefix(article)).unwrap_or(rest);
    let has_name = match rest.starts_with(is_han) {
        // of nobody in particular: 一个人家里
        true => {
            let of_nobody = ["一个", "某", "谁", "我", "大家", "附近"].iter().any(|word| rest.starts_with(word));
            let is_home = ["家里", "家中", "客厅", "书房"].iter().any(|home| rest.ends_with(home));
            !of_nobody && !is_home && !PLACES_ZH.contains(&rest)
        }
        false => rest.split(' ').any(|word| word.starts_with(char::is_uppercase)) || PUBLIC.contains(&rest),
    };
    has_name.then(|| rest.to_owned())
}

/// The words, and whether they are no part of what it is called.
fn words_of_place(title: &str) -> Option<(Range<usize>, bool)> {
    let lower = title.to_lowercase();
    // lower case can be of another length
    if lower.len() != title.len() {
        return None;
    }
    let stands_alone = |part: &Range<usize>| {
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !is_letter(lower[..part.start].chars().next_back()) && !is_letter(lower[part.end..].chars().next())
    };
    let chinese = |c: &str| c.starts_with(is_han);
    for words in IN_PERSON {
        for (at, _) in lower.match_indices(words) {
            let part = at..at + words.len();
            let alone = stands_alone(&part);
            if alone || chinese(words) {
                return Some((part, alone));
            }
        }
    }
    let places = PLACES.iter().flat_map(|place| lower.match_indices(place).map(|(at, _)| at..at + place.len()));
    let named = places.filter(stands_alone).filter_map(|part| Some(before(&lower, part.start)?..part.end));
    if let Some(part) = named.max_by_key(Range::len) {
        return Some((part, true));
    }
    let places = PLACES_ZH.iter().flat_map(|place| lower.match_indices(place).map(|(at, _)| at..at + place.len()));
    let outdoors = || {
        let all = OUTDOORS.iter().flat_map(|words| lower.match_indices(words).map(|(at, _)| at..at + words.len()));
        all.filter(|part| stands_alone(part) || chinese(&lower[part.clone()])).map(|part| (part, false)).next()
    };
    let found = places.max_by_key(|part| part.end).map(|part| match lower[..part.start].rfind('在') {
        Some(start) => (start..part.end, true),
        None => {
            let alone = stands_alone(&part);
            (part, alone)
        }
    });
    found.or_else(outdoors)
}

/// Where `in a`, `at someone's` and the like begin that stand right before a place; no more than four words.
fn before(text: &str, place: usize) -> Option<usize> {
    let mut start = place;
    for _ in 0..4 {
        let head = text[..start].trim_end();
        let word = head.rsplit(char::is_whitespace).next().filter(|word| !word.is_empty())?;
        start = head.len() - word.len();
        if AT.contains(&word) {
            return Some(start);
        }
        if let Some(at) = word.rfind('@') {
            return Some(start + at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_where_people_meet_is_found_and_is_no_part_of_the_title() {
        for (title, expected) in [
            ("book evening in a living room", Some(("in a living room", true))),
            ("book evening at someone's living room", Some(("at someone's living room", true))),
            ("book evening at Tom's house", Some(("at Tom's house", true))),
            ("book evening in person", Some(("in person", true))),
            ("walk in the park", Some(("in the park", true))),
            ("chat @ the café", Some(("@ the café", true))),
            ("chat at the cafe", Some(("at the cafe", true))),
            ("library update", None),
            ("book evening", None),
            ("home automation talk", None),
            ("在一个人家里聚会", Some(("在一个人家里", true))),
            ("读书会 线下", Some(("线下", true))),
            ("线下聚会", Some(("线下", false))),
            ("读书会 咖啡馆", Some(("咖啡馆", true))),
            ("书店夜谈", Some(("书店", false))),
            ("聚会 在书店", Some(("在书店", true))),
            ("答疑夜", None),
            ("在线答疑", None),
            ("在群里共读", None),
            ("实在聊聊", None),
        ] {
            let found = meeting_place(title);
            assert_eq!(found.map(|place| (&title[place.part], place.is_cut)), expected, "{title}");
        }
        for (title, words, called) in [
            (
                "book evening at Cafe Kino or at members' homes, Mia",
                "at Cafe Kino or at members' homes",
                Some("Cafe Kino or members' homes"),
            ),
            ("共读会 在朵云咖啡或在家里", "在朵云咖啡或在家里", Some("朵云咖啡或家里")),
            ("读书会 在朵云咖啡或者谁家里 小满", "在朵云咖啡或者谁家里", Some("朵云咖啡或谁家里")),
            ("book night at Cafe Kino", "at Cafe Kino", Some("Cafe Kino")),
            ("book night at Cafe Kino, Tom", "at Cafe Kino", Some("Cafe Kino")),
            ("reading in the Dawn bookshop", "in the Dawn bookshop", Some("Dawn bookshop")),
            ("chat at the cafe", "at the cafe", Some("cafe")),
            ("meet-up in a cafe", "in a cafe", Some("cafe")),
            ("chat in a kitchen", "in a kitchen", None),
            ("线下聚会 地点朵云咖啡", "地点朵云咖啡", Some("朵云咖啡")),
            ("线下聚会，地点：朵云咖啡，阿文主持", "地点：朵云咖啡", Some("朵云咖啡")),
            ("线下聚会 在朵云咖啡", "在朵云咖啡", Some("朵云咖啡")),
            ("在朵云咖啡聚会", "在朵云咖啡", Some("朵云咖啡")),
            ("supper, venue: Tom's kitchen", "venue: Tom's kitchen", Some("Tom's kitchen")),
            ("聚会 在晨光书店", "在晨光书店", Some("晨光书店")),
            ("在一个人家里聚会", "在一个人家里", None),
        ] {
            let found = meeting_place(title).expect("a place");
            assert_eq!((&title[found.part], found.name.as_deref()), (words, called), "{title}");
        }
    }
}

//! Names that are words for a day, too: 小满 and 谷雨 are people before they are solar terms.

use super::activities::{ActivityLine, activities};
use super::pasted::{PastedLines, UnreadLine};
use super::team_line::TeamLine;
use crate::cadence::Cadence;

/// Characters that nobody types, each for a name.
const MASKS: [&str; 4] = ["龘", "龖", "靐", "齾"];

/// Reads activities in which the people of a team are named.
pub fn activities_of_team(text: &str, team: &[TeamLine]) -> PastedLines<ActivityLine> {
    let names = team.iter().filter_map(|line| match line {
        TeamLine::Person(person) => Some(person.name.as_str()),
        TeamLine::Headcount(_) => None,
    });
    let masked: Vec<(&str, &str)> =
        names.filter(|name| text.contains(name) && Cadence::find(name).is_some()).zip(MASKS).collect();
    if masked.is_empty() {
        return activities(text);
    }
    let mask = |text: &str| masked.iter().fold(text.to_owned(), |text, (name, mask)| text.replace(name, mask));
    let shown = |text: String| masked.iter().fold(text, |text, (name, mask)| text.replace(mask, name));
    let read = activities(&mask(text));
    let item = |line: ActivityLine| ActivityLine {
        line: shown(line.line),
        when: shown(line.when),
        title: shown(line.title),
        channels: line.channels.into_iter().map(shown).collect(),
        place: line.place.map(shown),
        first: line.first.map(shown),
        ..line
    };
    let unread = |line: UnreadLine| UnreadLine {
        line: shown(line.line),
        part: shown(line.part),
        near: line.near.into_iter().map(shown).collect(),
        ..line
    };
    PastedLines {
        items: read.items.into_iter().map(item).collect(),
        unread: read.unread.into_iter().map(unread).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::people;
    use super::*;
    use crate::language::Language;

    #[test]
    fn a_name_of_the_team_is_no_day() {
        let team = people("阿芸 群主；小满 答疑；老周 答疑；谷雨").items;
        for (line, shown) in [
            ("每周三晚8点答疑夜，小满和老周轮流", "答疑夜 答疑"),
            ("早报 每天8:30 小满", "早报 小满"),
            ("每周五20:00 茶会 谷雨", "茶会 谷雨"),
            ("立夏 19:00 茶会", "茶会 "),
        ] {
            let read = activities_of_team(line, &team);
            assert!(read.unread.is_empty() && read.items.len() == 1, "{line}: {read:?}");
            let activity = read.items[0].clone().assigned(&team, &[]);
            let leader = activity.leader.as_ref().map(|leader| leader.name(Language::Zh)).unwrap_or_default();
            assert_eq!(format!("{} {leader}", activity.title), shown, "{line}");
        }
    }
}

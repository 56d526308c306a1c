//! Who leads an activity and in which channels it is, by the end of its title: `triage, moderators in turns, Discord`,
//! 答疑夜（敏姐）, `book night, Tom and Priya`.

use super::activities::ActivityLine;
use super::audience_words::{all_of_them, without_everyone};
use super::channel_words::{ChannelLine, platform};
use super::known_place::{known_place, places};
use super::leader::{self, Leader};
use super::part::{trimmed, without};
use super::role_word::RoleWord;
use super::team_line::TeamLine;
use crate::language::Language;
use crate::value::is_han;

impl ActivityLine {
    /// The same with what its title says at its end of the team and of the channels.
    pub(in crate::interview) fn assigned(mut self, team: &[TeamLine], channels: &[ChannelLine]) -> Self {
        let (mut names, mut named): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        let mut role = None;
        self.take_place(channels);
        loop {
            // what is in brackets at the end is said like behind a comma
            let title = unbracketed(&self.title).unwrap_or_else(|| self.title.clone());
            if let Some(rest) = without_everyone(&title) {
                self.title = rest.to_owned();
                continue;
            }
            if let Some((rest, all)) =
                all_of_them(&title, channels).filter(|_| self.channels.is_empty() && named.is_empty())
            {
                self.title = rest.to_owned();
                self.channels = all;
                continue;
            }
            if let Some((rest, helper)) = leader::helper(&title, team) {
                self.title = rest.to_owned();
                self.helpers.insert(0, helper);
                continue;
            }
            if let Some((rest, channel)) = channel_at_end(&title, channels) {
                self.title = rest;
                named.insert(0, channel);
                continue;
            }
            match leader::named(&title, team) {
                Some((rest, Leader::Person(name))) => {
                    self.title = rest.to_owned();
                    names.insert(0, name);
                }
                Some((rest, leader)) if role.is_none() && names.is_empty() => {
                    self.title = rest.to_owned();
                    role = Some(leader);
                }
                _ => break,
            }
        }
        self.channels.extend(named);
        self.complete_channels(channels);
        names.dedup();
        // a person who is said to take turns takes turns with all
        let is_in_turns = self.leader == Some(Leader::Turns);
        match &names[..] {
            [] if role.is_some() => self.leader = role,
            [] if self.leader.is_none() => self.doubt = leader::misspelt(&self.title, team),
            [] => {}
            [name] if !is_in_turns => self.leader = Some(Leader::Person(name.clone())),
            [_] => {}
            several => match shared(several, team) {
                Some(leader) => self.leader = Some(leader),
                None => self.leader = Some(Leader::Several(names)),
            },
        }
        self
    }
}

impl ActivityLine {
    /// The place that the title names, or the only one there is where people meet.
    fn take_place(&mut self, channels: &[ChannelLine]) {
        if let Some((rest, place)) = known_place(&self.title, channels) {
            (self.title, self.place, self.is_in_person) = (rest, Some(place), true);
        }
        let places = places(channels);
        let [place] = places[..] else { return };
        let is_all_there_is = channels.iter().all(|channel| channel.in_person) && self.channels.is_empty();
        if self.place.is_none() && (self.is_in_person || is_all_there_is) {
            (self.place, self.is_in_person) = (Some(place.to_owned()), true);
        }
    }

    /// Channels of several words, of which the line gave the first behind a sign: `#Q&A board`.
    fn complete_channels(&mut self, channels: &[ChannelLine]) {
        let names: Vec<String> =
            channels.iter().flat_map(|channel| [Language::Zh, Language::En].map(|l| channel.name(l))).collect();
        let plain = |name: &str| name.trim_start_matches(['#', '@']).to_lowercase();
        for wanted in &mut self.channels {
            let is_known = names.iter().any(|name| plain(name) == plain(wanted));
            let whole = names.iter().filter(|_| !is_known).find_map(|name| {
                let more = plain(name).strip_prefix(&plain(wanted))?.to_owned();
                let at = self.title.to_lowercase().find(more.trim()).filter(|_| more.starts_with(' '))?;
                Some((name.clone(), at..at + more.trim().len()))
            });
            if let Some((name, part)) = whole.filter(|(_, part)| self.title.get(part.clone()).is_some()) {
                self.title = without(&self.title, &part);
                *wanted = name;
            }
        }
    }
}

/// `office hours (Dana)` as `office hours, Dana`.
fn unbracketed(title: &str) -> Option<String> {
    let inner = title.strip_suffix([')', '）'])?;
    let at = inner.rfind(['(', '（'])?;
    let before = trimmed(&inner[..at]);
    let behind = inner[at..].trim_start_matches(['(', '（']).trim();
    (!before.is_empty() && !behind.is_empty()).then(|| format!("{before}, {behind}"))
}

/// A title without the channel that it names at its end, and that.
fn channel_at_end(title: &str, channels: &[ChannelLine]) -> Option<(String, String)> {
    let plain = |name: &str| name.trim_start_matches(['#', '@']).to_lowercase();
    let titled = |channel: &ChannelLine| [Language::Zh, Language::En].map(|language| channel.name(language));
    // office hours in Q&A board
    for channel in channels.iter().filter(|channel| !channel.in_person) {
        for name in titled(channel) {
            let Some((rest, end)) = title.len().checked_sub(name.len()).and_then(|at| title.split_at_checked(at))
            else {
                continue;
            };
            let rest = rest.trim_end_matches(['#', '@']);
            let lead = LEADS.iter().find_map(|lead| rest.strip_suffix(lead));
            // 敏姐 视频号直播间
            let spaced = || rest.strip_suffix(' ').filter(|_| name.chars().all(|c| is_han(c) || c.is_ascii_digit()));
            let before = lead.or_else(spaced).map(trimmed).filter(|_| end.eq_ignore_ascii_case(&name));
            if let Some(before) = before
                && before.contains(char::is_alphanumeric)
            {
                return Some((before.to_owned(), name));
            }
        }
    }
    // the one of a platform, where there is a single one
    let of_platform = |word: &str| {
        let of = platform(word)?;
        let mut found = channels.iter().filter(|channel| channel.platform == Some(of));
        found.next().filter(|_| found.next().is_none())
    };
    // release party on Discord
    let on = [" in ", " on "].iter().filter_map(|on| Some((title.rfind(on)?, on.len()))).max();
    if let Some((at, length)) = on
        && let Some(channel) = of_platform(trimmed(&title[at + length..]))
        && title[..at].contains(char::is_alphanumeric)
    {
        let [name, _] = titled(channel);
        return Some((trimmed(&title[..at]).to_owned(), name));
    }
    if let Some((before, channel)) = letters_at_end(title, channels) {
        let [name, _] = titled(channel);
        return Some((before.to_owned(), name));
    }
    const BETWEEN: [&str; 8] = [", ", "，", "、", " + ", "+", " & ", " and ", ","];
    let (at, mark) = BETWEEN.iter().filter_map(|mark| Some((title.rfind(mark)?, *mark))).max_by_key(|(at, _)| *at)?;
    let (before, word) = (trimmed(&title[..at]), trimmed(&title[at + mark.len()..]));
    let is_called = |channel: &&ChannelLine| titled(channel).iter().any(|name| plain(name) == plain(word));
    let named = channels.iter().filter(|channel| !channel.in_person).find(is_called);
    let open = named.or_else(|| of_platform(word))?;
    let [name, _] = titled(open);
    before.contains(char::is_alphanumeric).then(|| (before.to_owned(), name))
}

/// What leads to a channel.
const LEADS: [&str; 14] = [
    " in the ",
    " on the ",
    " to the ",
    " via the ",
    " in ",
    " on ",
    " to ",
    " via ",
    " by ",
    "发到",
    "发在",
    "在",
    " @",
    " through ",
];

/// The channel to which something is sent by a name near to its own: `to the announcements list`.
fn letters_at_end<'t, 'c>(title: &'t str, channels: &'c [ChannelLine]) -> Option<(&'t str, &'c ChannelLine)> {
    let (at, lead) = [" to the ", " to ", " via the ", " via ", " in the ", " on the "]
        .iter()
        .filter_map(|lead| Some((title.rfind(lead)?, *lead)))
        .max_by_key(|(at, lead)| (*at, lead.len()))?;
    let word = short_name(&title[at + lead.len()..]);
    let is_it = |channel: &&ChannelLine| !channel.in_person && short_name(&channel.name(Language::En)) == word;
    let mut found = channels.iter().filter(is_it);
    let channel = found.next().filter(|_| found.next().is_none() && !word.is_empty())?;
    let before = trimmed(&title[..at]);
    before.contains(char::is_alphanumeric).then_some((before, channel))
}

/// The name of a channel without what kind of thing it is: `announcement` of `the announcements mailing list`.
fn short_name(name: &str) -> String {
    const KINDS: [&str; 8] =
        [" mailing list", " email list", " list", " newsletter", " channel", " group", " server", " forum"];
    let lower = name.trim().trim_start_matches(['#', '@']).to_lowercase();
    let lower = lower.strip_prefix("the ").or_else(|| lower.strip_prefix("our ")).unwrap_or(&lower);
    let less = KINDS.iter().find_map(|kind| lower.strip_suffix(kind)).unwrap_or(lower);
    let words = less.split([' ', '-']).map(|word| word.strip_suffix('s').unwrap_or(word));
    words.collect::<Vec<_>>().join(" ")
}

/// Those who lead together: the role that they and nobody else hold, or all in turns.
fn shared(names: &[String], team: &[TeamLine]) -> Option<Leader> {
    let people: Vec<_> = team
        .iter()
        .filter_map(|line| match line {
            TeamLine::Person(person) => Some(person),
            TeamLine::Headcount(_) => None,
        })
        .collect();
    let is_meant = |name: &str| names.iter().any(|meant| meant == name);
    if people.iter().all(|person| is_meant(&person.name)) {
        return Some(Leader::Turns);
    }
    let same = |a: &RoleWord, b: &RoleWord| a.id.is_some() && a.id == b.id || a.written == b.written;
    let first = people.iter().find(|person| is_meant(&person.name))?;
    let is_shared = |role: &&RoleWord| {
        people.iter().all(|person| person.roles.iter().any(|held| same(held, role)) == is_meant(&person.name))
    };
    first.roles.iter().find(is_shared).cloned().map(Leader::Role)
}

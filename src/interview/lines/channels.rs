//! Channels as they are pasted: `1群 企业微信 160人`, `#help Discord 900`, 微信群, 线下.

use std::ops::Range;

use super::channel_title::{
    balanced, is_letter, says_how_often, with_account, without_all, without_article, without_only, without_when,
};
use super::channel_words::{ChannelLine, LONGEST_TITLE, ONE_EACH, people, platform};
use super::many_channels::{alike, many, many_of};
use super::meeting_place::meeting_place;
use super::part::{longest_amount, longest_part, trimmed, without};
use super::pasted::{PastedLines, UnreadLine};
use super::split;
use super::venue::venue;
use crate::language::Text;
use crate::plan::activities::Mode;
use crate::plan::channels::Platform;
use crate::source::closest;
use crate::value::{count, fold_width};

/// Words for meeting in person, beyond the name in the plan.
const IN_PERSON: &[&str] = &["in person", "in-person", "face to face", "见面"];

/// Words before or behind the most people that a channel can take.
const CAPS: &[&str] = &["上限", "最多", "满员", "max", "at most", "up to", "limit", "cap"];

const CHANNEL: Text = Text::new(
    "渠道的名称或平台，如 1群 企业微信 160人",
    "the name of a channel or a platform, such as #help Discord 900",
);
const MISSPELT: Text = Text::new("是哪个平台？", "which platform is this?");

/// Reads channels.
pub fn channels(text: &str) -> PastedLines<ChannelLine> {
    let is_one = |part: &str| longest_part(part, platform).is_some() || longest_part(part, in_person).is_some();
    let parts = |line| {
        let parts = split::listed(line, is_one);
        // Discord server, Discord: its name and its platform
        let of: Vec<Option<Platform>> = parts.iter().map(|part| platform(part)).collect();
        let named = parts.first().and_then(|part| longest_part(part, platform)).map(|(_, of)| of);
        let is_one_channel = of.len() == 2 && of[1].is_some() && named == of[1] && parts[0] != parts[1];
        if is_one_channel { vec![line] } else { parts }
    };
    let mut all = PastedLines::default();
    for line in split::lines(text) {
        let read = many(line).or_else(|| alike(line)).unwrap_or_else(|| PastedLines::read(parts(line), channel));
        all.items.extend(read.items);
        all.unread.extend(read.unread);
    }
    all
}

/// The platform where it has a field of its own behind a name that says it too: `GitHub Discussions, GitHub`.
fn field(line: &str) -> Option<(Range<usize>, Platform)> {
    let is_between = |c: char| ",，|｜\t".contains(c);
    let mut start = 0;
    line.split(is_between).skip(1).find_map(|part| {
        start += line[start..].find(part)?;
        let trimmed = part.trim();
        let at = start + part.len() - part.trim_start().len();
        platform(trimmed).filter(|_| at > 0).map(|of| (at..at + trimmed.len(), of))
    })
}

/// A word that may be a platform with a typo in it, and what it may be.
fn misspelt(title: &str) -> Option<(Range<usize>, &'static str)> {
    const KINDS: [&str; 10] =
        ["group", "account", "channel", "internal", "customer", "official", "service", "meeting", "online", "video"];
    let names =
        Platform::CHOICES.iter().flat_map(|choice| choice.name.en.split(' ').chain(choice.also.iter().copied()));
    let names: Vec<&str> = names.filter(|name| name.len() > 4 && name.is_ascii() && !KINDS.contains(name)).collect();
    let mut start = 0;
    title.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 4).find_map(|word| {
        start += title[start..].find(word)?;
        let near = closest(word, names.iter().copied())?;
        // discordant is a word
        let is_typo = word.len().abs_diff(near.len()) < 2 && !word.eq_ignore_ascii_case(near);
        is_typo.then_some((start..start + word.len(), near))
    })
}

fn channel(line: &str) -> Result<ChannelLine, UnreadLine> {
    if longest_part(line, platform).is_none()
        && let Some(venue) = venue(line, longest_part(line, in_person).map(|(part, ())| part))
    {
        return Ok(venue);
    }
    // at members' homes, 在小满家里
    if longest_part(line, platform).is_none()
        && longest_part(line, in_person).is_none()
        && let Some(place) = meeting_place(line).filter(|place| place.is_cut && place.part.len() == line.trim().len())
    {
        let words = ["at ", "in ", "@ ", "@", "在"].iter().find_map(|at| line.trim().strip_prefix(at));
        let title = place.name.or_else(|| words.map(str::to_owned));
        return Ok(ChannelLine {
            line: line.to_owned(),
            title,
            platform: None,
            account: None,
            size: None,
            cap: None,
            in_person: true,
        });
    }
    let mut rest = without_when(without_only(line)).to_owned();
    let in_person = take(&mut rest, in_person).is_some();
    let cap = take(&mut rest, cap).or_else(|| take(&mut rest, cap_behind));
    let of = longest_part(&rest, platform);
    if let Some((part, _)) = &of {
        match count(trimmed(&rest[..part.start])) {
            Some(1) => rest = rest[part.start..].to_owned(),
            // a number before a platform counts channels
            Some(_) => return Err(UnreadLine::whole(line, ONE_EACH)),
            None => {}
        }
    }
    if many_of(&rest).is_some() {
        return Err(UnreadLine::whole(line, ONE_EACH));
    }
    let size = longest_amount(&rest, people).map(|(part, size)| {
        rest = without(&rest, &part);
        size
    });
    if size.is_some() {
        rest = without_all(&rest);
    }
    let of = field(&rest).or_else(|| longest_part(&rest, platform));
    if of.is_none()
        && !in_person
        && let Some((part, near)) = misspelt(&rest)
    {
        let word = &rest[part];
        let near = vec![line.replacen(word, near, 1)];
        return Err(UnreadLine { near, ..UnreadLine::part(line, word, MISSPELT) });
    }
    let mut account = None;
    let title = match &of {
        // the plan has no other place for what it is
        Some((_, Platform::Other)) | None => trimmed(&rest).to_owned(),
        // QQ群2 is one name
        Some((part, of)) => match without(&rest, part) {
            number if !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()) => trimmed(&rest).to_owned(),
            article if ["the", "our", "my", "a"].contains(&article.to_lowercase().as_str()) => String::new(),
            // newsletter email: the word that says more
            // 视频号直播间 is one name
            live if ["直播间", "直播"].contains(&live.as_str()) && rest.ends_with(&live) => rest.clone(),
            other if platform(&other) == Some(*of) && other.len() < part.len() => rest[part.clone()].to_owned(),
            title => {
                let (whole, by) =
                    if is_letter(&rest[part.clone()]) { with_account(&rest) } else { (rest.clone(), None) };
                account = by;
                let is_list = ["mailing list", "邮件列表"].contains(&rest[part.clone()].to_lowercase().as_str());
                let is_whole = account.is_some() || is_list || says_how_often(&title);
                let title = if is_whole { whole } else { balanced(&title) };
                without_article(&title).to_owned()
            }
        },
    };
    // GitHub Discussions is more than GitHub
    let said = of.as_ref().map(|(part, of)| (rest[part.clone()].to_owned(), of.name().en));
    let longer = said.filter(|(said, name)| said.is_ascii() && said.len() > name.len() && said.starts_with(name));
    let title = if title.is_empty() { longer.map(|(said, _)| said).unwrap_or_default() } else { title };
    let platform = of.map(|(_, platform)| platform);
    let is_nothing = title.is_empty() && platform.is_none() && !in_person;
    if is_nothing || title.chars().count() > LONGEST_TITLE {
        return Err(UnreadLine::whole(line, CHANNEL));
    }
    let title = Some(title).filter(|title| !title.is_empty());
    Ok(ChannelLine { line: line.to_owned(), title, platform, account, size, cap, in_person })
}

/// Takes what can be read out of a line.
fn take<T>(line: &mut String, read: impl Fn(&str) -> Option<T>) -> Option<T> {
    let (part, value) = longest_part(line, read)?;
    *line = without(line, &part);
    Some(value)
}

fn in_person(text: &str) -> Option<()> {
    let text = text.to_lowercase();
    let name = Mode::Offline.name();
    (text == name.zh || text == name.en || IN_PERSON.contains(&text.as_str())).then_some(())
}

/// 最多200人, `max 200`.
fn cap(text: &str) -> Option<u32> {
    let lower = fold_width(text).to_lowercase();
    let number = CAPS.iter().find_map(|word| lower.strip_prefix(word))?;
    people(number.trim_start_matches([' ', ':']))
}

/// 200人上限, `200 max`.
fn cap_behind(text: &str) -> Option<u32> {
    let lower = fold_width(text).to_lowercase();
    people(CAPS.iter().find_map(|word| lower.strip_suffix(word))?.trim_end())
}

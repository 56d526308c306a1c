//! Whom an activity is for, at the end of its line: 三个群都发, `in all groups`, `everyone`.

use super::channel_words::ChannelLine;
use super::part::trimmed;
use crate::language::Language;
use crate::value::count;

/// Everyone, which needs no saying.
const EVERYONE: [&str; 9] =
    ["for everyone", "everyone", "for all", "all members", "for all members", "全员", "所有人", "大家都来", "面向全员"];
/// What stands behind 群 where something is sent to all of them.
const SENT: [&str; 9] = ["里都发", "都发", "都有", "同步", "同发", "里发", "一起发", "都要发", ""];
/// What stands before the word for groups.
const ALL_OF: [&str; 10] =
    ["in all the ", "in all ", "to all ", "in every ", "on all ", "all the ", "all ", "in the ", "to the ", ""];

/// A title without everyone behind its comma: `release party, everyone`.
pub(super) fn without_everyone(title: &str) -> Option<&str> {
    let lower = title.to_lowercase();
    let word = EVERYONE.iter().filter(|word| lower.ends_with(**word)).max_by_key(|word| word.len())?;
    let rest = title.get(..title.len() - word.len())?;
    let is_parted =
        rest.trim_end().ends_with([',', '，', '、', '·']) || word.starts_with("for ") && rest.ends_with(' ');
    let rest = trimmed(rest);
    (is_parted && rest.contains(char::is_alphanumeric)).then_some(rest)
}

/// A title without the words that mean all of the groups or channels, and the names of these.
pub(super) fn all_of_them<'t>(title: &'t str, channels: &[ChannelLine]) -> Option<(&'t str, Vec<String>)> {
    let at = title.rfind([' ', ',', '，', '·']).map(|at| at + title[at..].chars().next().map_or(0, char::len_utf8));
    let chinese = at.and_then(|at| Some((at, chinese(&title[at..], channels)?)));
    let (at, names) = chinese.or_else(|| english(title, channels))?;
    let rest = trimmed(&title[..at]);
    (rest.contains(char::is_alphanumeric) && names.len() > 1).then_some((rest, names))
}

/// 三个群都发, 所有群, 发到每个群.
fn chinese(word: &str, channels: &[ChannelLine]) -> Option<Vec<String>> {
    let word = ["发到", "发在", "同时发", "在"].iter().find_map(|lead| word.strip_prefix(lead)).unwrap_or(word);
    let word = SENT.iter().find_map(|sent| word.strip_suffix(sent))?;
    let is_all = |words: &str| ["所有", "全部", "每", "各", "几", "全部的", "所有的"].contains(&words);
    let counted = [("个群", true), ("个渠道", false), ("个平台", false)];
    let counted = counted.iter().find_map(|(unit, is_group)| Some((word.strip_suffix(unit)?, *is_group)));
    if let Some((number, is_group)) = counted {
        return named(channels, is_group, if is_all(number) { None } else { Some(count(number)?) });
    }
    // 二群 is the name of one
    let (words, is_group) = [("群", true), ("渠道", false)]
        .iter()
        .find_map(|(unit, is_group)| Some((word.strip_suffix(unit)?, *is_group)))?;
    is_all(words).then(|| named(channels, is_group, None)).flatten()
}

/// `in all groups`, `all three groups`, `in every channel`.
fn english(title: &str, channels: &[ChannelLine]) -> Option<(usize, Vec<String>)> {
    let lower = title.to_ascii_lowercase();
    let (head, is_group) = [("groups", true), ("group", true), ("channels", false), ("channel", false)]
        .iter()
        .find_map(|(unit, is_group)| Some((lower.strip_suffix(unit)?.trim_end(), *is_group)))?;
    let number_at = head.rfind(' ').map_or(0, |at| at + 1);
    let number = count(&head[number_at..]).filter(|number| *number > 1);
    let head = if number.is_some() { &head[..number_at] } else { head };
    let lead = ALL_OF.iter().find(|lead| {
        let bare = lead.trim_end();
        let before = head.trim_end().strip_suffix(bare);
        let is_word = before.is_some_and(|before| before.is_empty() || before.ends_with([' ', ',']));
        is_word && (number.is_some() || bare.contains("all") || bare.contains("every"))
    })?;
    let at = head.trim_end().len() - lead.trim_end().len();
    Some((at, named(channels, is_group, number)?))
}

/// The names of all groups, or of all channels; none where there are not so many.
fn named(channels: &[ChannelLine], is_group: bool, number: Option<i64>) -> Option<Vec<String>> {
    let online = || channels.iter().filter(|channel| !channel.in_person);
    let is_meant = |channel: &&ChannelLine| !is_group || channel.platform.is_none_or(|platform| platform.is_group());
    let names: Vec<String> = online().filter(is_meant).map(|channel| channel.name(Language::Zh)).collect();
    let is_number =
        |names: &[String]| number.is_none_or(|number| i64::try_from(names.len()).is_ok_and(|n| n == number));
    is_number(&names).then_some(names)
}

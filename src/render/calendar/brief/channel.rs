//! What one channel is sent in a week: the announcement, the rules, and each post at its time, none longer than the
//! platform takes.

use super::post::{ShortenedText, cut};
use super::{BriefForm, BriefPart, lay_out};
use crate::calendar::Kind;
use crate::knowledge::platform::text_limit;
use crate::language::{Language, Text};
use crate::plan::Plan;
use crate::plan::channels::Platform;
use crate::render::calendar::labels;
use crate::render::calendar::row::Row;
use crate::render::calendar::view::View;
use crate::render::{clean, clean_lines};

/// The texts of the week for one channel, an index into `channels`.
pub fn channel_brief(view: &View<'_>, channel: usize, form: BriefForm) -> String {
    let language = view.language;
    let (from, to) = (view.calendar.from, view.calendar.to);
    let named = view.named_channel(channel);
    let range = format!("{} · {} – {}", named.title, labels::date(from, language), labels::date(to, language));
    let mut parts = vec![BriefPart::Title(labels::title(&range, &view.community()))];
    let limit = TextLimit::of(view.plan, channel);
    let mut add = |heading: String, text: &str| {
        parts.push(BriefPart::Heading(heading));
        let ShortenedText { text, rest } = cut(text, limit.as_ref().map_or(usize::MAX, |limit| limit.characters));
        parts.push(BriefPart::Post(text));
        if let (Some(rest), Some(limit)) = (rest, &limit) {
            parts.push(BriefPart::Note(limit.cut_notice(&rest, language)));
        }
    };
    let all = View { channel: None, person: None, ..*view };
    if let Some(text) = announcement(&all, &named.id) {
        add(Text::new("本周预告", "The week ahead").get(language).to_owned(), &text);
    }
    if let Some(text) = rules(view.plan, language) {
        add(Text::new("群规", "The rules").get(language).to_owned(), &text);
    }
    let own = View { channel: Some(channel), person: None, ..*view };
    let unwritten = Text::new("（文字还没写）", "(its text is not written yet)").get(language);
    for row in own.rows().into_iter().filter(|row| !row.cancelled) {
        match &row.text {
            Some(text) => add(heading(&row, language), text),
            None if row.is_post() => add(heading(&row, language), unwritten),
            None => {}
        }
    }
    if parts.len() == 1 {
        let nothing = Text::new("这几天没有要发的。", "Nothing is to be posted these days.");
        parts.push(BriefPart::Note(nothing.get(language).to_owned()));
    }
    lay_out(&parts, form)
}

/// `周三 20:00 线下共读：预告（小雨）`.
fn heading(row: &Row, language: Language) -> String {
    let time = row.start.time.map(|time| format!(" {time}")).unwrap_or_default();
    let all = row.sends.iter().any(|send| send.mention_all);
    let all = if all { Text::new(" @所有人", " @all").get(language) } else { "" };
    let brackets = Text::new("（{who}）", " ({who})");
    let who = row.person.as_ref().map(|who| brackets.fill(language, |_| Some(who.clone()))).unwrap_or_default();
    format!("{}{time}  {}{who}{all}", labels::heading(row.start.day, language), row.title)
}

/// What takes place in the week in this channel or away from any; none where nothing does.
fn announcement(view: &View<'_>, channel: &str) -> Option<String> {
    let language = view.language;
    let is_here = |row: &Row| row.channels.is_empty() || row.channels.iter().any(|other| other.id == channel);
    let rows = view.rows().into_iter().filter(|row| row.kind == Kind::Activity && !row.cancelled);
    let line = |row: Row| {
        let when = labels::when(&row, "–").map(|when| format!(" {when}")).unwrap_or_default();
        let place = row.place.map(|place| format!(" @ {place}")).unwrap_or_default();
        format!("· {}{when} {}{place}", labels::heading(row.start.day, language), row.title)
    };
    let lines: Vec<String> = rows.filter(is_here).map(line).collect();
    let lead = Text::new("{community}本周安排：", "This week at {community}:");
    let community = view.community();
    (!lines.is_empty()).then(|| format!("{}\n{}", lead.fill(language, |_| Some(community.clone())), lines.join("\n")))
}

/// The rules of conduct, numbered, and where one turns to.
fn rules(plan: &Plan, language: Language) -> Option<String> {
    let texts = plan.rules.conduct.iter().filter_map(|rule| rule.text.as_deref());
    let mut lines: Vec<String> = texts.enumerate().map(|(at, text)| format!("{}. {}", at + 1, clean(text))).collect();
    if lines.is_empty() {
        return None;
    }
    lines.insert(0, Text::new("群规：", "Our rules:").get(language).to_owned());
    let more = [
        (Text::new("申诉：{it}", "Appeals: {it}"), &plan.rules.sanctions.appeal),
        (Text::new("举报：{it}", "Reports: {it}"), &plan.rules.report.contact),
    ];
    lines.extend(more.into_iter().filter_map(|(text, it)| {
        let it = it.as_ref()?;
        Some(text.fill(language, |_| Some(clean(it))))
    }));
    Some(clean_lines(&lines.join("\n")))
}

/// How long a message of a channel may be.
struct TextLimit {
    platform: Platform,
    /// Characters.
    characters: usize,
}

impl TextLimit {
    /// The plan's own limit of the platform, else the one that is known.
    fn of(plan: &Plan, channel: usize) -> Option<Self> {
        let platform = plan.channels[channel].platform?;
        let own = plan.limits.get(platform.word()).and_then(|limit| limit.text).map(i64::from);
        let known = || text_limit(platform.word()).map(|(characters, _)| characters);
        Some(Self { platform, characters: usize::try_from(own.or_else(known)?).ok()? })
    }

    /// What was left out, from its first words.
    fn cut_notice(&self, rest: &str, language: Language) -> String {
        const SHOWN: usize = 20;
        let text = Text::new(
            "已截短：{platform}一条最多 {limit} 个字符，少了 {n} 个，从“{words}”起；可以拆成两条发",
            "cut: a message on {platform} has at most {limit} characters; {n|character was|characters were} left out, from \"{words}\"; it can be sent as two",
        );
        text.fill(language, |name| {
            Some(match name {
                "platform" => self.platform.name().get(language).to_owned(),
                "limit" => self.characters.to_string(),
                "n" => rest.chars().count().to_string(),
                _ => clean(&rest.trim_start().chars().take(SHOWN).collect::<String>()),
            })
        })
    }
}

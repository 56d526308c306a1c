//! What one channel is sent in a week: the announcement, the rules, and each post at its time, none longer than the
//! platform takes.

use super::post::{ShortenedText, cut};
use super::{BriefForm, BriefPart, lay_out};
use crate::calendar::Kind;
use crate::finding::KeyPath;
use crate::language::{Language, Text};
use crate::plan::channels::Platform;
use crate::plan::{MessageLimit, Plan};
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
    let mut parts = vec![BriefPart::Title(labels::title(&range, &view.heading()))];
    let limit = TextLimit::of(view.plan, channel);
    // a text to post, or why there is none
    let mut add = |heading: String, text: Result<String, String>| {
        parts.push(BriefPart::Heading(heading));
        let text = match text {
            Ok(text) => text,
            Err(note) => return parts.push(BriefPart::Note(note)),
        };
        let ShortenedText { text, rest } = cut(&text, limit.as_ref().map(|limit| limit.most));
        parts.push(BriefPart::Post(text));
        if let (Some(rest), Some(limit)) = (rest, &limit) {
            parts.push(BriefPart::Note(limit.cut_notice(&rest, language)));
        }
    };
    let all = View { channel: None, person: None, ..*view };
    if let Some(text) = announcement(&all, &named.id) {
        add(Text::new("本周预告", "The week ahead").get(language).to_owned(), Ok(text));
    }
    if let Some(text) = rules(view, language) {
        add(Text::new("群规", "The rules").get(language).to_owned(), text);
    }
    let own = View { channel: Some(channel), person: None, ..*view };
    let unwritten = Text::new("（文字还没写）", "(its text is not written yet)").get(language);
    for row in own.rows().into_iter().filter(|row| !row.cancelled) {
        match (row.text.clone(), labels::text_note(&row, language)) {
            (Some(text), Some(note)) => add(format!("{} [{note}]", heading(&row, language)), Ok(text)),
            (Some(text), None) => add(heading(&row, language), Ok(text)),
            (None, Some(note)) => add(heading(&row, language), Err(note)),
            (None, None) if row.is_post() => add(heading(&row, language), Ok(unwritten.to_owned())),
            (None, None) => {}
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

/// What takes place in the week in this channel or away from any; none where nothing does. What has a starter's title is
/// not announced, nor its place.
fn announcement(view: &View<'_>, channel: &str) -> Option<String> {
    let language = view.language;
    let is_here = |row: &Row| row.channels.is_empty() || row.channels.iter().any(|other| other.id == channel);
    let rows = view
        .running_rows()
        .into_iter()
        .filter(|row| row.kind == Kind::Activity && !row.cancelled && !row.is_title_borrowed);
    let line = |row: Row| {
        let when = labels::when(&row, "–", language).map(|when| format!(" {when}")).unwrap_or_default();
        let place = row.place.filter(|_| !row.is_place_borrowed).map(|place| format!(" @ {place}")).unwrap_or_default();
        let last = Some(row.last_day).filter(|last| row.start.time.is_none() && *last > row.start.day);
        let last = last.map(|last| format!(" – {}", labels::heading(last, language))).unwrap_or_default();
        format!("· {}{last}{when} {}{place}", labels::heading(row.start.day, language), row.title)
    };
    let lines: Vec<String> = rows.filter(is_here).map(line).collect();
    let lead = Text::new("{community}本周安排：", "This week at {community}:");
    let zone = view.zone_name().map(|zone| Text::new("（{zone}）", " ({zone})").fill(language, |_| Some(zone.clone())));
    let community = format!("{}{}", view.community(), zone.unwrap_or_default());
    (!lines.is_empty()).then(|| format!("{}\n{}", lead.fill(language, |_| Some(community.clone())), lines.join("\n")))
}

/// The rules of conduct, numbered, and where one turns to; why there are none where they are a starter's.
fn rules(view: &View<'_>, language: Language) -> Option<Result<String, String>> {
    let (plan, ownership) = (view.plan, &view.index.ownership);
    let texts = plan.rules.conduct.iter().enumerate().filter_map(|(at, rule)| {
        let path = KeyPath::of(&["rules", "conduct"]).index(at).key("text");
        rule.text.as_deref().map(|text| (text, ownership.is_borrowed(&path)))
    });
    let (borrowed, own): (Vec<_>, Vec<_>) = texts.partition(|(_, is_borrowed)| *is_borrowed);
    if own.is_empty() {
        let note = Text::new(
            "群规还是模板的，没有给出；先看一遍：qun confirm rules",
            "the rules are still the starter's, so they are not shown; go through them: qun confirm rules",
        );
        return (!borrowed.is_empty()).then(|| Err(note.get(language).to_owned()));
    }
    let mut lines = vec![Text::new("群规：", "Our rules:").get(language).to_owned()];
    lines.extend(own.iter().enumerate().map(|(at, (text, _))| format!("{}. {}", at + 1, clean(text))));
    let more = [
        (Text::new("申诉：{it}", "Appeals: {it}"), &plan.rules.sanctions.appeal, ["rules", "sanctions", "appeal"]),
        (Text::new("举报：{it}", "Reports: {it}"), &plan.rules.report.contact, ["rules", "report", "contact"]),
    ];
    lines.extend(more.into_iter().filter_map(|(text, it, path)| {
        let it = it.as_ref().filter(|_| !ownership.is_borrowed(&KeyPath::of(&path)))?;
        Some(text.fill(language, |_| Some(clean(it))))
    }));
    Some(Ok(clean_lines(&lines.join("\n"))))
}

/// How long a message of a channel may be.
struct TextLimit {
    platform: Platform,
    most: MessageLimit,
}

impl TextLimit {
    fn of(plan: &Plan, channel: usize) -> Option<Self> {
        let platform = plan.channels[channel].platform?;
        Some(Self { platform, most: MessageLimit::of(platform, plan)? })
    }

    /// What was left out, from its first words.
    fn cut_notice(&self, rest: &str, language: Language) -> String {
        const SHOWN: usize = 20;
        let text = match self.most {
            MessageLimit::Characters(_) => Text::new(
                "已截短：{platform}一条最多 {limit} 个字符，少了 {n} 个，从“{words}”起；可以拆成两条发",
                "cut: a message on {platform} has at most {limit} characters; {n|character was|characters were} left out, from \"{words}\"; it can be sent as two",
            ),
            MessageLimit::Bytes(_) => Text::new(
                "已截短：{platform}一条最多 {limit} 个字节（一个汉字 3 个），少了 {n} 个，从“{words}”起；可以拆成几条发",
                "cut: a message on {platform} has at most {limit} bytes (a Chinese character takes 3); {n|byte was|bytes were} left out, from \"{words}\"; it can be sent as several",
            ),
        };
        text.fill(language, |name| {
            Some(match name {
                "platform" => self.platform.name().get(language).to_owned(),
                "limit" => self.most.most().to_string(),
                "n" => self.most.length(rest).to_string(),
                _ => clean(&rest.trim_start().chars().take(SHOWN).collect::<String>()),
            })
        })
    }
}

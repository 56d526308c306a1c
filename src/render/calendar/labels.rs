//! The words that the formats share: dates, times, who, where to, and what is out of the ordinary.

use super::row::{Row, TextNote};
use super::zoned_start::ZonedStart;
use crate::calendar::{Kind, nobody_stands_in};
use crate::language::{Language, Text};
use crate::plan::values::Zone;
use crate::render::clean;
use crate::value::lexicon::MONTHS;
use crate::value::{Clock, Day, Length, Month};

/// `12月5日` / `5 Dec`.
pub(in crate::render) fn date(day: Day, language: Language) -> String {
    let (_, month, of_month) = day.ymd();
    match language {
        Language::Zh => format!("{month}月{of_month}日"),
        Language::En => format!("{of_month} {}", MONTHS[month as usize - 1][1]),
    }
}

/// `12月05日 周六` / `Sat 05 Dec`: of the same width all year.
pub(in crate::render) fn heading(day: Day, language: Language) -> String {
    let (_, month, of_month) = day.ymd();
    let weekday = day.weekday().short().get(language);
    match language {
        Language::Zh => format!("{month:02}月{of_month:02}日 {weekday}"),
        Language::En => format!("{weekday} {of_month:02} {}", MONTHS[month as usize - 1][1]),
    }
}

/// `2026年12月` / `December 2026`.
pub(in crate::render) fn month(month: Month, language: Language) -> String {
    match language {
        Language::Zh => format!("{}年{}月", month.year(), month.month()),
        Language::En => format!("{} {}", MONTHS[month.month() as usize - 1][0], month.year()),
    }
}

/// `纽约时间` / `New York time`.
pub(in crate::render) fn zone(zone: &Zone, language: Language) -> String {
    match zone.name() {
        "UTC" | "Etc/UTC" => "UTC".to_owned(),
        // CET, whose last letter is the time
        name if language == Language::En && name.bytes().all(|byte| byte.is_ascii_uppercase()) => name.to_owned(),
        // 北京时间
        _ if zone.city(language).ends_with("时间") => zone.city(language),
        _ => Text::new("{city}时间", "{city} time").fill(language, |_| Some(zone.city(language))),
    }
}

/// `14:00–16:00`, `22:00–02:00`, `14:00`, `18:00–12 Jun 20:00`; none for whole days.
pub(super) fn times(start: ZonedStart, end: Option<ZonedStart>, dash: &str, language: Language) -> Option<String> {
    let from = start.time?;
    let Some((last, to)) = end.and_then(|end| Some((end.day, end.time?))) else { return Some(from.to_string()) };
    let is_of_day = last == start.day || last == start.day.plus(1) && to <= from;
    Some(match is_of_day {
        true => format!("{from}{dash}{to}"),
        false => format!("{from}{dash}{} {to}", date(last, language)),
    })
}

/// When a row happens. Of a task and a post only the start matters.
pub(super) fn when(row: &Row, dash: &str, language: Language) -> Option<String> {
    let end = row.end.filter(|_| !row.is_task() && !row.is_post());
    times(row.start, end, dash, language)
}

/// When a row happens on one of the days that it touches: of several days the first has the start, the last the end.
pub(in crate::render) fn when_on(row: &Row, day: Day, dash: &str, language: Language) -> Option<String> {
    let Some((nth, days)) = row.nth_day(day) else { return when(row, dash, language) };
    let start = row.start.time.filter(|_| nth == 1).map(|time| format!("{time}{dash}"));
    let is_end = |end: &ZonedStart| nth == days && end.day == day;
    start.or_else(|| row.end.filter(is_end).and_then(|end| end.time).map(|time| format!("{dash}{time}")))
}

/// What is shown where a row has no time of day on a day: work can be done at any time, what lasts days fills it.
pub(in crate::render) fn untimed_on(row: &Row, day: Day) -> Text {
    if row.nth_day(day).is_some() { Text::new("全天", "all day") } else { row.untimed() }
}

/// Which of its days a day is, and when it ends: `day 2 of 3, until 12 Jun 20:00`.
pub(in crate::render) fn nth_day(row: &Row, day: Day, language: Language) -> Option<String> {
    let (nth, days) = row.nth_day(day)?;
    let end = row.end.map_or(row.last_day, |end| end.day);
    let time = row.end.and_then(|end| end.time).map(|time| format!(" {time}")).unwrap_or_default();
    let text = Text::new("第 {n} 天，共 {m} 天，到 {end}", "day {n} of {m}, until {end}");
    Some(text.fill(language, |name| match name {
        "n" => Some(nth.to_string()),
        "m" => Some(days.to_string()),
        _ => Some(format!("{}{time}", date(end, language))),
    }))
}

/// What is out of the ordinary on a day, which of its days it is first.
pub(in crate::render) fn notes_on(row: &Row, day: Day, language: Language) -> Vec<String> {
    nth_day(row, day, language).into_iter().chain(notes(row, language)).collect()
}

/// `小雨（领读人）`, with those who help.
pub(in crate::render) fn who(row: &Row, language: Language) -> Option<String> {
    let fill = |text: Text, role: &str, person: &str| {
        text.fill(language, |name| Some(if name == "role" { role.to_owned() } else { person.to_owned() }))
    };
    let one = |person: Option<&str>, role: Option<&str>, is_unnamed: bool| match (person, role) {
        (Some(person), Some(role)) => Some(fill(Text::new("{person}（{role}）", "{person} ({role})"), role, person)),
        (Some(person), None) => Some(person.to_owned()),
        (None, Some(role)) if is_unnamed => Some(role.to_owned()),
        (None, Some(role)) => Some(fill(Text::new("{role}：暂无人选", "{role}: nobody yet"), role, "")),
        (None, None) => None,
    };
    let lead = one(row.person.as_deref(), row.role.as_deref(), row.is_unnamed || row.cancelled);
    let helpers: Vec<String> = row
        .staff
        .iter()
        .filter_map(|helper| one(helper.person.as_deref(), helper.role.as_deref(), helper.is_unnamed || row.cancelled))
        .collect();
    let comma = Text::new("、", ", ").get(language);
    let help = (!helpers.is_empty())
        .then(|| Text::new("协助：{names}", "with {names}").fill(language, |_| Some(helpers.join(comma))));
    let both: Vec<String> = lead.into_iter().chain(help).collect();
    (!both.is_empty()).then(|| both.join(Text::new("，", ", ").get(language)))
}

/// The place, or the channels; a message that mentions everyone says so.
pub(in crate::render) fn destination(row: &Row, language: Language) -> Option<String> {
    let all = Text::new("@所有人", " @all").get(language);
    let mentions = |id: &str| row.sends.iter().any(|send| send.channel.id == id && send.mention_all);
    let channels = row.channels.iter().map(|channel| {
        let mention = if mentions(&channel.id) { all } else { "" };
        format!("{}{mention}", channel.title)
    });
    let all: Vec<String> = row.place.iter().cloned().chain(channels).collect();
    (!all.is_empty()).then(|| all.join(Text::new("、", ", ").get(language)))
}

/// What is out of the ordinary: cancelled, moved, nobody there, not sure yet.
pub(super) fn notes(row: &Row, language: Language) -> Vec<String> {
    let mut notes = Vec::new();
    if row.cancelled {
        notes.push(Text::new("已取消", "cancelled").get(language).to_owned());
    }
    if let Some(moved) = &row.moved {
        let day = moved
            .time
            .map_or_else(|| date(moved.from, language), |time| format!("{}{time}", Text::new(" ", "").get(language)));
        let text = Text::new("原定{day}", "moved from {day}").fill(language, |_| Some(day.clone()));
        notes.push(match &moved.why {
            Some(why) => format!("{text}{}{why}", Text::new("：", ": ").get(language)),
            None => text,
        });
    }
    notes.extend(absence(row, language));
    notes.extend(row.off_hours.iter().map(|of| off_hours(of, language)));
    if row.provisional {
        notes.push(Text::new("暂定", "provisional").get(language).to_owned());
    }
    if matches!(row.text_note, Some(TextNote::Borrowed(_))) {
        notes.push(Text::new("文案还是模板的", "text: the starter's").get(language).to_owned());
    }
    if row.is_place_borrowed {
        notes.push(Text::new("地点还是模板的", "place: the starter's").get(language).to_owned());
    }
    notes
}

/// `02:00 at night for Ana`, `a day off for Ana`.
pub(in crate::render) fn off_hours((person, local): &(String, Option<Clock>), language: Language) -> String {
    let words = match local {
        Some(_) => Text::new("{person}当地是夜里 {time}", "{time} at night for {person}"),
        None => Text::new("{person}当地放假", "a day off for {person}"),
    };
    words.fill(language, |name| {
        Some(if name == "person" { person.clone() } else { local.map_or_else(String::new, |time| time.to_string()) })
    })
}

/// `remind 1 day and 30 minutes before`.
pub(super) fn reminders(row: &Row, language: Language) -> Option<String> {
    let lengths: Vec<String> = row.remind.iter().map(|before| length(*before, language)).collect();
    let words = Text::new("提前{lengths}提醒", "remind {lengths} before");
    let and = Text::new("、", " and ").get(language);
    (!lengths.is_empty()).then(|| words.fill(language, |_| Some(lengths.join(and))))
}

/// `2 hours`
pub(in crate::render) fn length(length: Length, language: Language) -> String {
    let (n, words) = match length {
        Length::Minutes(n) if n % 60 == 0 => (n / 60, Text::new("{n}小时", "{n|hour|hours}")),
        Length::Minutes(n) => (n, Text::new("{n}分钟", "{n|minute|minutes}")),
        Length::Days(n) => (n, Text::new("{n}天", "{n|day|days}")),
        Length::Months(n) => (n, Text::new("{n}个月", "{n|month|months}")),
    };
    words.fill(language, |_| Some(n.to_string()))
}

/// Who is named for it but away, while nobody stands in.
pub(in crate::render) fn absence(row: &Row, language: Language) -> Option<String> {
    nobody_stands_in(&row.absent, language).filter(|_| !row.cancelled)
}

/// What is to be known of the text of a row, where it is shown or withheld: whose it is, and the command that writes the
/// plan's own.
pub(in crate::render) fn text_note(row: &Row, language: Language) -> Option<String> {
    let note = row.text_note.as_ref()?;
    let (words, names, key) = match note {
        TextNote::Library => (Text::new("SOP 库的文案", "library text"), "", ""),
        TextNote::Borrowed(key) => (
            Text::new(
                "文案还是模板的，先不显示；写自己的：qun set '{key}' 文案",
                "this text is still the starter's, so it is not shown; write your own: qun set '{key}' TEXT",
            ),
            "",
            key.as_str(),
        ),
        TextNote::Incomplete(names, key) => (
            match key.is_empty() {
                false => Text::new(
                    "SOP 库的文案还缺 {names}，没有给出；先补上：qun set '{key}' 内容",
                    "the library text lacks {names} and is not shown; fill it in: qun set '{key}' VALUE",
                ),
                true => Text::new(
                    "SOP 库的文案还缺 {names}，没有给出；在活动里写自己的这一步",
                    "the library text lacks {names} and is not shown; write this step of the activity in your own words",
                ),
            },
            &*names.iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join(" "),
            key.as_str(),
        ),
    };
    Some(clean(&words.fill(language, |fact| Some(if fact == "key" { key } else { names }.to_owned()))))
}

/// What a row is, in a word.
pub(super) const fn kind(kind: Kind) -> Text {
    match kind {
        Kind::Phase => Text::new("阶段", "phase"),
        Kind::Activity => Text::new("活动", "activity"),
        Kind::Programme => Text::new("课程", "programme"),
        Kind::Content => Text::new("内容", "content"),
        Kind::Task => Text::new("任务", "task"),
        Kind::Review => Text::new("复盘", "review"),
        Kind::Meeting => Text::new("例会", "meeting"),
    }
}

/// The sign before tasks, posts and other things that are no events; of width 1.
pub(super) const fn sign(row_kind: Kind, ascii: bool) -> &'static str {
    match (row_kind, ascii) {
        (Kind::Task, false) => "☐",
        (Kind::Task, true) => "-",
        (Kind::Content | Kind::Programme, false) => "✎",
        (Kind::Content | Kind::Programme, true) => ">",
        (Kind::Phase, false) => "⚑",
        (Kind::Phase, true) => "*",
        (Kind::Activity | Kind::Review | Kind::Meeting, _) => "",
    }
}

/// The title of the whole: what it is about and whose it is.
pub(super) fn title(range: &str, community: &str) -> String {
    [range, community].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

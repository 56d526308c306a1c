//! Checklists as Markdown, text for a chat, and JSON.

use serde::Serialize;

use super::clean::{clean, markdown};
use crate::checklist::{
    BORROWED, Checklist, ChecklistItem, ChecklistKind, EditedText, MARK, MINUTES, NOW, OVERDUE, fingerprint,
    is_written, mark_id,
};
use crate::language::{Language, Text};
use crate::value::Day;

/// Markdown with task boxes; every item carries its id in a comment, with a fingerprint of its words, so that it can be
/// read back. What is not done and was due before `today` is marked as overdue.
pub fn to_markdown(list: &Checklist, today: Day, language: Language) -> String {
    let mut out = String::new();
    let lines = |out: &mut String, lines: &[String]| lines.iter().for_each(|line| out.push_str(&format!("{line}\n")));
    lines(&mut out, &list.top);
    let (title, _) = heading(&list.title, list.heading.as_ref());
    out.push_str(&format!("# {title}\n{}\n", head_mark(list)));
    if !list.preface.is_empty() {
        out.push_str(&format!("\n{}\n", list.preface.join("\n")));
    }
    for section in &list.sections {
        let (title, written) = heading(&section.title, section.heading.as_ref());
        out.push_str(&format!("\n## {title}\n{MARK}section {} {written} -->\n\n", mark_id(&section.id)));
        lines(&mut out, &section.above);
        for item in &section.items {
            let tick = item.status.as_deref().unwrap_or(if item.done { "x" } else { " " });
            let (words, written, kept) = match &item.edited {
                Some(edited) if section.id == "gone" => (edited.words.clone(), edited.written.clone(), None),
                edited => words(item, edited.as_ref(), today, language),
            };
            // a mark within words, half of one too, would be read as one
            let words = words.replace("<!--", "&lt;!--");
            out.push_str(&format!("- [{tick}] {words} {MARK}item {} {written} -->\n", mark_id(&item.id)));
            for detail in item.details.iter().map(|detail| markdown(detail)) {
                out.push_str(&format!("  {detail} {MARK}detail {} -->\n", fingerprint(&detail)));
            }
            lines(&mut out, kept.as_slice());
            lines(&mut out, &item.notes);
            lines(&mut out, &item.below);
        }
        lines(&mut out, &section.added);
    }
    if list.is_crlf { out.replace('\n', "\r\n") } else { out }
}

/// The mark by which the list of a file is known: `<!-- qun:checklist weekly 2026-12-07 @book-club 1a2b3c4d -->`.
pub fn head_mark(list: &Checklist) -> String {
    format!("{MARK}checklist {} {} -->", list_name(list), heading(&list.title, list.heading.as_ref()).1)
}

/// `weekly 2026-12-07 @book-club`
pub(super) fn list_name(list: &Checklist) -> String {
    let of = list.of.map(|day| format!(" {day}")).unwrap_or_default();
    let community = list.community.as_deref().map(|name| format!(" @{}", mark_id(name))).unwrap_or_default();
    format!("{}{of}{community}", mark_id(&list.name))
}

/// What is said of a list without items.
pub fn empty(what: ChecklistKind, list: &Checklist) -> Option<Text> {
    let words = match what {
        ChecklistKind::Activity(_) if list.of.is_some() => Text::new(
            "这个活动没有步骤；用 sop 选一套 SOP，或用 [[activities.steps]] 自己写",
            "this activity has no steps; choose an SOP with sop, or write your own as [[activities.steps]]",
        ),
        ChecklistKind::Activity(_) => {
            Text::new("之后一年里没有这个活动的安排", "this activity does not occur within the next year")
        }
        _ => Text::new("这张清单里还没有事项", "this checklist has no items yet"),
    };
    list.sections.is_empty().then_some(words)
}

/// What is said of the launch list of a community that runs already.
pub fn runs_already(since: Day, language: Language) -> String {
    let words = Text::new(
        "社群 {since} 就开始了；平时用 qun checklist weekly",
        "the community started on {since}; for its regular work, use qun checklist weekly",
    );
    words.fill(language, |_| Some(since.to_string()))
}

/// That items of the template are left out.
pub fn left_out(count: usize, language: Language) -> String {
    let words = Text::new(
        "{n} 条没有列出：这份计划里没有它们说的东西，或人少用不上",
        "{n} items left out: your plan has nothing that they are about, or they are for larger communities",
    );
    let words = if count == 1 {
        Text::new(
            "1 条没有列出：这份计划里没有它说的东西，或人少用不上",
            "1 item left out: your plan has nothing that it is about, or it is for larger communities",
        )
    } else {
        words
    };
    words.fill(language, |_| Some(count.to_string()))
}

/// A heading and the fingerprint of ours; one that people changed stays as it is.
fn heading(title: &str, edited: Option<&EditedText>) -> (String, String) {
    match edited {
        Some(edited) => (edited.words.clone(), edited.written.clone()),
        None => (markdown(title), fingerprint(&markdown(title))),
    }
}

/// The words of a line, their fingerprint, and what is kept of others as a note. Words that someone changed stay as long
/// as ours do; when both have changed, ours are in the line and theirs below it.
fn words(
    item: &ChecklistItem,
    edited: Option<&EditedText>,
    today: Day,
    language: Language,
) -> (String, String, Option<String>) {
    let line = |details: Option<String>| {
        let details = details.map(|details| format!(" — {}", markdown(&details))).unwrap_or_default();
        format!("{}{details}", markdown(&item.text))
    };
    let ours = line(details(item, today, language));
    let written = fingerprint(&ours);
    let Some(edited) = edited.filter(|edited| edited.is_changed()) else { return (ours, written, None) };
    // that time goes by is no change
    let days = [Some(Day::MIN), Some(Day::MAX), item.due.map(|due| due.day)];
    let is_same =
        days.into_iter().flatten().any(|day| is_written(&line(details(item, day, language)), &edited.written));
    match is_same {
        true => (edited.words.clone(), edited.written.clone(), None),
        false => (ours, written, Some(format!("  {}", edited.words)).filter(|_| !edited.words.is_empty())),
    }
}

/// When, who, how long: what comes after the dash.
pub(super) fn details(item: &ChecklistItem, today: Day, language: Language) -> Option<String> {
    let mut parts = Vec::new();
    if let Some(due) = item.due {
        let day = date(due.day, language);
        parts.push(due.time.map_or_else(|| day.clone(), |time| format!("{day} {time}")));
    }
    if item.is_overdue(today) {
        parts.push(OVERDUE.get(language).to_owned());
    } else if item.is_now && !item.done && item.due.is_some_and(|due| due.day == today) {
        parts.push(NOW.get(language).to_owned());
    }
    parts.extend(item.owner().map(clean));
    parts.extend(item.minutes.map(|minutes| MINUTES.fill(language, |_| Some(minutes.to_string()))));
    parts.extend(item.is_borrowed.then(|| BORROWED.get(language).to_owned()));
    (!parts.is_empty()).then(|| parts.join(Text::new("，", ", ").get(language)))
}

fn date(day: Day, language: Language) -> String {
    format!("{day} {}", day.weekday().short().get(language))
}

/// Plain text to be pasted into a chat; what was due before `today` and is not done is marked as overdue.
pub fn to_text(list: &Checklist, today: Day, language: Language) -> String {
    let mut out = format!("{}\n", clean(&list.title));
    for section in &list.sections {
        let brackets = Text::new("【{t}】", "[{t}]").fill(language, |_| Some(clean(&section.title)));
        out.push_str(&format!("\n{brackets}\n"));
        for item in &section.items {
            let tick = if item.done { "☑" } else { "☐" };
            let details = details(item, today, language)
                .map(|details| Text::new("（{d}）", " ({d})").fill(language, |_| Some(details.clone())));
            out.push_str(&format!("{tick} {}{}\n", clean(&item.text), details.unwrap_or_default()));
            for detail in &item.details {
                out.push_str(&format!("    {}\n", clean(detail)));
            }
        }
    }
    out
}

#[derive(Serialize)]
struct ChecklistJson<'a> {
    version: u32,
    title: &'a str,
    sections: Vec<ChecklistSectionJson<'a>>,
}

#[derive(Serialize)]
struct ChecklistSectionJson<'a> {
    title: &'a str,
    items: Vec<ChecklistItemJson<'a>>,
}

#[derive(Serialize)]
struct ChecklistItemJson<'a> {
    id: &'a str,
    text: &'a str,
    due: Option<String>,
    person: Option<&'a str>,
    role: Option<&'a str>,
    minutes: Option<u32>,
    done: bool,
    source: &'a str,
    details: Vec<&'a str>,
}

/// JSON, version 1; `due` is a date, or a date and time without zone.
pub fn to_json(list: &Checklist) -> String {
    let item = |item: &'_ ChecklistItem| -> Option<String> {
        item.due.map(|due| due.time.map_or_else(|| due.day.to_string(), |time| format!("{}T{time}:00", due.day)))
    };
    let sections = list.sections.iter().map(|section| ChecklistSectionJson {
        title: &section.title,
        items: (section.items.iter())
            .map(|entry| ChecklistItemJson {
                id: &entry.id,
                text: &entry.text,
                due: item(entry),
                person: entry.person.as_deref(),
                role: entry.role.as_deref(),
                minutes: entry.minutes,
                done: entry.done,
                source: &entry.source,
                details: entry.details.iter().map(String::as_str).collect(),
            })
            .collect(),
    });
    let json = ChecklistJson { version: 1, title: &list.title, sections: sections.collect() };
    let mut text = serde_json::to_string_pretty(&json).expect("texts and numbers can always be written");
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::At;
    use crate::checklist::{Section, absorb};

    const TODAY: Day = Day(20_000);

    fn list() -> Checklist {
        let item = |id: &str, text: &str| ChecklistItem {
            id: id.into(),
            text: text.into(),
            minutes: Some(5),
            ..ChecklistItem::default()
        };
        let items = vec![item("s/a", "写 *群规* <b>"), item("s/b", "问候\u{1b}[31m")];
        let section = Section { id: "s".into(), title: "组".into(), items, ..Section::default() };
        Checklist { name: "launch".into(), title: "启动".into(), sections: vec![section], ..Checklist::default() }
    }

    #[test]
    fn regenerating_is_idempotent_and_keeps_what_people_wrote() {
        let first = to_markdown(&list(), TODAY, Language::Zh);
        let edited =
            first.replacen("- [ ]", "- [x]", 1).replace("item s/b -->", "item s/b -->\n  已问") + "- 加的一行\n";
        let mut again = list();
        absorb(&mut again, &edited, Language::Zh);
        let second = to_markdown(&again, TODAY, Language::Zh);
        assert_eq!(second, edited);
        let mut fewer = list();
        fewer.sections[0].items.remove(0);
        absorb(&mut fewer, &edited, Language::Zh);
        let third = to_markdown(&fewer, TODAY, Language::Zh);
        let mut same = list();
        same.sections[0].items.remove(0);
        absorb(&mut same, &third, Language::Zh);
        assert_eq!(to_markdown(&same, TODAY, Language::Zh), third);
        assert!(third.contains("计划里已经没有的") && third.contains("- [x] 写"));
    }

    #[test]
    fn plan_text_stays_text() {
        let text = to_markdown(&list(), TODAY, Language::Zh);
        assert!(!text.contains('\u{1b}') && !text.contains("<b>") && text.contains("\\*群规\\*"));
    }

    #[test]
    fn marks_open_items_due_before_today_as_overdue() {
        let due = |days: i32, done: bool| {
            let mut list = list();
            let item = &mut list.sections[0].items[0];
            (item.due, item.done) = (Some(At { day: TODAY.plus(days), time: None }), done);
            list
        };
        for (language, word) in [(Language::Zh, "已过期"), (Language::En, "overdue")] {
            for (days, done, is_shown) in [(-1, false, true), (0, false, false), (1, false, false), (-1, true, false)] {
                let list = due(days, done);
                let [markdown, text] = [to_markdown(&list, TODAY, language), to_text(&list, TODAY, language)];
                assert_eq!(markdown.matches(word).count(), usize::from(is_shown), "{markdown}");
                assert_eq!(text.matches(word).count(), usize::from(is_shown), "{text}");
            }
        }
        // once ticked in the file, it is no longer shown
        let ticked = to_markdown(&due(-1, false), TODAY, Language::Zh).replacen("- [ ]", "- [x]", 1);
        let mut again = due(-1, false);
        absorb(&mut again, &ticked, Language::Zh);
        assert!(!to_markdown(&again, TODAY, Language::Zh).contains("已过期"));
    }

    #[test]
    fn what_the_plan_says_is_below_its_item_and_no_note_of_people() {
        let mut with = list();
        with.sections[0].items[0].details = vec!["完成标准：贴好 *了*".to_owned()];
        let first = to_markdown(&with, TODAY, Language::Zh);
        assert!(first.contains("\n  完成标准：贴好 \\*了\\* <!-- qun:detail "), "{first}");
        assert!(to_text(&with, TODAY, Language::Zh).contains("\n    完成标准：贴好 *了*\n"));
        assert!(to_json(&with).contains("\"完成标准：贴好 *了*\""));
        let mut again = with.clone();
        absorb(&mut again, &first, Language::Zh);
        assert_eq!(to_markdown(&again, TODAY, Language::Zh), first);
        // what someone wrote into it is theirs
        let mut changed = with.clone();
        absorb(&mut changed, &first.replace("贴好 ", "贴好、拍照 "), Language::Zh);
        assert_eq!(changed.sections[0].items[0].notes.len(), 1);
    }
}

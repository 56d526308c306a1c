//! How far lists have come, as text and JSON.

use serde::Serialize;

use super::clean::clean;
use crate::checklist::{LineState, ListLine, ListStatus, Progress, by_person};
use crate::language::{Language, Text};
use crate::value::Day;

/// Lists with the files they are in: what is late or due today, list by list, then whose it is, then all
/// together. Styled.
pub fn status_text(files: &[(String, ListStatus)], today: Day, language: Language) -> String {
    let (bold, red) = (anstyle::Style::new().bold(), anstyle::AnsiColor::Red.on_default());
    let mut out = String::new();
    for (path, list) in files {
        let figures = figures(Progress::of(&list.lines), language);
        out.push_str(&format!("{bold}{}{bold:#}  {}\n  {figures}\n", clean(&list.title), clean(path)));
        for line in list.lines.iter().filter(|line| line.state == LineState::Late) {
            out.push_str(&format!(
                "  {red}{}{red:#} {}\n",
                Text::new("逾期", "late").get(language),
                item_text(line, language)
            ));
        }
        for line in list.lines.iter().filter(|line| line.state == LineState::Today) {
            out.push_str(&format!("  {} {}\n", Text::new("今天", "today").get(language), item_text(line, language)));
        }
        out.push('\n');
    }
    let lists: Vec<ListStatus> = files.iter().map(|(_, list)| list.clone()).collect();
    let nobody = Text::new("还没有人", "nobody yet").get(language);
    let colon = Text::new("：", ": ").get(language);
    out.push_str(&format!("{bold}{}{bold:#}\n", Text::new("按人", "By person").get(language)));
    for (who, count) in by_person(&lists) {
        let who = who.map_or_else(|| nobody.to_owned(), clean);
        out.push_str(&format!("  {who}{colon}{}\n", figures(count, language)));
    }
    let all = Progress::of(lists.iter().flat_map(|list| &list.lines));
    let together = match lists.len() {
        1 => Text::new("{day}，1 张清单：{figures}", "{day}, 1 list: {figures}"),
        _ => Text::new("{day}，{n} 张清单：{figures}", "{day}, {n} lists: {figures}"),
    };
    let together = together.fill(language, |name| match name {
        "day" => Some(today.to_string()),
        "n" => Some(lists.len().to_string()),
        _ => Some(figures(all, language)),
    });
    out.push_str(&format!("\n{bold}{together}{bold:#}\n"));
    out
}

/// `2 of 5 items done, 1 due today, 1 late`: what there is none of is left out.
fn figures(count: Progress, language: Language) -> String {
    let fill = |text: Text, n: usize| {
        text.fill(language, |name| Some(if name == "all" { count.all().to_string() } else { n.to_string() }))
    };
    let done = match count.all() {
        1 => Text::new("1 项，完成 {n}", "{n} of 1 item done"),
        _ => Text::new("{all} 项，完成 {n}", "{n} of {all} items done"),
    };
    let rest = [
        (Text::new("今天到期 {n}", "{n} due today"), count.today),
        (Text::new("逾期 {n}", "{n} late"), count.late),
        (Text::new("还没到期 {n}", "{n} not due yet"), count.ahead),
    ];
    let rest = rest.into_iter().filter(|(_, n)| *n > 0).map(|(text, n)| fill(text, n));
    let parts: Vec<String> = std::iter::once(fill(done, count.done)).chain(rest).collect();
    parts.join(Text::new("，", ", ").get(language))
}

/// An item with its date and who does it.
fn item_text(line: &ListLine, language: Language) -> String {
    let due = line.due.map(|due| match due.time {
        Some(time) => format!("{} {time} ", due.day),
        None => format!("{} ", due.day),
    });
    let brackets = Text::new("（{who}）", " ({who})");
    let who = line.person.as_deref().map(|who| brackets.fill(language, |_| Some(clean(who))));
    format!("{}{}{}", due.unwrap_or_default(), clean(&line.text), who.unwrap_or_default())
}

#[derive(Serialize)]
struct StatusJson<'a> {
    version: u32,
    today: String,
    files: Vec<StatusFileJson<'a>>,
    people: Vec<StatusPersonJson<'a>>,
    total: StatusCountJson,
}

#[derive(Serialize)]
struct StatusFileJson<'a> {
    path: &'a str,
    list: &'a str,
    title: &'a str,
    count: StatusCountJson,
    items: Vec<StatusLineJson<'a>>,
}

#[derive(Serialize)]
struct StatusLineJson<'a> {
    text: &'a str,
    due: Option<String>,
    person: Option<&'a str>,
    state: &'static str,
}

#[derive(Serialize)]
struct StatusPersonJson<'a> {
    person: Option<&'a str>,
    count: StatusCountJson,
}

#[derive(Serialize)]
struct StatusCountJson {
    done: usize,
    today: usize,
    late: usize,
    ahead: usize,
}

impl From<Progress> for StatusCountJson {
    fn from(count: Progress) -> Self {
        let Progress { done, today, late, ahead } = count;
        Self { done, today, late, ahead }
    }
}

/// JSON, version 1; a state is `done`, `today`, `late` or `ahead`.
pub fn status_json(files: &[(String, ListStatus)], today: Day) -> String {
    let line = |line: &'_ ListLine| {
        line.due.map(|due| due.time.map_or_else(|| due.day.to_string(), |time| format!("{}T{time}:00", due.day)))
    };
    let lists: Vec<ListStatus> = files.iter().map(|(_, list)| list.clone()).collect();
    let shown = files.iter().map(|(path, list)| StatusFileJson {
        path,
        list: &list.name,
        title: &list.title,
        count: Progress::of(&list.lines).into(),
        items: (list.lines.iter())
            .map(|entry| StatusLineJson {
                text: &entry.text,
                due: line(entry),
                person: entry.person.as_deref(),
                state: match entry.state {
                    LineState::Done => "done",
                    LineState::Today => "today",
                    LineState::Late => "late",
                    LineState::Ahead => "ahead",
                },
            })
            .collect(),
    });
    let people = by_person(&lists).into_iter().map(|(person, count)| StatusPersonJson { person, count: count.into() });
    let json = StatusJson {
        version: 1,
        today: today.to_string(),
        files: shown.collect(),
        people: people.collect(),
        total: Progress::of(lists.iter().flat_map(|list| &list.lines)).into(),
    };
    let mut text = serde_json::to_string_pretty(&json).expect("texts and numbers can always be written");
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_single_item_is_written_in_the_singular() {
        let of = |done, late| Progress { done, late, ..Progress::default() };
        assert_eq!(figures(of(1, 0), Language::En), "1 of 1 item done");
        assert_eq!(figures(of(1, 1), Language::En), "1 of 2 items done, 1 late");
        assert_eq!(figures(of(0, 2), Language::Zh), "2 项，完成 0，逾期 2");
    }
}

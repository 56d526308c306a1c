//! `qun checklist`.

use std::path::{Path, PathBuf};

use super::args::{Checklist as Asked, ListFormat};
use super::exit::DONE;
use super::failure::{Failure, Message};
use super::files;
use super::plans::{self, OpenPlan};
use super::session::Session;
use super::wrap::fit_lines;
use super::write::{self, Overwrite};
use super::{borrowed, clock, dates, deliver, out, readings_file};
use crate::checklist::{
    Basis, Checklist, ChecklistKind, FileContent, ListHead, ListSpan, Sheet, SheetReport, absorb, content_of,
    first_day, group, head, list_named, make, set_dates, span, take_sheet, tick_recorded,
};
use crate::language::{Language, Text};
use crate::plan::{Plan, UnknownName};
use crate::render;
use crate::render::page::OwnPages;
use crate::table::Encoding;
use crate::value::Day;

pub(crate) fn run(asked: &Asked, session: &Session) -> Result<u8, Failure> {
    let (path, word) = words(&asked.words)?;
    let opened = plans::open(&path, session)?;
    let language = opened.language;
    let sheet = asked.from.as_deref().filter(|from| is_table(from)).map(read_table).transpose()?;
    // a table that comes back is of its own list, for its own week or date
    let of_sheet = sheet.as_ref().and_then(Sheet::head);
    let named = word.or_else(|| Some(of_sheet.as_ref()?.name.as_str()));
    let word = named.unwrap_or_else(|| usual_list(&opened.reading.plan, session).word());
    let list_kind = match &asked.role {
        Some(name) => ChecklistKind::Role(handed_over(name, word, &opened)?),
        None => list_kind(word, &opened)?,
    };
    let from = asked.from.as_deref().filter(|_| sheet.is_none());
    if from.is_some() && asked.date.is_some() {
        let words =
            Text::new("--from 和 --date 都是日子，只留一个", "--from and --date both name a day; leave one out");
        return Err(Failure::new(words));
    }
    let from = from.map(|from| first_day_of(from, &opened, session)).transpose()?;
    let today = session.today(&opened.reading.plan);
    let date = asked.date.as_deref().map(|date| dates::first_day(date, today, language)).transpose()?;
    let is_launch = list_kind == ChecklistKind::Launch;
    let dated = of_sheet.as_ref().filter(|_| !is_launch).and_then(|head| head.of);
    let today = date.or(from).or(dated).unwrap_or(today);
    let reading = &opened.reading;
    let holidays = &opened.holidays;
    let ListSpan { day, from, to } = span(list_kind, today, &reading.plan, &reading.index, holidays);
    let made = opened.calendar(from, to, None)?;
    let basis =
        Basis { plan: &reading.plan, index: &reading.index, library: &opened.library, calendar: &made, day, language };
    let mut list = make(list_kind, &basis);
    tick_recorded(&mut list, &basis, &readings_file::done(&path, language)?);
    if let Some(words) = render::empty_checklist(list_kind, &list) {
        out::message(words.get(language));
    }
    if list.left_out > 0 {
        out::message(&render::left_out(list.left_out, language));
    }
    borrowed::show(&opened);
    let format = format(asked, session)?;
    let output = files::target(asked.output.as_deref());
    if is_launch {
        let starts = reading.plan.lifecycle.starts;
        set_dates(&mut list, starts, earlier(output, format, language)?.or(of_sheet).as_ref(), today);
        if let Some(since) = starts.filter(|since| *since < session.today(&reading.plan)) {
            out::message(&render::runs_already(since, language));
        }
    }
    let zone = clock::shown_zone(asked.tz.as_deref(), None, &reading.plan)?;
    // what is overdue is so by the clock, whichever day the list is for; of regular work only where a file is kept, since
    // without one nothing can be ticked
    let is_kept = output.is_some_and(Path::is_file) || sheet.is_some();
    let clock = match list_kind.is_repeated() && !is_kept {
        true => list.of.unwrap_or(day),
        false => session.today_in(zone.as_ref(), &reading.plan),
    };
    if let Some(zone) = &zone {
        list.on_clock((&reading.plan.time_zone.clone().unwrap_or_default(), zone), language);
    }
    list = group(list, asked.by, language);
    let own = session.page_templates(&path);
    let shown = |list: &Checklist| -> Result<ShownList, Failure> {
        let mut list = list.clone();
        let report = sheet.as_ref().map(|sheet| (take_sheet(&mut list, sheet, language), sheet.encoding));
        let made = match format {
            ListFormat::Html => render::checklist_page(&list, clock, &own, language)?.into_bytes(),
            ListFormat::SignIn => sign_in(list_kind, &list, &own, &opened)?.into_bytes(),
            _ => shown(&list, format, clock, language)?,
        };
        Ok((made, report))
    };
    let Some(output) = output else {
        let (bytes, report) = shown(&list)?;
        show_rows(report, language);
        match format {
            ListFormat::Xlsx => deliver::to_output(&bytes)?,
            ListFormat::Text if session.width().is_some() => out::data(&fit_lines(&String::from_utf8_lossy(&bytes))),
            _ => out::data(&String::from_utf8_lossy(&bytes)),
        }
        return Ok(DONE);
    };
    let report = write_list(&list, (output, format), &shown, (asked.force, clock), session)?;
    show_rows(report, language);
    let words = Text::new("已写入 {path}", "written to {path}");
    out::message(&words.fill(language, |_| Some(output.display().to_string())));
    Ok(DONE)
}

/// The head of the list that a file has now.
fn earlier(output: Option<&Path>, format: ListFormat, language: Language) -> Result<Option<ListHead>, Failure> {
    match output.filter(|path| format == ListFormat::Md && path.is_file()) {
        Some(path) => Ok(head(&files::read(path, language)?)),
        None => Ok(None),
    }
}

/// A list as it is shown, and what became of a table that was read into it.
type ShownList = (Vec<u8>, Option<(SheetReport, Encoding)>);

/// Writes a list, with what people wrote into the one that is there; where they write at the same time, with that too.
fn write_list(
    list: &Checklist,
    (output, format): (&Path, ListFormat),
    shown: &dyn Fn(&Checklist) -> Result<ShownList, Failure>,
    (force, today): (bool, Day),
    session: &Session,
) -> Result<Option<(SheetReport, Encoding)>, Failure> {
    let language = session.failure_language();
    while matches!(format, ListFormat::Md | ListFormat::Csv | ListFormat::Xlsx) && output.is_file() {
        let old = files::bytes(output)?;
        let mut list = list.clone();
        let content = match format {
            ListFormat::Md => absorb_file(&mut list, &files::read(output, language)?, language, today),
            _ => absorb_table(&mut list, &old, language),
        };
        match content {
            FileContent::Same => {
                let (bytes, report) = shown(&list)?;
                if write::swap(output, (&old, &bytes), Some(&session.history))? {
                    return Ok(report);
                }
            }
            FileContent::NotAList => break,
            _ if force => break,
            content => return Err(other_list_refusal(output, &content, &list)),
        }
    }
    let overwrite = if force { Overwrite::Anything } else { Overwrite::Nothing };
    let (bytes, report) = shown(list)?;
    write::write(output, &bytes, overwrite, session)?;
    Ok(report)
}

/// Takes what people wrote into a Markdown list, if it is this one.
fn absorb_file(list: &mut Checklist, old: &str, language: Language, today: Day) -> FileContent {
    let content = content_of(old, list, today);
    if content == FileContent::Same {
        absorb(list, old, language);
    }
    content
}

/// Takes what people wrote into a table, if it is of this list.
fn absorb_table(list: &mut Checklist, old: &[u8], language: Language) -> FileContent {
    let Ok(sheet) = Sheet::read(old) else { return FileContent::NotAList };
    let content = sheet.content_of(list);
    if content == FileContent::Same {
        take_sheet(list, &sheet, language);
    }
    content
}

/// Whether `--from` means a table, and no day or cohort: ids and days have no such endings, and are no files.
fn is_table(from: &str) -> bool {
    let path = Path::new(from);
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    ["csv", "tsv", "txt", "xlsx", "xls", "ods"].contains(&ending.as_str()) || path.is_file()
}

fn read_table(from: &str) -> Result<Sheet, Failure> {
    let path = Path::new(from);
    Sheet::read(&files::bytes(path)?).map_err(|error| Failure::at(path, error.text()))
}

/// Shows what became of the rows of a table.
fn show_rows(report: Option<(SheetReport, Encoding)>, language: Language) {
    if let Some((report, encoding)) = report {
        render::sheet_report(&report, encoding, language).iter().for_each(|line| out::message(line));
    }
}

/// The format that was asked for: by name, by the ending of the file; else Markdown, on a screen text without its marks.
fn format(asked: &Asked, session: &Session) -> Result<ListFormat, Failure> {
    let suffix = files::target(asked.output.as_deref()).and_then(|path| path.extension()?.to_str());
    match (asked.format, suffix.map(str::to_ascii_lowercase).as_deref()) {
        (Some(format), _) => Ok(format),
        (None, None) if asked.output.is_none() && session.width().is_some() => Ok(ListFormat::Text),
        (None, None | Some("md" | "markdown")) => Ok(ListFormat::Md),
        (None, Some("txt")) => Ok(ListFormat::Text),
        (None, Some("csv")) => Ok(ListFormat::Csv),
        (None, Some("json")) => Ok(ListFormat::Json),
        (None, Some("xlsx")) => Ok(ListFormat::Xlsx),
        (None, Some("html" | "htm")) => Ok(ListFormat::Html),
        (None, Some(other)) => {
            let words = Text::new(
                "看不出 .{other} 要什么格式；后缀用 md txt csv json xlsx html，或加 --format",
                "no format has the suffix .{other}; use md, txt, csv, json, xlsx or html, or give --format",
            );
            Err(Failure::of(words, [("other", &other)]))
        }
    }
}

/// A file that holds another list: its ticks are of another day, another thing, or another community.
fn other_list_refusal(output: &Path, content: &FileContent, list: &Checklist) -> Failure {
    let called = |name: &str, of: Option<Day>| of.map_or_else(|| name.to_owned(), |of| format!("{name} {of}"));
    let file = format!("{}.md", called(&list.name, list.of).replace(' ', "-"));
    let elsewhere = Text::new("写到另一个文件，如 -o {file}", "write to another file, such as -o {file}");
    let elsewhere = Message::of(elsewhere, [("file", &file)]);
    match content {
        FileContent::Foreign(theirs) => {
            let words = Text::new("这是另一个社群（{id}）的清单", "this checklist belongs to another community ({id})");
            let ours = list.community.clone().unwrap_or_default();
            let renamed = Text::new(
                "如果只是社群改了名，把文件开头的 @{id} 改成 @{ours}",
                "if your community was renamed, change @{id} to @{ours} at the top of the file",
            );
            Failure::at(output, Message::of(words, [("id", theirs)]))
                .hint(elsewhere)
                .hint(Message::of(renamed, [("id", theirs), ("ours", &ours)]))
        }
        FileContent::Other(head) => {
            let words = Text::new("这个文件里是另一张清单（{list}）", "this file has another checklist ({list})");
            let failure =
                Failure::at(output, Message::of(words, [("list", &called(&head.name, head.of))])).hint(elsewhere);
            let update = Text::new("要更新原来那张，加 --date {of}", "to update that one, add --date {of}");
            match head.of.filter(|_| head.name == list.name) {
                Some(of) => failure.hint(Message::of(update, [("of", &of)])),
                None => failure,
            }
        }
        _ => {
            let words = Text::new(
                "这个文件里有清单的事项，但开头的标记没了，看不出是不是这张清单",
                "this file has checklist items, but the mark at its top is gone, so it may be another checklist",
            );
            let put_back = Text::new(
                "如果就是这张，在标题下面补上一行：{mark}",
                "if it is this one, put this line below its title: {mark}",
            );
            Failure::at(output, words).hint(Message::of(put_back, [("mark", &render::head_mark(list))])).hint(elsewhere)
        }
    }
}

fn shown(list: &Checklist, format: ListFormat, today: Day, language: Language) -> Result<Vec<u8>, Failure> {
    let text = match format {
        ListFormat::Md => render::checklist_markdown(list, today, language),
        ListFormat::Text => render::checklist_text(list, today, language),
        ListFormat::Csv => render::checklist_csv(list, language),
        // pages are made of more than the list
        ListFormat::Html | ListFormat::SignIn | ListFormat::Json => render::checklist_json(list),
        ListFormat::Xlsx => {
            return Ok(render::checklist_workbook(list, today, language).map_err(anyhow::Error::from)?);
        }
    };
    Ok(text.into_bytes())
}

/// A sheet to sign in on, for the date of an activity.
fn sign_in(kind: ChecklistKind, list: &Checklist, own: &OwnPages, opened: &OpenPlan) -> Result<String, Failure> {
    let ChecklistKind::Activity(at) = kind else {
        let words = Text::new("签到表是给一个活动的", "a sign-in sheet is for an activity");
        return Err(Failure::new(words).hint(Text::new(
            "写上活动，如 qun checklist salon --format sign-in",
            "name one, for example qun checklist salon --format sign-in",
        )));
    };
    let plan = &opened.reading.plan;
    let community = plan.community.name.as_deref().unwrap_or_default();
    let seats = plan.activities[at].capacity;
    Ok(render::sign_in_sheet((&list.title, community), seats, own, opened.language)?)
}

/// The plan and the list that some words mean: a file comes first, and both may be left out.
fn words(words: &[String]) -> Result<(PathBuf, Option<&str>), Failure> {
    let is_file = |word: &&String| {
        *word == "-" || word.ends_with(".toml") || (ChecklistKind::of_word(word).is_none() && Path::new(word).is_file())
    };
    let (files, lists): (Vec<&String>, Vec<&String>) = words.iter().partition(is_file);
    for many in [&files, &lists] {
        if let [_, extra, ..] = many[..] {
            let words = Text::new("一次只做一张清单；去掉“{word}”", "one checklist at a time; leave out \"{word}\"");
            return Err(Failure::of(words, [("word", extra)]));
        }
    }
    let path = files.first().map_or(plans::STANDARD, |path| path.as_str());
    Ok((PathBuf::from(path), lists.first().map(|word| word.as_str())))
}

/// The list where none is named: a community that runs already has no launch ahead.
fn usual_list(plan: &Plan, session: &Session) -> ChecklistKind {
    let has_started = plan.lifecycle.starts.is_some_and(|starts| starts < session.today(plan));
    if has_started { ChecklistKind::Weekly } else { ChecklistKind::Launch }
}

/// The day from which the list counts.
fn first_day_of(from: &str, opened: &OpenPlan, session: &Session) -> Result<Day, Failure> {
    let plan = &opened.reading.plan;
    first_day(from, plan, session.today(plan)).ok_or_else(|| {
        let words = Text::new(
            "“{from}”不是日期，也不是有开始日期的一期",
            "\"{from}\" is neither a date nor a cohort with a first day",
        );
        Failure::of(words, [("from", &from)])
    })
}

/// The role that is handed over; only a handover has one.
fn handed_over(name: &str, list: &str, opened: &OpenPlan) -> Result<usize, Failure> {
    if list_kind(list, opened)? != ChecklistKind::Handover {
        let words = Text::new("--role 只用于 handover 清单", "--role is only for the handover checklist");
        return Err(Failure::new(words));
    }
    Ok(opened.reading.plan.role_named(name)?)
}

fn list_kind(word: &str, opened: &OpenPlan) -> Result<ChecklistKind, UnknownName> {
    list_named(word, &opened.reading.plan, &opened.library, opened.language)
}

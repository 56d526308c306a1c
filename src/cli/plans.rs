//! Plans as files: opening one, finding many.

use std::borrow::Cow;
use std::path::{Component, Path, PathBuf};

use super::failure::{Failure, Message};
use super::session::Session;
use super::{files, out, readings, roster_file, write};
use crate::calendar::{Calendar, CalendarRequest, TooLarge, calendar, holidays_of_ics};
use crate::finding::{Finding, Level};
use crate::human_date;
use crate::knowledge::Holidays;
use crate::language::{Language, Text};
use crate::library::Library;
use crate::plan::{HolidayFiles, Plan, Reading, holidays_of, read};
use crate::planned::with_derived_readings;
use crate::render::calendar::View;
use crate::render::clean;
use crate::render::quoted_path;
use crate::source::{Document, Positions, Table as _, closest};
use crate::value::Day;

/// The plan where none is named.
pub(crate) use super::locale::STANDARD;

/// The word that was typed where the plan belongs: no file has its name, it looks like none, and there is a plan here.
pub(crate) fn word_for_plan(path: &Path) -> Option<&str> {
    path.to_str().filter(|_| !is_path(path) && Path::new(STANDARD).is_file())
}

/// The plan at a path; where a word was typed in its place, the one of this folder.
pub(crate) fn path_or_standard<'p>(path: &'p Path, word: Option<&str>) -> &'p Path {
    word.map_or(path, |_| Path::new(STANDARD))
}

/// Words that need no quotes, and the plan where one follows them.
pub(crate) fn words_and_plan(words: &[String]) -> (&[String], &Path) {
    match words.split_last() {
        Some((plan, words)) if !words.is_empty() && is_path(Path::new(plan)) => (words, Path::new(plan)),
        _ => (words, Path::new(STANDARD)),
    }
}

/// A name and the plan, each of which may be left out: `Dana`, `Dana club.toml`, `club.toml`, `张 三`.
/// Where it `is_named` by an option already, what was typed is the plan.
pub(crate) fn name_and_plan(words: &[String], is_named: bool) -> (Option<String>, PathBuf) {
    let (name, plan) = match words.split_last() {
        Some((plan, [])) if is_named => (&words[..0], plan.as_str()),
        // what looks like no path is a name only where there is a plan here
        Some((plan, [])) if is_path(Path::new(plan)) || !Path::new(STANDARD).is_file() => (&words[..0], plan.as_str()),
        Some((plan, name @ [_, ..])) if is_path(Path::new(plan)) => (name, plan.as_str()),
        _ => (words, STANDARD),
    };
    (Some(name.join(" ")).filter(|name| !name.is_empty()), PathBuf::from(plan))
}

/// Whether a word is a path: of a file, or like one. 12.1 and 3/15/2027 are not.
pub(crate) fn is_path(path: &Path) -> bool {
    let is_word = |part: Option<&std::ffi::OsStr>| {
        part.and_then(|part| part.to_str()).is_some_and(|part| part.starts_with(|c: char| c.is_ascii_alphabetic()))
    };
    let is_in_folder = path.components().count() > 1 && !path.starts_with("..") && is_word(path.file_name());
    path.as_os_str() == "-" || is_in_folder || is_word(path.extension()) || path.exists()
}

/// What stands in the place of a plan and is a day or a month: `qun publish december`.
pub(crate) fn date_for_plan(plan: &Path, today: Day) -> Option<&str> {
    let is_date = |word: &&str| human_date::day(word, today).is_ok() || human_date::month(word, today).is_ok();
    word_for_plan(plan).filter(is_date)
}

/// A plan that has been opened and found sound.
pub(crate) struct OpenPlan {
    pub reading: Reading,
    pub library: Library,
    pub holidays: Cow<'static, Holidays>,
    pub language: Language,
}

impl OpenPlan {
    /// Its calendar for some days; without somebody, what they would do goes to others.
    pub(crate) fn calendar(&self, from: Day, to: Day, without: Option<usize>) -> Result<Calendar<'_>, TooLarge> {
        let request = CalendarRequest { from, to, holidays: &self.holidays, without };
        calendar(&self.reading.plan, &self.reading.index, &self.library, &request)
    }

    /// A calendar of it as it is shown, in the language of the run.
    pub(crate) fn view<'a>(&'a self, calendar: &'a Calendar<'a>) -> View<'a> {
        View { language: self.language, ..View::new(&self.reading.plan, &self.reading.index, calendar) }
    }
}

/// Opens a plan from which something is to be made: its file must be sound, however many gaps it has.
pub(crate) fn open(path: &Path, session: &Session) -> Result<OpenPlan, Failure> {
    write::recover(path);
    open_text(&files::read(path, session.language())?, path, session)
}

/// The same of a text that was read before.
pub(crate) fn open_text(text: &str, path: &Path, session: &Session) -> Result<OpenPlan, Failure> {
    let library = session.library(path);
    let mut buffer = String::new();
    let document = Document::parse(text, &mut buffer);
    let mut reading = read(&document, &library);
    let language = session.set_plan_language(&reading.plan);
    refuse_broken(&reading, &document, path)?;
    reading.index.roster = roster_file::open(path, language)?;
    reading.index.readings = with_derived_readings(&reading.plan, readings::current(path, language)?);
    reading.index.holiday_files = holiday_files(&reading.plan, path, session.allows_outside)?;
    let holidays = holidays(&reading.plan, path, session.allows_outside)?;
    if reading.plan.time_zone.is_none() && session.is_to_say_utc() {
        out::message(
            Text::new(
                "计划没有写 time_zone，按 UTC 计算；用 qun set time_zone Asia/Shanghai 写上",
                "the plan has no time_zone, so UTC is used; set it with qun set time_zone Europe/London",
            )
            .get(language),
        );
    }
    Ok(OpenPlan { reading, library, holidays, language })
}

/// The same where errors are no obstacle: nothing is made from it but its next text.
pub(crate) fn open_any(text: &str, path: &Path, session: &Session) -> OpenPlan {
    let library = session.library(path);
    let mut reading = {
        let mut buffer = String::new();
        read(&Document::parse(text, &mut buffer), &library)
    };
    let language = session.set_plan_language(&reading.plan);
    reading.index.roster = roster_file::open(path, language).unwrap_or_default();
    let readings = readings::current(path, language).unwrap_or_default();
    reading.index.readings = with_derived_readings(&reading.plan, readings);
    reading.index.holiday_files = holiday_files(&reading.plan, path, session.allows_outside).unwrap_or_default();
    let none = Cow::Borrowed(Holidays::none());
    let holidays = holidays(&reading.plan, path, session.allows_outside).unwrap_or(none);
    OpenPlan { reading, library, holidays, language }
}

/// The plan of this folder, if there is one: from here on, everything is in its language.
pub(crate) fn open_here(session: &Session) -> Option<OpenPlan> {
    let path = Path::new(STANDARD);
    let text = files::read(path, session.language()).ok()?;
    Some(open_any(&text, path, session))
}

/// The language of what is about no plan in particular: that of the plan of this folder, if there is one.
pub(crate) fn language_here(session: &Session) -> Language {
    open_here(session).map_or_else(|| session.language(), |plan| plan.language)
}

/// A file with errors is refused with the first of them, at its place.
fn refuse_broken(reading: &Reading, document: &Document<'_>, path: &Path) -> Result<(), Failure> {
    let errors = reading.findings.iter().filter(|finding| finding.level == Level::Error);
    let start = |finding: &&Finding| document.locate(&finding.place).start;
    let Some(first) = errors.clone().min_by_key(start) else { return Ok(()) };
    let at = Positions::new(document.text()).at(start(&first));
    let count = errors.count();
    let what = Text::new("文件里有 {n} 处错误，先改好才能用", "the file has {n|error|errors} to fix first");
    let more = Text::new("用 qun lint {path} 看全部和怎么改", "qun lint {path} shows all of them and how to fix them");
    let path = path.display().to_string();
    let (first, place) = (first.clone(), format!("{}:{}:{}", clean(&path), at.line, at.column));
    Err(Failure::at(Path::new(&path), Message::of(what, [("n", &count)]))
        .note(Message::new(move |language| format!("{place}: {}", clean(&first.message(language)))))
        .hint(Message::of(more, [("path", &quoted_path(&path))])))
}

/// The days off that a plan asks for.
pub(crate) fn holidays(plan: &Plan, path: &Path, allows_outside: bool) -> Result<Cow<'static, Holidays>, Failure> {
    let too_many = Text::new("节日名称太多", "too many different holiday names");
    holidays_of(&plan.holiday_sources(), |name| named_file(name, path, allows_outside))?
        .ok_or_else(|| Failure::new(too_many))
}

/// The holiday files that people, places and activities of a plan name.
pub(crate) fn holiday_files(plan: &Plan, path: &Path, allows_outside: bool) -> Result<HolidayFiles, Failure> {
    let files = plan.holiday_files().into_iter();
    files.map(|name| Ok((name.to_owned(), named_file(name, path, allows_outside)?))).collect()
}

/// The holiday file that a plan names.
fn named_file(name: &str, plan: &Path, allows_outside: bool) -> Result<Holidays, Failure> {
    let folder = plan.parent().unwrap_or(Path::new(""));
    match allows_outside || is_within(folder, name) {
        true => holiday_file(&folder.join(name)),
        false => Err(Failure::at(
            &folder.join(name),
            Text::new("这个节假日文件在计划的文件夹以外", "this holiday file is outside the folder of the plan"),
        )
        .hint(Text::new(
            "放到计划旁边；确实要用那里的，加 --allow-outside",
            "put it beside the plan, or allow it with --allow-outside",
        ))),
    }
}

/// Whether a file that a plan names is in the folder of the plan, and no link leads out of it.
fn is_within(folder: &Path, name: &str) -> bool {
    let stays = Path::new(name).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    let real = |path: &Path| std::fs::canonicalize(if path.as_os_str().is_empty() { Path::new(".") } else { path });
    let leads_out =
        || real(folder).is_ok_and(|here| real(&folder.join(name)).is_ok_and(|file| !file.starts_with(here)));
    stays && !leads_out()
}

/// A file of days off: iCalendar by its ending or its first line, else our CSV. Of bad lines the first few are shown.
fn holiday_file(file: &Path) -> Result<Holidays, Failure> {
    const SHOWN: usize = 5;
    if !file.exists() {
        let what = Text::new("找不到这个节假日文件", "there is no such holiday file");
        return Err(Failure::at(file, what).hint(Text::new(
            "holidays 写国家代码（如 CN、US、DE-BY）、none，或计划旁边的 .csv、.ics 文件",
            "holidays can be a country such as US or DE-BY, none, or a .csv or .ics file beside the plan",
        )));
    }
    if !file.is_file() {
        return Err(Failure::at(file, Text::new("这不是一个文件", "this is not a file")));
    }
    let text = files::read(file, Language::En)?;
    let is_ics = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ics"))
        || text.trim_start_matches('\u{feff}').starts_with("BEGIN:VCALENDAR");
    let parsed = if is_ics { holidays_of_ics(&text) } else { Holidays::parse_csv(&text) };
    parsed.map_err(|lines| {
        let what = Text::new("节假日文件有读不懂的行", "the holiday file has lines that cannot be read");
        let mut failure = Failure::at(file, what);
        for bad in lines.iter().take(SHOWN) {
            let (line, problem) = (bad.line, bad.problem);
            let words = Text::new("第 {line} 行：{problem}", "line {line}: {problem}");
            failure = failure.note(Message::new(move |language| {
                words.fill(language, |name| {
                    Some(if name == "line" { line.to_string() } else { problem.get(language).to_owned() })
                })
            }));
        }
        match lines.len().saturating_sub(SHOWN) {
            0 => failure,
            more => failure.note(Message::of(Text::new("还有 {n} 行", "and {n|more line|more lines}"), [("n", &more)])),
        }
    })
}

/// The plans that are meant by some paths: a folder means its `*.toml` with a `[community]` table, at any depth,
/// .gitignore respected. Returns the plans in order, and how many other TOML files there were.
pub(crate) fn find(paths: &[PathBuf]) -> (Vec<PathBuf>, usize) {
    let mut plans = Vec::new();
    let mut others = 0;
    for path in paths {
        if !path.is_dir() {
            plans.push(path.clone());
            continue;
        }
        let mut found: Vec<PathBuf> = ignore::WalkBuilder::new(path)
            .build()
            .filter_map(Result::ok)
            .map(ignore::DirEntry::into_path)
            .filter(|path| path.extension().is_some_and(|ending| ending == "toml") && path.is_file())
            .collect();
        found.sort();
        for file in found {
            if is_plan(&file) {
                plans.push(file);
            } else {
                others += 1;
            }
        }
    }
    (plans, others)
}

/// Whether a file is a plan, judged by its `[community]` table, or a misspelt one; lint reports a file that
/// cannot be read at all.
fn is_plan(path: &Path) -> bool {
    let Ok(bytes) = std::fs::read(path) else { return true };
    let Ok(text) = crate::source::decode(&bytes) else { return true };
    let begins = |line: &str| {
        let line = line.trim_start_matches(['\u{feff}', ' ', '\t']);
        line.starts_with("[community]") || line.starts_with("[community.") || line.starts_with("community")
    };
    // a typo, where other tables are those of a plan
    let is_meant = |name: &str| name.len() >= SLIP && closest(name, std::iter::once("community")).is_some();
    let headers = || text.lines().filter_map(|line| line.trim().strip_prefix('[')).filter_map(header);
    text.lines().any(begins)
        || headers().any(is_meant) && headers().any(|name| Plan::TABLE.keys.iter().any(|info| info.key == name))
}

/// Letters that a misspelt `community` has at least.
const SLIP: usize = 6;

/// The name of a table, from what follows its first bracket.
fn header(line: &str) -> Option<&str> {
    line.trim_start_matches('[').split([']', '.']).next().map(str::trim)
}

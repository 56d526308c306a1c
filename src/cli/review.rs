//! `qun review`: what was planned and what happened, and what to stop, change and try.

use std::path::Path;

use super::args::{Review, ReviewFormat};
use super::edit::{self, Draft};
use super::exit::DONE;
use super::failure::{Failure, Message};
use super::session::Session;
use super::{dates, deliver, exports, files, out, readings_file};
use crate::language::{Language, Text};
use crate::planned::with_derived_readings;
use crate::planned::{ReviewedPlan, review_input};
use crate::records::{CurrentReadings, read_readings};
use crate::render::{
    ReviewView, SqlRequest, review_csv, review_html, review_json, review_markdown, review_sql, review_text, review_xlsx,
};
use crate::review::{ReviewInput, review};
use crate::source::Suggestion;
use crate::value::{Day, DayWindow, Month};

mod decide;

/// In the first days of a month, the month before is the one to look at.
const FIRST_DAYS: i32 = 7;

/// How wide text is where no terminal shows it.
const PIPE: usize = 120;

pub(crate) fn run(asked: &Review, session: &Session) -> Result<u8, Failure> {
    let draft = edit::open(&asked.plan, session)?;
    let (plan, language) = (&draft.opened.reading.plan, draft.opened.language);
    let window = window(asked, draft.today, language)?;
    if let Some(engine) = asked.sql {
        let (id, zone) = (plan.id(), plan.time_zone.as_ref().and_then(|zone| zone.0.iana_name()).unwrap_or("UTC"));
        let sql = review_sql(&SqlRequest { engine, community: id.as_str(), zone, window, language });
        match files::target(asked.output.as_deref()) {
            Some(path) => deliver::to_file(path, &sql, asked.force, language, session)?,
            None => out::data(&sql),
        }
        return Ok(DONE);
    }
    let readings = with_derived_readings(plan, readings(&asked.plan, language)?);
    let (events, counted) = match asked.from.as_slice() {
        [] => (None, None),
        paths => {
            let (events, counted) = exports::count(paths, plan, (asked.dates, &asked.same), language)?;
            (events, Some(counted))
        }
    };
    let mut input = review_input(&reviewed(&draft), window, &readings)?;
    if let Some(name) = &asked.experiment {
        input = only_experiment(input, name, &draft)?;
    }
    let result = review(&input, &readings, events.as_ref());
    let data = &plan.rules.data;
    let view = ReviewView {
        name: plan.community.name.as_deref().unwrap_or_default(),
        review: &result,
        exports: counted.as_ref(),
        purpose: (data.purpose.as_deref(), data.keep),
        today: draft.today,
        language,
    };
    if let Some(which) = &asked.decide {
        let of_today = plan.decisions.iter().filter(|decision| decision.decided == Some(draft.today)).count();
        let id = format!("{}-{}", draft.today, of_today + 1);
        return decide::run((which, id), &view, asked, session);
    }
    show(&view, asked, session)?;
    Ok(DONE)
}

/// The plan as a review looks at it.
pub(crate) fn reviewed(draft: &Draft) -> ReviewedPlan<'_> {
    let opened = &draft.opened;
    ReviewedPlan {
        plan: &opened.reading.plan,
        index: &opened.reading.index,
        library: &opened.library,
        holidays: &opened.holidays,
        today: draft.today,
        language: opened.language,
    }
}

/// The readings beside a plan; what of them cannot be read is counted.
fn readings(plan: &Path, language: Language) -> Result<CurrentReadings, Failure> {
    let Some(path) = readings_file::path_of(plan) else { return Ok(CurrentReadings::default()) };
    let read = read_readings(readings_file::read(&path, language)?.as_deref().unwrap_or_default());
    if !read.findings.is_empty() {
        let words = Text::new("{path} 里有 {n} 处要看一看：qun lint", "{path} has {n|problem|problems}: see qun lint");
        out::message(&words.fill(language, |name| {
            Some(if name == "n" { read.findings.len().to_string() } else { path.display().to_string() })
        }));
    }
    Ok(read.current())
}

/// The days to look at: those that were asked for, else this month, in its first days the one before.
fn window(asked: &Review, today: Day, language: Language) -> Result<DayWindow, Failure> {
    if let Some(month) = &asked.month {
        return Ok(DayWindow::month(past_month(month, dates::month(month, today, language)?, today)));
    }
    let day = |typed: &Option<String>| typed.as_deref().map(|typed| dates::day(typed, today, language)).transpose();
    let (since, until) = (day(&asked.since)?, day(&asked.until)?);
    if since.is_none() && until.is_none() {
        let (_, _, of_month) = today.ymd();
        let month = if of_month <= FIRST_DAYS { today.plus(-of_month).month() } else { today.month() };
        return Ok(DayWindow::month(month));
    }
    let until = until.unwrap_or_else(|| today.max(since.unwrap_or(today)));
    let since = since.unwrap_or_else(|| until.month().first());
    DayWindow::new(since, until).ok_or_else(|| {
        let words = Text::new("结束的日子 {to} 在开始 {from} 之前", "the end {to} comes before the start {from}");
        Failure::of(words, [("from", &since), ("to", &until)])
    })
}

/// What happened lies behind: a month without its year is the last one of that name, unless the next one is asked for.
fn past_month(typed: &str, meant: Month, today: Day) -> Month {
    let has_year = typed.chars().filter(|c| c.is_numeric()).count() >= 4;
    let is_relative = ["next", "下个月", "下月"].contains(&typed.trim().to_lowercase().as_str());
    if meant > today.month() && !has_year && !is_relative { Month(meant.0 - 12) } else { meant }
}

/// The review of one experiment, and nothing else.
fn only_experiment(input: ReviewInput, name: &str, draft: &Draft) -> Result<ReviewInput, Failure> {
    let meant: Vec<_> = input.experiments.iter().filter(|test| test.id == name).cloned().collect();
    if !meant.is_empty() {
        return Ok(ReviewInput {
            goals: Vec::new(),
            events: Vec::new(),
            tasks: crate::review::TaskInput::default(),
            experiments: meant,
            decisions: Vec::new(),
            money: None,
            ..input
        });
    }
    let plan = &draft.opened.reading.plan;
    let is_there = plan.experiments.iter().any(|test| test.id.as_ref().is_some_and(|id| id.as_str() == name));
    if is_there {
        let words = Text::new(
            "测试“{name}”还没写开始和结束的日子",
            "\"{name}\" needs its first and last day before it can be judged",
        );
        let hint = Text::new("qun set experiments.{name}.until 日期", "qun set experiments.{name}.until DATE");
        return Err(Failure::of(words, [("name", &name)]).hint(Message::of(hint, [("name", &name)])));
    }
    let words = Text::new("没有叫“{name}”的测试", "there is no test \"{name}\"");
    let known: Vec<String> = plan.experiments.iter().filter_map(|test| Some(test.id.as_ref()?.to_string())).collect();
    let failure = Failure::of(words, [("name", &name)]);
    Err(if known.is_empty() { failure } else { failure.suggest(Suggestion::Near(known)) })
}

fn show(view: &ReviewView<'_>, asked: &Review, session: &Session) -> Result<(), Failure> {
    let text = match format(asked)? {
        ReviewFormat::Text => review_text(view, session.width().unwrap_or(PIPE)),
        ReviewFormat::Md => review_markdown(view),
        ReviewFormat::Json => review_json(view),
        ReviewFormat::Csv => review_csv(view),
        ReviewFormat::Html => {
            let page = review_html(view, &session.page_templates(&asked.plan))?;
            return show_bytes(page.as_bytes(), asked, view.language, session);
        }
        ReviewFormat::Xlsx => {
            let book = review_xlsx(view).map_err(anyhow::Error::from)?;
            return show_bytes(&book, asked, view.language, session);
        }
    };
    match files::target(asked.output.as_deref()) {
        Some(_) => {
            show_bytes(anstream::adapter::strip_str(&text).to_string().as_bytes(), asked, view.language, session)
        }
        None => {
            out::styled(&text);
            Ok(())
        }
    }
}

/// What is no text in columns: as it is, to its file or to another program.
fn show_bytes(bytes: &[u8], asked: &Review, language: Language, session: &Session) -> Result<(), Failure> {
    match files::target(asked.output.as_deref()) {
        Some(path) => Ok(deliver::to_file(path, bytes, asked.force, language, session)?),
        None => match std::str::from_utf8(bytes) {
            Ok(page) => {
                out::data(page);
                Ok(())
            }
            Err(_) => deliver::to_output(bytes),
        },
    }
}

/// The format that was asked for: by name, by the ending of the file, else text.
fn format(asked: &Review) -> Result<ReviewFormat, Failure> {
    let of_ending = |path: &Path| {
        let ending = path.extension()?.to_str()?.to_lowercase();
        Some(match ending.as_str() {
            "txt" => ReviewFormat::Text,
            "md" => ReviewFormat::Md,
            "json" => ReviewFormat::Json,
            "csv" => ReviewFormat::Csv,
            "html" | "htm" => ReviewFormat::Html,
            "xlsx" => ReviewFormat::Xlsx,
            _ => return None,
        })
    };
    match (asked.format, files::target(asked.output.as_deref())) {
        (Some(format), _) => Ok(format),
        (None, None) => Ok(ReviewFormat::Text),
        (None, Some(path)) => of_ending(path).ok_or_else(|| {
            let words = Text::new("{path} 的后缀看不出是什么格式", "the suffix of {path} names no format");
            Failure::of(words, [("path", &path.display())]).hint(Text::new(
                "用 --format 选一种：text md json csv html xlsx",
                "choose one with --format: text md json csv html xlsx",
            ))
        }),
    }
}

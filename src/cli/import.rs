//! `qun import`: tables and calendars of other programs → items of the plan. Shows what it understood as a diff, asks what
//! is left, and writes only what was shown.

mod ask;
pub(super) mod source;

use std::path::{Path, PathBuf};

use super::args::{Import as Asked, TextOrJson};
use super::edit::{self, ATTEMPTS, Draft, changing};
use super::exit::{DONE, INTERRUPTED};
use super::failure::Failure;
use super::session::Session;
use super::{out, plans, prompt, write};
use crate::amend::{Amendment, Import, NameDecisions};
use crate::import::{ImportProblem, Imported};
use crate::language::{Language, Text};
use crate::render::{clean, diff, impact_json, import_json, import_problems, import_summary};
use source::ImportSource;

const LEFT: Text = Text::new("什么都没有写入。", "Nothing was written.");

pub(crate) fn run(asked: &Asked, session: &Session) -> Result<u8, Failure> {
    let (files, plan) = files_and_plan(&asked.files);
    let mut sources = files.iter().map(|file| ImportSource::read(file, asked.dates)).collect::<Result<Vec<_>, _>>()?;
    let can_ask = !asked.yes && !asked.dry_run && asked.format == TextOrJson::Text && prompt::can_ask();
    let mut decisions: Option<NameDecisions> = None;
    let mut is_agreed = asked.yes;
    for _ in 0..ATTEMPTS {
        let draft = edit::open(plan, session)?;
        let language = draft.opened.language;
        if decisions.is_none() && can_ask && ask::correct(&mut sources, draft.today, language)?.is_none() {
            return Ok(left(language));
        }
        let Imported { items, problems } = source::imported(&sources, draft.today);
        if items.is_empty() {
            import_problems(&problems, language).iter().for_each(|line| out::message(line));
            let words =
                Text::new("没有读出活动、内容、成员、渠道或期", "found no activity, post, person, channel or cohort");
            let hint = Text::new(
                "表格要有一行列名，如 日期、时间、主题、负责人",
                "a table needs a row of column names, such as Date, Time, Topic, Owner",
            );
            return Err(Failure::new(words).hint(hint));
        }
        if decisions.is_none() {
            let missing = Import { items: &items, decisions: NameDecisions::new() }.missing_names(&draft.now())?;
            let decided = if can_ask { ask::decide(&missing, language)? } else { Some(NameDecisions::new()) };
            let Some(decided) = decided else { return Ok(left(language)) };
            decisions = Some(decided);
        }
        let import = Import { items: &items, decisions: decisions.clone().unwrap_or_default() };
        let amendment = draft.amend(import)?;
        let all: Vec<ImportProblem> = problems.into_iter().chain(amendment.effect()?.left_out).collect();
        if asked.format == TextOrJson::Text {
            show(&amendment, &all, (plan, asked.dry_run), &sources, language)?;
        }
        if !asked.dry_run && !amendment.edits.is_empty() {
            if !is_agreed {
                match agreed(can_ask, language)? {
                    true => is_agreed = true,
                    false => return Ok(left(language)),
                }
            }
            if !edit::write_past(plan, &draft.text, &amendment, session)?
                || !write::replace(plan, &draft.text, &amendment.text, session)?
            {
                continue;
            }
        }
        finish(asked, &draft, &amendment, &all, language)?;
        return Ok(DONE);
    }
    Err(changing(plan))
}

/// The files that are read, and the plan: the last one where it ends in `.toml`, else the one of this folder.
fn files_and_plan(words: &[PathBuf]) -> (&[PathBuf], &Path) {
    match words {
        [files @ .., plan] if !files.is_empty() && plan.extension().is_some_and(|ending| ending == "toml") => {
            (files, plan)
        }
        files => (files, Path::new(plans::STANDARD)),
    }
}

fn left(language: Language) -> u8 {
    out::message(LEFT.get(language));
    INTERRUPTED
}

/// Whether it is to be written.
fn agreed(can_ask: bool, language: Language) -> Result<bool, Failure> {
    if !can_ask {
        let words = Text::new("没有终端可以问，没有写入", "there is no terminal to ask on; nothing was written");
        let hint = Text::new("加 --yes 写入，或加 --dry-run 只看", "add --yes to write, or --dry-run to look only");
        return Err(Failure::new(words).hint(hint));
    }
    let answer = prompt::yes(Text::new("写进计划吗？", "Write it into the plan?").get(language), LEFT, true, language)?;
    Ok(answer == Some(true))
}

/// The diff, what is added, and what was not understood.
fn show(
    amendment: &Amendment<'_, Import<'_>>,
    problems: &[ImportProblem],
    (plan, is_dry): (&Path, bool),
    sources: &[ImportSource],
    language: Language,
) -> Result<(), Failure> {
    sources.iter().filter_map(|source| source.read_as(language)).for_each(|line| out::message(&line));
    let text = diff(&plan.display().to_string(), amendment.before().text, &amendment.text);
    match is_dry {
        true => out::styled(&text),
        false if !text.is_empty() => out::message(text.trim_end()),
        false => {}
    }
    edit::show_lines(&import_summary(&amendment.effect()?, language));
    if !problems.is_empty() {
        let words = Text::new("请看一下（{n} 处）：", "please check ({n}):");
        out::message(&words.fill(language, |_| Some(problems.len().to_string())));
        let lines: Vec<String> = import_problems(problems, language).iter().map(|line| format!("  · {line}")).collect();
        edit::show_lines(&lines);
    }
    Ok(())
}

/// What it did, once it is written or was only to be looked at.
fn finish(
    asked: &Asked,
    draft: &Draft,
    amendment: &Amendment<'_, Import<'_>>,
    problems: &[ImportProblem],
    language: Language,
) -> Result<(), Failure> {
    let effect = amendment.effect()?;
    let is_written = !asked.dry_run;
    if asked.format == TextOrJson::Json {
        let after = amendment.after().reading;
        let done = (is_written, amendment.past);
        let calendar = impact_json((&draft.opened.reading, after), &amendment.difference(), done, language);
        out::data(&import_json(&effect, amendment.request.items, problems, (is_written, &calendar), language));
        return Ok(());
    }
    if amendment.edits.is_empty() {
        out::message(
            Text::new("计划里都已经有了，没有改动", "the plan has all of it already; nothing changed").get(language),
        );
        return Ok(());
    }
    edit::show_impact(amendment, &effect.impact, language);
    if is_written {
        let words = Text::new("已写入；qun undo 撤销", "written; qun undo takes it back");
        out::message(&clean(words.get(language)));
    }
    Ok(())
}

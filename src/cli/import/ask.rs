//! What is asked before an import: cells that were not understood, and names that the plan does not have.

use super::source::ImportSource;
use crate::amend::{MissingName, NameDecision, NameDecisions};
use crate::cli::failure::Failure;
use crate::cli::{out, prompt};
use crate::import::ImportProblem;
use crate::language::{Language, Text};
use crate::render::{clean, import_problem, missing_name};
use crate::value::Day;

/// More cells than these are listed and not asked about.
const MOST_CELLS: usize = 10;
/// More names than these are asked about at once.
const MOST_NAMES: usize = 12;

const SKIPPED: Text = Text::new("没有收进来", "left out");
const STOPPED: Text = Text::new("已停下，什么都没有写。", "Stopped; nothing was written.");

/// Lets cells that were not understood be written otherwise; nothing where the user left.
pub(super) fn correct(sources: &mut [ImportSource], today: Day, language: Language) -> Result<Option<()>, Failure> {
    for source in sources {
        let mut asked: Vec<ImportProblem> = Vec::new();
        loop {
            let problems = source.problems(today);
            let is_open = |problem: &&ImportProblem| problem.column.is_some() && !asked.contains(problem);
            let open: Vec<&ImportProblem> = problems.iter().filter(is_open).collect();
            let Some(problem) = open.first().filter(|_| open.len() <= MOST_CELLS) else { break };
            out::message(&prompt::fit(&import_problem(problem, language), 2));
            let question = Text::new("换个写法（回车：不收）：", "write it another way (Enter leaves it out):");
            match prompt::text(question, SKIPPED, language)? {
                Some(text) if source.correct(problem, &text) => {}
                _ => asked.push((*problem).clone()),
            }
        }
    }
    Ok(Some(()))
}

/// What is to be done with each name that the plan does not have; nothing where the user left.
pub(super) fn decide(missing: &[MissingName], language: Language) -> Result<Option<NameDecisions>, Failure> {
    let mut decisions = NameDecisions::new();
    if missing.len() > MOST_NAMES {
        missing.iter().for_each(|name| out::message(&missing_name(name, language)));
        let words = Text::new("都加进计划吗？", "Add all of them to the plan?");
        let Some(is_to_add) = prompt::yes(words.get(language), STOPPED, true, language)? else { return Ok(None) };
        if !is_to_add {
            decisions.extend(missing.iter().map(|name| ((name.of, name.name.clone()), NameDecision::LeaveOut)));
        }
        return Ok(Some(decisions));
    }
    for name in missing {
        out::message(&missing_name(name, language));
        let same = Text::new("就是{near}", "it is {near}");
        let near = name.near.iter().map(|near| same.fill(language, |_| Some(clean(near))));
        let leave = Text::new("不收", "leave it out").get(language).to_owned();
        let add = Text::new("加进计划", "add it to the plan").get(language).to_owned();
        let items: Vec<String> = near.chain([leave, add]).collect();
        let Some(chosen) = prompt::one(&items, STOPPED, language)? else { return Ok(None) };
        let decision = match name.near.get(chosen) {
            Some(near) => NameDecision::Same(near.clone()),
            None if chosen == name.near.len() => NameDecision::LeaveOut,
            None => NameDecision::Add,
        };
        decisions.insert((name.of, name.name.clone()), decision);
    }
    Ok(Some(decisions))
}

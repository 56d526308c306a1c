//! `qun copy`: a new community out of a plan, once its model works and there is a team for it.

use std::io::IsTerminal;

use super::args::Copy as Asked;
use super::edit::Draft;
use super::exit::{DONE, INTERRUPTED};
use super::failure::{Failure, Message};
use super::files;
use super::session::Session;
use super::write::{self, Overwrite};
use super::{dates, edit, out, prompt};
use crate::amend::{Gate, NewCommunity};
use crate::language::Text;
use crate::planned::{is_reached, latest_reading, proving_goal};
use crate::render::{clean, copied};

const LEFT: Text = Text::new("没有复制", "nothing was copied");

const fn flag(gate: Gate) -> &'static str {
    match gate {
        Gate::Proven => "--proven",
        Gate::Team => "--team",
    }
}

const fn question(gate: Gate) -> Text {
    match gate {
        Gate::Proven => Text::new(
            "模式在一个群里跑通了吗？比如目标达到了，留存稳定。",
            "Does the model work in one group? For example, goals are met and members stay.",
        ),
        Gate::Team => Text::new(
            "有人能带新群吗？最好是懂这套文化的分化者。",
            "Is there a team to run the new group? Best are successors, who know how things are done here.",
        ),
    }
}

pub(crate) fn run(asked: &Asked, session: &Session) -> Result<u8, Failure> {
    let draft = edit::open(&asked.plan, session)?;
    let (plan, language) = (&draft.opened.reading.plan, draft.opened.language);
    let starts = dates::day(&asked.starts, draft.today, language)?;
    let new = NewCommunity::new(plan, &asked.name, starts)?;
    let output = files::target(asked.output.as_deref());
    if let Some(path) = output.filter(|path| path.exists() && !asked.force) {
        return Err(write::exists(path));
    }
    for (gate, given) in Gate::ALL.into_iter().zip([asked.proven, asked.team]) {
        match is_open(gate, given, &draft)? {
            Some(true) => {}
            Some(false) => return Err(gate.refusal().into()),
            None => {
                out::message(LEFT.get(language));
                return Ok(INTERRUPTED);
            }
        }
    }
    let amendment = draft.amend(new)?;
    match output {
        None => out::data(&amendment.text),
        Some(path) => {
            let overwrite = if asked.force { Overwrite::Anything } else { Overwrite::Nothing };
            write::write(path, &amendment.text, overwrite, session)?;
        }
    }
    let effect = amendment.effect()?;
    out::message(&copied(&effect, output.map(|path| path.display().to_string()).as_deref(), language));
    Ok(DONE)
}

/// Whether a gate is open: by its flag, by what was recorded, or by asking; none when the question was left.
fn is_open(gate: Gate, given: Option<bool>, draft: &Draft) -> Result<Option<bool>, Failure> {
    let (plan, language) = (&draft.opened.reading.plan, draft.opened.language);
    let recorded = if gate == Gate::Proven { proof(draft) } else { None };
    if let Some((_, shown)) = &recorded {
        out::message(&prompt::fit(&clean(shown), 0));
    }
    if given.is_some() {
        return Ok(given);
    }
    if let Some((is_reached, _)) = recorded {
        return Ok(Some(is_reached));
    }
    let question = question(gate);
    if !std::io::stdin().is_terminal() || !std::io::stderr().is_terminal() {
        let words = Text::new(
            "这里不是终端，没法提问；用 --proven yes --team yes 回答这两问",
            "without a terminal nothing can be asked; answer both questions with --proven yes --team yes",
        );
        let flag = flag(gate);
        let note = move |language| format!("{flag}: {}", question.get(language));
        return Err(Failure::new(words).note(Message::new(note)));
    }
    if let Some(note) = gate.note(plan) {
        let words = Text::new("计划里写着：{note}", "The plan says: {note}");
        out::message(&prompt::fit(&words.fill(language, |_| Some(clean(&note))), 0));
    }
    prompt::yes(question.get(language), LEFT, false, language)
}

/// Whether what was recorded reaches the goal that proves the model, with how it is shown; none without a reading.
fn proof(draft: &Draft) -> Option<(bool, String)> {
    let reading = &draft.opened.reading;
    let (goal, readings) = (proving_goal(&reading.plan)?, &reading.index.readings);
    let is_reached = is_reached(goal, readings, draft.today)?;
    let latest = latest_reading(goal, readings, draft.today)?;
    let (value, unit) = latest.value.cells();
    let words = match is_reached {
        true => Text::new(
            "“{goal}”：{day} 记下 {value}，目标 {target}，达到了。",
            "\"{goal}\": {value} recorded on {day}, target {target}: reached.",
        ),
        false => Text::new(
            "“{goal}”：{day} 记下 {value}，目标 {target}，还没达到。",
            "\"{goal}\": {value} recorded on {day}, target {target}: not reached yet.",
        ),
    };
    let shown = words.fill(draft.opened.language, |name| {
        Some(match name {
            "goal" => goal.objective.clone().or_else(|| Some(goal.id.as_ref()?.to_string())).unwrap_or_default(),
            "day" => latest.window.last.to_string(),
            "value" => format!("{value}{unit}"),
            _ => goal.target.clone().unwrap_or_default(),
        })
    });
    Some((is_reached, shown))
}

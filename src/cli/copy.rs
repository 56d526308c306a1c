//! `qun copy`: a new community out of a plan, once its model works and there is a team for it.

use super::args::Copy as Asked;
use super::edit::Draft;
use super::exit::{DONE, INTERRUPTED};
use super::failure::Failure;
use super::files;
use super::session::Session;
use super::write::{self, Overwrite};
use super::{dates, edit, out, plans, prompt};
use crate::amend::{Gate, NewCommunity};
use crate::language::{Language, Text};
use crate::plan::Plan;
use crate::planned::{is_reached, latest_reading, proving_goal};
use crate::render::{clean, copied};

const LEFT: Text = Text::new("没有复制", "nothing was copied");

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

fn left(language: Language) -> u8 {
    out::message(LEFT.get(language));
    INTERRUPTED
}

pub(crate) fn run(asked: &Asked, session: &Session) -> Result<u8, Failure> {
    // qun copy --name North --starts Feb 2027 club.toml
    let (starts, plan) = match plans::words_and_plan(&asked.starts) {
        (words, plan) if words.len() < asked.starts.len() => (words, plan),
        (words, _) => (words, asked.plan.as_path()),
    };
    let draft = edit::open(plan, session)?;
    let (plan, language) = (&draft.opened.reading.plan, draft.opened.language);
    let name = Text::new("新群叫什么？", "What is the new community called?");
    let Some(name) = typed(asked.name.clone(), ("--name", name), language)? else { return Ok(left(language)) };
    let starts = (!starts.is_empty()).then(|| starts.join(" "));
    let when =
        Text::new("从哪天开始？如 2027-02-01、2027年2月", "When does it start? For example 2027-02-01 or Feb 2027");
    let Some(starts) = typed(starts, ("--starts", when), language)? else { return Ok(left(language)) };
    let starts = dates::first_day(&starts, draft.today, language)?;
    let new = NewCommunity::new(plan, &name, starts)?;
    let output = files::target(asked.output.as_deref());
    if let Some(path) = output.filter(|path| path.exists() && !asked.force) {
        return Err(write::exists(path));
    }
    for (gate, given) in Gate::ALL.into_iter().zip([asked.proven, asked.team]) {
        match answer(gate, given, &draft) {
            Some(true) => {}
            Some(false) => return Err(gate.refusal().into()),
            None => advise(gate, plan, language),
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

/// Whether a gate is open: by its flag, or by what was recorded; none where nobody has said.
fn answer(gate: Gate, given: Option<bool>, draft: &Draft) -> Option<bool> {
    let recorded = if gate == Gate::Proven { proof(draft) } else { None };
    if let Some((_, shown)) = &recorded {
        out::message(&prompt::fit(&clean(shown), 0));
    }
    given.or_else(|| recorded.map(|(is_reached, _)| is_reached))
}

/// Shows what is worth knowing before a plan is copied, where nobody has answered it.
fn advise(gate: Gate, plan: &Plan, language: Language) {
    let question = question(gate).get(language);
    let words = Text::new("复制前想一想：{question}", "Worth checking first: {question}");
    out::message(&prompt::fit(&words.fill(language, |_| Some(question.to_owned())), 0));
    if let Some(note) = gate.note(plan) {
        let words = Text::new("计划里写着：{note}", "The plan says: {note}");
        out::message(&prompt::fit(&words.fill(language, |_| Some(clean(&note))), 0));
    }
}

/// What was typed behind an option, or is typed now; none where the question was left.
fn typed(
    given: Option<String>,
    (flag, words): (&'static str, Text),
    language: Language,
) -> Result<Option<String>, Failure> {
    if given.is_some() {
        return Ok(given);
    }
    if !prompt::can_ask() {
        let missing = Text::new("还缺 {flag}", "{flag} is missing");
        let example = Text::new(
            "例如 qun copy --name 二群 --starts 2027年2月 -o second.toml",
            "for example: qun copy --name \"Second club\" --starts \"Feb 2027\" -o second.toml",
        );
        return Err(Failure::of(missing, [("flag", &flag)]).hint(example));
    }
    prompt::text(words, LEFT, language)
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

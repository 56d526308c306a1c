//! `qun copy`: a new community out of a plan, once its model is proven and there is a team for it.

use std::io::IsTerminal;

use anyhow::anyhow;

use super::args::Copy;
use super::edit;
use super::exit::{DONE, INTERRUPTED};
use super::files::{self, Over};
use super::session::Session;
use super::{dates, out, prompt};
use crate::amend::Snapshot;
use crate::finding::Level;
use crate::interview::{CommunityCopy, copied};
use crate::language::{Language, Text};
use crate::plan::Plan;
use crate::render::clean;

const LEFT: Text = Text::new("没有复制", "nothing was copied");

/// What must be so before a community is copied.
struct Gate {
    flag: &'static str,
    question: Text,
    refusal: Text,
}

const PROVEN: Gate = Gate {
    flag: "--proven",
    question: Text::new(
        "模式在一个群里跑通了吗？比如目标达到了，留存稳定。",
        "Is the model proven in one group? Its goals are met, say, and members stay.",
    ),
    refusal: Text::new(
        "模式还没跑通：先在一个群里跑通，再复制。用 qun lint --coverage 看还差什么",
        "the model is not proven yet: prove it in one group first, then copy it. See what is missing with qun lint --coverage",
    ),
};

const TEAM: Gate = Gate {
    flag: "--team",
    question: Text::new(
        "有人能带新群吗？最好是懂这套文化的分化者。",
        "Is there a team to run the new one? Successors who know how things are done here are best.",
    ),
    refusal: Text::new(
        "还没有人带新群：先从老成员里找到分化者，再复制",
        "there is no team for it yet: find successors among the members first, then copy it",
    ),
};

pub(crate) fn run(asked: &Copy, session: &Session) -> anyhow::Result<u8> {
    let before = edit::open(&asked.plan, session)?;
    let language = before.opened.language;
    let name = asked.name.trim();
    let old = before.opened.reading.plan.community.name.as_deref();
    if name.is_empty() || old == Some(name) {
        let words = Text::new("新群要有自己的名字：--name", "the new community wants a name of its own: --name");
        return Err(anyhow!(words.get(language)));
    }
    let output = files::target(asked.output.as_deref());
    if let Some(path) = output.filter(|path| path.exists() && !asked.force) {
        let words = Text::new("{path} 已经存在；要覆盖请加 --force", "{path} exists; give --force to overwrite it");
        return Err(anyhow!(words.fill(language, |_| Some(path.display().to_string()))));
    }
    let plan = &before.opened.reading.plan;
    for (gate, given) in [(PROVEN, asked.proven), (TEAM, asked.team)] {
        match passes(&gate, given, plan, language)? {
            Some(true) => {}
            Some(false) => return Err(anyhow!(gate.refusal.get(language))),
            None => {
                out::talk(LEFT.get(language));
                return Ok(INTERRUPTED);
            }
        }
    }
    let starts = dates::day(&asked.starts, session.today(plan), language)?;
    let copied = copied(&before.text, &before.opened.library, name, starts);
    let amendment = before.amend(copied.clone())?;
    let after = amendment.after();
    match output {
        None => out::data(after.text),
        Some(path) => {
            let over = if asked.force { Over::Anything } else { Over::Nothing };
            files::write(path, after.text, over, language)?;
        }
    }
    if plan.lifecycle.starts.is_none() {
        let words =
            Text::new("老计划没有写第一天，所以日期没有移动", "the old plan has no first day, so no date was moved");
        out::talk(words.get(language));
    }
    tell(asked, &copied, &after, language);
    Ok(DONE)
}

/// Whether a gate is passed, by its flag or by asking; none when the question was left.
fn passes(gate: &Gate, given: Option<bool>, plan: &Plan, language: Language) -> anyhow::Result<Option<bool>> {
    if given.is_some() {
        return Ok(given);
    }
    let question = gate.question.get(language);
    if !std::io::stdin().is_terminal() || !std::io::stderr().is_terminal() {
        let words = Text::new(
            "这里不是终端，没法提问；用 --proven yes --team yes 回答这两问",
            "this is no terminal, so nothing can be asked; answer both questions with --proven yes --team yes",
        );
        return Err(anyhow!("{}: {question}", gate.flag).context(words.get(language)));
    }
    let copy = &plan.growth.copy;
    let proof = || {
        let named = copy.proof.as_ref()?.as_str();
        let goal = plan.goals.iter().find(|goal| goal.id.as_ref().is_some_and(|id| id.as_str() == named))?;
        let parts = [&goal.objective, &goal.target].map(|part| part.as_deref().unwrap_or("?"));
        Some(parts.join(" → "))
    };
    let noted = if gate.flag == PROVEN.flag { proof() } else { copy.able.clone() };
    if let Some(noted) = noted {
        let words = Text::new("计划里写着：{noted}", "The plan says: {noted}");
        out::talk(&prompt::fit(&words.fill(language, |_| Some(clean(&noted))), 0));
    }
    Ok(prompt::yes(question, LEFT, false, language)?)
}

/// What was taken out, how the new plan stands, what comes next.
fn tell(asked: &Copy, copied: &CommunityCopy, after: &Snapshot<'_>, language: Language) {
    let path = asked.output.as_deref().unwrap_or(&asked.plan).display().to_string();
    let outcome = after.lint(after.today);
    let errors = outcome.findings.iter().filter(|finding| finding.level == Level::Error).count();
    let value = |name: &str| {
        Some(match name {
            "path" => path.clone(),
            "id" => copied.id.clone(),
            "score" => outcome.score.to_string(),
            "people" => copied.people.to_string(),
            "cohorts" => copied.cohorts.to_string(),
            "changes" => copied.changes.to_string(),
            "errors" => errors.to_string(),
            _ => return None,
        })
    };
    let mut lines = Vec::new();
    if files::target(asked.output.as_deref()).is_some() {
        lines.push(Text::new(
            "写好了：{path}，id 是 {id}，{score} 分",
            "written: {path}, id {id}, score {score} of 100",
        ));
    }
    lines.push(Text::new(
        "拿掉了老群的 {people} 个人、{cohorts} 期、{changes} 处改动；人数归零，目标的现状和实验的结论清空，提到人的地方改成了岗位",
        "taken out of the old one: {people|person|people}, {cohorts|batch|batches}, {changes|change|changes}; sizes begin at 0, baselines and decisions are empty, and roles stand where people were named",
    ));
    if errors > 0 {
        lines.push(Text::new("lint 说还有 {errors} 处错误", "lint finds {errors|error|errors}"));
    }
    if files::target(asked.output.as_deref()).is_some() {
        lines.push(Text::new(
            "下一步：\n  qun add person {path}  写进新群的人\n  qun lint {path}  看还缺什么",
            "What next:\n  qun add person {path}  put in the people of the new one\n  qun lint {path}  see what is missing",
        ));
    }
    let lines: Vec<String> = lines.into_iter().map(|line| line.fill(language, value)).collect();
    out::talk(&lines.join("\n"));
}

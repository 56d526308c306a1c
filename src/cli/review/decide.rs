//! `qun review --decide`: a proposal, or words of one's own, written into the plan as a decision.

use super::super::add::{self, Add};
use super::super::args::{Review, TextOrJson};
use super::super::failure::{Failure, Message};
use super::super::prompt;
use super::super::session::Session;
use crate::language::Text;
use crate::plan::{ELEMENT_KINDS, ElementKind};
use crate::render::ReviewView;
use crate::source::KeyInfo;

/// Adds the decision, with who carries it out and by when; both are asked for on a terminal.
pub(super) fn run(
    (which, id): (&str, String),
    view: &ReviewView<'_>,
    asked: &Review,
    session: &Session,
) -> Result<u8, Failure> {
    let what = ELEMENT_KINDS.iter().find(|kind| kind.word == "decision");
    let (text, goal) = decided(which, view)?;
    let answer = |given: &Option<String>, question: Text, missing: Text| match given {
        Some(given) => Ok(given.clone()),
        None if prompt::can_ask() => {
            let left = Text::new("没有写进计划。", "Nothing was written.");
            prompt::text(question, left, view.language)?.ok_or_else(|| Failure::new(missing))
        }
        None => Err(Failure::new(missing)),
    };
    let owner = answer(
        &asked.owner,
        Text::new("谁来做？", "Who carries it out?"),
        Text::new("决定要有人做：加 --owner 谁", "a decision needs someone who carries it out: add --owner NAME"),
    )?;
    let by = answer(
        &asked.by,
        Text::new("最晚哪天做完？", "When is it due?"),
        Text::new("决定要有日期：加 --by 日期", "a decision needs a date: add --by DATE"),
    )?;
    let values = [
        ("id", Some(id)),
        ("what", Some(text)),
        ("owner", Some(owner)),
        ("decided", Some(view.today.to_string())),
        ("by", Some(by)),
        ("goal", goal),
    ];
    let given = values.into_iter().filter_map(|(key, value)| Some((key_of(what?, key)?, value?))).collect();
    let add = Add {
        what,
        of: None,
        line: None,
        given: vec![given],
        plan: asked.plan.clone(),
        format: TextOrJson::Text,
        dry_run: false,
        force: false,
    };
    add::run(&add, session)
}

fn key_of(what: &'static ElementKind, key: &str) -> Option<&'static KeyInfo> {
    what.keys().find(|info| info.key == key)
}

/// What is decided, and the goal that it is about: of a proposal by its number, else the words themselves.
fn decided(which: &str, view: &ReviewView<'_>) -> Result<(String, Option<String>), Failure> {
    let Ok(number) = which.trim().parse::<usize>() else { return Ok((which.to_owned(), None)) };
    let proposals = &view.review.proposals;
    let proposal = number.checked_sub(1).and_then(|at| proposals.get(at));
    let texts = proposal.and_then(|proposal| Some((proposal, proposal.texts(view.language)?.1)));
    let Some((proposal, text)) = texts else {
        let words = Text::new("没有第 {n} 条，一共 {all} 条", "there is no proposal {n}; there are {all}");
        let all = proposals.len();
        return Err(Failure::of(words, [("n", &number), ("all", &all)])
            .hint(Message::from(Text::new("qun review 列出各条", "qun review lists them"))));
    };
    let goal = view.review.sections.goals.iter().find(|goal| goal.id == proposal.subject);
    let about = |title: &str| {
        Text::new("{goal}：{text}", "{goal}: {text}")
            .fill(view.language, |name| Some(if name == "goal" { title.to_owned() } else { text.clone() }))
    };
    let text = goal.map_or_else(|| text.clone(), |goal| about(&goal.title));
    let goal = goal.map(|goal| goal.id.clone());
    Ok((text, goal))
}

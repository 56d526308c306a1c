//! What the answers so far say against each other: shown as soon as it is typed.

use super::context::InterviewContext;
use super::lines::TeamLine;
use super::machine::Interview;
use crate::knowledge::Holidays;
use crate::language::{Language, Text};
use crate::plan::{Plan, Thing, read};
use crate::rules::{LintOptions, Selection, lint};
use crate::source::Document;

/// The rules of lint about answers that do not fit together; none of them needs a calendar.
const RULES: [&str; 5] = [
    "members/counts-disagree",
    "members/over-target",
    "members/size-over-channels",
    "goals/impossible-target",
    "activities/in-quiet-hours",
];

impl Interview<'_> {
    /// What does not fit together, in the language of the questions; of a plan made of the answers alone.
    pub fn contradictions(&self) -> Vec<String> {
        let context = self.context();
        if !context.is_anew() {
            return Vec::new();
        }
        let Ok(draft) = self.draft() else { return Vec::new() };
        let mut buffer = String::new();
        let reading = read(&Document::parse(&draft.text, &mut buffer), context.library);
        let selection = Selection::of(&RULES.map(str::to_owned), &[], &[]);
        let options = LintOptions { selection, ..LintOptions::new(context.today, Holidays::none()) };
        let language = context.language();
        let found = lint(&reading, context.library, &options).findings;
        let found = found.into_iter().map(|finding| finding.message(language));
        let own = [
            without_people(&reading.plan, &context.team(), language),
            not_yet(&reading.plan, &context, language),
            without_summer_time(&reading.plan, language),
        ];
        found.chain(own.into_iter().flatten()).collect()
    }
}

/// More roles than people; a number of people holds a role too.
fn without_people(plan: &Plan, team: &[TeamLine], language: Language) -> Option<String> {
    let counted = team.iter().any(|line| matches!(line, TeamLine::Headcount(_)));
    if counted || plan.people.is_empty() || plan.roles.len() <= plan.people.len() {
        return None;
    }
    let open = (0..plan.roles.len()).filter(|role| plan.holders(*role).is_empty());
    let names = listed(open.map(|role| Thing::Role(role).label(plan, language)), language)?;
    let words = Text::new(
        "{roles} 个角色，{people} 个人，没人担任的：{names}。让一个人兼几个角色，或先不要这些角色",
        "{roles} roles and {people|person|people}; nobody holds: {names}. Let someone hold several, or leave them out for now",
    );
    Some(words.fill(language, |name| {
        Some(match name {
            "roles" => plan.roles.len().to_string(),
            "people" => plan.people.len().to_string(),
            _ => names.clone(),
        })
    }))
}

/// It runs already, since a day that is still to come.
fn not_yet(plan: &Plan, context: &InterviewContext<'_>, language: Language) -> Option<String> {
    let since = plan.lifecycle.starts.filter(|day| context.is_running() && *day > context.today)?;
    let words = Text::new(
        "{day} 还没到：已经办起来的，写当初开始的那天",
        "{day} is still to come: for a community that runs already, enter the day it began",
    );
    Some(words.fill(language, |_| Some(since.to_string())))
}

/// A zone that keeps one offset all year, where a region is probably meant.
fn without_summer_time(plan: &Plan, language: Language) -> Option<String> {
    let zone = plan.time_zone.as_ref()?;
    let region = zone.region_meant()?;
    let words = Text::new(
        "{zone} 全年不变，不随夏令时拨钟；要当地时间就写 {region}",
        "{zone} never changes to summer time; for local time, enter {region}",
    );
    Some(words.fill(language, |name| Some(if name == "zone" { zone.name() } else { region }.to_owned())))
}

fn listed(names: impl Iterator<Item = String>, language: Language) -> Option<String> {
    let names = names.collect::<Vec<_>>().join(Text::new("、", ", ").get(language));
    Some(names).filter(|names| !names.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::Mode;
    use crate::library::Library;

    /// What is said once these are answered.
    fn said(answers: &[(&str, &str)], language: Language) -> Vec<String> {
        let (library, today) = (Library::default(), "2026-11-22".parse().expect("a day"));
        let mut interview = Interview::new(&library, Mode::Quick, language, today);
        while let Some(ask) = interview.next() {
            let typed = answers.iter().find(|(id, _)| *id == ask.question.id).map_or("", |(_, typed)| typed);
            if interview.answer(typed).is_err() {
                let none = ask.choices.first().map_or("晨光", |choice| choice.word.as_str()).to_owned();
                interview.answer(&none).unwrap_or_else(|refusal| panic!("{}: {refusal:?}", ask.question.id));
            }
            if answers.last().is_some_and(|(id, _)| *id == ask.question.id) {
                break;
            }
        }
        interview.contradictions()
    }

    #[test]
    fn numbers_and_times_that_do_not_fit_are_said_at_once() {
        let groups = "1群 微信群 100人\n2群 微信群 100人";
        for (answers, expected) in [
            (&[("channels", groups), ("sizes", "480 → 600")][..], "200"),
            (
                &[
                    ("channels", "1群 微信群 100人"),
                    ("people", "敏姐 群主"),
                    ("agreed", "quiet-nights"),
                    ("activities", "每天23:30 夜谈"),
                ],
                "免打扰时段",
            ),
            (&[("starter", "running"), ("since", "2027-03-01")], "2027-03-01 还没到"),
        ] {
            let said = said(answers, Language::Zh);
            assert!(said.iter().any(|words| words.contains(expected)), "{expected}: {said:?}");
        }
        let fits = said(
            &[("channels", "1群 企业微信 160人\n2群 企业微信 160人\n3群 企业微信 160人"), ("sizes", "480 → 600")],
            Language::Zh,
        );
        assert!(!fits.iter().any(|words| words.contains("480")), "{fits:?}");
    }
}

//! Which questions fill what lint finds missing in a plan: the most important first.

use std::collections::HashSet;

use super::context::route;
use super::held::Held;
use super::machine::Interview;
use super::named_element;
use super::none;
use super::question::Question;
use super::rows::questions;
use crate::finding::{Finding, Level};
use crate::language::Language;
use crate::library::Library;
use crate::rules::{self, Rule};
use crate::value::Day;

/// The questions that fill what findings miss: what is absent, and what is a starter's; then the others about values of a
/// starter.
pub fn gaps(plan: &str, findings: &[Finding], library: &Library) -> Vec<&'static Question> {
    let interview = Interview::filling_gaps(library, (plan, of_plan()), Language::Zh, Day(0));
    let all = interview.all();
    let is_open = |fill: &'static str| {
        let context = interview.context();
        let path = route(fill, Some(&context));
        let mut borrowed = context.starter.ownership.borrowed();
        context.starter.at(&path).is_none() || borrowed.any(|value| value.path.starts_with(&path))
    };
    let mut wanted: Vec<(Level, u32, &'static Question)> = Vec::new();
    for finding in findings {
        let Some(rule) = rules::find(finding.rule.id) else { continue };
        let asks = |question: &&&'static Question| question.fills.iter().any(|fill| is_of(rule, fill) && is_open(fill));
        wanted.extend(all.iter().filter(asks).map(|question| (finding.level, rule.weight, *question)));
    }
    wanted.sort_by_key(|(level, weight, question)| (std::cmp::Reverse((*level, *weight)), question.chapter));
    let borrowed = all.iter().copied().filter(|question| interview.held(question) == Held::Borrowed);
    let mut seen = HashSet::new();
    let questions = wanted.into_iter().map(|(.., question)| question).chain(borrowed);
    let mut questions: Vec<_> = questions.filter(|question| seen.insert(question.id)).collect();
    questions.sort_by_key(|question| place(question));
    questions
}

/// Questions that come before all others: who it is, how many, where.
const FIRST: [&str; 8] = ["name", "audience", "size_now", "size_target", "platform", "channel", "place", "promise"];

/// Where a question comes: what everyone can answer first, experiments last.
fn place(question: &Question) -> usize {
    let first = FIRST.iter().position(|id| *id == question.id);
    let is_last = question.fills.iter().any(|fill| fill.starts_with("experiments"));
    first.unwrap_or(FIRST.len() + usize::from(is_last))
}

/// The questions that can be asked about an existing plan.
pub fn of_plan() -> Vec<&'static Question> {
    questions().filter(|question| question.is_set && question.id != "language").collect()
}

/// Rules outside the completeness table that also report a missing part.
const ALSO: [(&str, &str); 1] = [("positioning/vague-value", "positioning.values")];

/// Whether a row of lint looks at the key that is filled.
pub(super) fn is_of(rule: &Rule, fill: &str) -> bool {
    let also = ALSO.iter().filter(|(id, _)| *id == rule.id()).map(|(_, key)| key);
    let rows: Vec<&&str> = rule.keys.iter().chain(also).collect();
    let is_under = |route: &str| {
        rows.iter().any(|key| route.strip_prefix(**key).is_some_and(|rest| rest.is_empty() || rest.starts_with('.')))
    };
    is_under(&none::key(fill)) || named_element::makes(fill).iter().any(|route| is_under(route))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Holidays;
    use crate::plan::read;
    use crate::rules::{LintOptions, LintOutcome, lint};
    use crate::source::{Document, apply};

    const PLAN: &str = "# mine\n[community]\nname = \"Dawn\" # as on the door\n\n[[activities]]\ntitle = \"Talk\"\nwhen = \"every Wed 20:00\"\n";

    fn linted(text: &str, library: &Library) -> LintOutcome {
        let mut buffer = String::new();
        let reading = read(&Document::parse(text, &mut buffer), library);
        lint(&reading, library, &LintOptions::new("2026-11-23".parse().expect("a day"), Holidays::none()))
    }

    #[test]
    fn asks_for_the_most_important_gaps_first_and_answers_fill_them() {
        let library = Library::default();
        let before = linted(PLAN, &library);
        let wanted = gaps(PLAN, &before.findings, &library);
        let ids: Vec<&str> = wanted.iter().map(|question| question.id).collect();
        let first = ids.iter().position(|id| !FIRST.contains(id)).expect("others");
        assert_eq!((ids[0], ids[first]), ("audience", "motives"), "who it is for, then an essential warning: {ids:?}");
        assert!(!ids.contains(&"name") && !ids.contains(&"weekly_when"), "they are there");
        let place = |id: &str| ids.iter().position(|known| *known == id).unwrap_or_else(|| panic!("{id}: {ids:?}"));
        assert!(place("vision") < place("demand") || !ids.contains(&"demand"));
        assert!(place("values") < place("slogan"), "a warning before advice");

        let today = "2026-11-23".parse().expect("a day");
        let mut interview = Interview::filling_gaps(&library, (PLAN, wanted), Language::En, today);
        let mut asked = 0;
        while let Some(ask) = interview.next() {
            asked += 1;
            let answer = match ask.question.id {
                "motives" => "gather-interest",
                "vision" => "A shelf in each house",
                "no_advertising" => "No advertising",
                "minors" => "none",
                _ => "",
            };
            interview.answer(answer).expect("a good answer");
        }
        assert!((20..=ids.len()).contains(&asked), "{asked}");
        let text = apply(PLAN, &interview.gap_edits()).expect("a plan");
        assert!(text.starts_with("# mine\n[community]\nname = \"Dawn\" # as on the door\n"), "{text}");
        let plan: toml::Table = text.parse().expect("TOML");
        assert_eq!(plan["positioning"]["vision"].as_str(), Some("A shelf in each house"));
        assert_eq!(plan["rules"]["conduct"][0]["about"].as_str(), Some("advertising"));
        let after = linted(&text, &library);
        assert!(after.score > before.score, "{} → {}", before.score, after.score);
        let left = gaps(&text, &after.findings, &library);
        assert!(!left.iter().any(|question| matches!(question.id, "motives" | "vision" | "no_advertising")));
    }
}

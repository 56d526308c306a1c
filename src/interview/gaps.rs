//! Which questions fill what lint finds missing in a plan: the most important first.

use std::collections::HashSet;

use super::context::route;
use super::machine::Interview;
use super::named_element;
use super::question::Question;
use super::rows::questions;
use crate::finding::{Finding, Level};
use crate::language::Language;
use crate::library::Library;
use crate::rules::{self, Rule};
use crate::value::Day;

/// The questions for keys that findings miss and the plan does not have.
pub fn gaps(plan: &str, findings: &[Finding], library: &Library) -> Vec<&'static Question> {
    let interview = Interview::filling_gaps(library, (plan, Vec::new()), Language::Zh, Day(0));
    let context = interview.context();
    let is_absent = |fill: &'static str| context.starter.at(&route(fill, Some(&context))).is_none();
    let mut wanted: Vec<(Level, u32, &'static Question)> = Vec::new();
    for finding in findings {
        let Some(rule) = rules::find(finding.rule.id) else { continue };
        let asks = |question: &&Question| {
            question.is_set && question.fills.iter().any(|fill| is_of(rule, fill) && is_absent(fill))
        };
        wanted.extend(questions().filter(asks).map(|question| (finding.level, rule.weight, question)));
    }
    wanted.sort_by_key(|(level, weight, question)| (std::cmp::Reverse((*level, *weight)), question.chapter));
    let mut seen = HashSet::new();
    wanted.into_iter().map(|(.., question)| question).filter(|question| seen.insert(question.id)).collect()
}

/// Rules outside the completeness table that also report a missing part.
const ALSO: [(&str, &str); 1] = [("positioning/vague-value", "positioning.values")];

/// Whether a row of lint looks at the key that is filled.
pub(super) fn is_of(rule: &Rule, fill: &str) -> bool {
    let keys: Vec<&str> = fill.split('.').map(|key| key.split('[').next().unwrap_or(key)).collect();
    let also = ALSO.iter().filter(|(id, _)| *id == rule.id()).map(|(_, key)| key);
    let rows: Vec<&&str> = rule.keys.iter().chain(also).collect();
    let is_under = |route: &str| {
        rows.iter().any(|key| route.strip_prefix(**key).is_some_and(|rest| rest.is_empty() || rest.starts_with('.')))
    };
    is_under(&keys.join(".")) || named_element::makes(fill).iter().any(|route| is_under(route))
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
        assert_eq!(ids[0], "motives", "an essential warning");
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

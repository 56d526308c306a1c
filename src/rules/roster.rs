//! Names in the roster beside a plan that nothing in the plan has, and that are probably typos. Someone who left the plan
//! stays in what was published, so only a name that is nearly another one is reported, and only from today on.

use std::collections::HashSet;

use super::selection::Selection;
use crate::calendar::names_of_items;
use crate::finding::{Arg, Finding, KeyPath, Place, PlacePart, ROSTER_NAME};
use crate::language::Text;
use crate::plan::{Index, Reading};
use crate::records::ReadingsFile;
use crate::roster::{NameKind, NamedCell, RosterReading};
use crate::source::Suggestion;
use crate::value::Day;

/// What is found in a roster: cells that cannot be read, and names that are probably wrong.
pub fn lint_roster(reading: &RosterReading, of: &Reading, today: Day, selection: &Selection) -> Vec<Finding> {
    let has_items = reading.names.iter().any(|cell| matches!(cell.names, NameKind::Item(_)));
    let items = if has_items { names_of_items(&of.plan) } else { HashSet::new() };
    let ahead = reading.names.iter().filter(|cell| cell.day >= today);
    let unknown = ahead.filter_map(|cell| unknown(cell, &of.index, &items));
    let mut findings: Vec<Finding> = reading.findings.iter().cloned().chain(unknown).collect();
    selection.set_levels(&mut findings);
    findings.retain(|finding| selection.wants(finding.rule.id));
    findings
}

/// What is wrong with the readings beside a plan, as far as it is asked for.
pub fn lint_readings(file: &ReadingsFile, selection: &Selection) -> Vec<Finding> {
    let mut findings = file.findings.clone();
    selection.set_levels(&mut findings);
    findings.retain(|finding| selection.wants(finding.rule.id));
    findings
}

fn unknown(cell: &NamedCell, index: &Index, items: &HashSet<String>) -> Option<Finding> {
    let person = Text::new("人", "person");
    let (column, want) = match cell.names {
        NameKind::Lead => ("lead", person),
        NameKind::Helper => ("staff", person),
        NameKind::Role => ("staff", Text::new("角色", "role")),
        NameKind::Item(_) => ("item", Text::new("日程项", "item")),
    };
    let near = match &cell.names {
        NameKind::Item(_) if items.contains(&cell.name) => return None,
        NameKind::Item(of_uid) if items.contains(of_uid) => vec![of_uid.clone()],
        // what was removed is known by its title
        NameKind::Item(_) => near(&cell.name, items.iter().map(String::as_str))?,
        names => {
            let kind = if *names == NameKind::Role { "role" } else { "person" };
            if index.find(kind, &cell.name).is_some() {
                return None;
            }
            near(&cell.name, index.names(kind))?
        }
    };
    let place = Place { path: KeyPath::of(&[column]), part: PlacePart::Bytes(cell.at.clone()) };
    let finding = Finding::new(&ROSTER_NAME, place).with("value", cell.name.as_str()).with("want", want);
    Some(finding.with("near", Arg::from(near)))
}

fn near<'n>(name: &str, names: impl IntoIterator<Item = &'n str>) -> Option<Vec<String>> {
    match Suggestion::new(name, names) {
        Suggestion::Near(near) => Some(near),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::library::Library;
    use crate::plan::read;
    use crate::roster::read_roster;
    use crate::source::Document;

    #[test]
    fn a_name_that_is_nearly_another_is_reported_from_today_on() {
        let roster = "uid,item,original,start,end,zone,lead,staff,status,sequence,published\n*,,2026-12-31,,,,,,,0,2026-12-01\n\
            c/t/2026-12-02@qun,t,2026-12-02,2026-12-02,,UTC,Anna,,confirmed,0,2026-12-01\n\
            c/t/2026-12-09@qun,t,2026-12-09,2026-12-09,,UTC,Anna,hots:Ben;host:Zacharias,confirmed,0,2026-12-01\n";
        let plan = "[[roles]]\nid = \"host\"\n[[people]]\nid = \"Anne\"\n[[people]]\nid = \"Ben\"\n";
        let mut buffer = String::new();
        let plan = read(&Document::parse(plan, &mut buffer), &Library::default());
        let today = "2026-12-05".parse().expect("a day");
        let found = lint_roster(&read_roster(roster), &plan, today, &Selection::everything());
        let messages: Vec<String> = found.iter().map(|finding| finding.message(Language::En)).collect();
        assert_eq!(messages, ["the plan has no role called \"hots\"", "the plan has no person called \"Anna\""]);
        assert_eq!(found[1].help(Language::En), "did you mean Anne?");
    }
}

//! Items that are dated from another item: one that exists, and never in a circle.

use std::collections::{HashMap, HashSet};

use super::names::SimilarNames;
use crate::cadence::{Anchor, Cadence, Pattern};
use crate::finding::{CIRCULAR_OFFSET, Finding, FindingList, KeyPath, UNKNOWN_REFERENCE};
use crate::language::Text;
use crate::plan::{Index, Plan};

/// The cadence of every item, with its route.
fn timed(plan: &Plan) -> impl Iterator<Item = (KeyPath, Option<&str>, &Cadence)> {
    macro_rules! of {
        ($table:ident) => {
            plan.$table.iter().enumerate().filter_map(|(at, item)| {
                let path = KeyPath::of(&[stringify!($table)]).index(at);
                item.when.as_ref().map(|when| (path, item.id.as_ref().map(|id| id.as_str()), when))
            })
        };
    }
    of!(activities).chain(of!(content)).chain(of!(reviews))
}

/// The item of an offset must exist, and none may wait for itself.
pub(super) fn check(plan: &Plan, index: &Index, similar: &mut SimilarNames, findings: &mut FindingList) {
    let mut waits: HashMap<&str, &str> = HashMap::new();
    for (path, id, when) in timed(plan) {
        let Pattern::Offset { from: Anchor::Item(item), .. } = &when.pattern else { continue };
        if index.find("item", item.as_str()).is_none() {
            let (_, near) = similar.most_similar(item.as_str(), || index.names("item"));
            let want = Text::new("日程项目", "item of the calendar");
            let finding =
                Finding::new(&UNKNOWN_REFERENCE, path.key("when")).with("value", item.as_str()).with("want", want);
            findings.push(match near {
                Some(near) => finding.with("near", near),
                None => finding,
            });
        } else if let Some(id) = id {
            waits.insert(id, item.as_str());
        }
    }
    let mut unreported = in_circles(&waits);
    for (path, id, _) in timed(plan) {
        if let Some(id) = id.filter(|id| unreported.contains(id)) {
            let circle = chain(&waits, id);
            for item in &circle {
                unreported.remove(item);
            }
            findings.push(Finding::new(&CIRCULAR_OFFSET, path.key("when")).with("items", circle));
        }
    }
}

/// The items that wait for themselves by way of others. Each waits for one at most, so that each is looked at once.
fn in_circles<'p>(waits: &HashMap<&'p str, &'p str>) -> HashSet<&'p str> {
    let (mut walks, mut found) = (HashMap::new(), HashSet::new());
    for (walk, start) in waits.keys().enumerate() {
        let mut next = Some(*start);
        while let Some(item) = next {
            match walks.get(item) {
                Some(known) if *known == walk => {
                    found.extend(chain(waits, item));
                    break;
                }
                Some(_) => break,
                None => {
                    walks.insert(item, walk);
                }
            }
            next = waits.get(item).copied();
        }
    }
    found
}

/// An item of a circle, and all others of it in the order in which they wait.
fn chain<'p>(waits: &HashMap<&'p str, &'p str>, start: &'p str) -> Vec<&'p str> {
    std::iter::successors(Some(start), |item| waits.get(item).copied().filter(|next| *next != start)).collect()
}

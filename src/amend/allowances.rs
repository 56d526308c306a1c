//! Findings are accepted (`[[lint.allow]]`) at elements by their number: those of elements behind one that goes get the new
//! one, those of what goes go with it.

use super::EditSet;
use crate::finding::{KeyPath, Segment};
use crate::plan::Plan;

/// Moves the allowances of a plan from which some keys and elements go.
pub(super) fn shift(plan: &Plan, gone: &[KeyPath], edits: &mut EditSet) {
    for (number, allow) in plan.lint.allow.iter().enumerate() {
        let Some(at) = allow.at.as_deref() else { continue };
        let allowance = KeyPath::of(&["lint", "allow"]).index(number);
        match shifted(at, gone) {
            Some(moved) if moved == at => {}
            Some(moved) => edits.set(allowance.key("at"), moved),
            None => edits.remove(allowance),
        }
    }
}

/// A route once some keys and elements are gone; nothing where it goes too.
fn shifted(at: &str, gone: &[KeyPath]) -> Option<String> {
    let is_within = |path: &KeyPath| {
        at.strip_prefix(&path.to_string()).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    if gone.iter().any(is_within) {
        return None;
    }
    let mut route = at.to_owned();
    for path in gone {
        let Some((Segment::Index(_), list)) = path.0.split_last() else { continue };
        let list = KeyPath(list.to_vec()).to_string();
        let Some((number, rest)) = at.strip_prefix(&format!("{list}[")).and_then(|rest| rest.split_once(']')) else {
            continue;
        };
        let Ok(number) = number.parse::<usize>() else { continue };
        let before = gone.iter().filter(|other| {
            matches!(other.0.split_last(), Some((Segment::Index(at), up)) if *at < number && KeyPath(up.to_vec()).to_string() == list)
        });
        route = format!("{list}[{}]{rest}", number - before.count());
    }
    Some(route)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn routes_behind_what_goes_get_the_new_number() {
        let element = |at| KeyPath::of(&["activities"]).index(at);
        let gone = [element(1), element(3), KeyPath::of(&["support"])];
        for (at, moved) in [
            ("activities[0].title", Some("activities[0].title")),
            ("activities[1]", None),
            ("activities[2].steps[0]", Some("activities[1].steps[0]")),
            ("activities[3].steps[1]", None),
            ("activities[10]", Some("activities[8]")),
            ("support.channel", None),
            ("supporters", Some("supporters")),
            ("content[2]", Some("content[2]")),
        ] {
            assert_eq!(shifted(at, &gone).as_deref(), moved, "{at}");
        }
    }
}

//! What people mean by a name that they type: an item of the calendar, by id or title.

use super::item::{Item, item_id, items};
use crate::language::Text;
use crate::plan::{Plan, UnknownName};
use crate::value::{canonical_name, name_key};

/// What the team meeting may be called, which has no title of its own.
const MEETING: [&str; 3] = ["例会", "团队例会", "team meeting"];

/// The item of this id or title.
pub fn item_named(plan: &Plan, name: &str) -> Result<Item, UnknownName> {
    find(plan, name).ok_or_else(|| unknown(plan, name, &[]))
}

/// The same where a goal could be meant as well: the error names those, too.
pub fn item_or_goal_named(plan: &Plan, name: &str) -> Result<Item, UnknownName> {
    let goals: Vec<&str> = plan.goals.iter().filter_map(|goal| goal.objective.as_deref()).collect();
    find(plan, name).ok_or_else(|| unknown(plan, name, &goals))
}

/// The item of this id, else of this title, in whatever case.
pub(super) fn find(plan: &Plan, name: &str) -> Option<Item> {
    let all = items(plan);
    let by_id = all.iter().copied().find(|item| item_id(plan, *item) == canonical_name(name));
    let key = name_key(name);
    let is_title = |item: &Item| item.title(plan).is_some_and(|title| name_key(title) == key);
    by_id.or_else(|| all.iter().copied().find(is_title)).or_else(|| {
        let is_meeting = MEETING.contains(&key.as_str());
        all.into_iter().find(|item| is_meeting && *item == Item::Meeting)
    })
}

/// There is no such item: the nearest, also among other names that would be understood, or all of them.
pub(super) fn unknown(plan: &Plan, name: &str, others: &[&str]) -> UnknownName {
    let text = Text::new("没有叫“{name}”的日程项目", "there is no item \"{name}\"");
    let all = items(plan);
    if all.is_empty() {
        let hint = Some(Text::new("计划里还没有活动和内容", "the plan has no activities and no content yet"));
        return UnknownName { hint, ..UnknownName::new(name, text, []) };
    }
    let ids: Vec<String> = all.iter().map(|item| item_id(plan, *item)).collect();
    let named = all.iter().zip(&ids).map(|(item, id)| (item.title(plan), Some(&**id)));
    UnknownName::new(name, text, named.chain(others.iter().map(|name| (Some(*name), None))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::plan_of as plan;
    use crate::source::Suggestion;

    #[test]
    fn an_item_is_found_by_id_title_or_what_it_is() {
        let plan = plan(
            "[[activities]]\nid = \"talk\"\ntitle = \"Open Talk\"\nwhen = \"every Wed\"\n\
             [[activities]]\nid = \"other\"\ntitle = \"talk\"\nwhen = \"every Thu\"\n[[activities]]\nid = \"undated\"\n\
             [governance]\nmeeting = \"every Mon\"\n",
        );
        let found = ["talk", " open talk", "OTHER", "other", "Team Meeting", "例会", "meeting", "undated"]
            .map(|name| item_named(&plan, name).ok());
        let (first, second) = (Some(Item::Activity(0)), Some(Item::Activity(1)));
        let meeting = Some(Item::Meeting);
        assert_eq!(found, [first, first, None, second, meeting, meeting, meeting, None]);
        let near = item_named(&plan, "opn talk").map_err(|unknown| unknown.suggestion);
        assert_eq!(near, Err(Suggestion::Near(vec!["Open Talk".to_owned()])));
    }

    #[test]
    fn a_plan_without_items_says_so() {
        let unknown = item_named(&plan(""), "talk").expect_err("there is none");
        assert!(unknown.hint.is_some());
        assert_eq!(unknown.suggestion, Suggestion::All(Vec::new()));
    }
}

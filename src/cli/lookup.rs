//! Names of the command line → items of the calendar, by id or title.

use super::failure::Failure;
use super::plans::OpenPlan;
use crate::calendar::{Item, item_id, items};
use crate::language::Text;
use crate::source::Suggestion;

/// The item of this id or title.
pub(crate) fn item(name: &str, opened: &OpenPlan) -> Option<Item> {
    let plan = &opened.reading.plan;
    let name = name.trim();
    let all = items(plan);
    let by_id = all.iter().copied().find(|item| item_id(plan, *item) == name);
    let is_title =
        |item: &Item| item.title(plan).is_some_and(|title| title.trim().to_lowercase() == name.to_lowercase());
    by_id.or_else(|| all.iter().copied().find(is_title)).or_else(|| {
        let meeting = ["例会", "团队例会", "team meeting"].contains(&name.to_lowercase().as_str());
        all.into_iter().find(|item| meeting && *item == Item::Meeting)
    })
}

/// There is no such item: the nearest, or all of them.
pub(crate) fn unknown_item(name: &str, more: &[&str], opened: &OpenPlan) -> Failure {
    let plan = &opened.reading.plan;
    let words = Text::new("没有叫“{name}”的日程项目", "there is no item \"{name}\"");
    let failure = Failure::of(words, [("name", &name)]);
    let all = items(plan);
    if all.is_empty() {
        return failure.hint(Text::new("计划里还没有活动和内容", "the plan has no activities and no content yet"));
    }
    let ids: Vec<String> = all.iter().map(|item| item_id(plan, *item)).collect();
    let named = all.iter().zip(&ids).map(|(item, id)| (item.title(plan), Some(&**id)));
    failure.suggest(Suggestion::of_named(name, named.chain(more.iter().map(|name| (Some(*name), None)))))
}

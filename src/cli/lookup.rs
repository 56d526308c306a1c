//! Names of the command line → items of the calendar, by id or title.

use anyhow::anyhow;

use super::plans::Opened;
use crate::calendar::{Item, item_id, items};
use crate::language::Text;
use crate::plan::Plan;
use crate::source::closest;

/// The item of this id or title.
pub(crate) fn item(name: &str, opened: &Opened) -> Option<Item> {
    let plan = &opened.reading.plan;
    let name = name.trim();
    let all = items(plan);
    let by_id = all.iter().copied().find(|item| item_id(plan, *item) == name);
    let is_title =
        |item: &Item| title(plan, *item).is_some_and(|title| title.trim().to_lowercase() == name.to_lowercase());
    by_id.or_else(|| all.iter().copied().find(is_title)).or_else(|| {
        let meeting = ["例会", "团队例会", "team meeting"].contains(&name.to_lowercase().as_str());
        all.into_iter().find(|item| meeting && *item == Item::Meeting)
    })
}

/// The title that a plan gives an item.
pub(crate) fn title(plan: &Plan, item: Item) -> Option<&str> {
    match item {
        Item::Activity(i) => plan.activities[i].title.as_deref(),
        Item::Content(i) => plan.content[i].title.as_deref(),
        Item::Review(i) => plan.reviews[i].title.as_deref(),
        Item::Meeting | Item::Programme(..) => None,
    }
}

/// There is no such item: the nearest, or all of them.
pub(crate) fn unknown_item(name: &str, more: &[&str], opened: &Opened) -> anyhow::Error {
    let (plan, language) = (&opened.reading.plan, opened.language);
    let ids: Vec<String> = items(plan).into_iter().map(|item| item_id(plan, item)).collect();
    let titles = items(plan).into_iter().filter_map(|item| title(plan, item));
    let known: Vec<&str> = ids.iter().map(String::as_str).chain(titles).chain(more.iter().copied()).collect();
    let words = Text::new("没有叫“{name}”的日程项目", "there is no item \"{name}\"");
    let message = words.fill(language, |_| Some(name.to_owned()));
    let help = match closest(name, known.iter().copied()) {
        Some(near) => format!("{}{near}", Text::new("是不是：", "did you mean: ").get(language)),
        None if ids.is_empty() => Text::new("计划里还没有活动和内容", "the plan has no activities and no content yet")
            .get(language)
            .to_owned(),
        None => format!("{}{}", Text::new("已有：", "there are: ").get(language), ids.join(" ")),
    };
    anyhow!(help).context(message)
}

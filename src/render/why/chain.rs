//! The chain of goals, activities, metrics and roles, from an item and from a goal.

use super::outline::{Outline, fill, list};
use super::reason::{cadence, title};
use crate::calendar::{Item, Who, item_id};
use crate::language::{Language, Text};
use crate::plan::Thing;
use crate::plan::lifecycle::{Goal, Metric};
use crate::render::calendar::View;
use crate::render::clean;

/// The goals that an item serves or reviews, by their indices.
pub(super) fn served(view: &View<'_>, item: Item) -> Vec<usize> {
    let names = match item {
        Item::Activity(i) => &view.plan.activities[i].serves,
        Item::Content(i) => &view.plan.content[i].serves,
        Item::Review(i) => &view.plan.reviews[i].looks_at,
        Item::Meeting | Item::Programme(..) => return Vec::new(),
    };
    let goal = |name: &str| match view.index.find("goal", name) {
        Some(Thing::Goal(goal)) => Some(goal),
        _ => None,
    };
    names.iter().filter_map(|name| goal(name.as_str())).collect()
}

/// The items that serve a goal, and its reviews.
pub(super) fn serving(view: &View<'_>, goal: usize) -> (Vec<Item>, Vec<Item>) {
    let plan = view.plan;
    let of = |item: &Item| served(view, *item).contains(&goal);
    let items = (0..plan.activities.len()).map(Item::Activity).chain((0..plan.content.len()).map(Item::Content));
    (items.filter(of).collect(), (0..plan.reviews.len()).map(Item::Review).filter(of).collect())
}

/// Who is responsible for an item: a name in the plan.
fn owner<'a>(view: &View<'a>, item: Item) -> Option<&'a str> {
    let plan = view.plan;
    let owner = match item {
        Item::Activity(i) => &plan.activities[i].owner,
        Item::Content(i) => &plan.content[i].owner,
        Item::Review(i) => &plan.reviews[i].owner,
        Item::Meeting => &plan.governance.owner,
        Item::Programme(..) => return None,
    };
    owner.as_ref().map(|owner| owner.as_str())
}

/// Who is responsible for an item, then who else is needed, and how many of them.
pub(super) fn carriers(view: &View<'_>, item: Item) -> Vec<(Who, u32)> {
    let staff = match item {
        Item::Activity(i) => view.plan.activities[i].staff.as_slice(),
        _ => &[],
    };
    let staff = staff.iter().filter_map(|need| Some((need.role.as_ref()?.as_str(), need.count.unwrap_or(1))));
    let all = owner(view, item).map(|owner| (owner, 1)).into_iter().chain(staff);
    all.filter_map(|(name, count)| Some((holder(view, name)?, count))).collect()
}

fn holder(view: &View<'_>, name: &str) -> Option<Who> {
    match view.index.holder(name)? {
        Thing::Role(role) => Some(Who { role: Some(role), person: None }),
        Thing::Person(person) => Some(Who { role: None, person: Some(person) }),
        _ => None,
    }
}

fn name(view: &View<'_>, who: Who) -> String {
    view.role(who).or_else(|| view.person(who)).unwrap_or_default()
}

/// `会员续费，看留存率：45% → 60%，到 2027-11-30`, and below it who collects the number and which review covers it.
pub(super) fn goals(outline: &mut Outline, view: &View<'_>, item: Item) {
    let goals = served(view, item);
    let heading = Text::new("为了", "For");
    if goals.is_empty() {
        let words = Text::new("计划没有写它为哪个目标服务", "no goal is set for it in the plan");
        outline.head(heading, words.get(outline.language));
    }
    for goal in goals {
        let text = goal_text(&view.plan.goals[goal], outline.language);
        outline.head(heading, &text);
        outline.lines(collected(view, goal));
        let reviews = serving(view, goal).1.into_iter().filter(|review| *review != item);
        let reviews: Vec<String> = reviews.map(|review| named(view, review)).collect();
        if !reviews.is_empty() {
            let words = Text::new("复盘时看：{reviews}", "reviewed in: {reviews}");
            outline.line(&fill(words, outline.language, &[("reviews", &list(&reviews, outline.language))]));
        }
    }
}

/// What is checked after an item, and who is responsible for it.
pub(super) fn carried(outline: &mut Outline, view: &View<'_>, item: Item) {
    if let Item::Activity(i) = item
        && !view.plan.activities[i].measures.is_empty()
    {
        outline.head(
            Text::new("结束后看", "Checked afterwards"),
            &metrics(&view.plan.activities[i].measures, outline.language),
        );
    }
    let carriers = carriers(view, item);
    if !carriers.is_empty() {
        outline.head(Text::new("由谁承担", "Roles"), "");
    }
    for (at, (who, count)) in carriers.into_iter().enumerate() {
        let mut text = name(view, who);
        if count > 1 {
            text.push_str(&fill(
                Text::new(" {n} 人", ", {n|person|people}"),
                outline.language,
                &[("n", &count.to_string())],
            ));
        }
        let duties: Vec<String> =
            who.role.iter().flat_map(|role| &view.plan.roles[*role].duties).map(|d| clean(d)).collect();
        if !duties.is_empty() {
            let duties = list(&duties, outline.language);
            text.push_str(&fill(Text::new("（{duties}）", " ({duties})"), outline.language, &[("duties", &duties)]));
        }
        let leads = at == 0 && owner(view, item).is_some();
        let words = match leads {
            true => Text::new("负责：{who}", "responsible: {who}"),
            false => Text::new("协助：{who}", "helping: {who}"),
        };
        outline.line(&fill(words, outline.language, &[("who", &text)]));
    }
}

fn metrics(metrics: &[Metric], language: Language) -> String {
    let names: Vec<String> = metrics.iter().map(|metric| metric.name().get(language).to_owned()).collect();
    list(&names, language)
}

/// `线下共读（salon）`
fn named(view: &View<'_>, item: Item) -> String {
    let (id, title) = (clean(&item_id(view.plan, item)), title(view, item));
    match title == id || matches!(item, Item::Review(i) if view.plan.reviews[i].title.is_none()) {
        true => id,
        false => fill(Text::new("{title}（{id}）", "{title} ({id})"), view.language, &[("title", &title), ("id", &id)]),
    }
}

fn goal_text(goal: &Goal, language: Language) -> String {
    let mut parts = vec![objective(goal)];
    parts.extend(goal.metric.map(|_| {
        let figures = figures(goal, language);
        fill(Text::new("看{figures}", "measured by {figures}"), language, &[("figures", &figures)])
    }));
    parts.extend(goal.by.map(|by| fill(Text::new("到 {by}", "by {by}"), language, &[("by", &by.to_string())])));
    parts.join(Text::new("，", ", ").get(language))
}

fn objective(goal: &Goal) -> String {
    let id = goal.id.as_ref().map(|id| id.as_str());
    clean(goal.objective.as_deref().or(id).unwrap_or_default())
}

/// `留存率：45% → 60%`
fn figures(goal: &Goal, language: Language) -> String {
    let name = goal.metric.map(|metric| metric.name().get(language).to_owned());
    let figures: Vec<&str> = goal.baseline.iter().chain(&goal.target).map(String::as_str).collect();
    let figures = (!figures.is_empty()).then(|| clean(&figures.join(" → ")));
    let parts: Vec<String> = name.into_iter().chain(figures).collect();
    parts.join(Text::new("：", ": ").get(language))
}

/// `统计：管理员，续费名单`
fn collected(view: &View<'_>, goal: usize) -> Option<String> {
    let (goal, language) = (&view.plan.goals[goal], view.language);
    let who = goal.collected_by.as_ref().and_then(|name| holder(view, name.as_str())).map(|who| name(view, who));
    let parts: Vec<String> = who.into_iter().chain(goal.collected_how.as_deref().map(clean)).collect();
    let how = parts.join(Text::new("，", ", ").get(language));
    (!parts.is_empty()).then(|| fill(Text::new("统计：{how}", "collected by {how}"), language, &[("how", &how)]))
}

/// What a goal is measured by, what serves it, and who is responsible for that.
pub(super) fn of_goal(view: &View<'_>, at: usize) -> String {
    let (goal, language) = (&view.plan.goals[at], view.language);
    let id = goal.id.as_ref().map(ToString::to_string).unwrap_or_default();
    let title = match objective(goal) {
        title if title == id => id.clone(),
        title => fill(Text::new("{title}（{id}）", "{title} ({id})"), language, &[("title", &title), ("id", &id)]),
    };
    let mut outline = Outline::new(&title, language);
    let measured = match goal.metric {
        Some(_) => figures(goal, language),
        None => Text::new("计划没有写看什么指标", "no metric is set in the plan").get(language).to_owned(),
    };
    let by = goal.by.map(|by| fill(Text::new("，到 {by}", ", by {by}"), language, &[("by", &by.to_string())]));
    outline.head(Text::new("指标", "Measured by"), &format!("{measured}{}", by.unwrap_or_default()));
    outline.lines(collected(view, at));
    let (items, reviews) = serving(view, at);
    let none = Text::new(
        "还没有活动或内容；用 qun set activities.名字.serves {id} 写上",
        "nothing yet; link an activity with qun set activities.ID.serves {id}",
    );
    let none = if items.is_empty() { fill(none, language, &[("id", &id)]) } else { String::new() };
    outline.head(Text::new("为它服务的", "Served by"), &none);
    items.into_iter().for_each(|item| outline.line(&serves(view, item)));
    if !reviews.is_empty() {
        outline.head(Text::new("复盘时看", "Reviewed in"), "");
        reviews.into_iter().for_each(|review| outline.line(&serves(view, review)));
    }
    outline.out
}

/// `线下共读（salon）：每月第二、四个周六 14:00-16:00；参与者、志愿者`
fn serves(view: &View<'_>, item: Item) -> String {
    let language = view.language;
    let when = cadence(view, item).map(|when| clean(&when.print(language)));
    let mut who: Vec<String> = carriers(view, item).into_iter().map(|(who, _)| name(view, who)).collect();
    who.dedup();
    let who = (!who.is_empty()).then(|| list(&who, language));
    let rest: Vec<String> = when.into_iter().chain(who).collect();
    let colon = Text::new("：", ": ").get(language);
    format!("{}{colon}{}", named(view, item), rest.join(Text::new("；", "; ").get(language)))
}

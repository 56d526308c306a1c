//! What the plan says about its roles, for those who take them over.

use crate::checklist::ChecklistItem;
use crate::checklist::basis::Basis;
use crate::language::Text;
use crate::plan::Thing;
use crate::plan::people::Role;

/// What a successor should know about each role, a line per role.
pub(super) fn all<'b>(basis: &'b Basis<'_>) -> impl Iterator<Item = ChecklistItem> + 'b {
    (0..basis.plan.roles.len()).filter_map(move |role| self::role(role, basis))
}

/// What is known about one role, in a line.
pub(super) fn role(number: usize, basis: &Basis<'_>) -> Option<ChecklistItem> {
    let role = &basis.plan.roles[number];
    let mut known = of_role(role, basis);
    known.extend(basis.plan.candidates(number, basis.language));
    let id = role.id.as_ref().map_or_else(|| (number + 1).to_string(), ToString::to_string);
    let [colon, semicolon] = [Text::new("：", ": "), Text::new("；", "; ")].map(|mark| mark.get(basis.language));
    (!known.is_empty()).then(|| ChecklistItem {
        text: format!("{}{colon}{}", Thing::Role(number).label(basis.plan, basis.language), known.join(semicolon)),
        id: format!("plan/role-{id}"),
        source: "roles".to_owned(),
        ..ChecklistItem::default()
    })
}

fn of_role(role: &Role, basis: &Basis<'_>) -> Vec<String> {
    let above = role.reports_to.as_ref().and_then(|to| basis.index.find("role", to.as_str()));
    let above = above.map(|role| role.label(basis.plan, basis.language));
    let list = |words: &[String]| {
        let separator = Text::new("、", ", ").get(basis.language);
        (!words.is_empty()).then(|| words.join(separator))
    };
    let known = [
        (Text::new("职责：{it}", "duties: {it}"), list(&role.duties)),
        (Text::new("要这样的人：{it}", "traits needed: {it}"), list(&role.traits)),
        (Text::new("从哪里找：{it}", "recruited from: {it}"), role.recruit.clone()),
        (Text::new("怎样上手：{it}", "trained: {it}"), role.training.clone()),
        (Text::new("向{it}汇报", "reports to {it}"), above),
        (Text::new("怎样考核：{it}", "assessed: {it}"), role.assessed.clone()),
    ];
    let fill =
        |(text, it): (Text, Option<String>)| Some(text.fill(basis.language, |_| it.clone())).filter(|_| it.is_some());
    known.into_iter().filter_map(fill).collect()
}

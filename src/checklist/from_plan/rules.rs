//! What the plan says about broken rules and conflicts.

use crate::checklist::ChecklistItem;
use crate::checklist::basis::Basis;
use crate::language::Text;
use crate::plan::rules::sanction_name;

/// After a broken rule: which rules there are and who enforces them, the steps, who is informed.
pub(super) fn moderation(basis: &Basis<'_>) -> Vec<ChecklistItem> {
    let (rules, language) = (&basis.plan.rules, basis.language);
    let item = |id: String, source: &str, text: String| ChecklistItem {
        id: format!("plan/{id}"),
        text,
        source: format!("rules.{source}"),
        ..ChecklistItem::default()
    };
    let which = Text::new("违反的是这一条吗：{it}", "is this the broken rule: {it}");
    let conduct = rules.conduct.iter().enumerate().filter_map(|(number, conduct)| {
        let rule = conduct.text.clone().or_else(|| Some(conduct.about?.name().get(language).to_owned()))?;
        let text = which.fill(language, |_| Some(rule.clone()));
        let person = conduct.enforcer.as_ref().map(|who| basis.holder(who.as_str()));
        Some(ChecklistItem { person, ..item(format!("conduct-{}", number + 1), "conduct", text) })
    });
    let ladder = rules.sanctions.ladder.iter().enumerate().map(|(number, step)| {
        item(
            format!("ladder-{}", number + 1),
            "sanctions.ladder",
            sanction_name(step).map_or(step.as_str(), |text| text.get(language)).to_owned(),
        )
    });
    let announce = rules.sanctions.announce.map(|announce| announce.name().get(language).to_owned());
    let after = [
        ("announce", Text::new("在群里公布结果：{it}", "announcement in the group: {it}"), announce),
        (
            "appeal",
            Text::new("告诉对方怎样申诉：{it}", "how to appeal was explained: {it}"),
            rules.sanctions.appeal.clone(),
        ),
    ];
    let after = after.into_iter().filter_map(|(id, text, it)| {
        let it = it?;
        Some(item(id.to_owned(), &format!("sanctions.{id}"), text.fill(language, |_| Some(it.clone()))))
    });
    conduct.chain(ladder).chain(after).collect()
}

/// Who settles a conflict, how soon and how, and where to report.
pub(super) fn conflict(basis: &Basis<'_>) -> Vec<ChecklistItem> {
    let rules = &basis.plan.rules;
    let person = rules.conflict.who.as_ref().map(|who| basis.holder(who.as_str()));
    let known = [
        (
            "within",
            Text::new("在 {it} 之内介入", "stepped in within {it}"),
            rules.conflict.within.map(|time| time.to_string()),
        ),
        ("how", Text::new("按约定处理：{it}", "settled as agreed: {it}"), rules.conflict.how.clone()),
        ("report", Text::new("举报找：{it}", "reports went to: {it}"), rules.report.contact.clone()),
        (
            "confidential",
            Text::new("{it}举报的人和事都没有外传", "{it}who reported, and what, stayed confidential"),
            (rules.report.confidential == Some(true)).then(String::new),
        ),
    ];
    let item = |(id, text, it): (&str, Text, Option<String>)| {
        let it = it?;
        Some(ChecklistItem {
            id: format!("plan/{id}"),
            text: text.fill(basis.language, |_| Some(it.clone())),
            person: person.clone().filter(|_| !["report", "confidential"].contains(&id)),
            source: if ["report", "confidential"].contains(&id) {
                "rules.report".to_owned()
            } else {
                format!("rules.conflict.{id}")
            },
            ..ChecklistItem::default()
        })
    };
    known.into_iter().filter_map(item).collect()
}

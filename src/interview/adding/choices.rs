//! What the plan has that something added to it can refer to.

use crate::interview::Choice;
use crate::interview::setting::Setting;
use crate::plan::Index;

/// What a kind of reference can name, by the words that people know; namesakes with their ids.
pub(in crate::interview) fn choices(setting: &Setting<'_>, kind: &str) -> Vec<Choice> {
    let plan = &setting.starter.plan;
    let index = Index::build(plan, &mut Vec::new());
    let called = |id: &str| index.find(kind, id).map(|thing| thing.label(plan, setting.language()));
    let ids = index.names(kind).into_iter();
    let names: Vec<(&str, String)> = ids.map(|id| (id, called(id).unwrap_or_else(|| id.to_owned()))).collect();
    let choice = |(id, name): &(&str, String)| {
        let is_alone = names.iter().filter(|(_, other)| other == name).count() == 1;
        let name = if is_alone { name.clone() } else { format!("{name} ({id})") };
        Choice { word: (*id).to_owned(), name, about: String::new() }
    };
    names.iter().map(choice).collect()
}

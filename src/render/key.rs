//! A key of the plan explained: what it says, what it may hold, and the keys within it.

use crate::language::{Language, Text};
use crate::plan::Plan;
use crate::source::{ChoiceInfo, KeyInfo, Shape, Table};

/// A key by its route without numbers, such as `people.time_zone`, styled; none where plans have no such key.
pub fn explain_key(route: &str, language: Language) -> Option<String> {
    let route = route.trim().trim_matches(['[', ']']);
    let info = Plan::TABLE.at(route.split('.').map(str::trim))?;
    let bold = anstyle::Style::new().bold();
    let colon = Text::new("：", ": ").get(language);
    let mut out = format!("{bold}{route}{bold:#}\n  {}\n", info.about.get(language));
    let takes = Text::new("写什么", "Takes").get(language);
    out.push_str(&format!("  {takes}{colon}{}\n", info.shape.wanted().get(language)));
    for choice in choices(&info.shape) {
        out.push_str(&format!("    {}  {}\n", choice.word, choice.name.get(language)));
    }
    let keys = info.shape.table().map(|table| table.keys).unwrap_or_default();
    if !keys.is_empty() {
        out.push_str(&format!("  {}\n", Text::new("里面的键：", "Its keys:").get(language)));
    }
    let wide = keys.iter().map(|info| info.key.len()).max().unwrap_or_default();
    for KeyInfo { key, about, .. } in keys {
        out.push_str(&format!("    {key:wide$}  {}\n", about.get(language)));
    }
    Some(out)
}

fn choices(shape: &Shape) -> &'static [ChoiceInfo] {
    match shape {
        Shape::Choice(choices) | Shape::List(Shape::Choice(choices)) => choices,
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_tables_and_lists_are_explained_with_what_they_hold() {
        let zone = explain_key("people.time_zone", Language::En).expect("a key");
        assert!(zone.contains("the time zone they live in"), "{zone}");
        let by = explain_key("rules.admission.by", Language::Zh).expect("a key");
        assert!(by.contains("怎样入群") && by.contains("invitation"), "{by}");
        let list = explain_key("[[channels]]", Language::En).expect("a list");
        assert!(list.contains("platform") && list.contains("quiet_hours"), "{list}");
        assert_eq!(explain_key("people.zone", Language::En), None);
    }
}

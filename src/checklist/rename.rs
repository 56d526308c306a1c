//! Marks of lists that were made before something got another id: they get the new one, so that ticks are found again.

use std::collections::HashMap;

use super::mark::{MARK, mark_id};
use crate::plan::{Item, Plan, Thing, item_id};
use crate::value::Day;

/// The ids by which the marks of a plan's lists change when names in it change.
#[derive(Debug, Default)]
pub struct RenamedMarks {
    /// Items of the calendar, the first part of an id that ends with a day.
    items: HashMap<String, String>,
    /// Whole ids of items of a list.
    whole: HashMap<String, String>,
    /// Lists.
    lists: HashMap<String, String>,
    /// Sections.
    sections: HashMap<String, String>,
    /// The community.
    community: (String, String),
}

impl RenamedMarks {
    /// What differs between two plans that are the same but for names.
    pub fn between(old: &Plan, new: &Plan) -> Self {
        let community = [old, new].map(|plan| mark_id(&plan.id().to_string()));
        let mut marks = Self { community: community.into(), ..Self::default() };
        for item in calendar_items(old) {
            let (from, to) = (item_id(old, item), item_id(new, item));
            if from != to {
                put(&mut marks.whole, format!("role/{from}"), format!("role/{to}"));
                put(&mut marks.lists, from.clone(), to.clone());
                put(&mut marks.items, from, to);
            }
        }
        for thing in Thing::all(old) {
            for language in crate::language::Language::ALL {
                let [from, to] = [old, new].map(|plan| thing.label(plan, language));
                if matches!(thing, Thing::Person(_) | Thing::Role(_)) && from != to {
                    put(&mut marks.sections, format!("person/{from}"), format!("person/{to}"));
                }
            }
            let (Some(from), Some(to)) = (thing.id(old), thing.id(new)) else { continue };
            if from == to {
                continue;
            }
            let (map, prefix) = match thing {
                Thing::Goal(_) => (&mut marks.whole, "plan/goal-"),
                Thing::Product(_) => (&mut marks.whole, "plan/renewal-"),
                Thing::Channel(_) => (&mut marks.whole, "role/"),
                Thing::Role(_) => (&mut marks.lists, "handover-"),
                _ => continue,
            };
            put(map, format!("{prefix}{from}"), format!("{prefix}{to}"));
        }
        marks
    }

    /// A Markdown text with its marks renamed; all other bytes stay.
    pub fn apply(&self, markdown: &str) -> String {
        let mut out = String::with_capacity(markdown.len());
        let mut rest = markdown;
        while let Some(at) = rest.find(MARK) {
            let (before, mark) = rest.split_at(at + MARK.len());
            let end = mark.find("-->").unwrap_or(0);
            out.push_str(before);
            out.push_str(&self.mark(&mark[..end]).unwrap_or_else(|| mark[..end].to_owned()));
            rest = &mark[end..];
        }
        out + rest
    }

    /// What is in a mark: its kind, an id, more.
    fn mark(&self, mark: &str) -> Option<String> {
        let (kind, behind) = mark.split_once(char::is_whitespace)?;
        let content = behind.trim_start();
        let blank = &mark[kind.len()..mark.len() - content.len()];
        let (id, tail) = content.split_at(content.find(char::is_whitespace).unwrap_or(content.len()));
        let to = match kind {
            "item" => self.whole.get(id).cloned().or_else(|| self.occurrence(id)),
            "checklist" => self.lists.get(id).cloned(),
            "section" => self.sections.get(id).cloned(),
            _ => None,
        };
        let is_ours = |part: &&str| part.strip_prefix('@') == Some(&self.community.0);
        let tail = match tail.split_whitespace().find(is_ours).filter(|_| kind == "checklist") {
            Some(part) => tail.replacen(part, &format!("@{}", self.community.1), 1),
            None => tail.to_owned(),
        };
        Some(format!("{kind}{blank}{}{tail}", to.as_deref().unwrap_or(id)))
    }

    /// `salon/announce/2026-12-12T14:00`
    fn occurrence(&self, id: &str) -> Option<String> {
        let (_, start) = id.rsplit_once('/')?;
        start.get(..10)?.parse::<Day>().ok()?;
        let (item, rest) = id.split_once('/')?;
        self.items.get(item).map(|to| format!("{to}/{rest}"))
    }
}

fn put(map: &mut HashMap<String, String>, from: String, to: String) {
    map.insert(mark_id(&from), mark_id(&to));
}

fn calendar_items(plan: &Plan) -> Vec<Item> {
    let programme = |cohort: usize| {
        let count = plan.programme(cohort).map_or(0, |programme| programme.items.len());
        (0..count).map(move |item| Item::Programme(cohort, item))
    };
    let own = (0..plan.activities.len()).map(Item::Activity);
    let own = own.chain((0..plan.content.len()).map(Item::Content)).chain((0..plan.reviews.len()).map(Item::Review));
    own.chain((0..plan.cohorts.len()).flat_map(programme)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::plan_of as plan;

    #[test]
    fn marks_follow_and_all_other_bytes_stay() {
        let text = "[[roles]]\nid = \"host\"\n[[people]]\nname = \"Ann\"\n[[goals]]\nid = \"stay\"\n[[activities]]\nid = \"talk\"\n";
        let new =
            text.replace("talk", "lecture").replace("Ann", "Bea").replace("stay", "keep").replace("host", "guide");
        let marks = RenamedMarks::between(&plan(text), &plan(&new));
        let list = "# talk\r\n<!-- qun:checklist talk 2026-12-02 -->\r\n## Ann\n<!-- qun:section person/Ann -->\n\
            - [x] talk <!-- qun:item talk/chairs/2026-12-02T20:00 0a1b2c3d --> a note on talk\n\
            - [ ] x <!-- qun:item talk/intro -->\n- [x] y <!-- qun:item plan/goal-stay -->\n<!-- qun:checklist handover-host -->";
        let expected = list
            .replace("checklist talk", "checklist lecture")
            .replace("person/Ann", "person/Bea")
            .replace("item talk/chairs/", "item lecture/chairs/")
            .replace("goal-stay", "goal-keep")
            .replace("handover-host", "handover-guide");
        assert_eq!(marks.apply(list), expected);
        let named = |name: &str| plan(&format!("[community]\nname = \"{name}\"\n"));
        let marks = RenamedMarks::between(&named("Tea Club"), &named("Book Club"));
        let heads =
            "# @tea-club\n<!-- qun:checklist launch @tea-club 00000000 -->\n<!-- qun:checklist launch @tea -->\n";
        assert_eq!(marks.apply(heads), heads.replacen("launch @tea-club", "launch @book-club", 1));
        assert_eq!(RenamedMarks::between(&plan(text), &plan(text)).apply(list), list);
    }
}

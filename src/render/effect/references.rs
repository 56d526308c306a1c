//! What refers to an element, a line each.

use crate::amend::{Reference, Snapshot};
use crate::finding::Segment;
use crate::language::{Language, Text};
use crate::plan::{Plan, Thing};
use crate::render::clean;
use crate::source::{Document, Table, typed_route};

/// `activities.salon.owner  Book table: who is responsible`, a line each.
pub fn references(found: &[Reference], plan: &Snapshot<'_>, language: Language) -> Vec<String> {
    let mut buffer = String::new();
    let document = Document::parse(plan.text, &mut buffer);
    let routes: Vec<String> = found.iter().map(|reference| clean(&typed_route(&document, &reference.path))).collect();
    let wide = routes.iter().map(|route| route.chars().count()).max().unwrap_or_default();
    let line = |(reference, route): (&Reference, &String)| {
        let about = Plan::TABLE.shape(&reference.path).map_or("", |(_, about)| about.get(language));
        let owner = match reference.path.0.as_slice() {
            [Segment::Key(table), Segment::Index(at), ..] => Thing::of(table, *at),
            _ => None,
        };
        let owner = owner.map(|thing| clean(&thing.label(plan.plan(), language)));
        let colon = Text::new("：", ": ").get(language);
        let what = owner.map_or_else(|| about.to_owned(), |owner| format!("{owner}{colon}{about}"));
        format!("{route:wide$}  {what}")
    };
    found.iter().zip(&routes).map(line).collect()
}

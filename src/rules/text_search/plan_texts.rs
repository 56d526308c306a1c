//! The texts of a plan that rules judge, collected in one walk.

use std::cell::OnceCell;

use super::Wording;
use crate::finding::{KeyPath, Trail};
use crate::plan::Plan;
use crate::source::{Table, Visit};

/// A text of a plan: its place, and its words once a rule asks for them.
#[derive(Debug)]
pub(in crate::rules) struct PlanText {
    /// Its place.
    pub(in crate::rules) path: KeyPath,
    /// The same without indices: `roles.duties`.
    route: &'static str,
    /// Without spaces at its ends.
    pub(in crate::rules) text: String,
    wording: OnceCell<Wording>,
}

impl PlanText {
    /// The text ready for judging.
    pub(in crate::rules) fn wording(&self) -> &Wording {
        self.wording.get_or_init(|| Wording::of(&self.text))
    }
}

/// The texts of a plan at some routes.
#[derive(Debug)]
pub(in crate::rules) struct PlanTexts {
    /// Each with its last key, in which most differ.
    routes: Vec<(&'static str, &'static str)>,
    texts: Vec<PlanText>,
}

impl PlanTexts {
    /// The texts of a plan whose route is one of these.
    pub(in crate::rules) fn of(plan: &Plan, routes: &[&[&'static str]]) -> Self {
        let routes = routes.iter().copied().flatten().map(|route| (*route, route.rsplit('.').next().unwrap_or(route)));
        let mut texts = Self { routes: routes.collect(), texts: Vec::new() };
        plan.show(&Trail::Root, &mut texts);
        texts
    }

    /// Those of them whose route is one of these.
    pub(in crate::rules) fn at(&self, routes: &[&str]) -> impl Iterator<Item = &PlanText> {
        self.texts.iter().filter(move |text| routes.contains(&text.route))
    }
}

impl Visit for PlanTexts {
    fn text(&mut self, at: &Trail<'_>, text: &str) {
        let Some(key) = at.last_key() else { return };
        if let Some((route, _)) = self.routes.iter().find(|(route, last)| *last == key && is_at(at, route)) {
            let (text, wording) = (text.trim().to_owned(), OnceCell::new());
            self.texts.push(PlanText { path: at.path(), route, text, wording });
        }
    }
}

/// Whether a trail, without indices, is this route; compared from its end, where routes differ.
fn is_at(trail: &Trail<'_>, route: &str) -> bool {
    match trail {
        Trail::Root => route.is_empty(),
        Trail::Index(up, _) => is_at(up, route),
        Trail::Key(up, key) | Trail::Known(up, key) => match route.strip_suffix(*key) {
            Some("") => is_at(up, ""),
            Some(rest) => rest.strip_suffix('.').is_some_and(|rest| is_at(up, rest)),
            None => false,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_taken_by_route() {
        let mut plan = Plan::default();
        plan.culture.slogan.text = Some("读书".to_owned());
        plan.roles.push(crate::plan::people::Role { duties: vec!["答疑".to_owned()], ..Default::default() });
        let texts = PlanTexts::of(&plan, &[&["duties", "people.roles.duties"], &["roles.duties", "culture.slogan"]]);
        let found = texts.at(&["roles.duties"]);
        let found: Vec<_> = found.map(|found| (found.path.to_string(), found.text.as_str())).collect();
        assert_eq!(found, [("roles[0].duties[0]".to_owned(), "答疑")]);
        assert_eq!(texts.at(&["duties", "people.roles.duties", "culture.slogan", "culture.slogan.text"]).count(), 0);
    }
}

//! What people mean by a name that they type: a person, a role, a channel or a goal of the plan, by id or title.

use super::{Plan, Thing};
use crate::language::Text;
use crate::source::Suggestion;
use crate::value::{canonical_name, name_key};

/// A name that means nothing in the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownName {
    /// What was typed.
    pub typed: String,
    /// What is wrong; `{name}` is what was typed.
    pub text: Text,
    /// What was probably meant.
    pub suggestion: Suggestion,
    /// What to know where nothing can be suggested.
    pub hint: Option<Text>,
}

impl UnknownName {
    /// A name, what is wrong, and the titles and ids that are known.
    pub fn new<'n>(
        typed: &str,
        text: Text,
        known: impl IntoIterator<Item = (Option<&'n str>, Option<&'n str>)>,
    ) -> Self {
        Self { typed: typed.to_owned(), text, suggestion: Suggestion::of_named(typed, known), hint: None }
    }
}

impl Plan {
    /// The person of this id or name: an index into `people`.
    pub fn person_named(&self, name: &str) -> Result<usize, UnknownName> {
        let text = Text::new("团队里没有“{name}”", "no one on the team is called \"{name}\"");
        self.index_named((0..self.people.len()).map(Thing::Person), name, text)
    }

    /// The role of this id or title: an index into `roles`.
    pub fn role_named(&self, name: &str) -> Result<usize, UnknownName> {
        let text = Text::new("没有“{name}”这个角色", "there is no role \"{name}\"");
        self.index_named((0..self.roles.len()).map(Thing::Role), name, text)
    }

    /// The channel of this id or title: an index into `channels`.
    pub fn channel_named(&self, name: &str) -> Result<usize, UnknownName> {
        let text = Text::new("没有叫“{name}”的渠道", "there is no channel \"{name}\"");
        self.index_named((0..self.channels.len()).map(Thing::Channel), name, text)
    }

    /// Which of some things has this id, else this title, else is the only one that is called so, in whatever letters.
    pub(crate) fn position_named(&self, things: impl Iterator<Item = Thing> + Clone, name: &str) -> Option<usize> {
        let spelling = canonical_name(name);
        let is_same = |called: Option<&str>| called.is_some_and(|called| canonical_name(called) == spelling);
        let by_id = things.clone().position(|thing| is_same(thing.id(self)));
        let by_title = || things.clone().position(|thing| is_same(thing.title(self)));
        by_id.or_else(by_title).or_else(|| {
            let key = name_key(name);
            let is_it = |called: &str| name_key(called) == key;
            let mut meant = things.clone().enumerate().filter(|(_, thing)| {
                thing.id(self).is_some_and(is_it) || thing.names(self).iter().any(|name| is_it(name))
            });
            meant.next().map(|(at, _)| at).filter(|_| meant.next().is_none())
        })
    }

    fn index_named(
        &self,
        things: impl Iterator<Item = Thing> + Clone,
        name: &str,
        text: Text,
    ) -> Result<usize, UnknownName> {
        self.position_named(things.clone(), name).ok_or_else(|| {
            let labels: Vec<String> = things.clone().map(|thing| thing.label(self, self.language())).collect();
            let ids = things.map(|thing| thing.id(self));
            UnknownName::new(name, text, labels.iter().map(|label| Some(label.as_str())).zip(ids))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Library;
    use crate::plan::read;
    use crate::source::Document;

    #[test]
    fn ids_are_found_before_titles() {
        let text = "[[people]]\nname = \"Mia\"\n[[people]]\nid = \"mei\"\nname = \"Li Mei\"\n\
            [[roles]]\nid = \"lead\"\ntitle = \"host\"\n[[roles]]\nid = \"host\"\n\
            [[channels]]\nid = \"main\"\ntitle = \"Agora\"\n[[channels]]\ntitle = \"Side\"\n";
        let mut buffer = String::new();
        let plan = read(&Document::parse(text, &mut buffer), &Library::default()).plan;
        let people = ["Mia", "mei", "Li Mei"].map(|name| plan.person_named(name).ok());
        assert_eq!(people, [Some(0), Some(1), Some(1)]);
        assert_eq!([plan.role_named("host").ok(), plan.role_named("lead").ok()], [Some(1), Some(0)]);
        let channels = ["main", "Agora", "Side"].map(|name| plan.channel_named(name).ok());
        assert_eq!(channels, [Some(0), Some(0), Some(1)]);
    }

    #[test]
    fn an_unknown_name_suggests_titles_and_ids() {
        let text = "[[people]]\nid = \"mei\"\nname = \"Li Mei\"\n[[people]]\nid = \"jo\"\n[[roles]]\nid = \"host\"\n";
        let mut buffer = String::new();
        let plan = read(&Document::parse(text, &mut buffer), &Library::default()).plan;
        let suggested = |found: Result<usize, UnknownName>| found.map_err(|unknown| unknown.suggestion);
        assert_eq!(suggested(plan.person_named("mey")), Err(Suggestion::Near(vec!["mei".to_owned()])));
        let all = vec!["Li Mei".to_owned(), "jo".to_owned()];
        assert_eq!(suggested(plan.person_named("xyz")), Err(Suggestion::All(all)));
        assert_eq!(suggested(plan.channel_named("")), Err(Suggestion::All(Vec::new())));
        assert_eq!(plan.role_named("hosts").map_err(|unknown| unknown.typed), Err("hosts".to_owned()));
    }
}

//! What a new plan still has from its starter though it is true only of the starter's made-up community: places,
//! partners, people; and texts that name a weekday on which nothing takes place any more.

use super::machine::Interview;
use super::starter::Starter;
use crate::cadence::Cadence;
use crate::finding::{KeyPath, Literal, Trail};
use crate::language::{Language, Text};
use crate::plan::Plan;
use crate::source::{Table, Visit};
use crate::value::Weekday;

/// One such value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invented {
    /// Its route, as `qun set` takes it.
    pub route: String,
    /// Its text.
    pub text: String,
}

/// The keys of lists whose texts are true of one community only.
const OWN: [(&str, &str); 6] = [
    ("places", "name"),
    ("places", "address"),
    ("partners", "name"),
    ("channels", "title"),
    ("channels", "link"),
    ("monetisation", "product"),
];

impl Interview<'_> {
    /// What is still the starter's own in a plan that was made of it.
    pub fn invented(&self, plan: &str) -> Vec<Invented> {
        let context = self.context();
        let new = Starter::read("", plan, context.library);
        let names = |starter: &Starter| -> Vec<String> {
            starter.plan.people.iter().filter_map(|person| person.name.clone()).collect()
        };
        // the team is one thing to be replaced, not a name at a time
        let mut team = names(&new);
        team.retain(|name| names(context.starter).contains(name));
        let separator = Text::new("、", ", ").get(context.language());
        let mut found = Vec::new();
        if !team.is_empty() {
            found.push(Invented { route: "people".to_owned(), text: team.join(separator) });
        }
        for (list, key) in OWN {
            let old: Vec<&str> = elements(context.starter, list).iter().filter_map(|old| text_of(old, key)).collect();
            for (at, element) in elements(&new, list).iter().enumerate() {
                let Some(text) = text_of(element, key).filter(|text| old.contains(text)) else { continue };
                found.push(Invented { route: route(list, at, element, key), text: text.to_owned() });
            }
        }
        let gone = gone_weekdays(&context.starter.plan, &new.plan);
        let language = context.language();
        let mut texts = TextSearch { words: gone.iter().map(|day| word(*day, language)).collect(), found: Vec::new() };
        new.plan.show(&Trail::Root, &mut texts);
        found.extend(texts.found.into_iter().map(|(path, text)| Invented { route: path.to_string(), text }));
        found
    }
}

fn elements<'s>(starter: &'s Starter, list: &'static str) -> &'s [Literal] {
    match starter.at(&KeyPath::of(&[list])) {
        Some(Literal::List(elements)) => elements,
        _ => &[],
    }
}

fn text_of<'l>(element: &'l Literal, key: &str) -> Option<&'l str> {
    let Literal::Table(pairs) = element else { return None };
    pairs.iter().find(|(name, _)| name == key).and_then(|(_, value)| match value {
        Literal::Text(text) => Some(text.as_str()),
        _ => None,
    })
}

/// A key of an element by the element's id or name; by its place where that would not be found.
fn route(list: &str, at: usize, element: &Literal, key: &str) -> String {
    let name = ["id", "name"].into_iter().find_map(|key| text_of(element, key));
    match name.filter(|name| !name.contains(['.', '[', '"'])) {
        Some(name) => format!("{list}.{name}.{key}"),
        None => format!("{list}[{at}].{key}"),
    }
}

/// The weekdays on which something takes place in the first plan and nothing does in the second.
fn gone_weekdays(before: &Plan, after: &Plan) -> Vec<Weekday> {
    let now = weekdays(after);
    weekdays(before).into_iter().filter(|day| !now.contains(day)).collect()
}

fn weekdays(plan: &Plan) -> Vec<Weekday> {
    let activities = plan.activities.iter().filter_map(|activity| activity.when.as_ref());
    let content = plan.content.iter().filter_map(|content| content.when.as_ref());
    let printed: Vec<String> = activities.chain(content).map(|when: &Cadence| when.print(Language::En)).collect();
    let is_named = |day: &Weekday| printed.iter().any(|when| when.contains(day.short().en));
    Weekday::ALL.into_iter().filter(is_named).collect()
}

/// The word for a weekday in running text.
const fn word(day: Weekday, language: Language) -> &'static str {
    match language {
        Language::Zh => day.short().zh,
        Language::En => day.english(),
    }
}

/// Collects the texts that contain any of some words.
struct TextSearch {
    words: Vec<&'static str>,
    found: Vec<(KeyPath, String)>,
}

impl Visit for TextSearch {
    fn text(&mut self, at: &Trail<'_>, text: &str) {
        if self.words.iter().any(|word| text.contains(word)) {
            self.found.push((at.path(), text.to_owned()));
        }
    }

    fn reference(&mut self, _: &Trail<'_>, _: &'static str, _: Text, _: &str) {}
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::{Answers, Mode};
    use crate::library::Library;

    fn drafted<'l>(library: &'l Library, pairs: &[&str]) -> (Interview<'l>, String) {
        let today = "2026-11-23".parse().expect("a day");
        let mut interview = Interview::new(library, Mode::Quick, Language::En, today);
        let mut answers = Answers::default();
        for pair in pairs {
            answers.set(pair).expect("a good answer");
        }
        interview.replay(&answers).expect("good answers");
        let text = interview.draft().expect("TOML").text;
        (interview, text)
    }

    #[test]
    fn lists_made_up_values_with_their_keys() {
        let library = Library::default();
        let (interview, text) = drafted(&library, &["language=en", "starter=reading-club", "people=Ana, Ben"]);
        let found = interview.invented(&text);
        let routes: Vec<&str> = found.iter().map(|it| it.route.as_str()).collect();
        assert!(routes.contains(&"places.cafe.name") && routes.contains(&"partners.corner-cafe.name"), "{routes:?}");
        assert!(!routes.contains(&"people"), "they were answered");
        let mut buffer = String::new();
        let document = crate::source::Document::parse(&text, &mut buffer);
        for it in &found {
            assert!(crate::source::resolve(&document, &it.route).is_some(), "{}", it.route);
        }
        let (interview, text) = drafted(&library, &["language=en", "starter=reading-club"]);
        assert!(
            interview.invented(&text).iter().any(|it| it.route == "people" && it.text.starts_with("Aoife, Marek, "))
        );
    }

    #[test]
    fn lists_texts_that_name_a_weekday_without_activities() {
        let library = Library::default();
        let wednesday = |pairs: &[&str]| {
            let (interview, text) = drafted(&library, pairs);
            interview.invented(&text).into_iter().any(|it| it.text.contains("Wednesday"))
        };
        let pairs = ["language=en", "starter=brand-fans", "weekly_when=every Thu 20:00"];
        assert!(wednesday(&pairs), "its posts say Wednesday");
        assert!(!wednesday(&pairs[..2]));
    }
}

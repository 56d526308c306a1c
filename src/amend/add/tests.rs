//! Ids, values, next dates and findings of what is added.

use super::*;
use crate::amend::fixture::Fixture;
use crate::source::KeyInfo;

const PLAN: &str = "language = \"en\"\n[[roles]]\nid = \"host\"\ntitle = \"Host\"\n[[people]]\nid = \"mia\"\nname = \"Mia\"\nroles = [\"host\"]\n\
    [[channels]]\nid = \"main\"\ntitle = \"Members\"\n[[channels]]\nid = \"news\"\n\
    [[activities]]\nid = \"talk\"\nwhen = \"every Wed 20:00-21:00\"\nowner = \"mia\"\n";

fn kind(word: &str) -> &'static ElementKind {
    ElementKind::meant(word).expect("a kind")
}

fn key(what: &'static ElementKind, key: &str) -> &'static KeyInfo {
    what.keys().find(|info| info.key == key).expect("a key")
}

/// What is typed, as the values of the keys.
fn given(fixture: &Fixture, word: &str, typed: &[(&'static str, &str)]) -> Vec<(&'static str, Literal)> {
    let read = |(name, text): &(&'static str, &str)| {
        (*name, value(&key(kind(word), name).shape, text, &fixture.now()).expect("a value"))
    };
    typed.iter().map(read).collect()
}

fn add(fixture: &Fixture, word: &str, typed: &[(&'static str, &str)]) -> Result<Add, AmendError> {
    Add::new(kind(word), given(fixture, word, typed), &fixture.now())
}

#[test]
fn an_id_comes_from_the_title_and_is_free() {
    let fixture = Fixture::sound(PLAN);
    let id = |typed: &[(&'static str, &str)]| {
        add(&fixture, "activity", typed).expect("a new name").ids().collect::<String>()
    };
    assert_eq!(id(&[("title", "Film night")]), "film-night");
    assert_eq!(id(&[("title", "Talk!")]), "talk-2");
    assert_eq!(id(&[("title", "Talk"), ("id", "other")]), "other");
    assert_eq!(id(&[("title", "观影"), ("form", "sharing")]), "sharing", "English letters first");
    assert_eq!(id(&[("title", "观影")]), "activity-1", "no numbers for signs");
    assert_eq!(id(&[]), "activity");
    assert_eq!(add(&fixture, "person", &[("name", "Zoe")]).expect("a new name").ids().collect::<String>(), "Zoe");
}

#[test]
fn a_namesake_needs_an_id() {
    let fixture = Fixture::sound(PLAN);
    let taken = add(&fixture, "person", &[("name", "Mia")]).map(|_| ());
    assert_eq!(taken, Err(AmendError::NameTaken("Mia".to_owned())));
    assert!(add(&fixture, "person", &[("name", "Mia"), ("id", "mia2")]).is_ok());
}

#[test]
fn its_next_dates_and_a_clash_are_shown() {
    let fixture = Fixture::sound(PLAN);
    let typed = [("title", "Quiz"), ("when", "every Wed 20:30-21:30"), ("owner", "Mia")];
    let amendment = fixture.amend(add(&fixture, "activity", &typed).expect("a new name")).expect("a sound plan");
    let block = "[[activities]]\nid = \"quiz\"\ntitle = \"Quiz\"\nwhen = \"every Wed 20:30-21:30\"\nfrom = 2026-11-22\nowner = \"mia\"\n";
    assert!(amendment.text.ends_with(block), "{}", amendment.text);
    let effect = amendment.effect().expect("a calendar");
    let calendar = effect.calendar.expect("it has dates");
    let days: Vec<String> = calendar.entries.iter().map(|entry| entry.at.day.to_string()).collect();
    assert_eq!(
        (effect.things[0], days),
        (Some(Thing::Activity(1)), ["2026-11-25", "2026-12-02", "2026-12-09"].map(str::to_owned).to_vec())
    );
    let rules: Vec<&str> = effect.impact.findings.new.iter().map(|finding| finding.rule.id).collect();
    assert_eq!(rules, ["schedule/double-booked"]);
    let place =
        fixture.amend(add(&fixture, "place", &[("name", "Library")]).expect("a new name")).expect("a sound plan");
    assert!(place.effect().expect("nothing to make").calendar.is_none(), "places have no dates");
}

#[test]
fn names_of_people_and_of_words_become_those_of_the_plan() {
    let fixture = Fixture::sound(PLAN);
    let typed =
        [("owner", "mia"), ("channels", "Members，news"), ("staff", "HOST"), ("form", "分享会"), ("from", "12-24")];
    let values: Vec<Literal> = given(&fixture, "activity", &typed).into_iter().map(|(_, value)| value).collect();
    let staff = Literal::Table(vec![("role".to_owned(), "host".into())]);
    let expected = [
        "mia".into(),
        Literal::List(vec!["main".into(), "news".into()]),
        Literal::List(vec![staff]),
        "sharing".into(),
        Literal::Day("2026-12-24".parse().expect("a day")),
    ];
    assert_eq!(values, expected);
}

#[test]
fn a_wrong_value_has_the_nearest_right_ones() {
    let fixture = Fixture::sound(PLAN);
    let near = |word: &str, name: &str, typed: &str| {
        let wrong = value(&key(kind(word), name).shape, typed, &fixture.now()).expect_err("no such value");
        wrong.near.message(crate::language::Language::En).unwrap_or_default()
    };
    assert_eq!(near("activity", "owner", "Mja"), "did you mean: Mia, mia", "by name or by id");
    assert_eq!(near("activity", "channels", "Members, nowhere"), "choose from: Members, news");
    assert_eq!(near("channel", "platform", "discrod"), "did you mean: discord");
    assert_eq!(near("channel", "cap", "many"), "");
}

#[test]
fn several_of_a_kind_are_added_at_once() {
    let fixture = Fixture::sound(PLAN);
    let first = add(&fixture, "activity", &[("title", "Talk"), ("when", "every Mon 19:00")]).expect("a new name");
    let second = given(&fixture, "activity", &[("title", "Talk"), ("when", "every Tue 19:00")]);
    let both = first.and(second, &fixture.now()).expect("another name");
    assert_eq!(both.ids().collect::<Vec<_>>(), ["talk-2", "talk-3"]);
    let amendment = fixture.amend(both).expect("a sound plan");
    let effect = amendment.effect().expect("a calendar");
    assert_eq!(effect.things, [Some(Thing::Activity(1)), Some(Thing::Activity(2))]);
    // the next dates of both
    let of = |thing| {
        let entries = effect.calendar.iter().flat_map(|calendar| &calendar.entries);
        entries.filter(|entry| is_entry_of(thing, entry.origin)).count()
    };
    assert_eq!([1, 2].map(|at| of(Thing::Activity(at))), [3, 3]);
    // two people of one name
    let zoe = || given(&fixture, "person", &[("name", "Zoe")]);
    let twice = Add::new(kind("person"), zoe(), &fixture.now()).expect("a new name").and(zoe(), &fixture.now());
    assert!(matches!(twice, Err(AmendError::NameTaken(name)) if name == "Zoe"));
}

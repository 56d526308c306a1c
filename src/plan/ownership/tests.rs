//! The digests of the starters are those of their texts; what is changed or confirmed is exactly that.

use super::*;
use crate::language::Language;
use crate::library::TemplateKind;

#[test]
fn every_released_starter_is_known_by_its_digests() {
    let starters = TemplateKind::Plans.files().iter().map(|file| {
        let digests = Language::ALL.iter().flat_map(|language| digests_of(file.text(*language))).collect();
        (file.name, digests)
    });
    digest::tests::hold(&starters.collect::<Vec<_>>());
}

/// Whose the values of a text are.
fn ownership(text: &str) -> Ownership {
    let library = Library::default();
    let mut buffer = String::new();
    crate::plan::read(&Document::parse(text, &mut buffer), &library).index.ownership
}

/// A starter as a plan that names it.
fn copy(name: &str, language: Language) -> String {
    let library = Library::default();
    let text = library.starter(name, language).expect("a starter");
    let (head, rest) = text.split_once("[template]\n").expect("a starter describes itself");
    let (_, rest) = rest.split_once("\n\n").expect("and then begins");
    format!("{head}[template]\nfrom = \"{name}\"\n\n{rest}")
}

/// The names of the values that are not borrowed.
fn not_borrowed(ownership: &Ownership) -> Vec<String> {
    ownership.values.iter().filter(|value| value.whose != Whose::Borrowed).map(PlanValue::name).collect()
}

#[test]
fn a_copy_in_either_language_is_borrowed_as_a_whole() {
    for name in Library::default().starter_names() {
        for language in Language::ALL {
            let copy = ownership(&copy(name, language));
            assert!(copy.values.len() > 300, "{name} {language}");
            assert_eq!(not_borrowed(&copy), Vec::<String>::new(), "{name} {language}");
            assert!(!copy.holds("positioning.motives") && !copy.holds("rules.conduct.text"), "{name} {language}");
            let mut names: Vec<String> = copy.values.iter().map(PlanValue::name).collect();
            names.sort_unstable();
            names.dedup();
            // a value is confirmed by its name
            assert_eq!(names.len(), copy.values.len(), "{name} {language}");
        }
    }
}

/// Replaces a value of a plan by another of its shape.
fn changed(text: &str, value: &PlanValue) -> String {
    use crate::finding::{Edit, Literal};
    let mut buffer = String::new();
    let document = Document::parse(text, &mut buffer);
    let old = crate::source::values(&document).at(&value.path).expect("a value").clone();
    let new = match old {
        Literal::Text(text) => Literal::Text(format!("{text} 改")),
        Literal::Integer(number) => Literal::Integer(number + 7919),
        Literal::Float(number) => Literal::Float(number + 0.25),
        Literal::Day(day) => Literal::Day(day.plus(4001)),
        other => other,
    };
    crate::source::apply(text, &[Edit::set(value.path.clone(), new)]).expect("an edit")
}

#[test]
fn a_changed_value_becomes_own_and_nothing_else_does() {
    for language in Language::ALL {
        let text = copy("paid-membership", language);
        for value in ownership(&text).values {
            let after = ownership(&changed(&text, &value));
            let own: Vec<&PlanValue> = after.values.iter().filter(|value| value.whose == Whose::Own).collect();
            assert!(own.iter().any(|own| own.path == value.path), "{} is still borrowed", value.name());
            // what identifies an element takes its short values with it
            let element = value.path.0.iter().rposition(|step| matches!(step, crate::finding::Segment::Index(_)));
            let element = element.map_or(value.path.0.len(), |at| at + 1);
            for own in own {
                assert!(own.path.0.starts_with(&value.path.0[..element]), "{} freed {}", value.name(), own.name());
            }
        }
    }
}

#[test]
fn the_order_of_elements_does_not_matter() {
    for language in Language::ALL {
        let text = copy("reading-club", language);
        let parts: Vec<&str> = text.split("\n[[goals]]\n").collect();
        let [first, goals @ .., last] = parts.as_slice() else { panic!("goals") };
        let (goal, rest) = last.split_once("\n[").expect("another table");
        let turned: Vec<&str> = std::iter::once(goal).chain(goals.iter().rev().copied()).collect();
        let turned: String = turned.iter().map(|goal| format!("\n[[goals]]\n{}", goal.trim_end())).collect();
        let turned = ownership(&format!("{first}{turned}\n\n[{rest}"));
        assert_eq!(not_borrowed(&turned), Vec::<String>::new());
        assert_eq!(turned.values.len(), ownership(&text).values.len());
    }
}

#[test]
fn what_is_confirmed_counts_except_people_and_money() {
    let text = copy("reading-club", Language::En);
    let all: Vec<String> = Plan::TABLE.keys.iter().map(|key| format!("{:?}", key.key)).collect();
    let confirmed =
        ownership(&text.replace("[template]\n", &format!("[template]\nconfirmed = [{}]\n", all.join(", "))));
    assert!(confirmed.borrowed().all(|value| value.is_never_taken), "only what is never taken over is left");
    assert!(confirmed.values.iter().all(|value| value.is_never_taken == (value.whose == Whose::Borrowed)));
    assert!(confirmed.holds("rules.conduct") && confirmed.holds("positioning.motives") && !confirmed.holds("people"));
    assert!(confirmed.holds("monetisation.product") && !confirmed.holds("monetisation.price"));
    // what was typed again is confirmed by its own name
    let typed = ownership(&text.replace("[template]\n", "[template]\nconfirmed = [\"community.size.now\"]\n"));
    assert_eq!(not_borrowed(&typed), ["community.size.now"]);
}

#[test]
fn every_value_can_be_confirmed_by_its_name_alone() {
    let text = copy("paid-membership", Language::Zh);
    for value in ownership(&text).values {
        let confirmed = format!("[template]\nconfirmed = [{:?}]\n", value.name());
        let after = ownership(&text.replace("[template]\n", &confirmed));
        assert_eq!(not_borrowed(&after), [value.name()]);
    }
}

#[test]
fn a_choice_counts_once_something_beside_it_is_own() {
    let text = copy("reading-club", Language::En);
    assert!(!ownership(&text).holds("goals.metric"));
    let own = text.replace("Members take part in the talk each week", "Everyone says one thing a week");
    assert!(ownership(&own).holds("goals.metric") && !ownership(&own).holds("goals.target"));
    let chosen = text.replace("metric = \"retention\"", "metric = \"revenue\"");
    assert!(ownership(&chosen).holds("goals.metric") && !ownership(&chosen).holds("goals.objective"));
}

#[test]
fn a_plan_that_names_no_starter_is_recognised_by_its_texts() {
    for name in Library::default().starter_names() {
        for language in Language::ALL {
            let text = copy(name, language).replace(&format!("[template]\nfrom = \"{name}\"\n"), "");
            let found = ownership(&text);
            assert_eq!(
                found.origin,
                Some(StarterOrigin { starter: name.to_owned(), is_declared: false }),
                "{language}"
            );
            assert!(!found.holds("positioning.mission"));
        }
    }
    let own = "[positioning]\nvision = \"a lamp for the night shift\"\nmission = \"read on\"\nbenefit = \"company\"\n";
    assert_eq!(ownership(own), Ownership::default());
    assert!(ownership(own).holds("anything"));
}

#[test]
fn a_starter_itself_and_a_name_that_is_none() {
    let library = Library::default();
    let starter = ownership(library.starter("alumni", Language::En).expect("a starter"));
    assert_eq!(starter, Ownership::default());
    assert_eq!(ownership("[template]\nfrom = \"nothing\"\n").unknown_starter(), Some("nothing"));
    assert_eq!(ownership("[template]\nfrom = \"alumni\"\n").unknown_starter(), None);
}

#[test]
fn a_starter_of_the_users_own_is_compared_too() {
    let mut library = Library::default();
    library.add(TemplateKind::Plans, "ours", "[positioning]\nmission = \"Read together every week\"\n");
    let mut buffer = String::new();
    let text = "[template]\nfrom = \"ours\"\n[positioning]\nmission = \"Read together every week\"\nvision = \"x\"\n";
    let reading = crate::plan::read(&Document::parse(text, &mut buffer), &library);
    let borrowed: Vec<&str> = reading.index.ownership.borrowed().map(|value| value.route.as_str()).collect();
    assert_eq!(borrowed, ["positioning.mission"]);
}

#[test]
fn dates_that_move_with_the_first_day_stay_borrowed() {
    use crate::amend::{DateShift, EditSet};
    for name in Library::default().starter_names() {
        let text = copy(name, Language::En);
        for starts in ["2026-12-05", "2027-01-01", "2027-03-09"] {
            let [first, starts]: [crate::value::Day; 2] = ["2026-12-01", starts].map(|day| day.parse().expect("a day"));
            let mut buffer = String::new();
            let values = crate::source::values(&Document::parse(&text, &mut buffer));
            let mut edits = EditSet::default();
            DateShift { first, starts }.shift(&values, &mut edits);
            let moved = crate::source::apply(&text, &edits.into_edits(|path| values.at(path))).expect("edits");
            assert_eq!(not_borrowed(&ownership(&moved)), ["lifecycle.starts"], "{name} from {starts}");
        }
    }
}

/// Most of a plan's positioning and culture gives its starter away; starters share almost none of it with each other, so
/// that a plan is never taken for a copy of another one.
#[test]
fn starters_share_no_texts() {
    // words of the format and short names are alike by chance
    let is_prose = |text: &str| text.chars().count() >= 8 && (text.contains(' ') || !text.is_ascii());
    let texts = |name: &str, language: Language| -> Vec<String> {
        let values = ownership(&copy(name, language)).values.into_iter();
        let compared = values.filter(|value| ["positioning", "culture"].contains(&value.chapter()));
        compared.map(|value| value.written).filter(|text| text.chars().count() >= 4).collect()
    };
    for language in Language::ALL {
        let all: Vec<(&str, Vec<String>)> =
            TemplateKind::Plans.files().iter().map(|file| (file.name, texts(file.name, language))).collect();
        for (name, own) in &all {
            assert!(own.len() > 10, "{name}");
            for (other, others) in all.iter().filter(|(other, _)| other != name) {
                let same: Vec<&String> = own.iter().filter(|text| others.contains(text)).collect();
                assert!(same.len() * 10 < own.len(), "{name} and {other}: {same:?}");
                let prose = same.iter().filter(|text| is_prose(text)).count();
                assert!(prose < 2, "{name} and {other}: {same:?}");
            }
        }
    }
}

//! What is taken out with an element, what is given to another, and what stays.

use super::*;
use crate::amend::fixture::{Fixture, day};
use crate::language::Language;
use crate::library::Library;
use crate::plan::ElementKind;
use crate::source::Shape;

const PLAN: &str = "language = \"en\"\n# hosts\n[[roles]]\nid = \"host\"\n[[people]]\nname = \"Ann\"\nroles = [\"host\"]\nbackup = \"Bo\"\n\
    # new\n[[people]]\nname = \"Bo\"\nbackup = \"Ann\"\n[[people]]\nname = \"Cy\"\n\
    [[activities]]\nid = \"talk\"\nwhen = \"every Wed 20:00\"\nowner = \"Ann\"\nstaff = [{ role = \"host\" }]\n\
    [[activities]]\nid = \"quiz\"\nwhen = \"every Thu 20:00\"\nowner = \"Ann\" # for now\n\
    [[changes]]\nitem = \"talk\"\non = 2026-12-02\nperson = \"Bo\"\n[[changes]]\nitem = \"quiz\"\non = 2026-12-03\nmove_to = 2026-12-04\nperson = \"Bo\"\n";

fn remove(fixture: &Fixture, kind: &str, name: &str, referring: Referring) -> Result<String, AmendError> {
    let kind = ElementKind::meant(kind).expect("a kind");
    let element = kind.find(name, &fixture.now())?;
    Ok(fixture.amend(Removal { element, referring })?.text.clone())
}

#[test]
fn what_is_still_referred_to_is_refused() {
    let fixture = Fixture::sound(PLAN);
    assert_eq!(
        remove(&fixture, "role", "host", Referring::Refused),
        Err(AmendError::StillReferredTo("host".to_owned(), 2))
    );
    let text = remove(&fixture, "person", "Cy", Referring::Refused).expect("nothing refers to Cy");
    assert_eq!(text, PLAN.replace("[[people]]\nname = \"Cy\"\n", ""));
}

#[test]
fn references_go_with_it_and_so_does_what_says_nothing_without_them() {
    let fixture = Fixture::sound(PLAN);
    let text = remove(&fixture, "role", "host", Referring::Removed).expect("a role");
    let expected = PLAN
        .replace("# hosts\n[[roles]]\nid = \"host\"\n", "")
        .replace("roles = [\"host\"]\n", "")
        .replace("staff = [{ role = \"host\" }]\n", "");
    assert_eq!(text, expected);
    // a change that only said who does it goes, the other stays without them
    let text = remove(&fixture, "person", "Bo", Referring::Removed).expect("a person");
    assert!(text.ends_with("[[changes]]\nitem = \"quiz\"\non = 2026-12-03\nmove_to = 2026-12-04\n"), "{text}");
    assert!(!text.contains("Bo") && !text.contains("2026-12-02"), "{text}");
    let text = remove(&fixture, "activity", "talk", Referring::Removed).expect("an activity");
    assert!(!text.contains("talk") && text.matches("[[changes]]").count() == 1, "{text}");
}

#[test]
fn references_are_given_to_another() {
    let fixture = Fixture::sound(PLAN);
    let text = remove(&fixture, "person", "Ann", Referring::To("bo".to_owned())).expect("a person");
    assert_eq!(text.matches("owner = \"Bo\"").count(), 2, "{text}");
    assert!(
        text.contains("owner = \"Bo\" # for now") && !text.contains("backup"),
        "nobody stands in for themselves: {text}"
    );
    let itself = remove(&fixture, "person", "Ann", Referring::To("Ann".to_owned()));
    assert_eq!(itself, Err(AmendError::ToItself("Ann".to_owned())));
    let nobody = remove(&fixture, "person", "Ann", Referring::To("Zoe".to_owned()));
    assert!(matches!(nobody, Err(AmendError::WrongValue(..))), "{nobody:?}");
    let both = Fixture::sound(
        "[[channels]]\nid = \"a\"\n[[channels]]\nid = \"b\"\n[[activities]]\nid = \"x\"\nchannels = [\"a\", \"b\"]\n",
    );
    let text = remove(&both, "channel", "a", Referring::To("b".to_owned())).expect("a channel");
    assert!(text.contains("channels = [\"b\"]\n"), "not twice: {text}");
}

#[test]
fn who_leaves_keeps_what_they_did() {
    let fixture = Fixture::sound(PLAN);
    let element = ElementKind::meant("person").expect("a kind").find("Ann", &fixture.now()).expect("a person");
    let amendment = fixture.amend(Leave::new(&element, day("2026-12-10")).expect("a person")).expect("a sound plan");
    assert!(amendment.text.contains("backup = \"Bo\"\nuntil = 2026-12-09\n"), "{}", amendment.text);
    let effect = amendment.effect().expect("a calendar");
    let (before, after) = (effect.impact.before.expect("a calendar"), effect.impact.after.expect("a calendar"));
    let until = |calendar: &crate::calendar::Calendar<'_>| {
        calendar.entries.iter().filter(|entry| entry.at.day < day("2026-12-10")).cloned().collect::<Vec<_>>()
    };
    // on the last day their work is handed over
    let is_handover = |entry: &crate::calendar::Entry| matches!(entry.origin, crate::calendar::Origin::Life(_));
    let (handovers, others): (Vec<_>, Vec<_>) = until(&after).into_iter().partition(is_handover);
    assert_eq!(until(&before), others, "nothing changes before their last day");
    assert_eq!(handovers.iter().map(|entry| entry.at.day).collect::<Vec<_>>(), [day("2026-12-09")]);
    assert!(!effect.impact.entries.is_empty());
    let role = ElementKind::meant("role").expect("a kind").find("host", &fixture.now()).expect("a role");
    assert_eq!(Leave::new(&role, day("2026-12-10")).map(|_| ()), Err(AmendError::OnlyPeopleLeave));
}

#[test]
fn an_element_of_an_array_goes_with_its_own_comments_only() {
    let list = "away = [\n  # spring\n  { from = 2027-03-01, to = 2027-03-05 }, # skiing\n  # summer\n  { from = 2027-07-01, to = 2027-07-05 }, # beach\n  # winter\n  { from = 2027-12-01, to = 2027-12-05 }, # snow\n]\n";
    let text = format!("[[people]]\nname = \"Mia\"\n{list}");
    let without = |index: usize| {
        let path = KeyPath::of(&["people"]).index(0).key("away").index(index);
        crate::source::apply(&text, &[Edit::Remove { path }]).expect("it is there")
    };
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    for (index, gone) in [(0, 3..5), (1, 5..7), (2, 7..9)] {
        let kept: String =
            lines.iter().enumerate().filter(|(at, _)| !gone.contains(at)).map(|(_, line)| *line).collect();
        assert_eq!(without(index), kept, "{index}");
    }
}

#[test]
fn accepted_findings_stay_with_their_elements() {
    let allow = |at: &str| format!("[[lint.allow]]\nrule = \"x/y\"\nat = \"{at}\"\n");
    let text = "[[activities]]\nid = \"a\"\n[[activities]]\nid = \"b\"\n[[activities]]\nid = \"c\"\n".to_owned()
        + &["activities[0]", "activities[1].owner", "activities[2].owner", "activities"].map(allow).concat();
    let fixture = Fixture::sound(&text);
    let text = remove(&fixture, "activity", "b", Referring::Refused).expect("an activity");
    let left: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("at = ")).collect();
    assert_eq!(left, ["\"activities[0]\"", "\"activities[1].owner\"", "\"activities\""]);
}

/// In every starter and example each element can be taken out with what refers to it, or that can be given to the first
/// other of its kind, and no name is left that refers to nothing.
#[test]
fn nothing_is_left_dangling_in_starters_and_examples() {
    let library = Library::default();
    let starters = library.starter_names().into_iter().filter_map(|name| library.starter(name, Language::En));
    let examples =
        [include_str!("../../../examples/chenguang.toml"), include_str!("../../../examples/kubernetes-sigs.toml")];
    for (nth, text) in starters.chain(examples).enumerate() {
        let fixture = Fixture::any(text);
        let mut counts = (0, 0);
        for kind in crate::plan::ELEMENT_KINDS {
            let all: Vec<Element> = kind.all(&fixture.now()).into_iter().map(|(element, _)| element).collect();
            // each of them takes a while: every fifth, others in each plan
            for element in all.iter().skip(nth % 3).step_by(5) {
                let other =
                    all.iter().find(|other| *other != element).and_then(|other| other.thing?.id(fixture.now().plan()));
                let to = other.map(|other| Referring::To(other.to_owned()));
                for referring in [Some(Referring::Removed), to].into_iter().flatten() {
                    let is_given = referring != Referring::Removed;
                    let amendment = fixture.amend(Removal { element: element.clone(), referring });
                    let text = amendment.unwrap_or_else(|error| panic!("{element:?}: {error}")).text;
                    let after = Fixture::any(&text);
                    let new: Vec<_> = after
                        .reading
                        .findings
                        .iter()
                        .filter(|finding| !fixture.reading.findings.contains(finding))
                        .collect();
                    assert!(new.is_empty(), "{}: {new:?}", element.label);
                    if is_given { counts.1 += 1 } else { counts.0 += 1 }
                }
            }
        }
        assert!(counts.0 > 5 && counts.1 > 3, "{counts:?}");
    }
}

/// Work is shared month by month (whole weeks): who leaves changes nothing before the month in which they do.
#[test]
fn who_leaves_changes_no_earlier_month() {
    let fixture = Fixture::any(Library::default().starter("reading-club", Language::En).expect("built in"));
    let month = crate::calendar::Scheduler::period(day("2027-02-10")).0;
    for element in ElementKind::meant("person")
        .expect("a kind")
        .all(&fixture.now())
        .into_iter()
        .map(|(element, _)| element)
        .take(3)
    {
        let amendment =
            fixture.amend(Leave::new(&element, day("2027-02-10")).expect("a person")).expect("a sound plan");
        let impact = amendment.effect().expect("a calendar").impact;
        let early = |calendar: &Option<crate::calendar::Calendar<'_>>| {
            let calendar = calendar.as_ref().expect("a calendar");
            calendar.entries.iter().filter(|entry| entry.at.day < month).cloned().collect::<Vec<_>>()
        };
        assert!(!early(&impact.before).is_empty());
        assert_eq!(early(&impact.before), early(&impact.after), "{}", element.label);
    }
}

/// What is added and taken out again leaves every starter and example as it was, byte for byte.
#[test]
fn adding_and_taking_out_gives_the_bytes_back() {
    let library = Library::default();
    let examples = [
        include_str!("../../../examples/chenguang.toml"),
        include_str!("../../../examples/kubernetes-sigs.toml"),
        include_str!("../../../examples/rust-project.toml"),
    ];
    let starters = library.starter_names().into_iter().filter_map(|name| library.starter(name, Language::En));
    for text in starters.chain(examples) {
        let fixture = Fixture::any(text);
        for what in ElementKind::addable() {
            let texts = ["title", "name", "objective", "who", "pain", "word"];
            // the others are called by a word of the vocabulary, or by their number
            let Some(key) = texts
                .into_iter()
                .find(|key| what.keys().any(|info| info.key == *key && matches!(info.shape, Shape::Text)))
            else {
                continue;
            };
            let (given, now) = (vec![(key, Literal::from("Zz top"))], fixture.now());
            let add =
                match what.within().and_then(ElementKind::meant).and_then(|whole| whole.all(&now).first().cloned()) {
                    Some((whole, _)) => crate::amend::Add::within(&whole, what, given, &now),
                    None => crate::amend::Add::new(what, given, &now),
                }
                .expect("a new name");
            let added = Fixture::any(&fixture.amend(add).expect("a sound plan").text);
            let element =
                ElementKind::meant(what.word).expect("a kind").find("Zz top", &added.now()).expect("it is there");
            let back = added.amend(Removal { element, referring: Referring::Refused }).expect("nothing refers to it");
            assert_eq!(back.text, text, "{}", what.word);
        }
    }
}

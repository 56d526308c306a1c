//! What each target does with bytes, and the laws that it holds. The fuzz targets and `tests/fuzzed.rs` call the same.

use std::borrow::Cow;

use qun::amend::{IfChanged, Snapshot, publish};
use qun::cadence::Cadence;
use qun::calendar::{CalendarRequest, Item, Scheduler, calendar, holidays_of_ics, item_id, items};
use qun::checklist::{self, Basis, Checklist, ChecklistKind, Section, absorb, make, span};
use qun::finding::{Edit, KeyPath, Literal, PlacePart};
use qun::interview::{Answers, Interview, Mode};
use qun::knowledge::Holidays;
use qun::language::Language;
use qun::library::Library;
use qun::plan::{Plan, Reading, read};
use qun::render;
use qun::render::calendar::{Format, Options as Looks, Tasks, View};
use qun::roster::{Roster, read_roster};
use qun::rules::{LintOptions, lint};
use qun::source::{Document, Table, apply, decode, literal, resolve};
use qun::value::{Clock, Day};

/// What a target does with bytes; it panics where a law is broken.
pub type Target = fn(&[u8]);

/// Every target, by its name.
pub const TARGETS: [(&str, Target); 9] = [
    ("plan", plan),
    ("cadence", cadence),
    ("rrule", rrule),
    ("edit", edit),
    ("change", change),
    ("answers", answers),
    ("holidays", holidays),
    ("checklist", checklist),
    ("roster", roster),
];

fn today() -> Day {
    Day::from_ymd(2026, 11, 22).expect("a day")
}

fn text(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// The first line, and what is below it.
fn head(text: &str) -> (&str, &str) {
    text.split_once('\n').unwrap_or((text, ""))
}

/// A plan: findings point into the text, the calendar can be shown in every format, every checklist be made.
pub fn plan(bytes: &[u8]) {
    let Ok(text) = decode(bytes) else { return };
    let library = Library::default();
    let mut buffer = String::new();
    let document = Document::parse(text, &mut buffer);
    let reading = read(&document, &library);
    for finding in lint(&reading, &library, &LintOptions::new(today(), Holidays::china())).findings {
        let range = document.locate(&finding.place);
        assert!(text.get(range).is_some(), "{finding:?}");
        for language in Language::ALL {
            assert!(!finding.message(language).is_empty());
        }
    }
    show(&reading, &library);
}

/// Calendar and checklists of two months.
fn show(reading: &Reading, library: &Library) {
    let (plan, index, holidays) = (&reading.plan, &reading.index, Holidays::china());
    let request = CalendarRequest { from: today(), to: today().plus(60), holidays, without: None };
    let Ok(made) = calendar(plan, index, library, &request) else { return };
    for language in Language::ALL {
        let mut view = View::new(plan, index, &made);
        view.language = language;
        for format in Format::ALL {
            let looks = Looks { width: 60, ascii: true, colour: false, today: today(), tasks: Tasks::Todos };
            assert!(render::calendar::calendar(&view, format, &looks).ends_with('\n'), "{format:?}");
        }
        for what in ChecklistKind::GENERAL.into_iter().chain((0..plan.activities.len()).map(ChecklistKind::Activity)) {
            let day = span(what, today(), plan, index, holidays).day;
            let list = make(what, &Basis { plan, index, library, calendar: &made, day, language });
            render::checklist_markdown(&list, today(), language);
        }
    }
}

/// A phrase: printed and read again it is the same, an error points into it, and a year of it can be made.
pub fn cadence(bytes: &[u8]) {
    let phrase = &*text(bytes);
    match Cadence::parse(phrase) {
        Ok(cadence) => {
            for language in Language::ALL {
                assert_eq!(Cadence::parse(&cadence.print(language)).as_ref(), Ok(&cadence), "{phrase:?}");
            }
            happen(phrase);
        }
        Err(error) => assert!(phrase.get(error.at.clone()).is_some(), "{phrase:?}: {error:?}"),
    }
}

/// An activity of this phrase over a year.
fn happen(phrase: &str) {
    let path = KeyPath::of(&["activities"]).index(0).key("when");
    let plan = "[lifecycle]\nstarts = 2026-01-31\n[[activities]]\nid = \"a\"\n[[activities]]\nid = \"salon\"\nwhen = \"daily\"\n";
    let text = apply(plan, &[Edit::set(path, phrase)]).expect("the plan is sound");
    let (mut buffer, library) = (String::new(), Library::default());
    let reading = read(&Document::parse(&text, &mut buffer), &library);
    let request = CalendarRequest { from: today(), to: today().plus(366), holidays: Holidays::china(), without: None };
    let _ = calendar(&reading.plan, &reading.index, &library, &request);
    Scheduler::new(&reading.plan, &reading.index, Holidays::china()).trace(Item::Activity(0), today());
}

/// A recurrence rule, as a phrase.
pub fn rrule(bytes: &[u8]) {
    cadence(format!("RRULE:{}", text(bytes)).as_bytes());
}

/// First line a key, second a value, then a text: an edit leaves TOML, and done twice it is done once.
pub fn edit(bytes: &[u8]) {
    let input = text(bytes);
    let ((key, rest), mut buffer) = (head(&input), String::new());
    let (value, text) = head(rest);
    let Some(path) = resolve(&Document::parse(text, &mut buffer), key) else { return };
    let info = Plan::TABLE.at(path.keys());
    let value = info.and_then(|info| literal(&info.shape, value, None).ok()).unwrap_or_else(|| value.into());
    let set = Edit::Set { path: path.clone(), value: value.clone(), comment: info.map(|i| i.about.en.to_owned()) };
    if let Some(once) = sound(text, &set) {
        assert_eq!(sound(&once, &set).as_ref(), Some(&once), "{key} = {value:?}");
    }
    sound(text, &Edit::Append { path: path.clone(), table: vec![("id".to_owned(), value)], comment: None });
    sound(text, &Edit::Rename { path: path.clone(), to: "new key".to_owned() });
    sound(text, &Edit::Remove { path });
}

/// The text after an edit that can be made; it has no mistakes of syntax.
fn sound(text: &str, edit: &Edit) -> Option<String> {
    let edited = apply(text, std::slice::from_ref(edit)).ok()?;
    let mut buffer = String::new();
    let syntax = Document::parse(&edited, &mut buffer).syntax;
    assert!(syntax.is_empty(), "{edit:?}: {edited}");
    Some(edited)
}

/// First line a moment as people type it, then a plan: every item is moved there, and the outcome is returned.
pub fn change(bytes: &[u8]) {
    let input = text(bytes);
    let (moment, plan) = head(&input);
    let Ok((day, time)) = qun::human_date::moment(moment, today()) else { return };
    let day = day.unwrap_or_else(today);
    let (mut buffer, library) = (String::new(), Library::default());
    let before = read(&Document::parse(plan, &mut buffer), &library);
    let mut edits = Vec::new();
    for item in items(&before.plan) {
        let change = [
            ("item", item_id(&before.plan, item).into()),
            ("on", Literal::Day(today())),
            ("move_to", Literal::Moment(day, time.unwrap_or(Clock::MIDNIGHT))),
        ];
        let table = change.map(|(key, value)| (key.to_owned(), value)).into();
        edits.push(Edit::Append { path: KeyPath::of(&["changes"]), table, comment: None });
    }
    let Ok(edited) = apply(plan, &edits) else { return };
    let mut buffer = String::new();
    let after = read(&Document::parse(&edited, &mut buffer), &library);
    let scheduler = Scheduler::new(&after.plan, &after.index, Holidays::china());
    for item in items(&after.plan) {
        scheduler.trace(item, day);
    }
    scheduler.left_out(day);
    show(&after, &library);
}

/// Answers: written and read again they are the same, and what they make of the starter is TOML.
pub fn answers(bytes: &[u8]) {
    let Ok(answers) = Answers::parse(&text(bytes)) else { return };
    assert_eq!(Answers::parse(&answers.to_toml()).as_ref(), Ok(&answers));
    let library = Library::default();
    let mut interview = Interview::new(&library, Mode::Quick, Language::Zh, today());
    // what is refused was not taken; the others stay
    let _ = interview.replay(&answers);
    let draft = interview.draft().expect("starters are TOML");
    let mut buffer = String::new();
    assert!(Document::parse(&draft.text, &mut buffer).syntax.is_empty(), "{}", draft.text);
}

/// Days off: whatever is read answers for any day.
pub fn holidays(bytes: &[u8]) {
    let text = text(bytes);
    for holidays in [Holidays::parse_csv(&text), holidays_of_ics(&text)].into_iter().flatten() {
        for day in [Day::MIN, today(), today().plus(300), Day::MAX] {
            let _ = (holidays.status(day), holidays.is_workday(day), holidays.is_provisional(day));
        }
    }
}

/// An old checklist: read into the new one it leaves a text from which reading again changes nothing.
pub fn checklist(bytes: &[u8]) {
    let item = |id: &str| checklist::ChecklistItem {
        id: id.to_owned(),
        text: "x".to_owned(),
        ..checklist::ChecklistItem::default()
    };
    let section = Section {
        id: "plan".to_owned(),
        title: "plan".to_owned(),
        items: vec![item("plan/a"), item("plan/b")],
        ..Section::default()
    };
    for language in Language::ALL {
        let made = |old: &str| {
            let mut list = Checklist {
                name: "launch".to_owned(),
                title: "x".to_owned(),
                sections: vec![section.clone()],
                ..Checklist::default()
            };
            absorb(&mut list, old, language);
            render::checklist_markdown(&list, today(), language)
        };
        let once = made(&text(bytes));
        assert_eq!(made(&once), once);
    }
}

/// A plan with a team, whose roster is read.
const CLUB: &str = "[community]\nid = \"club\"\n[[roles]]\nid = \"host\"\n[[people]]\nid = \"Ann\"\nroles = [\"host\"]\n\
    [[people]]\nid = \"Ben\"\nroles = [\"host\"]\n[[activities]]\nid = \"talk\"\nwhen = \"every Wed 20:00-21:30\"\nowner = \"host\"\n\
    steps = [{ id = \"chairs\", at = \"T-1d\" }]\n";

/// A roster: findings point into it, what is read is written and read again the same, a plan beside it has a calendar, and
/// what is published of that is found in it again.
pub fn roster(bytes: &[u8]) {
    let Ok(text) = decode(bytes) else { return };
    let reading = read_roster(text);
    for finding in &reading.findings {
        let PlacePart::Bytes(range) = &finding.place.part else { panic!("{finding:?}") };
        assert!(text.get(range.clone()).is_some(), "{finding:?}");
        assert!(Language::ALL.iter().all(|language| !finding.message(*language).is_empty()));
    }
    let library = Library::default();
    let beside = |roster: &Roster| {
        let mut buffer = String::new();
        let mut club = read(&Document::parse(CLUB, &mut buffer), &library);
        club.index.roster = roster.clone();
        club
    };
    if reading.findings.is_empty() && !reading.roster.is_empty() {
        let again = read_roster(&reading.roster.to_csv());
        assert_eq!((again.findings.len(), &again.roster), (0, &reading.roster));
    }
    let before = beside(&reading.roster);
    show(&before, &library);
    let Ok(first) = publish(&club_of(&before, &library), today().plus(40), Some(IfChanged::Move)) else { return };
    let after = beside(&first.roster);
    let second =
        publish(&club_of(&after, &library), today().plus(40), Some(IfChanged::Move)).expect("it was made before");
    assert_eq!(second.roster, first.roster, "published twice it is published once");
}

fn club_of<'a>(reading: &'a Reading, library: &'a Library) -> Snapshot<'a> {
    Snapshot { text: CLUB, reading, library, holidays: Holidays::none(), today: today() }
}

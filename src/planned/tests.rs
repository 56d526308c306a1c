//! From the text of a plan to what its review looks at.

use super::*;
use crate::knowledge::Holidays;
use crate::language::Language;
use crate::library::Library;
use crate::metrics::LookRule;
use crate::plan::{Reading, read};
use crate::records::read_readings;
use crate::review::{Direction, TaskInput};
use crate::source::Document;

const CLUB: &str = "language = \"en\"\ntime_zone = \"Europe/London\"\nholidays = \"none\"\n[community]\nid = \"club\"\nname = \"Club\"\n\
    [lifecycle]\nstarts = 2026-10-01\nlasts = \"open-ended\"\n\
    [[roles]]\nid = \"manager\"\ntitle = \"Manager\"\n[[people]]\nname = \"Ana\"\nroles = [\"manager\"]\n\
    [[goals]]\nid = \"retain\"\nobjective = \"Renewals\"\nmetric = \"retention\"\nbaseline = \"45%\"\ntarget = \"60%\"\n\
    by = 2027-11-30\ncollected_by = \"manager\"\n\
    [[goals]]\nobjective = \"Fewer complaints\"\nbaseline = \"9\"\ntarget = \"3\"\n\
    [[activities]]\nid = \"salon\"\ntitle = \"Salon\"\nwhen = \"every Thu 18:00-19:00\"\nowner = \"Ana\"\nexpected = 16\n\
    [[activities.steps]]\nid = \"book\"\ntitle = \"Book the room\"\nat = \"T-2d\"\n\
    [[activities]]\nid = \"chat\"\ntitle = \"Chat\"\nwhen = \"every Fri 18:00-19:00\"\n\
    [[monetisation]]\nmodel = \"membership\"\nprice = \"120 GBP\"\nper = \"year\"\ncost = { fixed_per_month = \"90 GBP\" }\n\
    [[experiments]]\nid = \"reminder\"\na = \"8:00\"\nb = \"20:00\"\nfrom = 2026-11-02\nuntil = 2026-11-15\nunit = \"member\"\n\
    sizes = [100, 200]\nlooks = 3\nearly = \"pocock\"\n\
    [[decisions]]\nid = \"host\"\nwhat = \"Ask a second host\"\nowner = \"Ana\"\ndecided = 2026-11-01\nby = 2026-11-20\ngoal = \"retain\"\n\
    [[decisions]]\nwhat = \"Later\"\ndecided = 2026-12-24\n\
    [[reviews]]\nid = \"weekly\"\nwhen = \"every Sun 21:00\"\nlooks_at = [\"retain\"]\n\
    [[reviews]]\nid = \"monthly\"\nwhen = \"last day of the month 21:30\"\n";

fn reading() -> Reading {
    let mut buffer = String::new();
    read(&Document::parse(CLUB, &mut buffer), &Library::default())
}

fn november(readings: &str) -> ReviewInput {
    let (reading, library) = (reading(), Library::default());
    assert!(reading.findings.is_empty(), "{:?}", reading.findings);
    let (today, language) = ("2026-11-25".parse().expect("a day"), Language::En);
    let (plan, index, holidays) = (&reading.plan, &reading.index, Holidays::none());
    let of = ReviewedPlan { plan, index, library: &library, holidays, today, language };
    let window = DayWindow::month(today.month());
    review_input(&of, window, &read_readings(readings).current()).expect("a calendar")
}

#[test]
fn goals_have_the_rhythm_of_the_review_that_looks_at_them_most_often() {
    let input = november("");
    let retain = &input.goals[0];
    assert_eq!((retain.id.as_str(), retain.rhythm, retain.direction), ("retain", Some(7), Direction::Up));
    assert_eq!(retain.collected_by.as_deref(), Some("Manager"));
    assert_eq!(retain.since.to_string(), "2026-10-01");
    let fewer = &input.goals[1];
    assert_eq!((fewer.id.as_str(), fewer.rhythm, fewer.direction), ("Fewer complaints", Some(31), Direction::Down));
    assert_eq!(input.next_review.map(|day| day.to_string()).as_deref(), Some("2026-11-29"));
}

#[test]
fn events_with_an_expected_number_are_counted_and_others_once_they_have_a_reading() {
    let days = |input: &ReviewInput| input.events.iter().map(|event| event.day.to_string()).collect::<Vec<_>>();
    let input = november("");
    assert_eq!(days(&input), ["2026-11-05", "2026-11-12", "2026-11-19", "2026-11-26"]);
    assert_eq!(input.events[0].uid, "club/salon/2026-11-05@qun");
    assert_eq!((input.events[0].owner.as_deref(), input.events[0].expected), (Some("Ana"), Some(16)));
    let input = november("to,subject,metric,value\n2026-11-06,club/chat/2026-11-06@qun,came,4\n");
    assert!(days(&input).contains(&"2026-11-06".to_owned()), "{:?}", days(&input));
}

#[test]
fn tasks_are_counted_once_someone_ticks_them() {
    assert_eq!(november("").tasks, TaskInput::default());
    let one = "to,subject,metric,value\n2026-11-04,club/salon/2026-11-05/book@qun,done,yes\n";
    // four rooms, the first and the last day of the test, the decision, and the figures of three weekly reviews; the room was
    // booked a day late
    assert_eq!(november(one).tasks, TaskInput { due: 10, done: 1, late: 10 });
}

#[test]
fn experiments_decisions_and_money_are_those_of_the_plan() {
    let input = november("");
    let test = &input.experiments[0];
    assert_eq!((test.looks, test.rule, test.parts, test.is_in_turn), (3, LookRule::Pocock, (100.0, 200.0), false));
    let decision = &input.decisions[0];
    assert_eq!((decision.owner.as_deref(), decision.goal.as_deref()), (Some("Ana"), Some("retain")));
    assert_eq!(input.decisions.len(), 1, "what is decided later is of a later review");
    let money = input.money.expect("a price and costs");
    assert_eq!((money.fixed.cents, money.price.cents, money.variable.cents), (108_000, 12_000, 0));
}

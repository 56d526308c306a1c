//! Reviews of a small club: sections, goals, verdicts, what is missing, and every proposal.

use jiff::tz::TimeZone;
use proptest::prelude::*;

use super::*;
use crate::language::Language;
use crate::metrics::{EventTally, ExperimentVerdict, LookRule, TalliedEvents};
use crate::records::exports::{DayClock, ExportEvent, PassingMessage};
use crate::records::{Arm, CurrentReadings, RecordedReading, assignment};
use crate::value::{Day, DayWindow, Money};

mod proposing;
mod states;

/// The first day of the club.
const START: Day = Day(20_600);

fn input() -> ReviewInput {
    ReviewInput {
        window: DayWindow { first: START, last: START.plus(29) },
        today: START.plus(30),
        community: "club".to_owned(),
        next_review: Some(START.plus(60)),
        goals: Vec::new(),
        events: Vec::new(),
        tasks: TaskInput::default(),
        experiments: Vec::new(),
        decisions: Vec::new(),
        money: None,
    }
}

fn goal(baseline: &str, target: &str, by: i32) -> GoalInput {
    GoalInput {
        id: "retain".to_owned(),
        title: "Renewals".to_owned(),
        direction: Direction::Up,
        baseline: Some(baseline.to_owned()),
        target: Some(target.to_owned()),
        since: START,
        by: Some(START.plus(by)),
        collected_by: Some("manager".to_owned()),
        rhythm: None,
    }
}

fn event(at: i32, expected: u64) -> EventInput {
    EventInput {
        uid: format!("club/salon/{}@qun", START.plus(at)),
        item: "salon".to_owned(),
        title: "Salon".to_owned(),
        day: START.plus(at),
        owner: Some("host".to_owned()),
        expected: Some(expected),
    }
}

fn experiment(id: &str) -> ExperimentInput {
    ExperimentInput {
        id: id.to_owned(),
        a: "8:00".to_owned(),
        b: "20:00".to_owned(),
        days: DayWindow { first: START, last: START.plus(13) },
        looks: 1,
        rule: LookRule::AtEnd,
        parts: (1.0, 1.0),
        is_by_group: false,
        is_in_turn: false,
    }
}

fn reading(subject: &str, typed: &str, at: i32) -> RecordedReading {
    let (measure, value, of) = assignment(typed, Some("CNY")).expect("a reading");
    let day = START.plus(at);
    RecordedReading {
        id: String::new(),
        recorded: day,
        window: DayWindow { first: day, last: day },
        subject: subject.to_owned(),
        arm: None,
        measure,
        value,
        of,
        by: None,
        source: None,
        replaces: None,
        note: None,
    }
    .identified()
}

fn arm(subject: &str, arm: Arm, typed: &str, at: i32) -> RecordedReading {
    RecordedReading { arm: Some(arm), ..reading(subject, typed, at) }.identified()
}

fn run(input: &ReviewInput, readings: &[RecordedReading]) -> ReviewResult {
    review(input, &CurrentReadings::of(readings), None)
}

fn rules(result: &ReviewResult) -> Vec<&'static str> {
    for proposal in &result.proposals {
        for language in Language::ALL {
            let (observed, proposed) = proposal.texts(language).expect("a rule");
            assert!(!observed.contains('{') && !proposed.contains('{'), "facts are missing: {observed} {proposed}");
        }
    }
    result.proposals.iter().map(|proposal| proposal.rule).collect()
}

#[test]
fn a_review_without_data_has_no_sections_and_says_what_to_do() {
    let plan = ReviewInput { goals: vec![goal("45%", "60%", 365)], events: vec![event(3, 16)], ..input() };
    let result = run(&plan, &[]);
    let sections = &result.sections;
    assert!(
        sections.members.is_none()
            && sections.attendance.is_none()
            && sections.money.is_none()
            && sections.tasks.is_none()
    );
    assert_eq!(sections.data_until, None);
    assert_eq!(sections.goals[0].state, GoalState::NoReading);
    let missing: Vec<(MissingWhat, Option<&str>, Day)> =
        sections.missing.iter().map(|it| (it.what, it.owner.as_deref(), it.by)).collect();
    let by = START.plus(60);
    assert_eq!(missing, [(MissingWhat::Goal, Some("manager"), by), (MissingWhat::Attendance, Some("host"), by)]);
    assert_eq!(rules(&result), ["goal/no-reading"]);
}

proptest! {
    /// The order of the lines of a file changes nothing in its review.
    #[test]
    fn the_order_of_readings_does_not_matter(turn in 0usize..12) {
        let plan = ReviewInput { goals: vec![goal("45%", "60%", 365)], events: vec![event(3, 16), event(10, 16)], ..input() };
        let mut readings: Vec<RecordedReading> = [3, 10].iter().flat_map(|at| {
            let uid = event(*at, 16).uid;
            [reading(&uid, "came=7/12", *at), reading(&uid, "score=4.2", *at), reading(&uid, "income=80 CNY", *at)]
        }).collect();
        readings.extend([reading("retain", "47% of 100", 5), reading("retain", "48% of 100", 25), reading("retain", "49% of 100", 25)]);
        let one = run(&plan, &readings);
        readings.reverse();
        let places = turn % readings.len();
        readings.rotate_left(places);
        prop_assert_eq!(run(&plan, &readings), one);
    }
}

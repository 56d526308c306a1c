//! Every rule fires where it should and keeps quiet where it should not.

use super::states::money;
use super::*;

fn tally(events: impl IntoIterator<Item = ExportEvent>) -> TalliedEvents {
    let mut tally = EventTally::new(DayClock::new(TimeZone::UTC));
    events.into_iter().for_each(|event| tally.add(event));
    tally.finish().expect("events")
}

fn second(day: i32) -> i64 {
    i64::from(START.plus(day).0) * 86_400
}

fn message(member: u32, day: i32, id: u64, replies_to: Option<u64>) -> ExportEvent {
    ExportEvent::Message(PassingMessage { channel: 0, member, second: second(day) + id as i64, id, replies_to })
}

fn of_events(events: Vec<ExportEvent>) -> Vec<&'static str> {
    rules(&review(&input(), &CurrentReadings::default(), Some(&tally(events))))
}

#[test]
fn goals_that_are_missed_or_stuck() {
    let with = |goal: GoalInput, readings: &[RecordedReading]| {
        rules(&run(&ReviewInput { goals: vec![goal], ..input() }, readings))
    };
    assert_eq!(with(goal("40%", "60%", 20), &[reading("retain", "55%", 20)]), ["goal/missed"]);
    assert_eq!(
        with(goal("40%", "60%", 290), &[reading("retain", "39%", 10), reading("retain", "38%", 29)]),
        ["goal/behind"]
    );
    assert_eq!(
        with(goal("40%", "60%", 290), &[reading("retain", "39%", 10), reading("retain", "41%", 29)]),
        ["goal/behind-now"]
    );
    assert_eq!(with(goal("40%", "60%", 290), &[reading("retain", "44%", 29)]), Vec::<&str>::new());
}

#[test]
fn decisions_that_pile_up() {
    let decision = DecisionInput {
        id: None,
        text: "x".to_owned(),
        owner: None,
        on: Some(START),
        by: Some(START.plus(1)),
        goal: None,
        done: None,
    };
    let with = |count| rules(&run(&ReviewInput { decisions: vec![decision.clone(); count], ..input() }, &[]));
    assert_eq!((with(3), with(2)), (vec!["decisions/overdue"], Vec::new()));
}

#[test]
fn events_that_few_attend_or_like() {
    let plan = ReviewInput { events: [3, 10, 17, 24].map(|at| event(at, 20)).to_vec(), ..input() };
    let with = |came: [&str; 4], score: [&str; 4]| {
        let each = [3, 10, 17, 24].into_iter().zip(came.into_iter().zip(score)).flat_map(|(at, (came, score))| {
            let uid = event(at, 20).uid;
            [reading(&uid, came, at), reading(&uid, &format!("score={score}"), at)]
        });
        rules(&run(&plan, &each.collect::<Vec<_>>()))
    };
    let liked = ["4.5"; 4];
    assert_eq!(with(["came=18", "came=9", "came=8", "came=7"], liked), ["attendance/few-come"]);
    assert_eq!(
        with(["came=9", "came=9", "came=9", "came=10"], liked),
        Vec::<&str>::new(),
        "the last one was half full"
    );
    assert_eq!(with(["came=18"; 4], ["4", "3.4", "3", "6/10"]), ["attendance/low-score"]);
    assert_eq!(with(["came=12/30"; 4], liked), ["attendance/no-shows"]);
    assert_eq!(with(["came=28/30"; 4], liked), Vec::<&str>::new());
}

#[test]
fn money_that_does_not_come_back() {
    let sold_at =
        |price: &str| Some(MoneyInput { fixed: money("100 CNY"), price: money(price), variable: money("50 CNY") });
    let with = |plan, readings: &[&str]| {
        let readings: Vec<RecordedReading> = readings.iter().map(|typed| reading("club", typed, 3)).collect();
        rules(&run(&ReviewInput { money: plan, ..input() }, &readings))
    };
    assert_eq!(with(sold_at("50 CNY"), &["income=50 CNY"]), ["money/no-margin"]);
    assert_eq!(with(sold_at("60 CNY"), &["income=50 CNY", "spent=50 CNY"]), Vec::<&str>::new());
    assert_eq!(with(None, &["income=50 CNY", "spent=51 CNY"]), ["money/spent-more"]);
    assert_eq!(
        with(None, &["income=50 CNY", "spent=1 USD"]),
        ["money/spent-more"],
        "currencies are not set off against each other"
    );
    assert_eq!(with(sold_at("50 CNY"), &[]), Vec::<&str>::new(), "nothing was sold");
}

#[test]
fn experiments_that_are_over() {
    let with = |a: &str, b: &str| {
        let readings = [arm("reminder", Arm::A, a, 13), arm("reminder", Arm::B, b, 13)];
        rules(&run(&ReviewInput { experiments: vec![experiment("reminder")], ..input() }, &readings))
    };
    assert_eq!(with("active=200/500", "active=290/500"), ["experiment/b-higher"]);
    assert_eq!(with("active=290/500", "active=200/500"), ["experiment/b-lower"]);
    assert_eq!(with("active=12/40", "active=16/40"), ["experiment/not-told-apart"]);
    assert_eq!(with("active=200/700", "active=200/500"), ["experiment/uneven-arms"]);
}

#[test]
fn few_write_most() {
    let mut events: Vec<ExportEvent> = (0..40).map(|member| message(member, 1, u64::from(member), None)).collect();
    assert_eq!(of_events(events.clone()), Vec::<&str>::new());
    events.extend((0..60).map(|n| message(0, 2, 1_000 + n, None)));
    assert_eq!(of_events(events), ["members/few-write"]);
}

#[test]
fn answers_that_take_days() {
    let asked = |wait: i32| {
        let pair = move |n: u64| [message(n as u32, 1, n, None), message(100 + n as u32, 1 + wait, 1_000 + n, Some(n))];
        (0..30).flat_map(pair).collect::<Vec<_>>()
    };
    assert_eq!(of_events(asked(2)), ["members/slow-answers"]);
    assert_eq!(of_events(asked(0)), Vec::<&str>::new());
}

#[test]
fn newcomers_who_do_not_stay_and_more_who_leave() {
    let joined = |member: u32| ExportEvent::Joined { channel: 0, member, second: second(0) };
    let stayed = |count: u32| {
        let mut events: Vec<ExportEvent> = (0..60).map(joined).collect();
        events.extend((0..count).map(|member| message(member, 8, u64::from(member), None)));
        events.push(message(99, 20, 999, None));
        events
    };
    assert_eq!(of_events(stayed(4)), ["members/few-stay"]);
    assert_eq!(of_events(stayed(10)), Vec::<&str>::new(), "the interval reaches over 20 %");
    let mut leaving = stayed(30);
    leaving.extend((0..70).map(|member| ExportEvent::Left { channel: 0, member, second: second(9) }));
    assert_eq!(of_events(leaving), ["members/shrinking"]);
}

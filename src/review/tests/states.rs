//! What can be said of goals, experiments and decisions.

use super::*;

fn state(goal: &GoalInput, readings: &[RecordedReading]) -> GoalState {
    let plan = ReviewInput { goals: vec![goal.clone()], ..input() };
    run(&plan, readings).sections.goals[0].state
}

#[test]
fn goals_in_each_of_their_states() {
    let year = goal("40%", "60%", 290);
    // on day 29 a straight line is at 42 %
    assert!(
        matches!(state(&year, &[reading("retain", "44%", 29)]), GoalState::OnTheWay { line } if (line - 0.42).abs() < 1e-9)
    );
    assert!(matches!(state(&year, &[reading("retain", "41%", 29)]), GoalState::Behind { .. }));
    assert!(
        matches!(state(&year, &[reading("retain", "41% of 200", 29)]), GoalState::NotToldApart { .. }),
        "forty people prove little"
    );
    assert!(matches!(state(&year, &[reading("retain", "20% of 200", 29)]), GoalState::Behind { .. }));
    assert_eq!(state(&year, &[reading("retain", "60%", 29)]), GoalState::Reached);
    assert_eq!(state(&year, &[]), GoalState::NoReading);
    let past = goal("40%", "60%", 20);
    assert_eq!(state(&past, &[reading("retain", "55%", 20)]), GoalState::Missed);
    assert_eq!(state(&past, &[reading("retain", "55%", 10)]), GoalState::OverWithoutReading);
    assert_eq!(state(&past, &[]), GoalState::OverWithoutReading);
    let weekly = GoalInput { rhythm: Some(7), ..year.clone() };
    assert_eq!(state(&weekly, &[reading("retain", "44%", 5)]), GoalState::OldReading { from: START.plus(5) });
    assert_eq!(state(&goal("60%", "45%", 90), &[]), GoalState::WrongWay);
    let quicker = GoalInput { direction: Direction::Down, ..goal("2h", "30m", 90) };
    assert_eq!(state(&quicker, &[reading("retain", "20m", 20)]), GoalState::Reached);
    assert_eq!(state(&goal("some", "many", 90), &[reading("retain", "44%", 5)]), GoalState::NotComparable);
    assert_eq!(state(&year, &[reading("retain", "44", 5)]), GoalState::NotComparable, "a count is no share");
    let later = reading("retain", "60%", 31);
    assert_eq!(
        state(&year, &[later]),
        GoalState::NoReading,
        "what was read after the window belongs to the next review"
    );
}

fn verdict(experiment: ExperimentInput, readings: &[RecordedReading]) -> ExperimentReview {
    let plan = ReviewInput { experiments: vec![experiment], ..input() };
    run(&plan, readings).sections.experiments.remove(0)
}

#[test]
fn experiments_are_judged_by_their_readings() {
    let pair = |a: &str, b: &str, at| [arm("reminder", Arm::A, a, at), arm("reminder", Arm::B, b, at)];
    let judged = |a: &str, b: &str, at| verdict(experiment("reminder"), &pair(a, b, at)).verdict;
    assert!(matches!(judged("active=200/500", "active=290/500", 13), ExperimentVerdict::Higher(_)));
    assert!(matches!(judged("active=290/500", "active=200/500", 13), ExperimentVerdict::Lower(_)));
    assert!(matches!(judged("active=12/40", "active=16/40", 13), ExperimentVerdict::NotToldApart(_, Some(354))));
    assert_eq!(judged("active=200/500", "active=290/500", 12), ExperimentVerdict::TooEarly { until: START.plus(13) });
    assert!(matches!(judged("active=200/700", "active=200/500", 13), ExperimentVerdict::UnevenArms { .. }));
    assert_eq!(verdict(experiment("reminder"), &[]).verdict, ExperimentVerdict::NoData);
    let looks = ExperimentInput { looks: 2, rule: LookRule::Pocock, ..experiment("reminder") };
    assert!(matches!(
        verdict(looks, &pair("active=200/500", "active=290/500", 7)).verdict,
        ExperimentVerdict::Higher(_)
    ));
}

#[test]
fn weeks_in_turn_get_no_verdict() {
    let plan = ExperimentInput { is_in_turn: true, ..experiment("evening") };
    let day = |at: i32| {
        let (arm_of, value) = if at < 7 { (Arm::A, 20 + at) } else { (Arm::B, 25 + at % 3 + at - 7) };
        arm("evening", arm_of, &format!("active={value}"), at)
    };
    let readings: Vec<RecordedReading> = (0..14).map(day).collect();
    let reviewed = verdict(plan.clone(), &readings);
    assert_eq!((reviewed.verdict, reviewed.turns.map(|turns| turns.pairs)), (ExperimentVerdict::NoData, Some(7)));
    let later = ExperimentInput { days: DayWindow { first: START, last: START.plus(60) }, ..plan };
    let early = verdict(later, &readings[..10]);
    assert_eq!((early.verdict, early.turns), (ExperimentVerdict::TooEarly { until: START.plus(60) }, None));
}

#[test]
fn decisions_come_back_with_what_was_before_and_after() {
    let decision = |by: Option<i32>, done: Option<i32>| DecisionInput {
        id: None,
        text: "Ask by phone".to_owned(),
        owner: None,
        on: Some(START.plus(5)),
        by: by.map(|by| START.plus(by)),
        goal: Some("retain".to_owned()),
        done: done.map(|day| START.plus(day)),
    };
    let decisions =
        vec![decision(Some(10), Some(9)), decision(Some(10), None), decision(Some(40), None), decision(None, None)];
    let plan = ReviewInput { goals: vec![goal("40%", "60%", 290)], decisions, ..input() };
    let result = run(&plan, &[reading("retain", "41%", 4), reading("retain", "46%", 28)]);
    let states: Vec<DecisionState> = result.sections.decisions.iter().map(|it| it.state).collect();
    let expected = [
        DecisionState::Done { on: START.plus(9) },
        DecisionState::Overdue { days: 20 },
        DecisionState::Open,
        DecisionState::WithoutDay,
    ];
    assert_eq!(states, expected);
    let shown = |reading: &RecordedReading| reading.value.cells().0;
    let pair =
        result.sections.decisions[0].before_and_after.as_ref().map(|(before, after)| (shown(before), shown(after)));
    assert_eq!(pair, Some(("41".to_owned(), "46".to_owned())));
}

#[test]
fn attendance_and_money_are_added_up() {
    let plan = ReviewInput {
        events: vec![event(3, 16), event(10, 16), event(17, 16)],
        tasks: TaskInput { due: 12, done: 10, late: 3 },
        money: Some(MoneyInput { fixed: money("20000 CNY"), price: money("200 CNY"), variable: money("50 CNY") }),
        ..input()
    };
    let [one, two] = [event(3, 16).uid, event(10, 16).uid];
    let typed = [
        (&one, "came=53"),
        (&one, "signed-up=60"),
        (&one, "cancelled=4"),
        (&one, "came-waiting=3"),
        (&one, "walk-ins=15"),
        (&two, "came=9/8"),
        (&one, "income=280 CNY"),
        (&two, "income=20 USD"),
        (&two, "spent=300 CNY"),
        (&one, "refunded=80 CNY"),
    ];
    let readings: Vec<RecordedReading> =
        typed.iter().filter(|(_, typed)| *typed != "came=9/8").map(|(uid, typed)| reading(uid, typed, 3)).collect();
    assert!(assignment("came=9/8", None).is_err(), "more than all are refused at the door");
    let sections = run(&plan, &readings).sections;
    let attendance = sections.attendance.expect("an event was counted");
    let together = attendance.together.expect("with sign-ups");
    assert_eq!((together.came, together.no_show.share()), (53, Some(0.375)));
    let money = sections.money.expect("money was written down");
    assert_eq!(
        (money.revenue, money.spent),
        (vec![self::money("200 CNY"), self::money("20 USD")], vec![self::money("300 CNY")])
    );
    assert_eq!(money.break_even, Some(Ok(134)));
    assert_eq!(sections.tasks.map(|tasks| tasks.late), Some(3));
}

pub(super) fn money(text: &str) -> Money {
    text.parse().expect("an amount")
}

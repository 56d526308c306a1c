//! Members: how many are active, stay, come and go, and how soon someone answers. Only with an export.

use crate::metrics::{
    ActiveMembers, Concentration, Figure, Lapsed, MemberChange, MessageRate, ResponseTimes, Retention, RetentionRule,
    Stickiness, TalliedEvents,
};
use crate::value::DayWindow;

/// What exports show about members within the window.
#[derive(Debug, Clone, PartialEq)]
pub struct MemberReview {
    /// The days of the window that the data cover.
    pub covered: DayWindow,
    /// Active members on the last day that is covered.
    pub active: ActiveMembers,
    /// Active on an average day, and stickiness.
    pub stickiness: Option<Stickiness>,
    /// How many wrote within the window.
    pub writers: u64,
    /// How much was written.
    pub messages: MessageRate,
    /// How unevenly, among those who wrote.
    pub concentration: Option<Concentration>,
    /// Who came and who left.
    pub change: MemberChange,
    /// Retention on day 1, day 7 and day 30, of all whose days are over.
    pub retention: [Figure; 3],
    /// Retention in week 1.
    pub week_one: Figure,
    /// The triangle of weeks.
    pub triangle: Vec<(DayWindow, Vec<Figure>)>,
    /// Active before the window, and not in it; none where the data do not reach back far enough.
    pub lapsed: Option<Lapsed>,
    /// Times until an answer.
    pub answered: ResponseTimes,
    /// The same without the people of the plan; none where nobody of them was seen.
    pub without_team: Option<MembersAlone>,
    /// Whether messages do not say what they answer, so that answers are only possible ones.
    pub is_only_possible: bool,
}

/// What members did, the people of the plan left out.
#[derive(Debug, Clone, PartialEq)]
pub struct MembersAlone {
    /// How many people of the plan were seen.
    pub team: u64,
    /// Active members on the last day that is covered.
    pub active: ActiveMembers,
    /// How many wrote within the window.
    pub writers: u64,
    /// How much they wrote.
    pub messages: u64,
}

fn without_team(events: &TalliedEvents, covered: DayWindow) -> Option<MembersAlone> {
    let days = (!events.team.is_empty()).then(|| events.messages.without(&events.team))?;
    Some(MembersAlone {
        team: events.team.len() as u64,
        active: ActiveMembers::on(&days, covered.last),
        writers: days.active(covered),
        messages: days.acts(covered).iter().sum(),
    })
}

/// Weeks of the triangle.
const WEEKS: u16 = 8;

/// Reviews what exports counted; none where they do not reach into the window.
pub(super) fn review_members(events: &TalliedEvents, window: DayWindow) -> Option<MemberReview> {
    let span = events.span;
    let covered = DayWindow::new(window.first.max(span.first), window.last.min(span.last))?;
    let (days, until) = (&events.messages, span.last);
    // who joined is known from some exports only; else members come with their first act
    let cohorts = if events.joined.is_empty() { Retention::by_first_act(days) } else { events.joining.clone() };
    let retained = |rule| cohorts.figure(rule, span, days, until);
    let before = DayWindow { first: window.first.plus(-window.days()), last: window.first.plus(-1) };
    let is_only_possible = events.answered.answered() == 0 && events.possibly_answered.answered() > 0;
    Some(MemberReview {
        covered,
        active: ActiveMembers::on(days, covered.last),
        stickiness: Stickiness::over(days, covered),
        writers: days.active(covered),
        messages: MessageRate::over(days, covered, None),
        concentration: Concentration::of(&days.acts(covered)),
        change: events.change(covered),
        retention: [1, 7, 30].map(|day| retained(RetentionRule::Day(day))),
        week_one: retained(RetentionRule::Week(1)),
        triangle: cohorts.weekly_triangle(WEEKS, days, until),
        lapsed: (span.first <= before.first && span.last >= window.last)
            .then(|| Lapsed::between(days, before, window, until)),
        answered: if is_only_possible { events.possibly_answered.clone() } else { events.answered.clone() },
        without_team: without_team(events, covered),
        is_only_possible,
    })
}

//! Opening and closing the sign-up of an activity, as tasks: the plan says when, so nobody has to write steps for it.

use std::sync::LazyLock;

use crate::language::{Language, Text};
use crate::library::{Stage, Step};
use crate::plan::activities::Activity;
use crate::value::{Day, Offset};

/// The steps, in both languages: opening, closing, and closing with a waiting list.
static STEPS: LazyLock<[[Step; 3]; 2]> =
    LazyLock::new(|| Language::ALL.map(|language| STEP_WORDS.map(|words| step(words, language))));

const STEP_WORDS: [(&str, Text, Text); 3] = [
    (
        "open-signup",
        Text::new("开放报名", "Open sign-up"),
        Text::new("报名入口能打开，名额写清楚", "The form opens, and it says how many places there are"),
    ),
    (
        "close-signup",
        Text::new("截止报名，确认名单", "Close sign-up and confirm who comes"),
        Text::new("名单里的人都收到了确认", "Everyone on the list has a confirmation"),
    ),
    (
        "close-signup",
        Text::new(
            "截止报名，确认名单，候补递补",
            "Close sign-up, confirm who comes, and fill places from the waiting list",
        ),
        Text::new(
            "名单和候补里的人都知道自己来不来得了",
            "Everyone on the list or waiting knows whether they have a place",
        ),
    ),
];

fn step((id, title, done): (&str, Text, Text), language: Language) -> Step {
    Step {
        id: id.parse().ok(),
        stage: Some(Stage::Organisation),
        title: Some(title.get(language).to_owned()),
        done: Some(done.get(language).to_owned()),
        minutes: Some(10),
        ..Step::default()
    }
}

/// The steps that follow from when sign-up opens and closes, and when. A step of the plan with the same id takes the
/// place of one; what is announced on the day when sign-up opens opens it.
pub(super) fn steps(
    activity: &Activity,
    is_announced: impl Fn(Day) -> bool,
    language: Language,
) -> impl Iterator<Item = (&'static Step, Offset)> {
    let [opening, closing, with_waitlist] = match language {
        Language::Zh => &STEPS[0],
        Language::En => &STEPS[1],
    };
    let signup = &activity.signup;
    let closing = if signup.waitlist == Some(true) { with_waitlist } else { closing };
    let opens = signup.opens.filter(|at| !is_announced(day(*at)));
    let is_given = |step: &Step| activity.steps.iter().any(|own| own.id == step.id);
    let all = [(opening, opens), (closing, signup.closes)].into_iter();
    let all = all.filter_map(|(step, at)| Some((step, at?))).filter(|(step, _)| !is_given(step));
    all.collect::<Vec<_>>().into_iter()
}

/// The day of an offset from day 0.
pub(super) fn day(at: Offset) -> Day {
    at.from(Day(0), None).0
}

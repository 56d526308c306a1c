//! Activities: the rhythm online and in person, the three stages of an event, and what each is for.

mod quiet;

pub(super) use quiet::mode;
mod signup;

use super::context::Context;
use super::frequency::{self, MONTHLY, WEEKLY};
use super::remedy::Remedy;
use super::reporter::Reporter;
use super::rule::Rule;
use super::thresholds::{NOTICE_HOURS, whole};
use crate::cadence::Pattern;
use crate::calendar::{Life, Task, tasks_of};
use crate::finding::Level::{Advice, Error, Warning};
use crate::finding::Source::{EightAnswers, FeverBee, Format, PracticeBook, SocialCommerceTraining, TenKeyPoints};
use crate::finding::{Arg, KeyPath};
use crate::language::Text;
use crate::library::Stage;
use crate::plan::activities::{Activity, Form, Mode, Weight};
use crate::plan::community::Never;
use crate::plan::settings::Profile;
use crate::plan::{Plan, Thing};
use crate::value::{Clock, Length, Shift};

/// Activities that are named in one message.
const NAMED: usize = 3;

pub(super) static RULES: &[Rule] = &[
    Rule::plan("activities/no-weekly-online", Warning, no_weekly_online)
        .remedy(Remedy::Add("activity", &[("mode", Some("online"))]))
        .row(&["activities"])
        .from(&[PracticeBook])
        .title("线上没有每周一次的活动", "no weekly online activity")
        .message("没有每周一次的线上活动", "no activity takes place online every week")
        .help("半小时就够：加一段 `[[activities]]`，例如 `form = \"topic\"`、`when = \"每周三 20:00-20:30\"`；已有的活动在线上办，就写 `mode = \"online\"`；只办线下，就在 `[community]` 里写 `online = { never = true, reason = \"…\" }`", "add an `[[activities]]`, half an hour is enough: for example `form = \"topic\"`, `when = \"every Wed 20:00-20:30\"`; if one of your activities is already online, set `mode = \"online\"`; if you only ever meet in person, write `online = { never = true, reason = \"…\" }` under `[community]`"),
    Rule::plan("activities/no-monthly-offline", Warning, no_monthly_offline)
        .remedy(Remedy::Add("activity", &[("mode", Some("offline"))]))
        .row(&["activities", "community.offline.never"])
        .from(&[PracticeBook, EightAnswers])
        .title("线下没有每月一次的活动", "no monthly in-person activity")
        .message("没有每月一次的线下活动", "no activity takes place in person every month")
        .help("每月见一面就够：加一段 `[[activities]]`，例如 `mode = \"offline\"`、`when = \"每月第二个周六 14:00\"`；成员分散见不了面，就在 `[community]` 里写 `offline = { never = true, reason = \"…\" }`", "add an `[[activities]]`, once a month is enough: for example `mode = \"offline\"`, `when = \"2nd Sat of the month 14:00\"`; if members live too far apart, write `offline = { never = true, reason = \"…\" }` under `[community]`"),
    Rule::plan("activities/stage-missing", Warning, stage_missing)
        .remedy(Remedy::Change("sop"))
        .row(&["activities.sop", "activities.steps"])
        .from(&[PracticeBook, SocialCommerceTraining])
        .title("活动的三个阶段不全", "missing stages of an event")
        .message("“{activity}”没有{stages}阶段的步骤", "\"{activity}\" has no steps for: {stages}")
        .help("用一套现成的 SOP，例如 `sop = \"offline-meetup\"`；或自己补一步，例如 `at = \"T+1d 20:00\"`、`stage = \"evaluation\"`", "use a ready-made SOP, for example `sop = \"offline-meetup\"`; or add the missing step, for example `at = \"T+1d 20:00\"`, `stage = \"evaluation\"`"),
    Rule::plan("activities/unannounced", Warning, unannounced)
        .remedy(Remedy::Change("sop"))
        .from(&[PracticeBook, EightAnswers])
        .title("活动没有提前预告", "event announced too late")
        .message("“{activity}”{problem}，至少要提前 {limit} 小时", "\"{activity}\" {problem}; announce it at least {limit|hour|hours} ahead")
        .help("提前一周说一次，例如 `at = \"T-7d 20:00\"`、`stage = \"promotion\"`、`sends = [{ to = \"members\" }]`", "announce it a week ahead, for example `at = \"T-7d 20:00\"`, `stage = \"promotion\"`, `sends = [{ to = \"members\" }]`"),
    Rule::plan("activities/no-budget", Advice, no_budget)
        .row(&["activities.budget"])
        .from(&[EightAnswers])
        .title("花钱的活动没有预算", "no budget for an event that costs money")
        .message("“{activity}”是{kind}，没有写每次的预算（budget）", "\"{activity}\" is {kind} and has no `budget`")
        .help("写上一次要花多少，例如 `budget = \"300 CNY\"`；不花钱写 `\"0 CNY\"`", "set what each event costs, for example `budget = \"40 USD\"`; if it is free, `\"0 USD\"`"),
    Rule::plan("activities/serves-no-goal", Advice, serves_no_goal)
        .row(&["activities.serves"])
        .from(&[FeverBee])
        .title("活动不为任何目标", "activity without a goal")
        .message("“{activity}”没有写为哪个目标服务（serves）；现有目标：{goals}", "\"{activity}\" serves no goal (`serves`); your goals: {goals}")
        .help("写上目标的名字，例如 `serves = [\"{first}\"]`；想不出为哪个目标，就考虑停掉它", "name the goal it serves, for example `serves = [\"{first}\"]`; if it serves none, consider dropping it"),
    Rule::plan("activities/no-owner", Warning, no_owner)
        .of_absence()
        .from(&[PracticeBook, EightAnswers])
        .title("活动没有人负责", "activity with no one responsible")
        .message("{count} 个活动没有写谁负责（owner）：{activities}", "no one is responsible (`owner`) for {count|activity|activities}: {activities}")
        .help("写一个角色或一个人；写角色，就由担任它的人轮流", "name a role or a person; with a role, those who hold it take turns"),
    Rule::plan("activities/over-capacity", Error, over_capacity)
        .from(&[Format])
        .title("场地坐不下", "more people than the place holds")
        .message("“{activity}”{what} {count} 人，“{place}”只能容纳 {room} 人", "\"{activity}\" {what} {count|person|people}; \"{place}\" holds {room}")
        .help("把 `capacity` 和 `expected` 都写到 {room} 以内，再开候补（`signup = { opens = \"T-10d\", closes = \"T-1d\", waitlist = true }`），或换大一点的场地，或分两场", "keep `capacity` and `expected` within {room} and open a waiting list (`signup = { opens = \"T-10d\", closes = \"T-1d\", waitlist = true }`), book a larger room, or hold it twice"),
    Rule::plan("activities/signup-out-of-order", Error, signup::out_of_order)
        .from(&[Format])
        .title("报名时间自相矛盾", "conflicting sign-up dates")
        .message("“{activity}”{problem}", "sign-up for \"{activity}\" {problem}")
        .help("先开放，再截止，都在活动开始之前，例如 `signup = { opens = \"T-10d\", closes = \"T-1d\" }`", "open sign-up first and close it later, both before the activity starts, for example `signup = { opens = \"T-10d\", closes = \"T-1d\" }`"),
    Rule::plan("activities/signup-incomplete", Advice, signup::incomplete)
        .remedy(Remedy::Keys(&["opens", "closes", "waitlist"]))
        .row(&["activities.signup"])
        .from(&[PracticeBook])
        .title("名额有限，报名没有说清", "incomplete sign-up for limited seats")
        .message("“{activity}”只有 {seats} 个名额，报名还没有写：{missing}", "\"{activity}\" has {seats|seat|seats}, but its sign-up does not say: {missing}")
        .help("三样一起写，例如 `signup = { opens = \"T-10d\", closes = \"T-1d\", waitlist = true }`", "set all three, for example `signup = { opens = \"T-10d\", closes = \"T-1d\", waitlist = true }`"),
    Rule::plan("activities/one-interaction-only", Advice, one_interaction)
        .remedy(Remedy::Add("activity", &[("form", None)]))
        .from(&[TenKeyPoints])
        .title("互动只有一种形式", "only one kind of interaction")
        .message("{count} 个活动都是同一种形式：{form}", "all {count} activities have the same form: {form}")
        .help("把其中一个换成更容易参加的，例如 `form = \"poll\"`、`form = \"qa\"` 或 `form = \"check-in\"`", "turn one of them into something easier to join, for example `form = \"poll\"`, `form = \"qa\"` or `form = \"check-in\"`"),
    Rule::plan("activities/in-quiet-hours", Warning, quiet::held_in_quiet_hours)
        .remedy(Remedy::Change("when"))
        .from(&[EightAnswers])
        .title("活动落在免打扰时段里", "activity during quiet hours")
        .message("“{activity}”{problem}，“{channel}”的免打扰时段是 {hours}", "\"{activity}\" {problem}, during the quiet hours of \"{channel}\" ({hours})")
        .help("挪 `when`；这个群就是这个时间来的，给它的渠道单独写 `quiet_hours`", "move its `when`; if this group meets at that hour, give its channel its own `quiet_hours`"),
];

/// Lives shorter than this many days are not asked for something monthly.
pub(super) const SHORT_LIFE: i32 = 60;

fn path(at: usize) -> KeyPath {
    KeyPath::of(&["activities"]).index(at)
}

/// Its form: as set, else that of its SOP.
pub(super) fn form(activity: &Activity, context: &Context<'_>) -> Option<Form> {
    let sop = activity.sop.as_ref().and_then(|sop| context.library.sop(sop.as_str(), context.language));
    activity.form.or_else(|| sop?.form.as_deref().and_then(|word| Form::ALL.iter().find(|f| f.word() == word)).copied())
}

fn is_event(activity: &&Activity) -> bool {
    activity.weight == Some(Weight::Event)
}

fn is_settled(never: &Never) -> bool {
    never.never == Some(true) && never.reason.as_ref().is_some_and(|reason| !reason.trim().is_empty())
}

/// The length of the life in days, where it has an end.
pub(super) fn life_days(plan: &Plan) -> Option<i32> {
    let life = Life::of(&plan.lifecycle);
    Some(life.ends?.0 - life.starts?.0).or_else(|| i32::try_from(plan.lifecycle.days?).ok())
}

/// How often a year something of these modes happens, all activities together. Single dates count by the length of the
/// life: three dates in three months are monthly.
fn rate_of(plan: &Plan, context: &Context<'_>, not: Mode) -> f64 {
    let dated = 365.25 / f64::from(life_days(plan).unwrap_or(366).clamp(1, 366));
    let of = |activity: &Activity| {
        let when = activity.when.as_ref()?;
        let times = frequency::per_year(when, plan);
        Some(if matches!(when.pattern, Pattern::Once(_)) { times * dated } else { times })
    };
    let held = |activity: &&Activity| mode(activity, context).is_some_and(|mode| mode != not);
    plan.activities.iter().filter(held).filter_map(of).sum()
}

fn no_weekly_online(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    // a cohort meets its programme day by day
    let is_due = !is_settled(&plan.community.online) && plan.cohorts.is_empty();
    // a few friends who meet in person need no evening online as well
    let meets = context.profile == Profile::Small && rate_of(plan, context, Mode::Online) >= MONTHLY;
    if is_due && !meets && rate_of(plan, context, Mode::Offline) < WEEKLY {
        report.add(report.finding(KeyPath::of(&["activities"])).with("count", plan.activities.len()));
    }
}

fn no_monthly_offline(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    let is_short = life_days(plan).is_some_and(|days| days < SHORT_LIFE);
    // who has no places on purpose meets nowhere
    let is_due = !is_settled(&plan.community.offline) && !is_short && !plan.is_without("places") && !live_apart(plan);
    if is_due && rate_of(plan, context, Mode::Online) < MONTHLY {
        report.add(report.finding(KeyPath::of(&["activities"])).with("count", plan.activities.len()));
    }
}

/// Whether those who do the work live in several time zones.
fn live_apart(plan: &Plan) -> bool {
    let mut zones = plan.people.iter().map(|person| person.time_zone.as_ref().or(plan.time_zone.as_ref()));
    let first = zones.next().flatten();
    first.is_some() && zones.flatten().any(|zone| Some(zone) != first)
}

/// The stage of a task; a step that replaces one of the SOP keeps its stage where it says none.
fn stage_of(task: &Task<'_>, activity: &Activity, context: &Context<'_>) -> Option<Stage> {
    task.step.stage.or_else(|| {
        let sop = context.library.sop(activity.sop.as_ref()?.as_str(), context.language)?;
        sop.steps.iter().find(|step| step.id.is_some() && step.id == task.step.id)?.stage
    })
}

fn stage_missing(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    for (at, activity) in plan.activities.iter().enumerate().filter(|(_, activity)| is_event(activity)) {
        let tasks = tasks_of(plan, at, context.library, context.language);
        let has = |stage: &&Stage| tasks.iter().any(|task| stage_of(task, activity, context) == Some(**stage));
        let stages: Vec<Text> = Stage::ALL.iter().filter(|stage| !has(stage)).map(|stage| (*stage).name()).collect();
        if !stages.is_empty() {
            report
                .add(report.finding(path(at)).with("activity", Thing::Activity(at).named(plan)).with("stages", stages));
        }
    }
}

/// Minutes by which the first word to a channel comes before the start: a step, or content counted from the activity.
fn notice(plan: &Plan, at: usize, context: &Context<'_>) -> Option<i32> {
    let activity = &plan.activities[at];
    let start = activity.when.as_ref().and_then(|when| when.time).map(|span| span.start);
    let before = |days: i32, time: Option<Clock>| match (time, start) {
        (Some(time), Some(start)) => start.minutes() - time.minutes() - days * 1440,
        _ => -days * 1440,
    };
    let tasks = tasks_of(plan, at, context.library, context.language);
    let steps = tasks.iter().filter(|task| !task.step.sends.is_empty()).map(|task| match task.at.0 {
        Shift::Days(days, time) => before(days, time),
        Shift::Minutes(minutes) => -minutes,
    });
    let id = activity.id.as_ref().map(|id| id.as_str());
    let content = plan.content.iter().filter(|content| !content.sends.is_empty()).filter_map(|content| {
        let when = content.when.as_ref()?;
        let Pattern::Offset { days, .. } = when.pattern else { return None };
        (when.item().map(|item| item.as_str()) == id && id.is_some())
            .then(|| before(days, when.time.map(|span| span.start)))
    });
    steps.chain(content).max()
}

fn unannounced(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    let limit = whole(context.threshold(&NOTICE_HOURS));
    for (at, _) in plan.activities.iter().enumerate().filter(|(_, activity)| is_event(activity)) {
        let first = notice(plan, at, context);
        let problem = match first {
            None => Text::new("没有一条发到渠道的预告", "is never announced in a channel"),
            Some(minutes) if minutes <= 0 => Text::new("开始之前没有预告", "is not announced before it starts"),
            Some(minutes) if i64::from(minutes) < 60 * limit as i64 => match minutes % 60 {
                0 => Text::new("提前 {hours} 小时才预告", "is announced only {hours|hour|hours} before"),
                _ => Text::new("提前 {minutes} 分钟才预告", "is announced only {minutes|minute|minutes} before"),
            },
            Some(_) => continue,
        };
        let minutes = first.unwrap_or(0);
        let finding =
            report.finding(path(at)).with("activity", Thing::Activity(at).named(plan)).with("problem", problem);
        let finding = finding.with("ahead", Length::Minutes(minutes)).with("hours", minutes / 60);
        report.add(finding.with("minutes", minutes).with("limit", limit));
    }
}

fn no_budget(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    for (at, activity) in plan.activities.iter().enumerate().filter(|(_, activity)| is_event(activity)) {
        let kind = if form(activity, context) == Some(Form::Draw) {
            Text::new("抽奖", "a prize draw")
        } else if mode(activity, context).is_some_and(|mode| mode != Mode::Online) {
            Text::new("线下活动", "in person")
        } else {
            continue;
        };
        if activity.budget.is_none() {
            let finding = report.finding(path(at).key("budget"));
            report.add(finding.with("activity", Thing::Activity(at).named(plan)).with("kind", kind));
        }
    }
}

/// Without any goal, `goals/none` says it all.
fn serves_no_goal(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let goals: Vec<&str> = plan.goals.iter().filter_map(|goal| Some(goal.id.as_ref()?.as_str())).collect();
    let Some(first) = goals.first() else { return };
    for (at, _) in plan.activities.iter().enumerate().filter(|(_, activity)| activity.serves.is_empty()) {
        let finding = report.finding(path(at).key("serves")).with("activity", Thing::Activity(at).named(plan));
        report.add(finding.with("goals", goals.clone()).with("first", *first));
    }
}

fn over_capacity(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    for (at, activity) in plan.activities.iter().enumerate() {
        let place = activity.place.as_ref().and_then(|place| context.index.find("place", place.as_str()));
        let Some(Thing::Place(held)) = place else { continue };
        let Some(capacity) = plan.places[held].capacity else { continue };
        for (key, count, what) in [
            ("expected", activity.expected, Text::new("预计", "expects")),
            ("capacity", activity.capacity, Text::new("名额", "has seats for")),
        ] {
            if let Some(count) = count.filter(|count| *count > capacity) {
                let finding = report
                    .finding(path(at).key(key))
                    .with("activity", Thing::Activity(at).named(plan))
                    .with("what", what);
                let finding = finding.with("count", i64::from(count)).with("place", Thing::Place(held).named(plan));
                report.add(finding.with("room", i64::from(capacity)));
            }
        }
    }
}

/// A programme of days is an interaction of its own, and an activity whose form is not set may be another.
fn one_interaction(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    let forms: Vec<Option<Form>> = plan.activities.iter().map(|activity| form(activity, context)).collect();
    let Some(Some(first)) = forms.first().copied() else { return };
    if forms.len() > 1 && plan.cohorts.is_empty() && forms.iter().all(|form| *form == Some(first)) {
        let finding = report.finding(KeyPath::of(&["activities"])).with("count", forms.len());
        report.add(finding.with("form", Arg::Words(first.name())));
    }
}

/// While there is neither a role nor a person, other rules ask for them.
fn no_owner(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    if plan.roles.is_empty() && plan.people.is_empty() {
        return;
    }
    let is_open = |activity: &Activity| activity.owner.is_none() && activity.staff.is_empty();
    let open: Vec<usize> = (0..plan.activities.len()).filter(|at| is_open(&plan.activities[*at])).collect();
    if let Some(first) = open.first() {
        let path = KeyPath::of(&["activities"]).index(*first).key("owner");
        let mut names: Vec<Arg> = open.iter().take(NAMED).map(|at| Thing::Activity(*at).named(plan).into()).collect();
        if open.len() > NAMED {
            names.push("…".into());
        }
        report.add(report.finding(path).with("count", open.len()).with("activities", Arg::List(names)));
    }
}

//! The lifecycle: a start, a length, a decent end, and what is sold and spent along the way.

use super::context::Context;
use super::frequency;
use super::remedy::Remedy;
use super::reporter::Reporter;
use super::rule::Rule;
use super::suggest::Suggester;
use super::thresholds::{LIFE_MONTHS, PAID_AFTER_DAYS, whole};
use crate::cadence::Pattern;
use crate::calendar::Life;
use crate::finding::Level::{Advice, Error, Warning};
use crate::finding::Source::{Canvas, EightAnswers, MarketingHandbook};
use crate::finding::{Finding, KeyPath, SuggestedCommand};
use crate::language::Text;
use crate::plan::activities::Activity;
use crate::plan::community::CommunityKind;
use crate::plan::labels::Label;
use crate::plan::lifecycle::{Lasting, Phase};
use crate::plan::money::{Model, Per};
use crate::plan::{Plan, Thing};
use crate::value::{Day, Money};

pub(super) static RULES: &[Rule] = &[
    Rule::missing("lifecycle/no-start", Warning, &["lifecycle.starts"])
        .essential()
        .from(&[MarketingHandbook])
        .title("没有开始的日子", "no start date")
        .message("没有写开始的日子（lifecycle.starts）：日历、阶段、目标都从这天数起", "`lifecycle.starts` is not set: the calendar, phases and goals all count from it")
        .help("定一天，以后可以改，例如 `2026-12-01`；已经在运营就写开群那天", "choose a day (it can change later), for example `2026-12-01`; if the group already runs, use the day it opened"),
    Rule::plan("lifecycle/no-lifetime", Warning, no_lifetime)
        .row(&["lifecycle.months", "lifecycle.days", "lifecycle.lasts"])
        .remedy(Remedy::Made(a_lifetime))
        .from(&[MarketingHandbook, Canvas])
        .title("没有写打算运营多久", "no planned lifetime")
        .message("{problem}", "{problem}")
        .help("写个大概，例如 `24`；一直做下去就写 `lasts = \"open-ended\"`、`review_every = \"1y\"`", "set a rough length, for example `24`; to continue without an end, write `lasts = \"open-ended\"` and `review_every = \"1y\"`"),
    Rule::plan("lifecycle/no-ending", Warning, no_ending)
        .row(&["lifecycle.ending"])
        .from(&[MarketingHandbook, Canvas])
        .title("没有写怎样结束", "no plan for the ending")
        .message("没有写怎样结束（lifecycle.ending）{when}", "`lifecycle.ending` is not set{when}")
        .help("一句话：怎样告别、资料留给谁、名单何时删，例如“毕业典礼，书单归档，一个月内删名单”", "describe it in one sentence: the goodbye, the archive, when you delete the member list; for example \"a graduation evening; book list archived; member list deleted within a month\""),
    Rule::plan("lifecycle/longer-than-two-years", Advice, too_long)
        .remedy(Remedy::Set("lifecycle.review_every"))
        .from(&[MarketingHandbook])
        .title("打算做很久，没有安排重新决定", "long lifetime without a review date")
        .message("打算运营 {length}，超过 {limit} 个月，没有写多久决定一次是否继续（review_every）", "the community is planned for {length}, over {limit|month|months}, and `review_every` does not say how often you decide whether to continue")
        .help("写上多久问一次，例如 `1y`；或把期限缩短到 {limit} 个月以内", "set how often you decide, for example `1y`; or plan for {limit|month|months} or fewer"),
    Rule::plan("lifecycle/sale-after-end", Error, sale_after_end)
        .remedy(Remedy::Change("per"))
        .from(&[MarketingHandbook])
        .title("卖出的东西结束之前交付不完", "sale that cannot be delivered before the end")
        .message("“{product}”{sold}，到 {done} 才交付完，社群 {ends} 就结束了", "\"{product}\" {sold} and is fully delivered by {done}, but the community ends on {ends}")
        .help("会员换短一点的（例如 `per = \"month\"`），或用 `until` 早点停售；营提前开；也可以延长 `lifecycle.months` 到能交付完", "shorten the membership (for example `per = \"month\"`), stop selling earlier with `until`, start the cohort earlier, or extend `lifecycle.months` until everything is delivered"),
    Rule::plan("lifecycle/paid-too-early", Advice, paid_too_early)
        .from(&[EightAnswers])
        .title("开群就卖东西", "sale too soon after the start")
        .message("“{product}”{starts} 开卖，{early}（{limit} 天以内算早）", "\"{product}\" goes on sale on {starts}, {early} (up to {limit|day|days} is early)")
        .help("先办一两次让人有收获的活动再卖，例如 `starts = {later}`", "hold one or two useful activities first and sell later, for example `starts = {later}`"),
    Rule::plan("lifecycle/over-investing-at-end", Advice, over_investing)
        .remedy(Remedy::Change("phases"))
        .from(&[MarketingHandbook])
        .title("衰退期投入反而更多", "more effort in decline than in maturity")
        .message("衰退期比成熟期投入更多：{more}，多出来的是：{items}", "decline gets more than maturity: {more}; the difference comes from: {items}")
        .help("把它挪到成长期和成熟期，例如 `phases = [\"growth\", \"maturity\"]`，衰退期只留大家最喜欢的", "move it to growth and maturity, for example `phases = [\"growth\", \"maturity\"]`, and keep only what people love most for the decline"),
];

fn key(key: &'static str) -> KeyPath {
    KeyPath::of(&["lifecycle", key])
}

/// How long it runs; of one without an end, how often that is decided. An end is never proposed to it, nor to one that
/// was there before its plan.
fn a_lifetime(suggest: Suggester<'_>, _: &Finding) -> Vec<SuggestedCommand> {
    let life = &suggest.plan.lifecycle;
    let has_begun = life.starts.zip(suggest.plan.made).is_some_and(|(starts, made)| starts < made);
    let asking = |name: &'static str| suggest.asking(SuggestedCommand::new(&["set"]).route(key(name)), key(name));
    match life.lasts.is_some() {
        false if !has_begun => vec![asking("months")],
        false => {
            let open = SuggestedCommand::new(&["set"]).route(key("lasts")).word(Lasting::OpenEnded.word());
            [open].into_iter().chain(life.review_every.is_none().then(|| asking("review_every"))).collect()
        }
        true => vec![asking("review_every")],
    }
}

fn no_lifetime(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let life = &plan.lifecycle;
    if life.months.is_some() || life.days.is_some() {
        return;
    }
    let problem = match (life.lasts.is_some(), life.review_every.is_some()) {
        (true, true) => return,
        (true, false) => Text::new(
            "不设期限，却没有写多久决定一次是否继续（lifecycle.review_every）",
            "it is open-ended, but `lifecycle.review_every` does not say how often you decide whether to continue",
        ),
        (false, _) => Text::new(
            "没有写打算运营多久（lifecycle.months）",
            "`lifecycle.months` is not set: how long should the community run?",
        ),
    };
    let at = if life.lasts.is_some() { "lasts" } else { "months" };
    report.add(report.finding(key(at)).with("problem", problem));
}

fn no_ending(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let life = &plan.lifecycle;
    if life.ending.is_some() || (life.lasts.is_some() && life.review_every.is_some()) {
        return;
    }
    let finding = report.finding(key("ending"));
    report.add(match Life::of(life).last_day() {
        Some(last) => {
            finding.with("when", Text::new("，{ends} 就结束了", ", and it ends on {ends}")).with("ends", last)
        }
        None => finding.with("when", ""),
    });
}

fn too_long(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    let life = &plan.lifecycle;
    let limit = context.threshold(&LIFE_MONTHS);
    let (path, length, is_long) = match (life.months, life.days) {
        (Some(months), _) => {
            (key("months"), Text::new("{number} 个月", "{number|month|months}"), f64::from(months) > limit)
        }
        (None, Some(days)) => {
            (key("days"), Text::new("{number} 天", "{number|day|days}"), f64::from(days) > (limit * 30.4375).ceil())
        }
        (None, None) => return,
    };
    if is_long && life.review_every.is_none() {
        let number = i64::from(life.months.or(life.days).unwrap_or(0));
        let finding = report.finding(path).with("length", length).with("number", number);
        report.add(finding.with("limit", whole(limit)));
    }
}

/// When what is sold on a day has been delivered.
const fn delivered(sold: Day, per: Option<Per>) -> Day {
    match per {
        Some(Per::Month) => sold.plus_months(1),
        Some(Per::Quarter) => sold.plus_months(3),
        Some(Per::Year) => sold.plus_months(12),
        Some(Per::Once) | None => sold,
    }
}

/// Only what is certain: the last sale that the plan names, else the first one that there can be.
fn sale_after_end(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    let life = Life::of(&plan.lifecycle);
    let (Some(starts), Some(ends)) = (life.starts, life.ends) else { return };
    for (at, row) in plan.monetisation.iter().enumerate().filter(|(_, row)| row.model != Some(Model::None)) {
        let (day, sold) = match (row.until, row.starts) {
            (Some(until), _) => (until, Text::new("卖到 {day}", "is sold until {day}")),
            (None, Some(from)) => (from, Text::new("从 {day} 开始卖", "goes on sale on {day}")),
            (None, None) => (starts, Text::new("从开始那天 {day} 卖起", "goes on sale on the first day, {day}")),
        };
        let done = delivered(day, row.per);
        if done > ends {
            let path = KeyPath::of(&["monetisation"]).index(at);
            let finding = report
                .finding(path)
                .with("product", Thing::Product(at).named(plan))
                .with("sold", sold)
                .with("day", day);
            report.add(finding.with("done", done).with("ends", ends.plus(-1)));
        }
    }
    for (at, cohort) in plan.cohorts.iter().enumerate().filter(|(_, cohort)| cohort.product.is_some()) {
        let programme = cohort.programme.as_ref().and_then(|name| context.index.find("programme", name.as_str()));
        let (Some(Thing::Programme(programme)), Some(day)) = (programme, cohort.starts) else { continue };
        let Some(days) = plan.programmes[programme].days.and_then(|days| i32::try_from(days).ok()) else { continue };
        let done = day.plus(days);
        if done > ends {
            let sold = Text::new("从 {day} 开营", "starts on {day}");
            let path = KeyPath::of(&["cohorts"]).index(at);
            let finding =
                report.finding(path).with("product", Thing::Cohort(at).named(plan)).with("sold", sold).with("day", day);
            report.add(finding.with("done", done).with("ends", ends.plus(-1)));
        }
    }
}

fn paid_too_early(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    let Some(starts) = plan.lifecycle.starts else { return };
    if matches!(plan.community.kind, Some(CommunityKind::Learning | CommunityKind::Commerce)) {
        return;
    }
    let limit = context.threshold(&PAID_AFTER_DAYS);
    let cohorts = plan.cohorts.iter().filter_map(|cohort| cohort.product.as_ref());
    let exempt: Vec<&str> = cohorts.chain(&plan.rules.admission.product).map(|product| product.as_str()).collect();
    for (at, row) in plan.monetisation.iter().enumerate() {
        let is_exempt = row.id.as_ref().is_some_and(|id| exempt.contains(&id.as_str()));
        let is_sold = row.model.is_none_or(Model::is_inward) && row.price.as_ref().is_none_or(|price| price.cents > 0);
        let Some(from) = row.starts.filter(|_| is_sold && !is_exempt) else { continue };
        let days = from.0 - starts.0;
        if days >= 0 && f64::from(days) <= limit {
            let path = KeyPath::of(&["monetisation"]).index(at).key("starts");
            let early = match days {
                0 => Text::new("就是开始那天", "the start date"),
                _ => Text::new("离开始才 {days} 天", "{days|day|days} after the start"),
            };
            let finding = report
                .finding(path)
                .with("product", Thing::Product(at).named(plan))
                .with("starts", from)
                .with("days", days);
            let finding = finding.with("early", early).with("limit", whole(limit));
            report.add(finding.with("later", starts.plus_months(1)));
        }
    }
}

/// What is planned for a phase: times a month, and money a month in each currency.
#[derive(Default)]
struct PlannedPhase {
    times: f64,
    money: Vec<(String, f64)>,
}

impl PlannedPhase {
    fn add_times(&mut self, times: f64, budget: Option<&Money>) {
        self.times += times;
        let Some(budget) = budget else { return };
        #[allow(clippy::cast_precision_loss)] // compared, not kept
        let sum = budget.cents as f64 * times;
        match self.money.iter_mut().find(|(currency, _)| *currency == budget.currency) {
            Some((_, whole)) => *whole += sum,
            None => self.money.push((budget.currency.clone(), sum)),
        }
    }
}

/// How often a month an activity is held in a phase; dates count by the length of the phase.
fn times(plan: &Plan, life: &Life, activity: &Activity, phase: Phase) -> f64 {
    let Some(when) = &activity.when else { return 0.0 };
    if !activity.phases.is_empty() && !activity.phases.contains(&phase) {
        return 0.0;
    }
    let Some(at) = life.phases.iter().position(|span| span.phase == phase) else {
        return frequency::per_year(when, plan) / 12.0;
    };
    let from = life.phases[at].from;
    let end = life.phases.get(at + 1).map(|next| next.from).or(life.ends).unwrap_or(Day::MAX);
    if let Pattern::Once(day) = when.pattern {
        let months = f64::from((end.0 - from.0).max(1)) / 30.4375;
        return if day >= from && day < end { 1.0 / months } else { 0.0 };
    }
    let is_held = activity.from.is_none_or(|first| first < end) && activity.until.is_none_or(|last| last >= from);
    if is_held { frequency::per_year(when, plan) / 12.0 } else { 0.0 }
}

fn over_investing(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let life = Life::of(&plan.lifecycle);
    let has = |phase: Phase| life.phases.iter().any(|span| span.phase == phase);
    if life.starts.is_some() && !(has(Phase::Maturity) && has(Phase::Decline)) {
        return;
    }
    let (mut early, mut late) = (PlannedPhase::default(), PlannedPhase::default());
    let mut only: Vec<usize> = Vec::new();
    for (at, activity) in plan.activities.iter().enumerate() {
        let [mature, end] = [Phase::Maturity, Phase::Decline].map(|phase| times(plan, &life, activity, phase));
        early.add_times(mature, activity.budget.as_ref());
        late.add_times(end, activity.budget.as_ref());
        if end > mature {
            only.push(at);
        }
    }
    let Some(first) = only.first() else { return };
    let before = |currency: &str| early.money.iter().find(|(c, _)| c == currency).map_or(0.0, |(_, sum)| *sum);
    let dearer = late.money.iter().find(|(currency, sum)| *sum > before(currency) * 1.001 + 0.5);
    let names: Vec<Label> = only.iter().map(|at| Thing::Activity(*at).named(plan)).collect();
    let finding = report.finding(KeyPath::of(&["activities"]).index(*first)).with("items", names);
    #[allow(clippy::cast_possible_truncation)] // a sum of a few budgets; a float cast saturates
    let money =
        |currency: &str, sum: f64| Money { cents: (sum / 100.0).round() as i64 * 100, currency: currency.to_owned() };
    if let Some((currency, sum)) = dearer {
        let more = Text::new("每月花 {late}，成熟期是 {early}", "{late} a month, against {early}");
        let finding = finding.with("more", more).with("late", money(currency, *sum));
        report.add(finding.with("early", money(currency, before(currency))));
    } else if late.times > early.times * 1.001 {
        let more =
            Text::new("每月 {late} 次活动，成熟期是 {early} 次", "{late|activity|activities} a month, against {early}");
        report.add(finding.with("more", more).with("late", late.times).with("early", early.times));
    }
}

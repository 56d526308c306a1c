//! Large events, and what owners and managers of groups answer for.

use super::scope::{chinese_law_level, cite};
use crate::calendar::tasks_of;
use crate::finding::{Arg, Finding, KeyPath, SuggestedCommand};
use crate::knowledge::law::{LARGE_EVENT_DAYS, LARGE_EVENT_FROM};
use crate::language::Text;
use crate::plan::Plan;
use crate::plan::Thing;
use crate::plan::activities::Mode;
use crate::plan::channels::Channel;
use crate::plan::labels::Label;
use crate::plan::rules::ConductAbout;
use crate::rules::activities::mode;
use crate::rules::context::Context;
use crate::rules::reporter::Reporter;
use crate::rules::suggest::Suggester;
use crate::value::Shift;

/// Words of a step that deals with the permit.
const PERMIT: [&str; 9] = ["许可", "报批", "报备", "审批", "公安", "permit", "licence", "license", "police"];

/// How many days before the start the earliest step about the permit is.
fn applied(plan: &Plan, at: usize, context: &Context<'_>) -> Option<i32> {
    let tasks = tasks_of(plan, at, context.library, context.language);
    let is_permit = |step: &crate::library::Step| {
        let id = step.id.as_ref().map(|id| id.as_str());
        [id, step.title.as_deref(), step.text.as_deref(), step.done.as_deref()]
            .into_iter()
            .flatten()
            .any(|text| PERMIT.iter().any(|word| text.to_lowercase().contains(word)))
    };
    let days = tasks.iter().filter(|task| is_permit(task.step)).map(|task| match task.at.0 {
        Shift::Days(days, _) => -days,
        Shift::Minutes(minutes) => -minutes / 1440,
    });
    days.max()
}

/// A step that applies in time.
pub(super) fn apply_in_time(suggest: Suggester<'_>, finding: &Finding) -> Vec<SuggestedCommand> {
    let activity = KeyPath(finding.place.path.0.iter().take(2).cloned().collect());
    let title = Text::new("向公安机关申请大型活动许可", "Apply for the permit").get(suggest.plan.language());
    let at = format!("T-{LARGE_EVENT_DAYS}d");
    suggest.add_step(activity, &[("at", Some(&at)), ("title", Some(title))]).into_iter().collect()
}

pub(super) fn large_event(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    let Some(level) = chinese_law_level(plan) else { return };
    for (at, activity) in plan.activities.iter().enumerate() {
        let is_offline = mode(activity, context).is_some_and(|mode| mode != Mode::Online);
        let count = activity.expected.map_or(0, i64::from);
        if !is_offline || count < LARGE_EVENT_FROM {
            continue;
        }
        let ahead = applied(plan, at, context);
        let problem = match ahead {
            None => Text::new("没有一步是办许可的", "no step applies for the permit"),
            Some(days) if days < LARGE_EVENT_DAYS => Text::new(
                "办许可的一步只提前 {ahead} 天",
                "the step that applies for the permit is only {ahead|day|days} ahead",
            ),
            Some(_) => continue,
        };
        let path = KeyPath::of(&["activities"]).index(at).key("expected");
        let finding =
            report.finding(path).at_most(level).with("activity", Thing::Activity(at).named(plan)).with("count", count);
        let finding = finding.with("limit", LARGE_EVENT_FROM).with("problem", problem);
        let finding = finding.with("ahead", ahead.unwrap_or(0)).with("days", LARGE_EVENT_DAYS);
        report.add(cite(finding, &["large-events/permit", "large-events/application"]));
    }
}

/// An owner for each group without one, and a rule about what is illegal where there is none.
pub(super) fn who_is_responsible(suggest: Suggester<'_>, _: &Finding) -> Vec<SuggestedCommand> {
    let channels = suggest.plan.channels.iter();
    let is_open = |channel: &Channel| channel.owner.is_none() && channel.platform.is_some_and(|it| it.is_group());
    let open = channels.enumerate().filter(|(_, channel)| is_open(channel)).map(|(at, _)| at);
    let owners = open.filter_map(|at| suggest.filling(&KeyPath::of(&["channels"]).index(at).key("owner")));
    let conduct = &suggest.plan.rules.conduct;
    let reacts = conduct.iter().any(|rule| rule.about == Some(ConductAbout::Illegal) && rule.enforcer.is_some());
    let rule = (!reacts).then(|| suggest.adding("conduct", &[("about", Some("illegal"))])).flatten();
    owners.chain(rule).collect()
}

pub(super) fn manager_duties(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let Some(level) = chinese_law_level(plan) else { return };
    let groups: Vec<_> =
        plan.channels.iter().enumerate().filter(|(_, c)| c.platform.is_some_and(|p| p.is_group())).collect();
    let Some((first, _)) = groups.iter().find(|(_, channel)| channel.owner.is_none()).or(groups.first()) else {
        return;
    };
    let open = groups.iter().filter(|(_, channel)| channel.owner.is_none());
    let open: Vec<Label> = open.map(|(at, _)| Thing::Channel(*at).named(plan)).collect();
    let conduct = &plan.rules.conduct;
    let reacts = conduct.iter().any(|rule| rule.about == Some(ConductAbout::Illegal) && rule.enforcer.is_some());
    let missing: Vec<Arg> = [
        (
            open.is_empty(),
            Arg::Phrase(
                Text::new(
                    "由谁负责“{groups}”（channels.owner）",
                    "a responsible owner for \"{groups}\" (`channels.owner`)",
                ),
                vec![("groups", open.clone().into())],
            ),
        ),
        (!conduct.is_empty(), Arg::Words(Text::new("群规（rules.conduct）", "rules of conduct (`rules.conduct`)"))),
        (
            reacts,
            Arg::Words(Text::new(
                "对违法内容的处理办法和执行人（about = \"illegal\"）",
                "a rule about illegal content with an enforcer (`about = \"illegal\"`)",
            )),
        ),
    ]
    .into_iter()
    .filter(|(is_there, _)| !is_there)
    .map(|(_, words)| words)
    .collect();
    if !missing.is_empty() {
        let path =
            if open.is_empty() { KeyPath::of(&["rules", "conduct"]) } else { KeyPath::of(&["channels"]).index(*first) };
        let finding = report.finding(path).at_most(level).with("missing", Arg::List(missing)).with("groups", open);
        report.add(cite(finding, &["group-owners/duties"]));
    }
}

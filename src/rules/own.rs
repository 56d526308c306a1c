//! Whose the plan is: what is still a starter's, and what is used although the plan is without it on purpose.

use super::activities::{form, mode};
use super::context::Context;
use super::remedy::Remedy;
use super::reporter::Reporter;
use super::rule::Rule;
use crate::finding::Level::{Advice, Warning};
use crate::finding::Source::EightAnswers;
use crate::finding::{Arg, Edit, KeyPath};
use crate::language::Text;
use crate::plan::activities::{Activity, Form, Mode};
use crate::plan::growth::GrowthSource;
use crate::plan::ownership::{self, StarterOrigin};
use crate::plan::rules::AdmissionBy;
use crate::plan::{Plan, Thing};
use crate::source::{Table, closest};

/// The topic, whose findings take nothing from the score: what is borrowed is already missing in it.
pub(super) const TOPIC: &str = "own";

pub(super) static RULES: &[Rule] = &[
    Rule::plan("own/borrowed", Warning, borrowed)
        .from(&[EightAnswers])
        .title("还是模板的内容", "still the starter's")
        .message("{chapter}（{key}）的 {total} 处内容里，有 {borrowed} 处还是模板的", "not yet your own in {chapter} (`{key}`): {borrowed} of {total|value|values}")
        .help("{advice}", "{advice}"),
    Rule::plan("own/copied-template", Warning, copied_template)
        .from(&[EightAnswers])
        .title("照搬了模板，却没有写明", "copied from a starter without naming it")
        .message("{total} 处内容里有 {borrowed} 处和模板“{starter}”一样，但没有写 `[template] from`", "of {total|value|values}, {borrowed|is|are} identical to the starter \"{starter}\", but there is no `[template] from`")
        .help("写上 `from`（`qun lint --fix` 会写），再用 `qun confirm` 逐章看：照用、改掉或删掉", "add `from` (`qun lint --fix` does), then go through the chapters with `qun confirm`: keep, change or drop"),
    Rule::plan("own/idle-confirmation", Advice, idle_confirmation)
        .from(&[EightAnswers])
        .title("确认的内容不起作用", "confirmation without effect")
        .message("`confirmed` 里的“{entry}”不起作用", "\"{entry}\" in `confirmed` has no effect")
        .help("名字可能变了，或者它只能换成自己的（人、地点、钱、联系方式）；用 `qun confirm --list` 看还有哪些，再改掉或删掉这一条", "its name may have changed, or it can only be replaced (people, places, money, contacts); `qun confirm --list` shows what is left, then correct or remove this entry"),
    Rule::plan("own/unknown-template", Warning, unknown_template)
        .from(&[EightAnswers])
        .title("不认识的模板", "unknown starter")
        .message("没有叫“{starter}”的模板，分不出哪些内容是自己的", "there is no starter \"{starter}\", so nothing can be compared with it")
        .help("改成模板的名字，`qun templates` 列出全部；不是从模板来的，就删掉 `from`", "use the name of a starter (`qun templates` lists them), or remove `from` if the plan began with none"),
    Rule::plan("own/used-without", Warning, used_without)
        .remedy(Remedy::Unset)
        .from(&[EightAnswers])
        .title("写了不要，却还在用", "used although the plan is without it")
        .message("`without` 里写着不要 `{key}`，{use}", "`without` lists `{key}`, but {use}")
        .help("真的不要，就从计划里删掉或改掉；要用，就从 `without` 里去掉 `{key}`", "change or remove that, or take `{key}` out of `without`"),
];

const KEPT_OR_CHANGED: Text = Text::new(
    "用 `qun confirm` 一章一章看：照用、改掉或去掉；都合适就用 `qun confirm {key}` 全部照用",
    "go through the chapters with `qun confirm`: keep, change or drop; if all of it fits, `qun confirm {key}` keeps it",
);
const SOME_KEPT: Text = Text::new(
    "用 `qun confirm` 一章一章看：照用、改掉或去掉；其中 {never_taken} 处（人数、钱、联系方式）只能换成自己的或去掉",
    "go through the chapters with `qun confirm`: keep, change or drop; {never_taken} of them (names, sizes, money, contacts) can only be replaced or dropped",
);
const ONLY_REPLACED: Text = Text::new(
    "不能照用（人、地点、钱、联系方式），用 `qun confirm` 逐项换成自己的或去掉",
    "these cannot be kept (people, places, money, contacts): replace or drop them one by one with `qun confirm`",
);

fn borrowed(_: &Plan, context: &Context<'_>, report: &mut Reporter) {
    let ownership = &context.index.ownership;
    let Some(StarterOrigin { starter, is_declared: true }) = &ownership.origin else { return };
    for chapter in ownership.chapters() {
        let about = Plan::TABLE.key(chapter.chapter).map_or(Text::new("", ""), |info| info.about);
        let finding = report.finding(chapter.first.path.clone()).with("key", chapter.chapter).with("chapter", about);
        let finding = finding.with("total", chapter.total).with("borrowed", chapter.borrowed);
        let finding = finding.with("never_taken", chapter.never_taken).with("starter", starter.as_str());
        let words = match chapter.borrowed - chapter.never_taken {
            0 => ONLY_REPLACED,
            _ if chapter.never_taken == 0 => KEPT_OR_CHANGED,
            _ => SOME_KEPT,
        };
        let facts = vec![("key", chapter.chapter.into()), ("never_taken", chapter.never_taken.into())];
        report.add(finding.with("advice", Arg::Phrase(words, facts)));
    }
}

fn copied_template(_: &Plan, context: &Context<'_>, report: &mut Reporter) {
    let ownership = &context.index.ownership;
    let Some(StarterOrigin { starter, is_declared: false }) = &ownership.origin else { return };
    let Some(first) = ownership.borrowed().next() else { return };
    let finding = report.finding(first.path.clone()).with("starter", starter.as_str());
    let finding = finding.with("total", ownership.values.len()).with("borrowed", ownership.borrowed().count());
    let title = Text::new("写上它来自哪个模板", "name the starter that it came from");
    let edit = Edit::set(KeyPath::of(&["template", "from"]), starter.as_str());
    report.add(finding.fix(title, vec![edit], true));
}

fn idle_confirmation(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    for at in context.index.ownership.idle_confirmations(plan) {
        let place = KeyPath::of(&["template", "confirmed"]).index(at);
        let finding = report.finding(place.clone()).with("entry", plan.template.confirmed[at].as_str());
        let title = Text::new("删掉这一条", "remove this entry");
        report.add(finding.fix(title, vec![Edit::Remove { path: place }], true));
    }
}

fn unknown_template(_: &Plan, context: &Context<'_>, report: &mut Reporter) {
    let Some(starter) = context.index.ownership.unknown_starter() else { return };
    let place = KeyPath::of(&["template", "from"]);
    let finding = report.finding(place.clone()).with("starter", starter);
    let known = ownership::released_starters();
    report.add(match closest(starter, known.into_iter()) {
        Some(near) => {
            finding.fix(Text::new("换成最接近的名字", "use the nearest name"), vec![Edit::set(place, near)], false)
        }
        None => finding,
    });
}

fn used_without(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    for (at, key) in plan.without.iter().enumerate() {
        let key = key.trim();
        let used = if plan.holds(key) { Some(PRESENT.into()) } else { need(plan, context, key) };
        if let Some(used) = used {
            let place = KeyPath::of(&["without"]).index(at);
            report.add(report.finding(place).with("key", key).with("use", used));
        }
    }
}

const PRESENT: Text = Text::new("计划里却有", "the plan has it");

/// What of the plan cannot do without a table that is absent on purpose.
fn need(plan: &Plan, context: &Context<'_>, key: &str) -> Option<Arg> {
    let activities = |is: &dyn Fn(&Activity) -> bool| -> Vec<Arg> {
        let found = plan.activities.iter().enumerate().filter(|(_, activity)| is(activity));
        found.map(|(at, _)| Thing::Activity(at).named(plan).into()).collect()
    };
    let (needs, found) = match key {
        "places" => (
            Text::new("却要线下见面：{activities}", "people meet in person at {activities}"),
            activities(&|activity| matches!(mode(activity, context), Some(Mode::Offline | Mode::Hybrid))),
        ),
        "channels" => (
            Text::new("却在线上办：{activities}", "people meet online at {activities}"),
            activities(&|activity| matches!(mode(activity, context), Some(Mode::Online | Mode::Hybrid))),
        ),
        "incentives" | "incentives.red_packets" => (
            Text::new("却要发红包：{activities}", "red packets are given out at {activities}"),
            activities(&|activity| form(activity, context) == Some(Form::RedPacket)),
        ),
        "partners" if plan.growth.sources.contains(&GrowthSource::Partner) => {
            return Some(
                Text::new("却靠合作方带来新人（growth.sources）", "`growth.sources` expects members from partners")
                    .into(),
            );
        }
        "monetisation" if plan.rules.admission.by == Some(AdmissionBy::Fee) => {
            return Some(Text::new("却要付费入群（rules.admission.by）", "`rules.admission.by` asks for a fee").into());
        }
        _ => return None,
    };
    (!found.is_empty()).then(|| Arg::Phrase(needs, vec![("activities", Arg::List(found))]))
}

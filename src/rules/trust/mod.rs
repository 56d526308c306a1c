//! Trust: staff who pose as members, members taken for contacts to sell to, sponsors kept quiet, pressure without cause.
//!
//! Some of this is recommended elsewhere; the product warns of it instead.

mod deception;
#[cfg(test)]
mod tests;

use super::context::Context;
use super::law;
use super::reporter::Reporter;
use super::rule::Rule;
use super::text_search::Wording;
use crate::finding::Level::{self, Advice, Error, Warning};
use crate::finding::Source::{EightAnswers, Fact as Cited, TenKeyPoints};
use crate::finding::{KeyPath, Segment};
use crate::language::Text;
use crate::plan::growth::PartnerKind;
use crate::plan::{Plan, Thing};

pub(super) static RULES: &[Rule] = &[
    Rule::plan("trust/planted-shills", Error, shills)
        .from(&[EightAnswers, Cited("fake-reviews/posing")])
        .title("让自己人假扮成员", "staff posing as members")
        .message("“{text}”读起来是让自己人假扮成员（“{word}”）", "\"{text}\" reads as if staff should pose as members (\"{word}\")")
        .help("请真正的成员说说体验，好的坏的都说；工作人员以工作人员的身份说话，例如 `duties = [\"邀请往期学员分享真实体验\"]`。冒充顾客还涉及《反不正当竞争法》（2025）第 9 条（截至 2026-11）；不构成法律意见", "let real members describe their experience, good and bad, and let staff speak as staff, for example `duties = [\"invite former students to share what it was really like\"]`. In China, posing as customers falls under article 9 of the Anti-Unfair Competition Law (2025; as of 2026-11); not legal advice"),
    Rule::plan("trust/mass-friending", Warning, friending)
        .from(&[EightAnswers])
        .title("把群成员逐个加好友去推销", "mass friend requests to sell")
        .message("“{text}”读起来是逐个加成员好友去推销（“{word}”）", "\"{text}\" reads as if members were added as friends one by one to sell to them (\"{word}\")")
        .help("在群公告里留一个联系方式，让想找你的人自己来，例如 `duties = [\"在公告里留联系方式\", \"回复主动来问的成员\"]`", "put a contact in the announcement so that interested members come to you, for example `duties = [\"keep a contact in the announcement\", \"answer members who ask\"]`"),
    Rule::plan("trust/hidden-sponsor", Warning, sponsor)
        .from(&[TenKeyPoints])
        .title("不让成员知道谁在赞助", "sponsor hidden from members")
        .message("{problem}", "{problem}")
        .help("公开说明谁赞助，推荐时再说一次，然后写 `disclosed = true`；要求隐瞒的话就删掉", "disclose who sponsors you, and again with each recommendation, then set `disclosed = true`; remove any wording that asks to hide it"),
    Rule::plan("trust/fake-scarcity", Advice, scarcity)
        .from(&[EightAnswers])
        .title("没有名额限制却催人", "pressure without a real limit")
        .message("“{text}”在催人（“{word}”），计划里却没有名额或截止时间", "\"{text}\" puts pressure on people (\"{word}\"), but the plan has no such limit or closing date")
        .help("真有限额就写进计划，例如 `places_for = 50` 或 `signup = { closes = \"T-1d\" }`，再用真实的数字；没有就删掉这句", "if the limit is real, add it to the plan, for example `places_for = 50` or `signup = { closes = \"T-1d\" }`, and use the real number; if not, remove the sentence"),
];

/// The texts that are judged: instructions for staff; what members get to read, from [`POSTED`]; what is agreed with
/// partners, from [`DEALT`].
#[rustfmt::skip]
pub(super) const SEARCHED_ROUTES: [&str; 18] = [
    "roles.duties", "activities.steps.title", "activities.steps.done", "onboarding.steps.what", "roles.training",
    "segments.tasks", "care.occasions", "growth.invites.method",
    "activities.steps.text", "content.title", "content.text", "content.series", "content.lead_in",
    "programmes.items.title", "programmes.items.text", "support.keywords.reply",
    "partners.gives", "partners.gets",
];
const POSTED: usize = 8;
const DEALT: usize = 16;

/// Finds the words of a text that deceive.
type DeceptionSearch = fn(&Wording) -> Option<String>;

/// The text as it is shown: at most 40 characters of it.
fn shortened(text: &str) -> String {
    if text.chars().count() <= 40 { text.to_owned() } else { text.chars().take(40).chain(['…']).collect() }
}

fn report_each(context: &Context<'_>, report: &mut Reporter, level: Level, detect: DeceptionSearch) {
    for plan_text in context.texts.at(&SEARCHED_ROUTES[..DEALT]) {
        if let Some(word) = detect(plan_text.wording()) {
            let finding = report.finding(plan_text.path.clone()).at_most(level);
            report.add(finding.with("text", shortened(&plan_text.text)).with("word", word));
        }
    }
}

fn shills(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    let level = if law::chinese_law_level(plan) == Some(Error) { Error } else { Warning };
    report_each(context, report, level, deception::shill);
}

fn friending(_: &Plan, context: &Context<'_>, report: &mut Reporter) {
    report_each(context, report, Warning, deception::friending);
}

fn sponsor(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    for (at, partner) in plan.partners.iter().enumerate() {
        let is_paid = matches!(partner.kind, Some(PartnerKind::Sponsor | PartnerKind::OpinionLeader));
        if is_paid && partner.disclosed == Some(false) {
            let path = KeyPath::of(&["partners"]).index(at).key("disclosed");
            let problem = Text::new(
                "与“{partner}”的合作不让成员知道（`disclosed = false`）",
                "the partnership with \"{partner}\" is hidden from members (`disclosed = false`)",
            );
            report.add(report.finding(path).with("problem", problem).with("partner", Thing::Partner(at).named(plan)));
        }
    }
    for plan_text in context.texts.at(&SEARCHED_ROUTES) {
        if let Some(word) = deception::hidden(plan_text.wording()) {
            let problem = Text::new(
                "“{text}”读起来是不让成员知道赞助关系（“{word}”）",
                "\"{text}\" reads as if the sponsor should be hidden from members (\"{word}\")",
            );
            let finding = report.finding(plan_text.path.clone()).with("problem", problem);
            report.add(finding.with("text", shortened(&plan_text.text)).with("word", word));
        }
    }
}

/// Whether the plan knows of a limit: for a step that of its activity, for everything else any.
fn is_limited(plan: &Plan, path: &KeyPath) -> bool {
    let of = |activity: &crate::plan::activities::Activity| {
        let place = activity.place.as_ref().map(|place| place.as_str());
        let named = |id: &crate::value::Slug| Some(id.as_str()) == place;
        let capacity =
            plan.places.iter().find(|place| place.id.as_ref().is_some_and(named)).and_then(|place| place.capacity);
        activity.capacity.is_some()
            || activity.signup.closes.is_some()
            || capacity.is_some()
            || activity.until.is_some()
    };
    if let [Segment::Key(table), Segment::Index(at), ..] = &path.0[..]
        && table == "activities"
    {
        return plan.activities.get(*at).is_some_and(of);
    }
    plan.activities.iter().any(of)
        || plan.cohorts.iter().any(|cohort| cohort.places_for.is_some() || cohort.starts.is_some())
        || plan.monetisation.iter().any(|row| row.until.is_some())
}

fn scarcity(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    // numbers that the plan fills in are real ones
    let posted =
        context.texts.at(&SEARCHED_ROUTES[POSTED..DEALT]).filter(|plan_text| !plan_text.text.contains("{seats}"));
    for plan_text in posted {
        if let Some(word) = deception::pressing(plan_text.wording()).filter(|_| !is_limited(plan, &plan_text.path)) {
            let finding = report.finding(plan_text.path.clone());
            report.add(finding.with("text", shortened(&plan_text.text)).with("word", word));
        }
    }
}

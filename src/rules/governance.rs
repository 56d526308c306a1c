//! Governance: who gets in, what is allowed, who sees to it, how disputes and decisions end.

use super::context::Context;
use super::remedy::Remedy;
use super::reporter::Reporter;
use super::rule::Rule;
use super::thresholds::LADDER_STEPS;
use crate::finding::KeyPath;
use crate::finding::Level::{Advice, Warning};
use crate::finding::Source::{Canvas, EightAnswers, SocialCommerceTraining, TenKeyPoints};
use crate::language::Text;
use crate::plan::Plan;
use crate::plan::community::Openness;
use crate::plan::money::Model;
use crate::plan::rules::{AdmissionBy, ConductAbout};

pub(super) static RULES: &[Rule] = &[
    Rule::missing("governance/no-admission", Warning, &["rules.admission.by"])
        .from(&[EightAnswers])
        .title("没有写怎样入群", "no admission process")
        .message("没有写入群方式（rules.admission.by）", "`rules.admission.by` is not set: people do not know how to join")
        .help("选一种：`open`（公开）、`invitation`（邀请）、`questionnaire`（问卷）、`review`（审核）、`fee`（付费），例如 `questionnaire`", "choose `open`, `invitation`, `questionnaire`, `review` or `fee`, for example `questionnaire`"),
    Rule::missing("governance/no-conduct", Warning, &["rules.conduct"])
        .essential()
        .from(&[EightAnswers, SocialCommerceTraining])
        .title("没有群规", "no rules of conduct")
        .message("一条群规都没有写（[[rules.conduct]]）", "there is no `[[rules.conduct]]`: members do not know what is allowed")
        .help("先写两条 `[[rules.conduct]]`：不发广告、对事不对人，例如 `about = \"advertising\"`、`text = \"不发广告，违者先提醒\"`", "start with two `[[rules.conduct]]`, no advertising and no attacks: for example `about = \"advertising\"`, `text = \"no adverts; first a reminder\"`"),
    Rule::plan("governance/no-ad-rule", Warning, no_ad_rule)
        .remedy(Remedy::Add("conduct", &[("about", Some("advertising"))]))
        .row(&["rules.conduct.about"])
        .from(&[SocialCommerceTraining])
        .title("群规没有说广告", "no rule about advertising")
        .message("群规里没有一条说广告（`about = \"advertising\"`）", "no rule of conduct covers advertising (`about = \"advertising\"`)")
        .help("加一条，例如 `about = \"advertising\"`、`text = \"不发广告，违者先提醒\"`、`enforcer = \"{someone}\"`", "add one, for example `about = \"advertising\"`, `text = \"no adverts; first a reminder\"`, `enforcer = \"{someone}\"`"),
    Rule::plan("governance/no-attack-rule", Warning, no_attack_rule)
        .remedy(Remedy::Add("conduct", &[("about", Some("attacks"))]))
        .not_in_small()
        .row(&["rules.conduct.about"])
        .from(&[SocialCommerceTraining])
        .title("群规没有说人身攻击", "no rule about personal attacks")
        .message("群规里没有一条说人身攻击（`about = \"attacks\"`）", "no rule of conduct covers personal attacks (`about = \"attacks\"`)")
        .help("加一条，例如 `about = \"attacks\"`、`text = \"对事不对人\"`、`enforcer = \"{someone}\"`", "add one, for example `about = \"attacks\"`, `text = \"argue with ideas, not with people\"`, `enforcer = \"{someone}\"`"),
    Rule::plan("governance/no-ladder", Warning, no_ladder)
        .row(&["rules.sanctions.ladder"])
        .from(&[SocialCommerceTraining])
        .title("违规处理的步骤不够", "too few steps of sanctions")
        .message("违规处理（rules.sanctions.ladder）{steps}，至少要 {limit} 步", "`rules.sanctions.ladder` {steps}; at least {limit|step is|steps are} needed")
        .help("由轻到重一步步写出来，例如 `ladder = [\"提醒\", \"警告\", \"移出\"]`", "list the steps from light to serious, for example `ladder = [\"remind\", \"warn\", \"remove\"]`"),
    Rule::plan("governance/rules-not-posted", Advice, not_posted)
        .row(&["rules.posted"])
        .from(&[EightAnswers])
        .title("群规没有写贴在哪里", "no place where the rules are posted")
        .message("写了群规，没有写贴在哪里（rules.posted）", "there are rules of conduct, but `rules.posted` does not say where members find them")
        .help("新人第一眼看得到的地方，例如“群公告置顶，入群当天私信一遍”", "post them where newcomers look first, for example \"pinned in the group, sent on the first day\""),
    Rule::plan("governance/no-enforcer", Warning, no_enforcer)
        .row(&["rules.conduct.enforcer"])
        .from(&[EightAnswers])
        .title("群规没有人执行", "rule of conduct without an enforcer")
        .message("第 {number} 条群规（{about}）没有写谁来执行", "rule of conduct {number} ({about}) names no one to enforce it")
        .help("写上角色或成员，例如 `enforcer = \"{someone}\"`", "name a role or a person, for example `enforcer = \"{someone}\"`"),
    Rule::missing("governance/outcome-unannounced", Advice, &["rules.sanctions.announce"])
        .not_in_small()
        .from(&[EightAnswers])
        .title("没有写处理结果怎样告知", "no decision on announcing sanctions")
        .message("没有写处理结果怎样告知群里（rules.sanctions.announce）", "`rules.sanctions.announce` is not set: what does the group hear about a sanction?")
        .help("告知但不点名（`without-names`）通常最稳妥", "announce it without names, which is usually safest (`without-names`)"),
    Rule::missing("governance/no-appeal", Advice, &["rules.sanctions.appeal"])
        .not_in_small()
        .from(&[Canvas])
        .title("没有写怎样申诉", "no way to appeal")
        .message("没有写怎样申诉（rules.sanctions.appeal）：觉得处理不公，可以找谁", "`rules.sanctions.appeal` is not set: who can members turn to if they feel treated unfairly?")
        .help("写一个人和一种方式，例如“三天内私信群主”", "name a person and a way, for example \"write to the founder within three days\""),
    Rule::missing("governance/no-conflict-route", Warning, &["rules.conflict.who", "rules.conflict.how"])
        .from(&[SocialCommerceTraining])
        .title("没有写冲突怎样处理", "no process for conflicts")
        .message("没有写冲突由谁处理、怎样处理（rules.conflict）", "`rules.conflict` names neither who settles conflicts nor how")
        .help("写上谁处理、怎么处理，例如“先私聊双方，再在群里说明”", "say who settles them and how, for example \"talk to both, then explain to the group\""),
    Rule::missing("governance/no-complaints-route", Warning, &["support.complaints", "rules.report.contact"])
        .from(&[TenKeyPoints, SocialCommerceTraining])
        .title("没有写投诉找谁", "no contact for complaints")
        .message("没有写投诉或举报找谁（support.complaints、rules.report.contact）", "neither `support.complaints` nor `rules.report.contact` names a contact for complaints")
        .help("写一个人，例如“私信阿明”", "name someone, for example \"write to Ann\""),
    Rule::missing("governance/no-decision-making", Warning, &["governance.decisions"])
        .not_in_small()
        .from(&[Canvas])
        .title("没有写怎样做决定", "no decision process")
        .message("没有写大事怎样决定（governance.decisions）", "`governance.decisions` is not set: how are important decisions made?")
        .help("一句话就够，例如“三人小组，多数决”", "describe it in a sentence, for example \"three people, by majority\""),
    Rule::plan("governance/no-legal-entity", Advice, no_legal_entity)
        .row(&["governance.legal_entity"])
        .from(&[Canvas])
        .title("有钱往来，没有写法律主体", "no legal entity for the money")
        .message("有 {count} 项收钱的变现，却没有写以谁的名义（governance.legal_entity）", "{count|income source takes|income sources take} money, but `governance.legal_entity` does not say in whose name")
        .help("写公司、个体户或个人的名字，例如“个体工商户：晨光书店”；没有就写“无”", "name the company, association or person, for example \"Morning Readers, a registered association\"; if there is none, write \"none\""),
    Rule::plan("governance/open-and-lax", Warning, open_and_lax)
        .remedy(Remedy::Set("rules.admission.by"))
        .of_absence()
        .from(&[EightAnswers])
        .title("谁都能进，进来也没有规矩", "open to all, without checks or rules")
        .message("社群是公开的，{admission}，也没有群规", "the community is open, {admission}, and there are no rules of conduct")
        .help("至少加一道门或几条规矩，例如 `questionnaire`，并写两条 `[[rules.conduct]]`，例如不发广告、对事不对人", "add a check or some rules, for example `questionnaire` and two `[[rules.conduct]]` such as no adverts and no attacks"),
];

/// Without any rule, `no-conduct` says it all.
fn without(plan: &Plan, about: ConductAbout, report: &mut Reporter) {
    let conduct = &plan.rules.conduct;
    if !conduct.is_empty() && !conduct.iter().any(|rule| rule.about == Some(about)) {
        report.add(report.finding(KeyPath::of(&["rules", "conduct"])).with("count", conduct.len()));
    }
}

fn no_ad_rule(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    without(plan, ConductAbout::Advertising, report);
}

fn no_attack_rule(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    without(plan, ConductAbout::Attacks, report);
}

fn no_ladder(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    let limit = super::thresholds::whole(context.threshold(&LADDER_STEPS));
    let count = plan.rules.sanctions.ladder.len();
    if count < limit {
        let path = KeyPath::of(&["rules", "sanctions", "ladder"]);
        let steps = match count {
            0 => Text::new("一步都没有写", "is empty"),
            _ => Text::new("只有 {count} 步", "has {count|step|steps}"),
        };
        report.add(report.finding(path).with("steps", steps).with("count", count).with("limit", limit));
    }
}

fn not_posted(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    if !plan.rules.conduct.is_empty() && plan.rules.posted.is_none() {
        report.add(report.finding(KeyPath::of(&["rules", "posted"])).with("count", plan.rules.conduct.len()));
    }
}

fn no_enforcer(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    for (at, rule) in plan.rules.conduct.iter().enumerate() {
        if rule.enforcer.is_none() {
            let about = rule.about.unwrap_or(ConductAbout::Other).name();
            let path = KeyPath::of(&["rules", "conduct"]).index(at).key("enforcer");
            report.add(report.finding(path).with("number", at + 1).with("about", about));
        }
    }
}

fn no_legal_entity(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let earns = |row: &&crate::plan::money::Monetisation| row.model.is_some_and(|model| model != Model::None);
    let count = plan.monetisation.iter().filter(earns).count();
    if count > 0 && plan.governance.legal_entity.is_none() {
        report.add(report.finding(KeyPath::of(&["governance", "legal_entity"])).with("count", count));
    }
}

fn open_and_lax(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let admission = match plan.rules.admission.by {
        None => Text::new("没有入群把关", "no one checks who joins"),
        Some(AdmissionBy::Open) => Text::new("谁都可以进", "anyone can join"),
        Some(_) => return,
    };
    if plan.community.openness == Some(Openness::Open) && plan.rules.conduct.is_empty() {
        report.add(report.finding(KeyPath::of(&["community", "openness"])).with("admission", admission));
    }
}

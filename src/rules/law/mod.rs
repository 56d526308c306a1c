//! Law: what Chinese law and the platform's own rules say of rewards, draws, data, words and crowds. Not legal advice.
//!
//! Must not report where the plan is under another law, certify that something is lawful, or judge by unsure facts.

mod claims;
mod data;
mod draws;
mod large_event;
mod pyramid;
mod scope;

#[cfg(test)]
pub(super) use claims::{promise, superlative};
pub(super) use scope::chinese_law_level;

use self::scope::cite;
use super::context::Context;
use super::remedy::Remedy;
use super::reporter::Reporter;
use super::rule::Rule;
use super::text_search::{PlanText, Wording};
use crate::finding::Level::{Error, Warning};
use crate::finding::Segment;
use crate::finding::Source::Fact as Cited;
use crate::plan::Plan;

pub(super) static RULES: &[Rule] = &[
    Rule::plan("law/pyramid-rewards", Error, pyramid::rewards)
        .remedy(Remedy::None)
        .from(&[
            Cited("pyramid-selling/head-count"),
            Cited("pyramid-selling/entry-fee"),
            Cited("pyramid-selling/downline-sales"),
        ])
        .title("邀请奖励有传销的风险", "referral rewards that resemble a pyramid scheme")
        .message("{problem}。{chain}：{story}", "{problem}. {chain}: {story}")
        .help("风险较低的做法：只有一层，只谢直接邀请的人，给服务不给现金，设上限，例如 `level = 1`、`base = \"fixed\"`、`give = \"30d membership\"`、`cap = 5`。依据《{law}》第 {article} 条（截至 {as_of}）；这里只指出风险，不构成法律意见，拿不准请问律师", "use a safer reward: one level, only for the person who invited directly, not cash, with a cap, for example `level = 1`, `base = \"fixed\"`, `give = \"30d membership\"`, `cap = 5`. See China's {law}, article {article} (as of {as_of}); this points out a risk and is not legal advice: if in doubt, ask a lawyer"),
    Rule::plan("law/prize-over-limit", Error, draws::over_limit)
        .from(&[Cited("prize-draws/highest-prize")])
        .title("最高奖超过上限", "prize over the legal limit")
        .message("“{activity}”的最高奖是 {prize}，超过上限 {limit} 元", "the highest prize of \"{activity}\" is {prize}, over the limit of {limit} CNY")
        .help("换成价值低一些的，多设几个小奖，例如 `highest_prize = \"200 CNY\"`。依据《{law}》第 {article} 条（截至 {as_of}）；不构成法律意见", "choose something of lower value, or several small prizes, for example `highest_prize = \"200 CNY\"`. See China's {law}, article {article} (as of {as_of}); not legal advice"),
    Rule::plan("law/prize-disclosure", Error, draws::disclosure)
        .of_absence()
        .from(&[Cited("prize-draws/disclosure"), Cited("prize-draws/traffic")])
        .title("抽奖的信息没有写全", "incomplete prize draw information")
        .message("抽奖“{activity}”要公布 15 项，还缺 {count} 项：{missing}", "prize draw \"{activity}\" is missing {count} of the 15 details that must be published: {missing}")
        .help("在 `[activities.draw]` 里补上 {keys}，开奖前公布、之后不改，例如 `delivery = \"包邮寄出\"`。依据《{law}》第 {article} 条（截至 {as_of}）；不构成法律意见", "fill in {keys} in `[activities.draw]`, publish them before the draw and do not change them afterwards, for example `delivery = \"posted free of charge\"`. See China's {law}, article {article} (as of {as_of}); not legal advice"),
    Rule::plan("law/reward-for-sharing", Error, draws::sharing)
        .remedy(Remedy::None)
        .from(&[Cited("rewards-for-sharing/external-links")])
        .title("在微信里奖励转发", "reward for sharing on WeChat")
        .message("在微信里转发有奖：{give}（渠道“{channel}”）", "sharing on WeChat (channel \"{channel}\") earns {give}")
        .help("不奖励转发本身，去谢真正来了又留下的人，例如 `for = \"paid\"`、`base = \"fixed\"`、`give = \"30d membership\"`。依据《{law}》第 {article} 条（截至 {as_of}），是平台规则；不构成法律意见", "reward members whose friends come and stay, not the sharing itself, for example `for = \"paid\"`, `base = \"fixed\"`, `give = \"30d membership\"`. See {law}, {article} (as of {as_of}), a rule of the platform; not legal advice"),
    Rule::plan("law/member-data", Error, data::member_data)
        .remedy(Remedy::All(&[Remedy::Keys(&["purpose", "fields", "keep", "contact", "consent"]), Remedy::Set("leaving.delete_data")]))
        .of_absence()
        .from(&[Cited("personal-data/purpose-and-consent"), Cited("personal-data/deletion")])
        .title("收集成员信息，没有交代清楚", "incomplete privacy information")
        .message("收集的信息有：{fields}；还没有写：{missing}", "you collect {fields}; missing: {missing}")
        .help("在 `[rules]` 里写，例如 `data = { purpose = \"通知与续费\", fields = [\"微信昵称\"], keep = \"180d\", contact = \"小雨\", consent = \"入群问卷\" }`、“退群后 30 天内删除”。依据《{law}》第 {article} 条（截至 {as_of}）；不构成法律意见", "add it to `[rules]`, for example `data = { purpose = \"notices\", fields = [\"nickname\"], keep = \"180d\", contact = \"Maya\", consent = \"a box on the entry form\" }`, and \"within 30 days of leaving\". See China's {law}, articles {article} (as of {as_of}); not legal advice"),
    Rule::plan("law/minors", Error, data::minors)
        .remedy(Remedy::Set("rules.data.minors"))
        .from(&[Cited("personal-data/minors")])
        .title("有孩子，没有写监护人同意", "no guardian's consent for minors")
        .message("{who}，没有写监护人同意（不满 {limit} 周岁要监护人同意）", "{who}, but there is no guardian's consent (required for children under {limit})")
        .help("请家长报名、家长同意，少收信息（`guardian-consent`）。依据《{law}》第 {article} 条（截至 {as_of}）；不构成法律意见", "have parents sign up and agree, and collect as little as possible (`guardian-consent`). See China's {law}, articles {article} (as of {as_of}); not legal advice"),
    Rule::plan("law/superlatives", Warning, superlatives)
        .from(&[Cited("advertising/absolute-words")])
        .title("用了绝对化的说法", "absolute claim in public")
        .message("“{text}”里的“{word}”是绝对化的说法", "\"{text}\" makes an absolute claim: \"{word}\"")
        .help("换成看得见的事实，例如“一年陪你读完 24 本书”。依据《{law}》第 {article} 条（截至 {as_of}，{confidence}）；不构成法律意见", "replace it with a fact that people can check, for example \"24 books a year, read together\". See China's {law}, article {article} (as of {as_of}, {confidence}); not legal advice"),
    Rule::plan("law/health-or-return-claims", Warning, promises)
        .from(&[Cited("advertising/health-claims"), Cited("advertising/promises")])
        .title("承诺疗效、结果或收益", "promise of health, results or returns")
        .message("“{text}”里的“{word}”在承诺疗效、结果或收益", "\"{text}\" promises health, results or returns: \"{word}\"")
        .help("说一起做什么，不说会有什么结果，例如“21 天睡前共读”。依据《{law}》第 {article} 条（截至 {as_of}）；不构成法律意见", "describe what you do together, not what will come of it, for example \"21 days of bedtime reading\". See China's {law}, articles {article} (as of {as_of}); not legal advice"),
    Rule::plan("law/large-event", Error, large_event::large_event)
        .remedy(Remedy::Made(large_event::apply_in_time))
        .of_absence()
        .from(&[Cited("large-events/permit"), Cited("large-events/application")])
        .title("大型活动没有安排许可", "large event without a permit")
        .message("“{activity}”预计 {count} 人（{limit} 人起要办许可），{problem}", "\"{activity}\" expects {count|person|people} (events of {limit} or more need a permit); {problem}")
        .help("加一步申请，至少提前 {days} 天，例如在 `[[activities.steps]]` 里写 `id = \"permit\"`、`at = \"T-45d\"`、`title = \"向公安机关申请大型活动许可\"`；或分成几场小的。依据《{law}》第 {article} 条（截至 {as_of}）；不构成法律意见，先问当地公安", "add a step to `[[activities.steps]]` at least {days|day|days} ahead, for example `id = \"permit\"`, `at = \"T-45d\"`, `title = \"apply to the police for the permit\"`; or hold several smaller events. See China's {law}, articles {article} (as of {as_of}); not legal advice: ask the local police"),
    Rule::plan("law/manager-duties", Warning, large_event::manager_duties)
        .remedy(Remedy::Made(large_event::who_is_responsible))
        .of_absence()
        .from(&[Cited("group-owners/duties"), Cited("group-owners/size-by-capability")])
        .title("群主和管理员的责任没有落实", "missing duties of group owners and managers")
        .message("还没有写：{missing}", "missing: {missing}")
        .help("在 `[[channels]]` 里写上 `owner = \"{someone}\"`，并加一条群规：`about = \"illegal\"`、`text = \"违法内容立即删除，移出发布者，必要时报告平台\"`、`enforcer = \"{someone}\"`。依据《{law}》第 {article} 条（截至 {as_of}）；不构成法律意见", "set `owner = \"{someone}\"` in `[[channels]]` and add a rule of conduct: `about = \"illegal\"`, `text = \"illegal content is deleted at once and the poster removed\"`, `enforcer = \"{someone}\"`. See China's {law}, article {article} (as of {as_of}); not legal advice"),
];

/// The texts that are judged: slogan, promises and products, by which a community is praised to the public; and what is
/// published, where it promotes.
#[rustfmt::skip]
pub(super) const SEARCHED_ROUTES: [&str; 7] = [
    "culture.slogan.text", "positioning.values.promise", "monetisation.product",
    "content.title", "content.text", "content.series", "content.lead_in",
];

/// Judges each text by which a community is praised; shows at most this many characters of it.
fn report_words(
    plan: &Plan,
    context: &Context<'_>,
    report: &mut Reporter,
    facts: &[&str],
    detect: fn(&Wording) -> Option<String>,
) {
    const SHOWN: usize = 40;
    let Some(level) = chinese_law_level(plan) else { return };
    let is_praise = |plan_text: &&PlanText| match &plan_text.path.0[..] {
        [Segment::Key(table), Segment::Index(at), ..] if table == "content" => {
            plan.content.get(*at).is_some_and(|content| content.promotional == Some(true))
        }
        _ => true,
    };
    for plan_text in context.texts.at(&SEARCHED_ROUTES).filter(is_praise) {
        if let Some(word) = detect(plan_text.wording()) {
            let mut shown: String = plan_text.text.chars().take(SHOWN).collect();
            if plan_text.text.chars().count() > SHOWN {
                shown.push('…');
            }
            let finding = report.finding(plan_text.path.clone()).at_most(level).with("text", shown).with("word", word);
            report.add(cite(finding, facts));
        }
    }
}

fn superlatives(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    report_words(plan, context, report, &["advertising/absolute-words"], claims::superlative);
}

fn promises(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    report_words(plan, context, report, &["advertising/health-claims", "advertising/promises"], claims::promise);
}

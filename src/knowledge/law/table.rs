//! The provisions, a row each.

use super::super::dated_fact::{Confidence, DatedFact};
use super::Law;
use crate::language::Text;

/// A law: its Chinese and English name, since when it is in force, whether it is law of the state.
type LawName = (&'static str, &'static str, Option<&'static str>, bool);

const PYRAMID: LawName = ("禁止传销条例", "Regulation on the Prohibition of Pyramid Selling", Some("2005-11-01"), true);
const COMPETITION: LawName = ("反不正当竞争法（2025）", "Anti-Unfair Competition Law (2025)", Some("2025-10-15"), true);
const PROMOTION: LawName =
    ("规范促销行为暂行规定", "Interim Provisions on Regulating Sales Promotion", Some("2020-12-01"), true);
const LINKS: LawName =
    ("微信外部链接内容管理规范", "Weixin Rules on the Content of External Links", Some("2019-10-28"), false);
const GROUPS: LawName =
    ("互联网群组信息服务管理规定", "Provisions on Internet Group Information Services", Some("2017-10-08"), true);
const DATA: LawName = ("个人信息保护法", "Personal Information Protection Law", Some("2021-11-01"), true);
const ADVERTISING: LawName = ("广告法", "Advertising Law", Some("2015-09-01"), true);
const EVENTS: LawName =
    ("大型群众性活动安全管理条例", "Regulation on the Safety of Large-Scale Mass Events", Some("2007-10-01"), true);

const fn row(
    id: &'static str,
    (zh, en, in_force, of_state): LawName,
    article: &'static str,
    confidence: Confidence,
    fact_zh: &'static str,
    fact_en: &'static str,
) -> Law {
    let name = Text::new(zh, en);
    let fact = DatedFact { id, text: Text::new(fact_zh, fact_en), source: name, as_of: "2026-11", confidence };
    Law { fact, name, article, in_force, of_state }
}

use Confidence::{Primary, Secondary};

/// All provisions known here.
#[rustfmt::skip]
pub static LAWS: &[Law] = &[
    row("pyramid-selling/head-count", PYRAMID, "7(1)", Primary,
        "按直接或间接发展的人数给报酬，滚动发展下线，属于传销。",
        "Paying people by how many others they bring in, directly or through those others, is pyramid selling."),
    row("pyramid-selling/entry-fee", PYRAMID, "7(2)", Primary,
        "要人交钱或变相认购商品，才取得加入或发展他人的资格，属于传销。",
        "Making people pay, or buy goods, for the right to join or to recruit others is pyramid selling."),
    row("pyramid-selling/downline-sales", PYRAMID, "7(3)", Primary,
        "上线按下线的销售业绩拿报酬，形成上下线关系，属于传销。",
        "Paying an upline from the sales of their downline is pyramid selling."),
    row("prize-draws/highest-prize", COMPETITION, "11", Primary,
        "抽奖式有奖销售，最高奖不得超过 50,000 元。",
        "The highest prize in a promotional draw may not exceed 50,000 CNY."),
    row("prize-draws/disclosure", PROMOTION, "13", Primary,
        "抽奖前要公布 15 项信息，从奖项、参与条件、开奖方式，到概率、兑奖、交付、弃奖和主办方联系方式。",
        "Fifteen things must be published before a draw: from the awards, who can take part and how it is drawn, to the odds, claiming, delivery, forfeiture and the organiser's contact."),
    row("prize-draws/traffic", PROMOTION, "11–12", Primary,
        "为拉新、引流、涨粉而办的抽奖，同样按有奖销售管理。",
        "Draws held to win followers, new users or traffic fall under the same rules."),
    row("prize-draws/terms-fixed", COMPETITION, "11", Primary,
        "抽奖开始后，奖项、奖品、兑奖条件不得改动。",
        "Once a draw has started, its awards, prizes and conditions for claiming may not be changed."),
    row("rewards-for-sharing/external-links", LINKS, "2.1.2", Primary,
        "在微信里用红包、优惠券、积分，或用砍价、助力、集赞，换取用户分享外部链接，会被处理。",
        "On WeChat it is against the rules to reward the sharing of external links with red packets, coupons or points, or through bargaining, helping or collecting likes."),
    row("group-owners/real-names", GROUPS, "6", Primary,
        "群组平台要核验使用者的真实身份，未实名者不能使用群组服务。",
        "Group platforms verify their users' real identity; nobody can use groups without it."),
    row("group-owners/size-by-capability", GROUPS, "8", Primary,
        "群组的规模和数量，要与管理能力和信用相称。",
        "The size and number of groups must match what their managers can handle."),
    row("group-owners/duties", GROUPS, "9", Primary,
        "群主和管理员要定群规、守秩序，对群里的信息承担管理责任。",
        "A group's owner and managers are responsible for its rules, its order and the information posted in it."),
    row("personal-data/purpose-and-consent", DATA, "13–15, 17", Primary,
        "收集个人信息要告知目的、种类、保存期限和联系方式，取得同意，并允许随时撤回。",
        "Anyone who collects personal data must state the purpose, the kinds of data, how long it is kept and a contact, get consent, and allow it to be withdrawn."),
    row("personal-data/minors", DATA, "28, 31", Primary,
        "未满 14 周岁者的信息属敏感信息，要由监护人同意，并定专门规则。",
        "Data about children under 14 is sensitive: a guardian has to consent, and it needs rules of its own."),
    row("personal-data/deletion", DATA, "47", Primary,
        "目的已达到、保存期已满、服务已停或同意已撤回，就要删除。",
        "Data must be deleted once its purpose is met, its retention period is over, the service ends or consent is withdrawn."),
    row("personal-data/security", DATA, "51", Primary,
        "要有管理制度、权限和安全措施，防止个人信息泄露。",
        "Personal data needs rules, limited access and security against leaks."),
    row("advertising/absolute-words", ADVERTISING, "9", Secondary,
        "广告不用“最好”“第一”这类绝对化用语；此条原文未见。",
        "Advertising may not use absolute words such as best or number one; the wording of the article was not checked."),
    row("advertising/health-claims", ADVERTISING, "17, 58", Primary,
        "除医疗、药品、器械广告外，不得宣称治疗功效，也不得用医药用语。",
        "Except for medical care, medicine and medical devices, advertising may not claim to heal or use medical terms."),
    row("advertising/promises", ADVERTISING, "24, 25", Primary,
        "教育培训广告不得保证通过或效果；招商、投资广告不得承诺保本、收益。",
        "Advertising for courses may not promise a pass or results; advertising for investments may not promise safety or returns."),
    row("advertising/endorsers", ADVERTISING, "38", Primary,
        "不得用未满 10 周岁的孩子代言；代言人要用过产品。",
        "Nobody under 10 may endorse a product, and endorsers must have used it."),
    row("large-events/permit", EVENTS, "2, 11", Primary,
        "预计 1,000 人及以上的公开活动，要先取得公安机关许可。",
        "A public event expected to draw 1,000 people or more needs a police permit in advance."),
    row("large-events/application", EVENTS, "12–13", Primary,
        "大型活动的许可，至少提前 20 天申请。",
        "You must apply for a large-event permit at least 20 days ahead."),
    row("fake-reviews/posing", COMPETITION, "9", Primary,
        "不得让员工或他人冒充顾客、编造评价、虚构交易来误导人。",
        "Misleading people with staff posing as customers, made-up reviews or made-up sales is forbidden."),
];

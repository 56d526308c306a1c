//! Money: how it earns, who pays how much for what, and whether that covers the costs.

mod break_even;
mod products;
mod terms;

pub use break_even::{BreakEven, break_even};
pub(super) use products::earns;
pub(super) use terms::SEARCHED_ROUTES;

use self::products::{earning, path};
use super::context::Context;
use super::remedy::Remedy;
use super::reporter::Reporter;
use super::rule::Rule;
use crate::finding::Level::{Advice, Warning};
use crate::finding::Source::{EightAnswers, MarketingHandbook, PracticeBook, SocialCommerceTraining};
use crate::finding::{Arg, KeyPath, SuggestedCommand};
use crate::language::Text;
use crate::plan::labels::Label;
use crate::plan::money::{Model, Monetisation, Per};
use crate::plan::people::RoleKind;
use crate::plan::{Plan, Thing};

pub(super) static RULES: &[Rule] = &[
    Rule::missing("monetisation/no-model", Warning, &["monetisation.model"])
        .remedy(Remedy::Made(|suggest, _| {
            // of what is there only the model is missing
            let known = (0..suggest.plan.monetisation.len()).map(|at| suggest.set(path(at).key("model")));
            let known: Vec<SuggestedCommand> = known.collect();
            let new = || suggest.adding("product", &[("price", None), ("refund", None)]);
            if known.is_empty() { new().into_iter().collect() } else { known }
        }))
        .from(&[EightAnswers])
        .title("没有写怎样变现", "no revenue model")
        .message("没有写变现方式（[[monetisation]] 的 model）", "there is no `[[monetisation]]` with a `model`")
        .help("写一段 `[[monetisation]]`，选一种，例如 `model = \"membership\"`；不打算赚钱就写 `model = \"none\"`、`funded_by = \"创建者每月出 200 元\"`", "add one `[[monetisation]]`, for example `model = \"membership\"`; if you do not earn money, write `model = \"none\"`, `funded_by = \"the founder gives 30 USD a month\"`"),
    Rule::plan("monetisation/no-payer", Warning, no_payer)
        .remedy(Remedy::Made(|suggest, _| {
            let key = |row: &Monetisation| if row.model == Some(Model::None) { "funded_by" } else { "payer" };
            without_payer(suggest.plan).map(|(at, row)| suggest.set(path(at).key(key(row)))).collect()
        }))
        .row(&["monetisation.payer", "monetisation.funded_by"])
        .not_in_small()
        .from(&[MarketingHandbook])
        .title("没有写谁付钱", "no payer")
        .message("没有写谁来付钱：{products}", "missing payer for: {products}")
        .help("越具体越好，例如 `payer = \"年度会员\"`，或加一个 `kind = \"payer\"` 的角色；不变现时写 `funded_by`", "be as specific as you can, for example `payer = \"members who renew\"`, or add a role with `kind = \"payer\"`; if you earn nothing, set `funded_by`"),
    Rule::plan("monetisation/no-price", Warning, no_price)
        .row(&["monetisation.price"])
        .from(&[MarketingHandbook])
        .title("没有价格", "no price")
        .message("“{product}”没有写价格（price）", "\"{product}\" has no `price`")
        .help("写金额、币种和多久付一次，例如 `price = \"99 CNY\"`、`per = \"once\"`；以后可以改", "set the amount, the currency and how often it is paid, for example `price = \"15 USD\"`, `per = \"once\"`; you can change it later"),
    Rule::plan("monetisation/no-cost", Warning, no_cost)
        .remedy(Remedy::Keys(&["fixed_per_month", "per_buyer"]))
        .row(&["monetisation.cost"])
        .from(&[PracticeBook])
        .title("没有成本", "no costs")
        .message("“{product}”没有写成本（cost）", "\"{product}\" has no `cost`")
        .help("估一个就行，例如 `cost = { fixed_per_month = \"200 CNY\", per_buyer = \"30 CNY\" }`；真没有成本写 `\"0 CNY\"`", "estimate what it costs you, for example `cost = { fixed_per_month = \"30 USD\", per_buyer = \"5 USD\" }`; if nothing, `\"0 USD\"`"),
    Rule::plan("monetisation/no-refund-terms", Warning, no_refund)
        .row(&["monetisation.refund"])
        .from(&[MarketingHandbook])
        .title("没有退款条件", "no refund terms")
        .message("“{product}”收钱，没有写退款条件（refund）", "\"{product}\" takes money but has no refund terms (`refund`)")
        .help("一句人人看得懂的话，付款前就让人看到，例如 `refund = \"7 天内全退，之后按剩余月份退\"`", "write one sentence that everyone understands, and show it before people pay, for example `refund = \"in full within 7 days, after that by months left\"`"),
    Rule::plan("monetisation/promise-against-terms", Warning, terms::promise_against_terms)
        .from(&[EightAnswers])
        .title("文字里的承诺和收费条款不一致", "text that promises other terms")
        .message("这里写着“{word}”，计划里的条款是“{terms}”", "this says \"{word}\", but the terms in the plan are \"{terms}\"")
        .help("以哪个为准先定下来，再改掉另一处；成员会拿这段文字来要求", "decide which is right and change the other; members will hold you to this text"),
    Rule::plan("monetisation/no-renewal-reminder", Advice, no_renewal_reminder)
        .remedy(Remedy::Made(|suggest, _| {
            let remind = |at: usize| suggest.set(path(at).key("renewal").key("remind"));
            without_reminder(suggest.plan).map(|(at, _)| remind(at)).collect()
        }))
        .row(&["monetisation.renewal"])
        .from(&[SocialCommerceTraining])
        .title("续费没有提前提醒", "no renewal reminder")
        .message("到期之前没有安排续费提醒（renewal.remind）：{products}", "no renewal reminder goes out before the end (`renewal.remind`): {products}")
        .help("留够考虑的时间，例如到期前 30 天：`renewal = { remind = \"T-30d\" }`", "leave people time to decide, for example 30 days before the end: `renewal = { remind = \"T-30d\" }`"),
    Rule::plan("monetisation/no-keeper", Warning, no_keeper)
        .row(&["finance.keeper"])
        .from(&[PracticeBook])
        .title("没有人管账", "no bookkeeper")
        .message("没有写谁管账（finance.keeper）；收钱的有：{products}", "`finance.keeper` names no one to keep the books, but you take money for: {products}")
        .help("写角色或成员，最好不是收款的人", "name a role or a person, ideally not the one who receives the money"),
    Rule::plan("monetisation/never-breaks-even", Warning, break_even::never_breaks_even)
        .remedy(Remedy::Change("price"))
        .from(&[MarketingHandbook])
        .title("到结束也不回本", "no break-even")
        .message("{months} 个月里收入 {income}，成本 {cost}，还差 {gap}", "over {months|month|months}, {income} comes in and {cost} goes out: {gap} short")
        .help("降固定成本、提价或多找买家；有人补差额就加一项赞助，例如 `model = \"sponsorship\"`、`price = \"{gap}\"`、`per = \"once\"`", "lower the fixed costs, raise the price or find more buyers; if someone covers the gap, add it, for example `model = \"sponsorship\"`, `price = \"{gap}\"`, `per = \"once\"`"),
    Rule::plan("monetisation/inward-too-small", Advice, break_even::too_small)
        .remedy(Remedy::Change("price"))
        .from(&[MarketingHandbook])
        .title("靠成员付费，规模不够", "too few members to break even")
        .message("“{product}”要 {buyers} 人付费才回本，是目标 {target} 人的 {percent}%（超过 {limit}% 算多）", "\"{product}\" needs {buyers|paying member|paying members} to break even, {percent}% of the target of {target} (more than {limit}% is a lot)")
        .help("有把握就写 `buyers = { expected = {buyers} }`；没有就降成本、找赞助，或等规模大些再卖", "if you have good reason to expect that many, set `buyers = { expected = {buyers} }`; if not, lower the costs, find a sponsor, or wait until the group is larger"),
    Rule::plan("monetisation/no-sharing", Advice, no_sharing)
        .remedy(Remedy::Made(|suggest, _| {
            without_sharing(suggest.plan).map(|(at, _)| suggest.set(path(at).key("sharing"))).collect()
        }))
        .row(&["monetisation.sharing"])
        .from(&[EightAnswers])
        .title("收益怎样分没有写", "no revenue sharing terms")
        .message("没有写收益怎样分（sharing）：{products}", "missing revenue sharing terms (`sharing`) for: {products}")
        .help("一句话，例如 `sharing = \"带班教练分 30%，其余付场地\"`；按谁出力来分，不按拉来多少人来分", "write one sentence, for example `sharing = \"group coaches get 30%, the rest pays for rooms\"`; share by work done, never by number of people recruited"),
];

/// One finding for all of them, at the first.
fn all_of(plan: &Plan, key: &'static str, of: &[(usize, &Monetisation)], report: &mut Reporter) {
    if let Some((first, _)) = of.first() {
        let products: Vec<Label> = of.iter().map(|(at, _)| Thing::Product(*at).named(plan)).collect();
        report.add(report.finding(path(*first).key(key)).with("products", products));
    }
}

/// Where nobody pays; what earns nothing costs something too.
fn without_payer(plan: &Plan) -> impl Iterator<Item = (usize, &Monetisation)> {
    let has_role = plan.roles.iter().any(|role| role.kind == Some(RoleKind::Payer));
    let is_open = move |row: &Monetisation| match row.model {
        Some(Model::None) => row.funded_by.is_none(),
        _ => earns(row) && row.payer.is_none() && !has_role,
    };
    plan.monetisation.iter().enumerate().filter(move |(_, row)| is_open(row))
}

fn no_payer(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let open: Vec<_> = without_payer(plan).collect();
    if let Some((first, row)) = open.first() {
        let key = if row.model == Some(Model::None) { "funded_by" } else { "payer" };
        let called = |(at, row): &(usize, &Monetisation)| match (&row.product, &row.id, row.model) {
            (None, None, Some(Model::None)) => {
                Text::new("运营费用（funded_by）", "the running costs (`funded_by`)").into()
            }
            _ => Arg::from(Thing::Product(*at).named(plan)),
        };
        let products: Vec<_> = open.iter().map(called).collect();
        let products = Arg::List(products);
        report.add(report.finding(path(*first).key(key)).with("products", products));
    }
}

fn no_price(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    for (at, _) in earning(plan).filter(|(_, row)| row.price.is_none()) {
        report.add(report.finding(path(at).key("price")).with("product", Thing::Product(at).named(plan)));
    }
}

fn no_cost(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let is_open = |row: &Monetisation| row.cost.fixed_per_month.is_none() && row.cost.per_buyer.is_none();
    for (at, _) in earning(plan).filter(|(_, row)| is_open(row)) {
        report.add(report.finding(path(at).key("cost")).with("product", Thing::Product(at).named(plan)));
    }
}

/// What members pay for; a sponsor has a contract.
fn no_refund(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    for (at, _) in earning(plan).filter(|(_, row)| row.refund.is_none() && row.model.is_none_or(Model::is_inward)) {
        report.add(report.finding(path(at).key("refund")).with("product", Thing::Product(at).named(plan)));
    }
}

/// Sales that run out without a reminder before they do.
fn without_reminder(plan: &Plan) -> impl Iterator<Item = (usize, &Monetisation)> {
    let runs_out = |row: &Monetisation| {
        matches!(row.per, Some(Per::Month | Per::Quarter | Per::Year)) && row.model.is_none_or(Model::is_inward)
    };
    let has_reminder = |row: &Monetisation| row.renewal.remind.is_some_and(|remind| remind.reach() < 0);
    earning(plan).filter(move |(_, row)| runs_out(row) && !has_reminder(row))
}

fn no_renewal_reminder(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    all_of(plan, "renewal", &without_reminder(plan).collect::<Vec<_>>(), report);
}

fn no_keeper(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let earning: Vec<Label> = earning(plan).map(|(at, _)| Thing::Product(at).named(plan)).collect();
    if !earning.is_empty() && plan.finance.keeper.is_none() {
        report.add(report.finding(KeyPath::of(&["finance", "keeper"])).with("products", earning));
    }
}

fn without_sharing(plan: &Plan) -> impl Iterator<Item = (usize, &Monetisation)> {
    earning(plan).filter(|(_, row)| row.sharing.is_none())
}

fn no_sharing(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    all_of(plan, "sharing", &without_sharing(plan).collect::<Vec<_>>(), report);
}

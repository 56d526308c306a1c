//! What is sold, renewed, accounted for, and agreed with others.

use super::collector::{Collector, TimedDate};
use super::declaration::{Declaration, detail, manager};
use super::kind::{DateKind, ONLY, PlanDate, Rows, row};
use super::timing::Timing;
use crate::finding::KeyPath;
use crate::language::Text;
use crate::plan::money::{Model, Per};
use crate::plan::people::Role;
use crate::plan::{Plan, Thing};
use crate::value::Length;

pub(super) const SALE_BEGINS: Declaration = Declaration {
    word: "sale-begins",
    is_task: false,
    name: Text::new("开始销售", "First day of sale"),
    reason: Text::new("计划写明从这天开始卖", "on sale from this day"),
    own: product,
    id: |plan, of| Thing::Product(of.row).id(plan).map(str::to_owned),
    path: |of| KeyPath::of(&["monetisation"]).index(of.row).key("product"),
    owner: |_, _| None,
    details: |plan, of, language| {
        let sold = &plan.monetisation[of.row];
        let price = sold.price.as_ref().map(|price| {
            let per = sold.per.map(|per| format!(" {}", per.name().get(language))).unwrap_or_default();
            format!("{price}{per}")
        });
        let buyers = sold.buyers.expected.map(|expected| expected.to_string());
        let details = [
            detail(Text::new("价格", "Price"), price.as_deref()),
            detail(Text::new("预计多少人买", "Expected buyers"), buyers.as_deref()),
            detail(Text::new("收款", "Paid to"), sold.payee.as_deref()),
            detail(Text::new("付钱", "Paid by"), sold.payer.as_deref()),
            detail(Text::new("退款", "Refunds"), sold.refund.as_deref()),
        ];
        details.into_iter().flatten().collect()
    },
};

pub(super) const SALE_ENDS: Declaration = Declaration {
    word: "sale-ends",
    name: Text::new("最后一天销售", "Last day of sale"),
    reason: Text::new("计划写明卖到这天", "on sale until this day"),
    ..SALE_BEGINS
};

pub(super) const RENEWAL: Declaration = Declaration {
    word: "renewal",
    is_task: true,
    name: Text::new("提醒续费", "Remind members to renew"),
    reason: Text::new(
        "从开卖那天算，付的钱到期前提醒",
        "what was paid runs out soon, counted from the first day of sale",
    ),
    owner: |plan, _| renewer(plan),
    ..SALE_BEGINS
};

pub(super) const BOOKS: Declaration = Declaration {
    word: "books",
    is_task: true,
    name: Text::new("公布账目", "Publish the books"),
    reason: Text::new("计划写明多久一次，从开始那天算", "the plan says how often; counted from the first day"),
    own: |plan, _, _| plan.finance.books.clone(),
    id: |_, _| None,
    path: |_| KeyPath::of(&["finance", "books"]),
    owner: |plan, _| plan.finance.keeper.as_ref().map(|keeper| keeper.as_str()).or_else(|| manager(plan)),
    details: |_, _, _| Vec::new(),
};

pub(super) const PARTNERSHIP_ENDS: Declaration = Declaration {
    word: "partnership-ends",
    is_task: true,
    name: Text::new("合作到期，商量要不要继续", "The partnership ends; agree whether to go on"),
    reason: Text::new("计划写明合作到这天为止", "the plan has it as the last day of the partnership"),
    own: |plan, of, language| Some(Thing::Partner(of.row).label(plan, language)),
    id: |plan, of| Thing::Partner(of.row).id(plan).map(str::to_owned),
    path: |of| KeyPath::of(&["partners"]).index(of.row).key("name"),
    owner: |plan, of| plan.partners[of.row].checked_by.as_ref().map(|who| who.as_str()).or_else(|| manager(plan)),
    details: |plan, of, language| {
        let partner = &plan.partners[of.row];
        let details = [
            detail(Text::new("哪一类", "Kind"), partner.kind.map(|kind| kind.name().get(language))),
            detail(Text::new("提供", "They give"), partner.gives.as_deref()),
            detail(Text::new("得到", "They get"), partner.gets.as_deref()),
        ];
        details.into_iter().flatten().collect()
    },
};

pub(super) const PLACE_CLOSES: Declaration = Declaration {
    word: "place-closes",
    is_task: false,
    name: Text::new("场地不开放", "The place is closed"),
    reason: Text::new("计划写明这些天不开放", "the plan has it closed on these days"),
    own: |plan, of, language| Some(Thing::Place(of.row).label(plan, language)),
    id: |plan, of| Thing::Place(of.row).id(plan).map(str::to_owned),
    path: |of| KeyPath::of(&["places"]).index(of.row).key("name"),
    owner: |_, _| None,
    details: |_, _, _| Vec::new(),
};

/// Who asks members to renew: the role that is about it, else who keeps the books.
fn renewer(plan: &Plan) -> Option<&str> {
    let is_it = |text: &str| ["续费", "renew"].iter().any(|word| text.to_lowercase().contains(word));
    let is_about = |role: &Role| role.title.as_deref().is_some_and(is_it) || role.duties.iter().any(|duty| is_it(duty));
    let mut roles = (0..plan.roles.len()).filter(|at| is_about(&plan.roles[*at]));
    let role = roles.find(|at| !plan.holders(*at).is_empty()).and_then(|at| plan.roles[at].id.as_ref());
    let role = role.map(|id| id.as_str());
    role.or_else(|| plan.finance.keeper.as_ref().map(|keeper| keeper.as_str())).or_else(|| manager(plan))
}

pub(super) fn collect(plan: &Plan, to: &mut Collector<'_>) {
    for (at, sold) in plan.monetisation.iter().enumerate() {
        to.on(DateKind::SaleBegins, row(at), sold.starts);
        to.on(DateKind::SaleEnds, row(at), sold.until);
        let months = match sold.per {
            Some(Per::Month) => Some(1),
            Some(Per::Quarter) => Some(3),
            Some(Per::Year) => Some(12),
            Some(Per::Once) => None,
            None => (sold.model == Some(Model::Membership)).then_some(12),
        };
        if let (Some(months), Some(remind)) = (months, sold.renewal.remind) {
            let term = Timing::every(sold.starts.or(to.life.starts), Some(Length::Months(months)));
            to.at(DateKind::Renewal, row(at), term.map(|term| term.until(sold.until).shifted(remind.reach())));
        }
    }
    to.at(DateKind::Books, ONLY, to.of_text(plan.finance.books.as_deref()));
    for (at, partner) in plan.partners.iter().enumerate() {
        to.on(DateKind::PartnershipEnds, row(at), partner.until);
    }
    for (at, place) in plan.places.iter().enumerate() {
        for (within, closed) in place.closed.iter().enumerate() {
            let Some((from, last)) = closed.bounds() else { continue };
            let date = PlanDate { kind: DateKind::PlaceCloses, of: Rows { row: at, within } };
            let minutes = Some((last.0 - from.0 + 1).max(1).saturating_mul(1440));
            to.dates.push(TimedDate { date, timing: Timing::On(from), minutes });
        }
    }
}

fn product(plan: &Plan, of: Rows, language: crate::language::Language) -> Option<String> {
    Some(Thing::Product(of.row).label(plan, language))
}

//! Whether Chinese law applies to a plan, and how its provisions are cited.

use crate::finding::Finding;
use crate::finding::Level::{self, Advice, Error};
use crate::knowledge::law;
use crate::plan::Plan;
use crate::plan::community::CommunityKind;
use crate::rules::monetisation::earns;

/// Whether Chinese law applies, and the highest level of its findings: it binds those who do business; for others it is
/// advice.
pub(in crate::rules) fn chinese_law_level(plan: &Plan) -> Option<Level> {
    let jurisdiction = &plan.community.jurisdiction;
    let is_chinese = || plan.channels.iter().any(|channel| channel.platform.is_some_and(|p| p.is_chinese()));
    let applies =
        if jurisdiction.is_empty() { is_chinese() } else { jurisdiction.iter().any(|country| country.0 == "CN") };
    let is_business = plan.monetisation.iter().any(earns)
        || matches!(plan.community.kind, Some(CommunityKind::BrandFans | CommunityKind::Commerce));
    applies.then_some(if is_business { Error } else { Advice })
}

/// Adds the provisions behind a finding, all of one law: its name, their articles in order, their date.
pub(super) fn cite(finding: Finding, ids: &[&str]) -> Finding {
    let cited: Vec<&law::Law> = law::LAWS.iter().filter(|law| ids.contains(&law.fact.id)).collect();
    let Some(law) = cited.first() else { return finding };
    let mut articles: Vec<&str> = cited.iter().flat_map(|law| law.article.split(", ")).collect();
    articles
        .sort_by_key(|article| article.split(|c: char| !c.is_ascii_digit()).next().and_then(|n| n.parse::<u32>().ok()));
    finding
        .with("law", law.name)
        .with("article", articles)
        .with("as_of", law.fact.as_of)
        .with("confidence", law.fact.confidence.name())
}

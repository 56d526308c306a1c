//! Experiments that are decided, cannot be told apart, or went wrong.

use super::rule::{Observation, ProposalKind, ProposalRule};
use crate::finding::Arg;
use crate::language::Text;
use crate::metrics::ExperimentVerdict;
use crate::review::experiments::ExperimentReview;
use crate::review::sections::ReviewSections;

const DECLARED: Text = Text::new("试验开始前定下的规则", "the rule set before the experiment began");

pub(super) static RULES: &[ProposalRule] = &[
    ProposalRule {
        id: "experiment/uneven-arms",
        kind: ProposalKind::Stop,
        observed: Text::new("试验“{id}”两组的人数和计划对不上", "the arms of \"{id}\" are not as large as planned"),
        proposal: Text::new(
            "先查分组怎么出的错，这次的结果不用",
            "find out how members were assigned, and don't use these results",
        ),
        threshold: Text::new("人数比例检验 p < 0.001", "sample-ratio check p < 0.001"),
        source: Text::new("样本比例检查", "sample-ratio check"),
        check: |review| in_verdict(review, |verdict| matches!(verdict, ExperimentVerdict::UnevenArms { .. })),
    },
    ProposalRule {
        id: "experiment/b-higher",
        kind: ProposalKind::Try,
        observed: Text::new("试验“{id}”：B（{b}）的数值高于 A", "\"{id}\": B ({b}) is higher than A"),
        proposal: Text::new(
            "如果越高越好，改用 B，下次看数字是否还在",
            "if higher is better, use B, and see next time whether it holds",
        ),
        threshold: Text::new(
            "到了计划的最后一天（或事先定好的中途查看），且 p 小于界限",
            "at the planned end (or a planned look), with p below its bound",
        ),
        source: DECLARED,
        check: |review| in_verdict(review, |verdict| matches!(verdict, ExperimentVerdict::Higher(_))),
    },
    ProposalRule {
        id: "experiment/b-lower",
        kind: ProposalKind::Try,
        observed: Text::new("试验“{id}”：B（{b}）的数值低于 A", "\"{id}\": B ({b}) is lower than A"),
        proposal: Text::new("如果越高越好，留用 A", "if higher is better, stay with A"),
        threshold: Text::new(
            "到了计划的最后一天（或事先定好的中途查看），且 p 小于界限",
            "at the planned end (or a planned look), with p below its bound",
        ),
        source: DECLARED,
        check: |review| in_verdict(review, |verdict| matches!(verdict, ExperimentVerdict::Lower(_))),
    },
    ProposalRule {
        id: "experiment/not-told-apart",
        kind: ProposalKind::Stop,
        observed: Text::new("试验“{id}”分不出 A 和 B", "\"{id}\" shows no difference between A and B"),
        proposal: Text::new(
            "选省事的那个；要再测，先算好每组要多少人",
            "choose whichever is less work; before testing again, work with as many per side as it needs",
        ),
        threshold: Text::new("到了计划的最后一天，p 不小于界限", "at the planned end, with p not below its bound"),
        source: DECLARED,
        check: |review| in_verdict(review, |verdict| matches!(verdict, ExperimentVerdict::NotToldApart(..))),
    },
];

fn in_verdict(review: &ReviewSections, is_meant: fn(&ExperimentVerdict) -> bool) -> Vec<Observation> {
    let observation = |it: &ExperimentReview| Observation {
        subject: it.experiment.id.clone(),
        facts: vec![("id", Arg::from(it.experiment.id.clone())), ("b", Arg::from(it.experiment.b.clone()))],
    };
    review.experiments.iter().filter(|it| is_meant(&it.verdict)).map(observation).collect()
}

//! Goals, tests, cohorts, the decision to go on, and what members are asked.

use super::collector::Collector;
use super::declaration::{Declaration, detail, manager};
use super::kind::{DateKind, ONLY, Rows, row};
use super::timing::Timing;
use crate::finding::KeyPath;
use crate::language::{Language, Text};
use crate::plan::lifecycle::{Experiment, Metric};
use crate::plan::{Plan, Thing};

/// What is measured.
const METRIC: Text = Text::new("看什么指标", "What is measured");

pub(super) const GOAL_DUE: Declaration = Declaration {
    word: "goal-due",
    is_task: true,
    name: Text::new("收集数据", "Collect the figures"),
    reason: Text::new("目标到这天为止", "the goal is due on this day"),
    own: |plan, of, language| Some(Thing::Goal(of.row).label(plan, language)),
    id: |plan, of| Thing::Goal(of.row).id(plan).map(str::to_owned),
    path: |of| KeyPath::of(&["goals"]).index(of.row).key("objective"),
    owner: |plan, of| plan.goals[of.row].collected_by.as_ref().map(|owner| owner.as_str()).or_else(|| manager(plan)),
    details: |plan, of, language| {
        let goal = &plan.goals[of.row];
        let metric = goal.metric.map(|metric| metric.name().get(language));
        let figures = [&goal.baseline, &goal.target].map(|figure| figure.as_deref().unwrap_or("?"));
        let is_given = goal.baseline.is_some() || goal.target.is_some();
        let figures = is_given.then(|| format!("{} → {}", figures[0], figures[1]));
        [
            detail(METRIC, metric),
            detail(Text::new("目标", "Target"), figures.as_deref()),
            detail(Text::new("怎么统计", "How"), goal.collected_how.as_deref()),
            detail(Text::new("决定什么", "Decides"), is_proof(plan, of.row).then(|| COPYING.get(language))),
        ]
        .into_iter()
        .flatten()
        .collect()
    },
};

/// What depends on the goal that proves the model.
const COPYING: Text = Text::new("要不要复制到新群", "whether you start another group");

/// Whether a goal is the one that proves the model before the community is copied.
fn is_proof(plan: &Plan, goal: usize) -> bool {
    let proof = plan.growth.copy.proof.as_ref().map(|proof| proof.as_str());
    proof.is_some() && plan.goals[goal].id.as_ref().map(|id| id.as_str()) == proof
}

pub(super) const TEST_BEGINS: Declaration = Declaration {
    word: "test-begins",
    is_task: true,
    name: Text::new("开始 A/B 测试", "Start the A/B test"),
    reason: Text::new("计划写明测试从这天开始", "the plan starts the test on this day"),
    own: |plan, of, _| versions(&plan.experiments[of.row]),
    id: test_id,
    path: test_path,
    owner: |plan, _| manager(plan),
    details: test_details,
};

pub(super) const TEST_ENDS: Declaration = Declaration {
    word: "test-ends",
    is_task: false,
    name: Text::new("A/B 测试最后一天", "Last day of the A/B test"),
    reason: Text::new("计划写明测试到这天为止", "the plan ends the test on this day"),
    ..TEST_BEGINS
};

pub(super) const TEST_DECISION: Declaration = Declaration {
    word: "test-decision",
    is_task: true,
    name: Text::new("看结果，决定用哪种做法", "Look at the result and decide"),
    reason: Text::new("测试前一天结束，还没有结论", "the test ended the day before, and nothing is decided yet"),
    ..TEST_BEGINS
};

pub(super) const DECISION_DUE: Declaration = Declaration {
    word: "decision-due",
    is_task: true,
    name: Text::new("做完这个决定", "Carry out the decision"),
    reason: Text::new("复盘时定了这天做完", "a review set this day for it"),
    own: |plan, of, _| plan.decisions[of.row].what.clone(),
    id: |plan, of| plan.decisions[of.row].id.as_ref().map(ToString::to_string),
    path: |of| KeyPath::of(&["decisions"]).index(of.row).key("what"),
    owner: |plan, of| plan.decisions[of.row].owner.as_ref().map(|owner| owner.as_str()).or_else(|| manager(plan)),
    details: |plan, of, _| {
        let decided = plan.decisions[of.row].decided.map(|day| day.to_string());
        detail(Text::new("哪天定的", "Decided"), decided.as_deref()).into_iter().collect()
    },
};

pub(super) const REVIEW_FIGURES: Declaration = Declaration {
    word: "review-figures",
    is_task: true,
    name: Text::new("复盘前收集数据", "Collect the figures for the review"),
    reason: Text::new("第二天复盘要看这些目标", "the review of the next day looks at these goals"),
    own: |plan, of, language| {
        let titles = of_review(plan, of).map(|goal| Thing::Goal(goal).label(plan, language));
        Some(titles.collect::<Vec<_>>().join(Text::new("、", ", ").get(language)))
    },
    id: |plan, of| {
        let collector = collector(plan, of.within)?;
        Some(format!("{}-{collector}", Thing::Review(of.row).id(plan)?))
    },
    path: |of| KeyPath::of(&["goals"]).index(of.within).key("collected_by"),
    owner: |plan, of| collector(plan, of.within),
    details: |plan, of, language| {
        let how = of_review(plan, of).filter_map(|goal| plan.goals[goal].collected_how.clone()).collect::<Vec<_>>();
        let how = how.join(Text::new("；", "; ").get(language));
        detail(Text::new("怎么统计", "How"), Some(&how)).into_iter().collect()
    },
};

/// Who collects the figures of a goal.
fn collector(plan: &Plan, goal: usize) -> Option<&str> {
    plan.goals[goal].collected_by.as_ref().map(|holder| holder.as_str())
}

/// The goals that a review looks at whose figures the same people collect as those of the goal that is named.
fn of_review(plan: &Plan, of: Rows) -> impl Iterator<Item = usize> {
    let looks_at = &plan.reviews[of.row].looks_at;
    // without a word of which, the only review looks at all of them
    let is_only = plan.reviews.len() == 1 && looks_at.is_empty();
    let is_meant = move |goal: &usize| {
        let id = plan.goals[*goal].id.as_ref().map(|id| id.as_str());
        is_only || id.is_some_and(|id| looks_at.iter().any(|name| name.as_str() == id))
    };
    let own = collector(plan, of.within);
    (0..plan.goals.len()).filter(is_meant).filter(move |goal| own.is_some() && collector(plan, *goal) == own)
}

pub(super) const COHORT_BEGINS: Declaration = Declaration {
    word: "cohort-begins",
    is_task: false,
    name: Text::new("开营", "A cohort begins"),
    reason: Text::new("计划写明这一期从这天开始", "the plan starts the cohort on this day"),
    own: |plan, of, language| Some(Thing::Cohort(of.row).label(plan, language)),
    id: |plan, of| Thing::Cohort(of.row).id(plan).map(str::to_owned),
    path: |of| KeyPath::of(&["cohorts"]).index(of.row).key("title"),
    owner: |_, _| None,
    details: |plan, of, language| {
        let cohort = &plan.cohorts[of.row];
        let programme = plan.programme_index(of.row).map(|at| Thing::Programme(at).label(plan, language));
        let is_sold = |sold: &&str| cohort.product.as_ref().is_some_and(|product| product.as_str() == *sold);
        let product = (0..plan.monetisation.len()).find(|at| Thing::Product(*at).id(plan).filter(is_sold).is_some());
        let product = product.map(|at| Thing::Product(at).label(plan, language));
        let places = cohort.places_for.map(|places| places.to_string());
        let details = [
            detail(Text::new("课程", "Programme"), programme.as_deref()),
            detail(Text::new("名额", "Places"), places.as_deref()),
            detail(Text::new("产品", "Product"), product.as_deref()),
        ];
        details.into_iter().flatten().collect()
    },
};

pub(super) const GO_ON: Declaration = Declaration {
    word: "go-on",
    is_task: true,
    name: Text::new("决定社群是否继续", "Decide whether to go on"),
    reason: Text::new("计划写明多久决定一次，从开始那天算", "the plan says how often; counted from the first day"),
    own: |_, _, _| None,
    id: |_, _| None,
    path: |_| KeyPath::of(&["lifecycle", "review_every"]),
    owner: |plan, _| manager(plan),
    details: |plan, _, language| {
        let goals = (0..plan.goals.len()).map(|goal| Thing::Goal(goal).label(plan, language));
        let goals = goals.collect::<Vec<_>>().join(Text::new("、", ", ").get(language));
        let details = [
            detail(Text::new("要解决的问题", "The problem to solve"), plan.positioning.problem.as_deref()),
            detail(Text::new("想要的效果", "The result you want"), plan.positioning.effect.as_deref()),
            detail(Text::new("看目标", "Look at the goals"), Some(&goals)),
        ];
        details.into_iter().flatten().collect()
    },
};

pub(super) const FEEDBACK: Declaration = Declaration {
    word: "feedback",
    is_task: true,
    name: Text::new("收集成员反馈", "Ask members what they think"),
    reason: Text::new("计划写明多久一次，从开始那天算", "the plan says how often; counted from the first day"),
    own: |plan, _, _| plan.rules.rights.feedback.clone(),
    path: |_| KeyPath::of(&["rules", "rights", "feedback"]),
    details: |_, _, _| Vec::new(),
    ..GO_ON
};

pub(super) fn collect(plan: &Plan, to: &mut Collector<'_>) {
    for (at, goal) in plan.goals.iter().enumerate() {
        to.on(DateKind::GoalDue, row(at), goal.by);
    }
    for (at, test) in plan.experiments.iter().enumerate() {
        to.on(DateKind::TestBegins, row(at), test.from);
        to.on(DateKind::TestEnds, row(at), test.until);
        let is_decided = test.decided.as_deref().is_some_and(|decided| !decided.trim().is_empty());
        to.on(DateKind::TestDecision, row(at), test.until.filter(|_| !is_decided).map(|day| day.plus(1)));
    }
    for (at, decision) in plan.decisions.iter().enumerate().filter(|(_, decision)| decision.done.is_none()) {
        to.on(DateKind::DecisionDue, row(at), decision.by);
    }
    for (at, review) in plan.reviews.iter().enumerate() {
        let Some(when) = review.when.as_ref() else { continue };
        for goal in 0..plan.goals.len() {
            let of = Rows { row: at, within: goal };
            // the first goal of each collector stands for all of theirs; whoever holds the review has them before it
            let is_own = review.owner.as_ref().is_some_and(|owner| collector(plan, goal) == Some(owner.as_str()));
            if of_review(plan, of).next() == Some(goal) && !is_own {
                to.at(DateKind::ReviewFigures, of, [Timing::DayBefore(when.clone(), review.from, review.until)]);
            }
        }
    }
    for (at, cohort) in plan.cohorts.iter().enumerate() {
        to.on(DateKind::CohortBegins, row(at), cohort.starts);
    }
    to.at(DateKind::GoOn, ONLY, Timing::every(to.life.starts, plan.lifecycle.review_every));
    to.at(DateKind::Feedback, ONLY, to.of_text(plan.rules.rights.feedback.as_deref()));
}

/// What is compared.
fn versions(test: &Experiment) -> Option<String> {
    match (&test.a, &test.b) {
        (Some(a), Some(b)) => Some(format!("{a} / {b}")),
        (Some(one), None) | (None, Some(one)) => Some(one.clone()),
        (None, None) => test.id.as_ref().map(ToString::to_string),
    }
}

fn test_id(plan: &Plan, of: Rows) -> Option<String> {
    plan.experiments[of.row].id.as_ref().map(ToString::to_string)
}

fn test_path(of: Rows) -> KeyPath {
    KeyPath::of(&["experiments"]).index(of.row).key("a")
}

fn test_details(plan: &Plan, of: Rows, language: Language) -> Vec<(Text, String)> {
    let metric = plan.experiments[of.row].metric.map(Metric::name);
    detail(METRIC, metric.map(|name| name.get(language))).into_iter().collect()
}

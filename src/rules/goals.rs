//! Goals: that there are some, that they can be measured, that they are looked at and served.

use super::activities::{SHORT_LIFE, life_days};
use super::context::Context;
use super::frequency::{self, MONTHLY, WEEKLY};
use super::remedy::Remedy;
use super::reporter::Reporter;
use super::results;
use super::rule::Rule;
use super::suggest::Suggester;
use super::target_numbers;
use super::thresholds::BAND_FACTOR;
use crate::finding::Level::{Advice, Error, Warning};
use crate::finding::Source::{
    Canvas, Fact as Cited, FeverBee, Format, PracticeBook, SocialCommerceTraining, TenKeyPoints,
};
use crate::finding::{Arg, Finding, KeyPath, Segment, SuggestedCommand};
use crate::knowledge::benchmark;
use crate::language::Text;
use crate::plan::lifecycle::Metric;
use crate::plan::{Plan, Thing};

pub(super) static RULES: &[Rule] = &[
    Rule::missing("goals/none", Warning, &["goals.objective"])
        .essential()
        .from(&[PracticeBook, TenKeyPoints, Canvas])
        .title("没有目标", "no goals")
        .message("没有写目标（[[goals]] 的 objective）", "there is no `[[goals]]` with an `objective`")
        .help("先写最在意的一段 `[[goals]]`，例如 `objective = \"会员续费\"`、`metric = \"retention\"`、`target = \"60%\"`", "start with the `[[goals]]` that matters most, for example `objective = \"members renew\"`, `metric = \"retention\"`, `target = \"60%\"`"),
    Rule::plan("goals/unmeasurable", Warning, unmeasurable)
        .remedy(Remedy::Made(what_a_goal_lacks))
        .row(&["goals.metric", "goals.target", "goals.by", "goals.collected_by"])
        .from(&[PracticeBook, TenKeyPoints, SocialCommerceTraining])
        .title("目标量不出来", "goal that cannot be measured")
        .message("目标“{goal}”还缺：{missing}", "goal \"{goal}\" is missing: {missing}")
        .help("四样写齐，例如 `metric = \"retention\"`、`target = \"60%\"`、`by = 2027-11-30`、`collected_by = \"{someone}\"`", "set all four, for example `metric = \"retention\"`, `target = \"60%\"`, `by = 2027-11-30`, `collected_by = \"{someone}\"`"),
    Rule::plan("goals/no-review", Warning, no_review)
        .not_in_small()
        .row(&["reviews"])
        .remedy(Remedy::Made(the_reviews))
        .from(&[TenKeyPoints, SocialCommerceTraining])
        .title("没有定期复盘", "no regular reviews")
        .message("还缺{missing}的复盘（[[reviews]]）", "missing from `[[reviews]]`: {missing}")
        .help("每周看一刻钟，每月看一次方向，例如 `when = \"每周日 21:00\"` 和 `when = \"每月最后一天 20:00\"`，各写一位 `owner`", "plan a quarter of an hour each week and a longer look each month, for example `when = \"every Sun 21:00\"` and `when = \"last day of the month 20:00\"`, each with an `owner`"),
    Rule::plan("goals/no-activity-metric", Advice, no_activity_metric)
        .remedy(Remedy::Add("goal", &[("metric", Some("activity"))]))
        .row(&["goals.metric"])
        .from(&[SocialCommerceTraining])
        .title("没有目标看活跃度", "no goal for activity")
        .message("没有一个目标看活跃度；现在看的是：{metrics}", "no goal measures activity; your goals measure: {metrics}")
        .help("加一个，例如 `objective = \"每周有人发言\"`、`metric = \"activity\"`、`baseline = \"12%\"`、`target = \"20%\"`", "add one, for example `objective = \"people speak every week\"`, `metric = \"activity\"`, `baseline = \"12%\"`, `target = \"20%\"`"),
    Rule::plan("goals/no-retention-metric", Advice, no_retention_metric)
        .remedy(Remedy::Add("goal", &[("metric", Some("retention"))]))
        .row(&["goals.metric"])
        .from(&[SocialCommerceTraining])
        .title("没有目标看留存", "no goal for retention")
        .message("没有一个目标看留存；现在看的是：{metrics}", "no goal measures retention; your goals measure: {metrics}")
        .help("加一个，例如 `objective = \"新人留下来\"`、`metric = \"retention\"`、`baseline = \"30%\"`、`target = \"40%\"`", "add one, for example `objective = \"newcomers stay\"`, `metric = \"retention\"`, `baseline = \"30%\"`, `target = \"40%\"`"),
    Rule::plan("goals/no-conversion-metric", Advice, no_conversion_metric)
        .remedy(Remedy::Add("goal", &[("metric", Some("conversion"))]))
        .row(&["goals.metric"])
        .from(&[SocialCommerceTraining])
        .title("没有目标看转化", "no goal for conversion")
        .message("没有一个目标看转化；现在看的是：{metrics}", "no goal measures conversion; your goals measure: {metrics}")
        .help("选最要紧的下一步，例如 `objective = \"成员报名打卡营\"`、`metric = \"conversion\"`、`target = \"10%\"`", "choose the next step that matters most, for example `objective = \"members join the camp\"`, `metric = \"conversion\"`, `target = \"10%\"`"),
    Rule::plan("goals/no-satisfaction", Advice, no_satisfaction)
        .remedy(Remedy::Add("goal", &[("metric", Some("satisfaction"))]))
        .row(&["goals.metric"])
        .from(&[TenKeyPoints])
        .title("没有目标看满意度", "no goal for satisfaction")
        .message("没有一个目标看满意度；现在看的是：{metrics}", "no goal measures satisfaction; your goals measure: {metrics}")
        .help("加一个，例如 `metric = \"satisfaction\"`、`target = \"80%\"`、`collected_how = \"每季三个问题\"`", "add one, for example `metric = \"satisfaction\"`, `target = \"80%\"`, `collected_how = \"three questions each quarter\"`"),
    Rule::plan("goals/out-of-band", Advice, out_of_band)
        .from(&[TenKeyPoints, SocialCommerceTraining, Cited("activity/dau-mau"), Cited("retention/one-week")])
        .title("目标离常见水平太远", "target far from published figures")
        .message("目标“{goal}”定为 {target}，{metric}的公开参考是 {low}–{high}（截至 {as_of}，{confidence}）", "goal \"{goal}\" targets {target}; published figures for {metric} are {low}–{high} (as of {as_of}, {confidence})")
        .help("比现状高一步就好；你说的若是别的口径（如年度续费），放行并写明：`allow = [{ rule = \"goals/out-of-band\", reason = \"这里的留存指年度续费\" }]`", "aim one step above your current figure; if yours measures something else, such as yearly renewals, allow it with a reason: `allow = [{ rule = \"goals/out-of-band\", reason = \"retention here means yearly renewals\" }]`"),
    Rule::plan("goals/past-date", Error, past_date)
        .from(&[Format])
        .title("目标到期早于开始", "goal due before the start")
        .message("目标“{goal}”到 {by} 为止，社群 {starts} 才开始", "goal \"{goal}\" is due on {by}, but the community starts on {starts}")
        .help("写一个开始之后的日子，例如 `by = {later}`", "choose a date after the start, for example `by = {later}`"),
    Rule::plan("goals/impossible-target", Error, impossible_target)
        .from(&[Format])
        .title("占比超过百分之百", "share over 100%")
        .message("目标“{goal}”看{metric}，定为 {target}，占比最多 100%", "goal \"{goal}\" measures {metric} and targets {target}; a share cannot exceed 100%")
        .help("写 100% 以内的数字；要说增长就用 `metric = \"growth\"`，`target` 写人数", "set a number up to 100%; for growth, use `metric = \"growth\"` and a number of people"),
    Rule::missing("goals/no-experiment", Advice, &["experiments"])
        .not_in_small()
        .from(&[SocialCommerceTraining])
        .title("没有安排 A/B 测试", "no A/B test")
        .message("没有写 A/B 测试（[[experiments]]），改得好不好只凭感觉", "there is no `[[experiments]]`, so you can only guess whether a change helps")
        .help("挑一件小事试两周，例如 `[[experiments]]`、`id = \"reminder-time\"`、`a = \"早 8 点提醒\"`、`b = \"晚 8 点提醒\"`、`metric = \"activity\"`", "try one small thing for two weeks, for example `[[experiments]]`, `id = \"reminder-time\"`, `a = \"remind at 8:00\"`, `b = \"remind at 20:00\"`, `metric = \"activity\"`"),
    Rule::plan("goals/experiment-open", Advice, experiment_open)
        .remedy(Remedy::Keys(&["a", "b", "metric", "from", "until", "decided"]))
        .from(&[SocialCommerceTraining])
        .title("A/B 测试没有写完", "incomplete A/B test")
        .message("测试“{test}”还缺：{missing}", "test \"{test}\" is missing: {missing}")
        .help("定一个指标和两周时间，例如 `metric = \"activity\"`、`from = 2027-01-05`、`until = 2027-01-18`；结束后写 `decided = \"…\"`，没有差别也是结论", "choose one metric and two weeks, for example `metric = \"activity\"`, `from = 2027-01-05`, `until = 2027-01-18`; afterwards write `decided = \"…\"`: no difference is a result too"),
    Rule::plan("goals/over-without-reading", Warning, results::over_without_reading)
        .remedy(Remedy::Change("by"))
        .from(&[PracticeBook, TenKeyPoints])
        .title("目标到期了，没有读数", "goal over without a reading")
        .message("目标“{goal}”{by} 到期，没有记下结果", "goal \"{goal}\" was due on {by}, and no result is recorded")
        .help("记下结果：`qun record {id} 数值`；还没到就定一个新的日期", "record the result with `qun record {id} VALUE`, or set a new date"),
    Rule::calendar("goals/reading-too-old", Advice, results::reading_too_old)
        .not_in_small()
        .remedy(Remedy::Made(what_to_record))
        .from(&[PracticeBook, TenKeyPoints])
        .title("目标很久没有读数", "goal without a recent reading")
        .message("目标“{goal}”每 {days} 天复盘一次，从 {since} 起没有新的读数", "goal \"{goal}\" is reviewed every {days|day|days}, and there is no reading since {since}")
        .help("记下现在的数：`qun record {id} 数值`", "record the figure now with `qun record {id} VALUE`"),
    Rule::plan("goals/wrong-way", Warning, results::wrong_way)
        .remedy(Remedy::Change("target"))
        .from(&[PracticeBook])
        .title("目标比现状还差", "target worse than the baseline")
        .message("目标“{goal}”现状 {baseline}，目标 {target}：方向反了", "goal \"{goal}\" starts at {baseline} and targets {target}, which is worse")
        .help("看看是不是写反了：`baseline` 是现在的数，`target` 是要达到的数", "check whether they are swapped: `baseline` is the figure now, `target` the one to reach"),
    Rule::plan("goals/decided-early", Warning, results::decided_early)
        .remedy(Remedy::Unset)
        .from(&[SocialCommerceTraining])
        .title("A/B 测试没到期就下结论", "A/B test decided before its end")
        .message("测试“{test}”到 {until} 才结束，已经写了结论", "test \"{test}\" runs until {until}, but its result is already written down")
        .help("到期再看；要中途看，开始前就定好 `looks` 和 `early`", "wait for the last day; to look earlier, set `looks` and `early` before it begins"),
    Rule::plan("goals/decided-without-data", Advice, results::decided_without_data)
        .remedy(Remedy::Unset)
        .from(&[SocialCommerceTraining])
        .title("A/B 测试的结论没有数据", "A/B test decided without data")
        .message("测试“{test}”写了结论，两组的结果都没有记下来", "test \"{test}\" has a result, but no figures of both sides are recorded")
        .help("记下两组的数：`qun record {test} --arm a 活跃人数=120/400`，再看 `qun review --experiment {test}`", "record both sides, as in `qun record {test} --arm a active=120/400`, then see `qun review --experiment {test}`"),
    Rule::plan("goals/no-activity", Warning, no_activity)
        .remedy(Remedy::Made(what_serves_it))
        .from(&[FeverBee])
        .title("目标没有活动为它服务", "goal without an activity")
        .message("没有活动或内容为目标“{goal}”服务", "no activity or content serves goal \"{goal}\"")
        .help("在最有帮助的活动里写 `serves = [\"{id}\"]`；没有这样的活动就加一段 `[[activities]]`，或者放下这个目标", "add `serves = [\"{id}\"]` to the activity that helps most; if there is none, add an `[[activities]]` or drop the goal"),
];

fn path(at: usize) -> KeyPath {
    KeyPath::of(&["goals"]).index(at)
}

/// The words of what is not there.
fn missing_parts<const N: usize>(parts: [(bool, Text); N]) -> Vec<Text> {
    parts.into_iter().filter(|(is_there, _)| !is_there).map(|(_, words)| words).collect()
}

/// What a goal needs; a target without a number is asked for anew.
fn what_a_goal_lacks(suggest: Suggester<'_>, finding: &Finding) -> Vec<SuggestedCommand> {
    let Some(Segment::Index(at)) = finding.place.path.0.get(1) else { return Vec::new() };
    let target = suggest.plan.goals.get(*at).and_then(|goal| goal.target.as_deref());
    let is_vague = |key: &str| key == "target" && !target.is_some_and(target_numbers::has_number);
    let keys = ["metric", "target", "by", "collected_by"].map(|key| (key, finding.place.path.clone().key(key)));
    let lacking = keys.into_iter().filter(|(key, path)| is_vague(key) || !suggest.holds(path));
    lacking.filter_map(|(_, path)| suggest.filling(&path)).collect()
}

fn unmeasurable(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    for (at, goal) in plan.goals.iter().enumerate() {
        let missing = missing_parts([
            (goal.metric.is_some(), Text::new("看什么指标（metric）", "a metric (`metric`)")),
            (
                goal.target.as_deref().is_some_and(target_numbers::has_number),
                Text::new("一个数字（target）", "a target (`target`)"),
            ),
            (goal.by.is_some(), Text::new("到哪天（by）", "a date (`by`)")),
            (
                goal.collected_by.is_some(),
                Text::new("谁来统计（collected_by）", "a person who collects it (`collected_by`)"),
            ),
        ]);
        if !missing.is_empty() {
            report.add(report.finding(path(at)).with("goal", Thing::Goal(at).named(plan)).with("missing", missing));
        }
    }
}

/// A review for each rhythm that is missing.
fn the_reviews(suggest: Suggester<'_>, _: &Finding) -> Vec<SuggestedCommand> {
    const WEEK: Text = Text::new("每周日 21:00", "every Sun 21:00");
    const MONTH: Text = Text::new("每月最后一天 20:00", "last day of the month 20:00");
    let language = suggest.plan.language();
    let missing = [WEEK, MONTH].into_iter().zip(has_reviews(suggest.plan)).filter(|(_, is_there)| !is_there);
    missing.filter_map(|(when, _)| suggest.adding("review", &[("when", Some(when.get(language)))])).collect()
}

/// Whether there is a review every week, and one every month where a life is long enough.
fn has_reviews(plan: &Plan) -> [bool; 2] {
    let whens = plan.reviews.iter().filter_map(|review| review.when.as_ref());
    let rates: Vec<f64> = whens.map(|when| frequency::per_year(when, plan)).collect();
    let is_short = life_days(plan).is_some_and(|days| days < SHORT_LIFE);
    let is_monthly = rates.iter().any(|rate| (MONTHLY..WEEKLY).contains(rate));
    [rates.iter().any(|rate| *rate >= WEEKLY), is_short || is_monthly]
}

fn no_review(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let [weekly, monthly] = has_reviews(plan);
    let missing =
        missing_parts([(weekly, Text::new("每周", "a weekly one")), (monthly, Text::new("每月", "a monthly one"))]);
    if !missing.is_empty() {
        let finding = report.finding(KeyPath::of(&["reviews"]));
        report.add(finding.with("count", plan.reviews.len()).with("missing", missing));
    }
}

/// Without any goal, `goals/none` says it all.
fn without(plan: &Plan, metric: Metric, report: &mut Reporter) {
    let mut metrics: Vec<Metric> = plan.goals.iter().filter_map(|goal| goal.metric).collect();
    if plan.goals.is_empty() || metrics.contains(&metric) {
        return;
    }
    metrics.dedup();
    let mut names: Vec<Text> = metrics.into_iter().map(Metric::name).collect();
    if names.is_empty() {
        names.push(Text::new("还没有写（metric）", "nothing yet (`metric`)"));
    }
    report.add(report.finding(KeyPath::of(&["goals"])).with("metrics", names));
}

fn no_activity_metric(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    without(plan, Metric::Activity, report);
}

fn no_retention_metric(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    without(plan, Metric::Retention, report);
}

fn no_conversion_metric(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    without(plan, Metric::Conversion, report);
}

fn no_satisfaction(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    without(plan, Metric::Satisfaction, report);
}

/// Far off: under the band divided by the factor, or over the band times the factor.
fn out_of_band(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    let factor = context.threshold(&BAND_FACTOR).max(1.0);
    for (at, goal) in plan.goals.iter().enumerate() {
        let (Some(metric), Some(text)) = (goal.metric, goal.target.as_deref()) else { continue };
        let band = match metric {
            Metric::Activity => benchmark::of("activity/dau-mau"),
            Metric::Retention => benchmark::of("retention/one-week"),
            _ => None,
        };
        let (Some(band), Some(target)) = (band, target_numbers::percent(text)) else { continue };
        if target < band.low / factor || target > band.high * factor {
            let share = |percent: f64| Arg::Text(format!("{percent}%"));
            report.add(
                report
                    .finding(path(at).key("target"))
                    .with("goal", Thing::Goal(at).named(plan))
                    .with("target", text)
                    .with("metric", metric.name())
                    .with("low", share(band.low))
                    .with("high", share(band.high))
                    .with("as_of", band.fact.as_of)
                    .with("confidence", band.fact.confidence.name()),
            );
        }
    }
}

fn past_date(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let Some(starts) = plan.lifecycle.starts else { return };
    for (at, goal) in plan.goals.iter().enumerate() {
        if let Some(by) = goal.by.filter(|by| *by < starts) {
            let finding = report.finding(path(at).key("by")).with("goal", Thing::Goal(at).named(plan)).with("by", by);
            let finding = finding.with("starts", starts).with("later", starts.plus_months(6));
            report
                .add(finding.related(KeyPath::of(&["lifecycle", "starts"]), Text::new("从这天开始", "the start date")));
        }
    }
}

/// Shares of people; attendance, loyalty and the like may be measured against something else.
fn impossible_target(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    use Metric::{Completion, Conversion, Repurchase, Retention, Satisfaction};
    for (at, goal) in plan.goals.iter().enumerate() {
        let (Some(metric), Some(text)) = (goal.metric, goal.target.as_deref()) else { continue };
        let is_share = matches!(metric, Retention | Conversion | Satisfaction | Completion | Repurchase);
        if is_share
            && !target_numbers::is_growth(text)
            && target_numbers::percent(text).is_some_and(|percent| percent > 100.0)
        {
            let finding = report.finding(path(at).key("target")).with("goal", Thing::Goal(at).named(plan));
            report.add(finding.with("metric", metric.name()).with("target", text));
        }
    }
}

fn experiment_open(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    for (at, test) in plan.experiments.iter().enumerate() {
        let is_decided = test.decided.as_ref().is_some_and(|decided| !decided.trim().is_empty());
        let is_over = test.until.is_some_and(|until| context.today > until);
        let missing = missing_parts([
            (test.metric.is_some(), Text::new("比什么（metric）", "a metric (`metric`)")),
            (test.from.is_some(), Text::new("开始日期（from）", "a start date (`from`)")),
            (test.until.is_some(), Text::new("结束日期（until）", "an end date (`until`)")),
            (is_decided || !is_over, Text::new("结论（decided）", "a result (`decided`)")),
        ]);
        if !missing.is_empty() {
            let name = test.id.as_ref().map(|id| id.as_str()).or(test.a.as_deref()).unwrap_or("?");
            let finding = report.finding(KeyPath::of(&["experiments"]).index(at));
            report.add(finding.with("test", name).with("missing", missing));
        }
    }
}

/// An activity that serves no goal yet is to serve it, else one more; where there is none, it is added.
fn what_serves_it(suggest: Suggester<'_>, finding: &Finding) -> Vec<SuggestedCommand> {
    let [_, Segment::Index(goal), ..] = finding.place.path.0.as_slice() else { return Vec::new() };
    let Some(id) = Thing::Goal(*goal).id(suggest.plan) else { return Vec::new() };
    let activities = || suggest.plan.activities.iter().enumerate();
    let free: Vec<usize> = activities().filter(|(_, it)| it.serves.is_empty()).map(|(at, _)| at).collect();
    let of_all = || activities().map(|(at, _)| at).collect();
    let able: Vec<usize> = if free.is_empty() { of_all() } else { free };
    // each goal has another one, where there are as many; those of one activity come together
    let open = unserved(suggest.plan);
    let place = open.iter().position(|open| open == goal).unwrap_or_default();
    let Some(at) = able.get(place % able.len().max(1)) else {
        return suggest.adding("activity", &[("serves", Some(id))]).into_iter().collect();
    };
    let new = open.iter().skip(place % able.len()).step_by(able.len());
    let new = new.filter_map(|goal| Thing::Goal(*goal).id(suggest.plan));
    let served: Vec<&str> = suggest.plan.activities[*at].serves.iter().map(|goal| goal.as_str()).chain(new).collect();
    let path = KeyPath::of(&["activities"]).index(*at).key("serves");
    vec![SuggestedCommand::new(&["set"]).route(path).word(served.join(","))]
}

/// The reading of the goal that has none.
fn what_to_record(suggest: Suggester<'_>, finding: &Finding) -> Vec<SuggestedCommand> {
    let [_, Segment::Index(goal), ..] = finding.place.path.0.as_slice() else { return Vec::new() };
    let Some(id) = Thing::Goal(*goal).id(suggest.plan) else { return Vec::new() };
    let value = Text::new("现在的数", "the figure now");
    vec![SuggestedCommand::new(&["record"]).word(id).needed("value", value)]
}

/// The goals that no activity and no content serves.
fn unserved(plan: &Plan) -> Vec<usize> {
    let from_activities = plan.activities.iter().flat_map(|activity| &activity.serves);
    let served: Vec<&str> = from_activities
        .chain(plan.content.iter().flat_map(|content| &content.serves))
        .map(|name| name.as_str())
        .collect();
    let is_open = |at: &usize| plan.goals[*at].id.as_ref().is_none_or(|id| !served.contains(&id.as_str()));
    (0..plan.goals.len()).filter(is_open).collect()
}

fn no_activity(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    for at in unserved(plan) {
        let finding = report.finding(path(at)).with("goal", Thing::Goal(at).named(plan));
        report.add(finding.with("id", plan.goals[at].id.as_ref().map_or("goal-1", |id| id.as_str())));
    }
}

//! Running the rules over a plan that was read: what is switched off, held back, allowed, and at which level.

use std::collections::BTreeSet;
use std::ops::Bound;

use super::context::{Context, profile};
use super::coverage::{self, Covered};
use super::present::Presence;
use super::reporter::{Reporter, Standing};
use super::rule::{Check, Rule, route};
use super::score::{self, InvalidRoutes, ScoreRow};
use super::selection::Selection;
use super::text_search::PlanTexts;
use super::thresholds::Thresholds;
use super::{all, allow, law, monetisation, trust};
use crate::calendar::Problem;
use crate::finding::{Arg, CHANGE_OF_NOTHING, Finding, FindingList, KeyPath, Level, SYNTAX, Segment, UNKNOWN_KEY};
use crate::knowledge::Holidays;
use crate::language::Text;
use crate::library::Library;
use crate::plan::settings::Profile;
use crate::plan::{Plan, Reading};
use crate::source::Table;
use crate::value::Day;

/// The topic of what the reader finds.
const FILE_TOPIC: &str = "file";

/// How to lint.
#[derive(Debug, Clone)]
pub struct LintOptions<'a> {
    /// Today.
    pub today: Day,
    /// The days off, for the rules about the calendar.
    pub holidays: &'a Holidays,
    /// The rules that are asked for.
    pub selection: Selection,
    /// Whether the coverage of the themes is asked for.
    pub has_coverage: bool,
}

impl<'a> LintOptions<'a> {
    /// All rules at their own levels, without the coverage.
    pub fn new(today: Day, holidays: &'a Holidays) -> Self {
        Self { today, holidays, selection: Selection::everything(), has_coverage: false }
    }
}

/// What lint says of a plan.
#[derive(Debug)]
#[non_exhaustive]
pub struct LintOutcome {
    /// The findings asked for: those of the reader in the order of the file, then by rule.
    pub findings: Vec<Finding>,
    /// The findings that the plan allows.
    pub allowed: Vec<Finding>,
    /// The score, 0–100.
    pub score: u32,
    /// The score of each topic that has rows.
    pub topics: Vec<(&'static str, u32)>,
    /// How many of the essentials are there, and how many there are.
    pub essentials: (usize, usize),
    /// How far each theme of planning is covered, where that is asked for.
    pub coverage: Vec<Covered>,
    /// How much was asked.
    pub profile: Profile,
}

impl LintOutcome {
    /// The gravest level among the findings.
    pub fn worst(&self) -> Option<Level> {
        self.findings.iter().map(|finding| finding.level).max()
    }
}

/// Lints a plan.
pub fn lint(reading: &Reading, library: &Library, options: &LintOptions<'_>) -> LintOutcome {
    lint_with(reading, reading.findings.clone(), library, options)
}

/// Lints a plan for the last time: what the reader found is not kept twice.
pub fn lint_last(mut reading: Reading, library: &Library, options: &LintOptions<'_>) -> LintOutcome {
    let findings = std::mem::take(&mut reading.findings);
    lint_with(&reading, findings, library, options)
}

fn lint_with(
    reading: &Reading,
    mut findings: FindingList,
    library: &Library,
    options: &LintOptions<'_>,
) -> LintOutcome {
    let plan = &reading.plan;
    let settings = Thresholds::read(plan, &mut findings);
    let profile = profile(plan);
    let context = Context {
        index: &reading.index,
        library,
        today: options.today,
        profile,
        settings,
        texts: PlanTexts::of(plan, &[&law::SEARCHED_ROUTES, &trust::SEARCHED_ROUTES, &monetisation::SEARCHED_ROUTES]),
        language: plan.language(),
    };
    let is_broken = findings.iter().any(|finding| finding.rule.id == SYNTAX.id);
    // what is no TOML at all says nothing about a community
    let is_plan = !is_broken || plan.holds("");
    let is_asked = |rule: &Rule| !(rule.not_in_small && profile == Profile::Small);
    let broken = broken_routes(&findings);
    let rules = all().iter().copied().filter(|rule| is_asked(rule));
    let presence = Presence { plan, ownership: &reading.index.ownership };
    let suggester = context.suggest(plan);
    let mut rows: Vec<ScoreRow> = rules.map(|rule| ScoreRow { rule, is_absent: false, applies: false }).collect();
    if is_plan {
        let needs_calendar = options.selection.wanted().any(|rule| rule.needs_calendar() && is_asked(rule));
        let calendar = needs_calendar.then(|| calendar(reading, library, options)).flatten();
        findings.extend(calendar.iter().flat_map(|calendar| changes_of_nothing(plan, calendar)));
        for row in &mut rows {
            let rule = row.rule;
            let standing = |finding: &Finding| {
                if !plan.without.is_empty() && presence.is_without(rule, finding) {
                    return Standing::Without;
                }
                let is_held = (is_broken && rule.is_absence) || touches(&broken, &finding.place.path);
                if is_held { Standing::Held } else { Standing::Listed }
            };
            let mut report = Reporter::of(&rule.info, &mut findings, &standing);
            match rule.check {
                Check::Reader => {}
                Check::Missing | Check::Incomplete => missing(rule, plan, &mut report),
                Check::Plan(check) => check(plan, &context, &mut report),
                Check::Calendar(check) => {
                    if let Some(calendar) = calendar.as_ref().filter(|_| options.selection.wants(rule.id())) {
                        check(plan, calendar, &context, &mut report);
                    }
                }
            }
            report.name_someone(|| suggester.someone());
            report.suggest(|finding| suggester.commands(rule, finding));
            row.is_absent = report.is_absent();
        }
    }
    options.selection.set_levels(&mut findings);
    let unlisted = findings.unlisted().filter(|(rule, _)| options.selection.wants(rule.id));
    let unlisted: Vec<_> = unlisted.filter(|(rule, _)| !allow::allows_all(plan, rule, options.today)).collect();
    let ran = |id: &str| is_plan && !is_broken && options.selection.wants(id);
    let (mut findings, allowed) = allow::apply(plan, findings.into_vec(), options.today, ran);
    // what the reader found, and what is wrong with exceptions
    for finding in findings.iter_mut().filter(|finding| finding.rule.topic() == FILE_TOPIC) {
        finding.commands = super::find(finding.rule.id).map_or_else(Vec::new, |rule| suggester.commands(rule, finding));
    }
    for row in rows.iter_mut().filter(|row| row.rule.weight > 0) {
        // a row of what is missing that found nothing has a key
        row.applies = matches!(row.rule.check, Check::Missing | Check::Incomplete)
            || row.is_absent
            || row.rule.keys.iter().any(|key| plan.holds(key));
        let is_of_row = |finding: &Finding| finding.rule.id == row.rule.id();
        row.is_absent &= !allowed.iter().any(is_of_row) || findings.iter().any(is_of_row);
        row.is_absent |= presence.is_borrowed(row.rule);
    }
    let invalid = InvalidRoutes::of(&findings);
    let (score, topics) = if is_plan { score::score(&rows, &invalid) } else { (0, Vec::new()) };
    let essential: Vec<&ScoreRow> = rows.iter().filter(|row| row.rule.is_essential()).collect();
    let present = essential.iter().filter(|row| is_plan && row.applies && !row.is_absent).count();
    let essentials = (present, essential.len());
    let coverage = if options.has_coverage { coverage::coverage(presence, &findings, &invalid) } else { Vec::new() };
    findings.retain(|finding| options.selection.wants(finding.rule.id));
    findings.extend(unlisted.into_iter().map(|(_, finding)| finding));
    LintOutcome { findings, allowed, score, topics, essentials, coverage, profile }
}

/// The calendar of the next three months of the community's life. What the file says wrongly is absent in it.
fn calendar<'a>(
    reading: &'a Reading,
    library: &'a Library,
    options: &LintOptions<'a>,
) -> Option<crate::calendar::Calendar<'a>> {
    let starts = reading.plan.lifecycle.starts.unwrap_or(options.today);
    let from = options.today.max(starts);
    let request = crate::calendar::CalendarRequest {
        from,
        to: from.plus_months(3).plus(-1),
        holidays: options.holidays,
        without: None,
    };
    crate::calendar::calendar(&reading.plan, &reading.index, library, &request).ok()
}

/// Changes of dates that do not occur: what is wrong with the file can be known only from its calendar.
fn changes_of_nothing(plan: &Plan, calendar: &crate::calendar::Calendar<'_>) -> Vec<Finding> {
    let of_nothing = calendar.problems.iter().filter_map(|problem| match problem {
        Problem::ChangeOfNothing { change, near } => Some((*change, near)),
        _ => None,
    });
    let finding = |(change, near): (usize, &Vec<Day>)| {
        let row = &plan.changes[change];
        let (item, on) = (row.item.as_ref()?, row.on?);
        let place = KeyPath::of(&["changes"]).index(change).key("on");
        let finding = Finding::new(&CHANGE_OF_NOTHING, place).with("item", item.as_str()).with("date", on.day);
        Some(if near.is_empty() { finding } else { finding.with("near", near.clone()) })
    };
    of_nothing.filter_map(finding).collect()
}

/// The check of a row: are its keys set?
fn missing(rule: &Rule, plan: &Plan, report: &mut Reporter) {
    let absent: Vec<&'static str> =
        rule.keys.iter().copied().filter(|key| !plan.holds(key) && !plan.is_without(key)).collect();
    let is_missing = match rule.check {
        Check::Incomplete => !absent.is_empty(),
        _ => absent.len() == rule.keys.len(),
    };
    if let Some(first) = absent.first().filter(|_| is_missing) {
        let about = absent.iter().filter_map(|key| Plan::TABLE.at(key.split('.')));
        let names: Vec<Arg> = about.map(|info| Arg::Words(info.about)).collect();
        let keys = absent.iter().map(|key| Arg::Choice(key, Text::new(key, key))).collect();
        report.add(report.finding(route(first)).with("missing", Arg::List(names)).with("keys", Arg::List(keys)));
    }
}

/// The routes where the file has an error: nothing else is reported there. A misspelt key counts as the
/// one that was meant.
fn broken_routes(findings: &FindingList) -> BTreeSet<KeyPath> {
    let errors = findings.iter().filter(|finding| finding.level == Level::Error && !finding.place.path.0.is_empty());
    errors
        .map(|finding| {
            let mut path = finding.place.path.clone();
            if let (true, Some(Arg::Text(near)), Some(Segment::Key(key))) =
                (finding.rule.id == UNKNOWN_KEY.id, finding.arg("near"), path.0.last_mut())
            {
                *key = near.clone().into();
            }
            path
        })
        .chain(findings.broken_elements().iter().cloned())
        .collect()
}

/// Whether a route leads through one of some routes, or one of them through it.
fn touches(routes: &BTreeSet<KeyPath>, path: &KeyPath) -> bool {
    let below = || routes.range::<[Segment], _>((Bound::Included(&path.0[..]), Bound::Unbounded)).next();
    (1..path.0.len()).any(|end| routes.contains(&path.0[..end])) || below().is_some_and(|route| route.starts_with(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_route_touches_those_above_and_below_it() {
        let of = |keys: &[&'static str]| KeyPath::of(keys);
        let broken: BTreeSet<KeyPath> = [of(&["goals"]).index(3), of(&["rules", "report"])].into();
        for (path, is_touched) in [
            (of(&["goals"]), true),
            (of(&["goals"]).index(3).key("by"), true),
            (of(&["goals"]).index(30), false),
            (of(&["goals"]).index(2), false),
            (of(&["rules", "report"]), true),
            (of(&["rules", "reports"]), false),
            (of(&["rules", "conduct"]), false),
            (KeyPath::root(), true),
        ] {
            assert_eq!(touches(&broken, &path), is_touched, "{path}");
        }
        assert!(!touches(&BTreeSet::new(), &KeyPath::root()));
    }
}

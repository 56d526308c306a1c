//! Running the rules over a plan that was read: what is switched off, held back, allowed, and at which level.

use super::context::{Context, profile};
use super::coverage::{self, Covered};
use super::report::Report;
use super::rule::{Check, Rule, route};
use super::settings::Settings;
use super::words::Texts;
use super::{all, allow, law, score, trust};
use crate::calendar::Problem;
use crate::finding::{CHANGE_OF_NOTHING, Fact, Finding, KeyPath, Level, RuleInfo, SYNTAX, Segment, UNKNOWN_KEY};
use crate::knowledge::Holidays;
use crate::library::Library;
use crate::plan::settings::Profile;
use crate::plan::{Plan, Reading};
use crate::source::Table;
use crate::value::Day;

/// How to lint.
#[derive(Debug, Clone)]
pub struct Options<'a> {
    /// Today.
    pub today: Day,
    /// The days off, for the rules about the calendar.
    pub holidays: &'a Holidays,
    /// Only these rules or topics; empty: all.
    pub select: Vec<String>,
    /// Not these rules or topics.
    pub ignore: Vec<String>,
    /// Rules or topics whose findings take another level, or none: these are not told. The last that fits counts.
    pub levels: Vec<(String, Option<Level>)>,
}

impl<'a> Options<'a> {
    /// All rules at their own levels.
    pub const fn new(today: Day, holidays: &'a Holidays) -> Self {
        Self { today, holidays, select: Vec::new(), ignore: Vec::new(), levels: Vec::new() }
    }

    /// Whether the findings of a rule are asked for.
    fn wants(&self, rule: &Rule) -> bool {
        (self.select.is_empty() || self.select.iter().any(|name| rule.is_named(name)))
            && !self.ignore.iter().any(|name| rule.is_named(name))
            && self.level(&rule.info) != Some(None)
    }

    /// What was said of the level of a rule.
    fn level(&self, rule: &RuleInfo) -> Option<Option<Level>> {
        let is_meant = |name: &str| rule.id == name || rule.topic() == name;
        self.levels.iter().rev().find(|(name, _)| is_meant(name)).map(|(_, level)| *level)
    }
}

/// What lint says of a plan.
#[derive(Debug)]
pub struct Outcome {
    /// The findings asked for: those of the reader in the order of the file, then by rule.
    pub findings: Vec<Finding>,
    /// The findings that the plan allows.
    pub allowed: Vec<Finding>,
    /// The score, 0–100.
    pub score: u32,
    /// The score of each topic that has rows.
    pub topics: Vec<(&'static str, u32)>,
    /// How far each theme of planning is covered.
    pub coverage: Vec<Covered>,
    /// How much was asked.
    pub profile: Profile,
}

impl Outcome {
    /// The gravest level among the findings.
    pub fn worst(&self) -> Option<Level> {
        self.findings.iter().map(|finding| finding.level).max()
    }
}

/// Lints a plan.
pub fn lint(reading: &Reading, library: &Library, options: &Options<'_>) -> Outcome {
    let plan = &reading.plan;
    let mut findings = reading.findings.clone();
    let settings = Settings::read(plan, &mut findings);
    let profile = profile(plan);
    let context = Context {
        index: &reading.index,
        library,
        today: options.today,
        profile,
        settings,
        texts: Texts::of(plan, &[&law::JUDGED, &trust::JUDGED]),
        language: plan.language(),
    };
    let is_broken = findings.iter().any(|finding| finding.rule.id == SYNTAX.id);
    // what is no TOML at all says nothing about a community
    let is_plan = !is_broken || plan.holds(&[]);
    let rules: Vec<&'static Rule> =
        all().iter().copied().filter(|rule| !(rule.not_in_small && profile == Profile::Small)).collect();
    let broken = broken_routes(&findings);
    let mut absent: Vec<&'static str> = Vec::new();
    if is_plan {
        let calendar = calendar(reading, library, options, &rules);
        findings.extend(calendar.iter().flat_map(|calendar| changes_of_nothing(plan, calendar)));
        for rule in &rules {
            let mut report = Report::of(rule);
            match rule.check {
                Check::Reader => {}
                Check::Missing | Check::Incomplete => missing(rule, plan, &mut report),
                Check::Plan(check) => check(plan, &context, &mut report),
                Check::Calendar(check) => {
                    if let Some(calendar) = calendar.as_ref().filter(|_| options.wants(rule)) {
                        check(plan, calendar, &context, &mut report);
                    }
                }
            }
            let found = report.into_findings();
            if !found.is_empty() {
                absent.push(rule.id());
            }
            // rows of what may be missing, those judged by a function too
            let is_presence = !rule.keys.is_empty();
            let held = |finding: &Finding| {
                (is_broken && is_presence) || broken.iter().any(|path| path.touches(&finding.place.path))
            };
            findings.extend(found.into_iter().filter(|finding| !held(finding)));
        }
    }
    for finding in &mut findings {
        if let Some(Some(level)) = options.level(finding.rule) {
            finding.level = level;
        }
    }
    let ran = |id: &str| is_plan && !is_broken && all().iter().any(|rule| rule.id() == id && options.wants(rule));
    let (mut findings, allowed) = allow::apply(plan, findings, options.today, ran);
    let fired = absent.clone();
    absent.retain(|id| !allowed.iter().any(|finding| finding.rule.id == *id) || is_told(&findings, id));
    let applies = |rule: &Rule| fired.contains(&rule.id()) || rule.keys.iter().any(|key| plan.holds_key(key));
    let (score, topics) = if is_plan { score::score(&rules, &findings, &absent, applies) } else { (0, Vec::new()) };
    let coverage = coverage::coverage(plan, &findings);
    findings.retain(|finding| all().iter().any(|rule| rule.id() == finding.rule.id && options.wants(rule)));
    Outcome { findings, allowed, score, topics, coverage, profile }
}

fn is_told(findings: &[Finding], id: &str) -> bool {
    findings.iter().any(|finding| finding.rule.id == id)
}

/// The calendar of the next three months of the community's life, when a rule asks for it. What the file says wrongly is
/// absent in it.
fn calendar<'a>(
    reading: &'a Reading,
    library: &'a Library,
    options: &Options<'a>,
    rules: &[&Rule],
) -> Option<crate::calendar::Calendar<'a>> {
    if !rules.iter().any(|rule| rule.needs_calendar() && options.wants(rule)) {
        return None;
    }
    let starts = reading.plan.lifecycle.starts.unwrap_or(options.today);
    let from = options.today.max(starts);
    let request =
        crate::calendar::Request { from, to: from.plus_months(3).plus(-1), holidays: options.holidays, without: None };
    crate::calendar::calendar(&reading.plan, &reading.index, library, &request).ok()
}

/// Changes of dates that do not occur: what is wrong with the file can be known only from its calendar.
fn changes_of_nothing(plan: &Plan, calendar: &crate::calendar::Calendar<'_>) -> Vec<Finding> {
    let of_nothing = calendar.problems.iter().filter_map(|problem| match problem {
        Problem::ChangeOfNothing { change, near } => Some((*change, near)),
        _ => None,
    });
    let finding = |(change, near): (usize, &Vec<Day>)| {
        let said = &plan.changes[change];
        let (item, on) = (said.item.as_ref()?, said.on?);
        let place = KeyPath::of(&["changes"]).index(change).key("on");
        let finding = Finding::new(&CHANGE_OF_NOTHING, place).with("item", item.as_str()).with("date", on.day);
        Some(if near.is_empty() { finding } else { finding.with("near", near.clone()) })
    };
    of_nothing.filter_map(finding).collect()
}

/// The check of a row: are its keys set?
fn missing(rule: &Rule, plan: &Plan, report: &mut Report) {
    let absent: Vec<&'static str> = rule.keys.iter().copied().filter(|key| !plan.holds_key(key)).collect();
    let is_missing = match rule.check {
        Check::Incomplete => !absent.is_empty(),
        _ => absent.len() == rule.keys.len(),
    };
    if let Some(first) = absent.first().filter(|_| is_missing) {
        let about = absent.iter().filter_map(|key| Plan::TABLE.at(key.split('.')));
        let names: Vec<Fact> = about.map(|info| Fact::Words(info.about)).collect();
        report.add(
            report.finding(route(first)).with("missing", Fact::List(names)).with("keys", Fact::from(absent.clone())),
        );
    }
}

/// The routes where the file has an error: nothing else is said of them. A key that is written wrongly stands for the
/// one that was meant.
fn broken_routes(findings: &[Finding]) -> Vec<KeyPath> {
    let errors = findings.iter().filter(|finding| finding.level == Level::Error && !finding.place.path.0.is_empty());
    errors
        .map(|finding| {
            let mut path = finding.place.path.clone();
            if let (true, Some(Fact::Text(near)), Some(Segment::Key(key))) =
                (finding.rule.id == UNKNOWN_KEY.id, finding.fact("near"), path.0.last_mut())
            {
                *key = near.clone().into();
            }
            path
        })
        .collect()
}

//! Document → plan: every problem of the file in one run, nothing below sees an invalid value.

use std::collections::{HashMap, HashSet};

use super::channels::Platform;
use super::people::RoleKind;
use super::{FORMAT, Index, Plan};
use crate::cadence::{Anchor, Cadence, Pattern};
use crate::finding::{
    Arg, BAD_VALUE, CIRCULAR_OFFSET, Edit, Finding, KeyPath, NEWER_FORMAT, PLACEHOLDER, Place, Segment, Trail,
    UNKNOWN_REFERENCE,
};
use crate::language::Text;
use crate::library::Library;
use crate::source::{Document, Problems, Table, Visit, closest, newer_forms, unknown_key};
use crate::value::{Day, Length};

/// What reading a file gives.
#[derive(Debug)]
pub struct Reading {
    /// The plan; what was wrong is absent in it.
    pub plan: Plan,
    /// Its names.
    pub index: Index,
    /// What the reader found, syntax first, in the order of the file.
    pub findings: Vec<Finding>,
}

impl Reading {
    /// Whether the file holds no error: only then is anything made from it.
    pub fn is_sound(&self) -> bool {
        self.findings.iter().all(|finding| finding.level < crate::finding::Level::Error)
    }
}

/// Reads a plan and checks it against itself and the library.
pub fn read(document: &Document<'_>, library: &Library) -> Reading {
    let mut problems = Problems::default();
    let mut plan = Plan::default();
    plan.read_keys(document.tree(), &Trail::Root, &mut problems);
    let index = Index::build(&plan, &mut problems.findings);
    let mut alike = Alike { left: ALIKE };
    let findings = &mut problems.findings;
    let mut names = Names { index: &index, library, plan: &plan, findings, alike: &mut alike };
    plan.show(&Trail::Root, &mut names);
    format(&plan, &mut problems.findings);
    cadences(&plan, &index, &mut alike, &mut problems.findings);
    ranges(&plan, &mut problems.findings);
    limits(&plan, &mut problems.findings);
    // a name that a mistake of syntax keeps from being read is none too many
    problems.findings.retain(|finding| {
        let name = finding.arg("value").filter(|_| finding.rule.id == UNKNOWN_REFERENCE.id);
        !matches!(name, Some(Arg::Text(name)) if document.is_lost(name))
    });
    let mut findings = document.syntax.clone();
    findings.append(&mut problems.findings);
    findings.extend(newer_forms(document));
    Reading { plan, index, findings }
}

fn format(plan: &Plan, findings: &mut Vec<Finding>) {
    match plan.format {
        Some(format) if format > FORMAT => findings.push(
            Finding::new(&NEWER_FORMAT, KeyPath::of(&["format"]))
                .with("value", i64::from(format))
                .with("want", i64::from(FORMAT)),
        ),
        _ => {}
    }
}

/// Looks at every reference and text.
struct Names<'a> {
    index: &'a Index,
    library: &'a Library,
    plan: &'a Plan,
    findings: &'a mut Vec<Finding>,
    alike: &'a mut Alike,
}

/// So many pairs of names are compared in one file: enough for every slip, too few for a file of nothing else to last.
const ALIKE: usize = 100_000;

/// Looks for the names that were meant, while it may.
struct Alike {
    left: usize,
}

impl Alike {
    /// The known names and the most similar of them; none any more, once so much has been compared.
    fn look<'k>(&mut self, name: &str, known: impl FnOnce() -> Vec<&'k str>) -> (Vec<&'k str>, Option<String>) {
        if self.left == 0 {
            return (Vec::new(), None);
        }
        let known = known();
        self.left = self.left.saturating_sub(known.len());
        let near = closest(name, known.iter().copied()).map(str::to_owned);
        (known, near)
    }
}

impl Names<'_> {
    /// Names that are understood although nothing in the plan has them.
    fn is_understood(&self, at: &KeyPath, kind: &str, name: &str) -> bool {
        let in_steps = at.keys().any(|key| key == "steps");
        match kind {
            "sop" => self.library.has_sop(name),
            "holder" if in_steps => name == "@owner" || RoleKind::WORDS.contains(&name) && self.has_kind(name),
            "channel" if in_steps => name == "@channels",
            _ => false,
        }
    }

    fn has_kind(&self, word: &str) -> bool {
        self.plan.roles.iter().any(|role| role.kind.is_some_and(|kind| kind.word() == word))
    }
}

impl Visit for Names<'_> {
    fn text(&mut self, at: &Trail<'_>, text: &str) {
        if is_placeholder(text) {
            let path = at.path();
            let key = path.to_string();
            self.findings.push(Finding::new(&PLACEHOLDER, path).with("key", key).with("value", text.trim()));
        }
    }

    fn reference(&mut self, at: &Trail<'_>, kind: &'static str, want: Text, name: &str) {
        if self.index.find(kind, name).is_some() {
            return;
        }
        let path = at.path();
        if self.is_understood(&path, kind, name) {
            return;
        }
        let known = || if kind == "sop" { self.library.sop_names() } else { self.index.names(kind) };
        let (known, near) = self.alike.look(name, known);
        let mut finding = Finding::new(&UNKNOWN_REFERENCE, path.clone()).with("value", name).with("want", want);
        if let Some(near) = near {
            let title = Text::new("换成最接近的名字", "use the nearest name");
            finding = finding.with("near", near.clone()).fix(title, vec![Edit::set(path, near)], false);
        }
        self.findings.push(finding.with("known", known));
    }
}

/// Texts that stand for a text still to be written.
fn is_placeholder(text: &str) -> bool {
    const WORDS: [&str; 11] = ["…", "...", "……", "tbd", "todo", "待定", "待填", "待补充", "xxx", "xx", "???"];
    let text = text.trim();
    let is_word = text.len() <= 9 && WORDS.iter().any(|word| text.eq_ignore_ascii_case(word));
    let angles = |open: char, close: char| text.starts_with(open) && text.ends_with(close) && text.chars().count() > 2;
    is_word
        || text.get(..5).is_some_and(|head| head.eq_ignore_ascii_case("todo:"))
        || (angles('<', '>') && !text.contains("><"))
        || angles('＜', '＞')
}

/// The cadence of every item, with its route.
fn timed(plan: &Plan) -> impl Iterator<Item = (KeyPath, Option<&str>, &Cadence)> {
    macro_rules! of {
        ($table:ident) => {
            plan.$table.iter().enumerate().filter_map(|(at, item)| {
                let path = KeyPath::of(&[stringify!($table)]).index(at);
                item.when.as_ref().map(|when| (path, item.id.as_ref().map(|id| id.as_str()), when))
            })
        };
    }
    of!(activities).chain(of!(content)).chain(of!(reviews))
}

/// Offsets from other items: the item must be there, and nobody may wait for himself.
fn cadences(plan: &Plan, index: &Index, alike: &mut Alike, findings: &mut Vec<Finding>) {
    let mut waits: HashMap<&str, &str> = HashMap::new();
    for (path, id, when) in timed(plan) {
        let Pattern::Offset { from: Anchor::Item(item), .. } = &when.pattern else { continue };
        if index.find("item", item.as_str()).is_none() {
            let (_, near) = alike.look(item.as_str(), || index.names("item"));
            let want = Text::new("日程项目", "item of the calendar");
            let finding =
                Finding::new(&UNKNOWN_REFERENCE, path.key("when")).with("value", item.as_str()).with("want", want);
            findings.push(match near {
                Some(near) => finding.with("near", near),
                None => finding,
            });
        } else if let Some(id) = id {
            waits.insert(id, item.as_str());
        }
    }
    let mut untold = in_circles(&waits);
    for (path, id, _) in timed(plan) {
        if let Some(id) = id.filter(|id| untold.contains(id)) {
            let circle = chain(&waits, id);
            for item in &circle {
                untold.remove(item);
            }
            findings.push(Finding::new(&CIRCULAR_OFFSET, path.key("when")).with("items", circle));
        }
    }
}

/// The items that wait for themselves by way of others. Each waits for one at most, so that each is looked at once.
fn in_circles<'p>(waits: &HashMap<&'p str, &'p str>) -> HashSet<&'p str> {
    let (mut walks, mut found) = (HashMap::new(), HashSet::new());
    for (walk, start) in waits.keys().enumerate() {
        let mut next = Some(*start);
        while let Some(item) = next {
            match walks.get(item) {
                Some(known) if *known == walk => {
                    found.extend(chain(waits, item));
                    break;
                }
                Some(_) => break,
                None => {
                    walks.insert(item, walk);
                }
            }
            next = waits.get(item).copied();
        }
    }
    found
}

/// An item of a circle, and all others of it in the order in which they wait.
fn chain<'p>(waits: &HashMap<&'p str, &'p str>, start: &'p str) -> Vec<&'p str> {
    std::iter::successors(Some(start), |item| waits.get(item).copied().filter(|next| *next != start)).collect()
}

/// Pairs of values that must fit each other.
fn ranges(plan: &Plan, findings: &mut Vec<Finding>) {
    let mut bounds = |path: KeyPath, first: Option<Day>, last: Option<Day>, key: &'static str| {
        if let (Some(first), Some(last)) = (first, last)
            && last < first
        {
            let path = path.key(key);
            let shown = path.to_string();
            let want = Text::new("不早于 {first} 的日期", "a date not before {first}");
            findings.push(
                Finding::new(&BAD_VALUE, path)
                    .with("key", shown)
                    .with("value", last.to_string())
                    .with("want", want)
                    .with("first", first),
            );
        }
    };
    macro_rules! bounded {
        ($($table:ident),*) => {$(
            for (at, item) in plan.$table.iter().enumerate() {
                bounds(KeyPath::of(&[stringify!($table)]).index(at), item.from, item.until, "until");
            }
        )*};
    }
    bounded!(activities, content, reviews, experiments, people);
    for (at, person) in plan.people.iter().enumerate() {
        for (n, days) in person.away.iter().enumerate() {
            bounds(KeyPath::of(&["people"]).index(at).key("away").index(n), days.from, days.to, "to");
        }
    }
    for (at, place) in plan.places.iter().enumerate() {
        for (n, days) in place.closed.iter().enumerate() {
            bounds(KeyPath::of(&["places"]).index(at).key("closed").index(n), days.from, days.to, "to");
        }
    }
    for (at, activity) in plan.activities.iter().enumerate() {
        lengths(KeyPath::of(&["activities"]).index(at), activity.when.as_ref(), activity.lasts, findings);
    }
    for (at, review) in plan.reviews.iter().enumerate() {
        lengths(KeyPath::of(&["reviews"]).index(at), review.when.as_ref(), review.lasts, findings);
    }
}

/// Limits are those of platforms.
fn limits(plan: &Plan, findings: &mut Vec<Finding>) {
    for (name, _) in &plan.limits.0 {
        if Platform::WORDS.contains(&name.as_str()) {
            continue;
        }
        let mut path = KeyPath::of(&["limits"]);
        path.0.push(Segment::Key(name.clone().into()));
        let table = Text::new("[limits]：各平台的上限", "[limits]: limits by platform");
        findings.push(unknown_key(path, name, table, Platform::WORDS));
    }
}

/// A range of times says how long; another length beside it contradicts it.
fn lengths(path: KeyPath, when: Option<&Cadence>, lasts: Option<Length>, findings: &mut Vec<Finding>) {
    if let (Some(minutes), Some(lasts)) = (when.and_then(|when| when.time?.minutes()), lasts)
        && lasts.minutes() != i64::from(minutes)
    {
        let path = path.key("lasts");
        let key = path.to_string();
        let want = Text::new("与 when 的时段一致：{length}", "the same as the range of `when`: {length}");
        findings.push(
            Finding::new(&BAD_VALUE, Place::from(path))
                .with("key", key)
                .with("value", lasts.to_string())
                .with("want", want)
                .with("length", Arg::Length(Length::Minutes(minutes))),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_known() {
        for text in ["…", "TODO", "待定", "<名字>", "xxx", " ... ", "TODO: write", "???"] {
            assert!(is_placeholder(text), "{text}");
        }
        for text in ["", "一年读完……", "a < b", "xx 大学", "todo list app"] {
            assert!(!is_placeholder(text), "{text}");
        }
    }

    #[test]
    fn limits_are_those_of_known_platforms() {
        let told = |text: &str| {
            let mut buffer = String::new();
            let findings = read(&Document::parse(text, &mut buffer), &Library::default()).findings;
            findings.iter().map(|f| (f.rule.id, f.place.path.to_string())).collect::<Vec<_>>()
        };
        assert_eq!(told("[limits]\nwechat-group = { size = 400 }\n"), []);
        let wrong = "[limits]\nwechat-groups = { size = 400 }\n";
        assert_eq!(told(wrong), [("file/unknown-key", "limits.wechat-groups".to_owned())]);
    }
}

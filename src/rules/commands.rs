//! From what a rule found to the commands that fix it.

use super::remedy::Remedy;
use super::rule::{Check, Rule, route};
use super::suggest::{Suggester, element_holds};
use crate::finding::{Arg, Edit, Finding, KeyPath, Segment, SuggestedCommand};
use crate::plan::{Plan, Thing};
use crate::source::Table;

/// For so many elements a command is given.
const EACH: usize = 8;

impl Suggester<'_> {
    /// The commands that fix a finding of a rule.
    pub(super) fn commands(self, rule: &Rule, finding: &Finding) -> Vec<SuggestedCommand> {
        self.by(rule.remedy, rule, finding)
    }

    fn by(self, remedy: Remedy, rule: &Rule, finding: &Finding) -> Vec<SuggestedCommand> {
        let path = &finding.place.path;
        match remedy {
            Remedy::All(remedies) => remedies.iter().flat_map(|remedy| self.by(*remedy, rule, finding)).collect(),
            Remedy::None => Vec::new(),
            Remedy::Derived => self.derived(rule, finding),
            Remedy::Add(word, given) => self.adding(word, given).into_iter().collect(),
            Remedy::AddFor(word, key) => self.adding_for(word, key, path).into_iter().collect(),
            Remedy::Keys(keys) => {
                let below = keys.iter().map(|key| path.clone().key(key)).filter(|path| !self.holds(path));
                below.filter_map(|path| self.filling(&path)).collect()
            }
            Remedy::Change(key) => {
                let element = KeyPath(path.0.iter().take(2).cloned().collect());
                vec![self.set(key.split('.').fold(element, KeyPath::key))]
            }
            Remedy::Beside(key) => {
                let mut beside = path.clone();
                beside.0.pop();
                self.filling(&beside.key(key)).into_iter().collect()
            }
            Remedy::Set(key) => self.filling(&route(key)).into_iter().collect(),
            Remedy::Each(list, key) => self.each(list, key),
            Remedy::Unset => vec![SuggestedCommand::new(&["set"]).route(path.clone()).word("--unset")],
            Remedy::Made(make) => make(self, finding),
        }
    }

    /// A key of each element of a list that lacks it.
    pub(super) fn each(self, list: &'static str, key: &'static str) -> Vec<SuggestedCommand> {
        let held = (0..).map_while(|at| element_holds(self.plan, &[list], at, key));
        let open = held.enumerate().filter(|(_, holds)| !holds).map(|(at, _)| KeyPath::of(&[list]).index(at).key(key));
        let open: Vec<KeyPath> = open.take(EACH).collect();
        match open.is_empty() {
            true => self.filling(&KeyPath::of(&[list, key])).into_iter().collect(),
            false => open.into_iter().map(|path| self.set(path)).collect(),
        }
    }

    /// An element of a kind that names the one at a route.
    fn adding_for(self, word: &str, key: &'static str, path: &KeyPath) -> Option<SuggestedCommand> {
        let [Segment::Key(table), Segment::Index(at), ..] = path.0.as_slice() else { return None };
        let id = Thing::of(table, *at)?.id(self.plan)?;
        self.adding(word, &[(key, Some(id))])
    }

    /// They follow from the keys that are missing, from where it is, and from the edits that would fix it.
    fn derived(self, rule: &Rule, finding: &Finding) -> Vec<SuggestedCommand> {
        if finding.fixes.iter().any(|fix| fix.safe) {
            return vec![SuggestedCommand::new(&["lint", "--fix", "--select", rule.id()])];
        }
        if let [fix] = finding.fixes.as_slice()
            && let Some(commands) = fix.edits.iter().map(unset).collect::<Option<Vec<_>>>()
        {
            return commands;
        }
        match (rule.check, finding.arg("keys")) {
            (Check::Incomplete, Some(Arg::List(keys))) => {
                let key = |key: &Arg| if let Arg::Choice(key, _) = key { Some(*key) } else { None };
                keys.iter().filter_map(key).filter_map(|key| self.filling(&route(key))).collect()
            }
            // keys of the table where it is
            (Check::Plan(_), Some(Arg::List(keys))) => {
                let below = |key: &Arg| {
                    let Arg::Text(key) = key else { return None };
                    let mut path = finding.place.path.clone();
                    path.0.push(Segment::Key(key.clone().into()));
                    self.filling(&path)
                };
                keys.iter().filter_map(below).collect()
            }
            // what names nothing is to name something else
            (Check::Reader, _) if Plan::TABLE.shape(&finding.place.path).is_some() => {
                vec![self.set(finding.place.path.clone())]
            }
            _ => self.filling(&finding.place.path).into_iter().collect(),
        }
    }
}

/// The edit as a command, where it only takes something out.
fn unset(edit: &Edit) -> Option<SuggestedCommand> {
    match edit {
        Edit::Remove { path } => Some(SuggestedCommand::new(&["set"]).route(path.clone()).word("--unset")),
        _ => None,
    }
}

//! Findings as they are collected: of one rule no more are kept than anybody reads, and the others are counted, so that a
//! large file with one mistake everywhere takes no more room than its text is worth.

use std::collections::BTreeSet;
use std::ops::{Deref, DerefMut};

use super::{Finding, KeyPath, Level, RuleInfo, Segment, UNLISTED};

/// As many findings of one rule are listed, unless all are asked for.
pub const LISTED: usize = 500;

/// The findings of one file, in order.
#[derive(Debug, Clone)]
pub struct FindingList {
    kept: Vec<Finding>,
    /// How many of a rule are kept, and how many are not.
    counts: Vec<RuleCount>,
    most: usize,
    /// The elements of lists in which an error is that is not listed.
    broken: BTreeSet<KeyPath>,
}

#[derive(Debug, Clone)]
struct RuleCount {
    rule: &'static RuleInfo,
    kept: usize,
    more: usize,
}

impl Default for FindingList {
    fn default() -> Self {
        Self::up_to(LISTED)
    }
}

impl FindingList {
    /// An empty list that keeps so many of each rule.
    pub const fn up_to(most: usize) -> Self {
        Self { kept: Vec::new(), counts: Vec::new(), most, broken: BTreeSet::new() }
    }

    /// Whether another finding of a rule is kept; if not it is counted, and need not be made.
    pub fn takes(&mut self, rule: &'static RuleInfo, level: Level, path: impl FnOnce() -> KeyPath) -> bool {
        let at = self.counts.iter().position(|count| count.rule.id == rule.id).unwrap_or_else(|| {
            self.counts.push(RuleCount { rule, kept: 0, more: 0 });
            self.counts.len() - 1
        });
        let count = &mut self.counts[at];
        let takes = count.kept < self.most;
        *(if takes { &mut count.kept } else { &mut count.more }) += 1;
        if !takes && level == Level::Error {
            let mut element = path();
            element.0.truncate(2);
            if let [_, Segment::Index(_)] = element.0.as_slice() {
                self.broken.insert(element);
            }
        }
        takes
    }

    /// Adds a finding for which there is room.
    pub fn keep(&mut self, finding: Finding) {
        self.kept.push(finding);
    }

    /// Adds a finding, or counts it.
    pub fn push(&mut self, finding: Finding) {
        if self.takes(finding.rule, finding.level, || finding.place.path.clone()) {
            self.keep(finding);
        }
    }

    /// Puts findings before those that are there.
    pub fn put_first(&mut self, findings: &[Finding]) {
        self.kept.splice(..0, findings.iter().cloned());
    }

    /// The elements of lists in which an error is that is not listed.
    pub const fn broken_elements(&self) -> &BTreeSet<KeyPath> {
        &self.broken
    }

    /// Those that are kept.
    pub fn into_vec(self) -> Vec<Finding> {
        self.kept
    }

    /// The rules of which some are not listed, each with a finding that says so, as grave as the gravest of those that are.
    pub fn unlisted(&self) -> impl Iterator<Item = (&'static RuleInfo, Finding)> {
        self.counts.iter().filter(|count| count.more > 0).map(|count| {
            let listed = self.kept.iter().filter(|finding| finding.rule.id == count.rule.id);
            let level = listed.map(|finding| finding.level).max().unwrap_or(count.rule.level);
            let finding = Finding::new(&UNLISTED, KeyPath::root()).at_most(level);
            (count.rule, finding.with("rule", count.rule.id).with("n", count.more))
        })
    }
}

impl Extend<Finding> for FindingList {
    fn extend<I: IntoIterator<Item = Finding>>(&mut self, findings: I) {
        findings.into_iter().for_each(|finding| self.push(finding));
    }
}

impl Deref for FindingList {
    type Target = Vec<Finding>;

    fn deref(&self) -> &Self::Target {
        &self.kept
    }
}

impl DerefMut for FindingList {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{PLACEHOLDER, UNKNOWN_KEY};
    use crate::language::Language;

    #[test]
    fn what_nobody_reads_is_counted() {
        let mut list = FindingList::up_to(2);
        for rule in [&UNKNOWN_KEY, &PLACEHOLDER, &UNKNOWN_KEY, &UNKNOWN_KEY, &UNKNOWN_KEY] {
            list.push(Finding::new(rule, KeyPath::of(&["goals"]).index(list.len()).key("x")));
        }
        // nothing else is reported of an element with an error, whether that is listed or not
        assert!(list.broken_elements().iter().eq(&[KeyPath::of(&["goals"]).index(3)]));
        assert_eq!(
            list.iter().map(|finding| finding.rule.id).collect::<Vec<_>>(),
            ["file/unknown-key", "file/placeholder", "file/unknown-key"]
        );
        let unlisted: Vec<_> = list.unlisted().collect();
        let [(rule, finding)] = unlisted.as_slice() else { panic!("{unlisted:?}") };
        assert_eq!((rule.id, finding.level), (UNKNOWN_KEY.id, Level::Error));
        assert_eq!(finding.message(Language::En), "`file/unknown-key` has 2 more findings");
        assert_eq!(FindingList::default().unlisted().count(), 0);
    }
}

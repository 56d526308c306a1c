//! Edits as they are gathered, and the order in which they can be made: values, then additions, then removals from the
//! end, so that no index moves before it is used.

use std::collections::HashSet;

use crate::finding::{Edit, KeyPath, Literal, Segment};

/// Edits of one plan; a later value of the same key wins.
#[derive(Debug, Default)]
pub(crate) struct EditSet {
    sets: Vec<(KeyPath, Literal)>,
    appends: Vec<(KeyPath, Vec<(String, Literal)>)>,
    removals: Vec<KeyPath>,
}

impl EditSet {
    pub(crate) fn set(&mut self, path: KeyPath, value: impl Into<Literal>) {
        self.sets.push((path, value.into()));
    }

    pub(crate) fn append(&mut self, path: KeyPath, table: Vec<(String, Literal)>) {
        self.appends.push((path, table));
    }

    pub(crate) fn remove(&mut self, path: KeyPath) {
        self.removals.push(path);
    }

    /// The edits, given the value that a route has before them.
    pub(crate) fn into_edits<'s>(mut self, at: impl Fn(&KeyPath) -> Option<&'s Literal>) -> Vec<Edit> {
        let mut edits = Vec::new();
        let mut new: Vec<(KeyPath, Vec<(String, Literal)>)> = Vec::new();
        for (path, value) in self.last_sets() {
            if self.removals.iter().any(|gone| path.starts_with(gone)) || at(&path) == Some(&value) {
                continue;
            }
            match element_of(&path).filter(|(element, _)| at(element).is_none()) {
                Some((element, key)) => match new.iter_mut().find(|(known, _)| *known == element) {
                    Some((_, table)) => table.push((key, value)),
                    None => new.push((element, vec![(key, value)])),
                },
                None => edits.push(Edit::set(path, value)),
            }
        }
        new.sort_by(|(a, _), (b, _)| a.cmp(b));
        let new = new.into_iter().map(|(mut element, table)| {
            element.0.pop();
            (element, table)
        });
        for (path, table) in new.chain(self.appends) {
            edits.push(Edit::Append { path, table, comment: None });
        }
        self.removals.sort_by(|a, b| b.cmp(a));
        self.removals.dedup();
        edits.extend(self.removals.into_iter().filter(|path| at(path).is_some()).map(|path| Edit::Remove { path }));
        edits
    }

    /// The last set of each route, in the order in which the routes first came.
    fn last_sets(&mut self) -> Vec<(KeyPath, Literal)> {
        let mut seen = HashSet::new();
        let sets = std::mem::take(&mut self.sets);
        let order: Vec<KeyPath> =
            sets.iter().map(|(path, _)| path.clone()).filter(|p| seen.insert(p.clone())).collect();
        let last = |path: &KeyPath| sets.iter().rev().find(|(known, _)| known == path).map(|(_, value)| value.clone());
        order.into_iter().filter_map(|path| last(&path).map(|value| (path, value))).collect()
    }
}

/// The element of an array on the way to a key, where the key is one of its own: `channels[0]`, `title`.
fn element_of(path: &KeyPath) -> Option<(KeyPath, String)> {
    match path.0.as_slice() {
        [.., Segment::Index(_), Segment::Key(key)] => {
            Some((KeyPath(path.0[..path.0.len() - 1].to_vec()), key.clone().into_owned()))
        }
        _ => None,
    }
}

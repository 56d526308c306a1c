//! Where lines of people's own go: they stay after the item that they were below, above the first item of their section,
//! or at its end.

use crate::checklist::{Checklist, Section};

/// What a section of the file had, in order.
pub(super) enum Remaining {
    /// An item: its section and its place in the new list, if it is there.
    Item(Option<(usize, usize)>),
    /// A line of people's own.
    Own(String),
}

/// Puts the own lines of one section of the file into the new list.
pub(super) fn place(
    id: &str,
    section: Option<usize>,
    slots: Vec<Remaining>,
    checklist: &mut Checklist,
    gone: &mut Section,
) {
    let mut to = Destination { section, is_gone: id == gone.id, is_top: id.is_empty(), anchor: None, checklist, gone };
    let (mut run, mut has_items) = (Vec::new(), false);
    for slot in slots {
        match slot {
            Remaining::Own(line) => run.push(line),
            Remaining::Item(place) => {
                let run = std::mem::take(&mut run);
                if has_items {
                    to.between(run)
                } else {
                    to.above(run)
                }
                to.anchor = place.or(to.anchor);
                has_items = true;
            }
        }
    }
    if has_items { to.at_end(run) } else { to.above(run) }
}

/// Where the own lines of a section go.
struct Destination<'c> {
    section: Option<usize>,
    is_gone: bool,
    is_top: bool,
    /// The last item above that is in the new list.
    anchor: Option<(usize, usize)>,
    checklist: &'c mut Checklist,
    gone: &'c mut Section,
}

impl Destination<'_> {
    /// Lines above all items.
    fn above(&mut self, mut run: Vec<String>) {
        if !has_text(&run) {
            return;
        }
        trim_start(&mut run);
        if self.is_top {
            run.truncate(text_end(&run));
        }
        match self.section {
            _ if self.is_top => self.checklist.preface.extend(run),
            Some(at) => self.checklist.sections[at].above.extend(run),
            None => self.gone.above.extend(run),
        }
    }

    /// Lines between two items.
    fn between(&mut self, run: Vec<String>) {
        match self.anchor {
            _ if !has_text(&run) => {}
            _ if self.is_gone => self.gone.added.extend(run),
            Some((at, n)) => self.checklist.sections[at].items[n].below.extend(run),
            None => self.above(run),
        }
    }

    /// Lines below all items.
    fn at_end(&mut self, run: Vec<String>) {
        match self.section {
            _ if !has_text(&run) => {}
            Some(at) => self.checklist.sections[at].added.extend(run),
            None => self.between(run),
        }
    }
}

/// A section neither begins nor ends with blank lines; without items, all its lines are one run.
pub(super) fn tidy(section: &mut Section) {
    if section.items.is_empty() {
        section.above.append(&mut section.added);
        trim_start(&mut section.above);
    }
    let last = section.items.last_mut().map(|item| &mut item.below);
    let end = if section.added.is_empty() { last.unwrap_or(&mut section.above) } else { &mut section.added };
    end.truncate(text_end(end));
}

fn trim_start(run: &mut Vec<String>) {
    run.drain(..run.iter().position(|line| !is_blank(line)).unwrap_or_default());
}

/// How many lines there are up to the last with text.
fn text_end(run: &[String]) -> usize {
    run.iter().rposition(|line| !is_blank(line)).map_or(0, |last| last + 1)
}

fn has_text(run: &[String]) -> bool {
    !run.iter().all(|line| is_blank(line))
}

fn is_blank(line: &str) -> bool {
    line.trim().is_empty()
}

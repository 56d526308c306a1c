//! A list as a file has it, after people and their editors: its head, its sections, their items, and all other lines.
//!
//! Reads Markdown as formatters leave it: wrapped, renumbered, with other bullets, with blank lines. Must not look at a
//! plan, or drop a line.

mod known;
mod line;
mod opaque;
mod split;
#[cfg(test)]
mod tests;

use super::ChecklistItem;
use super::list::EditedText;
use super::mark::{ListHead, id_and_fingerprint, is_detail, mark};

pub(super) use known::{KnownItems, item_ids};
use line::heading_words;
pub(super) use line::own_task;
use opaque::opaque_lines;
use split::{Piece, pieces};

/// A list as a file has it.
#[derive(Debug, Default)]
pub(super) struct ListFile {
    /// What its head mark says.
    pub head: Option<ListHead>,
    /// Its title.
    pub title: Option<EditedText>,
    /// Lines above its title.
    pub top: Vec<String>,
    /// Whether its lines end as on Windows.
    pub is_crlf: bool,
    /// Its sections; the first is what comes before any section.
    pub sections: Vec<FileSection>,
}

/// A section of it.
#[derive(Debug, Default)]
pub(super) struct FileSection {
    /// Its id.
    pub id: String,
    /// Its title.
    pub heading: Option<EditedText>,
    /// What is in it, in order.
    pub parts: Vec<Part>,
}

/// What is in a section.
#[derive(Debug)]
#[allow(clippy::large_enum_variant)] // nearly all are items
pub(super) enum Part {
    /// An item, with its notes.
    Item(ChecklistItem),
    /// A line that people wrote.
    Own(String),
}

impl ListFile {
    /// Reads a text; items and sections without marks are recognised by the words of the list that is known.
    pub(super) fn read(text: &str, known: &KnownItems) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let lines: Vec<&str> = text.lines().map(|line| line.trim_end_matches('\r')).collect();
        let (fences, front) = opaque_lines(&lines);
        let mut reader = Reader { known, file: Self::default(), in_item: false, blanks: Vec::new(), fence: None };
        // the first line decides: a stray sign further down is part of what someone wrote
        reader.file.is_crlf = text.split_once('\n').is_some_and(|(first, _)| first.ends_with('\r'));
        reader.file.top = lines[..front].iter().map(|line| (*line).to_owned()).collect();
        reader.file.sections.push(FileSection::default());
        let (mut at, mut end) = (front, front);
        while let Some(line) = lines.get(at) {
            if let Some(fence) = fences[at] {
                reader.fenced(line, fence);
                at += 1;
                continue;
            }
            if at >= end {
                end = at + fences[at..].iter().position(Option::is_some).unwrap_or(lines.len() - at);
            }
            at += reader.block(&lines[at..end]);
        }
        reader.finish()
    }

    /// All items.
    pub(super) fn items(&self) -> impl Iterator<Item = &ChecklistItem> {
        let parts = self.sections.iter().flat_map(|section| &section.parts);
        parts.filter_map(|part| if let Part::Item(item) = part { Some(item) } else { None })
    }
}

struct Reader<'k> {
    known: &'k KnownItems,
    file: ListFile,
    /// Whether an indented line is a note.
    in_item: bool,
    /// Blank lines below an item, which are part of a note if one follows.
    blanks: Vec<String>,
    /// The fence that is part of a note.
    fence: Option<usize>,
}

impl Reader<'_> {
    fn section(&mut self) -> &mut FileSection {
        let last = self.file.sections.len() - 1;
        &mut self.file.sections[last]
    }

    /// Reads what begins at the first of some lines; how many lines that is.
    fn block(&mut self, lines: &[&str]) -> usize {
        let line = lines[0];
        if let Some((before, content, after)) = mark(line, "checklist") {
            self.head(before, content, after);
            return 1;
        }
        if let Some((before, content, after)) = mark(line, "section") {
            let (id, written) = id_and_fingerprint(content);
            let heading = self.heading_before(before);
            self.begin(id, heading, written.unwrap_or_default());
            self.rest(after);
            return 1;
        }
        if let Some(id) = heading_words(line).and_then(|words| self.known.section(words)) {
            let words = heading_words(line).map(str::to_owned);
            self.begin(id.to_owned(), words, "");
            return 1;
        }
        if let Some((count, pieces)) = pieces(lines, self.known) {
            for (number, piece) in pieces.into_iter().enumerate() {
                match piece {
                    Piece::Item(item) => self.item(item),
                    Piece::Own(text) if number > 0 => self.note(format!("  {text}")),
                    Piece::Own(text) => self.line(&text),
                }
            }
            return count;
        }
        self.line(line);
        1
    }

    /// The head mark: the title is the heading above it.
    fn head(&mut self, before: &str, content: &str, after: &str) {
        if self.file.head.is_some() {
            return;
        }
        self.file.head = ListHead::of_mark(content);
        let words = self.heading_before(before);
        let written = self.file.head.as_ref().and_then(|head| head.title.clone()).unwrap_or_default();
        self.file.title = words.map(|words| EditedText { words, written });
        // what is above the title stays there
        let above = std::mem::take(&mut self.section().parts);
        for part in above {
            match part {
                Part::Own(line) => self.file.top.push(line),
                item @ Part::Item(_) => self.section().parts.push(item),
            }
        }
        self.in_item = false;
        self.rest(after);
    }

    /// What is on the line of a mark beside it.
    fn rest(&mut self, text: &str) {
        if !text.is_empty() {
            self.block(&[text]);
        }
    }

    /// Takes the heading of a mark: on its line, or as the last thing above it.
    fn heading_before(&mut self, before: &str) -> Option<String> {
        self.blanks.clear();
        self.in_item = false;
        if let Some(words) = heading_words(before) {
            return Some(words.to_owned());
        }
        if !before.is_empty() {
            self.rest(before);
            self.in_item = false;
            return None;
        }
        let parts = &mut self.section().parts;
        let last = parts.iter().rposition(|part| !matches!(part, Part::Own(line) if line.trim().is_empty()))?;
        let Part::Own(line) = &parts[last] else { return None };
        let words = heading_words(line)?.to_owned();
        parts.truncate(last);
        Some(words)
    }

    fn begin(&mut self, id: String, heading: Option<String>, written: &str) {
        let heading = heading.map(|words| EditedText { words, written: written.to_owned() });
        self.file.sections.push(FileSection { id, heading, parts: Vec::new() });
        self.in_item = false;
    }

    fn item(&mut self, item: ChecklistItem) {
        self.blanks.clear();
        self.section().parts.push(Part::Item(item));
        self.in_item = true;
    }

    fn note(&mut self, line: String) {
        // what the plan says to an item is written again
        if is_detail(&line) {
            return;
        }
        let blanks = std::mem::take(&mut self.blanks);
        if let Some(Part::Item(item)) = self.section().parts.last_mut() {
            item.notes.extend(blanks);
            item.notes.push(line);
        }
    }

    /// A line of a fence, by the number of the fence: what its first line is, all of it is.
    fn fenced(&mut self, line: &str, fence: usize) {
        let is_note = self.in_item && (line.starts_with([' ', '\t']) || self.fence == Some(fence));
        if is_note && !line.trim().is_empty() {
            self.fence = Some(fence);
            self.note(line.to_owned());
        } else {
            self.line(line);
        }
    }

    /// A line that is not ours.
    fn line(&mut self, line: &str) {
        if line.trim().is_empty() && self.in_item {
            self.blanks.push(line.to_owned());
            return;
        }
        if self.in_item && line.starts_with([' ', '\t']) {
            self.note(line.to_owned());
            return;
        }
        self.in_item = false;
        let blanks = std::mem::take(&mut self.blanks);
        let parts = &mut self.section().parts;
        parts.extend(blanks.into_iter().map(Part::Own));
        parts.push(Part::Own(line.to_owned()));
    }

    fn finish(mut self) -> ListFile {
        if self.file.head.is_none() {
            self.title_without_mark();
        }
        self.file
    }

    /// Without a head mark, the first heading above all items is the title.
    fn title_without_mark(&mut self) {
        let parts = &mut self.file.sections[0].parts;
        let first = parts.iter().position(|part| !matches!(part, Part::Own(line) if line.trim().is_empty()));
        let Some(first) = first else { return };
        let Part::Own(line) = &parts[first] else { return };
        if let Some(words) = line.strip_prefix("# ").map(|words| words.trim().to_owned()) {
            parts.drain(..=first);
            self.file.title = Some(EditedText { words, written: String::new() });
        }
    }
}

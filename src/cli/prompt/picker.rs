//! A list on the terminal that is moved in with keys: its state, its keys, and how it is drawn. Without colours, too, it
//! shows which row has the focus, which are marked, and that nothing matches a filter.

use std::io;

use console::{Key, Style, Term, measure_text_width, truncate_str};

use super::picked::picked;
use crate::language::{Language, Text};

/// What a key comes to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum PickerEnd {
    /// Enter, on this row.
    Chosen(usize),
    /// Esc, or `<`.
    Left,
}

/// A list while it is shown.
pub(super) struct Picker<'a> {
    items: &'a [String],
    /// Which are marked, in a list of which several can be.
    pub(super) marks: Option<Vec<bool>>,
    /// What is typed to find items, in a long list.
    filter: Option<String>,
    /// What is typed in a short list, of which one is chosen: it moves the focus.
    typed: String,
    /// The focus before that.
    before: usize,
    /// The focused one among the rows that match.
    focus: usize,
    /// How many rows are shown at once.
    rows: usize,
    /// Whether a key was pressed that does nothing here, or help was shown: the next Enter belongs to it, and chooses
    /// nothing.
    is_astray: bool,
    language: Language,
}

impl<'a> Picker<'a> {
    /// A list with the focus on one of its items, shown in so many rows at most.
    pub(super) fn new(items: &'a [String], focus: usize, rows: usize, language: Language) -> Self {
        Self {
            items,
            marks: None,
            filter: None,
            typed: String::new(),
            before: focus,
            focus,
            rows: rows.max(3),
            is_astray: false,
            language,
        }
    }

    /// The same, of which several can be marked.
    pub(super) fn marked(self, marks: Vec<bool>) -> Self {
        Self { marks: Some(marks), ..self }
    }

    /// The same, filtered by what is typed.
    pub(super) fn filtered(self) -> Self {
        Self { filter: Some(String::new()), ..self }
    }

    /// Shows the list until it is left; `?` calls for help, after which the list comes again as it was.
    pub(super) fn run(&mut self, help: Option<&dyn Fn()>) -> io::Result<PickerEnd> {
        let term = Term::buffered_stderr();
        loop {
            let lines = self.lines(usize::from(term.size().1));
            term.hide_cursor()?;
            lines.iter().try_for_each(|line| term.write_line(line))?;
            term.flush()?;
            let key = term.read_key();
            term.clear_last_lines(lines.len())?;
            term.show_cursor()?;
            term.flush()?;
            match (key?, help) {
                (Key::Char('?' | '？'), Some(help)) if self.filter.as_deref().is_none_or(str::is_empty) => {
                    self.is_astray = true;
                    help();
                }
                (key, _) => {
                    if let Some(end) = self.press(key) {
                        return Ok(end);
                    }
                }
            }
        }
    }

    /// The items that match what was typed.
    fn matching(&self) -> Vec<usize> {
        let wanted = self.filter.as_deref().unwrap_or_default().to_lowercase();
        let has = |at: &usize| {
            let item = self.items[*at].to_lowercase();
            wanted.split_whitespace().all(|word| item.contains(word))
        };
        (0..self.items.len()).filter(has).collect()
    }

    fn press(&mut self, key: Key) -> Option<PickerEnd> {
        let matching = self.matching();
        let count = matching.len().max(1);
        let was_astray = std::mem::take(&mut self.is_astray);
        if !matches!(key, Key::Char(_) | Key::Backspace) {
            self.typed.clear();
        }
        match key {
            Key::Enter if was_astray => return None,
            Key::ArrowUp | Key::BackTab => self.focus = (self.focus + count - 1) % count,
            Key::ArrowDown | Key::Tab => self.focus = (self.focus + 1) % count,
            Key::Home => self.focus = 0,
            Key::End => self.focus = count - 1,
            Key::PageUp => self.focus = self.focus.saturating_sub(self.rows),
            Key::PageDown => self.focus = (self.focus + self.rows).min(count - 1),
            Key::Escape => return Some(PickerEnd::Left),
            Key::Enter => return matching.get(self.focus).map(|at| PickerEnd::Chosen(*at)),
            Key::Char(' ') if self.marks.is_some() => {
                if let (Some(marks), Some(at)) = (&mut self.marks, matching.get(self.focus)) {
                    marks[*at] = !marks[*at];
                }
            }
            // all of them, or none where all are marked
            Key::Char('a' | 'A') if self.filter.is_none() && self.marks.is_some() => {
                if let Some(marks) = &mut self.marks {
                    let has_all = marks.iter().all(|mark| *mark);
                    marks.fill(!has_all);
                }
            }
            Key::Char('<' | '＜' | '《') if self.filter.as_deref().is_none_or(str::is_empty) => {
                return Some(PickerEnd::Left);
            }
            Key::Char(c) if !c.is_control() => match &mut self.filter {
                Some(filter) => {
                    filter.push(c);
                    self.focus = 0;
                }
                None => self.type_ahead(c),
            },
            Key::Backspace => {
                self.typed.pop();
                if let Some(filter) = &mut self.filter {
                    filter.pop();
                    self.focus = 0;
                }
            }
            _ => {}
        }
        None
    }

    /// Moves the focus to the only item that is meant by what was typed since the last key that moves it.
    fn type_ahead(&mut self, c: char) {
        if self.typed.is_empty() {
            self.before = self.focus;
        }
        self.typed.push(c);
        // where the letters of the answer are those of another keyboard
        let english = [("y", "是"), ("yes", "是"), ("n", "否"), ("no", "否")];
        let meant = english.into_iter().find(|(typed, _)| self.typed.eq_ignore_ascii_case(typed));
        let meant = meant.and_then(|(_, item)| self.items.iter().position(|known| known == item));
        match picked(&self.typed, self.items).or(meant).filter(|_| self.marks.is_none()) {
            Some(at) => self.focus = at,
            None => (self.focus, self.is_astray) = (self.before, true),
        }
    }

    /// What is drawn: the filter, the rows around the focus, and where they are in the list.
    fn lines(&self, columns: usize) -> Vec<String> {
        let matching = self.matching();
        let mut lines = Vec::new();
        if let Some(filter) = &self.filter {
            lines.push(format!("{} {filter}", Text::new("筛选：", "filter:").get(self.language)));
        }
        if matching.is_empty() {
            let words = Text::new("  没有匹配的；按退格键改", "  nothing matches; Backspace to change it");
            lines.push(words.get(self.language).to_owned());
        }
        let first = (self.focus + 1).saturating_sub(self.rows);
        for (place, at) in matching.iter().enumerate().skip(first).take(self.rows) {
            let has_focus = place == self.focus;
            let mark = match self.marks.as_ref().map(|marks| marks[*at]) {
                Some(true) => "[x] ",
                Some(false) => "[ ] ",
                None => "",
            };
            let line = format!("{} {mark}{}", if has_focus { '>' } else { ' ' }, self.items[*at]);
            let line = if measure_text_width(&line) < columns {
                line
            } else {
                truncate_str(&line, columns.saturating_sub(1), "…").into_owned()
            };
            let style = Style::new().for_stderr().cyan();
            lines.push(if has_focus { style.apply_to(line).to_string() } else { line });
        }
        if self.is_astray {
            let words = match self.marks {
                Some(_) => Text::new("  空格勾选；再按一次回车确定", "  Space marks; press Enter once more to go on"),
                None => Text::new("  用上下键选；再按一次回车确定", "  Arrows move; press Enter once more to choose"),
            };
            lines.push(words.get(self.language).to_owned());
        }
        if matching.len() > self.rows {
            let last = (first + self.rows).min(matching.len());
            lines.push(format!("  {}–{last} / {}", first + 1, matching.len()));
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items() -> Vec<String> {
        ["Slack", "Discord", "微信群 (wechat-group)", "QQ 群 (qq-group)"].map(str::to_owned).to_vec()
    }

    #[test]
    fn the_focused_row_and_the_marked_ones_are_seen_without_colours() {
        let items = items();
        let mut picker = Picker::new(&items, 1, 9, Language::En).marked(vec![true, false, false, false]);
        let plain = |picker: &Picker<'_>| -> Vec<String> {
            picker.lines(80).iter().map(|line| console::strip_ansi_codes(line).into_owned()).collect()
        };
        assert_eq!(plain(&picker)[..2], ["  [x] Slack", "> [ ] Discord"]);
        assert_eq!(picker.press(Key::Char(' ')), None);
        assert_eq!(picker.press(Key::ArrowUp), None);
        assert_eq!(plain(&picker)[..2], ["> [x] Slack", "  [x] Discord"]);
        for marks in [[true; 4], [false; 4], [true; 4]] {
            assert_eq!(picker.press(Key::Char('a')), None);
            assert_eq!(picker.marks, Some(marks.to_vec()), "all, none, all");
        }
        assert_eq!(picker.press(Key::ArrowUp), None);
        assert_eq!(picker.press(Key::Enter), Some(PickerEnd::Chosen(3)), "it goes round");
        assert_eq!(picker.press(Key::Char('<')), Some(PickerEnd::Left));
        // what is typed into a list of few moves to what is meant, and chooses nothing where that is nothing
        let mut picker = Picker::new(&items, 1, 9, Language::En);
        "quiz".chars().for_each(|c| assert_eq!(picker.press(Key::Char(c)), None));
        assert_eq!(picker.press(Key::Enter), None);
        assert_eq!(picker.press(Key::Enter), Some(PickerEnd::Chosen(1)));
        for (items, typed, at) in [
            (["yes", "no"], "no", 1),
            (["yes", "no"], "n", 1),
            (["是", "否"], "no", 1),
            (["是", "否"], "否", 1),
            (["Tom", "Mia"], "mi", 1),
            (["Tom", "Mia"], "2", 1),
        ] {
            let items = items.map(str::to_owned);
            let mut picker = Picker::new(&items, 0, 9, Language::En);
            typed.chars().for_each(|c| assert_eq!(picker.press(Key::Char(c)), None));
            assert_eq!(picker.press(Key::Enter), Some(PickerEnd::Chosen(at)), "{typed}");
        }
        // a long list shows where one is
        let few = Picker::new(&items, 3, 3, Language::Zh);
        assert_eq!(plain(&few), ["  Discord", "  微信群 (wechat-group)", "> QQ 群 (qq-group)", "  2–4 / 4"]);
        assert!(few.lines(12).iter().all(|line| measure_text_width(line) < 12));
    }

    #[test]
    fn a_filter_finds_items_and_says_when_there_is_none() {
        let items = items();
        let mut picker = Picker::new(&items, 0, 9, Language::Zh).filtered();
        "group q".chars().for_each(|c| assert_eq!(picker.press(Key::Char(c)), None));
        assert_eq!(picker.matching(), [3]);
        assert_eq!(picker.press(Key::Char('?')), None, "a sign behind others is typed");
        assert_eq!(picker.lines(80), ["筛选： group q?", "  没有匹配的；按退格键改"]);
        assert_eq!(picker.press(Key::Enter), None);
        assert_eq!(picker.press(Key::Backspace), None);
        assert_eq!(picker.press(Key::Enter), Some(PickerEnd::Chosen(3)));
    }
}

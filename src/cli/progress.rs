//! How far work on many files, or on a large one, has come, on a terminal only.

use indicatif::{ProgressBar, ProgressStyle};

use crate::language::{Language, Text};

/// Fewer files are done before anyone could read a bar.
const MANY: usize = 200;

/// A file of fewer bytes is read before anyone could read a bar.
const LARGE: u64 = 16 << 20;

/// A bar on standard error; nothing where that is no terminal, or where there is little to do.
pub(crate) struct ProgressMeter(Option<ProgressBar>);

impl ProgressMeter {
    pub(crate) fn of(files: usize, language: Language) -> Self {
        if files < MANY {
            return Self(None);
        }
        let words = Text::new("{pos}/{len} 份计划 {bar:30} 还要 {eta}", "{pos}/{len} plans {bar:30} {eta} left");
        let style = ProgressStyle::with_template(words.get(language)).unwrap_or_else(|_| ProgressStyle::default_bar());
        Self(Some(ProgressBar::new(files as u64).with_style(style)))
    }

    /// A bar for the bytes of one file.
    pub(crate) fn of_bytes(bytes: u64, language: Language) -> Self {
        if bytes < LARGE {
            return Self(None);
        }
        let words = Text::new("{bytes}/{total_bytes} {bar:30} 还要 {eta}", "{bytes}/{total_bytes} {bar:30} {eta} left");
        let style = ProgressStyle::with_template(words.get(language)).unwrap_or_else(|_| ProgressStyle::default_bar());
        Self(Some(ProgressBar::new(bytes).with_style(style)))
    }

    pub(crate) fn advance(&self, count: usize) {
        if let Some(bar) = &self.0 {
            bar.inc(count as u64);
        }
    }

    /// Prints something while the bar is out of the way.
    pub(crate) fn aside(&self, print: impl FnOnce()) {
        match &self.0 {
            Some(bar) => bar.suspend(print),
            None => print(),
        }
    }

    pub(crate) fn end(&self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}

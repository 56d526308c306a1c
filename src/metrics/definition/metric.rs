//! What the definition of a metric says.

use crate::language::{Language, Text};

/// The definition of one metric.
#[derive(Debug, PartialEq, Eq)]
pub struct MetricDefinition {
    /// Its name in files and commands.
    pub id: &'static str,
    /// What it is called.
    pub name: Text,
    /// Other names that people look it up by.
    pub also: &'static [&'static str],
    /// What is counted.
    pub numerator: Text,
    /// Out of what; what it is divided by.
    pub denominator: Text,
    /// Which days are looked at.
    pub window: Text,
    /// How sure it is.
    pub interval: Text,
    /// When it is too early for it.
    pub maturity: Text,
    /// When it is not shown although it could be calculated.
    pub suppression: Text,
    /// What is often mistaken for it.
    pub trap: Text,
    /// Where the definition comes from.
    pub source: &'static str,
}

impl MetricDefinition {
    /// Its parts with their headings, in order; parts that do not apply are left out.
    pub fn parts(&self, language: Language) -> Vec<(&'static str, &'static str)> {
        let parts = [
            (Text::new("数什么", "Counts"), self.numerator),
            (Text::new("除以", "Divided by"), self.denominator),
            (Text::new("看哪些天", "Days"), self.window),
            (Text::new("有多准", "How sure"), self.interval),
            (Text::new("何时太早", "Too early"), self.maturity),
            (Text::new("何时不显示", "Not shown"), self.suppression),
            (Text::new("容易弄错", "Easily mistaken"), self.trap),
        ];
        let shown = parts.into_iter().map(|(heading, text)| (heading.get(language), text.get(language)));
        shown.filter(|(_, text)| !text.is_empty()).collect()
    }
}

/// For parts that do not apply.
pub(super) const NONE: Text = Text::new("", "");
pub(super) const WILSON: Text = Text::new("威尔逊 95% 区间", "95% Wilson interval");
pub(super) const SMALL: Text = Text::new("不到 5 人的一组", "groups of fewer than 5 people");
pub(super) const WINDOW_OVER: Text = Text::new("所看的天数还没过完", "until the last of these days is in the data");
pub(super) const CLOSED: Text = Text::new(
    "从第一天到最后一天，两头都算；按计划的时区",
    "from the first day to the last, both included, in the plan's time zone",
);

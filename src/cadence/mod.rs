//! The words of `when`: phrase ↔ `Cadence`.
#![allow(missing_docs)]
use crate::knowledge::Festival;
use crate::language::*;
use crate::value::*;
#[derive(Debug, Clone, PartialEq)]
pub struct Cadence {
    pub pattern: Pattern,
    pub time: Option<Span>,
}
#[derive(Debug, Clone, PartialEq)]
pub enum Pattern {
    Daily,
    Workdays,
    DaysOff,
    Weekly { every: u16, on: WeekdaySet },
    Monthly { period: Period, days: Vec<MonthDay> },
    Lunar { month: u8, day: u8 },
    Term(usize),
    Festival(&'static Festival),
    Offset { from: Anchor, days: i32 },
    Once(Day),
}
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeekdaySet(pub u8);
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Period {
    Month,
    OddMonths,
    EvenMonths,
    Quarter,
    Year(u8),
}
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum MonthDay {
    Day(i8),
    Nth(i8, Weekday),
    Workday(i8),
}
#[derive(Debug, Clone, PartialEq)]
pub enum Anchor {
    Item(Slug),
    Festival(&'static Festival),
    Term(usize),
}
pub struct PhraseError {
    pub at: std::ops::Range<usize>,
    pub want: Text,
    pub near: Vec<String>,
}
impl Cadence {
    pub fn parse(p: &str) -> Result<Self, PhraseError> {
        Err(PhraseError { at: 0..p.len(), want: Text::new("", ""), near: vec![] })
    }
}
impl Cadence {
    pub fn depends_on_notice(&self) -> bool {
        matches!(self.pattern, Pattern::Workdays | Pattern::DaysOff)
    }
}
impl WeekdaySet {
    pub fn contains(self, d: Weekday) -> bool {
        self.0 >> d.index() & 1 == 1
    }
}

//! The time zone of a plan where nobody types one: that of the machine, else the one that its language leads to. It is
//! always shown, and never taken over where one was answered.

use super::context::{InterviewContext, route};
use crate::finding::Literal;
use crate::language::{Language, Text};

/// Where a time zone comes from that nobody typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ZoneSource {
    /// The machine.
    Machine,
    /// The language of the plan.
    Language,
}

impl ZoneSource {
    /// Where from, to be shown behind the zone.
    pub const fn name(self) -> Text {
        match self {
            Self::Machine => Text::new("这台电脑的时区", "the time zone of this computer"),
            Self::Language => Text::new("计划是中文的，按北京时间", "the plan is in Chinese, so Beijing time"),
        }
    }
}

impl InterviewContext<'_> {
    /// The default time zone: that of the person who answers, else the starter's.
    pub(super) fn zone(&self) -> Option<Literal> {
        let starters = || self.starter.at(&route("time_zone", None)).cloned();
        let inferred = self.inferred_zone().map(|(zone, _)| Literal::from(zone));
        inferred.or_else(|| self.here.map(Literal::from)).or_else(starters)
    }

    /// The time zone of a plan that is made of the answers, where none was answered, and where it comes from.
    pub fn inferred_zone(&self) -> Option<(&str, ZoneSource)> {
        if !self.is_anew() || self.answers.text("time_zone").is_some() {
            return None;
        }
        let of_language = || (self.language() == Language::Zh).then_some(("Asia/Shanghai", ZoneSource::Language));
        self.here.map(|zone| (zone, ZoneSource::Machine)).or_else(of_language)
    }
}

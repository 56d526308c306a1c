//! A list on the clock of another zone than the plan's.

use super::Checklist;
use crate::language::{Language, Text};
use crate::plan::values::Zone;

impl Checklist {
    /// Puts its times from the wall of the plan's zone on that of another, which its title names; days stay those days.
    pub fn on_clock(&mut self, (plan, zone): (&Zone, &Zone), language: Language) {
        for item in self.sections.iter_mut().flat_map(|section| &mut section.items) {
            item.due = item.due.map(|due| due.on_wall(plan, zone));
        }
        let words = Text::new("（{city}时间）", " ({city} time)");
        self.title.push_str(&words.fill(language, |_| Some(zone.city(language))));
    }
}

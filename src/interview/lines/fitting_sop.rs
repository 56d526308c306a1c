//! The SOP that fits a pasted activity; it is shown before it is taken, and `no SOP` in the line does without.

use super::activities::ActivityLine;
use crate::plan::activities::Form;

impl ActivityLine {
    /// The name of the SOP of the library that fits what its title says it is.
    pub(in crate::interview) fn sop(&self) -> Option<&'static str> {
        // people come by as they like: there is nothing to collect, moderate and write up
        let is_loose =
            ["office hour", "drop-in", "drop in"].iter().any(|word| self.title.to_lowercase().contains(word));
        if self.has_no_sop || is_loose {
            return None;
        }
        Some(match self.form? {
            Form::Qa => "qa-evening",
            Form::Sharing => "sharing-session",
            Form::Ama => "ama",
            Form::Poll => "poll",
            Form::Survey => "survey",
            Form::Draw => "prize-draw",
            Form::Hackathon => "hackathon",
            Form::GroupBuy => "group-buying",
            Form::RedPacket => "red-packets",
            Form::Meetup if self.is_in_person => "offline-meetup",
            _ => return None,
        })
    }
}

//! What a check may know besides the plan, and how much is asked of it.

use super::suggest::Suggester;
use super::text_search::PlanTexts;
use super::thresholds::{Threshold, Thresholds};
use crate::language::Language;
use crate::library::Library;
use crate::plan::settings::Profile;
use crate::plan::{Index, Plan, Thing};
use crate::value::Day;

/// What a check may know besides the plan.
#[derive(Debug)]
pub struct Context<'a> {
    /// The names of the plan.
    pub index: &'a Index,
    /// SOPs and starters.
    pub library: &'a Library,
    /// Today.
    pub today: Day,
    /// How much is asked.
    pub profile: Profile,
    /// The thresholds.
    pub settings: Thresholds,
    /// The texts of the plan.
    pub(super) texts: PlanTexts,
    /// The language of what is made from the plan.
    pub language: Language,
}

impl Context<'_> {
    /// The value of a threshold: the plan's own, else the default.
    pub fn threshold(&self, setting: &'static Threshold) -> f64 {
        self.settings.get(setting)
    }

    /// What commands are built from.
    pub(super) const fn suggest<'a>(&'a self, plan: &'a Plan) -> Suggester<'a> {
        Suggester { plan, index: self.index, library: self.library }
    }

    /// The people that the name of a role or person means, as indices.
    pub fn people(&self, plan: &Plan, name: &str) -> Vec<usize> {
        match self.index.holder(name) {
            Some(Thing::Person(person)) => vec![person],
            Some(Thing::Role(role)) => plan.holders(role),
            _ => Vec::new(),
        }
    }
}

/// How much is asked of a plan: as it says, else by the size that it aims at.
pub(super) fn profile(plan: &Plan) -> Profile {
    plan.lint.profile.unwrap_or(match plan.community.size.target {
        Some(target) if target < 50 => Profile::Small,
        Some(target) if target > 2000 => Profile::Enterprise,
        _ => Profile::Standard,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_profile_follows_the_size_unless_set() {
        let mut plan = Plan::default();
        assert_eq!(profile(&plan), Profile::Standard);
        for (target, wanted) in
            [(49, Profile::Small), (50, Profile::Standard), (2000, Profile::Standard), (2001, Profile::Enterprise)]
        {
            plan.community.size.target = Some(target);
            assert_eq!(profile(&plan), wanted, "{target}");
        }
        plan.lint.profile = Some(Profile::Small);
        assert_eq!(profile(&plan), Profile::Small);
    }
}

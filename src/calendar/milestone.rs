//! What happens in the life of a community besides its items: phases begin, it ends, newcomers of a cohort are welcomed,
//! and the dates that other tables give.

use super::dated::PlanDate;
use super::life::Life;
use crate::language::{Language, Text};
use crate::plan::lifecycle::Phase;
use crate::plan::people::RoleKind;
use crate::plan::{Plan, Thing};
use crate::value::Day;

/// Days before the end on which it is announced, money is settled, and content archived; at most a share of the life.
const ANNOUNCE: (i32, i32) = (30, 4);
const REFUND: (i32, i32) = (14, 8);
const ARCHIVE: (i32, i32) = (7, 16);
/// Days after the end for which members' data are kept, when the plan does not say.
const KEEP: i32 = 30;

/// Something that happens once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Milestone {
    /// A phase begins.
    Phase(Phase),
    /// The last day, with its ritual.
    Ending,
    /// The end is announced to members.
    Announce,
    /// Refunds and open services are settled.
    Refund,
    /// What is worth keeping is archived.
    Archive,
    /// Members' data are deleted.
    DeleteData,
    /// A week's posts of a content are checked before the first: an index into `content`.
    Check(usize),
    /// A date that another table of the plan gives.
    Plan(PlanDate),
    /// A step of onboarding for a cohort: the cohort's and the step's index.
    Welcome(usize, usize),
}

impl Milestone {
    /// Its stable name.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Phase(phase) => phase.word(),
            Self::Ending => "ending",
            Self::Announce => "announce-end",
            Self::Refund => "settle-refunds",
            Self::Archive => "archive",
            Self::DeleteData => "delete-data",
            Self::Plan(date) => date.word(),
            Self::Welcome(..) => "onboarding",
            Self::Check(_) => "check",
        }
    }

    /// Whether someone has to do something.
    pub const fn is_task(self) -> bool {
        match self {
            Self::Announce | Self::Refund | Self::Archive | Self::DeleteData => true,
            Self::Welcome(..) | Self::Check(_) => true,
            Self::Phase(_) | Self::Ending => false,
            Self::Plan(date) => date.is_task(),
        }
    }

    /// What it is, without the plan's own words.
    const fn name(self) -> Text {
        match self {
            Self::Phase(phase) => phase.name(),
            Self::Ending => Text::new("社群的最后一天", "The last day of the community"),
            Self::Announce => Text::new("告诉成员何时结束、怎么安排", "Announce when it ends and what comes next"),
            Self::Refund => Text::new("结清退款和没做完的服务", "Settle refunds and unfinished services"),
            Self::Archive => Text::new("归档值得留下的内容", "Archive what is worth keeping"),
            Self::DeleteData => Text::new("删除成员信息", "Delete members' data"),
            Self::Welcome(..) => Text::new("新人引导", "Onboarding"),
            Self::Check(_) => Text::new("发之前把关", "Check before it is posted"),
            Self::Plan(date) => date.name(),
        }
    }

    /// What it is called in the plan.
    pub fn title(self, plan: &Plan, language: Language) -> String {
        let name = self.name().get(language);
        let colon = Text::new("：", ": ").get(language);
        let own = match self {
            Self::Phase(_) => {
                let text = Text::new("进入{phase}", "The {phase} phase begins");
                return text.fill(language, |_| Some(name.to_owned()));
            }
            Self::Welcome(_, step) => {
                let what = plan.onboarding.steps.get(step).and_then(|step| step.what.as_deref());
                return what.unwrap_or(name).to_owned();
            }
            Self::Ending => plan.lifecycle.ending.as_deref(),
            Self::Check(content) => {
                return format!("{name}{colon}{}", Thing::Content(content).label(plan, language));
            }
            Self::Plan(date) => return date.title(plan, language),
            Self::Announce | Self::Refund | Self::Archive | Self::DeleteData => None,
        };
        own.map_or_else(|| name.to_owned(), |own| format!("{name}{colon}{own}"))
    }

    /// The name of the role or person that sees to it.
    pub(super) fn owner(self, plan: &Plan) -> Option<&str> {
        match self {
            Self::Phase(_) | Self::Ending => None,
            Self::Check(content) => plan.content[content].reviewer.as_ref().map(|who| who.as_str()),
            Self::Plan(date) => date.owner(plan),
            Self::Announce | Self::Refund | Self::Archive | Self::DeleteData => {
                let manager = plan.held_role(&[RoleKind::Manager, RoleKind::Creator]);
                manager.and_then(|role| plan.roles[role].id.as_ref()).map(|id| id.as_str())
            }
            Self::Welcome(cohort, step) => {
                let own = plan.onboarding.steps[step].owner.as_ref();
                own.or(plan.cohorts[cohort].owner.as_ref()).map(|owner| owner.as_str())
            }
        }
    }
}

/// The milestones of the life and of its cohorts, with their days.
pub(super) fn milestones(plan: &Plan, life: &Life) -> Vec<(Milestone, Day)> {
    let mut all: Vec<(Milestone, Day)> =
        life.phases.iter().map(|span| (Milestone::Phase(span.phase), span.from)).collect();
    if let (Some(starts), Some(ends)) = (life.starts, life.ends) {
        let length = ends.0 - starts.0;
        let before = |(days, share): (i32, i32)| ends.plus(-days.min(length / share).max(1));
        let sells = plan.monetisation.iter().any(|row| row.price.is_some());
        all.push((Milestone::Announce, before(ANNOUNCE)));
        all.extend(sells.then(|| (Milestone::Refund, before(REFUND))));
        all.push((Milestone::Archive, before(ARCHIVE)));
        all.push((Milestone::Ending, ends.plus(-1)));
        let kept = plan.rules.data.keep.map_or(KEEP, |keep| i32::try_from(keep.days()).unwrap_or(KEEP));
        all.push((Milestone::DeleteData, ends.plus(kept)));
    }
    for (cohort, own) in plan.cohorts.iter().enumerate() {
        let Some(starts) = own.starts else { continue };
        for (number, step) in plan.onboarding.steps.iter().enumerate() {
            let day = step.day.and_then(|day| i32::try_from(day).ok());
            all.extend(day.map(|day| (Milestone::Welcome(cohort, number), starts.plus(day))));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Library;
    use crate::plan::read;
    use crate::source::Document;

    fn days(text: &str) -> Vec<(String, String)> {
        let mut buffer = String::new();
        let plan = read(&Document::parse(text, &mut buffer), &Library::default()).plan;
        let life = Life::of(&plan.lifecycle);
        let all = milestones(&plan, &life).into_iter();
        let all = all.filter(|(milestone, _)| !matches!(milestone, Milestone::Phase(_)));
        all.map(|(milestone, day)| (day.to_string(), milestone.title(&plan, Language::En))).collect()
    }

    #[test]
    fn an_end_has_its_tasks_before_and_after() {
        let text = "[lifecycle]\nstarts = 2026-12-01\nmonths = 24\nending = \"a dinner\"\n[rules.data]\nkeep = \"90d\"\n\
                    [[monetisation]]\nproduct = \"a year\"\nprice = \"100 CNY\"\n";
        let expected = [
            ("2028-11-01", "Announce when it ends and what comes next"),
            ("2028-11-17", "Settle refunds and unfinished services"),
            ("2028-11-24", "Archive what is worth keeping"),
            ("2028-11-30", "The last day of the community: a dinner"),
            ("2029-03-01", "Delete members' data"),
        ];
        assert_eq!(days(text), expected.map(|(day, title)| (day.to_owned(), title.to_owned())));
        // a camp of 21 days is not announced to end before it begins
        let short = days("[lifecycle]\nstarts = 2026-12-01\ndays = 21\n");
        assert_eq!(short[0].0, "2026-12-17");
        assert!(days("[lifecycle]\nstarts = 2026-12-01\nlasts = \"open-ended\"\n").is_empty());
    }

    #[test]
    fn a_task_has_its_owner_and_a_phase_has_none() {
        let text = "[[roles]]\nid = \"host\"\nkind = \"volunteer\"\n[[roles]]\nid = \"lead\"\nkind = \"manager\"\n\
                    [onboarding]\nsteps = [{ day = 0, what = \"hello\", owner = \"host\" }, { day = 1, what = \"?\" }]\n\
                    [[cohorts]]\nid = \"a\"\nstarts = 2027-03-01\nowner = \"lead\"\n";
        let mut buffer = String::new();
        let plan = read(&Document::parse(text, &mut buffer), &Library::default()).plan;
        for (milestone, is_task, owner) in [
            (Milestone::Phase(Phase::Growth), false, None),
            (Milestone::Ending, false, None),
            (Milestone::Announce, true, Some("lead")),
            (Milestone::DeleteData, true, Some("lead")),
            (Milestone::Welcome(0, 0), true, Some("host")),
            (Milestone::Welcome(0, 1), true, Some("lead")),
        ] {
            assert_eq!((milestone.is_task(), milestone.owner(&plan)), (is_task, owner), "{milestone:?}");
        }
    }

    #[test]
    fn each_cohort_is_welcomed_by_the_days_since_it_began() {
        let text = "[onboarding]\nsteps = [{ day = 0, what = \"hello\" }, { day = 7, what = \"how is it?\" }, { what = \"some day\" }]\n\
                    [[cohorts]]\nid = \"a\"\nstarts = 2027-03-01\n[[cohorts]]\nid = \"b\"\nstarts = 2027-03-05\n";
        let all = days(text);
        let days: Vec<&str> = all.iter().map(|(day, _)| day.as_str()).collect();
        assert_eq!(days, ["2027-03-01", "2027-03-08", "2027-03-05", "2027-03-12"]);
        assert_eq!(all[3].1, "how is it?");
    }
}

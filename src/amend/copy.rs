//! A new community from a plan: the people of the old one go, what it does stays.
//!
//! Its people, cohorts and single changes are taken out, and the figures that it has reached; where a person was named,
//! their role is. All dates move with the first day, by whole weeks.

use super::{AmendError, DateShift, EditSet, Request, Snapshot, replace_names};
use crate::finding::{Edit, KeyPath, Level, Literal, Trail};
use crate::language::Text;
use crate::plan::Plan;
use crate::plan::people::{Person, Role};
use crate::source::{Document, Table, Visit, values};
use crate::value::{Day, Slug};

/// A new community: its name and its first day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCommunity {
    name: String,
    starts: Day,
}

/// What the new community has of the old one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// The id of the new community.
    pub id: String,
    /// People that were taken out.
    pub people: usize,
    /// Cohorts that were taken out.
    pub cohorts: usize,
    /// Changes of single dates that were taken out.
    pub changes: usize,
    /// Whether dates were moved: the old plan has a first day.
    pub is_moved: bool,
    /// The score of the new plan.
    pub score: u32,
    /// The errors that lint finds in the new plan.
    pub errors: usize,
}

/// What must be true before a community is copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gate {
    /// Its model works in one group.
    Proven,
    /// There is a team for the new one.
    Team,
}

impl Gate {
    /// Both, in the order in which they are asked.
    pub const ALL: [Self; 2] = [Self::Proven, Self::Team];

    /// Why the community is not copied when this is not true.
    pub const fn refusal(self) -> AmendError {
        match self {
            Self::Proven => AmendError::NotProven,
            Self::Team => AmendError::NoTeam,
        }
    }

    /// What the plan says about it.
    pub fn note(self, plan: &Plan) -> Option<String> {
        let copy = &plan.growth.copy;
        match self {
            Self::Proven => {
                let named = copy.proof.as_ref()?.as_str();
                let goal = plan.goals.iter().find(|goal| goal.id.as_ref().is_some_and(|id| id.as_str() == named))?;
                Some([&goal.objective, &goal.target].map(|part| part.as_deref().unwrap_or("?")).join(" → "))
            }
            Self::Team => copy.able.clone(),
        }
    }
}

impl NewCommunity {
    /// A community with a name of its own.
    pub fn new(old: &Plan, name: &str, starts: Day) -> Result<Self, AmendError> {
        let name = name.trim();
        if name.is_empty() || old.community.name.as_deref() == Some(name) {
            return Err(AmendError::NoOwnName);
        }
        Ok(Self { name: name.to_owned(), starts })
    }
}

impl Request for NewCommunity {
    type Effect<'a> = Copied;

    fn edits(&self, before: &Snapshot<'_>) -> Result<Vec<Edit>, AmendError> {
        let plan = before.plan();
        let values = {
            let mut buffer = String::new();
            values(&Document::parse(before.text, &mut buffer))
        };
        let mut edits = EditSet::default();
        replace_names(plan, renamed(plan, &self.name), &mut edits);
        if let Some(first) = plan.lifecycle.starts {
            DateShift { first, starts: self.starts }.shift(&values, &mut edits);
        }
        edits.set(KeyPath::of(&["lifecycle", "starts"]), Literal::Day(self.starts));
        edits.set(KeyPath::of(&["community", "name"]), self.name.as_str());
        edits.set(KeyPath::of(&["community", "id"]), id(plan, &self.name).as_str());
        reset(plan, &mut edits);
        for table in ["people", "cohorts", "changes", "template"] {
            edits.remove(KeyPath::of(&[table]));
        }
        plan.show(&Trail::Root, &mut RoleReferences { plan, edits: &mut edits });
        Ok(edits.into_edits(|path| values.at(path)))
    }

    fn effect<'a>(&self, before: &Snapshot<'a>, after: &Snapshot<'a>) -> Result<Copied, AmendError> {
        let old = before.plan();
        let outcome = after.lint(after.today);
        Ok(Copied {
            id: after.plan().id().to_string(),
            people: old.people.len(),
            cohorts: old.cohorts.len(),
            changes: old.changes.len(),
            is_moved: old.lifecycle.starts.is_some(),
            score: outcome.score,
            errors: outcome.findings.iter().filter(|finding| finding.level == Level::Error).count(),
        })
    }
}

/// An id by which the entries of the new calendar differ from those of the old one.
fn id(plan: &Plan, name: &str) -> String {
    let id = Slug::from_text(name).to_string();
    let old = plan.community.id.as_ref().map(ToString::to_string);
    let old = old.or_else(|| plan.community.name.as_deref().map(|name| Slug::from_text(name).to_string()));
    if old.as_ref() == Some(&id) { format!("{id}-2") } else { id }
}

/// Clears the figures that were reached, and the links to the old groups.
fn reset(plan: &Plan, edits: &mut EditSet) {
    if plan.community.size.now.is_some() {
        edits.set(KeyPath::of(&["community", "size", "now"]), Literal::Integer(0));
    }
    for (at, channel) in plan.channels.iter().enumerate() {
        let path = KeyPath::of(&["channels"]).index(at);
        if channel.now.is_some() {
            edits.set(path.clone().key("now"), Literal::Integer(0));
        }
        edits.remove(path.key("link"));
    }
    for at in 0..plan.goals.len() {
        edits.remove(KeyPath::of(&["goals"]).index(at).key("baseline"));
    }
    for at in 0..plan.experiments.len() {
        edits.remove(KeyPath::of(&["experiments"]).index(at).key("decided"));
    }
}

/// The names that are replaced: the community's by the new one, people's by their roles.
fn renamed(plan: &Plan, name: &str) -> Vec<(String, String)> {
    let lead = Text::new("负责人", "the person in charge").get(plan.language());
    let mut names: Vec<(String, String)> = Vec::new();
    for person in &plan.people {
        let role = role_of(plan, person).map_or(lead, |role| {
            let kind = role.kind.map(|kind| kind.name().get(plan.language()));
            role.title.as_deref().or(kind).unwrap_or(lead)
        });
        let own = person.name.iter().chain(&person.handle);
        names.extend(own.map(|own| (own.clone(), role.to_owned())));
    }
    names.extend(plan.community.name.clone().map(|old| (old, name.to_owned())));
    names
}

/// The first role that a person holds.
fn role_of<'p>(plan: &'p Plan, person: &Person) -> Option<&'p Role> {
    let held = person.roles.first()?;
    plan.roles.iter().find(|role| role.id.as_ref().is_some_and(|id| id.as_str() == held.as_str()))
}

/// Points references to people at their roles; those to people without one are taken out.
struct RoleReferences<'a> {
    plan: &'a Plan,
    edits: &'a mut EditSet,
}

impl Visit for RoleReferences<'_> {
    fn reference(&mut self, at: &Trail<'_>, kind: &'static str, _: Text, name: &str) {
        if kind != "holder" {
            return;
        }
        let is_role = self.plan.roles.iter().any(|role| role.id.as_ref().is_some_and(|id| id.as_str() == name));
        let Some(person) = self.plan.people.iter().find(|person| person.key() == Some(name)) else { return };
        match role_of(self.plan, person).and_then(|role| role.id.as_ref()) {
            _ if is_role => {}
            Some(role) => self.edits.set(at.path(), role.as_str()),
            None => self.edits.remove(at.path()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amend::fixture::{Fixture, day};
    use crate::language::Language;
    use crate::library::Library;
    use crate::plan::Reading;

    fn of(text: &str, name: &str, starts: &str) -> (Copied, Fixture) {
        let fixture = Fixture::any(text);
        let new = NewCommunity::new(&fixture.reading.plan, name, day(starts)).expect("a name of its own");
        let amendment = fixture.amend(new).expect("a sound plan");
        (amendment.effect().expect("no calendar"), Fixture::any(&amendment.text))
    }

    const OLD: &str = "language = \"en\"\n[community] # ours\nname = \"North\"\nsize = { now = 90, target = 100 } # chosen\n\
        [lifecycle]\nstarts = 2026-12-01\n[[lifecycle.phases]]\nphase = \"growth\"\nfrom = 2027-03-02\n\
        [[goals]]\nid = \"stay\"\nbaseline = \"45%\"\ntarget = \"60%\" # high\ncollected_by = \"Mia\"\n\
        [[channels]]\nid = \"main\"\ntitle = \"North, main\"\nnow = 80\nlink = \"https://old\"\n\
        [[roles]]\nid = \"host\"\ntitle = \"the host\"\n[[people]]\nname = \"Mia\"\nroles = [\"host\"]\n[[people]]\nname = \"Zoe\"\n\
        [[cohorts]]\nid = \"c1\"\nstarts = 2026-12-08\n\
        [[activities]]\nid = \"a\"\nwhen = \"2026-12-24 20:00\"\nowner = \"Mia\"\n[[activities]]\nid = \"b\"\nowner = \"Zoe\"\n\
        [support]\ncomplaints = \"ask Mia\"\n[[changes]]\nitem = \"a\"\non = 2026-12-24\ncancel = true\n";

    #[test]
    fn people_and_figures_go_and_activities_stay() {
        let (copied, after) = of(OLD, "South", "2027-02-01");
        assert_eq!((copied.people, copied.cohorts, copied.changes, copied.id.as_str()), (2, 1, 1, "south"));
        let (Reading { plan, findings, .. }, text) = (after.reading, after.text);
        assert!(findings.is_empty(), "{findings:?}");
        assert_eq!(plan.community.name.as_deref(), Some("South"));
        assert_eq!((plan.community.size.now, plan.community.size.target), (Some(0), Some(100)));
        assert_eq!((plan.channels[0].now, &plan.channels[0].link), (Some(0), &None));
        assert_eq!(plan.channels[0].title.as_deref(), Some("South, main"));
        assert!(plan.people.is_empty() && plan.cohorts.is_empty() && plan.changes.is_empty());
        assert_eq!((plan.goals[0].baseline.as_deref(), plan.goals[0].target.as_deref()), (None, Some("60%")));
        let holder = |holder: &Option<crate::source::Ref<_>>| holder.as_ref().map(|it| it.as_str().to_owned());
        assert_eq!(holder(&plan.goals[0].collected_by).as_deref(), Some("host"));
        assert_eq!([0, 1].map(|at| holder(&plan.activities[at].owner)), [Some("host".to_owned()), None]);
        assert_eq!(plan.support.complaints.as_deref(), Some("ask the host"));
        for comment in ["# ours", "# chosen", "# high"] {
            assert!(text.contains(comment), "{comment}: {text}");
        }
    }

    #[test]
    fn dates_move_by_whole_weeks_and_the_first_day_is_met() {
        let plan = of(OLD, "South", "2027-02-01").1.reading.plan;
        assert_eq!(plan.lifecycle.starts, Some(day("2027-02-01")));
        // 62 days are nearly nine weeks
        assert_eq!(plan.lifecycle.phases[0].from, Some(day("2027-03-02").plus(63)));
        assert_eq!(
            plan.activities[0].when.as_ref().map(|when| when.print(Language::En)).as_deref(),
            Some("2027-02-25 20:00")
        );
    }

    #[test]
    fn a_copy_has_an_id_of_its_own() {
        assert_eq!(of(OLD, "north", "2026-12-01").0.id, "north-2");
        assert_eq!(of("[community]\nid = \"x\"\nname = \"North Side\"\n", "North", "2026-12-01").0.id, "north");
    }

    #[test]
    fn every_starter_can_be_copied() {
        let library = Library::default();
        for (name, language) in library.starter_names().into_iter().flat_map(|n| Language::ALL.map(|l| (n, l))) {
            let text = library.starter(name, language).expect("built in");
            let (_, after) = of(text, "New one", "2027-05-04");
            assert!(after.reading.findings.is_empty(), "{name} {language}: {:?}", after.reading.findings);
            let comments = |text: &str| text.lines().filter(|line| line.trim_start().starts_with("# ")).count();
            assert!(comments(&after.text) > 0 || comments(text) == 0, "{name}");
        }
    }
}

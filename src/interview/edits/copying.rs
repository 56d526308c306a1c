//! A new community made from a plan: who the old one is goes, what it does stays.
//!
//! Its people, cohorts and single changes are removed, and the figures it has reached; people are replaced by their
//! roles. All dates move with the first day, by whole weeks.

use super::{Changes, dates, names};
use crate::amend::{AmendError, Request, Snapshot};
use crate::finding::{Edit, KeyPath, Literal, Trail};
use crate::interview::starter::Starter;
use crate::language::Text;
use crate::library::Library;
use crate::plan::Plan;
use crate::plan::people::Person;
use crate::source::{Table, Visit};
use crate::value::{Day, Slug};

/// What makes a new community from a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct CommunityCopy {
    /// The edits on the plan's text.
    pub edits: Vec<Edit>,
    /// The id of the new community.
    pub id: String,
    /// People that were removed.
    pub people: usize,
    /// Cohorts that were removed.
    pub cohorts: usize,
    /// Changes of single dates that were removed.
    pub changes: usize,
}

impl Request for CommunityCopy {
    type Effect<'a> = ();

    fn edits(&self, _: &Snapshot<'_>) -> Result<Vec<Edit>, AmendError> {
        Ok(self.edits.clone())
    }

    fn effect<'a>(&self, _: &Snapshot<'a>, _: &Snapshot<'a>) -> Result<(), AmendError> {
        Ok(())
    }
}

/// The edits for a community of this name that begins on this day.
pub fn copied(text: &str, library: &Library, name: &str, starts: Day) -> CommunityCopy {
    let old = Starter::read("", text, library);
    let plan = &old.plan;
    let mut changes = Changes::default();
    names::replace_all(plan, renamed(plan, name), &mut changes);
    if let Some(first) = plan.lifecycle.starts {
        dates::move_to(starts, first, &old.tree, &mut changes);
    }
    let id = id(plan, name);
    changes.set(KeyPath::of(&["lifecycle", "starts"]), Literal::Day(starts));
    changes.set(KeyPath::of(&["community", "name"]), name);
    changes.set(KeyPath::of(&["community", "id"]), id.as_str());
    reset(plan, &mut changes);
    for table in ["people", "cohorts", "changes", "template"] {
        changes.remove(KeyPath::of(&[table]));
    }
    plan.show(&Trail::Root, &mut Roles { plan, changes: &mut changes });
    let edits = changes.into_edits(|path| old.at(path));
    CommunityCopy { edits, id, people: plan.people.len(), cohorts: plan.cohorts.len(), changes: plan.changes.len() }
}

/// An id that differs from the old one, so that their calendar entries are not confused.
fn id(plan: &Plan, name: &str) -> String {
    let id = Slug::from_text(name).to_string();
    let old = plan.community.id.as_ref().map(ToString::to_string);
    let old = old.or_else(|| plan.community.name.as_deref().map(|name| Slug::from_text(name).to_string()));
    if old.as_ref() == Some(&id) { format!("{id}-2") } else { id }
}

/// Resets figures that were reached, and removes links to the old groups.
fn reset(plan: &Plan, changes: &mut Changes) {
    if plan.community.size.now.is_some() {
        changes.set(KeyPath::of(&["community", "size", "now"]), Literal::Integer(0));
    }
    for (at, channel) in plan.channels.iter().enumerate() {
        let path = KeyPath::of(&["channels"]).index(at);
        if channel.now.is_some() {
            changes.set(path.clone().key("now"), Literal::Integer(0));
        }
        changes.remove(path.key("link"));
    }
    for at in 0..plan.goals.len() {
        changes.remove(KeyPath::of(&["goals"]).index(at).key("baseline"));
    }
    for at in 0..plan.experiments.len() {
        changes.remove(KeyPath::of(&["experiments"]).index(at).key("decided"));
    }
}

/// Replacements: the name of the community by the new one, those of people by their roles.
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
fn role_of<'p>(plan: &'p Plan, person: &Person) -> Option<&'p crate::plan::people::Role> {
    let held = person.roles.first()?;
    plan.roles.iter().find(|role| role.id.as_ref().is_some_and(|id| id.as_str() == held.as_str()))
}

/// Replaces references to people by their roles; those to people without a role are removed.
struct Roles<'a> {
    plan: &'a Plan,
    changes: &'a mut Changes,
}

impl Visit for Roles<'_> {
    fn reference(&mut self, at: &Trail<'_>, kind: &'static str, _: Text, name: &str) {
        if kind != "holder" {
            return;
        }
        let is_role = self.plan.roles.iter().any(|role| role.id.as_ref().is_some_and(|id| id.as_str() == name));
        let Some(person) = self.plan.people.iter().find(|person| person.key() == Some(name)) else { return };
        match role_of(self.plan, person).and_then(|role| role.id.as_ref()) {
            _ if is_role => {}
            Some(role) => self.changes.set(at.path(), role.as_str()),
            None => self.changes.remove(at.path()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::plan::{Reading, read};
    use crate::source::{Document, apply};

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    fn of(text: &str, name: &str, starts: &str) -> (CommunityCopy, String) {
        let copied = copied(text, &Library::default(), name, day(starts));
        let after = apply(text, &copied.edits).expect("TOML");
        (copied, after)
    }

    fn reading(text: &str) -> Reading {
        let mut buffer = String::new();
        read(&Document::parse(text, &mut buffer), &Library::default())
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
    fn a_copy_drops_people_and_figures_and_keeps_activities() {
        let (copied, text) = of(OLD, "South", "2027-02-01");
        assert_eq!((copied.people, copied.cohorts, copied.changes, copied.id.as_str()), (2, 1, 1, "south"));
        let Reading { plan, findings, .. } = reading(&text);
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
    fn dates_move_by_whole_weeks_to_the_first_day() {
        let (_, text) = of(OLD, "South", "2027-02-01");
        let plan = reading(&text).plan;
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
        assert_eq!(of("[community]\nid = \"x\"\nname = \"North\"\n", "North", "2026-12-01").0.id, "north");
    }

    #[test]
    fn every_starter_can_be_copied() {
        let library = Library::default();
        for (name, language) in library.starter_names().into_iter().flat_map(|n| Language::ALL.map(|l| (n, l))) {
            let text = library.starter(name, language).expect("built in");
            let (_, after) = of(text, "New one", "2027-05-04");
            let findings = reading(&after).findings;
            assert!(findings.is_empty(), "{name} {language}: {findings:?}");
            let comments = |text: &str| text.lines().filter(|line| line.trim_start().starts_with("# ")).count();
            assert!(comments(&after) > 0 || comments(text) == 0, "{name}");
        }
    }
}

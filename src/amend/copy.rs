//! A new community from a plan: the people of the old one go, what it does stays.
//!
//! Its people, cohorts and single changes are taken out, and the figures that it has reached; where a person was named,
//! their role is. All dates move with the first day, by the same number of days. No text is rewritten: those with old names are
//! listed, for people to rewrite.

use super::date_shift::move_dates;
use super::references::references;
use super::remove::emptied;
use super::{AmendError, EditSet, Request, Snapshot, StaleNames, with_names};
use crate::finding::{Edit, KeyPath, Level, Literal};
use crate::plan::people::{Person, Role};
use crate::plan::{Plan, Thing, stale_names};
use crate::source::{Document, values};
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
    /// By how many days all dates were moved; none where the old plan has no first day.
    pub days: Option<i32>,
    /// The first day.
    pub starts: Day,
    /// Names and titles of the old one, with the texts that still hold them.
    pub stale_names: StaleNames,
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

impl NewCommunity {
    /// By how many days dates move: from the first day, or from the day of the plan where the community was there before.
    fn days(&self, old: &Plan) -> Option<i32> {
        old.lifecycle.starts.and_then(|_| old.in_use_since()).map(|first| self.starts.0.saturating_sub(first.0))
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
        if let Some(days) = self.days(plan) {
            move_dates(&values, &KeyPath::root(), &|day| day.plus(days), &mut edits);
            // its phases are counted from the first day whenever that was
            let (life, first) = (KeyPath::of(&["lifecycle"]), plan.lifecycle.starts.map_or(0, |first| first.0));
            if let Some(phases) = values.at(&life) {
                move_dates(phases, &life, &|day| day.plus(self.starts.0.saturating_sub(first)), &mut edits);
            }
        }
        rename_channels(plan, &self.name, &mut edits);
        edits.set(KeyPath::of(&["made"]), Literal::Day(before.today));
        edits.set(KeyPath::of(&["lifecycle", "starts"]), Literal::Day(self.starts));
        edits.set(KeyPath::of(&["community", "name"]), self.name.as_str());
        edits.set(KeyPath::of(&["community", "id"]), id(plan, &self.name).as_str());
        reset(plan, &mut edits);
        // what a starter says of itself goes, where a plan comes from stays
        let template = plan.template.from.is_none().then_some("template");
        for table in ["people", "cohorts", "changes"].into_iter().chain(template) {
            edits.remove(KeyPath::of(&[table]));
        }
        give_to_roles(before, &values, &mut edits);
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
            days: self.days(old),
            starts: self.starts,
            stale_names: stale_names(old, after.plan()),
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

/// Channels that are named after the old community are named after the new one.
fn rename_channels(plan: &Plan, name: &str, edits: &mut EditSet) {
    let Some(old) = plan.community.name.as_deref() else { return };
    let names =
        [(old.to_owned(), name.to_owned()), (Slug::from_text(old).to_string(), Slug::from_text(name).to_string())];
    for (at, channel) in plan.channels.iter().enumerate() {
        let Some(title) = &channel.title else { continue };
        let renamed = with_names(title, &names);
        if renamed != *title {
            edits.set(KeyPath::of(&["channels"]).index(at).key("title"), renamed);
        }
    }
}

/// The first role that a person holds.
fn role_of<'p>(plan: &'p Plan, person: &Person) -> Option<&'p Role> {
    let held = person.roles.first()?;
    plan.roles.iter().find(|role| role.id.as_ref().is_some_and(|id| id.as_str() == held.as_str()))
}

/// Points references to people at their roles; those to people without one are taken out.
fn give_to_roles(before: &Snapshot<'_>, values: &Literal, edits: &mut EditSet) {
    let plan = before.plan();
    let mut gone = Vec::new();
    for (at, person) in plan.people.iter().enumerate() {
        let role = role_of(plan, person).and_then(|role| role.id.as_ref());
        let held = references(before, Thing::Person(at)).into_iter().filter(|reference| reference.kind == "holder");
        for reference in held {
            match role {
                Some(role) => edits.set(reference.path, role.as_str()),
                None => gone.push(reference.whole(before)),
            }
        }
    }
    emptied(gone, values).into_iter().for_each(|path| edits.remove(path));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amend::fixture::{Fixture, day};
    use crate::finding::Trail;
    use crate::language::Language;
    use crate::language::Text;
    use crate::library::Library;
    use crate::plan::Reading;
    use crate::source::{Table, Visit};

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
        assert_eq!(plan.support.complaints.as_deref(), Some("ask Mia"), "texts are for people to write");
        let stale: Vec<String> =
            copied.stale_names.iter().map(|(name, paths)| format!("{name} {}", paths[0])).collect();
        assert_eq!(stale, ["Mia support.complaints"]);
        for comment in ["# ours", "# chosen", "# high"] {
            assert!(text.contains(comment), "{comment}: {text}");
        }
    }

    #[test]
    fn dates_move_by_the_same_number_of_days() {
        let (copied, after) = of(OLD, "South", "2027-02-01");
        let plan = after.reading.plan;
        assert_eq!((plan.lifecycle.starts, copied.days), (Some(day("2027-02-01")), Some(62)));
        assert_eq!(plan.lifecycle.phases[0].from, Some(day("2027-03-02").plus(62)));
        assert_eq!(
            plan.activities[0].when.as_ref().map(|when| when.print(Language::En)).as_deref(),
            Some("2027-02-24 20:00")
        );
    }

    #[test]
    fn what_runs_for_years_is_copied_from_the_day_of_its_plan() {
        let old = OLD
            .replace("language", "made = 2026-12-01\nlanguage")
            .replace("starts = 2026-12-01", "starts = 2021-12-01");
        let (copied, after) = of(&old.replace("2027-03-02", "2022-03-02"), "South", "2026-12-07");
        let plan = after.reading.plan;
        assert_eq!((plan.lifecycle.starts, copied.days), (Some(day("2026-12-07")), Some(6)));
        let when = plan.activities[0].when.as_ref().map(|when| when.print(Language::En));
        assert_eq!(when.as_deref(), Some("2026-12-30 20:00"));
        assert_eq!(plan.lifecycle.phases[0].from, Some(day("2027-03-08")), "three months after the first day");
    }

    #[test]
    fn a_copy_has_an_id_of_its_own() {
        assert_eq!(of(OLD, "north", "2026-12-01").0.id, "north-2");
        assert_eq!(of("[community]\nid = \"x\"\nname = \"North Side\"\n", "North", "2026-12-01").0.id, "north");
    }

    /// The dates at a route and below, the texts of people aside.
    fn dates(value: &Literal, at: &KeyPath, found: &mut Vec<(String, Day)>) {
        match value {
            Literal::Day(day) | Literal::Moment(day, _) => found.push((at.to_string(), *day)),
            Literal::Table(pairs) => {
                for (key, value) in pairs {
                    let mut path = at.clone();
                    path.0.push(crate::finding::Segment::Key(key.clone().into()));
                    dates(value, &path, found);
                }
            }
            Literal::List(all) => {
                all.iter().enumerate().for_each(|(i, value)| dates(value, &at.clone().index(i), found))
            }
            _ => {}
        }
    }

    struct Texts(Vec<(String, String)>, Vec<(&'static str, String)>);

    impl Visit for Texts {
        fn text(&mut self, at: &Trail<'_>, text: &str) {
            self.0.push((at.path().to_string(), text.to_owned()));
        }

        fn reference(&mut self, _: &Trail<'_>, kind: &'static str, _: Text, name: &str) {
            self.1.push((kind, name.to_owned()));
        }
    }

    const EXAMPLES: [&str; 4] = [
        include_str!("../../examples/chenguang.toml"),
        include_str!("../../examples/datawhale.toml"),
        include_str!("../../examples/kubernetes-sigs.toml"),
        include_str!("../../examples/rust-project.toml"),
    ];

    #[test]
    fn every_starter_and_example_can_be_copied() {
        let library = Library::default();
        let starters = library.starter_names().into_iter().flat_map(|n| Language::ALL.map(|l| library.starter(n, l)));
        for old in starters.flatten().chain(EXAMPLES) {
            let (copied, after) = of(old, "New one", "2027-05-04");
            let before = Fixture::any(old);
            let name = before.reading.plan.community.name.as_deref().unwrap_or_default();
            let errors = |fixture: &Fixture| fixture.reading.findings.len();
            assert!(errors(&after) <= errors(&before), "{name}: {:?}", after.reading.findings);
            let comments = |text: &str| text.lines().filter(|line| line.trim_start().starts_with("# ")).count();
            assert!(comments(&after.text) > 0 || comments(old) == 0, "{name}");
            // every date that stays is as far from the first day as it was
            let [was, is] = [old, &after.text].map(|text| {
                let (mut buffer, mut found) = (String::new(), Vec::new());
                dates(&values(&Document::parse(text, &mut buffer)), &KeyPath::root(), &mut found);
                found.retain(|(at, _)| !["people", "cohorts", "changes"].iter().any(|table| at.starts_with(table)));
                found
            });
            let days = copied.days.unwrap_or_default();
            let is =
                is.into_iter().filter(|(at, _)| at != "made" && (copied.days.is_some() || at != "lifecycle.starts"));
            let moved: Vec<_> = was.into_iter().map(|(at, day)| (at, day.plus(days))).collect();
            assert_eq!(moved, is.collect::<Vec<_>>(), "{name}");
            // nobody of the old team is referred to, and no text is rewritten but names, dates and results
            let texts = |plan: &Plan| {
                let mut texts = Texts(Vec::new(), Vec::new());
                plan.show(&Trail::Root, &mut texts);
                texts
            };
            let (was, is) = (texts(&before.reading.plan), texts(&after.reading.plan));
            let is_new =
                |(at, text): &&(String, String)| !was.0.iter().any(|(_, old)| old == text) && !at.ends_with("when");
            let new: Vec<_> =
                is.0.iter()
                    .filter(is_new)
                    .filter(|(at, _)| !at.starts_with("channels[") && !at.starts_with("community."))
                    .collect();
            assert!(new.is_empty(), "{name}: {new:?}");
            let people: Vec<&str> = before.reading.plan.people.iter().filter_map(Person::key).collect();
            assert!(is.1.iter().all(|(kind, who)| *kind != "holder" || !people.contains(&who.as_str())), "{name}");
        }
    }

    #[test]
    fn staff_without_a_role_leaves_no_empty_places() {
        let text = "[community]\nname = \"Old\"\n[[people]]\nname = \"Zoe\"\n[[people]]\nname = \"Bo\"\n\
            [[activities]]\nid = \"talk\"\nstaff = [{ role = \"Zoe\", count = 1 }, { role = \"Bo\" }]\n";
        let (_, copy) = of(text, "New", "2027-01-01");
        assert!(copy.reading.plan.activities[0].staff.is_empty());
        assert!(!copy.text.contains("staff"), "{}", copy.text);
    }
}

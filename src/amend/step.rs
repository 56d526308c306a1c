//! The steps of an activity, its own and those of its SOP, as people name them: `答疑夜.发预告`; and one of the SOP left out.

use super::impact::{Consequences, KnownBy};
use super::{AmendError, Element, Request, Snapshot};
use crate::finding::{Edit, KeyPath, Literal};
use crate::library;
use crate::plan::{ElementKind, Thing};
use crate::value::name_key;

/// A step of an activity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The activity: an index into `activities`.
    pub activity: usize,
    /// Its place among the steps of the activity; none where only the SOP has it.
    pub own: Option<usize>,
    /// Its id.
    pub id: Option<String>,
    /// What is done.
    pub title: String,
}

impl Step {
    /// The only step of this id or title: of the activity named in front of it, else of any.
    pub fn named(name: &str, plan: &Snapshot<'_>) -> Option<Self> {
        let whole = ElementKind::meant("activity")?;
        let of_activity = name.match_indices('.').find_map(|(at, _)| {
            let (front, step) = (&name[..at], &name[at + 1..]);
            let front = front.strip_prefix("activities.").unwrap_or(front);
            let Some(Thing::Activity(activity)) = whole.find(front.trim(), plan).ok()?.thing else { return None };
            let steps = Self::all(activity, plan);
            steps.into_iter().find(|one| one.is_called(step.strip_prefix("steps.").unwrap_or(step)))
        });
        let any = || {
            let all = (0..plan.plan().activities.len()).flat_map(|activity| Self::all(activity, plan));
            let mut found = all.filter(|step| step.is_called(name));
            found.next().filter(|_| found.next().is_none())
        };
        of_activity.or_else(any)
    }

    fn is_called(&self, name: &str) -> bool {
        let key = name_key(name.trim_matches('"'));
        self.id.as_deref().is_some_and(|id| name_key(id) == key) || name_key(&self.title) == key
    }

    /// The steps of an activity; those of the SOP that the plan neither replaces nor leaves out come last.
    pub(super) fn all(activity: usize, plan: &Snapshot<'_>) -> Vec<Self> {
        let Some(owner) = plan.plan().activities.get(activity) else { return Vec::new() };
        let sop = owner.sop.as_ref().and_then(|sop| plan.library.sop(sop.as_str(), plan.plan().language()));
        let of_sop = sop.map_or(&[][..], |sop| &sop.steps);
        let title = |step: &library::Step| {
            let base = of_sop.iter().find(|base| base.id.is_some() && base.id == step.id);
            step.title.clone().or_else(|| base?.title.clone()).unwrap_or_default()
        };
        let made = |own: Option<usize>, step: &library::Step| Self {
            activity,
            own,
            id: step.id.as_ref().map(ToString::to_string),
            title: title(step),
        };
        let own = owner.steps.iter().enumerate().map(|(at, step)| made(Some(at), step));
        let is_own = |base: &&library::Step| owner.steps.iter().any(|step| step.id.is_some() && step.id == base.id);
        own.chain(of_sop.iter().filter(|base| !is_own(base)).map(|base| made(None, base))).collect()
    }

    /// Its route; of one that only the SOP has, that of the next of the plan.
    pub fn path(&self, plan: &Snapshot<'_>) -> KeyPath {
        let count = plan.plan().activities.get(self.activity).map_or(0, |activity| activity.steps.len());
        Thing::Activity(self.activity).path().key("steps").index(self.own.unwrap_or(count))
    }
}

impl Element {
    /// The only step of an activity of this name, where it is the plan's own.
    pub(super) fn of_step(name: &str, plan: &Snapshot<'_>) -> Option<Self> {
        let (step, kind) = (Step::named(name, plan)?, ElementKind::meant("step")?.name);
        step.own.map(|_| Self { path: step.path(plan), thing: None, kind, label: step.title.clone() })
    }
}

/// A step of an SOP that an activity goes without.
#[derive(Debug, Clone)]
pub struct DropStep(pub Step);

impl Request for DropStep {
    type Effect<'a> = Consequences<'a>;

    fn edits(&self, _: &Snapshot<'_>) -> Result<Vec<Edit>, AmendError> {
        let id = self.0.id.clone().map(|id| ("id".to_owned(), Literal::from(id)));
        let table = id.into_iter().chain([("drop".to_owned(), Literal::Boolean(true))]).collect();
        let path = Thing::Activity(self.0.activity).path().key("steps");
        Ok(vec![Edit::Append { path, table, comment: None }])
    }

    fn effect<'a>(&self, before: &Snapshot<'a>, after: &Snapshot<'a>) -> Result<Consequences<'a>, AmendError> {
        Ok(Consequences::between(before, after, KnownBy::Uid, after.today))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amend::fixture::Fixture;
    use crate::amend::{Add, Removal, Set};
    use crate::language::Language;

    const PLAN: &str = "[[activities]]\nid = \"qa\"\ntitle = \"Q&A\"\nsop = \"sharing-session\"\nwhen = \"every Thu 20:00\"\n\
        [[activities]]\nid = \"talk\"\ntitle = \"Talk\"\nsteps = [{ id = \"mail\", at = \"T-2d\", title = \"Send the mail\" }]\n";

    fn announce(plan: &Snapshot<'_>) -> Step {
        Step::all(0, plan).into_iter().next().expect("a step of the SOP")
    }

    #[test]
    fn steps_are_named_with_their_activity_or_alone() {
        let fixture = Fixture::sound(PLAN);
        let now = fixture.now();
        let route = |name: &str| Step::named(name, &now).map(|step| step.path(&now).to_string());
        for name in ["talk.mail", "Talk.send the mail", "activities.talk.steps.mail", "mail", "Send the mail"] {
            assert_eq!(route(name).as_deref(), Some("activities[1].steps[0]"), "{name}");
        }
        let of_sop = announce(&now);
        assert_eq!(route(&format!("Q&A.{}", of_sop.title)).as_deref(), Some("activities[0].steps[0]"));
        assert_eq!(route("talk.nothing"), None);
    }

    #[test]
    fn a_step_is_added_changed_and_left_out() {
        let fixture = Fixture::sound(PLAN);
        let now = fixture.now();
        let [step, activity] = ["step", "activity"].map(|word| ElementKind::meant(word).expect("a kind"));
        let qa = activity.find("qa", &now).expect("the activity");
        let given = |title: &str| vec![("title", title.into()), ("at", Literal::from("T-2d"))];
        let add = Add::within(&qa, step, given("Check the room"), &now).expect("a step");
        let added = fixture.amend(add).expect("a sound plan").text.clone();
        assert!(
            added.contains("\"check-the-room\"") && Fixture::sound(&added).reading.plan.activities[0].steps.len() == 1
        );
        // no id of the SOP is taken by chance
        let id = announce(&now).id.expect("an id");
        let add = Add::within(&qa, step, given(&id), &now).expect("a step");
        assert_eq!(add.ids().collect::<Vec<_>>(), [format!("{id}-2")]);
        // one of the SOP is changed, and left out, by its id
        let set = Set::read(&now, &format!("Q&A.{}.at", announce(&now).title), "T-9d", Language::En).expect("a step");
        let text = fixture.amend(set).expect("a sound plan").text.clone();
        let changed = Fixture::sound(&text);
        let own = &changed.reading.plan.activities[0].steps[0];
        assert_eq!(
            (own.id.as_ref().map(|id| id.as_str()), own.at.map(|at| at.to_string()).as_deref()),
            (Some(&*id), Some("T-9d"))
        );
        let without = fixture.amend(DropStep(announce(&now))).expect("a sound plan").text.clone();
        assert_eq!(Fixture::sound(&without).reading.plan.activities[0].steps[0].drop, Some(true));
        // what was added goes again
        let there = Fixture::sound(&added);
        let element = step.find("Check the room", &there.now()).expect("it is there");
        let removal = Removal { element, referring: crate::amend::Referring::Refused };
        assert_eq!(there.amend(removal).expect("nothing refers to it").text, PLAN);
    }
}

//! One value, by its key.

use super::allowances;
use super::confirm::confirming;
use super::error::WrongValue;
use super::impact::{Consequences, KnownBy};
use super::orphans::{OrphanedChange, orphaned};
use super::references::references;
use super::rename::following;
use super::without::having;
use super::{AmendError, EditSet, Reference, Request, Snapshot, Step, typed_key, typed_key_of_plans};
use crate::finding::{Edit, KeyPath, Literal, Segment};
use crate::language::{Language, Text};
use crate::plan::values::Zone;
use crate::plan::{Plan, Thing};
use crate::source::{Document, Shape, Suggestion, Table, apply, values};

/// A value for a key.
#[derive(Debug, Clone, PartialEq)]
pub struct Set {
    path: KeyPath,
    /// The value.
    pub value: Literal,
    /// What the key is about, as the comment of a key that is new.
    comment: String,
    /// The id of an element that begins with this value: a step of an SOP that is changed.
    begins: Option<String>,
    /// Whether changes whose date goes away go along to the new one.
    pub take_along: bool,
}

impl Set {
    /// A value as it was typed for a key as it was typed; `language` is that of a comment.
    pub fn read(plan: &Snapshot<'_>, key: &str, value: &str, language: Language) -> Result<Self, AmendError> {
        let typed = typed_key_of_plans(plan, key).map(|(path, shape, about)| (path, shape, about, None));
        let (path, shape, about, begins) = typed.or_else(|error| of_sop(plan, key).ok_or(error))?;
        let wrong = |wrong| AmendError::WrongValue(key.to_owned(), wrong);
        let value = super::value(shape, without_month(&path, value), plan).map_err(wrong)?;
        if let Some(error) = over_already(&path, &value, plan) {
            return Err(wrong(error));
        }
        Ok(Self { path, value, comment: about.get(language).to_owned(), begins, take_along: false })
    }
}

/// An amount for each month without the words that say so, where its key says so: 每月2000元.
fn without_month<'v>(path: &KeyPath, value: &'v str) -> &'v str {
    const EACH: [&str; 6] = ["每个月", "每月", "一个月", "a month", "per month", "/month"];
    if !matches!(path.0.last(), Some(Segment::Key(key)) if key == "fixed_per_month") {
        return value;
    }
    let value = value.trim();
    EACH.iter().find_map(|each| value.strip_prefix(each).or_else(|| value.strip_suffix(each))).unwrap_or(value)
}

/// Why a life of so many months or days cannot be meant: it is counted from the first day, and over already.
fn over_already(path: &KeyPath, value: &Literal, plan: &Snapshot<'_>) -> Option<WrongValue> {
    let Literal::Integer(length) = *value else { return None };
    let (starts, today, count) = (plan.plan().lifecycle.starts?, plan.today, i32::try_from(length).ok()?);
    let of = |key: &'static str| *path == KeyPath::of(&["lifecycle", key]);
    // a year more than what has passed is offered
    let (ends, near) = match (of("months"), of("days")) {
        (true, _) => (starts.plus_months(count), today.month().0 - starts.month().0 + 12),
        (_, true) => (starts.plus(count), today.0 - starts.0 + 365),
        _ => return None,
    };
    let expected = Text::new(
        "从开始那天算起，要比已经过去的长",
        "how long from its first day on, more than has passed since then",
    );
    let near = Suggestion::Near(vec![near.to_string()]);
    (ends <= today).then(|| WrongValue::new(&length.to_string(), expected, near))
}

/// A key of a step that only the SOP of an activity has: its route in the plan, and the id of the step.
fn of_sop(plan: &Snapshot<'_>, key: &str) -> Option<(KeyPath, &'static Shape, Text, Option<String>)> {
    let (name, last) = key.rsplit_once('.')?;
    let step = Step::named(name, plan).filter(|step| step.own.is_none())?;
    let path = KeyPath(step.path(plan).0.into_iter().chain([Segment::Key(last.trim().to_owned().into())]).collect());
    let (shape, about) = Plan::TABLE.shape(&path)?;
    Some((path, shape, about, step.id))
}

impl Set {
    /// For a time zone that stays at one offset all year: what it is called, and the region that is probably meant.
    pub fn zone_without_summer_time(&self) -> Option<(String, &'static str)> {
        let Literal::Text(zone) = &self.value else { return None };
        let is_zone = matches!(self.path.0.last(), Some(Segment::Key(key)) if key == "time_zone");
        let region = is_zone.then(|| zone.parse::<Zone>().ok()?.region_meant()).flatten()?;
        Some((zone.clone(), region))
    }
}

impl Request for Set {
    type Effect<'a> = Consequences<'a>;
    const KEEPS_PLACES: bool = true;

    fn edits(&self, before: &Snapshot<'_>) -> Result<Vec<Edit>, AmendError> {
        let (path, value) = (self.path.clone(), self.value.clone());
        let mut edits = following(before, &path, &value);
        edits.extend(having(before.plan(), &path));
        // who types the starter's own value again means it
        let ownership = &before.reading.index.ownership;
        let mut buffer = String::new();
        if values(&Document::parse(before.text, &mut buffer)).at(&path) == Some(&value) {
            edits.extend(confirming(ownership, before.plan(), |borrowed| borrowed.path.starts_with(&path)));
        }
        edits.push(match (self.begins.clone(), path.0.as_slice()) {
            (Some(id), [list @ .., Segment::Index(_), Segment::Key(key)]) => Edit::Append {
                path: KeyPath(list.to_vec()),
                table: vec![("id".to_owned(), id.into()), (key.to_string(), value)],
                comment: None,
            },
            _ => Edit::Set { path, value, comment: Some(self.comment.clone()) },
        });
        if self.take_along {
            edits.extend(along(before, &edits)?);
        }
        Ok(edits)
    }

    fn effect<'a>(&self, before: &Snapshot<'a>, after: &Snapshot<'a>) -> Result<Consequences<'a>, AmendError> {
        Ok(Consequences::between(before, after, KnownBy::Uid, after.today))
    }
}

/// The edits by which changes go along whose date other edits take away.
fn along(before: &Snapshot<'_>, edits: &[Edit]) -> Result<Vec<Edit>, AmendError> {
    let text = apply(before.text, edits).map_err(AmendError::Edit)?;
    let reading = before.reading_of(&text);
    let after = Snapshot { text: &text, reading: &reading, ..*before };
    Ok(orphaned(before, &after).iter().filter_map(OrphanedChange::edit).collect())
}

/// Several values at once: all of them, or none.
#[derive(Debug, Clone, PartialEq)]
pub struct SetAll(pub Vec<Set>);

impl Request for SetAll {
    type Effect<'a> = Consequences<'a>;
    const KEEPS_PLACES: bool = true;

    fn edits(&self, before: &Snapshot<'_>) -> Result<Vec<Edit>, AmendError> {
        let mut edits = Vec::new();
        for set in &self.0 {
            let text = apply(before.text, &edits).map_err(AmendError::Edit)?;
            let reading = before.reading_of(&text);
            edits.extend(set.edits(&Snapshot { text: &text, reading: &reading, ..*before })?);
        }
        Ok(edits)
    }

    fn effect<'a>(&self, before: &Snapshot<'a>, after: &Snapshot<'a>) -> Result<Consequences<'a>, AmendError> {
        Ok(Consequences::between(before, after, KnownBy::Uid, after.today))
    }
}

/// A key, or an element of a list, that is taken out.
#[derive(Debug, Clone, PartialEq)]
pub struct Unset {
    path: KeyPath,
    /// Whether changes whose date goes away go along to the new one.
    pub take_along: bool,
}

impl Unset {
    /// A key as it was typed.
    pub fn read(plan: &Snapshot<'_>, key: &str) -> Result<Self, AmendError> {
        Ok(Self { path: typed_key(plan, key)?, take_along: false })
    }
}

impl Request for Unset {
    type Effect<'a> = Consequences<'a>;

    /// None where it is not set.
    fn edits(&self, before: &Snapshot<'_>) -> Result<Vec<Edit>, AmendError> {
        let mut buffer = String::new();
        let values = values(&Document::parse(before.text, &mut buffer));
        let is_set = values.at(&self.path).is_some();
        if let [Segment::Key(table), Segment::Index(at)] = self.path.0.as_slice()
            && let Some(thing) = Thing::of(table, *at)
        {
            let outside = |reference: &Reference| !reference.path.starts_with(&self.path);
            let found = references(before, thing).into_iter().filter(outside).count();
            if found > 0 {
                let name = thing.label(before.plan(), before.plan().language());
                return Err(AmendError::StillReferredTo(name, found));
            }
        }
        if !is_set {
            return Ok(Vec::new());
        }
        // an id that was made of a title stays when the title goes
        let is_title = matches!(self.path.0.last(), Some(Segment::Key(key)) if key == "title");
        let is_title = is_title || self.path == KeyPath::of(&["community", "name"]);
        let mut edits = if is_title { following(before, &self.path, &Literal::from("")) } else { Vec::new() };
        edits.push(Edit::Remove { path: self.path.clone() });
        let mut moved = EditSet::default();
        allowances::shift(before.plan(), std::slice::from_ref(&self.path), &mut moved);
        edits.extend(moved.into_edits(|path| values.at(path)));
        if self.take_along {
            edits.extend(along(before, &edits)?);
        }
        Ok(edits)
    }

    fn effect<'a>(&self, before: &Snapshot<'a>, after: &Snapshot<'a>) -> Result<Consequences<'a>, AmendError> {
        Ok(Consequences::between(before, after, KnownBy::Uid, after.today))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amend::StaleNames;
    use crate::amend::fixture::Fixture;

    fn set(text: &str, key: &str, value: &str) -> Result<(String, StaleNames), AmendError> {
        let fixture = Fixture::any(text);
        let amendment = fixture.amend(Set::read(&fixture.now(), key, value, Language::En)?)?;
        Ok((amendment.text.clone(), amendment.effect()?.stale_names))
    }

    const BROKEN: &str = "[community]\nkind = \"x\"\nopenness = \"y\"\n[[people]]\nid = \"a\"\nname = \"Mia\"\n[support]\ncomplaints = \"ask Mia\"\n";

    #[test]
    fn a_broken_file_can_be_fixed_a_value_at_a_time_but_not_made_worse() {
        let (text, _) = set(BROKEN, "community.kind", "兴趣").expect("one mistake less");
        assert_eq!(text, BROKEN.replace("\"x\"", "\"interest\""));
        // longer above, so that the other mistake is at other bytes
        assert!(set(BROKEN, "community.name", "A long name").is_ok());
        let worse = set(BROKEN, "community.size.now", "-5");
        assert!(matches!(worse, Err(AmendError::Unsound(_))), "{worse:?}");
    }

    #[test]
    fn an_amount_for_each_month_may_say_so() {
        for value in ["每月2000元", "2000元一个月", "2000 CNY a month", "2000元"] {
            let plan = "language = \"zh-CN\"\n[[monetisation]]\nmodel = \"membership\"\n";
            let (text, _) = set(plan, "monetisation[0].cost.fixed_per_month", value).expect("an amount");
            assert!(text.contains("fixed_per_month = \"2000"), "{value}: {text}");
        }
    }

    #[test]
    fn a_life_that_would_be_over_is_refused() {
        let begun = "[lifecycle]\nstarts = 2021-12-01\n";
        for (key, value) in [("lifecycle.months", "24"), ("lifecycle.days", "90")] {
            let refused = set(begun, key, value);
            let Err(AmendError::WrongValue(_, error)) = refused else { panic!("{refused:?}") };
            let Suggestion::Near(near) = error.near else { panic!("{error:?}") };
            assert!(set(begun, key, &near[0]).is_ok(), "what is offered is taken");
        }
        assert!(set("[lifecycle]\nstarts = 2026-12-01\n", "lifecycle.months", "24").is_ok());
    }

    #[test]
    fn what_is_not_a_key_or_a_value_is_refused() {
        let of = |key: &str, value: &str| set(BROKEN, key, value).map(|(text, _)| text);
        assert_eq!(
            of("people.zoe.name", "x"),
            Err(AmendError::NoSuchThing(
                "people.zoe.name".to_owned(),
                Suggestion::All(vec!["people.Mia.name".to_owned()])
            ))
        );
        assert_eq!(
            of("community.sise", "3"),
            Err(AmendError::NoSuchKey(
                "community.sise".to_owned(),
                Suggestion::Near(vec!["community.size".to_owned()])
            ))
        );
        assert!(matches!(of("community.size.now", "many"), Err(AmendError::WrongValue(..))));
    }

    #[test]
    fn texts_with_the_old_name_are_found() {
        let (_, left) = set(BROKEN, "people.a.name", "Zoe").expect("a name");
        let left: Vec<String> = left.iter().map(|(name, paths)| format!("{name}: {}", paths[0])).collect();
        assert_eq!(left, ["Mia: support.complaints"]);
    }
}

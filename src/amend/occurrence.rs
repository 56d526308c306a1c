//! Which occurrence of an item a date means: the one of that day, or the one that was moved there.

use super::{AmendError, Snapshot};
use crate::calendar::{At, Item, Origin, Scheduler};
use crate::plan::Plan;
use crate::value::{Clock, Day};

/// One occurrence of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occurrence {
    /// The item.
    pub item: Item,
    /// The day on which its pattern puts it; files refer to it by this one.
    pub day: Day,
    /// The day by which it was named: that one, or the one it was moved to.
    pub named: Day,
    /// The time by which it was named, if any.
    pub time: Option<Clock>,
}

impl Occurrence {
    /// The occurrence that is meant by a day and perhaps a time; without one, all of that day.
    pub fn find(plan: &Snapshot<'_>, item: Item, (named, time): (Day, Option<Clock>)) -> Result<Self, AmendError> {
        let scheduler = Scheduler::new(plan.plan(), &plan.reading.index, plan.holidays);
        let times = starts(plan.plan(), item);
        let occurs = scheduler.dates(item, (named, named)).contains(&named);
        if occurs && time.is_none_or(|time| times.contains(&time)) {
            return Ok(Self { item, day: named, named, time });
        }
        let title = item.label(plan.plan(), plan.plan().language());
        if occurs && !times.is_empty() {
            return Err(AmendError::OtherTime { title, day: named, times });
        }
        let calendar = plan.calendar((named, named))?;
        let is_meant = |at: At| time.is_none() || at.time == time;
        let of_item = calendar.entries.iter().filter(|entry| entry.origin == Origin::Item(item));
        let mut there = of_item.filter(|entry| is_meant(entry.at));
        match (there.next(), there.next()) {
            (Some(entry), None) => {
                // what takes place several times a day is known by its own time
                let own = if times.len() > 1 { entry.original.time } else { time };
                Ok(Self { item, day: entry.original.day, named, time: own })
            }
            _ => {
                let near = scheduler.nearest(item, named);
                Err(AmendError::NoOccurrence { title, day: named, near })
            }
        }
    }

    /// The times of its day that are meant, where these are several.
    pub fn several_times(&self, plan: &Plan) -> Option<Vec<Clock>> {
        let times = starts(plan, self.item);
        (self.time.is_none() && times.len() > 1).then_some(times)
    }
}

/// The times of day at which an item starts.
fn starts(plan: &Plan, item: Item) -> Vec<Clock> {
    let when = match item {
        Item::Activity(i) => plan.activities[i].when.as_ref(),
        Item::Content(i) => plan.content[i].when.as_ref(),
        Item::Review(i) => plan.reviews[i].when.as_ref(),
        Item::Meeting | Item::Programme(..) => None,
    };
    when.into_iter().flat_map(|when| when.times()).map(|span| span.start).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amend::fixture::{Fixture, day};

    const PLAN: &str = "[[activities]]\nid = \"talk\"\ntitle = \"Talk\"\nwhen = \"every Wed 20:00\"\n\
        [[changes]]\nitem = \"talk\"\non = 2026-12-09\nmove_to = 2026-12-11T19:00:00\n";

    fn find(named: &str, time: Option<&str>) -> Result<(String, String), AmendError> {
        let fixture = Fixture::sound(PLAN);
        let time = time.map(|time| time.parse().expect("a time"));
        let found = Occurrence::find(&fixture.now(), Item::Activity(0), (day(named), time))?;
        Ok((found.day.to_string(), found.named.to_string()))
    }

    #[test]
    fn a_date_is_the_original_one_or_the_one_it_was_moved_to() {
        let found = |day: &str, named: &str| Ok((day.to_owned(), named.to_owned()));
        for (named, time, day) in [
            ("2026-12-02", None, "2026-12-02"),
            ("2026-12-02", Some("20:00"), "2026-12-02"),
            ("2026-12-09", None, "2026-12-09"),
            ("2026-12-11", None, "2026-12-09"),
            ("2026-12-11", Some("19:00"), "2026-12-09"),
        ] {
            assert_eq!(find(named, time), found(day, named), "{named} {time:?}");
        }
    }

    #[test]
    fn a_date_without_it_is_refused_with_the_nearest() {
        let title = || "Talk".to_owned();
        let time = "20:00".parse().expect("a time");
        let other = AmendError::OtherTime { title: title(), day: day("2026-12-02"), times: vec![time] };
        assert_eq!(find("2026-12-02", Some("19:00")), Err(other));
        let near = ["2026-12-02", "2026-12-09", "2026-12-16"].map(day).to_vec();
        let none = |named| AmendError::NoOccurrence { title: title(), day: day(named), near: near.clone() };
        assert_eq!(find("2026-12-08", None), Err(none("2026-12-08")));
        let near = ["2026-12-09", "2026-12-16", "2026-12-23"].map(day).to_vec();
        let none = |named| AmendError::NoOccurrence { title: title(), day: day(named), near: near.clone() };
        assert_eq!(find("2026-12-11", Some("20:00")), Err(none("2026-12-11")), "it is moved to 19:00");
    }
}

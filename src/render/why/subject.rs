//! What is explained: an item, a day, or the work of a person, with every decision behind it.

use crate::calendar::{Decision, Item, Seat, Trace};
use crate::render::calendar::View;
use crate::value::Day;

/// An item.
#[derive(Debug)]
pub struct ItemWhy<'a> {
    /// What is known of it, and its dates.
    pub trace: Trace<'a>,
    /// The calendar that holds these dates, from the start of the period of the first.
    pub view: View<'a>,
    /// The entry of the first date that is held, by its index, and who could take its seats.
    pub first: Option<(usize, Vec<Seat>)>,
}

/// A day.
#[derive(Debug)]
pub struct DayWhy<'a> {
    /// The calendar of the whole period of the day.
    pub view: View<'a>,
    /// The day.
    pub day: Day,
    /// The entries of the day, by index, and who could take their seats.
    pub entries: Vec<(usize, Vec<Seat>)>,
    /// The items that fall on it but are not held on it.
    pub left_out: Vec<(Item, Decision)>,
}

/// The work of a person on some days.
#[derive(Debug)]
pub struct PersonWhy<'a> {
    /// The calendar of these days.
    pub view: View<'a>,
    /// Their index in `people`.
    pub person: usize,
}

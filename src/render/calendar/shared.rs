//! What the rows of a calendar have in common: looked up once for all of them.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::series::SeriesWords;
use crate::calendar::{At, Entry, Identity, Origin};
use crate::plan::values::Zone;
use crate::value::{Clock, Day};

/// Who does something at night or on a day off, when, and the time where they live, by what is behind it.
pub(super) type OffHours = HashMap<Origin, Vec<(usize, Day, Option<Clock>)>>;

/// What the rows of one calendar share, whichever of its entries are there.
pub(super) struct SharedWords<'c> {
    pub identity: Identity<'c>,
    pub zone: Zone,
    /// The id of the channel that is asked for.
    pub wanted: Option<String>,
    pub series: FxHashMap<Origin, Rc<SeriesWords>>,
    /// What people and roles are called.
    pub people: Vec<String>,
    pub roles: Vec<String>,
}

/// What the words of an entry take from the entries and problems around it; made when something asks for it.
#[derive(Default)]
pub(super) struct Around<'c> {
    /// Who leads each occurrence of an activity.
    pub leads: OnceCell<HashMap<(usize, At), &'c Entry>>,
    pub off_hours: OnceCell<OffHours>,
}

//! One entry of the calendar in words: what every format lays out.

use super::zoned_start::ZonedStart;
use crate::calendar::Kind;
use crate::language::Text;
use crate::library::Stage;
use crate::value::{Clock, Day, Length};

/// One entry. All text of the plan in it is clean: no control characters; only [`Row::text`] has several lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its identity for ever, of ASCII without spaces: `community/item[@cohort]/original day[/number][/step]@qun`.
    pub uid: String,
    /// The id of its item; of a phase the phase's word.
    pub item: String,
    /// What it is.
    pub kind: Kind,
    /// Its title; of a task that of the activity and of the step.
    pub title: String,
    /// The title without the activity or the batch.
    pub short: String,
    /// When it starts, in the plan's zone.
    pub start: ZonedStart,
    /// When it ends, where that is known; without times the last day, included.
    pub end: Option<ZonedStart>,
    /// The last day that it touches.
    pub last_day: Day,
    /// How long it takes, in minutes, where that is known.
    pub minutes: Option<i32>,
    /// Who does it.
    pub person: Option<String>,
    /// The role by which it falls to them.
    pub role: Option<String>,
    /// Whether those of the role are there without their names.
    pub is_unnamed: bool,
    /// Who helps.
    pub staff: Vec<Helper>,
    /// Who is named for it but away, while nobody stands in.
    pub absent: Vec<String>,
    /// Those for whom it is at night, with the time where they live, or on a day off of their own.
    pub off_hours: Vec<(String, Option<Clock>)>,
    /// Minutes of someone's time that it takes.
    pub load: i32,
    /// Where it happens or is sent, each channel once.
    pub channels: Vec<Channel>,
    /// What is sent.
    pub sends: Vec<ChannelMessage>,
    /// The id of its cohort.
    pub cohort: Option<String>,
    /// The name of its place.
    pub place: Option<String>,
    /// The address of its place.
    pub address: Option<String>,
    /// The stage of a task.
    pub stage: Option<Stage>,
    /// The text to post, its variables filled in; none where it is withheld.
    pub text: Option<String>,
    /// What is to be known of it besides: what counts as done, what it serves.
    pub details: Vec<String>,
    /// What is to be known of the text.
    pub text_note: Option<TextNote>,
    /// Whether its title is a starter's.
    pub is_title_borrowed: bool,
    /// Whether its place is a starter's.
    pub is_place_borrowed: bool,
    /// Days off that are not announced yet may move it.
    pub provisional: bool,
    /// It does not take place.
    pub cancelled: bool,
    /// Why it is on another day.
    pub moved: Option<Moved>,
    /// How often it has changed, as calendars count it.
    pub sequence: usize,
    /// How long before it starts its people are reminded.
    pub remind: Vec<Length>,
    /// Those who do it, by their indices in the plan.
    pub(super) people: Vec<usize>,
}

impl Row {
    /// Whether it is not a day of the community's life but something that someone has to do before or after one.
    pub fn is_task(&self) -> bool {
        self.kind == Kind::Task
    }

    /// What is shown where it has no time of day: work can be done at any time of the day, a phase fills it.
    pub const fn untimed(&self) -> Text {
        match self.kind {
            Kind::Phase => Text::new("当天", "all day"),
            _ => Text::new("当天", "any time"),
        }
    }

    /// Which of its days a day is, and how many it has; none where it has only one, or not that one.
    pub fn nth_day(&self, day: Day) -> Option<(i32, i32)> {
        let is_one = self.start.day <= day && day <= self.last_day;
        (is_one && self.start.day < self.last_day)
            .then(|| (day.0 - self.start.day.0 + 1, self.last_day.0 - self.start.day.0 + 1))
    }

    /// The order of rows on one wall.
    pub(super) const fn order(&self) -> (Day, Option<Clock>) {
        (self.start.day, self.start.time)
    }

    /// Whether it is something that is posted.
    pub fn is_post(&self) -> bool {
        matches!(self.kind, Kind::Content | Kind::Programme)
    }
}

/// Where a text to post comes from, if it is not the plan's own, and why it is withheld.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextNote {
    /// It is that of an SOP of the library.
    Library,
    /// It is that of an SOP of the library, and withheld: some of its variables have no value yet, the first of which is
    /// written at this key.
    Incomplete(Vec<String>, String),
    /// It is the starter's, and withheld: the plan's own is written at this key.
    Borrowed(String),
}

/// Someone who helps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Helper {
    /// The name; none: nobody was found.
    pub person: Option<String>,
    /// As what.
    pub role: Option<String>,
    /// Whether those of the role are there without their names.
    pub is_unnamed: bool,
}

/// A channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Channel {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
}

/// A message to a channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelMessage {
    /// Where it goes.
    pub channel: Channel,
    /// Whether it mentions everyone.
    pub mention_all: bool,
}

/// Where something was moved from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Its original day.
    pub from: Day,
    /// Its original time, where only that is another one.
    pub time: Option<Clock>,
    /// Why, if given: a holiday's name or the reason of the change.
    pub why: Option<String>,
}

//! The small typed values of a plan: days, times of day, lengths, amounts, shares, offsets, names.
//!
//! Each is parsed from the words of the plan, printed back canonically (parse ∘ print = identity), and says what it
//! expects when it cannot be read. Must not know tables, files, or keys.

mod clock;
mod count;
mod cursor;
mod day;
mod day_window;
mod error;
mod fold;
mod hours;
mod length;
pub(crate) mod lexicon;
mod money;
mod names;
mod no_answer;
mod numeral;
mod offset;
mod slug;
mod spelling;
pub(crate) mod time;
pub(crate) use time::DayPart;
pub(crate) mod uid;
mod unexpected;
mod weekdays;
mod weekly_hours;
mod written_date;

pub use clock::{Clock, QuietHours, TimeRange};
pub use count::{count, yes_or_no};
pub(crate) use cursor::{Cursor, is_han};
pub(crate) use day::IsoDay;
pub use day::{Day, Month, Weekday};
pub use day_window::DayWindow;
pub use error::ValueError;
pub use fold::fold_width;
pub(crate) use fold::{Folded, fold_char};
pub(crate) use hours::time_range;
pub use length::Length;
pub(crate) use length::leading as leading_length;
pub use money::{Money, Share};
pub(crate) use names::{month_en, weekday_char, weekday_en, weekday_zh};
pub use no_answer::{NoAnswer, is_for_later, is_free_of_charge};
pub(crate) use numeral::{count_en, number_zh, numeral_zh, ordinal_en};
pub use offset::{Offset, Shift};
pub use slug::{Slug, in_file_name};
pub use spelling::{canonical_name, name_key, name_looks};
pub(crate) use unexpected::{Expected, Unexpected, expected, unexpected, unexpected_ahead};
pub use weekdays::WeekdaySet;
pub(crate) use weekly_hours::weekly_hours;
pub use written_date::DayAndMonth;
pub(crate) use written_date::WrittenMoment;

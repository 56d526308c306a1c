//! The next days of a cadence that was just typed, so that people see whether it is what they meant.

use super::{out, prompt};
use crate::interview::Interview;
use crate::knowledge::Holidays;
use crate::language::Text;
use crate::value::{Day, TimeRange};

/// After a cadence: the next three days that it gives.
pub(crate) fn show(interview: &Interview<'_>, today: Day, holidays: &Holidays) {
    let language = interview.language();
    let date = |(day, time): (Day, Option<TimeRange>)| {
        let time = time.map(|time| format!(" {time}")).unwrap_or_default();
        format!("{day} {}{time}", day.weekday().short().get(language))
    };
    let shown: Vec<String> = interview.next_dates(today, holidays).into_iter().map(date).collect();
    if !shown.is_empty() {
        let words = Text::new("接下来是：{days}", "The next dates: {days}");
        let separator = Text::new("、", ", ").get(language);
        out::message(&prompt::fit(&words.fill(language, |_| Some(shown.join(separator))), 0));
    }
}

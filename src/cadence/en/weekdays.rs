//! Lists and ranges of weekdays: Mon, Wed and Fri, Mon-Fri.

use super::separators::{skip_separator, skip_word};
use crate::value::{Cursor, WeekdaySet, weekday_en};

/// A list or range of weekdays: Mon, Wed and Fri; Mon-Fri; Monday to Friday.
pub(in crate::cadence) fn weekdays(s: &mut Cursor<'_>) -> Option<WeekdaySet> {
    let mut ahead = *s;
    skip_word(&mut ahead, &["the"]);
    let mut on = weekday_en(&mut ahead)?;
    loop {
        *s = ahead;
        let range = {
            ahead.spaces();
            ahead.eat_any(&["-", "~"]) || ahead.eat_words(&["to", "through", "till", "until"])
        };
        if range {
            ahead.spaces();
            let Some(last) = weekday_en(&mut ahead) else { break };
            let (Some(first), Some(last)) = (on.iter().last(), last.iter().next()) else { break };
            on = on.or(WeekdaySet::between(first, last));
            continue;
        }
        ahead = *s;
        if !skip_separator(&mut ahead) {
            break;
        }
        skip_word(&mut ahead, &["on", "every"]);
        match weekday_en(&mut ahead) {
            Some(days) => on = on.or(days),
            None => break,
        }
    }
    Some(on)
}

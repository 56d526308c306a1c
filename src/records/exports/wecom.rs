//! WeCom's statistics of customer groups by day, as its interface answers.
//!
//! `member_has_msg` and `msg_total` are worded "until that day": no daily activity follows from them, so they are not read.
//! The platform keeps 180 days.

use std::io::Read;

use serde::Deserialize;

use super::error::ExportError;
use super::event::ExportEvent;
use super::json_lists::{JsonReader, Members, read_document};
use super::run::ExportRun;

#[derive(Deserialize)]
struct WeComDay {
    stat_time: Option<i64>,
    data: Option<WeComCounts>,
}

#[derive(Deserialize)]
struct WeComCounts {
    #[serde(default)]
    new_member_cnt: i64,
    #[serde(default)]
    member_total: i64,
}

/// Reads an answer.
pub(super) fn read(
    input: impl Read,
    run: &mut ExportRun,
    found: &mut dyn FnMut(ExportEvent),
) -> Result<(), ExportError> {
    read_document(input, &mut WeComDocument { run, found })
}

struct WeComDocument<'r> {
    run: &'r mut ExportRun,
    found: &'r mut dyn FnMut(ExportEvent),
}

impl<R: Read> Members<R> for WeComDocument<'_> {
    fn member(&mut self, key: &str, json: &mut JsonReader<R>) -> Result<bool, ExportError> {
        if key != "items" {
            return Ok(false);
        }
        let Self { run, found } = self;
        json.each(&mut |day| take(&day, run, *found))?;
        Ok(true)
    }
}

fn take(item: &WeComDay, run: &mut ExportRun, found: &mut dyn FnMut(ExportEvent)) {
    let Some((second, day)) = item.stat_time.and_then(|second| Some((second, run.days.day_of(second)?))) else {
        // figures by owner have no day
        run.coverage.without_time += 1;
        return;
    };
    let counts = item.data.as_ref().map(|data| (u64::try_from(data.new_member_cnt), u64::try_from(data.member_total)));
    let Some((Ok(joined), Ok(members))) = counts else {
        run.coverage.unreadable += 1;
        return;
    };
    run.coverage.cover(second);
    run.coverage.joins += joined;
    found(ExportEvent::GroupDay { day, joined, members });
}

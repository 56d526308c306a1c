//! A small community with everything that is hard to lay out.

use crate::cadence::{Cadence, MonthDay, Pattern, Period};
use crate::calendar::{Calendar, CalendarRequest, calendar};
use crate::knowledge::Holidays;
use crate::library::Library;
use crate::plan::{Index, Plan, read};
use crate::render::calendar::{Options, Tasks};
use crate::source::Document;
use crate::value::{Day, TimeRange, Weekday};

const PLAN: &str = r##"
language = "zh-CN"
time_zone = "Asia/Shanghai"
community = { id = "chenguang", name = "晨光读书会" }
lifecycle = { starts = 2026-12-01, months = 24 }
channels = [
  { id = "members", platform = "wechat-group", title = "会员群" },
  { id = "oa", platform = "wechat-official-account", title = "晨光公众号" },
  { id = "camp1", platform = "wecom-customer-group", title = "一期营" },
]
places = [{ id = "hengshan", name = "衡山书店", address = "衡山路 1 号", capacity = 20 }]
roles = [{ id = "host", title = "领读人", kind = "participant" }, { id = "helper", title = "志愿者" }]
people = [{ name = "小雨", roles = ["host"] }, { name = "小林", roles = ["helper"] }]
changes = [
  { item = "salon", on = 2026-12-26, move_to = 2026-12-27T14:00:00, reason = "书店盘点" },
  { item = "review", on = 2026-12-31, cancel = true },
]
cohorts = [{ id = "c1", title = "一期", programme = "camp21", starts = 2026-12-07, channel = "camp1" }]

[[activities]]
id = "salon"
title = "线下共读"
place = "hengshan"
owner = "host"
staff = [{ role = "helper" }]
signup = { closes = "T-1d 20:00" }
steps = [{ id = "announce", at = "T-7d 20:00", stage = "promotion", role = "host", minutes = 15, title = "发预告",
  text = "{title} {date} {weekday} {time} 在{place}，还有 {seats} 个座位，{closes} 截止，{owner} 领读，{unknown}",
  sends = [{ to = "members", mention_all = true }, { to = "@channels" }] }]

[[activities]]
id = "family"
title = "👩‍👩‍👧 家庭日\u001B[31m：一起读绘本，and a rather long English tail | with a pipe"
channels = ["members"]

[[activities]]
id = "retreat"
title = "=HYPERLINK(1)"
lasts = "2d"

[[content]]
id = "morning"
title = "早安一句"
series = ["一", "二", "三"]
sends = [{ to = "members" }, { to = "oa", mention_all = true }]

[[reviews]]
id = "review"

[[programmes]]
id = "camp21"
items = [{ days = "1-2", at = "06:30", title = "打卡", text = "今天读{title}" }]
"##;

/// A plan with its names.
pub(super) struct Fixture {
    pub plan: Plan,
    pub index: Index,
    pub library: Library,
}

fn at(pattern: Pattern, time: Option<(&str, Option<&str>)>) -> Option<Cadence> {
    let clock = |text: &str| text.parse().expect("a time");
    let time = time.map(|(start, end)| TimeRange { start: clock(start), end: end.map(clock) });
    Some(Cadence::new(pattern, time.into_iter().collect()))
}

pub(super) fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

impl Fixture {
    /// A plan as it is written.
    pub(super) fn of(text: &str) -> Self {
        let mut buffer = String::new();
        let library = Library::default();
        let reading = read(&Document::parse(text, &mut buffer), &library);
        assert!(reading.is_sound(), "{:?}", reading.findings);
        Self { plan: reading.plan, index: reading.index, library }
    }

    pub(super) fn new() -> Self {
        let Self { mut plan, index, library } = Self::of(PLAN);
        let saturdays = vec![MonthDay::Nth(2, Weekday::Sat), MonthDay::Nth(4, Weekday::Sat)];
        let monthly = |days| Pattern::Monthly { period: Period::Month, days };
        plan.activities[0].when = at(monthly(saturdays), Some(("14:00", Some("16:00"))));
        plan.activities[1].when = at(Pattern::Once(day("2026-12-12")), Some(("22:00", Some("01:00"))));
        plan.activities[2].when = at(Pattern::Once(day("2026-12-19")), None);
        plan.content[0].when = at(Pattern::Workdays, Some(("08:00", None)));
        plan.reviews[0].when = at(monthly(vec![MonthDay::Day(-1)]), Some(("21:00", None)));
        Self { plan, index, library }
    }

    pub(super) fn calendar(&self, from: &str, to: &str) -> Calendar<'_> {
        let request = CalendarRequest { from: day(from), to: day(to), holidays: Holidays::china(), without: None };
        calendar(&self.plan, &self.index, &self.library, &request).expect("a short range")
    }
}

pub(super) fn options() -> Options {
    Options { width: 120, ascii: false, colour: false, today: day("2026-11-20"), tasks: Tasks::Events }
}

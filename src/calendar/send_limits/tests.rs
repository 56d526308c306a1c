//! Every limit from both sides, and the nearest free slot, against results calculated by hand.

mod edges;

use super::super::entry::At;
use super::super::{CalendarRequest, Item, Origin, Problem, calendar};
use super::*;
use crate::knowledge::Holidays;
use crate::knowledge::platform::{Per, Scope};
use crate::library::Library;
use crate::plan::read;
use crate::source::Document;

/// What is over on some days of a plan, without those of other kinds.
fn exceeded_in(plan: &str, from: &str, to: &str) -> Vec<LimitExceeded> {
    let library = Library::default();
    let mut buffer = String::new();
    let text = format!("language = \"en\"\nholidays = \"none\"\n{plan}");
    let reading = read(&Document::parse(&text, &mut buffer), &library);
    assert!(reading.is_sound(), "{:?}", reading.findings);
    let day = |text: &str| text.parse::<Day>().expect("a day");
    let request = CalendarRequest { from: day(from), to: day(to), holidays: Holidays::china(), without: None };
    let made = calendar(&reading.plan, &reading.index, &library, &request).expect("made");
    let over = |problem: &Problem| match problem {
        Problem::LimitExceeded(over) => Some(**over),
        _ => None,
    };
    made.problems.iter().filter_map(over).collect()
}

/// The same in short: which content, when, how many, and where else it could go.
fn short(plan: &str, from: &str, to: &str) -> Vec<String> {
    let moment = |at: At| at.time.map_or_else(|| at.day.to_string(), |time| format!("{} {time}", at.day));
    let line = |over: LimitExceeded| {
        let item = match over.origin {
            Origin::Item(Item::Content(content)) => format!("content {content}"),
            Origin::Item(Item::Programme(cohort, item)) => format!("programme {cohort} {item}"),
            Origin::Task(activity, task) => format!("task {activity} {task}"),
            other => format!("{other:?}"),
        };
        let free = over.free.map_or_else(|| "none".to_owned(), moment);
        format!("{item} at {}: {} of {}, free {free}", moment(over.at), over.count, over.limit.allowed(over.window))
    };
    exceeded_in(plan, from, to).into_iter().map(line).collect()
}

fn channel(id: &str, platform: &str, more: &str) -> String {
    format!("[[channels]]\nid = \"{id}\"\nplatform = \"{platform}\"\n{more}\n")
}

fn content(when: &str, to: &str) -> String {
    format!("[[content]]\nwhen = \"{when}\"\nsends = [{{ to = \"{to}\" }}]\n")
}

fn broadcast(when: &str, to: &str) -> String {
    content(when, to).replace(" }]", ", by = \"broadcast\" }]")
}

fn mention(when: &str, to: &str) -> String {
    content(when, to).replace(" }]", ", mention_all = true }]")
}

#[test]
fn reports_nothing_without_limits() {
    let plan = channel("c", "telegram", "") + &content("daily 03:00", "c").repeat(9);
    assert_eq!(short(&plan, "2026-12-01", "2026-12-31"), [] as [&str; 0]);
}

#[test]
fn quiet_hours_wrap_and_are_half_open() {
    let quiet = |time: &str| {
        let plan = channel("c", "telegram", "quiet_hours = \"22:30-07:30\"") + &content(&format!("daily {time}"), "c");
        short(&plan, "2026-12-01", "2026-12-01")
    };
    for free in ["07:30", "22:29", "12:00"] {
        assert_eq!(quiet(free), [] as [&str; 0], "{free}");
    }
    // all other days are as quiet; the nearest half hour that is not
    assert_eq!(quiet("22:30"), ["content 0 at 2026-12-01 22:30: 1 of 0, free 2026-12-01 22:00"]);
    assert_eq!(quiet("23:59"), ["content 0 at 2026-12-01 23:59: 1 of 0, free 2026-12-01 22:00"]);
    assert_eq!(quiet("00:00"), ["content 0 at 2026-12-01 00:00: 1 of 0, free 2026-12-01 07:30"]);
    assert_eq!(quiet("07:29"), ["content 0 at 2026-12-01 07:29: 1 of 0, free 2026-12-01 07:30"]);
    // hours that do not wrap, those of the rules, and a channel with its own
    let day = "[rules]\nquiet_hours = \"12:00-14:00\"\n".to_owned() + &channel("c", "telegram", "");
    let at = |plan: &str, time: &str| {
        short(&(plan.to_owned() + &content(&format!("daily {time}"), "c")), "2026-12-01", "2026-12-02").len()
    };
    assert_eq!(["11:59", "12:00", "13:59", "14:00"].map(|time| at(&day, time)), [0, 2, 2, 0]);
    let own = day.replace("platform", "quiet_hours = \"01:00-02:00\"\nplatform");
    assert_eq!(["12:00", "01:30"].map(|time| at(&own, time)), [0, 2]);
    // no time, no quiet
    let plan = channel("c", "telegram", "quiet_hours = \"22:30-07:30\"") + &content("daily", "c");
    assert_eq!(short(&plan, "2026-12-01", "2026-12-31"), [] as [&str; 0]);
}

#[test]
fn reports_messages_a_day_once_at_the_first_over() {
    let limited = channel("c", "telegram", "messages_per_day = 2");
    let two = limited.clone() + &content("daily 08:00", "c") + &content("daily 12:00", "c");
    assert_eq!(short(&two, "2026-12-01", "2026-12-31"), [] as [&str; 0]);
    // Fridays have four: the third in time is over, all four are counted; Saturday at that time is free
    let four = two.clone() + &content("every Fri 20:00", "c") + &content("every Fri 10:00", "c");
    let four = four.replace("daily 08:00", "every Fri 08:00");
    assert_eq!(
        short(&four, "2026-12-01", "2026-12-12"),
        [
            "content 1 at 2026-12-04 12:00: 4 of 2, free 2026-12-05 12:00",
            "content 1 at 2026-12-11 12:00: 4 of 2, free 2026-12-12 12:00"
        ]
    );
    // every day is full: nowhere within two weeks, and no half hour helps
    let full = two.clone() + &content("2026-12-10 20:00", "c");
    assert_eq!(short(&full, "2026-12-01", "2026-12-31"), ["content 2 at 2026-12-10 20:00: 3 of 2, free none"]);
    // of one time the order of the plan
    let same = limited + &content("2026-12-10 20:00", "c").repeat(3);
    assert_eq!(
        short(&same, "2026-12-01", "2026-12-31"),
        ["content 2 at 2026-12-10 20:00: 3 of 2, free 2026-12-11 20:00"]
    );
    // the plan's own number for all channels; each has its own count
    let rules =
        "[rules]\nmessages_per_day = 1\n".to_owned() + &channel("c", "telegram", "") + &channel("d", "telegram", "");
    let each = rules.clone() + &content("daily 08:00", "c") + &content("daily 09:00", "d");
    assert_eq!(short(&each, "2026-12-01", "2026-12-31"), [] as [&str; 0]);
    let none = rules.replace("= 1", "= 0") + &content("2026-12-10", "c");
    assert_eq!(short(&none, "2026-12-01", "2026-12-31"), ["content 0 at 2026-12-10: 1 of 0, free none"]);
}

#[test]
fn mentions_are_days_apart() {
    let base = channel("c", "telegram", "");
    let on = |days: &[&str]| days.iter().map(|day| mention(day, "c")).collect::<String>();
    // two days by default
    assert_eq!(
        short(&(base.clone() + &on(&["2026-12-01 23:00", "2026-12-03 08:00"])), "2026-12-01", "2026-12-31"),
        [] as [&str; 0]
    );
    let next = base.clone() + &on(&["2026-12-01 08:00", "2026-12-02 23:00"]);
    assert_eq!(
        short(&next, "2026-12-01", "2026-12-31"),
        ["content 1 at 2026-12-02 23:00: 2 of 1, free 2026-12-03 23:00"]
    );
    // the one before the range counts
    assert_eq!(
        short(&next, "2026-12-02", "2026-12-02"),
        ["content 1 at 2026-12-02 23:00: 2 of 1, free 2026-12-03 23:00"]
    );
    // twice on a date
    let same = base.clone() + &on(&["2026-12-01 08:00", "2026-12-01 20:00", "2026-12-01 21:00"]);
    assert_eq!(
        short(&same, "2026-12-01", "2026-12-31"),
        ["content 1 at 2026-12-01 20:00: 3 of 1, free 2026-12-03 20:00"]
    );
    // a date after a date with two
    let more = base.clone() + &on(&["2026-12-01 08:00", "2026-12-01 20:00", "2026-12-02 08:00"]);
    assert_eq!(
        short(&more, "2026-12-01", "2026-12-31"),
        [
            "content 1 at 2026-12-01 20:00: 2 of 1, free 2026-11-29 20:00",
            "content 2 at 2026-12-02 08:00: 3 of 1, free 2026-12-03 08:00"
        ]
    );
    // every day: each is too near to the one before, and there is no room
    let daily = base.clone() + &mention("daily 20:00", "c");
    let found = short(&daily, "2026-12-01", "2026-12-03");
    assert_eq!(found.len(), 3);
    assert_eq!(found[0], "content 0 at 2026-12-01 20:00: 2 of 1, free none");
    // by the plan, and nothing without mentions
    let week = "[rules]\nmention_all_every = \"1w\"\n".to_owned() + &base;
    let fits = week.clone() + &on(&["2026-12-01", "2026-12-08"]);
    assert_eq!(short(&fits, "2026-12-01", "2026-12-31"), [] as [&str; 0]);
    let near = week + &on(&["2026-12-01", "2026-12-07"]);
    assert_eq!(short(&near, "2026-12-01", "2026-12-31"), ["content 1 at 2026-12-07: 2 of 1, free 2026-12-08"]);
    let never = "[rules]\nmention_all_every = \"0d\"\n".to_owned() + &base + &mention("daily 20:00", "c").repeat(2);
    assert_eq!(short(&never, "2026-12-01", "2026-12-31"), [] as [&str; 0]);
}

#[test]
fn weeks_are_those_of_iso_across_the_new_year() {
    // 2026-12-28 is a Monday: week 53 ends on 2027-01-03
    let plan = |days: &[&str]| {
        channel("c", "telegram", "")
            + "[limits]\ntelegram = { sends_per_week = 2 }\n"
            + &days.iter().map(|day| broadcast(day, "c")).collect::<String>()
    };
    let apart = plan(&["2026-12-27 10:00", "2026-12-28 10:00", "2027-01-03 10:00", "2027-01-04 10:00"]);
    assert_eq!(short(&apart, "2026-12-01", "2027-01-31"), [] as [&str; 0]);
    let over = plan(&["2026-12-28 10:00", "2026-12-31 10:00", "2027-01-02 10:00"]);
    // Sunday is of the same week, as is every day back to Monday; the nearest other is Monday 01-04
    let wanted = ["content 2 at 2027-01-02 10:00: 3 of 2, free 2027-01-04 10:00"];
    assert_eq!(short(&over, "2026-12-01", "2027-01-31"), wanted);
    // a range that begins in the middle of the week counts it whole
    assert_eq!(short(&over, "2027-01-01", "2027-01-31"), wanted);
    assert_eq!(short(&over, "2026-12-01", "2026-12-31"), [] as [&str; 0]);
}

#[test]
fn the_quota_of_a_month_counts_the_whole_month() {
    let service = channel("c", "wechat-service-account", "");
    let weekly = service.clone() + &content("every Tue 10:00", "c");
    // December 2026 has five Tuesdays: 1, 8, 15, 22, 29; November and January four, those of January being 5, 12, 19, 26
    let wanted = ["content 0 at 2026-12-29 10:00: 5 of 4, free none"];
    assert_eq!(short(&weekly, "2026-12-01", "2026-12-31"), wanted);
    assert_eq!(short(&weekly, "2026-12-20", "2026-12-31"), wanted);
    assert_eq!(short(&weekly, "2026-12-01", "2026-12-28"), [] as [&str; 0]);
    // without the one of 26 January the next month has room from its first day on
    let less = weekly + "[[changes]]\nitem = \"x\"\non = 2027-01-26\ncancel = true\n";
    let less = less.replace("[[content]]", "[[content]]\nid = \"x\"");
    assert_eq!(
        short(&less, "2026-12-01", "2026-12-31"),
        ["content 0 at 2026-12-29 10:00: 5 of 4, free 2027-01-01 10:00"]
    );
    let found = exceeded_in(&less, "2026-12-01", "2026-12-31");
    let SendLimit::Quota(quota) = found[0].limit else { panic!("{found:?}") };
    assert_eq!((quota.per, quota.scope, quota.own), (Per::Month, Scope::Member, None));
    assert_eq!(quota.known.map(|known| known.fact.id), Some("wechat/service-sends"));
    assert_eq!((found[0].window.from.ymd(), found[0].window.to.ymd()), ((2026, 12, 1), (2026, 12, 31)));
}

#[test]
fn a_customer_group_gets_as_many_as_the_month_has_days() {
    let plan = channel("c", "wecom-customer-group", "") + &broadcast("daily 10:00", "c");
    assert_eq!(short(&plan, "2027-02-01", "2027-02-28"), [] as [&str; 0]);
    let more = plan + &broadcast("2027-02-10 12:00", "c");
    // the 29th of February's messages is that of the 28th; every month around is as full
    assert_eq!(short(&more, "2027-02-01", "2027-02-28"), ["content 0 at 2027-02-28 10:00: 29 of 28, free none"]);
}

#[test]
fn channels_of_one_account_share_its_quota() {
    let three = |accounts: [&str; 3]| {
        let one = |(id, account): (&str, &str)| {
            channel(id, "wechat-official-account", account) + &content(&format!("2026-12-10 1{}:00", id.len()), id)
        };
        ["a", "bb", "ccc"].into_iter().zip(accounts).map(one).collect::<String>()
    };
    let same = short(&three(["", "", ""]), "2026-12-01", "2026-12-31");
    assert_eq!(same, ["content 1 at 2026-12-10 12:00: 3 of 1, free 2026-12-11 12:00"]);
    let mine = "account = \"mine\"";
    assert_eq!(short(&three([mine, "account = \"yours\"", ""]), "2026-12-01", "2026-12-31"), [] as [&str; 0]);
    let two = short(&three([mine, "", mine]), "2026-12-01", "2026-12-31");
    assert_eq!(two, ["content 2 at 2026-12-10 13:00: 2 of 1, free 2026-12-11 13:00"]);
    // a quota of followers is not shared
    let service = three(["", "", ""]).replace("official", "service").replace("2026-12-10", "every Thu");
    assert_eq!(short(&service, "2026-11-01", "2026-11-30"), [] as [&str; 0]);
}

#[test]
fn the_plan_overrides_limits() {
    let plan = |limits: &str| {
        channel("c", "wechat-official-account", "")
            + &content("daily 10:00", "c")
            + &content("daily 11:00", "c")
            + limits
    };
    assert_eq!(short(&plan(""), "2026-12-01", "2026-12-31").len(), 31);
    let own = "[limits]\nwechat-official-account = { sends_per_day = 2 }\n";
    assert_eq!(short(&plan(own), "2026-12-01", "2026-12-31"), [] as [&str; 0]);
    let other = "[limits]\nwechat-official-account = { sends_per_week = 14 }\n";
    assert_eq!(short(&plan(other), "2026-12-01", "2026-12-31").len(), 31, "that of a day stays");
    let both = "[limits]\nwechat-official-account = { sends_per_day = 2, sends_per_week = 13 }\n";
    // ISO weeks that end in December 2026 after the 1st: 6, 13, 20, 27; the last ends in January
    let found = exceeded_in(&plan(both), "2026-12-01", "2026-12-31");
    assert_eq!(found.iter().map(|over| over.at.day.ymd().2).collect::<Vec<_>>(), [6, 13, 20, 27]);
    let SendLimit::Quota(quota) = found[0].limit else { panic!("{found:?}") };
    assert_eq!((quota.per, quota.own, quota.known), (Per::Week, Some(13), None));
}

#[test]
fn steps_and_programmes_send_too() {
    let camp = channel("c", "telegram", "messages_per_day = 1")
        + "[[programmes]]\nid = \"p\"\n[[programmes.items]]\ndays = \"1-3\"\nat = \"07:00\"\n[[programmes.items]]\nday = 2\nat = \"21:00\"\n\
           [[cohorts]]\nid = \"k\"\nprogramme = \"p\"\nstarts = 2026-12-07\nchannel = \"c\"\n\
           [[activities]]\nid = \"a\"\nwhen = \"2026-12-10 20:00\"\nchannels = [\"c\"]\nsteps = [{ id = \"x\", at = \"T-1d 12:00\", sends = [{ to = \"@channels\" }, { to = \"c\" }] }]\n";
    assert_eq!(
        short(&camp, "2026-12-01", "2026-12-31"),
        [
            "programme 0 1 at 2026-12-08 21:00: 2 of 1, free 2026-12-10 21:00",
            "task 0 0 at 2026-12-09 12:00: 2 of 1, free 2026-12-10 12:00"
        ]
    );
    // what is cancelled sends nothing, and what is moved sends elsewhere
    let change = |what: &str| format!("{camp}[[changes]]\nitem = \"a\"\non = 2026-12-10\n{what}\n");
    assert_eq!(short(&change("cancel = true"), "2026-12-01", "2026-12-31").len(), 1);
    assert_eq!(short(&change("move_to = 2026-12-12"), "2026-12-01", "2026-12-31").len(), 1);
}

#[test]
fn free_slots_are_within_the_life() {
    let plan = "[lifecycle]\nstarts = 2026-12-09\ndays = 2\n".to_owned()
        + &channel("c", "telegram", "messages_per_day = 1")
        + &content("2026-12-10 08:00", "c")
        + &content("2026-12-10 20:00", "c");
    assert_eq!(
        short(&plan, "2026-12-01", "2026-12-31"),
        ["content 1 at 2026-12-10 20:00: 2 of 1, free 2026-12-09 20:00"]
    );
    let shorter = plan.replace("2026-12-09", "2026-12-10").replace("days = 2", "days = 1");
    assert_eq!(short(&shorter, "2026-12-01", "2026-12-31"), ["content 1 at 2026-12-10 20:00: 2 of 1, free none"]);
}

#[test]
fn a_slot_obeys_every_limit() {
    // 12-11 has its message, 12-09 its mention next door, 12-12 is the first with room for both
    let plan = channel("c", "telegram", "messages_per_day = 1")
        + &content("2026-12-10 08:00", "c")
        + &mention("2026-12-10 20:00", "c")
        + &content("2026-12-11 08:00", "c")
        + &mention("2026-12-08 08:00", "c");
    assert_eq!(
        short(&plan, "2026-12-01", "2026-12-31"),
        ["content 1 at 2026-12-10 20:00: 2 of 1, free 2026-12-12 20:00"]
    );
}

#[test]
fn a_quota_counts_only_what_goes_out_the_way_it_speaks_of() {
    // one post a day typed by hand, and one more: 32 in a month whose quota of group sends is 31
    let plan = |by: &str| {
        let content = content("daily 08:00", "c") + &content("2026-12-10 20:00", "c");
        channel("c", "wecom-customer-group", "") + &content.replace(" }]", &format!("{by} }}]"))
    };
    let over = |by: &str| short(&plan(by), "2026-12-01", "2026-12-31").len();
    assert_eq!([over(""), over(", by = \"hand\""), over(", by = \"bot\""), over(", by = \"broadcast\"")], [0, 0, 0, 1]);
    // the quota of QQ is for bots, four a month
    let bot = |by: &str| short(&plan(by).replace("wecom-customer-group", "qq-group"), "2026-12-01", "2026-12-31").len();
    assert_eq!([bot(""), bot(", by = \"broadcast\""), bot(", by = \"bot\"")], [0, 0, 1]);
    // nobody types to the followers of an official account
    let account = plan("").replace("wecom-customer-group", "wechat-official-account");
    assert_eq!(short(&account, "2026-12-10", "2026-12-10").len(), 1);
    assert_eq!(short(&account.replace(" }]", ", by = \"hand\" }]"), "2026-12-10", "2026-12-10").len(), 0);
}

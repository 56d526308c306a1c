//! What comes first at one time, what is counted together, and how far a day reaches.

use super::*;

#[test]
fn at_one_time_programmes_come_before_posts_and_posts_before_steps() {
    let plan = |most: u32| {
        channel("c", "telegram", &format!("messages_per_day = {most}"))
            + "[[activities]]\nid = \"a\"\nwhen = \"2026-12-08 20:00\"\nsteps = [{ id = \"x\", at = \"T+0m\", sends = [{ to = \"c\" }] }]\n"
            + &content("2026-12-08 20:00", "c")
            + "[[programmes]]\nid = \"p\"\n[[programmes.items]]\nday = 2\nat = \"20:00\"\n\
               [[cohorts]]\nid = \"k\"\nprogramme = \"p\"\nstarts = 2026-12-07\nchannel = \"c\"\n"
    };
    let first_over = |most| short(&plan(most), "2026-12-01", "2026-12-31").remove(0);
    assert!(first_over(1).starts_with("content 0 at 2026-12-08 20:00: 3 of 1"), "{}", first_over(1));
    assert!(first_over(2).starts_with("task 0 0 at 2026-12-08 20:00: 3 of 2"), "{}", first_over(2));
}

#[test]
fn sends_at_one_quiet_moment_are_counted_together() {
    let plan = channel("c", "telegram", "quiet_hours = \"22:00-07:00\"") + &content("2026-12-08 23:00", "c").repeat(3);
    let found = short(&plan, "2026-12-01", "2026-12-31");
    assert_eq!(found, ["content 0 at 2026-12-08 23:00: 3 of 0, free 2026-12-08 21:30"]);
}

#[test]
fn no_interval_between_mentions_is_no_limit() {
    let plan = "[rules]\nmention_all_every = \"0d\"\n".to_owned()
        + &channel("c", "telegram", "messages_per_day = 9")
        + &mention("daily 08:00", "c")
        + &mention("daily 20:00", "c");
    assert_eq!(short(&plan, "2026-12-01", "2026-12-31"), [] as [&str; 0]);
}

#[test]
fn a_mention_counts_where_one_of_two_sends_has_it() {
    let both = "sends = [{ to = \"c\", mention_all = true }, { to = \"c\" }]";
    let post = |day: &str| format!("[[content]]\nwhen = \"2026-12-{day} 08:00\"\n{both}\n");
    let plan = channel("c", "telegram", "") + &post("08") + &post("09");
    let found = short(&plan, "2026-12-01", "2026-12-31");
    assert_eq!(found, ["content 1 at 2026-12-09 08:00: 2 of 1, free 2026-12-10 08:00"]);
}

#[test]
fn a_slot_for_a_mention_keeps_its_distance() {
    let plan = |every: &str, most: u32| {
        format!("[rules]\nmention_all_every = \"{every}\"\n")
            + &channel("c", "telegram", &format!("messages_per_day = {most}"))
            + &mention("2026-12-08 08:00", "c").repeat(2)
            + &mention("2026-12-08 20:00", "c")
            + &mention("2026-12-09 08:00", "c")
    };
    let free = |every: &str, most: u32| short(&plan(every, most), "2026-12-01", "2026-12-31").pop().unwrap_or_default();
    assert!(free("0d", 2).ends_with("free 2026-12-09 20:00"), "{}", free("0d", 2));
    let found = |every: &str| short(&plan(every, 9), "2026-12-01", "2026-12-31").remove(0);
    assert!(found("1d").ends_with("3 of 1, free 2026-12-07 08:00"), "{}", found("1d"));
    assert!(found("3d").ends_with("free 2026-12-05 08:00"), "{}", found("3d"));
}

/// Steps weeks before and after what they belong to, and posts that a holiday puts off.
#[test]
fn a_day_alone_reports_the_same_as_among_others() {
    let step = |at: &str| {
        format!("[[activities]]\nwhen = \"daily 12:00\"\nsteps = [{{ at = \"{at}\", sends = [{{ to = \"c\" }}] }}]\n")
    };
    let late = "[[content]]\nwhen = \"daily 20:00\"\non_holiday = \"after\"\nsends = [{ to = \"c\" }]\n";
    let plan = channel("c", "telegram", "messages_per_day = 1") + &step("T-40d 08:00") + &step("T+40d 09:00") + late;
    let whole = exceeded_in(&plan, "2026-09-28", "2026-10-12");
    assert_eq!(whole.len(), 15);
    // of the days off from 1 to 7 October five put their post off to the 8th
    assert_eq!(whole[10].count, 8);
    for over in whole {
        let day = over.at.day.to_string();
        assert_eq!(exceeded_in(&plan, &day, &day), [over]);
    }
}

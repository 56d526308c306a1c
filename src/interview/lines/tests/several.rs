//! Activities of several days, in several channels, at a place: what a line says beside its time and its title.

use super::*;

const TEAM: &str = "敏姐 群主、直播；阿玲（1群群主、早安）；王老师 训练营班主任；小林和阿May轮流带读，老周记录";
const GROUPS: &str = "1群 企业微信 160人\n2群 企业微信\n3群 企业微信\n视频号直播间\n社区图书室";
const CLUB: &str = "me (Tom) and Priya; Dana; Anke; Ravi";
const PROJECT: &str = "Discord\nannouncement mailing list\nThe Swan pub, back room, 22 seats";

/// Each activity of a line as it is understood beside a team and channels.
fn read((team, channels): (&str, &str), text: &str) -> String {
    let team = super::super::people(team).items;
    let channels = super::super::channels(channels).items;
    let read = super::super::activities(text);
    shown(&read, |activity| {
        let activity = activity.clone().assigned(&team, &channels);
        let leader = activity.leader.as_ref().map(|leader| format!(" | {}", leader.name(Language::En)));
        let at = activity.place.as_ref().map(|place| format!(" at {place}"));
        let lasts = activity.lasts.map(|lasts| format!(" for {lasts}"));
        let helpers = (!activity.helpers.is_empty()).then(|| format!(" + {}", activity.helpers.join(" ")));
        let channels = (!activity.channels.is_empty()).then(|| format!(" @ {}", activity.channels.join(" ")));
        let zone = activity.zone.as_ref().map(|zone| format!(" {zone}"));
        let behind: String = [zone, lasts, at, channels, leader, helpers].into_iter().flatten().collect();
        format!("{} = {}{behind}", activity.cadence.print(Language::En), activity.title)
    })
}

#[test]
fn several_channels_of_one_activity_are_all_taken() {
    for text in ["@1群、2群、3群", "@1群@2群@3群", "@1群 @2群 @3群", "@1群，2群，3群", "三个群都发", "所有群都发"]
    {
        let line = format!("每天早上8点 早安 {text}");
        assert_eq!(read((TEAM, GROUPS), &line), "daily 08:00 = 早安 @ 1群 2群 3群", "{line}");
    }
    for (text, expected) in [
        ("每天早上8点 早安 阿玲 三个群都发", "daily 08:00 = 早安 @ 1群 2群 3群 | 阿玲"),
        ("每周三晚上8点 直播答疑 敏姐 视频号直播间", "every Wed 20:00 = 直播答疑 @ 视频号直播间 | 敏姐"),
        ("每天早上8点 早安 二群", "daily 08:00 = 早安 二群"),
    ] {
        assert_eq!(read((TEAM, GROUPS), text), expected, "{text}");
    }
    for (text, expected) in [
        ("Fri 19:00 release party on Discord, everyone", "every Fri 19:00 = release party @ Discord"),
        (
            "first Mon of the month 9:00 news to the announcements list",
            "first Mon of the month 09:00 = news @ announcement mailing list",
        ),
    ] {
        assert_eq!(read((CLUB, PROJECT), text), expected, "{text}");
    }
}

#[test]
fn several_days_are_a_span_or_an_activity_each() {
    for (text, expected) in [
        ("每年9月1日20:00到9月21日 秋季21天训练营 王老师", "yearly on 1 Sep 20:00 = 秋季21天训练营 for 20d | 王老师"),
        ("每年9月1日到9月21日 秋季21天训练营 王老师", "yearly on 1 Sep = 秋季21天训练营 for 3w | 王老师"),
        (
            "每年3月1号、9月1号 21天训练营 王老师",
            "yearly on 1 Mar = 21天训练营 | 王老师; yearly on 1 Sep = 21天训练营 | 王老师",
        ),
    ] {
        assert_eq!(read((TEAM, GROUPS), text), expected, "{text}");
    }
    let party =
        "Release party, 18 Dec 2026, 19 March, 18 June and 17 Sept 2027, 12:00 New York time, Discord, everyone";
    let days = ["2026-12-18", "2027-03-19", "2027-06-18", "2027-09-17"];
    let expected = days.map(|day| format!("{day} 12:00 = Release party America/New_York @ Discord")).join("; ");
    assert_eq!(read((CLUB, PROJECT), party), expected);
}

#[test]
fn months_and_quarters_are_no_part_of_a_title() {
    for (text, expected) in [
        ("first sunday of jan, apr, jul, oct 7pm book vote", "first Sun of the quarter 19:00 = book vote"),
        ("every 2 weeks on Sat 10:00 walk", "every 2 weeks on Sat 10:00 = walk"),
    ] {
        assert_eq!(read((CLUB, "Discord"), text), expected, "{text}");
    }
    for text in ["first sunday of jan, jul 7pm book vote", "last sunday of jan, apr, jul, oct 7pm book vote"] {
        assert!(super::super::activities(text).items.is_empty(), "{text}");
    }
    for (text, title) in [("book vote each quarter", "book vote"), ("每季度一次户外活动", "户外活动")] {
        let unread = super::super::activities(text).unread.remove(0);
        assert!(!unread.near.is_empty() && unread.near.iter().all(|near| near.ends_with(title)), "{unread:?}");
    }
}

#[test]
fn a_place_a_clock_and_who_takes_turns_are_understood() {
    for (text, expected) in [
        (
            "2nd thursday of every month half seven, book night in the back room at the Swan, me or Priya leads",
            "2nd Thu of the month 19:30 = book night at The Swan pub, back room | Tom and Priya in turns",
        ),
        ("Fri about 6pm drinks", "every Fri 18:00 = drinks"),
        ("Mon 9:00 triage in turn: Dana, Anke, Ravi", "every Mon 09:00 = triage | Dana and Anke and Ravi in turns"),
        (
            "Mon 9:00 triage, Ravi first, then Dana, then Anke",
            "every Mon 09:00 = triage | Ravi and Dana and Anke in turns",
        ),
    ] {
        assert_eq!(read((CLUB, PROJECT), text), expected, "{text}");
    }
    assert_eq!(
        read((TEAM, GROUPS), "每两周的周六下午两点半在社区图书室共读，小林和阿May轮流带读，老周记录"),
        "every 2 weeks on Sat 14:30 = 共读 at 社区图书室 | reading-leader + 老周".replace("reading-leader", "带读"),
    );
    // where people meet in a single place, they meet there
    assert_eq!(read((TEAM, GROUPS), "周六 19:00 线下聚会"), "every Sat 19:00 = 线下聚会 at 社区图书室");
}

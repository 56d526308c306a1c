//! Activities as they are pasted.

use super::*;
use crate::cadence::Cadence;

fn read(text: &str) -> String {
    shown(&super::super::activities(text), |line| {
        assert_eq!(Cadence::parse(&line.when).as_ref(), Ok(&line.cadence), "{text}");
        let form = line.form.map(|form| format!(" ({})", form.word())).unwrap_or_default();
        let channel = line.channel.as_ref().map(|channel| format!(" @{channel}")).unwrap_or_default();
        let place = if line.is_in_person { " in person" } else { "" };
        format!("{} = {}{place}{form}{channel}", line.cadence.print(Language::En), line.title)
    })
}

#[test]
fn activities_with_their_times() {
    check(
        &[
            ("每周三20:00 答疑夜", "every Wed 20:00 = 答疑夜 (qa)"),
            ("每周三20:00答疑夜", "every Wed 20:00 = 答疑夜 (qa)"),
            ("答疑夜 每周三晚上八点", "every Wed 20:00 = 答疑夜 (qa)"),
            ("答疑夜（每周三 20:00）", "every Wed 20:00 = 答疑夜 (qa)"),
            ("答疑夜：每周三晚上8点", "every Wed 20:00 = 答疑夜 (qa)"),
            ("Wed 19:00 office hours in #help", "every Wed 19:00 = office hours (qa) @#help"),
            ("office hours, Wed 7pm", "every Wed 19:00 = office hours (qa)"),
            (
                "Tuesdays at 11 stand-up",
                "[Tuesdays at 11 → every Tue 11:00 stand-up | every Tue 23:00 stand-up | every Tue 20:00 stand-up]",
            ),
            ("Tuesdays at 11am stand-up", "every Tue 11:00 = stand-up"),
            ("monthly on the 15th 20:00 book talk", "monthly on the 15th 20:00 = book talk (sharing)"),
            ("每天 7:30 打卡 @1群", "daily 07:30 = 打卡 (check-in) @1群"),
            ("打卡 每天 7:30 在1群", "daily 07:30 = 打卡 (check-in) @1群"),
            ("每周一、三、五 20:00 读书打卡", "every Mon, Wed, Fri 20:00 = 读书打卡 (check-in)"),
            ("1. 周五 20:00-21:30 嘉宾分享", "every Fri 20:00-21:30 = 嘉宾分享 (sharing)"),
            ("- 每月第一个周六 14:00 线下聚会", "first Sat of the month 14:00 = 线下聚会 in person (meetup)"),
            ("每月15日20:00 抽奖", "monthly on the 15th 20:00 = 抽奖 (draw)"),
            ("隔周六 10:00 工作坊", "every 2 weeks on Sat 10:00 = 工作坊 (workshop)"),
            ("工作日 9:00 早安话题", "workdays 09:00 = 早安话题 (topic)"),
            ("daily 8:00 check-in", "daily 08:00 = check-in (check-in)"),
            ("Every Friday 17:00: Q&A @support", "every Fri 17:00 = Q&A (qa) @support"),
            ("first Sat of the month 10:00 — meetup", "first Sat of the month 10:00 = meetup (meetup)"),
            ("Quiz night | every Thu 20:00", "every Thu 20:00 = Quiz night (quiz)"),
            ("every Sat 19:00 book evening in a living room", "every Sat 19:00 = book evening in person"),
            ("Sat 19:00 book evening at someone's living room", "every Sat 19:00 = book evening in person"),
            ("Sat 19:00 book evening in person", "every Sat 19:00 = book evening in person"),
            ("周六 19:00 在一个人家里聚会", "every Sat 19:00 = 聚会 in person (meetup)"),
            ("周六 19:00 读书会 线下", "every Sat 19:00 = 读书会 in person"),
            ("周六 19:00 聚会 在书店", "every Sat 19:00 = 聚会 in person (meetup)"),
            ("2026-12-24 Thanksgiving dinner", "2026-12-24 = Thanksgiving dinner"),
            ("Christmas cookies", "Christmas = cookies"),
            ("每周三 读书会", "every Wed = 读书会"),
            ("Fridays demo day", "every Fri = demo day"),
            ("周三 20:00 答疑；周五 20:00 打卡", "every Wed 20:00 = 答疑 (qa); every Fri 20:00 = 打卡 (check-in)"),
            ("周三 20:00 答疑，周五 20:00 打卡", "every Wed 20:00 = 答疑 (qa); every Fri 20:00 = 打卡 (check-in)"),
            ("Mon 9:00 plan, Fri 17:00 review", "every Mon 09:00 = plan; every Fri 17:00 = review"),
            ("读书会（线上） 每周日 20:00", "every Sun 20:00 = 读书会（线上）"),
            ("（每周日 20:00）读书会", "every Sun 20:00 = 读书会"),
            ("stand-up", "[stand-up]"),
            ("答疑夜", "[答疑夜]"),
            ("每周三20:00", "[每周三20:00]"),
            ("whenever we feel like it", "[whenever we feel like it]"),
            ("\n \n", ""),
        ],
        read,
    );
}

#[test]
fn what_is_not_understood_says_what_is_expected() {
    let of = |text| super::super::activities(text).unread.remove(0).expected.get(Language::En);
    assert_eq!(of("stand-up"), "when it happens, such as every Wed 20:00 office hours");
    assert_eq!(of("每周三20:00"), "what happens then, such as every Wed 20:00 office hours");
    for text in ["Dec 24 Christmas cookies", "12月24日 平安夜聚餐"] {
        let unread = super::super::activities(text).unread.remove(0);
        assert!(["Dec 24", "12月24日"].contains(&unread.part.as_str()), "{unread:?}");
        assert!(unread.near.iter().all(|near| near.contains("cookies") || near.contains("聚餐")), "{unread:?}");
        assert!(unread.expected.get(Language::En).contains("year"), "{unread:?}");
    }
    assert_eq!(of("Tuesdays at 11 stand-up"), "which hour? for example 20:00 or 8 pm");
}

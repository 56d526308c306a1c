//! Activities as they are pasted.

use super::*;
use crate::cadence::Cadence;

fn read(text: &str) -> String {
    shown(&super::super::activities(text), |line| {
        assert_eq!(Cadence::parse(&line.when).as_ref(), Ok(&line.cadence), "{text}");
        let form = line.form.map(|form| format!(" ({})", form.word())).unwrap_or_default();
        let channel = line.channels.first().map(|channel| format!(" @{channel}")).unwrap_or_default();
        let place = if line.is_in_person { " in person" } else { "" };
        let zone = line.zone.as_ref().map(|zone| format!(" {zone}")).unwrap_or_default();
        let turns = if line.leader == Some(Leader::Turns) { " in turns" } else { "" };
        let first = line.first.as_ref().map(|day| format!(" from {day}")).unwrap_or_default();
        let week = if line.is_week_long { " for a week" } else { "" };
        format!("{}{zone}{week}{first} = {}{place}{form}{channel}{turns}", line.cadence.print(Language::En), line.title)
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
            ("Tuesdays at 11 stand-up", "[Tuesdays at 11 → every Tue 11:00 stand-up | every Tue 23:00 stand-up]"),
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
            ("2026-12-24 Thanksgiving dinner", "2026-12-24 = Thanksgiving dinner in person"),
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
fn words_about_time_are_no_part_of_a_title() {
    check(
        &[
            ("every other Tue 19:30 book night from 1 Dec", "every 2 weeks on Tue 19:30 from 1 Dec = book night"),
            ("隔周六14:00 共读 从12月5日起", "every 2 weeks on Sat 14:00 from 12月5日 = 共读"),
            ("every other Thursday 5pm CET contributor call", "every 2 weeks on Thu 17:00 CET = contributor call"),
            ("Thu 17:00 Berlin time sync", "every Thu 17:00 Europe/Berlin = sync"),
            ("Thu 17:00 (Berlin) sync", "every Thu 17:00 Europe/Berlin = sync"),
            ("sync, Thu 17:00 Europe/Berlin", "every Thu 17:00 Europe/Berlin = sync"),
            ("Thu 17:00 EST sync", "every Thu 17:00 America/New_York = sync"),
            ("Thu 17:00 UTC+8 sync", "every Thu 17:00 Asia/Shanghai = sync"),
            ("Thu 17:00 CST sync", "[CST → Thu 17:00 America/Chicago sync | Thu 17:00 Asia/Shanghai sync]"),
            ("每周一UTC15：00 问题分诊", "every Mon 15:00 UTC = 问题分诊"),
            ("每周一世界时间15点 问题分诊", "every Mon 15:00 UTC = 问题分诊"),
            ("Thu 17:00 AMA", "every Thu 17:00 = AMA (ama)"),
            ("Thu 17:00 Berlin meet-up", "every Thu 17:00 = Berlin meet-up (meetup)"),
            ("隔周四下午5点（柏林时间）贡献者会", "every 2 weeks on Thu 17:00 Europe/Berlin = 贡献者会"),
            ("每周四20:00北京时间 例会", "every Thu 20:00 Asia/Shanghai = 例会"),
            (
                "every second Thursday 17:00 contributor call",
                "[every second Thursday 17:00 → every 2 weeks on Thu 17:00 contributor call | \
                 2nd Thu of the month 17:00 contributor call]",
            ),
            (
                "every 3rd Wed 18:00 social",
                "[every 3rd Wed 18:00 → every 3 weeks on Wed 18:00 social | 3rd Wed of the month 18:00 social]",
            ),
            ("first Monday 10:00 moderators' call", "first Mon of the month 10:00 = moderators' call"),
            ("every first Saturday 2pm desk day", "first Sat of the month 14:00 = desk day"),
            ("book evening, last Saturday 7pm", "last Sat of the month 19:00 = book evening"),
            ("周五晚上 简历互改", "[晚上 → 周五 20:00 简历互改]"),
            ("简历互改 每周五 晚上", "[晚上 → 每周五 20:00 简历互改]"),
            ("每周五 简历互改 晚上", "[晚上 → 每周五 20:00 简历互改]"),
            ("每天早上 打卡", "[早上 → 每天 9:00 打卡]"),
            ("周五 晚餐会", "every Fri = 晚餐会"),
            ("evening CV swap · every Fri", "[evening → every Fri 20:00 CV swap]"),
            ("Friday evening CV swap", "[evening → Friday 20:00 CV swap]"),
            ("Fri 20:00 evening swap", "every Fri 20:00 = evening swap"),
            ("book evening · every Fri", "every Fri = book evening"),
            ("weekly triage duty in turns", "every Mon for a week = triage duty in turns"),
            ("每周轮值", "every Mon for a week = 轮值 in turns"),
            ("every Mon 9:00 triage in turns", "every Mon 09:00 = triage in turns"),
            (
                "monthly newsletter",
                "[monthly → monthly on the 15th newsletter | first Mon of the month newsletter | \
                 last Fri of the month newsletter]",
            ),
            ("双周 例会", "[双周 → 隔周一 例会 | 隔周五 例会 | 隔周六 例会]"),
            ("biweekly sync Thu 17:00", "[biweekly sync Thu 17:00 → every 2 weeks on Thu 17:00 sync]"),
            ("周会 每周三 20:00 双周", "[每周三 20:00 双周 → 隔周三 20:00 周会]"),
            ("每周三 21日打卡营", "every Wed = 21日打卡营 (check-in)"),
            ("Daily stand-up on workdays 9:00", "workdays 09:00 = Daily stand-up"),
            ("4", "[4]"),
        ],
        read,
    );
}

#[test]
fn channels_first_names_and_slips_at_the_end_are_understood() {
    let team = super::super::people("Dana Reyes owner; Anke Vogt moderator; 小陶 管理员").items;
    let channels = super::super::channels("Discord\nQ&A board GitHub\nLumen News email").items;
    let read = |text: &str| {
        let activity = super::super::activities(text).items.remove(0).assigned(&team, &channels);
        let leader = activity.leader.as_ref().map(|leader| leader.name(Language::En)).unwrap_or_default();
        let doubt = if activity.doubt.is_some() { " ?" } else { "" };
        format!("{} | {leader} | {}{doubt}", activity.title, activity.channels.join("+"))
    };
    for (text, expected) in [
        ("Office hours every other Thursday 5pm Berlin time, Anke", "Office hours | Anke Vogt | "),
        ("Weekly triage, Mondays 15:00 UTC, moderator in turns, Discord", "Weekly triage | moderator | Discord"),
        (
            "Release post every 6 weeks on Wed, Dana, newsletter + GitHub",
            "Release post | Dana Reyes | Lumen News+Q&A board",
        ),
        ("Wed 19:00 office hours in Discord, Anke Vogt", "office hours | Anke Vogt | Discord"),
        ("Wed 19:00 office hours in Q&A board", "office hours |  | Q&A board"),
        ("Wed 19:00 office hours in #Q&A board", "office hours |  | Q&A board"),
        ("Mon 15:00 triage, Dana Reyes, Anke Vogt", "triage | Dana Reyes and Anke Vogt in turns | "),
        (
            "every 2 weeks on Thursday 15:00 Berlin time contributor call, led by Anke, 45 min, Discord",
            "contributor call | Anke Vogt | Discord",
        ),
        ("every Tuesday 16:00 UTC office hours on Discord, Dana", "office hours | Dana Reyes | Discord"),
        (
            "last Thu of the month 17:00 release party on Discord for 2 hours, hosted by Anke",
            "release party | Anke Vogt | Discord",
        ),
        ("每月最后一个周六 15:00 沙龙 小桃", "沙龙 小桃 |  |  ?"),
        ("每月最后一个周六 15:00 读书 小组", "读书 小组 |  | "),
        ("每日早报 8：30 小陶", "早报 | 小陶 | "),
        ("last Saturday of each month salon (Dana) 3pm", "salon | Dana Reyes | "),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn a_person_or_a_role_at_the_end_leads() {
    let team = super::super::people("Anke host; Ravi, Jo moderators; 小林；15位志愿者").items;
    let led = |text: &str| {
        let activity = super::super::activities(text).items.remove(0).assigned(&team, &[]);
        let leader = activity.leader.map(|leader| leader.name(Language::En));
        format!("{} | {}", activity.title, leader.unwrap_or_default())
    };
    for (text, expected) in [
        ("every Wed 20:00 office hours, Anke", "office hours | Anke"),
        ("office hours Wed 20:00 Ravi", "office hours | Ravi"),
        ("Wed 20:00 office hours with Ravi", "office hours | Ravi"),
        ("Wed 20:00 office hours, hosted by Anke", "office hours | Anke"),
        ("Wed 20:00 office hours, moderator", "office hours | moderator"),
        ("weekly triage, moderators in turns", "triage | moderators"),
        ("每周三20:00 答疑夜 小林", "答疑夜 | 小林"),
        ("每周三20:00 答疑夜，小林主持", "答疑夜 | 小林"),
        ("每周三20:00 答疑夜 志愿者", "答疑夜 | 志愿者"),
        ("Wed 20:00 office hours (Anke)", "office hours | Anke"),
        ("每周三20:00 答疑夜（小林）", "答疑夜 | 小林"),
        ("Wed 20:00 sync, Ravi and Jo", "sync | moderators"),
        ("Wed 20:00 sync, Ravi, Jo in turns", "sync | moderators"),
        ("Wed 20:00 sync, Anke, Ravi, Jo and 小林", "sync | all of you in turns"),
        ("Wed 20:00 sync, Anke and Ravi", "sync | Anke and Ravi in turns"),
        ("Wed 20:00 sync, Anke or Ravi leads", "sync | Anke and Ravi in turns"),
        ("Fortnightly sync Wed 20:00, moderators take turns", "sync | moderators"),
        ("Wed 20:00 sync, all moderators in turn", "sync | moderators"),
        ("Wed 20:00 sync, moderators rotating", "sync | moderators"),
        ("Wed 20:00 call, led by Jo, 45 min", "call | Jo"),
        ("first Wed of the month newsletter, Jo writes it", "newsletter | Jo"),
        ("last Thu of the month 17:00 release party for 2 hours, hosted by Jo", "release party | Jo"),
        ("sync, Wed 20:00 UTC, moderators in turns", "sync | moderators"),
        ("Wed 20:00 office hours, Bob", "office hours, Bob | "),
        ("Wed 20:00 meet the host", "meet the host | "),
        ("Wed 20:00 banjo", "banjo | "),
        ("Wed 20:00 Ravi", "Ravi | "),
        ("每周三20:00 小林读书会", "小林读书会 | "),
    ] {
        assert_eq!(led(text), expected, "{text}");
    }
}

#[test]
fn a_few_take_turns_and_say_from_when() {
    let read = |team: &str, text: &str| {
        let team = super::super::people(team).items;
        let activity = super::super::activities(text).items.remove(0).assigned(&team, &[]);
        let leader = activity.leader.as_ref().map(|leader| leader.name(Language::En)).unwrap_or_default();
        let lasts = activity.lasts.map(|lasts| lasts.to_string()).unwrap_or_default();
        format!("{} | {leader} | {} | {lasts}", activity.title, activity.first.unwrap_or_default())
    };
    let club = "Ruth organiser; Tom; Priya";
    let chinese = "如意 群主；小唐；阿佩";
    for (team, text, expected) in [
        (
            club,
            "every 2 weeks on Thu 19:30 book evening, Tom and Priya take turns, from 10 December 2026",
            "book evening | Tom and Priya in turns | 10 December 2026 | ",
        ),
        (
            club,
            "every 2 weeks on Thu 19:30 book evening, Tom and Priya in turns, first on 10 December 2026",
            "book evening | Tom and Priya in turns | 10 December 2026 | ",
        ),
        (
            club,
            "every 2 weeks on Thu 19:30 book evening for 90 minutes, next 10 Dec, Tom or Priya leads",
            "book evening | Tom and Priya in turns | 10 Dec | 90m",
        ),
        (
            chinese,
            "隔周四19:30 读书会，小唐和阿佩轮流带读，下次是12月10日",
            "读书会 | 小唐 and 阿佩 in turns | 12月10日 | ",
        ),
        (chinese, "隔周四19:30 读书会，小唐、阿佩轮流，从12月10日起", "读书会 | 小唐 and 阿佩 in turns | 12月10日 | "),
        ("大青 会长；小林、阿May 主播", "周三晚上8点直播，小林和阿May轮流", "直播 | 主播 |  | "),
        (chinese, "周三晚上8点直播，小唐和阿佩轮流，2小时", "直播 | 小唐 and 阿佩 in turns |  | 2h"),
        (chinese, "周三晚上8点直播，大家轮流带读", "直播 | all of you in turns |  | "),
        (chinese, "双周周日15:00 共读会 2小时 小唐", "共读会 | 小唐 |  | 2h"),
        (chinese, "共读会 双周周日15:00 2小时 在朵云咖啡 小唐", "共读会 | 小唐 |  | 2h"),
        (chinese, "每周日15:00 2小时 共读会", "共读会 |  |  | 2h"),
        (chinese, "早报 每天8:30 小满", "早报 小满 |  |  | "),
        (chinese, "小满 19:00 茶会", "茶会 |  |  | "),
        (club, "Book evening every Wed 19:00 90 min at Cafe Kino, Tom", "Book evening | Tom |  | 90m"),
        (club, "Book evening every Wed 19:00 90 min", "Book evening |  |  | 90m"),
    ] {
        assert_eq!(read(team, text), expected, "{text}");
    }
    // a length is no part of a name, and a name no length
    for (text, title) in [
        ("Wed 20:00 15 min demo", "15 min demo"),
        ("Wed 20:00 hour of code", "hour of code"),
        ("周三20:00 半小时读书", "半小时读书"),
    ] {
        assert_eq!(super::super::activities(text).items[0].title, title);
    }
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

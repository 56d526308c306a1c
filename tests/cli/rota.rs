//! Who does what, and who takes over.

use super::kit::{CLUB, Place};

#[test]
fn shows_who_takes_over_and_what_stays_open_without_a_person() {
    let place = Place::with(CLUB);
    let zh = place.run("schedule --month 2026-12 --if-away 阿明 --lang zh-CN --format agenda");
    let en = place.run("schedule --month 2026-12 --if-away aming --lang en --format agenda");
    assert_eq!((zh.code, en.code), (0, 0), "{}", zh.err);
    assert!(!zh.out.contains("阿明") && !en.out.contains("阿明"), "{}", zh.out);
    // the other host takes the posts; nobody else is coach
    assert!(zh.err.contains("早安一句 → 小雨") && zh.err.contains("开营 → 没有人"), "{}", zh.err);
    let fallen = |text: &str, mark: &str| text.lines().filter(|line| line.ends_with(mark)).count();
    let (zh_fallen, en_fallen) = (fallen(&zh.err, "→ 没有人"), fallen(&en.err, "→ nobody"));
    assert_eq!(zh_fallen, en_fallen);
    assert!(zh_fallen > 0 && zh.err.contains(&format!("有 {zh_fallen} 件没人接")), "{}", zh.err);
    assert!(en.err.contains(&format!("nobody covers {en_fallen}")), "{}", en.err);
    assert!(place.run("schedule --month 2026-12 --lang en").err.find("covers").is_none());
}

#[test]
fn points_at_hours_that_cannot_be_read() {
    let place = Place::with("[[people]]\nid = \"a\"\navailable = \"weekday evenings, whenever\"\n");
    let run = place.run("lint --format concise --lang en");
    assert!(run.out.contains("community.toml:3:32") && run.out.contains("file/bad-cadence"), "{}", run.out);
    assert!(run.out.contains("when is that?"), "{}", run.out);
}

#[test]
fn two_people_change_places_once_and_nothing_else_moves() {
    let plan = "language = \"en\"\ntime_zone = \"Europe/London\"\n[community]\nid = \"club\"\nname = \"Club\"\n\
        [[people]]\nname = \"Ana\"\n[[people]]\nname = \"Ben\"\n\
        [[activities]]\nid = \"talk\"\ntitle = \"Talk\"\nwhen = \"every Wed 20:00\"\nowner = \"Ana\"\n\
        [[activities]]\nid = \"walk\"\ntitle = \"Walk\"\nwhen = \"every Sat 10:00\"\nowner = \"Ben\"\n";
    let place = Place::with(plan);
    let run = place.run_with(["change", "Talk", "2026-12-09", "--swap", "Walk", "2026-12-12"], b"");
    assert_eq!((run.code, run.err.contains("Talk 2026-12-09: Ben")), (0, true), "{}", run.err);
    let hands = |month: &str| place.run(&format!("schedule --month {month} --format csv")).out;
    let of = |csv: &str, day: &str| csv.lines().find(|line| line.starts_with(day)).map(|line| line.contains(",Ben,"));
    let csv = hands("2026-12");
    assert_eq!([of(&csv, "2026-12-09"), of(&csv, "2026-12-12")], [Some(true), Some(false)], "{csv}");
    assert_eq!([of(&csv, "2026-12-02"), of(&csv, "2026-12-19")], [Some(false), Some(true)], "{csv}");
    let again = place.run_with(["change", "Talk", "2026-12-02", "--swap", "Talk", "2026-12-16"], b"");
    assert_eq!((again.code, again.err.contains("both are Ana's")), (2, true), "{}", again.err);
    let run = place.run("undo");
    assert_eq!((run.code, place.read("community.toml").as_str()), (0, plan));
}

#[test]
fn whom_a_change_names_is_covered_when_they_are_away() {
    let plan = "language = \"en\"\ntime_zone = \"UTC\"\n[community]\nid = \"club\"\nname = \"Club\"\n[[roles]]\nid = \"host\"\n\
        [[people]]\nname = \"Ana\"\nroles = [\"host\"]\n[[people]]\nname = \"Ben\"\nroles = [\"host\"]\n[[people]]\nname = \"Cy\"\nroles = [\"host\"]\n\
        [[activities]]\nid = \"call\"\ntitle = \"Call\"\nwhen = \"every Thu 18:00-19:00\"\nowner = \"host\"\n";
    let place = Place::with(plan);
    assert_eq!(place.run("change call 2026-12-10 --person Ana").code, 0);
    assert_eq!(place.run("publish --through 2026-12-31 --yes").code, 0);
    let away = place.run("away Ana 2026-12-10");
    assert_eq!(away.code, 0, "{}", away.err);
    assert!(!away.err.contains("nobody"), "{}", away.err);
    let again = place.run("publish --yes");
    assert!(again.out.contains("[To Ana]") && again.out.contains("instead of Ana"), "{}", again.out);
    assert!(!place.run("lint").out.contains("away-owner"));
}

#[test]
fn a_weekday_behind_move_is_that_of_the_planned_week() {
    let plan = "language = \"en\"\ntime_zone = \"UTC\"\n[community]\nid = \"club\"\nname = \"Club\"\n\
        [[activities]]\nid = \"call\"\ntitle = \"Call\"\nwhen = \"every Thu 18:00-19:00\"\n";
    for (date, to, expected) in [
        ("2026-12-17", "Friday", "2026-12-18"),
        ("2026-12-17", "Tue 16:00", "2026-12-15 16:00"),
        ("2027-01-14", "周五 20:30", "2027-01-15 20:30"),
        ("2026-12-17", "next Friday", "2026-11-27"),
        ("2026-11-26", "Mon", "2026-11-23"),
    ] {
        let place = Place::with(plan);
        let run = place.run_with(["change", "call", date, "--move", to], b"");
        assert_eq!(run.code, 0, "{}", run.err);
        assert!(run.err.contains(&format!("call {date} → {expected}")), "{to}: {}", run.err);
    }
}

#[test]
fn helpers_known_by_their_number_are_no_open_seat() {
    let plan = "language = \"zh-CN\"\ntime_zone = \"Asia/Shanghai\"\n[community]\nid = \"club\"\nname = \"群\"\n[[roles]]\nid = \"helper\"\ntitle = \"志愿者\"\nheadcount = 9\n\
        [[activities]]\nid = \"call\"\ntitle = \"直播\"\nwhen = \"每周三 20:00\"\nowner = \"helper\"\n";
    let run = Place::with(plan).run("schedule --month 2026-12");
    assert!(run.out.contains("志愿者") && !run.out.contains("暂无人选"), "{}", run.out);
    assert!(!run.err.contains("qun lint"), "{}", run.err);
    let run = Place::with(&plan.replace("headcount = 9\n", "")).run("schedule --month 2026-12");
    assert!(run.out.contains("志愿者：暂无人选") && run.err.contains("qun lint"), "{} {}", run.out, run.err);
}

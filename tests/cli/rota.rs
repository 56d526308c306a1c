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

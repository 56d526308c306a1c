//! `qun brief`: a person's week, a channel's texts.

use super::kit::{CLUB, Place, Run};

fn ok(run: Run) -> Run {
    assert_eq!(run.code, 0, "{}", run.err);
    run
}

#[test]
fn a_persons_week_holds_what_the_calendar_gives_them() {
    let place = Place::with(CLUB);
    let schedule = "schedule --from 2026-12-07 --to 2026-12-13 --person 小雨 --format json";
    let json: serde_json::Value = serde_json::from_str(&ok(place.run(schedule)).out).expect("JSON");
    let entries = json["entries"].as_array().expect("entries");
    let brief = ok(place.run("brief --person 小雨 --from 2026-12-07 --format md")).out;
    assert!(brief.starts_with("# 小雨 · 12月7日 – 12月13日 · 晨光读书会\n"), "{brief}");
    assert!(brief.contains(&format!("共 {} 件事", entries.len())), "{brief}");
    assert_eq!(brief.matches("\n- [ ] ").count(), entries.len(), "{brief}");
    for entry in entries {
        let title = entry["title"].as_str().expect("a title");
        assert!(brief.contains(title), "{title}: {brief}");
    }
    let same = ok(place.run("brief --person xiaoyu --week next --today 2026-12-02 --format md")).out;
    assert_eq!(same, brief, "the next week begins on its Monday");
}

#[test]
fn a_channels_texts_are_its_own_announcement_rules_and_posts() {
    let place = Place::with(CLUB);
    let text = ok(place.run("brief --channel members --from 2026-12-07")).out;
    for expected in
        ["本周预告", "12月12日 周六 14:00–16:00 线下共读 @ 衡山书店", "1. 不发广告,违者先提醒", "早安一句（"]
    {
        assert!(text.contains(expected), "{expected}: {text}");
    }
    assert!(!text.contains("打卡提醒"), "what another channel is sent: {text}");
    let camp = ok(place.run("brief --channel camp1 --from 2026-12-07")).out;
    assert!(camp.contains("打卡提醒（阿明）\n\n（文字还没写）") && !camp.contains("早安一句"), "{camp}");
    let english = ok(place.run("brief --channel members --from 2026-12-07 --lang en")).out;
    assert!(english.contains("The week ahead") && english.contains("Our rules:"), "{english}");
}

#[test]
fn cuts_a_text_to_the_platforms_limit() {
    let long = "字".repeat(200);
    let text = CLUB.replacen("text = \"不发广告,违者先提醒\"", &format!("text = \"{long}\""), 1);
    let place = Place::with(&text.replacen("wechat-group = { size = 500 }", "wechat-group = { text = 100 }", 1));
    let brief = ok(place.run("brief --channel members --from 2026-12-07")).out;
    // "群规：", a line end and "1. " before, "…" behind
    let cut = format!("群规：\n1. {}…\n", "字".repeat(100 - 7 - 1));
    assert!(brief.contains(&cut), "{brief}");
    let expected = "已截短：微信群一条最多 100 个字符，少了 ";
    assert!(brief.contains(expected) && brief.contains(&format!("从“{}”起", "字".repeat(20))), "{brief}");
    let whole = Place::with(&text);
    let whole = ok(whole.run("brief --channel members --from 2026-12-07 --lang en")).out;
    assert!(whole.contains(&long) && !whole.contains("left out"), "{whole}");
}

#[test]
fn asks_for_a_person_or_a_channel() {
    let place = Place::with(CLUB);
    for (words, expected) in [
        ("brief", "--person NAME or --channel ID"),
        ("brief --person Nobody", "no one on the team is called"),
        ("brief --channel membrs", "did you mean: members"),
        ("brief --person 小雨 --channel members", "cannot be used together"),
        ("brief --person 小雨 --week next --from 2026-12-07", "cannot be used together"),
        ("brief --person 小雨 -o week.pdf", "md or txt"),
    ] {
        let run = place.run(&format!("{words} --lang en"));
        assert!(run.code == 2 && run.err.contains(expected), "{words}: {}", run.err);
    }
    ok(place.run("brief --person 小雨 -o week.md"));
    assert!(place.read("week.md").starts_with("# 小雨"));
    assert_eq!(place.run("brief --person 小雨 -o week.md").code, 2, "nothing is overwritten");
    let quiet = ok(place.run("brief --person 小雨 --from 2030-01-07 --lang en"));
    assert!(quiet.out.contains("Nothing is planned"), "{}", quiet.out);
}

#[test]
fn a_channel_is_found_by_what_the_calendar_calls_it_and_time_is_counted_as_lint_counts_it() {
    let plan = "language = \"zh-CN\"\ntime_zone = \"Asia/Shanghai\"\n[community]\nname = \"C\"\n[[channels]]\nid = \"c\"\nplatform = \"wecom-customer-group\"\n\
        [[people]]\nname = \"小周\"\n[[content]]\nid = \"post\"\ntitle = \"早安\"\nwhen = \"每天 08:00\"\nowner = \"小周\"\ntext = \"早\"\nsends = [{ to = \"c\" }]\n";
    let place = Place::with(plan);
    let run = place.run("brief --channel 企业微信客户群 --from 2026-12-07");
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.contains('早'), "{}", run.out);
    // seven posts of ten minutes
    let run = place.run("brief --person 小周 --from 2026-12-07");
    assert!(run.out.contains("约 1.2 小时"), "{}", run.out);
    let unknown = place.run("brief --channel 大群");
    assert!(unknown.err.contains("企业微信客户群"), "{}", unknown.err);
}

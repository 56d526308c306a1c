//! `qun document`: texts to paste.

use super::kit::{CLUB, Place, Run};

fn ok(run: Run) -> Run {
    assert_eq!(run.code, 0, "{}", run.err);
    run
}

const SMALL: &str = "language = \"en\"\ntime_zone = \"Europe/London\"\n[community]\nname = \"Club\"\n\
    [[channels]]\nid = \"chat\"\nplatform = \"discord\"\ntitle = \"Chat\"\n[[channels]]\nid = \"mail\"\nplatform = \"email\"\n\
    [[rules.conduct]]\nabout = \"attacks\"\ntext = \"Be *kind*\"\n\
    [[activities]]\nid = \"raffle\"\ntitle = \"Raffle\"\nform = \"draw\"\nwhen = \"every Fri 20:00\"\n\
    draw = { prizes = \"3 mugs\" }\n[[roles]]\nid = \"host\"\nduties = [\"opens the evening\"]\n";

#[test]
fn documents_are_listed_in_both_languages() {
    let place = Place::new();
    let list = ok(place.run("document --lang en")).out;
    assert_eq!(list.lines().count(), 8, "{list}");
    assert!(list.starts_with("welcome       for newcomers: what they get"), "{list}");
    let list = ok(place.run("文档 --lang zh-CN")).out;
    assert!(list.contains("rules         置顶或发给新人：群规"), "{list}");
}

#[test]
fn the_text_goes_to_standard_output_and_what_is_lacking_to_standard_error() {
    let place = Place::with(CLUB);
    let run = ok(place.run("document welcome"));
    insta::assert_snapshot!(run.out);
    insta::assert_snapshot!(run.err);
    let english = Place::with(SMALL);
    let run = ok(english.run("document rules"));
    insta::assert_snapshot!(run.out);
    insta::assert_snapshot!(run.err);
    let again = ok(english.run("document 群规 --lang zh-CN"));
    assert_eq!(again.out, run.out, "the language of the texts is the plan's");
    assert!(again.err.contains("怎样申诉：qun set rules.sanctions.appeal"), "{}", again.err);
}

#[test]
fn the_channel_or_the_platform_decides_how_text_is_marked() {
    let place = Place::with(SMALL);
    let rules = |words: &str| ok(place.run(&format!("document rules {words}"))).out;
    assert_eq!(rules(""), "# Club: the rules\n\n1. Be \\*kind\\*\n");
    assert_eq!(rules("--for mail"), "Club: the rules\n\n1. Be *kind*\n");
    assert_eq!(rules("--platform slack"), "*Club: the rules*\n\n1. Be ∗kind∗\n");
    assert_eq!(rules("--platform 微信群"), rules("--for mail"));
    let run = place.run("document rules --platform discrod");
    assert_eq!(run.code, 2);
    assert!(
        run.err.contains("there is no platform \"discrod\"") && run.err.contains("did you mean: discord"),
        "{}",
        run.err
    );
    let run = place.run("document rules --for chatt");
    assert!(run.code == 2 && run.err.contains("did you mean: Chat"), "{}", run.err);
}

#[test]
fn a_text_over_the_limit_becomes_messages() {
    let rules: String =
        (0..60).map(|n| format!("[[rules.conduct]]\ntext = \"Rule {n}: {}\"\n", "be kind ".repeat(8))).collect();
    let place = Place::with(&format!("{SMALL}{rules}"));
    let run = ok(place.run("document rules -o rules.txt"));
    assert!(run.err.contains("for Chat (Discord): split into 3 messages of at most 2000 characters"), "{}", run.err);
    let text = place.read("rules.txt");
    assert!(text.starts_with("———— message 1 of 3 ————\n# Club: the rules\n"), "{text}");
    assert!(text.split("————\n").all(|message| message.chars().count() < 2040), "{text}");
    let again = place.run("document rules -o rules.txt");
    assert!(again.code == 2 && again.err.contains("--force"), "{}", again.err);
    ok(place.run("document rules -o rules.txt --force --for mail"));
    assert!(!place.read("rules.txt").contains("————"), "an email has no limit");
}

#[test]
fn bytes_are_counted_where_the_platform_counts_bytes() {
    let text = CLUB.replacen("text = \"不发广告,违者先提醒\"", &format!("text = \"{}\"", "字。".repeat(600)), 1);
    let place = Place::with(&text);
    let run = ok(place.run("document rules --platform 企业微信客户群"));
    assert!(run.err.contains("分成 2 条：一条最多 4000 个字节（一个汉字三个字节）"), "{}", run.err);
    let wechat = ok(place.run("document rules --platform 微信群"));
    assert!(!wechat.out.contains("————"), "{}", wechat.out);
}

#[test]
fn a_document_about_one_thing_asks_which_where_there_are_several() {
    let place = Place::with(SMALL);
    let draw = ok(place.run("document draw"));
    assert!(
        draw.out.contains("- Prizes: 3 mugs") && draw.err.contains("the odds: qun set activities.raffle.draw.odds"),
        "{}",
        draw.err
    );
    assert!(ok(place.run("document handover")).out.contains("opens the evening"));
    let place = Place::with(&format!("{SMALL}[[roles]]\nid = \"guide\"\ntitle = \"Guide\"\n"));
    let run = place.run("document handover");
    assert!(
        run.code == 2 && run.err.contains("qun document handover host\n  qun document handover guide"),
        "{}",
        run.err
    );
    assert!(ok(place.run("document handover Guide")).out.starts_with("# Handover: Guide"));
    let run = place.run("document draw raffel");
    assert!(run.code == 2 && run.err.contains("did you mean: Raffle"), "{}", run.err);
    let run = place.run("document welcome Guide");
    assert!(run.code == 2 && run.err.contains("\"Guide\" is one word too many"), "{}", run.err);
    let run = place.run("document welcom");
    assert!(run.code == 2 && run.err.contains("did you mean: welcome"), "{}", run.err);
}

#[test]
fn what_is_needed_is_asked_for() {
    let place = Place::with(SMALL);
    let run = place.run("document keywords");
    assert!(run.code == 2 && run.out.is_empty(), "{}", run.out);
    assert!(run.err.contains("no keywords yet") && run.err.contains("qun add keyword"), "{}", run.err);
    let run = Place::with("language = \"zh-CN\"\n[community]\nname = \"书桌\"\n").run("document draw");
    assert!(run.code == 2 && run.err.contains("计划里没有抽奖"), "{}", run.err);
}

#[test]
fn nothing_of_a_starter_is_posted() {
    let place = Place::new();
    ok(place.run("init --template paid-membership --yes --lang en"));
    for name in ["welcome", "rules", "introduction", "keywords", "farewell", "team"] {
        let run = place.run(&format!("document {name}"));
        assert!(run.code == 2 && run.out.is_empty(), "{name}: {}{}", run.out, run.err);
    }
    let run = place.run("document rules");
    assert!(run.err.contains("qun confirm rules.conduct"), "{}", run.err);
    ok(place.run("confirm rules.conduct"));
    let run = ok(place.run("document rules"));
    assert!(run.out.contains("1. ") && !run.out.contains("Appeal"), "{}", run.out);
    assert!(run.err.contains("still the starter's, so the text leaves it out:"), "{}", run.err);
}

#[test]
fn the_users_templates_override_and_add() {
    let place = Place::with(SMALL);
    for folder in ["templates", "templates/documents", "templates/documents/en"] {
        std::fs::create_dir(place.path(folder)).expect("a folder");
    }
    place.write("templates/documents/rules.jinja", b"{{ title('House rules') }}\n{% include 'foot' %}\n");
    place.write("templates/documents/foot.jinja", b"of {{ community.name }}\n");
    place.write("templates/documents/en/poster.jinja", b"{{ bold(community.name) }}\n{{ comunity }}\n");
    assert_eq!(ok(place.run("document rules")).out, "# House rules\nof Club\n");
    assert!(ok(place.run("document --lang en")).out.contains("poster        your own template"));
    let run = place.run("document poster");
    assert!(run.code == 2 && run.out.is_empty(), "{}", run.out);
    assert_eq!(run.err, "error: en/poster.jinja:2:4: there is no \"comunity\"\n  did you mean: community\n");
}

#[cfg(unix)]
#[test]
fn a_link_to_a_file_elsewhere_is_no_template() {
    let place = Place::with(SMALL);
    place.write("secret.jinja", b"secret");
    std::fs::create_dir_all(place.path("templates/documents")).expect("a folder");
    std::os::unix::fs::symlink(place.path("secret.jinja"), place.path("templates/documents/rules.jinja"))
        .expect("a link");
    assert!(!ok(place.run("document rules")).out.contains("secret"));
}

/// Every kind in both languages: nothing is left open in what is to be pasted, and it is about this community.
#[test]
fn every_kind_is_ready_to_paste_in_both_languages() {
    let english = format!(
        "{SMALL}[leaving]\nfarewell = \"Come back any time\"\n[support]\nkeywords = [{{ word = \"price\", reply = \"It is free\" }}]\n\
         [[people]]\nname = \"Mia\"\nroles = [\"host\"]\n[culture]\nslogan = {{ kind = \"benefit\", text = \"A book a month\" }}\n"
    );
    // the words of the plan that have to be in each
    let rows = [
        ("welcome", "晨光读书会", "Club"),
        ("rules", "不发广告", "Be \\*kind\\*"),
        ("introduction", "一年陪你读完 24 本书", "A book a month"),
        ("keywords", "报名", "It is free"),
        ("draw", "新书 3 本", "3 mugs"),
        // how the team says goodbye is for the team
        ("farewell", "谢谢你在晨光读书会", "your time in Club"),
        ("handover host", "领读", "opens the evening"),
        ("team", "小雨", "Mia"),
    ];
    for (name, chinese, english_words) in rows {
        for (plan, language, words) in [(CLUB, "zh-CN", chinese), (&english, "en", english_words)] {
            let run = ok(Place::with(plan).run(&format!("document {name}")));
            assert!(run.out.contains(words), "{name} {language}: {}", run.out);
            assert!(!run.out.contains(['{', '}', '<']), "{name} {language}: {}", run.out);
            assert!(!run.out.contains("送一张书单") && !run.out.contains("Come back any time"), "{}", run.out);
            insta::assert_snapshot!(format!("{}-{language}", name.replace(' ', "-")), run.out);
        }
    }
}

#[test]
fn the_zone_of_all_times_leaves_out_what_names_its_own() {
    let plan = |language: &str, zone: &str| {
        format!(
            "language = \"{language}\"\ntime_zone = \"UTC\"\n[community]\nname = \"Club\"\nsubject = \"Books\"\n\
             [positioning.introduction]\nbenefit = \"Company\"\n[[activities]]\nid = \"call\"\ntitle = \"Call\"\nwhen = \"every Thu 15:00\"\n{zone}"
        )
    };
    for (language, zone, times) in [
        ("en", "", "All times: UTC"),
        ("en", "time_zone = \"Europe/Berlin\"\n", "All times: UTC, unless another is named"),
        ("zh-CN", "time_zone = \"Europe/Berlin\"\n", "UTC时间（写了别的时区的除外）"),
    ] {
        let run = ok(Place::with(&plan(language, zone)).run("document introduction"));
        assert!(run.out.contains(times), "{}", run.out);
        assert_eq!(
            run.out.contains("except") || run.out.contains("除外") || run.out.contains("unless"),
            !zone.is_empty()
        );
        assert!(zone.is_empty() || run.out.contains("Berlin time") || run.out.contains("柏林时间"), "{}", run.out);
    }
}

//! The plans that come out: sound whatever is answered, with nothing left of the starter's community.

use proptest::prelude::*;

use super::*;
use crate::value::Slug;

#[test]
fn every_starter_is_sound_without_answers() {
    let library = library();
    for name in library.starter_names() {
        for language in Language::ALL {
            let interview = interview(&library, &[&format!("language={language}"), &format!("starter={name}")]);
            let draft = interview.draft().expect("starters are TOML");
            assert_eq!(draft.starter, name);
            assert_sound(&draft, language, &library);
            assert_eq!(errors(&draft.text, &library), BTreeSet::new(), "{name}");
            let plan = read(&draft.text, &library).0;
            assert_eq!(plan.language, Some(language));
            assert_eq!(plan.lifecycle.starts, Some(day("2026-12-01")));
            assert!(draft.text.contains(&format!("[template]\nfrom = {name:?}")));
        }
    }
}

#[test]
fn answers_are_set_at_their_keys_and_the_rest_is_kept() {
    let library = library();
    let pairs = [
        "starter=example",
        "name=山野跑团",
        "kind=同城",
        "motives=gather-interest、打造品牌",
        "promise=每周跑 3 次",
        "platform=Discord",
        "channel=大厅",
        "people=老王、小李",
        "quiet_hours=23:00-06:00",
        "ladder_ok=否",
        "ladder=提醒，移出",
        "earning=membership",
        "price=199元",
        "starts=2027-02-01",
    ];
    let draft = interview(&library, &pairs).draft().expect("TOML");
    assert_sound(&draft, Language::Zh, &library);
    let plan = read(&draft.text, &library).0;
    assert_eq!(plan.community.name.as_deref(), Some("山野跑团"));
    assert_eq!(plan.id(), Slug::from_text("山野跑团"));
    assert_eq!(plan.community.kind, Some(plan::community::CommunityKind::Local));
    assert_eq!(plan.positioning.motives.len(), 2);
    assert_eq!(plan.positioning.values[0].pain.as_deref(), Some("买了书读不完"), "not answered: as in the starter");
    assert_eq!(plan.positioning.values[0].promise.as_deref(), Some("每周跑 3 次"));
    assert_eq!(plan.channels[0].platform, Some(plan::channels::Platform::Discord));
    assert_eq!(plan.channels[0].title.as_deref(), Some("大厅"));
    assert_eq!(plan.rules.sanctions.ladder, ["提醒", "移出"]);
    assert_eq!(plan.rules.quiet_hours.map(|hours| hours.to_string()).as_deref(), Some("23:00-06:00"));
    let products: Vec<_> = plan.monetisation.iter().map(|p| p.price.as_ref().map(ToString::to_string)).collect();
    assert_eq!(products, [Some("199 CNY".to_owned())], "the other product is gone");
    assert_eq!(plan.cohorts[0].product, None, "and so is what referred to it");
    // 2026-12-01 → 2027-02-01 is 62 days: nine weeks
    assert_eq!(plan.goals[0].by, Some(day("2027-11-30").plus(63)));
    assert_eq!(plan.cohorts[0].starts, Some(day("2026-12-07").plus(63)));
    assert_eq!(plan.places[0].closed[0].from, Some(day("2027-02-05").plus(63)));
    assert!(plan.changes.is_empty());
    assert!(draft.text.contains("# WHY and WHAT") && draft.text.starts_with("# The plan format by example"));
    assert!(!draft.text.contains("阿明") && !draft.text.contains("小雨") && !draft.text.contains("晨光读书会"));
    assert_eq!(plan.rules.report.contact.as_deref(), Some("老王"), "who led there is who leads here");
}

#[test]
fn every_role_is_held_however_many_people_there_are() {
    let library = library();
    let roles_of = |names: &str| {
        let draft = interview(&library, &["starter=example", &format!("people={names}")]).draft().expect("TOML");
        assert_sound(&draft, Language::Zh, &library);
        let people = read(&draft.text, &library).0.people;
        let roles = |person: &plan::people::Person| person.roles.iter().map(|r| r.to_string()).collect::<Vec<_>>();
        people.iter().map(|person| (person.name.clone().unwrap_or_default(), roles(person))).collect::<Vec<_>>()
    };
    let alone = roles_of("Ana");
    let mut held = alone[0].1.clone();
    held.sort();
    assert_eq!(
        (alone.len(), held),
        (1, ["carrier", "coach", "founder", "host", "manager", "volunteer"].map(String::from).to_vec())
    );
    let two = roles_of("Ana, Ben");
    assert_eq!(two[0], ("Ana".to_owned(), ["founder", "coach", "host"].map(String::from).to_vec()));
    assert_eq!(two[1].1, ["manager", "host", "volunteer", "carrier"].map(String::from));
    let six = roles_of("a, b, c, d, e, f");
    assert!(six.len() == 6 && six.iter().all(|(_, roles)| !roles.is_empty()));
    assert!(six[1..].iter().all(|(_, roles)| !roles.contains(&"founder".to_owned())));
    assert_eq!(roles_of("carrier, Ana, Ben").len(), 3, "a name that a role has already");
}

/// What people type, good and bad, at any question.
const TYPED: &[&str] = &[
    "",
    "山野跑团",
    "Dawn Readers",
    "host",
    "小雨",
    "敏姐 群主 10小时；May、小陶 管理员；19位志愿者",
    "host host 5h; manager owner",
    "1群 企业微信 160人；2群 企业微信；线下",
    "#help Discord 900\nSlack",
    "每周三20:00 答疑夜；每月第一个周六14:00 线下聚会 @1群",
    "Wed 19:00 office hours in #help; Fri 20:00 prize draw",
    "年卡 365元/年；训练营",
    "480 → 600",
    "阿明、小雨",
    "a, b, c, d, e",
    "manager",
    "Ana",
    "每周三 20:00-21:30",
    "隔周六 14:00",
    "2nd Sat of the month 14:00",
    "每月最后一天 20:00",
    "每天 08:00",
    "2026-12-24 19:30",
    "salon 前3天 20:00",
    "365元",
    "0 CNY",
    "none",
    "all",
    "camp",
    "membership",
    "2027-03-15",
    "2000-02-29",
    "9999-12-31",
    "0001-01-01",
    "是",
    "no",
    "interest",
    "wechat-group",
    "Slack",
    "sell-products, 卖产品",
    "22:30-07:30",
    "11pm-7am",
    "199",
    "199元/年",
    "Ana, Bo and Cy; Dee",
    "12月1日",
    "next Monday",
    "\"quoted\" \\ '''",
    "待定",
    "{title}",
    "en",
    "zh-CN",
    "reading-club",
    "course-cohort",
    "brand-fans",
    "open-source",
    "paid-membership",
    "interest-group",
    "expert-network",
    "alumni",
    "support-community",
    "nonprofit-volunteers",
    "consumer-benefits",
    "social-commerce",
    "example",
    "\u{0}\u{1b}[31m",
    "\u{feff}x",
    "🎉",
    "𠮷",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_answers_give_a_plan_without_errors(
        picks in prop::collection::vec(any::<prop::sample::Index>(), 60),
        copies in any::<bool>(),
    ) {
        let library = library();
        let begin = || {
            let interview = Interview::new(&library, Mode::Quick, Language::En, day("2026-11-23"));
            if copies { interview.copying() } else { interview }
        };
        let mut interview = begin();
        for pick in &picks {
            let Some(ask) = interview.next() else { break };
            let before = interview.answers().clone();
            match pick.index(TYPED.len() + 12) {
                typed if typed < TYPED.len() => {
                    if interview.answer(TYPED[typed]).is_err() {
                        prop_assert_eq!(interview.answers(), &before);
                    }
                }
                at if at % 4 == 0 => { interview.back(); }
                at if !ask.choices.is_empty() => {
                    let word = &ask.choices[at % ask.choices.len()].word;
                    interview.answer(word).expect("a choice that was offered");
                }
                _ => interview.answer("").expect("the default"),
            }
        }
        let draft = interview.draft().expect("starters are TOML");
        assert_sound(&draft, interview.language(), &library);

        // the draft file replays to the same plan
        let file = interview.answers().to_toml();
        let answers = Answers::parse(&file).expect("what was written is read");
        prop_assert_eq!(&answers, interview.answers());
        let mut again = begin();
        if again.replay(&answers).is_ok() {
            prop_assert_eq!(again.draft().expect("TOML").text, draft.text);
        }
    }
}

#[test]
fn the_weekly_and_the_monthly_event_take_their_new_times() {
    let library = library();
    let times =
        [("每周五 19:00-20:15", "每月第三个周日 10:00"), ("every Fri 19:00", "3rd Sun of the month 10:00-12:00")];
    for name in library.starter_names() {
        for (weekly, monthly) in times {
            let pairs = [
                &format!("starter={name}"),
                "weekly=周五夜话",
                "monthly=月度聚会",
                &format!("weekly_when={weekly}"),
                &format!("monthly_when={monthly}"),
            ];
            let interview = interview(&library, &pairs);
            let plan = read(&interview.draft().expect("TOML").text, &library).0;
            assert_sound(&interview.draft().expect("TOML"), Language::Zh, &library);
            for (title, when) in [("周五夜话", weekly), ("月度聚会", monthly)] {
                let found: Vec<_> = plan.activities.iter().filter(|a| a.title.as_deref() == Some(title)).collect();
                assert_eq!(found.len(), 1, "{name}");
                assert_eq!(found[0].when, crate::cadence::Cadence::parse(when).ok(), "{name}");
            }
        }
    }
    let parts = [
        ("reading-club", ["周二共读夜", "线下书桌"]),
        ("course-cohort", ["周三改稿桌", "毕业学员分享会"]),
        ("brand-fans", ["周四冲煮夜", "线下冲煮会"]),
        ("open-source", ["周四答疑", "维护者开讲"]),
        ("paid-membership", ["周二会诊", "每月拆解课"]),
        ("interest-group", ["周三认鸟夜", "周六走一程"]),
        ("expert-network", ["周四一问", "闭门圆桌"]),
        ("alumni", ["周四一刻钟", "同城小聚"]),
        ("support-community", ["周三现场排障", "写文档日"]),
        ("nonprofit-volunteers", ["周三备课夜", "上岗培训"]),
        ("consumer-benefits", ["周日店长在线", "月中领券日"]),
        ("social-commerce", ["周二退换夜", "差评先行试用会"]),
    ];
    for (name, titles) in parts {
        let interview = interview(&library, &[&format!("starter={name}")]);
        let title = |id: &str| find(id).expect("a question").default_in(&interview.context());
        assert_eq!(["weekly", "monthly"].map(title), titles.map(|title| Some(title.into())), "{name}");
    }
}

/// The first line of a plan that contains a name or an amount as a word of its own; comments are none of its texts.
fn line_with<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let joins = |c: char| c.is_ascii_alphanumeric() || c == ',';
    text.lines().map(|line| line.split(" #").next().unwrap_or(line).trim_end()).find(|line| {
        line.match_indices(name)
            .any(|(at, _)| !line[..at].ends_with(joins) && !line[at + name.len()..].starts_with(joins))
    })
}

#[test]
fn no_names_or_prices_of_the_starter_are_left_once_all_is_answered() {
    let library = library();
    let mut left = Vec::new();
    for (name, language) in library.starter_names().into_iter().flat_map(|n| Language::ALL.map(|l| (n, l))) {
        let old = read(library.starter(name, language).expect("built in"), &library).0;
        let first = [format!("language={language}"), format!("starter={name}")];
        let begun = interview(&library, &first.each_ref().map(String::as_str));
        let context = begun.context();
        let activity = |part| old.activities.get(context.element("activities", part))?.title.clone();
        let channel = old.channels.get(context.element("channels", "main")).and_then(|channel| channel.title.clone());
        let titles = [old.community.name.clone(), channel, activity("weekly"), activity("monthly")];
        let mut gone: Vec<String> = titles.into_iter().flatten().collect();
        gone.extend(old.people.iter().filter_map(|person| person.name.clone()));
        let sold = old.monetisation.get(context.element("monetisation", "earning"));
        let price = sold.and_then(|sold| sold.price.clone());
        // what else costs as much, in a value of its own, is no price of this
        gone.extend(price.iter().flat_map(|price| [format!("{price} a "), format!("{} 元", price.cents / 100)]));
        let mut pairs = first.to_vec();
        let new =
            ["name=名字是新的", "channel=新主群", "weekly=新的周会", "monthly=新的月会", "people=甲甲、乙乙、丙丙"];
        pairs.extend(new.map(str::to_owned));
        pairs.extend(price.iter().map(|price| format!("price=4321 {}", price.currency)));
        let pairs: Vec<&str> = pairs.iter().map(String::as_str).collect();
        let draft = interview(&library, &pairs).draft().expect("TOML");
        assert_sound(&draft, language, &library);
        let gone = gone.iter().filter(|old| old.chars().count() > 2);
        left.extend(gone.filter_map(|old| Some(format!("{name} {language} {old}: {}", line_with(&draft.text, old)?))));
    }
    assert_eq!(left, Vec::<String>::new());
}

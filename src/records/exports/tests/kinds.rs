//! What is counted of each kind.

use super::*;

#[test]
fn every_kind_is_found_out_by_its_content() {
    let slack = include_bytes!("../../../../tests/data/review/slack-export.zip");
    for (bytes, kind) in [
        (CHATLAB.as_bytes(), ExportKind::ChatLab),
        (CHATLAB_LINES.as_bytes(), ExportKind::ChatLabLines),
        (DISCORD.as_bytes(), ExportKind::Discord),
        (TELEGRAM.as_bytes(), ExportKind::Telegram),
        (include_bytes!("../../../../tests/data/review/telegram-batch.json"), ExportKind::Telegram),
        (include_bytes!("../../../../tests/data/review/telegram-single.json"), ExportKind::Telegram),
        (WECOM.as_bytes(), ExportKind::WeCom),
        (slack, ExportKind::SlackZip),
        (WHATSAPP.as_bytes(), ExportKind::WhatsApp),
        (DISCOURSE.as_bytes(), ExportKind::NamedColumns),
        ("时间\t发送人\t群\n2024/1/5 15:20\t甲\t一群\n".as_bytes(), ExportKind::NamedColumns),
    ] {
        assert_eq!(detect(&mut &bytes[..]).expect("a kind"), kind);
    }
}

/// No text, name, mail or address of an export gets into what is handed on.
#[test]
fn nothing_planted_gets_out() {
    for export in [CHATLAB, CHATLAB_LINES, DISCORD, TELEGRAM, WECOM, WHATSAPP, DISCOURSE] {
        assert!(export.contains("Rosa Planted"), "the secret is in the export: {export}");
        let (events, run) = read(export);
        let shown = format!("{events:?} {:?}", run.coverage);
        for secret in SECRETS {
            assert!(!shown.contains(secret), "{secret} got out: {shown}");
        }
    }
    let mut run = run();
    let broken = &DISCORD[..DISCORD.find("203.0").expect("the address") + 4];
    let (events, end) = read_in(&mut run, broken);
    let error = end.expect_err("it is cut");
    let shown = format!("{events:?} {:?} {error} {error:?} {}", run.coverage, error.message().en);
    assert!(SECRETS.iter().all(|secret| !shown.contains(secret)), "{shown}");
}

#[test]
fn chatlab_in_both_forms() {
    let (events, run) = read(CHATLAB);
    let found = messages(&events);
    assert_eq!((found.len(), run.people(), run.coverage.duplicates), (2, 2, 1));
    assert_eq!(found[1].replies_to, Some(found[0].id));
    assert_eq!(
        (run.coverage.other_kinds.get("recalled"), run.coverage.other_kinds.get("system")),
        (Some(&1), Some(&1))
    );
    assert_eq!(run.coverage.without_author, 1);
    assert_eq!(messages(&read(CHATLAB_LINES).0), found, "the same two messages");
}

#[test]
fn discord_without_bots_joins_and_deleted_accounts() {
    let (events, run) = read(DISCORD);
    let found = messages(&events);
    assert_eq!((found.len(), found[1].replies_to), (2, Some(found[0].id)));
    assert_eq!(found[0].second, 1_704_439_200, "when it was written, not edited");
    let reactions: Vec<&ExportEvent> =
        events.iter().filter(|event| matches!(event, ExportEvent::Reaction { .. })).collect();
    assert_eq!(reactions, [&ExportEvent::Reaction { channel: 0, member: found[1].member, second: 1_704_439_200 }]);
    let coverage = &run.coverage;
    assert_eq!((coverage.bots, coverage.joins, coverage.without_author), (1, 1, 1));
    assert_eq!(coverage.other_kinds.iter().collect::<Vec<_>>(), [(&"ChannelPinnedMessage".to_owned(), &1)]);
}

#[test]
fn telegram_counts_invited_people_and_makes_nobody_of_their_names() {
    let (events, run) = read(TELEGRAM);
    let found = messages(&events);
    assert_eq!((found.len(), found[1].replies_to), (2, Some(found[0].id)));
    assert_eq!((run.coverage.joins, run.coverage.without_author, run.people()), (3, 1, 3));
    assert_eq!(run.coverage.other_kinds.get("pin_message"), Some(&1));
    for export in [
        &include_bytes!("../../../../tests/data/review/telegram-batch.json")[..],
        include_bytes!("../../../../tests/data/review/telegram-single.json"),
    ] {
        let (events, run) = read(export);
        assert_eq!((messages(&events).len(), run.people()), (2, 2));
    }
    let private = TELEGRAM.replace("private_supergroup", "personal_chat");
    let (events, run) = read(&private);
    assert_eq!((events.len(), run.coverage.private), (0, 1), "a conversation of two is not opened");
}

#[test]
fn the_slack_sample() {
    let (events, run) = read(include_bytes!("../../../../tests/data/review/slack-export.zip"));
    assert_eq!((run.coverage.messages, messages(&events).len(), run.coverage.joins), (52, 52, 8));
    assert_eq!((run.coverage.bots, run.channels(), run.people()), (97, 2, 4));
    assert_eq!(run.coverage.other_kinds.iter().collect::<Vec<_>>(), [(&"file_comment".to_owned(), &1)]);
}

#[test]
fn whatsapp_in_its_layouts() {
    let (events, run) = read(WHATSAPP);
    assert_eq!((messages(&events).len(), run.people(), run.coverage.other_kinds.get("system")), (2, 2, Some(&1)));
    assert_eq!(messages(&events)[0].second, 1_704_439_200);
    for (sample, first) in [
        (include_str!("../../../../tests/data/review/whatsapp-test_ddmmyy_24hrs.txt"), "2019-01-01T11:25"),
        (include_str!("../../../../tests/data/review/whatsapp-test_mmddyy_24hrs.txt"), "2019-01-01T11:25"),
        (include_str!("../../../../tests/data/review/whatsapp-test_mmddyyyy_12hrs.txt"), "2019-01-01T11:25"),
        (include_str!("../../../../tests/data/review/whatsapp-test_yyyymmdd_24hrs.txt"), "2019-01-01T11:25"),
    ] {
        let (events, run) = read(sample);
        let found = messages(&events);
        assert_eq!((found.len(), run.people(), run.coverage.other_kinds.get("system")), (7, 5, Some(&2)), "{sample}");
        let zone = TimeZone::get("Asia/Shanghai").expect("a zone");
        let at =
            |second: i64| jiff::Timestamp::from_second(second).expect("a moment").to_zoned(zone.clone()).datetime();
        assert!(at(found[0].second).to_string().starts_with(first), "{sample}");
        assert!(at(found[6].second).to_string().starts_with("2021-12-30T"), "{sample}");
    }
}

#[test]
fn wecom_has_days_and_no_activity() {
    let (events, run) = read(WECOM);
    let day = |text: &str| text.parse().expect("a day");
    let expected = [
        ExportEvent::GroupDay { day: day("2024-01-05"), joined: 3, members: 60 },
        ExportEvent::GroupDay { day: day("2024-01-06"), joined: 1, members: 61 },
    ];
    assert_eq!(events, expected);
    assert_eq!(
        (run.coverage.unreadable, run.coverage.without_time, run.coverage.messages),
        (1, 1, 0),
        "a negative count, and no day"
    );
}

#[test]
fn tables_by_the_names_of_their_columns() {
    let (events, run) = read(DISCOURSE);
    let found = messages(&events);
    assert_eq!((found.len(), found[1].replies_to), (2, Some(found[0].id)));
    assert_eq!((run.coverage.without_author, run.coverage.without_time), (1, 1));
    let (events, run) =
        read("\u{feff}时间;发送人;群\n25/12/2024 15:20;甲;一群\n03/04/2024 15:20;甲;二群\n45296.5;乙;二群\n");
    assert_eq!((messages(&events).len(), run.people(), run.channels()), (3, 2, 2));
}

#[test]
fn given_aliases_are_one_person_across_exports() {
    let mut run = run();
    run.options.aliases.insert("user8".to_owned(), "u2".to_owned());
    let events: Vec<ExportEvent> =
        [CHATLAB, TELEGRAM].into_iter().flat_map(|export| read_in(&mut run, export).0).collect();
    let writers = messages(&events).iter().map(|message| message.member).collect::<std::collections::BTreeSet<u32>>();
    assert_eq!(writers.len(), 3, "u1, u2 = user8, user7");
    let again = read_in(&mut run, TELEGRAM).0;
    assert_eq!((again.len(), run.coverage.joins), (0, 5), "the same export twice; only people without ids count again");
}

//! Whatever is pasted, each of its lines comes back: as an item, or as not understood.

use proptest::prelude::*;

use super::super::split;
use super::*;

/// Scraps of what people paste, good and bad.
fn scraps() -> impl Strategy<Value = String> {
    const SCRAPS: &[&str] = &[
        "敏姐",
        "Dana",
        "小陶",
        "群主",
        "moderators",
        "10小时",
        "5h",
        "每周",
        "19",
        "志愿者",
        "、",
        "，",
        ", ",
        "；",
        "\n",
        "- ",
        "1. ",
        "（",
        "）",
        "(",
        ")",
        " ",
        ":",
        "：",
        "/",
        "@",
        "#help",
        "in ",
        "Discord",
        "企业微信",
        "160人",
        "每周三",
        "20:00",
        "Wed ",
        "at 11",
        "答疑",
        "365元",
        "$20",
        "免费",
        "a month",
        "和",
        " and ",
        "London",
        "①",
        "İ",
        "ß",
        "🎉",
        "\t",
        "—",
    ];
    prop_oneof![
        3 => proptest::collection::vec(proptest::sample::select(SCRAPS), 0..14).prop_map(|scraps| scraps.concat()),
        1 => "\\PC{0,60}",
        1 => any::<String>(),
    ]
}

/// The lines and parts of lines that came back, as they were pasted.
fn returned<T>(pasted: &PastedLines<T>, line: impl Fn(&T) -> &str) -> String {
    let items = pasted.items.iter().map(|item| line(item).to_owned());
    items.chain(pasted.unread.iter().map(|unread| unread.line.clone())).collect::<Vec<_>>().join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn every_line_comes_back(text in scraps()) {
        let people = returned(&super::super::people(&text), |line| match line {
            TeamLine::Person(person) => &person.line,
            TeamLine::Headcount(headcount) => &headcount.line,
        });
        let all = [
            people,
            returned(&super::super::channels(&text), |line| &line.line),
            returned(&super::super::activities(&text), |line| &line.line),
            returned(&super::super::products(&text, Some("CNY")), |line| &line.line),
        ];
        for line in split::lines(&text) {
            // a line that holds several things comes back in its parts
            let parts = line.split(['、', ',', '，']).map(str::trim);
            for part in parts.filter(|part| part.contains(char::is_alphanumeric)) {
                for returned in &all {
                    prop_assert!(returned.contains(part), "{part:?} of {text:?} is not in {returned:?}");
                }
            }
        }
    }
}

//! Words that people type where the key belongs: 人数, members, start date.

use crate::value::fold_width;

/// A key of plans, and what people call it.
struct PlainKey {
    key: &'static str,
    words: &'static [&'static str],
}

const fn row(key: &'static str, words: &'static [&'static str]) -> PlainKey {
    PlainKey { key, words }
}

#[rustfmt::skip]
static PLAIN_KEYS: &[PlainKey] = &[
    row("community.name", &["name", "名字", "名称", "群名", "社群名称", "社群名字", "community name", "group name"]),
    row("community.size.now", &["members", "member count", "size", "人数", "现在人数", "现有人数", "成员数", "群人数", "members now", "how many members"]),
    row("community.size.target", &["target", "target size", "目标人数", "想要人数", "members wanted", "target members"]),
    row("community.size.active", &["active members", "活跃人数"]),
    row("community.subject", &["subject", "topic", "主题", "做什么"]),
    row("lifecycle.starts", &["start", "start date", "starts", "started", "first day", "开始", "开始日期", "开群日期", "启动日期", "开始的日子"]),
    row("made", &["made on", "made at", "制定日期", "哪天做的"]),
    row("lifecycle.months", &["months", "how long", "几个月", "运营几个月"]),
    row("lifecycle.ending", &["ending", "怎么结束", "怎样结束"]),
    row("time_zone", &["timezone", "time zone", "zone", "tz", "时区"]),
    row("language", &["lang", "语言"]),
    row("holidays", &["public holidays", "节假日", "假日", "放假"]),
    row("positioning.vision", &["vision", "愿景"]),
    row("positioning.mission", &["mission", "使命"]),
    row("culture.slogan.text", &["slogan", "口号"]),
    row("rules.quiet_hours", &["quiet hours", "do not disturb", "免打扰", "免打扰时段"]),
    row("rules.admission.by", &["admission", "joining", "how people join", "入群方式", "怎么进群", "怎样入群"]),
    row("leaving.inactive_after", &["inactive", "inactive after", "沉睡", "多久算沉睡"]),
    row("support.complaints", &["complaints", "投诉", "投诉找谁"]),
    row("incentives.budget", &["reward budget", "奖励预算"]),
];

/// The key that a word means.
pub(crate) fn plain_key(word: &str) -> Option<&'static str> {
    let word = plain(word);
    PLAIN_KEYS.iter().find(|row| row.words.iter().any(|known| plain(known) == word)).map(|row| row.key)
}

/// Case, width, hyphens and underscores tell no words apart.
fn plain(word: &str) -> String {
    let word = fold_width(word).to_lowercase().replace(['_', '-'], " ");
    word.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::finding::KeyPath;
    use crate::plan::Plan;
    use crate::source::Table;

    #[test]
    fn every_word_means_one_key_of_plans() {
        let mut seen = HashSet::new();
        for row in PLAIN_KEYS {
            let keys: Vec<&str> = row.key.split('.').collect();
            assert!(Plan::TABLE.shape(&KeyPath::of(&keys)).is_some(), "{}", row.key);
            for word in row.words {
                assert!(seen.insert(plain(word)), "{word}");
            }
        }
        for (word, key) in
            [("Members", "community.size.now"), ("start-date", "lifecycle.starts"), ("人数", "community.size.now")]
        {
            assert_eq!(plain_key(word), Some(key));
        }
        assert_eq!(plain_key("karma"), None);
    }
}

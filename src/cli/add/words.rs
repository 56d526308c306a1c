//! Examples of `qun add` for each kind, in both languages.

use crate::language::Text;

static EXAMPLES: [(&str, Text); 8] = [
    (
        "activity",
        Text::new(
            "例子：\n  qun add activity --title 周末观影 --when \"每月最后一个周六 19:00\" --owner 阿明\n  qun add activity --title 新书答疑 --when \"隔周三 20:00-21:00\" --owner host --channels 会员群 --dry-run",
            "Examples:\n  qun add activity --title \"Film night\" --when \"last Sat of the month 19:00\" --owner Mia\n  qun add activity --title \"Open questions\" --when \"every 2 weeks on Wed 20:00-21:00\" --owner host --dry-run",
        ),
    ),
    (
        "content",
        Text::new(
            "例子：\n  qun add content --title 每周书单 --when \"每周五 12:00\" --owner host --sends 会员群 --text 本周三本：",
            "Examples:\n  qun add content --title \"Books of the week\" --when \"every Fri 12:00\" --owner host --sends members",
        ),
    ),
    (
        "person",
        Text::new(
            "例子：\n  qun add person --name 小红 --roles host,volunteer --hours-per-week 4",
            "Examples:\n  qun add person --name Ana --roles host,volunteer --hours-per-week 4",
        ),
    ),
    (
        "cohort",
        Text::new(
            "例子：\n  qun add cohort --title 二期 --programme camp --starts 2027-03-01 --channel 二期营",
            "Examples:\n  qun add cohort --title \"Second camp\" --programme camp --starts 2027-03-01",
        ),
    ),
    (
        "channel",
        Text::new(
            "例子：\n  qun add channel --platform wechat-group --title 会员二群 --cap 500",
            "Examples:\n  qun add channel --platform discord --title \"#general\"",
        ),
    ),
    (
        "place",
        Text::new(
            "例子：\n  qun add place --name 衡山书店 --address \"衡山路 1 号\" --capacity 20",
            "Examples:\n  qun add place --name \"Corner Café\" --address \"1 Mill Lane\" --capacity 20",
        ),
    ),
    (
        "partner",
        Text::new(
            "例子：\n  qun add partner --name 衡山书店 --gives 周末场地 --gets 活动当天的客流",
            "Examples:\n  qun add partner --name \"Corner Café\" --gives \"a room\" --gets guests",
        ),
    ),
    (
        "goal",
        Text::new(
            "例子：\n  qun add goal --objective 老会员续费 --metric retention --target 60% --by 6-30 --collected-by manager",
            "Examples:\n  qun add goal --objective Renewals --metric retention --target 60% --by 6-30 --collected-by manager",
        ),
    ),
];

/// The examples of a kind.
pub(super) fn examples(word: &str) -> Text {
    EXAMPLES.iter().find(|(known, _)| *known == word).map_or(Text::new("", ""), |(_, text)| *text)
}

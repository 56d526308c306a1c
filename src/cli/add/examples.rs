//! Two examples of `qun add` for each kind, in both languages. They run on the reading club's starter.

use crate::language::Text;

static EXAMPLES: [(&str, Text); 8] = [
    (
        "activity",
        Text::new(
            "qun add activity --title 周末观影 --when \"每月最后一个周六 19:00\" --owner 沈岚\nqun add activity --title 新书答疑 --when \"隔周三 20:00-21:00\" --owner host --channels 灯下读书会 --dry-run",
            "qun add activity --title \"Film night\" --when \"last Sat of the month 19:00\" --owner Aoife\nqun add activity --title \"Open questions\" --when \"every 2 weeks on Wed 20:00-21:00\" --owner host --dry-run",
        ),
    ),
    (
        "content",
        Text::new(
            "qun add content --title 每周书单 --when \"每周五 12:00\" --owner host --sends members --text 本周三本：\nqun add content --title 新书预告 --when \"每月1日 12:00\" --owner 沈岚 --sends members --dry-run",
            "qun add content --title \"Books of the week\" --when \"every Fri 12:00\" --owner host --sends members\nqun add content --title \"Coming up\" --when \"monthly on the 1st 12:00\" --owner Aoife --sends members --dry-run",
        ),
    ),
    (
        "person",
        Text::new(
            "qun add person --name 小红 --roles host,volunteer --hours-per-week 4\nqun add person --name 小鹿 --roles volunteer --dry-run",
            "qun add person --name Ana --roles host,volunteer --hours-per-week 4\nqun add person --name Ben --roles volunteer --dry-run",
        ),
    ),
    (
        "cohort",
        Text::new(
            "qun add cohort --title 二期 --programme camp --starts 2027-03-01 --channel members\nqun add cohort --title 三期 --programme camp --starts 2027-06-01 --dry-run",
            "qun add cohort --title \"Second camp\" --programme camp --starts 2027-03-01\nqun add cohort --title \"Third camp\" --programme camp --starts 2027-06-01 --dry-run",
        ),
    ),
    (
        "channel",
        Text::new(
            "qun add channel --platform wechat-group --title 会员二群 --cap 500\nqun add channel --platform wecom-group --title 服务群 --dry-run",
            "qun add channel --platform discord --title \"#general\"\nqun add channel --platform slack --title \"#hosts\" --dry-run",
        ),
    ),
    (
        "place",
        Text::new(
            "qun add place --name 衡山书店 --address \"衡山路 1 号\" --capacity 20\nqun add place --name 图书馆二楼 --dry-run",
            "qun add place --name \"Harbour Library\" --address \"1 Mill Lane\" --capacity 20\nqun add place --name \"Town Hall\" --dry-run",
        ),
    ),
    (
        "partner",
        Text::new(
            "qun add partner --name 衡山书店 --gives 周末场地 --gets 活动当天的客流\nqun add partner --name 城南咖啡 --gives 会员折扣 --gets 新客 --dry-run",
            "qun add partner --name \"Harbour Library\" --gives \"a room\" --gets guests\nqun add partner --name \"Mill Lane Books\" --gives discounts --gets readers --dry-run",
        ),
    ),
    (
        "goal",
        Text::new(
            "qun add goal --objective 老会员续费 --metric retention --target 60% --by 6-30 --collected-by manager\nqun add goal --objective 每月来二十位新人 --metric growth --target 20 --by 12-31 --collected-by host --dry-run",
            "qun add goal --objective Renewals --metric retention --target 60% --by 6-30 --collected-by manager\nqun add goal --objective \"Twenty newcomers a month\" --metric growth --target 20 --by 12-31 --collected-by host --dry-run",
        ),
    ),
];

/// The examples of a kind.
pub(super) fn examples(word: &str) -> Text {
    EXAMPLES.iter().find(|(known, _)| *known == word).map_or(Text::new("", ""), |(_, text)| *text)
}

//! Two examples of `qun add` for each kind, in both languages. They run on the reading club's starter.

use crate::language::Text;

static EXAMPLES: [(&str, Text); 30] = [
    (
        "activity",
        Text::new(
            "qun add activity --title 周末观影 --when \"每月最后一个周六 19:00\" --owner 沈岚\nqun add activity --title 新书答疑 --when \"隔周三 20:00-21:00\" --owner host --channels 灯下读书会 --dry-run",
            "qun add activity --title \"Film night\" --when \"last Sat of the month 19:00\" --owner Aoife\nqun add activity --title \"Open questions\" --when \"every 2 weeks on Wed 20:00-21:00\" --owner host --dry-run",
        ),
    ),
    (
        "step",
        Text::new(
            "qun add step 线下共读 确认场地 --at 前2天 --role host --minutes 15\nqun add step 线下共读 发照片 --at T+1d --dry-run",
            "qun add step table \"Confirm the room\" --at -2d --role host --minutes 15\nqun add step table \"Post photos\" --at T+1d --dry-run",
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
    (
        "role",
        Text::new(
            "qun add role --title 值班管理员 --kind manager --duties 审核入群,处理广告\nqun add role --title 领读 --kind participant --duties 每月领读一本 --dry-run",
            "qun add role --title \"Moderator on duty\" --kind manager --duties \"let people in,remove adverts\"\nqun add role --title \"Reading guide\" --kind participant --duties \"lead one book a month\" --dry-run",
        ),
    ),
    (
        "programme",
        Text::new(
            "qun add programme --title \"7 天读书营\" --days 7\nqun add programme --title 新人周 --days 5 --dry-run",
            "qun add programme --title \"7-day reading camp\" --days 7\nqun add programme --title \"First week\" --days 5 --dry-run",
        ),
    ),
    (
        "product",
        Text::new(
            "qun add product --model membership --product 年度会员 --payer 会员 --price \"365 CNY\" --refund 七天内可退\nqun add product --model none --product 免费 --payer 群主 --dry-run",
            "qun add product --model membership --product \"Yearly membership\" --payer members --price \"49 EUR\" --refund \"within seven days\"\nqun add product --model none --product free --payer \"the founder\" --dry-run",
        ),
    ),
    (
        "segment",
        Text::new(
            "qun add segment --who 入群一个月内的新人 --goal 参加第一场活动 --tasks 第三天私信问候\nqun add segment --who 老会员 --goal 带新人 --tasks 每季请一次领读 --dry-run",
            "qun add segment --who \"newcomers in their first month\" --goal \"come to a first event\" --tasks \"a personal message on day three\"\nqun add segment --who regulars --goal \"welcome newcomers\" --tasks \"lead once a quarter\" --dry-run",
        ),
    ),
    (
        "audience",
        Text::new(
            "qun add audience --name 下班后想读书的人 --age 22-35 --occupation 上班族\nqun add audience --name 退休老师 --age 55-70 --occupation 教师 --dry-run",
            "qun add audience --name \"people who want to read after work\" --age 22-35 --occupation \"office workers\"\nqun add audience --name \"retired teachers\" --age 55-70 --occupation teachers --dry-run",
        ),
    ),
    (
        "review",
        Text::new(
            "qun add review --title 月度复盘 --when \"每月最后一天 21:30\" --owner host\nqun add review --title 每周小结 --when \"每周日 21:00\" --owner host --dry-run",
            "qun add review --title \"Monthly review\" --when \"last day of the month 21:30\" --owner host\nqun add review --title \"Weekly look\" --when \"every Sun 21:00\" --owner host --dry-run",
        ),
    ),
    (
        "tool",
        Text::new(
            "qun add tool --name 共享表格 --for 登记报名\nqun add tool --name 问卷 --for 收集反馈 --dry-run",
            "qun add tool --name \"shared spreadsheet\" --for sign-ups\nqun add tool --name \"survey form\" --for feedback --dry-run",
        ),
    ),
    (
        "topic",
        Text::new(
            "qun add topic --title 最近读完的一本书 --depth light\nqun add topic --title 哪本书改变了你 --depth deep --dry-run",
            "qun add topic --title \"The last book you finished\" --depth light\nqun add topic --title \"A book that changed you\" --depth deep --dry-run",
        ),
    ),
    (
        "experiment",
        Text::new(
            "qun add experiment --a 晚上八点发 --b 中午发 --metric activity --from 2027-03-01 --until 2027-03-14\nqun add experiment --a 长文 --b 短句 --metric activity --from 2027-04-01 --until 2027-04-14 --dry-run",
            "qun add experiment --a \"post at 20:00\" --b \"post at noon\" --metric activity --from 2027-03-01 --until 2027-03-14\nqun add experiment --a \"long posts\" --b \"short posts\" --metric activity --from 2027-04-01 --until 2027-04-14 --dry-run",
        ),
    ),
    (
        "case",
        Text::new(
            "qun add case --name 城西读书会 --works-because 每周固定一个晚上\nqun add case --name 老友书房 --works-because 每人带一本书 --dry-run",
            "qun add case --name \"Riverside Readers\" --works-because \"one fixed evening a week\"\nqun add case --name \"Old Friends\" --works-because \"everyone brings a book\" --dry-run",
        ),
    ),
    (
        "problem",
        Text::new(
            "qun add problem --kind low-activity --seen 三天没人说话 --actions 发起一个小话题\nqun add problem --kind unmanageable --seen 一周三条广告 --actions 私信提醒 --dry-run",
            "qun add problem --kind low-activity --seen \"no one writes for three days\" --actions \"start a small topic\"\nqun add problem --kind unmanageable --seen \"three adverts a week\" --actions \"a private reminder\" --dry-run",
        ),
    ),
    (
        "honour",
        Text::new(
            "qun add honour --name 本月领读人 --for 领读两次以上\nqun add honour --name 年度书友 --for 全年不缺席 --dry-run",
            "qun add honour --name \"Reader of the month\" --for \"led two readings\"\nqun add honour --name \"Reader of the year\" --for \"never missed one\" --dry-run",
        ),
    ),
    (
        "ritual",
        Text::new(
            "qun add ritual --sense belonging --on join --what 新人介绍自己，大家各回一句\nqun add ritual --sense ceremony --on anniversary --what 寄一张手写卡片 --dry-run",
            "qun add ritual --sense belonging --on join --what \"newcomers introduce themselves, everyone replies\"\nqun add ritual --sense ceremony --on anniversary --what \"a handwritten card\" --dry-run",
        ),
    ),
    (
        "value",
        Text::new(
            "qun add value --pain 买了书读不完 --promise 每月读完两本 --carrier \"21 天打卡营\" --mutual 笔记授权发表\nqun add value --pain 没人聊书 --promise 每周三一次共读 --carrier 线上共读夜 --mutual 轮流领读 --dry-run",
            "qun add value --pain \"books bought, never finished\" --promise \"two books a month\" --carrier \"a 21-day camp\" --mutual \"notes may be published\"\nqun add value --pain \"no one to talk to\" --promise \"one evening every Wednesday\" --carrier \"an online talk\" --mutual \"members take turns to lead\" --dry-run",
        ),
    ),
    (
        "alternative",
        Text::new(
            "qun add alternative --name 听书软件 --difference 我们每月线下见面\nqun add alternative --name 书店讲座 --difference 我们人人都说话 --dry-run",
            "qun add alternative --name \"an audiobook app\" --difference \"we meet in person every month\"\nqun add alternative --name \"bookshop talks\" --difference \"everyone speaks\" --dry-run",
        ),
    ),
    (
        "conduct",
        Text::new(
            "qun add conduct --about spam --text 不发群发链接 --enforcer host\nqun add conduct --about privacy --text 不外传聊天记录 --enforcer host --dry-run",
            "qun add conduct --about spam --text \"No chain messages\" --enforcer host\nqun add conduct --about privacy --text \"What is said here stays here\" --enforcer host --dry-run",
        ),
    ),
    (
        "phase",
        Text::new(
            "qun add phase --phase growth --from 2027-06-01\nqun add phase --phase maturity --from 2027-09-01 --dry-run",
            "qun add phase --phase growth --from 2027-06-01\nqun add phase --phase maturity --from 2027-09-01 --dry-run",
        ),
    ),
    (
        "onboarding",
        Text::new(
            "qun add onboarding --day 2 --what 私信问候，发群规 --owner host\nqun add onboarding --day 5 --what 邀请参加第一场活动 --owner host --dry-run",
            "qun add onboarding --day 2 --what \"a personal welcome, with the rules\" --owner host\nqun add onboarding --day 5 --what \"an invitation to a first event\" --owner host --dry-run",
        ),
    ),
    (
        "keyword",
        Text::new(
            "qun add keyword --word 停车 --reply 门口有十个车位\nqun add keyword --word 带娃 --reply 可以，请提前说一声 --dry-run",
            "qun add keyword --word parking --reply \"Ten spaces by the door\"\nqun add keyword --word children --reply \"Welcome; please say so before\" --dry-run",
        ),
    ),
    (
        "points",
        Text::new(
            "qun add points --for 领读一次 --give 10\nqun add points --for 写一篇书评 --give 5 --dry-run",
            "qun add points --for \"leading a reading\" --give 10\nqun add points --for \"a book review\" --give 5 --dry-run",
        ),
    ),
    (
        "reward",
        Text::new(
            "qun add reward --who inviter --for joined --give \"30d membership\"\nqun add reward --who invitee --for joined --give \"7d membership\" --dry-run",
            "qun add reward --who inviter --for joined --give \"30d membership\"\nqun add reward --who invitee --for joined --give \"7d membership\" --dry-run",
        ),
    ),
];

/// The examples of a kind.
pub(super) fn examples(word: &str) -> Text {
    EXAMPLES.iter().find(|(known, _)| *known == word).map_or(Text::new("", ""), |(_, text)| *text)
}

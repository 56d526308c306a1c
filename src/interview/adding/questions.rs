//! The questions about what is added: those without which it would be of no use.

use super::choices;
use crate::interview::question::{Default, Kind, Options, PLAIN, Question, words_of};
use crate::language::Text;
use crate::plan::channels::Platform;
use crate::plan::lifecycle::Metric;

/// What these questions have in common: nothing is proposed.
const ASKED: Question = Question { default: Default::Own(|_| None), ..PLAIN };

const HOLDER: Question = Question {
    kind: Kind::Choice(Options::Open(|setting| choices(setting, "holder"))),
    text: Text::new("谁负责？", "Who is responsible?"),
    why: Text::new(
        "写角色，qun 会在担任它的人里排班；写人，就固定归这个人。",
        "A role is shared out among those who hold it; a person has it every time.",
    ),
    help: Text::new("以后可以用 qun set 改。", "It can be changed later with qun set."),
    asked: |setting| !choices(setting, "holder").is_empty(),
    ..ASKED
};

const WHEN: Question = Question {
    kind: Kind::Cadence,
    text: Text::new("什么时候？", "When?"),
    why: Text::new(
        "日历、任务的日子和排班都从这句话算出来。",
        "The dates, their tasks and the rota all follow from it.",
    ),
    help: Text::new(
        "例：每周三 20:00-21:30、每月第二个周六 14:00、2026-12-24 19:30。",
        "For example: every Wed 20:00-21:30, 2nd Sat of the month 14:00, 2026-12-24 19:30.",
    ),
    ..ASKED
};

pub(super) static ACTIVITY: &[Question] = &[
    Question {
        id: "activity_title",
        group: "title",
        fills: &["activities[new].title"],
        text: Text::new("活动叫什么？", "What is the activity called?"),
        why: Text::new("日历和通知里都用这个名字。", "The calendar and the announcements use this name."),
        help: Text::new("例：“周末观影”“新书答疑”。", "For example \"Film night\" or \"Open questions\"."),
        ..ASKED
    },
    Question { id: "activity_when", group: "when", fills: &["activities[new].when"], ..WHEN },
    Question { id: "activity_owner", group: "owner", fills: &["activities[new].owner"], ..HOLDER },
];

pub(super) static CONTENT: &[Question] = &[
    Question {
        id: "content_title",
        group: "title",
        fills: &["content[new].title"],
        text: Text::new("这份内容叫什么？", "What is it called?"),
        why: Text::new("日历和今天要做的事里都用这个名字。", "The calendar and the list of today use this name."),
        help: Text::new("例：“早安一句”“每周书单”。", "For example \"Morning line\" or \"Books of the week\"."),
        ..ASKED
    },
    Question { id: "content_when", group: "when", fills: &["content[new].when"], ..WHEN },
    Question { id: "content_owner", group: "owner", fills: &["content[new].owner"], ..HOLDER },
    Question {
        id: "content_sends",
        group: "sends",
        kind: Kind::Several(Options::Open(|setting| choices(setting, "channel"))),
        fills: &["content[new].sends"],
        text: Text::new("发到哪些渠道？", "Where is it posted?"),
        why: Text::new(
            "qun 按渠道检查免打扰时段和每天的条数。",
            "Quiet hours and messages a day are checked for each channel.",
        ),
        help: Text::new("可以选几个。", "It may be several."),
        asked: |setting| !choices(setting, "channel").is_empty(),
        ..ASKED
    },
];

pub(super) static PERSON: &[Question] = &[
    Question {
        id: "person_name",
        group: "name",
        fills: &["people[new].name"],
        text: Text::new("怎么称呼？", "What is their name?"),
        why: Text::new(
            "日历和清单用这个名字写明谁来做。",
            "The calendar and the checklists say with it who does what.",
        ),
        help: Text::new("群里大家叫的名字就行。", "The name by which the group knows them."),
        ..ASKED
    },
    Question {
        id: "person_roles",
        group: "roles",
        kind: Kind::Several(Options::Open(|setting| choices(setting, "role"))),
        fills: &["people[new].roles"],
        text: Text::new("担任哪些角色？", "Which roles do they hold?"),
        why: Text::new("排班只在担任这个角色的人里排。", "Work falls only to those who hold its role."),
        help: Text::new("可以选几个。", "It may be several."),
        asked: |setting| !choices(setting, "role").is_empty(),
        ..ASKED
    },
];

pub(super) static COHORT: &[Question] = &[
    Question {
        id: "cohort_title",
        group: "title",
        fills: &["cohorts[new].title"],
        text: Text::new("这一期叫什么？", "What is this cohort called?"),
        why: Text::new(
            "同一个课程会开很多期，名字让人分得清。",
            "A programme runs many times; the name tells them apart.",
        ),
        help: Text::new("例：“二期”“春季班”。", "For example \"Second camp\" or \"Spring class\"."),
        ..ASKED
    },
    Question {
        id: "cohort_programme",
        group: "programme",
        kind: Kind::Choice(Options::Open(|setting| choices(setting, "programme"))),
        fills: &["cohorts[new].programme"],
        text: Text::new("跑哪个课程？", "Which programme does it run?"),
        why: Text::new("每一天做什么，都从课程来。", "What happens on each day comes from the programme."),
        help: Text::new("课程写在计划的 [[programmes]] 里。", "Programmes stand in the plan as [[programmes]]."),
        asked: |setting| !choices(setting, "programme").is_empty(),
        ..ASKED
    },
    Question {
        id: "cohort_starts",
        group: "starts",
        kind: Kind::Date,
        fills: &["cohorts[new].starts"],
        text: Text::new("哪天开始？", "On which day does it begin?"),
        why: Text::new("课程的第一天就是这天。", "It is the first day of the programme."),
        help: Text::new("例：2027-03-01。", "For example 2027-03-01."),
        ..ASKED
    },
];

pub(super) static CHANNEL: &[Question] = &[
    Question {
        id: "channel_platform",
        group: "platform",
        kind: Kind::Choice(words_of!(Platform)),
        fills: &["channels[new].platform"],
        word: Some("where"),
        text: Text::new("在哪个平台上？", "On which platform is it?"),
        why: Text::new(
            "人数上限、群发次数都由平台定，qun 会按它检查。",
            "The platform sets how many fit in and how often you may post; qun checks against that.",
        ),
        help: Text::new("没有你的平台就选“其他”。", "Choose \"other\" where yours is not among them."),
        ..ASKED
    },
    Question {
        id: "channel_title",
        group: "title",
        fills: &["channels[new].title"],
        word: Some("where"),
        text: Text::new("它显示成什么名字？", "What is it called?"),
        why: Text::new(
            "日历和清单用这个名字说明发到哪里。",
            "The calendar and the checklists say with it where to post.",
        ),
        help: Text::new("例：“会员二群”。", "For example \"Members\" or \"#general\"."),
        ..ASKED
    },
];

pub(super) static PLACE: &[Question] = &[Question {
    id: "place_name",
    group: "name",
    fills: &["places[new].name"],
    text: Text::new("地点叫什么？", "What is the place called?"),
    why: Text::new("线下活动的通知里写它。", "The announcements of events name it."),
    help: Text::new("例：“衡山书店二楼”。", "For example \"Corner Café, upstairs\"."),
    ..ASKED
}];

pub(super) static PARTNER: &[Question] = &[
    Question {
        id: "partner_name",
        group: "name",
        fills: &["partners[new].name"],
        text: Text::new("合作方叫什么？", "Who is the partner?"),
        why: Text::new("谁在帮忙，成员和团队都该知道。", "The team and the members should know who helps."),
        help: Text::new("例：“衡山书店”。", "For example \"Corner Café\"."),
        ..ASKED
    },
    Question {
        id: "partner_gives",
        group: "gives",
        fills: &["partners[new].gives"],
        text: Text::new("他们提供什么？", "What do they give?"),
        why: Text::new("有来有往，合作才长久。", "A partnership lasts when both sides give."),
        help: Text::new("例：“周末场地”“每月十本新书”。", "For example \"a room on Saturdays\"."),
        ..ASKED
    },
    Question {
        id: "partner_gets",
        group: "gets",
        fills: &["partners[new].gets"],
        text: Text::new("他们得到什么？", "What do they get?"),
        why: Text::new("有来有往，合作才长久。", "A partnership lasts when both sides give."),
        help: Text::new(
            "例：“活动当天的客流”“海报署名”。",
            "For example \"guests on the day\" or \"their name on the poster\".",
        ),
        ..ASKED
    },
];

pub(super) static GOAL: &[Question] = &[
    Question {
        id: "goal_objective",
        group: "objective",
        fills: &["goals[new].objective"],
        text: Text::new("想达成什么？", "What is to be reached?"),
        why: Text::new(
            "活动为目标服务，说得出为什么才值得办。",
            "Activities serve goals; without one nobody knows why they are held.",
        ),
        help: Text::new("例：“让老会员续费”。", "For example \"members renew\"."),
        ..ASKED
    },
    Question {
        id: "goal_metric",
        group: "metric",
        kind: Kind::Choice(words_of!(Metric)),
        fills: &["goals[new].metric"],
        text: Text::new("看哪个指标？", "What is measured?"),
        why: Text::new("没有指标，就说不清到没到。", "Without a figure nobody can say whether it was reached."),
        help: Text::new("选最能说明它达成的那一个。", "Choose the one that shows it best."),
        ..ASKED
    },
    Question {
        id: "goal_target",
        group: "target",
        fills: &["goals[new].target"],
        text: Text::new("目标是多少？", "Which figure is wanted?"),
        why: Text::new("数字写下来，复盘时才有得比。", "A figure written down is what a review compares with."),
        help: Text::new("例：60%、每周 20 人。", "For example 60%, or 20 people a week."),
        ..ASKED
    },
    Question {
        id: "goal_by",
        group: "by",
        kind: Kind::Date,
        fills: &["goals[new].by"],
        text: Text::new("到哪天？", "By when?"),
        why: Text::new("有期限，复盘才知道还差多远。", "A date shows how much time is left."),
        help: Text::new("例：2027-06-30。", "For example 2027-06-30."),
        ..ASKED
    },
    Question {
        id: "goal_collected_by",
        group: "collected_by",
        fills: &["goals[new].collected_by"],
        text: Text::new("谁来统计？", "Who collects the figure?"),
        why: Text::new(
            "没有人统计的指标，到时候谁也不知道。",
            "A figure that nobody collects is not known when it is wanted.",
        ),
        ..HOLDER
    },
];

//! The questions about what is added: only what it cannot do without.

use crate::interview::question::{AnswerKind, ChoiceSource, DefaultAnswer, PLAIN, Question, words_of};
use crate::interview::rows::{CHANNEL_TITLE_WHY, PLATFORM_WHY};
use crate::language::Text;
use crate::plan::channels::Platform;
use crate::plan::lifecycle::Metric;

/// What these questions have in common: they have no default.
pub(super) const ASKED: Question = Question { default: DefaultAnswer::Own(|_| None), ..PLAIN };

pub(super) const HOLDER: Question = Question {
    kind: AnswerKind::Choice(ChoiceSource::Open(|context| context.references("holder"))),
    text: Text::new("谁负责？", "Who is responsible?"),
    why: Text::new(
        "写角色，qun 会在担任它的人里排班；写人，就固定归这个人。",
        "Name a role and qun takes turns among its members; name a person and they do it every time.",
    ),
    help: Text::new("以后可以用 qun set 改。", "You can change it later with qun set."),
    asked: |context| !context.references("holder").is_empty(),
    ..ASKED
};

pub(super) const WHEN: Question = Question {
    kind: AnswerKind::Cadence,
    text: Text::new("什么时候？", "When?"),
    why: Text::new(
        "日历、任务的日子和排班都从这句话算出来。",
        "qun calculates the dates, the tasks and the rota from it.",
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
        why: Text::new("日历和通知里都用这个名字。", "The calendar and announcements use this name."),
        help: Text::new("例：“周末观影”“新书答疑”。", "For example \"Film night\" or \"Open questions\"."),
        ..ASKED
    },
    Question { id: "activity_when", group: "when", fills: &["activities[new].when"], ..WHEN },
    Question { id: "activity_owner", group: "owner", fills: &["activities[new].owner"], ..HOLDER },
];

pub(super) static STEP: &[Question] = &[
    Question {
        id: "step_at",
        group: "when",
        fills: &["activities[new].steps[new].at"],
        text: Text::new("什么时候做？", "When is it done?"),
        why: Text::new(
            "按活动的日子算出这一步是哪天，排进日历和清单。",
            "It is dated from the activity, and appears in the calendar and the lists.",
        ),
        help: Text::new(
            "从活动开始算，例：前2天、前1天 20:00、T-1h、T+1d。",
            "Counted from the start of the activity, for example 2 days before, T-1d 20:00, T-1h, T+1d.",
        ),
        ..ASKED
    },
    Question {
        id: "step_title",
        group: "title",
        fills: &["activities[new].steps[new].title"],
        text: Text::new("做什么？", "What is to be done?"),
        why: Text::new("清单和今天要做的事里用这句话。", "The lists and today's work use these words."),
        help: Text::new("例：“确认场地”“发预告”。", "For example \"Confirm the room\" or \"Post the announcement\"."),
        ..ASKED
    },
];

pub(super) static CONTENT: &[Question] = &[
    Question {
        id: "content_title",
        group: "title",
        fills: &["content[new].title"],
        text: Text::new("这份内容叫什么？", "What is it called?"),
        why: Text::new("日历和今天要做的事里都用这个名字。", "The calendar and today's list use this name."),
        help: Text::new("例：“早安一句”“每周书单”。", "For example \"Morning line\" or \"Books of the week\"."),
        ..ASKED
    },
    Question { id: "content_when", group: "when", fills: &["content[new].when"], ..WHEN },
    Question { id: "content_owner", group: "owner", fills: &["content[new].owner"], ..HOLDER },
    Question {
        id: "content_sends",
        group: "sends",
        kind: AnswerKind::Several(ChoiceSource::Open(|context| context.references("channel"))),
        fills: &["content[new].sends"],
        text: Text::new("发到哪些渠道？", "Where is it posted?"),
        why: Text::new(
            "qun 按渠道检查免打扰时段和每天的条数。",
            "qun checks quiet hours and messages a day for each channel.",
        ),
        help: Text::new("可以选几个。", "You can choose several."),
        asked: |context| !context.references("channel").is_empty(),
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
            "The calendar and the checklists use it to say who does what.",
        ),
        help: Text::new("群里大家叫的名字就行。", "Use the name the group knows them by."),
        ..ASKED
    },
    Question {
        id: "person_roles",
        group: "roles",
        kind: AnswerKind::Several(ChoiceSource::Open(|context| context.references("role"))),
        fills: &["people[new].roles"],
        text: Text::new("担任哪些角色？", "Which roles do they hold?"),
        why: Text::new("排班只在担任这个角色的人里排。", "qun gives a task only to people who hold its role."),
        help: Text::new("可以选几个。", "You can choose several."),
        asked: |context| !context.references("role").is_empty(),
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
            "A programme can run many times, so give each cohort its own name.",
        ),
        help: Text::new("例：“二期”“春季班”。", "For example \"Second camp\" or \"Spring class\"."),
        ..ASKED
    },
    Question {
        id: "cohort_programme",
        group: "programme",
        kind: AnswerKind::Choice(ChoiceSource::Open(|context| context.references("programme"))),
        fills: &["cohorts[new].programme"],
        text: Text::new("跑哪个课程？", "Which programme does it follow?"),
        why: Text::new("每一天做什么，都从课程来。", "The programme sets what happens each day."),
        help: Text::new("课程写在计划的 [[programmes]] 里。", "Programmes are in the plan as [[programmes]]."),
        asked: |context| !context.references("programme").is_empty(),
        ..ASKED
    },
    Question {
        id: "cohort_starts",
        group: "starts",
        kind: AnswerKind::Date,
        fills: &["cohorts[new].starts"],
        text: Text::new("哪天开始？", "When does it start?"),
        why: Text::new("课程的第一天就是这天。", "This is the first day of the programme."),
        help: Text::new("例：2027-03-01。", "For example 2027-03-01."),
        ..ASKED
    },
];

pub(super) static CHANNEL: &[Question] = &[
    Question {
        id: "channel_platform",
        group: "platform",
        kind: AnswerKind::Choice(words_of!(Platform)),
        fills: &["channels[new].platform"],
        word: Some("where"),
        text: Text::new("在哪个平台上？", "Which platform is it on?"),
        why: PLATFORM_WHY,
        help: Text::new("没有你的平台就选“其他”。", "Choose \"other\" if yours is not listed."),
        ..ASKED
    },
    Question {
        id: "channel_title",
        group: "title",
        fills: &["channels[new].title"],
        word: Some("where"),
        text: Text::new("它显示成什么名字？", "What is it called?"),
        why: CHANNEL_TITLE_WHY,
        help: Text::new("例：“会员二群”。", "For example \"Members\" or \"#general\"."),
        ..ASKED
    },
];

pub(super) static PLACE: &[Question] = &[Question {
    id: "place_name",
    group: "name",
    fills: &["places[new].name"],
    text: Text::new("地点叫什么？", "What is the place called?"),
    why: Text::new("线下活动的通知里写它。", "Event announcements include it."),
    help: Text::new("例：“衡山书店二楼”。", "For example \"Corner Café, upstairs\"."),
    ..ASKED
}];

pub(super) static PARTNER: &[Question] = &[
    Question {
        id: "partner_name",
        group: "name",
        fills: &["partners[new].name"],
        text: Text::new("合作方叫什么？", "What is the partner called?"),
        why: Text::new("谁在帮忙，成员和团队都该知道。", "The team and the members should know who is helping."),
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
        text: Text::new("想达成什么？", "What do you want to achieve?"),
        why: Text::new("活动为目标服务，说得出为什么才值得办。", "A goal shows why you hold your activities."),
        help: Text::new("例：“让老会员续费”。", "For example \"members renew\"."),
        ..ASKED
    },
    Question {
        id: "goal_metric",
        group: "metric",
        kind: AnswerKind::Choice(words_of!(Metric)),
        fills: &["goals[new].metric"],
        text: Text::new("看哪个指标？", "How do you measure it?"),
        why: Text::new(
            "定一个指标，才知道到没到。",
            "Pick a metric, so that you can see whether you reached the goal.",
        ),
        help: Text::new("选最能说明它达成的那一个。", "Choose the one that shows success best."),
        ..ASKED
    },
    Question {
        id: "goal_target",
        group: "target",
        fills: &["goals[new].target"],
        text: Text::new("目标是多少？", "What number do you want to reach?"),
        why: Text::new(
            "数字写下来，复盘时才有得比。",
            "Write a number down, so that a review has something to compare with.",
        ),
        help: Text::new("例：60%、每周 20 人。", "For example 60%, or 20 people a week."),
        ..ASKED
    },
    Question {
        id: "goal_by",
        group: "by",
        kind: AnswerKind::Date,
        fills: &["goals[new].by"],
        text: Text::new("到哪天？", "By when?"),
        why: Text::new("有期限，复盘才知道还差多远。", "A date shows how much time you have left."),
        help: Text::new("例：2027-06-30。", "For example 2027-06-30."),
        ..ASKED
    },
    Question {
        id: "goal_collected_by",
        group: "collected_by",
        fills: &["goals[new].collected_by"],
        text: Text::new("谁来统计？", "Who collects the number?"),
        why: Text::new(
            "指定一个人统计，到时候才有数可看。",
            "Name a person, so that the number is there when you need it.",
        ),
        ..HOLDER
    },
];

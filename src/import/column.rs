//! The columns of tables that people keep, by the words in their headers.

use crate::value::fold_width;

/// What a column is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ImportColumn {
    /// The day.
    Date,
    /// The last day.
    EndDate,
    /// The day of the week.
    Weekday,
    /// The time, or its beginning.
    Time,
    /// The end.
    End,
    /// How often.
    When,
    /// How long.
    Lasts,
    /// Whose clock.
    Zone,
    /// What it is called.
    Title,
    /// What sort of thing it is.
    Kind,
    /// The text to post.
    Text,
    /// Who is responsible.
    Owner,
    /// Who helps.
    Helpers,
    /// The channel.
    Channel,
    /// The platform.
    Platform,
    /// The place.
    Place,
    /// A person's name.
    Name,
    /// The role.
    Role,
    /// The account of a person.
    Handle,
    /// Hours a week.
    Hours,
    /// How many there are.
    Members,
    /// How many there may be.
    Capacity,
    /// The cohort.
    Cohort,
    /// A link.
    Link,
    /// Notes.
    Notes,
    /// An id of the other program.
    Id,
    /// What became of it.
    Outcome,
}

use ImportColumn as C;

/// The words of headers, as they are folded.
const WORDS: [(C, &[&str]); 27] = [
    (C::Date, &["日期", "开始日期", "上线日期", "date", "start date", "publish date", "dates", "开营日期", "开课日期"]),
    (C::EndDate, &["结束日期", "截止日期", "end date"]),
    (C::Weekday, &["星期", "周几", "星期几", "周", "weekday", "day", "day of week", "day of the week"]),
    (
        C::Time,
        &[
            "时间",
            "开始",
            "开始时间",
            "时段",
            "几点",
            "time",
            "start time",
            "start",
            "from",
            "hour",
            "hours (local)",
            "begin",
        ],
    ),
    (C::End, &["结束时间", "结束", "end time", "end", "finish"]),
    (
        C::When,
        &[
            "频率",
            "频次",
            "周期",
            "何时",
            "什么时候",
            "frequency",
            "when",
            "cadence",
            "recurrence",
            "repeats",
            "how often",
        ],
    ),
    (C::Lasts, &["时长", "持续时间", "duration", "length"]),
    (C::Zone, &["时区", "tz", "time zone", "timezone"]),
    (
        C::Title,
        &[
            "主题",
            "标题",
            "活动",
            "活动名称",
            "名称",
            "选题",
            "栏目",
            "事项",
            "项目",
            "课题",
            "书名",
            "书目",
            "book",
            "film",
            "安排",
            "title",
            "topic",
            "subject",
            "event",
            "activity",
            "theme",
            "what",
            "summary",
            "session",
            "post title",
            "headline",
        ],
    ),
    (C::Kind, &["类型", "类别", "形式", "分类", "type", "kind", "category", "format"]),
    (
        C::Text,
        &["文案", "正文", "内容", "推文", "文字", "text", "copy", "caption", "content", "body", "post", "message"],
    ),
    (
        C::Owner,
        &[
            "负责人",
            "主持",
            "主持人",
            "负责",
            "执行人",
            "对接人",
            "责任人",
            "讲师",
            "嘉宾",
            "领读",
            "owner",
            "host",
            "lead",
            "person",
            "assignee",
            "responsible",
            "who",
            "organizer",
            "organiser",
            "speaker",
            "author",
            "poc",
            "facilitator",
            "leader",
            "leads",
            "who leads",
            "led by",
            "hosted by",
            "moderator",
            "带读",
            "带读人",
            "谁带",
            "主讲",
        ],
    ),
    (C::Helpers, &["协助", "协助人", "助手", "配合", "helpers", "support", "staff", "co-host", "helper"]),
    (
        C::Channel,
        &["群", "渠道", "社群", "群名", "频道", "群聊", "投放", "channel", "group", "channels", "network", "room"],
    ),
    (C::Platform, &["平台", "platform"]),
    (C::Place, &["地点", "地点、渠道", "场地", "地址", "位置", "place", "location", "venue", "address", "where"]),
    (C::Name, &["姓名", "昵称", "名字", "成员", "称呼", "name", "member", "full name", "nickname"]),
    (C::Role, &["角色", "职务", "岗位", "身份", "分工", "role", "position", "job", "roles"]),
    (C::Handle, &["微信", "微信号", "账号", "handle", "wechat", "account", "username", "discord", "slack"]),
    (C::Hours, &["每周小时", "每周时间", "投入时间", "小时", "hours", "hours per week", "hours/week", "weekly hours"]),
    (C::Members, &["人数", "群人数", "现有人数", "成员数", "members", "size", "people", "followers", "subscribers"]),
    (C::Capacity, &["名额", "上限", "人数上限", "capacity", "seats", "max", "limit"]),
    (C::Cohort, &["期", "期数", "期次", "班期", "营期", "cohort", "batch", "term", "intake"]),
    (C::Link, &["链接", "link", "url"]),
    (
        C::Notes,
        &[
            "备注",
            "说明",
            "注意事项",
            "notes",
            "about",
            "remarks",
            "comments",
            "note",
            "details",
            "description",
            "remark",
        ],
    ),
    (C::Outcome, &["完成", "done", "状态", "status"]),
    (C::Id, &["编号", "id", "uid", "序号", "no.", "no", "#"]),
];

impl ImportColumn {
    /// What a header is about: all of its words, those before brackets, one of two languages, or how it ends.
    pub(super) fn of_header(header: &str) -> Option<Self> {
        let folded = fold_width(header).to_lowercase();
        let whole = folded.split_whitespace().collect::<Vec<_>>().join(" ");
        let short = whole.split(['(', '[', '【', '<']).next().unwrap_or_default().trim().trim_end_matches([':', '*']);
        let exact = |text: &str| WORDS.iter().find(|(_, words)| words.contains(&text)).map(|(column, _)| *column);
        let of_part = || short.split(['/', '|']).find_map(|part| exact(part.trim()));
        exact(&whole).or_else(|| exact(short)).or_else(of_part).or_else(|| of_end(short))
    }
}

/// What a header of several words is about, by its end: 活动开始时间, Event Date; a longer end wins.
fn of_end(header: &str) -> Option<ImportColumn> {
    let ends = |word: &str| match word.is_ascii() {
        true => header.strip_suffix(word).is_some_and(|rest| rest.ends_with([' ', '_', '-'])),
        false => word.chars().count() > 1 && header.ends_with(word),
    };
    // a sentence is no header
    if header.chars().count() > 24 {
        return None;
    }
    let words = WORDS.iter().flat_map(|(column, words)| words.iter().map(move |word| (*word, *column)));
    words.filter(|(word, _)| ends(word)).max_by_key(|(word, _)| word.len()).map(|(_, column)| column)
}

//! Content: something is published, someone owns it, members show their work, and it does not only sell.

use super::context::Context;
use super::remedy::Remedy;
use super::reporter::Reporter;
use super::rule::Rule;
use super::thresholds::{TEXT_LENGTH, whole};
use crate::calendar::{Calendar, Item, Origin};
use crate::finding::KeyPath;
use crate::finding::Level::{Advice, Warning};
use crate::finding::Source::{EightAnswers, MarketingHandbook, PracticeBook, SocialCommerceTraining, TenKeyPoints};
use crate::language::Text;
use crate::plan::activities::Form;
use crate::plan::content::{Content, ContentForm, Depth, PictureShape};
use crate::plan::{Plan, Thing};
use crate::value::Day;

/// Days within which no text comes again.
const REPEAT_DAYS: i32 = 14;
/// Pieces of content in a week from which a share says something.
const WEEK_ITEMS: usize = 6;

pub(super) static RULES: &[Rule] = &[
    Rule::missing("content/none", Warning, &["content", "programmes"])
        .not_in_small()
        .essential()
        .from(&[EightAnswers, MarketingHandbook, TenKeyPoints, SocialCommerceTraining])
        .title("没有内容输出", "no content")
        .message("没有内容（[[content]]），也没有课程或营期（[[programmes]]）", "no posts are planned (`[[content]]`), and no courses (`[[programmes]]`)")
        .help("写一段 `[[content]]`，定一件能坚持的，例如 `title = \"早安一句\"`、`when = \"工作日 08:00\"`、`owner = \"{someone}\"`", "add one `[[content]]` that you can keep up, for example `title = \"a line in the morning\"`, `when = \"workdays 08:00\"`, `owner = \"{someone}\"`"),
    Rule::plan("content/no-owner", Warning, no_owner)
        .row(&["content.owner"])
        .from(&[PracticeBook, TenKeyPoints])
        .title("内容没有人负责", "content without an owner")
        .message("内容“{content}”没有写谁负责（owner）", "content \"{content}\" has no `owner`")
        .help("写上角色或成员，例如 `owner = \"{someone}\"`", "name a role or a person, for example `owner = \"{someone}\"`"),
    Rule::plan("content/no-member-output", Warning, no_member_output)
        .remedy(Remedy::Add("content", &[("by_members", Some("true"))]))
        .row(&["content.by_members"])
        .from(&[EightAnswers, MarketingHandbook])
        .title("成员没有展示自己的机会", "no chance for members to show their work")
        .message("没有一项内容出自成员（by_members），也没有一个活动让成员展示", "no content comes from members (`by_members`), and no activity lets them show what they do")
        .help("把一项内容交给成员，例如“周五晒书评”写上 `by_members = true`，或办一次分享会（`form = \"sharing\"`）", "give members a slot, for example a Friday review with `by_members = true`, or hold a sharing session (`form = \"sharing\"`)"),
    Rule::plan("content/one-form-only", Advice, one_form_only)
        .remedy(Remedy::Add("content", &[("form", None)]))
        .from(&[SocialCommerceTraining])
        .title("内容只有一种形式", "only one form of content")
        .message("{count} 项内容全是“{form}”", "all {count} pieces of content have the same form: {form}")
        .help("换一两项的形式，例如把文字改成语音或短视频：`form = \"audio\"`、`form = \"video\"`", "change the form of one or two, for example to a recording or a short video: `form = \"audio\"`, `form = \"video\"`"),
    Rule::missing("content/no-reviewer", Advice, &["content.reviewer"])
        .not_in_small()
        .from(&[PracticeBook])
        .title("内容没有人把关", "no reviewer for content")
        .message("没有一项内容写了谁把关（reviewer）", "no content has a `reviewer`")
        .help("发之前多一双眼睛，例如 `reviewer = \"{someone}\"`", "have someone check each post before it goes out, for example `reviewer = \"{someone}\"`"),
    Rule::plan("content/undated-item", Warning, undated_item)
        .from(&[PracticeBook])
        .title("课程内容没写第几天", "course item without a day")
        .message("课程“{programme}”的“{item}”没有写第几天（day、days），不会出现在日历里", "\"{item}\" of the course \"{programme}\" has neither `day` nor `days`, so it is in no calendar")
        .help("写上第几天，从 1 数起，例如 `day = 3` 或 `days = \"2-20\"`", "set the day, counted from 1, for example `day = 3` or `days = \"2-20\"`"),
    Rule::plan("content/flooding", Advice, flooding)
        .from(&[EightAnswers])
        .title("一条文字太长，会刷屏", "message too long for a group")
        .message("内容“{content}”有一条 {length} 字，群里一条不宜超过 {limit} 字", "content \"{content}\" has a message of {length|character|characters}; keep group messages to {limit} or fewer")
        .help("拆成几条，或者写成文章（`form = \"article\"`），群里只发一句推荐（`lead_in`）和链接", "split it, or make it an article (`form = \"article\"`) and post one line (`lead_in`) with the link"),
    Rule::plan("content/picture-not-for-phone", Advice, picture_not_for_phone)
        .from(&[EightAnswers])
        .title("配图不适合竖着看的手机", "picture unsuitable for phones")
        .message("内容“{content}”发到群里，{problem}", "content \"{content}\" goes to a group, and {problem}")
        .help("群里多半在手机上看，竖图或方图更清楚：`picture = \"portrait\"` 或 `\"square\"`", "choose an upright or square picture, because groups are mostly read on phones: `picture = \"portrait\"` or `\"square\"`"),
    Rule::calendar("content/promotional-share", Warning, promotional_share)
        .remedy(Remedy::Add("content", &[("promotional", Some("false"))]))
        .from(&[EightAnswers])
        .title("推销太多", "too much promotion")
        .message("{problem}", "{problem}")
        .help("推销（`promotional = true`）控制在一周内容的三分之一以内，两条之间隔一条有用的；活动通知不算推销", "keep promotion (`promotional = true`) to a third of each week, with something useful between two promotions; notices of your own events do not count"),
    Rule::calendar("content/repeated", Warning, repeated)
        .remedy(Remedy::Change("series"))
        .from(&[EightAnswers])
        .title("同一段文字又发了一遍", "repeated message")
        .message("内容“{content}”在 {first} 和 {again} 发的是同一段文字，相隔 {days} 天", "content \"{content}\" posts the same text on {first} and {again}, {days|day|days} apart")
        .help("把文字写成几段轮流发：`series = [\"…\", \"…\"]`，轮完一圈要超过 {limit} 天", "write several texts to be posted in turn: `series = [\"…\", \"…\"]`, enough that a full round takes more than {limit|day|days}"),
    Rule::missing("content/no-topics", Advice, &["topics"])
        .from(&[EightAnswers, SocialCommerceTraining])
        .title("没有话题库", "no topic bank")
        .message("没有话题库（[[topics]]），冷场时只能现想", "there is no `[[topics]]` to fall back on when the group goes quiet")
        .help("先存三个话题，例如 `title = \"一本改变你习惯的书\"`、`depth = \"deep\"`", "keep three topics ready, for example `title = \"a book that changed a habit\"`, `depth = \"deep\"`"),
    Rule::plan("content/topics-one-sided", Advice, topics_one_sided)
        .remedy(Remedy::Add("topic", &[]))
        .from(&[EightAnswers, SocialCommerceTraining])
        .title("话题偏一边", "one-sided topics")
        .message("话题库里 {count} 个话题，全是{sort}", "all {count} topics are {sort}")
        .help("只有轻松的话题容易变成空聊，只追热点的过几天就没得聊；留一个能说出自己经历的：`depth = \"deep\"`", "add at least one that people answer from their own experience: `depth = \"deep\"`; light topics soon run dry, and news is stale within a week"),
];

fn no_owner(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    for (at, content) in plan.content.iter().enumerate() {
        if content.owner.is_none() {
            let path = KeyPath::of(&["content"]).index(at).key("owner");
            report.add(report.finding(path).with("content", Thing::Content(at).named(plan)));
        }
    }
}

/// Without any content, `none` says it all.
fn no_member_output(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let by_members = plan.content.iter().any(|content| content.by_members == Some(true));
    let shows = |form: Form| {
        matches!(form, Form::Sharing | Form::CheckIn | Form::Workshop | Form::Hackathon | Form::Discussion)
    };
    let on_stage = plan.activities.iter().any(|activity| activity.form.is_some_and(shows));
    if !plan.content.is_empty() && !by_members && !on_stage {
        let path = KeyPath::of(&["content"]);
        report.add(report.finding(path).with("content", plan.content.len()).with("activities", plan.activities.len()));
    }
}

fn one_form_only(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let forms: Vec<ContentForm> = plan.content.iter().filter_map(|content| content.form).collect();
    if let Some(first) = forms.first()
        && forms.len() >= 2
        && forms.len() == plan.content.len()
        && forms.iter().all(|form| form == first)
    {
        let path = KeyPath::of(&["content"]);
        let form: Text = first.name();
        report.add(report.finding(path).with("count", forms.len()).with("form", form));
    }
}

/// Whether it is sent to a group.
fn goes_to_group(plan: &Plan, content: &Content) -> bool {
    let is_group = |channel: &str| {
        let mut channels = plan.channels.iter();
        let known = channels.find(|known| known.id.as_ref().is_some_and(|id| id.as_str() == channel));
        known.and_then(|known| known.platform).is_some_and(crate::plan::channels::Platform::is_group)
    };
    content.sends.iter().filter_map(|send| send.to.as_ref()).any(|to| is_group(to.as_str()))
}

fn picture_not_for_phone(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    for (at, content) in plan.content.iter().enumerate().filter(|(_, content)| goes_to_group(plan, content)) {
        let problem = match (content.picture, content.form) {
            (Some(PictureShape::Landscape), _) => Text::new("配的是横图", "its picture is in landscape format"),
            (None, Some(ContentForm::Picture)) => {
                Text::new("没有写图是竖是方", "its `picture` is not set to portrait or square")
            }
            _ => continue,
        };
        let path = KeyPath::of(&["content"]).index(at).key("picture");
        report.add(report.finding(path).with("content", Thing::Content(at).named(plan)).with("problem", problem));
    }
}

/// Topics from which a bank of them says something.
const SOME_TOPICS: usize = 3;

fn topics_one_sided(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let topics = &plan.topics;
    let sort = if topics.iter().all(|topic| topic.depth == Some(Depth::Light)) {
        Text::new("轻松的（depth = \"light\"）", "light (`depth = \"light\"`)")
    } else if topics.iter().all(|topic| topic.hot == Some(true)) {
        Text::new("追热点的（hot = true）", "tied to the news (`hot = true`)")
    } else {
        return;
    };
    if topics.len() >= SOME_TOPICS {
        report.add(report.finding(KeyPath::of(&["topics"])).with("count", topics.len()).with("sort", sort));
    }
}

fn undated_item(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    for (at, programme) in plan.programmes.iter().enumerate() {
        for (n, item) in programme.items.iter().enumerate().filter(|(_, item)| item.span().is_none()) {
            let name = item.title.clone().unwrap_or_else(|| (n + 1).to_string());
            report.add(
                report
                    .finding(KeyPath::of(&["programmes"]).index(at).key("items").index(n))
                    .with("programme", Thing::Programme(at).named(plan))
                    .with("item", name),
            );
        }
    }
}

/// Only what is sent to a group floods it; articles and files are read elsewhere.
fn flooding(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    let limit = whole(context.threshold(&TEXT_LENGTH));
    for (at, content) in plan.content.iter().enumerate() {
        let is_read_there = !matches!(content.form, Some(ContentForm::Article | ContentForm::File));
        let to_group = goes_to_group(plan, content);
        let path = KeyPath::of(&["content"]).index(at);
        let series = content.series.iter().enumerate().map(|(n, text)| (path.clone().key("series").index(n), text));
        let text = content.text.iter().map(|text| (path.clone().key("text"), text));
        let long = text.chain(series).map(|(path, text)| (path, text.chars().count())).max_by_key(|(_, n)| *n);
        if let Some((path, length)) = long.filter(|(_, n)| is_read_there && to_group && *n > limit) {
            report.add(
                report
                    .finding(path)
                    .with("content", Thing::Content(at).named(plan))
                    .with("length", length)
                    .with("limit", limit),
            );
        }
    }
}

/// What is published, in order: day, index of the content, and which occurrence it is.
fn published(calendar: &Calendar<'_>) -> impl Iterator<Item = (Day, usize, usize)> {
    calendar.entries.iter().filter(|entry| !entry.cancelled).filter_map(|entry| match entry.origin {
        Origin::Item(Item::Content(at)) => Some((entry.at.day, at, entry.number)),
        _ => None,
    })
}

/// Reported once: for the first week, or else of the first two in a row.
fn promotional_share(plan: &Plan, calendar: &Calendar<'_>, _: &Context<'_>, report: &mut Reporter) {
    let promotes = |at: usize| plan.content[at].promotional == Some(true);
    let items: Vec<(Day, usize)> = published(calendar).map(|(day, at, _)| (day, at)).collect();
    for week in items.chunk_by(|a, b| a.0.monday() == b.0.monday()) {
        let count = week.iter().filter(|(_, at)| promotes(*at)).count();
        if let Some((_, at)) = week.iter().find(|(_, at)| promotes(*at))
            && week.len() >= WEEK_ITEMS
            && count * 3 > week.len()
        {
            let problem = Text::new(
                "{week} 起的一周有 {total} 条内容，其中 {count} 条是推销，超过三分之一",
                "in the week of {week}, {count} of {total|piece|pieces} of content are promotional: more than a third",
            );
            let finding = report.finding(KeyPath::of(&["content"]).index(*at).key("promotional"));
            let finding = finding.with("problem", problem).with("week", week[0].0.monday());
            report.add(finding.with("total", week.len()).with("count", count));
            return;
        }
    }
    let pair = items.windows(2).find(|pair| promotes(pair[0].1) && promotes(pair[1].1));
    if let Some(&[(first, before), (second, after)]) = pair {
        let problem = Text::new(
            "连着两条都是推销：{first} 的“{before}”和 {second} 的“{after}”",
            "two promotional pieces in a row: \"{before}\" on {first} and \"{after}\" on {second}",
        );
        let finding = report.finding(KeyPath::of(&["content"]).index(after).key("promotional"));
        let finding = finding.with("problem", problem).with("first", first).with("second", second);
        report.add(
            finding.with("before", Thing::Content(before).named(plan)).with("after", Thing::Content(after).named(plan)),
        );
    }
}

/// Reported once for each piece of content.
fn repeated(plan: &Plan, calendar: &Calendar<'_>, _: &Context<'_>, report: &mut Reporter) {
    let mut last: std::collections::HashMap<&str, Day> = std::collections::HashMap::new();
    let mut reported = vec![false; plan.content.len()];
    for (day, at, number) in published(calendar) {
        let content = &plan.content[at];
        let in_turn = content.series.get(number.checked_rem(content.series.len()).unwrap_or(0));
        let Some(text) = in_turn.or(content.text.as_ref()).filter(|text| !text.trim().is_empty()) else { continue };
        let before = last.insert(text.trim(), day);
        if let Some(first) = before.filter(|first| day.0 - first.0 <= REPEAT_DAYS && !reported[at]) {
            reported[at] = true;
            report.add(
                report
                    .finding(KeyPath::of(&["content"]).index(at))
                    .with("content", Thing::Content(at).named(plan))
                    .with("first", first)
                    .with("again", day)
                    .with("days", day.0 - first.0)
                    .with("limit", REPEAT_DAYS),
            );
        }
    }
}

//! What the rows of a table are: by its columns, by the name of its sheet, by the words of a cell.

use super::column::ImportColumn as C;
use super::header::Header;
use super::item::ImportKind;
use crate::language::Text;

/// Words for what is published, and for what takes place.
const POSTS: [&str; 21] = [
    "内容",
    "图文",
    "推文",
    "文章",
    "早报",
    "日报",
    "周报",
    "海报",
    "视频",
    "短视频",
    "选题",
    "文案",
    "朋友圈",
    "content",
    "post",
    "article",
    "newsletter",
    "video",
    "reel",
    "story",
    "image",
];
const EVENTS: [&str; 20] = [
    "活动",
    "直播",
    "沙龙",
    "线下",
    "线上",
    "分享",
    "分享会",
    "课程",
    "课",
    "讲座",
    "例会",
    "会议",
    "event",
    "activity",
    "meetup",
    "workshop",
    "webinar",
    "meeting",
    "call",
    "live",
];

/// What all rows of a table are.
pub(super) fn of_table(header: &Header, name: &str) -> ImportKind {
    let is_dated = [C::Date, C::When, C::Time, C::Weekday].iter().any(|column| header.has(*column));
    if header.has(C::Cohort) && header.has(C::Date) && !header.has(C::Time) {
        return ImportKind::Cohort;
    }
    if !is_dated
        && (header.has(C::Name) || header.has(C::Owner))
        && [C::Role, C::Hours, C::Handle].iter().any(|column| header.has(*column))
    {
        return ImportKind::Person;
    }
    if !is_dated && (header.has(C::Channel) || header.has(C::Platform)) {
        return ImportKind::Channel;
    }
    let takes_place = [C::Place, C::End, C::Lasts, C::Helpers, C::Capacity].iter().any(|column| header.has(*column));
    match of_words(name) {
        Some(kind) => kind,
        None if takes_place => ImportKind::Activity,
        None if header.has(C::Text) && header.has(C::Title) => ImportKind::Content,
        None => ImportKind::Activity,
    }
}

/// Why what others bring with them is not taken in.
pub(super) const FOLLOWS: Text = Text::new(
    "任务和阶段由计划自己排出来，不作为单独的一项收进来",
    "tasks and phases follow from the plan itself and are no items of their own",
);

/// Whether the kind of an entry of this program's own calendar is one that others bring with them.
pub(super) fn follows(kind: &str) -> bool {
    ["任务", "阶段", "task", "phase"].contains(&kind.trim().to_lowercase().as_str())
}

/// What the words of a cell or a name say.
pub(super) fn of_words(words: &str) -> Option<ImportKind> {
    let words = words.to_lowercase();
    let has = |list: &[&str]| list.iter().any(|word| words.contains(word));
    match (has(&POSTS), has(&EVENTS)) {
        (true, false) => Some(ImportKind::Content),
        (false, true) => Some(ImportKind::Activity),
        _ => None,
    }
}

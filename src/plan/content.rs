//! `[[content]]`, `[[topics]]`, `[[programmes]]`, `[[cohorts]]`: what is published, and courses by day.

use super::activities::{OnHoliday, Turn};
use super::lifecycle::Phase;
use super::values::{DayRange, Zone};
use crate::cadence::Cadence;
use crate::library::{Send, SentBy};
use crate::source::{ChannelName, GoalName, Holder, ProductName, ProgrammeName, Ref, SegmentName, choices, table};
use crate::value::{Clock, Day, Length, Slug};

choices! {
    /// What a piece of content is for.
    pub ContentKind {
        Knowledge "knowledge", "干货知识" / "knowledge";
        News "news", "行业资讯" / "industry news";
        Progress "progress", "项目进展" / "progress of a project";
        Story "story", "成员故事与案例" / "members' stories and cases";
        Discussion "discussion", "话题讨论" / "discussion";
        Notice "notice", "通知" / "notice";
        Offer "offer", "优惠" / "offer";
        Fun "fun", "轻松一刻" / "something light";
    }
    /// What a piece of content is.
    pub ContentForm {
        Text "text", "文字" / "text";
        Picture "picture", "图片" / "picture";
        Video "video", "视频" / "video";
        Audio "audio", "音频" / "audio";
        Article "article", "文章" / "article";
        Lesson "lesson", "微课" / "lesson";
        File "file", "资料" / "file";
    }
    /// The orientation of a picture.
    pub PictureShape {
        Portrait "portrait", "竖图" / "portrait";
        Landscape "landscape", "横图" / "landscape";
        Square "square", "方图" / "square";
    }
    /// How deep a topic goes.
    pub Depth {
        Light "light", "轻松" / "light";
        Medium "medium", "一般" / "medium";
        Deep "deep", "深入" / "deep";
    }
}

table! {
    /// Something published regularly.
    pub Content, "[[content]]：内容" / "[[content]]: something published", {
        id: Option<Slug>, "名字" / "its id";
        title: Option<String>, "标题" / "its title";
        kind: Option<ContentKind>, "哪一类内容" / "what it is for";
        form: Option<ContentForm>, "形式" / "its form";
        topic: Option<String>, "主题" / "its subject";
        when: Option<Cadence>, "什么时候发" / "when";
        from: Option<Day>, "从哪天起" / "the first day it can go out";
        until: Option<Day>, "到哪天止" / "the last day it can go out";
        time_zone: Option<Zone>, "时区（不写用计划的）" / "its time zone; if missing: the plan's";
        on_holiday: Option<OnHoliday>, "遇到节假日怎么办" / "what happens on a holiday";
        phases: Vec<Phase>, "在哪些阶段发" / "which phases it runs in";
        owner: Option<Ref<Holder>>, "谁写、谁发" / "who writes and posts it";
        turn: Option<Turn>, "担任同一角色的人怎样轮流（不写：按顺序）" / "how the holders of a role take turns; if missing: in order";
        remind: Vec<Length>, "提前多久提醒，如 [\"1d\", \"30m\"]" / "how long before to be reminded, such as [\"1d\", \"30m\"]";
        reviewer: Option<Ref<Holder>>, "谁把关" / "who checks it";
        minutes: Option<u32>, "要花多少分钟" / "how many minutes it takes";
        promotional: Option<bool>, "是不是推销" / "whether it promotes something";
        by_members: Option<bool>, "是不是成员的作品" / "whether members create it";
        segments: Vec<Ref<SegmentName>>, "给哪些分层" / "which segments it is for";
        serves: Vec<Ref<GoalName>>, "为哪些目标" / "the goals it serves";
        lead_in: Option<String>, "文章前的推荐语" / "a line of recommendation before an article";
        picture: Option<PictureShape>, "配图方向" / "the shape of its picture";
        text: Option<String>, "要发的文字" / "the text";
        series: Vec<String>, "轮流发的文字" / "texts to rotate through";
        file: Option<String>, "或者一个文件" / "or a file";
        sends: Vec<Send>, "发到哪里" / "where it is sent";
    }

    /// A topic to lead talk with.
    pub Topic, "[[topics]]：话题库" / "[[topics]]: a topic to start a conversation", {
        title: Option<String>, "话题" / "the topic";
        depth: Option<Depth>, "深浅" / "how deep it goes";
        hot: Option<bool>, "是不是追热点" / "whether it is tied to the day's news";
    }

    /// A course: items by day.
    pub Programme, "[[programmes]]：课程、营期的内容" / "[[programmes]]: a day-by-day course", {
        id: Option<Slug>, "名字" / "its id";
        title: Option<String>, "标题" / "its title";
        days: Option<u32>, "共几天" / "how many days";
        items: Vec<ProgrammeItem>, "每天做什么" / "what happens on which day";
    }

    /// What happens on a day of a programme.
    pub ProgrammeItem, "[[programmes.items]]：某一天的内容" / "[[programmes.items]]: what happens on a day", {
        day: Option<u32>, "第几天" / "the day, from 1";
        days: Option<DayRange>, "或第几天到第几天" / "or days, such as 2-20";
        at: Option<Clock>, "几点" / "the time";
        title: Option<String>, "标题" / "its title";
        text: Option<String>, "要发的文字" / "the text";
        form: Option<ContentForm>, "形式" / "its form";
        owner: Option<Ref<Holder>>, "谁负责" / "who is responsible";
        minutes: Option<u32>, "要花多少分钟" / "how many minutes it takes";
        mention_all: Option<bool>, "是否 @所有人" / "whether it mentions everyone";
        by: Option<SentBy>, "怎么发：手动、群发功能或机器人" / "how it is sent: by hand, as a broadcast, or by a bot";
    }

    /// A batch of people that runs a programme.
    pub Cohort, "[[cohorts]]：一期" / "[[cohorts]]: a cohort that runs a programme", {
        id: Option<Slug>, "名字" / "its id";
        title: Option<String>, "显示名称" / "its title";
        programme: Option<Ref<ProgrammeName>>, "跑哪个课程" / "the programme";
        starts: Option<Day>, "哪天开始" / "its first day";
        channel: Option<Ref<ChannelName>>, "在哪个群" / "the channel";
        places_for: Option<u32>, "多少名额" / "how many places there are";
        product: Option<Ref<ProductName>>, "对应哪个产品" / "the product people buy to join";
        owner: Option<Ref<Holder>>, "谁带班" / "who leads it";
    }
}

impl ProgrammeItem {
    /// The first and the last day on which it falls, from 1; none where the plan says neither.
    pub fn span(&self) -> Option<(i32, i32)> {
        let (first, last) = match (self.days, self.day) {
            (Some(days), _) => (days.first, days.last),
            (None, Some(day)) => (day, day),
            (None, None) => return None,
        };
        // ten years, as for ranges of days
        Some((first.clamp(1, 3661) as i32, last.min(3660) as i32))
    }
}

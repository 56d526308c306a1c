//! `[[activities]]`: what happens, when, where, who does it, with its steps.

use super::lifecycle::{Metric, Phase};
use super::values::{Countries, Zone};
use crate::cadence::Cadence;
use crate::library::Step;
use crate::source::{ChannelName, GoalName, Holder, PlaceName, Ref, SegmentName, SopName, choices, table};
use crate::value::{Day, Length, Money, Offset, Slug};

choices! {
    /// What kind of activity it is.
    pub Form {
        Sharing "sharing", "分享会" / "sharing session";
        Discussion "discussion", "讨论" / "discussion";
        Topic "topic", "话题" / "topic";
        Qa "qa", "答疑" / "questions and answers";
        Poll "poll", "投票" / "poll";
        Survey "survey", "问卷" / "survey";
        Draw "draw", "抽奖" / "prize draw";
        Quiz "quiz", "问答竞赛" / "quiz";
        CheckIn "check-in", "打卡" / "check-in";
        Course "course", "课程" / "course";
        Meetup "meetup", "聚会" / "meetup";
        Workshop "workshop", "工作坊" / "workshop";
        Hackathon "hackathon", "黑客松" / "hackathon";
        Ceremony "ceremony", "典礼" / "ceremony";
        Ama "ama", "嘉宾问答" / "ask me anything";
        GroupBuy "group-buy", "团购" / "group buying";
        RedPacket "red-packet", "红包" / "red packets";
        Other "other", "其他" / "other";
    }
    /// Where people meet.
    pub Mode {
        Online "online", "线上" / "online";
        Offline "offline", "线下" / "offline";
        Hybrid "hybrid", "线上线下同时" / "online and offline at once";
    }
    /// How much goes into it.
    pub Weight {
        Event "event", "正式活动" / "an event";
        Routine "routine", "日常" / "a routine";
    }
    /// How the holders of a role take turns.
    pub Turn {
        InOrder "in-order", "按顺序轮流" / "in order";
        Balanced "balanced", "按各自的时间" / "by hours";
    }
    /// What happens on a holiday.
    pub OnHoliday {
        Keep "keep", "照常" / "keep";
        Skip "skip", "取消" / "skip";
        Before "before", "提前" / "earlier";
        After "after", "顺延" / "later";
    }
}

table! {
    /// Something that happens.
    pub Activity, "[[activities]]：活动" / "[[activities]]: an activity", {
        id: Option<Slug>, "名字" / "its id";
        title: Option<String>, "标题" / "its title";
        form: Option<Form>, "形式" / "its form";
        mode: Option<Mode>, "线上还是线下" / "online or offline";
        place: Option<Ref<PlaceName>>, "在哪里（线下）" / "where it takes place, in person";
        channels: Vec<Ref<ChannelName>>, "在哪些渠道（线上）" / "which channels it runs in, online";
        when: Option<Cadence>, "什么时候" / "when it takes place";
        lasts: Option<Length>, "多长时间" / "how long";
        minutes: Option<u32>, "每天占负责的人多少分钟（持续几天的不写算 60）" / "minutes of work a day for those responsible; if missing, 60 for what lasts days";
        from: Option<Day>, "从哪天起；隔周也从这天所在的周算起" / "the first day it can happen; every second week counts from its week";
        until: Option<Day>, "到哪天止" / "the last day it can happen";
        time_zone: Option<Zone>, "时区（不写用计划的）" / "its time zone; if missing: the plan's";
        holidays: Option<Countries>, "照哪国的节假日，如 DE-BY，或计划旁边的文件（不写用地点的，再不写用计划的）" / "the country whose days off count, such as DE-BY, or a file beside the plan; if missing: those of the place, else of the plan";
        owner: Option<Ref<Holder>>, "谁负责：角色或成员" / "who is responsible: a role or a person";
        turn: Option<Turn>, "担任同一角色的人怎样轮流（不写：按顺序）" / "how the holders of a role take turns; if missing: in order";
        remind: Vec<Length>, "提前多久提醒，如 [\"1d\", \"30m\"]" / "how long before to be reminded, such as [\"1d\", \"30m\"]";
        staff: Vec<Staff>, "还需要哪些人" / "who else is needed";
        segments: Vec<Ref<SegmentName>>, "给哪些分层" / "which segments it is for";
        capacity: Option<u32>, "最多多少人" / "the most people it can take";
        signup: Signup, "报名" / "signing up";
        expected: Option<u32>, "预计多少人" / "how many people you expect";
        budget: Option<Money>, "每次预算" / "the budget for each time";
        serves: Vec<Ref<GoalName>>, "为哪些目标" / "the goals it serves";
        measures: Vec<Metric>, "结束后看什么" / "what you look at afterwards";
        sop: Option<Ref<SopName>>, "用哪套 SOP" / "the SOP its steps come from";
        weight: Option<Weight>, "正式活动还是日常" / "an event or a routine";
        on_holiday: Option<OnHoliday>, "遇到节假日怎么办" / "what happens on a holiday";
        phases: Vec<Phase>, "在哪些阶段办" / "which phases it runs in";
        link: Option<String>, "报名或参加的链接" / "the link for signing up or joining";
        tools: Vec<String>, "用哪些工具" / "the tools used";
        steps: Vec<Step>, "增加、替换或去掉的步骤" / "steps added, replaced or dropped";
        draw: Draw, "抽奖要公示的内容" / "what you must publish about a prize draw";
    }

    /// People needed besides the owner.
    pub Staff, "人手" / "people needed", {
        role: Option<Ref<Holder>>, "哪个角色" / "the role";
        count: Option<u32>, "几个人" / "how many";
    }

    /// How one signs up.
    pub Signup, "报名" / "signing up", {
        opens: Option<Offset>, "何时开放" / "when it opens";
        closes: Option<Offset>, "何时截止" / "when it closes";
        waitlist: Option<bool>, "有没有候补" / "whether there is a waiting list";
    }

    /// What a prize draw discloses.
    pub Draw, "[activities.draw]：抽奖公示" / "[activities.draw]: what you publish about a prize draw", {
        highest_prize: Option<Money>, "最高奖的金额" / "the value of the highest prize";
        prizes: Option<String>, "奖品种类和数量" / "the prizes and how many";
        conditions: Option<String>, "参与条件" / "who may take part";
        manner: Option<String>, "参与方式" / "how to take part";
        drawn_when: Option<String>, "开奖时间" / "when it is drawn";
        drawn_how: Option<String>, "开奖方式" / "how it is drawn";
        odds: Option<String>, "中奖概率" / "the odds";
        redeem: Option<String>, "怎样兑奖" / "how to claim a prize";
        redeem_until: Option<String>, "兑奖期限" / "the last day to claim it";
        delivery: Option<String>, "怎样交付" / "how it is delivered";
        forfeit: Option<String>, "弃奖怎么办" / "what happens to a prize nobody claims";
        organiser: Option<String>, "主办方和联系方式" / "the organiser and how to reach them";
    }
}

impl Activity {
    /// Where people meet, as its place and its channels show.
    pub fn mode_by_place(&self) -> Option<Mode> {
        match (self.place.is_some(), self.channels.is_empty()) {
            (true, true) => Some(Mode::Offline),
            (true, false) => Some(Mode::Hybrid),
            (false, false) => Some(Mode::Online),
            (false, true) => None,
        }
    }
}

//! `[lifecycle]`, `[[goals]]`, `[[experiments]]`, `[[reviews]]`, `[[decisions]]`, `[[cases]]`, `[[problems]]`: when, to what
//! end, and how you learn.

use super::values::Zone;
use crate::cadence::Cadence;
use crate::source::{GoalName, Holder, Ref, choices, table};
use crate::value::{Day, Length, Slug};

choices! {
    /// A phase of a community's life.
    pub Phase {
        Seeding "seeding", "种子期" / "seeding";
        Launch "launch", "启动期" / "launch";
        Growth "growth", "成长期" / "growth";
        Maturity "maturity", "成熟期" / "maturity";
        Decline "decline", "衰退期" / "decline";
        Closing "closing", "收尾" / "closing";
    }
    /// A life without an end.
    pub Lasting {
        OpenEnded "open-ended", "不设期限" / "open-ended";
    }
    /// What commonly goes wrong in a community.
    pub ProblemKind {
        LowActivity "low-activity", "活跃度低" / "low activity";
        NoCulture "no-culture", "没有自己的文化" / "no culture of its own";
        Unmanageable "unmanageable", "管不过来" / "unmanageable";
        Leaving "leaving", "成员流失" / "members leave";
        Conflict "conflict", "矛盾多" / "conflicts";
        Other "other", "其他" / "something else";
    }
    /// What is assigned to one version or the other.
    pub ExperimentUnit {
        Member "member", "成员" / "member";
        Group "group", "群" / "group";
        Week "week", "轮流的周" / "weeks in turn";
    }
    /// What makes up for looks before the end of a test.
    pub EarlyLooks {
        Pocock "pocock", "Pocock（每次门槛一样）" / "Pocock, the same bound at each look";
        OBrienFleming "obrien-fleming", "O'Brien–Fleming（先严后松）" / "O'Brien-Fleming, strict at first";
    }
    /// What is measured.
    pub Metric {
        Activity "activity", "活跃度" / "activity" | "活跃率" | "active members";
        Retention "retention", "留存率" / "retention" | "续费率" | "续费" | "renewal" | "renewals" | "renewal rate";
        Conversion "conversion", "转化率" / "conversion";
        Satisfaction "satisfaction", "满意度" / "satisfaction";
        Attendance "attendance", "到场" / "attendance" | "到场率" | "出席";
        Revenue "revenue", "收入" / "revenue";
        Growth "growth", "增长" / "growth";
        ResponseTime "response-time", "响应时间" / "response time";
        Repurchase "repurchase", "复购率" / "repurchase" | "复购";
        Awareness "awareness", "知名度" / "awareness";
        Loyalty "loyalty", "忠诚度" / "loyalty";
        Completion "completion", "完成率" / "completion";
        ProjectSuccess "project-success", "项目成功率" / "success of projects";
    }
}

table! {
    /// When it begins and how long it lives.
    pub Lifecycle, "[lifecycle]：生命周期" / "[lifecycle]: when it starts and ends", {
        starts: Option<Day>, "开始的日子" / "the first day";
        months: Option<u32>, "运营几个月" / "how many months it runs";
        days: Option<u32>, "或运营几天" / "or how many days it runs";
        lasts: Option<Lasting>, "或不设期限（配合 review_every）" / "or open-ended, with review_every";
        review_every: Option<Length>, "多久决定一次是否继续" / "how often you decide whether to go on";
        ending: Option<String>, "怎样体面地结束" / "how you end it well";
        phases: Vec<PhaseStart>, "各阶段从哪天开始（不写按默认比例）" / "when each phase starts; if missing: default shares";
    }

    /// The first day of a phase.
    pub PhaseStart, "[[lifecycle.phases]]：阶段" / "[[lifecycle.phases]]: a phase", {
        phase: Option<Phase>, "哪个阶段" / "which phase";
        from: Option<Day>, "从哪天开始" / "its first day";
    }

    /// What is to be reached, in a number.
    pub Goal, "[[goals]]：目标" / "[[goals]]: a goal", {
        id: Option<Slug>, "名字" / "its id";
        objective: Option<String>, "想达成什么" / "what you want to reach";
        metric: Option<Metric>, "看什么指标" / "what is measured";
        baseline: Option<String>, "现在是多少" / "the figure now";
        target: Option<String>, "目标是多少" / "your target";
        by: Option<Day>, "到哪天" / "the date to reach it by";
        collected_by: Option<Ref<Holder>>, "谁统计" / "who collects it";
        collected_how: Option<String>, "怎么统计" / "how it is collected";
    }

    /// A regular look at the figures.
    pub Review, "[[reviews]]：复盘" / "[[reviews]]: a review", {
        id: Option<Slug>, "名字" / "its id";
        title: Option<String>, "标题" / "its title";
        when: Option<Cadence>, "什么时候" / "when";
        from: Option<Day>, "从哪天起" / "the first day";
        until: Option<Day>, "到哪天止" / "the last day it can happen";
        time_zone: Option<Zone>, "时区（不写用计划的）" / "its time zone; if missing: the plan's";
        lasts: Option<Length>, "多长时间" / "how long";
        owner: Option<Ref<Holder>>, "谁负责" / "who is responsible";
        remind: Vec<Length>, "提前多久提醒，如 [\"1d\", \"30m\"]" / "how long before to be reminded, such as [\"1d\", \"30m\"]";
        looks_at: Vec<Ref<GoalName>>, "看哪些目标" / "the goals you look at";
        questions: Vec<String>, "要回答的问题" / "questions to answer";
    }

    /// An A/B test.
    pub Experiment, "[[experiments]]：A/B 测试" / "[[experiments]]: an A/B test", {
        id: Option<Slug>, "名字" / "its id";
        a: Option<String>, "做法 A" / "version A";
        b: Option<String>, "做法 B" / "version B";
        metric: Option<Metric>, "比什么" / "what you compare";
        from: Option<Day>, "从哪天" / "its first day";
        until: Option<Day>, "到哪天" / "its last day";
        unit: Option<ExperimentUnit>, "按什么分到 A 或 B：成员、群，或一周一换" / "what is assigned to A or B: members, groups, or weeks in turn";
        sizes: Vec<u32>, "计划 A、B 各多少，如 [200, 200]" / "how many are planned for A and B, such as [200, 200]";
        looks: Option<u32>, "看几次结果，最后一次算在内（不写就是到期看一次）" / "how often you look at the results, the end included; if missing: once, at the end";
        early: Option<EarlyLooks>, "中途看结果用哪种门槛，开始前定下" / "the bounds for looks before the end, chosen before it begins";
        decided: Option<String>, "结论" / "what was decided";
    }

    /// What a review decided: who does what by when.
    pub ReviewDecision, "[[decisions]]：复盘的决定" / "[[decisions]]: what a review decided", {
        id: Option<Slug>, "名字" / "its id";
        what: Option<String>, "决定做什么" / "what you decided to do";
        owner: Option<Ref<Holder>>, "谁负责" / "who is responsible";
        decided: Option<Day>, "哪天定的" / "the day you decided it";
        by: Option<Day>, "到哪天做完" / "the date to have it done by";
        goal: Option<Ref<GoalName>>, "关系到哪个目标" / "the goal it is about";
        done: Option<Day>, "哪天做完的" / "the day it was done";
    }

    /// Something that goes wrong, and what is done about it: it comes up at each review.
    pub Problem, "[[problems]]：遇到的问题和对策" / "[[problems]]: something that goes wrong", {
        kind: Option<ProblemKind>, "哪一类问题" / "what kind of problem";
        seen: Option<String>, "怎么看出来的" / "how you notice it";
        actions: Vec<String>, "对策" / "what you do about it";
        owner: Option<Ref<Holder>>, "谁负责" / "who enforces it";
        goal: Option<Ref<GoalName>>, "关系到哪个目标" / "the goal it endangers";
    }

    /// A success story that one learns from without copying it.
    pub Case, "[[cases]]：借鉴的案例" / "[[cases]]: a case to learn from", {
        name: Option<String>, "哪个社群" / "which community";
        works_because: Option<String>, "为什么做得好" / "why it works";
        adapted: Option<String>, "我们改了什么（不照搬）" / "what we do differently";
    }
}

//! The questions about what is added to the other lists: segments, honours, rules of conduct and more.

use super::questions::{ASKED, HOLDER, WHEN};
use crate::interview::question::{AnswerKind, Question, words_of};
use crate::language::Text;
use crate::plan::content::Depth;
use crate::plan::culture::{RitualOn, Sense};
use crate::plan::growth::{RewardFor, RewardWho};
use crate::plan::lifecycle::{Metric, Phase, ProblemKind};
use crate::plan::money::Model;
use crate::plan::people::RoleKind;
use crate::plan::rules::ConductAbout;

/// Rows of one list: id, key, kind of answer, question, help; all of them matter for the same reason.
macro_rules! questions {
    ($($name:ident, why $wzh:literal / $wen:literal { $(
        $id:literal, $fill:literal $(: $kind:expr)?, $zh:literal / $en:literal, $hzh:literal / $hen:literal $(, from $base:ident)?;
    )+ })+) => { $(
        pub(super) static $name: &[Question] = &[$(Question {
            id: $id,
            group: $id,
            fills: &[$fill],
            text: Text::new($zh, $en),
            why: Text::new($wzh, $wen),
            help: Text::new($hzh, $hen),
            $(kind: $kind,)?
            ..questions!(@base $($base)?)
        }),+];
    )+ };
    (@base) => { ASKED };
    (@base $base:ident) => { $base };
}

questions! {
    ROLE, why "谁做什么说清楚，才不会没人管。" / "People know who looks after what." {
        "role_title", "roles[new].title", "角色叫什么？" / "What is the role called?", "例：“值班管理员”。" / "For example \"Moderator on duty\".";
        "role_kind", "roles[new].kind": AnswerKind::Choice(words_of!(RoleKind)), "是哪一类角色？" / "What kind of role is it?", "选最接近的一类。" / "Choose the closest.";
        "role_duties", "roles[new].duties": AnswerKind::Texts, "有哪些职责？" / "What are its duties?", "两三件具体的事，例：审核入群、处理广告。" / "Two or three specific things, for example let people in, remove adverts.";
    }
    PROGRAMME, why "营期和课程按天安排，开班时照着走。" / "Each cohort follows it day by day." {
        "programme_title", "programmes[new].title", "课程叫什么？" / "What is the programme called?", "例：“21 天读书营”。" / "For example \"21-day reading camp\".";
        "programme_days", "programmes[new].days": AnswerKind::Number, "一共几天？" / "How many days does it take?", "例：21。" / "For example 21.";
    }
    PRODUCT, why "钱从哪里来说清楚，才算得出能不能维持。" / "It shows whether the community can pay for itself." {
        "product_model", "monetisation[new].model": AnswerKind::Choice(words_of!(Model)), "怎样变现？" / "How does it earn?", "不赚钱就选“不变现”。" / "Choose \"none\" if it earns nothing.";
        "product_product", "monetisation[new].product", "卖什么？" / "What do you sell?", "例：“年度会员”。不卖什么就写免费。" / "For example \"yearly membership\". Write \"free\" if you sell nothing.";
        "product_payer", "monetisation[new].payer", "谁付钱？" / "Who pays?", "例：成员、赞助商、我们自己。" / "For example members, a sponsor, or you.";
    }
    SEGMENT, why "不同的人要的不一样，分开照顾才省力。" / "Different people need different things." {
        "segment_who", "segments[new].who", "是哪些人？" / "Who are they?", "例：“入群不到一个月的新人”。" / "For example \"newcomers in their first month\".";
        "segment_goal", "segments[new].goal", "希望他们怎样？" / "What do you want for them?", "例：“参加第一场活动”。" / "For example \"come to their first event\".";
        "segment_tasks", "segments[new].tasks": AnswerKind::Texts, "为他们做什么？" / "What do you do for them?", "一两件事，例：入群第三天私信问候。" / "One or two things, for example write to them on the third day.";
    }
    AUDIENCE, why "知道为谁建，内容和活动才有准头。" / "Content and activities follow from who they are for." {
        "audience_name", "audiences[new].name", "怎么称呼这群人？" / "What do you call these people?", "例：“下班后想读书的人”。" / "For example \"people who want to read after work\".";
        "audience_age", "audiences[new].age", "多大年龄？" / "How old are they?", "例：22–30 岁。" / "For example 22-30.";
        "audience_occupation", "audiences[new].occupation", "做什么工作？" / "What do they do for a living?", "例：“设计师”。" / "For example \"designers\".";
    }
    REVIEW, why "定期回头看，才知道哪里要改。" / "A fixed date is when you see what to change." {
        "review_title", "reviews[new].title", "这次复盘叫什么？" / "What is the review called?", "例：“月度复盘”。" / "For example \"Monthly review\".";
        "new_review_when", "reviews[new].when", "什么时候？" / "When?", "例：每月最后一天 20:00。" / "For example last day of the month 20:00.", from WHEN;
        "new_review_owner", "reviews[new].owner", "谁负责？" / "Who is responsible?", "写角色或人。" / "A role or a person.", from HOLDER;
    }
    DECISION, why "定下来的事有人做、有日子，下次复盘才看得出做了没有。" / "With a person and a date, the next review can show how it turned out." {
        "decision_what", "decisions[new].what", "决定做什么？" / "What did you decide to do?", "例：“每周点名请三位沉默的人发言”。" / "For example \"invite three silent members by name each week\".";
        "decision_owner", "decisions[new].owner", "谁来做？" / "Who carries it out?", "写角色或人。" / "A role or a person.", from HOLDER;
        "decision_by", "decisions[new].by": AnswerKind::Date, "最晚哪天做完？" / "When is it due?", "例：2027-03-14。" / "For example 2027-03-14.";
    }
    TOOL, why "接手的人知道用什么、干什么。" / "The next person then knows what is used, and what for." {
        "tool_name", "tools[new].name", "工具叫什么？" / "What is the tool called?", "例：“共享表格”。" / "For example \"shared spreadsheet\".";
        "new_tool_for", "tools[new].for", "用来做什么？" / "What is it for?", "例：“登记报名”。" / "For example \"to take sign-ups\".";
    }
    TOPIC, why "没话说的时候有得聊。" / "There is something to talk about on a quiet day." {
        "topic_title", "topics[new].title", "什么话题？" / "What is the topic?", "例：“最近读完的一本书”。" / "For example \"the last book you finished\".";
        "topic_depth", "topics[new].depth": AnswerKind::Choice(words_of!(Depth)), "有多深？" / "How deep does it go?", "轻松的和深入的都要有。" / "Have light ones as well as deep ones.";
    }
    EXPERIMENT, why "两种做法比一比，才知道哪种好。" / "Comparing two ways shows which works better." {
        "new_experiment_a", "experiments[new].a", "做法 A 是什么？" / "What is version A?", "例：“晚上八点发”。" / "For example \"post at 20:00\".";
        "new_experiment_b", "experiments[new].b", "做法 B 是什么？" / "What is version B?", "例：“中午发”。" / "For example \"post at noon\".";
        "experiment_metric", "experiments[new].metric": AnswerKind::Choice(words_of!(Metric)), "比什么？" / "What do you compare?", "只比一个指标。" / "Compare one metric only.";
        "experiment_from", "experiments[new].from": AnswerKind::Date, "从哪天开始？" / "When does it start?", "例：2027-03-01。" / "For example 2027-03-01.";
        "experiment_until", "experiments[new].until": AnswerKind::Date, "到哪天？" / "When does it end?", "例：2027-03-14。" / "For example 2027-03-14.";
    }
    CASE, why "看别人为什么做得好，改成适合自己的。" / "What works elsewhere can be adapted." {
        "case_name", "cases[new].name", "哪个社群？" / "Which community?", "写它的名字。" / "Its name.";
        "case_works_because", "cases[new].works_because", "它为什么做得好？" / "Why does it work?", "例：“每周固定一个晚上”。" / "For example \"one fixed evening a week\".";
    }
    PROBLEM, why "事先想好对策，遇到时不慌。" / "You know what to do when it happens." {
        "problem_kind", "problems[new].kind": AnswerKind::Choice(words_of!(ProblemKind)), "是哪一类问题？" / "What kind of problem is it?", "选最接近的一类。" / "Choose the closest.";
        "problem_seen", "problems[new].seen", "怎么看出来的？" / "How do you notice it?", "例：“三天没人说话”。" / "For example \"no one writes for three days\".";
        "problem_actions", "problems[new].actions": AnswerKind::Texts, "怎么办？" / "What do you do about it?", "一两个对策。" / "One or two actions.";
    }
    HONOUR, why "做得好的人被看见，别人才愿意跟上。" / "People follow those whose work is seen." {
        "honour_name", "culture.honours[new].name", "荣誉叫什么？" / "What is the honour called?", "例：“本月领读人”。" / "For example \"Reader of the month\".";
        "new_honour_for", "culture.honours[new].for", "为什么授予？" / "What is it given for?", "例：“领读两次以上”。" / "For example \"led two readings\".";
    }
    RITUAL, why "固定的仪式让人觉得自己是其中一员。" / "A fixed ritual makes people feel they belong." {
        "ritual_sense", "culture.rituals[new].sense": AnswerKind::Choice(words_of!(Sense)), "带来哪种感受？" / "Which sense does it serve?", "四感各有一个最好。" / "One for each of the four senses is best.";
        "ritual_on", "culture.rituals[new].on": AnswerKind::Choice(words_of!(RitualOn)), "什么时候？" / "When does it happen?", "例：入群时。" / "For example when someone joins.";
        "ritual_what", "culture.rituals[new].what", "做什么？" / "What happens?", "例：“新人介绍自己，大家各回一句”。" / "For example \"newcomers introduce themselves, everyone replies\".";
    }
    VALUE, why "成员为什么来、为什么留，都从这里来。" / "It is why members come, and why they stay." {
        "value_pain", "positioning.values[new].pain", "他们有什么痛点？" / "What is their problem?", "例：“买了书读不完”。" / "For example \"books bought, never finished\".";
        "value_promise", "positioning.values[new].promise", "你承诺什么？" / "What do you promise?", "写上数字、日期或东西，例：“每月读完两本”。" / "Name a number, a date or a thing, for example \"two books a month\".";
        "value_carrier", "positioning.values[new].carrier", "通过什么交付？" / "How do you deliver it?", "例：“21 天打卡营”。" / "For example \"a 21-day camp\".";
        "value_mutual", "positioning.values[new].mutual", "双方各得到什么？" / "What do both sides gain?", "例：“笔记授权发表”。" / "For example \"notes may be published\".";
    }
    ALTERNATIVE, why "知道成员还能去哪里，才说得清自己好在哪里。" / "You can only say what is better if you know what else there is." {
        "alternative_name", "positioning.alternatives[new].name", "他们原本会选什么？" / "What would they choose instead?", "例：“听书软件”。" / "For example \"an audiobook app\".";
        "alternative_difference", "positioning.alternatives[new].difference", "你们有什么不同？" / "How do you differ?", "例：“每月线下见面”。" / "For example \"we meet in person every month\".";
    }
    CONDUCT, why "规则写在前面，管起来才有依据。" / "A rule can be enforced only if it was written down." {
        "conduct_about", "rules.conduct[new].about": AnswerKind::Choice(words_of!(ConductAbout)), "关于什么？" / "What is it about?", "广告和人身攻击一定要有。" / "Advertising and attacks need one.";
        "conduct_text", "rules.conduct[new].text", "原文怎么写？" / "What does it say?", "例：“不发广告，合作先找群主”。" / "For example \"No adverts; ask the team first\".";
        "conduct_enforcer", "rules.conduct[new].enforcer", "谁来执行？" / "Who enforces it?", "写角色或人。" / "A role or a person.", from HOLDER;
    }
    PHASE, why "每个阶段做的事不同。" / "Each phase has work of its own." {
        "phase_phase", "lifecycle.phases[new].phase": AnswerKind::Choice(words_of!(Phase)), "哪个阶段？" / "Which phase?", "选一个。" / "Choose one.";
        "phase_from", "lifecycle.phases[new].from": AnswerKind::Date, "从哪天开始？" / "When does it start?", "例：2027-03-01。" / "For example 2027-03-01.";
    }
    ONBOARDING, why "头几天决定新人留不留得下。" / "The first days decide whether newcomers stay." {
        "onboarding_day", "onboarding.steps[new].day": AnswerKind::Number, "入群第几天？" / "How many days after they join?", "当天是 0。" / "The day itself is 0.";
        "onboarding_what", "onboarding.steps[new].what", "做什么？" / "What happens?", "例：“私信问候，发群规”。" / "For example \"a personal welcome, with the rules\".";
        "onboarding_owner", "onboarding.steps[new].owner", "谁来做？" / "Who does it?", "写角色或人。" / "A role or a person.", from HOLDER;
    }
    KEYWORD, why "常见的问题不用等人回。" / "Common questions need not wait for anyone." {
        "keyword_word", "support.keywords[new].word", "什么关键词？" / "Which word?", "例：“报名”。" / "For example \"sign up\".";
        "keyword_reply", "support.keywords[new].reply", "怎么回复？" / "What is the reply?", "写成员会看到的原文。" / "The text that members see.";
    }
    POINTS, why "做什么有积分，说清楚才公平。" / "It is fair only if people know what earns points." {
        "points_for", "incentives.points[new].for", "做了什么？" / "What is it for?", "例：“领读一次”。" / "For example \"leading a reading\".";
        "points_give", "incentives.points[new].give": AnswerKind::Number, "给多少分？" / "How many points?", "例：10。" / "For example 10.";
    }
    REWARD, why "邀请奖励写清楚，才不会越界。" / "Rewards for referrals have legal limits." {
        "reward_who", "growth.rewards[new].who": AnswerKind::Choice(words_of!(RewardWho)), "奖励给谁？" / "Who gets it?", "邀请人，或者被邀请的人。" / "The one who invites, or the one who is invited.";
        "reward_for", "growth.rewards[new].for": AnswerKind::Choice(words_of!(RewardFor)), "因为什么？" / "What is it for?", "选一个。" / "Choose one.";
        "reward_give", "growth.rewards[new].give", "给什么？" / "What do they get?", "例：20 CNY、10%。" / "For example 20 CNY or 10%.";
    }
}

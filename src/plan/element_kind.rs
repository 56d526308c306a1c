//! The kinds of elements that the lists of a plan hold, as people name them: an activity, a person, an honour.
//!
//! Must not know how one is found, added or removed.

use crate::finding::KeyPath;
use crate::language::Text;

/// A kind of element.
#[derive(Debug)]
pub struct ElementKind {
    /// Its word.
    pub word: &'static str,
    /// What people call it.
    pub name: Text,
    /// Other words that people type for it.
    pub also: &'static [&'static str],
    /// The list that holds it, as keys from the root.
    pub list: &'static [&'static str],
    /// The kind of reference under which its name is looked up; empty where nothing refers to it.
    pub reference: &'static str,
    /// The keys from which its id is made: the first with a letter of English in it, else the first. Empty where it has
    /// none, or where the name is the id.
    pub named_by: &'static [&'static str],
    /// What a new one needs; of what has a command of its own, nothing.
    pub needs: &'static [&'static str],
}

macro_rules! kinds {
    ($($word:literal, $zh:literal / $en:literal $(| $also:literal)*, $($list:literal).+
        $(, refers $reference:literal)? $(, id $($named:literal)+)? $(, needs $($needs:literal)+)?;)+) => {
        /// Every kind of element that a plan has lists of.
        pub static ELEMENT_KINDS: &[ElementKind] = &[$(ElementKind {
            word: $word,
            name: Text::new($zh, $en),
            also: &[$($also),*],
            list: &[$($list),+],
            reference: kinds!(@or_empty $($reference)?),
            named_by: &[$($($named),+)?],
            needs: &[$($($needs),+)?],
        }),+];
    };
    (@or_empty) => { "" };
    (@or_empty $word:literal) => { $word };
}

kinds! {
    "activity", "活动" / "activity" | "event" | "activities", "activities", refers "item", id "title" "form", needs "title" "when" "owner";
    "step", "步骤" / "step" | "steps" | "SOP 步骤", "activities"."steps", id "title", needs "at" "title";
    "content", "内容" / "piece of content" | "post" | "栏目", "content", refers "item", id "title" "kind", needs "title" "when" "owner" "sends";
    "person", "成员" / "person" | "people" | "member" | "人" | "队员" | "团队成员" | "helper" | "helpers" | "volunteer" | "志愿者" | "帮手", "people", refers "holder", needs "name" "roles";
    "role", "角色" / "role" | "roles" | "岗位", "roles", refers "holder", id "title" "kind", needs "title" "kind" "duties";
    "channel", "渠道" / "channel" | "channels" | "group" | "群", "channels", refers "channel", id "title" "platform", needs "platform" "title";
    "place", "地点" / "place" | "places" | "venue" | "场地", "places", refers "place", id "name", needs "name";
    "goal", "目标" / "goal" | "goals", "goals", refers "goal", id "metric" "objective", needs "objective" "metric" "target" "by" "collected_by";
    "partner", "合作方" / "partner" | "partners" | "合作伙伴", "partners", refers "partner", id "name" "kind", needs "name" "gives" "gets";
    "cohort", "一期" / "cohort" | "cohorts" | "期" | "班", "cohorts", refers "item", id "title" "programme", needs "title" "programme" "starts";
    "programme", "课程" / "programme" | "programmes" | "program" | "course" | "营", "programmes", refers "programme", id "title", needs "title" "days";
    "product", "产品" / "product" | "products" | "monetisation" | "变现" | "变现项目", "monetisation", refers "product", id "product" "model", needs "model" "product" "payer";
    "segment", "分层" / "segment" | "segments" | "用户分层", "segments", refers "segment", id "who", needs "who" "goal" "tasks";
    "audience", "人群" / "audience" | "audiences" | "目标人群", "audiences", needs "name" "age" "occupation";
    "review", "复盘" / "review" | "reviews" | "retro", "reviews", refers "item", id "title", needs "title" "when" "owner";
    "decision", "决定" / "decision" | "decisions" | "复盘决定", "decisions", id "what", needs "what" "owner" "by";
    "tool", "工具" / "tool" | "tools", "tools", needs "name" "for";
    "topic", "话题" / "topic" | "topics", "topics", needs "title" "depth";
    "experiment", "实验" / "experiment" | "experiments" | "test" | "测试", "experiments", id "a", needs "a" "b" "metric" "from" "until";
    "case", "案例" / "case" | "cases", "cases", needs "name" "works_because";
    "problem", "问题" / "problem" | "problems", "problems", needs "kind" "seen" "actions";
    "change", "改动" / "change" | "changes", "changes";
    "honour", "荣誉" / "honour" | "honours" | "honor" | "honors", "culture"."honours", needs "name" "for";
    "ritual", "仪式" / "ritual" | "rituals", "culture"."rituals", needs "sense" "on" "what";
    "value", "成员价值" / "value" | "values" | "benefit", "positioning"."values", needs "pain" "promise" "carrier" "mutual";
    "alternative", "替代选择" / "alternative" | "alternatives", "positioning"."alternatives", needs "name" "difference";
    "conduct", "行为规范" / "rule of conduct" | "守则" | "群规", "rules"."conduct", needs "about" "text" "enforcer";
    "phase", "阶段" / "phase" | "phases", "lifecycle"."phases", needs "phase" "from";
    "onboarding", "新人引导" / "onboarding step" | "welcome" | "引导", "onboarding"."steps", needs "day" "what" "owner";
    "keyword", "关键词" / "keyword" | "keywords" | "关键词回复", "support"."keywords", needs "word" "reply";
    "points", "积分" / "points rule" | "积分规则", "incentives"."points", needs "for" "give";
    "reward", "邀请奖励" / "reward" | "rewards" | "奖励", "growth"."rewards", needs "who" "for" "give";
    "allowance", "放行" / "allowance" | "allow", "lint"."allow";
}

impl ElementKind {
    /// The kinds that can be added by themselves.
    pub fn addable() -> impl Iterator<Item = &'static Self> {
        ELEMENT_KINDS.iter().filter(|kind| !kind.needs.is_empty())
    }

    /// The list whose elements each have a list of this kind, where that is so.
    pub fn within(&self) -> Option<&'static str> {
        (self.list == ["activities", "steps"]).then_some("activities")
    }

    /// The route of its list; where each element of another list has one, of the first.
    pub fn path(&self) -> KeyPath {
        match (self.within(), self.list.last()) {
            (Some(list), Some(key)) => KeyPath::of(&[list]).index(0).key(key),
            _ => KeyPath::of(self.list),
        }
    }

    /// The kind that a word means, in either language.
    pub fn meant(word: &str) -> Option<&'static Self> {
        let word = word.trim().to_lowercase();
        let is_it = |name: &str| name.to_lowercase() == word;
        ELEMENT_KINDS.iter().find(|kind| {
            let names = [kind.word, kind.name.zh, kind.name.en];
            names.into_iter().chain(kind.also.iter().copied()).any(is_it)
        })
    }

    /// The kind of a list; its route has no indices, so that it can be compared key by key.
    pub fn of_list(path: &KeyPath) -> Option<&'static Self> {
        ELEMENT_KINDS.iter().find(|kind| path.keys().eq(kind.list.iter().copied()))
    }
}

//! The plan: every table of `community.toml`, typed; what is absent stays absent.
//!
//! | concept | table |
//! |---|---|
//! | kinds, openness, name, size, resources, law | `community` |
//! | WHY (motives, emotional need, memories, benefit), WHAT (pain, promise, carrier, mutual benefit), vision, mission, marketing value, introduction, alternatives | `positioning` |
//! | WHO: age, gender, region, interests, needs, stakes | `audiences` |
//! | WHERE: groups, accounts, sites, places; platform limits | `channels`, `places`, `limits` |
//! | WHEN: start, lifetime, phases, decent end | `lifecycle` |
//! | HOW: inward and outward models, price, buyers, costs, sharing, money kept | `monetisation`, `finance` |
//! | shared values, slogan, visual design, language, role models, honours, four senses | `culture` |
//! | the seven kinds of people, volunteers, duties, election, recruiting, training, assessing; talents, hours, absence | `roles`, `people` |
//! | decisions, legal entity, team meeting | `governance` |
//! | admission, member screening, conduct, ladder, appeal, rights, conflicts, reports, data, quiet hours, mentions | `rules` |
//! | output: kinds, forms, series, review, topics; members' own output | `content`, `topics` |
//! | interaction, events with three stages, prize draws, budgets | `activities` |
//! | courses by day, batches | `programmes`, `cohorts` |
//! | onboarding, inactive and leaving members, questions, keyword replies, complaints, care | `onboarding`, `leaving`, `support`, `care` |
//! | points, scoring, levels, privileges, gifts, red packets | `incentives` |
//! | segments, profiles, traffic between groups | `segments` |
//! | sources of members, referral, monitoring, rewards, copying with its two gates | `growth` |
//! | partners, experts, opinion leaders, sponsors | `partners` |
//! | metrics, feedback, A/B tests, evaluation, cases, common problems | `goals`, `reviews`, `decisions`, `experiments`, `cases`, `problems` |
//! | tools, automation | `tools` |
//! | single dates done otherwise; how lint judges; the user's own | `changes`, `lint`, `extra` |
//!
//! Must not know the engine, the rules, or today.

pub mod activities;
pub mod channels;
pub mod community;
pub mod content;
pub mod culture;
mod element_kind;
pub mod growth;
mod holiday_source;
mod index;
mod item;
pub mod labels;
pub mod lifecycle;
pub mod members;
mod message_limit;
pub mod money;
mod name_lookup;
mod name_references;
pub mod ownership;
pub mod people;
pub mod positioning;
pub mod rules;
pub mod settings;
mod team;
#[cfg(test)]
mod tests;
mod validate;
pub mod values;
mod zone;
mod zone_names;
mod zone_words;

pub use element_kind::{ELEMENT_KINDS, ElementKind};
pub use holiday_source::{HolidayFiles, HolidaySource, holidays_near, holidays_of};
pub use index::{Index, Thing};
pub use item::{Item, cohort_id, item_id};
pub use labels::is_role_word;
pub use message_limit::MessageLimit;
pub use name_lookup::UnknownName;
pub use name_references::stale_names;
pub use validate::{Reading, read, read_listing};
pub use zone_words::{ZonedTime, zoned_times, zoned_variables};

use std::collections::BTreeSet;

use crate::language::{Language, Text};
use crate::source::{ChoiceInfo, FieldValue, Problems, Shape};
use crate::source::{Map, Unchecked, table};
use crate::value::{Day, Slug};
use people::RoleKind;

/// The newest format that is understood.
pub const FORMAT: u32 = 1;

table! {
    /// A community plan.
    pub Plan, "计划的顶层" / "the top level of a plan", {
        format: Option<u32>, "计划格式的版本" / "the version of the format";
        made: Option<Day>, "这份计划是哪天做的（从那天起，改动不影响今天以前的安排；不写就从开始的日子算起，最多往前一年）" / "the day this plan was made; from then on, edits leave what was before today as it was (if missing: from its first day, at most a year back)";
        language: Option<Language>, "生成文档的语言：zh-CN 或 en" / "the language of generated documents: zh-CN or en";
        time_zone: Option<values::Zone>, "时区" / "the time zone";
        holidays: Option<values::Sources>, "节假日：国家代码（CN、US、DE-BY）、none、计划旁边的 .csv 或 .ics 文件，或几个的列表，后面的文件盖过前面的" / "holidays: a country (US, CN, DE-BY), none, a .csv or .ics file beside the plan, or a list of these, where later files override earlier ones";
        without: Vec<String>, "决定不要的：表或键，如 places、growth.rewards" / "what you have none of, on purpose: tables or keys, such as places or growth.rewards";
        template: community::Template, "从哪个模板来" / "the starter it began with";
        community: community::Community, "社群本身" / "the community itself";
        positioning: positioning::Positioning, "定位" / "why it exists and what it gives";
        audiences: Vec<positioning::Audience>, "目标人群" / "the people it is for";
        lifecycle: lifecycle::Lifecycle, "生命周期" / "when it starts and ends";
        goals: Vec<lifecycle::Goal>, "目标" / "goals";
        culture: culture::Culture, "文化" / "the culture";
        channels: Vec<channels::Channel>, "渠道" / "groups, accounts and sites";
        places: Vec<channels::Place>, "线下地点" / "places to meet";
        roles: Vec<people::Role>, "角色" / "roles";
        people: Vec<people::Person>, "团队成员" / "the people of the team";
        rules: rules::Rules, "规则" / "the rules";
        governance: people::Governance, "治理" / "governance";
        activities: Vec<activities::Activity>, "活动" / "activities";
        content: Vec<content::Content>, "内容" / "what is published";
        cohorts: Vec<content::Cohort>, "各期" / "cohorts that run a programme";
        programmes: Vec<content::Programme>, "课程、营期内容" / "courses by days";
        onboarding: members::Onboarding, "新人引导" / "a newcomer's first days";
        leaving: members::Leaving, "离开" / "when members leave";
        support: members::Support, "答疑" / "where you answer questions";
        care: members::Care, "关怀" / "personal care";
        incentives: members::Incentives, "激励" / "what members can earn";
        segments: Vec<members::Segment>, "用户分层" / "segments of members";
        growth: growth::Growth, "增长" / "how it grows";
        monetisation: Vec<money::Monetisation>, "变现" / "how it earns";
        finance: money::Finance, "财务" / "who looks after the money";
        partners: Vec<growth::Partner>, "合作方" / "partners";
        tools: Vec<growth::Tool>, "工具" / "tools";
        topics: Vec<content::Topic>, "话题库" / "a bank of topics";
        experiments: Vec<lifecycle::Experiment>, "A/B 测试" / "A/B tests";
        cases: Vec<lifecycle::Case>, "借鉴的案例" / "cases to learn from";
        problems: Vec<lifecycle::Problem>, "遇到的问题和对策" / "what goes wrong, and what you do about it";
        reviews: Vec<lifecycle::Review>, "复盘" / "reviews";
        decisions: Vec<lifecycle::ReviewDecision>, "复盘的决定" / "what reviews decided";
        changes: Vec<settings::Change>, "某一次的改动" / "changes to single dates";
        limits: Map<channels::Limit>, "覆盖内置的平台上限" / "overrides of built-in platform limits";
        lint: settings::Lint, "检查的设置" / "how lint judges";
        extra: Unchecked, "你自己的内容，不检查" / "your own content; never checked";
    }
}

/// The languages of a plan.
const LANGUAGES: &[ChoiceInfo] = &[
    ChoiceInfo { word: "zh-CN", name: Text::new("简体中文", "Simplified Chinese"), also: &[] },
    ChoiceInfo { word: "en", name: Text::new("英文", "English"), also: &[] },
];

impl FieldValue for Language {
    const SHAPE: Shape = Shape::Choice(LANGUAGES);

    fn read(
        value: &toml::Spanned<toml::de::DeValue<'_>>,
        at: &crate::finding::Trail<'_>,
        problems: &mut Problems,
    ) -> Option<Self> {
        let text = problems.text(value, at, &Self::SHAPE)?;
        let language = text.parse();
        if language.is_err() {
            problems.bad_choice(at, text, LANGUAGES);
        }
        language.ok()
    }
}

impl Plan {
    /// The language of what is made from the plan.
    pub fn language(&self) -> Language {
        self.language.unwrap_or_default()
    }

    /// The community's id: as given, else made from its name.
    pub fn id(&self) -> Slug {
        let name = self.community.name.as_deref().unwrap_or("community");
        self.community.id.clone().unwrap_or_else(|| Slug::from_text(name))
    }
}

impl Plan {
    /// Whether something at a route of keys is absent on purpose: `without` names it, or a table that holds it.
    pub fn is_without(&self, route: &str) -> bool {
        let is_under =
            |top: &String| route.strip_prefix(top.trim()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        self.without.iter().filter(|top| !top.trim().is_empty()).any(is_under)
    }
}

impl Plan {
    /// Where its days off come from, later ones over earlier ones; not set: China's for a Chinese plan, else none.
    pub fn holiday_sources(&self) -> Vec<HolidaySource<'_>> {
        match &self.holidays {
            Some(sources) => sources.0.iter().map(|name| HolidaySource::of(name.trim())).collect(),
            None if self.language() == Language::Zh => vec![HolidaySource::China],
            None => Vec::new(),
        }
    }
}

impl Plan {
    /// The holiday files that its people, places and activities name, beside those of the plan itself.
    pub fn holiday_files(&self) -> BTreeSet<&str> {
        let people = self.people.iter().filter_map(|person| person.holidays.as_ref());
        let places = self.places.iter().filter_map(|place| place.holidays.as_ref());
        let activities = self.activities.iter().filter_map(|activity| activity.holidays.as_ref());
        let sources = people.chain(places).chain(activities).flat_map(values::Countries::sources);
        let file = |source| if let HolidaySource::File(name) = source { Some(name) } else { None };
        sources.filter_map(file).collect()
    }
}

impl Plan {
    /// Whether it says that members pay nothing.
    pub fn is_free(&self) -> bool {
        let is_none = |way: &money::Monetisation| way.model == Some(money::Model::None) && way.price.is_none();
        self.is_without("monetisation") || !self.monetisation.is_empty() && self.monetisation.iter().all(is_none)
    }

    /// The place of an activity.
    pub fn place_of(&self, activity: usize) -> Option<&channels::Place> {
        let name = self.activities[activity].place.as_ref()?.as_str();
        self.places.iter().find(|place| place.id.as_ref().is_some_and(|id| id.as_str() == name))
    }

    /// The countries whose days off an activity goes by that has its own, or whose place has.
    pub fn countries_of(&self, activity: usize) -> Option<&values::Countries> {
        self.activities[activity].holidays.as_ref().or_else(|| self.place_of(activity)?.holidays.as_ref())
    }

    /// Whether those who hold a role are known by their number only.
    pub fn has_unnamed_holders(&self, role: usize) -> bool {
        self.roles[role].headcount.is_some_and(|count| count > 0) && self.holders(role).is_empty()
    }

    /// Whether somebody holds a role, by name or as one of a number.
    pub fn is_held(&self, role: usize) -> bool {
        !self.holders(role).is_empty() || self.has_unnamed_holders(role)
    }

    /// The first role of one of these kinds that somebody holds, the first kind first; where nobody holds any and the plan
    /// names nobody at all, the first role.
    pub fn held_role(&self, kinds: &[RoleKind]) -> Option<usize> {
        let of_kind = |kind: &RoleKind, is_asked: &dyn Fn(usize) -> bool| {
            (0..self.roles.len()).find(|role| self.roles[*role].kind == Some(*kind) && is_asked(*role))
        };
        let held = kinds.iter().find_map(|kind| of_kind(kind, &|role| self.is_held(role)));
        held.or_else(|| kinds.iter().find_map(|kind| of_kind(kind, &|_| self.people.is_empty())))
    }

    /// Since when the plan is worked by: the first day of the community, or that on which the plan was made if that is later.
    pub fn in_use_since(&self) -> Option<Day> {
        self.lifecycle.starts.max(self.made)
    }

    /// The zone of an item that has its own, or whose place has.
    pub fn zone_of(&self, item: Item) -> Option<&values::Zone> {
        match item {
            Item::Activity(at) => {
                self.activities[at].time_zone.as_ref().or_else(|| self.place_of(at)?.time_zone.as_ref())
            }
            Item::Content(at) => self.content[at].time_zone.as_ref(),
            Item::Review(at) => self.reviews[at].time_zone.as_ref(),
            Item::Meeting | Item::Programme(..) => None,
        }
    }

    /// Whether a person, a place or an item has another zone than the plan, so that a time alone says little.
    pub fn has_several_zones(&self) -> bool {
        let own = self.time_zone.clone().unwrap_or_default();
        let people = self.people.iter().filter_map(|person| person.time_zone.as_ref());
        let places = self.places.iter().filter_map(|place| place.time_zone.as_ref());
        let activities = self.activities.iter().filter_map(|activity| activity.time_zone.as_ref());
        let content = self.content.iter().filter_map(|content| content.time_zone.as_ref());
        people.chain(places).chain(activities).chain(content).any(|zone| *zone != own)
    }
}

/// A plan by itself, for tests.
#[cfg(test)]
pub(crate) fn plan_of(text: &str) -> Plan {
    let mut buffer = String::new();
    read(&crate::source::Document::parse(text, &mut buffer), &crate::library::Library::default()).plan
}

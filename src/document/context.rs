//! What templates know: a stable structure of plain words, made from a plan.
//!
//! Every field is there in every document. A text that the plan does not have is `none`, a list without anything is empty;
//! both are false in `{% if %}`. Lengths, amounts, dates and cadences are in words of the plan's language.

use serde::Serialize;

use super::team_facts::{ChannelFacts, HandoverFacts, JoiningStepFacts, RoleFacts};

/// Everything a template can use.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct DocumentContext {
    /// `zh-CN` or `en`.
    pub language: String,
    /// The time zone of all times that name no other; none in Chinese for China's.
    pub time_zone: Option<String>,
    /// Name, subject, slogan, values, tone of voice.
    pub community: CommunityFacts,
    /// Background, strengths, what members get, how it differs from what else there is.
    pub about: AboutFacts,
    /// The people it is for.
    pub audiences: Vec<AudienceFacts>,
    /// Groups, accounts and sites.
    pub channels: Vec<ChannelFacts>,
    /// What takes place, without what is over.
    pub activities: Vec<ActivityFacts>,
    /// What is sold.
    pub products: Vec<ProductFacts>,
    /// What members can earn.
    pub incentives: IncentiveFacts,
    /// The rules.
    pub rules: RulesFacts,
    /// Where questions are answered.
    pub support: SupportFacts,
    /// What happens when someone joins.
    pub joining: JoiningFacts,
    /// What happens when someone leaves.
    pub leaving: LeavingFacts,
    /// The roles, each below the one that it reports to.
    pub team: Vec<RoleFacts>,
    /// How decisions are made.
    pub governance: GovernanceFacts,
    /// The prize draw, in `draw`.
    pub draw: Option<DrawFacts>,
    /// The role that is handed over, in `handover`.
    pub role: Option<HandoverFacts>,
    /// The channel for which the text is.
    pub channel: Option<ChannelFacts>,
}

/// The community itself.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CommunityFacts {
    /// Its name.
    pub name: Option<String>,
    /// What it does and talks about.
    pub subject: Option<String>,
    /// Its slogan.
    pub slogan: Option<String>,
    /// What everyone shares.
    pub values: Vec<String>,
    /// The tone of voice.
    pub tone: Option<String>,
    /// Its vision.
    pub vision: Option<String>,
    /// Its mission.
    pub mission: Option<String>,
}

/// Why people should come.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct AboutFacts {
    /// Where it comes from.
    pub background: Option<String>,
    /// What it is good at.
    pub strengths: Option<String>,
    /// What is in it for members.
    pub benefit: Option<String>,
    /// How to reach it.
    pub contact: Option<String>,
    /// Whether it costs members nothing, by what the plan says.
    pub is_free: bool,
    /// What members get.
    pub gives: Vec<BenefitFacts>,
    /// What members would choose instead.
    pub alternatives: Vec<AlternativeFacts>,
}

/// One thing that members get.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct BenefitFacts {
    /// The pain point.
    pub pain: Option<String>,
    /// The promise.
    pub promise: Option<String>,
    /// How it is delivered.
    pub carrier: Option<String>,
    /// What both sides gain.
    pub mutual: Option<String>,
}

/// What members would choose instead.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct AlternativeFacts {
    /// Its name.
    pub name: String,
    /// How we differ.
    pub difference: Option<String>,
}

/// People it is for.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct AudienceFacts {
    /// What they are called.
    pub name: Option<String>,
    /// Their age.
    pub age: Option<String>,
    /// Their gender; none where any is meant.
    pub gender: Option<String>,
    /// Where they live.
    pub region: Option<String>,
    /// What they do.
    pub occupation: Option<String>,
    /// What they like.
    pub interests: Vec<String>,
    /// What they need.
    pub needs: Option<String>,
}

/// Something that takes place.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct ActivityFacts {
    /// Its title.
    pub title: String,
    /// When, in words; with its time zone, if it has one of its own.
    pub when: Option<String>,
    /// The place and its address, else the channels.
    pub place: Option<String>,
    /// The link for signing up or joining.
    pub link: Option<String>,
    /// The most people it can take.
    pub capacity: Option<u32>,
}

/// Something that is sold.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct ProductFacts {
    /// What it is called.
    pub name: String,
    /// Its price, with how often it is paid.
    pub price: Option<String>,
    /// The refund terms.
    pub refund: Option<String>,
}

/// What members can earn.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct IncentiveFacts {
    /// Points, each with what for.
    pub points: Vec<PointFacts>,
    /// How members score.
    pub scoring: Option<String>,
    /// The levels, from low to high.
    pub levels: Vec<String>,
    /// Privileges.
    pub privileges: Vec<String>,
    /// Gifts.
    pub gifts: Option<String>,
    /// What stops abuse.
    pub guard: Option<String>,
    /// Honours.
    pub honours: Vec<HonourFacts>,
}

/// An honour.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct HonourFacts {
    /// What it is called.
    pub name: String,
    /// What it is given for.
    pub reason: Option<String>,
    /// How often.
    pub every: Option<String>,
}

/// Points for an action.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct PointFacts {
    /// What for.
    pub deed: String,
    /// How many.
    pub give: u32,
}

/// The rules.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct RulesFacts {
    /// The rules of conduct.
    pub conduct: Vec<String>,
    /// Where they are posted.
    pub posted: Option<String>,
    /// Hours in which nothing is sent.
    pub quiet_hours: Option<String>,
    /// How people get in.
    pub admission: Option<String>,
    /// Who decides on that.
    pub admitted_by: Option<String>,
    /// How members are re-screened.
    pub screening: Option<String>,
    /// What happens when a rule is broken, from light to serious.
    pub ladder: Vec<String>,
    /// What the group learns about it.
    pub announced: Option<String>,
    /// How to appeal.
    pub appeal: Option<String>,
    /// Where to report problems.
    pub report: Option<String>,
    /// Whether reports stay confidential.
    pub is_confidential: bool,
    /// Who settles conflicts.
    pub conflict_who: Option<String>,
    /// How soon.
    pub conflict_within: Option<String>,
    /// How.
    pub conflict_how: Option<String>,
    /// The right to know: where news is posted.
    pub information: Option<String>,
    /// The right to be heard: how to give feedback.
    pub feedback: Option<String>,
    /// The right to privacy: how it is protected.
    pub privacy: Option<String>,
    /// Which data are collected, what for, for how long, and who to ask.
    pub data: DataFacts,
}

/// How members' data are used.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct DataFacts {
    /// Which data.
    pub fields: Vec<String>,
    /// What for.
    pub purpose: Option<String>,
    /// How long they are kept.
    pub keep: Option<String>,
    /// Who to ask to see or delete them.
    pub contact: Option<String>,
    /// How people consent.
    pub consent: Option<String>,
    /// What holds for minors, where their guardians have to consent.
    pub minors: Option<String>,
}

/// Where questions are answered.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct SupportFacts {
    /// Where to ask.
    pub channel: Option<String>,
    /// How soon there is an answer.
    pub within: Option<String>,
    /// Who answers.
    pub who: Option<String>,
    /// Where complaints go.
    pub complaints: Option<String>,
    /// Where the frequent questions are.
    pub faq: Option<String>,
    /// Keywords and their replies.
    pub keywords: Vec<KeywordFacts>,
}

/// A keyword and its reply.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct KeywordFacts {
    /// The word.
    pub word: String,
    /// The reply.
    pub reply: String,
}

/// What happens when someone joins.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct JoiningFacts {
    /// The rituals of joining.
    pub rituals: Vec<String>,
    /// The steps of the first days, as the team goes through them.
    pub steps: Vec<JoiningStepFacts>,
}

/// What happens when someone leaves.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct LeavingFacts {
    /// How you say goodbye.
    pub farewell: Option<String>,
    /// The rituals of leaving.
    pub rituals: Vec<String>,
    /// When data are deleted.
    pub delete_data: Option<String>,
}

/// How decisions are made.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct GovernanceFacts {
    /// How.
    pub decisions: Option<String>,
    /// When the team meets, in words.
    pub meeting: Option<String>,
    /// The legal entity.
    pub legal_entity: Option<String>,
    /// How the books are published.
    pub books: Option<String>,
}

/// The terms of a prize draw.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct DrawFacts {
    /// The activity in which it is.
    pub title: Option<String>,
    /// When that takes place, in words.
    pub when: Option<String>,
    /// The value of the highest prize.
    pub highest_prize: Option<String>,
    /// The prizes and how many.
    pub prizes: Option<String>,
    /// Who may take part.
    pub conditions: Option<String>,
    /// How to take part.
    pub manner: Option<String>,
    /// When it is drawn.
    pub drawn_when: Option<String>,
    /// How it is drawn.
    pub drawn_how: Option<String>,
    /// The odds.
    pub odds: Option<String>,
    /// How to claim a prize.
    pub redeem: Option<String>,
    /// Until when.
    pub redeem_until: Option<String>,
    /// How it is delivered.
    pub delivery: Option<String>,
    /// What happens to a prize nobody claims.
    pub forfeit: Option<String>,
    /// Who holds it, and how to reach them.
    pub organiser: Option<String>,
}

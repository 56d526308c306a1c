//! What is ticked: rules that many communities have; roles, rules and activities of a starter; what there is none of.
//!
//! What is true of a starter's invented community only is never offered: texts that name its people, places, money.

use super::choice::AnswerChoice;
use super::starter::Starter;
use crate::cadence::Pattern;
use crate::language::{Language, Text};
use crate::library::Library;
use crate::plan::activities::Activity;
use crate::plan::people::Role;
use crate::plan::rules::{AdmissionBy, Conduct, ConductAbout};
use crate::plan::{Plan, Thing};

/// A rule that many communities have, and what it sets.
pub(super) struct UsualRule {
    /// Its word in answers.
    pub(super) word: &'static str,
    /// The rule.
    pub(super) text: Text,
    /// What is set.
    pub(super) sets: RuleKey,
}

/// What a rule sets.
pub(super) enum RuleKey {
    /// A rule of conduct with its text.
    Conduct(ConductAbout),
    /// The text at a key.
    Text(&'static [&'static str]),
    /// The hours without messages.
    QuietHours(&'static str),
    /// The steps after a broken rule.
    Ladder(&'static [Text]),
    /// How people get in.
    Admission(AdmissionBy),
    /// What happens on days after joining; the first is the ceremony of joining.
    Newcomers(&'static [(i64, Text)]),
    /// How long an answer takes.
    RespondWithin(&'static str),
    /// When the team reviews.
    Review(Text),
}

/// The rules, those that most communities have first.
pub(super) static USUAL: [UsualRule; 12] = [
    UsualRule {
        word: "no-advertising",
        text: Text::new("不发广告，要发先问管理员", "No advertising unless a moderator agrees"),
        sets: RuleKey::Conduct(ConductAbout::Advertising),
    },
    UsualRule {
        word: "no-attacks",
        text: Text::new("对事不对人，不攻击任何人", "Disagree with ideas; never attack a person"),
        sets: RuleKey::Conduct(ConductAbout::Attacks),
    },
    UsualRule {
        word: "stays-here",
        text: Text::new("群里的话和截图不外传", "What is said here stays here"),
        sets: RuleKey::Conduct(ConductAbout::Privacy),
    },
    UsualRule {
        word: "no-flooding",
        text: Text::new("不刷屏，不跑题", "Stay on topic and do not flood the chat"),
        sets: RuleKey::Conduct(ConductAbout::Flooding),
    },
    UsualRule {
        word: "quiet-nights",
        text: Text::new("22:30 到 8:00 不发消息", "No messages from 22:30 to 8:00"),
        sets: RuleKey::QuietHours("22:30-08:00"),
    },
    UsualRule {
        word: "steps",
        text: Text::new("违规先提醒，再警告，最后移出", "A broken rule: a reminder, a warning, then removal"),
        sets: RuleKey::Ladder(&[
            Text::new("提醒", "a reminder"),
            Text::new("警告", "a warning"),
            Text::new("移出", "removal"),
        ]),
    },
    UsualRule {
        word: "reviewed",
        text: Text::new("进群要经过审核", "Someone reviews each request to join"),
        sets: RuleKey::Admission(AdmissionBy::Review),
    },
    UsualRule {
        word: "conflicts",
        text: Text::new("有争执，管理员当天私下找双方谈", "In a conflict, a moderator talks to both sides in private"),
        sets: RuleKey::Text(&["rules", "conflict", "how"]),
    },
    UsualRule {
        word: "welcome",
        text: Text::new(
            "新人当天有人欢迎，三天、七天各问候一次",
            "Newcomers are welcomed, and asked how it goes after 3 and 7 days",
        ),
        sets: RuleKey::Newcomers(&[
            (0, Text::new("欢迎新人", "welcome the newcomer")),
            (3, Text::new("问候一次", "ask how it goes")),
            (7, Text::new("再问候一次", "ask again how it goes")),
        ]),
    },
    UsualRule {
        word: "feedback",
        text: Text::new("每月问一次大家的意见", "Members are asked for their opinion every month"),
        sets: RuleKey::Text(&["rules", "rights", "feedback"]),
    },
    UsualRule {
        word: "answers",
        text: Text::new("群里的提问，一天内有人回复", "Questions are answered within a day"),
        sets: RuleKey::RespondWithin("1d"),
    },
    UsualRule {
        word: "review",
        text: Text::new("每月最后一天，团队复盘一次", "The team reviews on the last day of every month"),
        sets: RuleKey::Review(Text::new("每月最后一天", "last day of the month")),
    },
];

/// The usual rules as choices.
pub(super) fn usual_rules(language: Language) -> Vec<AnswerChoice> {
    USUAL.iter().map(|rule| AnswerChoice::new(rule.word, rule.text.get(language))).collect()
}

/// What there may be none of, by the route in `without`.
pub(super) static NONE_OF: [(&str, Text); 11] = [
    ("partners", Text::new("合作方", "partners")),
    ("places", Text::new("固定的线下地点", "places of your own to meet")),
    ("content", Text::new("固定栏目", "regular posts")),
    ("topics", Text::new("备用话题", "topics in reserve")),
    ("incentives", Text::new("积分、等级、奖品", "points, levels, prizes")),
    ("growth", Text::new("拉新和复制", "recruiting and replication")),
    ("support", Text::new("客服答疑", "a help desk")),
    ("care", Text::new("会员关怀", "care for single members")),
    ("culture.honours", Text::new("表彰", "honours")),
    ("culture.slogan", Text::new("口号", "a slogan")),
    ("governance.meeting", Text::new("团队例会", "team meetings")),
];

/// Roles and rules of a starter; those of the community that it invents are left out.
pub(super) fn team_and_rules(starter: &Starter, language: Language) -> Vec<AnswerChoice> {
    let plan = &starter.plan;
    let invented = invented(plan);
    let is_free = |text: &str| !invented.iter().any(|name| text.contains(name.as_str()));
    let choice = |word: String, what: Text, text: &str| {
        let name = what.fill(language, |_| Some(text.to_owned()));
        is_free(text).then(|| AnswerChoice::new(word, name))
    };
    let role = |(at, role): (usize, &Role)| {
        let duties = duties(plan, role).join(Text::new("，", ", ").get(language));
        let text = format!("{} — {duties}", Thing::Role(at).label(plan, language));
        choice(format!("role-{}", role.id.as_ref()?.as_str()), Text::new("角色：{text}", "role: {text}"), &text)
    };
    let rule = |(at, conduct): (usize, &Conduct)| {
        choice(format!("rule-{}", at + 1), Text::new("规则：{text}", "rule: {text}"), conduct.text.as_deref()?)
    };
    let roles = plan.roles.iter().enumerate().filter_map(role);
    let rules = plan.rules.conduct.iter().enumerate().filter_map(rule);
    let quiet = plan.rules.quiet_hours.and_then(|hours| {
        let words = Text::new("规则：{text} 不发消息", "rule: no messages from {text}");
        choice("quiet-hours".to_owned(), words, &hours.to_string())
    });
    let ladder = Some(&plan.rules.sanctions.ladder).filter(|ladder| !ladder.is_empty()).and_then(|ladder| {
        choice("ladder".to_owned(), Text::new("违规处理：{text}", "broken rules: {text}"), &ladder.join(" → "))
    });
    roles.chain(rules).chain(quiet).chain(ladder).collect()
}

/// The duties of a role that are shown with it, and taken over with it.
pub(super) fn duties<'p>(plan: &Plan, role: &'p Role) -> Vec<&'p str> {
    let invented = invented(plan);
    let is_free = |duty: &&str| !invented.iter().any(|name| duty.contains(name.as_str()));
    role.duties.iter().map(String::as_str).filter(is_free).collect()
}

/// Activities of a starter that take place again and again, each with when and its SOP.
pub(super) fn activities(starter: &Starter, library: &Library, language: Language) -> Vec<AnswerChoice> {
    let plan = &starter.plan;
    let invented = invented(plan);
    let choice = |activity: &Activity| {
        let title =
            activity.title.as_deref().filter(|title| !invented.iter().any(|name| title.contains(name.as_str())))?;
        let when = activity.when.as_ref().filter(|when| {
            use Pattern::{Daily, DaysOff, EveryDays, Monthly, Weekly, Workdays};
            matches!(when.pattern, Daily | DaysOff | EveryDays(_) | Monthly { .. } | Weekly { .. } | Workdays)
        })?;
        let sop = activity.sop.as_ref().and_then(|sop| library.sop(sop.as_str(), language)?.title.clone());
        let sop = sop.map(|sop| format!(" · SOP {sop}")).unwrap_or_default();
        Some(AnswerChoice::new(activity.id.as_ref()?.as_str(), format!("{title} · {}{sop}", when.print(language))))
    };
    // what ends after a while is a single event
    plan.activities.iter().filter(|activity| activity.until.is_none()).filter_map(choice).collect()
}

/// Names that are true of the starter's invented community only.
fn invented(plan: &Plan) -> Vec<String> {
    let people = plan.people.iter().filter_map(|person| person.name.clone());
    let places = plan.places.iter().filter_map(|place| place.name.clone());
    let partners = plan.partners.iter().filter_map(|partner| partner.name.clone());
    let prices = plan.monetisation.iter().filter_map(|product| product.price.as_ref());
    let prices = prices.flat_map(|price| [price.to_string(), format!("{} 元", price.cents / 100)]);
    let names = people.chain(places).chain(partners).chain(plan.community.name.clone()).chain(prices);
    names.filter(|name| name.chars().count() > 1).collect()
}

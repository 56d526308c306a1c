//! Which themes of planning a plan covers: 5W1H, the five steps, the five cores, the seven don'ts, the Canvas.
//!
//! Must not judge how well: a theme is thin when a part of it is absent, or something in it needs fixing.

use super::present::Presence;
use super::score::InvalidRoutes;
use crate::finding::Finding;
use crate::knowledge::canvas;
use crate::language::Text;

/// A way of looking at a whole community.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Frame {
    /// The six questions of positioning.
    Questions,
    /// The five steps to a community.
    Steps,
    /// The five cores of a community as an enterprise.
    Cores,
    /// The seven don'ts.
    Donts,
    /// The themes of the Community Canvas.
    Canvas,
}

impl Frame {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Questions, Self::Steps, Self::Cores, Self::Donts, Self::Canvas];

    /// Its stable name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Questions => "5w1h",
            Self::Steps => "steps",
            Self::Cores => "cores",
            Self::Donts => "donts",
            Self::Canvas => "canvas",
        }
    }

    /// Its name.
    pub const fn name(self) -> Text {
        match self {
            Self::Questions => Text::new("5W1H", "5W1H"),
            Self::Steps => Text::new("五步法（ISOOC）", "five steps (ISOOC)"),
            Self::Cores => Text::new("五大核心", "five cores"),
            Self::Donts => Text::new("七不要", "seven don'ts"),
            Self::Canvas => Text::new("社群画布 17 主题", "Community Canvas, 17 themes"),
        }
    }
}

/// One theme, and the keys of a plan that cover it.
#[derive(Debug)]
pub struct PlanningTheme {
    /// The frame it belongs to.
    pub frame: Frame,
    /// Its name within the frame.
    pub id: &'static str,
    /// Its name for people.
    pub name: Text,
    /// What is asked: one key of each group has to be set.
    pub asks: &'static [&'static [&'static str]],
    /// Rules whose findings leave it thin although all is set.
    pub unless: &'static [&'static str],
}

/// How far a theme is covered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Extent {
    /// Nothing is set.
    Missing,
    /// Something is set.
    Thin,
    /// Everything is set.
    Covered,
}

impl Extent {
    /// The word in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Thin => "thin",
            Self::Covered => "covered",
        }
    }

    /// The word shown to people.
    pub const fn name(self) -> Text {
        match self {
            Self::Missing => Text::new("缺", "missing"),
            Self::Thin => Text::new("不足", "thin"),
            Self::Covered => Text::new("已覆盖", "covered"),
        }
    }
}

/// A theme in one plan.
#[derive(Debug)]
pub struct Covered {
    /// The theme.
    pub theme: &'static PlanningTheme,
    /// How far it is covered.
    pub extent: Extent,
    /// The keys that cover it.
    pub keys: Vec<&'static str>,
    /// The keys that could, of what is absent.
    pub absent: Vec<&'static str>,
}

/// How far each theme is covered.
pub(super) fn coverage(presence: Presence<'_>, findings: &[Finding], invalid: &InvalidRoutes) -> Vec<Covered> {
    THEMES.iter().map(|theme| covered(theme, presence, findings, invalid)).collect()
}

fn covered(
    theme: &'static PlanningTheme,
    presence: Presence<'_>,
    findings: &[Finding],
    invalid: &InvalidRoutes,
) -> Covered {
    let is_set = |key: &&'static str| presence.is_filled(key);
    let keys: Vec<&'static str> = theme.asks.iter().copied().flatten().copied().filter(is_set).collect();
    let unset = theme.asks.iter().filter(|group| !group.iter().any(is_set));
    let absent: Vec<&'static str> = unset.copied().flatten().copied().collect();
    let needs_fixing = keys.iter().any(|key| invalid.is_at(key))
        || !theme.unless.is_empty() && findings.iter().any(|finding| theme.unless.contains(&finding.rule.id));
    let extent = match (keys.is_empty(), absent.is_empty() && !needs_fixing) {
        (true, _) => Extent::Missing,
        (false, false) => Extent::Thin,
        (false, true) => Extent::Covered,
    };
    Covered { theme, extent, keys, absent }
}

const fn theme(
    frame: Frame,
    id: &'static str,
    name: Text,
    asks: &'static [&'static [&'static str]],
    unless: &'static [&'static str],
) -> PlanningTheme {
    PlanningTheme { frame, id, name, asks, unless }
}

const fn of_canvas(theme: canvas::Theme, asks: &'static [&'static [&'static str]]) -> PlanningTheme {
    PlanningTheme { frame: Frame::Canvas, id: theme.id(), name: theme.name(), asks, unless: &[] }
}

use Frame::{Cores, Donts, Questions, Steps};

/// All themes, frame by frame.
#[rustfmt::skip]
pub static THEMES: &[PlanningTheme] = &[
    theme(Questions, "why", Text::new("WHY 为什么建", "WHY: why it exists"), &[
        &["positioning.motives"], &["positioning.emotional_need"], &["positioning.shared_memory"], &["positioning.benefit"],
    ], &[]),
    theme(Questions, "what", Text::new("WHAT 带来什么价值", "WHAT: the value it gives"), &[
        &["positioning.values.pain"], &["positioning.values.promise"], &["positioning.values.carrier"], &["positioning.values.mutual"],
        &["positioning.marketing_value"],
    ], &[]),
    theme(Questions, "where", Text::new("WHERE 建在哪里", "WHERE: where it lives"), &[&["channels.platform"]], &["positioning/unused-channel"]),
    theme(Questions, "who", Text::new("WHO 有哪些人", "WHO: the people involved"), &[&["audiences"], &["roles.kind"]],
        &["roles/kind-missing", "roles/no-creator", "roles/no-manager"]),
    theme(Questions, "when", Text::new("WHEN 何时建、运营多久", "WHEN: start and lifetime"), &[
        &["lifecycle.starts"], &["lifecycle.months", "lifecycle.days", "lifecycle.lasts"], &["lifecycle.ending", "lifecycle.review_every"],
    ], &[]),
    theme(Questions, "how", Text::new("HOW 怎样变现", "HOW: how it earns"), &[&["monetisation.model"], &["monetisation.price", "monetisation.funded_by"]], &[]),

    theme(Steps, "interest", Text::new("同好", "interest"), &[
        &["culture.values"], &["community.name"], &["culture.slogan.text"], &["culture.visual"], &["rules.admission.sift"],
    ], &[]),
    theme(Steps, "structure", Text::new("结构", "structure"), &[
        &["roles.duties"], &["channels.platform"], &["rules.admission.by"], &["rules.conduct"],
    ], &[]),
    theme(Steps, "output", Text::new("输出", "output"), &[&["content"]], &["content/no-member-output"]),
    theme(Steps, "operation", Text::new("运营", "operation"), &[&["culture.rituals"], &["activities"]], &["culture/senses-missing"]),
    theme(Steps, "copy", Text::new("复制", "copy"), &[&["growth.copy.planned"], &["growth.copy.needed"], &["growth.copy.able"]], &[]),

    theme(Cores, "values", Text::new("价值观", "values"), &[&["culture.values"]], &[]),
    theme(Cores, "rules", Text::new("规则", "rules"), &[&["rules.conduct"], &["rules.sanctions.ladder"], &["rules.admission.by"]], &[]),
    theme(Cores, "structure", Text::new("组织架构", "structure"), &[&["roles.duties"], &["people"]], &["roles/unfilled"]),
    theme(Cores, "honour", Text::new("荣誉", "honour"), &[&["culture.honours"], &["culture.role_models", "incentives.levels"]], &[]),
    theme(Cores, "benefit", Text::new("利益", "benefit"), &[
        &["positioning.benefit"], &["incentives.points", "incentives.privileges", "incentives.gifts", "monetisation.sharing"],
    ], &[]),

    theme(Donts, "copy-unchanged", Text::new("不照搬别人的模式", "do not copy another's model unchanged"), &[
        &["positioning.alternatives.difference", "cases.adapted"],
    ], &["own/borrowed", "own/copied-template"]),
    theme(Donts, "sales-group", Text::new("不做成卖货群", "do not become a sales group"), &[&["rules.conduct.about"], &["content"]], &["content/promotional-share"]),
    theme(Donts, "unlimited", Text::new("不无限拉人", "do not add people without limit"), &[
        &["community.size.target"], &["growth.invites.cap_per_day", "rules.admission.by"],
    ], &["growth/unlimited-invites", "members/size-over-channels"]),
    theme(Donts, "burning-money", Text::new("不盲目烧钱促活", "do not buy activity with money"), &[&["incentives.budget"], &["incentives.checked"]], &["incentives/cash-only"]),
    theme(Donts, "left-alone", Text::new("不放任自流", "do not leave members on their own"), &[
        &["onboarding.steps"], &["activities"], &["support.channel"],
    ], &["schedule/silent-gap"]),
    theme(Donts, "offline", Text::new("不忽视线下", "do not neglect offline events"), &[&["places", "activities.place", "community.offline.reason"]], &["activities/no-monthly-offline"]),
    theme(Donts, "earning", Text::new("不忘记怎么挣钱", "do not forget how it earns"), &[&["monetisation.model"]], &["positioning/no-business-loop"]),

    of_canvas(canvas::Theme::Purpose, &[&["positioning.motives"], &["positioning.vision", "positioning.mission"]]),
    of_canvas(canvas::Theme::MemberIdentity, &[&["audiences"], &["audiences.needs"]]),
    of_canvas(canvas::Theme::Values, &[&["culture.values"]]),
    of_canvas(canvas::Theme::Success, &[&["goals.metric"], &["goals.target"]]),
    of_canvas(canvas::Theme::Brand, &[&["community.name"], &["culture.slogan.text"], &["culture.visual"]]),
    of_canvas(canvas::Theme::Selection, &[&["rules.admission.by"], &["rules.admission.who"]]),
    of_canvas(canvas::Theme::Transition, &[&["leaving.inactive_after"], &["leaving.farewell", "leaving.winback"]]),
    of_canvas(canvas::Theme::SharedExperiences, &[&["activities"], &["activities.when"]]),
    of_canvas(canvas::Theme::Rituals, &[&["culture.rituals.what"]]),
    of_canvas(canvas::Theme::Content, &[&["content"], &["content.owner"]]),
    of_canvas(canvas::Theme::Rules, &[&["rules.conduct.text"], &["rules.conduct.enforcer"], &["rules.sanctions.ladder"]]),
    of_canvas(canvas::Theme::Roles, &[&["roles.kind"], &["roles.duties"]]),
    of_canvas(canvas::Theme::Organization, &[&["people.roles"], &["governance.meeting"]]),
    of_canvas(canvas::Theme::Governance, &[&["governance.decisions"]]),
    of_canvas(canvas::Theme::Financing, &[&["monetisation.model"], &["finance.keeper"]]),
    of_canvas(canvas::Theme::Channels, &[&["channels.platform"], &["channels.owner"]]),
    of_canvas(canvas::Theme::Data, &[&["rules.data.purpose"], &["rules.data.keep"], &["rules.data.contact"]]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Plan;
    use crate::plan::ownership::Ownership;
    use crate::source::Table;

    #[test]
    fn every_frame_has_its_themes() {
        let count = |frame| THEMES.iter().filter(|theme| theme.frame == frame).count();
        assert_eq!(Frame::ALL.map(count), [6, 5, 5, 7, 17]);
    }

    #[test]
    fn themes_name_keys_and_rules_that_exist() {
        for theme in THEMES {
            for key in theme.asks.iter().copied().flatten() {
                assert!(Plan::TABLE.at(key.split('.')).is_some(), "{}: {key}", theme.id);
            }
            for id in theme.unless {
                let topic = id.split('/').next().expect("a topic");
                let is_registered = super::super::topics().contains(&topic);
                assert!(super::super::find(id).is_some() || !is_registered, "{}: {id}", theme.id);
            }
        }
    }

    #[test]
    fn a_theme_is_missing_thin_or_covered() {
        let mut plan = Plan::default();
        let extent = |plan: &Plan| {
            let presence = Presence { plan, ownership: &Ownership::default() };
            let all = coverage(presence, &[], &InvalidRoutes::of(&[]));
            all.iter().find(|c| c.theme.id == "when").map(|c| (c.extent, c.keys.clone(), c.absent.len()))
        };
        assert_eq!(extent(&plan), Some((Extent::Missing, vec![], 6)));
        plan.lifecycle.months = Some(24);
        assert_eq!(extent(&plan), Some((Extent::Thin, vec!["lifecycle.months"], 3)));
        plan.lifecycle.starts = Some(crate::value::Day(20000));
        plan.lifecycle.ending = Some("party".to_owned());
        let keys = vec!["lifecycle.starts", "lifecycle.months", "lifecycle.ending"];
        assert_eq!(extent(&plan), Some((Extent::Covered, keys, 0)));
    }
}

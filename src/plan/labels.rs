//! What people see a thing of the plan called, who holds a role, and when a person is there: decided here and nowhere
//! else.
//!
//! Must not clean or cut a name for an output: that is `render`'s.

use super::channels::{Channel, Days};
use super::people::{Person, Role, RoleKind};
use super::{Plan, Thing};
use crate::finding::Arg;
use crate::language::{Language, Text};
use crate::value::Day;

/// What the staff meeting is called, which has no title in a plan.
pub const MEETING: Text = Text::new("团队例会", "Team meeting");

/// What a review without a title is called.
const REVIEW: Text = Text::new("复盘", "Review");

/// What people see something called: in words of the plan, or in the product's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Label {
    /// A title, a name or an id of the plan, the same in both languages.
    Own(String),
    /// A word of the product, such as the name of a platform.
    Word(Text),
}

impl Label {
    /// The label for a reader of `language`.
    pub fn get(self, language: Language) -> String {
        match self {
            Self::Own(own) => own,
            Self::Word(word) => word.get(language).to_owned(),
        }
    }
}

impl From<Label> for Arg {
    fn from(label: Label) -> Self {
        match label {
            Label::Own(own) => Self::Text(own),
            Label::Word(word) => Self::Words(word),
        }
    }
}

impl Thing {
    /// [`Self::named`] for a reader of `language`.
    pub fn label(self, plan: &Plan, language: Language) -> String {
        self.named(plan).get(language)
    }

    /// What people see it called: its own title or name; else what it is, where that says enough (what a role is, the
    /// platform of a channel, a review); else its id, else its table and number (`activity-2`).
    pub fn named(self, plan: &Plan) -> Label {
        self.called(plan).unwrap_or_else(|| Label::Own(self.id(plan)))
    }

    /// As [`Self::named`]; none where there is only the id or the number.
    pub fn called(self, plan: &Plan) -> Option<Label> {
        let own = match self {
            Self::Role(i) => plan.roles[i].title.as_deref(),
            Self::Person(i) => plan.people[i].name.as_deref(),
            Self::Activity(i) => plan.activities[i].title.as_deref(),
            Self::Content(i) => plan.content[i].title.as_deref(),
            Self::Programme(i) => plan.programmes[i].title.as_deref(),
            Self::Cohort(i) => plan.cohorts[i].title.as_deref(),
            Self::Review(i) => plan.reviews[i].title.as_deref(),
            Self::Channel(i) => plan.channels[i].title.as_deref(),
            Self::Place(i) => plan.places[i].name.as_deref(),
            Self::Goal(i) => plan.goals[i].objective.as_deref(),
            Self::Partner(i) => plan.partners[i].name.as_deref(),
            Self::Segment(i) => plan.segments[i].who.as_deref(),
            Self::Product(i) => plan.monetisation[i].product.as_deref(),
        };
        let kind = || match self {
            Self::Role(i) => plan.roles[i].spoken(plan),
            Self::Channel(i) => plan.channels[i].spoken(plan),
            Self::Review(_) => Some(REVIEW),
            _ => None,
        };
        let own = own.filter(|own| !own.trim().is_empty()).map(|own| Label::Own(own.to_owned()));
        own.or_else(|| kind().map(Label::Word))
    }

    /// Its id, else its table and number (`activity-2`).
    fn id(self, plan: &Plan) -> String {
        let (id, word, index) = match self {
            Self::Role(i) => (plan.roles[i].id.as_ref().map(ToString::to_string), "role", i),
            Self::Person(i) => (plan.people[i].id.clone(), "person", i),
            Self::Activity(i) => (plan.activities[i].id.as_ref().map(ToString::to_string), "activity", i),
            Self::Content(i) => (plan.content[i].id.as_ref().map(ToString::to_string), "content", i),
            Self::Programme(i) => (plan.programmes[i].id.as_ref().map(ToString::to_string), "programme", i),
            Self::Cohort(i) => (plan.cohorts[i].id.as_ref().map(ToString::to_string), "cohort", i),
            Self::Review(i) => (plan.reviews[i].id.as_ref().map(ToString::to_string), "review", i),
            Self::Channel(i) => (plan.channels[i].id.as_ref().map(ToString::to_string), "channel", i),
            Self::Place(i) => (plan.places[i].id.as_ref().map(ToString::to_string), "place", i),
            Self::Goal(i) => (plan.goals[i].id.as_ref().map(ToString::to_string), "goal", i),
            Self::Partner(i) => (plan.partners[i].id.as_ref().map(ToString::to_string), "partner", i),
            Self::Segment(i) => (plan.segments[i].id.as_ref().map(ToString::to_string), "segment", i),
            Self::Product(i) => (plan.monetisation[i].id.as_ref().map(ToString::to_string), "product", i),
        };
        id.unwrap_or_else(|| format!("{word}-{}", index + 1))
    }
}

/// What roles are called by the ids that plans usually give them.
const ROLES: [(&str, Text); 20] = [
    ("admin", Text::new("管理员", "admin")),
    ("assistant", Text::new("助理", "assistant")),
    ("coach", Text::new("教练", "coach")),
    ("editor", Text::new("编辑", "editor")),
    ("expert", Text::new("专家", "expert")),
    ("founder", Text::new("创始人", "founder")),
    ("helper", Text::new("小助手", "helper")),
    ("host", Text::new("主持", "host")),
    ("lead", Text::new("负责人", "lead")),
    ("maintainer", Text::new("维护者", "maintainer")),
    ("manager", Text::new("管理员", "manager")),
    ("mentor", Text::new("导师", "mentor")),
    ("moderator", Text::new("管理员", "moderator")),
    ("organiser", Text::new("组织者", "organiser")),
    ("organizer", Text::new("组织者", "organizer")),
    ("owner", Text::new("群主", "owner")),
    ("speaker", Text::new("分享嘉宾", "speaker")),
    ("teacher", Text::new("讲师", "teacher")),
    ("treasurer", Text::new("财务", "treasurer")),
    ("volunteer", Text::new("志愿者", "volunteer")),
];

impl Role {
    /// What a role without a title is called: by an id that says it, else by its kind where no other role without a
    /// title is of it. A participant says nothing: everyone takes part.
    fn spoken(&self, plan: &Plan) -> Option<Text> {
        let known = |id: &str| ROLES.iter().find(|(word, _)| *word == id).map(|(_, name)| *name);
        let of_kind = || {
            let kind = self.kind.filter(|kind| *kind != RoleKind::Participant || self.id.is_none())?;
            let same = |role: &&Self| role.title.is_none() && role.kind == Some(kind);
            let alone = self.id.is_none() || plan.roles.iter().filter(same).count() < 2;
            alone.then(|| kind.name())
        };
        self.id.as_ref().and_then(|id| known(id.as_str())).or_else(of_kind)
    }
}

impl Channel {
    /// What a channel without a title is called: its platform, where no other channel without a title is on it.
    fn spoken(&self, plan: &Plan) -> Option<Text> {
        let platform = self.platform?;
        let same = |channel: &&Self| channel.title.is_none() && channel.platform == Some(platform);
        let alone = self.id.is_none() || plan.channels.iter().filter(same).count() < 2;
        alone.then(|| platform.name())
    }
}

/// The people who hold a role, as indices, in the order of the plan.
pub fn holders(plan: &Plan, role: usize) -> Vec<usize> {
    let Some(id) = plan.roles.get(role).and_then(|role| role.id.as_ref()) else { return Vec::new() };
    plan.people.iter().enumerate().filter(|(_, person)| person.holds(id.as_str())).map(|(at, _)| at).collect()
}

impl Person {
    /// Whether this person holds the role of this id.
    pub fn holds(&self, role: &str) -> bool {
        self.roles.iter().any(|held| held.as_str() == role)
    }

    /// Whether a day lies in an absence of this person.
    pub fn is_away(&self, day: Day) -> bool {
        self.away.iter().any(|days| days.cover(day))
    }

    /// Whether a day lies between the first and the last day in the team.
    pub fn is_in_team(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

impl Days {
    /// The first and the last day; a first day alone is the only one. None without a first.
    pub fn bounds(&self) -> Option<(Day, Day)> {
        Some((self.from?, self.to.or(self.from)?))
    }

    /// Whether a day is one of these.
    pub fn cover(&self, day: Day) -> bool {
        self.bounds().is_some_and(|(from, to)| from <= day && day <= to)
    }
}

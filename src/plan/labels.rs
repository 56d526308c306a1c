//! What people see the things of a plan called: one thing has one name in every output.
//!
//! Its own title or name comes first; then what it is, where that can mean nothing else (what a role is, the platform of a
//! channel, a review); then its id; at last its kind or its number. Must not clean or cut a name: that is `render`'s.

use super::channels::Channel;
use super::content::ProgrammeItem;
use super::people::{Role, RoleKind};
use super::{Item, Plan, Thing};
use crate::finding::Arg;
use crate::language::{Language, Text};

/// What the staff meeting is called, which has no title in a plan.
const MEETING: Text = Text::new("团队例会", "Team meeting");

/// What a review without a title is called.
const REVIEW: Text = Text::new("复盘", "Review");

/// What people see something called: in words of the plan, or in the product's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Label {
    /// A title, a name or an id of the plan, the same in both languages.
    Own(String),
    /// A word of the product, such as the name of a platform.
    Word(Text),
    /// A word of the product with something of the plan in it.
    Made {
        /// In Simplified Chinese.
        zh: String,
        /// In English.
        en: String,
    },
}

impl Label {
    /// A label made for each language.
    pub fn made(label: impl Fn(Language) -> String) -> Self {
        Self::Made { zh: label(Language::Zh), en: label(Language::En) }
    }

    /// A word and a number.
    fn numbered(word: Text, index: usize) -> Self {
        Self::made(|language| word.fill(language, |_| Some((index + 1).to_string())))
    }

    /// The label for a reader of `language`.
    pub fn get(self, language: Language) -> String {
        match (self, language) {
            (Self::Own(own), _) => own,
            (Self::Word(word), _) => word.get(language).to_owned(),
            (Self::Made { zh, .. }, Language::Zh) => zh,
            (Self::Made { en, .. }, Language::En) => en,
        }
    }
}

impl From<Label> for Arg {
    fn from(label: Label) -> Self {
        match label {
            Label::Own(own) => Self::Text(own),
            Label::Word(word) => Self::Words(word),
            Label::Made { zh, en } => Self::Name { zh, en },
        }
    }
}

/// A title with something in it.
fn given(title: Option<&str>) -> Option<&str> {
    title.filter(|title| !title.trim().is_empty())
}

impl Thing {
    /// What people see it called, for a reader of `language`.
    pub fn label(self, plan: &Plan, language: Language) -> String {
        self.named(plan).get(language)
    }

    /// What people see it called, in both languages.
    pub fn named(self, plan: &Plan) -> Label {
        let own = || self.title(plan).map(|title| Label::Own(title.to_owned()));
        let id = || self.id(plan).map(|id| Label::Own(id.to_owned()));
        own()
            .or_else(|| self.unambiguous_kind(plan).map(Label::Word))
            .or_else(id)
            .unwrap_or_else(|| self.kind_or_number(plan))
    }

    /// Every name by which people may mean it: what they see it called, in either language, and what kind of role it is.
    pub fn names(self, plan: &Plan) -> Vec<String> {
        let kind = match self {
            Self::Role(i) if self.title(plan).is_none() => plan.roles[i].kind.map(|kind| Label::Word(kind.name())),
            _ => None,
        };
        let labels = std::iter::once(self.named(plan)).chain(kind);
        labels.flat_map(|label| Language::ALL.map(|language| label.clone().get(language))).collect()
    }

    /// The title or name that the plan gives it.
    pub fn title(self, plan: &Plan) -> Option<&str> {
        given(match self {
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
        })
    }

    /// The id that the plan gives it.
    pub fn id(self, plan: &Plan) -> Option<&str> {
        let id = match self {
            Self::Person(i) => return given(plan.people[i].key()),
            Self::Role(i) => &plan.roles[i].id,
            Self::Activity(i) => &plan.activities[i].id,
            Self::Content(i) => &plan.content[i].id,
            Self::Programme(i) => &plan.programmes[i].id,
            Self::Cohort(i) => &plan.cohorts[i].id,
            Self::Review(i) => &plan.reviews[i].id,
            Self::Channel(i) => &plan.channels[i].id,
            Self::Place(i) => &plan.places[i].id,
            Self::Goal(i) => &plan.goals[i].id,
            Self::Partner(i) => &plan.partners[i].id,
            Self::Segment(i) => &plan.segments[i].id,
            Self::Product(i) => &plan.monetisation[i].id,
        };
        id.as_ref().map(|id| id.as_str())
    }

    /// What it is, where that says more than its id and can mean nothing else.
    fn unambiguous_kind(self, plan: &Plan) -> Option<Text> {
        match self {
            Self::Role(i) => plan.roles[i].unambiguous_kind(plan),
            Self::Channel(i) => plan.channels[i].unambiguous_kind(plan),
            Self::Review(_) => Some(REVIEW),
            _ => None,
        }
    }

    /// What it is, though others may be the same; else its number.
    fn kind_or_number(self, plan: &Plan) -> Label {
        let (kind, word, index) = match self {
            Self::Role(i) => (plan.roles[i].kind.map(RoleKind::name), Text::new("角色 {n}", "role {n}"), i),
            Self::Person(i) => (None, Text::new("成员 {n}", "person {n}"), i),
            Self::Activity(i) => {
                (plan.activities[i].form.map(|form| form.name()), Text::new("活动 {n}", "activity {n}"), i)
            }
            Self::Content(i) => (plan.content[i].kind.map(|kind| kind.name()), Text::new("内容 {n}", "content {n}"), i),
            Self::Programme(i) => (None, Text::new("课程 {n}", "programme {n}"), i),
            Self::Cohort(i) => (None, Text::new("第 {n} 期", "cohort {n}"), i),
            Self::Review(i) => (Some(REVIEW), REVIEW, i),
            Self::Channel(i) => {
                (plan.channels[i].platform.map(|platform| platform.name()), Text::new("渠道 {n}", "channel {n}"), i)
            }
            Self::Place(i) => (None, Text::new("地点 {n}", "place {n}"), i),
            Self::Goal(i) => (None, Text::new("目标 {n}", "goal {n}"), i),
            Self::Partner(i) => (None, Text::new("合作方 {n}", "partner {n}"), i),
            Self::Segment(i) => (None, Text::new("分层 {n}", "segment {n}"), i),
            Self::Product(i) => {
                (plan.monetisation[i].model.map(|model| model.name()), Text::new("产品 {n}", "product {n}"), i)
            }
        };
        kind.map_or_else(|| Label::numbered(word, index), Label::Word)
    }
}

impl Item {
    /// What people see it called, for a reader of `language`.
    pub fn label(self, plan: &Plan, language: Language) -> String {
        self.named(plan).get(language)
    }

    /// What people see it called, in both languages.
    pub fn named(self, plan: &Plan) -> Label {
        match (self.thing(), self) {
            (Some(thing), _) => thing.named(plan),
            (None, Self::Programme(cohort, i)) => {
                plan.programme_item(cohort, i).map_or_else(|| Label::Own(String::new()), ProgrammeItem::named)
            }
            (None, _) => Label::Word(MEETING),
        }
    }

    /// The title that the plan gives it.
    pub fn title(self, plan: &Plan) -> Option<&str> {
        match (self.thing(), self) {
            (Some(thing), _) => thing.title(plan),
            (None, Self::Programme(cohort, i)) => given(plan.programme_item(cohort, i)?.title.as_deref()),
            (None, _) => None,
        }
    }

    /// The thing that it is, where it has a table of its own.
    const fn thing(self) -> Option<Thing> {
        match self {
            Self::Activity(i) => Some(Thing::Activity(i)),
            Self::Content(i) => Some(Thing::Content(i)),
            Self::Review(i) => Some(Thing::Review(i)),
            Self::Meeting | Self::Programme(..) => None,
        }
    }
}

impl ProgrammeItem {
    /// Its title, else the days on which it falls.
    pub fn named(&self) -> Label {
        if let Some(title) = given(self.title.as_deref()) {
            return Label::Own(title.to_owned());
        }
        let (first, last) = self.span().unwrap_or_default();
        let words = match first == last {
            true => Text::new("第 {first} 天", "day {first}"),
            false => Text::new("第 {first}–{last} 天", "days {first}–{last}"),
        };
        let day = |name: &str| Some(if name == "first" { first } else { last }.to_string());
        Label::made(|language| words.fill(language, day))
    }
}

/// Whether a word is what people call a role, in either language.
pub fn is_role_word(word: &str) -> bool {
    role_id(word).is_some()
}

/// The id that plans usually give the role that people call so, in either language.
pub fn role_id(word: &str) -> Option<&'static str> {
    let word = word.to_lowercase();
    ROLES.iter().find(|(id, name)| *id == word || name.zh == word).map(|(id, _)| *id)
}

/// What roles are called by the ids that plans usually give them.
const ROLES: [(&str, Text); 19] = [
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
];

impl Role {
    /// What a role without a title is called: by an id that says it, else by its kind where no other role without a
    /// title is of it. A participant says nothing: everyone takes part.
    fn unambiguous_kind(&self, plan: &Plan) -> Option<Text> {
        let known = |id: &str| {
            let kind = || RoleKind::ALL.iter().find(|kind| kind.word() == id).map(|kind| kind.name());
            ROLES.iter().find(|(word, _)| *word == id).map(|(_, name)| *name).or_else(kind)
        };
        let of_kind = || {
            let kind = self.kind.filter(|kind| *kind != RoleKind::Participant)?;
            let same = |role: &&Self| given(role.title.as_deref()).is_none() && role.kind == Some(kind);
            (plan.roles.iter().filter(same).count() == 1).then(|| kind.name())
        };
        self.id.as_ref().and_then(|id| known(id.as_str())).or_else(of_kind)
    }
}

impl Channel {
    /// What a channel without a title is called: its platform, where no other channel without a title is on it.
    fn unambiguous_kind(&self, plan: &Plan) -> Option<Text> {
        let platform = self.platform?;
        let same = |channel: &&Self| given(channel.title.as_deref()).is_none() && channel.platform == Some(platform);
        (plan.channels.iter().filter(same).count() == 1).then(|| platform.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::plan_of as plan;

    #[test]
    fn a_role_without_a_title_is_called_by_what_it_is() {
        let text = [
            "id = \"host\"\nkind = \"participant\"",
            "id = \"m\"\nkind = \"manager\"",
            "id = \"a\"\nkind = \"pioneer\"",
            "id = \"b\"\nkind = \"pioneer\"",
            "id = \"c\"\nkind = \"volunteer\"\ntitle = \"Helper\"",
            "id = \"tea\"\nkind = \"participant\"",
            "kind = \"participant\"",
            "id = \"d\"\ntitle = \" \"",
            "traits = [\"patient\"]",
        ];
        let plan = plan(&text.map(|role| format!("[[roles]]\n{role}\n")).concat());
        let names =
            |language| (0..plan.roles.len()).map(|at| Thing::Role(at).label(&plan, language)).collect::<Vec<_>>();
        let english = ["host", "manager", "a", "b", "Helper", "tea", "participant", "d", "role 9"];
        assert_eq!(names(Language::En), english);
        let chinese = ["主持", "管理员", "a", "b", "Helper", "tea", "参与者", "d", "角色 9"];
        assert_eq!(names(Language::Zh), chinese);
    }

    #[test]
    fn a_channel_is_called_by_its_platform_where_that_is_the_only_one() {
        let plan = plan(
            "[[channels]]\nid = \"a\"\nplatform = \"wechat-group\"\n[[channels]]\nid = \"b\"\nplatform = \"forum\"\n\
             [[channels]]\nid = \"c\"\nplatform = \"forum\"\n[[channels]]\nplatform = \"forum\"\ntitle = \"Agora\"\n\
             [[channels]]\nplatform = \"forum\"\n[[channels]]\ncap = 5\n",
        );
        let names: Vec<String> =
            (0..plan.channels.len()).map(|at| Thing::Channel(at).label(&plan, Language::En)).collect();
        assert_eq!(names, ["WeChat group", "b", "c", "Agora", "forum", "channel 6"]);
    }

    #[test]
    fn items_and_people_are_called_by_title_id_kind_or_number() {
        let plan = plan(
            "[[people]]\nid = \"a\"\nname = \"Ann\"\n[[people]]\nid = \"b\"\n[[people]]\nhours_per_week = 2\n\
             [[activities]]\nid = \"x\"\ntitle = \"Talk\"\n[[activities]]\nid = \"y\"\n[[activities]]\nform = \"poll\"\n\
             [[activities]]\nexpected = 5\n[[reviews]]\nid = \"weekly\"\n[[reviews]]\ntitle = \"Look back\"\n\
             [governance]\nmeeting = \"every Mon\"\n\
             [[programmes]]\nid = \"p\"\nitems = [{ day = 1, title = \"Start\" }, { day = 2 }, { days = \"3-5\" }]\n\
             [[cohorts]]\nid = \"c1\"\nprogramme = \"p\"\n",
        );
        let people = [0, 1, 2].map(|at| Thing::Person(at).label(&plan, Language::En));
        assert_eq!(people, ["Ann", "b", "person 3"]);
        let items = [
            (Item::Activity(0), "Talk"),
            (Item::Activity(1), "y"),
            (Item::Activity(2), "poll"),
            (Item::Activity(3), "activity 4"),
            (Item::Review(0), "Review"),
            (Item::Review(1), "Look back"),
            (Item::Meeting, "Team meeting"),
            (Item::Programme(0, 0), "Start"),
            (Item::Programme(0, 1), "day 2"),
            (Item::Programme(0, 2), "days 3–5"),
        ];
        for (item, name) in items {
            assert_eq!(item.label(&plan, Language::En), name, "{item:?}");
        }
        assert_eq!(Thing::Cohort(0).label(&plan, Language::Zh), "c1");
    }
}

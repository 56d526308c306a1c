//! The commands that fix a finding, or begin to: built from the names of the plan.
//!
//! A value that only its people know is asked for; what is written already is never replaced by a value of ours.

use std::fmt::Write;

use crate::finding::{Arg, KeyPath, Segment, SuggestedCommand};
use crate::language::{Language, Text};
use crate::library::Library;
use crate::plan::people::{Person, RoleKind};
use crate::plan::{ElementKind, Index, Plan, Thing};
use crate::source::{ChoiceInfo, KeyInfo, Shape, Table, TableInfo};

/// What stands between several names: in a name, it would part it.
const SEPARATORS: [char; 4] = [',', '，', '、', '|'];

/// Words or names that are listed where one of them is wanted.
const LISTED: usize = 8;

/// Examples of keys for which the usual one of their kind would be odd.
const EXAMPLES: [(&str, &str); 4] = [
    ("leaving.inactive_after", "60d"),
    ("lifecycle.review_every", "1y"),
    ("monetisation.renewal.remind", "T-30d"),
    ("support.respond_within", "1d"),
];

/// What commands are built from.
#[derive(Clone, Copy)]
pub(super) struct Suggester<'a> {
    pub(super) plan: &'a Plan,
    pub(super) index: &'a Index,
    /// The names of the SOPs.
    pub(super) library: &'a Library,
}

impl<'a> Suggester<'a> {
    /// Sets a key; its value is asked for.
    pub(super) fn set(self, path: KeyPath) -> SuggestedCommand {
        self.asking(SuggestedCommand::new(&["set"]).route(path.clone()), path)
    }

    /// A command with what a key is to hold as its next word.
    pub(super) fn asking(self, command: SuggestedCommand, path: KeyPath) -> SuggestedCommand {
        command.needed(dotted(&path), self.want(&path))
    }

    /// Adds an element with the keys that are given, each with its value, or without one where it is asked for; what a new
    /// one needs besides is asked for too.
    pub(super) fn add(self, kind: &ElementKind, given: &[(&'static str, Option<&str>)]) -> SuggestedCommand {
        self.with_keys(SuggestedCommand::new(&["add", kind.word]), kind, given)
    }

    /// Adds a step to the activity at a route.
    pub(super) fn add_step(
        self,
        activity: KeyPath,
        given: &[(&'static str, Option<&str>)],
    ) -> Option<SuggestedCommand> {
        let kind = element_kind("step")?;
        Some(self.with_keys(SuggestedCommand::new(&["add", kind.word]).route(activity), kind, given))
    }

    fn with_keys(
        self,
        command: SuggestedCommand,
        kind: &ElementKind,
        given: &[(&'static str, Option<&str>)],
    ) -> SuggestedCommand {
        let needed = kind.needs.iter().filter(|key| !given.iter().any(|(known, _)| known == *key));
        let keys = given.iter().copied().chain(needed.map(|key| (*key, None)));
        // nobody could be named yet
        let keys = keys.filter(|(key, value)| value.is_some() || !self.has_no_names(&within(kind, key)));
        keys.fold(command, |command, (key, value)| {
            let command = command.word(format!("--{}", key.replace('_', "-")));
            match value {
                Some(value) => command.word(value),
                None => self.asking(command, within(kind, key)),
            }
        })
    }

    /// Adds an element of the kind of this word.
    pub(super) fn adding(self, word: &str, given: &[(&'static str, Option<&str>)]) -> Option<SuggestedCommand> {
        element_kind(word).map(|kind| self.add(kind, given))
    }

    /// Whether a key refers to something of which the plan has none.
    fn has_no_names(self, path: &KeyPath) -> bool {
        let reference = Plan::TABLE.shape(path).and_then(|(shape, _)| reference(shape));
        reference.is_some_and(|kind| self.names(kind).is_empty())
    }

    /// The names that a reference of this kind may have. While the team is nobody, work is given to nobody.
    fn names(self, kind: &str) -> Vec<&'a str> {
        match kind {
            "sop" => self.library.sop_names(),
            "holder" if self.plan.people.is_empty() => Vec::new(),
            _ => self.index.names(kind),
        }
    }

    /// What a key is to hold: the words or names to choose from, else what it is about.
    fn want(self, path: &KeyPath) -> Arg {
        let Some((shape, about)) = Plan::TABLE.shape(path) else { return Arg::Text(dotted(path)) };
        let (one, is_list) = match shape {
            Shape::List(inner) => (*inner, true),
            _ => (shape, false),
        };
        let words = match (one, reference(shape)) {
            (Shape::Choice(choices), _) => {
                let is_list_of_words = |name: Text| [name.zh, name.en].iter().any(|name| name.contains(SEPARATORS));
                let word = |choice: &ChoiceInfo| Text::new(choice.word, choice.word);
                let name = |choice: &ChoiceInfo| if is_list_of_words(choice.name) { word(choice) } else { choice.name };
                choices.iter().map(name).collect()
            }
            (Shape::Boolean, _) => vec![Text::new("是", "yes"), Text::new("否", "no")],
            _ => Vec::new(),
        };
        if !words.is_empty() {
            return listed(is_list, |language| words.iter().map(|word| word.get(language).to_owned()).collect());
        }
        if let Some(kind) = reference(shape) {
            let names = self.names(kind);
            let things: Option<Vec<Thing>> = names.iter().map(|name| self.index.find(kind, name)).collect();
            match things {
                Some(things) if !things.is_empty() => return self.choice(things, is_list),
                None => return listed(is_list, |_| names.iter().map(|name| (*name).to_owned()).collect()),
                _ => {}
            }
        }
        let facts = |example: Arg| vec![("about", about.into()), ("example", example)];
        let like = |example| {
            Arg::Phrase(Text::new("{about}，例：{example}", "{about}, for example {example}"), facts(example))
        };
        match one {
            Shape::Form(_, example) => match EXAMPLES.iter().find(|(key, _)| *key == dotted(path)) {
                Some((_, own)) => like((*own).into()),
                None => like(in_words(example)),
            },
            Shape::Date | Shape::Moment => like("2026-12-24".into()),
            Shape::Integer { .. } | Shape::Number => {
                Arg::Phrase(Text::new("{about}：一个数", "{about}: a number"), facts("".into()))
            }
            Shape::Text if is_list => {
                Arg::Phrase(Text::new("{about}，用顿号“、”隔开", "{about}, separated by commas"), facts("".into()))
            }
            _ => Arg::Words(about),
        }
    }

    /// A role that manages, else any role or person, as an example; what roles of managers are usually called where there
    /// is nobody.
    pub(super) fn someone(self) -> String {
        let (roles, people) = (&self.plan.roles, &self.plan.people);
        let manages = roles.iter().filter(|role| role.kind == Some(RoleKind::Manager));
        let ids = manages.chain(roles).filter_map(|role| role.id.as_ref().map(|id| id.as_str()));
        let mut names = ids.chain(people.iter().filter_map(Person::key));
        names.next().unwrap_or(RoleKind::Manager.word()).to_owned()
    }

    /// Which of these are to be named: by what they are called, people first.
    pub(super) fn choice(self, things: impl IntoIterator<Item = Thing>, is_list: bool) -> Arg {
        let mut things: Vec<Thing> = things.into_iter().collect();
        things.sort_by_key(|thing| !matches!(thing, Thing::Person(_)));
        let name = |thing: &Thing, language| {
            let label = thing.label(self.plan, language);
            // several would be read
            let id = thing.id(self.plan).filter(|_| label.contains(SEPARATORS));
            id.map_or(label, str::to_owned)
        };
        listed(is_list, |language| things.iter().map(|thing| name(thing, language)).collect())
    }

    /// Whether the plan has something at a route.
    pub(super) fn holds(self, path: &KeyPath) -> bool {
        holds_at(self.plan, path)
    }

    /// Fills what is missing at a route: a key of its own, one of an element, or a new element.
    pub(super) fn filling(self, path: &KeyPath) -> Option<SuggestedCommand> {
        let mut at = KeyPath::root();
        for (depth, segment) in path.0.iter().enumerate() {
            at.0.push(segment.clone());
            let is_list = matches!(Plan::TABLE.shape(&at)?.0, Shape::List(Shape::Table(_)));
            if !is_list || matches!(path.0.get(depth + 1), Some(Segment::Index(_))) {
                continue;
            }
            let kind = ElementKind::of_list(&at).filter(|kind| !kind.needs.is_empty())?;
            return match path.0.get(depth + 1..)? {
                [] if kind.within().is_some() => {
                    self.add_step(KeyPath(at.0[..at.0.len() - 1].to_vec()), &[]).filter(|_| at.0.len() > 2)
                }
                [] => Some(self.add(kind, &[])),
                rest => {
                    let mut below = KeyPath(rest.to_vec());
                    let key = kind.keys().find(|info| KeyPath::of(&[info.key]) == below);
                    match (element_lacking(self.plan, kind, &dotted(&below)), key) {
                        (Some(element), _) => {
                            at = at.index(element);
                            at.0.append(&mut below.0);
                            self.filling(&at)
                        }
                        (None, Some(info)) if !self.holds(&at) => Some(self.add(kind, &[(info.key, None)])),
                        (None, _) => None,
                    }
                }
            };
        }
        match Plan::TABLE.shape(path)?.0 {
            Shape::Table(_) | Shape::Map(_) | Shape::Any => None,
            _ if self.has_no_names(path) => self.first_of(path),
            _ => Some(self.set(path.clone())),
        }
    }

    /// Before a key can name something, there has to be one.
    fn first_of(self, path: &KeyPath) -> Option<SuggestedCommand> {
        let reference = Plan::TABLE.shape(path).and_then(|(shape, _)| reference(shape))?;
        let word = if reference == "holder" { "person" } else { reference };
        self.adding(word, &[])
    }
}

/// Names to choose from: `Ana|Ben`, or of a list `Ana,Ben`.
fn listed(is_list: bool, names: impl Fn(Language) -> Vec<String>) -> Arg {
    let of = |language| {
        let names = names(language);
        let more = if names.len() > LISTED { "…" } else { "" };
        format!("{}{more}", names[..names.len().min(LISTED)].join(if is_list { "," } else { "|" }))
    };
    Arg::Name { zh: of(Language::Zh), en: of(Language::En) }
}

/// An example in the reader's language, where it is one of words.
fn in_words(example: &'static str) -> Arg {
    const WORDS: [Text; 2] =
        [Text::new("每周三 20:00", "every Wed 20:00"), Text::new("工作日晚上、周末", "weekday evenings, weekends")];
    WORDS.into_iter().find(|words| words.en == example).map_or_else(|| example.into(), Arg::Words)
}

/// The kind of reference that a shape holds.
const fn reference(shape: &Shape) -> Option<&'static str> {
    match shape {
        Shape::Reference(kind, _) => Some(kind),
        Shape::List(Shape::Reference(kind, _)) => Some(kind),
        // several with more to each are named by their first key
        Shape::List(Shape::Table(TableInfo {
            keys: [KeyInfo { shape: Shape::Reference(kind, _), .. }, ..], ..
        })) => Some(kind),
        _ => None,
    }
}

/// The route of a key of a new element.
fn within(kind: &ElementKind, key: &'static str) -> KeyPath {
    kind.path().index(0).key(key)
}

/// A route as dotted keys, without indices.
fn dotted(path: &KeyPath) -> String {
    path.keys().fold(String::new(), |mut dotted, key| {
        let dot = if dotted.is_empty() { "" } else { "." };
        write!(dotted, "{dot}{key}").expect("a string takes it");
        dotted
    })
}

/// The kind of this word.
fn element_kind(word: &str) -> Option<&'static ElementKind> {
    ElementKind::addable().find(|kind| kind.word == word)
}

/// Looks into one element of a list of the plan: whether it holds something at the dotted keys below it; nothing where
/// there is no such element.
pub(super) fn element_holds(plan: &Plan, list: &[&str], index: usize, key: &str) -> Option<bool> {
    macro_rules! lists {
        ($($($name:ident).+),+ $(,)?) => {
            match list.join(".").as_str() {
                $(name if name == stringify!($($name).+).replace(' ', "") => {
                    plan.$($name).+.get(index).map(|element| element.holds(key))
                })+
                _ => None,
            }
        };
    }
    lists! {
        activities, content, people, roles, channels, places, goals, partners, cohorts, programmes, monetisation, segments,
        audiences, reviews, experiments, cases, problems, tools, topics, culture.honours, culture.rituals, rules.conduct,
        positioning.values, positioning.alternatives, onboarding.steps, support.keywords, growth.rewards,
    }
}

/// Whether there is something at a route.
fn holds_at(plan: &Plan, path: &KeyPath) -> bool {
    match path.0.iter().position(|segment| matches!(segment, Segment::Index(_))) {
        Some(at) => {
            let list = KeyPath(path.0[..at].to_vec());
            let Segment::Index(index) = path.0[at] else { return false };
            let list: Vec<&str> = list.keys().collect();
            element_holds(plan, &list, index, &dotted(&KeyPath(path.0[at + 1..].to_vec()))).unwrap_or_default()
        }
        None => plan.holds(&dotted(path)),
    }
}

/// The first element of a list that has nothing at a key.
fn element_lacking(plan: &Plan, kind: &ElementKind, key: &str) -> Option<usize> {
    let held = (0..).map_while(|at| element_holds(plan, kind.list, at, key));
    held.enumerate().find(|(_, holds)| !holds).map(|(at, _)| at)
}

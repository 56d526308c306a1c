//! Why an edit is refused, in both languages.

use std::fmt;

use crate::calendar::TooLarge;
use crate::finding::{Arg, Finding};
use crate::language::{Language, Text};
use crate::source::{EditError, Suggestion};
use crate::value::{Clock, Day};

/// A text that is not a value of a key.
#[derive(Debug, Clone, PartialEq)]
pub struct WrongValue {
    /// The text.
    pub typed: String,
    /// What the key takes; completes "expected …".
    pub expected: Box<Arg>,
    /// What was probably meant.
    pub near: Suggestion,
    /// For a name: the kind of thing that it should be, as in the file and as it is called.
    pub kind: Option<Box<(&'static str, Text)>>,
}

impl WrongValue {
    pub(super) fn new(typed: &str, expected: impl Into<Arg>, near: Suggestion) -> Self {
        Self { typed: typed.to_owned(), expected: Box::new(expected.into()), near, kind: None }
    }
}

/// Why an edit is refused.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum AmendError {
    /// Something of which single dates cannot be changed.
    NotChangeable,
    /// An item without an id, to which no change can refer: its route.
    NoId(String),
    /// An item takes place on that day at another time.
    OtherTime {
        /// Its title.
        title: String,
        /// The day.
        day: Day,
        /// When it takes place.
        times: Vec<Clock>,
    },
    /// An item takes place several times on that day, and only one of them can be meant.
    SeveralTimes {
        /// Its title.
        title: String,
        /// The day.
        day: Day,
        /// When it takes place.
        times: Vec<Clock>,
    },
    /// An item is to be moved to where it takes place anyway: its title, and the day.
    TakesPlaceThen(String, Day),
    /// An item does not take place on that day.
    NoOccurrence {
        /// Its title.
        title: String,
        /// The day.
        day: Day,
        /// The nearest days on which it does.
        near: Vec<Day>,
    },
    /// Nobody does an occurrence, so that there is nobody to swap with.
    NobodyThere {
        /// Its title.
        title: String,
        /// The day.
        day: Day,
    },
    /// Both occurrences of a swap are this person's.
    SamePerson(String),
    /// An absence of more than a year: as it was typed.
    LongAbsence(String),
    /// A new community without a name of its own.
    NoOwnName,
    /// A new name is empty.
    NoNewName,
    /// A community is copied before its model works in one group.
    NotProven,
    /// A community is copied without a team for the new one.
    NoTeam,
    /// Someone of this name is in the team already.
    NameTaken(String),
    /// Nothing has this name: what its kind is called, where one was given, the name as it was typed, and what was probably
    /// meant.
    NoSuchElement(Option<Text>, String, Suggestion),
    /// Several elements have this name: their routes.
    SeveralElements(String, Vec<String>),
    /// Something that is to be taken out is still referred to: what it is called, and how often.
    StillReferredTo(String, usize),
    /// What refers to an element is to be given to that element.
    ToItself(String),
    /// Something that is not a person is to leave on a day.
    OnlyPeopleLeave,
    /// A key of which something on the way does not exist: as it was typed, and what was probably meant.
    NoSuchThing(String, Suggestion),
    /// A key that plans do not have: as it was typed, and what was probably meant.
    NoSuchKey(String, Suggestion),
    /// A plan that began with no starter has nothing to confirm.
    NoStarter,
    /// Nothing there is the starter's: as it was typed.
    NothingBorrowed(String),
    /// Something that is never taken over from a starter: as it was typed, and the key of the first value.
    OnlyReplaced(String, String),
    /// Something of the plan's own that it would be without: its key.
    StillThere(String),
    /// A value that a key does not take: the key as it was typed, and why.
    WrongValue(String, WrongValue),
    /// The edits would leave the file with this mistake.
    Unsound(Box<Finding>),
    /// The edits cannot be made.
    Edit(EditError),
    /// The calendar that would show the effect is too large.
    Calendar(TooLarge),
}

impl AmendError {
    /// What is wrong, in one language.
    pub fn message(&self, language: Language) -> String {
        let (text, facts): (Text, Vec<(&str, String)>) = match self {
            Self::NotChangeable => (
                Text::new(
                    "只有活动、内容和复盘可以改某一次",
                    "only activities, content and reviews can have one date changed",
                ),
                vec![],
            ),
            Self::NoId(_) => (
                Text::new("这一项还没有 id，改动没法指到它", "this item has no id, so a change cannot refer to it"),
                vec![],
            ),
            Self::OtherTime { title, day, times } => (
                Text::new("“{title}”在 {day} 是 {times}", "\"{title}\" is at {times} on {day}"),
                vec![("title", title.clone()), ("day", day.to_string()), ("times", clocks(times))],
            ),
            Self::SeveralTimes { title, day, times } => (
                Text::new(
                    "“{title}”在 {day} 有几次：{times}；要改哪一次？日期后面写上时间，如 \"{day} {first}\"",
                    "\"{title}\" takes place several times on {day}: {times}; which one? Add its time, as in \"{day} {first}\"",
                ),
                vec![
                    ("title", title.clone()),
                    ("day", day.to_string()),
                    ("times", clocks(times)),
                    ("first", times.first().map(ToString::to_string).unwrap_or_default()),
                ],
            ),
            Self::TakesPlaceThen(title, day) => (
                Text::new(
                    "“{title}”{day} 那时本来就有一次；这一次不办了就用 --cancel",
                    "\"{title}\" takes place then anyway, on {day}; use --cancel if this one is not held",
                ),
                vec![("title", title.clone()), ("day", day.to_string())],
            ),
            Self::NoOccurrence { title, day, .. } => (
                Text::new("“{title}”在 {day} 没有安排", "\"{title}\" does not take place on {day}"),
                vec![("title", title.clone()), ("day", day.to_string())],
            ),
            Self::NobodyThere { title, day } => (
                Text::new(
                    "{day} 的“{title}”没有人，没法对换",
                    "nobody does \"{title}\" on {day}, so there is nobody to swap with",
                ),
                vec![("title", title.clone()), ("day", day.to_string())],
            ),
            Self::SamePerson(name) => (
                Text::new("两次都是“{name}”的，不用对换", "both are {name}'s: there is nothing to swap"),
                vec![("name", name.clone())],
            ),
            Self::LongAbsence(typed) => {
                (Text::new("“{typed}”超过一年", "\"{typed}\" is longer than a year"), vec![("typed", typed.clone())])
            }
            Self::NoOwnName => {
                (Text::new("新群要有自己的名字：--name", "the new community needs a name of its own: --name"), vec![])
            }
            Self::NoNewName => (Text::new("新名字是空的", "the new name is empty"), vec![]),
            Self::NotProven => (Text::new("模式还没跑通", "the model is not proven yet"), vec![]),
            Self::NoTeam => (Text::new("还没有人带新群", "there is no team for the new group yet"), vec![]),
            Self::NameTaken(name) => {
                (Text::new("团队里已经有“{name}”", "the team already has a \"{name}\""), vec![("name", name.clone())])
            }
            Self::NoSuchElement(None, name, _) => (
                Text::new("计划里没有叫“{name}”的", "nothing in this plan is called \"{name}\""),
                vec![("name", name.clone())],
            ),
            Self::NoSuchElement(Some(kind), name, _) => (
                Text::new("没有叫“{name}”的{kind}", "there is no {kind} \"{name}\""),
                vec![("kind", kind.get(language).to_owned()), ("name", name.clone())],
            ),
            Self::SeveralElements(name, routes) => (
                Text::new("有 {n} 个“{name}”：{routes}", "there are {n} called \"{name}\": {routes}"),
                vec![("n", routes.len().to_string()), ("name", name.clone()), ("routes", routes.join(" "))],
            ),
            Self::StillReferredTo(name, n) => (
                Text::new("还有 {n} 处提到“{name}”", "\"{name}\" is still referred to in {n|place|places}"),
                vec![("name", name.clone()), ("n", n.to_string())],
            ),
            Self::ToItself(name) => (
                Text::new("不能转给“{name}”自己", "\"{name}\" is what you are removing; choose another name for --to"),
                vec![("name", name.clone())],
            ),
            Self::OnlyPeopleLeave => (
                Text::new(
                    "--from 只用于成员离开的那天",
                    "--from is the day on which a person leaves; other things are removed at once",
                ),
                vec![],
            ),
            Self::NoSuchThing(key, _) => (
                Text::new("找不到 {key} 指的那一项", "{key} does not refer to anything in this plan"),
                vec![("key", key.clone())],
            ),
            Self::NoSuchKey(key, _) => {
                (Text::new("计划里没有 {key} 这个键", "plans have no key {key}"), vec![("key", key.clone())])
            }
            Self::NoStarter => (
                Text::new(
                    "这份计划不是从模板来的，内容都是自己的，没有要确认的",
                    "this plan did not begin with a starter: all of it is your own, and there is nothing to confirm",
                ),
                vec![],
            ),
            Self::NothingBorrowed(word) => (
                Text::new("“{word}”里没有还是模板的内容", "nothing in \"{word}\" is the starter's any more"),
                vec![("word", word.clone())],
            ),
            Self::OnlyReplaced(word, _) => (
                Text::new(
                    "“{word}”不能照用模板的：人、地点、合作方、人数、钱和联系方式，只能换成自己的或去掉",
                    "\"{word}\" cannot be kept from a starter: people, places, partners, sizes, money and contacts can only be replaced or removed",
                ),
                vec![("word", word.clone())],
            ),
            Self::StillThere(key) => (
                Text::new(
                    "计划里有自己写的 {key}，不能记成没有",
                    "the plan has {key} of its own, so it is not without",
                ),
                vec![("key", key.clone())],
            ),
            Self::WrongValue(key, WrongValue { typed, kind: Some(kind), .. }) => (
                Text::new("{key}：计划里没有叫“{typed}”的{kind}", "{key}: there is no {kind} \"{typed}\" in this plan"),
                vec![("key", key.clone()), ("typed", typed.clone()), ("kind", kind.1.get(language).to_owned())],
            ),
            Self::WrongValue(key, wrong) => (
                Text::new("{key} 不能是“{typed}”：要{expected}", "{key} cannot be \"{typed}\": expected {expected}"),
                vec![("key", key.clone()), ("typed", wrong.typed.clone()), ("expected", wrong.expected.show(language))],
            ),
            Self::Unsound(finding) => return finding.message(language),
            Self::Edit(error) => return error.message(language),
            Self::Calendar(error) => return error.message(language),
        };
        text.fill(language, |name| facts.iter().find(|(known, _)| *known == name).map(|(_, fact)| fact.clone()))
    }

    /// What to do next, in one language.
    pub fn hint(&self, language: Language) -> Option<String> {
        let text = match self {
            Self::NoId(route) => {
                let text = Text::new("先给它一个：qun set '{key}' 名字", "give it one first: qun set '{key}' NAME");
                return Some(text.fill(language, |_| Some(format!("{route}.id"))));
            }
            Self::NoOccurrence { near, .. } if !near.is_empty() => {
                let text = Text::new(
                    "最近的日子是：{days}；用 qun why 看原因",
                    "the nearest dates are {days}; qun why shows the reason",
                );
                let days = near.iter().map(|day| format!("{day} {}", day.weekday().short().get(language)));
                let days = days.collect::<Vec<_>>().join(Text::new("、", ", ").get(language));
                return Some(text.fill(language, |_| Some(days.clone())));
            }
            Self::WrongValue(_, wrong) => return wrong.near.message(language),
            Self::StillReferredTo(name, _) => {
                let text = Text::new(
                    "用 qun remove {name} 看是哪些，再决定怎么办",
                    "qun remove {name} lists them, and what to do",
                );
                return Some(text.fill(language, |_| Some(format!("'{name}'"))));
            }
            Self::NoSuchElement(_, _, near) => return near.message(language),
            Self::SeveralElements(_, routes) => {
                let text = Text::new("写其中一个，如 {route}", "name one of these, such as {route}");
                return Some(text.fill(language, |_| routes.first().cloned()));
            }
            Self::Unsound(finding) => return finding.known_help(language),
            Self::LongAbsence(_) => Text::new(
                "离开这么久，用 qun set people.名字.until 日期",
                "if they are leaving: qun set people.NAME.until DATE",
            ),
            Self::NotProven => Text::new(
                "先在一个群里跑通，再复制；用 qun lint --coverage 看还差什么",
                "prove it in one group first, then copy it; qun lint --coverage shows what is missing",
            ),
            Self::NoTeam => Text::new(
                "先从老成员里找到分化者，再复制",
                "find successors among the members first: people who know how things are done here",
            ),
            Self::NameTaken(_) => {
                Text::new("同名的另一个人，加 --id 区分", "for another person of this name, give --id")
            }
            Self::OnlyReplaced(_, key) => {
                let text = Text::new(
                    "换成自己的：qun set '{key}' 新的值；没有就去掉：qun set '{key}' --unset",
                    "replace it: qun set '{key}' VALUE; or remove it: qun set '{key}' --unset",
                );
                return Some(text.fill(language, |_| Some(key.clone())));
            }
            Self::StillThere(key) => {
                let text = Text::new(
                    "真的不要了，先去掉：qun set {key} --unset，或用 qun remove 去掉其中一个",
                    "if you have none any more, remove it first: qun set {key} --unset, or qun remove for one of them",
                );
                return Some(text.fill(language, |_| Some(key.clone())));
            }
            Self::NothingBorrowed(_) => {
                Text::new("用 qun confirm --list 看还有哪些", "qun confirm --list shows what is")
            }
            Self::NoSuchThing(_, near) => return near.message(language),
            Self::NoSuchKey(_, near) if near.message(language).is_some() => return near.message(language),
            Self::NoSuchKey(..) => Text::new("用 qun schema 看全部的键", "qun schema lists all keys"),
            _ => return None,
        };
        Some(text.get(language).to_owned())
    }
}

impl fmt::Display for AmendError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Language::En))
    }
}

impl std::error::Error for AmendError {}

/// `10:00, 18:00`
fn clocks(times: &[Clock]) -> String {
    times.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

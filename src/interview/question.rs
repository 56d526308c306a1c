//! What a question is. To add a question, add a row to `rows/`.

use std::cmp::Reverse;

use super::chapter::Chapter;
use super::choice::AnswerChoice;
use super::context::{InterviewContext, route};
use crate::finding::Literal;
use crate::knowledge::glossary::{self, Term};
use crate::language::{Language, Text};

/// How much is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mode {
    /// About 15 questions from nothing; about twenty on a copy of a starter, which answers the rest.
    Quick,
    /// All that a founder decides, chapter by chapter.
    Full,
    /// What lint finds missing in a plan.
    Gaps,
}

/// Where the choices of a question come from.
#[derive(Debug, Clone, Copy)]
pub enum ChoiceSource {
    /// They are always the same.
    Fixed(fn(Language) -> Vec<AnswerChoice>),
    /// They depend on the starter or the library.
    Open(fn(&InterviewContext<'_>) -> Vec<AnswerChoice>),
}

/// What an answer looks like.
#[derive(Debug, Clone, Copy)]
pub enum AnswerKind {
    /// One text, as the plan's reader accepts it at the key.
    Text,
    /// Several texts in order.
    Texts,
    /// One of several.
    Choice(ChoiceSource),
    /// Any number of several.
    Several(ChoiceSource),
    /// A whole number.
    Number,
    /// A date.
    Date,
    /// An amount of money.
    Amount,
    /// Hours of the day, from one time to another.
    Hours,
    /// A length of time.
    Duration,
    /// A time before or after an event.
    Offset,
    /// A cadence.
    Cadence,
    /// The people who run it, a line each with roles and hours; the leader first.
    People,
    /// Channels, a line each with platform and size.
    Channels,
    /// What takes place regularly, a line each.
    Activities,
    /// What is sold, a line each with its price where there is one.
    Products,
    /// How many members there are, and how many are wanted.
    Sizes,
    /// A time zone, by its name or that of a city.
    Zone,
    /// A colour, by its code or in words.
    Colour,
    /// Yes or no.
    YesNo,
}

impl AnswerKind {
    /// Its name for machines.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Texts => "texts",
            Self::Choice(_) => "choice",
            Self::Several(_) => "several",
            Self::Number => "number",
            Self::Date => "date",
            Self::Amount => "amount",
            Self::Hours => "hours",
            Self::Duration => "duration",
            Self::Offset => "offset",
            Self::Cadence => "cadence",
            Self::People => "people",
            Self::Channels => "channels",
            Self::Activities => "activities",
            Self::Products => "products",
            Self::Sizes => "sizes",
            Self::Zone => "time-zone",
            Self::Colour => "colour",
            Self::YesNo => "yes-no",
        }
    }

    /// Whether the answer is several lines, each with something of its own.
    pub const fn takes_lines(self) -> bool {
        matches!(self, Self::People | Self::Channels | Self::Activities | Self::Products)
    }

    /// Whether it is easier answered after an example than after a description.
    pub const fn is_shown_by_example(self) -> bool {
        self.takes_lines() || matches!(self, Self::Sizes | Self::Date)
    }

    /// What can be chosen; empty for the kinds that are typed.
    pub(super) fn choices(self, context: &InterviewContext<'_>) -> Vec<AnswerChoice> {
        match self {
            Self::Choice(ChoiceSource::Fixed(choices)) | Self::Several(ChoiceSource::Fixed(choices)) => {
                choices(context.language())
            }
            Self::Choice(ChoiceSource::Open(choices)) | Self::Several(ChoiceSource::Open(choices)) => choices(context),
            _ => Vec::new(),
        }
    }
}

/// Where the default of a question comes from; an empty answer keeps it.
#[derive(Debug, Clone, Copy)]
pub enum DefaultAnswer {
    /// What the starter has at the first key.
    Starter,
    /// Something else.
    Own(fn(&InterviewContext<'_>) -> Option<Literal>),
}

/// One question of the interview.
#[derive(Debug, Clone, Copy)]
pub struct Question {
    /// Its name in answers files; stable.
    pub id: &'static str,
    /// Questions of one group count as one step of the interview.
    pub group: &'static str,
    /// Its chapter in the full interview.
    pub chapter: Chapter,
    /// What an answer looks like.
    pub kind: AnswerKind,
    /// The key paths that it fills. `channels[main]`, `activities[weekly]`, `activities[monthly]`,
    /// `monetisation[earning]` and those of `named_element.rs` mean the element of the starter that plays this part.
    pub fills: &'static [&'static str],
    /// The question.
    pub text: Text,
    /// One sentence why it matters.
    pub why: Text,
    /// Help, with an example.
    pub help: Text,
    /// Its default.
    pub default: DefaultAnswer,
    /// The word of the glossary that it is about, where this does not follow from its keys.
    pub word: Option<&'static str>,
    /// The modes in which it is asked.
    pub modes: &'static [Mode],
    /// Whether it is asked, given the answers so far.
    pub asked: fn(&InterviewContext<'_>) -> bool,
    /// Whether the answer is set at each of its keys as it is; if not, `edits/` has a step of its own for it.
    pub is_set: bool,
}

/// What most questions have in common.
pub(super) const PLAIN: Question = Question {
    id: "",
    group: "",
    chapter: Chapter::Why,
    kind: AnswerKind::Text,
    fills: &[],
    text: Text::new("", ""),
    why: Text::new("", ""),
    help: Text::new("", ""),
    default: DefaultAnswer::Starter,
    word: None,
    modes: &[Mode::Quick, Mode::Full],
    asked: |_| true,
    is_set: true,
};

impl Question {
    /// What an empty answer means.
    pub fn default_in(&self, context: &InterviewContext<'_>) -> Option<Literal> {
        match self.default {
            DefaultAnswer::Own(default) => default(context),
            DefaultAnswer::Starter => context.starter.at(&route(self.fills.first()?, Some(context))).cloned(),
        }
    }

    /// Whether its default is not simply what the starter has.
    pub(super) const fn has_own_default(&self) -> bool {
        matches!(self.default, DefaultAnswer::Own(_))
    }

    /// The glossary entry that says most about it: its own, else an entry about the key that it fills, else an entry
    /// about the nearest key around it.
    pub fn word(&self) -> Option<&'static Term> {
        if let Some(word) = self.word {
            return glossary::find(word);
        }
        let fill = self.fills.first()?;
        let keys: Vec<&str> = fill.split('.').map(|key| key.split('[').next().unwrap_or(key)).collect();
        let (path, last) = (keys.join("."), keys.last()?.replace('_', "-"));
        let is_around = |key: &str| path.strip_prefix(key).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        let fit = |entry: &'static Term| {
            let places = entry.keys.iter().enumerate().filter(|(_, key)| is_around(key));
            places.map(|(place, key)| (Reverse(key.len()), !entry.id.contains(&last), place)).min()
        };
        let fits = glossary::all().filter_map(|entry| Some((fit(entry)?, entry)));
        fits.min_by_key(|(fit, _)| *fit).map(|(_, entry)| entry)
    }
}

/// Rows of the full interview are written as a chain each.
impl Question {
    /// A question of the full interview; a single text unless it has another kind.
    pub(super) const fn full(chapter: Chapter, id: &'static str, fills: &'static [&'static str]) -> Self {
        Self { id, group: id, chapter, fills, modes: &[Mode::Full], ..PLAIN }
    }

    /// The question.
    pub(super) const fn asks(mut self, zh: &'static str, en: &'static str) -> Self {
        self.text = Text::new(zh, en);
        self
    }

    /// Why it matters.
    pub(super) const fn why(mut self, zh: &'static str, en: &'static str) -> Self {
        self.why = Text::new(zh, en);
        self
    }

    /// Its help, with an example.
    pub(super) const fn help(mut self, zh: &'static str, en: &'static str) -> Self {
        self.help = Text::new(zh, en);
        self
    }

    /// The word of the glossary that it is about.
    pub(super) const fn about(mut self, word: &'static str) -> Self {
        self.word = Some(word);
        self
    }

    /// What an answer looks like.
    pub(super) const fn of(mut self, kind: AnswerKind) -> Self {
        self.kind = kind;
        self
    }

    /// When it is asked.
    pub(super) const fn only(mut self, asked: fn(&InterviewContext<'_>) -> bool) -> Self {
        self.asked = asked;
        self
    }
}

/// The choices of an enum of the plan's vocabulary.
macro_rules! words_of {
    ($type:ty) => {
        $crate::interview::question::ChoiceSource::Fixed(|language| {
            let choice = |word: &$type| $crate::interview::AnswerChoice::new(word.word(), word.name().get(language));
            <$type>::ALL.iter().map(choice).collect()
        })
    };
}

pub(super) use words_of;

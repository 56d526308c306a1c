//! The state machine: which question comes next, what an answer does, how one goes back.

use super::adding::{key_of, questions_about};
use super::answer::{KEEP, check, parse, show};
use super::answers::Answers;
use super::build::{self, Draft};
use super::chapter::{Chapter, Heading};
use super::question::{Choice, Kind, Mode, Question};
use super::refusal::{AnswersError, Problem, Refusal};
use super::rows::{find, questions};
use super::setting::Setting;
use super::starter::Starter;
use crate::amend::Addable;
use crate::cadence::Cadence;
use crate::finding::{Edit, Literal};
use crate::language::{Language, Text};
use crate::library::Library;
use crate::source::EditError;
use crate::value::Day;

/// An interview under way. The same answers in any order come to the same plan.
#[derive(Debug)]
pub struct Interview<'l> {
    library: &'l Library,
    mode: Mode,
    spoken: Language,
    today: Day,
    /// The time zone of who is asked, where it is known.
    here: Option<String>,
    answers: Answers,
    starter: Starter,
    revisited: Option<&'static str>,
    /// Whether only the question to which one came back is asked again.
    is_one: bool,
    /// The chapters that were summed up and accepted.
    pub(super) accepted: Vec<Chapter>,
    /// Whether all of a quick interview was summed up and accepted.
    pub(super) is_accepted: bool,
    /// The questions that fill the gaps of a plan, where one is mended.
    wanted: Vec<&'static Question>,
    adding: Option<Adding>,
}

/// What is added to a plan, and the keys that are known without asking.
#[derive(Debug)]
struct Adding {
    what: &'static Addable,
    known: Vec<&'static str>,
}

/// A question as it is put.
#[derive(Debug, Clone)]
pub struct Ask {
    /// The question.
    pub question: &'static Question,
    /// The language to put it in.
    pub language: Language,
    /// The chapter; none where nothing of the plan is asked yet, or one thing is added.
    pub chapter: Option<Heading>,
    /// Whether one goes chapter by chapter, so that steps are those of the chapter.
    pub is_by_chapter: bool,
    /// Which step this is, from 1; several questions can be one step.
    pub step: usize,
    /// How many steps there are, in this chapter or altogether.
    pub steps: usize,
    /// The question in words.
    pub text: String,
    /// What an empty answer keeps.
    pub default: Option<Literal>,
    /// What was answered before, as a person would type it, where one came back to it.
    pub given: Option<String>,
    /// What can be chosen; empty for the other kinds.
    pub choices: Vec<Choice>,
    /// Whether an empty answer leaves it open.
    pub is_optional: bool,
}

impl Ask {
    /// What an empty answer keeps, as a person would type it.
    pub fn default_text(&self) -> Option<String> {
        self.default.as_ref().map(|value| show(value, self.language))
    }
}

impl<'l> Interview<'l> {
    /// A new interview: `language` is spoken until one is chosen, `today` is the day on which it is held.
    pub fn new(library: &'l Library, mode: Mode, language: Language, today: Day) -> Self {
        let mut interview = Self::over(library, mode, "", language, today);
        interview.read_starter();
        interview
    }

    /// An interview about one thing that is added to a plan; what is `known` is not asked.
    pub fn adding(
        library: &'l Library,
        what: &'static Addable,
        (plan, known): (&str, Vec<&'static str>),
        spoken: Language,
        today: Day,
    ) -> Self {
        Self { adding: Some(Adding { what, known }), ..Self::over(library, Mode::Quick, plan, spoken, today) }
    }

    /// An interview about what a plan lacks: the questions that are `wanted`, in this order.
    pub fn mending(
        library: &'l Library,
        (plan, wanted): (&str, Vec<&'static Question>),
        spoken: Language,
        today: Day,
    ) -> Self {
        Self { wanted, ..Self::over(library, Mode::Gaps, plan, spoken, today) }
    }

    fn over(library: &'l Library, mode: Mode, plan: &str, spoken: Language, today: Day) -> Self {
        Self {
            library,
            mode,
            spoken,
            today,
            here: None,
            answers: Answers::default(),
            starter: Starter::read("", plan, library),
            revisited: None,
            is_one: false,
            accepted: Vec::new(),
            is_accepted: false,
            wanted: Vec::new(),
            adding: None,
        }
    }

    /// Tells it the time zone of who is asked, an IANA name: it is offered instead of the starter's.
    pub fn here(mut self, zone: Option<String>) -> Self {
        self.here = zone;
        self
    }

    /// How much is asked.
    pub const fn mode(&self) -> Mode {
        self.mode
    }

    /// The question to which one came back.
    pub(super) fn revisited(&self) -> Option<&'static Question> {
        self.revisited.and_then(find)
    }

    /// What can be chosen where this key of what is added is asked.
    pub fn choices_of(&self, key: &str) -> Vec<Choice> {
        let asked = self.missing().into_iter().find(|question| key_of(question) == key);
        asked.map(|question| question.kind.choices(&self.setting())).unwrap_or_default()
    }

    /// The answers about what is added, each with the key that it fills.
    pub fn added(&self) -> Vec<(&'static str, Literal)> {
        let value = |question: &'static Question| Some((key_of(question), self.answers.get(question.id)?.clone()));
        self.applicable().into_iter().filter_map(value).collect()
    }

    /// What is known now.
    pub fn setting(&self) -> Setting<'_> {
        let Self { library, answers, today, spoken, here, starter, adding, .. } = self;
        let (here, adds) = (here.as_deref(), adding.is_some());
        Setting { library, answers, today: *today, spoken: *spoken, here, starter, adds }
    }

    /// The answers so far.
    pub const fn answers(&self) -> &Answers {
        &self.answers
    }

    /// The language in which is spoken now.
    pub fn language(&self) -> Language {
        self.setting().language()
    }

    fn read_starter(&mut self) {
        let setting = self.setting();
        let name = setting.starter_name().unwrap_or_default().to_owned();
        let text = self.library.starter(&name, setting.language());
        let starter = Starter::read(&name, text.unwrap_or_default(), self.library);
        self.starter = starter;
    }

    fn put(&mut self, question: &'static Question, value: Literal) {
        self.answers.put(question, value);
        if matches!(question.id, "language" | "starter") && self.mode != Mode::Gaps {
            self.read_starter();
        }
    }

    /// Takes over answers given before, and reports all that cannot be taken; the others stay.
    pub fn replay(&mut self, answers: &Answers) -> Result<(), Vec<AnswersError>> {
        let mut errors = Vec::new();
        for (question, value) in answers.iter() {
            match check(question, value, Some(&self.setting())) {
                Ok(value) => self.put(question, value),
                Err(refusal) => errors.push(AnswersError {
                    question: Some(question.id.to_owned()),
                    problem: Problem::Refused(Box::new(refusal)),
                }),
            }
        }
        self.accept_answered();
        if errors.is_empty() { Ok(()) } else { Err(errors) }
    }

    /// The questions that are asked, seen what is known now.
    pub(super) fn applicable(&self) -> Vec<&'static Question> {
        let setting = self.setting();
        let is_asked = |question: &&Question| question.modes.contains(&self.mode) && (question.asked)(&setting);
        let may_be_asked = |question: &&Question| (question.asked)(&setting);
        match &self.adding {
            Some(Adding { what, known }) => {
                let is_open = |question: &&Question| !known.contains(&key_of(question));
                questions_about(what).iter().filter(is_open).filter(is_asked).collect()
            }
            None if self.mode == Mode::Gaps => self.wanted.iter().copied().filter(may_be_asked).collect(),
            None => {
                let mut asked: Vec<_> = questions().filter(is_asked).collect();
                if self.mode == Mode::Full {
                    asked.sort_by_key(|question| question.chapter);
                }
                asked
            }
        }
    }

    /// The step of a question, and how many there are: in the full interview those of its chapter.
    fn steps(&self, question: &Question) -> (usize, usize) {
        if self.mode == Mode::Full {
            let asked = self.of_chapter(question.chapter);
            return (asked.iter().position(|other| other.id == question.id).unwrap_or_default() + 1, asked.len());
        }
        let mut groups: Vec<&str> = self.applicable().iter().map(|question| question.group).collect();
        groups.dedup();
        (groups.iter().position(|group| *group == question.group).unwrap_or_default() + 1, groups.len())
    }

    /// The questions that nobody answered yet.
    pub fn missing(&self) -> Vec<&'static Question> {
        self.applicable().into_iter().filter(|question| !self.answers.is_given(question.id)).collect()
    }

    fn current(&self) -> Option<&'static Question> {
        let again = |id: &str| self.applicable().into_iter().find(|question| question.id == id);
        self.revisited.and_then(again).or_else(|| self.missing().first().copied())
    }

    /// The question to be put now; none when all were answered.
    pub fn next(&self) -> Option<Ask> {
        let question = self.current()?;
        let setting = self.setting();
        let language = setting.language();
        let (step, steps) = self.steps(question);
        let default = self.kept(question);
        let is_of_chapter = self.mode == Mode::Full || !setting.adds && !matches!(question.id, "language" | "starter");
        Some(Ask {
            question,
            language,
            chapter: is_of_chapter.then(|| Heading::of(question.chapter)),
            is_by_chapter: self.mode == Mode::Full,
            step,
            steps,
            text: self.words(question),
            is_optional: default.is_none() && !setting.adds,
            default,
            given: self.given_before(question, &setting),
            choices: question.kind.choices(&setting),
        })
    }

    /// A question in words.
    pub(super) fn words(&self, question: &Question) -> String {
        let setting = self.setting();
        question.text.fill(setting.language(), |name| (name == "ladder").then(|| setting.ladder().join(" → ")))
    }

    fn given_before(&self, question: &Question, setting: &Setting<'_>) -> Option<String> {
        let given = self.answers.get(question.id).filter(|_| self.revisited == Some(question.id))?;
        check(question, given, Some(setting)).is_ok().then(|| show(given, setting.language()))
    }

    /// What an empty answer keeps: the answer given before while it still holds, else the default.
    pub(super) fn kept(&self, question: &Question) -> Option<Literal> {
        let setting = self.setting();
        let given = self.answers.get(question.id).filter(|value| check(question, value, Some(&setting)).is_ok());
        given.cloned().or_else(|| setting.default_of(question))
    }

    /// Answers the question to be put now with what was typed; empty keeps the default.
    pub fn answer(&mut self, text: &str) -> Result<(), Refusal> {
        let Some(question) = self.current() else { return Ok(()) };
        self.answer_with(&parse(question.kind, text))
    }

    /// Answers the question to be put now with a value.
    pub fn answer_with(&mut self, value: &Literal) -> Result<(), Refusal> {
        let Some(question) = self.current() else { return Ok(()) };
        let setting = self.setting();
        let mut value = check(question, value, Some(&setting))?;
        if value == KEEP {
            // what the starter itself does not say has to be written down
            let own = setting.default_of(question).filter(|_| question.is_set && question.has_own_default());
            let holds = |value: &Literal| check(question, value, Some(&setting)).ok();
            let given = self.answers.get(question.id).and_then(holds);
            value = given.or_else(|| own.as_ref().and_then(holds)).unwrap_or(KEEP);
        }
        if value == KEEP && setting.adds {
            return Err(Refusal::new("", Text::new("这里不能空着", "this cannot be left empty")));
        }
        let has_gone_back = self.revisited.is_some();
        self.put(question, value);
        self.revisited = if has_gone_back && !self.is_one { self.after(question) } else { None };
        self.is_one = false;
        Ok(())
    }

    /// The cadence that holds since the last answer, where that was about one.
    pub fn cadence(&self) -> Option<Cadence> {
        let id = self.answers.last()?;
        let is_it = |question: &&Question| question.id == id && matches!(question.kind, Kind::Cadence);
        match self.kept(self.applicable().into_iter().find(is_it)?)? {
            Literal::Text(phrase) => Cadence::parse(&phrase).ok(),
            _ => None,
        }
    }

    /// The question after this one, answered or not.
    fn after(&self, question: &Question) -> Option<&'static str> {
        let asked = self.applicable().into_iter();
        asked.map(|next| next.id).skip_while(|id| *id != question.id).nth(1)
    }

    /// Goes back to the question before this one; says whether there is one. From there one walks forward again
    /// through what was answered.
    pub fn back(&mut self) -> bool {
        let asked = self.applicable();
        let here = self.current().and_then(|now| asked.iter().position(|question| question.id == now.id));
        let before = here.unwrap_or(asked.len()).checked_sub(1).map(|place| asked[place].id);
        if before.is_some() {
            self.revisited = before;
            self.is_one = false;
        }
        before.is_some()
    }

    /// Goes back to one question, and from there to where one was.
    pub fn change(&mut self, question: &'static Question) {
        self.revisited = Some(question.id);
        self.is_one = true;
    }

    /// The plan, with the starter's words for everything that was not answered. Fails only when a starter of the
    /// user's own is not valid TOML.
    pub fn draft(&self) -> Result<Draft, EditError> {
        let setting = self.setting();
        // what a file answers holds, even where the quick interview would not ask it
        let given = |question: &&Question| self.answers.is_given(question.id) && (question.asked)(&setting);
        build::draft(&setting, &questions().filter(given).collect::<Vec<_>>())
    }

    /// The edits on the plan that is mended.
    pub fn mended(&self) -> Vec<Edit> {
        build::fill(&self.setting(), &self.applicable())
    }
}

//! The state machine: which question comes next, what an answer does, how to go back.

use super::adding::{key_of, questions_about};
use super::answer::{check, parse};
use super::answers::{Answers, KEEP};
use super::chapter::{Chapter, Heading};
use super::choice::AnswerChoice;
use super::context::InterviewContext;
use super::edits::{self, DraftPlan};
use super::none;
use super::prompt::Prompt;
use super::question::{AnswerKind, Mode, Question};
use super::read_back::{self, ReadLines};
use super::refusal::{AnswersError, AnswersProblem, Refusal};
use super::rows::{find, questions, quick};
use super::shown::shown;
use super::starter::Starter;
use crate::finding::{Edit, Literal};
use crate::language::{Language, Text};
use crate::library::Library;
use crate::plan::ElementKind;
use crate::source::EditError;
use crate::value::Day;

/// An interview under way. The same answers in any order come to the same plan.
#[derive(Debug)]
pub struct Interview<'l> {
    library: &'l Library,
    mode: Mode,
    fallback: Language,
    today: Day,
    /// The time zone of the person who answers, where it is known.
    here: Option<String>,
    answers: Answers,
    /// Whether a starter that is chosen is copied whole.
    copies: bool,
    starter: Starter,
    /// The starter of which things are ticked.
    example: Starter,
    revisited: Option<&'static str>,
    /// Whether only the revisited question is asked again.
    asks_one: bool,
    /// The chapter that was chosen in the menu; without one, all questions come.
    pub(super) opened: Option<Chapter>,
    /// The chapters that were summed up and accepted.
    pub(super) accepted: Vec<Chapter>,
    /// Whether all of a quick interview was summed up and accepted.
    pub(super) is_accepted: bool,
    /// The questions that fill the gaps of an existing plan.
    wanted: Vec<&'static Question>,
    adding: Option<Adding>,
}

/// What is added to a plan, and the keys that are known without asking.
#[derive(Debug)]
struct Adding {
    what: &'static ElementKind,
    known: Vec<&'static str>,
}

impl<'l> Interview<'l> {
    /// A new interview: in `language` until another is chosen, held on the day `today`.
    pub fn new(library: &'l Library, mode: Mode, language: Language, today: Day) -> Self {
        let mut interview = Self::for_plan(library, mode, "", language, today);
        interview.read_starter();
        interview
    }

    /// An interview about one thing that is added to a plan; what is `known` is not asked.
    pub fn adding(
        library: &'l Library,
        what: &'static ElementKind,
        (plan, known): (&str, Vec<&'static str>),
        fallback: Language,
        today: Day,
    ) -> Self {
        Self { adding: Some(Adding { what, known }), ..Self::for_plan(library, Mode::Quick, plan, fallback, today) }
    }

    /// An interview about what a plan lacks: the questions that are `wanted`, in this order.
    pub fn filling_gaps(
        library: &'l Library,
        (plan, wanted): (&str, Vec<&'static Question>),
        fallback: Language,
        today: Day,
    ) -> Self {
        Self { wanted, ..Self::for_plan(library, Mode::Gaps, plan, fallback, today) }
    }

    fn for_plan(library: &'l Library, mode: Mode, plan: &str, fallback: Language, today: Day) -> Self {
        Self {
            library,
            mode,
            fallback,
            today,
            here: None,
            answers: Answers::default(),
            copies: false,
            example: Starter::read("", "", library),
            starter: Starter::read("", plan, library),
            revisited: None,
            asks_one: false,
            opened: None,
            accepted: Vec::new(),
            is_accepted: false,
            wanted: Vec::new(),
            adding: None,
        }
    }

    /// Copies the starter that is chosen as a whole, and changes in it what is answered.
    pub fn copying(mut self) -> Self {
        self.copies = true;
        self.read_starter();
        self
    }

    /// Offers this time zone, an IANA name, instead of the starter's: the one of the person who answers.
    pub fn in_zone(mut self, zone: Option<String>) -> Self {
        self.here = zone;
        self
    }

    /// How much is asked.
    pub const fn mode(&self) -> Mode {
        self.mode
    }

    /// The question that is being asked again.
    pub(super) fn revisited(&self) -> Option<&'static Question> {
        self.revisited.and_then(find)
    }

    /// Lines that were typed at the question to be put now, as they are understood.
    pub fn read_lines(&self, text: &str) -> ReadLines {
        let kind = self.current().map_or(AnswerKind::Text, |question| question.kind);
        read_back::lines(kind, text, Some(&self.context()))
    }

    /// What can be chosen where this key of what is added is asked.
    pub fn choices_of(&self, key: &str) -> Vec<AnswerChoice> {
        let asked = self.missing().into_iter().find(|question| key_of(question) == key);
        asked.map(|question| question.kind.choices(&self.context())).unwrap_or_default()
    }

    /// The answers about what is added, each with the key that it fills.
    pub fn added(&self) -> Vec<(&'static str, Literal)> {
        let value = |question: &'static Question| Some((key_of(question), self.answers.get(question.id)?.clone()));
        self.applicable().into_iter().filter_map(value).collect()
    }

    /// What is known now.
    pub fn context(&self) -> InterviewContext<'_> {
        let Self { library, answers, today, fallback, here, starter, example, adding, .. } = self;
        let (here, adds) = (here.as_deref(), adding.is_some());
        let is_anew = !adds && self.mode != Mode::Gaps && starter.name.is_empty();
        InterviewContext { library, answers, today: *today, fallback: *fallback, here, starter, example, adds, is_anew }
    }

    /// The answers so far.
    pub const fn answers(&self) -> &Answers {
        &self.answers
    }

    /// The language of the questions now.
    pub fn language(&self) -> Language {
        self.context().language()
    }

    fn read_starter(&mut self) {
        let context = self.context();
        let name = context.starter_name().unwrap_or_default().to_owned();
        let text = self.library.starter(&name, context.language());
        let starter = Starter::read(&name, text.unwrap_or_default(), self.library);
        let none = Starter::read("", "", self.library);
        (self.starter, self.example) = if self.copies { (starter, none) } else { (none, starter) };
    }

    pub(super) fn put(&mut self, question: &'static Question, value: Literal) {
        self.answers.put(question.id, value);
        if matches!(question.id, "language" | "starter") && self.mode != Mode::Gaps {
            self.read_starter();
        }
    }

    /// Takes over earlier answers, and reports all that are not accepted; the others are kept.
    pub fn replay(&mut self, answers: &Answers) -> Result<(), Vec<AnswersError>> {
        let mut errors = Vec::new();
        for (question, value) in questions().filter_map(|question| Some((question, answers.given(question.id)?))) {
            match check(question, value, Some(&self.context())) {
                Ok(value) => self.put(question, value),
                Err(refusal) => errors.push(AnswersError {
                    question: Some(question.id.to_owned()),
                    problem: AnswersProblem::Refused(Box::new(refusal)),
                }),
            }
        }
        // who leads is known only once the people are
        let checked = find("activities").and_then(|question| Some((question, self.answers.get(question.id)?)));
        let again = checked.and_then(|(question, value)| check(question, value, Some(&self.context())).err());
        if let Some(refusal) = again.filter(|_| errors.is_empty()) {
            let question = Some("activities".to_owned());
            errors.push(AnswersError { question, problem: AnswersProblem::Refused(Box::new(refusal)) });
        }
        self.accept_answered();
        if errors.is_empty() { Ok(()) } else { Err(errors) }
    }

    /// The questions that are asked, given what is known now: where a chapter is open, its own.
    pub(super) fn applicable(&self) -> Vec<&'static Question> {
        let mut all = self.all();
        all.retain(|question| self.opened.is_none_or(|chapter| question.chapter == chapter));
        all
    }

    /// The questions of all chapters, given what is known now.
    pub(super) fn all(&self) -> Vec<&'static Question> {
        let context = self.context();
        let stated = none::stated(&context);
        let may_be_asked = |question: &&Question| (question.asked)(&context) && !none::is_moot(question, &stated);
        let is_asked = |question: &&Question| question.modes.contains(&self.mode) && may_be_asked(question);
        match &self.adding {
            Some(Adding { what, known }) => {
                let is_open = |question: &&Question| !known.contains(&key_of(question));
                questions_about(what).iter().filter(is_open).filter(is_asked).collect()
            }
            None if self.mode == Mode::Gaps => self.wanted.iter().copied().filter(may_be_asked).collect(),
            None if self.mode == Mode::Quick && context.is_anew() => quick().filter(may_be_asked).collect(),
            None => {
                let mut asked: Vec<_> = questions().filter(is_asked).collect();
                if self.mode == Mode::Full {
                    asked.sort_by_key(|question| question.chapter);
                }
                asked
            }
        }
    }

    /// The questions of a chapter.
    pub(super) fn of_chapter(&self, chapter: Chapter) -> Vec<&'static Question> {
        self.applicable().into_iter().filter(|question| question.chapter == chapter).collect()
    }

    /// The chapters of which every question is answered.
    pub(super) fn answered(&self) -> Vec<Chapter> {
        let open: Vec<Chapter> = self.missing().iter().map(|question| question.chapter).collect();
        Chapter::ALL.into_iter().filter(|chapter| !open.contains(chapter)).collect()
    }

    /// Takes chapters whose answers were given before for accepted.
    pub(super) fn accept_answered(&mut self) {
        if self.mode() == Mode::Full {
            self.accepted = self.answered();
        }
    }

    /// The step of a question, and how many there are: in the full interview those of its chapter, beside a plan each
    /// question.
    fn steps(&self, question: &Question) -> (usize, usize) {
        if self.mode == Mode::Gaps {
            let at = self.wanted.iter().position(|other| other.id == question.id);
            return (at.unwrap_or_default() + 1, self.wanted.len());
        }
        if self.mode == Mode::Full {
            let asked = self.of_chapter(question.chapter);
            return (asked.iter().position(|other| other.id == question.id).unwrap_or_default() + 1, asked.len());
        }
        let asked = self.applicable();
        if self.context().is_anew() {
            // what is counted is what is asked
            return (asked.iter().position(|other| other.id == question.id).unwrap_or_default() + 1, asked.len());
        }
        let mut groups: Vec<&str> = asked.iter().map(|question| question.group).collect();
        groups.dedup();
        (groups.iter().position(|group| *group == question.group).unwrap_or_default() + 1, groups.len())
    }

    /// The questions that are not answered yet.
    pub fn missing(&self) -> Vec<&'static Question> {
        self.applicable().into_iter().filter(|question| !self.answers.is_given(question.id)).collect()
    }

    fn current(&self) -> Option<&'static Question> {
        let again = |id: &str| self.applicable().into_iter().find(|question| question.id == id);
        self.revisited.and_then(again).or_else(|| self.missing().first().copied())
    }

    /// The question to be put now; none when all were answered.
    pub fn next(&self) -> Option<Prompt> {
        let question = self.current()?;
        let context = self.context();
        let language = context.language();
        let (step, steps) = self.steps(question);
        // what is a starter's is kept by saying so, not by Enter
        let is_changed = self.mode == Mode::Gaps && self.is_borrowed(question);
        let default = self.kept(question).filter(|_| !is_changed);
        let is_of_chapter = self.mode == Mode::Full || !context.adds && !matches!(question.id, "language" | "starter");
        Some(Prompt {
            question,
            language,
            chapter: is_of_chapter.then(|| Heading::of(question.chapter)),
            is_by_chapter: self.mode == Mode::Full,
            step,
            steps,
            text: self.text_of(question),
            is_optional: default.is_none() && !context.adds,
            may_be_none: none::is_offered(question, &context),
            default,
            given: self.given_before(question, &context),
            choices: question.kind.choices(&context),
        })
    }

    fn given_before(&self, question: &Question, context: &InterviewContext<'_>) -> Option<String> {
        let given = self.answers.get(question.id).filter(|_| self.revisited == Some(question.id))?;
        check(question, given, Some(context)).is_ok().then(|| shown(question.kind, given, context.language()))
    }

    /// What an empty answer keeps: the answer given before while it still holds, else the default.
    pub(super) fn kept(&self, question: &Question) -> Option<Literal> {
        let context = self.context();
        let given = self.answers.get(question.id).filter(|value| check(question, value, Some(&context)).is_ok());
        given.cloned().or_else(|| question.default_in(&context))
    }

    /// Answers the question to be put now with what was typed; empty keeps the default.
    pub fn answer(&mut self, text: &str) -> Result<(), Refusal> {
        let Some(question) = self.current() else { return Ok(()) };
        // a list whose parts contain commas could not be split again
        let is_kept = |kept: &Literal| shown(question.kind, kept, self.language()) == text.trim();
        let kept = self.kept(question).filter(is_kept);
        self.answer_with(&kept.unwrap_or_else(|| parse(question.kind, text)))
    }

    /// Answers the question to be put now with a value.
    pub fn answer_with(&mut self, value: &Literal) -> Result<(), Refusal> {
        let Some(question) = self.current() else { return Ok(()) };
        let context = self.context();
        let mut value = check(question, value, Some(&context))?;
        if value == KEEP {
            // a default that does not come from the starter has to be written
            let own = question.default_in(&context).filter(|_| question.is_set && question.has_own_default());
            let holds = |value: &Literal| check(question, value, Some(&context)).ok();
            let given = self.answers.get(question.id).and_then(holds);
            value = given.or_else(|| own.as_ref().and_then(holds)).unwrap_or(KEEP);
        }
        if value == KEEP && context.adds {
            return Err(Refusal::new("", Text::new("这里不能空着", "this cannot be left empty")));
        }
        let has_gone_back = self.revisited.is_some();
        self.put(question, value);
        self.revisited = if has_gone_back && !self.asks_one { self.after(question) } else { None };
        self.asks_one = false;
        Ok(())
    }

    /// Keeps lines of a list that is still open: they are the answer, and its question stays. Whether they are good.
    pub fn keep_lines(&mut self, lines: &Literal) -> bool {
        let Some(question) = self.current() else { return false };
        let Ok(value) = check(question, lines, Some(&self.context())) else { return false };
        self.put(question, value);
        if self.revisited.is_none() {
            (self.revisited, self.asks_one) = (Some(question.id), true);
        }
        true
    }

    /// The question after this one, answered or not.
    fn after(&self, question: &Question) -> Option<&'static str> {
        let asked = self.applicable().into_iter();
        asked.map(|next| next.id).skip_while(|id| *id != question.id).nth(1)
    }

    /// Goes back to the previous question; returns whether there is one. From there the answered questions come again.
    pub fn back(&mut self) -> bool {
        let asked = self.applicable();
        let here = self.current().and_then(|now| asked.iter().position(|question| question.id == now.id));
        let before = here.unwrap_or(asked.len()).checked_sub(1).map(|place| asked[place].id);
        if before.is_some() {
            self.revisited = before;
            self.asks_one = false;
        }
        before.is_some()
    }

    /// No question is asked again.
    pub(super) const fn forget_revisited(&mut self) {
        self.revisited = None;
    }

    /// Asks one question again, then goes on where the interview was.
    pub fn change(&mut self, question: &'static Question) {
        if self.mode != Mode::Gaps && !self.all().iter().any(|asked| asked.id == question.id) {
            // what was not asked because it follows from something else
            self.put(question, KEEP);
        }
        self.revisited = Some(question.id);
        self.asks_one = true;
    }

    /// The plan, with the starter's text for everything that was not answered. Fails only if a starter of the user is
    /// not valid TOML.
    pub fn draft(&self) -> Result<DraftPlan, EditError> {
        let context = self.context();
        // answers from a file count even where the quick interview would not ask the question
        let given = |question: &&Question| self.answers.is_given(question.id) && (question.asked)(&context);
        edits::draft(&context, &questions().filter(given).collect::<Vec<_>>())
    }

    /// The edits on the plan whose gaps are filled.
    pub fn gap_edits(&self) -> Vec<Edit> {
        edits::fill(&self.context(), &self.applicable())
    }
}

//! What was answered in a chapter, or in the whole quick interview, to be accepted or changed.

use super::chapter::{Chapter, Heading};
use super::held::Held;
use super::lines::ActivityLine;
use super::machine::Interview;
use super::none::{self, NONE};
use super::question::{Mode, Question};
use super::read_back;
use super::rows::find;
use super::shown::{named, shown};
use crate::finding::Literal;
use crate::language::Text;

/// The answers of a chapter, or of a whole quick interview.
#[derive(Debug, Clone)]
pub struct Summary {
    /// The chapter; none for the whole.
    pub heading: Option<Heading>,
    /// Its questions in words, each with what holds now; empty where nothing does.
    pub lines: Vec<(&'static Question, String, String)>,
}

const BORROWED: Text = Text::new("{value}（模板的）", "{value} (the starter's)");

/// The question for motives where it exists already.
const WHY_IT_RUNS: Text = Text::new("你为什么办这个群？（可多选）", "Why do you run it? (choose any)");

impl Interview<'_> {
    /// A question in words.
    pub(super) fn text_of(&self, question: &Question) -> String {
        let context = self.context();
        let text = if question.id == "motives" && context.is_running() { WHY_IT_RUNS } else { question.text };
        text.fill(context.language(), |name| (name == "ladder").then(|| context.ladder().join(" → ")))
    }

    fn due(&self) -> Option<Chapter> {
        if self.mode() != Mode::Full {
            return None;
        }
        let revisited = self.revisited().map(|question| question.chapter);
        let is_due = |chapter: &Chapter| {
            let is_open = self.opened.is_none_or(|opened| opened == *chapter);
            is_open && revisited != Some(*chapter) && !self.accepted.contains(chapter)
        };
        self.answered().into_iter().find(is_due)
    }

    /// The questions to be summed up now.
    fn due_questions(&self) -> Option<(Option<Heading>, Vec<&'static Question>)> {
        if let Some(chapter) = self.due() {
            return Some((Some(Heading::of(chapter)), self.of_chapter(chapter)));
        }
        let is_due = self.mode() == Mode::Quick && !self.context().adds && !self.is_accepted;
        (is_due && self.missing().is_empty() && self.revisited().is_none()).then(|| (None, self.applicable()))
    }

    /// The answers of a chapter that is complete and not accepted yet; in the quick interview all answers.
    pub fn summary(&self) -> Option<Summary> {
        let (heading, questions) = self.due_questions()?;
        Some(self.summed_up(heading, questions))
    }

    /// A chapter of a plan: its questions, each with what the plan has.
    pub fn chapter(&self, chapter: Chapter) -> Summary {
        self.summed_up(Some(Heading::of(chapter)), self.of_chapter(chapter))
    }

    /// The time zone that nobody typed, with where it comes from.
    fn zone_line(&self, asked: &[&'static Question]) -> Option<(&'static Question, String, String)> {
        let question = find("time_zone").filter(|zone| !asked.iter().any(|question| question.id == zone.id))?;
        let context = self.context();
        let (zone, source) = context.inferred_zone().filter(|_| self.mode() == Mode::Quick)?;
        let zone = shown(question.kind, &zone.into(), self.language());
        let words = Text::new("{zone}（{source}）", "{zone} ({source})");
        let value = words.fill(self.language(), |name| {
            Some(if name == "zone" { zone.clone() } else { source.name().get(self.language()).to_owned() })
        });
        Some((question, self.text_of(question), value))
    }

    /// Who leads what nobody is named for, where nobody was asked.
    fn leads_line(&self, asked: &[&'static Question]) -> Option<(&'static Question, String, String)> {
        let question = find("leads").filter(|leads| !asked.iter().any(|question| question.id == leads.id))?;
        let context = self.context();
        let is_open = |activity: &ActivityLine| activity.leader.is_none();
        let is_due = context.is_anew() && self.mode() == Mode::Quick && context.names().len() > 1;
        let has_open =
            context.activities().iter().any(is_open) || !context.answers.texts("taken_activities").is_empty();
        let leader = context.leader().filter(|_| is_due && has_open)?;
        let words =
            Text::new("{name}（没有问过，先这样定；选它来改）", "{name} (not asked; choose this line to change it)");
        let value = words.fill(self.language(), |_| Some(leader.name(self.language())));
        Some((question, self.text_of(question), value))
    }

    fn summed_up(&self, heading: Option<Heading>, questions: Vec<&'static Question>) -> Summary {
        let line = |question: &'static Question| {
            let choices = question.kind.choices(&self.context());
            let said = |value: Literal| {
                let understood = || read_back::in_words(question.kind, &value, &self.context());
                let value = none::shown(question, &value, self.language())
                    .or_else(understood)
                    .unwrap_or_else(|| named(question.kind, &value, &choices, self.language()));
                match self.held(question) {
                    Held::Borrowed => BORROWED.fill(self.language(), |_| Some(value.clone())),
                    _ => value,
                }
            };
            let is_without = self.held(question) == Held::Own && self.kept(question).is_none();
            let without = || is_without.then(|| NONE.get(self.language()).to_owned());
            let value = self.kept(question).map(said).or_else(without);
            (question, self.text_of(question), value.unwrap_or_default())
        };
        let mut lines: Vec<_> = questions.iter().copied().map(line).collect();
        lines.extend(self.zone_line(&questions));
        lines.extend(self.leads_line(&questions));
        Summary { heading, lines }
    }

    /// Accepts what was summed up.
    pub fn accept(&mut self) {
        self.is_accepted = self.mode() == Mode::Quick;
        self.accepted.extend(self.due());
        self.opened = None;
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::finding::Level;
    use crate::interview::context::route;
    use crate::interview::starter::Starter;
    use crate::interview::{AnswerKind, Answers, questions};
    use crate::language::Language;
    use crate::library::Library;
    use crate::plan::read;
    use crate::source::Document;
    use crate::value::Day;

    fn full<'l>(library: &'l Library, starter: &str, language: Language) -> Interview<'l> {
        let today: Day = "2026-11-23".parse().expect("a day");
        let mut interview = Interview::new(library, Mode::Full, language, today).copying();
        let mut answers = Answers::default();
        for pair in [format!("language={language}"), format!("starter={starter}")] {
            answers.set(&pair).expect("a good answer");
        }
        interview.replay(&answers).expect("good answers");
        interview
    }

    fn errors(text: &str, library: &Library) -> Vec<String> {
        let mut buffer = String::new();
        let findings = read(&Document::parse(text, &mut buffer), library).findings;
        let errors = findings.iter().filter(|finding| finding.level == Level::Error);
        errors.map(|finding| finding.message(Language::En)).collect()
    }

    /// Something that a person could answer, unlike what starters say.
    fn typed(interview: &Interview<'_>) -> String {
        let ask = interview.next().expect("a question");
        let other = |choice: &&crate::interview::AnswerChoice| Some(choice.word.as_str().into()) != ask.default;
        match ask.question.kind {
            AnswerKind::Choice(_) | AnswerKind::Several(_) => {
                let choice = ask.choices.iter().find(other).or(ask.choices.first());
                choice.map(|choice| choice.word.clone()).unwrap_or_default()
            }
            AnswerKind::Number => "77".to_owned(),
            AnswerKind::Date => "2027-09-09".to_owned(),
            AnswerKind::Amount => "33 EUR".to_owned(),
            AnswerKind::Hours => "21:30-06:15".to_owned(),
            AnswerKind::Duration => "5w".to_owned(),
            AnswerKind::Offset => "T-4d".to_owned(),
            AnswerKind::Colour => "#123456".to_owned(),
            AnswerKind::Cadence => "每周四 19:45".to_owned(),
            AnswerKind::YesNo => if ask.question.id == "ladder_ok" { "no" } else { "yes" }.to_owned(),
            AnswerKind::People => "Ana, Ben".to_owned(),
            AnswerKind::Channels => "Readers WhatsApp 20".to_owned(),
            AnswerKind::Activities => "每周四 19:45 答疑夜".to_owned(),
            AnswerKind::Products => "年卡 365元".to_owned(),
            AnswerKind::Sizes => "77 → 99".to_owned(),
            AnswerKind::Zone => "Asia/Tokyo".to_owned(),
            AnswerKind::Text | AnswerKind::Texts => format!("答案{}", ask.question.id),
        }
    }

    #[test]
    fn every_answer_is_set_at_its_key_and_the_plan_stays_sound() {
        let library = Library::default();
        let mut seen = BTreeSet::new();
        // some starters, in turn in both languages: all of them take a minute
        let starters = library.starter_names().into_iter().step_by(3);
        for (name, language) in starters.zip(Language::ALL.into_iter().cycle()) {
            let mut interview = full(&library, name, language);
            let mut last = None;
            while interview.summary().is_some() || interview.next().is_some() {
                if interview.summary().is_some() {
                    interview.accept();
                    continue;
                }
                let ask = interview.next().expect("a question");
                assert!(last <= Some(ask.question.chapter), "{name}: {} comes late", ask.question.id);
                assert!(ask.step >= 1 && ask.step <= ask.steps, "{}", ask.question.id);
                last = Some(ask.question.chapter);
                let answer = typed(&interview);
                interview.answer(&answer).unwrap_or_else(|error| panic!("{answer}: {}", error.message(Language::En)));
            }
            let text = interview.draft().expect("TOML").text;
            assert_eq!(errors(&text, &library), Vec::<String>::new(), "{name}");
            let written = Starter::read("", &text, &library);
            for question in questions().filter(|question| question.is_set) {
                let Some(value) = interview.answers().given(question.id) else { continue };
                seen.insert(question.id);
                // products that were not chosen are gone, so the chosen one has another place
                if question.chapter != Chapter::Monetisation {
                    let places: Vec<bool> = question
                        .fills
                        .iter()
                        .map(|fill| written.at(&route(fill, Some(&interview.context()))) == Some(value))
                        .collect();
                    assert!(
                        value == &Literal::Text(String::new()) || !places.contains(&false),
                        "{name}: {}",
                        question.id
                    );
                }
            }
        }
        let all = questions().filter(|q| q.modes.contains(&Mode::Full) && q.is_set);
        let never: Vec<&str> = all.map(|question| question.id).filter(|id| !seen.contains(id)).collect();
        assert_eq!(never, Vec::<&str>::new());
    }

    #[test]
    fn a_chapter_is_summed_up_once_and_an_answer_can_be_changed() {
        let library = Library::default();
        let mut interview = full(&library, "reading-club", Language::En);
        assert!(interview.summary().is_none(), "nothing is complete");
        while interview.summary().is_none() {
            interview.answer("").expect("the default");
        }
        let summary = interview.summary().expect("the first chapter");
        let heading = summary.heading.expect("a chapter");
        assert_eq!((heading.number, heading.count), (1, 16));
        let vision = summary.lines.iter().find(|(question, ..)| question.id == "vision").expect("it was asked");
        assert_eq!(vision.2, "A table for translated fiction in each part of Dublin");
        let motives = summary.lines.iter().find(|(question, ..)| question.id == "motives").expect("it was asked");
        assert_eq!(motives.2, "to gather people around an interest, to provide a service", "by their names");
        interview.change(vision.0);
        assert!(interview.summary().is_none(), "first the answer");
        assert_eq!(interview.next().expect("again").question.id, "vision");
        interview.answer("A shelf in each house").expect("a text");
        let summary = interview.summary().expect("once more");
        assert!(summary.lines.iter().any(|(_, _, value)| value == "A shelf in each house"));
        // back from the summary, and forward again
        let last = summary.lines.last().expect("lines").0.id;
        assert!(interview.back());
        assert_eq!(interview.next().expect("a question").question.id, last);
        interview.answer("").expect("as before");
        assert!(interview.summary().is_some());
        interview.accept();
        assert!(interview.summary().is_none());
        let ask = interview.next().expect("the next chapter");
        assert_eq!((ask.question.chapter, ask.step), (Chapter::What, 1));
        // what was answered before is not summed up again
        let mut again = full(&library, "reading-club", Language::En);
        again.replay(interview.answers()).expect("good answers");
        assert!(again.summary().is_none());
        assert_eq!(again.next().expect("the same").question.id, ask.question.id);
    }

    #[test]
    fn costs_are_calculated_during_the_interview() {
        let library = Library::default();
        let mut interview = full(&library, "reading-club", Language::Zh);
        let mut answers = Answers::default();
        for pair in ["price=100 CNY", "fixed_costs=300 CNY", "cost_per_buyer=40 CNY", "buyers=59"] {
            answers.set(pair).expect("a good answer");
        }
        interview.replay(&answers).expect("good answers");
        let sum = interview.break_even().expect("all figures are there");
        // 12 × 300 = 3600 a year, and each leaves 60
        assert_eq!((sum.buyers, sum.expected), (60, Some(59)));
        assert_eq!((sum.fixed.to_string(), sum.margin.to_string()), ("3600 CNY".to_owned(), "60 CNY".to_owned()));
        answers.set("name=晨光").expect("a good answer");
        answers.overlay(&answers.clone());
        let mut other = full(&library, "reading-club", Language::Zh);
        other.replay(&answers).expect("good answers");
        while other.next().is_some_and(|ask| ask.question.chapter < Chapter::What) {
            other.answer("").expect("the default");
        }
        assert!(other.break_even().is_none(), "only answers about money count");
    }
}

//! The full interview by its menu: a chapter is chosen, its questions come, and then the menu again.

use super::chapter::Chapter;
use super::held::ChapterState;
use super::machine::Interview;
use super::question::Mode;

impl Interview<'_> {
    /// The chapters to choose from; none while a question is to be put, and where the interview has no menu.
    pub fn menu(&self) -> Option<Vec<ChapterState>> {
        let is_begun = ["language", "starter"].iter().all(|id| self.answers().is_given(id));
        let has_menu = self.mode() == Mode::Full && is_begun;
        (has_menu && self.opened.is_none() && self.revisited().is_none()).then(|| self.chapters())
    }

    /// Opens a chapter: its questions come until all are answered and summed up.
    pub fn open(&mut self, chapter: Chapter) {
        self.opened = Some(chapter);
        self.accepted.retain(|accepted| *accepted != chapter);
    }

    /// Leaves the chapter that is open for the menu; whether there was one.
    pub fn close(&mut self) -> bool {
        self.forget_revisited();
        self.opened.take().is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Literal;
    use crate::interview::{Answers, Held, find};
    use crate::language::Language;
    use crate::library::Library;

    fn begun(library: &Library) -> Interview<'_> {
        let mut interview = Interview::new(library, Mode::Full, Language::En, "2026-11-23".parse().expect("a day"));
        assert!(interview.menu().is_none(), "first the language");
        let mut answers = Answers::default();
        for pair in ["language=en", "starter=nothing"] {
            answers.set(pair).expect("a good answer");
        }
        interview.replay(&answers).expect("good answers");
        interview
    }

    #[test]
    fn chapters_come_in_any_order_and_are_counted() {
        let library = Library::default();
        let mut interview = begun(&library);
        let state = |interview: &Interview<'_>, chapter: Chapter| {
            let all = interview.menu().expect("the menu");
            all.into_iter().find(|state| state.chapter == chapter).expect("a chapter")
        };
        let before = state(&interview, Chapter::Culture);
        assert_eq!((before.own, before.borrowed), (0, 0));
        interview.open(Chapter::Culture);
        assert!(interview.menu().is_none());
        let mut asked = 0;
        while let Some(ask) = interview.next() {
            assert_eq!(ask.question.chapter, Chapter::Culture);
            let answer = if ask.question.id == "slogan" { "One page a day" } else { "" };
            interview.answer(answer).expect("a good answer");
            asked += 1;
        }
        assert!(asked >= before.missing && interview.summary().is_some());
        interview.accept();
        let after = state(&interview, Chapter::Culture);
        assert_eq!((after.own, after.missing), (1, before.missing - 1), "what was left open is missing still");
        // an earlier chapter after a later one, left at once
        interview.open(Chapter::Why);
        assert!(interview.next().is_some() && interview.close() && !interview.close());
        assert!(interview.draft().expect("TOML").text.contains("One page a day"));
        // a finished chapter can be opened again
        interview.open(Chapter::Culture);
        assert!(interview.next().is_none() && interview.summary().is_some());
    }

    #[test]
    fn having_none_is_written_and_asks_no_more_about_it() {
        let library = Library::default();
        let mut interview = begun(&library);
        interview.open(Chapter::Where);
        let mut asked = Vec::new();
        while let Some(ask) = interview.next() {
            asked.push(ask.question.id);
            interview.answer(if ask.may_be_none { "none" } else { "" }).expect("a good answer");
        }
        assert!(asked.contains(&"place") && !asked.contains(&"place_address"), "{asked:?}");
        assert_eq!(interview.held(find("place").expect("a question")), Held::Own);
        let plan: toml::Table = interview.draft().expect("TOML").text.parse().expect("TOML");
        assert_eq!(plan["without"].as_array().map(Vec::len), Some(1));
        assert_eq!(plan["without"][0].as_str(), Some("places"));
        assert!(!plan.contains_key("places"));
        assert_eq!(interview.answers().get("place"), Some(&Literal::from("none")));
    }
}

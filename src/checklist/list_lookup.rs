//! What people mean by the name of a checklist, and by the day from which it counts.

use super::ChecklistKind;
use crate::calendar::item_id;
use crate::human_date;
use crate::language::{Language, Text};
use crate::library::Library;
use crate::plan::{Item, Plan, UnknownName};
use crate::value::{Day, Slug, name_key};

/// The checklist of this word or title: a general one, that of an activity, or one of the user's own.
pub fn list_named(
    word: &str,
    plan: &Plan,
    library: &Library,
    language: Language,
) -> Result<ChecklistKind, UnknownName> {
    let title = |list: &str| library.checklist(list, language)?.title.as_deref();
    let titled = |kind: &ChecklistKind| title(kind.word()) == Some(word);
    if let Some(kind) = ChecklistKind::of_word(word).or_else(|| ChecklistKind::GENERAL.into_iter().find(titled)) {
        return Ok(kind);
    }
    let ids: Vec<String> = (0..plan.activities.len()).map(|i| item_id(plan, Item::Activity(i))).collect();
    let titled = || plan.activities.iter().position(|activity| activity.title.as_deref() == Some(word));
    // book-evening, BOOK EVENING: the id that its title would give it
    let is_like = |title: &str| Slug::from_text(title).as_str() == word || name_key(title) == name_key(word);
    let like = || plan.activities.iter().position(|activity| activity.title.as_deref().is_some_and(is_like));
    if let Some(index) = ids.iter().position(|id| id == word).or_else(titled).or_else(like) {
        return Ok(ChecklistKind::Activity(index));
    }
    let lists = library.checklist_names();
    let is_it = |name: &&str| *name == word || title(name) == Some(word);
    if let Some(own) = lists.iter().position(is_it) {
        return Ok(ChecklistKind::Own(own));
    }
    let lists = lists.into_iter().map(|list| (title(list), Some(list)));
    let activities = plan.activities.iter().zip(&ids).map(|(activity, id)| (activity.title.as_deref(), Some(&**id)));
    let text = Text::new("没有“{name}”这张清单", "there is no checklist \"{name}\"");
    Err(UnknownName::new(word, text, lists.chain(activities)))
}

/// The day from which a list counts: a date, or the first day of a cohort.
pub fn first_day(text: &str, plan: &Plan, today: Day) -> Option<Day> {
    human_date::day(text, today).ok().or_else(|| {
        let cohort = plan.cohorts.iter().find(|cohort| cohort.id.as_ref().is_some_and(|id| id.as_str() == text));
        cohort?.starts
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::read;
    use crate::source::{Document, Suggestion};

    const PLAN: &str = "[[activities]]\nid = \"talk\"\ntitle = \"Open Talk\"\n[[activities]]\ntitle = \"Book Night\"\n\
        [[cohorts]]\nid = \"first\"\nstarts = 2026-12-14\n[[cohorts]]\nid = \"second\"\n";

    fn with<T>(check: impl Fn(&Plan, &Library) -> T) -> T {
        let (library, mut buffer) = (Library::default(), String::new());
        check(&read(&Document::parse(PLAN, &mut buffer), &library).plan, &library)
    }

    #[test]
    fn a_list_is_named_by_word_title_or_activity() {
        with(|plan, library| {
            let of = |word: &str| list_named(word, plan, library, Language::En);
            assert_eq!([of("daily"), of("每天")], [Ok(ChecklistKind::Daily), Ok(ChecklistKind::Daily)]);
            let talk = Ok(ChecklistKind::Activity(0));
            assert_eq!([of("talk"), of("Open Talk")], [talk.clone(), talk]);
            assert_eq!(of("book-night"), Ok(ChecklistKind::Activity(1)));
            let unknown = of("book-nihgt").map_err(|unknown| unknown.suggestion);
            let near = ["book-night", "Book Night"].map(str::to_owned).to_vec();
            assert_eq!(unknown, Err(Suggestion::Near(near)));
        });
    }

    #[test]
    fn a_list_counts_from_a_date_or_a_cohort() {
        with(|plan, _| {
            let day = |text: &str| text.parse::<Day>().ok();
            let today = day("2026-12-01").expect("a day");
            let of = |text: &str| first_day(text, plan, today);
            assert_eq!([of("2026-12-24"), of("first")], [day("2026-12-24"), day("2026-12-14")]);
            assert_eq!([of("second"), of("third")], [None, None]);
        });
    }
}

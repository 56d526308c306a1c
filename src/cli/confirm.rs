//! `qun confirm`: what a starter gave is looked at, chapter by chapter, and kept, changed or dropped.

use std::collections::HashSet;
use std::path::Path;

use super::args::{Confirm as Asked, TextOrJson};
use super::edit::{self, Draft, Edited};
use super::exit::{DONE, INTERRUPTED};
use super::failure::Failure;
use super::session::Session;
use super::{out, plans, prompt};
use crate::amend::{self, AmendError, Confirmation, Request};
use crate::finding::{KeyPath, Segment};
use crate::language::{Language, Text};
use crate::plan::Plan;
use crate::plan::ownership::{ChapterCount, PlanValue, Whose};
use crate::render::{borrowed_list, borrowed_value, clean, confirmed};
use crate::source::{Suggestion, Table};

pub(crate) fn run(asked: &Asked, session: &Session) -> Result<u8, Failure> {
    let (words, path) = words_and_plan(&asked.words);
    if asked.list {
        let opened = plans::open(path, session)?;
        match borrowed_list(&opened.reading.index.ownership, opened.language) {
            list if list.is_empty() => {
                let words = Text::new("没有模板的内容，都是自己写的", "nothing is a starter's: all of it is your own");
                out::message(words.get(opened.language));
            }
            list => out::data(&list),
        }
        return Ok(DONE);
    }
    let is_json = asked.format == TextOrJson::Json;
    let edited = Edited { path, dry_run: asked.dry_run, is_lenient: false, is_json };
    if words.is_empty() {
        return match prompt::can_ask() && !is_json {
            true => chapters(edited, session),
            false => Err(nothing_named()),
        };
    }
    // on a terminal the values are looked at before they are kept
    let is_asked = prompt::can_ask() && !is_json && !asked.dry_run;
    let mut is_agreed = !is_asked;
    let request = |draft: &Draft| {
        let confirmation = Confirmation::read(&draft.now(), words)?;
        if !is_agreed {
            let lines = confirmed(&draft.amend(confirmation)?.effect()?, draft.opened.language);
            edit::show_lines(&lines.into_iter().filter(|line| is_value(line)).collect::<Vec<_>>());
            let question = Text::new("这些就这样用？", "Keep these as your own?").get(draft.opened.language);
            is_agreed = prompt::yes(question, prompt::LEFT_AS_IT_IS, true, draft.opened.language)? == Some(true);
            if !is_agreed {
                return Ok(None);
            }
            return Ok(Some(Confirmation::read(&draft.now(), words)?));
        }
        Ok(Some(confirmation))
    };
    edited.carry_out(session, request, |draft, amendment, _| {
        let lines = confirmed(&amendment.effect()?, draft.opened.language);
        edit::show_lines(&lines.into_iter().filter(|line| !(is_asked && is_value(line))).collect::<Vec<_>>());
        Ok(())
    })
}

/// Whether a line shows a value, and not what became of them.
fn is_value(line: &str) -> bool {
    line.starts_with("  ")
}

/// What is to be confirmed, and the plan: a last word that is a file of a plan, or `-`.
fn words_and_plan(words: &[String]) -> (&[String], &Path) {
    match words.split_last() {
        Some((plan, words)) if plan == "-" || super::set::is_plan(plan) => (words, Path::new(plan)),
        _ => (words, Path::new(plans::STANDARD)),
    }
}

fn nothing_named() -> Failure {
    Failure::new(Text::new(
        "确认什么？这里不是终端，没法逐项问",
        "confirm what? without a terminal nothing can be asked",
    ))
    .hint(Text::new(
        "写上章、标题或键，例如 qun confirm rules；qun confirm --list 列出还是模板的内容",
        "name chapters, titles or keys, for example qun confirm rules; qun confirm --list lists what is the starter's",
    ))
}

const LEFT: Text = Text::new("已停下，确认过的都写进去了。", "Stopped. What you confirmed is saved.");

/// A screen a chapter.
pub(super) fn chapters(edited: Edited<'_>, session: &Session) -> Result<u8, Failure> {
    let mut seen: HashSet<String> = HashSet::new();
    loop {
        let draft = edit::open(edited.path, session)?;
        let (language, ownership) = (draft.opened.language, &draft.opened.reading.index.ownership);
        let all = ownership.chapters();
        let Some(chapter) = all.iter().find(|chapter| !seen.contains(chapter.chapter)) else {
            if seen.is_empty() {
                return Err(AmendError::NothingBorrowed(edited.path.display().to_string()).into());
            }
            let words = Text::new("看完了。还是模板的：{n} 处", "That is all. Still the starter's: {n|value|values}");
            out::message(&words.fill(language, |_| Some(ownership.borrowed().count().to_string())));
            return Ok(DONE);
        };
        seen.insert(chapter.chapter.to_owned());
        let left = all.iter().filter(|other| !seen.contains(other.chapter)).count();
        let values: Vec<&PlanValue> = ownership.borrowed().filter(|value| value.chapter() == chapter.chapter).collect();
        for line in chapter_screen(chapter, left, &values, language) {
            out::message(&prompt::fit(&line, 4));
        }
        let name = chapter.chapter.to_owned();
        let without = amend::Without::offered(&name);
        let kept = chapter.borrowed - chapter.never_taken;
        let choices: Vec<ChapterChoice> = [
            (kept > 0, ChapterChoice::Keep(kept)),
            (true, ChapterChoice::OneByOne),
            (without.is_some(), ChapterChoice::None),
            (true, ChapterChoice::Later),
        ]
        .into_iter()
        .filter_map(|(is_offered, choice)| is_offered.then_some(choice))
        .collect();
        let items: Vec<String> = choices.iter().map(|choice| choice.label(language)).collect();
        match prompt::one(&items, LEFT, language)?.and_then(|chosen| choices.get(chosen)) {
            Some(ChapterChoice::Keep(_)) => {
                write(edited, session, |now| Confirmation::read(now, std::slice::from_ref(&name)))?;
            }
            Some(ChapterChoice::OneByOne) => {
                let names: Vec<String> = values.iter().map(|value| value.name()).collect();
                if !values_of(edited, session, &names)? {
                    return Ok(INTERRUPTED);
                }
            }
            Some(ChapterChoice::None) => {
                write(edited, session, |_| {
                    without.clone().ok_or_else(|| AmendError::NoSuchKey(name.clone(), Suggestion::NONE))
                })?;
            }
            Some(ChapterChoice::Later) => {}
            None => {
                out::message(LEFT.get(language));
                return Ok(INTERRUPTED);
            }
        }
    }
}

/// What is done with a whole chapter.
enum ChapterChoice {
    /// As many values as can be are kept.
    Keep(usize),
    OneByOne,
    /// The community has none of it.
    None,
    Later,
}

impl ChapterChoice {
    fn label(&self, language: Language) -> String {
        match self {
            Self::Keep(n) => {
                Text::new("照用（{n} 处）", "keep ({n|value|values})").fill(language, |_| Some(n.to_string()))
            }
            Self::OneByOne => {
                Text::new("逐项看：照用、改掉或去掉", "go through them: keep, change or drop").get(language).to_owned()
            }
            Self::None => Text::new("我们没有，去掉", "we have none: remove it").get(language).to_owned(),
            Self::Later => Text::new("以后再说", "later").get(language).to_owned(),
        }
    }
}

/// The heading of a chapter, and its values.
fn chapter_screen(chapter: &ChapterCount<'_>, left: usize, values: &[&PlanValue], language: Language) -> Vec<String> {
    let about = Plan::TABLE.key(chapter.chapter).map_or("", |info| info.about.get(language));
    let words = Text::new(
        "\n{about}（{key}）：还是模板的 {n} 处（后面还有 {more} 章）",
        "\n{about} ({key}): {n|value|values} of the starter ({more|chapter|chapters} after this)",
    );
    let head = words.fill(language, |fact| {
        Some(match fact {
            "about" => about.to_owned(),
            "key" => chapter.chapter.to_owned(),
            "n" => chapter.borrowed.to_string(),
            _ => left.to_string(),
        })
    });
    let mark = |value: &PlanValue| if value.is_never_taken { "!" } else { "·" };
    let mut lines = vec![head];
    lines.extend(values.iter().map(|value| format!("  {} {}", mark(value), borrowed_value(value))));
    if chapter.never_taken > 0 {
        let words = Text::new("  ! 不能照用，只能换成自己的或去掉", "  ! cannot be kept, only replaced or removed");
        lines.push(words.get(language).to_owned());
    }
    lines
}

/// Value by value; whether the user went on to the end.
fn values_of(edited: Edited<'_>, session: &Session, names: &[String]) -> Result<bool, Failure> {
    for name in names {
        let draft = edit::open(edited.path, session)?;
        let (language, ownership) = (draft.opened.language, &draft.opened.reading.index.ownership);
        // gone with an earlier one
        let Some(value) = ownership.borrowed().find(|value| value.name() == *name) else { continue };
        out::message(&prompt::fit(&format!("\n{}", borrowed_value(value)), 4));
        let key = value.path.to_string();
        let keep = Text::new("照用", "keep").get(language).to_owned();
        let [change, drop, later] =
            [Text::new("改掉", "change"), Text::new("去掉", "drop"), Text::new("以后再说", "later")]
                .map(|text| text.get(language).to_owned());
        let items = if value.is_never_taken { vec![change, drop, later] } else { vec![keep, change, drop, later] };
        let skipped = usize::from(value.is_never_taken);
        let path = value.path.clone();
        match prompt::one(&items, LEFT, language)?.map(|chosen| chosen + skipped) {
            Some(0) => write(edited, session, |_| Ok(Confirmation::of(vec![path.clone()])))?,
            Some(1) => {
                let question = Text::new("换成什么", "what instead");
                if let Some(typed) = prompt::text(question, Text::new("没有改。", "Left as it was."), language)? {
                    write(edited, session, |now| amend::Set::read(now, &key, &typed, language))?;
                }
            }
            Some(2) => {
                let element = element_of(value, ownership.below(&parent(&value.path)));
                write(edited, session, |now| amend::Unset::read(now, &element.to_string()))?;
            }
            Some(_) => {}
            None => {
                out::message(LEFT.get(language));
                return Ok(false);
            }
        }
    }
    Ok(true)
}

/// The route without its last step.
pub(super) fn parent(path: &KeyPath) -> KeyPath {
    KeyPath(path.0[..path.0.len().saturating_sub(1)].to_vec())
}

/// What goes when a value is dropped: the whole element of which it is the first value, where all of it is the starter's,
/// else the value.
pub(super) fn element_of<'v>(value: &PlanValue, beside: impl Iterator<Item = &'v PlanValue>) -> KeyPath {
    let up = parent(&value.path);
    let is_element = matches!(up.0.last(), Some(Segment::Index(_)));
    let beside: Vec<&PlanValue> = beside.collect();
    let is_first = beside.first().is_some_and(|first| first.path == value.path);
    match is_element && is_first && beside.iter().all(|value| value.whose == Whose::Borrowed) {
        true => up,
        false => value.path.clone(),
    }
}

/// Writes one answer; a refusal is shown, and the next question comes.
pub(super) fn write<R: Request>(
    edited: Edited<'_>,
    session: &Session,
    request: impl Fn(&amend::Snapshot<'_>) -> Result<R, AmendError>,
) -> Result<(), Failure> {
    let show = |draft: &edit::Draft, amendment: &amend::Amendment<'_, R>, is_written: bool| {
        let left = |plan: &amend::Snapshot<'_>| plan.reading.index.ownership.borrowed().count();
        let words = Text::new("写好了，还是模板的：{n} 处", "saved; still the starter's: {n|value|values}");
        if is_written {
            let n = left(&amendment.after());
            out::message(&clean(&words.fill(draft.opened.language, |_| Some(n.to_string()))));
        }
        Ok(())
    };
    let written = edited.carry_out(session, |draft| Ok(Some(request(&draft.now())?)), show);
    if let Err(failure) = written {
        out::failure(&failure, session.failure_language());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Library;
    use crate::plan::read;
    use crate::source::Document;

    #[test]
    fn an_element_with_something_own_is_not_dropped_whole() {
        let library = Library::default();
        let starter = library.starter("reading-club", Language::En).expect("a starter");
        let (head, rest) = starter.split_once("[template]\n").expect("a starter describes itself");
        let (_, rest) = rest.split_once("\n\n").expect("and then begins");
        let text = format!("{head}[template]\nfrom = \"reading-club\"\n\n{rest}");
        let promise = text.lines().find(|line| line.starts_with("promise = ")).expect("a promise");
        let dropped = |text: &str| {
            let mut buffer = String::new();
            let ownership = read(&Document::parse(text, &mut buffer), &library).index.ownership;
            let path = KeyPath::of(&["positioning", "values"]).index(0);
            let value = ownership.value(&path.clone().key("pain")).expect("a value");
            element_of(value, ownership.below(&path)).to_string()
        };
        assert_eq!(dropped(&text), "positioning.values[0]");
        let own = text.replacen(promise, "promise = \"something else entirely\"", 1);
        assert_eq!(dropped(&own), "positioning.values[0].pain");
    }
}

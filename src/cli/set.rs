//! `qun set`: one value or several, without opening the file; or the value that is there, and on a terminal a new text
//! of several lines.

use std::io::{self, BufRead};
use std::path::Path;

use super::args::{Set as Asked, TextOrJson};
use super::edit::{self, Draft, Edited};
use super::exit::DONE;
use super::failure::Failure;
use super::session::Session;
use super::{clock, out, plans, prompt};
use crate::amend::{Amendment, Consequences, Request, Set, SetAll, Unset, Without, plain_key, typed_key_of_plans};
use crate::finding::Literal;
use crate::interview::{self, AnswerKind};
use crate::language::{Language, Text};
use crate::render::{clean, clean_lines, explain_key, orphaned_changes, quoted, stale_names};
use crate::source::{ChoiceInfo, Document, Shape, Table, values};
use crate::value::NoAnswer;

pub(crate) fn run(asked: &Asked, session: &Session) -> Result<u8, Failure> {
    if asked.key.trim().is_empty() {
        let more = Text::new(
            "例如 qun set community.size.now 230；用 qun schema 看全部的键",
            "for example qun set community.size.now 230; qun schema lists all keys",
        );
        return Err(Failure::new(Text::new("没有写要改哪个键", "no key is given")).hint(more));
    }
    let (value, path) = value_and_plan(asked);
    let edited = Edited { path, dry_run: asked.dry_run, is_lenient: true, is_json: asked.format == TextOrJson::Json };
    if asked.unset {
        return unset(edited, asked, session);
    }
    let first = (asked.key.as_str(), value);
    let others = asked.and.chunks_exact(2).map(|pair| (pair[0].as_str(), Some(pair[1].as_str())));
    let mut given = Vec::new();
    for (key, value) in std::iter::once(first).chain(others) {
        given.extend(Given::read(path, key, value, session)?);
    }
    match given.as_slice() {
        [] => return Ok(DONE),
        [Given { key, value, .. }] => {
            if let Some(none) = Without::meant(key, value) {
                return without(edited, &none, session);
            }
            match NoAnswer::meant(value) {
                Some(said) if is_text(path, key, session)? => return nothing_said(said, value, session),
                _ => {}
            }
        }
        _ => {}
    }
    let request = |draft: &Draft| {
        let read = |given: &Given<'_>| -> Result<Set, Failure> {
            let mut set = Set::read(&draft.now(), given.key, &given.value, draft.opened.language)?;
            set.take_along = asked.take_along;
            Ok(set)
        };
        Ok(Some(SetAll(given.iter().map(read).collect::<Result<_, _>>()?)))
    };
    edited.carry_out(session, request, |draft, amendment, is_written| {
        let language = draft.opened.language;
        for (given, set) in given.iter().zip(&amendment.request.0) {
            if is_written {
                let key = plain_key(given.key).unwrap_or(given.key);
                out::message(&format!("{key} = {}", shown(&set.value, language)));
            }
            if given.is_quoted {
                let words = Text::new("外面的引号没有写进去", "the quotes around it are left out");
                out::message(words.get(language));
            }
            if let Some((zone, region)) = set.zone_without_summer_time() {
                let words = Text::new(
                    "{zone} 全年不变，不随夏令时拨钟；要当地时间就用 qun set {key} {region}",
                    "{zone} never changes to summer time; for local time, use qun set {key} {region}",
                );
                let fact = |name: &str| {
                    Some(match name {
                        "zone" => zone.clone(),
                        "key" => quoted(given.key),
                        _ => region.to_owned(),
                    })
                };
                out::message(&words.fill(language, fact));
            }
        }
        edit::show_ended_without(amendment, language);
        show(amendment, language)
    })
}

/// A value as it was given for a key, in the command or on the terminal.
struct Given<'a> {
    key: &'a str,
    value: String,
    /// Whether it came in curly quotes, which are left out.
    is_quoted: bool,
}

impl<'a> Given<'a> {
    /// Nothing where the reader leaves the value as it is.
    fn read(path: &Path, key: &'a str, value: Option<&str>, session: &Session) -> Result<Option<Self>, Failure> {
        let value = match value {
            Some(value) if !is_unfilled(value)? => Some(value.to_owned()),
            _ => readable(path, key, session)?,
        };
        let Some(value) = value else { return Ok(None) };
        let (value, is_quoted) = unquoted(&value);
        let is_zone = key.rsplit('.').next().is_some_and(|last| ["time_zone", "时区"].contains(&last.trim()));
        let value = match is_zone {
            true => clock::one_zone(value, session.language())?,
            false => value.to_owned(),
        };
        Ok(Some(Self { key, value, is_quoted }))
    }
}

/// What is typed, asked for again until it can be read: what was typed for other keys is not lost by it.
fn readable(path: &Path, key: &str, session: &Session) -> Result<Option<String>, Failure> {
    loop {
        let Some(value) = typed(path, key, session)? else { return Ok(None) };
        let draft = edit::open_any(path, session)?;
        let language = draft.opened.language;
        let (bare, _) = unquoted(&value);
        if Without::meant(key, bare).is_some() || NoAnswer::meant(bare).is_some() {
            return Ok(Some(value));
        }
        let set = Set::read(&draft.now(), key, bare, language).map_err(Failure::from);
        match set.and_then(|set| Ok(draft.amend(SetAll(vec![set])).map(drop)?)) {
            Ok(()) => return Ok(Some(value)),
            Err(wrong) => out::failure(&wrong, language),
        }
    }
}

/// What is typed where there is nothing to say never becomes the text.
fn nothing_said(said: NoAnswer, value: &str, session: &Session) -> Result<u8, Failure> {
    if said == NoAnswer::None {
        let words = Text::new(
            "“{value}”不会当成内容写进去；要去掉原来的就加 --unset",
            "\"{value}\" is not written as a text; to take out the value, add --unset",
        );
        return Err(Failure::of(words, [("value", &value)]));
    }
    out::message(Text::new("先空着，什么都没有写", "left for later; nothing was written").get(session.language()));
    Ok(DONE)
}

/// Whether a key takes a text that is typed freely.
fn is_text(path: &Path, key: &str, session: &Session) -> Result<bool, Failure> {
    // a name is a name, even this one
    if key.rsplit('.').next().is_some_and(|last| ["name", "title"].contains(&last)) {
        return Ok(false);
    }
    let draft = edit::open_any(path, session)?;
    Ok(typed_key_of_plans(&draft.now(), key)
        .is_ok_and(|(_, shape, _)| matches!(shape, Shape::Text | Shape::List(Shape::Text))))
}

/// Whether a value is the placeholder of a suggested command, pasted as it was; it is asked for, or where nobody can be
/// asked, refused.
fn is_unfilled(value: &str) -> Result<bool, Failure> {
    if !is_placeholder(value) {
        return Ok(false);
    }
    match prompt::can_ask() {
        true => Ok(true),
        false => Err(Failure::of(UNFILLED, [("value", &value)])),
    }
}

/// What is said of a placeholder where nobody can be asked.
pub(super) const UNFILLED: Text = Text::new("“{value}”要换成真正的内容", "replace \"{value}\" with the value itself");

/// Whether a value is what stands for one in a suggested command: `<the refund terms>`, `<Ana|Ben>`. The plan may have
/// changed since it was suggested; an address in angle brackets is a value.
pub(super) fn is_placeholder(value: &str) -> bool {
    let inner = value.trim().strip_prefix('<').and_then(|inner| inner.strip_suffix('>'));
    inner.is_some_and(|inner| !inner.is_empty() && !inner.contains(['<', '>', '@']) && !inner.contains("://"))
}

/// A value without the quotes that a sentence was copied or typed with, and whether it had any.
fn unquoted(value: &str) -> (&str, bool) {
    let trimmed = value.trim();
    let inner = [('“', '”'), ('‘', '’'), ('「', '」'), ('"', '"')].into_iter().find_map(|(open, close)| {
        let inner = trimmed.strip_prefix(open)?.strip_suffix(close)?;
        (!inner.contains([open, close])).then_some(inner)
    });
    inner.map_or((value, false), |inner| (inner, true))
}

/// The value, and the plan: where no value is wanted, the word behind the key is the plan.
fn value_and_plan(asked: &Asked) -> (Option<&str>, &Path) {
    let standard = Path::new(plans::STANDARD);
    match (&asked.value, &asked.plan) {
        (Some(plan), None) if asked.unset || is_plan(plan) => (None, Path::new(plan)),
        (value, plan) => (value.as_deref(), plan.as_deref().unwrap_or(standard)),
    }
}

pub(super) fn is_plan(word: &str) -> bool {
    let path = Path::new(word);
    path.extension().is_some_and(|ending| ending == "toml") && path.is_file()
}

fn unset(edited: Edited<'_>, asked: &Asked, session: &Session) -> Result<u8, Failure> {
    let request = |draft: &Draft| {
        let mut unset = Unset::read(&draft.now(), &asked.key)?;
        unset.take_along = asked.take_along;
        Ok(Some(unset))
    };
    edited.carry_out(session, request, |draft, amendment, is_written| {
        let language = draft.opened.language;
        let words = match amendment.edits.is_empty() {
            true => Text::new("{key} 本来就没有写", "{key} is not set"),
            false => Text::new("去掉了：{key}", "removed: {key}"),
        };
        if is_written || amendment.edits.is_empty() {
            out::message(&words.fill(language, |_| Some(clean(&asked.key))));
        }
        show(amendment, language)
    })
}

/// There is none of what the key means, on purpose.
fn without(edited: Edited<'_>, none: &Without, session: &Session) -> Result<u8, Failure> {
    let request = |_: &Draft| Ok(Some(none.clone()));
    edited.carry_out(session, request, |draft, amendment, is_written| {
        let language = draft.opened.language;
        let Without { key, about, .. } = &amendment.request;
        let words = match draft.opened.reading.plan.holds(key) {
            true => Text::new(
                "记下了：没有 {key}（{about}），原来写的去掉了",
                "noted: without `{key}` ({about}); what was there is removed",
            ),
            false => Text::new(
                "记下了：没有 {key}（{about}），以后不再问",
                "noted: without `{key}` ({about}); nothing asks for it again",
            ),
        };
        if is_written {
            let fact = |name: &str| Some(if name == "key" { key.clone() } else { about.get(language).to_owned() });
            out::message(&words.fill(language, fact));
        }
        show(amendment, language)
    })
}

/// What an edit of one key does beyond it.
fn show<'a, R>(amendment: &'a Amendment<'a, R>, language: Language) -> Result<(), Failure>
where
    R: Request<Effect<'a> = Consequences<'a>>,
{
    let effect = amendment.effect()?;
    edit::show_lines(&stale_names(&effect.stale_names, language));
    edit::show_lines(&orphaned_changes(&effect.orphans, language));
    edit::show_impact(amendment, &effect.impact, language);
    Ok(())
}

/// Shows the value that a key has; on a terminal a new one is typed, nothing to keep the old one.
fn typed(path: &Path, key: &str, session: &Session) -> Result<Option<String>, Failure> {
    let draft = edit::open_any(path, session)?;
    let (route, shape, about) = typed_key_of_plans(&draft.now(), key)?;
    let (text, language) = (&draft.text, draft.opened.language);
    let mut buffer = String::new();
    let document = Document::parse(text, &mut buffer);
    match values(&document).at(&route) {
        Some(Literal::Text(text)) => out::data(&format!("{}\n", clean_lines(text))),
        Some(_) => out::data(&format!("{}\n", clean_lines(&text[document.locate(&route.clone().into())]))),
        None => {
            let words = Text::new("{key} 还没有写：{about}", "{key} is not set: {about}");
            out::message(
                &words.fill(language, |name| {
                    Some(if name == "key" { clean(key) } else { about.get(language).to_owned() })
                }),
            );
        }
    }
    if !prompt::can_ask() || matches!(shape, Shape::Table(_)) {
        return Ok(None);
    }
    if let Shape::Choice(choices) = shape {
        return chosen(choices, language);
    }
    if let Shape::Reference(kind, _) = shape {
        let reading = &draft.opened.reading;
        let label = |id: &str| Some((id.to_owned(), reading.index.find(kind, id)?.label(&reading.plan, language)));
        let named: Vec<(String, String)> = reading.index.names(kind).into_iter().filter_map(label).collect();
        if !named.is_empty() {
            let items: Vec<String> = named.iter().map(|(_, label)| clean(label)).collect();
            return Ok(one_of(items, language)?.map(|at| named[at].0.clone()));
        }
    }
    let help = || {
        let keys: Vec<&str> = route.keys().collect();
        let explained = explain_key(&keys.join("."), language).unwrap_or_default();
        // quotes are for the file
        let quotes = Shape::Text.wanted().get(language);
        explained.lines().filter(|line| !line.ends_with(quotes)).map(|line| format!("{line}\n")).collect::<String>()
    };
    if matches!(shape, Shape::List(Shape::Choice(_))) {
        out::message(help().trim_end());
    }
    if !matches!(shape, Shape::Text) {
        let words =
            Text::new("写新的值，回车；直接回车就不改", "Type the new value and press Enter; Enter alone keeps it");
        return prompt::text_or_help(words, help, prompt::LEFT_AS_IT_IS, language);
    }
    let words = Text::new(
        "写或贴新的内容，可以有几行；写完再按一次回车结束。什么都不写就不改。",
        "Type or paste the new value; an empty line ends it. Nothing typed keeps it.",
    );
    out::message(&prompt::fit(words.get(language), 0));
    let mut lines: Vec<String> = Vec::new();
    out::ask("> ");
    for line in io::stdin().lock().lines() {
        let line = line?;
        if lines.is_empty() && ["?", "？"].contains(&line.trim()) {
            out::message(help().trim_end());
            out::ask("> ");
            continue;
        }
        // more of what is pasted may come behind an empty line
        let is_second = lines.last().is_none_or(|last| last.trim().is_empty());
        let is_end = line.trim().is_empty() && (is_second || prompt::is_all_typed());
        if is_end || [".", "。", "．"].contains(&line.trim()) {
            break;
        }
        lines.push(line);
        out::ask("> ");
    }
    let value = lines.join("\n").trim_matches(['\n', '\r']).to_owned();
    Ok((!value.trim().is_empty()).then_some(value))
}

/// The word that is chosen from a menu; none where it is left.
fn chosen(choices: &[ChoiceInfo], language: Language) -> Result<Option<String>, Failure> {
    let names = choices.iter().map(|choice| choice.name.get(language).to_owned()).collect();
    Ok(one_of(names, language)?.map(|at| choices[at].word.to_owned()))
}

/// The place of what is chosen from a menu; none where everything stays as it is.
fn one_of(mut items: Vec<String>, language: Language) -> Result<Option<usize>, Failure> {
    let count = items.len();
    items.push(Text::new("不改", "leave it as it is").get(language).to_owned());
    Ok(prompt::one(&items, prompt::LEFT_AS_IT_IS, language)?.filter(|at| *at < count))
}

/// A value as the file has it: a name as its word, a list of names with each of them.
fn shown(value: &Literal, language: Language) -> String {
    let text = |value: &Literal| match value {
        Literal::Text(text) => Some(text.clone()),
        _ => None,
    };
    let names = match value {
        Literal::List(values) => values.iter().map(text).collect::<Option<Vec<_>>>(),
        _ => None,
    };
    match (value, names) {
        (_, Some(names)) => {
            format!("[{}]", names.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", "))
        }
        (Literal::Boolean(value), _) => value.to_string(),
        _ => interview::shown(AnswerKind::Text, value, language),
    }
}

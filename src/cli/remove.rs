//! `qun remove`: something is taken out of the plan, with what refers to it; or someone leaves on a day.

use std::borrow::Cow;
use std::path::PathBuf;

use super::args::{Remove as Asked, TextOrJson};
use super::edit::{self, Draft, Edited};
use super::failure::{Failure, Message};
use super::session::Session;
use super::{dates, out, plans, prompt};
use crate::amend::{AmendError, DropStep, Element, Leave, Reference, Referring, Removal, Step};
use crate::language::{Language, Text};
use crate::plan::{ELEMENT_KINDS, ElementKind, Thing};
use crate::render::{clean, quoted, quoted_path, references, stale_names};
use crate::source::Suggestion;
use crate::value::Day;

/// What is to be taken out: a kind and a name, or a name that only one thing has.
struct Target<'a> {
    kind: Option<&'static ElementKind>,
    name: Cow<'a, str>,
    path: PathBuf,
}

pub(crate) fn run(asked: &Asked, session: &Session) -> Result<u8, Failure> {
    let target = target(asked)?;
    let edited = Edited {
        path: &target.path,
        dry_run: asked.dry_run,
        is_lenient: false,
        is_json: asked.format == TextOrJson::Json,
    };
    if target.is_of_sop(session)? {
        return drop_step(&target, edited, session);
    }
    match &asked.from {
        Some(from) => {
            let request = |draft: &Draft| {
                let element = target.find(draft)?;
                let from = dates::day(from, draft.today, draft.opened.language)?;
                Ok(Some(Leave::new(&element, from)?))
            };
            edited.carry_out(session, request, |draft, amendment, is_written| {
                let language = draft.opened.language;
                let Leave { person, from } = amendment.request;
                if is_written {
                    let name = Thing::Person(person).label(&draft.opened.reading.plan, language);
                    out::message(&clean(&leaves(&name, from, language)));
                }
                edit::show_impact(amendment, &amendment.effect()?.impact, language);
                let now = draft.now();
                let removal = Removal { element: target.find(draft)?, referring: Referring::Refused };
                let named = removal.references(&now);
                if !named.is_empty() {
                    let words = Text::new(
                        "这些地方写的就是{name}，从那天起没有人；用 qun set 换人：",
                        "these name {name}, and no one does them from then on; name someone else with qun set:",
                    );
                    let name = Thing::Person(person).label(&draft.opened.reading.plan, language);
                    out::message(&clean(&words.fill(language, |_| Some(name.clone()))));
                    edit::show_lines(&indented(references(&named, &now, language)));
                }
                Ok(())
            })
        }
        None => {
            // what was answered once is not asked again where the plan changes meanwhile
            let mut answer = None;
            let request = |draft: &Draft| request(&target, asked, draft, &mut answer);
            edited.carry_out(session, request, |draft, amendment, is_written| {
                let (language, now) = (draft.opened.language, draft.now());
                let Removal { element, referring } = &amendment.request;
                if is_written {
                    out::message(&clean(&removed(element, referring, language)));
                    edit::show_lines(&indented(references(&amendment.request.references(&now), &now, language)));
                }
                let effect = amendment.effect()?;
                edit::show_lines(&stale_names(&effect.stale_names, language));
                edit::show_impact(amendment, &effect.impact, language);
                Ok(())
            })
        }
    }
}

/// A step of the SOP is left out.
fn drop_step(target: &Target<'_>, edited: Edited<'_>, session: &Session) -> Result<u8, Failure> {
    let request = |draft: &Draft| match target.step_of_sop(draft) {
        Some(step) => Ok(Some(DropStep(step))),
        None => Err(target.find(draft).err().unwrap_or_else(|| edit::changing(&target.path))),
    };
    edited.carry_out(session, request, |draft, amendment, is_written| {
        let language = draft.opened.language;
        let Step { activity, title, .. } = &amendment.request.0;
        if is_written {
            let words = Text::new(
                "“{whole}”不做 SOP 的这一步了：{step}",
                "\"{whole}\" leaves out this step of its SOP: {step}",
            );
            let whole = Thing::Activity(*activity).label(&draft.opened.reading.plan, language);
            out::message(&clean(
                &words.fill(language, |name| Some(if name == "whole" { whole.clone() } else { title.clone() })),
            ));
        }
        edit::show_impact(amendment, &amendment.effect()?.impact, language);
        Ok(())
    })
}

fn target(asked: &Asked) -> Result<Target<'_>, Failure> {
    let plan = || plans::STANDARD.into();
    let (first, kind) = (&asked.kind, ElementKind::meant(&asked.kind));
    let is_plan = asked.name.as_deref().is_some_and(super::set::is_plan);
    match (kind, &asked.name, &asked.plan) {
        // qun remove step 答疑夜 发预告
        (Some(step), Some(whole), Some(name)) if step.within().is_some() && !plans::is_path(name) => {
            Ok(Target { kind: None, name: format!("{whole}.{}", name.display()).into(), path: plan() })
        }
        (Some(_), Some(name), path) if path.is_some() || !is_plan => {
            Ok(Target { kind, name: name.into(), path: path.clone().unwrap_or_else(plan) })
        }
        // without a kind a plan may follow the name, which may be that of a kind
        (_, path, None) => {
            let path = path.as_ref().map_or_else(plan, PathBuf::from);
            Ok(Target { kind: None, name: first.into(), path })
        }
        (Some(_), None, Some(path)) => Ok(Target { kind: None, name: first.into(), path: path.clone() }),
        (Some(_), Some(name), Some(path)) => Ok(Target { kind, name: name.into(), path: path.clone() }),
        (None, _, Some(_)) => {
            let words = Text::new("“{word}”不是计划里的一类", "\"{word}\" is not a kind of thing in a plan");
            let known = ELEMENT_KINDS.iter().flat_map(|kind| [kind.word, kind.name.zh]);
            let suggestion = match Suggestion::new(first, known) {
                Suggestion::All(_) => Suggestion::All(ELEMENT_KINDS.iter().map(|kind| kind.word.to_owned()).collect()),
                near @ Suggestion::Near(_) => near,
            };
            Err(Failure::of(words, [("word", first)]).suggest(suggestion))
        }
    }
}

impl Target<'_> {
    fn is_of_sop(&self, session: &Session) -> Result<bool, Failure> {
        // what comes in can be read only once
        Ok(self.path.as_os_str() != "-" && self.step_of_sop(&edit::open(&self.path, session)?).is_some())
    }

    /// The step that is meant, where only the SOP of an activity has it.
    fn step_of_sop(&self, draft: &Draft) -> Option<Step> {
        let is_step = self.kind.is_none_or(|kind| kind.within().is_some());
        let step = || Step::named(&self.name, &draft.now()).filter(|step| step.own.is_none());
        if is_step && self.find(draft).is_err() { step() } else { None }
    }

    fn find(&self, draft: &Draft) -> Result<Element, Failure> {
        let found = match self.kind {
            Some(kind) => kind.find(&self.name, &draft.now()),
            None => Element::find(&self.name, &draft.now()),
        };
        match (found, self.kind, ElementKind::meant(&self.name)) {
            (Err(_), None, Some(kind)) => {
                let words = Text::new("去掉哪个{kind}？写上它的名字", "which {kind}? give its name");
                let name = kind.name;
                let message =
                    Message::new(move |language| words.fill(language, |_| Some(name.get(language).to_owned())));
                Err(Failure::new(message).suggest(Suggestion::All(kind.labels(&draft.now()))))
            }
            (found, ..) => Ok(found?),
        }
    }
}

/// What is to be taken out, and what becomes of what refers to it: from the options, or asked on a terminal.
fn request(
    target: &Target<'_>,
    asked: &Asked,
    draft: &Draft,
    answer: &mut Option<Referring>,
) -> Result<Option<Removal>, Failure> {
    let language = draft.opened.language;
    let given = match &asked.to {
        Some(name) => Some(Referring::To(name.clone())),
        None if asked.with_references => Some(Referring::Removed),
        None => answer.clone(),
    };
    let mut remove = Removal { element: target.find(draft)?, referring: given.unwrap_or(Referring::Refused) };
    let found = remove.references(&draft.now());
    if found.is_empty() {
        if let Referring::To(name) = &remove.referring {
            Element::find(name, &draft.now())?;
        }
        remove.referring = Referring::Refused;
    }
    if found.is_empty() || remove.referring != Referring::Refused {
        return Ok(Some(remove));
    }
    if !prompt::can_ask() {
        return Err(still_referred_to(target, &remove.element, &found, draft));
    }
    let error = AmendError::StillReferredTo(remove.element.label.clone(), found.len());
    out::message(&prompt::fit(&clean(&error.message(language)), 0));
    edit::show_lines(&indented(references(&found, &draft.now(), language)));
    let items = [
        Text::new("这些地方也一起去掉", "remove these references too"),
        Text::new("改成另一个名字", "let them refer to something else"),
        Text::new("先不动", "leave everything as it is"),
    ];
    let left = Text::new("没有改动。", "Nothing was changed.");
    remove.referring = match prompt::one(&items.map(|item| item.get(language).to_owned()), left, language)? {
        Some(0) => Referring::Removed,
        Some(1) => match other_name(&remove, draft, left)? {
            Some(name) => Referring::To(name),
            None => return Ok(None),
        },
        _ => {
            out::message(left.get(language));
            return Ok(None);
        }
    };
    *answer = Some(remove.referring.clone());
    Ok(Some(remove))
}

/// Asks what the references are to refer to, until it is something that they can.
fn other_name(remove: &Removal, draft: &Draft, left: Text) -> Result<Option<String>, Failure> {
    let language = draft.opened.language;
    let question =
        Text::new("改成谁，或哪一个？写名字、标题或 id", "Who or what should they refer to? Type a name, title or id");
    while let Some(name) = prompt::text(question, left, language)? {
        let request = Removal { referring: Referring::To(name.clone()), ..remove.clone() };
        match draft.amend(request) {
            Ok(_) => return Ok(Some(name)),
            Err(error) => {
                edit::show_lines(&indented(
                    Failure::from(error).lines(language).iter().map(|line| clean(line)).collect(),
                ));
            }
        }
    }
    Ok(None)
}

/// What refers to it, and the commands that deal with these places.
fn still_referred_to(target: &Target<'_>, element: &Element, found: &[Reference], draft: &Draft) -> Failure {
    let failure = Failure::from(AmendError::StillReferredTo(element.label.clone(), found.len()));
    let now = draft.now();
    // made in the language of the plan, which is the one that is shown
    let lines =
        references(found, &now, draft.opened.language).into_iter().map(|line| Message::new(move |_| line.clone()));
    let kind = target.kind.map_or_else(String::new, |kind| format!("{} ", kind.word));
    let path = match target.path.as_os_str() == plans::STANDARD {
        true => String::new(),
        false => format!(" {}", quoted_path(&target.path.display().to_string())),
    };
    let command = format!("qun remove {kind}{}{path}", quoted(&target.name));
    let hint = |words: Text, option: Text| {
        let command = command.clone();
        Message::new(move |language| words.fill(language, |_| Some(format!("{command} {}", option.get(language)))))
    };
    let failure = Failure { notes: lines.collect(), hints: Vec::new(), ..failure }
        .hint(hint(
            Text::new("改成另一个：{command}", "to make them refer to something else: {command}"),
            Text::new("--to 名字", "--to NAME"),
        ))
        .hint(hint(
            Text::new("一起去掉：{command}", "to remove them too: {command}"),
            Text::new("--with-references", "--with-references"),
        ));
    match element.thing {
        Some(Thing::Person(_)) => {
            let words = Text::new(
                "离开，但做过的事留着：{command}",
                "if the person leaves but their past work stays: {command}",
            );
            failure.hint(hint(words, Text::new("--from 日期", "--from DATE")))
        }
        _ => failure,
    }
}

fn indented(lines: Vec<String>) -> Vec<String> {
    lines.into_iter().map(|line| format!("  {line}")).collect()
}

/// `去掉了：活动“共桌日”`
fn removed(element: &Element, referring: &Referring, language: Language) -> String {
    let words = match referring {
        Referring::Refused => Text::new("去掉了：{kind}“{name}”", "removed: {kind} \"{name}\""),
        Referring::Removed => {
            Text::new("去掉了：{kind}“{name}”，连同提到它的地方", "removed: {kind} \"{name}\", and what referred to it")
        }
        Referring::To(_) => Text::new(
            "去掉了：{kind}“{name}”，提到它的地方改成了“{to}”",
            "removed: {kind} \"{name}\"; what referred to it now refers to \"{to}\"",
        ),
    };
    words.fill(language, |fact| {
        Some(match (fact, referring) {
            ("kind", _) => element.kind.get(language).to_owned(),
            ("to", Referring::To(name)) => name.clone(),
            _ => element.label.clone(),
        })
    })
}

/// `小雨从 2026-12-24 周四起离开`
fn leaves(name: &str, from: Day, language: Language) -> String {
    let words = Text::new("{name} 从 {day} 起离开", "{name} leaves on {day}");
    words.fill(language, |fact| {
        Some(match fact {
            "name" => name.to_owned(),
            _ => format!("{from} {}", from.weekday().short().get(language)),
        })
    })
}

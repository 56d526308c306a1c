//! `qun add`: one more thing in the plan, from options; what is missing is asked on a terminal.

mod args;
mod examples;

use super::args::TextOrJson;
use super::edit::{self, Draft, Edited};
use super::failure::{Failure, Message};
use super::prompt::{self, InterviewEnd};
use super::session::Session;
use super::set::{UNFILLED, is_placeholder};
use super::{next_dates, out};
use crate::amend::{self, AmendError, Amendment, Snapshot, value};
use crate::finding::{Finding, Level, Literal};
use crate::interview::Interview;
use crate::interview::adding::{key_of, values_of_line};
use crate::language::{Language, Text};
use crate::plan::{ElementKind, Plan, Thing};
use crate::render::calendar::View;
use crate::render::{clean, dates, finding_line};
use crate::source::{KeyInfo, Shape, Suggestion};

pub(crate) use args::{Add, kinds};

/// Errors that are listed where they are refused.
const LISTED: usize = 5;

pub(crate) fn run(asked: &Add, session: &Session) -> Result<u8, Failure> {
    let what = asked.what.ok_or_else(no_kind)?;
    let edited = Edited {
        path: &asked.plan,
        dry_run: asked.dry_run,
        is_lenient: false,
        is_json: asked.format == TextOrJson::Json,
    };
    // what was asked once is not asked again where the plan changes meanwhile
    let mut answers = Vec::new();
    let request = |draft: &Draft| request(asked, what, draft, &mut answers);
    let check = |amendment: &Amendment<'_, amend::Add>| match asked.force {
        true => Ok(()),
        false => refuse_errors(amendment, asked.dry_run, session),
    };
    edited.carry_out_checked(session, request, check, |draft, amendment, is_written| {
        let (language, effect) = (draft.opened.language, amendment.effect()?);
        let after = amendment.after().reading;
        let request = &amendment.request;
        for ((id, title), thing) in request.ids().zip(request.titles()).zip(&effect.things) {
            if is_written {
                let name = thing.map(|thing| thing.label(&after.plan, language)).or_else(|| title.map(str::to_owned));
                out::message(&clean(&done(what, id, name, language)));
            }
            if let Some(Thing::Person(person)) = thing
                && let Some(day) = after.plan.people[*person].from
            {
                let words = Text::new(
                    "从 {day} 起在团队里，之前的安排不变",
                    "in the team from {day}; nothing changes before that day",
                );
                out::message(&words.fill(language, |_| Some(day.to_string())));
            }
            if let Some(Thing::Role(role)) = thing
                && let Some(suited) = after.plan.candidates(*role, language)
            {
                out::message(&clean(&suited));
            }
        }
        for title in request
            .titles()
            .flatten()
            .filter(|title| what.labels(&amendment.before()).iter().any(|known| known == title))
        {
            let words = Text::new(
                "已经有一个{what}叫“{title}”；不是要再加一个的话，qun undo 撤销",
                "another {what} is called \"{title}\" too; if you did not mean a second one, qun undo takes it back",
            );
            let fact =
                |name: &str| Some(if name == "what" { what.name.get(language).to_owned() } else { title.to_owned() });
            out::message(&clean(&words.fill(language, fact)));
        }
        edit::show_ended_without(amendment, language);
        if let Some(calendar) = &effect.calendar {
            let none = Text::new(
                "往后一年里没有它的日子；用 qun why {id} 看原因",
                "it has no date in the coming year; qun why {id} shows why",
            );
            let view = View { language, ..View::new(&after.plan, &after.index, calendar) };
            let id = amendment.request.ids().next();
            match calendar.entries.is_empty() {
                true => out::message(&none.fill(language, |_| id.map(str::to_owned))),
                false => out::message(dates(&view).trim_end()),
            }
        }
        edit::show_impact(amendment, &effect.impact, language);
        Ok(())
    })
}

/// What is to be added: from the options, and from what is asked on a terminal, which is kept in `answers`.
fn request(
    asked: &Add,
    what: &'static ElementKind,
    draft: &Draft,
    answers: &mut Vec<Vec<(&'static str, Literal)>>,
) -> Result<Option<amend::Add>, Failure> {
    let now = draft.now();
    let mut add: Option<amend::Add> = None;
    for (nth, typed) in given(asked, what, now.plan()).iter().enumerate() {
        let known = answers.get(nth).cloned();
        let Some((mut given, answered)) = element(what, typed, draft, known)? else { return Ok(None) };
        given.extend(answered.iter().cloned());
        if answers.len() == nth {
            answers.push(answered);
        }
        add = Some(match (add, what.within().and_then(ElementKind::meant), &asked.of) {
            (Some(add), ..) => add.and(given, &now)?,
            (None, None, _) => amend::Add::new(what, given, &now)?,
            (None, Some(whole), Some(name)) => amend::Add::within(&whole.find(name, &now)?, what, given, &now)?,
            (None, Some(whole), None) => return Err(no_whole(whole, &now)),
        });
    }
    Ok(add)
}

/// What was given of each that is added: a line is read as in the interview; what an option says wins.
fn given(asked: &Add, what: &'static ElementKind, plan: &Plan) -> Vec<GivenKeys> {
    let Some(line) = asked.line.as_deref() else { return asked.given.clone() };
    let info = |key: &str| what.keys().find(|info| info.key == key);
    let named = || {
        let name = what.keys().find(|info| amend::CALLED.contains(&info.key));
        vec![name.map(|info| (info.key, line.to_owned())).into_iter().collect()]
    };
    let mut options = asked.given.iter();
    let first = options.next().cloned().unwrap_or_default();
    let with_options = |values: Vec<(&'static str, String)>| {
        let is_new = |(info, _): &(&KeyInfo, String)| !first.iter().any(|(known, _)| known.key == info.key);
        let values = values.into_iter().filter_map(|(key, value)| Some((info(key)?, value))).filter(is_new);
        first.iter().cloned().chain(values).collect::<GivenKeys>()
    };
    let lines = values_of_line(what, line, plan).unwrap_or_else(named);
    lines.into_iter().map(with_options).chain(options.cloned()).collect()
}

/// What was typed for keys.
type GivenKeys = Vec<(&'static KeyInfo, String)>;

/// The values of a key each.
type NewValues = Vec<(&'static str, Literal)>;

/// One of what is to be added: what was typed, and what was answered, now or before.
fn element(
    what: &'static ElementKind,
    typed: &[(&'static KeyInfo, String)],
    draft: &Draft,
    answers: Option<NewValues>,
) -> Result<Option<(NewValues, NewValues)>, Failure> {
    let (now, opened, language) = (draft.now(), &draft.opened, draft.opened.language);
    let is_unfilled = |(_, typed): &&(&'static KeyInfo, String)| is_placeholder(typed);
    let read = |(info, typed): &(&'static KeyInfo, String)| {
        let value = value(&info.shape, typed, &now);
        value.map(|value| (info.key, value)).map_err(|wrong| AmendError::WrongValue(args::flag(info.key), wrong))
    };
    let given = typed.iter().filter(|given| !is_unfilled(given)).map(read).collect::<Result<Vec<_>, _>>()?;
    if let Some(answers) = answers {
        return Ok(Some((given, answers)));
    }
    let known: Vec<&str> = given.iter().map(|(key, _)| *key).collect();
    let interview = Interview::adding(&opened.library, what, (&draft.text, known.clone()), language, draft.today);
    // placeholders of a suggested command, pasted as it was: what the interview does not ask is asked here
    let mut asked = Vec::new();
    for (info, placeholder) in typed.iter().filter(is_unfilled) {
        if !prompt::can_ask() {
            return Err(Failure::of(UNFILLED, [("value", placeholder)]));
        }
        if !interview.missing().iter().any(|question| key_of(question) == info.key) {
            asked.extend(asked_for(info, placeholder, draft)?);
        }
    }
    let known = known.into_iter().chain(asked.iter().map(|(key, _)| *key)).collect();
    let mut interview = Interview::adding(&opened.library, what, (&draft.text, known), language, draft.today);
    if interview.missing().is_empty() {
        return Ok(Some((given, asked)));
    }
    if !prompt::can_ask() {
        return Err(missing(what, &interview, language));
    }
    let mut echo = |interview: &Interview<'_>| {
        next_dates::show(interview, draft.today, &opened.holidays);
        Ok(())
    };
    match prompt::run(&mut interview, &mut echo)? {
        InterviewEnd::Done => Ok(Some((given, asked.into_iter().chain(interview.added()).collect()))),
        InterviewEnd::Stopped => Ok(None),
    }
}

/// The value of one key, asked for until it can be read; none where it is left out.
fn asked_for(
    info: &'static KeyInfo,
    placeholder: &str,
    draft: &Draft,
) -> Result<Option<(&'static str, Literal)>, Failure> {
    let (now, language) = (draft.now(), draft.opened.language);
    let left_out = Text::new("这一项先不写。", "Left out for now.");
    loop {
        out::message(&clean(placeholder.trim_matches(['<', '>'])));
        let help = || info.shape.wanted().get(language).to_owned();
        let Some(typed) = prompt::text_or_help(info.about, help, left_out, language)? else { return Ok(None) };
        match value(&info.shape, &typed, &now) {
            Ok(value) => return Ok(Some((info.key, value))),
            Err(wrong) => out::failure(&AmendError::WrongValue(args::flag(info.key), wrong).into(), language),
        }
    }
}

/// Of what is it to be a part?
fn no_whole(whole: &ElementKind, now: &Snapshot<'_>) -> Failure {
    let words = Text::new("加到哪个{kind}？写上它的名字", "to which {kind}? give its name");
    let kind = whole.name;
    let message = Message::new(move |language| words.fill(language, |_| Some(kind.get(language).to_owned())));
    Failure::new(message).suggest(Suggestion::All(whole.labels(now)))
}

/// What brings errors is not written unless that is asked for; on a terminal it is asked, so that no answer is lost.
fn refuse_errors(amendment: &Amendment<'_, amend::Add>, is_dry: bool, session: &Session) -> Result<(), Failure> {
    let new = amendment.effect()?.impact.findings.new;
    let line = |error: &Finding| {
        let error = error.clone();
        Message::new(move |language| prompt::fit(&finding_line(&error, language), 4))
    };
    let errors = new.iter().filter(|finding| finding.level == Level::Error);
    let notes: Vec<Message> = errors.take(LISTED).map(line).collect();
    if notes.is_empty() {
        return Ok(());
    }
    let refused = Text::new("这样一改会带来错误，没有写入：", "not written, because it would bring errors:");
    let failure = Failure { notes, ..Failure::new(refused) };
    if is_dry || !prompt::can_ask() {
        return Err(failure
            .hint(Text::new("先改好它；要照样写入，加 --force", "fix this first, or write it anyway with --force")));
    }
    let language = session.language_of(amendment.before().plan());
    out::failure(&failure, language);
    let question = Text::new("照样写入，以后再改？", "Write it all the same, and fix that later?");
    let left = Text::new("没有写入", "nothing was written");
    match prompt::yes(question.get(language), left, false, language)? {
        Some(true) => Ok(()),
        Some(false) | None => Err(Failure::new(left)),
    }
}

/// Without a kind: which there are.
fn no_kind() -> Failure {
    let kinds = |language| {
        let kinds = ElementKind::addable().map(|what| match language {
            Language::Zh => format!("{} {}", what.word, what.name.zh),
            Language::En => what.word.to_owned(),
        });
        Suggestion::All(kinds.collect()).message(language).unwrap_or_default()
    };
    Failure::new(Text::new("加什么？", "add what?"))
        .note(Message::new(kinds))
        .hint(Text::new("例如 qun add activity", "for example qun add activity"))
}

/// What is missing where no terminal can ask for it.
fn missing(what: &ElementKind, interview: &Interview<'_>, language: Language) -> Failure {
    let keys: Vec<&str> = interview.missing().into_iter().map(key_of).collect();
    let flags: Vec<String> = keys.iter().map(|key| args::flag(key)).collect();
    let wide = flags.iter().map(String::len).max().unwrap_or_default();
    let words = Text::new("要加{what}，还缺：", "missing for a new {what}:");
    let name = what.name;
    let message = Message::new(move |language| words.fill(language, |_| Some(name.get(language).to_owned())));
    // made in the language of the interview, which is the one that is shown
    let line = |(flag, key): (&String, &&str)| {
        let about = what.keys().find(|info| info.key == *key).map(|info| about(info, interview, language));
        let line = format!("{flag:wide$}  {}", about.unwrap_or_default());
        Message::new(move |_| line.clone())
    };
    Failure { notes: flags.iter().zip(&keys).map(line).collect(), ..Failure::new(message) }
}

/// What a key says, and what it can name in this plan.
fn about(info: &KeyInfo, interview: &Interview<'_>, language: Language) -> String {
    match info.shape {
        Shape::Reference(..) | Shape::List(_) => {
            let names = interview.choices_of(info.key);
            let words: Vec<&str> = names.iter().map(|choice| choice.word.as_str()).collect();
            clean(&args::with_words(info.about.get(language), &words, language))
        }
        _ => args::about(info, language),
    }
}

/// `加好了：活动“周末观影”（film-night）`
fn done(what: &ElementKind, id: &str, name: Option<String>, language: Language) -> String {
    let name = name.filter(|name| name != id);
    let words = match name {
        Some(_) if id == what.word => Text::new("加好了：{what}“{name}”", "added: {what} \"{name}\""),
        Some(_) => Text::new("加好了：{what}“{name}”，id 是 {id}", "added: {what} \"{name}\" as {id}"),
        None => Text::new("加好了：{what}“{id}”", "added: {what} \"{id}\""),
    };
    words.fill(language, |fact| {
        Some(match fact {
            "what" => what.name.get(language).to_owned(),
            "name" => name.clone().unwrap_or_default(),
            _ => id.to_owned(),
        })
    })
}

//! `qun document`: texts to paste, made from the plan.

use std::path::{Path, PathBuf};

use super::args::{DocumentFormat, Documents as Asked};
use super::exit::DONE;
use super::failure::{Failure, Message};
use super::plans::{self, OpenPlan};
use super::session::Session;
use super::{deliver, files, out};
use crate::document::{
    DocumentKind, DocumentRequest, DocumentSubject, MadeDocument, MessageLimit, OwnTemplates, TEMPLATE_ENDING,
    TemplateError, Wanted, WantedState, default_channel, make, own_plan, wanted,
};
use crate::language::{Language, Text};
use crate::plan::channels::Platform;
use crate::plan::{ElementKind, Plan, Thing, UnknownName};
use crate::render::page::{DocumentPart, OwnPages, document_page};
use crate::render::{clean, quoted};
use crate::source::{ChoiceInfo, Suggestion};

pub(crate) fn run(asked: &Asked, session: &Session) -> Result<u8, Failure> {
    let (path, words) = path_and_words(&asked.words);
    let templates = session.document_templates(&path);
    let Some((name, of)) = words.split_first() else {
        list(&templates, session.language());
        return Ok(DONE);
    };
    let kind = DocumentKind::of_word(name);
    let name: &str = match kind {
        Some(kind) => kind.word(),
        None => name,
    };
    if kind.is_none() && !templates.names().contains(&name) {
        return Err(unknown(name, &templates, session.language()));
    }
    let text = files::read(&path, session.language())?;
    let opened = plans::open_text(&text, &path, session)?;
    let plan = &opened.reading.plan;
    let subject = subject(kind, of, plan)?;
    let channel = asked.channel.as_deref().map(|name| plan.channel_named(name)).transpose()?;
    let platform = asked.platform.as_deref().map(platform_named).transpose()?;
    let channel = channel.or_else(|| default_channel(kind, subject, plan).filter(|_| platform.is_none()));
    let platform = platform.or_else(|| plan.channels[channel?].platform);
    let ownership = &opened.reading.index.ownership;
    let (reading, tree) = own_plan(&text, ownership, &opened.library);
    let lacks = kind.map(|kind| wanted(kind, subject, plan, &tree, ownership)).unwrap_or_default();
    if let Some(kind) = kind
        && let needed = lacks.iter().filter(|lack| lack.is_needed).collect::<Vec<_>>()
        && !needed.is_empty()
    {
        return Err(needed.into_iter().fold(cannot(kind), |failure, lack| failure.hint(line(lack))));
    }
    // the plan's own texts decide; one that says no language is in that of the run
    let language = plan.language.unwrap_or(opened.language);
    let today = session.today(plan);
    let request = DocumentRequest { reading: &reading, name, subject, channel, platform, language, today };
    let made = make(&request, &templates).ok_or_else(|| unknown(name, &templates, opened.language))?;
    let made = made.map_err(|error| broken(&error))?;
    let title = kind.map_or(name, |kind| kind.name().get(opened.language));
    show(&made, (title, &session.page_templates(&path)), asked, session, &opened)?;
    let of_channel = channel.map(|channel| Thing::Channel(channel).label(plan, opened.language));
    out::message(&about(&made, of_channel.as_deref(), platform, opened.language));
    for note in notes(kind, &lacks, opened.language) {
        out::message(&note);
    }
    Ok(DONE)
}

/// The plan, and the words that are no path: the document, and what it is about.
fn path_and_words(words: &[String]) -> (PathBuf, Vec<String>) {
    let is_plan = |word: &String| DocumentKind::of_word(word).is_none() && plans::is_path(Path::new(word));
    let at = words.iter().position(is_plan);
    let path = at.map_or(plans::STANDARD, |at| words[at].as_str());
    let others = words.iter().enumerate().filter(|(index, _)| Some(*index) != at).map(|(_, word)| word.clone());
    (PathBuf::from(path), others.collect())
}

/// Every document in a line.
fn list(templates: &OwnTemplates, language: Language) {
    let wide = DocumentKind::ALL.iter().map(|kind| kind.word().len()).max().unwrap_or_default();
    for kind in DocumentKind::ALL {
        out::data(&format!("{:wide$}  {}\n", kind.word(), kind.about().get(language)));
    }
    let own = templates.names().into_iter().filter(|name| DocumentKind::of_word(name).is_none());
    for name in own {
        let words = Text::new("自己的模板", "your own template");
        out::data(&format!("{:wide$}  {}\n", clean(name), words.get(language)));
    }
}

fn unknown(name: &str, templates: &OwnTemplates, language: Language) -> Failure {
    let own = templates.names().into_iter().map(|name| (None, Some(name)));
    let known = DocumentKind::ALL.map(|kind| (Some(kind.name().get(language)), Some(kind.word())));
    let text = Text::new("没有“{name}”这种文档", "there is no document \"{name}\"");
    let list = Text::new("qun document 列出全部", "qun document lists all of them");
    Failure::from(UnknownName::new(name, text, known.into_iter().chain(own))).hint(list)
}

/// What a document is about: the role that is handed over, the activity with the draw; where there is only one, that one.
fn subject(kind: Option<DocumentKind>, of: &[String], plan: &Plan) -> Result<DocumentSubject, Failure> {
    let named = of.first().map(String::as_str);
    match (kind, named) {
        (Some(DocumentKind::Handover), Some(name)) => Ok(DocumentSubject::Role(plan.role_named(name)?)),
        (Some(DocumentKind::Handover), None) => {
            let roles: Vec<Thing> = (0..plan.roles.len()).map(Thing::Role).collect();
            let none =
                Text::new("计划里没有角色，没有可交接的", "the plan has no roles, so there is nothing to hand over");
            let which = Text::new("交接哪个角色？写在后面", "which role? Name it");
            one_of(&roles, plan, "handover", (none, which)).map(DocumentSubject::Role)
        }
        (Some(DocumentKind::Draw), named) => {
            let has_draw = |at: &usize| plan.activities[*at].draw != Default::default();
            let draws: Vec<Thing> = (0..plan.activities.len()).filter(has_draw).map(Thing::Activity).collect();
            let none = Text::new(
                "计划里没有抽奖；先在活动里写奖品，例如 qun set activities.活动的id.draw.prizes 奖品",
                "the plan has no prize draw; set its prizes first, for example qun set activities.ID.draw.prizes TEXT",
            );
            let which = Text::new("哪个活动的抽奖？写在后面", "which draw? Name the activity");
            let Some(name) = named else {
                return one_of(&draws, plan, "draw", (none, which)).map(DocumentSubject::Draw);
            };
            let found = plan.position_named(draws.iter().copied(), name);
            let found = found.and_then(|at| if let Thing::Activity(at) = draws[at] { Some(at) } else { None });
            found.map(DocumentSubject::Draw).ok_or_else(|| {
                let text = Text::new("没有“{name}”这个抽奖", "there is no prize draw \"{name}\"");
                UnknownName::new(name, text, draws.iter().map(|draw| (draw.title(plan), draw.id(plan)))).into()
            })
        }
        (_, Some(extra)) => {
            let words = Text::new("多了“{word}”", "\"{word}\" is one word too many");
            Err(Failure::of(words, [("word", &extra)]))
        }
        (_, None) => Ok(DocumentSubject::Whole),
    }
}

/// The only one of some things; of several, how each is asked for.
fn one_of(things: &[Thing], plan: &Plan, word: &str, (none, which): (Text, Text)) -> Result<usize, Failure> {
    match things {
        [] => Err(Failure::new(none)),
        [Thing::Role(only) | Thing::Activity(only)] => Ok(*only),
        several => {
            let command = |thing: &Thing| {
                let name = thing.id(plan).or_else(|| thing.title(plan)).unwrap_or_default();
                format!("qun document {word} {}", quoted(name))
            };
            let commands = several.iter().map(command).map(|command| clean(&command));
            Err(commands
                .fold(Failure::new(which), |failure, command| failure.hint(Message::new(move |_| command.clone()))))
        }
    }
}

/// The platform of a word or name, in either language.
fn platform_named(typed: &str) -> Result<Platform, Failure> {
    let lower = typed.trim().to_lowercase();
    let is_it = |choice: &ChoiceInfo| {
        let names = [choice.word, choice.name.zh, choice.name.en].into_iter().chain(choice.also.iter().copied());
        names.into_iter().any(|name| name.to_lowercase() == lower)
    };
    let found = Platform::ALL.iter().zip(Platform::CHOICES).find(|(_, choice)| is_it(choice));
    found.map(|(platform, _)| *platform).ok_or_else(|| {
        let known = Platform::CHOICES.iter().flat_map(|choice| {
            let names = [choice.name.zh, choice.name.en].into_iter().chain(choice.also.iter().copied());
            let others = names.filter(|name| name.to_lowercase() != choice.word);
            std::iter::once(choice.word).chain(others).map(|name| (None, Some(name)))
        });
        let text = Text::new("没有“{name}”这个平台", "there is no platform \"{name}\"");
        let mut unknown = UnknownName::new(typed, text, known);
        // the whole list helps nobody
        if matches!(unknown.suggestion, Suggestion::All(_)) {
            unknown.suggestion = Suggestion::Near(Vec::new());
            unknown.hint = Some(Text::new("qun schema 列出全部平台", "qun schema lists all platforms"));
        }
        unknown.into()
    })
}

/// Shows the messages, or writes them; between two of them is a line that is not to be posted.
fn show(
    made: &MadeDocument,
    (title, own): (&str, &OwnPages),
    asked: &Asked,
    session: &Session,
    opened: &OpenPlan,
) -> Result<(), Failure> {
    let all = made.messages.len();
    let line = Text::new("———— 第 {n} 条，共 {all} 条 ————", "———— message {n} of {all} ————");
    let message = |(at, message): (usize, &String)| {
        let number = |name: &str| Some(if name == "n" { at + 1 } else { all }.to_string());
        match all {
            1 => format!("{message}\n"),
            _ => format!("{}\n{message}\n", line.fill(opened.language, number)),
        }
    };
    let is_page = |path: &Path| path.extension().is_some_and(|ending| ending == "html");
    let format = asked.format.unwrap_or(match files::target(asked.output.as_deref()).is_some_and(is_page) {
        true => DocumentFormat::Html,
        false => DocumentFormat::Text,
    });
    let text: String = match format {
        DocumentFormat::Text => made.messages.iter().enumerate().map(message).collect(),
        DocumentFormat::Html => page(made, title, own, opened.language)?,
    };
    match files::target(asked.output.as_deref()) {
        None => out::data(&text),
        Some(path) => deliver::to_file(path, &text, asked.force, opened.language, session)?,
    }
    Ok(())
}

/// A page with a part for each message.
fn page(made: &MadeDocument, title: &str, own: &OwnPages, language: Language) -> Result<String, Failure> {
    let all = made.messages.len();
    let number = Text::new("第 {n} 条", "Message {n}");
    let part = |(at, message): (usize, &String)| DocumentPart {
        title: if all > 1 { number.fill(language, |_| Some((at + 1).to_string())) } else { String::new() },
        text: message.trim_end().to_owned(),
    };
    let parts: Vec<DocumentPart> = made.messages.iter().enumerate().map(part).collect();
    Ok(document_page(&clean(title), &parts, own, language)?)
}

/// For where it is, how long it is, and how long a message may be.
fn about(made: &MadeDocument, channel: Option<&str>, platform: Option<Platform>, language: Language) -> String {
    let platform = platform.map(|platform| platform.name().get(language));
    let place = match (channel, platform) {
        (Some(channel), Some(platform)) if channel != platform => {
            let both = Text::new("{channel}（{platform}）", "{channel} ({platform})");
            both.fill(language, |name| Some(if name == "channel" { channel } else { platform }.to_owned()))
        }
        (Some(place), _) | (None, Some(place)) => place.to_owned(),
        (None, None) => Text::new("任何地方", "anywhere").get(language).to_owned(),
    };
    let limit = made.limit.unwrap_or(MessageLimit::Characters(0));
    let longest = made.messages.iter().map(|message| limit.length(message)).max().unwrap_or_default();
    let words = match (made.limit, made.messages.len()) {
        (None, _) => Text::new("为{place}写的，{length} 个字符", "for {place}: {length|character|characters}"),
        (Some(MessageLimit::Characters(_)), 1) => Text::new(
            "为{place}写的，{length} 个字符，一条最多 {most}",
            "for {place}: {length|character|characters} of {most}",
        ),
        (Some(MessageLimit::Bytes(_)), 1) => {
            Text::new("为{place}写的，{length} 个字节，一条最多 {most}", "for {place}: {length|byte|bytes} of {most}")
        }
        (Some(MessageLimit::Characters(_)), _) => Text::new(
            "为{place}写的，分成 {n} 条：一条最多 {most} 个字符",
            "for {place}: split into {n} messages of at most {most} characters",
        ),
        (Some(MessageLimit::Bytes(_)), _) => Text::new(
            "为{place}写的，分成 {n} 条：一条最多 {most} 个字节（一个汉字三个字节）",
            "for {place}: split into {n} messages of at most {most} bytes",
        ),
    };
    clean(&words.fill(language, |name| {
        Some(match name {
            "place" => place.clone(),
            "length" => longest.to_string(),
            "most" => limit.most().to_string(),
            _ => made.messages.len().to_string(),
        })
    }))
}

/// What the document does not say, by why.
fn notes(kind: Option<DocumentKind>, lacks: &[Wanted], language: Language) -> Vec<String> {
    let missing = lacks.iter().filter(|lack| lack.state == WantedState::Missing);
    let borrowed = lacks.iter().filter(|lack| lack.state != WantedState::Missing);
    let section = |title: Text, lines: Vec<String>| {
        let title = (!lines.is_empty()).then(|| title.get(language).to_owned());
        title.into_iter().chain(lines).collect::<Vec<_>>()
    };
    let shown = |lack: &Wanted| format!("  {}", line(lack).show(language));
    let title = match kind {
        Some(DocumentKind::Draw) => {
            Text::new("抽奖前都要公示，补齐再发：", "to be published before a draw; add it before you post this:")
        }
        _ => Text::new("计划里还没有，所以文中没有写：", "not in the plan, so the text leaves it out:"),
    };
    let mut notes = section(title, missing.map(shown).collect());
    notes.extend(section(
        Text::new("还是模板的，所以文中没有写：", "still the starter's, so the text leaves it out:"),
        borrowed.map(shown).collect(),
    ));
    notes
}

/// What is lacking, and the command that adds it.
fn line(lack: &Wanted) -> Message {
    let (about, key) = (lack.about, lack.key.clone());
    let addable = ElementKind::addable().find(|kind| kind.list.join(".") == key).map(|kind| kind.word);
    let words = match lack.state {
        WantedState::Missing | WantedState::NeverTaken(_) if addable.is_some() => {
            Text::new("{about}：qun add {word}", "{about}: qun add {word}")
        }
        WantedState::Missing if lack.element.is_some() => {
            Text::new("{about}：在计划里写 {element}", "{about}: add to the plan: {element}")
        }
        WantedState::Missing => Text::new("{about}：qun set {key}", "{about}: qun set {key}"),
        WantedState::Borrowed(_) => Text::new(
            "{about}，模板的 {n} 处：看一遍用 qun confirm {key}",
            "{about} ({n|value|values} of the starter's): qun confirm {key}",
        ),
        WantedState::NeverTaken(_) => Text::new(
            "{about}，模板的不能照用：换成自己的用 qun set {key}",
            "{about} (the starter's can't be used): qun set {key}",
        ),
    };
    let n = match lack.state {
        WantedState::Borrowed(n) | WantedState::NeverTaken(n) => n,
        WantedState::Missing => 0,
    };
    let element = lack.element.clone().unwrap_or_default();
    Message::new(move |language| {
        words.fill(language, |name| {
            Some(match name {
                "about" => about.get(language).to_owned(),
                "key" => quoted(&key),
                "element" => element.clone(),
                "word" => addable.unwrap_or_default().to_owned(),
                _ => n.to_string(),
            })
        })
    })
}

/// A document without which something is needed.
fn cannot(kind: DocumentKind) -> Failure {
    let words = Text::new("还写不出“{name}”，计划里要先有：", "no {name} yet; the plan needs this first:");
    Failure::new(Message::new(move |language| words.fill(language, |_| Some(kind.name().get(language).to_owned()))))
}

/// What is wrong with a template of the user's, at its place.
fn broken(error: &TemplateError) -> Failure {
    let place = error.place.map(|(line, column)| format!(":{line}:{column}")).unwrap_or_default();
    let file = format!("{}.{TEMPLATE_ENDING}{place}", clean(&error.template));
    let error = error.clone();
    let suggestion = error.suggestion.clone();
    let message = Message::new(move |language| format!("{file}: {}", clean(&error.message(language))));
    let failure = Failure::new(message);
    suggestion.into_iter().fold(failure, Failure::suggest)
}

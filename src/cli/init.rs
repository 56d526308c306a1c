//! `qun init`: the interview, at a terminal or from a file of answers, and what comes after it.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use super::args::Init;
use super::exit::{DONE, INTERRUPTED};
use super::failure::{Failure, Message};
use super::files;
use super::import::source::{ImportSource, imported};
use super::session::Session;
use super::write::{self, Overwrite};
use super::{gaps, next_dates, out, plans, prompt};
use crate::amend::AmendError;
use crate::import::Imported;
use crate::interview::{Answers, AnswersError, Interview, Mode, TableAnswers, example, find, lines_of_items};
use crate::knowledge::Holidays;
use crate::language::{Language, Text};
use crate::library::Library;
use crate::plan::read;
use crate::render;
use crate::render::{clean, quoted, quoted_path};
use crate::source::{Document, Suggestion};

const BUSY: Text = Text::new(
    "另一个 qun init 正在写 {path}；这一个停下，最后一个回答没有写进去，别的都在那份草稿里",
    "another qun init is writing {path}, so this one stops; its last answer was not saved, the others are in that draft",
);

pub(crate) fn run(asked: &Init, session: &Session) -> Result<u8, Failure> {
    let language = session.language();
    let library = session.library(&asked.plan);
    let mode = if asked.full { Mode::Full } else { Mode::Quick };
    let mut interview = Interview::new(&library, mode, language, session.today_here());
    if asked.yes {
        // nobody is there to tick
        interview = interview.copying();
    }
    if asked.print_questions {
        // with the choices and defaults of what was answered already
        let (answers, mut wrong) = given(asked, session, &library)?;
        wrong.extend(interview.replay(&answers).err().unwrap_or_default());
        if !wrong.is_empty() {
            return Err(refused(wrong, asked));
        }
        out::data(&format!("{:#}\n", render::questions_json(&interview)));
        return Ok(DONE);
    }
    let at_terminal = std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
    if asked.plan.exists() && !asked.force {
        let begins_anew = asked.yes || asked.template.is_some() || asked.answers.is_some();
        if at_terminal && !begins_anew && asked.set.is_empty() {
            return if asked.full { gaps::chapters(&asked.plan, session) } else { gaps::run(&asked.plan, session) };
        }
        let words = Text::new(
            "{path} 已经存在。用 qun lint 看它还缺什么，用 qun set 补上；要重写请加 --force",
            "{path} already exists. qun lint shows what it lacks, qun set fills it in; --force starts over",
        );
        return Err(Failure::of(words, [("path", &asked.plan.display())]));
    }
    let draft = draft_path(&asked.plan);
    let (mut answers, mut wrong) = given(asked, session, &library)?;
    if !wrong.is_empty() {
        // all of it at once, also what depends on the starter
        wrong.extend(interview.replay(&answers).err().unwrap_or_default());
        return Err(refused(wrong, asked));
    }
    let mut is_resumed = false;
    if draft.is_file() {
        is_resumed = at_terminal && !asked.yes;
        answers = match is_resumed {
            true => match resume(&draft, answers, &interview)? {
                Some(answers) => answers,
                None => {
                    out::message(prompt::LEFT_AS_IT_IS.get(language));
                    return Ok(INTERRUPTED);
                }
            },
            false => {
                let words = Text::new(
                    "旁边有一份没答完的草稿 {path}，这次没有用它，也没有动它",
                    "there is an unfinished draft, {path}; it was not used and not changed",
                );
                out::message(&words.fill(language, |_| Some(draft.display().to_string())));
                answers
            }
        };
    }
    interview.replay(&answers).map_err(|errors| refused(errors, asked))?;
    let mut is_asked = false;
    if is_resumed || !asked.yes && !interview.missing().is_empty() {
        if !at_terminal {
            return Err(missing(&interview, asked));
        }
        is_asked = true;
        interview = interview.in_zone(Session::zone_here());
        let today = session.today_here();
        let kept = |language| draft.is_file().then(|| files::read(&draft, language)).transpose();
        let mut saved = kept(language)?;
        let mut save = |interview: &Interview<'_>| {
            let answers = interview.answers();
            let language = answers.language().unwrap_or(language);
            let holidays = if language == Language::Zh { Holidays::china() } else { Holidays::none() };
            next_dates::show(interview, today, holidays);
            if kept(language)? != saved {
                return Err(Failure::of(BUSY, [("path", &draft.display())]));
            }
            let text = answers.to_toml();
            write::write(&draft, &text, Overwrite::Draft, session)?;
            saved = Some(text);
            Ok(())
        };
        match prompt::run(&mut interview, &mut save)? {
            prompt::InterviewEnd::Done => {}
            prompt::InterviewEnd::Stopped => return Ok(INTERRUPTED),
        }
    }
    if !is_asked {
        // what the interview would have said at once
        let found = interview.contradictions();
        found.iter().for_each(|words| out::message(&prompt::fit(&clean(&format!("! {words}")), 2)));
    }
    finish(asked, session, &interview, &library)?;
    if at_terminal && !asked.yes && draft.is_file() {
        std::fs::remove_file(draft)?;
    }
    Ok(DONE)
}

/// The answers of an interview that was interrupted.
pub(crate) fn draft_path(plan: &Path) -> PathBuf {
    let mut name = plan.file_name().unwrap_or_default().to_owned();
    name.push(".draft");
    plan.with_file_name(name)
}

/// The answers of the command line, and what is wrong with others: a file, a starter, single ones; the later win.
fn given(asked: &Init, session: &Session, library: &Library) -> Result<(Answers, Vec<AnswersError>), Failure> {
    let language = session.language();
    let (mut answers, mut wrong) = match &asked.answers {
        None => (Answers::default(), Vec::new()),
        Some(path) => {
            if path.as_os_str() != "-" && !path.exists() {
                let words = Text::new(
                    "找不到答案文件 {path}；qun init --print-questions 列出全部问题，文件这样写：",
                    "there is no file of answers {path}; qun init --print-questions lists all questions, and a file looks like this:",
                );
                let failure = Failure::of(words, [("path", &path.display())]);
                return Err(failure.note(Message::new(|language| example(language).trim_start().to_owned())));
            }
            Answers::read(&files::read(path, language)?)
        }
    };
    if let Some(name) = &asked.template {
        if library.starter(name, language).is_none() {
            let words = Text::new("没有叫“{name}”的模板", "there is no template \"{name}\"");
            return Err(Failure::of(words, [("name", name)]).suggest(Suggestion::new(name, library.starter_names())));
        }
        answers.set(&format!("starter={name}")).map_err(|error| Failure::new(line(error)))?;
    }
    // a language that was asked for is an answer too
    if let Some(language) = session.asked_language() {
        answers.set(&format!("language={}", language.tag())).map_err(|error| Failure::new(line(error)))?;
    }
    if let Some(path) = &asked.from {
        let language = answers.language().unwrap_or(language);
        wrong.extend(from_table(path, &mut answers, language, session)?);
    }
    wrong.extend(asked.set.iter().filter_map(|pair| answers.set(pair).err()));
    Ok((answers, wrong))
}

/// Adds what a table says of people, channels and activities, and shows what it does not; what is wrong with it.
fn from_table(
    path: &Path,
    answers: &mut Answers,
    language: Language,
    session: &Session,
) -> Result<Vec<AnswersError>, Failure> {
    let sources = [ImportSource::read(path, None)?];
    let Imported { items, problems } = imported(&sources, session.today_here());
    let TableAnswers { answers: lines, left_out } = lines_of_items(&items, language);
    let name = clean(&path.display().to_string());
    let mut wrong = Vec::new();
    for (question, lines) in &lines {
        let Some(about) = find(question) else { continue };
        let words = Text::new("{path}：{n} 行 → “{question}”", "{path}: {n|line|lines} → \"{question}\"");
        let line = words.fill(language, |fact| {
            Some(match fact {
                "path" => name.clone(),
                "n" => lines.len().to_string(),
                _ => about.text.get(language).to_owned(),
            })
        });
        out::message(&prompt::fit(&line, 2));
        wrong.extend(answers.set(&format!("{question}={}", lines.join("\n"))).err());
    }
    if lines.is_empty() {
        let words = Text::new(
            "{path} 里没有读出人、渠道或活动",
            "{path} has no people, channels or activities that can be read",
        );
        out::message(&words.fill(language, |_| Some(name.clone())));
    }
    for (title, why) in left_out {
        out::message(&prompt::fit(&format!("  · {}: {}", clean(&title), why.get(language)), 4));
    }
    render::import_problems(&problems, language).iter().for_each(|line| out::message(&format!("  · {line}")));
    Ok(wrong)
}

/// The answers that are refused, with their file.
fn refused(errors: Vec<AnswersError>, asked: &Init) -> Failure {
    let mut lines: Vec<Message> = errors.into_iter().map(line).collect();
    match &asked.answers {
        Some(path) => {
            let words = Text::new("{path} 里的回答有问题", "the answers in {path} have problems");
            Failure { notes: lines, ..Failure::of(words, [("path", &path.display())]) }
        }
        None if lines.is_empty() => Failure::new(Text::new("回答有问题", "the answers have problems")),
        None => {
            let notes = lines.split_off(1);
            Failure { notes, ..Failure::new(lines.remove(0)) }
        }
    }
}

fn line(error: AnswersError) -> Message {
    Message::new(move |language| error.message(language))
}

/// The answers to begin with, given an interrupted interview: taken up again, what was `given` wins over the draft;
/// to start over, the draft is kept under another name. None where neither is wanted.
fn resume(draft: &Path, given: Answers, interview: &Interview<'_>) -> Result<Option<Answers>, Failure> {
    let language = interview.language();
    let text = files::read(draft, language)?;
    match Answers::parse(&text) {
        Ok(mut answers) => {
            let language = answers.language().unwrap_or(language);
            let word = answers.text("starter");
            let ways = interview.context().starters();
            let chosen =
                word.map(|word| ways.iter().find(|way| way.word == word).map_or(word, |way| way.name.as_str()));
            match prompt::ask_to_resume(answers.len(), chosen, language)? {
                Some(true) => {
                    answers.overlay(&given);
                    return Ok(Some(answers));
                }
                Some(false) => {}
                None => return Ok(None),
            }
        }
        Err(errors) => {
            let words =
                Text::new("上次的草稿 {path} 读不出来，从头开始", "the draft {path} cannot be read; starting over");
            out::message(&words.fill(language, |_| Some(draft.display().to_string())));
            for error in errors {
                out::message(&format!("  {}", error.message(language)));
            }
        }
    }
    let numbered = |n: u32| draft.with_file_name(format!("{}.{n}", draft.file_name().unwrap_or_default().display()));
    let kept = (1..).map(numbered).find(|path| !path.exists());
    let kept = kept.expect("some number is free");
    std::fs::rename(draft, &kept)?;
    let words = Text::new("原来的草稿留在 {path}", "the old draft is kept as {path}");
    out::message(&words.fill(language, |_| Some(kept.display().to_string())));
    Ok(Some(given))
}

/// What to do when questions are open and there is no terminal to ask them.
fn missing(interview: &Interview<'_>, asked: &Init) -> Failure {
    let ids: Vec<&str> = interview.missing().iter().map(|question| question.id).collect();
    let words = Text::new(
        "这里不是终端，没法提问；还缺这些回答：{ids}",
        "without a terminal nothing can be asked; these answers are missing: {ids}",
    );
    let more = Text::new(
        "加 --yes 用默认回答，或用 --answers 文件、--set 问题=回答 给出；--print-questions 看全部问题",
        "add --yes for the defaults, or answer with --answers FILE and --set question=answer; --print-questions lists all",
    );
    let command = with_defaults(asked, interview.language());
    Failure::of(words, [("ids", &ids.join(" "))]).hint(more).hint(Message::new(move |_| command.clone()))
}

/// The same command with the defaults for what is open.
fn with_defaults(asked: &Init, language: Language) -> String {
    let mut words = vec!["qun init".to_owned()];
    let mut option = |name: &str, value: &str| words.push(format!("{name} {}", quoted(value)));
    if let Some(name) = &asked.template {
        option("--template", name);
    }
    if let Some(path) = &asked.answers {
        option("--answers", &path.display().to_string());
    }
    for pair in &asked.set {
        option("--set", pair);
    }
    if asked.full {
        words.push("--full".to_owned());
    }
    let mut option = |name: &str, value: &str| words.push(format!("{name} {}", quoted(value)));
    option("--lang", language.tag());
    words.push("--yes".to_owned());
    words.push(quoted_path(&asked.plan.display().to_string()));
    words.join(" ")
}

/// Writes the plan, and shows its score, what to fix and what comes next.
fn finish(asked: &Init, session: &Session, interview: &Interview<'_>, library: &Library) -> Result<(), Failure> {
    let language = interview.language();
    let text = interview.draft().map_err(AmendError::Edit)?.text;
    let overwrite = if asked.force { Overwrite::Anything } else { Overwrite::Nothing };
    if asked.plan.as_os_str() == "-" {
        out::data(&text);
        return Ok(());
    }
    write::write(&asked.plan, &text, overwrite, session)?;
    let mut buffer = String::new();
    let document = Document::parse(&text, &mut buffer);
    let reading = read(&document, library);
    let own = plans::holidays(&reading.plan, &asked.plan, session.allows_outside);
    let holidays = own.as_deref().unwrap_or(Holidays::none());
    let today = session.today(&reading.plan);
    let outcome = interview.outcome(&reading, library, (today, holidays));
    let path = asked.plan.display().to_string();
    let is_default = asked.plan.as_os_str() == plans::STANDARD;
    let argument = if is_default { String::new() } else { format!(" {}", quoted_path(&path)) };
    if let Some((zone, source)) = interview.context().inferred_zone() {
        let words = Text::new(
            "时区写成 {zone}：{source}；不对就改：qun set time_zone 城市",
            "time zone {zone}: {source}; to change it: qun set time_zone CITY",
        );
        let fact = |name: &str| Some(if name == "zone" { zone } else { source.name().get(language) }.to_owned());
        out::message(&prompt::fit(&words.fill(language, fact), 2));
    }
    let lines = render::interview_outcome(&outcome, (&path, &argument), language);
    let mut lines = lines.into_iter().map(|(line, indent)| prompt::fit(&line, indent));
    let bold = anstyle::Style::new().bold();
    let head = format!("\n{bold}{}{bold:#}", lines.next().unwrap_or_default());
    out::message(&std::iter::once(head).chain(lines).collect::<Vec<_>>().join("\n"));
    Ok(())
}

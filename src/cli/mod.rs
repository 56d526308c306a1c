//! The door: arguments, files, clock, environment, terminal, exit codes. Nothing here knows the domain.
//!
//! The only module that may read the clock and the environment, and that prints.
#![allow(clippy::disallowed_methods)]

mod add;
mod args;
mod attempt;
mod away;
mod borrowed;
mod brief;
mod change;
mod checklist;
mod clock;
mod command_line;
mod confirm;
mod copy;
mod dates;
mod deliver;
mod document;
mod done;
mod edit;
mod exit;
mod explain;
mod exports;
mod failure;
mod files;
mod full_width;
mod gaps;
mod help;
mod history;
mod import;
mod init;
mod lint;
mod lint_files;
mod locale;
mod next;
mod next_dates;
mod out;
mod pack;
mod plans;
mod progress;
mod prompt;
mod publish;
mod readings;
mod readings_file;
mod record;
mod remove;
mod rename;
mod replaced;
mod review;
mod roster_file;
mod schedule;
mod session;
mod set;
mod status;
mod swap;
mod templates;
mod today;
mod undo;
mod usage;
mod why;
mod wrap;
mod write;

use std::ffi::OsString;
use std::process::ExitCode;

use command_line::Command;
use exit::FAILED;
use failure::Failure;
use session::Session;

/// Runs the program with these arguments, the first of which is its name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let language = locale::language_before_plan(&arguments);
    if let Some(failure) = full_width::refuse_full_width(&arguments) {
        out::failure(&failure, language);
        return ExitCode::from(FAILED);
    }
    let (everywhere, command) = match command_line::parse(&arguments, language) {
        Ok(called) => called,
        Err(error) => return ExitCode::from(usage::explain(&error, called(&arguments), language)),
    };
    let session = Session::new(&everywhere, language, typed(&arguments));
    match dispatch(command.as_ref(), &session) {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            out::failure(&error, session.failure_language());
            ExitCode::from(FAILED)
        }
    }
}

/// The command line, as a shell takes it.
fn typed(arguments: &[OsString]) -> String {
    let words = arguments.iter().skip(1).map(|word| crate::render::quoted(&word.to_string_lossy()));
    std::iter::once("qun".to_owned()).chain(words).collect::<Vec<_>>().join(" ")
}

/// The first argument that is a command.
fn called(arguments: &[OsString]) -> Option<&str> {
    arguments.iter().skip(1).filter_map(|argument| argument.to_str()).find(|word| help::is_command(word))
}

fn dispatch(command: Option<&Command>, session: &Session) -> Result<u8, Failure> {
    match command {
        Some(Command::Init(init)) => init::run(init, session),
        Some(Command::Lint(lint)) => lint::run(lint, session),
        Some(Command::Explain(explain)) => explain::run(explain, session),
        Some(Command::Why(why)) => why::run(why, session),
        Some(Command::Rules(rules)) => explain::rules(rules, session),
        Some(Command::Schedule(schedule)) => schedule::run(schedule, session),
        Some(Command::Today(today)) => today::run(today, session),
        Some(Command::Done(done)) => done::run(done, session),
        Some(Command::Checklist(lists)) if lists.status => status::run(lists, session),
        Some(Command::Checklist(checklist)) => checklist::run(checklist, session),
        Some(Command::Brief(brief)) => brief::run(brief, session),
        Some(Command::Documents(document)) => document::run(document, session),
        Some(Command::RecordReadings(record)) => record::run(record, session),
        Some(Command::Import(import)) => import::run(import, session),
        Some(Command::Review(asked)) => review::run(asked, session),
        Some(Command::Set(set)) => set::run(set, session),
        Some(Command::Add(add)) => add::run(add, session),
        Some(Command::Remove(remove)) => remove::run(remove, session),
        Some(Command::Rename(rename)) => rename::run(rename, session),
        Some(Command::Change(change)) if !change.swap.is_empty() => swap::run(change, session),
        Some(Command::Change(change)) => change::run(change, session),
        Some(Command::Away(away)) => away::run(away, session),
        Some(Command::Confirm(confirm)) => confirm::run(confirm, session),
        Some(Command::Publish(publish)) => publish::run(publish, session),
        Some(Command::Pack(pack)) => pack::run(pack, session),
        Some(Command::Undo(undo)) => undo::run(undo, session),
        Some(Command::Copy(copy)) => copy::run(copy, session),
        Some(Command::Templates(which)) => templates::run(which, session),
        Some(Command::Schema(schema)) => templates::schema(schema.of),
        Some(Command::Completions(which)) => templates::completions(which.shell, session.language()),
        Some(Command::Man(_)) => templates::man(session.language()),
        Some(Command::Help(help)) => Ok(usage::help(&help.words, session.language())),
        None => today::without_command(session),
    }
}

//! `qun publish`: what people are told is fixed in the roster beside the plan; what changed since becomes messages to
//! paste. Nothing is sent.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use super::args::Publish as Asked;
use super::edit::{self, ATTEMPTS, Draft, changing};
use super::exit::{DONE, INTERRUPTED};
use super::failure::Failure;
use super::history::known_path;
use super::session::Session;
use super::{dates, out, plans, prompt, roster_file};
use crate::amend::{IfChanged, Publication, publish, withdraw};
use crate::calendar::{CalendarRequest, calendar};
use crate::human_date;
use crate::language::{Language, Text};
use crate::render::calendar::View;
use crate::render::{clean, diff, notices, notices_text, open_seats, outdated_lines, published_line, refused_lines};
use crate::roster::{PublishedOccurrence, Roster, read_roster};
use crate::value::Day;

const LEFT: Text = Text::new("没有定稿。", "Nothing was published.");

pub(crate) fn run(asked: &Asked, session: &Session) -> Result<u8, Failure> {
    let named = plans::date_for_plan(&asked.plan, session.today_here()).map(str::to_owned);
    let (through, plan) = match asked.through.split_last() {
        // qun publish --through Dec 31 club.toml
        Some((last, words)) if !words.is_empty() && plans::is_path(Path::new(last)) => (words, Path::new(last)),
        // qun publish december
        None if named.is_some() => (named.as_slice(), plans::path_or_standard(&asked.plan, named.as_deref())),
        _ => (asked.through.as_slice(), asked.plan.as_path()),
    };
    let through = (!through.is_empty()).then(|| through.join(" "));
    let Some(path) = roster_file::path_of(plan) else {
        let words = Text::new("定稿要一个文件，不能用标准输入", "publish needs a plan in a file, not standard input");
        return Err(Failure::new(words));
    };
    let mut answers = PublishAnswers { outdated: asked.if_changed, is_agreed: asked.yes };
    for _ in 0..ATTEMPTS {
        let draft = edit::open(plan, session)?;
        let target = RosterTarget { path: &path, plan };
        let done = match &asked.withdraw {
            Some(after) => release(after, &draft, &target, &mut answers, asked, session)?,
            None => fix(&draft, &target, (through.as_deref(), &mut answers), asked, session)?,
        };
        if let Some(code) = done {
            return Ok(code);
        }
    }
    Err(changing(&path))
}

/// What was answered, so that it is not asked again where a file changes meanwhile.
struct PublishAnswers {
    outdated: Option<IfChanged>,
    is_agreed: bool,
}

/// The file that is written, and its plan.
struct RosterTarget<'a> {
    path: &'a Path,
    plan: &'a Path,
}

impl RosterTarget<'_> {
    /// Writes the roster; whether that was possible. It is undone as an edit of the plan.
    fn write(&self, roster: &Roster, draft: &Draft, session: &Session) -> Result<bool, Failure> {
        let old = &draft.opened.reading.index.roster;
        edit::write_roster(self.path, (old, roster), (self.plan, &draft.text), session)
    }

    fn show_diff(&self, (before, after): (&Roster, &Roster)) {
        out::styled(&diff(&self.path.display().to_string(), &before.to_csv(), &after.to_csv()));
    }
}

/// Publishes; the exit code, nothing where another program wrote the file first.
fn fix(
    draft: &Draft,
    target: &RosterTarget<'_>,
    (typed, answers): (Option<&str>, &mut PublishAnswers),
    asked: &Asked,
    session: &Session,
) -> Result<Option<u8>, Failure> {
    let (language, old) = (draft.opened.language, &draft.opened.reading.index.roster);
    let through = through(typed, draft, old)?;
    let now = draft.now();
    let announced = announced(target.path, old, session);
    let publish = |answer: Option<IfChanged>| publish(&now, through, answer, announced.as_ref());
    let mut publication = publish(answers.outdated)?;
    let made = draft.opened.calendar(draft.today, draft.today, None)?;
    edit::show_lines(&refused_lines(&publication, &draft.opened.view(&made)));
    if !publication.outdated.is_empty() || publication.left_out > 0 {
        edit::show_lines(&outdated_lines(&publication, &draft.opened.view(&made)));
        if answers.outdated.is_none() && !asked.yes && !asked.dry_run && prompt::can_ask() {
            let Some(answer) = ask_outdated(language)? else { return Ok(Some(left(language))) };
            answers.outdated = Some(answer);
            publication = publish(answers.outdated)?;
        }
        if answers.outdated.is_none() {
            let words = Text::new(
                "先按定稿不变；要改或取消：加 --if-changed move（改）或 cancel（取消）",
                "they stay as published; add --if-changed move, or --if-changed cancel, if they should not",
            );
            out::message(words.get(language));
        }
    }
    let text = messages(draft, &publication, language)?;
    let index = draft.opened.reading.index.with_roster(publication.roster.clone());
    let opened = &draft.opened;
    let request = CalendarRequest { from: draft.today, to: through, holidays: &opened.holidays, without: None };
    let made = calendar(now.plan(), &index, &opened.library, &request)?;
    let open = open_seats(&View { language, ..View::new(now.plan(), &index, &made) });
    let summary = |is_written| {
        let mut lines = published_line(&publication, old, (target.path, is_written), language);
        lines.extend(open.iter().cloned());
        lines
    };
    if asked.dry_run {
        out::data(&text);
        edit::show_lines(&summary(false));
        return Ok(Some(DONE));
    }
    let is_same =
        |kept: &Roster| (kept.rows(), kept.through, &kept.kept_days) == (old.rows(), old.through, &old.kept_days);
    if is_same(&publication.roster) {
        out::message(Text::new("和定稿一样，没有要通知的", "nothing has changed since it was published").get(language));
        return Ok(Some(DONE));
    }
    if !answers.is_agreed {
        if !prompt::can_ask() {
            let words = Text::new("没有终端可以问，没有定稿", "there is no terminal to ask on; nothing was published");
            let hint =
                Text::new("加 --yes 定稿，或加 --dry-run 只看", "add --yes to publish, or --dry-run to look only");
            out::message(text.trim_end());
            return Err(Failure::new(words).hint(hint));
        }
        if !text.is_empty() {
            out::message(text.trim_end());
        }
        edit::show_lines(&summary(false));
        match prompt::yes(Text::new("定稿吗？", "Publish it?").get(language), LEFT, true, language)? {
            Some(true) => answers.is_agreed = true,
            _ => return Ok(Some(left(language))),
        }
    }
    if !target.write(&publication.roster, draft, session)? {
        return Ok(None);
    }
    out::data(&text);
    edit::show_lines(&summary(true));
    Ok(Some(DONE))
}

/// What was published, where someone has edited the roster by hand since; nothing where that is not known.
fn announced(path: &Path, now: &Roster, session: &Session) -> Option<Roster> {
    let mut announced: BTreeMap<String, PublishedOccurrence> = BTreeMap::new();
    for (before, after) in session.history.edits_by_hand(&known_path(path)) {
        let read = |bytes: &[u8]| {
            std::str::from_utf8(bytes).map_or_else(|_| Roster::default(), |text| read_roster(text).roster)
        };
        let after = read(&after);
        let after: HashMap<&str, &PublishedOccurrence> =
            after.rows().iter().map(|row| (row.uid.as_str(), row)).collect();
        let is_edited =
            |row: &&PublishedOccurrence| after.get(row.uid.as_str()).is_none_or(|after| !after.says_the_same(row));
        for row in read(&before).rows().iter().filter(is_edited) {
            // what was published first, and no lower a sequence than ever since
            let known = announced.entry(row.uid.clone()).or_insert_with(|| row.clone());
            known.sequence = known.sequence.max(row.sequence);
        }
    }
    // what was released since is not published any more
    announced.retain(|uid, row| now.of_uid(uid).is_some() || now.through.is_some_and(|last| row.start.day <= last));
    let others = now.rows().iter().filter(|row| !announced.contains_key(&row.uid)).cloned();
    let rows = others.chain(announced.values().cloned()).collect();
    (!announced.is_empty()).then(|| now.with_rows(rows))
}

fn left(language: Language) -> u8 {
    out::message(LEFT.get(language));
    INTERRUPTED
}

/// The last day to publish: a day, the end of a month, else the end of what is published, or of next month.
fn through(asked: Option<&str>, draft: &Draft, old: &Roster) -> Result<Day, Failure> {
    let (today, language) = (draft.today, draft.opened.language);
    let Some(typed) = asked else {
        let usual = old.through.filter(|last| !old.is_empty() && *last >= today);
        return Ok(usual.unwrap_or_else(|| crate::value::Month(today.month().0 + 1).last()));
    };
    let day = match human_date::month(typed, today) {
        Ok(month) if human_date::day(typed, today).is_err() => month.last(),
        _ => dates::day(typed, today, language)?,
    };
    let is_early = old.through.is_some_and(|last| !old.is_empty() && day < last);
    let words = match () {
        () if day < today => Text::new("{day} 已经过了", "{day} is past"),
        () if is_early => {
            Text::new("已经定稿到 {last}，比 {day} 晚", "{last} is published already, which is after {day}")
        }
        () => return Ok(day),
    };
    let last = old.through.map(|last| last.to_string()).unwrap_or_default();
    let failure = Failure::of(words, [("day", &day.to_string()), ("last", &last)]);
    let hint = Text::new(
        "要放开之后的日子：qun publish --withdraw 日期",
        "to release the days after a date: qun publish --withdraw DATE",
    );
    Err(if is_early { failure.hint(hint) } else { failure })
}

/// What becomes of dates that the plan has otherwise now.
fn ask_outdated(language: Language) -> Result<Option<IfChanged>, Failure> {
    let items = [
        Text::new("先按定稿不变", "keep them as published"),
        Text::new("取消这些", "cancel them"),
        Text::new("按计划现在的时间改", "move them to what the plan says now"),
    ];
    let answers = [IfChanged::Keep, IfChanged::Cancel, IfChanged::Move];
    let chosen = prompt::one(&items.map(|item| item.get(language).to_owned()), LEFT, language)?;
    Ok(chosen.and_then(|chosen| answers.get(chosen).copied()))
}

/// The messages to paste, by the calendar to which the changes lead.
fn messages(draft: &Draft, publication: &Publication, language: Language) -> Result<String, Failure> {
    let starts = publication.changes.iter().map(|change| change.after.start.day);
    let (Some(from), Some(to)) = (starts.clone().min(), starts.max()) else { return Ok(String::new()) };
    let opened = &draft.opened;
    let index = opened.reading.index.with_roster(publication.roster.clone());
    let request = CalendarRequest { from, to, holidays: &opened.holidays, without: None };
    let made = calendar(&opened.reading.plan, &index, &opened.library, &request)?;
    let view = View { language, ..View::new(&opened.reading.plan, &index, &made) };
    Ok(notices_text(&notices(&view, &publication.changes), language))
}

/// Releases what is published after a day.
fn release(
    after: &str,
    draft: &Draft,
    target: &RosterTarget<'_>,
    answers: &mut PublishAnswers,
    asked: &Asked,
    session: &Session,
) -> Result<Option<u8>, Failure> {
    let (language, old) = (draft.opened.language, &draft.opened.reading.index.roster);
    let after = dates::day(after, draft.today, language)?;
    let next = withdraw(old, after);
    let released = old.rows().len() - next.rows().len();
    if next == *old {
        let words = Text::new("{day} 之后没有定稿", "nothing is published after {day}");
        return Err(Failure::of(words, [("day", &after)]));
    }
    let words = Text::new(
        "{day} 之后的 {n} 项不再算定稿，之后的改动不会再列出来通知",
        "{n|entry|entries} after {day} are released; changes to them are not announced any more",
    );
    let line = words.fill(language, |name| Some(if name == "n" { released.to_string() } else { after.to_string() }));
    if asked.dry_run {
        target.show_diff((old, &next));
        out::message(&line);
        return Ok(Some(DONE));
    }
    if !answers.is_agreed && prompt::can_ask() {
        out::message(&line);
        match prompt::yes(Text::new("放开吗？", "Release them?").get(language), LEFT, false, language)? {
            Some(true) => answers.is_agreed = true,
            _ => return Ok(Some(left(language))),
        }
    }
    if !target.write(&next, draft, session)? {
        return Ok(None);
    }
    out::message(&clean(&line));
    Ok(Some(DONE))
}

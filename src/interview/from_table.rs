//! A table that people keep already → lines of the answers about people, channels and activities.
//!
//! Nothing is guessed: what the interview would not read as one line is left out and named.

use super::lines;
use crate::import::{ImportColumn, ImportKind, ImportedItem, ImportedWhen};
use crate::language::{Language, Text};

/// A team without roles is no larger: beyond it, a list of people is one of members.
const TEAM: usize = 6;

/// What a table gives for the interview.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct TableAnswers {
    /// The lines of the questions about people, channels and activities, by their ids.
    pub answers: Vec<(&'static str, Vec<String>)>,
    /// What was left out, and why.
    pub left_out: Vec<(String, Text)>,
}

const NO_LINE: Text = Text::new("访谈里一行写不下", "does not fit a line of the interview");
const DATED: Text = Text::new(
    "只有单个日期；写好计划后用 qun import 补",
    "has single dates only; qun import adds it once the plan is written",
);
const OTHER: Text = Text::new("写好计划后用 qun import 补", "qun import adds it once the plan is written");
const MEMBER: Text =
    Text::new("没写角色，像是成员；计划里只写团队", "has no role and looks like a member; a plan holds the team only");

/// The lines of what was read from tables.
pub fn lines_of_items(items: &[ImportedItem], language: Language) -> TableAnswers {
    let mut read = TableAnswers::default();
    let people: Vec<&ImportedItem> = items.iter().filter(|item| item.kind == ImportKind::Person).collect();
    let has_roles = people.iter().any(|item| item.field(ImportColumn::Role).is_some());
    let is_team = |item: &ImportedItem| match has_roles {
        true => item.field(ImportColumn::Role).is_some(),
        false => people.len() <= TEAM,
    };
    for item in items {
        let (question, line) = match item.kind {
            ImportKind::Person if !is_team(item) => ("people", Err(MEMBER)),
            ImportKind::Person => ("people", person(item, language).ok_or(NO_LINE)),
            ImportKind::Channel => ("channels", channel(item, language).ok_or(NO_LINE)),
            ImportKind::Activity => ("activities", activity(item, language)),
            ImportKind::Content | ImportKind::Cohort => ("", Err(OTHER)),
        };
        match line {
            Ok(line) => match read.answers.iter_mut().find(|(known, _)| *known == question) {
                Some((_, lines)) => lines.push(line),
                None => read.answers.push((question, vec![line])),
            },
            Err(why) => read.left_out.push((item.title.clone(), why)),
        }
    }
    read
}

/// The longest of a name with what is said of it that is read as one thing of this name.
fn longest(parts: &[Option<String>], is_read: impl Fn(&str) -> bool) -> Option<String> {
    let said: Vec<&str> = parts.iter().flatten().map(String::as_str).collect();
    (1..=said.len()).rev().map(|count| said[..count].join(" ")).find(|line| is_read(line))
}

fn person(item: &ImportedItem, language: Language) -> Option<String> {
    let hours = item.field(ImportColumn::Hours).map(|hours| match hours.trim().parse::<f64>() {
        Ok(_) => format!("{}{}", hours.trim(), Text::new("小时", "h").get(language)),
        Err(_) => hours.to_owned(),
    });
    let [role, zone] = [ImportColumn::Role, ImportColumn::Zone].map(|column| item.field(column).map(str::to_owned));
    longest(&[Some(item.title.clone()), role, hours, zone], |line| {
        let read = lines::people(line);
        let is_it = |line: &lines::TeamLine| matches!(line, lines::TeamLine::Person(one) if one.name == item.title);
        read.unread.is_empty() && read.items.len() == 1 && read.items.iter().all(is_it)
    })
}

fn channel(item: &ImportedItem, language: Language) -> Option<String> {
    let people = |words: Text, column| {
        let number = item.field(column)?;
        Some(words.fill(language, |_| Some(number.to_owned())))
    };
    let platform = item.field(ImportColumn::Platform).map(str::to_owned);
    let members = people(Text::new("{n}人", "{n} people"), ImportColumn::Members);
    let most = people(Text::new("上限{n}", "max {n}"), ImportColumn::Capacity);
    longest(&[Some(item.title.clone()), platform, members, most], |line| {
        let read = lines::channels(line);
        read.unread.is_empty() && read.items.len() == 1
    })
}

fn activity(item: &ImportedItem, language: Language) -> Result<String, Text> {
    let ImportedWhen::Phrase { cadence, .. } = &item.when else { return Err(DATED) };
    let owner = item.field(ImportColumn::Owner);
    let line = |owner: Option<&str>| {
        let owner = owner.map(|owner| format!(", {owner}")).unwrap_or_default();
        let line = format!("{} {}{owner}", cadence.print(language), item.title);
        let read = lines::activities(&line);
        let is_it = read.unread.is_empty() && read.items.len() == 1 && read.items[0].cadence == **cadence;
        is_it.then_some(line)
    };
    line(owner).or_else(|| line(None)).ok_or(NO_LINE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::import_tables;
    use crate::table;

    fn read(csv: &str, language: Language) -> TableAnswers {
        let (tables, _) = table::read(csv.as_bytes()).expect("a table");
        let today = "2026-11-30".parse().expect("a day");
        lines_of_items(&import_tables(&tables, today).items, language)
    }

    #[test]
    fn people_channels_and_activities_become_lines() {
        let people = read("姓名,角色,每周小时\n敏姐,群主,10\n小陶,管理员,5\n老周,,\n", Language::Zh);
        assert_eq!(people.answers, [("people", vec!["敏姐 群主 10小时".to_owned(), "小陶 管理员 5小时".to_owned()])]);
        assert_eq!(people.left_out.len(), 1, "{:?}", people.left_out);
        let events = read("Activity,When,Owner\noffice hours,every Wed 20:00,Dana\n", Language::En);
        assert_eq!(events.answers, [("activities", vec!["every Wed 20:00 office hours, Dana".to_owned()])]);
    }
}

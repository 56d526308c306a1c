//! The gravest findings on one screen: what blocks in full, the rest a line each by table, with the commands for it.

use super::Shown;
use super::command::CommandPrinter;
use crate::finding::{Finding, Segment, SuggestedCommand, together};
use crate::language::{Language, Text};
use crate::plan::Plan;
use crate::render::clean::clean;
use crate::source::Table;

/// So many lines are filled with findings, their commands, and the names of their tables.
const LINES: usize = 24;

/// What was found in one table, and the commands for it.
struct Group<'f> {
    table: &'f str,
    findings: Vec<&'f Finding>,
    commands: Vec<SuggestedCommand>,
}

/// The rows that fit, those of one table together with the commands below them, and how many findings they show.
pub(super) fn lines(order: &[&Shown<'_>], commands: CommandPrinter<'_>, language: Language) -> (String, usize) {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let (mut used, mut count) = (0, 0);
    for shown in order {
        let finding = shown.finding;
        let table = table(finding);
        let group = groups.iter().position(|group| group.table == table);
        let known: &[SuggestedCommand] = group.map_or(&[], |at| &groups[at].commands);
        let mut with_its_own = together(known.iter().chain(finding.commands.first()));
        // the next ones of a finding follow when this one is done, but for what can be done at once
        for next in finding.commands.iter().skip(1) {
            with_its_own.iter_mut().any(|known| known.take_in(next));
        }
        used += 1 + usize::from(group.is_none()) + with_its_own.len() - known.len();
        if used > LINES {
            break;
        }
        count += 1;
        let at = group.unwrap_or_else(|| {
            groups.push(Group { table, findings: Vec::new(), commands: Vec::new() });
            groups.len() - 1
        });
        groups[at].findings.push(finding);
        groups[at].commands = with_its_own;
    }
    let mut out = String::new();
    for group in groups {
        out.push_str(&format!("{}\n", heading(group.table, language)));
        for finding in group.findings {
            let colon = Text::new("：", ": ").get(language);
            let message = clean(&finding.message(language));
            let level = finding.level.name().get(language);
            out.push_str(&format!("  {level}[{}]{colon}{message}\n", finding.rule.id));
        }
        for command in commands.lines(&group.commands) {
            out.push_str(&format!("    {command}\n"));
        }
    }
    (out, count)
}

/// The table of the plan that a finding belongs to.
fn table(finding: &Finding) -> &str {
    match finding.place.path.0.first() {
        Some(Segment::Key(key)) => key,
        _ => "",
    }
}

/// `roles（角色）`
fn heading(table: &str, language: Language) -> String {
    let Some(info) = Plan::TABLE.key(table) else {
        return Text::new("整份计划", "the plan as a whole").get(language).to_owned();
    };
    if info.about.get(language) == table {
        return table.to_owned();
    }
    let words = Text::new("{table}（{about}）", "{table} ({about})");
    words.fill(language, |name| Some(if name == "table" { table } else { info.about.get(language) }.to_owned()))
}

/// What is said where more was found than is shown.
pub(super) fn more(left: usize, language: Language) -> String {
    let words = Text::new("……还有 {n} 条：加 --all 看全部", "… {n} more: add --all to see everything");
    words.fill(language, |_| Some(left.to_string()))
}

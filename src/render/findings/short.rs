//! The gravest findings on one screen: what blocks in full, the rest a line each by table, with a command.

use super::Shown;
use super::command::CommandPrinter;
use crate::finding::{Finding, Segment};
use crate::language::{Language, Text};
use crate::plan::Plan;
use crate::render::clean::clean;
use crate::source::Table;

/// So many lines are filled with findings, their commands, and the names of their tables.
const LINES: usize = 24;

/// The rows that fit, those of one table together, and how many findings they show.
pub(super) fn lines(order: &[&Shown<'_>], commands: CommandPrinter<'_>, language: Language) -> (String, usize) {
    type FindingCommand<'f> = (&'f Finding, Option<String>);
    let mut groups: Vec<(&str, Vec<FindingCommand<'_>>)> = Vec::new();
    let (mut used, mut count) = (0, 0);
    for shown in order {
        let finding = shown.finding;
        let table = table(finding);
        // the next one follows when this one is done
        let command = finding.commands.get(..1).and_then(|first| commands.lines(first).pop());
        let group = groups.iter().position(|(name, _)| *name == table);
        used += 1 + usize::from(group.is_none()) + usize::from(command.is_some());
        if used > LINES {
            break;
        }
        count += 1;
        match group {
            Some(at) => groups[at].1.push((finding, command)),
            None => groups.push((table, vec![(finding, command)])),
        }
    }
    let mut out = String::new();
    for (table, findings) in groups {
        out.push_str(&format!("{}\n", heading(table, language)));
        for (finding, command) in findings {
            let colon = Text::new("：", ": ").get(language);
            let message = clean(&finding.message(language));
            out.push_str(&format!("  {}{colon}{message}\n", finding.level.name().get(language)));
            if let Some(command) = command {
                out.push_str(&format!("    {command}\n"));
            }
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
    let words = Text::new("{table}（{about}）", "{table} ({about})");
    words.fill(language, |name| Some(if name == "table" { table } else { info.about.get(language) }.to_owned()))
}

/// What is said where more was found than is shown.
pub(super) fn more(left: usize, language: Language) -> String {
    let words = Text::new("……还有 {n} 条：加 --all 看全部", "… {n} more: add --all to see everything");
    words.fill(language, |_| Some(left.to_string()))
}

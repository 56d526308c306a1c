//! What to do first: the commands of all findings, those for one table in one, by what they are worth.
//!
//! Must not judge: a command is worth what the findings weigh in the score that it begins to fix.

use std::cmp::Reverse;

use super::score;
use crate::finding::{Finding, Level, SuggestedCommand};

/// What an error weighs: it caps the score.
const ERROR: u32 = 1000;

/// As many values of several tables are set by one command at most.
const FEW: usize = 5;

/// What other things name, in their order: who runs it, and where it is. While there is nobody, nothing can be given to
/// anybody, and it would have to be asked for again later.
const NAMED: [&str; 3] = ["role", "person", "channel"];

/// The commands of findings, the one that is worth most first.
pub fn next_commands(findings: &[Finding]) -> Vec<SuggestedCommand> {
    let mut bundles: Vec<(SuggestedCommand, u32)> = Vec::new();
    for finding in findings {
        for (nth, command) in finding.commands.iter().enumerate() {
            // a finding is fixed once
            let worth = if nth == 0 { worth(finding) } else { 0 };
            match bundles.iter_mut().find_map(|(known, sum)| known.take_in(command).then_some(sum)) {
                Some(sum) => *sum += worth,
                None => bundles.push((command.clone(), worth)),
            }
        }
    }
    let mut bundles = few_together(bundles);
    bundles.sort_by_key(|(command, worth)| {
        let of_kind = |kind: &&str| command.added() == Some(*kind);
        let named = NAMED.iter().position(of_kind).filter(|_| *worth > 1).unwrap_or(NAMED.len());
        (Reverse(*worth >= ERROR), named, Reverse(*worth))
    });
    bundles.into_iter().map(|(command, _)| command).collect()
}

/// Commands that set a single value each, several in one; what fixes an error stays by itself.
fn few_together(bundles: Vec<(SuggestedCommand, u32)>) -> Vec<(SuggestedCommand, u32)> {
    let (mut single, mut rest): (Vec<_>, Vec<_>) =
        bundles.into_iter().partition(|(command, worth)| command.set_count() == 1 && *worth < ERROR);
    single.sort_by_key(|(_, worth)| Reverse(*worth));
    let mut few: Vec<(SuggestedCommand, u32)> = Vec::new();
    for (command, worth) in single {
        match few.last_mut().filter(|(known, _)| known.set_count() < FEW) {
            Some((known, sum)) => {
                known.set_too(&command);
                *sum += worth;
            }
            None => few.push((command, worth)),
        }
    }
    rest.append(&mut few);
    rest
}

/// What fixing a finding is worth: what its row weighs; a warning that is no row spoils others.
pub fn worth(finding: &Finding) -> u32 {
    let of_level = match finding.level {
        Level::Error => ERROR,
        Level::Warning => 1,
        Level::Advice => 0,
    };
    of_level + super::find(finding.rule.id).map_or(0, score::weight)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{CommandWord, KeyPath};
    use crate::rules::{Rule, find};

    #[test]
    fn what_is_worth_most_comes_first() {
        let set = |path: KeyPath| SuggestedCommand::new(&["set"]).route(path).needed("x", "x");
        let finding = |id: &str, commands: Vec<SuggestedCommand>| {
            let rule: &'static Rule = find(id).expect("a rule");
            let mut finding = Finding::new(&rule.info, KeyPath::root());
            finding.commands = commands;
            finding
        };
        let add = SuggestedCommand::new(&["add", "person"]);
        let culture = |key| set(KeyPath::of(&["culture", key]));
        let mut error = finding("culture/no-honours", vec![SuggestedCommand::new(&["undo"])]);
        error.level = Level::Error;
        let findings = [
            finding("content/no-topics", vec![SuggestedCommand::new(&["add", "topic"])]),
            finding("members/no-size", vec![SuggestedCommand::new(&["add", "channel"])]),
            finding("culture/no-slogan", vec![culture("slogan"), add.clone()]),
            finding("positioning/no-motive", vec![set(KeyPath::of(&["positioning", "motives"]))]),
            finding("support/no-channel", vec![set(KeyPath::of(&["support", "channel"]))]),
            finding("culture/no-values", vec![culture("values")]),
            error,
        ];
        let first = |command: &SuggestedCommand| match &command.words[1..] {
            [CommandWord::Route(path), ..] => path.to_string(),
            [CommandWord::Plain(word), ..] => word.clone(),
            _ => "undo".to_owned(),
        };
        let next = next_commands(&findings);
        let commands: Vec<String> = next.iter().map(first).collect();
        // the second command of a finding is worth nothing by itself
        assert_eq!(commands, ["undo", "channel", "positioning.motives", "culture.slogan", "topic", "person"]);
        // single values of two tables; those of one
        assert_eq!((next[2].set_count(), next[3].set_count()), (2, 2));
    }
}

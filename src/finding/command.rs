//! A command that fixes a finding, or begins to, as data: names of this plan, and what only its people know.
//!
//! Must not be quoted for a shell; `render` does that.

use super::{Arg, KeyPath, Segment};

/// One word of a command line.
#[derive(Debug, Clone, PartialEq)]
pub enum CommandWord {
    /// As it is typed.
    Plain(String),
    /// A route of the plan, typed as people type it.
    Route(KeyPath),
    /// A value that the reader gives.
    Needed {
        /// The key that it is for, without indices: `people.backup`.
        key: String,
        /// What is expected.
        want: Arg,
    },
}

/// A command, without the name of the program and of the plan.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SuggestedCommand {
    /// Its words in order.
    pub words: Vec<CommandWord>,
}

impl SuggestedCommand {
    /// A command of words as they are typed.
    pub fn new(words: &[&str]) -> Self {
        Self { words: words.iter().map(|word| CommandWord::Plain((*word).to_owned())).collect() }
    }

    /// Adds a word as it is typed.
    pub fn word(mut self, word: impl Into<String>) -> Self {
        self.words.push(CommandWord::Plain(word.into()));
        self
    }

    /// Adds a route of the plan.
    pub fn route(mut self, path: KeyPath) -> Self {
        self.words.push(CommandWord::Route(path));
        self
    }

    /// Adds a value for a key that the reader gives.
    pub fn needed(mut self, key: impl Into<String>, want: impl Into<Arg>) -> Self {
        self.words.push(CommandWord::Needed { key: key.into(), want: want.into() });
        self
    }
}

/// The commands with those that set keys of one table, and those that add things of one kind, in one; each only once.
pub fn together<'c>(commands: impl IntoIterator<Item = &'c SuggestedCommand>) -> Vec<SuggestedCommand> {
    let mut all: Vec<SuggestedCommand> = Vec::new();
    for command in commands {
        if !all.iter_mut().any(|known| known.take_in(command)) {
            all.push(command.clone());
        }
    }
    all
}

/// What comes between two things that one command does.
const AND: &str = "--and";
/// As many things are added by one command at most: each has several values to fill in.
const ADDED: usize = 4;

impl SuggestedCommand {
    /// Does what another command does too, where it is the same, sets keys of the same table, or adds a thing of the same
    /// kind; whether it does.
    pub fn take_in(&mut self, other: &Self) -> bool {
        if self == other {
            return true;
        }
        let is_and = |word: &CommandWord| matches!(word, CommandWord::Plain(word) if word == AND);
        let and = || CommandWord::Plain(AND.to_owned());
        if let (Some(kind), [_, _, thing @ ..]) = (other.added(), other.words.as_slice())
            && self.added() == Some(kind)
        {
            let things = || self.words[2..].split(is_and);
            if things().any(|known| known == thing) {
                return true;
            }
            if things().count() == ADDED {
                return false;
            }
            self.words.push(and());
            self.words.extend_from_slice(thing);
            return true;
        }
        let is_of_table = other.table().is_some_and(|table| self.table() == Some(table));
        if let ([_, route, value], true) = (other.words.as_slice(), is_of_table)
            && !self.words.contains(route)
        {
            self.words.extend([and(), route.clone(), value.clone()]);
        }
        is_of_table
    }

    /// The kind of thing that it adds.
    pub fn added(&self) -> Option<&str> {
        match self.words.as_slice() {
            [CommandWord::Plain(add), CommandWord::Plain(kind), ..] if add == "add" => Some(kind),
            _ => None,
        }
    }

    /// The table of which it sets keys to values.
    fn table(&self) -> Option<&Segment> {
        let [CommandWord::Plain(set), CommandWord::Route(path), value, ..] = self.words.as_slice() else { return None };
        let is_option = matches!(value, CommandWord::Plain(word) if word.starts_with("--"));
        path.0.first().filter(|_| set == "set" && path.0.len() > 1 && !is_option)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_one_table_are_set_together() {
        let set = |keys: &'static [&'static str]| {
            SuggestedCommand::new(&["set"]).route(KeyPath::of(keys)).needed(keys.join("."), "x")
        };
        let of_first = |key: &'static str| {
            let path = KeyPath::of(&["people"]).index(0).key(key);
            SuggestedCommand::new(&["set"]).route(path).needed(key, "x")
        };
        let add = SuggestedCommand::new(&["add", "role", "--kind", "creator"]);
        let given = [
            set(&["community", "kind"]),
            add.clone(),
            of_first("backup"),
            set(&["community", "size", "now"]),
            set(&["community", "kind"]),
            add,
            of_first("handle"),
            SuggestedCommand::new(&["set"]).route(KeyPath::of(&["people"]).index(1).key("roles")).word("host"),
            // keys of no table
            set(&["time_zone"]),
            set(&["holidays"]),
        ];
        let routes = |command: &SuggestedCommand| -> Vec<String> {
            let route = |word: &CommandWord| match word {
                CommandWord::Route(path) => Some(path.to_string()),
                _ => None,
            };
            command.words.iter().filter_map(route).collect()
        };
        let found: Vec<Vec<String>> = together(&given).iter().map(routes).collect();
        let expected: [&[&str]; 5] = [
            &["community.kind", "community.size.now"],
            &[],
            &["people[0].backup", "people[0].handle", "people[1].roles"],
            &["time_zone"],
            &["holidays"],
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn things_of_one_kind_are_added_together() {
        let add = |kind: &str, on: &str| SuggestedCommand::new(&["add", kind, "--on", on]);
        let given = [add("ritual", "join"), add("goal", "x"), add("ritual", "leave"), add("ritual", "join")];
        let expected = [
            SuggestedCommand::new(&["add", "ritual", "--on", "join", "--and", "--on", "leave"]),
            add("goal", "x"),
        ];
        assert_eq!(together(&given), expected);
        let many = ["a", "b", "c", "d", "e"].map(|on| add("ritual", on));
        let counts: Vec<usize> = together(&many).iter().map(|command| command.words.len()).collect();
        assert_eq!(counts, [4 + 3 * 3, 4]);
    }
}

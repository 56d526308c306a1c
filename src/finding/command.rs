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
/// As many values are set by one command at most.
const SET: usize = 30;

impl SuggestedCommand {
    /// Does what another command does too, where it is the same, sets keys of the same table, or adds a thing of the same
    /// kind; whether it does.
    pub fn take_in(&mut self, other: &Self) -> bool {
        if self == other {
            return true;
        }
        if other.added().is_some() && self.added() == other.added() {
            return self.add_too(&other.words[2..]);
        }
        let is_of_table = other.table().is_some_and(|table| self.table() == Some(table)) && self.set_count() < SET;
        if let ([_, route, value], true) = (other.words.as_slice(), is_of_table)
            && !self.words.contains(route)
        {
            self.words.extend([CommandWord::Plain(AND.to_owned()), route.clone(), value.clone()]);
        }
        is_of_table
    }

    /// Adds a thing with these options too: one that it adds already becomes it, unless the two have different values.
    fn add_too(&mut self, thing: &[CommandWord]) -> bool {
        let is_and = |word: &CommandWord| matches!(word, CommandWord::Plain(word) if word == AND);
        let mut things: Vec<Vec<CommandWord>> = self.words[2..].split(is_and).map(<[_]>::to_vec).collect();
        match things.iter().position(|known| !differ(known, thing)) {
            Some(at) => complete(&mut things[at], thing),
            None if things.len() == ADDED => return false,
            None => things.push(thing.to_vec()),
        }
        self.words.truncate(2);
        self.words.extend(things.join(&CommandWord::Plain(AND.to_owned())));
        true
    }

    /// The kind of thing that it adds.
    pub fn added(&self) -> Option<&str> {
        match self.words.as_slice() {
            [CommandWord::Plain(add), CommandWord::Plain(kind), ..] if add == "add" => Some(kind),
            _ => None,
        }
    }

    /// Sets what another command sets too, whatever the table.
    pub fn set_too(&mut self, other: &Self) {
        self.words.push(CommandWord::Plain(AND.to_owned()));
        self.words.extend_from_slice(&other.words[1..]);
    }

    /// How many values it sets.
    pub fn set_count(&self) -> usize {
        if self.is_set() { self.words.len() / 3 } else { 0 }
    }

    /// Whether it sets keys to values.
    fn is_set(&self) -> bool {
        let [CommandWord::Plain(set), CommandWord::Route(_), value, ..] = self.words.as_slice() else { return false };
        set == "set" && !matches!(value, CommandWord::Plain(word) if word.starts_with("--"))
    }

    /// The table of which it sets keys to values.
    fn table(&self) -> Option<&Segment> {
        let [_, CommandWord::Route(path), ..] = self.words.as_slice() else { return None };
        path.0.first().filter(|_| self.is_set() && path.0.len() > 1)
    }
}

/// The options of a thing, each with its value.
fn options(thing: &[CommandWord]) -> impl Iterator<Item = (&CommandWord, &CommandWord)> {
    thing.chunks_exact(2).map(|pair| (&pair[0], &pair[1]))
}

/// Whether two things have different values for an option.
fn differ(one: &[CommandWord], other: &[CommandWord]) -> bool {
    let is_given = |value: &CommandWord| !matches!(value, CommandWord::Needed { .. });
    let differs = |(option, value): (&CommandWord, &CommandWord)| {
        options(other).any(|(known, own)| known == option && own != value && is_given(own) && is_given(value))
    };
    options(one).any(differs)
}

/// Gives a thing the options of another; a value that is given stands before one that is asked for.
fn complete(thing: &mut Vec<CommandWord>, other: &[CommandWord]) {
    for (option, value) in options(other) {
        match thing.chunks_exact_mut(2).find(|pair| pair[0] == *option) {
            Some(pair) if matches!(pair[1], CommandWord::Needed { .. }) => pair[1] = value.clone(),
            Some(_) => {}
            None => thing.extend([option.clone(), value.clone()]),
        }
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
        let expected =
            [SuggestedCommand::new(&["add", "ritual", "--on", "join", "--and", "--on", "leave"]), add("goal", "x")];
        assert_eq!(together(&given), expected);
        let many = ["a", "b", "c", "d", "e"].map(|on| add("ritual", on));
        let counts: Vec<usize> = together(&many).iter().map(|command| command.words.len()).collect();
        assert_eq!(counts, [4 + 3 * 3, 4]);
    }

    #[test]
    fn what_several_findings_ask_of_a_new_thing_is_one_thing() {
        let add = |given: &[(&str, Option<&str>)]| {
            given.iter().fold(SuggestedCommand::new(&["add", "ritual"]), |command, (option, value)| match value {
                Some(value) => command.word(*option).word(*value),
                None => command.word(*option).needed(*option, "x"),
            })
        };
        let given = [
            add(&[("--on", Some("join")), ("--sense", None)]),
            add(&[("--sense", Some("ceremony")), ("--on", None), ("--what", None)]),
            add(&[("--sense", Some("belonging")), ("--on", None)]),
        ];
        let first = [("--on", Some("join")), ("--sense", Some("ceremony")), ("--what", None)];
        let mut expected = add(&first).word("--and");
        expected.words.extend_from_slice(&given[2].words[2..]);
        assert_eq!(together(&given), [expected]);
    }
}

//! Who is who in a few letters: initials of names, long enough to tell people apart.

use std::collections::BTreeMap;

/// The letters of each name.
#[derive(Debug, Default)]
pub(super) struct Initials(BTreeMap<String, String>);

impl Initials {
    /// The shortest letters that tell these names apart.
    pub(super) fn of(names: &[String]) -> Self {
        let mut all = BTreeMap::new();
        for name in names {
            let is_taken =
                |letters: &String| names.iter().any(|other| other != name && letters_of(other).contains(letters));
            let letters = letters_of(name).into_iter().find(|letters| !is_taken(letters));
            all.insert(name.clone(), letters.unwrap_or_else(|| name.clone()));
        }
        Self(all)
    }

    /// The letters of a name; none of someone who is not in the team.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }
}

/// The ways to write a name short, the shortest first: `AR`, `Ana`, `Ana R`; 岚, 沈岚.
fn letters_of(name: &str) -> Vec<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_latin = |c: char| c.is_alphabetic() && !('\u{2e80}'..='\u{d7ff}').contains(&c);
    if !name.chars().all(|c| is_latin(c) || !c.is_alphabetic()) {
        // of 敏姐 and 小雨 the title says nothing: the other character does
        let own = name.chars().filter(|c| c.is_alphanumeric() && !"小老阿姐哥叔".contains(*c));
        let own: Vec<char> = own.collect();
        let last = own.last().or(name.chars().last().as_ref()).map(ToString::to_string);
        return last.into_iter().chain([name.to_owned()]).collect();
    }
    let first = |word: &&str| word.chars().next();
    let initials: String = words.iter().filter_map(first).flat_map(char::to_uppercase).take(3).collect();
    let start = |count: usize| words.first().map(|word| word.chars().take(count).collect::<String>());
    let mut ways: Vec<String> = Vec::new();
    if words.len() > 1 {
        ways.push(initials);
    }
    ways.extend(
        (1..=words.first().map_or(0, |word| word.chars().count())).filter_map(start).filter(|way| way.len() > 1),
    );
    ways.push(name.to_owned());
    ways
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(names: &[&str]) -> Vec<String> {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let initials = Initials::of(&names);
        names.iter().map(|name| initials.get(name).expect("a person").to_owned()).collect()
    }

    #[test]
    fn people_are_told_apart_in_a_few_letters() {
        assert_eq!(letters(&["Ana Ruiz", "Ben", "Aoife Byrne"]), ["AR", "Be", "AB"]);
        assert_eq!(letters(&["Ana", "Anabel"]), ["Ana", "Anab"]);
        assert_eq!(letters(&["Ann Lee", "Abe Long"]), ["An", "Ab"]);
        assert_eq!(letters(&["沈岚", "敏姐", "小雨", "阿岚"]), ["沈岚", "敏", "雨", "阿岚"]);
    }

    #[test]
    fn nobody_has_the_letters_of_another() {
        let names = ["Al", "Ali", "Alice", "A", "Al B", "B", "小", "小小"];
        let mut all = letters(&names);
        all.sort();
        all.dedup();
        assert_eq!(all.len(), names.len(), "{all:?}");
    }
}

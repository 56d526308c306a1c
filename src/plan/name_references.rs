//! Names within texts: what an edit leaves behind, which no reference shows.

use super::{Plan, Thing};
use crate::finding::{KeyPath, Trail};
use crate::source::{Table, Visit};

/// The texts that hold a name.
struct NameSearch<'n> {
    name: &'n str,
    /// Names of now that have it in them: `Ravi K.` is no trace of `Ravi`.
    longer: Vec<&'n str>,
    found: Vec<KeyPath>,
}

impl Visit for NameSearch<'_> {
    fn text(&mut self, at: &Trail<'_>, text: &str) {
        let rest = self.longer.iter().fold(text.to_owned(), |text, longer| text.replace(longer, "\u{1f}"));
        if holds(&rest, self.name) {
            self.found.push(at.path());
        }
    }
}

/// Whether a text contains a name; one in Latin letters as a word of its own.
fn holds(text: &str, name: &str) -> bool {
    let is_letter = |c: char| c.is_ascii_alphanumeric();
    let cuts = |name: bool, text: bool| !(name && text);
    !name.is_empty()
        && text.match_indices(name).any(|(at, _)| {
            cuts(name.starts_with(is_letter), text[..at].ends_with(is_letter))
                && cuts(name.ends_with(is_letter), text[at + name.len()..].starts_with(is_letter))
        })
}

/// The names and titles that were in one plan and are not in the next, each with the texts that still hold it.
pub fn stale_names(before: &Plan, after: &Plan) -> Vec<(String, Vec<KeyPath>)> {
    // one letter or character is in every other word
    let is_long = |name: &&str| name.chars().nth(1).is_some();
    let names = |plan: &'_ Plan| -> Vec<String> {
        let titles: Vec<&str> = Thing::all(plan).into_iter().filter_map(|thing| thing.title(plan)).collect();
        plan.community.name.as_deref().into_iter().chain(titles).filter(is_long).map(str::to_owned).collect()
    };
    let now = names(after);
    let gone = names(before).into_iter().filter(|name| !now.contains(name));
    let remaining = gone.map(|name| {
        let longer = now.iter().map(String::as_str).filter(|longer| longer.contains(&name)).collect();
        let mut search = NameSearch { name: &name, longer, found: Vec::new() };
        after.show(&Trail::Root, &mut search);
        let found = search.found;
        (name, found)
    });
    remaining.filter(|(_, found)| !found.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Library;
    use crate::plan::read;
    use crate::source::Document;

    fn plan(people: &str) -> Plan {
        let rest = "[support]\ncomplaints = \"私信阿明，或 Ann\"\n[rules.report]\ncontact = \"阿明\"\n[culture]\nvalues = [\"Annual\", \"阿明说过：守时\"]\n";
        let text = format!("people = [{people}]\n{rest}");
        let mut buffer = String::new();
        read(&Document::parse(&text, &mut buffer), &Library::default()).plan
    }

    #[test]
    fn finds_removed_names_in_texts() {
        let both = "{ id = \"a\", name = \"阿明\" }, { id = \"b\", name = \"Ann\" }";
        let shown = |people: &str| -> Vec<String> {
            let left = stale_names(&plan(both), &plan(people));
            let paths = |paths: Vec<KeyPath>| paths.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
            left.into_iter().map(|(name, found)| format!("{name}: {}", paths(found))).collect()
        };
        assert_eq!(shown(both), [""; 0]);
        assert_eq!(
            shown("{ id = \"a\", name = \"阿明\" }, { id = \"b\", name = \"Ann K.\" }"),
            ["Ann: support.complaints"]
        );
        let renamed = "{ id = \"a\", name = \"老明\" }, { id = \"b\", name = \"Ann\" }";
        let mut places = shown(renamed);
        assert_eq!(places.len(), 1);
        let found = places.remove(0);
        for path in ["support.complaints", "rules.report.contact", "culture.values[1]"] {
            assert!(found.contains(path), "{found}");
        }
        assert!(
            shown("{ id = \"a\", name = \"阿明\" }").iter().all(|remaining| remaining == "Ann: support.complaints")
        );
    }
}

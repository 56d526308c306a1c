//! Names of sheets: of at most 31 characters, without those that Excel forbids, each once.

use std::collections::BTreeSet;

/// The characters that a name may have.
const LONGEST: usize = 31;

/// The names that are taken.
#[derive(Debug, Default)]
pub(super) struct SheetNames(BTreeSet<String>);

impl SheetNames {
    /// A name that Excel takes and no other sheet has, as near to the wish as possible.
    pub(super) fn unique(&mut self, wish: &str) -> String {
        let allowed = |c: &char| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'') && !c.is_control();
        let clean: String = wish.chars().filter(allowed).collect();
        let clean = match clean.trim() {
            "" => "1",
            // Excel keeps this name for itself
            name if name.eq_ignore_ascii_case("history") => "1",
            name => name,
        };
        let numbers = std::iter::once(String::new()).chain((2u32..).map(|n| format!(" {n}")));
        let name = { numbers }
            .map(|number| cut(clean, LONGEST - number.len()) + &number)
            .find(|name| !self.0.contains(&name.to_lowercase()));
        let name = name.unwrap_or_default();
        self.0.insert(name.to_lowercase());
        name
    }
}

/// So many characters at most, counted as UTF-16 does.
fn cut(text: &str, most: usize) -> String {
    let mut left = most;
    let fits = |c: &char| left.checked_sub(c.len_utf16()).map(|rest| left = rest).is_some();
    text.chars().take_while(fits).collect::<String>().trim_end().to_owned()
}

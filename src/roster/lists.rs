//! Lists within a cell: `host:Ann;helper:Ben`.

use super::occurrence::PublishedSeat;

/// The names of a list; none where one of them ends in a sign that marks another.
pub(super) fn names(text: &str) -> Option<Vec<String>> {
    let mut names = vec![String::new()];
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => names.last_mut()?.push(chars.next()?),
            ';' | '；' => names.push(String::new()),
            c => names.last_mut()?.push(c),
        }
    }
    Some(names.iter().map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect())
}

/// The seats of a list; none where one of them has no role before its colon.
pub(super) fn seats(text: &str) -> Option<Vec<PublishedSeat>> {
    (names(text)?.iter())
        .map(|name| {
            let (role, person) = name.split_once([':', '：'])?;
            let (role, person) = (role.trim().to_owned(), person.trim().to_owned());
            (!person.is_empty()).then_some(PublishedSeat { role, person })
        })
        .collect()
}

/// A name in a list: what would end it is marked.
pub(super) fn escaped(name: &str) -> String {
    name.replace('\\', "\\\\").replace(';', "\\;")
}

//! The lines of iCalendar: unfolded, with names, parameters and values apart.

/// A line of content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct IcsLine {
    /// Where it begins.
    pub number: usize,
    /// Its name, in capitals.
    pub name: String,
    /// Its parameters, names in capitals, without quotes.
    pub parameters: Vec<(String, String)>,
    /// Its value, as it is written.
    pub value: String,
}

impl IcsLine {
    /// A parameter.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Its value as text: without the escapes.
    pub(super) fn text(&self) -> String {
        let mut out = String::with_capacity(self.value.len());
        let mut chars = self.value.chars();
        while let Some(c) = chars.next() {
            match c {
                '\\' => match chars.next() {
                    Some('n' | 'N') => out.push('\n'),
                    Some(c) => out.push(c),
                    None => {}
                },
                c => out.push(c),
            }
        }
        out.trim().to_owned()
    }
}

/// All lines of content; what has no colon is none.
pub(super) fn unfolded(text: &str) -> Vec<IcsLine> {
    let mut joined: Vec<(usize, String)> = Vec::new();
    for (at, line) in text.split('\n').enumerate() {
        let line = line.strip_suffix('\r').unwrap_or(line);
        match (line.strip_prefix([' ', '\t']), joined.last_mut()) {
            (Some(more), Some((_, last))) => last.push_str(more),
            _ if line.is_empty() => {}
            _ => joined.push((at + 1, line.to_owned())),
        }
    }
    joined.into_iter().filter_map(|(number, line)| parsed(number, &line)).collect()
}

fn parsed(number: usize, line: &str) -> Option<IcsLine> {
    let mut parts = Vec::new();
    let (mut from, mut is_quoted) = (0, false);
    let mut value = None;
    for (at, c) in line.char_indices() {
        match c {
            '"' => is_quoted = !is_quoted,
            ';' if !is_quoted => {
                parts.push(&line[from..at]);
                from = at + 1;
            }
            ':' if !is_quoted => {
                parts.push(&line[from..at]);
                value = Some(&line[at + 1..]);
                break;
            }
            _ => {}
        }
    }
    let mut parts = parts.into_iter();
    let name = parts.next()?.trim().to_ascii_uppercase();
    let parameters = parts
        .filter_map(|part| part.split_once('='))
        .map(|(name, value)| (name.trim().to_ascii_uppercase(), value.trim().trim_matches('"').to_owned()));
    Some(IcsLine { number, name, parameters: parameters.collect(), value: value?.to_owned() })
}

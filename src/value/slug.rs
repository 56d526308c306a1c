//! Names of things in a plan: `[a-z0-9-]`.

use std::fmt;
use std::str::FromStr;

use super::error::ValueError;
use crate::language::Text;

/// An id of lower-case letters, digits and hyphens, at most 64 characters.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Slug(String);

impl Slug {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// An id made from any text: what it cannot contain becomes a hyphen; other scripts become their code points,
    /// so that two names stay two ids. Never empty.
    pub fn from_text(text: &str) -> Self {
        let mut out = String::new();
        for c in text.chars() {
            match c {
                'a'..='z' | '0'..='9' => out.push(c),
                'A'..='Z' => out.push(c.to_ascii_lowercase()),
                c if c.is_alphanumeric() => {
                    if !out.is_empty() && !out.ends_with('-') {
                        out.push('-');
                    }
                    out.push_str(&format!("{:x}", c as u32));
                }
                _ if !out.is_empty() && !out.ends_with('-') => out.push('-'),
                _ => {}
            }
        }
        out.truncate(64);
        let out = out.trim_matches('-');
        Self(if out.is_empty() { "x".to_owned() } else { out.to_owned() })
    }
}

/// The most characters of a name in a file name.
const LONGEST_IN_FILE_NAME: usize = 60;

/// A name as a part of a file name, in its own script: letters and digits of any, the rest becomes hyphens.
pub fn in_file_name(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        match c {
            c if c.is_alphanumeric() => out.push(c),
            _ if !out.is_empty() && !out.ends_with('-') => out.push('-'),
            _ => {}
        }
    }
    let out: String = out.trim_end_matches('-').chars().take(LONGEST_IN_FILE_NAME).collect();
    if out.is_empty() { "x".to_owned() } else { out }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Slug {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if !text.is_empty() && text.len() <= 64 && text.chars().all(fits) {
            return Ok(Self(text.to_owned()));
        }
        let expected = Text::new(
            "只含小写字母、数字和连字符的名字（最多 64 个字符）",
            "a name of lower-case letters, digits and hyphens (at most 64)",
        );
        Err(ValueError::new(expected).near(Self::from_text(text).0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepts_slugs_and_offers_one() {
        assert_eq!("reading-club".parse::<Slug>().map(|s| s.to_string()).as_deref(), Ok("reading-club"));
        assert_eq!("Reading Club!".parse::<Slug>().map_err(|e| e.near), Err(vec!["reading-club".to_owned()]));
        assert_eq!("".parse::<Slug>().map_err(|e| e.near), Err(vec!["x".to_owned()]));
        assert_ne!(Slug::from_text("晨光"), Slug::from_text("读书"));
        assert!(Slug::from_text(&"长".repeat(99)).as_str().parse::<Slug>().is_ok());
    }
}

//! Those who run a community, as a line about people says it.

use super::role_word::RoleWord;

/// One person of the team.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonLine {
    /// The line as it was pasted.
    pub line: String,
    /// What they are called.
    pub name: String,
    /// The roles that they hold.
    pub roles: Vec<RoleWord>,
    /// Hours a week.
    pub hours: Option<f64>,
    /// The name of their time zone.
    pub zone: Option<String>,
    /// Whose days off they have: DE-BE.
    pub holidays: Option<String>,
    /// When they have time.
    pub available: Option<String>,
    /// What was said of them that a plan has no place for.
    pub remarks: Vec<String>,
    /// Whether it is who types.
    pub is_self: bool,
}

impl PersonLine {
    /// A person of whom only the name is known.
    pub fn called(line: &str, name: &str) -> Self {
        Self {
            line: line.to_owned(),
            name: name.to_owned(),
            roles: Vec::new(),
            hours: None,
            zone: None,
            holidays: None,
            available: None,
            remarks: Vec::new(),
            is_self: false,
        }
    }
}

/// Several people of a role without their names.
#[derive(Debug, Clone, PartialEq)]
pub struct HeadcountLine {
    /// The line as it was pasted.
    pub line: String,
    /// How many they are.
    pub count: i64,
    /// What they do.
    pub roles: Vec<RoleWord>,
    /// Hours a week of each.
    pub hours: Option<f64>,
}

/// One person, or how many there are of a role.
#[derive(Debug, Clone, PartialEq)]
pub enum TeamLine {
    /// A person with a name.
    Person(PersonLine),
    /// A number of people.
    Headcount(HeadcountLine),
}

impl TeamLine {
    /// The roles that are held.
    pub fn roles(&self) -> &[RoleWord] {
        match self {
            Self::Person(person) => &person.roles,
            Self::Headcount(headcount) => &headcount.roles,
        }
    }
}

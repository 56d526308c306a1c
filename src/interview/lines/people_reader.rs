//! Reads a line about people, part by part.

use super::pasted::{PastedLines, UnreadLine};
use super::person_atoms::{Joint, PersonAtom};
use super::person_details::PersonDetails;
use super::person_name::{NamesAndRole, begins_with_verb, is_name, is_self_remark, looks_like_name, name_and_role};
use super::person_remark::{available, holidays, holidays_in, is_remark};
use super::role_word::RoleWord;
use super::team_line::{HeadcountLine, PersonLine, TeamLine};
use crate::interview::name_list;
use crate::language::Text;
use crate::value::{count, is_han};

const NAME: Text = Text::new("先写名字，如 敏姐 群主 10小时", "a name first, such as Dana host 5h");
const DETAIL: Text =
    Text::new("角色、每周几小时或所在城市", "a role, hours a week such as 5h, or a city whose time zone is known");
const NAMES_OR_ROLE: Text = Text::new(
    "是几个人就用顿号隔开，后面是角色就放进括号",
    "names with a comma between them, or a role in brackets behind the name",
);
const HOW_MANY: Text = Text::new("大约几个，如 15位志愿者", "about how many, such as 15 helpers");
const ROLE_OF_COUNT: Text = Text::new("这些人做什么，如 19位志愿者", "what these people do, such as 19 helpers");

/// No name is longer, in characters.
const LONGEST_NAME: usize = 40;
/// No part of a line is longer, in characters.
const LONGEST: usize = 80;

/// Whether a part says that those before are among a number of people: 含上面四位.
fn is_among(text: &str) -> bool {
    const WORDS: [&str; 7] = ["含", "包括", "包含", "其中", "including", "incl", "counting"];
    WORDS.iter().any(|word| text.starts_with(word))
}

/// A line while it is read.
#[derive(Default)]
pub(super) struct LineReader<'a> {
    line: &'a str,
    /// The name of who types, where that was said.
    whoever_types: Option<String>,
    people: Vec<PersonLine>,
    headcounts: Vec<HeadcountLine>,
    unread: Vec<UnreadLine>,
    /// The first of the people of whom what follows is said.
    group: usize,
    /// Whether something has been said of them.
    is_told: bool,
    /// Roles before their people: 管理员：May、小陶.
    before: Vec<RoleWord>,
    /// Whether the last part was a number of people.
    counted: bool,
    /// Whether a list has begun of what a single person does: 小陈 财务、续费.
    lists_roles: bool,
    /// How many people there were where the bracket began.
    before_bracket: usize,
    /// Whether the last part said whose holidays somebody has.
    told_holidays: bool,
}

impl<'a> LineReader<'a> {
    /// A line of which nothing is read yet, and the name of who types, where that was said.
    pub(super) fn of(line: &'a str, whoever_types: Option<String>) -> Self {
        Self { line, whoever_types, ..Self::default() }
    }
}

impl LineReader<'_> {
    pub(super) fn read(&mut self, atom: PersonAtom<'_>) {
        let told_holidays = std::mem::take(&mut self.told_holidays);
        if atom.joint == Joint::About {
            self.before_bracket = self.people.len();
        }
        if self.remark(atom, told_holidays) {
            return;
        }
        let lists_roles = std::mem::take(&mut self.lists_roles) && atom.joint == Joint::Listed;
        let counted = std::mem::take(&mut self.counted);
        let is_told_already = !self.headcounts.is_empty() && is_among(atom.text);
        let is_self = !self.people.is_empty() && is_self_remark(atom.text, atom.joint == Joint::About);
        if let Some(last) = self.people.last_mut().filter(|_| is_self) {
            last.is_self = true;
        }
        if is_told_already || is_self {
            return;
        }
        if atom.text.chars().count() > LONGEST {
            return self.refuse(atom.text, if self.people.is_empty() { NAME } else { DETAIL });
        }
        let (rest, details) = PersonDetails::around(atom.text);
        if VAGUE.iter().any(|vague| rest.to_lowercase().starts_with(vague)) {
            return self.refuse(atom.text, HOW_MANY);
        }
        // a host is nobody's number
        let number = count(rest).filter(|_| !["a", "an"].contains(&rest.to_lowercase().as_str()));
        let city = Some(atom.text).filter(|_| rest.is_empty() && self.may_be_name(atom.joint));
        if let Some((city, details)) = city.and_then(|text| details.without_city(text)) {
            // Sofia is a city, and a name
            self.name(atom.joint, city, details);
        } else if rest.is_empty() {
            self.tell(atom.text, details);
            self.lists_roles = lists_roles;
        } else if lists_roles && details.roles.is_empty() && !looks_like_name(rest) && rest.chars().all(is_han) {
            self.tell_unusual(atom, rest, details);
            self.lists_roles = true;
        } else if let Some(count) = number {
            self.count(atom.text, count, details);
        } else if self.is_about(atom, rest) {
            self.tell_unusual(atom, rest, details);
        } else {
            if counted && atom.joint == Joint::About {
                self.before = self.headcounts.pop().map(|headcount| headcount.roles).unwrap_or_default();
            }
            self.name(atom.joint, rest, details);
        }
    }

    /// Takes what a part says beside names, roles and hours; whether that is all that it says.
    fn remark(&mut self, atom: PersonAtom<'_>, told_holidays: bool) -> bool {
        let Some(last) = self.people.last_mut() else { return false };
        if let Some(country) = holidays(atom.text) {
            last.holidays = Some(country);
            self.told_holidays = true;
            return true;
        }
        if let Some(part) = last.holidays.as_deref().filter(|_| told_holidays && atom.is_inside) {
            let of_part = holidays_in(part, atom.text);
            let is_part = of_part.is_some();
            last.holidays = of_part.or_else(|| last.holidays.take());
            return is_part;
        }
        let (rest, details) = PersonDetails::around(atom.text);
        if !is_remark(rest) || !details.roles.is_empty() {
            return false;
        }
        match available(atom.text) {
            Some(hours) => last.available = Some(hours),
            None => last.remarks.push(rest.to_owned()),
        }
        self.give(self.group, &details);
        self.is_told = true;
        true
    }

    /// Whether the name of a city may be one more person: behind nobody, and in a list of names alone.
    fn may_be_name(&self, joint: Joint) -> bool {
        let is_name_alone = |person: &PersonLine| person.roles.is_empty() && person.hours.is_none();
        self.before.is_empty() && joint != Joint::About && self.people.iter().all(is_name_alone)
    }

    /// Whether a text that is no usual role is something about the people before it, not one more of them.
    fn is_about(&self, atom: PersonAtom<'_>, rest: &str) -> bool {
        let Some(last) = self.people.last() else { return false };
        let is_phrase = || {
            if begins_with_verb(rest) {
                return true;
            }
            let named = last.name.starts_with(char::is_uppercase);
            let han = rest.chars().filter(|c| is_han(*c)).count();
            han > 4 || named && rest.starts_with(|c: char| c.is_ascii_lowercase())
        };
        match atom.joint {
            _ if atom.is_inside && self.before_bracket > 0 => true,
            Joint::About => true,
            Joint::Comma => is_phrase(),
            // treasurer and renewals
            Joint::Listed => {
                let named = last.name.starts_with(char::is_uppercase);
                named && !last.roles.is_empty() && rest.starts_with(|c: char| c.is_ascii_lowercase())
            }
        }
    }

    /// A part that is only about people: those before it, or those to come.
    fn tell(&mut self, text: &str, details: PersonDetails) {
        if !self.people.is_empty() {
            self.give(self.group, &details);
            self.is_told = true;
            return;
        }
        match self.headcounts.last_mut() {
            Some(headcount) if details.hours.is_some() => headcount.hours = details.hours,
            _ if !details.roles.is_empty() && details.hours.is_none() => self.before.extend(details.roles),
            _ => self.refuse(text, NAME),
        }
    }

    /// A number of people.
    fn count(&mut self, text: &str, count: i64, mut details: PersonDetails) {
        if details.roles.is_empty() {
            details.roles = std::mem::take(&mut self.before);
        }
        if details.roles.is_empty() || count < 1 {
            return self.refuse(text, if self.people.is_empty() { ROLE_OF_COUNT } else { DETAIL });
        }
        let line = self.line.to_owned();
        self.headcounts.push(HeadcountLine { line, count, roles: details.roles, hours: details.hours });
        self.counted = true;
    }

    /// A role by an unusual name, where none is known yet.
    fn tell_unusual(&mut self, atom: PersonAtom<'_>, text: &str, mut details: PersonDetails) {
        let has_role = self.people.last().is_some_and(|person| !person.roles.is_empty());
        let is_word = text.chars().count() <= LONGEST_NAME && !text.contains(|c: char| c.is_ascii_digit());
        // community lead
        let is_more = has_role && (atom.joint == Joint::About || atom.joint == Joint::Comma && !atom.is_inside);
        if is_more || !is_word {
            self.refuse(text, DETAIL);
        } else {
            self.add_unusual(text, &mut details);
        }
        self.give(self.group, &details);
        self.is_told = true;
    }

    /// Adds a role by an unusual name, one with the usual role behind it: `community lead`.
    fn add_unusual(&self, text: &str, details: &mut PersonDetails) {
        let whole = details.roles.first().map(|role| format!("{text} {}", role.written));
        match whole.filter(|whole| self.line.contains(whole.as_str())) {
            Some(whole) => {
                let one = whole.strip_suffix('s').filter(|_| details.plural).unwrap_or(&whole);
                let kind = details.roles[0].kind.filter(|_| details.roles[0].id != Some("lead"));
                details.roles[0] = RoleWord { kind, ..RoleWord::unusual(one) };
            }
            None => {
                details.roles.splice(0..0, RoleWord::several(text));
            }
        }
    }

    /// One or more names, with what is said behind them.
    fn name(&mut self, joint: Joint, text: &str, mut details: PersonDetails) {
        let name = match name_and_role(text, !details.is_empty()) {
            NamesAndRole::Names(name) => name,
            NamesAndRole::WithRole(name, role) => {
                self.add_unusual(role, &mut details);
                name
            }
            NamesAndRole::Unsure(near) => {
                let near = near.into_iter().map(|near| self.line.replacen(text, &near, 1)).collect();
                return self.unread.push(UnreadLine { near, ..UnreadLine::part(self.line, text, NAMES_OR_ROLE) });
            }
        };
        let names: Vec<&str> = name_list::names(name).into_iter().map(str::trim).collect();
        if names.is_empty() || !names.iter().all(|name| is_name(name)) {
            return self.refuse(text, NAME);
        }
        if self.is_told {
            self.group = self.people.len();
            self.is_told = false;
        }
        let (first, several) = (self.people.len(), names.len() > 1);
        for name in names {
            let is_self = self.whoever_types.as_deref() == Some(name);
            let roles = self.before.clone();
            self.people.push(PersonLine { roles, is_self, ..PersonLine::called(self.line, name) });
        }
        self.lists_roles = !several && first == self.group && !details.roles.is_empty() && !details.plural;
        if !details.is_empty() {
            // Ravi, Meera 5h: one; Ravi, Meera moderator: both
            let shared = joint == Joint::Listed || several || details.plural || !details.roles.is_empty();
            self.give(if shared { self.group } else { first }, &details);
            self.is_told = true;
        }
    }

    fn give(&mut self, from: usize, details: &PersonDetails) {
        for person in self.people.iter_mut().skip(from) {
            person.roles.extend(details.roles.iter().cloned());
            person.hours = details.hours.or(person.hours);
            person.zone = details.zone.clone().or_else(|| person.zone.take());
        }
    }

    fn refuse(&mut self, part: &str, expected: Text) {
        self.unread.push(UnreadLine::part(self.line, part, expected));
    }

    pub(super) fn finish(mut self) -> PastedLines<TeamLine> {
        let persons = self.people.into_iter().map(TeamLine::Person);
        let items: Vec<TeamLine> = persons.chain(self.headcounts.into_iter().map(TeamLine::Headcount)).collect();
        if items.is_empty() && self.unread.is_empty() {
            self.unread.push(UnreadLine::whole(self.line, NAME));
        }
        PastedLines { items, unread: self.unread }
    }
}

/// Numbers of people that are none.
const VAGUE: [&str; 9] = ["十几", "几十", "好几", "几个", "几位", "若干", "several ", "a few ", "some "];

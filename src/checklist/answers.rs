//! What the plan itself says to an item of a list that names one of its keys: its words below the item.
//!
//! Of a table its own values with what they are; of several tables a line each. What is a starter's is not shown. Must
//! not look into tables that are lists of work, such as activities and people: they have outputs of their own.

use super::basis::Basis;
use crate::finding::{KeyPath, Segment, Trail};
use crate::language::{Language, Text};
use crate::plan::Plan;
use crate::source::{Table, TableInfo, Visit};

/// Tables whose rows are shown elsewhere, by themselves.
const ELSEWHERE: [&str; 8] = ["activities", "content", "people", "roles", "goals", "reviews", "onboarding", "segments"];

/// The words of the plan at a dotted route of keys.
pub(super) fn answers(key: &str, basis: &Basis<'_>) -> Vec<String> {
    let wanted: Vec<&str> = key.split('.').collect();
    if wanted.first().is_none_or(|table| ELSEWHERE.contains(table)) {
        return Vec::new();
    }
    let mut found = AnswerSearch { wanted: &wanted, basis, rows: Vec::new() };
    basis.plan.show(&Trail::Root, &mut found);
    let colon = Text::new("：", ": ").get(basis.language);
    let [comma, semicolon] = [Text::new("、", ", "), Text::new("；", "; ")].map(|mark| mark.get(basis.language));
    let lines = found.rows.into_iter().map(|row| match row.of {
        LineOf::Element => row.values.join(semicolon),
        LineOf::Key(key) => {
            let values = row.values.join(comma);
            label(&wanted, &key)
                .map_or_else(|| values.clone(), |about| format!("{}{colon}{values}", about.get(basis.language)))
        }
    });
    lines.collect()
}

/// What a key of a table is, as its vocabulary has it; none for the key that was asked for itself.
fn label(wanted: &[&str], key: &str) -> Option<Text> {
    let mut table: &TableInfo = Plan::TABLE;
    for step in wanted {
        let info = table.keys.iter().find(|info| info.key == *step)?;
        table = info.shape.table()?;
    }
    table.keys.iter().find(|info| info.key == key).map(|info| info.about)
}

/// What the values of a line belong to.
#[derive(PartialEq, Eq)]
enum LineOf {
    /// A table of a list.
    Element,
    /// A key of one table.
    Key(String),
}

struct AnswerLine {
    of: LineOf,
    /// The route to what it belongs to.
    at: KeyPath,
    values: Vec<String>,
}

struct AnswerSearch<'f, 'b> {
    wanted: &'f [&'f str],
    basis: &'f Basis<'b>,
    rows: Vec<AnswerLine>,
}

impl AnswerSearch<'_, '_> {
    fn add(&mut self, at: &Trail<'_>, value: impl FnOnce(Language) -> String) {
        if at.table() != self.wanted.first().copied() {
            return;
        }
        let path = at.path();
        let mut segments = path.0.iter();
        for wanted in self.wanted {
            if !matches!(segments.next(), Some(Segment::Key(key)) if key == wanted) {
                return;
            }
        }
        // the value itself, a key of the table, or a key of an element; each may be a list of values
        let rest: Vec<&Segment> = segments.collect();
        let (of, held) = match rest.as_slice() {
            [] | [Segment::Index(_)] => (LineOf::Key(String::new()), 0),
            [Segment::Index(_), Segment::Key(key), ..] if key != "id" => (LineOf::Element, 1),
            [Segment::Key(key)] | [Segment::Key(key), Segment::Index(_)] | [Segment::Key(key), Segment::Key(_)] => {
                (LineOf::Key(key.to_string()), 1)
            }
            _ => return,
        };
        if self.basis.index.ownership.is_borrowed(&path) {
            return;
        }
        let value = value(self.basis.language);
        if value.trim().is_empty() {
            return;
        }
        let length = self.wanted.len() + held;
        let at = KeyPath(path.0[..length.min(path.0.len())].to_vec());
        match self.rows.iter_mut().find(|row| row.at == at && row.of == of) {
            Some(row) => row.values.push(value),
            None => self.rows.push(AnswerLine { of, at, values: vec![value] }),
        }
    }
}

impl Visit for AnswerSearch<'_, '_> {
    fn text(&mut self, at: &Trail<'_>, text: &str) {
        self.add(at, |_| text.to_owned());
    }

    fn value(&mut self, at: &Trail<'_>, shown: &dyn Fn(Language) -> String) {
        self.add(at, shown);
    }

    fn reference(&mut self, at: &Trail<'_>, kind: &'static str, _: Text, name: &str) {
        let basis = self.basis;
        let thing = basis.index.find(kind, name).or_else(|| basis.index.holder(name));
        self.add(at, |_| thing.map_or_else(|| name.to_owned(), |thing| basis.label(thing)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{CalendarRequest, calendar};
    use crate::knowledge::Holidays;
    use crate::library::Library;
    use crate::plan::read;
    use crate::source::Document;

    const PLAN: &str = "[positioning]\nproblem = \"too few finish\"\nvalues = [{ promise = \"two books\", carrier = \"camp\" }, { promise = \"friends\" }]\n\
        [culture]\nvalues = [\"on time\", \"plain words\"]\nslogan = { kind = \"benefit\", text = \"Read!\" }\n\
        [care]\noccasions = [\"birthday\"]\nwho = \"lead\"\n[[roles]]\nid = \"lead\"\ntitle = \"Lead\"\n\
        [leaving]\ninactive_after = \"60d\"\n[[partners]]\nid = \"shop\"\nname = \"Shop\"\nkind = \"sponsor\"\n";

    fn of(key: &str, language: Language) -> Vec<String> {
        let library = Library::default();
        let mut buffer = String::new();
        let reading = read(&Document::parse(PLAN, &mut buffer), &library);
        let (plan, index) = (&reading.plan, &reading.index);
        let day = crate::value::Day(20_000);
        let request = CalendarRequest { from: day, to: day, holidays: Holidays::none(), without: None };
        let calendar = calendar(plan, index, &library, &request).expect("a calendar");
        answers(key, &Basis { plan, index, library: &library, calendar: &calendar, day, language })
    }

    #[test]
    fn a_key_is_answered_by_its_value_and_a_table_by_its_own_values() {
        assert_eq!(of("positioning.problem", Language::En), ["too few finish"]);
        assert_eq!(of("positioning.values", Language::En), ["two books; camp", "friends"]);
        assert_eq!(of("positioning", Language::En), ["what the founder wants solved: too few finish"]);
        assert_eq!(of("culture.values", Language::Zh), ["on time、plain words"]);
        assert_eq!(
            of("culture.slogan", Language::En),
            ["functional, benefit or worldview: benefit: what you get", "its text: Read!"]
        );
        assert_eq!(of("care", Language::En), ["the occasions: birthday", "who does it: Lead"]);
        assert_eq!(of("leaving.inactive_after", Language::Zh), ["60 天"]);
        assert_eq!(of("partners", Language::En), ["Shop; sponsor"]);
    }

    #[test]
    fn what_is_absent_or_shown_elsewhere_is_not_answered() {
        assert!(of("community.subject", Language::En).is_empty());
        assert!(of("roles", Language::En).is_empty());
        assert!(of("no.such", Language::En).is_empty());
    }
}

//! The CSV form of days off and make-up workdays: read whole, with every bad line named.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::Holidays;
use crate::language::Text;
use crate::value::Day;

/// A line of a holiday file that cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadLine {
    /// Its number, 1 for the first.
    pub line: usize,
    /// What is wrong, and what is accepted.
    pub problem: Text,
}

impl Holidays {
    /// Reads our CSV: a header naming `date`, `name`, `status` and, if wanted, `notice_year` (else the date's year), in
    /// any order; lines beginning with `#` are comments. `status` is `off` (休) or `work` (班). Errors: every bad line.
    pub fn parse_csv(text: &str) -> Result<Self, Vec<BadLine>> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = csv::ReaderBuilder::new()
            .comment(Some(b'#'))
            .has_headers(false)
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let (mut columns, mut announced) = (None, BTreeSet::new());
        let mut days = Vec::<(Day, Cow<'static, str>, bool)>::new();
        let (mut seen, mut bad) = (BTreeSet::new(), Vec::new());
        let mut record = csv::StringRecord::new();
        loop {
            let line = |record: &csv::StringRecord| record.position().map_or(1, |p| p.line() as usize);
            match reader.read_record(&mut record) {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => {
                    let line = error.position().map_or(1, |p| p.line() as usize);
                    bad.push(BadLine { line, problem: UNREADABLE });
                    continue;
                }
            }
            let Some(columns) = &columns else {
                match Columns::of(&record) {
                    Some(found) => columns = Some(found),
                    None => return Err(vec![BadLine { line: line(&record), problem: NO_HEADER }]),
                }
                continue;
            };
            match columns.read(&record) {
                Ok((_, day, ..)) if !seen.insert(day) => bad.push(BadLine { line: line(&record), problem: TWICE }),
                Ok((year, day, name, make_up)) => {
                    announced.insert(year);
                    days.push((day, Cow::Owned(name.replace('\t', " ")), make_up));
                }
                Err(problem) => bad.push(BadLine { line: line(&record), problem }),
            }
        }
        if columns.is_none() {
            bad.push(BadLine { line: 1, problem: NO_HEADER });
        }
        if !bad.is_empty() {
            return Err(bad);
        }
        Self::of_days(days, announced).ok_or_else(|| vec![BadLine { line: 1, problem: TOO_MANY }])
    }
}

const UNREADABLE: Text = Text::new("读不懂这一行", "this line cannot be read as CSV");
const NO_HEADER: Text =
    Text::new("缺表头：第一行要有 date,name,status 三列", "no header: the first line must name date, name, status");
const TWICE: Text = Text::new("这一天前面已经写过", "this day is already in the file");
const TOO_MANY: Text = Text::new("节日名称太多", "too many different names");
const BAD_DATE: Text = Text::new("date 应是像 2026-10-01 这样的日期", "date must be a day such as 2026-10-01");
const BAD_YEAR: Text = Text::new("notice_year 应是像 2026 这样的年份", "notice_year must be a year such as 2026");
const BAD_STATUS: Text =
    Text::new("status 应是 off（放假）或 work（补班）", "status must be off (a day off) or work (a make-up workday)");

/// The place of each column.
struct Columns {
    year: Option<usize>,
    date: usize,
    name: usize,
    status: usize,
}

impl Columns {
    fn of(header: &csv::StringRecord) -> Option<Self> {
        let at = |name: &str| header.iter().position(|h| h.eq_ignore_ascii_case(name));
        Some(Self { year: at("notice_year"), date: at("date")?, name: at("name")?, status: at("status")? })
    }

    /// Notice year, day, name, whether it is a make-up workday.
    fn read<'r>(&self, record: &'r csv::StringRecord) -> Result<(i32, Day, &'r str, bool), Text> {
        let cell = |at: usize| record.get(at).unwrap_or_default();
        let day: Day = cell(self.date).parse().map_err(|_| BAD_DATE)?;
        let year = match self.year.map(cell).unwrap_or_default() {
            "" => day.year(),
            year => year.parse().ok().filter(|y| (1..=9999).contains(y)).ok_or(BAD_YEAR)?,
        };
        let make_up = match cell(self.status) {
            "off" | "休" => false,
            "work" | "班" => true,
            _ => return Err(BAD_STATUS),
        };
        Ok((year, day, cell(self.name), make_up))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    fn day(text: &str) -> Day {
        text.parse().expect("a date")
    }

    #[test]
    fn reads_an_own_file_and_names_every_bad_line() {
        let own = "\u{feff}# ours\r\ndate,status,name\r\n2027-01-01, off ,公司年假\r\n2027-01-02,班,\"年假,补\"\r\n";
        let own = Holidays::parse_csv(own).expect("well formed");
        assert_eq!(own.status(day("2027-01-01")).name_in(Language::En), Some("公司年假"));
        assert_eq!(own.status(day("2027-01-02")).name, Some("年假,补"));
        assert!(own.is_workday(day("2027-01-02")) && own.is_provisional(day("2026-01-01")));

        let bad = "# c\nnotice_year,date,name,status\n2027,2027-02-30,x,off\n2027,2027-02-01,x,free\nlast,2027-02-01,x,off\n2027,2027-02-02,x,off\n2027,2027-02-02,x,work\n2027\n";
        let lines = Holidays::parse_csv(bad).expect_err("five bad lines");
        assert_eq!(lines.iter().map(|b| b.line).collect::<Vec<_>>(), [3, 4, 5, 7, 8]);
        assert_eq!(
            lines.iter().map(|b| b.problem).collect::<Vec<_>>(),
            [BAD_DATE, BAD_STATUS, BAD_YEAR, TWICE, BAD_DATE]
        );
        for empty in ["", "# only a comment\n", "2027-01-01,off\n"] {
            assert_eq!(Holidays::parse_csv(empty).expect_err("no header")[0].problem, NO_HEADER, "{empty:?}");
        }
    }
}

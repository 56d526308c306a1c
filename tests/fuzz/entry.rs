//! What each target does with bytes, and the laws that it holds. The fuzz targets and `tests/fuzzed.rs` call the same.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::io::{Cursor, Write as _};

use qun::amend::{IfChanged, Snapshot, publish};
use qun::cadence::Cadence;
use qun::calendar::{CalendarRequest, Item, Scheduler, calendar, holidays_of_ics, item_id, items};
use qun::checklist::{self, Basis, Checklist, ChecklistKind, Section, absorb, make, span};
use qun::finding::{Edit, KeyPath, Literal, PlacePart};
use qun::human_date;
use qun::import::{self, Imported, ImportedWhen, import_ics, import_tables};
use qun::interview::lines;
use qun::interview::{Answers, Interview, Mode};
use qun::knowledge::Holidays;
use qun::language::Language;
use qun::library::Library;
use qun::metrics::EventTally;
use qun::plan::{Plan, Reading, read};
use qun::records::exports::{DayClock, ExportEvent, ExportOptions, ExportRun, is_workbook, read_export, workbook_text};
use qun::records::{RecordedReading, append, measure, measured, read_readings};
use qun::render;
use qun::render::calendar::{Format, Options as Looks, Tasks, View};
use qun::returned::{CalendarEntry, returned};
use qun::roster::{Roster, read_roster};
use qun::rules::{LintOptions, lint};
use qun::source::{Document, Table, apply, decode, literal, resolve};
use qun::table::{self, ReadTable};
use qun::value::{Clock, Day, DayWindow, Money, Slug, count, fold_width, name_key};

/// What a target does with bytes; it panics where a law is broken.
pub type Target = fn(&[u8]);

/// Every target, by its name.
pub const TARGETS: [(&str, Target); 14] = [
    ("plan", plan),
    ("cadence", cadence),
    ("rrule", rrule),
    ("edit", edit),
    ("change", change),
    ("answers", answers),
    ("holidays", holidays),
    ("checklist", checklist),
    ("roster", roster),
    ("table", table),
    ("ics", ics),
    ("export", export),
    ("readings", readings),
    ("typed", typed),
];

fn today() -> Day {
    Day::from_ymd(2026, 11, 22).expect("a day")
}

fn text(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// The first line, and what is below it.
fn head(text: &str) -> (&str, &str) {
    text.split_once('\n').unwrap_or((text, ""))
}

/// A plan: findings point into the text, the calendar can be shown in every format, every checklist be made.
pub fn plan(bytes: &[u8]) {
    let Ok(text) = decode(bytes) else { return };
    let library = Library::default();
    let mut buffer = String::new();
    let document = Document::parse(text, &mut buffer);
    let reading = read(&document, &library);
    for finding in lint(&reading, &library, &LintOptions::new(today(), Holidays::china())).findings {
        let range = document.locate(&finding.place);
        assert!(text.get(range).is_some(), "{finding:?}");
        for language in Language::ALL {
            assert!(!finding.message(language).is_empty());
        }
    }
    show(&reading, &library);
}

/// Calendar and checklists of two months.
fn show(reading: &Reading, library: &Library) {
    let (plan, index, holidays) = (&reading.plan, &reading.index, Holidays::china());
    let request = CalendarRequest { from: today(), to: today().plus(60), holidays, without: None };
    let Ok(made) = calendar(plan, index, library, &request) else { return };
    for language in Language::ALL {
        let mut view = View::new(plan, index, &made);
        view.language = language;
        for format in Format::ALL {
            let looks = Looks { width: 60, ascii: true, colour: false, today: today(), tasks: Tasks::Todos };
            assert!(render::calendar::calendar(&view, format, &looks).ends_with('\n'), "{format:?}");
        }
        for what in ChecklistKind::GENERAL.into_iter().chain((0..plan.activities.len()).map(ChecklistKind::Activity)) {
            let day = span(what, today(), plan, index, holidays).day;
            let list = make(what, &Basis { plan, index, library, calendar: &made, day, language });
            render::checklist_markdown(&list, today(), language);
        }
    }
}

/// A phrase: printed and read again it is the same, an error points into it, and a year of it can be made.
pub fn cadence(bytes: &[u8]) {
    let phrase = &*text(bytes);
    match Cadence::parse(phrase) {
        Ok(cadence) => {
            for language in Language::ALL {
                assert_eq!(Cadence::parse(&cadence.print(language)).as_ref(), Ok(&cadence), "{phrase:?}");
            }
            happen(phrase);
        }
        Err(error) => assert!(phrase.get(error.at.clone()).is_some(), "{phrase:?}: {error:?}"),
    }
}

/// An activity of this phrase over a year.
fn happen(phrase: &str) {
    let path = KeyPath::of(&["activities"]).index(0).key("when");
    let plan = "[lifecycle]\nstarts = 2026-01-31\n[[activities]]\nid = \"a\"\n[[activities]]\nid = \"salon\"\nwhen = \"daily\"\n";
    let text = apply(plan, &[Edit::set(path, phrase)]).expect("the plan is sound");
    let (mut buffer, library) = (String::new(), Library::default());
    let reading = read(&Document::parse(&text, &mut buffer), &library);
    let request = CalendarRequest { from: today(), to: today().plus(366), holidays: Holidays::china(), without: None };
    let _ = calendar(&reading.plan, &reading.index, &library, &request);
    Scheduler::new(&reading.plan, &reading.index, Holidays::china()).trace(Item::Activity(0), today());
}

/// A recurrence rule, as a phrase.
pub fn rrule(bytes: &[u8]) {
    cadence(format!("RRULE:{}", text(bytes)).as_bytes());
}

/// First line a key, second a value, then a text: an edit leaves TOML, and done twice it is done once.
pub fn edit(bytes: &[u8]) {
    let input = text(bytes);
    let ((key, rest), mut buffer) = (head(&input), String::new());
    let (value, text) = head(rest);
    let Some(path) = resolve(&Document::parse(text, &mut buffer), key) else { return };
    let info = Plan::TABLE.at(path.keys());
    let value = info.and_then(|info| literal(&info.shape, value, None).ok()).unwrap_or_else(|| value.into());
    let set = Edit::Set { path: path.clone(), value: value.clone(), comment: info.map(|i| i.about.en.to_owned()) };
    if let Some(once) = sound(text, &set) {
        assert_eq!(sound(&once, &set).as_ref(), Some(&once), "{key} = {value:?}");
    }
    sound(text, &Edit::Append { path: path.clone(), table: vec![("id".to_owned(), value)], comment: None });
    sound(text, &Edit::Rename { path: path.clone(), to: "new key".to_owned() });
    sound(text, &Edit::Remove { path });
}

/// The text after an edit that can be made; it has no mistakes of syntax.
fn sound(text: &str, edit: &Edit) -> Option<String> {
    let edited = apply(text, std::slice::from_ref(edit)).ok()?;
    let mut buffer = String::new();
    let syntax = Document::parse(&edited, &mut buffer).syntax;
    assert!(syntax.is_empty(), "{edit:?}: {edited}");
    Some(edited)
}

/// First line a moment as people type it, then a plan: every item is moved there, and the outcome is returned.
pub fn change(bytes: &[u8]) {
    let input = text(bytes);
    let (moment, plan) = head(&input);
    let Ok((day, time)) = human_date::moment(moment, today()) else { return };
    let day = day.unwrap_or_else(today);
    let (mut buffer, library) = (String::new(), Library::default());
    let before = read(&Document::parse(plan, &mut buffer), &library);
    let mut edits = Vec::new();
    for item in items(&before.plan) {
        let change = [
            ("item", item_id(&before.plan, item).into()),
            ("on", Literal::Day(today())),
            ("move_to", Literal::Moment(day, time.unwrap_or(Clock::MIDNIGHT))),
        ];
        let table = change.map(|(key, value)| (key.to_owned(), value)).into();
        edits.push(Edit::Append { path: KeyPath::of(&["changes"]), table, comment: None });
    }
    let Ok(edited) = apply(plan, &edits) else { return };
    let mut buffer = String::new();
    let after = read(&Document::parse(&edited, &mut buffer), &library);
    let scheduler = Scheduler::new(&after.plan, &after.index, Holidays::china());
    for item in items(&after.plan) {
        scheduler.trace(item, day);
    }
    scheduler.left_out(day);
    show(&after, &library);
}

/// Answers: written and read again they are the same, and what they make of the starter is TOML.
pub fn answers(bytes: &[u8]) {
    let Ok(answers) = Answers::parse(&text(bytes)) else { return };
    assert_eq!(Answers::parse(&answers.to_toml()).as_ref(), Ok(&answers));
    let library = Library::default();
    let mut interview = Interview::new(&library, Mode::Quick, Language::Zh, today());
    // what is refused was not taken; the others stay
    let _ = interview.replay(&answers);
    let draft = interview.draft().expect("starters are TOML");
    let mut buffer = String::new();
    assert!(Document::parse(&draft.text, &mut buffer).syntax.is_empty(), "{}", draft.text);
}

/// Days off: whatever is read answers for any day.
pub fn holidays(bytes: &[u8]) {
    let text = text(bytes);
    for holidays in [Holidays::parse_csv(&text), holidays_of_ics(&text)].into_iter().flatten() {
        for day in [Day::MIN, today(), today().plus(300), Day::MAX] {
            let _ = (holidays.status(day), holidays.is_workday(day), holidays.is_provisional(day));
        }
    }
}

/// An old checklist: read into the new one it leaves a text from which reading again changes nothing.
pub fn checklist(bytes: &[u8]) {
    let item = |id: &str| checklist::ChecklistItem {
        id: id.to_owned(),
        text: "x".to_owned(),
        ..checklist::ChecklistItem::default()
    };
    let section = Section {
        id: "plan".to_owned(),
        title: "plan".to_owned(),
        items: vec![item("plan/a"), item("plan/b")],
        ..Section::default()
    };
    for language in Language::ALL {
        let made = |old: &str| {
            let mut list = Checklist {
                name: "launch".to_owned(),
                title: "x".to_owned(),
                sections: vec![section.clone()],
                ..Checklist::default()
            };
            absorb(&mut list, old, language);
            render::checklist_markdown(&list, today(), language)
        };
        let once = made(&text(bytes));
        assert_eq!(made(&once), once);
    }
}

/// A plan with a team, whose roster is read.
const CLUB: &str = "[community]\nid = \"club\"\n[[roles]]\nid = \"host\"\n[[people]]\nid = \"Ann\"\nroles = [\"host\"]\n\
    [[people]]\nid = \"Ben\"\nroles = [\"host\"]\n[[activities]]\nid = \"talk\"\nwhen = \"every Wed 20:00-21:30\"\nowner = \"host\"\n\
    steps = [{ id = \"chairs\", at = \"T-1d\" }]\n";

/// A roster: findings point into it, what is read is written and read again the same, a plan beside it has a calendar, and
/// what is published of that is found in it again.
pub fn roster(bytes: &[u8]) {
    let Ok(text) = decode(bytes) else { return };
    let reading = read_roster(text);
    for finding in &reading.findings {
        let PlacePart::Bytes(range) = &finding.place.part else { panic!("{finding:?}") };
        assert!(text.get(range.clone()).is_some(), "{finding:?}");
        assert!(Language::ALL.iter().all(|language| !finding.message(*language).is_empty()));
    }
    let library = Library::default();
    let beside = |roster: &Roster| {
        let mut buffer = String::new();
        let mut club = read(&Document::parse(CLUB, &mut buffer), &library);
        club.index.roster = roster.clone();
        club
    };
    if reading.findings.is_empty() && !reading.roster.is_empty() {
        let again = read_roster(&reading.roster.to_csv());
        assert_eq!((again.findings.len(), &again.roster), (0, &reading.roster));
    }
    let before = beside(&reading.roster);
    show(&before, &library);
    // as the command does it: never less than was published, and no further than a calendar reaches
    let soon = today().plus(40);
    let through = reading.roster.through.map_or(soon, |through| through.max(soon));
    if through > today().plus(36_000) {
        return;
    }
    let Ok(first) = publish(&club_of(&before, &library), through, Some(IfChanged::Move), None) else { return };
    let after = beside(&first.roster);
    let second = publish(&club_of(&after, &library), through, Some(IfChanged::Move), None).expect("it was made before");
    // what cannot be read is refused before it is published
    if reading.findings.is_empty() {
        assert_eq!(second.roster, first.roster, "published twice it is published once");
    }
}

fn club_of<'a>(reading: &'a Reading, library: &'a Library) -> Snapshot<'a> {
    Snapshot { text: CLUB, reading, library, holidays: Holidays::none(), today: today() }
}

/// A sheet's cells as XML, in a workbook around it; or any other file of tables. What is understood of it can be written down
/// again, every problem is in a row, and what comes back in it belongs to entries that are there.
pub fn table(bytes: &[u8]) {
    let book = if bytes.starts_with(b"<row") { workbook(bytes) } else { bytes.to_vec() };
    let Ok((mut tables, _)) = table::read(&book) else { return };
    let imported = import_tables(&tables, today());
    hold(&imported, |sheet, row| {
        let named = tables.iter().filter(|table| table.name == *sheet);
        named.flat_map(|table: &ReadTable| &table.rows).any(|known| known.number == row)
    });
    if let Some(problem) = imported.problems.first() {
        import::correct(&mut tables, problem, "2026-12-01");
        import_tables(&tables, today());
    }
    let entry = |uid: &str, day: i32| CalendarEntry {
        uid: uid.to_owned(),
        day: today().plus(day),
        time: Some(Clock::MIDNIGHT),
        title: "talk".to_owned(),
        person: Some("Ann".to_owned()),
        is_cancelled: false,
    };
    let entries = [entry("club/talk/2026-12-02@qun", 10), entry("club/talk/2026-12-09@qun", 17)];
    for table in &tables {
        let Some(back) = returned(table, &entries) else { continue };
        assert!(back.rows.keys().all(|uid| entries.iter().any(|entry| entry.uid == *uid)), "{:?}", back.rows.keys());
        assert!(back.faults.iter().all(|fault| table.rows.iter().any(|row| row.number == fault.row)));
    }
}

/// A workbook with one sheet of these rows.
fn workbook(rows: &[u8]) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
    let sheet =
        [format!("<worksheet xmlns=\"{MAIN}\"><sheetData>").as_bytes(), rows, b"</sheetData></worksheet>"].concat();
    let parts = [
        ("[Content_Types].xml", format!("<Types xmlns=\"{PACKAGE}/content-types\"/>").into_bytes()),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"r1\" \
                 Type=\"{RELATIONS}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            )
            .into_bytes(),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" \
                 r:id=\"r1\"/></sheets></workbook>"
            )
            .into_bytes(),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"r1\" \
                 Type=\"{RELATIONS}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            )
            .into_bytes(),
        ),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        zip.start_file(name, stored).expect("a part");
        zip.write_all(&content).expect("its content");
    }
    zip.finish().expect("a workbook").into_inner()
}

/// Phrases of what was imported are phrases of ours, and problems are where the file has a row.
fn hold(imported: &Imported, has_row: impl Fn(&Option<String>, usize) -> bool) {
    for item in &imported.items {
        if let ImportedWhen::Phrase { cadence, .. } = &item.when {
            for language in Language::ALL {
                let phrase = cadence.print(language);
                assert_eq!(Cadence::parse(&phrase).as_ref(), Ok(&**cadence), "{phrase:?}");
            }
        }
        assert!(item.places.iter().all(|place| has_row(&place.sheet, place.row)), "{item:?}");
    }
    for problem in &imported.problems {
        assert!(has_row(&problem.place.sheet, problem.place.row), "{problem:?}");
    }
}

/// A calendar of another program: what is understood can be written down again, every problem is on a line.
pub fn ics(bytes: &[u8]) {
    let text = text(bytes);
    let lines = text.lines().count().max(1);
    hold(&import_ics(&text, today()), |_, row| (1..=lines).contains(&row));
}

/// An export of messages: read twice it counts once, and everything that is handed on can be counted.
pub fn export(bytes: &[u8]) {
    let zone = jiff::tz::TimeZone::get("Asia/Shanghai").expect("a zone");
    let order = Some(qun::value::DayAndMonth::DayFirst);
    let mut run = ExportRun::new(ExportOptions {
        zone: zone.clone(),
        date_order: order,
        aliases: HashMap::new(),
        team: HashSet::default(),
    });
    let mut tally = EventTally::new(DayClock::new(zone));
    let mut counted = 0_u64;
    let mut count = |event: ExportEvent| {
        counted += u64::from(matches!(event, ExportEvent::Message(_)));
        tally.add(event);
    };
    if is_workbook(&mut Cursor::new(bytes)) {
        if let Ok(Some(text)) = workbook_text(bytes) {
            let _ = read_export(Cursor::new(text), &mut run, &mut count);
        }
        return;
    }
    let once = read_export(Cursor::new(bytes), &mut run, &mut count);
    let messages = run.coverage.messages;
    let again = read_export(Cursor::new(bytes), &mut run, &mut count);
    assert_eq!((run.coverage.messages, once.is_ok()), (messages, again.is_ok()), "{:?}", run.coverage);
    assert_eq!(counted, messages);
    assert!(once.as_ref().err().is_none_or(|error| Language::ALL.iter().all(|&l| !error.message().get(l).is_empty())));
    tally.finish();
}

/// A table of readings: findings point into it; a reading is added behind what is there, and nothing else changes by it.
pub fn readings(bytes: &[u8]) {
    let Ok(text) = decode(bytes) else { return };
    let file = read_readings(text);
    for finding in &file.findings {
        let PlacePart::Bytes(range) = &finding.place.part else { panic!("{finding:?}") };
        assert!(text.get(range.clone()).is_some(), "{finding:?}");
        assert!(Language::ALL.iter().all(|language| !finding.message(*language).is_empty()));
    }
    file.current();
    let measure = measure("came").expect("a measure");
    let value = measured("14", measure.kind, None).expect("a value");
    let day = today();
    let reading = RecordedReading {
        id: String::new(),
        recorded: day,
        window: DayWindow { first: day, last: day },
        subject: "club/talk/2026-12-02@qun".to_owned(),
        arm: None,
        measure,
        value,
        of: None,
        by: Some("Ann".to_owned()),
        source: None,
        replaces: None,
        note: Some("=1+1, \"quoted\"".to_owned()),
    }
    .identified();
    let longer = append(text, std::slice::from_ref(&reading));
    assert!(longer.starts_with(text) || text.trim_start_matches('\u{feff}').trim().is_empty());
    if file.findings.is_empty() && !file.readings.is_empty() {
        let before: HashSet<&str> = file.readings.iter().map(|reading| reading.id.as_str()).collect();
        let after = read_readings(&longer);
        let ids: HashSet<&str> = after.readings.iter().map(|reading| reading.id.as_str()).collect();
        assert!(before.is_subset(&ids), "{longer}");
    }
}

/// A line that somebody types or pastes, at every door: it is read or refused, never more.
pub fn typed(bytes: &[u8]) {
    let line = &*text(bytes);
    let (people, channels) = (lines::people(line), lines::channels(line));
    let (activities, products) = (lines::activities(line), lines::products(line, Some("CNY")));
    let unread = [people.unread, channels.unread, activities.unread, products.unread].concat();
    for language in Language::ALL {
        assert!(unread.iter().all(|unread| !unread.expected.get(language).is_empty()));
    }
    let _ = (human_date::day(line, today()), human_date::past_day(line, today()), human_date::month(line, today()));
    if let Ok((first, last)) = human_date::days(line, today()) {
        assert!(first <= last, "{line:?}: {first} to {last}");
    }
    if let Ok(money) = Money::read(line, Some("CNY")) {
        assert_eq!(Money::read(&money.to_string(), None).as_ref(), Ok(&money), "{line:?}");
    }
    let _ = count(line);
    let slug = Slug::from_text(line);
    assert_eq!(Slug::from_text(slug.as_str()), slug, "{line:?}");
    assert_eq!(name_key(&name_key(line)), name_key(line), "{line:?}");
    assert_eq!(fold_width(&fold_width(line)), fold_width(line), "{line:?}");
}

//! Everything that is made from a plan, compared with what another plan gave.

use std::hash::{DefaultHasher, Hash, Hasher};

use qun::calendar::{Calendar, CalendarRequest, Item, Scheduler, Subject, calendar};
use qun::checklist::{Basis, ChecklistKind, make, span};
use qun::document::{DocumentKind, DocumentRequest, DocumentSubject, OwnTemplates, make as document};
use qun::finding::Level;
use qun::knowledge::Holidays;
use qun::language::Language;
use qun::library::Library;
use qun::plan::{HolidaySource, Reading, read};
use qun::planned::{ReviewedPlan, review_input};
use qun::records::read_readings;
use qun::render::calendar::{BriefForm, Format, Options, Tasks, View, calendar as shown, channel_brief, person_brief};
use qun::render::why;
use qun::render::{ReviewView, review_json};
use qun::review::review;
use qun::rules::{LintOptions, lint};
use qun::source::Document;
use qun::value::{Day, DayWindow};
use toml::Value;

/// Today, and the days of a review: before a test is over, and after.
const REVIEWED: [(&str, &str, &str); 2] =
    [("2027-01-12", "2026-12-01", "2027-01-12"), ("2027-02-02", "2026-12-01", "2027-01-31")];

/// What happened.
const READINGS: &str = "recorded,to,subject,arm,metric,value,of,unit\n\
    2026-12-05,2026-12-05,retain,,value,46,200,%\n2027-01-10,2027-01-10,retain,,value,50,200,%\n\
    2027-01-11,2027-01-11,reminder-time,a,active,20,200,\n2027-01-11,2027-01-11,reminder-time,b,active,60,200,\n\
    2027-01-18,2027-01-18,reminder-time,a,active,60,200,\n2027-01-18,2027-01-18,reminder-time,b,active,80,200,\n";

/// The outputs of a plan, as hashes in a fixed order.
pub(crate) struct Outputs {
    hashes: Vec<u64>,
    pub(crate) errors: Vec<String>,
    /// Whether one differs from that of the plan it was compared with.
    pub(crate) is_other: bool,
}

/// Makes outputs one after another, until one differs.
struct Maker<'a> {
    before: Option<&'a Outputs>,
    hashes: Vec<u64>,
    is_other: bool,
}

impl Maker<'_> {
    fn add(&mut self, output: impl FnOnce() -> String) {
        if self.is_other {
            return;
        }
        let mut hasher = DefaultHasher::new();
        output().hash(&mut hasher);
        let hash = hasher.finish();
        self.is_other = self.before.is_some_and(|before| before.hashes.get(self.hashes.len()) != Some(&hash));
        self.hashes.push(hash);
    }
}

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn reading(plan: &Value, library: &Library) -> Reading {
    let text = toml::to_string(plan).expect("TOML");
    let mut buffer = String::new();
    read(&Document::parse(&text, &mut buffer), library)
}

impl Outputs {
    /// The errors of the file.
    pub(crate) fn errors_of(plan: &Value) -> Vec<String> {
        let reading = reading(plan, &Library::default());
        let errors = reading.findings.iter().filter(|finding| finding.level == Level::Error);
        errors.map(|finding| format!("{}: {}", finding.place.path, finding.message(Language::En))).collect()
    }

    /// The outputs of a plan, up to the first that differs from those of another.
    pub(crate) fn of(plan: &Value, before: Option<&Self>) -> Self {
        let library = Library::default();
        let reading = reading(plan, &library);
        let mut maker = Maker { before, hashes: Vec::new(), is_other: false };
        make_all(&reading, &library, &mut maker);
        let is_other = maker.is_other || before.is_some_and(|before| before.hashes.len() != maker.hashes.len());
        Self { hashes: maker.hashes, errors: Self::errors_of(plan), is_other }
    }
}

fn make_all(reading: &Reading, library: &Library, maker: &mut Maker<'_>) {
    let (plan, index) = (&reading.plan, &reading.index);
    let is_china = plan.holiday_sources().iter().any(|source| matches!(source, HolidaySource::China));
    let holidays = if is_china { Holidays::china() } else { Holidays::none() };
    let language = plan.language();
    let made = |from: Day, to: Day| -> Calendar<'_> {
        calendar(plan, index, library, &CalendarRequest { from, to, holidays, without: None }).expect("a calendar")
    };
    let today = day("2026-12-07");
    for today in [today, day("2027-11-01")] {
        maker.add(|| {
            let mut options = LintOptions::new(today, holidays);
            options.has_coverage = true;
            let outcome = lint(reading, library, &options);
            let findings: Vec<_> = (outcome.findings.iter())
                .map(|finding| format!("{} {:?} {}", finding.rule.id, finding.level, finding.message(language)))
                .collect();
            format!("{findings:?} {} {:?}", outcome.score, outcome.coverage)
        });
    }
    let (first, last) = (plan.lifecycle.starts.unwrap_or(today), day("2028-12-31"));
    let winter = made(day("2026-12-01"), day("2027-01-31"));
    let view = View::new(plan, index, &winter);
    let options = Options { width: 120, ascii: false, colour: false, today, tasks: Tasks::Events };
    for format in Format::ALL {
        maker.add(|| shown(&view, format, &options));
    }
    for n in 0..3 {
        maker.add(|| qun::render::today(&view, today.plus(n), &qun::render::TodayMarks::default()));
    }
    for person in 0..plan.people.len() {
        let view = View { person: Some(person), ..view };
        maker.add(|| person_brief(&view, "x", BriefForm::Text));
    }
    for channel in 0..plan.channels.len() {
        maker.add(|| channel_brief(&view, channel, BriefForm::Text));
    }
    let roles = (0..plan.roles.len()).map(ChecklistKind::Role);
    let activities = (0..plan.activities.len()).map(ChecklistKind::Activity);
    for kind in ChecklistKind::GENERAL.into_iter().chain(roles).chain(activities) {
        let span = span(kind, today, plan, index, holidays);
        let calendar = made(span.from, span.to);
        let basis = Basis { plan, index, library, calendar: &calendar, day: span.day, language };
        let list = make(kind, &basis);
        maker.add(|| qun::render::checklist_json(&list));
        maker.add(|| qun::render::checklist_markdown(&list, today, language));
        maker.add(|| qun::render::checklist_csv(&list, language));
    }
    for (today, window) in REVIEWED.map(|(today, from, to)| (day(today), DayWindow { first: day(from), last: day(to) }))
    {
        maker.add(|| {
            let of = ReviewedPlan { plan, index, library, holidays, today, language };
            let readings = read_readings(READINGS).current();
            let result = review(&review_input(&of, window, &readings).expect("a calendar"), &readings, None);
            let (name, purpose) = (plan.community.name.as_deref().unwrap_or_default(), (None, None));
            review_json(&ReviewView { name, review: &result, exports: None, purpose, today, language })
        });
    }
    let scheduler = Scheduler::new(plan, index, holidays);
    let activities = (0..plan.activities.len()).map(|activity| Subject::Item(Item::Activity(activity)));
    for subject in activities.chain((0..plan.goals.len()).map(Subject::Goal)) {
        maker.add(|| {
            let explained = scheduler.explain(library, subject, today).expect("something of the plan");
            why::text(&explained, &View::new(plan, index, &explained.calendar))
        });
    }
    for kind in DocumentKind::ALL {
        let subjects: Vec<DocumentSubject> = match kind {
            DocumentKind::Handover => (0..plan.roles.len()).map(DocumentSubject::Role).collect(),
            DocumentKind::Draw => (0..plan.activities.len()).map(DocumentSubject::Draw).collect(),
            _ => vec![DocumentSubject::Whole],
        };
        for subject in subjects {
            maker.add(|| {
                let (channel, platform) = (None, None);
                let request =
                    DocumentRequest { reading, name: kind.word(), subject, channel, platform, language, today };
                format!("{:?}", document(&request, &OwnTemplates::default()))
            });
        }
    }
    let whole = made(first, last.max(first));
    maker.add(|| shown(&View::new(plan, index, &whole), Format::Json, &options));
}

//! Bytes → text → plan → findings → calendar.
#![no_main]

use libfuzzer_sys::fuzz_target;
use qun::calendar::{Request, calendar};
use qun::knowledge::Holidays;
use qun::library::Library;
use qun::plan::read;
use qun::rules::{Options, lint};
use qun::source::{Document, decode};
use qun::value::Day;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = decode(bytes) else { return };
    let library = Library::default();
    let mut room = String::new();
    let document = Document::parse(text, &mut room);
    let reading = read(&document, &library);
    let today = Day::from_ymd(2026, 11, 22).expect("a day");
    for finding in lint(&reading, &library, &Options::new(today, Holidays::china())).findings {
        let range = document.locate(&finding.place);
        assert!(text.get(range).is_some(), "{finding:?}");
    }
    let request = Request { from: today, to: today.plus(60), holidays: Holidays::china(), without: None };
    let _ = calendar(&reading.plan, &reading.index, &library, &request);
});

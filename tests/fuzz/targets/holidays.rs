//! A holiday file → holidays, or every bad line.
#![no_main]

use libfuzzer_sys::fuzz_target;
use qun::knowledge::Holidays;
use qun::value::Day;

fuzz_target!(|text: &str| {
    if let Ok(holidays) = Holidays::parse_csv(text) {
        for day in [Day::MIN, Day(20_000), Day::MAX] {
            let _ = holidays.status(day);
        }
    }
});

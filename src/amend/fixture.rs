//! A plan in memory for the tests of this module.

use super::{AmendError, Amendment, Request, Snapshot, amend};
use crate::knowledge::Holidays;
use crate::library::Library;
use crate::plan::{Reading, read};
use crate::source::Document;
use crate::value::Day;

pub(crate) fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

pub(crate) struct Fixture {
    pub text: String,
    pub reading: Reading,
    library: Library,
}

impl Fixture {
    /// A plan, sound or not.
    pub(crate) fn any(text: &str) -> Self {
        let (mut buffer, library) = (String::new(), Library::default());
        let reading = read(&Document::parse(text, &mut buffer), &library);
        Self { text: text.to_owned(), reading, library }
    }

    /// A plan without errors.
    pub(crate) fn sound(text: &str) -> Self {
        let fixture = Self::any(text);
        assert!(fixture.reading.is_sound(), "{:?}", fixture.reading.findings);
        fixture
    }

    /// As it is on 22 November 2026, without days off.
    pub(crate) fn now(&self) -> Snapshot<'_> {
        let Self { text, reading, library } = self;
        Snapshot { text, reading, library, holidays: Holidays::none(), today: day("2026-11-22") }
    }

    pub(crate) fn amend<R: Request>(&self, request: R) -> Result<Amendment<'_, R>, AmendError> {
        amend(self.now(), request)
    }
}

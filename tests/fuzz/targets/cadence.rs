//! A phrase → a cadence, and back: parse ∘ print is the identity.
#![no_main]

use libfuzzer_sys::fuzz_target;
use qun::cadence::Cadence;
use qun::language::Language;

fuzz_target!(|phrase: &str| {
    match Cadence::parse(phrase) {
        Ok(cadence) => {
            for language in Language::ALL {
                assert_eq!(Cadence::parse(&cadence.print(language)).as_ref(), Ok(&cadence));
            }
        }
        Err(error) => assert!(phrase.get(error.at.clone()).is_some(), "{error:?}"),
    }
});

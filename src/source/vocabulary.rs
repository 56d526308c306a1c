//! The vocabulary macro: one declaration of a table gives its struct, its reader, its known keys and their words.
//!
//! ```text
//! table! {
//!     /// What the struct is for.
//!     pub Place, "线下地点" / "A place to meet", {
//!         id: Option<Slug>, "名字" / "Its id";
//!         purpose ("for"): Option<String>, "用途" / "What for";   // a key that is a word of Rust
//!     }
//! }
//! ```
//! Every table also accepts `note`, which is never looked at.

use toml::de::DeTable;

use super::field::{KnownNames, Visit};
use super::problems::Problems;
use super::shape::TableInfo;
use crate::finding::Trail;

/// A declared table.
pub trait Table: Default {
    /// Its declaration.
    const TABLE: &'static TableInfo;
    /// Reads all keys of a table.
    fn read_keys(&mut self, table: &DeTable<'_>, at: &Trail<'_>, problems: &mut Problems);
    /// Whether there is something at the dotted route; an empty route asks whether any key is set.
    fn holds(&self, path: &str) -> bool;
    /// Shows every value to a visitor.
    fn show(&self, at: &Trail<'_>, visitor: &mut dyn Visit);
    /// Gives every reference the name that it is known by.
    fn link_all(&mut self, names: &dyn KnownNames);
}

/// Declares tables of the vocabulary; see the module's text.
macro_rules! table {
    ($($(#[$doc:meta])* pub $name:ident, $zh:literal / $en:literal, {
        $($key:ident $(($as:literal))? : $type:ty, $kzh:literal / $ken:literal;)*
    })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq)]
        pub struct $name {
            $(#[doc = $ken] pub $key: $type,)*
        }

        impl $crate::source::Table for $name {
            const TABLE: &'static $crate::source::TableInfo = &$crate::source::TableInfo {
                about: $crate::language::Text::new($zh, $en),
                keys: &[$($crate::source::KeyInfo {
                    key: $crate::source::table!(@key $key $($as)?),
                    about: $crate::language::Text::new($kzh, $ken),
                    shape: <$type as $crate::source::Field>::SHAPE,
                }),*],
            };

            fn read_keys(
                &mut self,
                table: &toml::de::DeTable<'_>,
                at: &$crate::finding::Trail<'_>,
                problems: &mut $crate::source::Problems,
            ) {
                for (key, value) in table.iter() {
                    let key = key.get_ref().as_ref();
                    let at = at.key(key);
                    match key {
                        $($crate::source::table!(@key $key $($as)?) =>
                            $crate::source::Field::fill(&mut self.$key, value, &at, problems),)*
                        "note" => {}
                        _ => problems.unknown_key(&at, key, <Self as $crate::source::Table>::TABLE),
                    }
                }
            }

            fn holds(&self, path: &str) -> bool {
                match $crate::source::split(path) {
                    None => false $(|| $crate::source::Field::has(&self.$key, ""))*,
                    $(Some(($crate::source::table!(@key $key $($as)?), rest)) =>
                        $crate::source::Field::has(&self.$key, rest),)*
                    Some(_) => false,
                }
            }

            fn show(&self, at: &$crate::finding::Trail<'_>, visitor: &mut dyn $crate::source::Visit) {
                $($crate::source::Field::visit(
                    &self.$key, &at.known($crate::source::table!(@key $key $($as)?)), visitor,
                );)*
            }

            fn link_all(&mut self, names: &dyn $crate::source::KnownNames) {
                $($crate::source::Field::link(&mut self.$key, names);)*
            }
        }

        $crate::source::table!(@field $name);
    )+};
    (@key $key:ident) => { stringify!($key) };
    (@key $key:ident $as:literal) => { $as };
    (@field $name:ident) => {
        impl $crate::source::Field for $name {
            const SHAPE: $crate::source::Shape =
                $crate::source::Shape::Table(<$name as $crate::source::Table>::TABLE);

            fn fill(
                &mut self,
                value: &toml::Spanned<toml::de::DeValue<'_>>,
                at: &$crate::finding::Trail<'_>,
                problems: &mut $crate::source::Problems,
            ) {
                match value.get_ref() {
                    toml::de::DeValue::Table(table) => $crate::source::Table::read_keys(self, table, at, problems),
                    other => problems.wrong_type(at, &<Self as $crate::source::Field>::SHAPE, other),
                }
            }

            fn has(&self, rest: &str) -> bool {
                $crate::source::Table::holds(self, rest)
            }

            fn visit(&self, at: &$crate::finding::Trail<'_>, visitor: &mut dyn $crate::source::Visit) {
                $crate::source::Table::show(self, at, visitor);
            }

            fn link(&mut self, names: &dyn $crate::source::KnownNames) {
                $crate::source::Table::link_all(self, names);
            }
        }

        impl $crate::source::FieldValue for $name {
            const SHAPE: $crate::source::Shape = <$name as $crate::source::Field>::SHAPE;

            fn read(
                value: &toml::Spanned<toml::de::DeValue<'_>>,
                at: &$crate::finding::Trail<'_>,
                problems: &mut $crate::source::Problems,
            ) -> Option<Self> {
                let mut table = Self::default();
                $crate::source::Field::fill(&mut table, value, at, problems);
                Some(table)
            }

            fn has(&self, rest: &str) -> bool {
                rest.is_empty() || $crate::source::Table::holds(self, rest)
            }

            fn visit(&self, at: &$crate::finding::Trail<'_>, visitor: &mut dyn $crate::source::Visit) {
                $crate::source::Table::show(self, at, visitor);
            }

            fn link(&mut self, names: &dyn $crate::source::KnownNames) {
                $crate::source::Table::link_all(self, names);
            }
        }
    };
}

/// Declares an enum of words: each variant with its word in the plan, its name for people, and other names they type.
macro_rules! choices {
    ($($(#[$doc:meta])* pub $name:ident { $($variant:ident $word:literal, $zh:literal / $en:literal $(| $also:literal)*;)+ })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $(#[doc = $en] $variant,)+ }

        impl $name {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// Their words in the plan, in the same order.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// Their words and names, in the same order.
            pub const CHOICES: &'static [$crate::source::ChoiceInfo] = &[$($crate::source::ChoiceInfo {
                word: $word,
                name: $crate::language::Text::new($zh, $en),
                also: &[$($also),*],
            }),+];

            /// The word in the plan.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The name shown to people.
            pub const fn name(self) -> $crate::language::Text {
                match self { $(Self::$variant => $crate::language::Text::new($zh, $en)),+ }
            }
        }

        impl $crate::source::FieldValue for $name {
            const SHAPE: $crate::source::Shape = $crate::source::Shape::Choice(Self::CHOICES);

            fn read(
                value: &toml::Spanned<toml::de::DeValue<'_>>,
                at: &$crate::finding::Trail<'_>,
                problems: &mut $crate::source::Problems,
            ) -> Option<Self> {
                let text = problems.text(value, at, &<Self as $crate::source::FieldValue>::SHAPE)?;
                match Self::WORDS.iter().position(|word| *word == text) {
                    Some(index) => Some(Self::ALL[index]),
                    None => {
                        problems.bad_choice(at, text, Self::CHOICES);
                        None
                    }
                }
            }

            fn visit(&self, at: &$crate::finding::Trail<'_>, visitor: &mut dyn $crate::source::Visit) {
                visitor.value(at, &|language| self.name().get(language).to_owned());
            }
        }
    )+};
}

pub(crate) use {choices, table};

//! Lists within JSON objects, one element at a time: only one element is ever in memory.

use std::fmt;
use std::io::{BufReader, Read};
use std::marker::PhantomData;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::error::ExportError;

/// What to do with the value of a key of an object: read it (and it must be read), or leave it.
pub(super) trait Members<'de> {
    /// Reads the value of a key, if it is one that matters; hands back whether it was read.
    fn member<A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<bool, A::Error>;
}

/// Reads an object member by member; the other members are skipped unread.
pub(super) struct Object<'m, M>(pub &'m mut M);

impl<'de, M: Members<'de>> DeserializeSeed<'de> for Object<'_, M> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de, M: Members<'de>> Visitor<'de> for Object<'_, M> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            if !self.0.member(&key, &mut map)? {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

/// Reads a document that is one object, and nothing behind it.
pub(super) fn read_document(input: impl Read, members: &mut impl for<'de> Members<'de>) -> Result<(), ExportError> {
    let input = BufReader::with_capacity(1 << 16, input);
    let mut deserializer = serde_json::Deserializer::from_reader(input);
    Object(members).deserialize(&mut deserializer)?;
    Ok(deserializer.end()?)
}

/// Reads a list and hands on each element.
pub(super) struct Each<'f, T> {
    found: &'f mut dyn FnMut(T),
    element: PhantomData<T>,
}

impl<'f, T> Each<'f, T> {
    pub(super) fn new(found: &'f mut dyn FnMut(T)) -> Self {
        Self { found, element: PhantomData }
    }
}

impl<'de, T: Deserialize<'de>> DeserializeSeed<'de> for Each<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for Each<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(element) = list.next_element()? {
            (self.found)(element);
        }
        Ok(())
    }
}

/// An id as it is written: a text or a number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Id(pub Option<String>);

impl Id {
    pub(super) fn as_deref(&self) -> Option<&str> {
        self.0.as_deref().filter(|id| !id.is_empty())
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(IdVisitor)
    }
}

struct IdVisitor;

impl<'de> Visitor<'de> for IdVisitor {
    type Value = Id;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id")
    }

    fn visit_str<E>(self, text: &str) -> Result<Id, E> {
        Ok(Id(Some(text.to_owned())))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Id, E> {
        Ok(Id(Some(number.to_string())))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Id, E> {
        Ok(Id(Some(number.to_string())))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Id, E> {
        Ok(Id(Some(number.to_string())))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Id, E> {
        Ok(Id(None))
    }

    fn visit_unit<E>(self) -> Result<Id, E> {
        Ok(Id(None))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Id, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Id(None))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Id, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Id(None))
    }
}

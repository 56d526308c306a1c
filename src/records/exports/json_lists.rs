//! JSON that is read piece by piece: lists within objects, one element at a time, whatever the size of the whole.
//!
//! Values are parsed where they lie in a buffer, which is twice as fast as from a stream. One that does not fit into the buffer
//! is taken from the stream, so that a text of any length takes no memory where it is skipped.

use std::fmt;
use std::io::{self, Read};

use serde::de::{Deserialize, DeserializeOwned, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use smol_str::{SmolStr, ToSmolStr};

use super::error::ExportError;

/// So much of a text is in memory.
const BUFFER: usize = 1 << 17;

/// What to do with the values of an object.
pub(super) trait Members<R> {
    /// Reads the value of a key, if it is one that matters; hands back whether it was read.
    fn member(&mut self, key: &str, json: &mut JsonReader<R>) -> Result<bool, ExportError>;
}

/// A JSON text that is read from its beginning to its end.
pub(super) struct JsonReader<R> {
    input: R,
    buffer: Vec<u8>,
    /// What of the buffer has been read, and how far it is filled.
    at: usize,
    filled: usize,
    is_at_end: bool,
    /// How many lines have left the buffer.
    lines: usize,
}

/// Reads a document that is one object, and nothing behind it.
pub(super) fn read_document<R: Read>(input: R, members: &mut impl Members<R>) -> Result<(), ExportError> {
    let mut json = JsonReader::new(input);
    json.object(members)?;
    json.end()
}

impl<R: Read> JsonReader<R> {
    pub(super) fn new(input: R) -> Self {
        Self::with_buffer(input, BUFFER)
    }

    fn with_buffer(input: R, size: usize) -> Self {
        Self { input, buffer: vec![0; size], at: 0, filled: 0, is_at_end: false, lines: 0 }
    }

    /// Reads an object member by member; members that do not matter are skipped.
    pub(super) fn object(&mut self, members: &mut impl Members<R>) -> Result<(), ExportError> {
        self.sign(b'{', b'{')?;
        if self.peek()? == Some(b'}') {
            self.at += 1;
            return Ok(());
        }
        loop {
            let key: String = self.value()?;
            self.sign(b':', b':')?;
            if !members.member(&key, self)? {
                self.value::<IgnoredAny>()?;
            }
            if self.sign(b'}', b',')? == b'}' {
                return Ok(());
            }
        }
    }

    /// Reads a list whose elements are read by `element`.
    pub(super) fn list(
        &mut self,
        element: &mut dyn FnMut(&mut Self) -> Result<(), ExportError>,
    ) -> Result<(), ExportError> {
        self.sign(b'[', b'[')?;
        if self.peek()? == Some(b']') {
            self.at += 1;
            return Ok(());
        }
        loop {
            element(self)?;
            if self.sign(b']', b',')? == b']' {
                return Ok(());
            }
        }
    }

    /// Reads a list and hands on each element.
    pub(super) fn each<T: DeserializeOwned>(&mut self, found: &mut dyn FnMut(T)) -> Result<(), ExportError> {
        self.list(&mut |json| json.value().map(&mut *found))
    }

    /// The next value.
    pub(super) fn value<T: DeserializeOwned>(&mut self) -> Result<T, ExportError> {
        let first = self.peek()?;
        loop {
            let rest = &self.buffer[self.at..self.filled];
            let mut values = serde_json::Deserializer::from_slice(rest).into_iter::<T>();
            let (value, end) = (values.next(), values.byte_offset());
            match value {
                // a number that ends with the buffer may go on
                Some(Ok(value)) if end < rest.len() || self.is_at_end => {
                    self.at += end;
                    return Ok(value);
                }
                // what the buffer cuts looks wrong in several ways
                Some(Err(error))
                    if self.is_at_end
                        || !matches!(first, Some(b'{' | b'[' | b'"')) && rest.len() == self.buffer.len() =>
                {
                    return Err(ExportError::of_json(&error, self.lines_before()));
                }
                None if self.is_at_end => return Err(ExportError::Truncated(self.lines_before() + 1)),
                _ if rest.len() == self.buffer.len() => break,
                _ => self.fill()?,
            }
        }
        let before = self.lines_before();
        let value = T::deserialize(&mut serde_json::Deserializer::from_reader(self));
        value.map_err(|error| ExportError::of_json(&error, before))
    }

    /// The next byte that is no blank, without taking it; none at the end.
    pub(super) fn peek(&mut self) -> Result<Option<u8>, ExportError> {
        loop {
            let rest = &self.buffer[self.at..self.filled];
            if let Some(blanks) = rest.iter().position(|byte| !matches!(byte, b' ' | b'\t' | b'\n' | b'\r')) {
                self.at += blanks;
                return Ok(Some(self.buffer[self.at]));
            }
            self.at = self.filled;
            if self.is_at_end {
                return Ok(None);
            }
            self.fill()?;
        }
    }

    /// Nothing may be left.
    pub(super) fn end(&mut self) -> Result<(), ExportError> {
        match self.peek()? {
            Some(_) => Err(ExportError::Malformed(self.lines_before() + 1)),
            None => Ok(()),
        }
    }

    /// Takes one of two signs.
    fn sign(&mut self, one: u8, other: u8) -> Result<u8, ExportError> {
        match self.peek()? {
            Some(byte) if byte == one || byte == other => {
                self.at += 1;
                Ok(byte)
            }
            Some(_) => Err(ExportError::Malformed(self.lines_before() + 1)),
            None => Err(ExportError::Truncated(self.lines_before() + 1)),
        }
    }

    /// How many lines were read to their end.
    fn lines_before(&self) -> usize {
        self.lines + lines_in(&self.buffer[..self.at])
    }

    /// Fills the buffer behind what is left in it.
    fn fill(&mut self) -> io::Result<()> {
        self.lines += lines_in(&self.buffer[..self.at]);
        self.buffer.copy_within(self.at..self.filled, 0);
        (self.at, self.filled) = (0, self.filled - self.at);
        while self.filled < self.buffer.len() && !self.is_at_end {
            match self.input.read(&mut self.buffer[self.filled..]) {
                Ok(0) => self.is_at_end = true,
                Ok(count) => self.filled += count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

impl<R: Read> Read for JsonReader<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.at == self.filled && !self.is_at_end {
            self.fill()?;
        }
        let count = (self.filled - self.at).min(out.len());
        out[..count].copy_from_slice(&self.buffer[self.at..self.at + count]);
        self.at += count;
        Ok(count)
    }
}

fn lines_in(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte == b'\n').count()
}

/// An id as it is written: a text or a number. There are some in each record, and most are short.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Id(pub Option<SmolStr>);

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
        Ok(Id(Some(text.into())))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Id, E> {
        Ok(Id(Some(number.to_smolstr())))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Id, E> {
        Ok(Id(Some(number.to_smolstr())))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Id, E> {
        Ok(Id(Some(number.to_smolstr())))
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    struct Numbers(Vec<(String, i64)>);

    impl<R: Read> Members<R> for Numbers {
        fn member(&mut self, key: &str, json: &mut JsonReader<R>) -> Result<bool, ExportError> {
            match key {
                "list" => json.each(&mut |number: Option<i64>| self.0.push((key.to_owned(), number.unwrap_or(-1))))?,
                "one" => self.0.push((key.to_owned(), json.value()?)),
                "inner" => json.object(self)?,
                _ => return Ok(false),
            }
            Ok(true)
        }
    }

    /// What is read, and how it ends.
    fn read(text: &[u8], buffer: usize) -> (Vec<(String, i64)>, String) {
        let mut numbers = Numbers(Vec::new());
        let mut json = JsonReader::with_buffer(text, buffer);
        let end = json.object(&mut numbers).and_then(|()| json.end());
        (numbers.0, end.map_or_else(|error| error.to_string(), |()| String::new()))
    }

    const TEXT: &str = "{ \"list\" : [1, 23456,\nnull ,7], \"other\": {\"a\": [\"}]\\\"\", 1e3]},\n\"inner\":{\"one\":-42, \"x\": \"群\"}, \"one\": 5\n}\n";

    #[test]
    fn lists_members_and_what_lies_within() {
        let found = [("list", 1), ("list", 23_456), ("list", -1), ("list", 7), ("one", -42), ("one", 5)];
        let found: Vec<(String, i64)> = found.into_iter().map(|(key, number)| (key.to_owned(), number)).collect();
        for buffer in 8..TEXT.len() + 2 {
            assert_eq!(read(TEXT.as_bytes(), buffer), (found.clone(), String::new()), "{buffer}");
        }
        assert_eq!(read(format!("{TEXT}x").as_bytes(), 1 << 10).1, "malformed export at line 5");
        assert_eq!(read(&TEXT.as_bytes()[..40], 1 << 10).1, "the export ends in the middle, at line 2");
    }

    proptest! {
        /// A small buffer reads what a large one does, wherever a text is cut or damaged.
        #[test]
        fn the_size_of_the_buffer_does_not_matter(
            cut in 0usize..140, at in 0usize..140, byte in any::<u8>(), buffer in 12usize..80
        ) {
            let mut text = TEXT.as_bytes().to_vec();
            text.truncate(cut.max(1));
            if let Some(place) = text.get_mut(at) {
                *place = byte;
            }
            let (small, large) = (read(&text, buffer), read(&text, 1 << 12));
            prop_assert_eq!(&small.0, &large.0);
            prop_assert_eq!(small.1.is_empty(), large.1.is_empty(), "{} {}", small.1, large.1);
        }
    }
}

//! Indented JSON that begins within something else: the lines of an element of a list.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

/// Writes a value that begins at a depth, in the way of `serde_json`'s own pretty printing.
pub(super) fn write(value: &impl Serialize, depth: usize, out: impl Write) -> io::Result<()> {
    let mut serializer = Serializer::with_formatter(out, Indented { depth, has_value: false });
    value.serialize(&mut serializer).map_err(io::Error::from)
}

struct Indented {
    depth: usize,
    has_value: bool,
}

/// Begins a line.
pub(super) fn line<W: ?Sized + Write>(out: &mut W, depth: usize) -> io::Result<()> {
    const SPACES: &[u8] = b"\n                                ";
    match SPACES.get(..1 + 2 * depth) {
        Some(start) => out.write_all(start),
        None => {
            out.write_all(SPACES)?;
            (SPACES.len()..=2 * depth).try_for_each(|_| out.write_all(b" "))
        }
    }
}

impl Indented {
    fn begin<W: ?Sized + Write>(&mut self, out: &mut W, sign: &[u8]) -> io::Result<()> {
        self.depth += 1;
        self.has_value = false;
        out.write_all(sign)
    }

    fn end<W: ?Sized + Write>(&mut self, out: &mut W, sign: &[u8]) -> io::Result<()> {
        self.depth -= 1;
        if self.has_value {
            line(out, self.depth)?;
        }
        out.write_all(sign)
    }

    fn next<W: ?Sized + Write>(&self, out: &mut W, is_first: bool) -> io::Result<()> {
        if !is_first {
            out.write_all(b",")?;
        }
        line(out, self.depth)
    }
}

impl Formatter for Indented {
    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.begin(out, b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.end(out, b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, is_first: bool) -> io::Result<()> {
        self.next(out, is_first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.has_value = true;
        Ok(())
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.begin(out, b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.end(out, b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, is_first: bool) -> io::Result<()> {
        self.next(out, is_first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.has_value = true;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_as_if_it_were_written_as_a_whole() {
        let inner = serde_json::json!({ "a": [], "b": {}, "c": [1, "x\n", null], "d": { "e": [[true]] } });
        let whole = serde_json::to_string_pretty(&serde_json::json!({ "list": [inner] })).expect("JSON");
        let mut part = Vec::new();
        write(&inner, 2, &mut part).expect("a Vec can be written to");
        let part = String::from_utf8(part).expect("UTF-8");
        assert_eq!(whole, format!("{{\n  \"list\": [\n    {part}\n  ]\n}}"));
        let mut deep = Vec::new();
        line(&mut deep, 40).expect("a Vec can be written to");
        assert_eq!(deep.len(), 81);
    }
}

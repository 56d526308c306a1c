//! Lines of JSON further to the right, as a part of a longer text.

use std::io::{self, Write};

/// Writes a text on, each of its lines but the first behind some blanks.
pub(super) struct Indented<'o> {
    indent: &'static str,
    out: &'o mut dyn Write,
}

impl<'o> Indented<'o> {
    pub(super) fn by(indent: &'static str, out: &'o mut dyn Write) -> Self {
        Self { indent, out }
    }
}

impl Write for Indented<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for line in bytes.split_inclusive(|byte| *byte == b'\n') {
            self.out.write_all(line)?;
            if line.ends_with(b"\n") {
                self.out.write_all(self.indent.as_bytes())?;
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

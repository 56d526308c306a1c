//! Bytes → text: UTF-8 with or without a byte order mark; the other encodings of Chinese files are named, not guessed.

use thiserror::Error;

use crate::language::Text;

/// The largest file that is read: 8 MiB. A large real plan has under 100 KiB.
pub const MAX_BYTES: usize = 8 << 20;

/// Why bytes are not the text of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum EncodingError {
    /// Larger than [`MAX_BYTES`].
    #[error("the file is larger than 8 MiB")]
    TooLarge,
    /// UTF-16, either byte order.
    #[error("the file is UTF-16, not UTF-8")]
    Utf16,
    /// Most likely GBK or GB18030.
    #[error("the file looks like GBK, not UTF-8")]
    Gbk,
    /// A file of an office program or a PDF.
    #[error("the file is an Excel, Word or PDF file, not text")]
    Office,
    /// Anything else: the position of the first wrong byte.
    #[error("the file is not UTF-8 text (byte {0})")]
    NotText(usize),
}

impl EncodingError {
    /// What is wrong, and what to do.
    pub const fn text(self) -> Text {
        match self {
            Self::TooLarge => Text::new(
                "文件超过 8 MiB，不像一份社群计划；请检查路径",
                "the file is larger than 8 MiB; plans are much smaller, so check the path",
            ),
            Self::Office => Text::new(
                "这是 Excel、Word 或 PDF 文件；计划是一份文本：用 qun init 写一份，再把内容填进去",
                "this is an Excel, Word or PDF file, but a plan is text: create one with qun init and enter its contents there",
            ),
            Self::Utf16 => Text::new(
                "文件是 UTF-16 编码；请在编辑器里另存为 UTF-8",
                "the file is encoded as UTF-16; save it as UTF-8 in your editor",
            ),
            Self::Gbk => Text::new(
                "文件像是 GBK（ANSI）编码；请在编辑器里另存为 UTF-8",
                "the file looks like GBK (ANSI); save it as UTF-8 in your editor",
            ),
            Self::NotText(_) => Text::new(
                "文件不是 UTF-8 文本；请检查路径，或另存为 UTF-8",
                "the file is not UTF-8 text; check the path, or save it as UTF-8",
            ),
        }
    }
}

/// How files of office programs and PDFs begin.
const OFFICE: [&[u8]; 3] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-"];

/// The text of a file, byte order mark included, so that positions stay those of the file.
pub fn decode(bytes: &[u8]) -> Result<&str, EncodingError> {
    if bytes.len() > MAX_BYTES {
        return Err(EncodingError::TooLarge);
    }
    if OFFICE.iter().any(|beginning| bytes.starts_with(beginning)) {
        return Err(EncodingError::Office);
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || looks_like_utf16(bytes) {
        return Err(EncodingError::Utf16);
    }
    std::str::from_utf8(bytes).map_err(|error| {
        if looks_like_gbk(bytes) { EncodingError::Gbk } else { EncodingError::NotText(error.valid_up_to()) }
    })
}

/// ASCII text in UTF-16 has a zero in every other byte.
fn looks_like_utf16(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(64) & !1];
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
    head.len() >= 4 && (zeros(0) * 4 > head.len() || zeros(1) * 4 > head.len()) && head.iter().any(u8::is_ascii_graphic)
}

/// Every byte over 0x7F is the lead of a GBK pair, and there are no control characters.
fn looks_like_gbk(bytes: &[u8]) -> bool {
    let mut pairs = 0;
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'\t' | b'\n' | b'\r' | 0x20..=0x7e => at += 1,
            0x81..=0xfe => match bytes.get(at + 1) {
                Some(0x40..=0x7e | 0x80..=0xfe) => {
                    pairs += 1;
                    at += 2;
                }
                _ => return false,
            },
            _ => return false,
        }
    }
    pairs > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_encodings_of_chinese_files() {
        assert_eq!(decode(b"name = \"\xb3\xbf\xb9\xe2\"\n"), Err(EncodingError::Gbk));
        assert_eq!(decode(b"\xff\xfen\0a\0"), Err(EncodingError::Utf16));
        assert_eq!(decode(b"n\0a\0m\0e\0"), Err(EncodingError::Utf16));
        assert_eq!(decode(b"a = 1\x00\xff\x00"), Err(EncodingError::NotText(6)));
        assert_eq!(decode("\u{feff}名 = 1".as_bytes()), Ok("\u{feff}名 = 1"));
        assert_eq!(decode(&vec![b' '; MAX_BYTES + 1]), Err(EncodingError::TooLarge));
        assert_eq!(decode(b""), Ok(""));
    }
}

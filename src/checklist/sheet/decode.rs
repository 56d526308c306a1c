//! Bytes of a table → text: UTF-8, UTF-16, or GBK, as spreadsheets save it; what was read is always named.

use thiserror::Error;

use crate::language::Text;

/// How a table was encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without its mark.
    Utf8,
    /// UTF-16: "Unicode text".
    Utf16,
    /// GBK: what Chinese versions of Excel call CSV.
    Gbk,
}

/// Why a file is not a table of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SheetError {
    /// A workbook.
    #[error("the file is a workbook, not CSV")]
    Workbook,
    /// No text in an encoding that spreadsheets use.
    #[error("the file is not text")]
    NotText,
    /// No row has the headers.
    #[error("no row has the headers of a list")]
    NoHeader,
}

impl SheetError {
    /// What is wrong and what to do.
    pub const fn text(self) -> Text {
        match self {
            Self::Workbook => Text::new(
                "这是一个工作簿；在表格软件里另存为 CSV 再读",
                "this is a workbook; save it as CSV in the spreadsheet first",
            ),
            Self::NotText => Text::new("这个文件不是文本表格", "this file is not a table in text"),
            Self::NoHeader => Text::new(
                "找不到表头：至少要有“事项”列或“编号”列，如 qun checklist -o 清单.csv 写的",
                "no header found: a column \"item\" or \"id\" is needed, as qun checklist -o list.csv writes them",
            ),
        }
    }
}

/// The text of a table.
pub(super) fn decode(bytes: &[u8]) -> Result<(String, Encoding), SheetError> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(SheetError::Workbook);
    }
    let utf16 = [(&[0xff, 0xfe], encoding_rs::UTF_16LE), (&[0xfe, 0xff], encoding_rs::UTF_16BE)];
    if let Some((_, encoding)) = utf16.into_iter().find(|(mark, _)| bytes.starts_with(&mark[..])) {
        let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes[2..]);
        return text.map(|text| (text.into_owned(), Encoding::Utf16)).ok_or(SheetError::NotText);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((text.trim_start_matches('\u{feff}').to_owned(), Encoding::Utf8));
    }
    let text = encoding_rs::GBK.decode_without_bom_handling_and_without_replacement(bytes);
    text.map(|text| (text.into_owned(), Encoding::Gbk)).ok_or(SheetError::NotText)
}

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

/// Why a file is no table.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TableError {
    /// A workbook of a kind that is not read.
    #[error("the file is a workbook of another kind")]
    OtherWorkbook,
    /// A workbook that cannot be opened.
    #[error("the workbook is damaged: {0}")]
    Damaged(String),
    /// It holds more than is read.
    #[error("the table is too large")]
    TooLarge,
    /// No text in an encoding that spreadsheets use.
    #[error("the file is not text")]
    NotText,
}

impl TableError {
    /// What is wrong and what to do.
    pub const fn text(&self) -> Text {
        match self {
            Self::OtherWorkbook => Text::new(
                "这种格式的工作簿读不了；在表格软件里另存为 .xlsx 或 CSV 再读",
                "workbooks of this kind cannot be read; save it as .xlsx or CSV first",
            ),
            Self::Damaged(_) => Text::new(
                "这个工作簿打不开：文件坏了，或者加了密码",
                "this workbook cannot be opened: it is damaged, or has a password",
            ),
            Self::TooLarge => Text::new(
                "表格太大：最多读 10 万行、200 列",
                "the table is too large: at most 100,000 rows and 200 columns are read",
            ),
            Self::NotText => Text::new("这个文件不是表格，也不是文本", "this file is neither a workbook nor text"),
        }
    }
}

/// The text of a table.
pub(super) fn decode(bytes: &[u8]) -> Result<(String, Encoding), TableError> {
    let utf16 = [(&[0xff, 0xfe], encoding_rs::UTF_16LE), (&[0xfe, 0xff], encoding_rs::UTF_16BE)];
    if let Some((_, encoding)) = utf16.into_iter().find(|(mark, _)| bytes.starts_with(&mark[..])) {
        let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes[2..]);
        return text.map(|text| (text.into_owned(), Encoding::Utf16)).ok_or(TableError::NotText);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((text.trim_start_matches('\u{feff}').to_owned(), Encoding::Utf8));
    }
    let text = encoding_rs::GBK.decode_without_bom_handling_and_without_replacement(bytes);
    text.map(|text| (text.into_owned(), Encoding::Gbk)).ok_or(TableError::NotText)
}

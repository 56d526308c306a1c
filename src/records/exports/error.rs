//! Why an export cannot be read, or not to its end.

use crate::language::Text;
use crate::table::TableError;

/// Why an export cannot be read. What came before has been counted, and the coverage says up to where.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The file or the stream fails.
    #[error("reading failed: {0}")]
    Input(#[from] std::io::Error),
    /// It is none of the kinds that are known.
    #[error("unknown kind of export")]
    UnknownKind,
    /// It ends in the middle.
    #[error("the export ends in the middle, at line {0}")]
    Truncated(usize),
    /// It is not written as its kind is.
    #[error("malformed export at line {0}")]
    Malformed(usize),
    /// The text is not UTF-8.
    #[error("not UTF-8 near line {0}")]
    NotUtf8(usize),
    /// Dates may be read in two ways, and no day over 12 decides.
    #[error("ambiguous dates")]
    AmbiguousDates,
    /// A table has no column for the time or for the author.
    #[error("missing column")]
    MissingColumn(Text),
    /// An archive unpacks to more than is read, or has names that lead out of it.
    #[error("unsafe archive")]
    UnsafeArchive,
    /// A workbook cannot be read.
    #[error("{0}")]
    Workbook(#[from] TableError),
}

impl ExportError {
    /// What is the matter; `{line}` is filled by [`line`](Self::line), `{column}` by the missing column.
    pub const fn message(&self) -> Text {
        match self {
            Self::Input(_) => Text::new("读文件时出错", "the file cannot be read"),
            Self::UnknownKind => Text::new(
                "认不出这是哪种导出；可以给一张有“时间、发送人、群”三列的 CSV",
                "not a known kind of export; a CSV with the columns time, author and channel works, too",
            ),
            Self::Truncated(_) => Text::new(
                "导出到第 {line} 行就断了，前面的已计入；请重新导出",
                "the export breaks off at line {line}; what came before was counted. Export it again",
            ),
            Self::Malformed(_) => Text::new("第 {line} 行附近格式不对", "the format is wrong near line {line}"),
            Self::NotUtf8(_) => Text::new(
                "第 {line} 行附近不是 UTF-8；请另存为 UTF-8 再试",
                "not UTF-8 near line {line}; save the file as UTF-8 and try again",
            ),
            Self::AmbiguousDates => Text::new(
                "日期像 03/04 这样分不清月和日，整个文件里没有大于 12 的日；请说明哪个在前",
                "dates such as 03/04 can be read in two ways, and no day over 12 shows which; say whether the day or the month comes first",
            ),
            Self::MissingColumn(_) => {
                Text::new("第一行里没有“{column}”这一列", "the first line has no column for {column}")
            }
            Self::Workbook(error) => error.text(),
            Self::UnsafeArchive => Text::new(
                "压缩包解开后太大，或里面的名字不安全，没有读完",
                "the archive unpacks to too much, or holds unsafe names; it was not read to its end",
            ),
        }
    }

    /// The line, where it is known.
    pub const fn line(&self) -> Option<usize> {
        match self {
            Self::Truncated(line) | Self::Malformed(line) | Self::NotUtf8(line) => Some(*line),
            _ => None,
        }
    }
}

impl ExportError {
    /// What is the matter with a JSON text, so many lines of which came before what was parsed.
    pub(super) fn of_json(error: &serde_json::Error, before: usize) -> Self {
        let line = before + error.line();
        match error.io_error_kind() {
            Some(kind) => Self::Input(kind.into()),
            None if error.is_eof() => Self::Truncated(line),
            None if error.to_string().starts_with("invalid unicode code point") => Self::NotUtf8(line),
            None => Self::Malformed(line),
        }
    }
}

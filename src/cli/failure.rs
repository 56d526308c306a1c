//! Why a command could not be carried out: what is wrong, what belongs to it, what to do next.
//!
//! Its words stay in both languages until they are shown, because the language of a plan is known only after it is read.

use std::fmt;
use std::io;
use std::path::Path;

use super::attempt::Attempt;
use crate::amend::AmendError;
use crate::calendar::TooLarge;
use crate::language::{Language, Text};
use crate::plan::ElementKind;
use crate::plan::UnknownName;
use crate::render::clean;
use crate::render::page::PageError;
use crate::source::{EncodingError, Suggestion};

/// Words in both languages, of which one is shown.
pub(crate) struct Message(Box<dyn Fn(Language) -> String + Send + Sync>);

impl Message {
    /// Words that are made when they are shown.
    pub(crate) fn new(show: impl Fn(Language) -> String + Send + Sync + 'static) -> Self {
        Self(Box::new(show))
    }

    /// A text with its placeholders filled; what fills them may come from a file and is cleaned.
    pub(crate) fn of<const N: usize>(text: Text, facts: [(&'static str, &dyn fmt::Display); N]) -> Self {
        let facts = facts.map(|(name, fact)| (name, clean(&fact.to_string())));
        Self::new(move |language| {
            text.fill(language, |name| facts.iter().find(|(known, _)| *known == name).map(|(_, fact)| fact.clone()))
        })
    }

    /// The words in one language.
    pub(crate) fn show(&self, language: Language) -> String {
        (self.0)(language)
    }
}

impl From<Text> for Message {
    fn from(text: Text) -> Self {
        Self::new(move |language| text.get(language).to_owned())
    }
}

/// Why a command could not be carried out.
pub(crate) struct Failure {
    /// What is wrong.
    pub message: Message,
    /// What belongs to it: places, lists.
    pub notes: Vec<Message>,
    /// What to do next.
    pub hints: Vec<Message>,
}

impl Failure {
    pub(crate) fn new(message: impl Into<Message>) -> Self {
        Self { message: message.into(), notes: Vec::new(), hints: Vec::new() }
    }

    /// A text with its placeholders filled.
    pub(crate) fn of<const N: usize>(text: Text, facts: [(&'static str, &dyn fmt::Display); N]) -> Self {
        Self::new(Message::of(text, facts))
    }

    /// What is wrong with a file.
    pub(crate) fn at(path: &Path, message: impl Into<Message>) -> Self {
        let (path, message) = (clean(&path.display().to_string()), message.into());
        Self::new(Message::new(move |language| format!("{path}: {}", message.show(language))))
    }

    pub(crate) fn note(mut self, note: impl Into<Message>) -> Self {
        self.notes.push(note.into());
        self
    }

    pub(crate) fn hint(mut self, hint: impl Into<Message>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// What was probably meant.
    pub(crate) fn suggest(self, suggestion: Suggestion) -> Self {
        match suggestion.message(Language::En) {
            Some(_) => self.hint(Message::new(move |language| suggestion.message(language).unwrap_or_default())),
            None => self,
        }
    }

    /// All lines in one language.
    pub(crate) fn lines(&self, language: Language) -> Vec<String> {
        [&self.message].into_iter().chain(&self.notes).chain(&self.hints).map(|line| line.show(language)).collect()
    }
}

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Failure").field(&self.lines(Language::En)).finish()
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message.show(Language::En))
    }
}

impl std::error::Error for Failure {}

/// A failure on its way through `anyhow` is itself again; what the system refused is said of the file with which it was
/// tried, without a file of the terminal or pipe.
impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        let error = match error.downcast() {
            Ok(failure) => return failure,
            Err(error) => error,
        };
        let failure = match error.downcast_ref() {
            Some(Attempt { path, refused }) => Self::at(path, *refused),
            None => Self::new(Text::new("终端或管道读写失败", "the terminal or pipe cannot be read or written")),
        };
        match error.downcast_ref() {
            Some(error) => failure.note(reason(error)),
            None => failure,
        }
    }
}

impl From<PageError> for Failure {
    fn from(error: PageError) -> Self {
        let words = Text::new(
            "网页模板（templates/pages）有错：{error}",
            "a page template (templates/pages) has a mistake: {error}",
        );
        Self::of(words, [("error", &error.0)])
    }
}

impl From<AmendError> for Failure {
    fn from(error: AmendError) -> Self {
        let hint = error.hint(Language::En).map(|_| {
            let error = error.clone();
            Message::new(move |language| error.hint(language).unwrap_or_default())
        });
        let kind = match &error {
            AmendError::WrongValue(_, wrong) => wrong.kind.as_ref().map(|kind| kind.0),
            _ => None,
        };
        let message = Message::new(move |language| error.message(language));
        let failure = Self { message, notes: Vec::new(), hints: hint.into_iter().collect() };
        match kind.filter(|kind| ElementKind::addable().any(|addable| addable.word == *kind)) {
            Some(kind) => failure.hint(Message::of(
                Text::new("或先加一个：qun add {kind}", "or add it first: qun add {kind}"),
                [("kind", &kind)],
            )),
            None => failure,
        }
    }
}

impl From<UnknownName> for Failure {
    fn from(unknown: UnknownName) -> Self {
        let failure = Self::of(unknown.text, [("name", &unknown.typed)]).suggest(unknown.suggestion);
        unknown.hint.into_iter().fold(failure, Self::hint)
    }
}

impl From<TooLarge> for Failure {
    fn from(error: TooLarge) -> Self {
        Self::new(Message::new(move |language| error.message(language)))
    }
}

impl From<EncodingError> for Message {
    fn from(error: EncodingError) -> Self {
        error.text().into()
    }
}

/// Standard input, output or the terminal gave up.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        anyhow::Error::from(error).into()
    }
}

/// Why the system did not do something, in both languages for what is frequent; the rest by its number.
fn reason(error: &io::Error) -> Message {
    use io::ErrorKind as Kind;
    let text = match error.kind() {
        Kind::NotFound => Text::new("找不到这个文件或文件夹", "no such file or folder"),
        Kind::PermissionDenied => Text::new("没有权限", "permission denied"),
        Kind::AlreadyExists => Text::new("已经存在", "it already exists"),
        Kind::IsADirectory => Text::new("这是一个文件夹", "it is a folder"),
        Kind::NotADirectory => Text::new("路径中间有一段不是文件夹", "part of the path is not a folder"),
        Kind::StorageFull => Text::new("磁盘已满", "the disk is full"),
        Kind::QuotaExceeded => Text::new("超出了磁盘配额", "the disk quota is used up"),
        Kind::ReadOnlyFilesystem => Text::new("这个磁盘只能读，不能写", "the disk is read-only"),
        Kind::FileTooLarge => Text::new("文件太大", "the file is too large"),
        Kind::InvalidFilename => Text::new("文件名不能这样写", "the file name is not valid"),
        Kind::ResourceBusy | Kind::ExecutableFileBusy => {
            Text::new("文件正被别的程序占用", "another program is using the file")
        }
        Kind::TimedOut => Text::new("等得太久，已放弃", "it took too long"),
        Kind::UnexpectedEof | Kind::BrokenPipe => Text::new("对方提前关闭了", "the other side closed early"),
        _ => return unusual(error),
    };
    text.into()
}

/// A reason without words of ours: its number, and in English what the system says.
fn unusual(error: &io::Error) -> Message {
    let (code, text) = (error.raw_os_error(), error.to_string());
    Message::new(move |language| match (language, code) {
        (Language::Zh, Some(code)) => format!("系统错误 {code}"),
        (Language::Zh, None) => "系统没有给出原因".to_owned(),
        (Language::En, _) => text.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_message_notes_and_hints_in_either_language() {
        let failure = Failure::of(Text::new("没有“{name}”", "no \"{name}\""), [("name", &"x\u{1b}[31m")])
            .hint(Text::new("写 y", "write y"))
            .note(Text::new("第 1 行", "line 1"))
            .suggest(Suggestion::new("salo", ["salon"]));
        assert_eq!(failure.lines(Language::Zh), ["没有“x[31m”", "第 1 行", "写 y", "是不是：salon"]);
        assert_eq!(failure.lines(Language::En), ["no \"x[31m\"", "line 1", "write y", "did you mean: salon"]);
    }

    #[test]
    fn what_the_system_refuses_is_said_of_the_file_or_the_terminal() {
        let refused = || io::Error::from(io::ErrorKind::PermissionDenied);
        let written = anyhow::Error::from(refused()).context(Attempt::write(Path::new("a.toml")));
        let lines = Failure::from(written).lines(Language::En);
        assert_eq!(lines, ["a.toml: this file cannot be written", "permission denied"]);
        let lines = Failure::from(refused()).lines(Language::Zh);
        assert_eq!(lines, ["终端或管道读写失败", "没有权限"]);
        let own = Failure::new(Text::new("没有", "none")).hint(Text::new("写 y", "write y"));
        assert_eq!(Failure::from(anyhow::Error::from(own)).lines(Language::En), ["none", "write y"]);
    }

    #[test]
    fn reasons_of_the_system_have_no_english_in_chinese() {
        for code in 1..134 {
            let shown = reason(&io::Error::from_raw_os_error(code)).show(Language::Zh);
            assert!(!shown.contains(|c: char| c.is_ascii_alphabetic()), "{shown}");
        }
    }
}

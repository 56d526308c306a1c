//! The shape of the help: groups of commands, each with what it is for, examples, and a text for every argument.

use crate::language::Text;

/// Commands that belong together.
pub(super) struct CommandGroup {
    pub name: Text,
    pub commands: &'static [CommandHelp],
}

/// One command.
pub(super) struct CommandHelp {
    pub name: &'static str,
    /// Chinese words that are understood as well.
    pub aliases: &'static [&'static str],
    /// Words by which people look for it.
    pub sought_as: &'static [&'static str],
    /// What it is for, in a line.
    pub about: Text,
    /// Examples that run on the reading club's starter; the help begins with them.
    pub examples: Text,
    /// What else is worth knowing, below the arguments.
    pub more: Text,
    /// What each argument is, by its id.
    pub arguments: &'static [(&'static str, Text)],
}

pub(super) const NOTHING: Text = t("", "");

pub(super) const fn t(zh: &'static str, en: &'static str) -> Text {
    Text::new(zh, en)
}

pub(super) const PLAN: Text = t("计划文件（- 表示标准输入）", "the plan (- is standard input)");
pub(super) const OUTPUT: Text = t("写到文件", "write to a file");
pub(super) const FORCE: Text = t("覆盖已有的文件", "overwrite an existing file");
pub(super) const FORMAT: Text = t("输出格式", "output format");
/// What `--format` of an edit does.
pub(crate) const EFFECT_FORMAT: Text =
    t("json 时把日历里变了的每一项列给程序看", "json lists each entry of the calendar that changes, for programs");
/// What `--dry-run` does.
pub(crate) const DRY_RUN: Text = t("只看会改哪些行，不写文件", "show which lines would change, without writing");
/// A plan that is read and written.
pub(crate) const EDITED: Text =
    t("计划文件（- 表示从标准输入读、写到标准输出）", "the plan (- reads standard input and writes standard output)");

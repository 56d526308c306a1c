//! The rules that the reader itself reports: what is wrong with the file, whatever it says.

use super::{Level, RuleInfo, Source};
use crate::language::Text;

macro_rules! file_rules {
    ($($(#[$doc:meta])* $name:ident: $id:literal, $level:ident, title $tzh:literal / $ten:literal,
        message $mzh:literal / $men:literal, help $hzh:literal / $hen:literal;)*) => {
        $($(#[$doc])* pub static $name: RuleInfo = RuleInfo {
            id: $id,
            level: Level::$level,
            title: Text::new($tzh, $ten),
            message: Text::new($mzh, $men),
            help: Text::new($hzh, $hen),
            sources: &[Source::Format],
        };)*
        /// All of them, in the order of the page.
        pub static FILE_RULES: &[&RuleInfo] = &[$(&$name),*];
    };
}

file_rules! {
    /// The text is not TOML.
    SYNTAX: "file/syntax", Error,
        title "文件不是合法的 TOML" / "the file is not valid TOML",
        message "{problem}" / "{problem}",
        help "{mend}" / "{mend}";
    /// A key that the format does not have.
    UNKNOWN_KEY: "file/unknown-key", Error,
        title "计划里没有这个键" / "a key that plans do not have",
        message "没有 `{key}` 这个键（{table}）" / "no such key: `{key}` ({table})",
        help "最接近的是 `{near}`；也可能是更新版本的 qun 写下的" / "the nearest is `{near}`; or it was written by a newer qun";
    /// A value of another type.
    WRONG_TYPE: "file/wrong-type", Error,
        title "值的类型不对" / "a value of the wrong type",
        message "`{key}` 这里要{want}，写的是{found}" / "`{key}` takes {want}, found {found}",
        help "改成{want}" / "write {want}";
    /// A value of the right type that is not one of those wanted.
    BAD_VALUE: "file/bad-value", Error,
        title "值不在允许之列" / "a value that cannot be accepted",
        message "`{key}` 不能是“{value}”，可以用的是：{want}" / "`{key}` cannot be \"{value}\"; it takes: {want}",
        help "最接近的是 {near}" / "the nearest is {near}";
    /// A phrase that is no cadence.
    BAD_CADENCE: "file/bad-cadence", Error,
        title "读不懂的时间说法" / "a cadence that cannot be read",
        message "“{value}”读不懂：{want}" / "\"{value}\" cannot be read: {want}",
        help "可以写成：{near}" / "write for example: {near}";
    /// A name that nothing has.
    UNKNOWN_REFERENCE: "file/unknown-reference", Error,
        title "引用的名字不存在" / "a reference to nothing",
        message "没有叫 `{value}` 的{want}" / "there is no {want} called `{value}`",
        help "最接近的是 {near}" / "the nearest is {near}";
    /// Two things of one name.
    DUPLICATE_ID: "file/duplicate-id", Error,
        title "同一个名字用了两次" / "one name for two things",
        message "`{value}` 这个名字已经用过了" / "the name `{value}` is taken already",
        help "给其中一个换个名字，引用它的地方一起改" / "give one of them another name, and change what refers to it";
    /// An entry that its list has already.
    REPEATED_ENTRY: "file/repeated-entry", Warning,
        title "列表里有重复的一项" / "one entry twice in a list",
        message "`{key}` 里“{value}”写了不止一次" / "`{key}` holds \"{value}\" more than once",
        help "只留一个" / "keep one of them";
    /// A format that this version does not know.
    NEWER_FORMAT: "file/newer-format", Error,
        title "格式比本程序新" / "a format newer than this program",
        message "计划的格式是 {value}，本版本的 qun 只懂 {want}" / "the plan has format {value}; this qun knows {want}",
        help "请升级 qun" / "upgrade qun";
    /// Items that wait for each other.
    CIRCULAR_OFFSET: "file/circular-offset", Error,
        title "时间互相依赖" / "cadences that depend on each other",
        message "按 `when` 一项等一项，绕回了自己：{items}" / "by their `when`, items wait for each other in a circle: {items}",
        help "让其中一项有自己的时间，例如 `when = \"每周三 20:00\"`" / "give one of them a time of its own, for example `when = \"every Wed 20:00\"`";
    /// A change of a date that does not occur.
    CHANGE_OF_NOTHING: "file/change-of-nothing", Error,
        title "改动的日子本来就没有这一项" / "a change of a date that does not occur",
        message "`{item}` 在 {date} 没有安排" / "`{item}` does not occur on {date}",
        help "最近的日子是 {near}" / "the nearest dates are {near}";
    /// A text that was left to be written.
    PLACEHOLDER: "file/placeholder", Warning,
        title "占位文字还没替换" / "a placeholder was left in",
        message "`{key}` 里还是占位文字“{value}”" / "`{key}` still holds the placeholder \"{value}\"",
        help "写上真正的内容，或者删掉这个键" / "write the real thing, or remove the key";
    /// Valid for us, not for other editors.
    TOML_1_1_ONLY: "file/toml-1.1-only", Advice,
        title "只有 TOML 1.1 认得的写法" / "a form that only TOML 1.1 knows",
        message "这里{problem}，别的编辑器可能不认" / "{problem} here; other editors may refuse it",
        help "改成 TOML 1.0 的写法" / "write it the TOML 1.0 way";
    /// An allowance that allows nothing.
    STALE_ALLOW: "file/stale-allow", Warning,
        title "放行条目已经失效" / "an allowance that does nothing",
        message "{allowance}{problem}" / "{allowance} {problem}",
        help "{mend}" / "{mend}";
}

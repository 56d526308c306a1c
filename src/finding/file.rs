//! The rules that the reader itself reports: problems of the file, whatever the plan says.

use super::rule::{Level, RuleInfo, Source};
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
        title "文件不是合法的 TOML" / "invalid TOML",
        message "{problem}" / "{problem}",
        help "{fix}" / "{fix}";
    /// A key that the format does not have.
    UNKNOWN_KEY: "file/unknown-key", Error,
        title "计划里没有这个键" / "unknown key",
        message "没有 `{key}` 这个键（{table}）" / "no such key: `{key}` ({table})",
        help "是不是 `{near}`？也可能是更新版本的 qun 写的" / "did you mean `{near}`? A newer qun may also have written it";
    /// A value of another type.
    WRONG_TYPE: "file/wrong-type", Error,
        title "值的类型不对" / "value of the wrong type",
        message "`{key}` 这里要{want}，写的是{found}" / "`{key}` takes {want}, found {found}",
        help "改成{want}" / "change it to {want}";
    /// A value of the right type that is not one of those wanted.
    BAD_VALUE: "file/bad-value", Error,
        title "值不在允许之列" / "value not accepted",
        message "`{key}` 不能是“{value}”，可以用的是：{want}" / "`{key}` cannot be \"{value}\"; it takes: {want}",
        help "是不是 {near}？" / "did you mean {near}?";
    /// A phrase that is no cadence.
    BAD_CADENCE: "file/bad-cadence", Error,
        title "读不懂的时间说法" / "unreadable recurrence",
        message "“{value}”读不懂：{want}" / "cannot read \"{value}\": {want}",
        help "可以写成：{near}" / "write, for example: {near}";
    /// A name that nothing has.
    UNKNOWN_REFERENCE: "file/unknown-reference", Error,
        title "引用的名字不存在" / "reference to an unknown name",
        message "没有叫 `{value}` 的{want}" / "there is no {want} called `{value}`",
        help "是不是 {near}？" / "did you mean {near}?";
    /// Two things of one name.
    DUPLICATE_ID: "file/duplicate-id", Error,
        title "同一个名字用了两次" / "duplicate name",
        message "`{value}` 这个名字已经用过了" / "the name `{value}` is already used",
        help "给其中一个换个名字，引用它的地方一起改" / "rename one of them, and change everything that refers to it";
    /// Two names that look almost the same.
    SIMILAR_NAMES: "file/similar-names", Warning,
        title "两个名字看上去一样" / "names that look alike",
        message "“{value}”和“{other}”看上去几乎一样" / "\"{value}\" and \"{other}\" look almost the same",
        help "是同一个就删掉一个，不是就改一个名字：qun rename" / "if they are the same, remove one; if not, rename one: qun rename";
    /// An entry that its list has already.
    REPEATED_ENTRY: "file/repeated-entry", Warning,
        title "列表里有重复的一项" / "duplicate entry in a list",
        message "`{key}` 里“{value}”写了不止一次" / "`{key}` lists \"{value}\" more than once",
        help "只留一个" / "keep only one";
    /// A format that this version does not know.
    NEWER_FORMAT: "file/newer-format", Error,
        title "格式比本程序新" / "format newer than this program",
        message "计划的格式是 {value}，本版本的 qun 只懂 {want}" / "the plan uses format {value}, but this version of qun supports {want}",
        help "请升级 qun" / "upgrade qun";
    /// Items that wait for each other.
    CIRCULAR_OFFSET: "file/circular-offset", Error,
        title "时间互相依赖" / "circular timing",
        message "按 `when` 一项等一项，绕回了自己：{items}" / "these items wait for each other in a circle (`when`): {items}",
        help "让其中一项有自己的时间，例如 `when = \"每周三 20:00\"`" / "give one of them its own time, for example `when = \"every Wed 20:00\"`";
    /// A change of a date that does not occur.
    CHANGE_OF_NOTHING: "file/change-of-nothing", Error,
        title "改动的日子本来就没有这一项" / "change to a date that does not occur",
        message "`{item}` 在 {date} 没有安排" / "`{item}` does not occur on {date}",
        help "最近的日子是 {near}" / "the nearest dates are {near}";
    /// A text that was left to be written.
    PLACEHOLDER: "file/placeholder", Warning,
        title "占位文字还没替换" / "leftover placeholder",
        message "`{key}` 里还是占位文字“{value}”" / "`{key}` still contains the placeholder \"{value}\"",
        help "写上真正的内容，或者删掉这个键" / "replace it with your own text, or remove the key";
    /// Valid for us, not for other editors.
    TOML_1_1_ONLY: "file/toml-1.1-only", Advice,
        title "只有 TOML 1.1 认得的写法" / "syntax that only TOML 1.1 supports",
        message "这里{problem}，别的编辑器可能不认" / "{problem} here; other editors may reject it",
        help "改成 TOML 1.0 的写法" / "use TOML 1.0 syntax";
    /// A cell of the published roster that cannot be read.
    ROSTER: "file/roster", Error,
        title "定稿表里有读不懂的地方" / "published roster cannot be read",
        message "{problem}" / "{problem}",
        help "{fix}" / "{fix}";
    /// A name in the published roster that is probably a typo.
    ROSTER_NAME: "file/roster-name", Warning,
        title "定稿表里的名字对不上" / "unknown name in the published roster",
        message "计划里没有“{value}”这个{want}" / "the plan has no {want} called \"{value}\"",
        help "是不是 {near}？" / "did you mean {near}?";
    /// A part of the readings that cannot be read.
    READINGS: "file/readings", Error,
        title "读数表里有读不懂的地方" / "readings cannot be read",
        message "{problem}" / "{problem}",
        help "{fix}" / "{fix}";
    /// Findings of one rule beyond those that are listed.
    UNLISTED: "file/unlisted", Error,
        title "同一条提示太多，没有全部列出" / "more findings than are listed",
        message "`{rule}` 还有 {n} 条没有列出" / "`{rule}` has {n|more finding|more findings}",
        help "先改列出来的，再检查一遍；要一次看全，用 qun lint --all" / "fix the listed ones and lint again; qun lint --all lists every one";
    /// An allowance that allows nothing.
    STALE_ALLOW: "file/stale-allow", Warning,
        title "放行条目已经失效" / "exception without effect",
        message "{allowance}{problem}" / "{allowance} {problem}",
        help "{fix}" / "{fix}";
}

//! Help for understanding: `why`, `explain`, `templates`, `rules`, and what programs ask for.

use super::rows::{CommandGroup, CommandHelp, FORMAT, NOTHING, t};

pub(super) static UNDERSTAND: CommandGroup = CommandGroup {
    name: t("了解", "Understand"),
    commands: &[WHY, EXPLAIN, TEMPLATES, RULES, SCHEMA, COMPLETIONS, MAN, HELP],
};

const WHY: CommandHelp = CommandHelp {
    name: "why",
    aliases: &["为什么"],
    sought_as: &["reason", "trace", "who", "原因"],
    about: t("为什么有这一项、这样排、是这个人", "Why an item exists, why it is on that day, why it is that person"),
    examples: t("qun why talk\nqun why 2026-12-12", "qun why talk\nqun why 2026-12-12"),
    more: t(
        "还可以：\n  qun why 群友成为会员\n  qun why 沈岚 --format json\n\n先当作日程项目的标题或 id，再当作人名、目标，再当作日期（2026-12-26、12-26、12月26日）。",
        "More:\n  qun why \"Guests become paying members\"\n  qun why Aoife --format json\n\nA word is looked up first as the title or id of an item, then as a person, a goal, and a date (2026-12-26, 12-26, 26 Dec).",
    ),
    arguments: &[
        (
            "what",
            t(
                "日程项目的标题或 id，或日期、人名、目标；后面可以再写计划文件",
                "the title or id of an item, a date, a person or a goal; a plan may follow",
            ),
        ),
        ("format", FORMAT),
    ],
};

const EXPLAIN: CommandHelp = CommandHelp {
    name: "explain",
    aliases: &["解释"],
    sought_as: &["glossary", "define", "word", "rule", "术语", "行话"],
    about: t(
        "解释一条规则、一个行话或一个指标：为什么、例子、怎么算",
        "Explain a rule, term or metric, with an example and how to count",
    ),
    examples: t("qun explain 分化者\nqun explain 留存率", "qun explain \"successor\"\nqun explain retention"),
    more: t("还可以：\n  qun explain holidays DE-BY", "More:\n  qun explain holidays DE-BY"),
    arguments: &[("name", t("规则名、行话或指标", "a rule, a term or a metric"))],
};

const TEMPLATES: CommandHelp = CommandHelp {
    name: "templates",
    aliases: &["模板"],
    sought_as: &["template", "starters", "starter", "sop", "sops", "examples", "范例", "例子"],
    about: t("列出或查看内置的模板、SOP、清单、文档", "List or show built-in starters, SOPs, lists and documents"),
    examples: t(
        "qun templates\nqun templates --kind sop prize-draw",
        "qun templates\nqun templates --kind sop prize-draw",
    ),
    more: NOTHING,
    arguments: &[
        ("name", t("查看这一个", "show this one")),
        (
            "kind",
            t(
                "哪一类（默认：列出计划模板；写了名字就四类都找）",
                "which kind (default: lists starters; a name is looked up in all four)",
            ),
        ),
        ("format", FORMAT),
    ],
};

const RULES: CommandHelp = CommandHelp {
    name: "rules",
    aliases: &["规则"],
    sought_as: &["checks", "lints"],
    about: t("列出所有规则", "List all rules"),
    examples: t("qun rules\nqun rules --format json", "qun rules\nqun rules --format json"),
    more: NOTHING,
    arguments: &[("format", FORMAT)],
};

const SCHEMA: CommandHelp = CommandHelp {
    name: "schema",
    aliases: &[],
    sought_as: &["json-schema", "keys", "格式"],
    about: t("打印 JSON Schema：计划格式，或各种 JSON 输出", "Print the JSON Schema of a plan, or of JSON output"),
    examples: t("qun schema\nqun schema --of lint", "qun schema\nqun schema --of lint"),
    more: NOTHING,
    arguments: &[(
        "of",
        t(
            "哪一种：plan（计划），或哪个命令的 JSON：lint、schedule、festivals、checklist、status、edit（set、change 等）、why、rules、templates",
            "which: plan, or a command's JSON: lint, schedule, festivals, checklist, status, edit (set, change …), why, rules, templates",
        ),
    )],
};

const COMPLETIONS: CommandHelp = CommandHelp {
    name: "completions",
    aliases: &["补全"],
    sought_as: &["completion", "shell"],
    about: t("打印命令行补全脚本", "Print shell completions"),
    examples: t("qun completions bash\nqun completions zsh", "qun completions bash\nqun completions zsh"),
    more: NOTHING,
    arguments: &[("shell", t("哪个 shell", "the shell"))],
};

const MAN: CommandHelp = CommandHelp {
    name: "man",
    aliases: &["手册"],
    sought_as: &["manual"],
    about: t("打印 man 手册页", "Print the manual page"),
    examples: t("qun man\nqun man --lang zh-CN", "qun man\nqun man --lang en"),
    more: NOTHING,
    arguments: &[],
};

const HELP: CommandHelp = CommandHelp {
    name: "help",
    aliases: &["帮助"],
    sought_as: &["usage", "用法"],
    about: t("一条命令怎么用", "Show how to use a command"),
    examples: t("qun help schedule\nqun help add activity", "qun help schedule\nqun help add activity"),
    more: NOTHING,
    arguments: &[("words", t("哪条命令", "the command"))],
};

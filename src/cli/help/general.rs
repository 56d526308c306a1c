//! Help for the program itself, and for the options that every command has.

use super::rows::t;
use crate::language::Text;

pub(super) const ABOUT: Text = t(
    "社群规划：一份文本计划，查漏、排期、清单都从它来。",
    "Plan a community in one text file: find what is missing, schedule it, work from its checklists.",
);
pub(super) const USAGE: Text = t("用法", "Usage");
pub(super) const COMMANDS: Text = t("命令", "Commands");
pub(super) const EXAMPLES: Text = t("例子", "Examples");
pub(super) const EVERYWHERE: Text = t("通用选项", "Global options");
pub(super) const MORE: Text = t(
    "只写 qun，看今天要做什么；qun help 命令，看一条命令的例子和全部选项。\n\n退出码：0 完成；1 lint 有发现；2 没能运行。",
    "qun alone shows what to do today; qun help COMMAND shows the examples and options of one command.\n\nExit codes: 0 done; 1 lint found something; 2 could not run.",
);
pub(super) const MORE_COMMANDS: Text = t(
    "这里还没有计划：用 qun init 写一份。qun help 列出全部命令。",
    "There is no plan here yet: create one with qun init. qun help lists all commands.",
);

pub(super) static ARGUMENTS: &[(&str, Text)] = &[
    (
        "lang",
        t(
            "语言：zh-CN 或 en（默认：计划里的语言；没有计划时看系统）",
            "language: zh-CN or en (default: the plan's, or the system's without a plan)",
        ),
    ),
    ("today", t("把今天当作这一天", "pretend that today is this day")),
    ("color", t("颜色：auto、always、never", "colour: auto, always, never")),
    ("ascii", t("表格只用 ASCII 字符", "draw tables with ASCII characters only")),
    (
        "templates",
        t(
            "自己的模板文件夹（默认：计划旁边的 templates/）",
            "a folder with your own templates (default: templates/ beside the plan)",
        ),
    ),
    (
        "allow_outside",
        t("计划里写的节假日文件可以在计划的文件夹以外", "let the plan name holiday files outside its folder"),
    ),
    ("help", t("显示帮助", "show help")),
    ("version", t("显示版本", "show the version")),
];

//! Every word of `--help`, in both languages.

use clap::{Arg, ArgAction, Command, CommandFactory};

use super::add;
use super::args::{Args, commands};
use crate::language::{Language, Text};

const fn t(zh: &'static str, en: &'static str) -> Text {
    Text::new(zh, en)
}

/// What each command is for, and examples of its use; the empty name is the program.
static COMMANDS: &[(&str, Text, Text)] = &[
    (
        "",
        t(
            "社群规划：一份文本计划，查漏、排期、清单都从它来。",
            "Plan a community as one text file: find its gaps, schedule it, work from its checklists.",
        ),
        t(
            "从这里开始：\n  qun init                   回答几个问题，写出 community.toml\n  qun lint                   看看还缺什么\n  qun schedule --month next  下个月的日历\n  qun checklist launch       启动清单\n  qun                        今天要做什么\n\n退出码：0 完成；1 lint 有发现；2 没能运行。",
            "Begin here:\n  qun init                   answer a few questions, get community.toml\n  qun lint                   see what is missing\n  qun schedule --month next  next month's calendar\n  qun checklist launch       the launch checklist\n  qun                        what is to be done today\n\nExit codes: 0 done; 1 lint found something; 2 could not run.",
        ),
    ),
    (
        "lint",
        t(
            "检查计划：哪里有缺口、矛盾、超限，为什么，怎么改",
            "Check plans: gaps, contradictions, limits; why, and how to mend them",
        ),
        t(
            "例子：\n  qun lint\n  qun lint 群/ --fail-on error --format concise\n  qun lint community.toml --coverage\n  qun lint --level goals=error --level trust/fake-scarcity=off\n  qun lint --diff\n  qun lint 群/ --fix\n  qun lint 群/ --format sarif > qun.sarif\n  qun lint - --stdin-filename 群/community.toml < 草稿.toml",
            "Examples:\n  qun lint\n  qun lint groups/ --fail-on error --format concise\n  qun lint community.toml --coverage\n  qun lint --level goals=error --level trust/fake-scarcity=off\n  qun lint --diff\n  qun lint groups/ --fix\n  qun lint groups/ --format sarif > qun.sarif\n  qun lint - --stdin-filename groups/community.toml < draft.toml",
        ),
    ),
    (
        "schedule",
        t(
            "生成日历：活动、内容、任务，带日期和人名",
            "Make the calendar: activities, content, tasks, with dates and names",
        ),
        t(
            "例子：\n  qun schedule --month next\n  qun schedule --month 2026-12 -o 十二月.ics\n  qun schedule --from 2026-12-01 --to 2026-12-15 --person 小雨 --format agenda\n  qun schedule --without 小雨    # 小雨不在，谁接、什么没人做",
            "Examples:\n  qun schedule --month next\n  qun schedule --month 2026-12 -o december.ics\n  qun schedule --from 2026-12-01 --to 2026-12-15 --person Mia --format agenda\n  qun schedule --without Mia    # who takes over, and what nobody does",
        ),
    ),
    (
        "checklist",
        t(
            "生成清单：启动、每天、每周、每月，或某个活动",
            "Make a checklist: launch, daily, weekly, monthly, or of an activity",
        ),
        t(
            "例子：\n  qun checklist launch -o 启动.md\n  qun checklist weekly --date 2026-12-07\n  qun checklist community.toml salon --by person\n  qun checklist onboarding --from 2026-12-07\n  qun checklist handover --role manager\n  qun checklist launch -o 启动.csv\n  qun checklist --status 启动.md 本周.md    # 完成、逾期、按人\n\n写进已有的 Markdown 清单时，打的勾、备注和自己加的行都会保留。",
            "Examples:\n  qun checklist launch -o launch.md\n  qun checklist weekly --date 2026-12-07\n  qun checklist community.toml salon --by person\n  qun checklist onboarding --from 2026-12-07\n  qun checklist handover --role manager\n  qun checklist launch -o launch.csv\n  qun checklist --status launch.md week.md    # done, late, by person\n\nWritten into a Markdown checklist made before, ticks, notes and added lines are kept.",
        ),
    ),
    (
        "today",
        t("今天要做什么：时间、渠道、谁、要发的文字", "What is to be done today: time, channel, who, text to post"),
        t(
            "例子：\n  qun today\n  qun today --person 小雨 --today 2026-12-05",
            "Examples:\n  qun today\n  qun today --person Mia --today 2026-12-05",
        ),
    ),
    (
        "brief",
        t("一个人的一周，或一个渠道这周要发的文字", "One person's week, or the texts that one channel is sent"),
        t(
            "例子：\n  qun brief --person 小雨\n  qun brief --person 小雨 --week next -o 小雨.md\n  qun brief --channel members --from 2026-12-07\n\n超过平台单条字数上限的文字会截短，并说明少了什么。",
            "Examples:\n  qun brief --person Mia\n  qun brief --person Mia --week next -o mia.md\n  qun brief --channel members --from 2026-12-07\n\nA text longer than the platform takes is cut, with a word about what was left out.",
        ),
    ),
    (
        "explain",
        t(
            "解释一条规则或一个行话：为什么、例子、怎么改",
            "Explain a rule or a word of the field: why, example, how to mend",
        ),
        t(
            "例子：\n  qun explain positioning/no-motive\n  qun explain 分化者",
            "Examples:\n  qun explain positioning/no-motive\n  qun explain \"culture carrier\"",
        ),
    ),
    (
        "why",
        t(
            "为什么：一项、一天、一个人或一个目标背后的目标、时间、阶段、节假日、改动、步骤、排班",
            "Why: the goal, cadence, phase, holiday, change, steps and rota behind an item, a day, a person or a goal",
        ),
        t(
            "例子：\n  qun why salon\n  qun why 2026-12-26\n  qun why 会员续费\n  qun why 小雨 --format json\n\n先当作日程项目的 id 或标题，再当作人名、目标，再当作日期（2026-12-26、12-26、12月26日）。",
            "Examples:\n  qun why salon\n  qun why 2026-12-26\n  qun why renewals\n  qun why Mia --format json\n\nA word is looked for among ids and titles of items, then people, then goals, then dates (2026-12-26, 12-26, 26 Dec).",
        ),
    ),
    (
        "rules",
        t("列出所有规则", "List all rules"),
        t(
            "例子：\n  qun rules\n  qun rules --format json\n  qun rules --format md > 规则.md",
            "Examples:\n  qun rules\n  qun rules --format json\n  qun rules --format md > rules.md",
        ),
    ),
    (
        "set",
        t("改一个值，不用打开文件，注释原样保留", "Set one value without opening the file; comments are kept"),
        t(
            "例子：\n  qun set community.size.now 230\n  qun set people.小雨.hours_per_week 6\n  qun set activities.salon.when \"每月第一个周六 14:00\"",
            "Examples:\n  qun set community.size.now 230\n  qun set people.mia.hours_per_week 6\n  qun set activities.salon.when \"1st Sat of the month 14:00\"",
        ),
    ),
    (
        "add",
        t(
            "加一个活动、成员、渠道……，不用打开文件；缺的会问",
            "Add an activity, a person, a channel, … without opening the file; what is missing is asked",
        ),
        t(
            "例子：\n  qun add activity\n  qun add activity --title 周末观影 --when \"每月最后一个周六 19:00\" --owner 阿明\n  qun add activity --help    这一种的全部选项\n\n没有终端可以提问时，缺的会列出来，退出码 2。带来错误的不写入，除非加 --force。",
            "Examples:\n  qun add activity\n  qun add activity --title \"Film night\" --when \"last Sat of the month 19:00\" --owner Mia\n  qun add activity --help    all options of this kind\n\nWithout a terminal to ask on, what is missing is listed, exit code 2. What brings an error is not written, unless --force is given.",
        ),
    ),
    (
        "change",
        t(
            "改某一次：挪到别的时间、取消，或换人",
            "Do one date otherwise: move it, cancel it, or give it to somebody else",
        ),
        t(
            "例子：\n  qun change salon 2026-12-26 --move 2026-12-27T14:00 --reason 书店盘点\n  qun change salon 12-12 --cancel\n  qun change 线下共读 12月12日 --person 阿明 --dry-run\n\n日期是原来的那天；再改同一次，会接着上次的改动改。",
            "Examples:\n  qun change salon 2026-12-26 --move 2026-12-27T14:00 --reason \"stocktaking\"\n  qun change salon 12-12 --cancel\n  qun change \"Book table\" \"12 Dec\" --person Mia --dry-run\n\nThe date is the original one; a change of the same date goes on from the one before.",
        ),
    ),
    (
        "away",
        t("记下谁哪几天不在，看看谁顶上、什么落空", "Note who is away when; see who stands in and what nobody does"),
        t(
            "例子：\n  qun away 小雨 2026-12-24..12-27\n  qun away 小雨 12月24日到27日 --reason 回老家\n  qun away 小雨 下周\n  qun away 阿明 12月24日起三天 --dry-run",
            "Examples:\n  qun away Mia 2026-12-24..12-27\n  qun away Mia \"24 Dec to 27 Dec\" --reason \"at home\"\n  qun away Mia \"next week\"\n  qun away Mia \"24 Dec for 3 days\" --dry-run",
        ),
    ),
    (
        "copy",
        t(
            "复制：从一份计划开出一个新群，人、各期、改动和已有的数字都拿掉",
            "Copy: a new community out of a plan, without its people, batches, changes and the figures it has reached",
        ),
        t(
            "例子：\n  qun copy --name 晚风读书会 --starts 2027-03-01 -o 晚风.toml\n  qun copy 晨光.toml --name 晚风读书会 --starts 2027-03-01 --proven yes --team yes > 晚风.toml\n\n先过两问：模式跑通了吗，有人带吗。所有日期随第一天整周移动，注释保留。",
            "Examples:\n  qun copy --name \"Night Readers\" --starts 2027-03-01 -o night.toml\n  qun copy north.toml --name \"South Readers\" --starts 2027-03-01 --proven yes --team yes > south.toml\n\nTwo questions come first: is the model proven, is there a team for it? All dates move with the first day, by whole weeks; comments stay.",
        ),
    ),
    (
        "templates",
        t("列出或查看内置的模板、SOP、清单", "List or show the built-in starters, SOPs and checklists"),
        t(
            "例子：\n  qun templates\n  qun templates reading-club\n  qun templates --kind sop prize-draw",
            "Examples:\n  qun templates\n  qun templates reading-club\n  qun templates --kind sop prize-draw",
        ),
    ),
    (
        "init",
        t("访谈：回答几个问题，写出计划", "The interview: answer a few questions, get a plan"),
        t(
            "例子：\n  qun init\n  qun init --full\n  qun init community.toml     已有计划：只问 lint 发现缺的\n  qun init --template reading-club --yes\n  qun init 我的群.toml --answers 回答.toml --yes\n\n回答.toml（没写的问题，--yes 用默认回答；qun init --print-questions 列出全部问题）：\n  format = 1\n  [answers]\n  starter = \"reading-club\"\n  name = \"夜航船读书会\"\n  people = [\"小雨\", \"阿明\"]\n  starts = 2027-01-05",
            "Examples:\n  qun init\n  qun init --full\n  qun init community.toml     an existing plan: ask only what lint finds missing\n  qun init --template reading-club --yes\n  qun init my-group.toml --answers answers.toml --yes\n\nanswers.toml (--yes takes the defaults for the rest; qun init --print-questions lists all questions):\n  format = 1\n  [answers]\n  starter = \"reading-club\"\n  name = \"Night Boat Readers\"\n  people = [\"Ana\", \"Ben\"]\n  starts = 2027-01-05",
        ),
    ),
    (
        "schema",
        t("打印 JSON Schema：计划格式，或 lint 的 JSON", "Print a JSON Schema: of the plan format, or of lint's JSON"),
        t(
            "例子：\n  qun schema > qun.schema.json\n  qun schema --of lint",
            "Examples:\n  qun schema > qun.schema.json\n  qun schema --of lint",
        ),
    ),
    ("completions", t("打印命令行补全脚本", "Print shell completions"), t("", "")),
    ("man", t("打印 man 手册页", "Print the manual page"), t("", "")),
];

pub(crate) const DRY_RUN: Text = t("只看会改哪些行，不写文件", "show which lines would change, and write nothing");
pub(crate) const EDITED: Text = t(
    "计划文件（- 表示从标准输入读、写到标准输出）",
    "the plan (- reads it from standard input and writes it to standard output)",
);

/// What each argument is; those without a command are everywhere.
static ARGUMENTS: &[(&str, &str, Text)] = &[
    (
        "",
        "lang",
        t(
            "语言：zh-CN 或 en（默认：计划里的语言；没有计划时看系统）",
            "language: zh-CN or en (default: the plan's; without one, the system's)",
        ),
    ),
    ("", "today", t("把今天当作这一天", "take this day for today")),
    ("", "color", t("颜色：auto、always、never", "colour: auto, always, never")),
    ("", "ascii", t("表格只用 ASCII 字符", "draw tables with ASCII only")),
    (
        "",
        "templates",
        t(
            "自己的模板文件夹（默认：计划旁边的 templates/）",
            "a folder of your own templates (default: templates/ beside the plan)",
        ),
    ),
    ("", "help", t("显示帮助", "show help")),
    ("", "version", t("显示版本", "show the version")),
    (
        "lint",
        "plans",
        t(
            "计划文件或文件夹（默认 community.toml；- 表示标准输入）",
            "plans or folders (default community.toml; - is standard input)",
        ),
    ),
    ("lint", "format", t("输出格式", "how findings are shown")),
    ("lint", "fail_on", t("达到哪个级别退出码为 1", "the level from which the exit code is 1")),
    ("lint", "coverage", t("显示 5W1H、五步的覆盖情况", "show what is covered of 5W1H and the five steps")),
    ("lint", "verbose", t("连同算法：数字是怎么得出来的", "with the reckoning: how the figures come about")),
    ("lint", "max", t("每份计划最多显示几条", "findings shown a plan at most")),
    ("lint", "select", t("只看这些规则或主题", "only these rules or topics")),
    ("lint", "ignore", t("不看这些规则或主题", "not these rules or topics")),
    (
        "lint",
        "level",
        t(
            "改规则或主题的级别：error、warning、hint、off；同一规则写多次时最后一次算数",
            "give a rule or topic another level: error, warning, hint, off; the last one that fits counts",
        ),
    ),
    (
        "lint",
        "fix",
        t(
            "自动改好有把握的地方（写错一两个字母的键、引号里的数字、全角符号、重复的项等），其他内容一字不动，再检查一遍",
            "mend what is beyond doubt (a key with a letter wrong, a number in quotes, full-width signs, an entry twice); all else stays byte for byte; then look again",
        ),
    ),
    (
        "lint",
        "diff",
        t(
            "不写文件，只显示 --fix 会改什么（统一 diff）",
            "write nothing, show what --fix would change as a unified diff",
        ),
    ),
    (
        "lint",
        "stdin_filename",
        t(
            "标准输入的内容算作这个文件（用于显示路径、找旁边的模板和节假日文件）",
            "take standard input for this file: its path is shown, and templates and holidays beside it are used",
        ),
    ),
    ("schedule", "plan", t("计划文件（- 表示标准输入）", "the plan (- is standard input)")),
    (
        "schedule",
        "month",
        t("哪个月：2026-12、12月、next（默认：这个月）", "which month: 2026-12, Dec, next (default: this month)"),
    ),
    ("schedule", "months", t("连续几个月", "how many months")),
    ("schedule", "from", t("从哪天：2026-12-24、12-24、下周一", "the first day: 2026-12-24, 24 Dec, next Monday")),
    ("schedule", "to", t("到哪天（含）", "the last day, included")),
    ("schedule", "person", t("只看这个人的", "only this person's")),
    ("schedule", "channel", t("只看这个渠道的", "only this channel's")),
    (
        "schedule",
        "without",
        t("假如这个人不在：谁接、什么没人做", "as if this person were not there: who takes over, and what nobody does"),
    ),
    (
        "schedule",
        "festivals",
        t(
            "节日一览：放假、农历、节气，还有几天，计划里哪些事跟着它",
            "the festivals instead: days off, lunar, solar terms; how long until each, what of the plan hangs on it",
        ),
    ),
    (
        "schedule",
        "format",
        t(
            "格式（默认：按 -o 的后缀；终端上是月历）",
            "the format (default: by the suffix of -o; a grid on a terminal)",
        ),
    ),
    ("schedule", "output", t("写到文件", "write to a file")),
    ("schedule", "force", t("覆盖已有的文件", "overwrite a file that is there")),
    (
        "checklist",
        "words",
        t(
            "计划文件（可省略），和要哪张清单：launch daily weekly monthly onboarding review closing moderation conflict handover，活动的 id，或自己模板里的清单名",
            "the plan (may be left out), and which list: launch daily weekly monthly onboarding review closing moderation conflict handover, an activity's id, or a list among your own templates",
        ),
    ),
    (
        "checklist",
        "from",
        t(
            "从哪天算起：新人入群的日子，或某一期的 id（这一期的第一天）",
            "the day from which it counts: when a newcomer joined, or the id of a batch for its first day",
        ),
    ),
    ("checklist", "role", t("handover：交接哪个岗位", "handover: which role changes hands")),
    ("checklist", "date", t("哪天、哪周、哪月（默认今天）", "of which day, week, month (default: today)")),
    ("checklist", "by", t("怎样排：按阶段、按人或按日期", "how it is put together: by stage, by person or by day")),
    (
        "checklist",
        "status",
        t(
            "读回这些 Markdown 清单：完成、今天到期、逾期、按人",
            "read these Markdown lists back: done, due today, late, by person",
        ),
    ),
    (
        "checklist",
        "format",
        t("格式（默认：按 -o 的后缀，否则 md）", "the format (default: by the suffix of -o, else md)"),
    ),
    (
        "checklist",
        "output",
        t("写到文件；已有的清单保留勾选和备注", "write to a file; ticks and notes of a list made before are kept"),
    ),
    ("checklist", "force", t("覆盖不是本程序写的文件", "overwrite a file that this program did not make")),
    ("today", "plan", t("计划文件", "the plan")),
    ("today", "person", t("只看这个人的", "only this person's")),
    ("brief", "plan", t("计划文件（- 表示标准输入）", "the plan (- is standard input)")),
    ("brief", "person", t("谁的一周：要做的事、时间、地点、文字", "whose week: what, when, where, and the text")),
    (
        "brief",
        "channel",
        t(
            "哪个渠道：本周预告、群规、每条要发的文字",
            "which channel: the week ahead, the rules, and each text to post",
        ),
    ),
    ("brief", "week", t("这周还是下周，从周一算起", "this week or the next, from Monday")),
    ("brief", "from", t("从哪天起的七天", "seven days from this one")),
    (
        "brief",
        "format",
        t("格式（默认：按 -o 的后缀，否则 text）", "the format (default: by the suffix of -o, else text)"),
    ),
    ("brief", "output", t("写到文件", "write to a file")),
    ("brief", "force", t("覆盖已有的文件", "overwrite a file that is there")),
    ("explain", "name", t("规则名或行话", "a rule or a word")),
    ("why", "what", t("日程项目的 id 或标题，或日期、人名、目标", "an item's id or title, a date, a person or a goal")),
    ("why", "plan", t("计划文件（- 表示标准输入）", "the plan (- is standard input)")),
    ("why", "format", t("输出格式", "the format")),
    ("rules", "format", t("输出格式", "the format")),
    (
        "set",
        "key",
        t(
            "键的路径，如 community.size.now、people.小雨.hours_per_week",
            "the key's path, such as community.size.now or people.mia.hours_per_week",
        ),
    ),
    ("set", "value", t("新的值", "the new value")),
    ("set", "plan", EDITED),
    ("set", "dry_run", DRY_RUN),
    ("change", "item", t("哪一项：id 或标题", "which item: its id or title")),
    ("change", "date", t("原来的日期，如 2026-12-26、12-26", "its original date, such as 2026-12-26 or 12-26")),
    ("change", "plan", EDITED),
    (
        "change",
        "move_to",
        t(
            "改到什么时候：2026-12-27T14:00、2026-12-27 或 15:00（默认同一天、同一时间）",
            "when it is instead: 2026-12-27T14:00, 2026-12-27 or 15:00 (default: the same day, the same time)",
        ),
    ),
    ("change", "cancel", t("这次取消", "it does not take place")),
    ("change", "person", t("这次换这个人来做", "who does it this time")),
    ("change", "reason", t("原因", "why")),
    ("change", "dry_run", DRY_RUN),
    ("away", "name", t("谁", "who")),
    (
        "away",
        "days",
        t(
            "哪几天，含头尾：2026-12-24..12-27、12月24日到27日、周五到周日、下周、12月24日起三天，或一天",
            "which days, both included: 2026-12-24..12-27, 24 Dec to 27 Dec, Fri to Sun, next week, 24 Dec for 3 days, or one day",
        ),
    ),
    ("away", "plan", EDITED),
    ("away", "reason", t("原因，记在 note 里", "why; kept as a note")),
    ("away", "dry_run", DRY_RUN),
    ("templates", "name", t("查看这一个", "show this one")),
    (
        "templates",
        "kind",
        t(
            "哪一类（默认：列出 plan；查看一个时三类都找）",
            "which kind (default: plan in the list; any, for one by name)",
        ),
    ),
    ("templates", "format", t("输出格式", "the format")),
    (
        "schema",
        "of",
        t("哪一种：plan（计划）或 lint（检查结果的 JSON）", "which: plan, or lint (the JSON of findings)"),
    ),
    ("completions", "shell", t("哪个 shell", "the shell")),
    ("init", "plan", t("写到哪里", "where it is written")),
    ("init", "template", t("从哪个模板开始", "the starter")),
    ("init", "full", t("逐章问全部问题，每章结束时汇总", "ask everything, chapter by chapter, each summed up")),
    ("init", "yes", t("全部用默认回答", "take the default answers")),
    ("init", "answers", t("从文件读回答（TOML 或 JSON）", "read the answers from a file (TOML or JSON)")),
    ("init", "set", t("给一个回答：问题=回答", "one answer: question=answer")),
    ("copy", "plan", t("从哪份计划复制（- 表示标准输入）", "the plan to copy (- is standard input)")),
    ("copy", "name", t("新群的名字", "the name of the new community")),
    ("copy", "starts", t("新群的第一天，如 2027-03-01", "its first day, such as 2027-03-01")),
    (
        "copy",
        "proven",
        t("模式在一个群里跑通了吗（不写就问）", "whether the model is proven in one group; absent: it is asked"),
    ),
    ("copy", "team", t("有人能带新群吗（不写就问）", "whether there is a team to run it; absent: it is asked")),
    ("copy", "output", t("写到文件（默认：标准输出）", "write to a file (default: standard output)")),
    ("copy", "force", t("覆盖已有的文件", "overwrite a file that is there")),
    ("init", "print_questions", t("打印全部问题（JSON）", "print all questions (JSON)")),
    ("init", "force", t("覆盖已有的文件", "overwrite a file that is there")),
];

/// One text in both languages, for places that do not know the language.
pub(crate) fn both(text: Text) -> String {
    format!("{} / {}", text.zh, text.en)
}

/// The whole command, its words in one language.
pub(crate) fn command(language: Language) -> Command {
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let command = dress(Args::command().arg(version), "", language);
    command.about(words_of("").0.get(language)).subcommands(commands(language))
}

/// A command that knows what it is for; its arguments are defined when it is called, or all are shown.
pub(crate) fn lazy<A: clap::Args>(word: &'static str, language: Language) -> Command {
    let define: fn(Command) -> Command = match language {
        Language::Zh => |command| defined::<A>(command, Language::Zh),
        Language::En => |command| defined::<A>(command, Language::En),
    };
    Command::new(word).about(words_of(word).0.get(language)).disable_help_flag(true).defer(define)
}

fn defined<A: clap::Args>(command: Command, language: Language) -> Command {
    let word = command.get_name().to_owned();
    let command = dress(A::augment_args(command), &word, language);
    if word == "add" { command.subcommands(add::kinds(language)) } else { command }
}

/// What a command is for, and its examples.
fn words_of(word: &str) -> (Text, Text) {
    let found = COMMANDS.iter().find(|(name, ..)| *name == word);
    found.map_or((t("", ""), t("", "")), |(_, about, examples)| (*about, *examples))
}

/// A command with its arguments, all explained.
fn dress(command: Command, path: &str, language: Language) -> Command {
    let text_of = |id: &str| {
        let of = |path: &str| ARGUMENTS.iter().find(|(command, name, _)| *command == path && *name == id);
        of(path).map(|found| found.2.get(language).to_owned())
    };
    dressed(command, words_of(path).1.get(language), text_of, language)
}

/// A command with its examples and what `text_of` says of each argument; those that are everywhere stand last.
pub(crate) fn dressed(
    command: Command,
    examples: &'static str,
    text_of: impl Fn(&str) -> Option<String>,
    language: Language,
) -> Command {
    let [usage, commands, everywhere] =
        [t("用法", "Usage"), t("命令", "Commands"), t("通用选项", "Everywhere")].map(|text| text.get(language));
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    let command = command.after_help(examples).arg(help);
    let command = command.mut_args(|arg| {
        let id = arg.get_id().as_str();
        let general = ARGUMENTS.iter().find(|(command, name, _)| command.is_empty() && *name == id);
        let text = text_of(id).or_else(|| general.map(|found| found.2.get(language).to_owned()));
        let is_global = arg.is_global_set() || id == "help" || id == "version";
        // what is a command's own stands first, under clap's headings
        let arg = if is_global { arg.help_heading(everywhere) } else { arg };
        match text {
            Some(text) => arg.help(text),
            None => arg,
        }
    });
    let template = format!("{{about}}\n\n{usage}: {{usage}}\n\n{{all-args}}{{after-help}}");
    command.subcommand_help_heading(commands).help_template(template).next_line_help(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_and_argument_has_its_words() {
        let mut command = command(Language::Zh);
        command.build();
        let nested = command.get_subcommands().flat_map(Command::get_subcommands);
        let all = std::iter::once(&command).chain(command.get_subcommands()).chain(nested);
        for command in all {
            assert!(command.get_about().is_some_and(|about| !about.to_string().is_empty()), "{}", command.get_name());
            for arg in command.get_arguments() {
                assert!(arg.get_help().is_some(), "{} {}", command.get_name(), arg.get_id());
            }
        }
        assert!(command.get_subcommands().all(|command| command.get_arguments().count() > 5));
        // every list that there is can be found
        let lists = ARGUMENTS.iter().find(|(command, name, _)| (*command, *name) == ("checklist", "words"));
        let lists = lists.expect("the words of checklist").2;
        for what in crate::checklist::What::GENERAL {
            assert!(Language::ALL.iter().all(|language| lists.get(*language).contains(what.word())), "{what:?}");
        }
        super::command(Language::En).debug_assert();
    }
}

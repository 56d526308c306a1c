//! Help for beginning: `init`, `lint` and `import`.

use super::rows::{CommandGroup, CommandHelp, DRY_RUN, FORCE, t};

pub(super) static BEGIN: CommandGroup = CommandGroup { name: t("开始", "Begin"), commands: &[INIT, LINT, IMPORT] };

const INIT: CommandHelp = CommandHelp {
    name: "init",
    aliases: &["开始", "新建"],
    sought_as: &["new", "create", "start", "begin", "interview", "setup", "访谈", "创建"],
    about: t("回答几个问题，写出计划", "Answer a few questions and get a plan"),
    examples: t(
        "qun init\nqun init 读书会.toml --template reading-club --yes",
        "qun init\nqun init book-club.toml --template reading-club --yes",
    ),
    more: t(
        "还可以：\n  qun init --full             逐章问全部问题\n  qun init community.toml     已有计划：只问 lint 发现缺的\n  qun init --from 排班.xlsx    表格里的人、渠道、活动不用再打一遍\n  qun init 我的群.toml --answers 回答.toml --yes\n\n回答.toml（没写的问题，--yes 用默认回答；qun init --print-questions 列出全部问题）：\n  format = 1\n  [answers]\n  starter = \"reading-club\"\n  name = \"夜航船读书会\"\n  people = [\"小雨\", \"阿明\"]\n  starts = 2027-01-05",
        "More:\n  qun init --full             ask everything, chapter by chapter\n  qun init community.toml     an existing plan: ask only what lint finds missing\n  qun init --from rota.xlsx   people, channels and activities of a table\n  qun init my-group.toml --answers answers.toml --yes\n\nanswers.toml (--yes uses the defaults for the rest; qun init --print-questions lists all questions):\n  format = 1\n  [answers]\n  starter = \"reading-club\"\n  name = \"Night Boat Readers\"\n  people = [\"Ana\", \"Ben\"]\n  starts = 2027-01-05",
    ),
    arguments: &[
        ("plan", t("写到哪里", "where to write the plan")),
        ("template", t("从哪个模板开始（qun templates 列出）", "the starter to use (qun templates lists them)")),
        ("full", t("逐章问全部问题，每章结束时汇总", "ask everything chapter by chapter, with a summary of each")),
        ("yes", t("全部用默认回答", "use the default answers")),
        ("answers", t("从文件读回答（TOML 或 JSON）", "read the answers from a file (TOML or JSON)")),
        (
            "from",
            t(
                "从表格（xlsx、CSV）读人、渠道、活动，作为回答；访谈里可以改",
                "read people, channels and activities of a table (xlsx or CSV) as answers; the interview lets you change them",
            ),
        ),
        ("set", t("给一个回答：问题=回答", "give one answer: question=answer")),
        ("print_questions", t("打印全部问题（JSON）", "print all questions (JSON)")),
        ("force", FORCE),
    ],
};

const LINT: CommandHelp = CommandHelp {
    name: "lint",
    aliases: &["检查", "查漏"],
    sought_as: &["check", "validate", "verify", "test", "doctor", "score", "审核", "诊断"],
    about: t("检查计划：缺什么、哪里矛盾，怎么改", "Find what a plan lacks or contradicts, and how to fix it"),
    examples: t("qun lint\nqun lint --coverage", "qun lint\nqun lint --coverage"),
    more: t(
        "还可以：\n  qun lint 群/ --fail-on error --format concise\n  qun lint --level goals=error --level trust/fake-scarcity=off\n  qun lint --diff             看 --fix 会改什么\n  qun lint 群/ --fix\n  qun lint 群/ --format sarif > qun.sarif\n  qun lint - --stdin-filename 群/community.toml < 草稿.toml",
        "More:\n  qun lint groups/ --fail-on error --format concise\n  qun lint --level goals=error --level trust/fake-scarcity=off\n  qun lint --diff             see what --fix would change\n  qun lint groups/ --fix\n  qun lint groups/ --format sarif > qun.sarif\n  qun lint - --stdin-filename groups/community.toml < draft.toml",
    ),
    arguments: &[
        (
            "plans",
            t(
                "计划文件或文件夹（默认 community.toml；- 表示标准输入）",
                "plans or folders (default community.toml; - is standard input)",
            ),
        ),
        ("format", t("输出格式", "how to show the findings")),
        (
            "fail_on",
            t("有这个级别或更重的发现时，退出码为 1", "exit with 1 if there is a finding of this level or worse"),
        ),
        ("coverage", t("显示 5W1H、五步等的覆盖情况", "show how well the plan covers 5W1H, the five steps and more")),
        ("verbose", t("写出数字是怎么算的", "show how the numbers are calculated")),
        ("all", t("逐条写出全部发现和所在的行", "show every finding, with its lines")),
        ("max", t("每份计划最多显示几条", "the most findings to show per plan")),
        ("select", t("只看这些规则或主题", "only these rules or topics")),
        ("ignore", t("不看这些规则或主题", "all except these rules or topics")),
        (
            "level",
            t(
                "改规则或主题的级别：error、warning、advice、off；同一规则写多次时最后一次算数",
                "change the level of a rule or topic: error, warning, advice, off; the last one given wins",
            ),
        ),
        (
            "fix",
            t(
                "自动改好有把握的地方（写错一两个字母的键、引号里的数字、全角符号、重复的项等），其他内容一字不动，再检查一遍",
                "fix what is certain (a misspelt key, a number in quotes, full-width characters, a duplicate entry), leave everything else as it is, then check again",
            ),
        ),
        (
            "diff",
            t(
                "不写文件，只显示 --fix 会改什么（统一 diff）",
                "show what --fix would change as a unified diff, without writing",
            ),
        ),
        (
            "stdin_filename",
            t(
                "标准输入的内容算作这个文件（用于显示路径、找旁边的模板和节假日文件）",
                "treat standard input as this file: show its path, use the templates and holidays beside it",
            ),
        ),
    ],
};

const IMPORT: CommandHelp = CommandHelp {
    name: "import",
    aliases: &["导入"],
    sought_as: &["load", "excel", "xlsx", "csv", "ics", "spreadsheet", "read", "读入", "表格"],
    about: t(
        "把表格或日历里的活动、内容、成员、渠道收进计划",
        "Take activities, posts and people from a table or calendar",
    ),
    examples: t(
        "qun import 社群日历.xlsx --dry-run\nqun import 社群日历.xlsx --yes",
        "qun import calendar.xlsx --dry-run\nqun import calendar.xlsx --yes",
    ),
    more: t(
        "读 xlsx、csv（也可以是 GBK）、ics，可以几个文件一起。列名中英文都认：日期、时间、主题、负责人、群、备注……；日期照平时的写法。重复的日子正好是一种节奏，就写成 每周三 20:00，否则一次写一项；单次的取消和改期写成 [[changes]]。\n计划里已经有的不动，同一个文件再导一次不会多出来。先显示会改哪些行，问过才写；看不懂的逐条列出原因，在终端上可以当场改写。一次 qun undo 撤销全部。",
        "Reads xlsx, csv (GBK too) and ics, several files at once. Columns are recognised by their names in Chinese or English, such as Date, Time, Topic, Owner, Channel, Notes; dates as people write them. Repeated dates become a rhythm such as every Wed 20:00 where they fit exactly one, else single dates; cancelled and moved dates become [[changes]].\nWhat the plan has already stays as it is, so importing a file again adds nothing. It shows the lines that change and asks before it writes; what it could not read is listed with the reason, and on a terminal you can write it another way. One qun undo takes it all back.",
    ),
    arguments: &[
        (
            "files",
            t(
                "表格或日历，可以几个；最后可以写计划文件（默认 community.toml）",
                "tables or calendars; the last one may be the plan (default community.toml)",
            ),
        ),
        (
            "format",
            t(
                "json 时列出收进的、没看懂的和日历的变化，给程序看",
                "json lists what was taken in, what was not understood and how the calendar changes, for programs",
            ),
        ),
        (
            "dates",
            t(
                "表格里的 03/04：日在前（dmy）还是月在前（mdy）",
                "03/04 in a table: day first (dmy) or month first (mdy)",
            ),
        ),
        ("dry_run", DRY_RUN),
        ("yes", t("不问，直接写入", "write without asking")),
    ],
};

//! Help for changing a plan: `add`, `set`, `remove`, `rename`, `away`, `change`, `confirm`, `publish`, `copy`, `undo`.

use super::rows::{CommandGroup, CommandHelp, DRY_RUN, EDITED, EFFECT_FORMAT, FORCE, PLAN, t};

pub(super) static CHANGE: CommandGroup = CommandGroup {
    name: t("修改", "Change"),
    commands: &[ADD, SET, REMOVE, RENAME, AWAY, CHANGE_ONE, CONFIRM, PUBLISH, PACK, COPY, UNDO],
};

const ADD: CommandHelp = CommandHelp {
    name: "add",
    aliases: &["加", "添加", "新增"],
    sought_as: &["insert", "append", "invite"],
    about: t("加一个活动、成员、渠道……，缺的会问", "Add an activity, a person, a channel; asks for what is missing"),
    examples: t(
        "qun add activity --title 周末观影 --when \"每月最后一个周六 19:00\" --owner 沈岚\nqun add person --name 小鹿 --roles host",
        "qun add activity --title \"Film night\" --when \"last Sat of the month 19:00\" --owner Aoife\nqun add person --name Ana --roles host",
    ),
    more: t(
        "qun add activity --help 列出这一种的全部选项。--and 后面再写一组选项，就同时加两个。\n\n没有终端可以提问时，缺的会列出来，退出码 2。带来错误的不写入，除非加 --force。",
        "qun add activity --help lists all options for that kind. --and, then more options, adds another one at the same time.\n\nWithout a terminal, it cannot ask: it lists what is missing and exits with 2. Nothing that would cause an error is written unless you add --force.",
    ),
    arguments: &[],
};

const SET: CommandHelp = CommandHelp {
    name: "set",
    aliases: &["设置", "设"],
    sought_as: &["edit", "modify", "update", "config", "修改", "编辑", "改"],
    about: t("改一个值，不用打开文件，注释保留", "Set one value without opening the file; comments are kept"),
    examples: t(
        "qun set community.size.now 230\nqun set people.沈岚.hours_per_week 6",
        "qun set community.size.now 230\nqun set people.aoife.hours_per_week 6",
    ),
    more: t(
        "还可以：\n  qun set activities.talk.when \"每周三 20:00-21:00\"\n  qun set community.size.target --unset\n  qun set positioning.vision\n  qun set community.size.now 230 --and community.size.target 400\n\n只写键，就显示现在的内容；在终端上接着写或贴新的，可以有几行。如果标题同时当 id 用，改标题时会把原来的 id 写进计划，清单和日历照样认得它。",
        "More:\n  qun set activities.talk.when \"every Wed 20:00-21:00\"\n  qun set community.size.target --unset\n  qun set positioning.vision\n  qun set community.size.now 230 --and community.size.target 400\n\nWith only a key, it shows the value; on a terminal you can then type or paste a new one, over several lines if you like. When you change a title that serves as an id, the old id is kept in the plan, so that checklists and calendars still find it.",
    ),
    arguments: &[
        (
            "key",
            t(
                "键的路径，如 community.size.now、people.沈岚.hours_per_week",
                "the path of the key, such as community.size.now or people.aoife.hours_per_week",
            ),
        ),
        ("value", t("新的值（不写就显示现在的值）", "the new value (leave it out to see the current one)")),
        ("plan", EDITED),
        ("and", t("同时改另一个键，可以写几次", "set another key at the same time; can be given several times")),
        ("unset", t("去掉这个键，或列表里的这一项", "remove the key, or this item of a list")),
        (
            "take_along",
            t(
                "日期变了，单次的改动（取消、挪动、换人）跟着挪到同一周的新日期",
                "when the dates change, move changes of single dates to the new date of the same week",
            ),
        ),
        ("format", EFFECT_FORMAT),
        ("dry_run", DRY_RUN),
    ],
};

const REMOVE: CommandHelp = CommandHelp {
    name: "remove",
    aliases: &["rm", "delete", "del", "删除", "移除", "去掉", "删"],
    sought_as: &["drop", "erase", "fire", "退出", "离职"],
    about: t(
        "去掉一个活动、成员、渠道……，连同提到它的地方",
        "Remove an activity, a person, a channel, and what refers to it",
    ),
    examples: t(
        "qun remove activity 线下书桌 --with-references\nqun remove person 阿旭 --from 2027-01-01 --dry-run",
        "qun remove activity \"The Saturday table\" --with-references\nqun remove person Marek --from 2027-01-01 --dry-run",
    ),
    more: t(
        "还可以：\n  qun remove person 阿旭 --to 沈岚\n  qun remove step 线下书桌 发预告\n\n别处还提到它时，先列出来，不直接去掉：--to 改成另一个，--with-references 一起去掉；在终端上会问你。\n有人离开用 --from：计划里还留着这个人，那天之前什么都不变；之后的事由别人接手，没人接的会列出来。",
        "More:\n  qun remove person Marek --to Aoife\n  qun remove step \"The Saturday table\" \"Post the announcement\"\n\nIf something else refers to it, nothing is removed until you decide: --to makes those places refer to something else, --with-references removes them too. On a terminal, you are asked.\nWhen someone leaves, use --from: they stay in the plan and nothing before that day changes; later work goes to others or is listed as open.",
    ),
    arguments: &[
        (
            "kind",
            t(
                "哪一类：活动 成员 渠道 角色 产品 目标……；没有重名时可以不写",
                "the kind: activity person channel role product goal ...; not needed if only one thing has this name",
            ),
        ),
        ("name", t("标题、名字或 id", "its title, name or id")),
        ("plan", EDITED),
        ("to", t("提到它的地方改成这一个", "make everything that refers to it refer to this one")),
        ("with_references", t("提到它的地方一起去掉", "also remove everything that refers to it")),
        ("from", t("成员从哪天起离开，做过的事留着", "the day a person leaves; their past work stays")),
        ("format", EFFECT_FORMAT),
        ("dry_run", DRY_RUN),
    ],
};

const RENAME: CommandHelp = CommandHelp {
    name: "rename",
    aliases: &["改名", "重命名"],
    sought_as: &["mv", "retitle", "更名"],
    about: t("改名：标题、名字或 id，提到它的地方一起改", "Rename something everywhere: its title, name or id"),
    examples: t(
        "qun rename 阿旭 小旭\nqun rename talk tuesday-talk --dry-run",
        "qun rename Marek Marko\nqun rename talk tuesday-talk --dry-run",
    ),
    more: t(
        "还可以：\n  qun rename 线下书桌 周六书桌\n\n改标题，id 不变；改 id，计划里提到它的地方和计划旁边清单里的勾都跟着改。文字里写到的旧名字会列出来，由你来改。",
        "More:\n  qun rename \"The Saturday table\" \"The big table\"\n\nA new title leaves the id as it is. A new id is updated everywhere in the plan, and in the checklists beside it. Texts that still mention the old name are listed for you to change.",
    ),
    arguments: &[
        ("from", t("现在的标题、名字或 id", "its current title, name or id")),
        ("to", t("新名字、新标题或新 id", "the new title, name or id")),
        ("plan", EDITED),
        ("format", EFFECT_FORMAT),
        ("dry_run", DRY_RUN),
    ],
};

const CHANGE_ONE: CommandHelp = CommandHelp {
    name: "change",
    aliases: &["改期", "调整"],
    sought_as: &["move", "cancel", "reschedule", "swap", "postpone", "取消", "换人", "推迟"],
    about: t("改某一次：挪到别的时间、取消，或换人", "Change one occurrence: move it, cancel it, or swap the person"),
    examples: t(
        "qun change talk 2026-12-22 --move 2026-12-23T20:00 --reason 冬至\nqun change 线下书桌 12月12日 --person 沈岚 --dry-run",
        "qun change talk 2026-12-22 --move 2026-12-23T20:00 --reason \"holiday\"\nqun change \"The Saturday table\" \"12 Dec\" --person Aoife --dry-run",
    ),
    more: t(
        "还可以：\n  qun change talk 12-29 --cancel\n  qun change talk 12-22 --swap 线下书桌 12-26    两个人对换\n\n日期是原来的那天；再改同一次，会接着上次的改动改。",
        "More:\n  qun change talk 12-29 --cancel\n  qun change talk 12-22 --swap table 12-26    two people change places\n\nThe date is the original one; changing the same occurrence again builds on the earlier change.",
    ),
    arguments: &[
        ("item", t("哪一项：标题或 id", "which item: its title or id")),
        (
            "date",
            t(
                "原来的日期，如 2026-12-26、12-26；后面可以再写计划文件",
                "its original date, such as 2026-12-26 or 12-26; a plan may follow",
            ),
        ),
        (
            "move_to",
            t(
                "改到什么时候：2026-12-27T14:00、2026-12-27 或 15:00（默认同一天、同一时间）",
                "the new date or time: 2026-12-27T14:00, 2026-12-27 or 15:00 (default: same day, same time)",
            ),
        ),
        ("cancel", t("这次取消", "cancel this occurrence")),
        ("person", t("这次换这个人来做", "who does it this time")),
        (
            "swap",
            t(
                "和另一次对换：它的标题或 id、日期",
                "change places with another occurrence: its title or id, and its date",
            ),
        ),
        ("reason", t("原因", "why")),
        ("format", EFFECT_FORMAT),
        ("dry_run", DRY_RUN),
    ],
};

const AWAY: CommandHelp = CommandHelp {
    name: "away",
    aliases: &["请假", "不在"],
    sought_as: &["leave", "absent", "absence", "vacation", "holiday", "off", "休假"],
    about: t("记下谁哪几天不在，看看谁顶上、什么没人做", "Note who is away; see who stands in and what is left undone"),
    examples: t(
        "qun away 沈岚 2026-12-24..12-27\nqun away 阿旭 12月24日起三天 --reason 回老家 --dry-run",
        "qun away Aoife 2026-12-24..12-27\nqun away Marek 24 Dec for 3 days --reason \"with family\" --dry-run",
    ),
    more: t(
        "还可以：\n  qun away 沈岚 12月24日到27日\n  qun away 沈岚 下周",
        "More:\n  qun away Aoife 24 Dec to 27 Dec\n  qun away Aoife next week",
    ),
    arguments: &[
        ("name", t("谁", "who")),
        (
            "days",
            t(
                "哪几天，含头尾：2026-12-24..12-27、12月24日到27日、周五到周日、下周、12月24日起三天，或一天；后面可以再写计划文件",
                "which days, first and last included: 2026-12-24..12-27, 24 Dec to 27 Dec, Fri to Sun, next week, 24 Dec for 3 days, or one day; a plan may follow",
            ),
        ),
        ("reason", t("原因，记在 note 里", "why; kept as a note")),
        ("format", EFFECT_FORMAT),
        ("dry_run", DRY_RUN),
    ],
};

const CONFIRM: CommandHelp = CommandHelp {
    name: "confirm",
    aliases: &["确认", "照用"],
    sought_as: &["accept", "keep", "approve", "adopt", "认可", "采用"],
    about: t("看一遍模板的内容：照用、改掉或去掉", "Go through what is still the starter's: keep, change or drop"),
    examples: t(
        "qun confirm rules 线下书桌 --dry-run\nqun confirm --list",
        "qun confirm rules \"The Saturday table\" --dry-run\nqun confirm --list",
    ),
    more: t(
        "还可以：\n  qun confirm\n  qun confirm culture.slogan\n\n不写是哪一章，就在终端上一章一章看，每一处都先给你看内容。人、地点、合作方、人数、钱和联系方式不能照用，只能换成自己的或去掉；没有的，用 qun set partners 没有。",
        "More:\n  qun confirm\n  qun confirm culture.slogan\n\nOn its own it goes through the chapters on the terminal and shows every value first. People, places, partners, sizes, money and contacts cannot be kept, only replaced or removed; if you have none, say so: qun set partners none.",
    ),
    arguments: &[
        (
            "words",
            t(
                "章、标题或键，如 rules、线下书桌、culture.slogan；最后可以写计划文件",
                "chapters, titles or keys, such as rules or culture.slogan; a plan may come last",
            ),
        ),
        ("list", t("只列出还是模板的内容", "only list what is still the starter's")),
        ("format", EFFECT_FORMAT),
        ("dry_run", DRY_RUN),
    ],
};

const PUBLISH: CommandHelp = CommandHelp {
    name: "publish",
    aliases: &["定稿", "发布"],
    sought_as: &["fix", "freeze", "announce", "release", "roster", "notify", "通知", "公布", "排班表"],
    about: t("定稿：告诉了大家的就不再变；变了的列成通知", "Fix what you have announced; list what changed since"),
    examples: t(
        "qun publish --through 2026-12-31 --yes\nqun publish --dry-run",
        "qun publish --through 2026-12-31 --yes\nqun publish --dry-run",
    ),
    more: t(
        "还可以：\n  qun publish --through 下月\n  qun publish --if-changed keep\n  qun publish --withdraw 2026-12-20\n\n定稿写在计划旁边的 *.roster.csv，一行一次；什么也不发出去。定了稿的日子和人保持不变，除非改动（qun change）点名，或者那个人来不了。再定一次稿，会按渠道、按人列出变了什么，可以直接粘贴。\n改了固定时间（when）的，已定稿的那几次先不动，定稿时问：改、取消还是不变。",
        "More:\n  qun publish --through \"next month\"\n  qun publish --if-changed keep\n  qun publish --withdraw 2026-12-20\n\nIt writes *.roster.csv beside the plan, a line per occurrence, and sends nothing. Published dates and people stay as they are, unless qun change names them or someone cannot come. Publish again to see what changed, as messages to paste for each channel and each person.\nIf you change when something happens, its published dates stay until you publish and say whether they move, are cancelled or are kept.",
    ),
    arguments: &[
        ("plan", EDITED),
        (
            "through",
            t(
                "定稿到哪天或哪个月底（默认：已定稿的最后一天，第一次是下月底）",
                "the last day, or the month, to publish through (default: what is published already; the first time the end of next month)",
            ),
        ),
        (
            "if_changed",
            t(
                "固定时间改了的定稿日子：改、取消，还是不变（不写就问）",
                "published dates whose time changed: move, cancel or keep them (asked if left out)",
            ),
        ),
        ("withdraw", t("这天之后的不再算定稿", "release what is published after this day")),
        ("yes", t("不问，直接定稿", "publish without asking")),
        ("dry_run", DRY_RUN),
    ],
};

const PACK: CommandHelp = CommandHelp {
    name: "pack",
    aliases: &["打包"],
    sought_as: &["export", "bundle", "folder", "html", "website", "导出", "分发", "网页"],
    about: t(
        "把一个月打包成文件夹发给大家：网页、工作簿、日历文件",
        "Put a month into a folder to hand out: pages, workbook, calendars",
    ),
    examples: t(
        "qun pack --month 2026-12 -o 十二月\nqun pack --month 2026-12 --person 沈岚 -o 沈岚的十二月",
        "qun pack --month 2026-12 -o december\nqun pack --month 2026-12 --person Aoife -o december-aoife",
    ),
    more: t(
        "从 index.html 看起：月历、每天的安排、每人一页、每人和每个渠道的 ics、工作簿、能写出来的文档，还有每人的工作量和各渠道的消息数。网页都是单个文件，不联网，手机上能看，能打印。\n同一个月再打一次，直接更新，不问；文件夹里别人的文件、改过的文件不会被覆盖。",
        "Begin with index.html: the month, day by day, a page for each person, an ics for each person and channel, the workbook, the documents that the plan has enough for, who has how much to do and how many messages each channel gets. Every page is one file that works offline, on a phone and on paper.\nPack the same month again and the folder is brought up to date without asking; files of others, and files that someone changed, are never replaced.",
    ),
    arguments: &[
        ("plan", PLAN),
        ("month", t("哪个月：2026-12、下月（默认本月）", "which month: 2026-12, next (default: this month)")),
        ("person", t("只打包这个人的", "only what this person does")),
        ("output", t("文件夹（默认 pack-月份）", "the folder (default: pack-MONTH)")),
    ],
};

const COPY: CommandHelp = CommandHelp {
    name: "copy",
    aliases: &["复制", "开新群"],
    sought_as: &["clone", "duplicate", "fork", "replicate"],
    about: t(
        "从一份计划开出一个新群，人和已有的数字都拿掉",
        "Start a new community from a plan, without its people and results",
    ),
    examples: t(
        "qun copy --name 晚风读书会 --starts 2027-03-01 --proven yes --team yes\nqun copy --name 晚风读书会 --starts 2027-03-01 --proven yes --team yes -o 晚风.toml",
        "qun copy --name \"Night Readers\" --starts 2027-03-01 --proven yes --team yes\nqun copy --name \"Night Readers\" --starts 2027-03-01 --proven yes --team yes -o night.toml",
    ),
    more: t(
        "不写 --proven、--team 就会问：模式跑通了吗，有人带新群吗。\n所有日期随第一天移动同样的天数；人负责的改由角色负责，各期、改动和已有的数字都拿掉，注释保留。文字一句不改：还写着老名字的会列出来，由你改写。",
        "Leave out --proven and --team to be asked: has the model proven itself, and is there a team for the new community? All dates move by the same number of days as the start. Work assigned to people is assigned to their roles; cohorts, one-off changes and results are dropped; comments are kept. Texts are not rewritten: those that mention the old name are listed for you.",
    ),
    arguments: &[
        ("plan", t("从哪份计划复制（- 表示标准输入）", "the plan to copy (- is standard input)")),
        ("name", t("新群的名字", "the name of the new community")),
        ("starts", t("新群的第一天，如 2027-03-01", "its first day, such as 2027-03-01")),
        (
            "proven",
            t(
                "模式在一个群里跑通了吗（不写就问）",
                "whether the model has proven itself in one group (asked if left out)",
            ),
        ),
        ("team", t("有人能带新群吗（不写就问）", "whether there is a team to run it (asked if left out)")),
        ("output", t("写到文件（默认：标准输出）", "write to a file (default: standard output)")),
        ("force", FORCE),
    ],
};

const UNDO: CommandHelp = CommandHelp {
    name: "undo",
    aliases: &["撤销", "撤回"],
    sought_as: &["revert", "rollback", "restore", "redo", "恢复", "重做"],
    about: t("撤销上一次改动，一次退一步", "Undo the last edit, one step at a time"),
    examples: t("qun undo --list\nqun undo --list 复制.toml", "qun undo --list\nqun undo --list night.toml"),
    more: t(
        "qun 每次写文件之前都会留一份原样，包括 init --force 和 lint --fix；再撤销就再退一步，--redo 重做。\n之后手工改过的地方不动；如果改的是同一处，就不撤销，--dry-run 把两边都列出来。\n最多留 50 次、20 MB，只有你自己能读；放在 QUN_STATE_DIR，没设就放在系统的状态文件夹。",
        "Before qun writes a file, it keeps a copy, also with init --force and lint --fix. Undo again to go further back; --redo reapplies what you undid.\nLater changes made by hand are kept. If they touch the same lines, nothing is undone; --dry-run shows both versions.\nUp to 50 edits or 20 MB are kept, readable only by you, in QUN_STATE_DIR or in your system's state directory.",
    ),
    arguments: &[
        ("plan", t("计划，或别的被命令覆盖的文件", "the plan, or another file that qun has overwritten")),
        ("list", t("列出可以撤销的改动，最近的在前", "list the edits that can be undone, latest first")),
        ("redo", t("重做刚撤销的改动", "reapply the edit that was undone last")),
        ("forget", t("删掉这个文件的全部记录", "delete the history of this file")),
        ("dry_run", DRY_RUN),
    ],
};

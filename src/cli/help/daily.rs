//! Help for every day: `today`, `done`, `schedule`, `checklist`, `brief`, `document`.

use super::rows::{CommandGroup, CommandHelp, FORCE, OUTPUT, PLAN, t};
use crate::language::Text;

pub(super) static EVERY_DAY: CommandGroup =
    CommandGroup { name: t("每天", "Every day"), commands: &[TODAY, DONE, SCHEDULE, CHECKLIST, BRIEF, DOCUMENT] };

/// The option for other clocks.
const TZ: Text = t(
    "按这个时区的钟点显示：纽约、Europe/Berlin（默认：计划的；看一个人的，用他的）",
    "show times in this zone: New York, Europe/Berlin (default: the plan's, or that of the person)",
);

/// A name, and the plan.
const NAME_AND_PLAN: Text =
    t("谁的（可省略），和计划文件（可省略）", "whose (may be left out), and the plan (may be left out)");

const TODAY: CommandHelp = CommandHelp {
    name: "today",
    aliases: &["今天", "今日"],
    sought_as: &["now", "agenda", "day"],
    about: t("今天要做什么：时间、渠道、谁、要发的文字", "What to do today: time, channel, person, text to post"),
    examples: t("qun today\nqun today --person 沈岚", "qun today\nqun today --person Aoife"),
    more: t(
        "还可以：\n  qun today --text     一条消息，贴到管理群\n  qun done 2           第 2 行做完了",
        "More:\n  qun today --text     one message for the staff group\n  qun done 2           line 2 is done",
    ),
    arguments: &[
        ("words", NAME_AND_PLAN),
        ("person", t("只看这个人的安排", "only this person's work")),
        ("tz", TZ),
        ("text", t("合成一条消息，贴到管理群里", "as one message, to paste into the staff group")),
    ],
};

const DONE: CommandHelp = CommandHelp {
    name: "done",
    aliases: &["完成", "做完"],
    sought_as: &["tick", "finish", "complete", "打勾", "勾选"],
    about: t(
        "把一件事打勾：按今天的行号，或文字里的几个字",
        "Tick a task: by its number in qun today, or a few of its words",
    ),
    examples: t("qun done 2\nqun done 发预告", "qun done 2\nqun done announce"),
    more: t(
        "勾记在计划旁边的 *.readings.csv，再做清单时就是打了勾的。几个字能对上几件事时，先取今天的，再取最近没做的。qun undo 可以撤销。",
        "Ticks are kept in *.readings.csv beside the plan; a checklist made later shows them. If the words fit several tasks, today's comes first, then the latest one left open. qun undo takes it back.",
    ),
    arguments: &[
        (
            "words",
            t("qun today 里的行号，可以写几个；或文字里的几个字", "numbers as in qun today, or a few words of a task"),
        ),
        ("by", t("谁做的", "who did it")),
        ("note", t("备注", "a note")),
        ("plan", t("计划文件", "the plan")),
        ("dry_run", t("只看会勾哪件，不写文件", "show what would be ticked, without writing")),
    ],
};

const SCHEDULE: CommandHelp = CommandHelp {
    name: "schedule",
    aliases: &["日历", "排期", "日程"],
    sought_as: &["calendar", "cal", "month", "rota", "shifts", "排班", "月历"],
    about: t("日历：活动、内容、任务，带日期和人名", "The calendar: activities, content, tasks, with dates and names"),
    examples: t(
        "qun schedule --month next\nqun schedule --month next -o 下个月.ics",
        "qun schedule --month next\nqun schedule --month next -o next-month.ics",
    ),
    more: t(
        "还可以：\n  qun schedule --month next -o 下个月.xlsx    Excel、WPS 里填写、打印\n  qun schedule --from 2026-12-01 --to 2026-12-15 --person 沈岚 --format agenda\n  qun schedule --if-away 沈岚      她不在，谁接手、什么没人做\n  qun schedule --festivals",
        "More:\n  qun schedule --month next -o next-month.xlsx    to fill in and print from Excel\n  qun schedule --from 2026-12-01 --to 2026-12-15 --person Aoife --format agenda\n  qun schedule --if-away Aoife    who takes over, and what is left undone\n  qun schedule --festivals",
    ),
    arguments: &[
        ("plan", PLAN),
        (
            "month",
            t("哪个月：2026-12、12月、next（默认：这个月）", "which month: 2026-12, Dec, next (default: this month)"),
        ),
        ("months", t("连续几个月", "how many months")),
        ("from", t("从哪天：2026-12-24、12-24、下周一", "the first day: 2026-12-24, 24 Dec, next Monday")),
        ("to", t("到哪天（含）", "the last day (included)")),
        ("person", t("只看这个人的安排", "only this person's work")),
        ("tz", TZ),
        ("channel", t("只看这个渠道的安排", "only this channel")),
        (
            "if_away",
            t(
                "假如这个人不在：谁接手、什么没人做",
                "as if this person were away: who takes over, and what is left undone",
            ),
        ),
        (
            "festivals",
            t(
                "改看节日：放假、农历、节气，还有几天，计划里哪些安排跟着它",
                "show festivals instead: public holidays, lunar days, solar terms; how far off they are, and what depends on them",
            ),
        ),
        (
            "format",
            t(
                "格式（默认：按 -o 的后缀；终端上是月历）",
                "output format (default: from the file name of -o; a grid on a terminal)",
            ),
        ),
        (
            "columns",
            t(
                "csv 的列：usual（常用的 10 列）、all，或 date,title,person（默认全部，常用的在前）",
                "the columns of csv: usual (the ten that people use), all, or date,title,person (default: all, the usual ones first)",
            ),
        ),
        (
            "paper",
            t(
                "html 月历印在 a4 还是 a3 上（默认 a4，横放）",
                "the paper of a month in html: a4 or a3 (default: a4, landscape)",
            ),
        ),
        (
            "quiet_years",
            t(
                "不提示这段时间以外年份的放假安排还没公布",
                "no notice about the holidays of years that these days do not touch",
            ),
        ),
        ("output", OUTPUT),
        ("force", FORCE),
    ],
};

const CHECKLIST: CommandHelp = CommandHelp {
    name: "checklist",
    aliases: &["清单"],
    sought_as: &["list", "lists", "todo", "todos", "tasks", "ticks", "任务", "待办"],
    about: t(
        "清单：启动、每天、每周、每月，或某个活动的",
        "Checklists: launch, daily, weekly, monthly, or for an activity",
    ),
    examples: t(
        "qun checklist launch -o 启动.md\nqun checklist weekly --by person",
        "qun checklist launch -o launch.md\nqun checklist weekly --by person",
    ),
    more: t(
        "还可以：\n  qun checklist community.toml talk --date 2026-12-07\n  qun checklist onboarding --from 2026-12-07\n  qun checklist handover --role manager\n  qun checklist launch -o 启动.xlsx\n  qun checklist --from 启动.xlsx -o 启动.md    收回表格里的勾和备注\n  qun checklist --status 启动.md 本周.md    完成、逾期、按人\n\n写进已有的清单（Markdown、CSV 或 xlsx）时，打的勾、备注和自己加的行都会保留。",
        "More:\n  qun checklist community.toml talk --date 2026-12-07\n  qun checklist onboarding --from 2026-12-07\n  qun checklist handover --role manager\n  qun checklist launch -o launch.xlsx\n  qun checklist --from launch.xlsx -o launch.md    ticks and notes of a table\n  qun checklist --status launch.md week.md    done, late, by person\n\nWriting over an earlier checklist (Markdown, CSV or xlsx) keeps its ticks, notes and added lines.",
    ),
    arguments: &[
        (
            "words",
            t(
                "计划文件（可省略），和要哪张清单：launch daily weekly monthly onboarding review closing moderation conflict handover（或：启动 每天 每周 每月 新人 复盘 关闭 管理 冲突 交接），活动的标题或 id，或自己模板里的清单名",
                "the plan (may be left out), and which checklist: launch daily weekly monthly onboarding review closing moderation conflict handover, the title or id of an activity, or a checklist of your own templates",
            ),
        ),
        (
            "from",
            t(
                "从哪天算起：新人入群的日子，或某一期的 id（这一期的第一天）；或改过的表格（xlsx、CSV），把勾、备注和加的行收回清单",
                "the day to count from: when a newcomer joined, or the id of a cohort for its first day; or an edited table (xlsx or CSV), whose ticks, notes and added rows go back into the list",
            ),
        ),
        ("role", t("handover：交接哪个角色", "handover: which role changes hands")),
        ("date", t("哪天、哪周、哪月（默认今天）", "for which day, week, month (default: today)")),
        ("tz", TZ),
        ("by", t("怎样分组：按阶段、按人或按日期", "how to group it: by stage, by person or by day")),
        (
            "status",
            t(
                "读回这些 Markdown 清单：完成、今天到期、逾期、按人",
                "read these Markdown checklists back: done, due today, late, by person",
            ),
        ),
        (
            "format",
            t(
                "格式（默认：按 -o 的后缀，没有后缀时是 md）",
                "output format (default: from the file name of -o, or md)",
            ),
        ),
        (
            "output",
            t("写到文件；已有的清单保留勾选和备注", "write to a file; an earlier checklist keeps its ticks and notes"),
        ),
        ("force", t("覆盖不是本程序写的文件", "overwrite a file that qun did not make")),
    ],
};

const BRIEF: CommandHelp = CommandHelp {
    name: "brief",
    aliases: &["简报", "一周"],
    sought_as: &["week", "digest", "texts", "本周"],
    about: t("一个人的一周，或一个渠道这周要发的文字", "One person's week, or the texts to post in one channel"),
    examples: t(
        "qun brief 沈岚\nqun brief --channel members --week next",
        "qun brief Aoife\nqun brief --channel members --week next",
    ),
    more: t(
        "还可以：\n  qun brief --person 沈岚 --week next -o 沈岚.md\n  qun brief --channel members --from 2026-12-07\n\n超过平台单条字数上限的文字会截短，并说明少了什么。",
        "More:\n  qun brief --person Aoife --week next -o aoife.md\n  qun brief --channel members --from 2026-12-07\n\nA text over the platform's limit is shortened; the brief shows what was left out.",
    ),
    arguments: &[
        ("words", NAME_AND_PLAN),
        (
            "person",
            t(
                "看谁的一周：要做的事、时间、地点、文字",
                "the person whose week to show: what, when, where, and the texts",
            ),
        ),
        ("tz", TZ),
        (
            "channel",
            t(
                "哪个渠道：本周预告、群规、每条要发的文字",
                "which channel: the week ahead, the rules, and every text to post",
            ),
        ),
        ("week", t("这周还是下周，从周一算起", "this week or the next, from Monday")),
        ("from", t("从哪天起的七天", "the first of seven days")),
        (
            "format",
            t(
                "格式（默认：按 -o 的后缀，没有后缀时是 text）",
                "output format (default: from the file name of -o, or text)",
            ),
        ),
        ("output", OUTPUT),
        ("force", FORCE),
    ],
};

const DOCUMENT: CommandHelp = CommandHelp {
    name: "document",
    aliases: &["文档", "文案"],
    sought_as: &["post", "documents", "notice", "欢迎语", "群规", "公告"],
    about: t(
        "可以直接贴的文字：欢迎语、群规、介绍、抽奖规则……",
        "Texts to paste: welcome, rules, introduction, draw terms",
    ),
    examples: t("qun document\nqun document handover manager", "qun document\nqun document handover manager"),
    more: t(
        "还可以：\n  qun document welcome\n  qun document rules --platform discord\n  qun document introduction --for members -o 介绍.txt\n  qun templates --kind document welcome      看模板\n\n只写计划里自己写的；没有的、还是模板的会列出来。文字按渠道的平台排版；超过平台一条的上限，就分成几条。\n语言是计划的语言。要换写法，把模板放到计划旁边的 templates/documents/welcome.jinja 再改。",
        "More:\n  qun document welcome\n  qun document rules --platform discord\n  qun document introduction --for members -o introduction.txt\n  qun templates --kind document welcome     shows its template\n\nA document uses only what the plan's people wrote; what is missing or still a starter's is listed. Bold, headings and lists\nfollow the platform of the channel; a text over its limit becomes several messages. The language is the plan's.\nTo change the wording, copy the template to templates/documents/welcome.jinja beside the plan and edit it.",
    ),
    arguments: &[
        (
            "words",
            t(
                "计划文件（可省略），哪种文档（不写：列出全部），以及交接的角色或抽奖的活动",
                "the plan (may be left out), which document (if missing: lists them), and the role or prize draw it is about",
            ),
        ),
        ("channel", t("发到哪个渠道（默认：第一个群）", "the channel to post it in (default: the first group)")),
        (
            "platform",
            t(
                "或为哪个平台排版：微信群、discord、slack……",
                "or the platform to write it for: wechat-group, discord, slack",
            ),
        ),
        (
            "format",
            t(
                "text 是文字，html 是网页（每条一个复制按钮）",
                "text, or html: a page with a copy button for each message",
            ),
        ),
        ("output", OUTPUT),
        ("force", FORCE),
    ],
};

//! Help for what is learned from what happened: `record`, `review`.

use super::rows::{CommandGroup, CommandHelp, FORCE, FORMAT, OUTPUT, PLAN, t};
use crate::language::Text;

pub(super) static LEARN: CommandGroup =
    CommandGroup { name: t("看效果", "Learn from it"), commands: &[RECORD, REVIEW] };

const DATES: Text =
    t("导出里的 03/04：日在前（dmy）还是月在前（mdy）", "03/04 in an export: day first (dmy) or month first (mdy)");

const SAME: Text =
    t("同一个人的两个账号或名字（可写几次）：旧号=新号", "two ids or names of one person, as often as needed: old=new");

const RECORD: CommandHelp = CommandHelp {
    name: "record",
    aliases: &["记录", "记"],
    sought_as: &[
        "reading",
        "readings",
        "log",
        "attendance",
        "came",
        "result",
        "results",
        "读数",
        "到场",
        "数据",
        "登记",
    ],
    about: t(
        "记下发生了什么：到场、评分、收支、目标的读数",
        "Write down what happened: attendance, scores, money, goals",
    ),
    examples: t("qun record staying 72/210\nqun record", "qun record staying 72/210\nqun record"),
    more: t(
        "还可以：\n  qun record 线下共读 到场=14 报名=17 评分=4.6 收入=280元\n  qun record 线下共读 12月5日 到场=14\n  qun record retain 34% --of 210\n  qun record reminder-time --arm a 活跃人数=120/400\n  qun record reminder-time/二群 --arm b 活跃人数=31/80   按群分组的测试，一个群一条\n  qun record --from 群聊.json              平台的导出，按月计数\n\n不写日期，就是最近一次。只写 qun record，一个一个问还缺的数（不在终端里就列出来）。读数记在计划旁边的 *.readings.csv，一行一条，只增加不改动；同一件事再记一次就是更正，旧的那行还在。qun undo 可以撤销。",
        "More:\n  qun record salon came=14 signed-up=17 score=4.6 income=\"280 CNY\"\n  qun record salon \"5 Dec\" came=14\n  qun record retain 34% --of 210\n  qun record reminder-time --arm a active=120/400\n  qun record reminder-time/group-2 --arm b active=31/80   of a test of groups, one line a group\n  qun record --from chat.json              an export of a platform, counted by months\n\nWithout a date it is the last one held. qun record alone asks for what is missing, one by one (without a terminal it lists it). Readings are in *.readings.csv beside the plan, one per line; lines are only added. Recording the same fact again corrects it, and the old line stays. qun undo takes it back.",
    ),
    arguments: &[
        (
            "words",
            t(
                "记什么（活动、目标或测试），哪天的，和数：到场=14",
                "what it is about (an activity, a goal or a test), its date, and the values: came=14",
            ),
        ),
        (
            "from",
            t(
                "从文件里记：平台的导出，或一张读数表（CSV、xlsx）",
                "record from files: exports of platforms, or a table of readings (CSV, xlsx)",
            ),
        ),
        ("dates", DATES),
        ("same", SAME),
        ("of", t("一共多少（配合百分比）", "out of how many (with a percentage)")),
        ("arm", t("A/B 测试的哪一组：a 或 b", "which side of an A/B test: a or b")),
        ("by", t("谁统计的", "who collected it")),
        ("note", t("备注", "a note")),
        ("plan", t("计划文件", "the plan")),
        ("dry_run", t("只看会记什么，不写文件", "show what would be recorded, without writing")),
    ],
};

const REVIEW: CommandHelp = CommandHelp {
    name: "review",
    aliases: &["复盘"],
    sought_as: &[
        "retro",
        "retrospective",
        "report",
        "metrics",
        "statistics",
        "stats",
        "数据分析",
        "月报",
        "总结",
        "留存",
    ],
    about: t("复盘：计划和结果对照，停下、改变、尝试什么", "Compare plan and results: what to stop, change, try"),
    examples: t(
        "qun review --month 2027-01\nqun review --format md",
        "qun review --month 2027-01\nqun review --format md",
    ),
    more: t(
        "还可以：\n  qun review --from 群聊.json 统计.csv        也看导出：活跃、留存、回应\n  qun review --experiment reminder-time    只看一个 A/B 测试\n  qun review --decide 2 --owner 沈岚 --by 12月20日   把第 2 条写进计划，下次复盘看做了没有\n  qun review --since 12月1日 --until 12月15日 -o 复盘.md\n\n没有数据的部分不显示；缺什么、谁在哪天前补，都列出来。导出支持 ChatLab、Discord（DiscordChatExporter）、Telegram、Slack、WhatsApp、企业微信群统计，和带列名的 CSV：文字读过就忘，只留计数。每个指标怎么算：qun explain 留存。不写月份就是这个月；月初 7 天看上个月。",
        "More:\n  qun review --from chat.json stats.csv     with exports: activity, retention, answers\n  qun review --experiment reminder-time     one A/B test only\n  qun review --decide 2 --owner Aoife --by \"20 Dec\"   write no. 2 into the plan; the next review shows how it turned out\n  qun review --since \"1 Dec\" --until \"15 Dec\" -o review.md\n\nSections without data are left out; what is missing is listed with who collects it and by when. Exports: ChatLab, Discord (DiscordChatExporter), Telegram, Slack, WhatsApp, WeCom statistics, and CSV with named columns. Texts are counted and forgotten. How a figure is calculated: qun explain retention. Without a month it is this one, in the first 7 days of a month the one before.",
    ),
    arguments: &[
        ("plan", PLAN),
        ("from", t("平台的导出（可以几个一起）", "exports of platforms, one or several")),
        ("month", t("哪个月（2026-12、12月、上个月）", "the month (2026-12, december, last)")),
        ("since", t("从哪天", "the first day")),
        ("until", t("到哪天", "the last day")),
        ("experiment", t("只看这个 A/B 测试", "only this A/B test")),
        ("dates", DATES),
        ("same", SAME),
        (
            "sql",
            t(
                "打印这些指标的 SQL（duckdb、postgres、clickhouse、spark），数据在数仓里时用",
                "print the metrics as SQL (duckdb, postgres, clickhouse, spark), for logs in a warehouse",
            ),
        ),
        (
            "decide",
            t("把这一条写成决定（号，或自己的话）", "write this down as a decision: its number, or words of your own"),
        ),
        ("owner", t("决定由谁做", "who carries it out")),
        ("by", t("决定最晚哪天做完", "the date to have it done by")),
        ("format", FORMAT),
        ("output", OUTPUT),
        ("force", FORCE),
    ],
};

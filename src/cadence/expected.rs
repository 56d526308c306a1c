//! What a cadence lacks, as a table: the words that say it, and the words that would complete the phrase.

use crate::value::expected;

expected! {
    EMPTY: "要说多久一次、什么时候" / "how often, and when?",
        ["每周三 20:00", "每月15日 20:00", "工作日 08:00"] / ["every Wed 20:00", "monthly on the 15th 20:00", "workdays 08:00"];
    START: "看不出多久一次" / "how often is this?", [] / [];
    WEEKDAY: "还要说星期几" / "which weekday?",
        ["周一", "周五", "周六"] / ["Mon", "on Mon", "on Fri", "on Sat"];
    MONTH_DAY: "还要说是其中哪一天" / "which day of it?",
        ["15日", "最后一个周五", "第一个周一"] / ["on the 15th", "15th", "first Mon of the month", "last Fri of the month"];
    NTH: "还要说是第几个" / "which one of the month: the first, the 2nd, the last?",
        ["第一个", "最后一个", "每月第一个"] / ["first", "last", "the first", "on the first"];
    ORDINAL: "第几个？一个月里最多五个，最后一个说“最后一个”" / "no such day: a month has at most five of each weekday",
        ["最后一个", "第四个"] / ["last", "4th"];
    NOUN: "第几个什么？要有周几、工作日或天" / "the first what: a weekday, a workday or a day?",
        ["周一", "工作日", "天"] / ["Mon", "workday", "day"];
    DAY_UNIT: "数字后面要有“日”" / "write the day as 15th",
        ["日"] / ["15th"];
    NO_SUCH_DAY: "没有这一天" / "no such day",
        ["28日", "最后一天"] / ["28th", "28", "last day"];
    NO_SUCH_DATE: "没有这个日期" / "no such date",
        ["2026-12-24"] / ["2026-12-24"];
    NO_SUCH_MONTH: "没有这个月份" / "no such month",
        ["12月", "12"] / ["Dec", "12"];
    NO_SUCH_WEEKDAY: "没有这个星期几，一周是周一到周日" / "no such weekday",
        ["周六", "周日", "日"] / ["Sat", "Sun"];
    PERIOD: "是每月的、每季度的，还是某个月的" / "of which period: the month, the quarter, December?",
        ["每月"] / ["of the month", "month", "the month"];
    YEAR_DATE: "还要说几月几日" / "which date of the year?",
        ["12月31日", "12月"] / ["on 31 Dec", "31 Dec"];
    WHICH_YEAR: "是每年这一天，还是只在某一年；农历要写“农历”" / "every year, or in which year?",
        ["每年", "农历"] / ["yearly on", "2026"];
    LUNAR: "写农历的月和日，如 农历八月十五、农历闰六月初一、农历每月初一、农历腊月最后一天" /
        "write a lunar month and day, such as lunar 8-15, lunar leap 6-1, 1st of the lunar month, last day of lunar month 12",
        ["八月十五", "每月初一", "农历八月十五"] / ["8-15", "lunar 8-15", "1st of the lunar month"];
    AMBIGUOUS_DATE: "月和日有两种读法，写成 2026-12-24 这样" / "day and month could be swapped; write it as 2026-12-24",
        [] / [];
    OTHER_WEEKDAY: "这一天不是这个星期几" / "that date is another weekday", [] / [];
    DAYS_IN_A_ROW: "这里只写第一天，连着几天写在 lasts" / "write only the first day here, and for how long in `lasts`",
        [] / [];
    HOW_MANY_DAYS: "前后多少天？要 1 到 999" / "how many days (1 to 999)?",
        ["3天", "前3天"] / ["3", "3 days"];
    ANCHOR: "从什么算起：节日、节气，或日程项目的 id" / "counted from which festival, solar term or item id?",
        ["春节"] / ["Spring Festival"];
    TOO_MANY: "间隔要在 1 到 999 天、1 到 99 周或 1 到 99 个月之间" /
        "the interval can be 1 to 999 days, 1 to 99 weeks or 1 to 99 months",
        ["每2周", "每2天", "隔周"] / ["every 2 weeks", "every 2 days"];
    EVERY_OTHER: "“每隔几”有两种理解，请写成“每几”" / "write every 2 weeks or every 3 weeks",
        ["每"] / ["every 2 weeks"];
    BIMONTHLY: "每两个月，还是每月两次" / "every two months, or twice a month?",
        ["每2个月"] / ["every 2 months", "every 2 months on the 1st", "monthly on the 1st, 15th"];
    EVERY_NTH: "是隔几周一次，还是每月的第几个？" / "every so many weeks, or that day of each month?",
        ["隔周"] / ["every 2 weeks on", "of the month"];
    HOLIDAYS: "节假日不含普通周末：要全部不上班的日子就写休息日，要某个节日就写它的名字" / "which festival, or all days off?",
        ["休息日"] / ["days off"];
    WHEN_FREE: "看不出什么时候有空" / "when is that?", [] / [];
    HOUR: "是几点？要写成 20:00 这样" / "which hour? for example 20:00 or 8 pm",
        [":00", "点", "20:00"] / [":00", "pm", "20:00"];
    ZONE: "时区不写在这里，写在 time_zone" / "set the time zone in `time_zone`, not here",
        [""] / [""];
    BOUNDS: "起止日期不写在这里，写在 from 和 until" / "set the first and last day in `from` and `until`, not here",
        [""] / [""];
    OTHER_TITLE: "标题说的和后面写的节奏对不上，只留一个" / "the title says another rhythm than what follows; keep one of them",
        [] / [];
    COUNT: "次数和写出来的日子、钟点对不上" / "that is not as many days or hours as it says", [] / [];
    ON_HOLIDAY: "节假日怎么办写在 on_holiday（如 skip），不写在这里" /
        "say what happens on holidays in `on_holiday` (such as skip), not here",
        [""] / [""];
    ROLL_OF_DAYS: "每天都有，不用顺延；只在工作日就写“工作日”" / "it is on every day already; for workdays only write \"workdays\"",
        [""] / [""];
    LEFT_OVER: "这几个字看不懂；一句只写一种节奏" / "cannot read this part; write one cadence per phrase",
        [""] / [""];
    RULE_PART: "RRULE 里只能用 FREQ、INTERVAL、COUNT、UNTIL、BYDAY、BYMONTHDAY、BYYEARDAY、BYWEEKNO、BYMONTH、BYSETPOS、WKST，各一次" /
        "an RRULE here can have FREQ, INTERVAL, COUNT, UNTIL, BYDAY, BYMONTHDAY, BYYEARDAY, BYWEEKNO, BYMONTH, BYSETPOS and WKST, once each",
        [""] / [""];
    RULE_TIME: "钟点不写在 RRULE 里，写在它后面，如 RRULE:FREQ=DAILY 10:00" /
        "put the time after the RRULE, not in it: RRULE:FREQ=DAILY 10:00",
        [""] / [""];
    RULE_FREQ: "FREQ 只能是 DAILY、WEEKLY、MONTHLY、YEARLY" / "FREQ must be DAILY, WEEKLY, MONTHLY or YEARLY",
        ["freq=daily", "rrule:freq=daily"] / ["freq=daily", "rrule:freq=daily"];
    RULE_VALUE: "这个 RRULE 部分的值不对" / "invalid value in this part of the RRULE",
        [""] / [""];
    RULE_DAYS: "BYDAY 里第几个只配 MONTHLY 和 YEARLY（不配 BYWEEKNO），BYMONTHDAY 不配 WEEKLY，BYWEEKNO、BYYEARDAY 只配 YEARLY" /
        "BYDAY with numbers works only with MONTHLY and YEARLY (not with BYWEEKNO), BYMONTHDAY not with WEEKLY, BYWEEKNO and BYYEARDAY only with YEARLY",
        [""] / [""];
    RULE_END: "COUNT 和 UNTIL 只能有一个" / "use COUNT or UNTIL, not both",
        [""] / [""];
    RULE_SET: "BYSETPOS 要和别的 BY… 一起用" / "BYSETPOS needs another BY… part",
        [""] / [""];
}

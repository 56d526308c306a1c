//! What a time of day lacks, as a table.

use crate::value::expected;

expected! {
    TIME: "还要有钟点，如 20:00" / "at what time? for example 20:00",
        ["20:00", "19:30"] / ["20:00", "19:30"];
    TIME_MORNING: "上午几点，如 10:00" / "at what time? for example 10:00",
        ["10:00"] / ["10:00"];
    TIME_AFTERNOON: "下午几点，如 15:00" / "at what time? for example 15:00",
        ["15:00"] / ["15:00"];
    TIME_NOON: "中午几点，如 12:00" / "at what time? for example 12:00",
        ["12:00"] / ["12:00"];
    TIME_END: "到几点？如 20:00-21:30" / "until when? for example 20:00-21:30",
        ["21:30", "21点半"] / ["21:30"];
    NO_SUCH_TIME: "没有这个钟点：一天从 00:00 到 23:59" / "no such time; use 00:00 to 23:59",
        ["23:00", "20:00"] / ["23:00", "20:00"];
    MIDNIGHT: "午夜算哪一天？写当天的 23:30 或第二天的 00:00" / "midnight of which day? write 23:30, or 00:00 of the next day",
        ["23:30", "00:00"] / ["23:30", "00:00"];
    HALF_OF_DAY: "上午、下午与钟点对不上" / "the hour does not match the part of the day",
        ["20:00", "8:00"] / ["20:00", "08:00"];
    WHICH_HALF: "是凌晨还是下午？写“下午3点”或 15:00 这样" / "in the night or in the afternoon? write 15:00 or 03:00", [] / [];
}

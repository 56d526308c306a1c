//! The tables between the views and the result, each a definition of its own.

use super::request::SqlEngine;
use crate::language::{Language, Text};
use crate::metrics::SMALLEST_GROUP;

/// Days within which a second purchase counts.
pub(super) const AGAIN_WITHIN: i32 = 30;
/// Answers after so many seconds are not waited for.
const PATIENCE: i64 = 7 * 86_400;

/// Numbers from 0 to 999: the days of a window, counted from its first one.
const NUMBERS: &str = "\
digits AS (
  SELECT 0 AS n UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4
  UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9
),
numbers AS (SELECT a.n + 10 * b.n + 100 * c.n AS n FROM digits a CROSS JOIN digits b CROSS JOIN digits c)";

/// How sticky the community is: the mean over the days of active members of the day by those of its thirty days.
pub(super) fn stickiness(engine: SqlEngine, language: Language) -> String {
    let note = Text::new(
        "黏性：每天 DAU/MAU 的平均；前 30 天里没有人的日子不算",
        "stickiness: the mean of each day's DAU/MAU; days with nobody in their 30 days are left out",
    );
    let (day, from) = (engine.plus("w.first_day", "n.n"), engine.plus("d.day", -29));
    let double = engine.double();
    format!(
        "-- {note}
{NUMBERS},
days AS (
  SELECT {day} AS day FROM numbers n CROSS JOIN w CROSS JOIN data
  WHERE {day} <= w.last_day AND {day} BETWEEN data.since AND data.until
),
member_days AS (SELECT DISTINCT member_id, day FROM speech),
daily AS (
  SELECT d.day AS day, COUNT(DISTINCT CASE WHEN m.day = d.day THEN m.member_id END) AS dau, COUNT(DISTINCT m.member_id) AS mau
  FROM days d CROSS JOIN member_days m WHERE m.day BETWEEN {from} AND d.day GROUP BY d.day
),
sticky AS (
  SELECT AVG(CAST(dau AS {double}) / mau) AS share, MAX(mau) AS most FROM daily
)",
        note = note.get(language),
    )
}

/// How many of those who were members at any time in the window wrote in it.
pub(super) fn participation(language: Language) -> String {
    let note = Text::new(
        "互动率：期内发过言的成员 / 期内在过群里的成员；不知道哪天进群的也算在群里",
        "participation: members who wrote in the window, of all who were members at any time in it; unknown days of joining count as before",
    );
    format!(
        "-- {note}
present AS (
  SELECT DISTINCT m.member_id AS member_id FROM members m CROSS JOIN w
  WHERE COALESCE(m.joined, w.first_day) <= w.last_day AND COALESCE(m.left_on, w.last_day) >= w.first_day
),
taking_part AS (
  SELECT COUNT(DISTINCT s.member_id) AS n FROM speech s CROSS JOIN w
  WHERE s.day BETWEEN w.first_day AND w.last_day AND s.member_id IN (SELECT member_id FROM present)
),
participation AS (
  SELECT t.n AS n, p.total AS total FROM taking_part t CROSS JOIN (SELECT COUNT(*) AS total FROM present) p
)",
        note = note.get(language),
    )
}

/// How long it takes until another person answers.
pub(super) fn response(engine: SqlEngine, language: Language) -> String {
    let note = Text::new(
        "回应时间：别人第一次回复要多久；没人回复的按“还没有”算（Kaplan–Meier 中位数），一条都不丢",
        "response time: until another person's first reply; what nobody answered counts as \"not yet\" (Kaplan-Meier median), nothing is dropped",
    );
    let (double, whole) = (engine.double(), engine.whole());
    format!(
        "-- {note}
starts AS (
  SELECT s.channel_id AS channel_id, s.message_id AS message_id, s.member_id AS member_id, s.second AS second
  FROM speech s CROSS JOIN w WHERE s.replies_to IS NULL AND s.day BETWEEN w.first_day AND w.last_day
),
talk AS (
  SELECT channel_id, message_id AS root, member_id, second, 1 AS is_start FROM starts
  UNION ALL
  SELECT channel_id, replies_to AS root, member_id, second, 0 AS is_start FROM speech WHERE replies_to IS NOT NULL
),
marked AS (
  SELECT channel_id, root, member_id, second, is_start,
         MAX(CASE WHEN is_start = 1 THEN second END) OVER (PARTITION BY channel_id, root) AS started,
         MAX(CASE WHEN is_start = 1 THEN member_id END) OVER (PARTITION BY channel_id, root) AS asker
  FROM talk
),
answers AS (
  SELECT MAX(started) AS begun,
         MIN(CASE WHEN is_start = 0 AND member_id <> asker AND second BETWEEN started AND started + {PATIENCE} THEN second - started END) AS wait
  FROM marked WHERE started IS NOT NULL GROUP BY channel_id, root
),
latest AS (SELECT MAX(second) AS second FROM speech),
waits AS (
  SELECT COALESCE(a.wait, LEAST(l.second - a.begun, {PATIENCE})) AS wait, CASE WHEN a.wait IS NULL THEN 0 ELSE 1 END AS answered
  FROM answers a CROSS JOIN latest l
),
by_wait AS (SELECT wait, SUM(answered) AS answered, COUNT(*) AS ended FROM waits GROUP BY wait),
at_risk AS (SELECT wait, answered, SUM(ended) OVER (ORDER BY wait DESC) AS n FROM by_wait),
open_share AS (
  SELECT wait, SUM(CASE WHEN answered = n THEN -1000 ELSE LN(1 - CAST(answered AS {double}) / n) END) OVER (ORDER BY wait) AS log_share
  FROM at_risk
),
response AS (
  SELECT CAST(FLOOR((GREATEST(MIN(o.wait), 1) + 59) / 60.0) AS {whole}) AS minutes, MIN(a.n) AS n
  FROM open_share o CROSS JOIN active a WHERE o.log_share <= LN(0.5) + 0.000000001
)",
        note = note.get(language),
    )
}

/// How many buyers bought again on a later day.
pub(super) fn repurchase(engine: SqlEngine, language: Language) -> String {
    let note = Text::new(
        "复购：期内第一次买的人，{days} 天内在另一天又买；同一天的几笔算一次；只看 {days} 天已过完的人",
        "repurchase: of those whose first purchase is in the window, who bought again on a later day within {days} days; several orders of a day are one; only of buyers whose {days} days are over",
    );
    let end = engine.plus("p.first_day", AGAIN_WITHIN);
    format!(
        "-- {note}
purchases AS (SELECT member_id, day, MIN(day) OVER (PARTITION BY member_id) AS first_day FROM orders),
order_data AS (SELECT MAX(day) AS until FROM orders),
buyers AS (
  SELECT p.member_id AS member_id, MAX(CASE WHEN p.day > p.first_day AND p.day <= {end} THEN 1 ELSE 0 END) AS again
  FROM purchases p CROSS JOIN w CROSS JOIN order_data d
  WHERE p.first_day BETWEEN w.first_day AND w.last_day AND {end} <= d.until
  GROUP BY p.member_id
),
repurchase AS (SELECT COALESCE(SUM(again), 0) AS again, COUNT(*) AS mature FROM buyers)",
        note = note.fill(language, |_| Some(AGAIN_WITHIN.to_string())),
    )
}

/// A share in per cent with one decimal, of two whole numbers.
pub(super) fn percent(engine: SqlEngine, count: &str, of: &str) -> String {
    let exact = engine.exact();
    format!("CAST(ROUND(CAST({count} * 100 AS {exact}) / {of}, 1) AS DECIMAL(18, 1))")
}

/// Groups of fewer people are left out.
pub(super) fn large_enough(count: &str) -> String {
    format!("{count} >= {SMALLEST_GROUP}")
}

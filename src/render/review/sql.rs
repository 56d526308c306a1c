//! The definitions of the metrics as SQL, for logs that live in a warehouse: it counts, the review judges.
//!
//! One text for all engines, over four views that whoever runs it defines once. The result has the columns of a table of
//! readings, so that its CSV comes back with `qun record --from`.

use crate::language::Text;
use crate::metrics::SMALLEST_GROUP;

mod adapters;
mod request;
mod tables;

use adapters::adapters;
pub use request::{SqlEngine, SqlRequest};
use tables::{large_enough, participation, percent, repurchase, response, stickiness};

/// The columns of the four views.
const VIEWS: Text = Text::new(
    "-- 先定义四个视图；用不到的也要有，可以是空的：
--   messages    member_id, channel_id, message_id, day, second, replies_to, is_bot
--               人发的消息，一条一行；day 是计划时区里的日子，second 是 1970 年以来的秒，replies_to 是回复的那条的 message_id，没有就是 NULL
--   members     member_id, joined, left_on                        进群、退群的日子，不知道就是 NULL
--   attendance  event_id, day, signed_up, came                    一次活动一行；event_id 是日历里的 UID，不知道的数是 NULL
--   orders      order_id, member_id, day, amount, refunded, currency   一笔付款一行，金额带小数
-- 结果存成 CSV，用 qun record --from 结果.csv 收回来。
",
    "-- Define four views first; those that you have no data for can be empty:
--   messages    member_id, channel_id, message_id, day, second, replies_to, is_bot
--               a row a message of people; day is the day in the plan's zone, second is counted since 1970, replies_to is the message_id of what it answers or NULL
--   members     member_id, joined, left_on                        the days of joining and leaving, NULL where unknown
--   attendance  event_id, day, signed_up, came                    a row an event; event_id is its UID in the calendar, unknown counts are NULL
--   orders      order_id, member_id, day, amount, refunded, currency   a row a payment, amounts with decimals
-- Save the result as CSV and bring it back with qun record --from RESULT.csv
",
);

/// The SQL with the views that it needs, documented.
pub fn review_sql(request: &SqlRequest<'_>) -> String {
    let SqlRequest { engine, community, window, language, .. } = request;
    let text = engine.text();
    let escaped = community.replace('\'', "''");
    let [week, over] = [7, 13].map(|days| engine.plus("c.joined", days));
    let names = ["from", "to", "subject", "metric", "value", "of", "unit"].map(|name| engine.quoted(name)).join(", ");
    let [from, to, of] = ["from", "to", "of"].map(|name| engine.quoted(name));
    let row = |subject: &str, metric: &str, value: &str, out_of: &str, unit: &str| {
        format!(
            "CAST({subject} AS {text}) AS subject, CAST('{metric}' AS {text}) AS metric, \
             CAST({value} AS {text}) AS value, CAST({out_of} AS {text}) AS {of}, CAST({unit} AS {text}) AS unit"
        )
    };
    let of_community =
        |metric: &str, value: &str, out_of: &str, unit: &str| row(&format!("'{escaped}'"), metric, value, out_of, unit);
    let share = percent(*engine, "retained", "mature");
    let sticky = format!("CAST(ROUND(CAST(share * 100 AS {exact}), 1) AS DECIMAL(18, 1))", exact = engine.exact());
    let parts = [
        format!("SELECT {} FROM active WHERE n >= {SMALLEST_GROUP}", of_community("active", "n", "NULL", "NULL")),
        format!("SELECT {} FROM active WHERE n >= {SMALLEST_GROUP}", of_community("messages", "total", "NULL", "NULL")),
        format!("SELECT {} FROM moves WHERE joined + gone > 0", of_community("joined", "joined", "NULL", "NULL")),
        format!("SELECT {} FROM moves WHERE joined + gone > 0", of_community("left", "gone", "NULL", "NULL")),
        format!(
            "SELECT {} FROM retention WHERE mature >= {SMALLEST_GROUP}",
            of_community("retention", &share, "mature", "'%'")
        ),
        format!(
            "SELECT {} FROM sticky WHERE {}",
            of_community("stickiness", &sticky, "NULL", "'%'"),
            large_enough("most")
        ),
        format!(
            "SELECT {} FROM participation WHERE {}",
            of_community("participation", &percent(*engine, "n", "total"), "total", "'%'"),
            large_enough("total"),
        ),
        format!(
            "SELECT {} FROM response WHERE minutes IS NOT NULL AND {}",
            of_community("response-time", "minutes", "NULL", "'m'"),
            large_enough("n"),
        ),
        format!(
            "SELECT {} FROM repurchase WHERE {}",
            of_community("repurchase", &percent(*engine, "again", "mature"), "mature", "'%'"),
            large_enough("mature"),
        ),
        format!("SELECT {} FROM held WHERE came IS NOT NULL", row("event_id", "came", "came", "signed_up", "NULL")),
        format!("SELECT {} FROM money", of_community("income", "paid", "NULL", "currency")),
        format!("SELECT {} FROM money WHERE back > 0", of_community("refunded", "back", "NULL", "currency")),
        format!("SELECT {} FROM payers WHERE n >= {SMALLEST_GROUP}", of_community("payers", "n", "NULL", "NULL")),
    ];
    // an event is a reading of its own day
    let dated = |part: &String| {
        let (first, last) = if part.contains("FROM held") { ("day", "day") } else { ("first_day", "last_day") };
        let dates = format!("CAST({first} AS {text}) AS {from}, CAST({last} AS {text}) AS {to}, ");
        part.replacen("SELECT ", &format!("SELECT {dates}"), 1).replacen(" FROM ", " FROM w CROSS JOIN ", 1)
    };
    let union = parts.iter().map(dated).collect::<Vec<_>>().join("\nUNION ALL\n");
    format!(
        "{views}{adapters}
WITH w AS (
  SELECT CAST('{first}' AS DATE) AS first_day, CAST('{last}' AS DATE) AS last_day
),
-- {once}
speech AS (
  SELECT channel_id, message_id, MIN(member_id) AS member_id, MIN(day) AS day, MIN(second) AS second,
         MIN(replies_to) AS replies_to
  FROM messages WHERE NOT is_bot GROUP BY channel_id, message_id
),
data AS (SELECT MIN(day) AS since, MAX(day) AS until FROM speech),
active AS (
  SELECT COUNT(DISTINCT s.member_id) AS n, COUNT(*) AS total
  FROM speech s CROSS JOIN w WHERE s.day BETWEEN w.first_day AND w.last_day
),
moves AS (
  SELECT COALESCE(SUM(CASE WHEN m.joined BETWEEN w.first_day AND w.last_day THEN 1 ELSE 0 END), 0) AS joined,
         COALESCE(SUM(CASE WHEN m.left_on BETWEEN w.first_day AND w.last_day THEN 1 ELSE 0 END), 0) AS gone
  FROM members m CROSS JOIN w
),
-- {mature}
cohort AS (
  SELECT m.member_id AS member_id, MIN(m.joined) AS joined FROM members m WHERE m.joined IS NOT NULL GROUP BY m.member_id
),
came_back AS (
  SELECT c.member_id AS member_id, MAX(CASE WHEN s.day BETWEEN {week} AND {over} THEN 1 ELSE 0 END) AS was_active
  FROM cohort c CROSS JOIN w CROSS JOIN data LEFT JOIN speech s ON s.member_id = c.member_id
  WHERE c.joined BETWEEN w.first_day AND w.last_day AND {over} <= data.until
  GROUP BY c.member_id
),
retention AS (SELECT COALESCE(SUM(was_active), 0) AS retained, COUNT(*) AS mature FROM came_back),
held AS (
  SELECT a.event_id AS event_id, a.day AS day, a.came AS came, a.signed_up AS signed_up
  FROM attendance a CROSS JOIN w WHERE a.day BETWEEN w.first_day AND w.last_day
),
paid AS (
  SELECT o.member_id AS member_id, o.amount AS amount, COALESCE(o.refunded, 0) AS refunded, o.currency AS currency
  FROM orders o CROSS JOIN w WHERE o.day BETWEEN w.first_day AND w.last_day
),
money AS (SELECT currency, SUM(amount) AS paid, SUM(refunded) AS back FROM paid GROUP BY currency),
payers AS (SELECT COUNT(DISTINCT member_id) AS n FROM paid),
{stickiness},
{participation},
{response},
{repurchase},
readings AS (
{union}
)
SELECT {names} FROM readings ORDER BY subject, metric, unit;
",
        views = VIEWS.get(*language),
        adapters = adapters(request),
        first = window.first,
        last = window.last,
        stickiness = stickiness(*engine, *language),
        participation = participation(*language),
        response = response(*engine, *language),
        repurchase = repurchase(*engine, *language),
        once = Text::new("一条消息出现几次（编辑、重复导出）只算一次", "a message that appears several times, edited or exported again, counts once").get(*language),
        mature = Text::new("第 1 周留存：只看第二周已经过完的人", "week-1 retention: only of members whose second week is over").get(*language),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::value::DayWindow;

    #[test]
    fn every_engine_gets_its_own_dates_types_and_quotes() {
        let sql = |engine| {
            let window = DayWindow::month("2026-11-01".parse::<crate::value::Day>().expect("a day").month());
            let (community, zone) = ("o'hara", "Asia/Shanghai");
            review_sql(&SqlRequest { engine, community, zone, window, language: Language::En })
        };
        for (engine, own) in [
            (SqlEngine::DuckDb, "c.joined + 13 <= data.until"),
            (SqlEngine::Postgres, "c.joined + 13 <= data.until"),
            (SqlEngine::ClickHouse, "addDays(c.joined, 13) <= data.until"),
            (SqlEngine::Spark, "date_add(c.joined, 13) <= data.until"),
        ] {
            let text = sql(engine);
            assert!(text.contains(own) && text.contains("'o''hara'"), "{engine:?}: {text}");
            assert!(text.contains("CAST('2026-11-30' AS DATE)"), "{text}");
            assert_eq!(text.matches("\nUNION ALL\n").count(), 12, "{text}");
            assert_eq!(text.contains("`from`"), engine == SqlEngine::Spark);
        }
    }
}

//! What SQL is asked for: the engine, the community, the days; and how engines write the same thing.

use crate::language::Language;
use crate::value::DayWindow;

/// An engine whose SQL is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SqlEngine {
    /// DuckDB.
    DuckDb,
    /// PostgreSQL.
    Postgres,
    /// ClickHouse.
    ClickHouse,
    /// Apache Spark.
    Spark,
}

impl SqlEngine {
    /// All of them, with their words.
    pub const ALL: [(&'static str, Self); 4] = [
        ("duckdb", Self::DuckDb),
        ("postgres", Self::Postgres),
        ("clickhouse", Self::ClickHouse),
        ("spark", Self::Spark),
    ];

    /// A day so many days after another one.
    pub(super) fn plus(self, day: &str, days: impl std::fmt::Display) -> String {
        match self {
            Self::DuckDb | Self::Postgres => format!("{day} + {days}"),
            Self::ClickHouse => format!("addDays({day}, {days})"),
            Self::Spark => format!("date_add({day}, {days})"),
        }
    }

    /// The type of texts.
    pub(super) const fn text(self) -> &'static str {
        match self {
            Self::DuckDb | Self::Postgres => "VARCHAR",
            Self::ClickHouse => "Nullable(String)",
            Self::Spark => "STRING",
        }
    }

    /// The type of exact shares in per cent.
    pub(super) const fn exact(self) -> &'static str {
        match self {
            Self::ClickHouse => "Decimal(18, 6)",
            _ => "DECIMAL(18, 6)",
        }
    }

    /// The type of numbers with a point that need not be exact.
    pub(super) const fn double(self) -> &'static str {
        match self {
            Self::DuckDb | Self::Spark => "DOUBLE",
            Self::Postgres => "DOUBLE PRECISION",
            Self::ClickHouse => "Nullable(Float64)",
        }
    }

    /// The type of whole numbers.
    pub(super) const fn whole(self) -> &'static str {
        if matches!(self, Self::ClickHouse) { "Nullable(Int64)" } else { "BIGINT" }
    }

    /// The seconds since 1970 of a moment.
    pub(super) fn second(self, moment: &str) -> String {
        match self {
            Self::DuckDb | Self::Postgres => format!("CAST(FLOOR(EXTRACT(EPOCH FROM {moment})) AS BIGINT)"),
            Self::ClickHouse => format!("toUnixTimestamp({moment})"),
            Self::Spark => format!("unix_timestamp(CAST({moment} AS TIMESTAMP))"),
        }
    }

    /// A name that is a word of SQL.
    pub(super) fn quoted(self, name: &str) -> String {
        if self == Self::Spark { format!("`{name}`") } else { format!("\"{name}\"") }
    }

    /// The civil day of a moment in a zone.
    pub(super) fn local_day(self, moment: &str, zone: &str) -> String {
        match self {
            Self::DuckDb | Self::Postgres => format!("CAST({moment} AT TIME ZONE '{zone}' AS DATE)"),
            Self::ClickHouse => format!("toDate({moment}, '{zone}')"),
            // whatever the zone of the session
            Self::Spark => format!("to_date(convert_timezone('{zone}', CAST({moment} AS TIMESTAMP)))"),
        }
    }
}

/// What the SQL is for.
#[derive(Debug, Clone, Copy)]
pub struct SqlRequest<'a> {
    /// The engine.
    pub engine: SqlEngine,
    /// The name by which readings know the community.
    pub community: &'a str,
    /// The zone of the plan.
    pub zone: &'a str,
    /// The days.
    pub window: DayWindow,
    /// The language of the comments.
    pub language: Language,
}

//! The JSON of `why`. Version 1: fields may be added, none may change.

use serde::Serialize;

#[derive(Serialize)]
pub(super) struct ItemJson {
    pub(super) version: u32,
    pub(super) kind: &'static str,
    pub(super) item: String,
    pub(super) title: String,
    pub(super) when: String,
    pub(super) counted_from: Option<String>,
    pub(super) from: Option<String>,
    pub(super) until: Option<String>,
    pub(super) time_zone: Option<String>,
    pub(super) on_holiday: Option<&'static str>,
    pub(super) phases: Vec<&'static str>,
    pub(super) serves: Vec<GoalJson>,
    pub(super) measures: Vec<&'static str>,
    pub(super) carried_by: Vec<CarrierJson>,
    pub(super) sop: Option<String>,
    pub(super) steps: Vec<StepJson>,
    pub(super) dropped: Vec<String>,
    pub(super) dates: Vec<DateJson>,
    pub(super) considered: Vec<RoleJson>,
}

#[derive(Serialize)]
pub(super) struct GoalJson {
    pub(super) goal: Option<String>,
    pub(super) objective: Option<String>,
    pub(super) metric: Option<&'static str>,
    pub(super) baseline: Option<String>,
    pub(super) target: Option<String>,
    pub(super) by: Option<String>,
    pub(super) collected_by: Option<String>,
    pub(super) collected_how: Option<String>,
    pub(super) served_by: Vec<String>,
    pub(super) looked_at_in: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct GoalWhyJson {
    pub(super) version: u32,
    pub(super) kind: &'static str,
    #[serde(flatten)]
    pub(super) goal: GoalJson,
}

#[derive(Serialize)]
pub(super) struct CarrierJson {
    pub(super) role: Option<String>,
    pub(super) person: Option<String>,
    pub(super) count: u32,
}

#[derive(Serialize)]
pub(super) struct StepJson {
    pub(super) id: Option<String>,
    pub(super) title: Option<String>,
    pub(super) at: String,
    pub(super) source: &'static str,
}

#[derive(Serialize)]
pub(super) struct DateJson {
    pub(super) original: String,
    pub(super) fate: &'static str,
    pub(super) date: Option<String>,
    pub(super) change: Option<usize>,
    pub(super) why: Option<String>,
    pub(super) provisional: bool,
}

#[derive(Serialize)]
pub(super) struct RoleJson {
    pub(super) role: Option<String>,
    pub(super) turns: Vec<String>,
    pub(super) candidates: Vec<CandidateJson>,
}

#[derive(Serialize)]
pub(super) struct CandidateJson {
    pub(super) person: String,
    pub(super) chosen: bool,
    pub(super) absent: Option<&'static str>,
    pub(super) busy_with: Option<String>,
    pub(super) minutes_in_week: i64,
    pub(super) minutes_in_period: i64,
    pub(super) hours_per_week: Option<f64>,
    pub(super) published: bool,
    pub(super) stands_in_for: Option<String>,
}

#[derive(Serialize)]
pub(super) struct DayJson {
    pub(super) version: u32,
    pub(super) kind: &'static str,
    pub(super) date: String,
    pub(super) weekday: i32,
    pub(super) status: &'static str,
    pub(super) make_up: bool,
    pub(super) name: Option<String>,
    pub(super) festivals: Vec<&'static str>,
    pub(super) lunar: Option<String>,
    pub(super) term: Option<&'static str>,
    pub(super) phase: Option<&'static str>,
    pub(super) entries: Vec<EntryJson>,
    pub(super) absent: Vec<AbsentJson>,
}

#[derive(Serialize)]
pub(super) struct EntryJson {
    pub(super) item: String,
    pub(super) kind: &'static str,
    pub(super) title: String,
    pub(super) date: String,
    pub(super) time: Option<String>,
    pub(super) person: Option<String>,
    pub(super) role: Option<String>,
    pub(super) original: String,
    pub(super) cancelled: bool,
    pub(super) why: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) considered: Vec<RoleJson>,
}

#[derive(Serialize)]
pub(super) struct AbsentJson {
    pub(super) item: String,
    pub(super) title: String,
    #[serde(flatten)]
    pub(super) date: DateJson,
}

#[derive(Serialize)]
pub(super) struct PersonJson {
    pub(super) version: u32,
    pub(super) kind: &'static str,
    pub(super) person: String,
    pub(super) from: String,
    pub(super) to: String,
    pub(super) entries: Vec<EntryJson>,
}

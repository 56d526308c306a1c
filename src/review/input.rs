//! What a review is made from, apart from readings and exports: the parts of a plan that it needs.

use crate::metrics::LookRule;
use crate::value::{Day, DayWindow, Money};

/// All of it.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewInput {
    /// The days that are looked at.
    pub window: DayWindow,
    /// Today.
    pub today: Day,
    /// The name by which readings know the community itself.
    pub community: String,
    /// The day of the next review, by which missing readings are wanted.
    pub next_review: Option<Day>,
    /// The goals.
    pub goals: Vec<GoalInput>,
    /// The events that were to be held within the window.
    pub events: Vec<EventInput>,
    /// The steps and lists that were due.
    pub tasks: TaskInput,
    /// The experiments.
    pub experiments: Vec<ExperimentInput>,
    /// The decisions of earlier reviews.
    pub decisions: Vec<DecisionInput>,
    /// The money of the plan.
    pub money: Option<MoneyInput>,
}

/// Which way a goal runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// More is better.
    Up,
    /// Less is better, as of response times.
    Down,
}

/// A goal.
#[derive(Debug, Clone, PartialEq)]
pub struct GoalInput {
    /// Its name in the plan.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Which way it runs.
    pub direction: Direction,
    /// The figure at the beginning, as the plan has it.
    pub baseline: Option<String>,
    /// The figure to reach.
    pub target: Option<String>,
    /// The day of the baseline: the first day of the plan, where it is not known.
    pub since: Day,
    /// The day by which the target is to be reached.
    pub by: Option<Day>,
    /// Who collects it.
    pub collected_by: Option<String>,
    /// How many days may pass between readings: the rhythm of the review that looks at it.
    pub rhythm: Option<i32>,
}

/// An event that was to be held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventInput {
    /// The name by which readings know it.
    pub uid: String,
    /// The item that it belongs to.
    pub item: String,
    /// What it is called.
    pub title: String,
    /// Its day.
    pub day: Day,
    /// Who is responsible.
    pub owner: Option<String>,
    /// How many were expected.
    pub expected: Option<u64>,
}

/// How far the lists are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TaskInput {
    /// What was due.
    pub due: u64,
    /// What is done of it.
    pub done: u64,
    /// What was done after its time, or is late now.
    pub late: u64,
}

/// An experiment.
#[derive(Debug, Clone, PartialEq)]
pub struct ExperimentInput {
    /// Its name in the plan.
    pub id: String,
    /// The first way.
    pub a: String,
    /// The second way.
    pub b: String,
    /// Its days.
    pub days: DayWindow,
    /// How many looks there are, the one at the end included.
    pub looks: usize,
    /// What makes up for the looks before the end.
    pub rule: LookRule,
    /// The planned sizes, as parts.
    pub parts: (f64, f64),
    /// Groups were assigned, not members: each group counts as one value.
    pub is_by_group: bool,
    /// One group that did A one week and B the next: no experiment.
    pub is_in_turn: bool,
}

/// A decision of an earlier review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionInput {
    /// Its name in the plan, where it has one.
    pub id: Option<String>,
    /// What was decided.
    pub text: String,
    /// Who does it.
    pub owner: Option<String>,
    /// When it was decided, where that is known.
    pub on: Option<Day>,
    /// By when it is to be done.
    pub by: Option<Day>,
    /// The goal that it is about.
    pub goal: Option<String>,
    /// When it was done.
    pub done: Option<Day>,
}

/// The money of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoneyInput {
    /// What it costs, whoever comes, in the time that a price pays for.
    pub fixed: Money,
    /// What one member pays.
    pub price: Money,
    /// What one member costs.
    pub variable: Money,
}

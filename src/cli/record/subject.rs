//! What a reading is about: a goal, an A/B test, or one occurrence of an activity.

use super::super::dates;
use super::super::edit::Draft;
use super::super::failure::Failure;
use crate::calendar::{Entry, Identity, Item, Origin, item_named, item_or_goal_named};
use crate::human_date;
use crate::language::Text;
use crate::plan::Plan;
use crate::plan::lifecycle::{ExperimentUnit, Goal, Metric};
use crate::planned::goal_name;
use crate::records::{MeasureKind, Measured, measure, measured};
use crate::value::{Clock, Day, ValueError, canonical_name, fold_width};

/// How far back the last occurrence is looked for, in days.
const BACK: i32 = 370;

/// How far an occurrence may be moved, in days.
const MOVED: i32 = 60;

/// A year back, in days.
const YEAR: i32 = 364;
/// So many days ahead, a date without its year is one to come and not one of last year.
const SOON: i32 = 60;

/// What a reading is about.
pub(super) struct RecordSubject {
    /// The name by which the readings know it.
    pub name: String,
    /// What it is called, for people.
    pub title: String,
    /// The day that the reading is about.
    pub day: Day,
    pub is_experiment: bool,
    /// Whether it is an occurrence of an activity.
    pub is_event: bool,
    /// Whether it is a goal whose target is a share.
    pub is_share: bool,
    /// Whether its day was not given.
    pub is_guessed: bool,
}

impl RecordSubject {
    /// What the words mean: a name, perhaps a date, and values.
    pub(super) fn find<'w>(words: &'w [String], draft: &Draft) -> Result<(Self, Vec<&'w str>), Failure> {
        let words = name_first(words, draft.today);
        let plan = &draft.opened.reading.plan;
        let count = words_of_name(&words, plan);
        let (name, rest) = words.split_at(count);
        let name = &name.join(" ");
        let (mut moment, mut values, mut dotted) = (None, Vec::new(), None);
        let mut at = 0;
        while let Some(word) = rest.get(at) {
            // score 4.6 is no 6 April
            if at > 0 && measure(rest[at - 1]).is_some() {
                values.push(*word);
                at += 1;
                continue;
            }
            if moment.is_none()
                && let Some((found, count)) = date_of_words(&rest[at..], draft.today)
            {
                moment = Some(found);
                at += count;
                continue;
            }
            let is_value = fold_width(word).contains('=');
            match past_moment(word, draft.today) {
                Ok(found) if !is_value && moment.is_none() => {
                    moment = Some(found);
                    dotted = Some(*word).filter(|word| is_decimal(word));
                }
                Err(error) if !is_value && looks_like_date(word) => {
                    return Err(dates::unreadable_date(word, error, draft.opened.language));
                }
                _ => values.push(*word),
            }
            at += 1;
        }
        // 4.4 alone is a value, and the 4th of April beside one
        if let Some(value) = dotted.filter(|_| values.is_empty()) {
            values.push(value);
            moment = None;
        }
        let (day, time) = moment.unwrap_or((None, None));
        let is_named = |id: &str| id == canonical_name(name);
        let goal = plan.goals.iter().find(|goal| is_goal(goal, name));
        let of_plan = |id: &str, title: &str, is_experiment| Self {
            name: id.to_owned(),
            title: title.to_owned(),
            day: day.unwrap_or(draft.today),
            is_experiment,
            is_event: false,
            is_share: false,
            is_guessed: false,
        };
        let of_goal = |goal: &Goal| {
            let id = goal_name(goal)?;
            let subject = of_plan(id, goal.objective.as_deref().unwrap_or(id), false);
            Some(Self { is_share: is_share(goal), ..subject })
        };
        if let Some(subject) = goal.and_then(of_goal) {
            return Ok((subject, values));
        }
        if is_named(plan.id().as_str()) {
            let id = plan.id();
            let title = plan.community.name.as_deref().unwrap_or(id.as_str());
            return Ok((of_plan(id.as_str(), title, false), values));
        }
        let experiment = plan.experiments.iter().filter_map(|it| it.id.as_ref()).find(|id| is_named(id.as_str()));
        if let Some(id) = experiment {
            return Ok((of_plan(id.as_str(), id.as_str(), true), values));
        }
        let part = name.split_once('/').map(|(test, group)| (test, group.trim()));
        if let Some((test, group)) = part.filter(|(_, group)| is_group(group))
            && let Some(id) = plan
                .experiments
                .iter()
                .filter(|it| it.unit == Some(ExperimentUnit::Group))
                .find_map(|it| it.id.as_ref().filter(|id| id.as_str() == canonical_name(test)))
        {
            let name = format!("{id}/{group}");
            return Ok((of_plan(&name, &name, true), values));
        }
        let item = match item_or_goal_named(plan, name) {
            Ok(item) => item,
            Err(error) => {
                // a goal by a part of its words, or by its metric
                if let Some(subject) = goal_by_words(&plan.goals, name).and_then(of_goal) {
                    return Ok((subject, values));
                }
                // of the one goal that is about how many there are
                let grows = |goal: &&Goal| {
                    let target = goal.target.as_deref().and_then(|text| measured(text, MeasureKind::Any, None).ok());
                    goal.metric == Some(Metric::Growth) && matches!(target, Some(Measured::Count(_)))
                };
                let mut growing = plan.goals.iter().filter(grows);
                if measure(name).is_some_and(|measure| measure.id == "members")
                    && let (Some(goal), None) = (growing.next(), growing.next())
                    && let Some(subject) = of_goal(goal)
                {
                    return Ok((subject, values));
                }
                // `members 486` is about the community
                let is_of_event = |id: &str| ["came", "signed-up", "score", "cancelled", "done", "value"].contains(&id);
                if measure(name).is_some_and(|measure| !is_of_event(measure.id)) {
                    let title = plan.community.name.as_deref().unwrap_or(plan.id().as_str()).to_owned();
                    let first = words[..count].iter().copied();
                    return Ok((of_plan(plan.id().as_str(), &title, false), first.chain(values).collect()));
                }
                return Err(error.into());
            }
        };
        Ok((Self::held(item, (day, time), draft)?, values))
    }

    /// An occurrence of an item that was held: on a day, or the last one.
    fn held(item: Item, (day, time): (Option<Day>, Option<Clock>), draft: &Draft) -> Result<Self, Failure> {
        let opened = &draft.opened;
        let title = item.label(&opened.reading.plan, opened.language);
        let from = day.map_or(draft.today.plus(-BACK), |day| day.plus(-BACK).max(Day::MIN));
        // what was moved to a later day is known by its own, too
        let made = opened.calendar(from, day.map_or(draft.today, |day| day.plus(MOVED)), None)?;
        let is_meant = |entry: &&Entry| {
            let is_day = day.is_none_or(|day| entry.at.day == day || entry.original.day == day);
            let is_time = time.is_none() || entry.at.time == time;
            entry.origin == Origin::Item(item) && !entry.cancelled && is_day && is_time && entry.at.day <= draft.today
        };
        let is_cancelled = |entry: &Entry, day| {
            entry.origin == Origin::Item(item) && entry.cancelled && (entry.at.day == day || entry.original.day == day)
        };
        let held: Vec<&Entry> = made.entries.iter().filter(is_meant).collect();
        let last = held.last().map(|entry| entry.at.day);
        let of_day: Vec<&&Entry> = held.iter().filter(|entry| Some(entry.at.day) == last).collect();
        match (of_day.as_slice(), day) {
            ([entry], _) => Ok(Self {
                name: Identity::of(&opened.reading.plan, &made).uid(entry),
                title: format!("{title} {}", entry.at.day),
                day: entry.at.day,
                is_experiment: false,
                is_event: true,
                is_share: false,
                is_guessed: day.is_none(),
            }),
            ([], Some(day)) if day > draft.today => {
                let words = Text::new("{title} {day} 还没到", "{title} on {day} is still to come");
                Err(Failure::of(words, [("title", &title), ("day", &day)]))
            }
            ([], Some(day)) if made.entries.iter().any(|entry| is_cancelled(entry, day)) => {
                let words = Text::new("{title} {day} 那次取消了", "{title} on {day} was cancelled");
                Err(Failure::of(words, [("title", &title), ("day", &day)]))
            }
            ([], Some(day)) => {
                let words = Text::new("{title} 在 {day} 没有安排", "there is no {title} on {day}");
                Err(Failure::of(words, [("title", &title), ("day", &day)])
                    .hint(Text::new("用 qun schedule 看是哪天", "qun schedule shows the dates")))
            }
            ([], None) => {
                let words = Text::new("{title} 还没办过", "{title} has not been held yet");
                Err(Failure::of(words, [("title", &title)]))
            }
            (several, _) => {
                let times: Vec<String> =
                    several.iter().filter_map(|entry| entry.at.time).map(|time| time.to_string()).collect();
                let words = Text::new(
                    "{title} 那天有几次：{times}；日期后面写上时间",
                    "{title} is held several times that day: {times}; give the time behind the date",
                );
                Err(Failure::of(words, [("title", &title), ("times", &times.join(", "))]))
            }
        }
    }
}

/// How many of the words are the name of what is recorded: as many as name something, else one.
fn words_of_name(words: &[&str], plan: &Plan) -> usize {
    const MOST: usize = 8;
    let names = |count: &usize| {
        let name = words[..*count].join(" ");
        item_named(plan, &name).is_ok()
            || plan.goals.iter().any(|goal| is_goal(goal, &name))
            || measure(&name).is_some()
    };
    (2..=words.len().min(MOST)).rev().find(names).unwrap_or(words.len().min(1))
}

/// Whether a goal is called so, by its id or its objective, whatever the case and the blanks.
fn is_goal(goal: &Goal, name: &str) -> bool {
    let plain = |text: &str| fold_width(text).to_lowercase().split_whitespace().collect::<String>();
    let is_id = goal.id.as_ref().is_some_and(|id| id.as_str() == canonical_name(name));
    is_id || goal.objective.as_deref().is_some_and(|objective| plain(objective) == plain(name))
}

/// A day, a time, or both.
type WrittenWhen = (Option<Day>, Option<Clock>);

/// The words with the name before the date: `12月26日 共读会 …` is `共读会 12月26日 …`.
fn name_first(words: &[String], today: Day) -> Vec<&str> {
    let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
    if let [date, name, ..] = words.as_slice()
        && date.starts_with(|c: char| c.is_ascii_digit())
        && date.contains(['-', '/', '.', '月'])
        && past_moment(date, today).is_ok()
        && past_moment(name, today).is_err()
        && !fold_width(name).contains(['=', '%'])
    {
        words.swap(0, 1);
    }
    words
}

/// Whether a word may be a number as well as a date: `4.4`.
fn is_decimal(word: &str) -> bool {
    let parts = word.split_once('.');
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    parts.is_some_and(|(whole, part)| is_digits(whole) && is_digits(part))
}

/// A date in several words, `3 Dec`, and how many they are.
fn date_of_words(words: &[&str], today: Day) -> Option<(WrittenWhen, usize)> {
    (2..=words.len().min(3)).rev().find_map(|count| {
        let words = &words[..count];
        let is_value = words.iter().any(|word| fold_width(word).contains(['=', '%']));
        let typed = words.join(" ");
        // 3 12 are two numbers
        let is_worded = typed.contains(char::is_alphabetic);
        let found = (!is_value && is_worded).then(|| past_moment(&typed, today).ok()).flatten()?;
        found.0.is_some().then_some((found, count))
    })
}

/// Whether a goal is to reach a share.
fn is_share(goal: &Goal) -> bool {
    let target = goal.target.as_deref().and_then(|text| measured(text, MeasureKind::Any, None).ok());
    matches!(target, Some(Measured::Share(_)))
}

/// The one goal whose words hold these, or whose metric they name.
fn goal_by_words<'g>(goals: &'g [Goal], words: &str) -> Option<&'g Goal> {
    let words = words.to_lowercase();
    let holds = |goal: &&Goal| goal.objective.as_ref().is_some_and(|text| text.to_lowercase().contains(&words));
    let named = measure(&words);
    let measures = |goal: &&Goal| named.zip(goal.metric).is_some_and(|(named, metric)| metric.word() == named.id);
    let only = |is_meant: &dyn Fn(&&Goal) -> bool| {
        let mut all = goals.iter().filter(is_meant);
        all.next().filter(|_| all.next().is_none())
    };
    only(&holds).or_else(|| only(&measures))
}

/// Whether this can name one of the groups of a test.
fn is_group(name: &str) -> bool {
    let is_plain = |c: char| !c.is_control() && !['/', ',', '"', '@'].contains(&c);
    (1..=60).contains(&name.chars().count()) && name.chars().all(is_plain)
}

/// A moment as people type it. What happened lies behind: a date without its year is the last one of that name.
fn past_moment(word: &str, today: Day) -> Result<(Option<Day>, Option<Clock>), ValueError> {
    let (day, time) = human_date::moment(word, today)?;
    let is_date = word.contains(|c: char| c.is_ascii_digit());
    match day {
        // soon is more likely than a year ago
        Some(day) if day > today.plus(SOON) && is_date => {
            let earlier = human_date::moment(word, today.plus(-YEAR)).ok().and_then(|(day, _)| day);
            Ok((earlier.filter(|earlier| *earlier <= today).or(Some(day)), time))
        }
        // Sunday
        Some(day) if day > today && !is_date => {
            let earlier = human_date::moment(word, today.plus(-6)).ok().and_then(|(day, _)| day);
            Ok((earlier.filter(|earlier| earlier.plus(7) == day).or(Some(day)), time))
        }
        _ => Ok((day, time)),
    }
}

/// Whether someone meant a date by it: digits with what stands between the parts of dates.
fn looks_like_date(word: &str) -> bool {
    let folded = fold_width(word);
    let is_share = folded.ends_with('%') || folded.split_once('/').is_some_and(|(_, of)| !of.contains('/'));
    folded.starts_with(|c: char| c.is_ascii_digit()) && folded.matches(['-', '/', '.', '月']).count() > 1 && !is_share
}

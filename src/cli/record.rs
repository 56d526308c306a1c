//! `qun record`: what happened is written down beside the plan, a line a fact. Nothing that is there is changed.

use super::args::RecordReadings as Asked;
use super::edit::{self, Draft};
use super::exit::DONE;
use super::failure::{Failure, Message};
use super::session::Session;
use super::{out, prompt, readings_file};
use crate::language::{Language, Text};
use crate::plan::Plan;
use crate::records::{
    Arm, AssignmentError, CurrentReadings, Measure, Measured, RecordedReading, as_share, assignment, measure,
    nearest_measures, spoken_values,
};
use crate::render::{clean, recorded_lines, still_missing};
use crate::source::Suggestion;
use crate::value::DayWindow;

mod from;
mod missing;
mod sheet;
mod subject;
mod walk;

use subject::RecordSubject;

pub(crate) fn run(asked: &Asked, session: &Session) -> Result<u8, Failure> {
    if !asked.from.is_empty() {
        return from::run(asked, session);
    }
    if asked.words.is_empty() {
        let draft = edit::open(&asked.reading.plan, session)?;
        let language = draft.opened.language;
        let lines = missing::missing(&draft, &draft.opened.reading.index.readings)?;
        match prompt::can_ask() && !lines.is_empty() {
            true => walk::walk(&lines, (asked, &draft, session), recorded)?,
            false => out::data(&still_missing(&lines, language)),
        }
        return Ok(DONE);
    }
    recorded(&walk::with_values(asked, session)?, session)
}

/// Records what the words say.
fn recorded(asked: &Asked, session: &Session) -> Result<u8, Failure> {
    let found = |draft: &Draft, current: &CurrentReadings| readings(asked, draft, current);
    let (title, readings, path, language) =
        readings_file::add(&asked.reading.plan, (asked.reading.dry_run, session), found)?;
    match readings.is_empty() {
        true => out::message(Text::new("这些已经记过了", "that is recorded already").get(language)),
        false => edit::show_lines(&recorded_lines(&title, &readings, (&path, !asked.reading.dry_run), language)),
    }
    Ok(DONE)
}

/// What is to be written down, and about what; what is there already is left out.
fn readings(
    asked: &Asked,
    draft: &Draft,
    current: &CurrentReadings,
) -> Result<(String, Vec<RecordedReading>), Failure> {
    let (subject, values) = RecordSubject::find(&asked.words, draft)?;
    let arm = arm(asked.arm.as_deref(), subject.is_experiment)?;
    if values.is_empty() {
        let words = Text::new("还缺数值：{title} 怎么样？", "the value is missing: what about {title}?");
        let hint = Text::new("像这样：到场=14 评分=4.6，或 34%", "for example came=14 score=4.6, or 34%");
        return Err(Failure::of(words, [("title", &subject.title)]).hint(hint));
    }
    let plan = &draft.opened.reading.plan;
    let currency = usual_currency(plan);
    let mut readings = Vec::new();
    for typed in &spoken_values(&values) {
        let (measure, value, of) = assignment(typed, currency.as_deref()).map_err(|error| refused(typed, error))?;
        let measure = if subject.is_event { of_event(measure, &value) } else { measure };
        // who joins and leaves joins and leaves the community, whatever goal is about that
        let is_of_community = measure.is_of_community() && !subject.is_event && !subject.is_experiment;
        let name = if is_of_community { plan.id().to_string() } else { subject.name.clone() };
        let of = of.or(total(asked.of.as_deref())?);
        let value = match of {
            Some(of) if subject.is_share => as_share(&value, of).unwrap_or(value),
            _ => value,
        };
        let reading = RecordedReading {
            id: String::new(),
            recorded: draft.today,
            window: DayWindow { first: subject.day, last: subject.day },
            subject: name,
            arm,
            measure,
            value,
            of,
            by: asked.reading.by.clone(),
            source: None,
            replaces: None,
            note: asked.reading.note.clone(),
        };
        let known = current.about(&reading.subject).find(|known| known.is_about_the_same(&reading));
        let is_older = |known: &&RecordedReading| known.recorded < draft.today && known.value != reading.value;
        if let Some(known) = known.filter(|known| subject.is_guessed && is_older(known)) {
            return Err(has_one_already(&subject, known));
        }
        match known {
            Some(known) if (&known.value, known.of) == (&reading.value, reading.of) => {}
            known => readings.push(RecordedReading { replaces: known.map(|it| it.id.clone()), ..reading }.identified()),
        }
    }
    Ok((subject.title, readings))
}

/// What a bare value of an event is: a count is how many came, a score how they liked it.
fn of_event(measured: &'static Measure, value: &Measured) -> &'static Measure {
    let meant = match (measured.id, value) {
        ("value", Measured::Count(_)) => measure("came"),
        ("value", Measured::Score(..)) => measure("score"),
        _ => None,
    };
    meant.unwrap_or(measured)
}

/// The last date has a value already: a new one may be meant for another date.
fn has_one_already(subject: &RecordSubject, known: &RecordedReading) -> Failure {
    let words = Text::new(
        "{title} 已经记过 {name} {value}；要更正就写上日期",
        "{title} has {name} {value} already; to correct it, give the date",
    );
    let (title, day, value) = (clean(&subject.title), subject.day, known.value.cells().0);
    let name = known.measure.name;
    let message = Message::new(move |language| {
        words.fill(language, |fact| {
            Some(match fact {
                "title" => title.clone(),
                "name" => name.get(language).to_owned(),
                _ => value.clone(),
            })
        })
    });
    Failure::new(message).hint(Message::of(Text::new("写成 … {day} …", "write … {day} …"), [("day", &day)]))
}

/// The currency of the plan's prices and budgets, where they are in one only: then an amount needs no currency.
fn usual_currency(plan: &Plan) -> Option<String> {
    let prices = plan.monetisation.iter().filter_map(|way| way.price.as_ref());
    let budgets = plan.activities.iter().filter_map(|activity| activity.budget.as_ref());
    let mut currencies = prices.chain(budgets).map(|money| &money.currency);
    let first = currencies.next()?;
    currencies.all(|other| other == first).then(|| first.clone())
}

fn total(typed: Option<&str>) -> Result<Option<u64>, Failure> {
    let Some(typed) = typed else { return Ok(None) };
    let of = crate::value::count(typed).and_then(|of| u64::try_from(of).ok()).filter(|of| *of > 0);
    let words = Text::new("--of 要一个总数，写的是“{typed}”", "--of takes a whole number, found \"{typed}\"");
    of.map(Some).ok_or_else(|| Failure::of(words, [("typed", &typed)]))
}

fn arm(typed: Option<&str>, is_experiment: bool) -> Result<Option<Arm>, Failure> {
    match (typed, is_experiment) {
        (None, false) => Ok(None),
        (None, true) => Err(Failure::new(Text::new("A/B 测试要说是哪一组", "say which side of the test it is"))
            .hint(Text::new("加 --arm a 或 --arm b", "add --arm a or --arm b"))),
        (Some(_), false) => Err(Failure::new(Text::new("--arm 只用于 A/B 测试", "--arm is only for A/B tests"))),
        (Some(typed), true) => {
            let words = Text::new("--arm 是 a 或 b，写的是“{typed}”", "--arm is a or b, found \"{typed}\"");
            Arm::of_letter(typed).map(Some).ok_or_else(|| Failure::of(words, [("typed", &typed)]))
        }
    }
}

/// Why something typed is no reading, and what to type instead.
fn refused(typed: &str, error: AssignmentError) -> Failure {
    match error {
        AssignmentError::UnknownMeasure(word) => {
            let words = Text::new("没有“{word}”这个指标", "there is no metric \"{word}\"");
            let near = Language::ALL.map(|language| nearest_measures(&word, language)).concat();
            let failure = Failure::of(words, [("word", &word)]);
            let hint = Text::new(
                "可以写：报名、到场、评分、收入、支出、新增、退群人数 等",
                "for example: signed-up, came, score, income, spent, joined, left",
            );
            match near.is_empty() {
                true => failure.hint(hint),
                false => failure.suggest(Suggestion::Near(near.into_iter().map(str::to_owned).collect())),
            }
        }
        AssignmentError::Value(measure, error) => {
            let words = Text::new("“{typed}”读不懂：{name}要{want}", "cannot read \"{typed}\": {name} takes {want}");
            let typed = crate::render::clean(typed);
            Failure::new(Message::new(move |language| {
                words.fill(language, |fact| {
                    Some(match fact {
                        "typed" => typed.clone(),
                        "name" => measure.name.get(language).to_owned(),
                        _ => error.expected.get(language).to_owned(),
                    })
                })
            }))
        }
        AssignmentError::MoreThanAll(count, of) => {
            let words = Text::new("{count} 比总数 {of} 还多", "{count} is more than the {of} in all");
            Failure::of(words, [("count", &count), ("of", &of)])
        }
    }
}

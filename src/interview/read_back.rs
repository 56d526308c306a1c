//! What was typed line by line, as it was understood: rows to look at, and what could not be read.

use super::context::InterviewContext;
use super::lines::{self, ActivityLine, ChannelLine, Leader, LeaderDoubt, ProductLine, RoleWord, TeamLine, UnreadLine};
use super::none;
use super::price::{currency_of_zone, usual_currency};
use super::question::AnswerKind;
use super::refusal::Refusal;
use crate::finding::Literal;
use crate::language::{Language, Text};
use crate::plan::activities::Mode;
use crate::plan::values::Zone;
use crate::value::{NoAnswer, is_for_later, is_free_of_charge};

/// Lines as they were understood.
#[derive(Debug, Default)]
pub struct ReadLines {
    /// Each line, as the answer keeps it.
    pub lines: Vec<String>,
    /// The rows of each line: what a person checks.
    pub rows: Vec<Vec<String>>,
    /// Why others are not accepted.
    pub refusals: Vec<Refusal>,
    /// Those others, as they were typed.
    pub unread: Vec<String>,
}

const ALONE: Text = Text::new("这不是一项；没有就一行都不写", "this is no item; leave the list empty if there is none");

/// Reads the lines of an answer of this kind. A line of which anything cannot be read is not accepted at all.
pub(super) fn lines(kind: AnswerKind, text: &str, context: Option<&InterviewContext<'_>>) -> ReadLines {
    let language = context.map_or(Language::Zh, InterviewContext::language);
    let mut read = ReadLines::default();
    let mut names = Vec::new();
    // a dash alone says that there is none
    let is_dash =
        matches!(kind, AnswerKind::Products) && !text.contains(char::is_alphanumeric) && is_free_of_charge(text);
    for line in lines::split_lines(if is_dash { none::NONE.get(language) } else { text }) {
        let is_free = matches!(kind, AnswerKind::Products) && is_free_of_charge(line);
        if !is_free && (NoAnswer::meant(line).is_some() || is_for_later(line)) {
            read.refusals.push(Refusal { is_whole: true, ..Refusal::new(line, ALONE) });
            read.unread.push(line.to_owned());
            continue;
        }
        let mut one = ReadLines::default();
        match kind {
            AnswerKind::People => one.read_people(line, &mut names, language),
            AnswerKind::Channels => {
                let channels = lines::channels(line);
                one.refuse(channels.unread);
                let rows = channels.items.into_iter().map(|channel| (channel_row(&channel, language), channel.line));
                rows.for_each(|(row, line)| one.add(line, row));
            }
            AnswerKind::Activities => one.read_activities(line, context, language),
            _ => {
                let products = lines::products(line, usual_currency(language));
                let example = context.and_then(example_currency);
                let local = |near: String| {
                    example.map_or_else(|| near.clone(), |code| near.replace(" CNY", &format!(" {code}")))
                };
                let unread = products
                    .unread
                    .into_iter()
                    .map(|unread| UnreadLine { near: unread.near.into_iter().map(local).collect(), ..unread });
                one.refuse(unread.collect());
                let rows = products.items.into_iter().map(|product| (product_row(&product, language), product.line));
                rows.for_each(|(row, line)| one.add(line, row));
            }
        }
        if one.refusals.is_empty() {
            read.lines.append(&mut one.lines);
            read.rows.append(&mut one.rows);
        } else {
            read.refusals.append(&mut one.refusals);
            read.unread.push(line.to_owned());
        }
    }
    if matches!(kind, AnswerKind::Products)
        && let Some(line) = read.lines.iter().find(|line| is_free_of_charge(line)).cloned()
        && read.lines.len() > 1
    {
        let words = Text::new(
            "写了“没有”，又写了卖的东西；去掉其中一样",
            "it says that nothing is sold, and what is sold; remove one of them",
        );
        read.refusals.push(Refusal { is_whole: true, ..Refusal::new(line, words) });
    }
    if read.lines.is_empty() && read.refusals.is_empty() {
        read.refusals.push(Refusal::new(text.trim(), Text::new("至少一行", "at least a line")));
    }
    read
}

/// The currency for examples where a bare number has none of its own.
fn example_currency(context: &InterviewContext<'_>) -> Option<&'static str> {
    let zone = context.zone().filter(|_| usual_currency(context.language()).is_none())?;
    if let Literal::Text(zone) = &zone { currency_of_zone(zone) } else { None }
}

/// An answer of several lines as it was understood; none for other answers.
pub(super) fn in_words(kind: AnswerKind, value: &Literal, context: &InterviewContext<'_>) -> Option<String> {
    let Literal::List(lines) = value else { return None };
    let lines: Vec<&str> = lines
        .iter()
        .filter_map(|line| if let Literal::Text(line) = line { Some(line.as_str()) } else { None })
        .collect();
    let read = kind.takes_lines().then(|| self::lines(kind, &lines.join("\n"), Some(context)))?;
    let rows = read.rows.concat().join(Text::new("；", "; ").get(context.language()));
    Some(rows).filter(|_| read.refusals.is_empty())
}

impl ReadLines {
    /// Adds a row; several of one line belong together.
    fn add(&mut self, line: String, row: String) {
        match self.rows.last_mut().filter(|_| self.lines.last() == Some(&line)) {
            Some(rows) => rows.push(row),
            None => {
                self.lines.push(line);
                self.rows.push(vec![row]);
            }
        }
    }

    fn refuse(&mut self, unread: Vec<UnreadLine>) {
        let refusal = |unread: UnreadLine| {
            // a question is a sentence of its own
            let is_whole = unread.expected.en.ends_with('?');
            Refusal { is_whole, ..Refusal::new(unread.part, unread.expected).near(unread.near) }
        };
        self.refusals.extend(unread.into_iter().map(refusal));
    }

    /// People of a line; nobody twice.
    fn read_people(&mut self, line: &str, names: &mut Vec<String>, language: Language) {
        let team = lines::people(line);
        self.refuse(team.unread);
        let has_details = |item: &TeamLine| match item {
            TeamLine::Person(person) => {
                let has_more = !person.roles.is_empty() || person.hours.is_some() || person.zone.is_some();
                let is_told = person.holidays.is_some() || person.available.is_some() || !person.remarks.is_empty();
                has_more || is_told || person.is_self
            }
            TeamLine::Headcount(_) => true,
        };
        let is_names = !team.items.iter().any(has_details);
        for item in team.items {
            let row = team_row(&item, language);
            let TeamLine::Person(person) = item else {
                self.add(line.to_owned(), row);
                continue;
            };
            if names.contains(&person.name) {
                let words = Text::new(
                    "这个名字出现了两次，请区分同名的人",
                    "this name appears twice; add a surname or a nickname",
                );
                self.refusals.push(Refusal { is_whole: true, ..Refusal::new(person.name, words) });
                continue;
            }
            // names alone are a line each
            self.add(if is_names { person.name.clone() } else { line.to_owned() }, row);
            names.push(person.name);
        }
    }

    /// Activities of a line, in channels that are known.
    fn read_activities(&mut self, line: &str, context: Option<&InterviewContext<'_>>, language: Language) {
        let team = context.map(InterviewContext::team).unwrap_or_default();
        let activities = lines::activities_of_team(line, &team);
        self.refuse(activities.unread);
        let places = context.map(InterviewContext::channels).unwrap_or_default();
        for activity in activities.items.into_iter().map(|activity| activity.assigned(&team, &places)) {
            if let Some(doubt) = &activity.doubt {
                self.refusals.push(doubtful(line, doubt));
                continue;
            }
            let channels = context.map_or(Ok(Vec::new()), |context| context.channels_of(&activity));
            match channels {
                Err(refusal) => self.refusals.push(refusal),
                Ok(channels) => {
                    let names: Vec<String> = channels.into_iter().map(|(_, name)| name).collect();
                    let leader = context.and_then(|context| context.leader_of(&activity));
                    let sop =
                        activity.sop().zip(context).and_then(|(name, context)| context.library.sop(name, language));
                    let sop = sop.and_then(|sop| sop.title.as_deref());
                    let mut row = activity_row(&activity, (&names, leader, sop), language);
                    if let Some(context) = context {
                        row.extend(first_date(context, &activity, language));
                    }
                    self.add(activity.line, row);
                }
            }
        }
    }
}

/// The first date of what takes place every second week, and how to have it in the other.
fn first_date(context: &InterviewContext<'_>, activity: &ActivityLine, language: Language) -> Option<String> {
    let first = context.first_of(activity)?;
    let words = match context.other_first(activity) {
        Some(_) => Text::new(
            " · 第一次 {first}；是另一周的话，行末写 从{other}起",
            " · first on {first}; for the other week, end the line with: from {other}",
        ),
        None => Text::new(" · 第一次 {first}", " · first on {first}"),
    };
    let other = context.other_first(activity);
    Some(words.fill(language, |name| {
        let day = if name == "first" { Some(first) } else { other };
        day.map(|day| {
            if name == "first" { format!("{day} {}", day.weekday().short().get(language)) } else { day.to_string() }
        })
    }))
}

/// What has to be known of who leads.
fn doubtful(line: &str, doubt: &LeaderDoubt) -> Refusal {
    match doubt {
        LeaderDoubt::Misspelt(word, name) => {
            let want = Text::new("团队里的一个名字", "someone of the team");
            Refusal::new(word.as_str(), want).near([line.replacen(word.as_str(), name, 1)])
        }
    }
}

fn joined(cells: impl IntoIterator<Item = Option<String>>) -> String {
    cells.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn team_row(item: &TeamLine, language: Language) -> String {
    let roles = |roles: &[RoleWord]| {
        let written: Vec<String> = roles.iter().map(RoleWord::whole).collect();
        Some(written.join(Text::new("、", ", ").get(language))).filter(|roles| !roles.is_empty())
    };
    let hours = |hours: Option<f64>| {
        let words = Text::new("每周 {n} 小时", "{n|hour|hours} a week");
        hours.map(|hours| words.fill(language, |_| Some(hours.to_string())))
    };
    match item {
        TeamLine::Person(person) => {
            let none = Text::new("没写角色，算组织者", "no role given: an organiser").get(language).to_owned();
            let roles = roles(&person.roles).or(Some(none));
            let holidays = Text::new("按 {code} 的节假日休息", "days off of {code}");
            let holidays = person.holidays.as_ref().map(|code| holidays.fill(language, |_| Some(code.clone())));
            let left = Text::new("没写进计划：{words}", "not in the plan: {words}");
            let remarks = person.remarks.join(Text::new("，", ", ").get(language));
            let left = (!remarks.is_empty()).then(|| left.fill(language, |_| Some(remarks.clone())));
            let (zone, available) = (person.zone.clone(), person.available.clone());
            joined([Some(person.name.clone()), roles, hours(person.hours), zone, holidays, available, left])
        }
        TeamLine::Headcount(team) => {
            let words = Text::new("{n} 人，还没有名字", "{n|person|people} without names yet");
            let count = words.fill(language, |_| Some(team.count.to_string()));
            joined([roles(&team.roles), Some(count), hours(team.hours)])
        }
    }
}

fn channel_row(channel: &ChannelLine, language: Language) -> String {
    let people = |text: Text, n: Option<u32>| n.map(|n| text.fill(language, |_| Some(n.to_string())));
    let unknown = || Text::new("平台没认出来", "platform not recognised").get(language).to_owned();
    let platform = match channel.platform {
        Some(platform) => Some(platform.name().get(language).to_owned()),
        None => (!channel.in_person).then(unknown),
    };
    let in_person = channel.in_person.then(|| Mode::Offline.name().get(language).to_owned());
    joined([
        channel.title.clone(),
        platform,
        channel.account.clone(),
        in_person,
        people(Text::new("{n} 人", "{n|person|people}"), channel.size),
        people(Text::new("最多 {n} 人", "at most {n}"), channel.cap),
    ])
}

fn activity_row(
    activity: &ActivityLine,
    (channels, leader, sop): (&[String], Option<Leader>, Option<&str>),
    language: Language,
) -> String {
    let separator = Text::new("、", ", ").get(language);
    let channels = Some(channels.join(separator)).filter(|channels| !channels.is_empty());
    let in_person = activity.is_in_person.then(|| Mode::Offline.name().get(language).to_owned());
    let week = activity.is_week_long.then(|| Text::new("一次一周", "a week each").get(language).to_owned());
    let when = match activity.zone.as_deref().and_then(|zone| zone.parse::<Zone>().ok()) {
        Some(zone) if !zone.name().contains('/') => format!("{} {}", activity.cadence.print(language), zone.name()),
        Some(zone) => {
            let words = Text::new("{when} {city}时间", "{when} {city} time");
            let fact =
                |name: &str| Some(if name == "when" { activity.cadence.print(language) } else { zone.city(language) });
            words.fill(language, fact)
        }
        None => activity.cadence.print(language),
    };
    let unnamed = Text::new("没写谁带，先算{name}", "led by {name}, as no one is named");
    let leader = leader.map(|leader| leader.name(language)).map(|name| match &activity.leader {
        Some(_) => name,
        None => unnamed.fill(language, |_| Some(name.clone())),
    });
    let in_person = in_person.map(|words| activity.place.clone().unwrap_or(words));
    let sop = sop.map(|title| format!("SOP {title}"));
    let lasts = activity.lasts.map(|lasts| lasts.to_string());
    let with = Text::new("{names} 帮忙", "with {names}");
    let helpers = activity.helpers.join(separator);
    let helpers = (!helpers.is_empty()).then(|| with.fill(language, |_| Some(helpers.clone())));
    joined([Some(activity.title.clone()), Some(when), week, lasts, in_person, channels, leader, helpers, sop])
}

fn product_row(product: &ProductLine, language: Language) -> String {
    let Some(title) = &product.title else {
        let nothing = Text::new("不收费", "nothing is sold").get(language).to_owned();
        return joined([Some(nothing), product.funded_by.clone()]);
    };
    let price = match &product.price {
        Some((money, per)) => joined([Some(money.to_string()), per.map(|per| per.name().get(language).to_owned())]),
        None => Text::new("价格以后再定", "price to be set").get(language).to_owned(),
    };
    joined([Some(title.clone()), Some(price), product.refund.clone()])
}

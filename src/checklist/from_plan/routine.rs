//! What the plan says about every day, week and month, and about each newcomer: rituals, care, questions, segments.

use crate::cadence::{Cadence, rhythm};
use crate::checklist::ChecklistItem;
use crate::checklist::basis::Basis;
use crate::language::Text;
use crate::plan::Thing;
use crate::plan::culture::RitualOn;
use crate::plan::members::OnboardingStep;

/// Questions answered in time, and newcomers kept within what was agreed.
pub(super) fn daily(basis: &Basis<'_>) -> Vec<ChecklistItem> {
    let (support, invites) = (&basis.plan.support, &basis.plan.growth.invites);
    let mut items = Vec::new();
    if let Some(within) = support.respond_within {
        let text = Text::new("问题都在 {within} 内回复了", "questions were answered within {within}");
        let channel = support.channel.as_ref().and_then(|channel| basis.index.find("channel", channel.as_str()));
        let channel = channel.map(|channel| basis.label(channel));
        let known = [
            (Text::new("在哪里问：{it}", "Where people ask: {it}"), channel),
            (Text::new("投诉：{it}", "Complaints: {it}"), support.complaints.clone()),
        ];
        items.push(ChecklistItem {
            text: text.fill(basis.language, |_| Some(within.in_words(basis.language))),
            person: support.owner.as_ref().map(|owner| basis.holder(owner.as_str())),
            details: details(known, basis),
            ..item("respond", "support")
        });
    }
    if let Some(cap) = invites.cap_per_day {
        let text = Text::new("今天新进群的不超过 {n} 人", "no more than {n|newcomer|newcomers} joined today");
        let known = [(Text::new("怎样添加：{it}", "How they are added: {it}"), invites.method.clone())];
        items.push(ChecklistItem {
            text: text.fill(basis.language, |_| Some(cap.to_string())),
            person: invites.monitored_by.as_ref().map(|who| basis.holder(who.as_str())),
            details: details(known, basis),
            ..item("newcomers", "growth.invites")
        });
    }
    items
}

/// Weekly rituals, members to care for, and those who left.
pub(super) fn weekly(basis: &Basis<'_>) -> Vec<ChecklistItem> {
    let care = &basis.plan.care;
    let person = care.who.as_ref().map(|who| basis.holder(who.as_str()));
    let text = Text::new("看看这周谁有：{it}", "see who has this week: {it}");
    // what has a date or a rhythm is in the calendar
    let is_dated = |occasion: &str| Cadence::find(occasion).is_some() || rhythm(occasion).is_some();
    let occasions = care.occasions.iter().enumerate().filter(|(_, occasion)| !is_dated(occasion));
    let occasions = occasions.map(|(at, occasion)| ChecklistItem {
        text: text.fill(basis.language, |_| Some(occasion.clone())),
        person: person.clone(),
        ..item(&format!("care-{}", at + 1), "care.occasions")
    });
    let leaving = &basis.plan.leaving;
    let known = [
        (Text::new("怎样告别：{it}", "How you say goodbye: {it}"), leaving.farewell.clone()),
        (Text::new("删除信息：{it}", "When their data are deleted: {it}"), leaving.delete_data.clone()),
    ];
    let known = details(known, basis);
    let left = (!known.is_empty()).then(|| ChecklistItem {
        text: Text::new("这周离开的成员都告别过", "everyone who left this week had a goodbye")
            .get(basis.language)
            .to_owned(),
        details: known,
        ..item("left", "leaving")
    });
    rituals(&[RitualOn::Week, RitualOn::Leave], basis).chain(occasions).chain(left).collect()
}

/// Monthly rituals, and what is done for each segment.
pub(super) fn monthly<'b>(basis: &'b Basis<'_>) -> impl Iterator<Item = ChecklistItem> + 'b {
    let comma = Text::new("、", ", ").get(basis.language);
    let segments = basis.plan.segments.iter().enumerate().flat_map(move |(at, segment)| {
        let name = basis.label(Thing::Segment(at));
        let next = segment.leads_to.as_ref().and_then(|next| basis.index.find("segment", next.as_str()));
        let known = [
            (Text::new("目标：{it}", "Goal: {it}"), segment.goal.clone()),
            (Text::new("用的资源：{it}", "Resources: {it}"), list(&segment.resources, comma)),
            (Text::new("记录的画像：{it}", "Profile you keep: {it}"), list(&segment.profile, comma)),
            (Text::new("往哪一层走：{it}", "They move on to: {it}"), next.map(|next| basis.label(next))),
        ];
        let mut known = Some(details(known, basis));
        let fallback = Text::new("看看目标进展", "see how far the goal is").get(basis.language).to_owned();
        let tasks = if segment.tasks.is_empty() { vec![fallback] } else { segment.tasks.clone() };
        let colon = Text::new("：", ": ").get(basis.language);
        tasks.into_iter().enumerate().map(move |(number, task)| ChecklistItem {
            text: format!("{name}{colon}{task}"),
            details: known.take().unwrap_or_default(),
            ..item(&format!("segment-{}-{}", at + 1, number + 1), "segments")
        })
    });
    rituals(&[RitualOn::Month, RitualOn::Milestone], basis).chain(segments)
}

/// The rituals of some occasions.
pub(super) fn rituals<'b>(on: &'static [RitualOn], basis: &'b Basis<'_>) -> impl Iterator<Item = ChecklistItem> + 'b {
    basis.plan.culture.rituals.iter().enumerate().filter_map(move |(at, ritual)| {
        let occasion = ritual.on.filter(|occasion| on.contains(occasion))?;
        let what = ritual.what.as_deref().filter(|what| !what.trim().is_empty())?;
        let colon = Text::new("：", ": ").get(basis.language);
        Some(ChecklistItem {
            text: format!("{}{colon}{what}", occasion.name().get(basis.language)),
            ..item(&format!("ritual-{}", at + 1), "culture.rituals")
        })
    })
}

/// How soon a step of onboarding comes, and for whom it is.
pub(super) fn of_step(step: &OnboardingStep, basis: &Basis<'_>) -> Vec<String> {
    let segment = step.segment.as_ref().and_then(|segment| basis.index.find("segment", segment.as_str()));
    let known = [
        (Text::new("多久之内：{it}", "Within: {it}"), step.within.map(|within| within.in_words(basis.language))),
        (Text::new("只给：{it}", "Only for: {it}"), segment.map(|segment| basis.label(segment))),
    ];
    details(known, basis)
}

fn item(id: &str, source: &str) -> ChecklistItem {
    ChecklistItem { id: format!("plan/{id}"), source: source.to_owned(), ..ChecklistItem::default() }
}

fn list(words: &[String], comma: &str) -> Option<String> {
    (!words.is_empty()).then(|| words.join(comma))
}

fn details<const N: usize>(known: [(Text, Option<String>); N], basis: &Basis<'_>) -> Vec<String> {
    let fill = |(text, it): (Text, Option<String>)| it.map(|it| text.fill(basis.language, |_| Some(it.clone())));
    known.into_iter().filter_map(fill).collect()
}

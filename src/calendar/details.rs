//! What is to be known of an entry besides when, who and what: what counts as done, what it serves, what is looked at.
//!
//! Each with its label. Must not clean a text or leave one out: that is for those who show it.

use super::contents::Calendar;
use super::entry::{Entry, Origin};
use super::milestone::Milestone;
use super::topics;
use crate::finding::KeyPath;
use crate::language::{Language, Text};
use crate::library::SentBy;
use crate::plan::activities::Activity;
use crate::plan::{Index, Item, Plan, Thing};
use crate::source::Ref;
use crate::value::Length;

/// Something to know about an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detail {
    /// What it is.
    pub label: Text,
    /// What the plan or its SOP says.
    pub value: String,
    /// Whether the words are a starter's, which nobody of the plan has looked at.
    pub is_borrowed: bool,
}

impl Detail {
    /// The label and the value.
    pub fn line(&self, language: Language) -> String {
        format!("{}{}{}", self.label.get(language), Text::new("：", ": ").get(language), self.value)
    }
}

/// Collects details in one language.
struct Details<'d> {
    plan: &'d Plan,
    index: &'d Index,
    language: Language,
    found: Vec<Detail>,
}

impl Calendar<'_> {
    /// What is to be known of an entry, in the order in which it is asked for.
    pub fn details(&self, plan: &Plan, index: &Index, entry: &Entry, language: Language) -> Vec<Detail> {
        let mut to = Details { plan, index, language, found: Vec::new() };
        match entry.origin {
            Origin::Task(activity, task) => {
                let task = &self.tasks[activity][task];
                let steps = &plan.activities[activity].steps;
                let own = task.step.done.as_ref().and_then(|_| steps.iter().position(|s| std::ptr::eq(s, task.step)));
                let path = |step| KeyPath::of(&["activities"]).index(activity).key("steps").index(step).key("done");
                to.add(Text::new("完成标准", "Done when"), task.done(), own.map(path));
                to.sent_by(task.sends().iter().filter_map(|send| send.by));
            }
            Origin::Item(Item::Activity(at)) => {
                of_activity(&mut to, at);
                to.topic(entry);
            }
            Origin::Item(Item::Content(at)) => {
                let content = &plan.content[at];
                let path = KeyPath::of(&["content"]).index(at);
                to.goals(&content.serves, path.clone());
                to.add(
                    Text::new("哪一类", "Kind"),
                    content.kind.map(|kind| kind.name().get(language)),
                    Some(path.clone().key("kind")),
                );
                to.add(Text::new("主题", "Subject"), content.topic.as_deref(), Some(path.clone().key("topic")));
                let minutes = content.minutes.and_then(|minutes| i32::try_from(minutes).ok());
                let minutes = minutes.map(|minutes| Length::Minutes(minutes).in_words(language));
                to.add(Text::new("要花", "Takes"), minutes.as_deref(), Some(path.key("minutes")));
                to.sent_by(content.sends.iter().filter_map(|send| send.by));
            }
            Origin::Item(Item::Review(at)) => {
                let review = &plan.reviews[at];
                let path = KeyPath::of(&["reviews"]).index(at);
                to.figures(&review.looks_at, path.clone());
                for (number, question) in review.questions.iter().enumerate() {
                    let path = path.clone().key("questions").index(number);
                    to.add(Text::new("要回答", "Answer"), Some(question), Some(path));
                }
            }
            Origin::Item(Item::Meeting) => {
                let decisions = plan.governance.decisions.as_deref();
                let path = KeyPath::of(&["governance", "decisions"]);
                to.add(Text::new("怎样做决定", "How you decide"), decisions, Some(path));
            }
            Origin::Item(Item::Programme(cohort, item)) => {
                let item = plan.programme_item(cohort, item);
                let form = item.and_then(|item| item.form);
                to.add(Text::new("形式", "Form"), form.map(|form| form.name().get(language)), None);
                to.sent_by(item.and_then(|item| item.by).into_iter());
            }
            Origin::Life(Milestone::Welcome(_, step)) => {
                let path = KeyPath::of(&["onboarding", "steps"]).index(step);
                let step = &plan.onboarding.steps[step];
                let within = step.within.map(|within| within.in_words(language));
                to.add(Text::new("多久之内", "Within"), within.as_deref(), Some(path.clone().key("within")));
                let segment = step.segment.as_ref().and_then(|segment| index.find("segment", segment.as_str()));
                let segment = segment.map(|segment| segment.label(plan, language));
                to.add(Text::new("只给", "Only for"), segment.as_deref(), Some(path.key("segment")));
            }
            Origin::Life(Milestone::Plan(date)) => {
                let table = date.path().0.into_iter().next();
                for (label, value) in date.details(plan, language) {
                    let is_in = |path: &KeyPath| path.0.first() == table.as_ref();
                    let mut borrowed = index.ownership.borrowed();
                    let is_borrowed = borrowed.any(|own| is_in(&own.path) && value.contains(&own.written));
                    to.found.push(Detail { label, value, is_borrowed });
                }
            }
            Origin::Life(_) => {}
        }
        to.found
    }
}

fn of_activity(to: &mut Details<'_>, at: usize) {
    let (plan, index, language) = (to.plan, to.index, to.language);
    let Activity { serves, mode, budget, link, tools, place, .. } = &plan.activities[at];
    let path = KeyPath::of(&["activities"]).index(at);
    // where it has a place or channels, these show it already
    let mode = mode.filter(|mode| Some(*mode) != plan.activities[at].mode_by_place());
    to.add(Text::new("方式", "Held"), mode.map(|mode| mode.name().get(language)), None);
    to.goals(serves, path.clone());
    let money = budget.as_ref().map(ToString::to_string);
    to.add(Text::new("预算", "Budget"), money.as_deref(), Some(path.clone().key("budget")));
    to.add(Text::new("链接", "Link"), link.as_deref(), Some(path.clone().key("link")));
    let separator = Text::new("、", ", ").get(language);
    to.add(Text::new("工具", "Tools"), Some(&tools.join(separator)), Some(path.key("tools")));
    let place = place.as_ref().and_then(|place| index.find("place", place.as_str()));
    if let Some(Thing::Place(at)) = place {
        let place = &plan.places[at];
        let path = KeyPath::of(&["places"]).index(at);
        let cost = place.cost.as_ref().map(ToString::to_string);
        to.add(Text::new("场地费", "Cost of the place"), cost.as_deref(), Some(path.clone().key("cost")));
        let partner = place.partner.as_ref().and_then(|partner| index.find("partner", partner.as_str()));
        let partner = partner.map(|partner| partner.label(plan, language));
        to.add(Text::new("场地归谁", "The place belongs to"), partner.as_deref(), Some(path.key("partner")));
    }
}

impl Details<'_> {
    fn add(&mut self, label: Text, value: Option<&str>, path: Option<KeyPath>) {
        let Some(value) = value.filter(|value| !value.trim().is_empty()) else { return };
        let is_borrowed = path.is_some_and(|path| self.index.ownership.is_borrowed(&path));
        self.found.push(Detail { label, value: value.to_owned(), is_borrowed });
    }

    /// How messages are sent, where that is not by hand.
    fn sent_by(&mut self, ways: impl Iterator<Item = SentBy>) {
        let mut names: Vec<&str> = Vec::new();
        for way in ways.filter(|way| *way != SentBy::Hand) {
            let name = way.name().get(self.language);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let separator = Text::new("、", ", ").get(self.language);
        self.add(Text::new("怎么发", "How it is sent"), Some(&names.join(separator)), None);
    }

    /// The goals that something serves.
    fn goals<K>(&mut self, goals: &[Ref<K>], path: KeyPath) {
        let found = goals.iter().filter_map(|goal| self.index.find("goal", goal.as_str()));
        let names: Vec<String> = found.map(|goal| goal.label(self.plan, self.language)).collect();
        let separator = Text::new("、", ", ").get(self.language);
        self.add(Text::new("为了目标", "For the goal"), Some(&names.join(separator)), Some(path.key("serves")));
    }

    /// The goals that are looked at, each with its figures.
    fn figures<K>(&mut self, goals: &[Ref<K>], path: KeyPath) {
        for (number, goal) in goals.iter().enumerate() {
            let Some(Thing::Goal(at)) = self.index.find("goal", goal.as_str()) else { continue };
            let goal = &self.plan.goals[at];
            let mut line = Thing::Goal(at).label(self.plan, self.language);
            if goal.baseline.is_some() || goal.target.is_some() {
                let [now, target] = [&goal.baseline, &goal.target].map(|figure| figure.as_deref().unwrap_or("?"));
                line.push_str(
                    &Text::new("（{now} → {target}）", " ({now} → {target})")
                        .fill(self.language, |name| Some(if name == "now" { now } else { target }.to_owned())),
                );
            }
            self.add(Text::new("看数字", "Look at"), Some(&line), Some(path.clone().key("looks_at").index(number)));
        }
    }

    /// The topic of the bank that fills the entry.
    fn topic(&mut self, entry: &Entry) {
        let Some(at) = topics::topic(self.plan, entry) else { return };
        let topic = &self.plan.topics[at];
        let path = KeyPath::of(&["topics"]).index(at);
        let title = topic.title.as_deref();
        self.add(Text::new("话题", "Topic"), title, Some(path.clone().key("title")));
        let depth = topic.depth.map(|depth| depth.name().get(self.language));
        self.add(Text::new("深浅", "How deep it goes"), depth, Some(path.key("depth")));
    }
}

#[cfg(test)]
mod tests {
    use super::super::scheduler::{CalendarRequest, calendar};
    use super::*;
    use crate::knowledge::Holidays;
    use crate::library::Library;
    use crate::plan::read;
    use crate::source::Document;

    #[test]
    fn an_entry_says_what_it_is_for_and_what_counts_as_done() {
        let text = "[lifecycle]\nstarts = 2026-12-01\n[[goals]]\nid = \"stay\"\nobjective = \"People stay\"\nbaseline = \"45%\"\ntarget = \"60%\"\n\
            by = 2026-12-16\ncollected_how = \"a list\"\n\
            [[places]]\nid = \"shop\"\nname = \"Shop\"\ncost = \"10 CNY\"\n[[topics]]\ntitle = \"A book\"\ndepth = \"deep\"\n\
            [[activities]]\nid = \"talk\"\ntitle = \"Talk\"\nform = \"discussion\"\nwhen = \"2026-12-16 20:00\"\nplace = \"shop\"\n\
            serves = [\"stay\"]\nbudget = \"30 CNY\"\nlink = \"https://x.example\"\ntools = [\"a form\", \"a sheet\"]\n\
            steps = [{ id = \"tea\", at = \"T-1d\", title = \"Tea\", done = \"enough for all\" }]\n\
            [[reviews]]\nid = \"look\"\nwhen = \"2026-12-16\"\nlooks_at = [\"stay\"]\nquestions = [\"Who was away?\"]\n\
            [governance]\nmeeting = \"2026-12-16\"\ndecisions = \"by vote\"\n";
        let mut buffer = String::new();
        let library = Library::default();
        let reading = read(&Document::parse(text, &mut buffer), &library);
        assert!(reading.findings.is_empty(), "{:?}", reading.findings);
        let day = |text: &str| text.parse().expect("a day");
        let (from, to) = (day("2026-12-15"), day("2026-12-16"));
        let request = CalendarRequest { from, to, holidays: Holidays::none(), without: None };
        let made = calendar(&reading.plan, &reading.index, &library, &request).expect("a calendar");
        let lines = made
            .entries
            .iter()
            .flat_map(|entry| made.details(&reading.plan, &reading.index, entry, Language::En).into_iter());
        let lines: Vec<String> = lines.map(|detail| detail.line(Language::En)).collect();
        let expected = [
            "Done when: enough for all",
            "Target: 45% → 60%",
            "How: a list",
            "Look at: People stay (45% → 60%)",
            "Answer: Who was away?",
            "How you decide: by vote",
            "For the goal: People stay",
            "Budget: 30 CNY",
            "Link: https://x.example",
            "Tools: a form, a sheet",
            "Cost of the place: 10 CNY",
            "Topic: A book",
            "How deep it goes: deep",
        ];
        assert_eq!(lines, expected);
    }
}

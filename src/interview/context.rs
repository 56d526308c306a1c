//! What is known while a question is asked: the day, the library, the answers so far, what the starter says.

use super::answers::Answers;
use super::choice::AnswerChoice;
use super::lines::{self, ActivityLine, ChannelLine, ProductLine, TeamLine};
use super::named_element;
use super::price::usual_currency;
use super::refusal::Refusal;
use super::starter::Starter;
use super::ticks;
use crate::amend::DateShift;
use crate::cadence::{Pattern, Period};
use crate::finding::{FindingList, KeyPath, Literal, Segment};
use crate::language::{Language, Text};
use crate::library::Library;
use crate::plan::activities::{Activity, Weight};
use crate::plan::money::{Model, Monetisation, Per};
use crate::plan::{Index, Plan};
use crate::source::Document;
use crate::value::{Day, Month};

/// What is known while a question is asked.
#[derive(Debug, Clone, Copy)]
pub struct InterviewContext<'a> {
    /// The starters.
    pub library: &'a Library,
    /// The answers so far.
    pub answers: &'a Answers,
    pub(super) today: Day,
    pub(super) fallback: Language,
    pub(super) here: Option<&'a str>,
    pub(super) starter: &'a Starter,
    /// The starter of which things can be ticked, where it is not copied.
    pub(super) example: &'a Starter,
    /// Whether something is added to a plan, which then takes the place of the starter.
    pub(super) adds: bool,
    /// Whether the plan is made from nothing: of the answers alone.
    pub(super) is_anew: bool,
}

/// The answer to which starter is closest, for a plan that is made of the answers alone.
pub(super) const FROM_NOTHING: &str = "nothing";
/// The answer to the same for a community that exists already; its plan is made of the answers alone, too.
pub(super) const RUNNING: &str = "running";

/// Among the activities of a starter: others of one's own.
const OWN: &str = "own";

impl InterviewContext<'_> {
    /// Whether something is added to a plan.
    pub const fn adds(&self) -> bool {
        self.adds
    }

    /// The language of the plan, and of the questions once it is known.
    pub fn language(&self) -> Language {
        self.answers.language().unwrap_or(self.fallback)
    }

    /// The name of the starter that is copied, or of which things are ticked.
    pub fn starter_name(&self) -> Option<&str> {
        self.answers.text("starter").filter(|name| ![FROM_NOTHING, RUNNING].contains(name))
    }

    /// Whether the community exists already.
    pub fn is_running(&self) -> bool {
        self.answers.text("starter") == Some(RUNNING)
    }

    /// Whether things of a starter can be ticked.
    pub const fn has_example(&self) -> bool {
        !self.example.name.is_empty()
    }

    /// From nothing, as it runs, then all starters, each with its description.
    pub fn starters(&self) -> Vec<AnswerChoice> {
        let own = |word: &str, name: Text, about: Text| AnswerChoice {
            about: about.get(self.language()).to_owned(),
            ..AnswerChoice::new(word, name.get(self.language()))
        };
        let nothing = own(
            FROM_NOTHING,
            Text::new("从零开始", "from nothing"),
            Text::new("还没开始，只写你回答的", "it has not started; the plan holds only what you answer"),
        );
        let running = own(
            RUNNING,
            Text::new("已经办起来了", "it runs already"),
            Text::new("照现在的样子写下来", "the plan describes it as it is now"),
        );
        let names = self.library.starter_names();
        [nothing, running].into_iter().chain(names.into_iter().map(|name| self.choice_of(name))).collect()
    }

    /// Whether the plan is made from nothing.
    pub const fn is_anew(&self) -> bool {
        self.is_anew
    }

    fn choice_of(&self, name: &str) -> AnswerChoice {
        let text = self.library.starter(name, self.language()).unwrap_or_default();
        let mut buffer = String::new();
        let document = Document::parse(text, &mut buffer);
        let of = |key: &str| document.tree().get("template")?.get_ref().as_table()?.get(key)?.get_ref().as_str();
        AnswerChoice {
            word: name.to_owned(),
            name: of("title").unwrap_or(name).to_owned(),
            about: of("description").unwrap_or_default().to_owned(),
        }
    }

    /// The first day: the one chosen, else the first of next month.
    pub fn starts(&self) -> Day {
        match self.answers.get("starts").or_else(|| self.answers.get("since")) {
            Some(Literal::Day(day)) => *day,
            _ => self.next_month(),
        }
    }

    /// The day from which goals and phases are counted: the first day, or the first of next month if the community has
    /// begun already.
    pub fn counts_from(&self) -> Day {
        let starts = self.starts();
        if starts < self.today { self.next_month() } else { starts }
    }

    fn next_month(&self) -> Day {
        Month(self.today.month().0 + 1).first()
    }

    /// The channels that were answered.
    pub(super) fn channels(&self) -> Vec<ChannelLine> {
        lines::channels(&self.answers.texts("channels").join("\n")).items
    }

    /// The people that were answered.
    pub(super) fn team(&self) -> Vec<TeamLine> {
        lines::people(&self.answers.texts("people").join("\n")).items
    }

    /// The names of the people that were answered.
    pub(super) fn names(&self) -> Vec<String> {
        let name = |line: TeamLine| match line {
            TeamLine::Person(person) => Some(person.name),
            TeamLine::Headcount(_) => None,
        };
        self.team().into_iter().filter_map(name).collect()
    }

    /// The activities that were answered.
    pub(super) fn activities(&self) -> Vec<ActivityLine> {
        let team = self.team();
        let read = lines::activities_of_team(&self.answers.texts("activities").join("\n"), &team);
        let channels = self.channels();
        read.items.into_iter().map(|activity| activity.assigned(&team, &channels)).collect()
    }

    /// The products that were answered.
    pub(super) fn products_typed(&self) -> Vec<ProductLine> {
        lines::products(&self.answers.texts("sells").join("\n"), usual_currency(self.language())).items
    }

    /// The channels of an activity, by their places, each with its name: the one that its line names, else all.
    pub(super) fn channels_of(&self, activity: &ActivityLine) -> Result<Vec<(usize, String)>, Refusal> {
        let all = self.channels();
        let all = all.iter().enumerate().filter(|(_, channel)| !channel.in_person);
        let named: Vec<(usize, String)> = all.map(|(at, channel)| (at, channel.name(self.language()))).collect();
        if activity.channels.is_empty() || named.is_empty() {
            return Ok(named);
        }
        let plain = |name: &str| name.trim_start_matches(['#', '@']).to_lowercase();
        let mut found: Vec<(usize, String)> = Vec::new();
        for wanted in &activity.channels {
            let is_it = |(_, name): &&(usize, String)| plain(name) == plain(wanted);
            let of_name: Vec<_> = named.iter().filter(is_it).filter(|one| !found.contains(one)).cloned().collect();
            if of_name.is_empty() && !found.iter().any(|one| is_it(&one)) {
                let want = Text::new("前面写过的一个渠道", "a channel that you named before");
                return Err(Refusal::new(wanted.as_str(), want).near(named.into_iter().map(|(_, name)| name)));
            }
            found.extend(of_name);
        }
        Ok(found)
    }

    /// The starter's steps after a broken rule.
    pub fn ladder(&self) -> &[String] {
        &self.starter.plan.rules.sanctions.ladder
    }

    fn products(&self) -> &[Monetisation] {
        &self.starter.plan.monetisation
    }

    /// The starter's products, all of them, and earning nothing.
    pub fn earnings(&self) -> Vec<AnswerChoice> {
        let mut choices: Vec<AnswerChoice> = Vec::new();
        for product in self.products().iter().filter(|product| product.model != Some(Model::None)) {
            let Some(word) = word_of(product) else { continue };
            let model = product.model.map(|model| model.name().get(self.language()));
            let name = product.product.as_deref().or(model).unwrap_or(word);
            choices.push(AnswerChoice::new(word, name));
        }
        let language = self.language();
        let mut add = |word: &str, name: Text| choices.push(AnswerChoice::new(word, name.get(language)));
        if self.products().len() > 1 {
            add("all", Text::new("模板里的都保留", "everything the starter has"));
        }
        add("none", Text::new("不变现", "no earnings"));
        choices
    }

    /// What pays for it: a product's id, `all` or `none`; nothing where the starter has no products.
    pub fn earning(&self) -> Option<String> {
        if let Some(word) = self.answers.text("earning") {
            return Some(word.to_owned());
        }
        match self.products() {
            [] => None,
            [one] if one.model == Some(Model::None) => Some("none".to_owned()),
            [one] => word_of(one).map(str::to_owned),
            _ => Some("all".to_owned()),
        }
    }

    /// What the main channel is called: as in the starter, with the new name of the community in it.
    pub(super) fn channel(&self) -> Option<Literal> {
        let plan = &self.starter.plan;
        let title = plan.channels.get(self.element("channels", "main"))?.title.as_deref()?;
        Some(match (plan.community.name.as_deref().filter(|name| !name.is_empty()), self.answers.text("name")) {
            (Some(old), Some(new)) => title.replace(old, new).into(),
            _ => title.into(),
        })
    }

    /// Whether something is sold.
    pub fn is_sold(&self) -> bool {
        if self.is_anew {
            return self.products_typed().iter().any(|product| product.title.is_some());
        }
        self.earning().is_some_and(|word| word != "none")
            && self.element("monetisation", "earning") < self.products().len()
    }

    /// The starter, or the plan that takes its place.
    pub(super) const fn plan(&self) -> &Plan {
        &self.starter.plan
    }

    /// Whether a plan takes the place of the starter.
    pub(super) fn is_plan(&self) -> bool {
        self.starter.name.is_empty() && !self.is_anew
    }

    /// What a kind of reference can name, by the words that people know; namesakes with their ids.
    pub(super) fn references(&self, kind: &str) -> Vec<AnswerChoice> {
        let plan = &self.starter.plan;
        let index = Index::build(plan, &mut FindingList::default());
        let called = |id: &str| index.find(kind, id).map(|thing| thing.label(plan, self.language()));
        let ids = index.names(kind).into_iter();
        let names: Vec<(&str, String)> = ids.map(|id| (id, called(id).unwrap_or_else(|| id.to_owned()))).collect();
        let choice = |(id, name): &(&str, String)| {
            let is_alone = names.iter().filter(|(_, other)| other == name).count() == 1;
            AnswerChoice::new(*id, if is_alone { name.clone() } else { format!("{name} ({id})") })
        };
        names.iter().map(choice).collect()
    }

    /// The rules that can be ticked: those of the starter with its roles, else the usual ones.
    pub(super) fn rules(&self) -> Vec<AnswerChoice> {
        let of_example = ticks::team_and_rules(self.example, self.language());
        if of_example.is_empty() { ticks::usual_rules(self.language()) } else { of_example }
    }

    /// Whether activities of one's own are typed: where none of a starter's are held, or others too.
    pub(super) fn types_activities(&self) -> bool {
        let taken = self.answers.texts("taken_activities");
        taken.is_empty() || taken.contains(&OWN)
    }

    /// The activities of the starter that can be ticked.
    pub(super) fn example_activities(&self) -> Vec<AnswerChoice> {
        let mut choices = ticks::activities(self.example, self.library, self.language());
        if !choices.is_empty() {
            let own = Text::new("＋ 还有自己的，下一题写", "+ others of our own, in the next question");
            choices.push(AnswerChoice::new(OWN, own.get(self.language())));
        }
        choices
    }

    /// The SOPs for events.
    pub(super) fn sops(&self) -> Vec<AnswerChoice> {
        let choice = |name: &str| {
            let title = self.library.sop(name, self.language()).and_then(|sop| sop.title.clone());
            AnswerChoice::new(name, title.unwrap_or_else(|| name.to_owned()))
        };
        self.library.sop_names().into_iter().map(choice).collect()
    }

    /// Whether the life is counted in months.
    pub(super) const fn lasts_months(&self) -> bool {
        let life = &self.starter.plan.lifecycle;
        !self.is_anew && life.days.is_none() && life.lasts.is_none()
    }

    /// Whether the starter has such an event.
    pub(super) fn has_event(&self, part: &str) -> bool {
        self.element("activities", part) < self.starter.plan.activities.len()
    }

    /// Whether another group is planned.
    pub(super) fn plans_copy(&self) -> bool {
        match self.answers.get("copy_planned") {
            Some(Literal::Boolean(yes)) => *yes,
            _ => self.starter.plan.growth.copy.planned == Some(true),
        }
    }

    /// Whether what is sold is paid again and again.
    pub(super) fn is_renewed(&self) -> bool {
        let again = |per: Option<Per>| matches!(per, Some(Per::Month | Per::Quarter | Per::Year));
        if self.is_anew {
            let price = |product: &ProductLine| product.price.as_ref().and_then(|(_, per)| *per);
            return self.products_typed().iter().any(|product| again(price(product)));
        }
        let product = self.products().get(self.element("monetisation", "earning"));
        self.is_sold() && product.is_some_and(|product| again(product.per))
    }

    /// The date of the first goal, moved with the first day.
    pub(super) fn goal_date(&self) -> Option<Day> {
        let by = self.starter.plan.goals.first()?.by?;
        let first = self.starter.plan.lifecycle.starts;
        Some(first.map_or(by, |first| DateShift { first, starts: self.counts_from() }.of(by)))
    }

    /// The index of the element that plays a part; one past the last when none does.
    pub(super) fn element(&self, array: &str, part: &str) -> usize {
        let plan = &self.starter.plan;
        if let Some(index) = named_element::index(plan, array, part) {
            return index;
        }
        let lasting = |fits: fn(&Activity, &Pattern) -> bool| {
            let is_it = |activity: &Activity| match &activity.when {
                // what ends after a while is a single event, not a weekly one
                Some(when) => activity.until.is_none() && fits(activity, &when.pattern),
                None => false,
            };
            plan.activities.iter().position(is_it)
        };
        let weekly = || {
            lasting(|_, pattern| matches!(pattern, Pattern::Weekly { every: 1, .. }))
                .or_else(|| lasting(|_, pattern| matches!(pattern, Pattern::Weekly { .. })))
        };
        let monthly = || {
            lasting(|activity, pattern| activity.weight == Some(Weight::Event) && is_monthly(pattern))
                .or_else(|| lasting(|_, pattern| is_monthly(pattern)))
        };
        match (array, part) {
            ("channels", _) => {
                let group = plan.channels.iter().position(|channel| channel.platform.is_some_and(|p| p.is_group()));
                group.unwrap_or(0)
            }
            ("activities", "weekly") => weekly().unwrap_or(plan.activities.len()),
            ("activities", _) => monthly().unwrap_or_else(|| plan.activities.len() + usize::from(weekly().is_none())),
            ("monetisation", _) => {
                let chosen = self.earning().filter(|word| word != "all");
                let is_it = |product: &Monetisation| match chosen.as_deref() {
                    Some("none") => product.model == Some(Model::None),
                    Some(word) => word_of(product) == Some(word),
                    None => product.model != Some(Model::None),
                };
                plan.monetisation.iter().position(is_it).unwrap_or(plan.monetisation.len())
            }
            _ => 0,
        }
    }
}

/// The word by which a product is chosen.
pub(super) fn word_of(product: &Monetisation) -> Option<&str> {
    product.id.as_ref().map(|id| id.as_str()).or(product.product.as_deref())
}

/// A written route as a [`KeyPath`]; a part that means an element becomes its index, 0 without a starter.
pub(super) fn route(text: &'static str, context: Option<&InterviewContext<'_>>) -> KeyPath {
    let mut path = KeyPath::root();
    for name in text.split('.') {
        let (key, element) = name.split_once('[').map_or((name, None), |(key, rest)| (key, Some(rest)));
        path = path.key(key);
        if let Some(part) = element.map(|rest| rest.trim_end_matches(']')) {
            let index = part.parse().unwrap_or_else(|_| context.map_or(0, |context| context.element(key, part)));
            path.0.push(Segment::Index(index));
        }
    }
    path
}

/// Whether something is counted by months.
const fn is_monthly(pattern: &Pattern) -> bool {
    matches!(pattern, Pattern::Monthly { period: Period::Month, .. })
}

//! What is read off a plan for its documents, part by part.

use super::context::{
    AboutFacts, ActivityFacts, AlternativeFacts, AudienceFacts, BenefitFacts, CommunityFacts, DataFacts, HonourFacts,
    IncentiveFacts, KeywordFacts, PointFacts, ProductFacts, RulesFacts, SupportFacts,
};
use super::team_facts::{ChannelFacts, JoiningStepFacts};
use crate::cadence::Pattern;
use crate::interview::amount_in_words;
use crate::language::{Language, Text};
use crate::plan::activities::{Activity, Mode};
use crate::plan::culture::RitualOn;
use crate::plan::money::Per;
use crate::plan::positioning::Gender;
use crate::plan::rules::{AdmissionBy, Minors, sanction_name};
use crate::plan::values::Zone;
use crate::plan::{Index, Plan, Thing};
use crate::source::Ref;
use crate::value::{Day, Length, Money};

/// A plan and the language of its texts.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    pub plan: &'a Plan,
    pub index: &'a Index,
    pub language: Language,
    pub today: Day,
}

/// A text with something in it.
pub(super) fn text(text: &Option<String>) -> Option<String> {
    text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// The texts of a list that have something in them.
pub(super) fn texts(list: &[String]) -> Vec<String> {
    list.iter().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect()
}

impl Known<'_> {
    pub(super) fn length(&self, length: Option<Length>) -> Option<String> {
        length.map(|length| length.in_words(self.language))
    }

    pub(super) fn amount(&self, amount: &Option<Money>) -> Option<String> {
        let amount = amount.as_ref()?;
        Some(amount_in_words(amount, self.language).unwrap_or_else(|| amount.to_string()))
    }

    pub(super) fn word(&self, word: Option<Text>) -> Option<String> {
        word.map(|word| word.get(self.language).to_owned())
    }

    /// What people see something called.
    pub(super) fn label(&self, thing: Thing) -> String {
        thing.label(self.plan, self.language)
    }

    /// A role or a person; of a role, who holds it.
    pub(super) fn holder<K>(&self, holder: &Option<Ref<K>>) -> Option<String> {
        let thing = self.index.holder(holder.as_ref()?.as_str())?;
        let label = self.label(thing);
        let Thing::Role(role) = thing else { return Some(label) };
        let names: Vec<String> =
            self.holders(role).into_iter().map(|person| self.label(Thing::Person(person))).collect();
        let comma = Text::new("、", ", ").get(self.language);
        let brackets = Text::new("{role}（{names}）", "{names} ({role})");
        Some(match names.is_empty() {
            true => label,
            false => brackets
                .fill(self.language, |name| Some(if name == "role" { label.clone() } else { names.join(comma) })),
        })
    }

    /// Who holds a role today.
    pub(super) fn holders(&self, role: usize) -> Vec<usize> {
        let mut holders = self.plan.holders(role);
        holders.retain(|person| self.plan.people[*person].until.is_none_or(|until| self.today <= until));
        holders
    }

    pub(super) fn community(&self) -> CommunityFacts {
        let (community, culture, positioning) = (&self.plan.community, &self.plan.culture, &self.plan.positioning);
        CommunityFacts {
            name: text(&community.name),
            subject: text(&community.subject),
            slogan: text(&culture.slogan.text),
            values: texts(&culture.values),
            tone: text(&culture.language_style),
            vision: text(&positioning.vision),
            mission: text(&positioning.mission),
        }
    }

    pub(super) fn about(&self) -> AboutFacts {
        let positioning = &self.plan.positioning;
        let introduction = &positioning.introduction;
        let gives = positioning.values.iter().map(|value| BenefitFacts {
            pain: text(&value.pain),
            promise: text(&value.promise),
            carrier: text(&value.carrier),
            mutual: text(&value.mutual),
        });
        let alternatives = positioning.alternatives.iter().filter_map(|other| {
            Some(AlternativeFacts { name: text(&other.name)?, difference: text(&other.difference) })
        });
        AboutFacts {
            background: text(&introduction.background),
            strengths: text(&introduction.strengths),
            benefit: text(&introduction.benefit),
            contact: text(&introduction.contact),
            is_free: self.plan.is_free(),
            gives: gives.filter(|gift| gift.promise.is_some()).collect(),
            alternatives: alternatives.collect(),
        }
    }

    pub(super) fn audiences(&self) -> Vec<AudienceFacts> {
        let facts = self.plan.audiences.iter().map(|audience| AudienceFacts {
            name: text(&audience.name),
            age: text(&audience.age),
            gender: self.word(audience.gender.filter(|gender| *gender != Gender::Any).map(|gender| gender.name())),
            region: text(&audience.region),
            occupation: text(&audience.occupation),
            interests: texts(&audience.interests),
            needs: text(&audience.needs),
        });
        facts.filter(|audience| audience.name.is_some() || audience.occupation.is_some()).collect()
    }

    pub(super) fn channel(&self, channel: usize) -> ChannelFacts {
        let of = &self.plan.channels[channel];
        ChannelFacts {
            name: self.label(Thing::Channel(channel)),
            platform: self.word(of.platform.map(|platform| platform.name())),
            link: text(&of.link),
        }
    }

    pub(super) fn activities(&self) -> Vec<ActivityFacts> {
        let is_over = |until: Option<Day>| until.is_some_and(|until| until < self.today);
        let activities = self.plan.activities.iter().enumerate().filter(|(_, activity)| !is_over(activity.until));
        // a duty that lasts days, again and again, is the team's
        let is_duty = |activity: &Activity| {
            let is_once = activity.when.as_ref().is_none_or(|when| matches!(when.pattern, Pattern::Once(_)));
            !is_once && activity.place.is_none() && activity.lasts.is_some_and(|lasts| lasts.days() > 1)
        };
        let facts = activities.filter(|(_, activity)| !is_duty(activity)).filter_map(|(at, activity)| {
            Some(ActivityFacts {
                title: Thing::Activity(at).title(self.plan)?.to_owned(),
                when: self.when(activity),
                place: self.place(at),
                link: text(&activity.link),
                capacity: activity.capacity,
            })
        });
        facts.collect()
    }

    /// The zone of all times that name no other.
    pub(super) fn time_zone(&self) -> Option<String> {
        let own = self.plan.time_zone.as_ref()?;
        let is_other = |activity: &Activity| activity.time_zone.as_ref().is_some_and(|zone| zone != own);
        let but = match self.plan.activities.iter().any(is_other) {
            true => Text::new("（写了别的时区的除外）", ", unless another is named").get(self.language),
            false => "",
        };
        let time = Text::new("时间", "").get(self.language);
        self.zone(own).map(|zone| format!("{zone}{time}{but}"))
    }

    /// When an activity takes place, with its zone where that is another than the plan's.
    pub(super) fn when(&self, activity: &Activity) -> Option<String> {
        let when = activity.when.as_ref()?.print(self.language);
        let zone = activity.time_zone.as_ref().filter(|zone| Some(*zone) != self.plan.time_zone.as_ref());
        let brackets = Text::new("{when}（{zone}）", "{when} ({zone})");
        Some(match zone {
            None => when,
            Some(zone) => brackets
                .fill(self.language, |name| Some(if name == "when" { when.clone() } else { self.zone_beside(zone) })),
        })
    }

    /// What a zone is called behind a time: `Berlin time`, 北京时间.
    fn zone_beside(&self, zone: &Zone) -> String {
        let city = self.zone(zone).unwrap_or_else(|| zone.city(self.language));
        if self.language == Language::Zh { format!("{city}时间") } else { city }
    }

    /// What a zone is called; in Chinese, times are China's unless something else is said.
    pub(super) fn zone(&self, zone: &Zone) -> Option<String> {
        match (self.language, zone.name()) {
            (Language::Zh, "Asia/Shanghai") => None,
            (Language::Zh, name) => Some(Zone::city_zh(name).unwrap_or(name).to_owned()),
            (Language::En, name) => Some(match name.rsplit_once('/') {
                Some((_, city)) => format!("{} time", city.replace('_', " ")),
                None => name.to_owned(),
            }),
        }
    }

    /// The place of an activity with its address, else its channels.
    pub(super) fn place(&self, activity: usize) -> Option<String> {
        let activity = &self.plan.activities[activity];
        let comma = Text::new("、", ", ").get(self.language);
        let find = |name: &str| self.index.find("place", name);
        if let Some(Thing::Place(place)) = activity.place.as_ref().and_then(|name| find(name.as_str())) {
            let of = &self.plan.places[place];
            let parts: Vec<String> = [text(&of.name), text(&of.address)].into_iter().flatten().collect();
            return (!parts.is_empty()).then(|| parts.join(Text::new("，", ", ").get(self.language)));
        }
        // a group is no place to go to
        if activity.mode == Some(Mode::Offline) {
            return Some(
                Text::new("线下，地点另行通知", "in person; the place is announced").get(self.language).to_owned(),
            );
        }
        let channels = activity.channels.iter().filter_map(|name| self.index.find("channel", name.as_str()));
        let names: Vec<String> = channels.map(|channel| self.label(channel)).collect();
        (!names.is_empty()).then(|| names.join(comma))
    }

    pub(super) fn products(&self) -> Vec<ProductFacts> {
        let per = |per: Option<Per>| match per {
            None | Some(Per::Once) => Text::new("{price}", "{price}"),
            Some(Per::Month) => Text::new("每月 {price}", "{price} a month"),
            Some(Per::Quarter) => Text::new("每季度 {price}", "{price} a quarter"),
            Some(Per::Year) => Text::new("每年 {price}", "{price} a year"),
        };
        let on_sale = self.plan.monetisation.iter().filter(|way| way.until.is_none_or(|until| self.today <= until));
        let facts = on_sale.filter_map(|way| {
            let price = self.amount(&way.price);
            Some(ProductFacts {
                name: text(&way.product)?,
                price: price.map(|price| per(way.per).fill(self.language, |_| Some(price.clone()))),
                refund: text(&way.refund),
            })
        });
        facts.collect()
    }

    pub(super) fn incentives(&self) -> IncentiveFacts {
        let incentives = &self.plan.incentives;
        let points = incentives
            .points
            .iter()
            .filter_map(|points| Some(PointFacts { deed: text(&points.deed)?, give: points.give? }));
        let honours = self.plan.culture.honours.iter().filter_map(|honour| {
            let every = self.length(honour.every).map(|every| every.trim_start_matches("1 ").to_owned());
            Some(HonourFacts { name: text(&honour.name)?, reason: text(&honour.reason), every })
        });
        IncentiveFacts {
            points: points.collect(),
            scoring: text(&incentives.scoring),
            levels: texts(&incentives.levels),
            privileges: texts(&incentives.privileges),
            gifts: text(&incentives.gifts),
            guard: text(&incentives.abuse_guard),
            honours: honours.collect(),
        }
    }

    pub(super) fn rules(&self) -> RulesFacts {
        let rules = &self.plan.rules;
        let step =
            |step: &String| sanction_name(step).map_or_else(|| step.clone(), |text| text.get(self.language).to_owned());
        let data = &rules.data;
        RulesFacts {
            conduct: rules.conduct.iter().filter_map(|rule| text(&rule.text)).collect(),
            posted: text(&rules.posted),
            quiet_hours: rules.quiet_hours.map(|hours| format!("{}–{}", hours.from, hours.to)),
            admission: self.word(rules.admission.by.map(|by| by.name())),
            admitted_by: self.holder(&rules.admission.who).filter(|_| rules.admission.by != Some(AdmissionBy::Open)),
            screening: text(&rules.admission.sift),
            ladder: texts(&rules.sanctions.ladder).iter().map(step).collect(),
            announced: self.word(rules.sanctions.announce.map(|announce| announce.name())),
            appeal: text(&rules.sanctions.appeal),
            // who takes complaints takes reports where nobody else is named for them
            report: text(&rules.report.contact).or_else(|| text(&self.plan.support.complaints)),
            is_confidential: rules.report.confidential == Some(true),
            conflict_who: self.holder(&rules.conflict.who),
            conflict_within: self.length(rules.conflict.within),
            conflict_how: text(&rules.conflict.how),
            information: text(&rules.rights.information),
            feedback: text(&rules.rights.feedback),
            privacy: text(&rules.rights.privacy),
            data: DataFacts {
                fields: texts(&data.fields),
                purpose: text(&data.purpose),
                keep: self.length(data.keep),
                contact: text(&data.contact),
                consent: text(&data.consent),
                minors: self.word(
                    data.minors
                        .filter(|minors| *minors == Minors::GuardianConsent)
                        .map(|_| Text::new("未成年人须监护人同意", "Minors need their guardians' consent")),
                ),
            },
        }
    }

    pub(super) fn support(&self) -> SupportFacts {
        let support = &self.plan.support;
        let channel = support.channel.as_ref().and_then(|name| self.index.find("channel", name.as_str()));
        let keywords = support
            .keywords
            .iter()
            .filter_map(|keyword| Some(KeywordFacts { word: text(&keyword.word)?, reply: text(&keyword.reply)? }));
        SupportFacts {
            channel: channel.map(|channel| self.label(channel)),
            within: self.length(support.respond_within),
            who: self.holder(&support.owner),
            complaints: text(&support.complaints),
            faq: text(&support.faq),
            keywords: keywords.collect(),
        }
    }

    /// The rituals in which members take part; what the team does is a step of its own work.
    pub(super) fn rituals(&self, on: RitualOn) -> Vec<String> {
        let is_step = |what: &str| self.plan.onboarding.steps.iter().any(|step| step.what.as_deref() == Some(what));
        self.plan
            .culture
            .rituals
            .iter()
            .filter(|ritual| ritual.on == Some(on))
            .filter_map(|ritual| text(&ritual.what))
            .filter(|what| !is_step(what))
            .collect()
    }

    /// The steps of the first days of those whom a holder is asked for.
    pub(super) fn steps(&self, is_meant: impl Fn(Option<&str>) -> bool) -> Vec<JoiningStepFacts> {
        let steps = self.plan.onboarding.steps.iter();
        let steps = steps.filter(|step| is_meant(step.owner.as_ref().map(Ref::as_str)));
        let facts = steps.filter_map(|step| {
            Some(JoiningStepFacts {
                day: step.day.unwrap_or_default(),
                within: self.length(step.within),
                what: text(&step.what)?,
                who: self.holder(&step.owner),
            })
        });
        facts.collect()
    }
}

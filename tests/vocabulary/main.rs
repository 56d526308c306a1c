//! Nothing written stays silent: every key of the vocabulary changes an output or a finding, or is in a short list with
//! its reason.
#![allow(clippy::disallowed_methods)] // tests read the project's own files

mod keys;
mod outputs;
mod variants;

use std::collections::BTreeMap;
use std::sync::Mutex;

use keys::{Route, complete_plans};
use outputs::Outputs;

/// Keys that change nothing on purpose, with the reason.
const REASONS: &[(&str, &str)] = &[
    ("format", "the version of the format, of which there is one"),
    ("extra", "the user's own content, never looked at"),
];

/// Keys that still change nothing. This list may only get shorter.
const STILL_SILENT: &[&str] = &[
    "activities.budget",
    "activities.draw.conditions",
    "activities.draw.delivery",
    "activities.draw.drawn_how",
    "activities.draw.drawn_when",
    "activities.draw.forfeit",
    "activities.draw.highest_prize",
    "activities.draw.manner",
    "activities.draw.odds",
    "activities.draw.organiser",
    "activities.draw.prizes",
    "activities.draw.redeem",
    "activities.draw.redeem_until",
    "activities.link",
    "activities.place",
    "activities.serves",
    "activities.signup.closes",
    "activities.signup.opens",
    "activities.signup.waitlist",
    "activities.steps.done",
    "activities.steps.sends.by",
    "activities.tools",
    "audiences.age",
    "audiences.gender",
    "audiences.interests",
    "audiences.name",
    "audiences.needs",
    "audiences.occupation",
    "audiences.region",
    "audiences.stakes",
    "care.occasions",
    "cases.adapted",
    "cases.name",
    "cases.works_because",
    "changes.move_to",
    "channels.account",
    "channels.id",
    "channels.now",
    "channels.parent",
    "cohorts.places_for",
    "cohorts.product",
    "cohorts.programme",
    "community.jurisdiction",
    "community.kind",
    "community.name_from",
    "community.offline.never",
    "community.offline.reason",
    "community.online.never",
    "community.online.reason",
    "community.openness",
    "community.resources",
    "community.size.now",
    "community.subject",
    "content.kind",
    "content.minutes",
    "content.on_holiday",
    "content.sends.by",
    "content.serves",
    "content.topic",
    "content.until",
    "culture.honours.every",
    "culture.honours.for",
    "culture.honours.name",
    "culture.language_style",
    "culture.rituals.what",
    "culture.role_models",
    "culture.slogan.kind",
    "culture.slogan.text",
    "culture.values",
    "culture.visual.colour",
    "culture.visual.logo",
    "culture.visual.poster",
    "experiments.a",
    "experiments.b",
    "experiments.from",
    "experiments.metric",
    "experiments.until",
    "finance.books",
    "goals.id",
    "governance.decisions",
    "governance.legal_entity",
    "growth.copy.able",
    "growth.copy.needed",
    "growth.copy.planned",
    "growth.copy.proof",
    "growth.invites.cap_per_day",
    "growth.invites.method",
    "incentives.abuse_guard",
    "incentives.budget",
    "incentives.checked",
    "incentives.gifts",
    "incentives.levels",
    "incentives.points.for",
    "incentives.points.give",
    "incentives.privileges",
    "incentives.red_packets.budget",
    "incentives.red_packets.purpose",
    "incentives.red_packets.when",
    "incentives.scoring",
    "leaving.delete_data",
    "leaving.farewell",
    "leaving.inactive_after",
    "leaving.winback",
    "lifecycle.lasts",
    "lifecycle.review_every",
    "limits",
    "lint.allow.at",
    "lint.settings",
    "monetisation.buyers.expected",
    "monetisation.cost.fixed_per_month",
    "monetisation.cost.per_buyer",
    "monetisation.funded_by",
    "monetisation.id",
    "monetisation.payee",
    "monetisation.payer",
    "monetisation.refund",
    "monetisation.sharing",
    "monetisation.starts",
    "onboarding.steps.within",
    "partners.checked_by",
    "partners.gets",
    "partners.gives",
    "partners.id",
    "partners.kind",
    "partners.name",
    "partners.until",
    "people.available",
    "people.away.to",
    "people.from",
    "people.handle",
    "people.id",
    "people.talents",
    "places.address",
    "places.closed.from",
    "places.cost",
    "places.id",
    "places.partner",
    "positioning.alternatives.difference",
    "positioning.alternatives.name",
    "positioning.benefit",
    "positioning.business_loop",
    "positioning.demand",
    "positioning.effect",
    "positioning.emotional_need",
    "positioning.introduction.background",
    "positioning.introduction.benefit",
    "positioning.introduction.contact",
    "positioning.introduction.strengths",
    "positioning.marketing_value",
    "positioning.mission",
    "positioning.problem",
    "positioning.shared_memory",
    "positioning.value_loop",
    "positioning.values.carrier",
    "positioning.values.mutual",
    "positioning.values.pain",
    "positioning.values.promise",
    "positioning.vision",
    "problems.goal",
    "problems.seen",
    "programmes.id",
    "programmes.items.by",
    "programmes.items.form",
    "programmes.title",
    "reviews.looks_at",
    "reviews.questions",
    "roles.chosen_by",
    "roles.id",
    "roles.term",
    "rules.admission.by",
    "rules.admission.sift",
    "rules.data.consent",
    "rules.data.contact",
    "rules.data.fields",
    "rules.data.purpose",
    "rules.report.confidential",
    "rules.rights.feedback",
    "rules.rights.information",
    "rules.rights.privacy",
    "segments.goal",
    "segments.id",
    "segments.leads_to",
    "segments.profile",
    "segments.resources",
    "segments.tasks",
    "support.channel",
    "support.complaints",
    "support.keywords.reply",
    "support.keywords.word",
    "support.respond_within",
    "template.description",
    "template.title",
    "time_zone",
    "tools.cost",
    "tools.for",
    "topics.depth",
    "topics.hot",
    "topics.title",
    "without",
];

/// What happens when a key changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Effect {
    /// Neither another value nor its absence is noticed.
    Silent,
    /// Only its absence is noticed.
    Absence,
    /// Another value is noticed.
    Value,
}

#[test]
#[allow(clippy::print_stdout)] // to read the counts: cargo test --test vocabulary -- --nocapture
fn every_key_has_an_effect() {
    let plans: Vec<(toml::Value, Outputs)> =
        complete_plans().into_iter().map(|plan| (plan.clone(), Outputs::of(&plan, None))).collect();
    // every key with the first plan that has it
    let mut keys: BTreeMap<String, (usize, Vec<Route>)> = BTreeMap::new();
    for (number, (plan, outputs)) in plans.iter().enumerate() {
        assert!(outputs.errors.is_empty(), "plan {number}: {:?}", outputs.errors);
        for (key, routes) in self::keys::keys(plan) {
            let known = keys.entry(key).or_default();
            if known.1.is_empty() {
                *known = (number, routes);
            }
        }
    }
    let missing: Vec<&String> = keys.iter().filter(|(_, (_, routes))| routes.is_empty()).map(|(key, _)| key).collect();
    assert!(missing.is_empty(), "the complete plans lack {missing:?}");
    let todo: Mutex<Vec<_>> = Mutex::new(keys.iter().collect());
    let effects: Mutex<BTreeMap<&str, Effect>> = Mutex::default();
    let work = || {
        loop {
            let Some((key, (number, routes))) = todo.lock().expect("not poisoned").pop() else { return };
            let (plan, before) = &plans[*number];
            let effect = effect(plan, before, routes);
            effects.lock().expect("not poisoned").insert(key, effect);
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    let effects = effects.into_inner().expect("not poisoned");
    let of = |wanted: Effect| effects.iter().filter(move |(_, effect)| **effect == wanted).map(|(key, _)| *key);
    let has_reason = |key: &&str| REASONS.iter().any(|(reason, _)| reason == key);
    let silent: Vec<&str> = of(Effect::Silent).chain(of(Effect::Absence)).filter(|key| !has_reason(key)).collect();
    println!(
        "{} keys: {} with an effect, {} with a reason, {} silent, {} of which only their absence is noticed",
        keys.len(),
        of(Effect::Value).count(),
        REASONS.len(),
        silent.len(),
        of(Effect::Absence).filter(|key| !has_reason(key)).count(),
    );
    let unlisted: Vec<&&str> = silent.iter().filter(|key| !STILL_SILENT.contains(key)).collect();
    assert!(unlisted.is_empty(), "written, but nothing shows it: {unlisted:#?}");
    let spoken: Vec<&&str> = STILL_SILENT.iter().filter(|key| !silent.contains(key)).collect();
    assert!(spoken.is_empty(), "no longer silent, so take them off the list: {spoken:?}");
    let idle: Vec<_> = REASONS.iter().filter(|(key, _)| effects.get(key) == Some(&Effect::Value)).collect();
    assert!(idle.is_empty(), "these have an effect and need no reason: {idle:?}");
}

/// The most that any place of a key changes.
fn effect(plan: &toml::Value, before: &Outputs, routes: &[Route]) -> Effect {
    let changes = |variant: toml::Value| {
        let after = Outputs::of(&variant, Some(before));
        after.is_other
    };
    let value = || {
        let variants = routes.iter().flat_map(|route| variants::of(plan, route));
        variants.filter(|variant| Outputs::errors_of(variant).is_empty()).take(12).any(changes)
    };
    if value() {
        return Effect::Value;
    }
    let absence = || routes.iter().take(3).map(|route| route.removed(plan)).any(changes);
    if absence() { Effect::Absence } else { Effect::Silent }
}

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
    ("made", "what an edit leaves as it was; the outputs of one plan do not show it"),
    ("extra", "the user's own content, never looked at"),
    ("lifecycle.lasts", "has one value, `open-ended`; without it a finding says that the end is missing"),
    ("template.title", "what a starter says of itself where starters are listed; a plan leaves it out"),
    ("template.description", "what a starter says of itself where starters are listed; a plan leaves it out"),
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
    // a few keys only: QUN_KEYS=without,limits cargo test --test vocabulary
    let chosen = std::env::var("QUN_KEYS").ok();
    if let Some(chosen) = &chosen {
        keys.retain(|key, _| chosen.split(',').any(|chosen| chosen == key));
    }
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
    assert!(silent.is_empty(), "written, but nothing shows it: {silent:#?}");
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
    // under another id, what refers to it is an error
    let is_referred_to =
        |route: &Route| route.is_id() && !Outputs::errors_of(&route.replaced(plan, "no-such-thing".into())).is_empty();
    if routes.iter().any(is_referred_to) || value() {
        return Effect::Value;
    }
    let absence = || routes.iter().take(3).map(|route| route.removed(plan)).any(changes);
    if absence() { Effect::Absence } else { Effect::Silent }
}

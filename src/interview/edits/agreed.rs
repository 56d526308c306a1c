//! The rules that were ticked, in a plan that is made of the answers.

use crate::amend::EditSet;
use crate::finding::{KeyPath, Literal};
use crate::interview::context::InterviewContext;
use crate::interview::ticks::{RuleKey, USUAL};
use crate::language::Language;
use crate::plan::culture::Sense;
use crate::plan::rules::ConductAbout;

/// Sets them.
pub(super) fn set(context: &InterviewContext<'_>, changes: &mut EditSet) {
    let ticked = context.answers.texts("agreed");
    let mut conduct = ConductRules { count: 0, changes };
    of_example(context, &ticked, &mut conduct);
    for rule in USUAL.iter().filter(|rule| ticked.contains(&rule.word)) {
        usual(&rule.sets, rule.text.get(context.language()), context.language(), &mut conduct);
    }
}

/// Rules of conduct as they are gathered, and the other edits.
struct ConductRules<'c> {
    count: usize,
    changes: &'c mut EditSet,
}

impl ConductRules<'_> {
    fn add(&mut self, about: Option<ConductAbout>, text: &str) {
        let at = KeyPath::of(&["rules", "conduct"]).index(self.count);
        if let Some(about) = about {
            self.changes.set(at.clone().key("about"), about.word());
        }
        self.changes.set(at.key("text"), text);
        self.count += 1;
    }
}

fn of_example(context: &InterviewContext<'_>, ticked: &[&str], conduct: &mut ConductRules<'_>) {
    let rules = &context.example.plan.rules;
    for (place, rule) in rules.conduct.iter().enumerate() {
        let is_ticked = ticked.contains(&format!("rule-{}", place + 1).as_str());
        if let Some(text) = rule.text.as_deref().filter(|_| is_ticked) {
            conduct.add(rule.about, text);
        }
    }
    if let Some(hours) = rules.quiet_hours.filter(|_| ticked.contains(&"quiet-hours")) {
        conduct.changes.set(KeyPath::of(&["rules", "quiet_hours"]), hours.to_string());
    }
    if ticked.contains(&"ladder") {
        let steps = rules.sanctions.ladder.iter().map(|step| step.as_str().into()).collect();
        conduct.changes.set(KeyPath::of(&["rules", "sanctions", "ladder"]), Literal::List(steps));
    }
}

fn usual(sets: &RuleKey, text: &str, language: Language, conduct: &mut ConductRules<'_>) {
    match sets {
        RuleKey::Conduct(about) => conduct.add(Some(*about), text),
        RuleKey::Text(key) => conduct.changes.set(KeyPath::of(key), text),
        RuleKey::QuietHours(hours) => conduct.changes.set(KeyPath::of(&["rules", "quiet_hours"]), *hours),
        RuleKey::Ladder(steps) => {
            let steps = steps.iter().map(|step| step.get(language).into()).collect();
            conduct.changes.set(KeyPath::of(&["rules", "sanctions", "ladder"]), Literal::List(steps));
        }
        RuleKey::Admission(by) => conduct.changes.set(KeyPath::of(&["rules", "admission", "by"]), by.word()),
        RuleKey::RespondWithin(length) => conduct.changes.set(KeyPath::of(&["support", "respond_within"]), *length),
        RuleKey::Review(when) => {
            conduct.changes.set(KeyPath::of(&["reviews"]).index(0).key("when"), when.get(language));
        }
        RuleKey::Newcomers(steps) => {
            for (place, (day, what)) in steps.iter().enumerate() {
                let at = KeyPath::of(&["onboarding", "steps"]).index(place);
                conduct.changes.set(at.clone().key("day"), Literal::Integer(*day));
                conduct.changes.set(at.key("what"), what.get(language));
            }
            if let Some((_, what)) = steps.first() {
                let ritual = KeyPath::of(&["culture", "rituals"]).index(0);
                for (key, value) in [("sense", Sense::Ceremony.word()), ("on", "join"), ("what", what.get(language))] {
                    conduct.changes.set(ritual.clone().key(key), value);
                }
            }
        }
    }
}

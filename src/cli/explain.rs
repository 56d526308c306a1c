//! `qun explain` and `qun rules`.

use super::args::{Explain, Rules, RulesFormat, TextOrJson};
use super::exit::DONE;
use super::failure::Failure;
use super::session::Session;
use super::{help, out, plans, prompt, usage, why};
use crate::amend::keys_meant;
use crate::knowledge::{Territory, glossary};
use crate::language::{Language, Text};
use crate::metrics;
use crate::plan::holidays_near;
use crate::render;
use crate::rules;
use crate::source::Suggestion;

pub(crate) fn run(asked: &Explain, session: &Session) -> Result<u8, Failure> {
    let here = plans::open_here(session);
    let language = here.as_ref().map_or_else(|| session.language(), |plan| plan.language);
    let name = asked.name.join(" ");
    if let Some((first, place)) = asked.name.split_first()
        && ["holidays", "节假日"].contains(&first.to_lowercase().as_str())
    {
        return holidays(&place.join(" "), language, session);
    }
    if let Some(rule) = rules::find(&name) {
        out::styled(&render::explain_rule(rule, language));
        return Ok(DONE);
    }
    let shown = [
        glossary::find(&name).map(|entry| render::explain_word(entry, language)),
        metrics::definition(&name).map(|metric| render::explain_metric(metric, language)),
        metrics::not_computable(&name).map(|asked| render::explain_not_computable(asked, language)),
    ];
    let shown: Vec<String> = shown.into_iter().flatten().collect();
    if !shown.is_empty() {
        out::styled(&shown.join("\n"));
        return Ok(DONE);
    }
    // what has a name in the plan here is explained as `qun why` does
    if let Some(plan) = here.filter(|plan| plan.reading.is_sound())
        && let Ok(subject) = why::subject(&name, &plan, session)
    {
        return why::show(subject, &plan, TextOrJson::Text, session);
    }
    let keys: Vec<String> = keys_meant(&name).iter().filter_map(|key| render::explain_key(key, language)).collect();
    if !keys.is_empty() {
        out::styled(&keys.join("\n"));
        return Ok(DONE);
    }
    if help::is_command(&name) {
        return Ok(usage::help(&asked.name, language));
    }
    let is_rule = |name: &&str| rules::find(name).is_some();
    let mut near: Vec<String> = rules::nearest(&name).into_iter().filter(is_rule).map(str::to_owned).collect();
    near.extend(glossary::nearest(&name).into_iter().take(3).map(|entry| entry.word.get(language).to_owned()));
    near.dedup();
    let words = Text::new("没有叫“{name}”的规则或行话", "there is no rule or word \"{name}\"");
    let failure = Failure::of(words, [("name", &name)]);
    Err(match near.is_empty() {
        true => failure.hint(Text::new("用 qun rules 看全部规则", "qun rules lists all rules")),
        false => failure.suggest(Suggestion::Near(near)),
    })
}

/// The built-in days off: which there are, or those of one country.
fn holidays(place: &str, language: Language, session: &Session) -> Result<u8, Failure> {
    if place.is_empty() {
        let list = render::holidays_list(language);
        out::styled(&list.lines().map(|line| prompt::fit(line, 0) + "\n").collect::<String>());
        return Ok(DONE);
    }
    let found = Territory::named(place);
    let Some((territory, days)) = found.and_then(|territory| Some((territory, territory.holidays()?))) else {
        let words = Text::new("内置节假日里没有“{name}”", "no built-in days off for \"{name}\"");
        let failure = Failure::of(words, [("name", &place)]);
        let near = holidays_near(place).iter().map(|near| near.code.to_owned()).collect();
        let all = Text::new("用 qun explain holidays 看全部", "qun explain holidays lists all");
        return Err(failure.suggest(Suggestion::Near(near)).hint(all));
    };
    out::styled(&render::holidays_of_territory(&territory, &days, session.today_here(), language));
    Ok(DONE)
}

pub(crate) fn rules(asked: &Rules, session: &Session) -> Result<u8, Failure> {
    let language = plans::language_here(session);
    match asked.format {
        RulesFormat::Text => out::styled(&render::rules_text(rules::all(), language)),
        RulesFormat::Json => out::data(&render::rules_json(rules::all())),
        RulesFormat::Md => out::data(&render::rules_markdown(rules::all(), language)),
    }
    Ok(DONE)
}

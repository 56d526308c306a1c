//! `qun explain` and `qun rules`.

use anyhow::anyhow;

use super::args::{Explain, Rules, RulesForm};
use super::session::Session;
use super::{DONE, out};
use crate::knowledge::glossary;
use crate::language::Text;
use crate::render;
use crate::rules;

pub(crate) fn run(asked: &Explain, session: &Session) -> anyhow::Result<u8> {
    let language = session.language();
    let name = asked.name.join(" ");
    if let Some(rule) = rules::find(&name) {
        out::styled(&render::explain_rule(rule, language));
        return Ok(DONE);
    }
    if let Some(entry) = glossary::find(&name) {
        out::styled(&render::explain_word(entry, language));
        return Ok(DONE);
    }
    let mut near: Vec<String> =
        rules::nearest(&name).into_iter().filter(|name| rules::find(name).is_some()).map(str::to_owned).collect();
    near.extend(glossary::nearest(&name).into_iter().take(3).map(|entry| entry.word.get(language).to_owned()));
    near.dedup();
    let message = Text::new("没有叫“{name}”的规则或行话", "there is no rule or word \"{name}\"");
    let message = message.fill(language, |_| Some(name.clone()));
    let more = if near.is_empty() {
        Text::new("用 qun rules 看全部规则", "see all rules with qun rules").get(language).to_owned()
    } else {
        let separator = Text::new("、", ", ").get(language);
        format!("{}{}", Text::new("是不是：", "did you mean: ").get(language), near.join(separator))
    };
    Err(anyhow!(more).context(message))
}

pub(crate) fn rules(asked: &Rules, session: &Session) -> anyhow::Result<u8> {
    match asked.format {
        RulesForm::Text => out::styled(&render::rules_text(rules::all(), session.language())),
        RulesForm::Json => out::data(&render::rules_json(rules::all())),
        RulesForm::Md => out::data(&render::rules_markdown(rules::all(), session.language())),
    }
    Ok(DONE)
}

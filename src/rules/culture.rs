//! Culture: what everyone accepts, and the signs by which it is felt.

use super::context::Context;
use super::remedy::Remedy;
use super::reporter::Reporter;
use super::rule::Rule;
use super::suggest::Suggester;
use crate::finding::Level::{Advice, Warning};
use crate::finding::Source::{EightAnswers, MarketingHandbook, SocialCommerceTraining};
use crate::finding::{Arg, Finding, KeyPath, SuggestedCommand};
use crate::plan::Plan;
use crate::plan::activities::Form;
use crate::plan::culture::{RitualOn, Sense};

pub(super) static RULES: &[Rule] = &[
    Rule::missing("culture/no-values", Warning, &["culture.values"])
        .from(&[EightAnswers, MarketingHandbook])
        .title("没有共同的价值观", "no shared values")
        .message("没有写价值观（culture.values）：大家都认的是什么", "`culture.values` is empty: what does everyone here stand for?")
        .help("写两三条能照着做的，例如“守时、说人话”", "name two or three values that people can act on, for example \"be on time, plain words\""),
    Rule::incomplete("culture/no-name", Advice, &["community.name", "community.name_from"])
        .not_in_small()
        .from(&[MarketingHandbook])
        .title("没有名字，或没有写名字从哪里来", "missing name or naming approach")
        .message("还没有写：{missing}", "missing: {missing}")
        .help("名字可以以创始人、产品、品牌命名，也可以以目标用户命名，例如 `audience`", "name it after its founder, product or brand, or after its audience, for example `audience`"),
    Rule::missing("culture/no-slogan", Advice, &["culture.slogan.text"])
        .from(&[EightAnswers, MarketingHandbook])
        .title("没有口号", "no slogan")
        .message("没有写口号（culture.slogan.text）：一句让人记得住的话", "`culture.slogan.text` is not set: people have no line to remember you by")
        .help("一句说得出口的话，例如“一年陪你读完 24 本书”", "write one sentence that people would say aloud, for example \"24 books a year, together\""),
    Rule::missing("culture/slogan-kind-unset", Advice, &["culture.slogan.kind"])
        .not_in_small()
        .from(&[MarketingHandbook])
        .title("没有写口号是哪一型", "kind of slogan not set")
        .message("没有写口号的类型（culture.slogan.kind）：功能型、利益型还是三观型", "`culture.slogan.kind` is not set: is the slogan about what you do, what members get, or an attitude?")
        .help("说做什么写 `functional`，说得到什么写 `benefit`，说态度写 `worldview`，例如 `benefit`", "choose `functional` (what you do), `benefit` (what members get) or `worldview` (the attitude behind it), for example `benefit`"),
    Rule::missing("culture/no-visual-identity", Advice, &["culture.visual.logo", "culture.visual.colour", "culture.visual.poster"])
        .not_in_small()
        .from(&[MarketingHandbook, SocialCommerceTraining])
        .title("没有视觉设计", "no visual identity")
        .message("标志、主色、海报一样都没有写（culture.visual）", "`culture.visual` has no logo, colour or poster")
        .help("先定一个主色和群头像，例如“#E4572E”", "start with a colour and a picture for the group, for example \"#E4572E\""),
    Rule::missing("culture/no-honours", Advice, &["culture.honours"])
        .from(&[EightAnswers])
        .title("没有荣誉", "no honours")
        .message("没有写荣誉（culture.honours）：成员做得好，会怎样被看见", "`culture.honours` is empty: how do you recognise members who do well?")
        .help("设一个看得见的荣誉，例如 `honours = [{ name = \"年度读者\", for = \"读完 24 本\", every = \"1y\" }]`", "create an honour that everyone sees, for example `honours = [{ name = \"reader of the year\", for = \"24 books\", every = \"1y\" }]`"),
    Rule::missing("culture/no-role-models", Advice, &["culture.role_models"])
        .from(&[SocialCommerceTraining])
        .title("没有榜样", "no role models")
        .message("没有写榜样（culture.role_models）：新人该学谁", "`culture.role_models` is empty: who should newcomers look up to?")
        .help("从成员里选，例如 `role_models = [\"每月一位读书人\"]`", "choose them from among your members, for example `role_models = [\"a reader each month\"]`"),
    Rule::missing("culture/language-style-unset", Advice, &["culture.language_style"])
        .from(&[SocialCommerceTraining])
        .title("没有定说话的风格", "tone of voice not set")
        .message("没有写说话的风格（culture.language_style）：通知、欢迎、答疑用什么口气", "`culture.language_style` is not set: what tone should notices, welcomes and answers have?")
        .help("几个词就够，例如“亲切、少术语”", "describe it in a few words, for example \"friendly, no jargon\""),
    Rule::plan("culture/senses-missing", Warning, senses_missing)
        .remedy(Remedy::Made(a_ritual_each))
        .not_in_small()
        .row(&["culture.rituals"])
        .from(&[EightAnswers])
        .title("四感不全", "missing senses of belonging")
        .message("还没有带来{senses}的仪式或活动", "no ritual or activity gives members: {senses}")
        .help("给每一种加一个小仪式，例如 `sense = \"belonging\"`、`on = \"anniversary\"`、`what = \"入群一周年送一张手写卡\"`", "add a small ritual for each, for example `sense = \"belonging\"`, `on = \"anniversary\"`, `what = \"a handwritten card after the first year\"`"),
    Rule::plan("culture/no-join-ritual", Warning, no_join_ritual)
        .remedy(Remedy::Add("ritual", &[("on", Some("join"))]))
        .row(&["culture.rituals.on"])
        .from(&[EightAnswers])
        .title("入群没有仪式", "no welcome ritual")
        .message("没有入群时的仪式（`on = \"join\"`）", "no ritual takes place when someone joins (`on = \"join\"`)")
        .help("加一个入群仪式，例如 `sense = \"ceremony\"`、`on = \"join\"`、`what = \"三句话自我介绍\"`", "add one, for example `sense = \"ceremony\"`, `on = \"join\"`, `what = \"introduce yourself in three sentences\"`"),
];

/// Ceremonies serve the sense of ceremony; what members do themselves serves participation.
fn serves(form: Form, sense: Sense) -> bool {
    match sense {
        Sense::Ceremony => form == Form::Ceremony,
        Sense::Participation => matches!(
            form,
            Form::Discussion
                | Form::Topic
                | Form::Poll
                | Form::Quiz
                | Form::Draw
                | Form::CheckIn
                | Form::Workshop
                | Form::Hackathon
        ),
        Sense::Organisation => false,
        Sense::Belonging => form == Form::Meetup,
    }
}

/// Divided duties give the sense of organisation as much as a ritual does.
/// One ritual for each sense that is missing.
fn a_ritual_each(suggest: Suggester<'_>, finding: &Finding) -> Vec<SuggestedCommand> {
    let is_missing = |sense: &&Sense| match finding.arg("senses") {
        Some(Arg::List(senses)) => senses.contains(&Arg::Words(sense.name())),
        _ => false,
    };
    let add = |sense: &Sense| suggest.adding("ritual", &[("sense", Some(sense.word()))]);
    Sense::ALL.iter().filter(is_missing).filter_map(add).collect()
}

fn senses_missing(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let has = |sense: Sense| {
        plan.culture.rituals.iter().any(|ritual| ritual.sense == Some(sense))
            || plan.activities.iter().any(|activity| activity.form.is_some_and(|form| serves(form, sense)))
            || sense == Sense::Organisation && plan.roles.iter().filter(|role| !role.duties.is_empty()).count() > 1
    };
    let senses: Vec<Arg> =
        Sense::ALL.iter().filter(|sense| !has(**sense)).map(|sense| Arg::Words(sense.name())).collect();
    if !senses.is_empty() {
        report.add(report.finding(KeyPath::of(&["culture", "rituals"])).with("senses", Arg::List(senses)));
    }
}

fn no_join_ritual(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let rituals = &plan.culture.rituals;
    if !rituals.iter().any(|ritual| ritual.on == Some(RitualOn::Join)) {
        report.add(report.finding(KeyPath::of(&["culture", "rituals"])).with("count", rituals.len()));
    }
}

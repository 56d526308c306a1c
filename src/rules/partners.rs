//! Partners: that there are some, that both sides gain, that they are checked and known.

use super::context::Context;
use super::remedy::Remedy;
use super::reporter::Reporter;
use super::rule::Rule;
use crate::finding::KeyPath;
use crate::finding::Level::{Advice, Warning};
use crate::finding::Source::TenKeyPoints;
use crate::language::Text;
use crate::plan::growth::Partner;
use crate::plan::labels::Label;
use crate::plan::{Plan, Thing};

pub(super) static RULES: &[Rule] = &[
    Rule::missing("partners/none", Advice, &["partners"])
        .remedy(Remedy::Add("partner", &[("disclosed", None), ("checked_by", None)]))
        .not_in_small()
        .from(&[TenKeyPoints])
        .title("没有合作方", "no partners")
        .message("一个合作方也没有写（[[partners]]）", "there is no `[[partners]]`")
        .help("从最容易开口的一家写起，例如常去的书店：`gives = \"周末借场地\"`、`gets = \"每月两篇推文\"`", "start with the partner that is easiest to ask, for example the shop you go to: `gives = \"a room on weekends\"`, `gets = \"two articles a month\"`"),
    Rule::plan("partners/one-sided", Advice, one_sided)
        .remedy(Remedy::Keys(&["gives", "gets"]))
        .from(&[TenKeyPoints])
        .title("合作只有一边得利", "one-sided partnership")
        .message("合作方“{partner}”{problem}", "partner \"{partner}\" {problem}")
        .help("问问对方最想要什么，写上去，例如 `gives = \"场地、九折\"`、`gets = \"每月两篇推文\"`", "ask what they would like most and add it, for example `gives = \"a room\"`, `gets = \"two articles a month\"`"),
    Rule::plan("partners/unchecked", Advice, unchecked)
        .row(&["partners.checked_by"])
        .from(&[TenKeyPoints])
        .title("没有写谁核实过合作方", "partner not vetted")
        .message("没有写谁核实过合作方“{partner}”（checked_by）", "no one has vetted partner \"{partner}\" (`checked_by`)")
        .help("请一个人去了解清楚，再写上名字，例如 `checked_by = \"founder\"`", "have someone vet the partner, then name them, for example `checked_by = \"founder\"`"),
    Rule::plan("partners/undisclosed", Warning, undisclosed)
        .row(&["partners.disclosed"])
        .from(&[TenKeyPoints])
        .title("没有向成员说明合作关系", "partnership not disclosed to members")
        .message("合作方“{partner}”{problem}", "partner \"{partner}\": {problem}")
        .help("在公告或文章里说明一句，再写 `disclosed = true`", "disclose it in an announcement or article, then set `disclosed = true`"),
];

fn check_each(plan: &Plan, mut check: impl FnMut(KeyPath, &Partner, Label)) {
    for (at, partner) in plan.partners.iter().enumerate() {
        check(KeyPath::of(&["partners"]).index(at), partner, Thing::Partner(at).named(plan));
    }
}

fn is_empty(text: &Option<String>) -> bool {
    text.as_ref().is_none_or(|text| text.trim().is_empty())
}

fn one_sided(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    check_each(plan, |path, partner, name| {
        let problem = match (is_empty(&partner.gives), is_empty(&partner.gets)) {
            (true, true) => Text::new("提供什么、得到什么都没有写", "gives nothing and gets nothing (`gives`, `gets`)"),
            (true, false) => {
                Text::new("只写了得到什么，没有写提供什么（gives）", "gets something but gives nothing (`gives`)")
            }
            (false, true) => {
                Text::new("只写了提供什么，没有写得到什么（gets）", "gives something but gets nothing (`gets`)")
            }
            (false, false) => return,
        };
        report.add(report.finding(path).with("partner", name).with("problem", problem));
    });
}

fn unchecked(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    check_each(plan, |path, partner, name| {
        if partner.checked_by.is_none() {
            report.add(report.finding(path.key("checked_by")).with("partner", name));
        }
    });
}

fn undisclosed(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    check_each(plan, |path, partner, name| {
        let problem = match partner.disclosed {
            Some(true) => return,
            Some(false) => Text::new(
                "没有向成员说明（disclosed = false）",
                "the partnership is not disclosed (`disclosed = false`)",
            ),
            None => {
                Text::new("没有写成员知不知道（disclosed）", "the plan does not say whether members know (`disclosed`)")
            }
        };
        report.add(report.finding(path.key("disclosed")).with("partner", name).with("problem", problem));
    });
}

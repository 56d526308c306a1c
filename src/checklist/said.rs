//! What the plan itself says of broken rules and quarrels, of roles that change hands and of memberships that run out, as
//! things to be done.

use super::Item;
use super::make::{Basis, name_of};
use crate::language::Text;
use crate::plan::Thing;
use crate::plan::people::Role;

/// What follows when a rule is broken: which rules there are and who sees to them, the steps, whom to tell.
pub(super) fn moderation(basis: &Basis<'_>) -> Vec<Item> {
    let (rules, language) = (&basis.plan.rules, basis.language);
    let item = |id: String, source: &str, text: String| Item {
        id: format!("plan/{id}"),
        text,
        source: format!("rules.{source}"),
        ..Item::default()
    };
    let which = Text::new("违反的是这一条吗：{it}", "is it this rule that was broken: {it}");
    let conduct = rules.conduct.iter().enumerate().filter_map(|(number, conduct)| {
        let rule = conduct.text.clone().or_else(|| Some(conduct.about?.name().get(language).to_owned()))?;
        let text = which.fill(language, |_| Some(rule.clone()));
        let person = conduct.enforcer.as_ref().map(|who| name_of(who.as_str(), basis));
        Some(Item { person, ..item(format!("conduct-{}", number + 1), "conduct", text) })
    });
    let ladder = rules.sanctions.ladder.iter().enumerate().map(|(number, step)| {
        item(
            format!("ladder-{}", number + 1),
            "sanctions.ladder",
            rung(step).map_or(step.as_str(), |text| text.get(language)).to_owned(),
        )
    });
    let announce = rules.sanctions.announce.map(|announce| announce.name().get(language).to_owned());
    let after = [
        ("announce", Text::new("在群里公布结果：{it}", "what the group is told: {it}"), announce),
        (
            "appeal",
            Text::new("告诉对方怎样申诉：{it}", "they know how to appeal: {it}"),
            rules.sanctions.appeal.clone(),
        ),
    ];
    let after = after.into_iter().filter_map(|(id, text, it)| {
        let it = it?;
        Some(item(id.to_owned(), &format!("sanctions.{id}"), text.fill(language, |_| Some(it.clone()))))
    });
    conduct.chain(ladder).chain(after).collect()
}

/// The usual steps, as they are said; others stand as the plan has them.
fn rung(step: &str) -> Option<Text> {
    Some(match step {
        "remind" => Text::new("提醒", "remind"),
        "warn" => Text::new("警告", "warn"),
        "mute" => Text::new("禁言", "mute"),
        "remove" => Text::new("移出", "remove"),
        _ => return None,
    })
}

/// Who settles a quarrel, how soon, how; and where one reports.
pub(super) fn conflict(basis: &Basis<'_>) -> Vec<Item> {
    let rules = &basis.plan.rules;
    let person = rules.conflict.who.as_ref().map(|who| name_of(who.as_str(), basis));
    let known = [
        (
            "within",
            Text::new("在 {it} 之内介入", "stepped in within {it}"),
            rules.conflict.within.map(|time| time.to_string()),
        ),
        ("how", Text::new("按约定处理：{it}", "settled as agreed: {it}"), rules.conflict.how.clone()),
        ("report", Text::new("举报找：{it}", "reports went to: {it}"), rules.report.contact.clone()),
    ];
    let item = |(id, text, it): (&str, Text, Option<String>)| {
        let it = it?;
        Some(Item {
            id: format!("plan/{id}"),
            text: text.fill(basis.language, |_| Some(it.clone())),
            person: person.clone().filter(|_| id != "report"),
            source: if id == "report" { "rules.report".to_owned() } else { format!("rules.conflict.{id}") },
            ..Item::default()
        })
    };
    known.into_iter().filter_map(item).collect()
}

/// What whoever takes over a role should know of it, a line a role.
pub(super) fn roles<'b>(basis: &'b Basis<'_>) -> impl Iterator<Item = Item> + 'b {
    basis.plan.roles.iter().enumerate().filter_map(move |(number, role)| self::role(number, role, basis))
}

/// What is known of one role, in a line.
pub(super) fn role(number: usize, role: &Role, basis: &Basis<'_>) -> Option<Item> {
    let known = of_role(role, basis);
    let id = role.id.as_ref().map_or_else(|| (number + 1).to_string(), ToString::to_string);
    let [colon, semicolon] = [Text::new("：", ": "), Text::new("；", "; ")].map(|mark| mark.get(basis.language));
    (!known.is_empty()).then(|| Item {
        text: format!("{}{colon}{}", Thing::Role(number).label(basis.plan, basis.language), known.join(semicolon)),
        id: format!("plan/role-{id}"),
        source: "roles".to_owned(),
        ..Item::default()
    })
}

fn of_role(role: &Role, basis: &Basis<'_>) -> Vec<String> {
    let above = role.reports_to.as_ref().and_then(|to| basis.index.find("role", to.as_str()));
    let above = above.map(|role| role.label(basis.plan, basis.language));
    let list = |words: &[String]| {
        let separator = Text::new("、", ", ").get(basis.language);
        (!words.is_empty()).then(|| words.join(separator))
    };
    let known = [
        (Text::new("职责：{it}", "duties: {it}"), list(&role.duties)),
        (Text::new("要这样的人：{it}", "it needs people who are: {it}"), list(&role.traits)),
        (Text::new("从哪里找：{it}", "found: {it}"), role.recruit.clone()),
        (Text::new("怎样上手：{it}", "trained: {it}"), role.training.clone()),
        (Text::new("向{it}汇报", "reports to {it}"), above),
        (Text::new("怎样考核：{it}", "assessed: {it}"), role.assessed.clone()),
    ];
    let fill =
        |(text, it): (Text, Option<String>)| Some(text.fill(basis.language, |_| it.clone())).filter(|_| it.is_some());
    known.into_iter().filter_map(fill).collect()
}

/// The memberships and other products of whose end members are told beforehand.
pub(super) fn renewals<'b>(basis: &'b Basis<'_>) -> impl Iterator<Item = Item> + 'b {
    let before = Text::new(
        "{product}：到期前 {days} 天的成员提醒过续费",
        "{product}: those whose term ends in {days|day|days} were told",
    );
    basis.plan.monetisation.iter().enumerate().filter_map(move |(number, row)| {
        let days = row.renewal.remind.map(|remind| -remind.reach()).filter(|days| *days > 0)?;
        let id = row.id.as_ref().map_or_else(|| (number + 1).to_string(), ToString::to_string);
        let product = Thing::Product(number).label(basis.plan, basis.language);
        Some(Item {
            id: format!("plan/renewal-{id}"),
            text: before
                .fill(basis.language, |name| Some(if name == "product" { product.clone() } else { days.to_string() })),
            source: "monetisation.renewal".to_owned(),
            ..Item::default()
        })
    })
}

#[cfg(test)]
pub(super) mod tests {
    use crate::calendar::{Request, calendar};
    use crate::checklist::{Basis, Checklist, What, make};
    use crate::knowledge::Holidays;
    use crate::language::Language;
    use crate::library::Library;
    use crate::plan::read;
    use crate::source::Document;
    use crate::value::Day;

    const PLAN: &str = "[[roles]]\nid = \"founder\"\nkind = \"creator\"\n\
        [[roles]]\nid = \"manager\"\ntraits = [\"patient\", \"firm\"]\nreports_to = \"founder\"\nassessed = \"each quarter\"\n\
        [[monetisation]]\nid = \"year\"\nproduct = \"a year\"\nrenewal = { remind = \"T-30d\" }\n\
        [[monetisation]]\nid = \"camp\"\nrenewal = { remind = \"T+1d\" }\n";

    /// A list of a plan, from 2026-12-01 for some more days.
    pub(in crate::checklist) fn list_of(plan: &str, what: What, language: Language, days: i32) -> Checklist {
        let library = Library::default();
        let mut buffer = String::new();
        let reading = read(&Document::parse(plan, &mut buffer), &library);
        assert!(reading.findings.is_empty(), "{:?}", reading.findings);
        let day: Day = "2026-12-01".parse().expect("a day");
        let request = Request { from: day, to: day.plus(days), holidays: Holidays::none(), without: None };
        let calendar = calendar(&reading.plan, &reading.index, &library, &request).expect("a calendar");
        let basis =
            Basis { plan: &reading.plan, index: &reading.index, library: &library, calendar: &calendar, day, language };
        make(what, &basis)
    }

    fn own_of(plan: &str, what: What, language: Language) -> Vec<(String, String)> {
        let list = list_of(plan, what, language, 0);
        let section = list.sections.into_iter().find(|section| section.id == "plan").expect("the plan's own");
        section.items.into_iter().map(|item| (item.id, item.text)).collect()
    }

    fn own(what: What, language: Language) -> Vec<(String, String)> {
        own_of(PLAN, what, language)
    }

    #[test]
    fn a_broken_rule_is_met_with_the_steps_of_the_plan() {
        let plan = "[[rules.conduct]]\nabout = \"advertising\"\n[[rules.conduct]]\ntext = \"be kind\"\n\
            [rules.sanctions]\nladder = [\"remind\", \"three days off\"]\nannounce = \"without-names\"\nappeal = \"the owner\"\n";
        let texts =
            |language| own_of(plan, What::Moderation, language).into_iter().map(|(_, text)| text).collect::<Vec<_>>();
        let broken = "is it this rule that was broken: ";
        let expected = [
            format!("{broken}advertising"),
            format!("{broken}be kind"),
            "remind".to_owned(),
            "three days off".to_owned(),
            "what the group is told: without names".to_owned(),
            "they know how to appeal: the owner".to_owned(),
        ];
        assert_eq!(texts(Language::En), expected);
        assert_eq!(texts(Language::Zh)[2..4], ["提醒", "three days off"]);
    }

    #[test]
    fn a_quarrel_is_settled_as_the_plan_says() {
        let plan = "[[roles]]\nid = \"m\"\nkind = \"manager\"\n[rules.conflict]\nwho = \"m\"\nwithin = \"12h\"\nhow = \"talk first\"\n[rules.report]\ncontact = \"Mia\"\n";
        let expected = [
            ("plan/within", "stepped in within 12h"),
            ("plan/how", "settled as agreed: talk first"),
            ("plan/report", "reports went to: Mia"),
        ];
        let expected = expected.map(|(id, text)| (id.to_owned(), text.to_owned()));
        assert_eq!(own_of(plan, What::Conflict, Language::En), expected);
        let list = list_of(plan, What::Conflict, Language::Zh, 0);
        let settled = list.sections.iter().flat_map(|section| &section.items).find(|item| item.id == "plan/how");
        assert_eq!(
            settled.and_then(|item| item.person.as_deref()),
            Some("管理者"),
            "a role without a title by its kind"
        );
    }

    #[test]
    fn whoever_takes_over_is_told_what_the_plan_says_of_the_role() {
        let one = |text: &str| vec![("plan/role-manager".to_owned(), text.to_owned())];
        let en = "manager: it needs people who are: patient, firm; reports to founder; assessed: each quarter";
        assert_eq!(own(What::Handover, Language::En), one(en));
        let zh = "管理员：要这样的人：patient、firm；向创始人汇报；怎样考核：each quarter";
        assert_eq!(own(What::Handover, Language::Zh), one(zh));
    }

    #[test]
    fn what_runs_out_is_on_the_list_of_the_month() {
        let told = "a year: those whose term ends in 30 days were told";
        assert_eq!(own(What::Monthly, Language::En), [("plan/renewal-year".to_owned(), told.to_owned())]);
    }
}

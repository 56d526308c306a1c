//! What the plan itself says of roles that change hands and of memberships that run out, as things to be done.

use super::Item;
use super::make::Basis;
use crate::language::Text;
use crate::plan::people::Role;

/// What whoever takes over a role should know of it, a line a role.
pub(super) fn roles<'b>(basis: &'b Basis<'_>) -> impl Iterator<Item = Item> + 'b {
    basis.plan.roles.iter().enumerate().filter_map(move |(number, role)| {
        let known = of_role(role, basis);
        let id = role.id.as_ref().map_or_else(|| (number + 1).to_string(), ToString::to_string);
        let title = role.title.clone().or_else(|| role.kind.map(|kind| kind.name().get(basis.language).to_owned()));
        let [colon, semicolon] = [Text::new("：", ": "), Text::new("；", "; ")].map(|mark| mark.get(basis.language));
        (!known.is_empty()).then(|| Item {
            text: format!("{}{colon}{}", title.unwrap_or_else(|| id.clone()), known.join(semicolon)),
            id: format!("plan/role-{id}"),
            source: "roles".to_owned(),
            ..Item::default()
        })
    })
}

fn of_role(role: &Role, basis: &Basis<'_>) -> Vec<String> {
    let above = role.reports_to.as_ref().and_then(|to| {
        basis.plan.roles.iter().find(|role| role.id.as_ref().is_some_and(|id| id.as_str() == to.as_str()))
    });
    let above = above.and_then(|role| role.title.clone().or_else(|| Some(role.id.as_ref()?.to_string())));
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
        let product = row.product.clone().unwrap_or_else(|| id.clone());
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
mod tests {
    use crate::calendar::{Request, calendar};
    use crate::checklist::{Basis, What, make};
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

    fn own(what: What, language: Language) -> Vec<(String, String)> {
        let library = Library::default();
        let mut room = String::new();
        let reading = read(&Document::parse(PLAN, &mut room), &library);
        assert!(reading.findings.is_empty(), "{:?}", reading.findings);
        let day: Day = "2026-12-01".parse().expect("a day");
        let request = Request { from: day, to: day, holidays: Holidays::none(), without: None };
        let calendar = calendar(&reading.plan, &reading.index, &library, &request).expect("a calendar");
        let basis =
            Basis { plan: &reading.plan, index: &reading.index, library: &library, calendar: &calendar, day, language };
        let list = make(what, &basis);
        let section = list.sections.into_iter().find(|section| section.id == "plan").expect("the plan's own");
        section.items.into_iter().map(|item| (item.id, item.text)).collect()
    }

    #[test]
    fn whoever_takes_over_is_told_what_the_plan_says_of_the_role() {
        let one = |text: &str| vec![("plan/role-manager".to_owned(), text.to_owned())];
        let en = "manager: it needs people who are: patient, firm; reports to founder; assessed: each quarter";
        assert_eq!(own(What::Handover, Language::En), one(en));
        let zh = "manager：要这样的人：patient、firm；向founder汇报；怎样考核：each quarter";
        assert_eq!(own(What::Handover, Language::Zh), one(zh));
    }

    #[test]
    fn what_runs_out_is_on_the_list_of_the_month() {
        let told = "a year: those whose term ends in 30 days were told";
        assert_eq!(own(What::Monthly, Language::En), [("plan/renewal-year".to_owned(), told.to_owned())]);
    }
}

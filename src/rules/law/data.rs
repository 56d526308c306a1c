//! Members' data, and children among them.

use super::scope::{chinese_law_level, cite};
use crate::finding::KeyPath;
use crate::finding::Level::{Error, Warning};
use crate::knowledge::law::GUARDIAN_UNDER;
use crate::language::Text;
use crate::plan::Plan;
use crate::plan::rules::Minors;
use crate::rules::context::Context;
use crate::rules::reporter::Reporter;

/// Words by which an ending deletes data.
const DELETES: [&str; 5] = ["删", "销毁", "delet", "eras", "destroy"];

pub(super) fn member_data(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let Some(level) = chinese_law_level(plan) else { return };
    let data = &plan.rules.data;
    let profiles = plan.segments.iter().flat_map(|segment| &segment.profile);
    let mut fields: Vec<&str> = data.fields.iter().chain(profiles).map(String::as_str).collect();
    fields.dedup();
    if fields.is_empty() {
        return;
    }
    let is_set = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.trim().is_empty());
    let ending = plan.lifecycle.ending.as_deref().unwrap_or("").to_lowercase();
    let is_deleted = is_set(&plan.leaving.delete_data) || DELETES.iter().any(|word| ending.contains(word));
    let missing: Vec<Text> = [
        (is_set(&data.purpose), Text::new("为什么收集（purpose）", "its purpose (`purpose`)")),
        (is_set(&data.consent), Text::new("怎样取得同意（consent）", "how people consent (`consent`)")),
        (data.keep.is_some(), Text::new("保存多久（keep）", "how long you keep it (`keep`)")),
        (is_set(&data.contact), Text::new("找谁查看或删除（contact）", "a contact for access or deletion (`contact`)")),
        (
            is_deleted,
            Text::new("结束时怎样删除（leaving.delete_data）", "how you delete it at the end (`leaving.delete_data`)"),
        ),
    ]
    .into_iter()
    .filter(|(is_there, _)| !is_there)
    .map(|(_, words)| words)
    .collect();
    if !missing.is_empty() {
        let path = KeyPath::of(&["rules", "data"]);
        let finding = report.finding(path).at_most(level).with("fields", fields).with("missing", missing);
        report.add(cite(finding, &["personal-data/purpose-and-consent", "personal-data/deletion"]));
    }
}

/// The lowest age that a text names; years of birth (00 后) and parents of children are no ages of members.
fn lowest_age(text: &str) -> Option<i64> {
    let folded = crate::value::fold_width(text);
    if ["家长", "父母", "宝妈", "后", "parent", "mother", "father"]
        .iter()
        .any(|word| folded.to_lowercase().contains(word))
    {
        return None;
    }
    let numbers = folded.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let lowest = numbers.filter_map(|digits| digits.parse::<i64>().ok()).min()?;
    let is_upper = ["以下", "以内", "under", "below", "up to"].iter().any(|word| folded.to_lowercase().contains(word));
    Some(if is_upper { lowest - 1 } else { lowest })
}

pub(super) fn minors(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let Some(level) = chinese_law_level(plan) else { return };
    let minors = plan.rules.data.minors;
    if minors == Some(Minors::GuardianConsent) {
        return;
    }
    for (at, audience) in plan.audiences.iter().enumerate() {
        let Some(age) = audience.age.as_deref() else { continue };
        if lowest_age(age).is_some_and(|lowest| lowest < GUARDIAN_UNDER) {
            let name = audience.name.as_deref().unwrap_or("?");
            let path = KeyPath::of(&["audiences"]).index(at).key("age");
            let who = Text::new("目标人群“{audience}”的年龄是“{age}”", "audience \"{audience}\" has the age \"{age}\"");
            let finding = report.finding(path).at_most(level.min(Error)).with("who", who);
            let finding = finding.with("audience", name).with("age", age);
            report.add(cite(finding.with("limit", GUARDIAN_UNDER), &["personal-data/minors"]));
            return;
        }
    }
    // minors may be older than that: nothing certain
    if minors == Some(Minors::Allowed) {
        let path = KeyPath::of(&["rules", "data", "minors"]);
        let who = Text::new("允许未成年人加入", "minors may join");
        let finding = report.finding(path).at_most(level.min(Warning)).with("who", who);
        report.add(cite(finding.with("limit", GUARDIAN_UNDER), &["personal-data/minors"]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_read_and_births_are_not() {
        for (text, wanted) in
            [("8-12", 8), ("13岁", 13), ("22–30", 22), ("14 岁以下", 13), ("under 10", 9), ("18+", 18)]
        {
            assert_eq!(lowest_age(text), Some(wanted), "{text}");
        }
        for text in ["00后", "不限", "有 3-10 岁孩子的家长", "parents of children of 5", ""] {
            assert_eq!(lowest_age(text), None, "{text}");
        }
    }
}

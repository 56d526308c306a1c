//! Replaces the starter's own names in its texts: those of the community, its people, its main channel and its two
//! regular events; and its price.

use super::people;
use crate::amend::{EditSet, replace_names};
use crate::interview::context::InterviewContext;
use crate::value::Money;

/// Replaces names in every text of the plan but those that are replaced as a whole.
pub(super) fn replace(context: &InterviewContext<'_>, changes: &mut EditSet) {
    let plan = &context.starter.plan;
    let mut names: Vec<(String, String)> = people::renamed(context);
    let titles = ["weekly", "monthly"].map(|part| {
        let activity = plan.activities.get(context.element("activities", part));
        (part, activity.and_then(|activity| activity.title.clone()))
    });
    let channel = plan.channels.get(context.element("channels", "main")).and_then(|channel| channel.title.clone());
    // the names of a few characters are words that mean other things too
    let is_name = |(_, old): &(&str, Option<String>)| old.as_ref().is_some_and(|old| old.chars().count() > 2);
    let others = titles.into_iter().chain([("channel", channel)]).filter(is_name);
    for (question, old) in [("name", plan.community.name.clone())].into_iter().chain(others) {
        names.extend(old.zip(context.answers.text(question).map(str::to_owned)));
    }
    let price = plan.monetisation.get(context.element("monetisation", "earning")).and_then(|sold| sold.price.as_ref());
    if let (Some(old), Some(Ok(new))) = (price, context.answers.text("price").map(str::parse::<Money>)) {
        names.extend(written(old).into_iter().zip(written(&new)));
    }
    replace_names(plan, names, changes);
}

/// An amount in the ways in which texts write it.
fn written(money: &Money) -> [String; 4] {
    let plain = money.to_string();
    let number = plain.strip_suffix(&money.currency).unwrap_or(&plain).trim();
    let (whole, rest) = number.split_once('.').map_or((number, String::new()), |(n, rest)| (n, format!(".{rest}")));
    let digits: Vec<&str> = whole.as_bytes().rchunks(3).rev().map(|part| str::from_utf8(part).unwrap_or("")).collect();
    let grouped = format!("{}{rest}", digits.join(","));
    match money.currency.as_str() {
        "CNY" => [format!("{number} 元"), format!("{grouped} 元"), plain.clone(), format!("{grouped} CNY")],
        currency => [plain.clone(), format!("{grouped} {currency}"), plain.clone(), format!("{grouped} {currency}")],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amend::with_names;

    #[test]
    fn a_price_is_replaced_as_it_is_written() {
        let ways = |text: &str| written(&text.parse().expect("an amount"));
        let pairs = |old: &str, new: &str| ways(old).into_iter().zip(ways(new)).collect::<Vec<_>>();
        let (same, other) = (pairs("2400 CNY", "1999.50 CNY"), pairs("99 CNY", "12 EUR"));
        assert_eq!(
            with_names("一年 2,400 元，或 2400 元，不是 12,400 元", &same),
            "一年 1,999.50 元，或 1999.50 元，不是 12,400 元"
        );
        assert_eq!(with_names("一年 99 元，199 元、1,99 元不算", &other), "一年 12 EUR，199 元、1,99 元不算");
        assert_eq!(with_names("30 EUR a year", &pairs("30 EUR", "45 EUR")), "45 EUR a year");
    }
}

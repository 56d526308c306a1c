//! One thing that is added, typed as a line of the interview: `Yuki, moderator, 4h, Tokyo`, 每周三20:00 答疑夜 敏姐.

use crate::interview::lines::{self, ActivityLine, ChannelLine, Leader, PersonLine, ProductLine, RoleWord, TeamLine};
use crate::interview::price::usual_currency;
use crate::language::Language;
use crate::plan::activities::Mode;
use crate::plan::{ElementKind, Plan};

/// The values of each thing that a line names, by their keys, as they could be typed; none where the line is a name alone.
pub fn values_of_line(what: &ElementKind, line: &str, plan: &Plan) -> Option<Vec<Vec<(&'static str, String)>>> {
    let language = plan.language();
    let all: Vec<Vec<(&str, String)>> = match what.word {
        "person" => complete(lines::people(line))?.into_iter().map(|line| person(line, plan)).collect::<Option<_>>()?,
        "channel" => complete(lines::channels(line))?.into_iter().map(|line| channel(line, language)).collect(),
        "activity" => complete(lines::activities_of_team(line, &team(plan)))?
            .into_iter()
            .map(|line| activity(line.assigned(&team(plan), &channels(plan)), language))
            .collect(),
        "product" => {
            complete(lines::products(line, usual_currency(language)))?.into_iter().filter_map(product).collect()
        }
        _ => return None,
    };
    Some(all).filter(|all| all.iter().any(|values| values.len() > 1) || all.len() > 1)
}

/// What was read, where all of it was.
fn complete<T>(pasted: lines::PastedLines<T>) -> Option<Vec<T>> {
    Some(pasted.items).filter(|_| pasted.unread.is_empty())
}

/// The people of a plan, as the interview knows them.
fn team(plan: &Plan) -> Vec<TeamLine> {
    let person = |person: &crate::plan::people::Person| {
        let name = person.name.clone()?;
        let roles = person.roles.iter().map(|role| RoleWord {
            written: role.as_str().to_owned(),
            part: None,
            id: None,
            kind: None,
        });
        Some(TeamLine::Person(PersonLine { roles: roles.collect(), ..PersonLine::called(&name, &name) }))
    };
    plan.people.iter().filter_map(person).collect()
}

/// The channels of a plan, as the interview knows them.
fn channels(plan: &Plan) -> Vec<ChannelLine> {
    let channel = |channel: &crate::plan::channels::Channel| {
        let title = channel.title.clone().or_else(|| channel.id.as_ref().map(|id| id.as_str().to_owned()))?;
        let platform = channel.platform;
        Some(ChannelLine {
            line: title.clone(),
            title: Some(title),
            platform,
            account: None,
            size: None,
            cap: None,
            in_person: false,
        })
    };
    plan.channels.iter().filter_map(channel).collect()
}

/// A number of people is nobody to be added by name.
fn person(line: TeamLine, plan: &Plan) -> Option<Vec<(&'static str, String)>> {
    let TeamLine::Person(person) = line else { return None };
    let has = |id: &&str| plan.roles.iter().any(|role| role.id.as_ref().is_some_and(|own| own.as_str() == *id));
    // a role of a part of the community is asked about, so that the part is not lost
    let known = |role: &RoleWord| role.id.filter(has).filter(|_| role.part.is_none());
    let role = |role: &RoleWord| known(role).map_or_else(|| role.whole(), str::to_owned);
    let roles: Vec<String> = person.roles.iter().map(role).collect();
    let values = [
        ("roles", Some(roles.join(",")).filter(|roles| !roles.is_empty())),
        ("hours_per_week", person.hours.map(|hours| hours.to_string())),
        ("time_zone", person.zone),
        ("holidays", person.holidays),
        ("available", person.available),
    ];
    Some(with_name(("name", person.name), values))
}

fn channel(line: ChannelLine, language: Language) -> Vec<(&'static str, String)> {
    let name = line.name(language);
    let values = [
        ("platform", line.platform.map(|platform| platform.word().to_owned())),
        ("account", line.account),
        ("now", line.size.map(|size| size.to_string())),
        ("cap", line.cap.map(|cap| cap.to_string())),
    ];
    with_name(("title", name), values)
}

fn activity(line: ActivityLine, language: Language) -> Vec<(&'static str, String)> {
    let leader = line.leader.as_ref().filter(|leader| **leader != Leader::Turns).map(|leader| leader.name(language));
    let sop = line.sop().map(str::to_owned);
    let values = [
        ("when", Some(line.when)),
        ("form", line.form.map(|form| form.word().to_owned())),
        ("mode", line.is_in_person.then(|| Mode::Offline.word().to_owned())),
        ("channels", Some(line.channels.join(",")).filter(|channels| !channels.is_empty())),
        ("lasts", line.is_week_long.then(|| "1w".to_owned()).or_else(|| line.lasts.map(|lasts| lasts.to_string()))),
        ("time_zone", line.zone),
        ("owner", leader),
        ("sop", sop),
    ];
    with_name(("title", line.title), values)
}

fn product(line: ProductLine) -> Option<Vec<(&'static str, String)>> {
    let (price, per) = match line.price {
        Some((price, per)) => (Some(price.to_string()), per.map(|per| per.word().to_owned())),
        None => (None, None),
    };
    Some(with_name(("product", line.title?), [("price", price), ("per", per), ("refund", line.refund)]))
}

fn with_name<const N: usize>(
    name: (&'static str, String),
    values: [(&'static str, Option<String>); N],
) -> Vec<(&'static str, String)> {
    let given = values.into_iter().filter_map(|(key, value)| Some((key, value?)));
    std::iter::once(name).chain(given).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Library;
    use crate::plan::read;
    use crate::source::Document;

    fn values(kind: &str, line: &str) -> Option<String> {
        let text = "language = \"zh-CN\"\n[[people]]\nname = \"敏姐\"\n[[roles]]\nid = \"moderator\"\n";
        let mut buffer = String::new();
        let plan = read(&Document::parse(text, &mut buffer), &Library::default()).plan;
        let kind = ElementKind::meant(kind).expect("a kind");
        let shown = |values: Vec<(&str, String)>| {
            values.into_iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join(" ")
        };
        Some(values_of_line(kind, line, &plan)?.into_iter().map(shown).collect::<Vec<_>>().join("; "))
    }

    #[test]
    fn a_line_is_read_as_in_the_interview() {
        for (kind, line, expected) in [
            ("person", "Yuki, moderator, 4h, Tokyo", "name=Yuki roles=moderator hours_per_week=4 time_zone=Asia/Tokyo"),
            ("person", "May、小陶 管理员", "name=May roles=管理员; name=小陶 roles=管理员"),
            ("channel", "1群 企业微信 160人", "title=1群 platform=wecom-customer-group now=160"),
            ("activity", "每周三20:00 夜话 敏姐", "title=夜话 when=每周三20:00 owner=敏姐"),
            ("product", "年卡 365元/年", "product=年卡 price=365 CNY per=year"),
        ] {
            assert_eq!(values(kind, line).as_deref(), Some(expected), "{line}");
        }
        // a name alone is a name, and what cannot be read whole is left as it is
        for (kind, line) in [("person", "Yuki"), ("person", "19 helpers"), ("activity", "夜话"), ("role", "a, b")] {
            assert_eq!(values(kind, line), None, "{line}");
        }
    }
}

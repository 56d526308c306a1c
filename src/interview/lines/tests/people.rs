//! People as they are pasted.

use super::*;

fn roles(roles: &[RoleWord]) -> String {
    roles.iter().map(|role| format!(" {}", role.id.map_or(format!("?{}", role.written), str::to_owned))).collect()
}

fn read(text: &str) -> String {
    let hours = |hours: Option<f64>| hours.map(|hours| format!(" {hours}h")).unwrap_or_default();
    shown(&super::super::people(text), |line| match line {
        TeamLine::Person(p) => {
            let zone = p.zone.as_ref().map(|zone| format!(" {zone}")).unwrap_or_default();
            format!("{}:{}{}{zone}", p.name, roles(&p.roles), hours(p.hours))
        }
        TeamLine::Headcount(h) => format!("{} ×{}{}", h.count, roles(&h.roles), hours(h.hours)),
    })
}

#[test]
fn people_with_roles_and_hours() {
    check(
        &[
            ("敏姐 群主 10小时；May、小陶 管理员", "敏姐: owner 10h; May: manager; 小陶: manager"),
            (
                "Dana host 5h; Ravi, Meera moderators (Bangalore)",
                "Dana: host 5h; Ravi: moderator Asia/Kolkata; Meera: moderator Asia/Kolkata",
            ),
            ("张三（主持，每周5小时）", "张三: host 5h"),
            ("Ana - organiser - 3 hours a week", "Ana: organiser 3h"),
            ("19 helpers", "19 × helper"),
            ("19位志愿者", "19 × volunteer"),
            ("19位志愿者（含上面四位）", "19 × volunteer"),
            ("志愿者 19名（含以上四人）", "19 × volunteer"),
            ("另外还有15个志愿者", "15 × volunteer"),
            ("19 helpers in all", "19 × helper"),
            ("me and Priya", "Priya:; [me]"),
            ("阿豪管财务", "阿豪: treasurer"),
            ("about 20 volunteers", "20 × volunteer"),
            ("十几个志愿者", "[十几个志愿者]"),
            ("戴娜 群主 纽约 每周8小时", "戴娜: owner 8h America/New_York"),
            ("Dana Reyes, community lead, New York, 8 hours a week", "Dana Reyes: ?community lead 8h America/New_York"),
            ("Tom organiser 3-4 hrs/wk", "Tom: organiser 3h"),
            ("志愿者19人", "19 × volunteer"),
            ("helpers: 19", "19 × helper"),
            ("three hosts, 2h each", "3 × host 2h"),
            ("管理员：May、小陶", "May: manager; 小陶: manager"),
            ("管理员2人：May、小陶", "May: manager; 小陶: manager"),
            ("群主 敏姐", "敏姐: owner"),
            ("敏姐是群主", "敏姐: owner"),
            ("敏姐群主10小时", "敏姐: owner 10h"),
            ("敏姐，群主兼讲师，每周大约 10 小时", "敏姐: owner teacher 10h"),
            ("敏姐 群主、May 管理员", "敏姐: owner; May: manager"),
            ("小雨和阿明 主持人", "小雨: host; 阿明: host"),
            ("张三（主持）、李四（编辑）", "张三: host; 李四: editor"),
            ("敏姐 团长 10小时", "敏姐: ?团长 10h"),
            ("周舟 5小时/周 上海", "周舟: 5h Asia/Shanghai"),
            ("- [ ] 1. Dana", "Dana:"),
            ("Dana\nRavi\n\n---\nMeera", "Dana:; Ravi:; Meera:"),
            ("Dana is the host, 3h/week, London", "Dana: host 3h Europe/London"),
            ("Ravi, Meera moderator", "Ravi:; Meera: moderator"),
            ("Ravi and Meera: moderators", "Ravi: moderator; Meera: moderator"),
            ("Jean-Luc Picard (host & editor)", "Jean-Luc Picard: host editor"),
            ("Ana | gardener | 3.5h", "Ana: ?gardener 3.5h"),
            ("Dana van Dyke gardener 5h", "Dana van Dyke: ?gardener 5h"),
            ("Host: Dana, Ravi", "Dana: host; Ravi: host"),
            ("Ana 5h, Bo 3h", "Ana: 5h; Bo: 3h"),
            ("Sam — admin — PST", "Sam: admin America/Los_Angeles"),
            ("Sam (America/New_York) coach", "Sam: coach America/New_York"),
            ("@dana host", "@dana: host"),
            ("老王 Wang 群主", "老王 Wang: owner"),
            ("Ana host 3-5 hours", "Ana: host 3h"),
            ("敏姐 群主 3-5小时", "敏姐: owner 3h"),
            ("Ana, host, since 2024", "Ana: host; [since 2024]"),
            ("Meera moderator (Puna)", "Meera: moderator; [Puna]"),
            ("Ana, Sofia, Ben", "Ana:; Sofia:; Ben:"),
            ("Sofia host 3h", "Sofia: host 3h"),
            ("Dana host, Sofia", "Dana: host Europe/Sofia"),
            ("Anke (Berlin) moderator 5", "Anke: moderator 5h Europe/Berlin"),
            ("Ravi moderator 6 Bangalore", "Ravi: moderator 6h Asia/Kolkata"),
            ("敏姐 群主 10", "敏姐: owner 10h"),
            ("志愿者 19", "19 × volunteer"),
            ("我老公，帮忙收钱", "我老公: ?帮忙收钱"),
            ("my husband, collects money", "my husband: ?collects money"),
            ("Tom, Priya, 2 hours a month each", "Tom: 0.5h; Priya: 0.5h"),
            ("小陈、小林，每人每月2小时", "小陈: 0.5h; 小林: 0.5h"),
            ("10小时", "[10小时]"),
            ("群主", "[群主]"),
            ("20 people", "[20 people]"),
            ("13800138000", "[13800138000]"),
            ("", ""),
        ],
        read,
    );
}

#[test]
fn what_is_not_understood_says_what_is_expected() {
    let of = |text| super::super::people(text).unread.remove(0).expected.get(Language::En);
    assert_eq!(of("10小时"), "a name first, such as Dana host 5h");
    assert_eq!(of("20 people"), "what these people do, such as 19 helpers");
    assert_eq!(of("Ana, host, since 2024"), "a role, hours a week such as 5h, or a city whose time zone is known");
}

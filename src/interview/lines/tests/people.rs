//! People as they are pasted.

use super::*;

fn roles(roles: &[RoleWord]) -> String {
    let part = |role: &RoleWord| role.part.as_ref().map(|part| format!("[{part}]")).unwrap_or_default();
    let id = |role: &RoleWord| role.id.map_or(format!("?{}", role.written), str::to_owned);
    roles.iter().map(|role| format!(" {}{}", id(role), part(role))).collect()
}

fn read(text: &str) -> String {
    let hours = |hours: Option<f64>| hours.map(|hours| format!(" {hours}h")).unwrap_or_default();
    shown(&super::super::people(text), |line| match line {
        TeamLine::Person(p) => {
            let said = [&p.zone, &p.holidays, &p.available].into_iter().flatten().map(|said| format!(" {said}"));
            let remarks = p.remarks.iter().map(|remark| format!(" ({remark})"));
            let is_self = if p.is_self { " self" } else { "" };
            let said: String = said.chain(remarks).collect();
            format!("{}:{}{}{said}{is_self}", p.name, roles(&p.roles), hours(p.hours))
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
            ("15个助教", "15 × teaching-assistant"),
            ("19个助手", "19 × helper"),
            ("阿芸 群主 每天2小时", "阿芸: owner 14h"),
            ("Mia (host, mia@example.org)", "Mia: host (mia@example.org)"),
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
            ("Ravi, Meera moderator", "Ravi: moderator; Meera: moderator"),
            ("Ravi, Meera 5h", "Ravi:; Meera: 5h"),
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
fn what_people_do_and_look_after_is_a_role_and_nobody_else() {
    check(
        &[
            ("大青 会长", "大青: president"),
            ("大青，社长，每周3小时", "大青: club-president 3h"),
            ("主理人 大青", "大青: lead-organiser"),
            ("Ada president, Bo vice president", "Ada: president; Bo: vice-president"),
            ("如意 组织，每周2小时", "如意: organiser 2h"),
            ("如意（就是我）组织，每周2小时", "如意: organiser 2h self"),
            ("Ruth (that's me) organises, 2 hours", "Ruth: organiser 2h self"),
            ("Ruth organises 2h", "Ruth: organiser 2h"),
            ("小唐和阿佩轮流带读，每周1小时", "小唐: reading-leader 1h; 阿佩: reading-leader 1h"),
            ("小唐，阿佩轮流带读", "小唐: reading-leader; 阿佩: reading-leader"),
            ("小唐和阿佩轮流，每周1小时", "小唐: 1h; 阿佩: 1h"),
            ("Tom and Priya lead in turns, 1 hour each", "Tom: leader 1h; Priya: leader 1h"),
            ("Tom and Priya take turns, 1 hour each", "Tom: 1h; Priya: 1h"),
            ("Tom and Priya discussion leaders 1h", "Tom: ?discussion leader 1h; Priya: ?discussion leader 1h"),
            ("Dana community lead 5h", "Dana: ?community lead 5h"),
            ("小林、阿May 主播", "小林: presenter; 阿May: presenter"),
            ("小林和阿May 主播", "小林: presenter; 阿May: presenter"),
            ("Tom, Priya and Sam lead in turns", "Tom: leader; Priya: leader; Sam: leader"),
            ("Lin, May host 4h", "Lin: host 4h; May: host 4h"),
            ("豆豆 上海线下", "豆豆: ?上海线下"),
            ("桃子 早安", "[桃子 早安 → 桃子、早安 | 桃子（早安）]"),
            ("桃子（早安）", "桃子: ?早安"),
            ("桃子 早安 2小时", "桃子: ?早安 2h"),
            ("阿May 小林", "[阿May 小林 → 阿May、小林 | 阿May（小林）]"),
            ("小周 周舟", "小周:; 周舟:"),
            ("小周 周舟 2小时", "小周: 2h; 周舟: 2h"),
            ("敏姐 团长", "敏姐: ?团长"),
            ("Liu Min leader of group 2, Gao leader of group 3", "Liu Min: leader[group 2]; Gao: leader[group 3]"),
            ("Gao group leader 3h", "Gao: group-leader 3h"),
            ("Gao group 2 host 3h", "Gao: host[group 2] 3h"),
            ("Ravi #help moderator", "Ravi: moderator[#help]"),
            ("Cici treasurer and renewals 5 hours", "Cici: treasurer ?renewals 5h"),
            ("小陈 财务和续费 5小时", "小陈: treasurer ?续费 5h"),
            ("周周 1群班长 3小时", "周周: class-leader[1群] 3h"),
            ("周周1群班长3小时；小李 二群班长", "周周: class-leader[1群] 3h; 小李: class-leader[二群]"),
            ("9 volunteers, 1 hour each", "9 × volunteer 1h"),
            ("志愿者9人，每人每周1小时", "9 × volunteer 1h"),
        ],
        read,
    );
}

#[test]
fn a_list_behind_a_single_name_is_what_that_person_does() {
    let rows = [
        ("小陈 财务、续费 5小时", "小陈: treasurer ?续费 5h"),
        ("敏姐 我自己 群主、直播、选书 每周15小时", "敏姐: owner ?直播 ?选书 15h self"),
        ("木子（海报、剪视频）3小时", "木子: ?海报 ?剪视频 3h"),
        ("阿玲（1群群主、早安）6小时", "阿玲: owner[1群] ?早安 6h"),
        ("王老师 训练营班主任，平时不忙，开营的时候一周10个小时", "王老师: ?训练营班主任 10h (平时不忙) (开营的时候)"),
        ("敏姐 群主；May、小陶 管理员", "敏姐: owner; May: manager; 小陶: manager"),
        ("敏姐 群主、小林 主播", "敏姐: owner; 小林: presenter"),
        ("张三 主持、李四", "张三: host; 李四:"),
        ("管理员（May、小陶）", "May: manager; 小陶: manager"),
        ("小林和阿May轮流带读，老周记录", "小林: reading-leader; 阿May: reading-leader; 老周: ?记录"),
        ("老周 记录，每周2小时", "老周: ?记录 2h"),
        ("me (Tom) and Priya", "Tom: self; Priya:"),
        ("Anke - moderator, Berlin, 6h/week, German holidays (Berlin)", "Anke: moderator 6h Europe/Berlin DE-BE"),
        (
            "Ravi - moderator, Bangalore, 6h, not between 22:00 and 7:00 his time",
            "Ravi: moderator 6h Asia/Kolkata 07:00-22:00",
        ),
        ("Dana host 5h, only weekends", "Dana: host 5h (only weekends)"),
    ];
    for (text, expected) in rows {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn those_in_charge_are_of_the_kind_that_founds_or_manages() {
    let kind = |text: &str| match super::super::people(&format!("Dana, {text}")).items.remove(0) {
        TeamLine::Person(person) => person.roles[0].kind.map(|kind| kind.word()),
        TeamLine::Headcount(_) => None,
    };
    for role in ["会长", "群主", "创始人", "社长", "主理人", "founder", "president", "chair", "owner", "organiser"]
    {
        assert_eq!(kind(role), Some("creator"), "{role}");
    }
    for role in
        ["班长", "组长", "队长", "群管", "group leader", "team lead", "moderator", "1群班长", "leader of group 2"]
    {
        assert_eq!(kind(role), Some("manager"), "{role}");
    }
}

#[test]
fn what_is_not_understood_says_what_is_expected() {
    let of = |text| super::super::people(text).unread.remove(0).expected.get(Language::En);
    assert_eq!(of("10小时"), "a name first, such as Dana host 5h");
    assert_eq!(of("20 people"), "what these people do, such as 19 helpers");
    assert_eq!(of("Ana, host, since 2024"), "a role, hours a week such as 5h, or a city whose time zone is known");
}

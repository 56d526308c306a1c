//! What people call roles beyond the words that plans usually have, and what they do that makes them hold one.

use crate::plan::labels::role_id;
use crate::plan::people::RoleKind;

/// A role: its id, its kind, and what it is called.
type SpokenRole = (&'static str, Option<RoleKind>, &'static [&'static str]);

const CREATOR: Option<RoleKind> = Some(RoleKind::Creator);
const MANAGER: Option<RoleKind> = Some(RoleKind::Manager);

/// Roles by their own words, in lower case.
const SPOKEN: &[SpokenRole] = &[
    ("president", CREATOR, &["会长", "president"]),
    ("club-president", CREATOR, &["社长"]),
    ("chair", CREATOR, &["主席", "理事长", "chair", "chairman", "chairwoman", "chairperson"]),
    ("lead-organiser", CREATOR, &["主理人", "lead organiser", "lead organizer"]),
    ("initiator", CREATOR, &["发起人"]),
    ("co-founder", CREATOR, &["联合创始人", "co-founder", "cofounder"]),
    ("owner", CREATOR, &["community owner", "group owner"]),
    ("vice-president", MANAGER, &["副会长", "vice president", "vice-president"]),
    ("vice-chair", MANAGER, &["副主席", "vice chair", "vice-chair", "deputy chair"]),
    ("co-owner", MANAGER, &["副群主", "co-owner"]),
    ("class-leader", MANAGER, &["班长", "class leader"]),
    ("deputy-class-leader", MANAGER, &["副班长"]),
    ("class-teacher", MANAGER, &["班主任"]),
    ("group-leader", MANAGER, &["组长", "小组长", "group leader", "group lead"]),
    ("deputy-group-leader", MANAGER, &["副组长"]),
    ("captain", MANAGER, &["队长", "captain"]),
    ("team-lead", MANAGER, &["领队", "团队长", "team lead", "team leader"]),
    ("group-admin", MANAGER, &["群管", "群管理", "群管理员", "group admin"]),
    ("presenter", MANAGER, &["主播"]),
    ("reading-leader", None, &["带读", "带读人"]),
    ("lead-reader", None, &["领读", "领读人", "领读员"]),
    ("leader", None, &["leader"]),
    ("teaching-assistant", None, &["助教", "teaching assistant"]),
    ("helper", None, &["助手", "帮手"]),
    ("volunteer", None, &["义工"]),
];

/// What somebody does, and what who does it is called.
const DEEDS: &[(&str, &str)] = &[
    ("组织", "组织者"),
    ("organises", "organiser"),
    ("organizes", "organizer"),
    ("organises it", "organiser"),
    ("organizes it", "organizer"),
    ("organising", "organiser"),
    ("organizing", "organizer"),
    ("runs it", "organiser"),
    ("hosting", "host"),
    ("hosts it", "host"),
    ("moderates", "moderator"),
    ("moderating", "moderator"),
    ("teaches", "teacher"),
    ("edits", "editor"),
];

/// What several people do in turns, and what they are called.
const SHARED_DEEDS: &[(&str, &str)] = &[
    ("lead", "leader"),
    ("leading", "leader"),
    ("run it", "organiser"),
    ("organise", "organiser"),
    ("organize", "organizer"),
    ("moderate", "moderator"),
    ("teach", "teacher"),
    ("edit", "editor"),
];

/// Words before or behind what is done in turns.
const TURNS_BEFORE: [&str; 9] =
    ["轮流", "轮班", "轮值", "一起", "共同", "take turns to ", "take turns ", "taking turns ", "both "];
const TURNS_BEHIND: [&str; 7] = ["轮流", "in turns", "in turn", "by turns", "on rotation", "taking turns", "together"];

/// What people do, without the words that say that they do it in turns; none where nothing says so.
pub(super) fn in_turns(text: &str) -> Option<&str> {
    let before = TURNS_BEFORE.iter().find_map(|word| text.strip_prefix(word));
    let behind = || {
        TURNS_BEHIND.iter().find_map(|word| {
            let rest = text.strip_suffix(word)?;
            (rest.is_empty() || !word.is_ascii() || rest.ends_with(' ')).then_some(rest)
        })
    };
    let is_alone = ["take turns", "taking turns"].contains(&text);
    if is_alone { Some("") } else { before.or_else(behind).map(str::trim) }
}

/// What they are called who do something in turns.
pub(super) fn shared_deed(text: &str) -> Option<&'static str> {
    SHARED_DEEDS.iter().find(|(word, _)| *word == text).map(|(_, title)| *title)
}

/// What somebody is called who does this.
pub(super) fn deed(text: &str) -> Option<&'static str> {
    DEEDS.iter().find(|(word, _)| *word == text).map(|(_, title)| *title)
}

/// The id and the kind of the role with this name, in lower case.
pub(super) fn known(word: &str) -> Option<(&'static str, Option<RoleKind>)> {
    let spoken = || SPOKEN.iter().find(|(_, _, words)| words.contains(&word)).map(|(id, kind, _)| (*id, *kind));
    let mut kinds = RoleKind::ALL.iter().zip(RoleKind::CHOICES);
    let kind = kinds.find(|(_, choice)| {
        choice.word == word || choice.name.zh == word || choice.name.en == word || choice.also.contains(&word)
    });
    let kind = kind.map(|(kind, choice)| (choice.word, Some(*kind)));
    kind.or_else(|| role_id(word).map(|id| (id, kind_of(id)))).or_else(spoken)
}

/// The kind of people that the usual roles are.
fn kind_of(id: &str) -> Option<RoleKind> {
    match id {
        "owner" | "founder" | "organiser" | "organizer" | "lead" => CREATOR,
        "admin" | "manager" | "moderator" | "host" => MANAGER,
        "assistant" | "helper" => Some(RoleKind::Volunteer),
        _ => None,
    }
}

//! What kind of activity a title says that it is.

use super::part::longest_part;
use crate::plan::activities::Form;

/// Words in a title that say what an activity is, beyond the names of forms; the first that is found counts.
const TITLES: &[(&str, Form)] = &[
    ("嘉宾问答", Form::Ama),
    ("ama", Form::Ama),
    ("office hour", Form::Qa),
    ("office hours", Form::Qa),
    ("q&a", Form::Qa),
    ("问答", Form::Qa),
    ("打卡", Form::CheckIn),
    ("check in", Form::CheckIn),
    ("checkin", Form::CheckIn),
    ("分享", Form::Sharing),
    ("talk", Form::Sharing),
    ("讲座", Form::Sharing),
    ("红包", Form::RedPacket),
    ("课", Form::Course),
    ("class", Form::Course),
    ("lesson", Form::Course),
    ("meet-up", Form::Meetup),
];

/// What a title says that an activity is.
pub(super) fn form(title: &str) -> Option<Form> {
    let title = title.to_lowercase();
    let has = |word: &str| longest_part(&title, |part| (part == word).then_some(())).is_some();
    let spoken = TITLES.iter().find(|(word, _)| has(word)).map(|(_, form)| *form);
    let mut forms = Form::ALL.iter().filter(|form| **form != Form::Other);
    let named = || forms.find(|form| [form.name().zh, form.name().en, form.word()].into_iter().any(has)).copied();
    spoken.or_else(named)
}

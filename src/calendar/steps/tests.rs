//! The steps of an SOP, with those of a plan added, replaced and dropped.

use super::*;
use crate::library::TemplateKind;
use crate::plan::{Reading, read};
use crate::source::Document;

const SOP: &str = r#"
title = "A talk"
[[steps]]
id = "invite"
at = "T-7d 20:00"
stage = "promotion"
title = "Invite"
role = "host"
minutes = 45
text = "Come!"
sends = [{ to = "@channels" }]
[[steps]]
id = "notice"
at = "T-3d 20:00"
title = "Notice"
sends = [{ to = "@channels" }]
[[steps]]
at = "T-30m"
title = "Chairs"
role = "volunteer"
[[steps]]
id = "seats"
at = "T-1d 18:00"
title = "Seats"
role = "ming"
[[steps]]
at = "T-1d 09:00"
title = "Remind"
role = "@owner"
[[steps]]
id = "dropped"
at = "T-1d 10:00"
title = "Dropped"
"#;

const PLAN: &str = r#"
language = "en"
[[channels]]
id = "group"
platform = "wechat-group"
[[roles]]
id = "lead"
kind = "manager"
[[roles]]
id = "host"
[[roles]]
id = "helper"
kind = "volunteer"
[[people]]
id = "ming"
[[activities]]
id = "talk"
when = "every Wed 20:00"
sop = "talk"
owner = "lead"
steps = [
  { id = "invite", at = "T-5d 19:00" },
  { id = "notice", title = "Our notice", sends = [{ to = "group" }] },
  { id = "dropped", drop = true },
  { title = "Own", at = "T-2d", role = "nobody" },
]
"#;

fn with(check: impl Fn(&Plan, &[Task<'_>])) {
    let mut library = Library::default();
    assert!(library.add(TemplateKind::Sops, "talk", SOP).is_empty());
    let mut buffer = String::new();
    let Reading { plan, .. } = read(&Document::parse(PLAN, &mut buffer), &library);
    check(&plan, &tasks_of(&plan, 0, &library, Language::En));
}

#[test]
fn tasks_come_in_order_with_what_the_plan_changes() {
    with(|_, tasks| {
        let found: Vec<_> = tasks.iter().map(|task| (task.title(), task.own, task.replaces())).collect();
        let expected = [
            ("Invite", true, true),
            ("Our notice", true, true),
            ("Own", true, false),
            ("Remind", false, false),
            ("Seats", false, false),
            ("Chairs", false, false),
        ];
        assert_eq!(found, expected.map(|(title, own, replaces)| (Some(title), own, replaces)));
    });
}

#[test]
fn a_replaced_step_keeps_what_it_does_not_set() {
    with(|_, tasks| {
        let invite = &tasks[0];
        assert_eq!((invite.at, invite.minutes()), ("T-5d 19:00".parse().expect("an offset"), Some(45)));
        assert_eq!((invite.text(), invite.stage()), (Some("Come!"), Some(Stage::Promotion)));
        let to = |task: &Task<'_>| {
            task.sends().iter().filter_map(|send| send.to.as_ref()).map(ToString::to_string).collect()
        };
        let sends: Vec<Vec<String>> = tasks.iter().take(3).map(to).collect();
        assert_eq!(sends, [vec!["@channels".to_owned()], vec!["group".to_owned()], vec![]]);
        assert_eq!(tasks[2].minutes(), None);
    });
}

#[test]
fn a_step_is_done_by_the_person_or_role_it_names() {
    with(|plan, tasks| {
        let who: Vec<Option<&str>> = tasks.iter().map(|task| doer(plan, task, Some("lead"))).collect();
        // a role, nobody named, a name that nobody has, @owner, a person, the first role of a kind that somebody holds
        assert_eq!(who, [Some("host"), Some("lead"), None, Some("lead"), Some("ming"), Some("lead")]);
        let mut helped = plan.clone();
        helped.people[0].roles = vec![crate::source::Ref::to("helper")];
        assert_eq!(doer(&helped, &tasks[5], Some("lead")), Some("helper"));
    });
}

#[test]
fn signup_opens_and_closes_as_the_plan_says() {
    let text = "[[activities]]\nid = \"a\"\nwhen = \"every Wed\"\nsignup = { opens = \"T-10d\", closes = \"T-1d\", waitlist = true }\n\
        [[activities]]\nid = \"b\"\nwhen = \"every Wed\"\nsignup = { opens = \"T-10d\", closes = \"T-1d\" }\n\
        steps = [{ id = \"call\", at = \"T-10d 20:00\", stage = \"promotion\", title = \"Call\" }, \
        { id = \"close-signup\", at = \"T-2d\", title = \"Close it\" }]\n";
    let mut buffer = String::new();
    let library = Library::default();
    let reading = read(&Document::parse(text, &mut buffer), &library);
    assert!(reading.findings.is_empty(), "{:?}", reading.findings);
    let tasks = |activity, language| {
        let tasks = tasks_of(&reading.plan, activity, &library, language).into_iter();
        tasks.map(|task| format!("{} {}", task.at, task.title().unwrap_or_default())).collect::<Vec<_>>()
    };
    assert_eq!(tasks(0, Language::Zh), ["T-10d 开放报名", "T-1d 截止报名，确认名单，候补递补"]);
    let waiting = "T-1d Close sign-up, confirm who comes, and fill places from the waiting list";
    assert_eq!(tasks(0, Language::En), ["T-10d Open sign-up", waiting]);
    assert_eq!(tasks(1, Language::En), ["T-10d 20:00 Call", "T-2d Close it"]);
}

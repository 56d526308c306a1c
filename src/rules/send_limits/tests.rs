//! What is reported over a limit, and that its fixes fix it.

use super::*;
use crate::knowledge::Holidays;
use crate::library::Library;
use crate::plan::read;
use crate::rules::{LintOptions, lint};
use crate::source::{Document, apply};

/// The findings of a rule, on 2026-12-01.
fn found(text: &str, id: &str) -> Vec<Finding> {
    let library = Library::default();
    let mut buffer = String::new();
    let today = "2026-12-01".parse().expect("a day");
    let reading = read(&Document::parse(text, &mut buffer), &library);
    assert!(reading.is_sound(), "{text}: {:?}", reading.findings);
    let outcome = lint(&reading, &library, &LintOptions::new(today, Holidays::china()));
    outcome.findings.into_iter().filter(|finding| finding.rule.id == id).collect()
}

/// Applies the fix of the only finding; nothing more is found then. Returns what was written.
fn fixed(text: &str, id: &str) -> String {
    let before = found(text, id);
    assert_eq!(before.len(), 1, "{text}");
    let fix = &before[0].fixes[0];
    assert!(!fix.safe, "another time or a quieter message is for the owner to decide");
    let after = apply(text, &fix.edits).expect("it can be written");
    assert!(found(&after, id).is_empty(), "{after}");
    after
}

const GROUP: &str =
    "language = \"en\"\n[rules]\nquiet_hours = \"22:00-08:00\"\n[[channels]]\nid = \"c\"\nplatform = \"slack\"\n";

#[test]
fn fixes_quiet_hours_by_another_time() {
    let id = "schedule/quiet-hours";
    let content = "[[content]]\nwhen = \"every Wed 07:10\"\nsends = [{ to = \"c\" }]\n";
    assert!(fixed(&format!("{GROUP}{content}"), id).contains("when = \"every Wed 08:00\""));
    let step = "[[activities]]\nid = \"a\"\nwhen = \"every Wed 20:00\"\nsteps = [{ id = \"s\", at = \"T-1d 23:00\", title = \"x\", sends = [{ to = \"c\" }] }]\n";
    assert!(fixed(&format!("{GROUP}{step}"), id).contains("at = \"T-1d 21:30\""));
    let camp = "[[programmes]]\nid = \"p\"\n[[programmes.items]]\ndays = \"1-9\"\nat = \"06:30\"\n[[cohorts]]\nid = \"k\"\nprogramme = \"p\"\nstarts = 2026-12-07\nchannel = \"c\"\n";
    assert!(fixed(&format!("{GROUP}{camp}"), id).contains("at = \"08:00\""));
    // hours before the start are not a time of their own
    let hours = step.replace("T-1d 23:00", "T+3h");
    assert!(found(&format!("{GROUP}{hours}"), id)[0].fixes.is_empty());
}

#[test]
fn fixes_mentions_by_leaving_one_out() {
    let id = "schedule/mention-all-too-often";
    let weekly = |day: &str| {
        format!("[[content]]\nwhen = \"every {day} 12:00\"\nsends = [{{ to = \"c\", mention_all = true }}]\n")
    };
    let after = fixed(&format!("{GROUP}{}{}", weekly("Wed"), weekly("Thu")), id);
    assert_eq!(after.matches("mention_all = false").count(), 1);
    assert!(after.find("mention_all = true") < after.find("mention_all = false"), "{after}");
}

#[test]
fn all_weeks_are_one_finding_and_the_past_is_no_slot() {
    let text = "language = \"en\"\n[[channels]]\nid = \"oa\"\nplatform = \"wechat-official-account\"\n[[channels]]\nid = \"oa2\"\nplatform = \"wechat-official-account\"\n\
        [[content]]\nwhen = \"every Tue 12:00\"\nsends = [{ to = \"oa\" }, { to = \"oa2\" }]\n";
    let all = found(text, "platform/over-quota");
    assert_eq!(all.len(), 1);
    // the Tuesdays from 1 December 2026 to 23 February 2027
    assert_eq!(all[0].arg("times"), Some(&Arg::Count(13)));
    assert_eq!(all[0].arg("free"), Some(&Arg::from("2026-12-02 12:00")));
    assert_eq!(all[0].related.len(), 1, "the other channel of the account");
    // every later day is full: 30 November is free, and past
    let full = text.replace("every Tue", "2026-12-01")
        + "[[content]]\nwhen = \"daily 08:00\"\nfrom = 2026-12-02\nsends = [{ to = \"oa\" }]\n";
    assert_eq!(found(&full, "platform/over-quota")[0].arg("free"), Some(&Arg::from(Text::new("没有", "none"))));
}

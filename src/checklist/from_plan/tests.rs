//! What the plan provides, in both languages.

use crate::calendar::{CalendarRequest, calendar};
use crate::checklist::{Basis, Checklist, ChecklistKind, make};
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

/// A list of a plan, from 2026-12-01 for some more days.
pub(in crate::checklist) fn list_of(plan: &str, what: ChecklistKind, language: Language, days: i32) -> Checklist {
    let library = Library::default();
    let mut buffer = String::new();
    let reading = read(&Document::parse(plan, &mut buffer), &library);
    assert!(reading.findings.is_empty(), "{:?}", reading.findings);
    let day: Day = "2026-12-01".parse().expect("a day");
    let request = CalendarRequest { from: day, to: day.plus(days), holidays: Holidays::none(), without: None };
    let calendar = calendar(&reading.plan, &reading.index, &library, &request).expect("a calendar");
    let basis =
        Basis { plan: &reading.plan, index: &reading.index, library: &library, calendar: &calendar, day, language };
    make(what, &basis)
}

fn own_of(plan: &str, what: ChecklistKind, language: Language) -> Vec<(String, String)> {
    let list = list_of(plan, what, language, 0);
    let section = list.sections.into_iter().find(|section| section.id == "plan").expect("the plan's own");
    section.items.into_iter().map(|item| (item.id, item.text)).collect()
}

fn own(what: ChecklistKind, language: Language) -> Vec<(String, String)> {
    own_of(PLAN, what, language)
}

#[test]
fn a_broken_rule_is_followed_by_the_steps_of_the_plan() {
    let plan = "[[rules.conduct]]\nabout = \"advertising\"\n[[rules.conduct]]\ntext = \"be kind\"\n\
        [rules.sanctions]\nladder = [\"remind\", \"three days off\"]\nannounce = \"without-names\"\nappeal = \"the owner\"\n";
    let texts = |language| {
        own_of(plan, ChecklistKind::Moderation, language).into_iter().map(|(_, text)| text).collect::<Vec<_>>()
    };
    let broken = "is this the broken rule: ";
    let expected = [
        format!("{broken}advertising"),
        format!("{broken}be kind"),
        "remind".to_owned(),
        "three days off".to_owned(),
        "announcement in the group: without names".to_owned(),
        "how to appeal was explained: the owner".to_owned(),
    ];
    assert_eq!(texts(Language::En), expected);
    assert_eq!(texts(Language::Zh)[2..4], ["提醒", "three days off"]);
}

#[test]
fn conflicts_follow_the_rule_of_the_plan() {
    let plan = "[[roles]]\nid = \"m\"\nkind = \"manager\"\n[rules.conflict]\nwho = \"m\"\nwithin = \"12h\"\nhow = \"talk first\"\n[rules.report]\ncontact = \"Mia\"\n";
    let expected = [
        ("plan/within", "stepped in within 12h"),
        ("plan/how", "settled as agreed: talk first"),
        ("plan/report", "reports went to: Mia"),
    ];
    let expected = expected.map(|(id, text)| (id.to_owned(), text.to_owned()));
    assert_eq!(own_of(plan, ChecklistKind::Conflict, Language::En), expected);
    let list = list_of(plan, ChecklistKind::Conflict, Language::Zh, 0);
    let settled = list.sections.iter().flat_map(|section| &section.items).find(|item| item.id == "plan/how");
    assert_eq!(settled.and_then(|item| item.person.as_deref()), Some("管理员"), "a role without a title by its kind");
}

#[test]
fn shows_a_successor_everything_about_the_role() {
    let expected = |text: &str| vec![("plan/role-manager".to_owned(), text.to_owned())];
    let en = "manager: traits needed: patient, firm; reports to founder; assessed: each quarter";
    assert_eq!(own(ChecklistKind::Handover, Language::En), expected(en));
    let zh = "管理员：要这样的人：patient、firm；向创始人汇报；怎样考核：each quarter";
    assert_eq!(own(ChecklistKind::Handover, Language::Zh), expected(zh));
}

#[test]
fn lists_expiring_things_for_the_month() {
    let text = "a year: members whose term ends in 30 days were reminded to renew";
    assert_eq!(own(ChecklistKind::Monthly, Language::En), [("plan/renewal-year".to_owned(), text.to_owned())]);
}

/// The lines of the plan's own section, each with what is below it.
fn lines(plan: &str, what: ChecklistKind) -> Vec<String> {
    let list = list_of(plan, what, Language::En, 0);
    let items = list.sections.into_iter().rev().take(1).flat_map(|section| section.items);
    let line = |item: crate::checklist::ChecklistItem| {
        let below: String = item.details.iter().map(|detail| format!(" | {detail}")).collect();
        format!("{}{below}", item.text)
    };
    items.map(line).collect()
}

#[test]
fn each_day_and_week_has_what_the_plan_says_about_it() {
    let plan = "[[channels]]\nid = \"main\"\ntitle = \"Main\"\n[support]\nchannel = \"main\"\nrespond_within = \"4h\"\n\
        complaints = \"write to Mia\"\n[growth.invites]\ncap_per_day = 20\nmethod = \"a form\"\n\
        [care]\noccasions = [\"birthday\", \"Spring Festival\"]\n[leaving]\nfarewell = \"a list of books\"\n\
        [culture]\nrituals = [{ on = \"week\", what = \"show a book\" }, { on = \"month\", what = \"a photo\" }]\n";
    assert_eq!(
        lines(plan, ChecklistKind::Daily),
        [
            "questions were answered within 4 hours | Where people ask: Main | Complaints: write to Mia",
            "no more than 20 newcomers joined today | How they are added: a form",
        ]
    );
    assert_eq!(
        lines(plan, ChecklistKind::Weekly),
        [
            "each week: show a book",
            "see who has this week: birthday",
            "everyone who left this week had a goodbye | How you say goodbye: a list of books",
        ]
    );
    assert_eq!(lines(plan, ChecklistKind::Monthly), ["each month: a photo"]);
}

#[test]
fn segments_have_their_tasks_and_steps_of_onboarding_say_whom_they_are_for() {
    let plan = "[[segments]]\nid = \"paying\"\nwho = \"members\"\ngoal = \"renewal\"\ntasks = [\"a call\", \"a talk\"]\n\
        resources = [\"the shop\"]\nprofile = [\"taste\"]\nleads_to = \"hosts\"\n[[segments]]\nid = \"hosts\"\nwho = \"hosts\"\n\
        [onboarding]\nsteps = [{ day = 0, within = \"1h\", what = \"hello\", segment = \"paying\" }]\n";
    assert_eq!(
        lines(plan, ChecklistKind::Monthly),
        [
            "members: a call | Goal: renewal | Resources: the shop | Profile you keep: taste | They move on to: hosts",
            "members: a talk",
            "hosts: see how far the goal is",
        ]
    );
    assert_eq!(lines(plan, ChecklistKind::Onboarding), ["hello | Within: 1 hour | Only for: members"]);
}

#[test]
fn a_problem_says_how_it_is_noticed_and_a_role_who_could_take_it() {
    let plan = "[[goals]]\nid = \"stay\"\nobjective = \"People stay\"\n\
        [[problems]]\nkind = \"low-activity\"\nseen = \"a silent week\"\nactions = [\"ask\", \"call\"]\ngoal = \"stay\"\n\
        [[roles]]\nid = \"lead\"\nkind = \"manager\"\n[[people]]\nname = \"Mia\"\ntalents = [\"mentor\"]\n";
    assert_eq!(
        lines(plan, ChecklistKind::Review)[1..],
        [
            "low activity: ask | How you notice it: a silent week | The goal it endangers: People stay",
            "low activity: call",
        ]
    );
    assert_eq!(lines(plan, ChecklistKind::Handover), ["lead: could take it on: Mia (mentor)"]);
}

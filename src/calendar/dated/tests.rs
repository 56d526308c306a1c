//! The dates that tables of a plan give, each kind once.

use super::super::engine::Engine;
use super::super::entry::Origin;
use super::super::identity::Identity;
use super::super::milestone::Milestone;
use super::super::moments::moments;
use super::super::scheduler::{CalendarRequest, calendar};
use super::*;
use crate::knowledge::Holidays;
use crate::library::Library;
use crate::plan::{Thing, read};
use crate::source::Document;

const TEAM: &str = "[community]\nid = \"club\"\nname = \"Club\"\n[lifecycle]\nstarts = 2026-12-01\nmonths = 24\n\
    [[roles]]\nid = \"lead\"\nkind = \"manager\"\n[[people]]\nid = \"mia\"\nname = \"Mia\"\nroles = [\"lead\"]\n";

/// The dates of a plan between two days: day, UID without what all share, title, who.
fn dates_of(text: &str, from: &str, to: &str) -> Vec<String> {
    let mut buffer = String::new();
    let library = Library::default();
    let text = format!("{TEAM}{text}");
    let reading = read(&Document::parse(&text, &mut buffer), &library);
    assert!(reading.findings.is_empty(), "{:?}", reading.findings);
    let day = |text: &str| text.parse().expect("a day");
    let plan = &reading.plan;
    let request = CalendarRequest { from: day(from), to: day(to), holidays: Holidays::china(), without: None };
    let calendar = calendar(plan, &reading.index, &library, &request).expect("a calendar");
    let identity = Identity::of(plan, &calendar);
    let dates = calendar.entries.iter().filter_map(|entry| match entry.origin {
        Origin::Life(milestone @ Milestone::Plan(_)) => {
            let uid = identity.uid(entry);
            let name = uid.strip_prefix("club/dates.").and_then(|rest| rest.split('/').next()).expect("its name");
            let who = entry.who.person.map(|person| Thing::Person(person).label(plan, Language::En));
            let who = who.map(|who| format!(" ({who})")).unwrap_or_default();
            Some(format!("{} {name}: {}{who}", entry.at.day, milestone.title(plan, Language::En)))
        }
        _ => None,
    });
    dates.collect()
}

#[test]
fn goals_tests_and_feedback_have_their_days() {
    let found = dates_of(
        "[[goals]]\nid = \"stay\"\nobjective = \"People stay\"\nby = 2027-11-30\n\
         [[experiments]]\na = \"8:00\"\nb = \"20:00\"\nfrom = 2027-01-05\nuntil = 2027-01-18\n\
         [[experiments]]\nid = \"old\"\na = \"x\"\nb = \"y\"\nuntil = 2027-02-18\ndecided = \"x\"\n\
         [rules.rights]\nfeedback = \"a survey every six months\"\n",
        "2026-12-01",
        "2029-12-31",
    );
    let expected = [
        "2027-01-05 test-begins.8-00-20-00: Start the A/B test: 8:00 / 20:00 (Mia)",
        "2027-01-18 test-ends.8-00-20-00: Last day of the A/B test: 8:00 / 20:00 (Mia)",
        "2027-01-19 test-decision.8-00-20-00: Look at the result and decide: 8:00 / 20:00 (Mia)",
        "2027-02-18 test-ends.old: Last day of the A/B test: x / y (Mia)",
        "2027-06-01 feedback.a-survey-every-six-months: Ask members what they think: a survey every six months (Mia)",
        "2027-11-30 goal-due.stay: Collect the figures: People stay (Mia)",
        "2027-12-01 feedback.a-survey-every-six-months: Ask members what they think: a survey every six months (Mia)",
        "2028-06-01 feedback.a-survey-every-six-months: Ask members what they think: a survey every six months (Mia)",
    ];
    assert_eq!(found, expected);
}

#[test]
fn whether_to_go_on_is_decided_as_often_as_the_plan_says() {
    let mut buffer = String::new();
    let text = "[lifecycle]\nstarts = 2026-01-31\nlasts = \"open-ended\"\nreview_every = \"6M\"\n";
    let reading = read(&Document::parse(text, &mut buffer), &Library::default());
    let engine = Engine::new(&reading.plan, &reading.index, Holidays::none());
    let all = dates(&reading.plan, &engine.life);
    let [date] = all.as_slice() else { panic!("{} dates", all.len()) };
    let moments = |from: &str, to: &str| {
        let day = |text: &str| text.parse().expect("a day");
        let moments = moments(&date.timing, &engine, (day(from), day(to))).into_iter();
        moments.map(|(at, nth)| format!("{nth} {}", at.day)).collect::<Vec<_>>()
    };
    assert_eq!(moments("2026-01-01", "2027-12-31"), ["0 2026-07-31", "1 2027-01-31", "2 2027-07-31"]);
    // however late a range begins, the same ones are there
    assert_eq!(moments("2027-07-31", "2028-07-31"), ["2 2027-07-31", "3 2028-01-31", "4 2028-07-31"]);
    assert_eq!(moments("2036-01-01", "2036-02-01"), ["19 2036-01-31"]);
    assert_eq!(date.date.kind, DateKind::GoOn);
}

#[test]
fn what_members_get_comes_at_its_rhythm_or_by_its_phrase() {
    let found = dates_of(
        "[culture]\nhonours = [{ name = \"Reader of the year\", every = \"1y\" }, { name = \"Once\" }]\n\
         role_models = [\"a reader every quarter\", \"Ann\"]\n\
         rituals = [{ on = \"anniversary\", what = \"cake\" }, { on = \"join\", what = \"hello\" }]\n\
         [care]\noccasions = [\"Spring Festival\", \"birthday\"]\n\
         [leaving]\ninactive_after = \"1y\"\n\
         [rules.admission]\nsift = \"yearly\"\n\
         [incentives]\ngifts = \"a book each year\"\nscoring = \"10 points, reset yearly\"\nchecked = \"yearly\"\n\
         red_packets = { when = \"Spring Festival 20:00, winter solstice\", purpose = \"thanks\" }\n",
        "2026-12-01",
        "2027-12-31",
    );
    let expected = [
        "2026-12-22 red-packets.thanks: Send red packets: thanks (Mia)",
        "2027-02-06 care.spring-festival: Care for members: Spring Festival (Mia)",
        "2027-02-06 red-packets.thanks: Send red packets: thanks (Mia)",
        "2027-03-01 role-model.a-reader-every-quarter: Present a role model: a reader every quarter (Mia)",
        "2027-06-01 role-model.a-reader-every-quarter: Present a role model: a reader every quarter (Mia)",
        "2027-09-01 role-model.a-reader-every-quarter: Present a role model: a reader every quarter (Mia)",
        "2027-12-01 honour.reader-of-the-year: Award the honour: Reader of the year (Mia)",
        "2027-12-01 anniversary.cake: Anniversary of the community: cake (Mia)",
        "2027-12-01 role-model.a-reader-every-quarter: Present a role model: a reader every quarter (Mia)",
        "2027-12-01 inactive-check: See who has gone silent, and reach out (Mia)",
        "2027-12-01 screening.yearly: Re-screen members: yearly (Mia)",
        "2027-12-01 gifts.a-book-each-year: Give gifts: a book each year (Mia)",
        "2027-12-01 points.10-points-reset-yearly: Settle points: 10 points, reset yearly (Mia)",
        "2027-12-01 incentives-check.yearly: Check whether the incentives work: yearly (Mia)",
        "2027-12-22 red-packets.thanks: Send red packets: thanks (Mia)",
    ];
    let sorted = |mut lines: Vec<String>| {
        lines.sort();
        lines
    };
    assert_eq!(sorted(found), sorted(expected.map(str::to_owned).to_vec()));
}

#[test]
fn who_joins_leaves_and_serves_a_term_is_seen_to_by_the_role_above() {
    let found = dates_of(
        "[[roles]]\nid = \"host\"\nreports_to = \"lead\"\nterm = \"6M\"\nassessed = \"every six months\"\n\
         [[people]]\nid = \"ben\"\nname = \"Ben\"\nroles = [\"host\"]\nfrom = 2027-01-15\nuntil = 2028-06-30\n\
         [[people]]\nid = \"eve\"\nname = \"Eve\"\nfrom = 2026-11-01\n",
        "2026-11-01",
        "2028-12-31",
    );
    let expected = [
        "2027-01-15 joins.ben: Someone joins the team: Ben (Mia)",
        "2027-06-01 assessment.host: Assess: host (Mia)",
        "2027-07-15 term-ends.host.ben: Term ends: host: Ben (Mia)",
        "2027-12-01 assessment.host: Assess: host (Mia)",
        "2028-01-15 term-ends.host.ben: Term ends: host: Ben (Mia)",
        "2028-06-01 assessment.host: Assess: host (Mia)",
        "2028-06-30 leaves.ben: Last day in the team: take over the work of: Ben (Mia)",
    ];
    assert_eq!(found, expected);
}

#[test]
fn who_leaves_hands_over_to_somebody_else() {
    for (more, next) in [("", "Mia"), ("[[people]]\nname = \"Zoe\"\n", "Mia")] {
        let found = dates_of(
            &format!("[[people]]\nid = \"ben\"\nname = \"Ben\"\nroles = [\"lead\"]\nuntil = 2027-06-30\n{more}"),
            "2027-06-01",
            "2027-06-30",
        );
        let leaves: Vec<&String> = found.iter().filter(|line| line.contains("leaves.ben")).collect();
        assert_eq!(
            leaves,
            [&format!("2027-06-30 leaves.ben: Last day in the team: take over the work of: Ben ({next})")]
        );
    }
}

#[test]
fn sales_renewals_books_partners_and_places_have_their_days() {
    let found = dates_of(
        "[[monetisation]]\nid = \"year\"\nmodel = \"membership\"\nproduct = \"A year\"\nstarts = 2027-01-15\n\
         until = 2028-12-31\nrenewal = { remind = \"T-30d\" }\n\
         [[monetisation]]\nproduct = \"Once\"\nper = \"once\"\nrenewal = { remind = \"T-30d\" }\n\
         [finance]\nbooks = \"published every year\"\nkeeper = \"mia\"\n\
         [[partners]]\nid = \"shop\"\nname = \"Shop\"\nuntil = 2027-11-30\n\
         [[places]]\nid = \"hall\"\nname = \"Hall\"\nclosed = [{ from = 2027-02-05, to = 2027-02-12 }]\n",
        "2026-12-01",
        "2028-12-31",
    );
    let expected = [
        "2027-01-15 sale-begins.year: First day of sale: A year",
        "2027-02-05 place-closes.hall: The place is closed: Hall",
        "2027-11-30 partnership-ends.shop: The partnership ends; agree whether to go on: Shop (Mia)",
        "2027-12-01 books.published-every-year: Publish the books: published every year (Mia)",
        "2027-12-16 renewal.year: Remind members to renew: A year (Mia)",
        "2028-12-31 sale-ends.year: Last day of sale: A year",
    ];
    assert_eq!(found, expected);
}

#[test]
fn whoever_is_about_renewals_reminds_of_them() {
    let plan = "[[monetisation]]\nid = \"year\"\nmodel = \"membership\"\nproduct = \"A year\"\nstarts = 2027-01-15\n\
        renewal = { remind = \"T-30d\" }\n[[roles]]\nid = \"money\"\ntitle = \"Money and renewals\"\n\
        [[roles]]\nid = \"host\"\n[[people]]\nid = \"zoe\"\nname = \"Zoe\"\nroles = [\"money\"]\n";
    let renewal = |plan: &str| -> Vec<String> {
        let all = dates_of(plan, "2027-12-01", "2027-12-31");
        all.into_iter().filter(|line| line.contains("renewal")).collect()
    };
    let keeper = format!("{}\n[finance]\nkeeper = \"zoe\"\n", plan.replace(" and renewals", ""));
    for plan in [plan, &keeper] {
        assert_eq!(renewal(plan), ["2027-12-16 renewal.year: Remind members to renew: A year (Zoe)"]);
    }
}

#[test]
fn dates_of_one_name_are_told_apart() {
    let found = dates_of(
        "[culture]\nhonours = [{ name = \"Star\", every = \"1y\" }, { name = \"Star\", every = \"1y\" }]\n",
        "2027-12-01",
        "2027-12-01",
    );
    let names: Vec<&str> = found.iter().map(|line| &line[11..]).collect();
    assert_eq!(names, ["honour.star: Award the honour: Star (Mia)", "honour.star~2: Award the honour: Star (Mia)"]);
}

#[test]
fn every_kind_has_a_word_of_its_own_and_says_why() {
    let words: std::collections::BTreeSet<&str> = DateKind::ALL.iter().map(|kind| declaration(*kind).word).collect();
    assert_eq!(words.len(), DateKind::ALL.len());
    for kind in DateKind::ALL {
        let Declaration { reason, name, .. } = declaration(*kind);
        assert!(!reason.en.is_empty() && !name.zh.is_empty());
    }
}

#[test]
fn decisions_are_there_until_they_are_done_and_figures_are_collected_before_their_review() {
    let found = dates_of(
        "[[people]]\nid = \"ben\"\nname = \"Ben\"\nroles = [\"lead\"]\n\
         [[goals]]\nid = \"stay\"\nobjective = \"People stay\"\ncollected_by = \"ben\"\n\
         [[goals]]\nid = \"talk\"\nobjective = \"People talk\"\ncollected_by = \"ben\"\n\
         [[goals]]\nid = \"own\"\nobjective = \"Own\"\ncollected_by = \"mia\"\n\
         [[reviews]]\nid = \"monthly\"\ntitle = \"Monthly\"\nwhen = \"1st of the month 20:00\"\nowner = \"mia\"\n\
         looks_at = [\"stay\", \"talk\", \"own\"]\nuntil = 2027-02-10\n\
         [[decisions]]\nid = \"rows\"\nwhat = \"Chairs in rows\"\nowner = \"ben\"\nby = 2027-01-20\n\
         [[decisions]]\nid = \"tea\"\nwhat = \"Tea\"\nowner = \"ben\"\nby = 2027-01-21\ndone = 2027-01-02\n",
        "2026-12-15",
        "2027-03-31",
    );
    let collect = "Collect the figures for the review: People stay, People talk (Ben)";
    let expected = [
        format!("2026-12-31 review-figures.monthly-ben: {collect}"),
        "2027-01-20 decision-due.rows: Carry out the decision: Chairs in rows (Ben)".to_owned(),
        format!("2027-01-31 review-figures.monthly-ben: {collect}"),
    ];
    assert_eq!(found, expected, "who holds the review collects nothing for it the day before");
}

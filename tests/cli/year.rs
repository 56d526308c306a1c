//! A year of a club by script: what happens is recorded month by month, reviewed each quarter, decided, and the plan
//! changes. What each review says is counted again here.

use serde_json::Value;

use crate::kit::Place;

const CLUB: &str = "language = \"en\"\ntime_zone = \"Europe/London\"\nholidays = \"none\"\n[community]\nid = \"table\"\n\
    name = \"The Saturday table\"\n[[people]]\nname = \"Mia\"\n[[people]]\nname = \"Bo\"\n[[goals]]\nid = \"stay\"\n\
    objective = \"Members renew\"\nmetric = \"retention\"\nbaseline = \"45%\"\ntarget = \"60%\"\nby = 2027-12-31\n\
    collected_by = \"Mia\"\n[[activities]]\nid = \"book-table\"\ntitle = \"Book table\"\n\
    when = \"2nd Sat of the month 14:00-16:00\"\nfrom = 2027-01-01\nowner = \"Mia\"\nexpected = 16\n\
    [[reviews]]\nid = \"quarterly\"\nwhen = \"every 3 months on the last day 20:00\"\nowner = \"Mia\"\nlooks_at = [\"stay\"]\n\
    [lifecycle]\nstarts = 2027-01-01\nlasts = \"open-ended\"\nreview_every = \"1y\"\n";

/// Of each month: the second Saturday, who came, who had signed up, and the share of sixty that renewed where it was asked.
const YEAR: [(&str, u32, u32, Option<u32>); 12] = [
    ("2027-01-09", 14, 17, None),
    ("2027-02-13", 6, 15, None),
    ("2027-03-13", 5, 14, Some(47)),
    ("2027-04-10", 13, 15, None),
    ("2027-05-08", 12, 15, None),
    ("2027-06-12", 14, 16, Some(55)),
    ("2027-07-10", 11, 14, None),
    ("2027-08-14", 13, 15, None),
    ("2027-09-11", 15, 17, Some(58)),
    ("2027-10-09", 14, 16, None),
    ("2027-11-13", 16, 18, None),
    ("2027-12-11", 15, 17, Some(75)),
];
const ENDS: [&str; 4] = ["2027-03-31", "2027-06-30", "2027-09-30", "2027-12-31"];
const BEGINS: [&str; 4] = ["2027-01-01", "2027-04-01", "2027-07-01", "2027-10-01"];

fn ok(place: &Place, today: &str, words: &[&str]) -> String {
    let words: Vec<&str> = words.iter().copied().chain(["--today", today, "--lang", "en"]).collect();
    let run = place.run_with(words.iter().copied(), b"");
    assert_eq!(run.code, 0, "{words:?}: {} {}", run.out, run.err);
    run.out
}

fn review(place: &Place, (from, to): (&str, &str)) -> Value {
    let out = ok(place, to, &["review", "--since", from, "--until", to, "--format", "json"]);
    serde_json::from_str(&out).expect("JSON")
}

fn rules(review: &Value) -> Vec<&str> {
    let proposals = review["proposals"].as_array().expect("proposals");
    proposals.iter().filter_map(|proposal| proposal["rule"].as_str()).collect()
}

/// The decisions of a review, with what became of them.
fn decisions(review: &Value) -> Vec<(String, String)> {
    let word = |decision: &Value, key: &str| decision[key].as_str().unwrap_or_default().to_owned();
    let all = review["decisions"].as_array().expect("decisions");
    all.iter().map(|decision| (word(decision, "what"), word(decision, "state"))).collect()
}

#[test]
fn a_year_is_planned_done_measured_and_improved() {
    let place = Place::with(CLUB);
    let january = ok(&place, "2027-01-01", &["schedule", "--month", "2027-01", "--format", "csv"]);
    for (quarter, months) in YEAR.chunks(3).enumerate() {
        for (date, came, signed_up, renewed) in months {
            let (came, signed_up) = (format!("came={came}"), format!("signed-up={signed_up}"));
            ok(&place, date, &["record", "book-table", date, &came, &signed_up]);
            if let Some(renewed) = renewed {
                ok(&place, ENDS[quarter], &["record", "stay", &format!("{renewed}%"), "--of", "60"]);
            }
        }
        let now = review(&place, (BEGINS[quarter], ENDS[quarter]));
        let (came, signed_up): (Vec<u32>, Vec<u32>) = months.iter().map(|(_, came, of, _)| (came, of)).unzip();
        let (came, signed_up) = (came.iter().sum::<u32>(), signed_up.iter().sum::<u32>());
        let attendance = &now["attendance"];
        assert_eq!(attendance["came"], came);
        let absent = (&attendance["no_show"]["numerator"], &attendance["no_show"]["denominator"]);
        assert_eq!(absent, (&(signed_up - came).into(), &signed_up.into()));
        match quarter {
            0 => {
                // 21 of 46 did not come: that is found, decided, and given to someone
                let found = rules(&now);
                let number =
                    found.iter().position(|rule| *rule == "attendance/no-shows").expect("many did not come") + 1;
                let decide = ["review", "--since", BEGINS[0], "--until", ENDS[0], "--decide", &number.to_string()];
                ok(&place, ENDS[0], &[&decide[..], &["--owner", "Bo", "--by", "2027-04-09"]].concat());
                // it changes the plan, and is done
                ok(&place, "2027-04-02", &["set", "activities.book-table.remind", "1d, 2h"]);
                let id = id_of_decision(&place);
                ok(&place, "2027-04-02", &["set", &format!("decisions.{id}.done"), "2027-04-02"]);
            }
            1 => {
                // the next review says what became of it, and does not find the same again
                let known = decisions(&now);
                assert!(matches!(&known[..], [(_, state)] if state == "done"), "{known:?}");
                assert!(!rules(&now).contains(&"attendance/no-shows"), "{:?}", rules(&now));
                // 6 of 46 now, 21 of 46 before
                ok(
                    &place,
                    ENDS[1],
                    &["review", "--decide", "Open a second table", "--owner", "Mia", "--by", "2027-09-01"],
                );
            }
            2 => {
                let known = decisions(&now);
                assert!(known.contains(&("Open a second table".to_owned(), "overdue".to_owned())), "{known:?}");
                let line = "add|activity|--title|Second table|--when|4th Sat of the month 14:00-16:00|--owner|Bo|\
                    --expected|12|--from|2027-10-01";
                ok(&place, ENDS[2], &line.split('|').collect::<Vec<_>>());
                let id = id_of_decision(&place);
                ok(&place, ENDS[2], &["set", &format!("decisions.{id}.done"), ENDS[2]]);
            }
            _ => {
                // the goal is reached: the interval of 45 of 60 begins at 62.8%
                let known = decisions(&now);
                assert!(known.iter().all(|(_, state)| state == "done"), "{known:?}");
                assert_eq!(
                    (&now["goals"][0]["latest"]["value"], &now["goals"][0]["state"]),
                    (&"75".into(), &"reached".into())
                );
                // the second table is in the plan, and nobody wrote down how it went
                let missing = now["missing"].to_string();
                assert!(missing.contains("Second table"), "{missing}");
            }
        }
    }
    // the whole year in one review, and the past of the calendar as it was
    let year = review(&place, ("2027-01-01", "2027-12-31"));
    assert_eq!(year["attendance"]["came"], YEAR.iter().map(|month| month.1).sum::<u32>());
    let again = ok(&place, "2027-12-31", &["schedule", "--month", "2027-01", "--format", "csv"]);
    assert_eq!(again, january);
    let plan = place.read("community.toml");
    assert!(plan.starts_with(&CLUB[..CLUB.find("expected").expect("a key")]), "what was written stays: {plan}");
    assert!(plan.contains("remind = [\"1d\", \"2h\"]") && plan.contains("Second table"), "{plan}");
    ok(&place, "2027-12-31", &["lint", "--fail-on", "error"]);
}

/// The id of the last decision in the plan.
fn id_of_decision(place: &Place) -> String {
    let plan: toml::Table = place.read("community.toml").parse().expect("TOML");
    let all = plan["decisions"].as_array().expect("decisions");
    all.last().and_then(|decision| decision["id"].as_str()).expect("an id").to_owned()
}

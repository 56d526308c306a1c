//! One thing has one name in every output, whatever of title, name, kind and id the plan gives.

use crate::kit::Place;

/// What a role, an activity, a review and a channel may lack.
const ROLES: [(&str, &str, &str); 5] = [
    ("id = \"m\"\ntitle = \"Caretaker\"\nkind = \"manager\"", "Caretaker", "Caretaker"),
    ("id = \"m\"\nkind = \"manager\"", "manager", "管理者"),
    ("id = \"m\"\nkind = \"participant\"", "m", "m"),
    ("id = \"host\"\nkind = \"participant\"", "host", "主持"),
    ("id = \"m\"", "m", "m"),
];

const ITEMS: [(&str, &str, &str); 3] = [
    ("id = \"r\"\ntitle = \"Look back\"", "Look back", "Look back"),
    ("id = \"r\"", "Review", "复盘"),
    ("", "Review", "复盘"),
];

fn plan(role: &str, review: &str) -> String {
    let owner = role.split('"').nth(1).expect("an id");
    format!(
        "format = 1\ntime_zone = \"UTC\"\n[community]\nname = \"Club\"\n[[roles]]\n{role}\n[[people]]\nname = \"Mia\"\n\
         roles = [\"{owner}\"]\naway = [{{ from = 2026-12-01, to = 2026-12-31 }}]\n\
         [[reviews]]\n{review}\nwhen = \"2026-12-06 20:00\"\nowner = \"{owner}\"\n"
    )
}

/// The argument of this name of the first finding of a rule.
fn arg(json: &str, rule: &str, name: &str) -> String {
    let json: serde_json::Value = serde_json::from_str(json).expect("JSON");
    let findings = json["files"][0]["findings"].as_array().expect("findings").clone();
    let finding = findings.iter().find(|finding| finding["rule"] == rule).unwrap_or_else(|| panic!("{rule}: {json:#}"));
    match &finding["facts"][name] {
        serde_json::Value::String(text) => text.clone(),
        other => panic!("{name}: {other}"),
    }
}

#[test]
fn roles_and_items_have_one_name_everywhere() {
    for (role, role_en, role_zh) in ROLES {
        for (review, review_en, review_zh) in ITEMS {
            let place = Place::with(&plan(role, review));
            for (language, role_name, review_name) in [("en", role_en, review_en), ("zh-CN", role_zh, review_zh)] {
                let case = format!("{role} / {review} / {language}");
                let run = |line: &str| {
                    let run = place.run(&format!("{line} --lang {language}"));
                    assert!(run.code < 2, "{case}: {line}: {}", run.err);
                    run.out
                };
                let lint = run("lint --select schedule/uncovered-task --format json --fail-on never");
                assert_eq!(arg(&lint, "schedule/uncovered-task", "item"), review_name, "{case}");
                assert_eq!(arg(&lint, "schedule/uncovered-task", "role"), role_name, "{case}");
                let month = "schedule --month 2026-12";
                for format in ["agenda", "csv", "md", "ics", "json"] {
                    let out = run(&format!("{month} --format {format}"));
                    assert!(out.contains(review_name), "{case}: {format}: {out}");
                    assert!(format == "ics" || out.contains(role_name), "{case}: {format}: {out}");
                }
                assert!(run("today --today 2026-12-06").contains(review_name), "{case}");
                assert!(run("checklist weekly --date 2026-12-06 --format text").contains(review_name), "{case}");
                let why = run("why 2026-12-06");
                assert!(why.contains(review_name) && why.contains(role_name), "{case}: {why}");
            }
        }
    }
}

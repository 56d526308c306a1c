//! Edits that ask on a terminal: what refers to something that is removed, and a new value of several lines.

use std::collections::HashMap;

use super::kit::{CLUB, Place};
use super::terminal::{CTRL_C, ENTER, Talk, Tongue, UP};

fn talk(place: &Place, tongue: Tongue, words: &str) -> Talk {
    Talk::of(place, tongue, &format!("{words} --lang {}", tongue.tag()), HashMap::new())
}

#[test]
fn what_refers_to_something_removed_is_asked_until_it_has_a_place() {
    for tongue in Tongue::ALL {
        let place = Place::with(CLUB);
        let leave = tongue.pick("先不动", "leave everything as it is");
        let mut asked = talk(&place, tongue, "remove person 阿明");
        asked.sees("people.xiaoyu.backup");
        asked.sees(leave);
        asked.press(UP);
        asked.press(ENTER);
        asked.again("林林");
        asked.sees("people");
        // what is taken out cannot be given it
        asked.again("阿明");
        asked.again("小林");
        let end = asked.ends(0);
        assert!(end.contains(tongue.pick("去掉了", "removed")), "{end}");
        assert!(place.read("community.toml").contains("backup = \"lin\""));
        // left, nothing is changed
        for leaves in [ENTER, CTRL_C] {
            let place = Place::with(CLUB);
            let mut asked = talk(&place, tongue, "remove person 阿明");
            asked.sees(leave);
            asked.press(leaves);
            asked.ends(130);
            assert_eq!(place.read("community.toml"), CLUB);
        }
    }
}

#[test]
fn a_value_of_several_lines_is_pasted_and_nothing_typed_keeps_it() {
    for tongue in Tongue::ALL {
        let place = Place::with(CLUB);
        let mut asked = talk(&place, tongue, "set support.complaints");
        asked.sees(tongue.pick("什么都不写就不改", "Nothing typed keeps it"));
        asked.press("第一行\n第二行\n.\n");
        asked.ends(0);
        let plan: toml::Table = place.read("community.toml").parse().expect("TOML");
        assert_eq!(plan["support"]["complaints"].as_str(), Some("第一行\n第二行"));
        let text = place.read("community.toml");
        let mut asked = talk(&place, tongue, "set support.complaints");
        asked.sees("第二行");
        asked.press(".\n");
        asked.ends(0);
        assert_eq!(place.read("community.toml"), text);
    }
}

#[test]
fn a_date_of_two_readings_is_asked() {
    for tongue in Tongue::ALL {
        let place = Place::with(CLUB);
        let mut asked = talk(&place, tongue, "away 阿明 03/04/2027");
        asked.sees(tongue.pick("是哪一天", "Which day is"));
        asked.sees("2027-04-03");
        asked.press(UP);
        asked.press(ENTER);
        asked.ends(0);
        let plan = place.read("community.toml");
        assert!(plan.contains("from = 2027-03-04") && !plan.contains("2027-04-03"), "{plan}");
    }
}

#[test]
fn an_empty_line_ends_a_text_and_a_pasted_paragraph_does_not() {
    for tongue in Tongue::ALL {
        let place = Place::with(CLUB);
        let mut asked = talk(&place, tongue, "set support.complaints");
        asked.sees(tongue.pick("什么都不写就不改", "Nothing typed keeps it"));
        asked.press("one\n\ntwo\n");
        asked.press("\n");
        asked.ends(0);
        let plan: toml::Table = place.read("community.toml").parse().expect("TOML");
        assert_eq!(plan["support"]["complaints"].as_str(), Some("one\n\ntwo"));
    }
}

#[test]
fn a_placeholder_that_the_plan_no_longer_has_is_asked_for_and_a_wrong_answer_asked_again() {
    for tongue in Tongue::ALL {
        let place = Place::with(CLUB);
        let mut asked =
            talk(&place, tongue, "set lifecycle.ending '<Ana|Ben>' --and lifecycle.review_every '<how often>'");
        asked.sees(tongue.pick("什么都不写就不改", "Nothing typed keeps it"));
        asked.press("archive it\n");
        asked.press("\n");
        asked.sees(tongue.pick("直接回车就不改", "Enter alone keeps it"));
        asked.again("whenever");
        asked.sees("lifecycle.review_every");
        asked.again(tongue.pick("每年", "once a year"));
        asked.ends(0);
        let text = place.read("community.toml");
        assert!(text.contains("ending = \"archive it\"") && text.contains("review_every = \"1y\""), "{text}");
    }
}

#[test]
fn who_takes_a_date_is_chosen_from_those_who_are_there() {
    for tongue in Tongue::ALL {
        let place = Place::with(CLUB);
        assert_eq!(place.run("away 小林 2026-12-12").code, 0);
        let mut asked = talk(&place, tongue, "change salon 2026-12-12 --person '<阿明|小林|小雨>'");
        asked.sees("小雨");
        asked.press(ENTER);
        asked.ends(0);
        let text = place.read("community.toml");
        let changes = text.rsplit("[[changes]]").next().expect("changes");
        assert!(changes.contains("person = ") && !changes.contains("person = \"lin\""), "{changes}");
    }
}

#[test]
fn an_addition_that_brings_an_error_is_asked_about_so_that_its_answers_are_not_lost() {
    let plan = "language = \"en\"\ntime_zone = \"UTC\"\n[[people]]\nname = \"Mia\"\n[[activities]]\nid = \"talk\"\n\
        when = \"every Wed 20:00-21:00\"\nowner = \"Mia\"\n";
    for tongue in Tongue::ALL {
        for (key, code) in [(ENTER, 2), (UP, 0)] {
            let place = Place::with(plan);
            let mut asked =
                talk(&place, tongue, "add activity --title Quiz --owner Mia --when 'every Wed 20:30-21:30'");
            asked.sees("schedule/double-booked");
            asked.sees(tongue.pick("照样写入，以后再改？", "Write it all the same"));
            if key == UP {
                asked.press(UP);
            }
            asked.press(ENTER);
            asked.ends(code);
            assert_eq!(place.read("community.toml").contains("Quiz"), code == 0);
            assert!(place.read("community.toml").starts_with(plan));
        }
    }
}

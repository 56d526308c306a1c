//! `qun init` beside a plan: what is missing or a starter's, by gravity or by chapter; each answer is undone by itself.

use qun::interview::{AnswerKind, Held, Interview, Question, gaps};
use qun::knowledge::Holidays;
use qun::library::Library;
use qun::plan::read;
use qun::rules;
use qun::source::Document;

use super::kit::Place;
use super::terminal::{CTRL_C, DOWN, ENTER, ESC, Talk, Tongue};

const HOME: &str = "\u{1b}[H";

/// What is asked first about a plan.
pub(super) fn first_gaps(text: &str, library: &Library) -> Vec<&'static Question> {
    let mut buffer = String::new();
    let reading = read(&Document::parse(text, &mut buffer), library);
    let options = rules::LintOptions::new("2026-11-22".parse().expect("a day"), Holidays::none());
    let findings = rules::lint(&reading, library, &options).findings;
    gaps(text, &findings, library)
}

fn named(tongue: Tongue) -> String {
    format!("# mine\nlanguage = \"{}\"\n[community]\nname = \"Dawn\" # as on the door\n", tongue.tag())
}

#[test]
fn each_answer_is_undone_by_itself() {
    for tongue in Tongue::ALL {
        let text = named(tongue);
        let place = Place::with(&text);
        let mut talk = Talk::begin(&place, tongue);
        talk.types("audience", tongue.pick("上夜班的护士", "nurses on night shifts"));
        talk.sees(tongue.pick("写好了", "saved"));
        let one = place.read("community.toml");
        assert!(one.starts_with(&text) && one.contains("[[audiences]]"), "{one}");
        talk.types("size_target", "60");
        talk.sees(tongue.pick("写好了", "saved"));
        talk.is_asked("platform");
        // back: what was answered is there, and Enter keeps it
        talk.press(ESC);
        talk.is_asked("size_target");
        talk.sees("> ");
        talk.press(ENTER);
        talk.is_asked("platform");
        talk.press(CTRL_C);
        talk.ends(130);
        assert!(place.read("community.toml").contains("target = 60"));
        assert_eq!(place.run("undo").code, 0);
        assert_eq!(place.read("community.toml"), one, "the last answer alone");
        assert_eq!(place.run("undo").code, 0);
        assert_eq!(place.read("community.toml"), text);
    }
}

#[test]
fn what_a_starter_gave_is_kept_changed_or_dropped() {
    let library = Library::default();
    for tongue in Tongue::ALL {
        let place = Place::new();
        let made = place.run(&format!("init --template reading-club --yes --lang {}", tongue.tag()));
        assert_eq!(made.code, 0, "{}", made.err);
        let text = place.read("community.toml");
        let wanted = first_gaps(&text, &library);
        let day = "2026-11-22".parse().expect("a day");
        let about = Interview::filling_gaps(&library, (&text, wanted.clone()), tongue.tag().parse().expect("one"), day);
        let is_borrowed = |question: &&&Question| about.held(question) == Held::Borrowed;
        assert!(wanted.iter().filter(is_borrowed).count() > 50, "a copy is its starter's");
        // what was made up is never kept
        let is_kept = |question: &&Question| about.borrowed(question).iter().any(|value| !value.is_never_taken);
        let first = wanted.iter().position(is_kept).expect("something that can be kept");
        assert!(first < 5, "what is a starter's counts as missing, and comes by its gravity");
        let (borrowed, later) = (about.borrowed(wanted[first]), tongue.pick("以后再说", "later"));
        let mut talk = Talk::begin(&place, tongue);
        for question in &wanted[..first] {
            talk.is_asked(question.id);
            talk.press(ENTER);
        }
        // the value first, then what can be done with it
        talk.sees(tongue.pick("还是模板的：", "Still the starter's:"));
        talk.sees(&borrowed[0].path.to_string());
        talk.sees(tongue.pick("照用", "keep"));
        talk.sees(later);
        talk.press(HOME);
        talk.press(ENTER);
        talk.sees(tongue.pick("写好了", "saved"));
        // what was made up comes between; then a text is changed
        let is_text = |question: &&Question| is_kept(question) && matches!(question.kind, AnswerKind::Text);
        let second = first + 1 + wanted[first + 1..].iter().position(is_text).expect("another text");
        for question in &wanted[first + 1..second] {
            talk.is_asked(question.id);
            talk.press(ENTER);
        }
        talk.is_asked(wanted[second].id);
        talk.sees(later);
        let kept = place.read("community.toml");
        assert!(kept.contains("confirmed = ["), "{kept}");
        talk.press(HOME);
        talk.press(DOWN);
        talk.press(ENTER);
        talk.sees("> ");
        talk.press(tongue.pick("每月三本，月底交换", "Three a month, swapped at its end"));
        talk.press(ENTER);
        talk.sees(tongue.pick("写好了", "saved"));
        talk.sees(later);
        let changed = place.read("community.toml");
        assert!(changed.contains(tongue.pick("每月三本，月底交换", "Three a month, swapped at its end")), "{changed}");
        talk.press(CTRL_C);
        talk.ends(130);
        assert_eq!(place.run("undo").code, 0);
        assert_eq!(place.read("community.toml"), kept);
        assert_eq!(place.run("undo").code, 0);
        assert_eq!(place.read("community.toml"), text);
    }
}

#[test]
fn chapters_of_a_plan_are_chosen_from_a_menu() {
    for tongue in Tongue::ALL {
        let text = named(tongue);
        let place = Place::with(&text);
        let mut talk = Talk::init(&place, tongue, "--full");
        talk.sees(tongue.pick("先后随意", "any order"));
        talk.sees(tongue.pick("还空", "open"));
        talk.sees(tongue.pick("就到这里", "that is all"));
        for key in [DOWN, DOWN, DOWN, DOWN, DOWN, DOWN, ENTER] {
            talk.press(key);
        }
        // the chapter about culture: nothing is there yet
        talk.types("values", "");
        talk.is_asked("slogan");
        talk.again(tongue.pick("没有", "none"));
        talk.sees(tongue.pick("写好了", "saved"));
        let written = place.read("community.toml");
        assert!(written.contains("without = [\"culture.slogan\"]"), "{written}");
        // the kind of a slogan that there is none of is not asked
        talk.types("colour", "");
        talk.is_asked("logo");
        talk.sees("> ");
        talk.press(CTRL_C);
        talk.ends(130);
        assert_eq!(place.run("undo").code, 0);
        assert_eq!(place.read("community.toml"), text);
    }
}

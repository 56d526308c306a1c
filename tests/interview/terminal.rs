//! The program on a pseudo-terminal: keys in, words out.

use std::collections::HashMap;
use std::process::Command;

use qun::interview::Question;
use qun::interview::adding::questions_about;
use qun::plan::ElementKind;
use rexpect::process::WaitStatus;
use rexpect::reader::Options;
use rexpect::session::{PtySession, spawn_with_options};
use serde_json::Value;

use super::kit::Place;

pub(crate) const ENTER: &str = "\r";
pub(crate) const ESC: &str = "\u{1b}";
pub(crate) const UP: &str = "\u{1b}[A";
pub(crate) const DOWN: &str = "\u{1b}[B";
pub(crate) const RIGHT: &str = "\u{1b}[C";
pub(crate) const LEFT: &str = "\u{1b}[D";
pub(crate) const RUBOUT: &str = "\u{7f}";
pub(crate) const CTRL_A: &str = "\u{1}";
pub(crate) const CTRL_C: &str = "\u{3}";
pub(crate) const CTRL_U: &str = "\u{15}";

#[derive(Clone, Copy)]
pub(crate) enum Tongue {
    Zh,
    En,
}

impl Tongue {
    pub(crate) const ALL: [Self; 2] = [Self::Zh, Self::En];

    pub(crate) fn pick(self, zh: &'static str, en: &'static str) -> &'static str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }

    pub(crate) fn locale(self) -> &'static str {
        self.pick("zh_CN.UTF-8", "en_US.UTF-8")
    }

    pub(crate) fn tag(self) -> &'static str {
        self.pick("zh-CN", "en")
    }
}

/// The program on a terminal of 24 rows and 80 columns.
pub(crate) struct Talk {
    tongue: Tongue,
    session: PtySession,
    pub(crate) questions: HashMap<String, String>,
}

impl Talk {
    pub(crate) fn begin(place: &Place, tongue: Tongue) -> Self {
        Self::init(place, tongue, "")
    }

    pub(crate) fn init(place: &Place, tongue: Tongue, options: &str) -> Self {
        Self::of(place, tongue, &format!("init {options}"), questions(place, tongue))
    }

    /// What is asked by `qun add` about a thing.
    pub(crate) fn add(place: &Place, tongue: Tongue, words: &str) -> Self {
        let all = ElementKind::addable().flat_map(questions_about);
        let of =
            |question: &Question| (question.id.to_owned(), tongue.pick(question.text.zh, question.text.en).to_owned());
        Self::of(place, tongue, &format!("add {words} --lang {}", tongue.tag()), all.map(of).collect())
    }

    pub(crate) fn of(place: &Place, tongue: Tongue, words: &str, questions: HashMap<String, String>) -> Self {
        let script = format!(r#"stty rows 24 cols 80 && exec "$0" {words} --today 2026-11-22"#);
        Self::by(place, tongue, &script, questions)
    }

    /// The program as a script calls it.
    pub(crate) fn by(place: &Place, tongue: Tongue, script: &str, questions: HashMap<String, String>) -> Self {
        Self::on(place, tongue, "xterm-256color", script, questions)
    }

    /// The same on a terminal of some kind; what a dumb one is sent, or one without colours, is read as it is.
    pub(crate) fn on(
        place: &Place,
        tongue: Tongue,
        term: &str,
        script: &str,
        questions: HashMap<String, String>,
    ) -> Self {
        let mut command = Command::new("sh");
        command.args(["-c", script, env!("CARGO_BIN_EXE_qun")]).current_dir(place.path(""));
        command.env_clear().envs(std::env::var_os("PATH").map(|path| ("PATH", path)));
        command.envs([("TERM", term), ("LC_ALL", tongue.locale()), ("TZ", "Asia/Tokyo")]);
        command.env("QUN_STATE_DIR", place.state());
        let options = Options::new()
            .timeout_ms(Some(20_000))
            .strip_ansi_escape_codes(term != "dumb" && !script.contains("NO_COLOR"));
        let session = spawn_with_options(command, options).expect("a pseudo-terminal");
        Self { tongue, session, questions }
    }

    /// Waits until it is shown; what was shown before is returned.
    pub(crate) fn sees(&mut self, text: &str) -> String {
        // the reader takes each byte for a character
        let bytes: String = text.bytes().map(char::from).collect();
        let before = self.session.exp_string(&bytes).unwrap_or_else(|error| panic!("waiting for “{text}”: {error}"));
        String::from_utf8_lossy(&before.chars().map(|c| c as u8).collect::<Vec<u8>>()).into_owned()
    }

    pub(crate) fn press(&mut self, keys: &str) {
        self.session.send(keys).expect("the terminal takes keys");
        self.session.flush().expect("the terminal takes keys");
    }

    /// Waits until a question is put, and for its keys.
    pub(crate) fn is_asked(&mut self, id: &str) {
        let question = self.questions[id].clone();
        self.sees(&question);
        self.sees(self.tongue.pick("上一题", "back"));
    }

    /// Types an answer to a question.
    pub(crate) fn types(&mut self, id: &str, keys: &str) {
        self.is_asked(id);
        self.again(keys);
    }

    /// Types once more where the question was put already.
    pub(crate) fn again(&mut self, keys: &str) {
        self.sees("> ");
        self.press(keys);
        self.press(ENTER);
    }

    /// Chooses from a list; `last` is its last line.
    pub(crate) fn chooses(&mut self, id: &str, keys: &[&str], last: &str) {
        self.is_asked(id);
        self.sees(last);
        for key in keys {
            self.press(key);
        }
        self.press(ENTER);
    }

    /// Chooses one from a list whose last line is the help.
    pub(crate) fn one(&mut self, id: &str, keys: &[&str]) {
        self.chooses(id, keys, self.tongue.pick("? 说明", "? help"));
    }

    /// The language as it is offered, and things to tick of the first template.
    pub(crate) fn begins_with_a_template(&mut self) {
        self.one("language", &[]);
        self.one("starter", &[DOWN, DOWN]);
    }

    /// What is summed up at the end, with what can be done with it in view.
    pub(crate) fn sums_up(&mut self) -> String {
        self.sees(self.tongue.pick("你的回答：", "Your answers:"));
        let shown = self.sees(self.tongue.pick("就这样，写计划", "accept and write the plan"));
        self.sees(self.tongue.pick("上一题", "back"));
        shown
    }

    pub(crate) fn writes(&mut self) {
        self.sums_up();
        self.press(ENTER);
    }

    pub(crate) fn ends(mut self, code: i32) -> String {
        let rest = self.session.exp_eof().expect("the program ends");
        let rest = String::from_utf8_lossy(&rest.chars().map(|c| c as u8).collect::<Vec<u8>>()).into_owned();
        match self.session.process().wait().expect("a status") {
            WaitStatus::Exited(_, found) => assert_eq!(found, code, "{rest}"),
            other => panic!("{other:?}"),
        }
        rest
    }
}

/// What is asked, by id, as far as it is the same for all starters.
pub(crate) fn questions(place: &Place, tongue: Tongue) -> HashMap<String, String> {
    let run = place.run(&format!("init --print-questions --lang {}", tongue.tag()));
    assert_eq!(run.code, 0, "{}", run.err);
    let printed: Value = serde_json::from_str(&run.out).expect("JSON");
    let of = |question: &Value, key: &str| question[key].as_str().expect("a text").to_owned();
    let all = printed["questions"].as_array().expect("a list");
    // a question that is filled in may be longer than a line
    let text = |q: &Value| of(q, "text").chars().take(20).collect::<String>();
    all.iter().map(|question| (of(question, "id"), text(question))).collect()
}

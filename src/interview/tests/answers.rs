//! What is typed at the questions, and files of answers.

use super::*;

#[test]
fn refusals_name_what_is_expected_and_change_nothing() {
    let library = library();
    let mut interview = interview(&library, &["starter=example"]);
    while let Some(ask) = interview.next() {
        let wrong = match ask.question.id {
            "kind" => ("interst", "interest"),
            "quiet_hours" => ("late", "22:30-07:30"),
            "price" => ("a lot", "49 EUR"),
            "starts" => ("2027-02-30", "calendar"),
            "people" => ("Ana, Ana", "appears twice"),
            "weekly_when" => ("someday", ""),
            "earning" => ("nothing", "membership | camp | all | none"),
            _ => {
                interview.answer("").expect("the default");
                continue;
            }
        };
        let before = interview.answers().clone();
        let refusal = interview.answer(wrong.0).expect_err(ask.question.id);
        assert!(refusal.message(Language::En).contains(wrong.1), "{}", refusal.message(Language::En));
        assert!(!refusal.message(Language::Zh).is_empty());
        assert_eq!(*interview.answers(), before);
        assert_eq!(interview.next().map(|next| next.question.id), Some(ask.question.id));
        interview.answer("").expect("the default");
    }
    assert!(interview.missing().is_empty());
}

#[test]
fn phrase_errors_are_sentences() {
    let message = |text: &str, language: Language| {
        let refused = Answers::default().set(&format!("weekly_when={text}")).expect_err(text);
        refused.message(language)
    };
    let english = message("Fix-it night", Language::En);
    assert!(english.starts_with("weekly_when: cannot use \"Fix-it night\": how often is this?"), "{english}");
    let chinese = message("湖边共读会", Language::Zh);
    assert!(chinese.starts_with("weekly_when：“湖边共读会”不行：看不出多久一次"), "{chinese}");
    // an example is given or it is not announced
    for message in [english, chinese, message("every Blursday 20:00", Language::En)] {
        assert!(!message.contains("expected") && !message.contains("要看"), "{message}");
        assert!(
            !message.ends_with([':', '：', ' ']) && !message.contains(": )") && !message.contains("：）"),
            "{message}"
        );
    }
}

#[test]
fn reads_dates_as_people_type_them() {
    let starts = |text: &str| {
        let mut answers = Answers::default();
        answers.set(&format!("starts={text}")).ok().map(|()| answers.get("starts").cloned())
    };
    for text in ["2027-02-01", "2027-2-1", "2027/02/1", "2027.2.1", "2027年2月1日", "２０２７年２月１号"] {
        assert_eq!(starts(text), Some(Some(Literal::Day(day("2027-02-01")))), "{text}");
    }
    for text in ["2027-02-30", "01/02/2027", "2027年2月", "2027-02-01-03", "//", "27-2-1"] {
        assert_eq!(starts(text), None, "{text}");
    }
    // without a year it is the coming one, seen from the day of the interview
    let library = library();
    let coming = [
        ("1 Dec", "2026-12-01"),
        ("Dec 7, 2026", "2026-12-07"),
        ("next Monday", "2026-11-30"),
        ("12月1日", "2026-12-01"),
        ("下周一", "2026-11-30"),
        ("2月1日", "2027-02-01"),
    ];
    for (text, expected) in coming {
        let interview = interview(&library, &[&format!("starts={text}")]);
        assert_eq!(interview.answers().get("starts"), Some(&Literal::Day(day(expected))), "{text}");
    }
}

#[test]
fn reads_prices_hours_and_names_as_people_type_them() {
    let library = library();
    let read_as = |pair: &str| {
        let interview = interview(&library, &["starter=example", "earning=membership", pair]);
        let id = pair.split('=').next().expect("an id");
        shown(AnswerKind::Text, interview.answers().get(id).expect("an answer"), Language::En)
    };
    assert_eq!(read_as("price=199"), "199 CNY");
    assert_eq!(read_as("price=199元/年"), "199 CNY");
    assert_eq!(read_as("price=20 USD a year"), "20 USD");
    assert_eq!(read_as("quiet_hours=22：30到8：00"), "22:30-08:00");
    assert_eq!(read_as("quiet_hours=11pm-7am"), "23:00-07:00");
    assert_eq!(read_as("people=Ana, Bo and Cy; Dee"), "Ana, Bo, Cy, Dee");
    assert_eq!(read_as("people=小周 周舟"), "小周, 周舟");
    // a price of another period than the product's is not taken for its price
    let mut interview = interview(&library, &["starter=example", "earning=membership"]);
    while interview.next().is_some_and(|ask| ask.question.id != "price") {
        interview.answer("").expect("the default");
    }
    let refusal = interview.answer("20元/月").expect_err("the product is paid by the year");
    assert!(refusal.message(Language::En).contains("the price per year"));
    assert!(refusal.message(Language::Zh).contains("一年的价格"));
    let numbers = Answers::parse("[answers]\nprice = 199\nearning = \"membership\"\nstarter = \"example\"\n");
    interview.replay(&numbers.expect("a number will do")).expect("the currency is the starter's");
    assert_eq!(interview.answers().text("price"), Some("199 CNY"));
}

#[test]
fn accepts_a_city_as_a_time_zone() {
    let library = library();
    let mut interview = Interview::new(&library, Mode::Quick, Language::En, day("2026-11-23"));
    while interview.next().is_some_and(|ask| ask.question.id != "time_zone") {
        interview.answer("").expect("the default");
    }
    let mut taken = |typed: &str| {
        interview.answer(typed).expect("a zone");
        interview.back();
        interview.answers().text("time_zone").map(str::to_owned)
    };
    for (typed, zone) in [("Paris", "Europe/Paris"), ("new york", "America/New_York"), ("上海", "Asia/Shanghai")] {
        assert_eq!(taken(typed).as_deref(), Some(zone));
    }
    assert_eq!(taken("Asia/Tokyo").as_deref(), Some("Asia/Tokyo"));
    assert!(interview.answer("Atlantis").is_err());
}

#[test]
fn misplaced_answers_are_reported_with_an_example() {
    for language in Language::ALL {
        let errors = Answers::parse("name = \"夜航船\"\nkind = \"local\"\n").expect_err("there is no table");
        assert_eq!(errors.len(), 1, "not one error a line: {errors:?}");
        assert!(errors[0].message(language).ends_with(&example(language)));
        let errors = Answers::parse("name = \"夜航船\"\n[answers]\n").expect_err("above the table");
        assert!(errors[0].message(language).contains("[answers]"));
        // the example is a file of answers that is taken as a whole
        let answers = Answers::parse(&example(language)).expect("the example is good");
        let library = Library::default();
        let mut interview = Interview::new(&library, Mode::Quick, language, day("2026-11-23"));
        interview.replay(&answers).expect("its answers are good");
        assert_eq!(interview.answers().texts("people").len(), 2);
        assert_sound(&interview.draft().expect("TOML"), language, &library);
    }
}

#[test]
fn reports_all_mistakes_of_an_answers_file_at_once() {
    let messages = |text: &str| -> Vec<String> {
        let errors = Answers::parse(text).expect_err("there are mistakes");
        errors.iter().map(|error| error.message(Language::En)).collect()
    };
    let text = "format = 1\nextra = 1\n[answers]\nnmae = \"x\"\nkind = \"nothing\"\nname = 3\nstarts = \"soon\"\nmotives = [1]\n";
    let found = messages(text);
    assert_eq!(found.len(), 6, "{found:?}");
    assert_eq!(found[1], "nmae: no such question; did you mean name?");
    for (message, id) in found.iter().skip(2).zip(["kind", "name", "starts", "motives"]) {
        assert!(message.starts_with(&format!("{id}: ")), "{message}");
    }
    assert!(messages("format = 2\n")[0].contains("upgrade"));
    assert!(messages("format = \n")[0].starts_with("line 1: "));
    assert!(messages("{ \"answers\": ")[0].starts_with("line 1"));
    let json =
        Answers::parse(r#"{"format":1,"answers":{"name":"Dawn","starts":"2027-01-01","motives":["sell-products"]}}"#);
    let toml = Answers::parse("format = 1\n[answers]\nmotives = \"卖产品\"\nstarts = 2027-01-01\nname = \"Dawn\"\n");
    assert_eq!(json, toml);
    assert_eq!(json.expect("sound").get("starts"), Some(&Literal::Day(day("2027-01-01"))));
    assert!(Answers::default().set("name").is_err() && Answers::default().set("nobody=1").is_err());
}

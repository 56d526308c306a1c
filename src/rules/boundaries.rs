//! Thresholds, each from both sides: nothing is reported at the limit, one beyond it is.

use super::{LintOptions, lint};
use crate::finding::Level;
use crate::knowledge::Holidays;
use crate::library::Library;
use crate::plan::read;
use crate::source::Document;

/// The level at which a rule fires on a plan, if it does; today is 2026-12-01.
fn level(id: &str, text: &str) -> Option<Level> {
    let library = Library::default();
    let mut buffer = String::new();
    let document = Document::parse(text, &mut buffer);
    let today = "2026-12-01".parse().expect("a day");
    let outcome = lint(&read(&document, &library), &library, &LintOptions::new(today, Holidays::china()));
    let broken: Vec<_> = outcome.findings.iter().filter(|f| f.rule.topic() == "file").collect();
    assert!(broken.is_empty(), "{text}: {broken:?}");
    outcome.findings.iter().filter(|finding| finding.rule.id == id).map(|finding| finding.level).max()
}

/// Fills `…` of a plan with a value at the limit, then with one beyond it.
fn pair(id: &str, plan: &str, at: &str, beyond: &str) {
    assert_eq!(level(id, &plan.replace('…', at)), None, "{id} at {at}");
    assert!(level(id, &plan.replace('…', beyond)).is_some(), "{id} beyond: {beyond}");
}

#[test]
fn activities_at_their_limits() {
    let event =
        "[[channels]]\nid = \"members\"\nplatform = \"slack\"\n[[activities]]\nid = \"talk\"\nweight = \"event\"\n";
    let announced = "when = \"每周五 20:00\"\nsteps = [{ id = \"a\", at = \"…\", title = \"x\", sends = [{ to = \"members\" }] }]\n";
    pair("activities/unannounced", &format!("{event}{announced}"), "T-1d 20:00", "T-1d 20:30");
    pair("activities/unannounced", &format!("{event}{announced}"), "T-24h", "T-23h");
    let room = "[[places]]\nid = \"cafe\"\ncapacity = 20\n[[activities]]\nid = \"salon\"\nplace = \"cafe\"\n";
    pair("activities/over-capacity", &format!("{room}expected = …\n"), "20", "21");
    pair("activities/over-capacity", &format!("{room}capacity = …\n"), "20", "21");
    let held = "[[activities]]\nid = \"a\"\nmode = \"…line\"\nwhen = \"";
    let weekly = held.replace('…', "on") + "…\"\n";
    pair("activities/no-weekly-online", &weekly, "每周三 20:00", "隔周三 20:00");
    let monthly = held.replace('…', "off") + "…\"\n";
    pair("activities/no-monthly-offline", &monthly, "每月最后一个周五 10:00", "单月第二个周三");
    // a few friends who meet every month need no evening online as well
    let friends = |target: &str| {
        format!("[community.size]\ntarget = {target}\n{}", monthly.replace('…', "每月最后一个周五 10:00"))
    };
    assert_eq!(level("activities/no-weekly-online", &friends("20")), None);
    assert!(level("activities/no-weekly-online", &friends("200")).is_some());
    // who live in several zones meet nowhere
    let apart = |zone: &str| {
        format!(
            "time_zone = \"Europe/Berlin\"\n[[people]]\nname = \"A\"\n[[people]]\nname = \"B\"\ntime_zone = \"{zone}\"\n"
        )
    };
    assert_eq!(level("activities/no-monthly-offline", &apart("Asia/Kolkata")), None);
    assert!(level("activities/no-monthly-offline", &apart("Europe/Berlin")).is_some());
    // two rhythms add up, and three dates in three months are monthly
    let both = "[[activities]]\nid = \"a\"\nmode = \"offline\"\nwhen = \"单月第二个周三\"\n[[activities]]\nid = \"b\"\nmode = \"hybrid\"\nwhen = \"双月第二个周三\"\n";
    assert_eq!(level("activities/no-monthly-offline", both), None);
    let date =
        |day: &str| format!("[[activities]]\nid = \"d{day}\"\nmode = \"offline\"\nwhen = \"2027-01-{day} 10:00\"\n");
    let life = "[lifecycle]\nstarts = 2026-12-01\nmonths = 3\n";
    let [two, three] = [&["05", "15"][..], &["05", "15", "25"]]
        .map(|days| life.to_owned() + &days.iter().map(|day| date(day)).collect::<String>());
    assert_eq!(level("activities/no-monthly-offline", &three), None);
    assert!(level("activities/no-monthly-offline", &two).is_some());
    let life = "[lifecycle]\nstarts = 2026-12-01\ndays = …\n";
    pair("activities/no-monthly-offline", life, "59", "60");
}

#[test]
fn work_is_shared_as_evenly_as_so_few_people_can() {
    let held = |owner: &str, minutes: &str| {
        format!(
            "[[activities]]\nid = \"{owner}\"\nwhen = \"2026-12-08 20:00\"\nlasts = \"{minutes}m\"\nowner = \"{owner}\"\n"
        )
    };
    let people = |names: &[&str]| names.iter().map(|name| format!("[[people]]\nid = \"{name}\"\n")).collect::<String>();
    let id = "roles/one-person-band";
    let two = people(&["ann", "bo"]) + &held("ann", "…") + &held("bo", "40");
    pair(id, &two, "60", "61");
    assert_eq!(level(id, &two.replace('…', "49")), None, "55 %");
    let three = people(&["ann", "bo", "cy"]) + &held("ann", "…") + &held("bo", "30") + &held("cy", "20");
    pair(id, &three, "50", "51");
    let own = format!("{}[lint.settings]\none_person_share = 70\n", two);
    pair(id, &own, "93", "94");
    let alone = people(&["ann"]) + &held("ann", "30");
    assert!(level(id, &alone).is_some(), "alone");
    let by_others = "[[activities]]\nid = \"open\"\nwhen = \"2026-12-09 20:00\"\nlasts = \"…m\"\n";
    assert_eq!(level(id, &(alone.clone() + &by_others.replace('…', "30"))), None, "half of it is nobody's in the plan");
}

#[test]
fn goals_at_their_limits() {
    let goal = |metric: &str| format!("[[goals]]\nid = \"g\"\nmetric = \"{metric}\"\ntarget = \"…\"\n");
    pair("goals/out-of-band", &goal("activity"), "40%", "41%");
    pair("goals/out-of-band", &goal("activity"), "5%", "4%");
    pair("goals/out-of-band", &goal("retention"), "80%", "81%");
    pair("goals/impossible-target", &goal("retention"), "100%", "101%");
    pair("goals/impossible-target", &goal("satisfaction"), "比去年 120%", "120%");
    assert_eq!(level("goals/impossible-target", &goal("growth").replace('…', "120%")), None);
    pair(
        "goals/past-date",
        "[lifecycle]\nstarts = 2026-12-01\n[[goals]]\nid = \"g\"\nby = …\n",
        "2026-12-01",
        "2026-11-30",
    );
    let test = "[[experiments]]\nid = \"e\"\nmetric = \"activity\"\nfrom = 2026-11-01\nuntil = …\ndecided = \"\"\n";
    pair("goals/experiment-open", test, "2026-12-01", "2026-11-30");
    let review = "[[reviews]]\nid = \"w\"\nwhen = \"每周日\"\n[[reviews]]\nid = \"m\"\nwhen = \"…\"\n";
    pair("goals/no-review", review, "每月最后一天", "每季度第一个周一");
}

#[test]
fn lives_and_sales_at_their_limits() {
    let life = "[lifecycle]\nstarts = 2026-12-01\n…\n";
    pair("lifecycle/longer-than-two-years", life, "months = 24", "months = 25");
    pair("lifecycle/longer-than-two-years", life, "days = 731", "days = 732");
    let sale = "[lifecycle]\nstarts = 2026-12-01\nmonths = 12\n[[monetisation]]\nid = \"m\"\nmodel = \"membership\"\nper = \"year\"\nstarts = …\n";
    pair("lifecycle/sale-after-end", sale, "2026-12-01", "2026-12-02");
    let until = "[lifecycle]\nstarts = 2026-12-01\nmonths = 12\n[[monetisation]]\nid = \"m\"\nmodel = \"membership\"\nper = \"month\"\nuntil = …\n";
    pair("lifecycle/sale-after-end", until, "2027-11-01", "2027-11-02");
    let camp = "[lifecycle]\nstarts = 2026-12-01\nmonths = 2\n[[monetisation]]\nid = \"m\"\nmodel = \"service\"\nper = \"once\"\n[[programmes]]\nid = \"p\"\ndays = 21\n[[cohorts]]\nid = \"c\"\nprogramme = \"p\"\nproduct = \"m\"\nstarts = …\n";
    pair("lifecycle/sale-after-end", camp, "2027-01-11", "2027-01-12");
    let early = "[lifecycle]\nstarts = 2026-12-01\n[[monetisation]]\nid = \"m\"\nmodel = \"service\"\nstarts = …\n";
    pair("lifecycle/paid-too-early", early, "2026-12-09", "2026-12-08");
    for exempt in ["[community]\nkind = \"learning\"\n", "[rules.admission]\nproduct = \"m\"\n"] {
        assert_eq!(level("lifecycle/paid-too-early", &(early.replace('…', "2026-12-08") + exempt)), None, "{exempt}");
    }
    let two = "[lifecycle]\nstarts = 2026-12-01\nmonths = 24\n[[activities]]\nid = \"a\"\nwhen = \"每周三\"\nphases = [\"maturity\"]\nbudget = \"100 CNY\"\n[[activities]]\nid = \"b\"\nwhen = \"每周五\"\nphases = [\"decline\"]\nbudget = \"… CNY\"\n";
    pair("lifecycle/over-investing-at-end", two, "100", "101");
}

#[test]
fn money_at_its_limits() {
    let plan = "[lifecycle]\nstarts = 2026-12-01\nmonths = 10\n[[monetisation]]\nid = \"m\"\nmodel = \"service\"\nprice = \"30 CNY\"\nper = \"once\"\nbuyers = { expected = … }\ncost = { fixed_per_month = \"20 CNY\", per_buyer = \"10 CNY\" }\n";
    // 10 buyers leave 20 each: the 200 of ten months
    pair("monetisation/never-breaks-even", plan, "10", "9");
    let sponsor = plan.replace('…', "9")
        + "[[monetisation]]\nid = \"s\"\nmodel = \"sponsorship\"\nper = \"once\"\nprice = \"… CNY\"\n";
    pair("monetisation/never-breaks-even", &sponsor, "20", "19");
    let small = "[community]\nsize = { target = … }\n[[monetisation]]\nid = \"m\"\nmodel = \"membership\"\nprice = \"300 CNY\"\nper = \"year\"\ncost = { fixed_per_month = \"800 CNY\" }\n";
    pair("monetisation/inward-too-small", small, "640", "639");
    assert_eq!(level("monetisation/never-breaks-even", &small.replace('…', "200")), None, "buyers are not known");
}

#[test]
fn texts_at_the_limits_of_platforms() {
    let plan = |platform: &str| {
        format!(
            "[[channels]]\nid = \"c\"\nplatform = \"{platform}\"\n[[content]]\nid = \"x\"\ntext = \"…\"\nsends = [{{ to = \"c\" }}]\n"
        )
    };
    // characters and bytes: a letter is one of each, a Chinese character three bytes
    for (platform, letter, limit, wanted) in [
        ("wecom-customer-group", "a", 4000, Level::Error),
        ("wecom-customer-group", "字", 1333, Level::Warning),
        ("telegram", "字", 4096, Level::Warning),
    ] {
        let plan = plan(platform);
        pair("platform/text-too-long", &plan, &letter.repeat(limit), &letter.repeat(limit + 1));
        let found = level("platform/text-too-long", &plan.replace('…', &letter.repeat(limit + 1)));
        assert_eq!(found, Some(wanted), "{platform}: only primary facts make errors");
    }
    let wecom = plan("wecom-customer-group");
    let found = level("platform/text-too-long", &wecom.replace('…', &"字".repeat(4001)));
    assert_eq!(found, Some(Level::Error), "over both");
    let own = format!("{wecom}[limits]\nwecom-customer-group = {{ text = 4000 }}\n");
    pair("platform/text-too-long", &own, &"字".repeat(4000), &"字".repeat(4001));
    let own = plan("telegram") + "[limits]\ntelegram = { text = 10 }\n";
    pair("platform/text-too-long", &own, &"a".repeat(10), &"a".repeat(11));
    // a step that says only its text goes where that of the SOP goes
    let step = "[[channels]]\nid = \"c\"\nplatform = \"wecom-customer-group\"\n[[activities]]\nid = \"x\"\nsop = \"sharing-session\"\nchannels = [\"c\"]\nsteps = [{ id = \"announce\", text = \"…\" }]\n";
    pair("platform/text-too-long", step, &"字".repeat(1333), &"字".repeat(1334));
}

/// A plan under the law of China, of people who do business or of others.
fn chinese(kind: &str, rest: &str) -> String {
    format!(
        "[community]\nkind = \"{kind}\"\njurisdiction = [\"CN\"]\n[[channels]]\nid = \"c\"\nplatform = \"wechat-group\"\n{rest}"
    )
}

#[test]
fn reports_the_law_only_where_it_applies() {
    let prize = "[[activities]]\nid = \"d\"\nform = \"draw\"\n[activities.draw]\nhighest_prize = \"… CNY\"\n";
    pair("law/prize-over-limit", &chinese("commerce", prize), "50000", "50000.01");
    let id = "law/prize-over-limit";
    let prize = prize.replace('…', "60000");
    assert_eq!(level(id, &chinese("brand-fans", &prize)), Some(Level::Error));
    assert_eq!(level(id, &chinese("interest", &prize)), Some(Level::Advice));
    let earning = format!("{prize}[[monetisation]]\nid = \"m\"\nmodel = \"membership\"\n");
    assert_eq!(level(id, &chinese("interest", &earning)), Some(Level::Error));
    // another law, and none that is known of
    assert_eq!(level(id, &chinese("commerce", &prize).replace("CN\"]", "FR\"]")), None);
    let unset = chinese("commerce", &prize).replace("jurisdiction = [\"CN\"]\n", "");
    assert_eq!(level(id, &unset), Some(Level::Error), "assumed for WeChat");
    assert_eq!(level(id, &unset.replace("wechat-group", "discord")), None);
    assert_eq!(level(id, &chinese("commerce", &prize.replace("CNY", "USD"))), None, "no rates are known");
}

#[test]
fn rewards_are_judged_by_level_and_base() {
    let at =
        |reward: &str| level("law/pyramid-rewards", &chinese("commerce", &format!("[[growth.rewards]]\n{reward}\n")));
    let one = "who = \"inviter\"\nlevel = 1\nfor = \"joined\"\n";
    assert_eq!(at(&format!("{one}base = \"fixed\"\ngive = \"30d membership\"\ncap = 5")), Some(Level::Advice));
    assert_eq!(at(&format!("{one}base = \"fixed\"\ngive = \"20 CNY\"")), Some(Level::Warning));
    assert_eq!(at(&format!("{one}base = \"head-count\"\ngive = \"20 CNY\"")), Some(Level::Warning));
    assert_eq!(at(&format!("{one}base = \"entry-fee\"\ngive = \"10%\"")), Some(Level::Warning));
    assert_eq!(at(&format!("{one}base = \"own-sale\"\ngive = \"10%\"")), Some(Level::Advice));
    assert_eq!(at(&format!("{one}base = \"downline-sale\"\ngive = \"1%\"")), Some(Level::Error));
    assert_eq!(at("who = \"inviter\"\nlevel = 2\nfor = \"joined\"\ngive = \"一本书\""), Some(Level::Error));
    assert_eq!(at("who = \"upline\"\nfor = \"paid\"\ngive = \"5 CNY\""), Some(Level::Error));
    assert_eq!(at("who = \"invitee\"\nlevel = 1\nfor = \"joined\"\ngive = \"20 CNY\""), None);
}

#[test]
fn the_smallest_chain_says_who_gets_what_from_whose_price() {
    let text = chinese(
        "commerce",
        "[[monetisation]]\nid = \"m\"\nmodel = \"membership\"\nprice = \"365 CNY\"\n[[growth.rewards]]\nwho = \"upline\"\nlevel = 2\nfor = \"paid\"\ngive = \"10%\"\n",
    );
    let library = Library::default();
    let mut buffer = String::new();
    let document = Document::parse(&text, &mut buffer);
    let today = "2026-12-01".parse().expect("a day");
    let outcome = lint(&read(&document, &library), &library, &LintOptions::new(today, Holidays::china()));
    let found = outcome.findings.iter().find(|finding| finding.rule.id == "law/pyramid-rewards").expect("found");
    use crate::language::Language::{En, Zh};
    assert_eq!(found.message(Zh), "奖励隔了 2 层。A→B→C：C 付 365 CNY，A 得到 10%（36.50 CNY）");
    assert_eq!(found.message(En), "a reward across 2 levels. A→B→C: C pays 365 CNY; A gets 10% (36.50 CNY)");
    assert!(
        found.help(Zh).contains("《禁止传销条例》第 7(1) 条（截至 2026-11）")
            && found.help(Zh).contains("不构成法律意见")
    );
    assert!(found.help(En).contains("not legal advice"));
}

#[test]
fn large_events_and_children_at_their_limits() {
    let large_event = chinese("commerce", "[[activities]]\nid = \"f\"\nmode = \"offline\"\nexpected = …\n");
    pair("law/large-event", &large_event, "999", "1000");
    let steps = "expected = 1000\nsteps = [{ id = \"permit\", at = \"…\", title = \"apply to the police\" }]";
    pair("law/large-event", &large_event.replace("expected = …", steps), "T-20d", "T-19d");
    let age = chinese("commerce", "[[audiences]]\nname = \"x\"\nage = \"…\"\n");
    pair("law/minors", &age, "14-18", "13-18");
    assert_eq!(
        level("law/minors", &chinese("commerce", "[rules]\ndata = { minors = \"allowed\" }\n")),
        Some(Level::Warning)
    );
}

#[test]
fn unsure_facts_and_judged_words_make_no_errors() {
    let slogan = chinese("commerce", "[culture]\nslogan = { text = \"全网最好的读书会\" }\n");
    assert_eq!(level("law/superlatives", &slogan), Some(Level::Warning));
    let sharing = chinese("commerce", "[incentives]\npoints = [{ for = \"转发链接\", give = 5 }]\n");
    assert_eq!(level("law/reward-for-sharing", &sharing), Some(Level::Warning));
    let shills = "[[roles]]\nid = \"v\"\nduties = [\"请托带节奏\"]\n";
    assert_eq!(level("trust/planted-shills", &chinese("commerce", shills)), Some(Level::Error));
    assert_eq!(level("trust/planted-shills", shills), Some(Level::Warning), "without that law");
    // what is not promoted is talk among members
    let talk = "[[content]]\nid = \"t\"\ntext = \"你读过的最好看、最好的一本书\"\npromotional = …\n";
    pair("law/superlatives", &chinese("commerce", talk), "false", "true");
}

#[test]
fn messages_at_their_limits() {
    let group = |more: &str| format!("[[channels]]\nid = \"c\"\nplatform = \"telegram\"\n{more}\n");
    let post = |when: &str, more: &str| {
        format!("[[content]]\nwhen = \"{when}\"\ntext = \"x\"\nsends = [{{ to = \"c\"{more} }}]\n")
    };
    let quiet = group("quiet_hours = \"22:30-07:30\"") + &post("daily …", "");
    pair("schedule/quiet-hours", &quiet, "07:30", "07:29");
    pair("schedule/quiet-hours", &quiet, "22:29", "22:30");
    let held = group("quiet_hours = \"22:30-07:30\"")
        + "[[activities]]\ntitle = \"talk\"\nmode = \"online\"\nwhen = \"every Wed …\"\nchannels = [\"c\"]\n";
    pair("activities/in-quiet-hours", &held, "07:30", "07:29");
    pair("activities/in-quiet-hours", &held, "21:30-22:30", "21:30-22:31");
    // 17:00 in New York is 23:00 in Berlin
    let abroad = format!("time_zone = \"Europe/Berlin\"\n{held}time_zone = \"America/New_York\"\n");
    pair("activities/in-quiet-hours", &abroad, "16:29", "16:30");
    let many = group("messages_per_day = …") + &post("daily 08:00", "") + &post("daily 09:00", "");
    pair("schedule/too-many-messages", &many, "2", "1");
    let all = ", mention_all = true";
    let mentions = "[rules]\nmention_all_every = \"3d\"\n".to_owned()
        + &group("")
        + &post("2026-12-10 08:00", all)
        + &post("2026-12-… 08:00", all);
    pair("schedule/mention-all-too-often", &mentions, "13", "12");
    pair("schedule/mention-all-too-often", &mentions, "07", "08");
    let unset = mentions.replace("mention_all_every = \"3d\"\n", "");
    pair("schedule/mention-all-too-often", &unset, "12", "11");
    let steps = "[onboarding]\nsteps = [{ day = 6, what = \"a\" }, { day = 6, what = \"b\" }, { day = 7, what = \"c\" }, { day = 7, what = \"d\" }, { day = 7, what = \"e\" }]\n";
    let newcomers = group("messages_per_day = …") + &post("daily 08:00", "") + steps;
    pair("schedule/newcomer-flood", &newcomers, "3", "2");
    // a batch meets its own channel, on its own days
    let batch = group("messages_per_day = …")
        + "[[programmes]]\nid = \"p\"\n[[programmes.items]]\nday = 7\nat = \"08:00\"\n[[cohorts]]\nid = \"k\"\nprogramme = \"p\"\nstarts = 2026-12-07\nchannel = \"c\"\n"
        + steps;
    pair("schedule/newcomer-flood", &batch, "3", "2");
}

#[test]
fn quotas_at_their_limits() {
    let id = "platform/over-quota";
    let to = |platform: &str, posts: &[&str]| {
        let channel = format!("[[channels]]\nid = \"c\"\nplatform = \"{platform}\"\n");
        let post = |when: &&str| {
            format!("[[content]]\nwhen = \"{when}\"\ntext = \"x\"\nsends = [{{ to = \"c\", by = \"broadcast\" }}]\n")
        };
        channel + &posts.iter().map(post).collect::<String>()
    };
    pair(id, &to("wechat-official-account", &["2026-12-10 08:00", "2026-12-1… 20:00"]), "1", "0");
    let five = ["2026-12-01", "2026-12-08", "2026-12-15", "2026-12-22", "…"];
    pair(id, &to("wechat-service-account", &five), "2027-01-01", "2026-12-31");
    pair(id, &to("wecom-customer-group", &["daily 10:00", "2027-…"]), "06-01", "01-01");
    // primary facts and the plan's own numbers make errors
    let own = to("telegram", &["daily 10:00"]) + "[limits]\ntelegram = { sends_per_week = … }\n";
    pair(id, &own, "7", "6");
    assert_eq!(level(id, &own.replace('…', "6")), Some(Level::Error));
    assert_eq!(level(id, &to("wechat-service-account", &["every Thu 10:00"])), Some(Level::Error));
    // a reminder within the day before
    let site = "[[channels]]\nid = \"site\"\nplatform = \"blog\"\n[[activities]]\nid = \"a\"\nwhen = \"every Sat 14:00\"\nsteps = [{ id = \"r\", at = \"…\", title = \"x\", sends = [{ to = \"site\" }] }]\n";
    pair("platform/unreachable-reminder", site, "T-2d 20:00", "T-1d 20:00");
    pair("platform/unreachable-reminder", site, "T-25h", "T-24h");
    pair("platform/unreachable-reminder", site, "T", "T-1m");
    let voice = "[[channels]]\nid = \"s\"\nplatform = \"discord\"\n[[activities]]\nid = \"a\"\nwhen = \"every … weeks on Sat 14:00\"\nchannels = [\"s\"]\n";
    pair("platform/recurrence-unsupported", voice, "2", "3");
}

#[test]
fn work_and_places_at_their_limits() {
    let people = "holidays = \"none\"\n[[roles]]\nid = \"host\"\n[[people]]\nid = \"a\"\nroles = [\"host\"]\nhours_per_week = 7\n[[people]]\nid = \"b\"\nroles = [\"host\"]\nhours_per_week = 7\n";
    // an hour a day is there, of which 18 minutes are 30 %
    let daily =
        people.to_owned() + "[[activities]]\nid = \"x\"\nwhen = \"daily 20:00\"\nlasts = \"…m\"\nowner = \"a\"\n";
    pair("schedule/unfair-rota", &daily, "18", "19");
    assert_eq!(
        level("schedule/unfair-rota", &daily.replace('…', "59").replace("owner = \"a\"", "owner = \"host\"")),
        None
    );
    let places = "[[places]]\nid = \"p\"\n[[places]]\nid = \"q\"\n[[people]]\nid = \"a\"\n[[activities]]\nid = \"x\"\nplace = \"p\"\nwhen = \"every Sat 14:00-16:00\"\nowner = \"a\"\n[[activities]]\nid = \"y\"\nplace = \"q\"\nwhen = \"every Sat …\"\nowner = \"a\"\n";
    pair("schedule/same-person-two-places", places, "16:00-17:00", "15:59-17:00");
    let same = places.replace("\"q\"\nwhen", "\"p\"\nwhen").replace('…', "15:00-17:00");
    assert_eq!(level("schedule/same-person-two-places", &same), None);
    assert_eq!(level("schedule/double-booked", &same), Some(Level::Error));
    assert_eq!(level("schedule/double-booked", &places.replace('…', "15:00-17:00")), None, "reported once");
    let task = "[[people]]\nid = \"a\"\n[[activities]]\nid = \"x\"\nwhen = \"every Sat 14:00-16:00\"\nowner = \"a\"\n[[activities]]\nid = \"y\"\nwhen = \"every Sun 14:00\"\nowner = \"a\"\nsteps = [{ id = \"s\", at = \"T-1d …\", title = \"s\" }]\n";
    pair("schedule/double-booked", task, "16:00", "15:59");
    assert_eq!(level("schedule/double-booked", &task.replace('…', "15:59")), Some(Level::Warning));
}

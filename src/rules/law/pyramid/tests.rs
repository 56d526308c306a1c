//! What is found in whole reward trees.

use super::is_cash;
use crate::finding::{Edit, Finding, Level};
use crate::knowledge::Holidays;
use crate::language::Language::{self, En, Zh};
use crate::library::Library;
use crate::plan::read;
use crate::rules::{LintOptions, lint};
use crate::source::{Document, apply};

const FEE: &str = "[rules.admission]\nproduct = \"card\"\n[[monetisation]]\nid = \"card\"\nmodel = \"membership\"\nprice = \"99 CNY\"\nper = \"year\"\n";

fn plan(rewards: &[&str]) -> String {
    let rows: String = rewards.iter().map(|reward| format!("[[growth.rewards]]\n{reward}\n")).collect();
    format!("[community]\nkind = \"commerce\"\njurisdiction = [\"CN\"]\n{FEE}{rows}")
}

fn found(text: &str) -> Vec<Finding> {
    let library = Library::default();
    let mut buffer = String::new();
    let document = Document::parse(text, &mut buffer);
    let today = "2026-12-01".parse().expect("a day");
    let outcome = lint(&read(&document, &library), &library, &LintOptions::new(today, Holidays::china()));
    outcome.findings.into_iter().filter(|finding| finding.rule.id == "law/pyramid-rewards").collect()
}

fn calculation(finding: &Finding, language: Language) -> Vec<String> {
    finding.calculation().iter().map(|line| line.show(language)).collect()
}

const FIRST: &str = "who = \"inviter\"\nlevel = 1\nfor = \"paid\"\nbase = \"fixed\"\ngive = \"10 CNY\"";
const SECOND: &str = "who = \"upline\"\nlevel = 2\nfor = \"paid\"\nbase = \"fixed\"\ngive = \"5 CNY\"";

#[test]
fn shows_two_rewards_as_one_chain() {
    let found = found(&plan(&[FIRST, SECOND]));
    let [direct, upline] = &found[..] else { panic!("{found:?}") };
    assert_eq!((direct.level, upline.level), (Level::Warning, Level::Error));
    // the shortest line in which the reward is paid: two people for the first, three for the second
    assert_eq!(direct.message(En), "cash from an entry fee. A→B: B pays 99 CNY; A gets 10 CNY");
    assert_eq!(upline.message(En), "a reward across 2 levels. A→B→C: C pays 99 CNY; A gets 5 CNY, B gets 10 CNY");
    assert_eq!(upline.message(Zh), "奖励隔了 2 层。A→B→C：C 付 99 CNY，A 得到 5 CNY、B 得到 10 CNY");
    // 15 of 99; and 99 ÷ 5 rounded up
    assert_eq!(
        calculation(upline, En),
        [
            "of the 99 CNY paid, 15 CNY (15.2%) goes to people further up",
            "A pays 99 CNY to join; 20 people × 5 CNY = 100 CNY: from then on, recruiting alone is income",
        ]
    );
    assert_eq!(calculation(direct, Zh)[1], "A 进来付 99 CNY；10 人 × 10 CNY = 100 CNY，从此只靠拉人就有收入");
}

#[test]
fn a_cap_under_the_fee_wins_nothing_back() {
    let capped = |cap: u32| found(&plan(&[&format!("{FIRST}\ncap = {cap}")]));
    let lines = |cap| calculation(&capped(cap)[0], En).len();
    assert_eq!((lines(9), lines(10)), (1, 2), "9 × 10 are less than 99, 10 × 10 are not");
}

#[test]
fn long_lines_leave_out_the_middle() {
    let chain = |level: u32| {
        let found = found(&plan(&[&format!("who = \"upline\"\nlevel = {level}\nfor = \"joined\"\ngive = \"5 CNY\"")]));
        found[0].arg("chain").expect("a chain").show(En)
    };
    assert_eq!(chain(5), "A→B→C→D→E→F");
    assert_eq!(chain(9), "A→B→C→D→…→J");
    assert_eq!(chain(40), "A→B→C→D→…→A40");
}

/// The way out is offered as edits; they lower the risk and no more than that.
#[test]
fn its_own_way_out_lowers_the_risk() {
    for reward in [FIRST, SECOND, "who = \"inviter\"\nfor = \"joined\"\nbase = \"downline-sale\"\ngive = \"3%\""] {
        let text = plan(&[reward]);
        let edits: Vec<Edit> = found(&text)[0].fixes[0].edits.clone();
        assert!(!found(&text)[0].fixes[0].safe, "what members were promised is not for us to change");
        let fixed = apply(&text, &edits).expect("edits of keys that are there or may be");
        let left = found(&fixed);
        assert_eq!(left.iter().map(|finding| finding.level).collect::<Vec<_>>(), [Level::Advice], "{fixed}");
        assert!(left[0].fixes.is_empty() && left[0].message(En).contains("at lower risk"), "{fixed}");
    }
}

#[test]
fn separates_money_from_other_things() {
    for cash in ["20 CNY", "10%", "5元", "现金 20", "红包", "2% 提成", "5% commission"] {
        assert!(is_cash(cash), "{cash}");
    }
    for other in ["30d membership", "一本书", "10% 优惠券", "10% off", "九折", ""] {
        assert!(!is_cash(other), "{other}");
    }
}

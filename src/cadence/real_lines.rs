//! Lines of real communities: complete ones are read, of the vague ones what they lack.
//!
//! Chinese: meeting lines of the READMEs of openEuler's interest groups (gitee.com/openeuler/community, Mulan PSL v2),
//! the words before and behind the cadence cut off. English: day, time and frequency of meetings in Kubernetes'
//! `sigs.yaml` (github.com/kubernetes/community, Apache-2.0), put together as `frequency on day time`.
use super::parse::language_of;
use super::*;

/// Phrase, and the canonical one in its language.
const CLEAR: &[(&str, &str)] = &[
    ("每双周周五上午10:00-12:00", "隔周五 10:00-12:00"),
    ("每月第一周周一下午，17点~18点", "每月第一个周一 17:00-18:00"),
    ("每周四下午，16 点 ~ 17 点", "每周四 16:00-17:00"),
    ("每双周周三的上午10:00", "隔周三 10:00"),
    ("每双周周五下午14:30-16:00", "隔周五 14:30-16:00"),
    ("每双周二 下午，4点~5点", "隔周二 16:00-17:00"),
    ("每双周周二下午4:30-6:00", "隔周二 16:30-18:00"),
    ("每周二 下午，3点~4点", "每周二 15:00-16:00"),
    ("双周三 下午，16:00点~18:00点", "隔周三 16:00-18:00"),
    ("每周三上午，11点~12点", "每周三 11:00-12:00"),
    ("每双周三 下午，17:00-18:00", "隔周三 17:00-18:00"),
    ("每两周 (周三)", "隔周三"),
    ("17:00-18:00, 每两周 (周三)", "隔周三 17:00-18:00"),
    ("每双周周二下午4:00-5:30", "隔周二 16:00-17:30"),
    ("双周五下午，2点~3点", "隔周五 14:00-15:00"),
    ("双周例会，周五下午2点30", "隔周五 14:30"),
    ("biweekly on Tuesday 9:00", "every 2 weeks on Tue 09:00"),
    ("Biweekly on Wednesday 10:00", "every 2 weeks on Wed 10:00"),
    ("weekly on Thursday 17:00", "every Thu 17:00"),
    ("every four weeks on Wednesday 09:00", "every 4 weeks on Wed 09:00"),
    ("Tuesday 17:30 biweekly", "every 2 weeks on Tue 17:30"),
    ("First Wednesday of the month 18:00", "first Wed of the month 18:00"),
    ("monthly - third Tuesday 16:00", "3rd Tue of the month 16:00"),
    ("monthly - last Wednesday every month 14:00", "last Wed of the month 14:00"),
    ("First Tuesday of each month 06:00", "first Tue of the month 06:00"),
    ("monthly - first Wednesday every month 09:00", "first Wed of the month 09:00"),
    ("every third Wednesday of the month 09:00", "3rd Wed of the month 09:00"),
    ("monthly, second Thursday of the month 09:00", "2nd Thu of the month 09:00"),
    ("every first Thursday of the month 05:00", "first Thu of the month 05:00"),
    ("Monthly on 4th Thursday 09:00", "4th Thu of the month 09:00"),
];

/// Phrase, the word pointed at, a part of what is wanted, and one of the phrases offered; `""` where none is.
const VAGUE: &[(&str, &str, &str, &str)] = &[
    ("每月某周周五的上午10点", "某周", "第几个", "每月第一个周五 10:00"),
    ("每周X 下午，XX点~XX点", "X", "星期几", "每周一 15:00"),
    ("月度例会", "月度", "哪一天", "每月15日"),
    ("双周下午，14:00 - 15:30", "双周", "星期几", "隔周一 14:00-15:30"),
    ("每月一次", "每月", "哪一天", "每月最后一个周五"),
    ("每月一次 + 按需出发", "每月", "哪一天", "每月15日"),
    ("北京时间，每周四下午，16 点 ~ 17 点", "北京时间", "time_zone", "每周四 16:00-17:00"),
    ("每双周三 下午，17:00-18:00(GMT+08:00)", "GMT", "time_zone", "隔周三 17:00-18:00"),
    ("biweekly", "biweekly", "which weekday", "every 2 weeks on Mon"),
    ("monthly on Tuesday 12:00", "Tuesday", "which one", "first Tue of the month 12:00"),
    ("Wednesday 11:00 PT", "PT", "time_zone", "every Wed 11:00"),
    ("Wednesday 08:00 biweekly starting Wednesday March 20, 2019", "starting", "from", "every 2 weeks on Wed 08:00"),
    ("weekly, you must be signed into a free zoom account to join", "you", "which weekday", "every Mon"),
    ("monthly - Wednesday, after the fourth Tuesday, every month", "Wednesday", "which one", ""),
];

#[test]
fn reads_complete_lines() {
    let mut wrong = Vec::new();
    for (phrase, same) in CLEAR {
        let read = Cadence::parse(phrase).map(|cadence| cadence.print(language_of(phrase)));
        if read.as_deref() != Ok(same) {
            wrong.push(format!("{phrase}: {read:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn reports_what_vague_lines_lack() {
    let mut wrong = Vec::new();
    for (phrase, at, expected, near) in VAGUE {
        let error = Cadence::parse(phrase).expect_err(phrase);
        let is_expected = error.expected.get(language_of(phrase)).contains(expected);
        let is_offered = error.near.iter().any(|offered| offered == near) || near.is_empty() && error.near.is_empty();
        if &&phrase[error.at.clone()] != at || !is_expected || !is_offered {
            wrong.push(format!("{phrase}: at {:?}, {error:?}", &phrase[error.at.clone()]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

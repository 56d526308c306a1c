//! Problems in the calendar of the next three months: those the engine reports, and those its entries show together.

mod fair;
mod fixed_zone;
mod gap;
mod hours;
mod newcomers;
mod overlap;
mod zone_word;

use super::context::Context;
use super::origin::{date_of, path, title};
use super::remedy::Remedy;
use super::reporter::Reporter;
use super::rule::Rule;
use super::send_limits;
use super::suggest::Suggester;
use crate::calendar::{Calendar, Entry, Item, Origin, Problem, is_theirs};
use crate::finding::Level::{Advice, Error, Warning};
use crate::finding::Source::{Canvas, EightAnswers, FeverBee, PracticeBook, SocialCommerceTraining, TenKeyPoints};
use crate::finding::{Arg, Finding, KeyPath, SuggestedCommand};
use crate::language::{Language, Text};
use crate::plan::{Plan, Thing};
use crate::value::{Clock, Day};

pub(super) static RULES: &[Rule] = &[
    Rule::calendar("schedule/double-booked", Error, overlap::double_booked)
        .remedy(Remedy::Change("when"))
        .from(&[EightAnswers])
        .title("同一个人同一时间排了两件事", "person assigned to two things at once")
        .message("{date}，{person}同时要做“{first}”和“{second}”", "on {date}, {person} is assigned to \"{first}\" and \"{second}\" at the same time")
        .help("给其中一件换个 `owner`，或改 `when` 错开时间；只撞这一次，就用 `qun change` 改那一天", "change the `owner` or the `when` of one of them; if they overlap only this once, change that date with `qun change`"),
    Rule::calendar("schedule/away-owner", Error, away_owner)
        .remedy(Remedy::Made(someone_else_that_day))
        .from(&[PracticeBook])
        .title("负责的人那天不在", "assigned person away")
        .message("{date} 的“{item}”由{person}负责，但那天{person}不在，也没有人顶替", "\"{item}\" on {date} is assigned to {person}, who is away, and no one stands in")
        .help("用 `qun change` 给那天换个人；也可以给{person}写上 `backup`，或把 `owner` 写成角色", "assign someone else for that date with `qun change`; or give {person} a `backup`, or make a role the `owner`"),
    Rule::calendar("schedule/same-time-same-place", Error, overlap::same_place)
        .remedy(Remedy::Change("when"))
        .from(&[PracticeBook])
        .title("同一地点同一时间有两场活动", "two activities in one place at once")
        .message("{date}，“{first}”和“{second}”同时在{place}", "on {date}, \"{first}\" and \"{second}\" are both at {place} at the same time")
        .help("给其中一场改 `when` 或 `place`；只撞这一次，就用 `qun change` 挪那一天", "change the `when` or the `place` of one of them; if they overlap only this once, move that date with `qun change`"),
    Rule::calendar("schedule/two-dates-at-once", Error, overlap::two_dates)
        .remedy(Remedy::Made(overlap::another_day))
        .from(&[PracticeBook])
        .title("一项的两次挪到了同一时间", "two dates of one item at once")
        .message("“{item}”{date} 那次挪到了 {to}，而那时它本来就有一次", "the date of \"{item}\" on {date} was moved to {to}, when it takes place anyway")
        .help("把 {date} 那次再挪到别的时间，或者干脆取消", "move the one of {date} to another time, or cancel it"),
    Rule::calendar("schedule/same-person-two-places", Error, overlap::two_places)
        .remedy(Remedy::Change("when"))
        .from(&[PracticeBook])
        .title("同一个人同一时间要在两个地方", "person needed in two places at once")
        .message("{date}，{person}要同时在{here}（“{first}”）和{there}（“{second}”）", "on {date}, {person} has to be at {here} (\"{first}\") and at {there} (\"{second}\") at the same time")
        .help("给其中一场换个 `owner`，或改 `when` 错开，记得留出路上的时间", "change the `owner` of one of them, or move its `when` and allow for travel time"),
    Rule::calendar("schedule/overloaded-person", Warning, hours::overloaded)
        .from(&[EightAnswers, FeverBee])
        .title("有人一周的活超过可投入的时间", "more work than hours in a week")
        .message("{date} 那一周，{person}有 {needed} 小时的事，可投入的是 {hours} 小时；接下来三个月共 {weeks} 周这样", "in the week of {date}, {person} has {needed|hour|hours} of work but only {hours|hour|hours} available; {weeks|week|weeks} like this in the next three months")
        .help("没写时长的活动按一小时算，不到一小时就写上 `lasts`；再分一部分给别人，或问过{person}之后改 `hours_per_week`", "an activity without a length counts as an hour, so set `lasts` if it takes less; else give part of it to others, or check with {person} and update `hours_per_week`"),
    Rule::calendar("schedule/uncovered-task", Warning, uncovered)
        .remedy(Remedy::Add("person", &[]))
        .of_absence()
        .from(&[PracticeBook, Canvas])
        .title("有事没人能做", "task with no one available")
        .message("{date} 的“{item}”需要{role}，{why}；接下来三个月共 {count} 次", "\"{item}\" on {date} needs {role}, {why}; {count|time|times} in the next three months")
        .help("再找一个人担任{role}，或给现有的人写上 `backup`；人确实不够，就减少 `staff` 里的 `count`", "find one more person for {role}, or give a holder of the role a `backup`; if there is no one, lower the `count` of `staff`"),
    Rule::calendar("schedule/off-hours", Warning, off_hours)
        .from(&[PracticeBook])
        .title("有人在当地的夜里或放假那天值班", "duty at night or on a day off")
        .message("{date} 的“{item}”由{person}做，{why}；接下来三个月共 {count} 次", "\"{item}\" on {date} falls to {person}, {why}; {count|time|times} in the next three months")
        .help("给“{item}”再找一个那时醒着的人，或挪 `when`；本来就约定好夜里值班的，给{person}写上 `available`", "find someone for \"{item}\" who is awake then, or move its `when`; if {person} has agreed to these hours, set `available`"),
    Rule::calendar("schedule/quiet-hours", Warning, send_limits::quiet_hours)
        .from(&[EightAnswers, TenKeyPoints])
        .title("免打扰时段里发消息", "message during quiet hours")
        .message("“{item}”{date} {time} 发到“{channel}”，落在免打扰时段 {hours}（接下来三个月共 {times} 次）；最近的空档：{free}", "\"{item}\" goes to \"{channel}\" on {date} at {time}, during quiet hours ({hours}); {times|time|times} in the next three months; nearest free slot: {free}")
        .help("把时间挪到时段之外；只有这个渠道不同，就给它单独写 `quiet_hours`", "move it out of the quiet hours; if only this channel differs, give it its own `quiet_hours`"),
    Rule::calendar("schedule/too-many-messages", Warning, send_limits::too_many)
        .remedy(Remedy::Change("when"))
        .from(&[EightAnswers, SocialCommerceTraining])
        .title("一天发得太多", "too many messages in a day")
        .message("“{channel}”{date} 要发 {count} 条，上限是每天 {limit} 条，从“{item}”（{time}）起超出（接下来三个月共 {times} 天）；最近的空档：{free}", "\"{channel}\" gets {count|message|messages} on {date}; the limit is {limit} a day, and \"{item}\" ({time}) is the first over it ({times|day|days} like this in the next three months); nearest free slot: {free}")
        .help("合并、改成隔天，或换一个渠道；真要这么多，就改 `messages_per_day`", "merge some, send them less often, or use another channel; if you do want that many, raise `messages_per_day`"),
    Rule::calendar("schedule/mention-all-too-often", Warning, send_limits::mentions)
        .remedy(Remedy::Change("when"))
        .from(&[EightAnswers])
        .title("@所有人 太频繁", "too many mentions of everyone")
        .message("“{item}”{date} 在“{channel}”@所有人，离上一次（{since}）太近：两次至少隔 {every} 天（接下来三个月共 {times} 次）；最近的空档：{free}", "\"{item}\" mentions everyone in \"{channel}\" on {date}, too soon after {since}: leave at least {every|day|days} between mentions ({times|time|times} in the next three months); nearest free slot: {free}")
        .help("日常提醒去掉 `mention_all`，留给每周的重点活动；间隔写在 `rules.mention_all_every`", "remove `mention_all` from daily reminders and keep it for the main event of the week; to change the interval, set `rules.mention_all_every`"),
    Rule::calendar("schedule/holiday-collision", Warning, holiday)
        .remedy(Remedy::Beside("on_holiday"))
        .from(&[PracticeBook])
        .title("线下活动撞上放假，没说怎么办", "in-person activity on a public holiday")
        .message("“{item}”在 {date}（{holiday}）撞上放假，没有写怎么办（on_holiday）", "\"{item}\" falls on {date} ({holiday}), a day off, and `on_holiday` does not say what to do")
        .help("写一句 `on_holiday = \"after\"`（顺延）；照常办写 `\"keep\"`，取消写 `\"skip\"`，提前写 `\"before\"`", "set `on_holiday = \"after\"` to hold it later, `\"before\"` to hold it earlier, `\"keep\"` to hold it anyway, or `\"skip\"` to cancel it"),
    Rule::calendar("schedule/never-happens", Warning, never_happens)
        .from(&[PracticeBook])
        .title("写了却永远不会发生", "item that never takes place")
        .message("“{item}”在整个运营期里一次也不会发生", "\"{item}\" never takes place during the lifetime of the community")
        .help("看看 `when`、`from`、`until`、`phases` 是不是互相矛盾，例如每月 31 日遇上小月，或 `until` 早于 `from`", "check whether `when`, `from`, `until` and `phases` contradict each other, such as a 31st in a short month, or `until` before `from`"),
    Rule::calendar("schedule/place-closed", Warning, place_closed)
        .from(&[PracticeBook])
        .title("活动那天场地不开门", "activity while its place is closed")
        .message("“{item}”{date} 在“{place}”，那天不开门（接下来三个月共 {count} 次）", "\"{item}\" is in \"{place}\" on {date}, when it is closed ({count|time|times} in the next three months)")
        .help("只撞这一次，就用 `qun change` 挪一天；经常撞，就换个 `place` 或改 `when`；场地其实开门，就改 `closed`", "move that one with `qun change`; if it happens often, change `place` or `when`; if the place is open after all, fix `closed`"),
    Rule::plan("schedule/counted-from-nowhere", Warning, counted_from_nowhere)
        .from(&[PracticeBook])
        .title("隔几周、隔几月，没说从哪次数起", "interval without a first date")
        .message("“{item}”写的是“{when}”，没有写从哪天数起，现在从 {day} 数", "\"{item}\" is \"{when}\", but nothing says from when to count; for now the count starts on {day}")
        .help("写上第一次的日期，例如 `from = 2026-12-05`；或写社群从哪天开始（`lifecycle.starts`）", "set the first date, for example `from = 2026-12-05`, or the start of the community (`lifecycle.starts`)"),
    Rule::calendar("schedule/lunar-unknown", Warning, lunar_unknown)
        .remedy(Remedy::None)
        .from(&[PracticeBook])
        .title("这些年的农历还不知道", "lunar calendar not known")
        .message("“{item}”按农历或节气排，但只知道 1958 到 2056 年的：之外的日子排不出来", "\"{item}\" follows the lunar calendar, which is known from 1958 to 2056; outside these years it is not planned")
        .help("这些年里的写成一个个日期，用 `qun add` 加上", "add what takes place outside these years as single dates with `qun add`"),
    Rule::plan("schedule/fixed-offset-zone", Warning, fixed_zone::without_summer_time)
        .remedy(Remedy::Made(fixed_zone::the_region))
        .from(&[PracticeBook])
        .title("时区不随夏令时", "time zone without summer time")
        .message("{zone} 全年不变，不随夏令时拨钟；当地的钟点是 {region}", "{zone} never changes to summer time; local time there is {region}")
        .help("要当地时间就写 {region}；就是要全年不变，用 `allow` 记下来", "use {region} for local time; if a fixed offset is what you want, `allow` this finding"),
    Rule::calendar("schedule/wrong-zone-time", Warning, zone_word::contradicts)
        .remedy(Remedy::None)
        .from(&[PracticeBook])
        .title("文字里的时间和日程对不上", "text with another time than the calendar")
        .message("文字里写着“{text}”，日程里“{item}”是{own}（{there}）", "a text says \"{text}\", but \"{item}\" is at {own} ({there})")
        .help("改文字或改 `when`；文字里用变量 time 和 zone，时间变了也不会错", "correct the text or its `when`; a text with the variables time and zone stays right whatever changes"),
    Rule::calendar("schedule/silent-gap", Warning, gap::silent)
        .remedy(Remedy::Add("activity", &[]))
        .of_absence()
        .from(&[EightAnswers])
        .title("一连多天没有任何安排", "long gap in the schedule")
        .message("从 {from} 到 {to}，{days} 天没有任何活动和内容", "nothing is planned from {from} to {to}, {days|day|days}")
        .help("在这几天补一件轻的事：一个问题、一次投票、一份清单，写成一项 `[[content]]` 就行", "plan something light there, such as a question, a poll or a list; one `[[content]]` is enough"),
    Rule::calendar("schedule/newcomer-flood", Advice, newcomers::flood)
        .remedy(Remedy::None)
        .from(&[PracticeBook, EightAnswers])
        .title("新人一天收到太多消息", "too many messages for newcomers")
        .message("新人{when}会收到 {count} 条（{parts}），上限是每天 {limit} 条", "{when}, a newcomer gets {count|message|messages} ({parts}); the limit is {limit} a day")
        .help("在 `onboarding.steps` 里把不急的推到后几天（改 `day`），能合的合成一条", "in `onboarding.steps`, move what is not urgent to a later `day`, and merge what belongs together"),
    Rule::calendar("schedule/unfair-rota", Advice, fair::unfair)
        .remedy(Remedy::None)
        .from(&[EightAnswers, Canvas])
        .title("同一角色里忙闲不均", "uneven workload within a role")
        .message("担任“{role}”的人里，{most}用掉可投入时间的 {busy}，{least}用掉 {idle}，相差超过 {limit} 个百分点", "among holders of the role \"{role}\", {most} spends {busy} of their available hours, {least} only {idle}: more than {limit|percentage point|percentage points} apart")
        .help("写死名字的任务分不走：能轮流的，把 `owner` 改成角色；时间有变的，问过本人再改 `hours_per_week`", "make the role the `owner` where people can take turns, because tasks assigned by name cannot be shared out; if someone's hours have changed, check with them and update `hours_per_week`"),
    Rule::calendar("schedule/change-of-nothing", Warning, change_outside_life)
        .from(&[PracticeBook])
        .title("改动的日子不在举办的阶段里", "change without effect")
        .message("对“{item}”{date} 的改动不起作用：那天所在的阶段不办这一项", "the change to \"{item}\" on {date} has no effect: \"{item}\" is not held in that phase")
        .help("删掉这条改动，或把那个阶段加进 `phases`", "remove the change, or add the phase to `phases`"),
    Rule::plan("schedule/holidays-unset", Advice, holidays_unset)
        .of_absence()
        .from(&[PracticeBook])
        .title("没有写用哪里的节假日", "no holidays set")
        .message("没有写 `holidays`：日历不知道哪些天放假，活动可能排在假日", "`holidays` is not set: the calendar knows no days off, and an activity may fall on one")
        .help("写国家，例如 CN，或计划旁边的 .csv、.ics 文件；不看节假日就写 none", "name a country such as CN, or a .csv or .ics file beside the plan; write none to ignore holidays"),
    Rule::calendar("schedule/holidays-unknown", Advice, holidays_unknown)
        .from(&[PracticeBook])
        .title("还没有那一年的放假安排", "holidays not known yet")
        .message("还没有 {years} 年的放假安排，工作日暂按周一到周五排", "qun does not know the holidays of {years} yet; for now, workdays are Monday to Friday")
        .help("通知公布后升级 qun，或在计划旁放一份节假日文件，写上 `holidays = [\"CN\", \"holidays.csv\"]`", "upgrade qun once the holidays are announced, or put a file beside the plan and set `holidays = [\"CN\", \"holidays.csv\"]`"),
];

/// Who does it on the day of the finding is decided anew.
fn someone_else_that_day(suggest: Suggester<'_>, finding: &Finding) -> Vec<SuggestedCommand> {
    let Some((item, day)) = date_of(suggest.plan, finding) else { return Vec::new() };
    let people = &suggest.plan.people;
    let there: Vec<usize> = (0..people.len()).filter(|person| people[*person].is_there(day)).collect();
    // whoever is alone has nobody to ask
    if people.len() < 2 || there.is_empty() {
        return suggest.adding("person", &[]).into_iter().collect();
    }
    let command = SuggestedCommand::new(&["change", item, &day.to_string(), "--person"]);
    vec![command.needed("changes.person".to_owned(), suggest.choice(there.into_iter().map(Thing::Person), false))]
}

fn away_owner(plan: &Plan, calendar: &Calendar<'_>, _: &Context<'_>, report: &mut Reporter) {
    let mut reported = Vec::new();
    for problem in &calendar.problems {
        let Problem::AwayOwner { person, origin, day } = problem else { continue };
        let route = path(plan, *origin);
        if reported.contains(&(*person, route.clone())) {
            continue;
        }
        reported.push((*person, route.clone()));
        report.add(
            report
                .finding(route)
                .with("date", *day)
                .with("person", Thing::Person(*person).named(plan))
                .with("item", title(plan, calendar, *origin))
                .related(KeyPath::of(&["people"]).index(*person).key("away"), Text::new("不在的日子", "the days away")),
        );
    }
}

fn off_hours(plan: &Plan, calendar: &Calendar<'_>, _: &Context<'_>, report: &mut Reporter) {
    let mut reported: Vec<(usize, KeyPath, Day, Origin, Option<Clock>, usize)> = Vec::new();
    for problem in &calendar.problems {
        let Problem::OffHours { person, origin, day, local } = problem else { continue };
        let route = path(plan, *origin);
        match reported.iter_mut().find(|(p, r, ..)| p == person && *r == route) {
            Some((.., count)) => *count += 1,
            None => reported.push((*person, route, *day, *origin, *local, 1)),
        }
    }
    for (person, route, day, origin, local, count) in reported {
        let why = match local {
            Some(time) => Arg::Name { zh: format!("当地是夜里 {time}"), en: format!("at {time} where they live") },
            None => Arg::Words(Text::new("那天当地放假", "a day off where they live")),
        };
        report.add(
            report
                .finding(route)
                .with("date", day)
                .with("item", title(plan, calendar, origin))
                .with("person", Thing::Person(person).named(plan))
                .with("why", why)
                .with("count", count),
        );
    }
}

fn uncovered(plan: &Plan, calendar: &Calendar<'_>, _: &Context<'_>, report: &mut Reporter) {
    let mut reported: Vec<(usize, KeyPath, Day, Origin, usize)> = Vec::new();
    for problem in &calendar.problems {
        let Problem::Uncovered { role, origin, day } = problem else { continue };
        // a role without any holder is reported by roles/unfilled
        if plan.holders(*role).is_empty() {
            continue;
        }
        let route = path(plan, *origin);
        match reported.iter_mut().find(|(r, p, ..)| r == role && *p == route) {
            Some((.., count)) => *count += 1,
            None => reported.push((*role, route, *day, *origin, 1)),
        }
    }
    for (role, route, day, origin, count) in reported {
        report.add(
            report
                .finding(route)
                .with("date", day)
                .with("item", title(plan, calendar, origin))
                .with("role", Thing::Role(role).named(plan))
                .with("why", why_uncovered(plan, calendar, role, (origin, day)))
                .with("count", count),
        );
    }
}

/// What a holder of the role does at that time; without one, that nobody is there.
fn why_uncovered(plan: &Plan, calendar: &Calendar<'_>, role: usize, (origin, day): (Origin, Day)) -> Arg {
    let span = |entry: &Entry| (entry.at.minute(), entry.at.minute() + i64::from(entry.length()));
    let open = calendar.entries.iter().find(|entry| entry.origin == origin && entry.at.day == day && entry.is_held());
    let holders = plan.holders(role);
    let busy =
        open.and_then(|open| {
            let meets = |other: &&Entry| {
                let (one, other_span) = (span(open), span(other));
                other.origin != origin && other.is_held() && one.0 < other_span.1 && other_span.0 < one.1
            };
            calendar.entries.iter().filter(meets).find_map(|other| {
                holders.iter().find(|holder| is_theirs(other, **holder)).map(|holder| (*holder, other))
            })
        });
    let Some((person, other)) = busy else {
        return Arg::Words(Text::new("那天没有人能来", "but no one is available"));
    };
    let words =
        Text::new("{person}那时在做“{other}”（{time}），两件事撞了", "but {person} is at \"{other}\" then ({time})");
    let [zh, en] = Language::ALL.map(|language| {
        words.fill(language, |name| {
            Some(match name {
                "person" => Thing::Person(person).label(plan, language),
                "other" => title(plan, calendar, other.origin).show(language),
                _ => other.at.time.map_or_else(String::new, |time| time.to_string()),
            })
        })
    });
    Arg::Name { zh, en }
}

fn holiday(plan: &Plan, calendar: &Calendar<'_>, _: &Context<'_>, report: &mut Reporter) {
    let mut reported = Vec::new();
    for problem in &calendar.problems {
        let Problem::HolidayCollision { activity, day } = problem else { continue };
        if reported.contains(activity) {
            continue;
        }
        reported.push(*activity);
        let origin = Origin::Item(Item::Activity(*activity));
        let [zh, en] = calendar
            .holidays_of(Some(Item::Activity(*activity)))
            .status(*day)
            .names()
            .unwrap_or_default()
            .map(str::to_owned);
        let name = Arg::Name { zh, en };
        report.add(
            report
                .finding(path(plan, origin).key("when"))
                .with("item", title(plan, calendar, origin))
                .with("date", *day)
                .with("holiday", name),
        );
    }
}

fn never_happens(plan: &Plan, calendar: &Calendar<'_>, _: &Context<'_>, report: &mut Reporter) {
    for problem in &calendar.problems {
        let Problem::NeverHappens { item } = problem else { continue };
        let origin = Origin::Item(*item);
        report.add(report.finding(path(plan, origin).key("when")).with("item", title(plan, calendar, origin)));
    }
}

fn lunar_unknown(plan: &Plan, calendar: &Calendar<'_>, _: &Context<'_>, report: &mut Reporter) {
    for problem in &calendar.problems {
        let Problem::LunarUnknown { item } = problem else { continue };
        let origin = Origin::Item(*item);
        report.add(report.finding(path(plan, origin).key("when")).with("item", title(plan, calendar, origin)));
    }
}

fn place_closed(plan: &Plan, calendar: &Calendar<'_>, _: &Context<'_>, report: &mut Reporter) {
    let mut counts: Vec<(usize, usize, Day, usize)> = Vec::new();
    for problem in &calendar.problems {
        let Problem::PlaceClosed { activity, place, day } = *problem else { continue };
        match counts.iter_mut().find(|(of, at, ..)| (*of, *at) == (activity, place)) {
            Some((.., count)) => *count += 1,
            None => counts.push((activity, place, day, 1)),
        }
    }
    for (activity, place, day, count) in counts {
        let origin = Origin::Item(Item::Activity(activity));
        report.add(
            report
                .finding(path(plan, origin).key("when"))
                .with("item", title(plan, calendar, origin))
                .with("place", Thing::Place(place).named(plan))
                .with("date", day)
                .with("count", count)
                .related(
                    KeyPath::of(&["places"]).index(place).key("closed"),
                    Text::new("不开门的日子", "the days on which it is closed"),
                ),
        );
    }
}

/// Every second week, every third month: of what, where neither the item nor the community has a first day.
fn counted_from_nowhere(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    if plan.lifecycle.starts.is_some() {
        return;
    }
    let activities = plan.activities.iter().enumerate().map(|(at, of)| (Item::Activity(at), &of.when, of.from));
    let content = plan.content.iter().enumerate().map(|(at, of)| (Item::Content(at), &of.when, of.from));
    let reviews = plan.reviews.iter().enumerate().map(|(at, of)| (Item::Review(at), &of.when, of.from));
    let meeting = std::iter::once((Item::Meeting, &plan.governance.meeting, None));
    for (item, when, _) in activities.chain(content).chain(reviews).chain(meeting).filter(|(.., from)| from.is_none()) {
        let Some(when) = when.as_ref().filter(|when| when.needs_start()) else { continue };
        let (route, name) = match item {
            Item::Activity(at) => (path(plan, Origin::Item(item)).key("when"), Thing::Activity(at).named(plan).into()),
            Item::Content(at) => (path(plan, Origin::Item(item)).key("when"), Thing::Content(at).named(plan).into()),
            Item::Review(at) => (path(plan, Origin::Item(item)).key("when"), Thing::Review(at).named(plan).into()),
            _ => (
                KeyPath::of(&["governance", "meeting"]),
                Arg::Phrase(Text::new("管理组的会", "the team meeting"), Vec::new()),
            ),
        };
        report.add(
            report.finding(route).with("item", name).with("when", when.print(context.language)).with("day", Day(4)),
        );
    }
}

fn change_outside_life(plan: &Plan, calendar: &Calendar<'_>, _: &Context<'_>, report: &mut Reporter) {
    for problem in &calendar.problems {
        let Problem::ChangeOutside { change } = problem else { continue };
        let row = &plan.changes[*change];
        let (Some(item), Some(on)) = (&row.item, row.on) else { continue };
        report.add(
            report
                .finding(KeyPath::of(&["changes"]).index(*change).key("on"))
                .with("item", item.as_str())
                .with("date", on.day),
        );
    }
}

fn holidays_unset(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let is_unset = plan.holidays.is_none() && plan.holiday_sources().is_empty();
    if is_unset && plan.activities.iter().any(|activity| activity.when.is_some()) {
        report.add(report.finding(KeyPath::of(&["holidays"])));
    }
}

fn holidays_unknown(_: &Plan, calendar: &Calendar<'_>, _: &Context<'_>, report: &mut Reporter) {
    let years: Vec<String> = calendar.unannounced_years().iter().map(i32::to_string).collect();
    if !years.is_empty() {
        report.add(report.finding(KeyPath::of(&["holidays"])).with("years", years));
    }
}

//! Roles and people: someone leads, manages and answers; nothing depends on one person.

mod lines;

use super::context::Context;
use super::remedy::Remedy;
use super::reporter::Reporter;
use super::rule::Rule;
use super::suggest::Suggester;
use super::thresholds::{MEMBERS_PER_MANAGER, ONE_PERSON_SHARE, whole};
use crate::calendar::{Calendar, Entry, Kind};
use crate::finding::Level::{Advice, Error, Warning};
use crate::finding::Source::{
    Canvas, EightAnswers, Fact as Cited, FeverBee, MarketingHandbook, PracticeBook, TenKeyPoints,
};
use crate::finding::{Arg, Finding, KeyPath, Level, Segment, SuggestedCommand, Trail};
use crate::language::Text;
use crate::plan::labels::Label;
use crate::plan::people::{Role, RoleKind};
use crate::plan::{Plan, Thing};
use crate::source::{Table, Visit};
use crate::value::Slug;

pub(super) static RULES: &[Rule] = &[
    Rule::plan("roles/no-creator", Warning, no_creator)
        .remedy(Remedy::Add("role", &[("kind", Some("creator"))]))
        .row(&["roles.kind"])
        .essential()
        .from(&[PracticeBook, MarketingHandbook])
        .title("没有创建者", "no leader")
        .message("没有一个角色是带头人：群主、创始人（kind = \"creator\"）", "no role leads the community, as founder or owner (`kind = \"creator\"`)")
        .help("加一段 `[[roles]]`，例如 `id = \"founder\"`、`kind = \"creator\"`、`duties = [\"方向\", \"财务\"]`", "add a `[[roles]]` entry, for example `id = \"founder\"`, `kind = \"creator\"`, `duties = [\"direction\", \"money\"]`"),
    Rule::plan("roles/no-manager", Warning, no_manager)
        .not_in_small()
        .remedy(Remedy::Add("role", &[("kind", Some("manager"))]))
        .row(&["roles.kind"])
        .essential()
        .from(&[PracticeBook, MarketingHandbook])
        .title("没有管理员", "no manager")
        .message("没有一个角色是管理员（kind = \"manager\"）", "no role is a manager (`kind = \"manager\"`)")
        .help("加一段 `[[roles]]`，例如 `id = \"manager\"`、`kind = \"manager\"`、`duties = [\"审核入群\", \"处理广告\"]`", "add a `[[roles]]` entry, for example `id = \"manager\"`, `kind = \"manager\"`, `duties = [\"let people in\", \"deal with adverts\"]`"),
    Rule::plan("roles/no-answerer", Warning, no_answerer)
        .row(&["support.owner"])
        .from(&[PracticeBook])
        .title("没有人负责答疑", "no one to answer questions")
        .message("没有写谁来答疑（support.owner），也没有一个角色的职责里有这一条", "`support.owner` is not set, and no role has answering questions among its duties")
        .help("指定一个角色或成员，或者在某个角色的 `duties` 里写上“答疑”", "name a role or a person, or add \"answer questions\" to the `duties` of a role"),
    Rule::plan("roles/kind-missing", Advice, kind_missing)
        .remedy(Remedy::Made(a_role_each))
        .row(&["roles.kind"])
        .not_in_small()
        .from(&[MarketingHandbook, PracticeBook])
        .title("少了几类人", "missing kinds of roles")
        .message("还没有这几类角色：{kinds}", "there is no role of these kinds: {kinds}")
        .help("不必一次找齐；先给最缺的一类加一个角色，例如 `id = \"carrier\"`、`kind = \"differentiator\"`", "add a role for the kind you need most, for example `id = \"carrier\"`, `kind = \"differentiator\"`; you do not need all at once"),
    Rule::plan("roles/unfilled", Error, unfilled)
        .remedy(Remedy::All(&[Remedy::Made(the_suited), Remedy::AddFor("person", "roles")]))
        .of_absence()
        .from(&[PracticeBook])
        .title("角色没有人担任", "role without a holder")
        .message("角色“{role}”{needed}没有人担任", "{needed} the role \"{role}\"")
        .help("{advice}：在 `[[people]]` 里给这个人写上 `roles = [\"{id}\"]`", "{advice}: `roles = [\"{id}\"]` in `[[people]]`"),
    Rule::plan("roles/single-point-of-failure", Warning, single_point_of_failure)
        .remedy(Remedy::AddFor("person", "roles"))
        .from(&[Canvas])
        .title("关键角色只靠一个人", "critical role held by one person")
        .message("关键角色“{role}”只有一个人担任（{person}），也没有写谁顶替", "critical role \"{role}\" is held only by {person}, and there is no one to stand in")
        .help("在这个人那里写上谁顶替（`backup`），或者再请一个人担任，写上 `roles = [\"{id}\"]`", "name a stand-in for them (`backup`), or give the role to someone else as well: `roles = [\"{id}\"]`"),
    Rule::calendar("roles/one-person-band", Warning, one_person_band)
        .remedy(Remedy::None)
        .not_in_small()
        .from(&[EightAnswers, FeverBee])
        .title("一个人扛了大半的活", "too much work for one person")
        .message("接下来三个月，{percent}% 的工作落在一个人身上（{person}），超过 {limit}%", "over the next three months, {person} carries {percent}% of the work, more than {limit}%")
        .help("把一部分活交给别人：在活动或内容里换一个 `owner`，或者让同一个角色多一个人", "hand some of it over: change the `owner` of an activity or content, or have a second person hold the role"),
    Rule::plan("roles/too-few-managers", Advice, too_few_managers)
        .remedy(Remedy::Made(another_manager))
        .from(&[Cited("managers/members-per-manager")])
        .title("管理员太少", "too few managers")
        .message("{members} 位成员，{managers} 位管理员；通常一位管理员照看的活跃成员不超过 {limit} 位", "{members|member|members}, {managers|manager|managers}; a manager usually looks after at most {limit|active member|active members}")
        .help("从活跃成员里再请 {more} 位担任管理员；如果说话的人没有这么多，写上活跃人数 `community.size.active`，就按它算", "ask {more} more active members to become managers; if fewer members are active, set `community.size.active`, and only those count"),
    Rule::plan("roles/no-duties", Warning, no_duties)
        .remedy(Remedy::Each("roles", "duties"))
        .row(&["roles.duties"])
        .from(&[PracticeBook, EightAnswers])
        .title("角色没有写职责", "role without duties")
        .message("{problem}", "{problem}")
        .help("每个角色写两三件具体的事，例如 `duties = [\"审核入群\", \"处理广告\"]`", "give each role two or three specific duties, for example `duties = [\"let people in\", \"deal with adverts\"]`"),
    Rule::missing("roles/no-election-or-term", Advice, &["roles.chosen_by", "roles.term"])
        .not_in_small()
        .from(&[EightAnswers])
        .title("没有写怎样产生、任期多长", "no selection or term for roles")
        .message("没有一个角色写了怎样产生（chosen_by）或任期（term）", "no role says how its holder is chosen (`chosen_by`) or for how long (`term`)")
        .help("先给一个角色写上，例如 `chosen_by = \"election\"`（选举）、`term = \"1y\"`", "start with one role, for example `chosen_by = \"election\"` and `term = \"1y\"`"),
    Rule::missing("roles/no-training", Advice, &["roles.training"])
        .not_in_small()
        .from(&[PracticeBook])
        .title("没有写怎样带新人上手", "no training for new managers")
        .message("没有一个角色写了怎样培训（training）", "no role says how people are trained (`training`)")
        .help("在一个 `[[roles]]` 里写一句，例如 `training = \"跟班两周\"`", "add it to one of the `[[roles]]`, for example `training = \"two weeks beside another manager\"`"),
    Rule::incomplete("roles/no-recruiting-or-assessing", Advice, &["roles.recruit", "roles.assessed"])
        .not_in_small()
        .from(&[PracticeBook])
        .title("没有写怎样招募、怎样考核", "missing recruiting or assessment")
        .message("没有一个角色写了：{missing}", "missing from every role: {missing}")
        .help("在 `[[roles]]` 里各写一句，例如 `recruit = \"从活跃成员里邀请\"`、`assessed = \"每季和本人谈一次\"`", "add a sentence for each to `[[roles]]`, for example `recruit = \"asked among active members\"` and `assessed = \"a talk each quarter\"`"),
    Rule::plan("roles/reports-in-circle", Warning, lines::in_circle)
        .remedy(Remedy::None)
        .from(&[EightAnswers])
        .title("汇报关系绕成了圈", "circular reporting line")
        .message("汇报关系绕了一圈：{line}", "the reporting line leads back to itself: {line}")
        .help("最上面的角色不写 `reports_to`，例如创建者", "remove `reports_to` at the top, usually from the creator"),
    Rule::missing("roles/no-team-meeting", Advice, &["governance.meeting"])
        .not_in_small()
        .from(&[TenKeyPoints])
        .title("团队没有例会", "no team meeting")
        .message("没有写团队例会（governance.meeting）", "`governance.meeting` is not set: the team has no regular meeting")
        .help("每月碰一次头就好，例如“每月第一个周一 20:00”", "meet once a month, for example \"first Mon of the month 20:00\""),
];

fn has_kind(plan: &Plan, kind: RoleKind) -> bool {
    plan.roles.iter().any(|role| role.kind == Some(kind))
}

fn name(plan: &Plan, role: usize) -> Label {
    Thing::Role(role).named(plan)
}

fn role_missing(plan: &Plan, kind: RoleKind, report: &mut Reporter) {
    if !has_kind(plan, kind) {
        report.add(report.finding(KeyPath::of(&["roles"])).with("count", plan.roles.len()));
    }
}

fn no_creator(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    role_missing(plan, RoleKind::Creator, report);
}

fn no_manager(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    role_missing(plan, RoleKind::Manager, report);
}

fn no_answerer(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let answers = |duty: &String| {
        let duty = duty.to_lowercase();
        ["答", "回复", "客服", "咨询", "answer", "question", "support", "help desk"].iter().any(|w| duty.contains(w))
    };
    if plan.support.owner.is_none() && !plan.roles.iter().flat_map(|role| &role.duties).any(answers) {
        report.add(report.finding(KeyPath::of(&["support", "owner"])).with("count", plan.roles.len()));
    }
}

/// One role for each kind that is missing.
fn a_role_each(suggest: Suggester<'_>, finding: &Finding) -> Vec<SuggestedCommand> {
    let is_missing = |kind: &&RoleKind| match finding.arg("kinds") {
        Some(Arg::List(kinds)) => kinds.contains(&Arg::Words(kind.name())),
        _ => false,
    };
    let add = |kind: &RoleKind| suggest.adding("role", &[("kind", Some(kind.word()))]);
    RoleKind::ALL.iter().filter(is_missing).filter_map(add).collect()
}

/// Whom to ask to take on a role: those whose talents suit it, where there are some.
fn whom_to_ask(plan: &Plan, role: usize) -> Arg {
    let suited: Vec<Arg> = plan
        .suited(role)
        .into_iter()
        .map(|person| {
            let talents = plan.people[person].talents.iter().map(|talent| Arg::Words(talent.name())).collect();
            let facts = vec![("person", Thing::Person(person).named(plan).into()), ("talents", Arg::List(talents))];
            Arg::Phrase(Text::new("{person}（{talents}）", "{person} ({talents})"), facts)
        })
        .collect();
    match suited.is_empty() {
        true => Text::new("请一个人担任", "give it to someone").into(),
        false => {
            Arg::Phrase(Text::new("可以请{suited}担任", "it would suit {suited}"), vec![("suited", Arg::List(suited))])
        }
    }
}

/// The role for the first person whose talents suit it, beside the roles that they have.
fn the_suited(suggest: Suggester<'_>, finding: &Finding) -> Vec<SuggestedCommand> {
    let plan = suggest.plan;
    let [Segment::Key(_), Segment::Index(role), ..] = finding.place.path.0.as_slice() else { return Vec::new() };
    let Some(id) = plan.roles.get(*role).and_then(|role| role.id.as_ref()) else { return Vec::new() };
    let command = |person: &usize| {
        let held = plan.people[*person].roles.iter().map(|role| role.as_str());
        let roles: Vec<&str> = held.chain([id.as_str()]).collect();
        let path = KeyPath::of(&["people"]).index(*person).key("roles");
        SuggestedCommand::new(&["set"]).route(path).word(roles.join(","))
    };
    plan.suited(*role).first().map(command).into_iter().collect()
}

/// One more person in the first role of managers.
fn another_manager(suggest: Suggester<'_>, _: &Finding) -> Vec<SuggestedCommand> {
    let manages = |role: &&Role| role.kind == Some(RoleKind::Manager);
    let role = suggest.plan.roles.iter().find(manages).and_then(|role| role.id.as_ref());
    let add = |id: &Slug| suggest.adding("person", &[("roles", Some(id.as_str()))]);
    role.and_then(add).into_iter().collect()
}

fn kind_missing(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    use RoleKind::{Collaborator, Differentiator, Payer, Pioneer, Volunteer};
    let wanted = [Pioneer, Differentiator, Collaborator, Payer, Volunteer];
    let kinds: Vec<Text> = wanted.into_iter().filter(|kind| !has_kind(plan, *kind)).map(RoleKind::name).collect();
    if !kinds.is_empty() {
        report.add(report.finding(KeyPath::of(&["roles"])).with("kinds", kinds));
    }
}

/// Roles that nobody has, as indices and names, each with the places where it is needed: everywhere but in the tables of
/// roles and people themselves.
struct UnfilledRoles<'p>(Vec<(usize, &'p str, Vec<KeyPath>)>);

impl Visit for UnfilledRoles<'_> {
    fn reference(&mut self, at: &Trail<'_>, kind: &'static str, _: Text, name: &str) {
        if kind == "holder"
            && !matches!(at.table(), Some("roles" | "people"))
            && let Some((.., uses)) = self.0.iter_mut().find(|(_, id, _)| *id == name)
        {
            uses.push(at.path());
        }
    }
}

/// A plan that names nobody yet has a gap; one that names people and leaves a role out contradicts itself.
fn unfilled(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    let ids = plan.roles.iter().enumerate().filter_map(|(at, role)| Some((at, role.id.as_ref()?.as_str())));
    let is_open =
        |(at, id): &(usize, &str)| plan.holders(*at).is_empty() && context.index.holder(id) == Some(Thing::Role(*at));
    let mut open = UnfilledRoles(ids.filter(is_open).map(|(at, id)| (at, id, Vec::new())).collect());
    if open.0.is_empty() {
        return;
    }
    plan.show(&Trail::Root, &mut open);
    for (at, id, uses) in open.0 {
        // those who have no names yet are there all the same
        let is_open = plan.people.is_empty() || plan.roles[at].headcount.is_some_and(|count| count > 0);
        if uses.is_empty() && is_open {
            continue;
        }
        let level = if is_open || uses.is_empty() { Level::Warning } else { Level::Error };
        let needed = match uses.is_empty() {
            true => Text::new("还", "no one holds"),
            false => Text::new("在 {uses} 处有事要做，却", "{uses|place needs|places need} someone, but no one holds"),
        };
        let finding = report.finding(KeyPath::of(&["roles"]).index(at)).at_most(level).with("needed", needed);
        let finding = finding.with("role", name(plan, at)).with("id", id).with("uses", uses.len());
        let finding = finding.with("advice", whom_to_ask(plan, at));
        report.add(match uses.into_iter().next() {
            Some(first) => finding.related(first, Text::new("这里要用", "needed here")),
            None => finding,
        });
    }
}

fn single_point_of_failure(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    for (at, role) in plan.roles.iter().enumerate().filter(|(_, role)| role.critical == Some(true)) {
        if let [only] = plan.holders(at)[..]
            && plan.people[only].backup.is_none()
        {
            let person = Thing::Person(only).named(plan);
            let id = role.id.as_ref().map_or("?", |id| id.as_str());
            let path = KeyPath::of(&["roles"]).index(at).key("critical");
            report.add(report.finding(path).with("role", name(plan, at)).with("person", person).with("id", id));
        }
    }
}

/// Minutes of an entry: as set; a task half an hour, an event an hour, a post ten minutes.
fn minutes(entry: &Entry) -> i64 {
    let usual = match entry.kind {
        Kind::Phase => 0,
        Kind::Activity | Kind::Review | Kind::Meeting => 60,
        Kind::Task => 30,
        Kind::Programme | Kind::Content => 10,
    };
    entry.minutes.map_or(usual, i64::from)
}

/// The percentage of all work up to which one of so many people counts as sharing it evenly: a fifth above the even
/// share. Who is alone shares with nobody.
fn widest_share(people: usize) -> f64 {
    if people < 2 { 0.0 } else { 120.0 / people as f64 }
}

fn one_person_band(plan: &Plan, calendar: &Calendar<'_>, context: &Context<'_>, report: &mut Reporter) {
    let mut loads = vec![0_i64; plan.people.len()];
    // work without a person in the plan counts too
    let mut others = 0;
    for entry in calendar.entries.iter().filter(|entry| !entry.cancelled) {
        if entry.who.person.is_none() {
            others += minutes(entry);
        }
        for who in std::iter::once(&entry.who).chain(&entry.staff) {
            if let Some(load) = who.person.and_then(|person| loads.get_mut(person)) {
                *load += minutes(entry);
            }
        }
    }
    let sum: i64 = loads.iter().sum::<i64>() + others;
    let Some((at, most)) = loads.iter().enumerate().max_by_key(|(at, load)| (**load, usize::MAX - at)) else { return };
    let limit = whole(context.threshold(&ONE_PERSON_SHARE).max(widest_share(plan.people.len())));
    if sum > 0 && i128::from(*most) * 100 > i128::from(sum) * limit as i128 {
        let name = |at: usize| Thing::Person(at).named(plan);
        let finding = report
            .finding(KeyPath::of(&["people"]).index(at))
            .with("person", name(at))
            .with("percent", *most as f64 * 100.0 / sum as f64)
            .with("limit", limit)
            .with("minutes", *most);
        let all = loads.iter().enumerate().filter(|(_, load)| **load > 0);
        report.add(all.fold(finding, |finding, (who, load)| {
            let args = vec![
                ("person", name(who).into()),
                ("minutes", (*load).into()),
                ("sum", sum.into()),
                ("percent", (*load as f64 * 100.0 / sum as f64).into()),
            ];
            finding.calculation_line(
                Text::new(
                    "{person}：{minutes} ÷ {sum} 分钟 = {percent}%",
                    "{person}: {minutes} of {sum|minute|minutes} = {percent}%",
                ),
                args,
            )
        }));
    }
}

fn too_few_managers(plan: &Plan, context: &Context<'_>, report: &mut Reporter) {
    let size = &plan.community.size;
    let Some(members) = size.active.or(size.now) else { return };
    let is_manager = |at: &usize| plan.roles[*at].kind == Some(RoleKind::Manager);
    let mut managers: Vec<usize> =
        (0..plan.roles.len()).filter(is_manager).flat_map(|role| plan.holders(role)).collect();
    managers.sort_unstable();
    managers.dedup();
    // those without names count too
    let unnamed = |role: usize| {
        let count = plan.roles[role].headcount.and_then(|count| usize::try_from(count).ok()).unwrap_or_default();
        count.saturating_sub(plan.holders(role).len())
    };
    let managers = managers.len() + (0..plan.roles.len()).filter(is_manager).map(unnamed).sum::<usize>();
    let limit = context.threshold(&MEMBERS_PER_MANAGER).max(1.0);
    let wanted = whole(f64::from(members) / limit);
    if managers > 0 && managers < wanted {
        let key = if size.active.is_some() { "active" } else { "now" };
        let path = KeyPath::of(&["community", "size"]).key(key);
        report.add(
            report
                .finding(path)
                .with("members", i64::from(members))
                .with("managers", managers)
                .with("limit", whole(limit))
                .with("more", wanted - managers),
        );
    }
}

fn no_duties(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let idle = (0..plan.roles.len()).filter(|role| plan.roles[*role].duties.is_empty());
    let idle: Vec<Arg> = idle.map(|role| name(plan, role).into()).collect();
    if plan.roles.is_empty() {
        let problem = Text::new(
            "一个角色也没有写（[[roles]]），谁做什么看不出来",
            "there is no `[[roles]]`: it is unclear who does what",
        );
        report.add(report.finding(KeyPath::of(&["roles"])).with("problem", problem));
    } else if !idle.is_empty() {
        let problem = Text::new("这些角色没有写职责（duties）：{roles}", "roles without `duties`: {roles}");
        report.add(report.finding(KeyPath::of(&["roles"])).with("problem", problem).with("roles", Arg::List(idle)));
    }
}

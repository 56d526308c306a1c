//! Positioning: why, what, who for and where, and whether the answers are specific.

use super::concreteness;
use super::context::Context;
use super::remedy::Remedy;
use super::reporter::Reporter;
use super::rule::Rule;
use super::suggest::Suggester;
use crate::cadence::{Cadence, Pattern};
use crate::finding::Level::{Advice, Warning};
use crate::finding::Source::{
    Canvas, EightAnswers, MarketingHandbook, PracticeBook, SocialCommerceTraining, TenKeyPoints,
};
use crate::finding::{Arg, Finding, KeyPath, SuggestedCommand, Trail};
use crate::language::Text;
use crate::plan::positioning::{Audience, Gender, Motive};
use crate::plan::{Plan, Thing};
use crate::source::{Table, Visit};

pub(super) static RULES: &[Rule] = &[
    Rule::missing("positioning/no-motive", Warning, &["positioning.motives"])
        .essential()
        .from(&[MarketingHandbook])
        .title("没有写为什么建群", "no reason for the community")
        .message("没有写建群的动机（positioning.motives）", "`positioning.motives` is empty: why does this community exist?")
        .help("从六种动机里选一到两个，例如 `gather-interest`", "choose one or two of the six motives, for example `gather-interest`"),
    Rule::missing("positioning/no-value", Warning, &["positioning.values"])
        .essential()
        .from(&[MarketingHandbook])
        .title("没有写给成员的价值", "no value for members")
        .message("没有一项成员价值（[[positioning.values]]）", "there is no `[[positioning.values]]`: what do members get?")
        .help("写一段 `[[positioning.values]]`：痛点 pain、承诺 promise、通过什么交付 carrier、互惠之处 mutual，例如“买了书读不完”→“每月读完两本”→“21 天打卡营”→“笔记授权发表”", "add a `[[positioning.values]]` entry with `pain`, `promise`, `carrier` and `mutual`, for example \"books bought, never finished\" → \"two books a month\" → \"a 21-day camp\" → \"notes may be published\""),
    Rule::missing("positioning/no-audience", Warning, &["audiences"])
        .essential()
        .from(&[MarketingHandbook, SocialCommerceTraining])
        .title("没有写给谁建", "no target audience")
        .message("没有写目标人群（[[audiences]]）", "there is no `[[audiences]]`: who is this community for?")
        .help("写一段 `[[audiences]]`：怎么称呼、年龄、地区、职业、兴趣，例如“22–30 岁、在上海、爱读书的上班族”", "add one `[[audiences]]` with name, age, region, occupation and interests, for example \"office workers of 22 to 30 in Lyon who read\""),
    Rule::missing("positioning/no-channel", Warning, &["channels", "places"])
        .essential()
        .from(&[MarketingHandbook])
        .title("没有写建在哪里", "no channel or place")
        .message("没有写渠道（[[channels]]），也没有线下地点（[[places]]）", "there is neither a `[[channels]]` nor a `[[places]]`: members have nowhere to meet")
        .help("写一段 `[[channels]]`，一个群就够，例如 `id = \"members\"`、`platform = \"wechat-group\"`", "add one `[[channels]]`; a single group is enough to start, for example `id = \"members\"` and `platform = \"discord\"`"),
    Rule::incomplete("positioning/unanswered-why", Warning, &["positioning.emotional_need", "positioning.shared_memory", "positioning.benefit"])
        .from(&[MarketingHandbook])
        .title("WHY 的三个问题没有答完", "unanswered questions about why")
        .message("还没有回答：{missing}", "missing: {missing}")
        .help("各用一句话回答，例如“下班后有人一起读”", "answer each in a sentence, for example \"someone to read with after work\""),
    Rule::plan("positioning/vague-value", Warning, vague_value)
        .remedy(Remedy::Made(what_a_value_lacks))
        .from(&[MarketingHandbook])
        .title("成员价值说得太虚", "vague value for members")
        .message("第 {number} 项价值：{problems}", "value {number}: {problems}")
        .help("四点各写一句：痛点 pain、承诺 promise、通过什么交付 carrier、互惠之处 mutual；承诺里要有数字、日期或拿得到的东西，例如“每月读完两本”", "set all four: pain, promise, carrier and mutual benefit; put a number, a date or something to take home in the promise, for example \"two books a month\""),
    Rule::plan("positioning/unused-channel", Advice, unused_channel)
        .remedy(Remedy::AddFor("content", "sends"))
        .of_absence()
        .from(&[TenKeyPoints, EightAnswers])
        .title("有渠道没派上用场", "unused channel")
        .message("渠道“{channel}”没有活动、内容、营期或答疑在用", "channel \"{channel}\" is used by no activity, content, cohort or support")
        .help("给它安排一件固定的事，例如在一段 `[[content]]` 里写 `sends = [{ to = \"{id}\" }]`；用不上就删掉", "plan something regular there, for example `sends = [{ to = \"{id}\" }]` in a `[[content]]`; or remove the channel"),
    Rule::plan("positioning/audience-everyone", Warning, audience_everyone)
        .remedy(Remedy::Made(what_an_audience_lacks))
        .from(&[SocialCommerceTraining, Canvas])
        .title("目标人群太宽", "audience too broad")
        .message("目标人群“{audience}”{problem}", "audience \"{audience}\" {problem}")
        .help("在年龄、性别、地区、职业、兴趣里至少写清两样，例如 `age = \"22-30\"`、`region = \"上海\"`", "set at least two of age, gender, region, occupation and interests, for example `age = \"22-30\"` and `region = \"Lyon\"`"),
    Rule::missing("positioning/no-vision", Warning, &["positioning.vision"])
        .from(&[PracticeBook, SocialCommerceTraining])
        .title("没有愿景", "no vision")
        .message("没有写愿景（positioning.vision）：做成之后会是什么样", "`positioning.vision` is not set: what will be different once the community succeeds?")
        .help("一句话就够，例如“让上海多一千个读书的晚上”", "write one sentence, for example \"a thousand more evenings of reading in Lyon\""),
    Rule::missing("positioning/no-mission", Warning, &["positioning.mission"])
        .from(&[PracticeBook, SocialCommerceTraining])
        .title("没有使命", "no mission")
        .message("没有写使命（positioning.mission）：平时为谁做什么", "`positioning.mission` is not set: what do you do every day, and who for?")
        .help("一句话就够，例如“陪上班族读完想读的书”", "write one sentence, for example \"help busy people finish the books they want to read\""),
    Rule::missing("positioning/no-subject", Warning, &["community.subject"])
        .from(&[PracticeBook, SocialCommerceTraining])
        .title("没有主题", "no subject")
        .message("没有写主题（community.subject）：这个群具体做什么", "`community.subject` is not set: what is this community about?")
        .help("说得越具体越好，例如“每月共读两本非虚构”", "be as specific as you can, for example \"two non-fiction books a month, read together\""),
    Rule::incomplete("positioning/no-problem-or-effect", Advice, &["positioning.problem", "positioning.effect"])
        .from(&[PracticeBook])
        .title("没有写要解决的问题和想要的效果", "missing problem or intended effect")
        .message("还没有写：{missing}", "missing: {missing}")
        .help("问题和效果各写一句，例如“买书多、读完少”“续费率过半”", "write a sentence for each, for example \"books bought, few finished\" and \"half of the members renew\""),
    Rule::missing("positioning/no-alternatives", Advice, &["positioning.alternatives"])
        .from(&[PracticeBook, EightAnswers])
        .title("没有写成员的其他选择", "no alternatives considered")
        .message("没有写成员原本会选什么（[[positioning.alternatives]]）", "there is no `[[positioning.alternatives]]`: what would members choose instead?")
        .help("写一段 `[[positioning.alternatives]]`，写上别处是哪里、我们有什么不同，例如 `name = \"听书软件\"`、`difference = \"我们每月线下见面\"`", "add one `[[positioning.alternatives]]` and how you differ, for example `name = \"an audiobook app\"` and `difference = \"we meet in person every month\"`"),
    Rule::missing("positioning/no-demand", Advice, &["positioning.demand"])
        .not_in_small()
        .from(&[TenKeyPoints])
        .title("没有写市场需求", "no evidence of demand")
        .message("没有写市场需求（positioning.demand）：谁已经在找这样的地方", "`positioning.demand` is not set: how do you know people want this?")
        .help("写一件看得见的事，例如“两家书店的共读场场报满”", "name something you can observe, for example \"both bookshops' reading nights are full\""),
    Rule::plan("positioning/no-needs-or-stakes", Advice, no_needs_or_stakes)
        .row(&["audiences.needs", "audiences.stakes"])
        .from(&[TenKeyPoints])
        .title("没有写成员共同的需求和在乎的东西", "missing shared needs or stakes")
        .message("没有一类目标人群写了：{missing}", "missing from every audience: {missing}")
        .help("各写几个字，例如“有人督促”“时间和面子”", "write a few words for each, for example \"someone to keep them going\" and \"their time and their good name\""),
    Rule::plan("positioning/no-value-loop", Advice, no_value_loop)
        .row(&["positioning.value_loop", "positioning.business_loop"])
        .not_in_small()
        .from(&[MarketingHandbook])
        .title("没有写价值怎样循环起来", "missing value loop or business loop")
        .message("还没有写：{missing}", "missing: {missing}")
        .help("一句话：成员得到什么，又带回什么，例如“读完的人写笔记，笔记带来新的读者”“会费付场地，场地办活动，活动带来会员”", "write one sentence on what members get and what they bring back, for example \"readers who finish write notes, and notes bring new readers\" and \"fees pay for the room, and meetings in it bring members\""),
    Rule::plan("positioning/label-only", Warning, label_only)
        .remedy(Remedy::Add("activity", &[]))
        .of_absence()
        .from(&[EightAnswers])
        .title("只有标签，没有固定的碰面", "no recurring activity")
        .message("没有一个活动是定期的，也没有营期：成员只是有同一个标签", "no activity recurs and there is no cohort: members share a label, not a habit of meeting")
        .help("先定一件每周都有的事，例如加一段 `[[activities]]`，写 `when = \"每周三 20:00\"`", "start with one thing each week: an `[[activities]]` with `when = \"every Wed 20:00\"`"),
    Rule::plan("positioning/no-business-loop", Warning, no_business_loop)
        .remedy(Remedy::Add("product", &[("price", None), ("refund", None)]))
        .of_absence()
        .from(&[EightAnswers, MarketingHandbook])
        .title("动机是经营，却没有写怎样变现", "business motive without income")
        .message("动机里有“{motive}”，却没有一项变现（[[monetisation]]）", "one of the motives is \"{motive}\", but there is no `[[monetisation]]`")
        .help("写一项变现：方式、产品、价格，例如 `model = \"membership\"`、`price = \"365 CNY\"`；确实不赚钱就写 `model = \"none\"` 和 `funded_by`", "add a model, a product and a price, for example `model = \"membership\"` and `price = \"49 EUR\"`; if it earns nothing, `model = \"none\"` with `funded_by`"),
];

/// The parts of a value that are missing, then the promise that is vague.
fn what_a_value_lacks(suggest: Suggester<'_>, finding: &Finding) -> Vec<SuggestedCommand> {
    let [positioning, values, at, ..] = finding.place.path.0.as_slice() else { return Vec::new() };
    let value = KeyPath(vec![positioning.clone(), values.clone(), at.clone()]);
    let parts = ["pain", "promise", "carrier", "mutual"].map(|key| value.clone().key(key));
    let is_vague = |path: &&KeyPath| **path == finding.place.path;
    parts.iter().filter(|path| is_vague(path) || !suggest.holds(path)).map(|path| suggest.set(path.clone())).collect()
}

fn vague_value(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    for (at, value) in plan.positioning.values.iter().enumerate() {
        let mut problems = Vec::new();
        let is_set = |text: &Option<String>| text.as_deref().is_some_and(|text| !text.trim().is_empty());
        for (text, lacks) in [
            (&value.pain, Text::new("缺痛点（pain）", "the pain (`pain`) is missing")),
            (&value.promise, Text::new("缺承诺（promise）", "the promise (`promise`) is missing")),
            (&value.carrier, Text::new("缺“通过什么交付”（carrier）", "how you deliver it (`carrier`) is missing")),
            (&value.mutual, Text::new("缺互惠之处（mutual）", "the mutual benefit (`mutual`) is missing")),
        ] {
            if !is_set(text) {
                problems.push(Arg::Words(lacks));
            }
        }
        let vague = value.promise.as_deref().filter(|text| !text.trim().is_empty() && !concreteness::is_concrete(text));
        if let Some(promise) = vague {
            let words =
                Text::new("承诺“{promise}”不够具体", "the promise \"{promise}\" names no number, date or thing");
            problems.push(Arg::Phrase(words, vec![("promise", promise.into())]));
        }
        if !problems.is_empty() {
            let path = KeyPath::of(&["positioning", "values"]).index(at);
            let path = if vague.is_some() { path.key("promise") } else { path };
            let finding = report.finding(path).with("number", at + 1).with("problems", Arg::List(problems));
            report.add(match vague {
                Some(promise) => finding.with("promise", promise),
                None => finding,
            });
        }
    }
}

/// The names of channels to which something refers, other than another channel.
#[derive(Default)]
struct ReferencedChannels(Vec<String>);

impl Visit for ReferencedChannels {
    fn reference(&mut self, at: &Trail<'_>, kind: &'static str, _: Text, name: &str) {
        if kind == "channel" && at.table() != Some("channels") {
            self.0.push(name.to_owned());
        }
    }
}

/// A single channel needs no reference, and a plan in which nothing happens yet has other gaps.
fn unused_channel(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let happens = !(plan.activities.is_empty() && plan.content.is_empty() && plan.cohorts.is_empty());
    if plan.channels.len() < 2 || !happens {
        return;
    }
    let mut used = ReferencedChannels::default();
    plan.show(&Trail::Root, &mut used);
    for (at, channel) in plan.channels.iter().enumerate() {
        let Some(id) = &channel.id else { continue };
        if !used.0.iter().any(|name| name == id.as_str()) {
            let path = KeyPath::of(&["channels"]).index(at);
            report.add(report.finding(path).with("channel", Thing::Channel(at).named(plan)).with("id", id.as_str()));
        }
    }
}

/// Another name where it says everyone, else what narrows it down.
fn what_an_audience_lacks(suggest: Suggester<'_>, finding: &Finding) -> Vec<SuggestedCommand> {
    let keys: &[&'static str] =
        if finding.arg("word").is_some() { &["name"] } else { &["age", "region", "occupation"] };
    let paths = keys.iter().map(|key| finding.place.path.clone().key(key));
    paths.filter(|path| keys.len() == 1 || !suggest.holds(path)).map(|path| suggest.set(path)).collect()
}

fn audience_everyone(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    // “people in their first job in Leeds” needs no keys besides
    let is_particular = |audience: &Audience| audience.name.as_deref().is_some_and(concreteness::is_particular);
    for (at, audience) in plan.audiences.iter().enumerate().filter(|(_, audience)| !is_particular(audience)) {
        let path = KeyPath::of(&["audiences"]).index(at);
        let nameless = Arg::Words(Text::new("（未命名）", "(unnamed)"));
        let name = audience.name.as_deref().map_or(nameless, Arg::from);
        let texts = [&audience.name, &audience.occupation, &audience.age];
        let everyone = texts.into_iter().flatten().find_map(|text| concreteness::everyone(text));
        let given = traits(audience);
        let finding = report.finding(path).with("audience", name).with("count", given.len());
        if let Some(word) = everyone {
            let problem = Text::new("太宽：里面写着“{word}”", "is too broad: it says \"{word}\"");
            report.add(finding.with("problem", problem).with("word", word));
        } else if given.is_empty() {
            let problem =
                Text::new("没有写年龄、性别、地区、职业或兴趣", "has no age, gender, region, occupation or interests");
            report.add(finding.with("problem", problem));
        } else if given.len() < 2 {
            let problem = Text::new("只写了{given}", "has only: {given}");
            report.add(finding.with("problem", problem).with("given", given));
        }
    }
}

/// What an audience says of its people; “any gender” says nothing.
fn traits(audience: &Audience) -> Vec<Text> {
    let has_gender = audience.gender.is_some_and(|gender| gender != Gender::Any);
    [
        (audience.age.is_some(), Text::new("年龄", "age")),
        (has_gender, Text::new("性别", "gender")),
        (audience.region.is_some(), Text::new("地区", "region")),
        (audience.occupation.is_some(), Text::new("职业", "occupation")),
        (!audience.interests.is_empty(), Text::new("兴趣", "interests")),
    ]
    .into_iter()
    .filter_map(|(is_given, name)| is_given.then_some(name))
    .collect()
}

/// Without any audience, `no-audience` says it all.
fn no_needs_or_stakes(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let says = |of: fn(&Audience) -> &Option<String>| plan.audiences.iter().any(|audience| of(audience).is_some());
    let missing: Vec<(&'static str, Text)> = [
        (says(|audience| &audience.needs), "needs", Text::new("共同的需求（needs）", "shared needs (`needs`)")),
        (
            says(|audience| &audience.stakes),
            "stakes",
            Text::new("投入和在乎的东西（stakes）", "shared stakes (`stakes`)"),
        ),
    ]
    .into_iter()
    .filter_map(|(is_set, key, words)| (!is_set).then_some((key, words)))
    .collect();
    if let Some((key, _)) = missing.first().filter(|_| !plan.audiences.is_empty()) {
        let words: Vec<Text> = missing.iter().map(|(_, words)| *words).collect();
        report.add(report.finding(KeyPath::of(&["audiences"]).index(0).key(key)).with("missing", words));
    }
}

const fn is_business(motive: Motive) -> bool {
    matches!(motive, Motive::SellProducts | Motive::ProvideService)
}

/// The business loop is missing only where a motive is business and something earns.
fn no_value_loop(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let positioning = &plan.positioning;
    let has_business = positioning.motives.iter().any(|motive| is_business(*motive))
        && plan.monetisation.iter().any(super::monetisation::earns);
    let members = Text::new("成员价值怎样循环（value_loop）", "the value loop for members (`value_loop`)");
    let business = Text::new("商业怎样闭环（business_loop）", "the business loop (`business_loop`)");
    let missing: Vec<(&'static str, Text)> = [
        (positioning.value_loop.is_none(), "value_loop", members),
        (has_business && positioning.business_loop.is_none(), "business_loop", business),
    ]
    .into_iter()
    .filter_map(|(is_missing, key, words)| is_missing.then_some((key, words)))
    .collect();
    if let Some((key, _)) = missing.first() {
        let words: Vec<Text> = missing.iter().map(|(_, words)| *words).collect();
        report.add(report.finding(KeyPath::of(&["positioning"]).key(key)).with("missing", words));
    }
}

fn label_only(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    let recurs = |when: &Cadence| !matches!(when.pattern, Pattern::Once(_) | Pattern::Offset { .. });
    let has_meeting = plan.activities.iter().any(|activity| activity.when.as_ref().is_some_and(recurs));
    if !has_meeting && plan.cohorts.is_empty() {
        report.add(report.finding(KeyPath::of(&["activities"])).with("activities", plan.activities.len()));
    }
}

fn no_business_loop(plan: &Plan, _: &Context<'_>, report: &mut Reporter) {
    if let Some(motive) = plan.positioning.motives.iter().find(|motive| is_business(**motive))
        && plan.monetisation.is_empty()
        && !plan.is_without("monetisation")
    {
        let path = KeyPath::of(&["positioning", "business_loop"]);
        let words = Text::new("动机写在这里", "the motives");
        let finding = report.finding(path).with("motive", motive.name());
        report.add(finding.related(KeyPath::of(&["positioning", "motives"]), words));
    }
}

//! Names of people, and the roles by unusual names that stand behind them: `Dana gardener`, 敏姐 团长, 桃子 早安.

use crate::value::is_han;

/// No name is longer, in characters.
const LONGEST_NAME: usize = 40;

/// What people do that is nobody's name, though it is no usual role.
const JOBS: [&str; 28] = [
    "记录",
    "签到",
    "拍照",
    "摄影",
    "摄像",
    "海报",
    "剪辑",
    "剪视频",
    "收款",
    "续费",
    "直播",
    "选书",
    "答疑",
    "文案",
    "设计",
    "策划",
    "宣传",
    "场地",
    "采购",
    "后勤",
    "翻译",
    "投稿",
    "运营",
    "客服",
    "计时",
    "打杂",
    "通知",
    "物料",
];

/// A name and, written together with it, what that person does: 老周记录.
pub(super) fn name_and_job(text: &str) -> Option<(&str, &str)> {
    let is_joined = text.chars().all(is_han);
    let found = JOBS.iter().find_map(|job| Some((text.strip_suffix(job)?, *job)))?;
    (is_joined && looks_like_name(found.0)).then_some(found)
}

/// What a text with at least one name holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NamesAndRole<'t> {
    /// Names alone.
    Names(&'t str),
    /// Names, and a role behind them.
    WithRole(&'t str, &'t str),
    /// Either; how each would be written.
    Unsure(Vec<String>),
}

/// A name, and behind it a role by an unusual name.
pub(super) fn name_and_role(text: &str, has_details: bool) -> NamesAndRole<'_> {
    let is_lower = |word: &str| word.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    if let Some((name, job)) = name_and_job(text) {
        return NamesAndRole::WithRole(name, job);
    }
    let first = text.split_whitespace().next().unwrap_or_default();
    let behind = text[first.len()..].trim();
    if first.contains(is_han) && !behind.is_empty() && behind.split_whitespace().all(|word| word.chars().all(is_han)) {
        return behind_chinese(text, first, behind, has_details);
    }
    let places = text.match_indices(' ').map(|(at, _)| at);
    let at = places.into_iter().find(|at| text[*at..].split_whitespace().all(is_lower));
    match at.filter(|_| first.starts_with(char::is_uppercase)) {
        Some(at) => NamesAndRole::WithRole(text[..at].trim_end(), text[at..].trim()),
        None => NamesAndRole::Names(text),
    }
}

/// What Chinese words behind a first name are: more names, a role, or either.
fn behind_chinese<'t>(text: &'t str, first: &'t str, behind: &'t str, has_details: bool) -> NamesAndRole<'t> {
    let words: Vec<&str> = behind.split(char::is_whitespace).filter(|word| !word.is_empty()).collect();
    let is_chinese = first.chars().all(is_han);
    let are_names = words.iter().all(|word| word.split(['和', '与']).all(looks_like_name));
    let near = || {
        let listed = std::iter::once(first).chain(words.iter().copied()).collect::<Vec<_>>().join("、");
        NamesAndRole::Unsure(vec![listed, format!("{first}（{behind}）")])
    };
    match words[..] {
        _ if are_names && !is_chinese => near(),
        _ if are_names => NamesAndRole::Names(text),
        [word] if JOBS.contains(&word) => NamesAndRole::WithRole(first, behind),
        [word] if has_details || is_role_like(word) || word.chars().count() > LONGEST_CHINESE_NAME => {
            NamesAndRole::WithRole(first, behind)
        }
        _ => near(),
    }
}

/// No Chinese name is longer, in characters.
const LONGEST_CHINESE_NAME: usize = 3;

/// Whether a Chinese word looks like what people are called: 小林, 敏姐, 豆豆, 周舟.
pub(super) fn looks_like_name(word: &str) -> bool {
    const BEFORE: [char; 4] = ['小', '阿', '老', '大'];
    const BEHIND: [&str; 14] =
        ["姐", "哥", "叔", "姨", "爷", "总", "妹", "弟", "嫂", "婶", "老师", "同学", "先生", "女士"];
    const THINGS: [&str; 12] =
        ["小组", "小课", "小会", "小聚", "小结", "小班", "大会", "大课", "大群", "小群", "老师", "大家"];
    const THING_ENDS: [char; 29] = [
        '会', '报', '群', '组', '课', '营', '案', '句', '务', '费', '安', '读', '书', '播', '卡', '号', '文', '图',
        '话', '题', '装', '频', '辑', '货', '稿', '票', '评', '销', '录',
    ];
    const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程\
                            苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾\
                            毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关\
                            兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉骆";
    let chars: Vec<char> = word.chars().collect();
    let (Some(first), Some(last)) = (chars.first(), chars.last()) else { return false };
    if THINGS.contains(&word) || !(2..=LONGEST_CHINESE_NAME).contains(&chars.len()) {
        return false;
    }
    let is_called = BEFORE.contains(first) && chars.len() == 2 || BEHIND.iter().any(|end| word.ends_with(end));
    let is_doubled = chars.len() == 2 && first == last;
    let is_full = SURNAMES.contains(*first) && !is_role_like(word) && !THING_ENDS.contains(last);
    is_called || is_doubled || is_full
}

/// Whether a Chinese word ends like what somebody is: 团长, 店员, 摄影师.
fn is_role_like(word: &str) -> bool {
    const ENDS: [char; 9] = ['员', '长', '师', '人', '者', '播', '手', '管', '务'];
    word.chars().count() > 1 && word.ends_with(ENDS)
}

/// What people do, at the beginning of a phrase that is nobody's name: 帮忙收钱, `collects money`.
pub(super) fn begins_with_verb(text: &str) -> bool {
    const VERBS: [&str; 22] = [
        "帮",
        "负责",
        "协助",
        "打理",
        "组织",
        "策划",
        "维护",
        "整理",
        "处理",
        "接待",
        "招待",
        "跑腿",
        "收钱",
        "收款",
        "收费",
        "管钱",
        "管账",
        "管群",
        "记账",
        "发通知",
        "做",
        "写",
    ];
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or_default();
    let is_verb = first.chars().all(|c| c.is_ascii_lowercase()) && (first.ends_with('s') || first.ends_with("ing"));
    VERBS.iter().any(|verb| text.starts_with(verb)) || is_verb && words.next().is_some()
}

/// Whether a remark only says that somebody is the one who types: `Ruth (that's me)`, 如意（我）.
pub(super) fn is_self_remark(text: &str, is_remark: bool) -> bool {
    let plain = text.trim().to_lowercase().replace('’', "'");
    let plain = plain.trim_end_matches(['!', '！', '.', '。']);
    let says_so = ["that's me", "thats me", "that is me", "it's me", "就是我", "是我", "就是本人"].contains(&plain);
    says_so || is_remark && ["me", "myself", "我", "我自己", "我本人", "本人"].contains(&plain)
}

/// Whether a text may be a name.
pub(super) fn is_name(text: &str) -> bool {
    let mut words = text.split_whitespace();
    // 3-5 hours
    let has_number = words.any(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    // whoever types has a name, too
    let is_self = ["me", "i", "myself", "we", "us", "我", "我自己", "本人", "一起", "大家"];
    let is_self = is_self.contains(&text.to_lowercase().as_str())
        || ["我跟", "我和", "我们", "每周", "每月"].iter().any(|start| text.starts_with(start));
    !has_number
        && !is_self
        && text.contains(char::is_alphabetic)
        && text.chars().count() <= LONGEST_NAME
        && text.split_whitespace().count() <= 5
}

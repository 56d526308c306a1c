//! A channel as it is pasted, and the words for platforms and sizes in it.

use crate::language::{Language, Text};
use crate::plan::channels::Platform;
use crate::value::lexicon::DIGITS;
use crate::value::{count, fold_width};

/// One channel, or that people meet in person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelLine {
    /// The line as it was pasted.
    pub line: String,
    /// What it is called; none where only the platform is given.
    pub title: Option<String>,
    /// The platform.
    pub platform: Option<Platform>,
    /// The service by which it is sent, where that was said: Buttondown of `newsletter (Buttondown)`.
    pub account: Option<String>,
    /// How many people it has.
    pub size: Option<u32>,
    /// The most people it can take.
    pub cap: Option<u32>,
    /// Whether it is no channel: people meet in person.
    pub in_person: bool,
}

impl ChannelLine {
    /// What people see it called.
    pub fn name(&self, language: Language) -> String {
        let platform = || self.platform.map(|platform| platform.name().get(language).to_owned());
        self.title.clone().or_else(platform).unwrap_or_else(|| self.line.clone())
    }
}

/// What people call platforms in short, beyond the words and names that plans have.
const SPOKEN: &[(&str, Platform)] = &[
    ("微信", Platform::WechatGroup),
    ("wechat", Platform::WechatGroup),
    ("企业微信", Platform::WecomCustomerGroup),
    ("企业微信群", Platform::WecomCustomerGroup),
    ("企微", Platform::WecomCustomerGroup),
    ("客户群", Platform::WecomCustomerGroup),
    ("wecom", Platform::WecomCustomerGroup),
    ("wechat work", Platform::WecomCustomerGroup),
    ("wechat work group", Platform::WecomCustomerGroup),
    ("wecom group", Platform::WecomCustomerGroup),
    ("qq", Platform::QqGroup),
    ("qq群", Platform::QqGroup),
    ("discord server", Platform::Discord),
    ("telegram group", Platform::Telegram),
    ("电报群", Platform::Telegram),
    ("mailing list", Platform::Email),
    ("newsletter", Platform::Email),
    ("邮件列表", Platform::Email),
    ("腾讯会议", Platform::MeetingRoom),
    ("zoom", Platform::MeetingRoom),
    ("wechat channels", Platform::VideoAccount),
    ("wechat channel", Platform::VideoAccount),
    ("weixin channels", Platform::VideoAccount),
    ("wechat video account", Platform::VideoAccount),
    ("微信视频号", Platform::VideoAccount),
    ("instagram", Platform::Other),
    ("signal", Platform::Other),
];

/// No title of a channel is longer, in characters.
pub(super) const LONGEST_TITLE: usize = 60;

pub(super) const ONE_EACH: Text =
    Text::new("每个群单独一行，如 1群 微信群 160人", "a line for each, such as Readers WhatsApp 160");

/// The platform of which a text is the name, as plans or people call it.
pub(super) fn platform(text: &str) -> Option<Platform> {
    let folded = fold_width(text);
    let lower = folded.to_lowercase();
    // RED and WA are names only in capitals
    let is_short = |name: &str| name.len() <= 3 && name.bytes().all(|byte| byte.is_ascii_uppercase());
    let is_it = |name: &str| if is_short(name) { name == folded } else { name.to_lowercase() == lower };
    let mut choices = Platform::ALL.iter().zip(Platform::CHOICES).filter(|(of, _)| **of != Platform::Other);
    let named = choices.find(|(_, choice)| {
        let names = [choice.word, choice.name.zh, choice.name.en];
        names.iter().chain(choice.also).any(|name| is_it(name))
    });
    let spoken = || SPOKEN.iter().find(|(name, _)| *name == lower).map(|(_, platform)| *platform);
    named.map(|(platform, _)| *platform).or_else(spoken)
}

/// Words of those who read an account, around their number.
const READERS: [&str; 18] = [
    "人关注",
    "个人关注",
    "人订阅",
    "位订阅者",
    "个订阅者",
    "订阅者",
    "位关注者",
    "关注者",
    "个粉丝",
    "粉丝",
    "粉",
    "关注",
    "订阅",
    "readers",
    "subs",
    "fans",
    "on it",
    "people on it",
];

/// 160人, `900`, `20 people`, 6200人关注, 粉丝6200.
pub(super) fn people(text: &str) -> Option<u32> {
    let lower = text.to_lowercase();
    let behind = READERS.iter().find_map(|word| lower.strip_suffix(word));
    let text = behind.or_else(|| READERS.iter().find_map(|word| lower.strip_prefix(word))).map_or(text, str::trim);
    let is_number = |c: char| c.is_ascii_digit() || c == '十' || DIGITS.iter().any(|(digit, _)| *digit == c);
    if fold_width(text).contains(is_number) { u32::try_from(count(text)?).ok() } else { None }
}

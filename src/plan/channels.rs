//! `[[channels]]`, `[[places]]`, `[limits]`: where, online and offline, and within which limits.

use super::values::{Countries, Zone};
use crate::library::SentBy;
use crate::source::{ChannelName, Holder, PartnerName, Ref, choices, table};
use crate::value::{Day, Money, QuietHours, Slug};

choices! {
    /// A platform, or another kind of channel.
    pub Platform {
        WechatGroup "wechat-group", "微信群" / "WeChat group";
        WecomGroup "wecom-group", "企业微信内部群" / "WeCom internal group" | "企微内部群";
        WecomCustomerGroup "wecom-customer-group", "企业微信客户群" / "WeCom customer group" | "企微客户群" | "企微群";
        WechatOfficialAccount "wechat-official-account", "公众号（订阅号）" / "WeChat official account" | "公众号" | "订阅号" | "微信公众号";
        WechatServiceAccount "wechat-service-account", "服务号" / "WeChat service account";
        QqGroup "qq-group", "QQ 群" / "QQ group";
        Yy "yy", "YY 频道" / "YY channel";
        Discord "discord", "Discord" / "Discord";
        Slack "slack", "Slack" / "Slack";
        Telegram "telegram", "Telegram" / "Telegram";
        Discourse "discourse", "Discourse" / "Discourse";
        Forum "forum", "论坛" / "forum";
        Feishu "feishu", "飞书群" / "Feishu group" | "飞书" | "Lark";
        Dingtalk "dingtalk", "钉钉群" / "DingTalk group" | "钉钉" | "Ding Talk";
        Whatsapp "whatsapp", "WhatsApp" / "WhatsApp group" | "WA" | "WhatsApp 群";
        Line "line", "LINE" / "LINE group" | "LINE 群" | "连我";
        FacebookGroup "facebook-group", "Facebook 小组" / "Facebook group" | "Facebook" | "FB group" | "FB" | "脸书";
        LinkedinGroup "linkedin-group", "领英群组" / "LinkedIn group" | "LinkedIn" | "领英";
        Reddit "reddit", "Reddit" / "Reddit" | "subreddit";
        Matrix "matrix", "Matrix" / "Matrix" | "Element";
        Github "github", "GitHub" / "GitHub" | "GitHub Discussions" | "GitHub 讨论区";
        Zulip "zulip", "Zulip" / "Zulip";
        Mattermost "mattermost", "Mattermost" / "Mattermost";
        Teams "teams", "Teams" / "Microsoft Teams" | "MS Teams" | "微软 Teams";
        Circle "circle", "Circle" / "Circle" | "circle.so";
        Meetup "meetup", "Meetup" / "Meetup" | "meetup.com";
        Zsxq "zsxq", "知识星球" / "Zhishixingqiu" | "星球" | "Knowledge Planet";
        Douban "douban", "豆瓣小组" / "Douban group" | "豆瓣" | "Douban";
        Xiaohongshu "xiaohongshu", "小红书" / "Xiaohongshu" | "RED" | "RedNote" | "XHS";
        Douyin "douyin", "抖音" / "Douyin" | "抖音号";
        Kuaishou "kuaishou", "快手" / "Kuaishou" | "快手号";
        Bilibili "bilibili", "哔哩哔哩" / "Bilibili" | "B站" | "b 站";
        Weibo "weibo", "微博" / "Weibo" | "新浪微博";
        Website "website", "网站" / "website";
        Blog "blog", "博客" / "blog";
        Email "email", "邮件" / "email";
        Sms "sms", "短信" / "SMS";
        MiniProgram "mini-program", "小程序" / "mini-program";
        VideoAccount "video-account", "视频号" / "video account";
        MeetingRoom "meeting-room", "会议室" / "meeting room";
        School "school", "网校" / "online school";
        Other "other", "其他" / "other";
    }
}

impl Platform {
    /// Whether members talk with each other there, all in one room.
    pub const fn is_group(self) -> bool {
        matches!(
            self,
            Self::WechatGroup
                | Self::WecomGroup
                | Self::WecomCustomerGroup
                | Self::QqGroup
                | Self::Yy
                | Self::Discord
                | Self::Slack
                | Self::Telegram
                | Self::Feishu
                | Self::Dingtalk
                | Self::Whatsapp
                | Self::Line
                | Self::Matrix
                | Self::Zulip
                | Self::Mattermost
                | Self::Teams
        )
    }

    /// How a message goes out there where the plan does not say.
    pub const fn usual_way(self) -> SentBy {
        match self {
            Self::WechatOfficialAccount | Self::WechatServiceAccount | Self::Email | Self::Sms => SentBy::Broadcast,
            _ => SentBy::Hand,
        }
    }

    /// Whether it is a platform of mainland China: its law applies where the plan does not say otherwise.
    pub const fn is_chinese(self) -> bool {
        matches!(
            self,
            Self::WechatGroup
                | Self::WecomGroup
                | Self::WecomCustomerGroup
                | Self::WechatOfficialAccount
                | Self::WechatServiceAccount
                | Self::QqGroup
                | Self::Yy
                | Self::MiniProgram
                | Self::VideoAccount
                | Self::Feishu
                | Self::Dingtalk
                | Self::Zsxq
                | Self::Douban
                | Self::Xiaohongshu
                | Self::Douyin
                | Self::Kuaishou
                | Self::Bilibili
                | Self::Weibo
        )
    }
}

table! {
    /// A group, an account or a site.
    pub Channel, "[[channels]]：渠道（群、账号、网站）" / "[[channels]]: a group, an account or a site", {
        id: Option<Slug>, "名字" / "its id";
        platform: Option<Platform>, "哪个平台" / "the platform";
        title: Option<String>, "显示名称" / "its title";
        account: Option<String>, "属于哪个账号；同一账号的渠道合用平台的额度，不写：同一平台算一个账号" / "the account it belongs to: channels on one account share the platform's quota; if missing: one account per platform";
        parent: Option<Ref<ChannelName>>, "新人和满员从哪个群来" / "where newcomers and overflow come from";
        owner: Option<Ref<Holder>>, "谁负责" / "who is responsible";
        now: Option<u32>, "现在多少人" / "people now";
        cap: Option<u32>, "最多多少人" / "the most people it can take";
        quiet_hours: Option<QuietHours>, "免打扰时段（代替 rules 里的）" / "quiet hours, instead of those in rules";
        messages_per_day: Option<u32>, "每天最多几条（代替 rules 里的）" / "the most messages per day, instead of the limit in rules";
        link: Option<String>, "链接" / "a link to it";
    }

    /// A place to meet.
    pub Place, "[[places]]：线下地点" / "[[places]]: a place to meet", {
        id: Option<Slug>, "名字" / "its id";
        name: Option<String>, "叫什么" / "its name";
        address: Option<String>, "地址" / "its address";
        capacity: Option<u32>, "容纳多少人" / "how many people it holds";
        cost: Option<Money>, "一次多少钱" / "what it costs each time";
        partner: Option<Ref<PartnerName>>, "属于哪个合作方" / "the partner it belongs to";
        time_zone: Option<Zone>, "在哪个时区；那里的活动按当地钟点（不写用计划的）" / "its time zone, whose clock activities there follow; if missing: the plan's";
        holidays: Option<Countries>, "当地的节假日，如 DE-BY，或计划旁边的文件；那里的活动照它顺延或取消（不写用计划的）" / "the country whose days off count there, such as DE-BY, or a file beside the plan; if missing: the plan's";
        closed: Vec<Days>, "不开放的日子" / "days when it is closed";
    }

    /// Days, both ends included.
    pub Days, "一段日子" / "a period", {
        from: Option<Day>, "第一天" / "the first day";
        to: Option<Day>, "最后一天" / "the last day";
    }

    /// A limit of a platform that is other than built in.
    pub Limit, "[limits]：覆盖内置的平台上限" / "[limits]: overrides a built-in platform limit", {
        size: Option<u32>, "群人数上限" / "the most members in a group";
        managers: Option<u32>, "管理员人数上限" / "the most managers in a group";
        sends_per_day: Option<u32>, "每天群发次数" / "sends per day";
        sends_per_week: Option<u32>, "每周群发次数" / "sends per week";
        sends_per_month: Option<u32>, "每月群发次数" / "sends per month";
        text: Option<u32>, "单条字数上限" / "the most characters in a text";
    }
}

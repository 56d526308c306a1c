//! Channels as they are pasted.

use super::*;
use crate::plan::channels::Platform;

fn read(text: &str) -> String {
    shown(&super::super::channels(text), |line| {
        let platform = line.platform.map(Platform::word);
        let place = if line.in_person { Some("in-person") } else { platform };
        let title = line.title.as_deref().unwrap_or("-");
        let account = line.account.as_ref().map(|account| format!("/{account}")).unwrap_or_default();
        let number = |sign: &str, n: Option<u32>| n.map(|n| format!(" {sign}{n}")).unwrap_or_default();
        format!("{title} @{}{account}{}{}", place.unwrap_or("?"), number("", line.size), number("≤", line.cap))
    })
}

#[test]
fn channels_with_platforms_and_sizes() {
    check(
        &[
            ("1群 企业微信 160人\n2群 企业微信 160人", "1群 @wecom-customer-group 160; 2群 @wecom-customer-group 160"),
            ("#help Discord 900", "#help @discord 900"),
            ("WhatsApp group 20 people", "- @whatsapp 20"),
            ("微信群", "- @wechat-group"),
            ("Slack", "- @slack"),
            ("线下", "- @in-person"),
            ("in person", "- @in-person"),
            ("见面", "- @in-person"),
            ("at members' homes", "members' homes @in-person"),
            ("在小满家里", "小满家里 @in-person"),
            ("微信群、Slack、线下", "- @wechat-group; - @slack; - @in-person"),
            ("微信群，Slack", "- @wechat-group; - @slack"),
            ("Discord, Slack, email", "- @discord; - @slack; - @email"),
            ("1、微信群\n2、公众号", "- @wechat-group; - @wechat-official-account"),
            ("微信群160人", "- @wechat-group 160"),
            ("读书群（微信，约160人）", "读书群 @wechat-group 160"),
            ("读书群：微信群 480多人", "读书群 @wechat-group 480"),
            ("Readers - WhatsApp - 35", "Readers @whatsapp 35"),
            ("General: Discord, 1,200 members", "General @discord 1200"),
            ("GitHub Discussions 480", "GitHub Discussions @github 480"),
            ("newsletter email 1200", "newsletter @email 1200"),
            ("newsletter (Buttondown) 1.2k subscribers", "newsletter @email/Buttondown 1200"),
            ("monthly newsletter (Buttondown), about 1,800 subscribers", "monthly newsletter @email/Buttondown 1800"),
            ("our newsletter on Substack", "newsletter @email/Substack"),
            ("weekly newsletter", "weekly newsletter @email"),
            ("邮件列表（Buttondown），1800人", "邮件列表 @email/Buttondown 1800"),
            ("WeChat Channels, live every week", "WeChat Channels, live every week @video-account"),
            ("微信视频号，每周直播", "微信视频号，每周直播 @video-account"),
            ("WeChat Channels", "- @video-account"),
            (
                "企业微信三个群，1群160人，2群170人，3群150人",
                "1群 @wecom-customer-group 160; 2群 @wecom-customer-group 170; 3群 @wecom-customer-group 150",
            ),
            (
                "three WeCom groups: group 1 160 people, group 2 170, group 3 150",
                "group 1 @wecom-customer-group 160; group 2 @wecom-customer-group 170; group 3 @wecom-customer-group 150",
            ),
            (
                "2 Discord servers: Dev and friends, 1,200; Play 90",
                "Play @? 90; [2 Discord servers: Dev and friends, 1,200]",
            ),
            ("企业微信三个群", "[企业微信三个群]"),
            (
                "1群、2群、3群 企业微信 各160人",
                "1群 @wecom-customer-group 160; 2群 @wecom-customer-group 160; 3群 @wecom-customer-group 160",
            ),
            ("1群、2群 企业微信", "1群 @wecom-customer-group; 2群 @wecom-customer-group"),
            ("1群、2群、3群 企业微信 160人", "[1群、2群、3群 企业微信 160人]"),
            ("dev, help Discord 900 each", "dev @discord 900; help @discord 900"),
            ("2个QQ群：新人群 90人、老友群", "新人群 @qq-group 90; 老友群 @qq-group"),
            ("三个微信群：1群160人，2群150人", "[三个微信群：1群160人，2群150人]"),
            ("two WhatsApp groups", "[two WhatsApp groups]"),
            ("a WhatsApp group with all 20 of us", "- @whatsapp 20"),
            ("one Slack, 40 people", "- @slack 40"),
            ("一个微信群，20个人", "- @wechat-group 20"),
            ("our WhatsApp group, about 20 of us", "- @whatsapp 20"),
            ("Café Kino, Stokes Croft", "Café Kino, Stokes Croft @in-person"),
            ("Cafe Kino, 108 Stokes Croft, Bristol", "Cafe Kino, 108 Stokes Croft, Bristol @in-person"),
            ("线下在小北家附近的咖啡馆", "小北家附近的咖啡馆 @in-person"),
            ("书店群 微信群 40", "书店群 @wechat-group 40"),
            ("Group 3 WeChat Work 150", "Group 3 @wecom-customer-group 150"),
            ("Group 2 - 170 on WeCom", "Group 2 @wecom-customer-group 170"),
            ("QQ群 一百二十人", "- @qq-group 120"),
            ("总群 QQ 160人 上限200", "总群 @qq-group 160 ≤200"),
            ("Main Slack 40 max 50", "Main @slack 40 ≤50"),
            ("客服 企业微信内部群", "客服 @wecom-group"),
            ("飞书群 30人", "- @feishu 30"),
            ("客服飞书群", "客服 @feishu"),
            ("Signal 20 people", "Signal @other 20"),
            ("red team", "red team @?"),
            ("读书群 RED 2万", "读书群 @xiaohongshu 20000"),
            ("Lounge Telegram group, 90 people, limit: 100", "Lounge @telegram 90 ≤100"),
            ("二群 微信群 200人上限", "二群 @wechat-group ≤200"),
            ("1群 企业微信", "1群 @wecom-customer-group"),
            ("QQ群2", "QQ群2 @qq-group"),
            ("#2 Discord", "#2 @discord"),
            ("Telegram", "- @telegram"),
            ("telegram-announcements", "announcements @telegram"),
            ("论坛", "- @forum"),
            ("the newsletter", "- @email"),
            ("客服群 160人", "客服群 @? 160"),
            ("#general", "#general @?"),
            ("wechat-group", "- @wechat-group"),
            ("3个微信群", "[3个微信群]"),
            ("3 Discord", "[3 Discord]"),
            ("160人", "[160人]"),
            ("discordant", "discordant @?"),
            ("Discord, GitHub", "- @discord; - @github"),
            ("Discord 1800人，GitHub 讨论区 340人", "- @discord 1800; - @github 340"),
            ("GitHub Discussions, GitHub, 340", "GitHub Discussions @github 340"),
            ("GitHub Discussions, GitHub", "GitHub Discussions @github"),
            ("Discord server, Discord, 1800 members", "Discord server @discord 1800"),
            ("Group 2 WeCom 160 ppl", "Group 2 @wecom-customer-group 160"),
            ("Group 2 WeCom 160 pax", "Group 2 @wecom-customer-group 160"),
            ("三群，企微，160 多人", "三群 @wecom-customer-group 160"),
            ("Wattsapp group, 20", "[Wattsapp → WhatsApp group, 20]"),
            ("Telegrm", "[Telegrm → Telegram]"),
            ("；；", ""),
            ("就一个微信群，20个人", "- @wechat-group 20"),
            ("just one WhatsApp group, 20 people", "- @whatsapp 20"),
            ("公众号 6200人关注", "- @wechat-official-account 6200"),
            ("公众号 粉丝6200", "- @wechat-official-account 6200"),
            ("视频号直播间，周三晚上", "视频号直播间 @video-account"),
            ("the announcement mailing list", "announcement mailing list @email"),
            ("社区图书室", "社区图书室 @in-person"),
            ("the Swan pub, back room, 22 seats", "the Swan pub, back room @in-person ≤22"),
            ("The Swan pub 22", "The Swan @in-person ≤22"),
            ("The Swan, pub, 22", "The Swan @in-person ≤22"),
        ],
        read,
    );
}

#[test]
fn what_is_not_understood_says_what_is_expected() {
    let of = |text| super::super::channels(text).unread.remove(0).expected.get(Language::Zh);
    assert_eq!(of("3个微信群"), "每个群单独一行，如 1群 微信群 160人");
    assert_eq!(of("160人"), "渠道的名称或平台，如 1群 企业微信 160人");
}

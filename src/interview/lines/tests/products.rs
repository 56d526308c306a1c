//! Products as they are pasted.

use super::*;

fn read_in(usual: Option<&str>, text: &str) -> String {
    shown(&super::super::products(text, usual), |line| {
        let price = line.price.as_ref().map_or("none".to_owned(), |(money, per)| {
            format!("{money}{}", per.map(|per| format!(" {}", per.word())).unwrap_or_default())
        });
        let refund = line.refund.as_ref().map(|terms| format!(" [refund: {terms}]")).unwrap_or_default();
        let payer = line.funded_by.as_ref().map(|payer| format!(" [{payer}]")).unwrap_or_default();
        let sponsor = line.sponsor().map(|sponsor| format!(" by {sponsor}")).unwrap_or_default();
        format!("{} = {price}{refund}{payer}{sponsor}", line.title.as_deref().unwrap_or("-"))
    })
}

#[test]
fn products_with_prices() {
    check(
        &[
            ("年卡 365元", "年卡 = 365 CNY year"),
            ("线下沙龙票 会员免费，非会员99元", "线下沙龙票（会员免费） = 99 CNY"),
            ("沙龙门票 非会员99元，会员免费", "沙龙门票（会员免费） = 99 CNY"),
            ("线下沙龙 99元/次（会员免费）", "线下沙龙（会员免费） = 99 CNY once"),
            ("Meetup ticket: free for members, others 12 USD", "Meetup ticket (free for members) = 12 USD"),
            ("Membership 12 USD a month", "Membership = 12 USD month"),
            ("免费", "- = none"),
            ("free", "- = none"),
            ("没有", "- = none"),
            ("none", "- = none"),
            ("no", "- = none"),
            ("暂无。", "- = none"),
            ("we have none", "- = none"),
            ("nothing, it is free", "- = none"),
            ("it is free", "- = none"),
            ("we don't charge", "- = none"),
            ("no money", "- = none"),
            ("n/a", "- = none"),
            ("我们不收费", "- = none"),
            ("不收钱，AA", "- = none"),
            ("我们没有", "- = none"),
            ("没有收费", "- = none"),
            ("不卖东西", "- = none"),
            // the name says how often
            ("季卡 128元", "季卡 = 128 CNY quarter"),
            ("128元/季 季卡", "季卡 = 128 CNY quarter"),
            ("Quarterly pass 30 USD", "Quarterly pass = 30 USD quarter"),
            ("Annual pass $90", "Annual pass = 90 USD year"),
            ("年卡365元", "年卡 = 365 CNY year"),
            ("年卡：365元/年", "年卡 = 365 CNY year"),
            ("年卡（365元）", "年卡 = 365 CNY year"),
            ("月卡 每月30元", "月卡 = 30 CNY month"),
            ("年卡 365元、月卡 30元", "年卡 = 365 CNY year; 月卡 = 30 CNY month"),
            ("年卡 365元，月卡 30元", "年卡 = 365 CNY year; 月卡 = 30 CNY month"),
            ("年卡 365元；月卡 30元", "年卡 = 365 CNY year; 月卡 = 30 CNY month"),
            ("训练营 ￥1,999", "训练营 = 1999 CNY"),
            ("训练营 一百块", "训练营 = 100 CNY"),
            ("一对一咨询 500元/次", "一对一咨询 = 500 CNY once"),
            ("体验课 免费", "体验课 = none"),
            ("1. Workshop: $20", "Workshop = 20 USD"),
            ("Workshop ($20)", "Workshop = 20 USD"),
            ("$20 a month membership", "membership = 20 USD month"),
            ("Supporter - 30 EUR/year", "Supporter = 30 EUR year"),
            ("Ticket 9.90 USD", "Ticket = 9.90 USD"),
            ("20 dollars per month, Patron", "Patron = 20 USD month"),
            ("Newsletter, free", "Newsletter = none"),
            ("nothing, everyone buys their own coffee", "- = none [everyone buys their own coffee]"),
            ("不收钱，咖啡各付各的", "- = none [咖啡各付各的]"),
            (
                "nothing, we're sponsored by Northwind Systems",
                "- = none [we're sponsored by Northwind Systems] by Northwind Systems",
            ),
            ("不收费，由晨光书店赞助", "- = none [由晨光书店赞助] by 晨光书店"),
            ("年费365元，7天内不满意全退", "年费 = 365 CNY year [refund: 7天内不满意全退]"),
            ("年费（7天内不满意全退）365元", "年费 = 365 CNY year [refund: 7天内不满意全退]"),
            ("年卡 365元，7天内全退，之后不退", "年卡 = 365 CNY year [refund: 7天内全退，之后不退]"),
            (
                "Membership 50 EUR a year, full refund within 7 days",
                "Membership = 50 EUR year [refund: full refund within 7 days]",
            ),
            ("Membership 50 EUR a year (no refunds)", "Membership = 50 EUR year [refund: no refunds]"),
            ("Quarterly pass RMB 398 per quarter", "Quarterly pass = 398 CNY quarter"),
            ("VIP: $99/mo", "VIP = 99 USD month"),
            ("年费365元，7天内可以退", "年费 = 365 CNY year [refund: 7天内可以退]"),
            ("199元/期 非会员训练营", "非会员训练营 = 199 CNY once"),
            (
                "we don't sell anything, everyone chips in 2 quid for the room",
                "- = none [everyone chips in 2 quid for the room]",
            ),
            ("Annual pass 20 quid", "Annual pass = 20 GBP year"),
            ("since March", "[since March]"),
            ("2024年3月", "[2024年3月]"),
            ("1800 2500", "[1800 2500]"),
            ("年卡 1800 2500", "[年卡 1800 2500]"),
            ("Membership 20 EUR, 200 EUR a year", "[Membership 20 EUR, 200 EUR a year]"),
            ("私董会 9.8k元", "私董会 = 9800 CNY"),
            ("年卡 365", "[年卡 365 → 年卡 365 CNY]"),
            ("会员费另议", "会员费另议 = none"),
            ("年卡，不限次数", "年卡，不限次数 = none"),
            ("membership", "membership = none"),
            ("365元", "[365元]"),
            ("Ticket 5 apples", "[Ticket 5 apples → Ticket 5 CNY apples]"),
            ("", ""),
        ],
        |text| read_in(None, text),
    );
}

#[test]
fn a_bare_number_is_in_the_usual_currency() {
    assert_eq!(read_in(Some("CNY"), "年卡 365"), "年卡 = 365 CNY year");
    assert_eq!(read_in(Some("EUR"), "Ticket 9.50\n入门课 免费"), "Ticket = 9.50 EUR; 入门课 = 0 EUR");
    assert_eq!(read_in(Some("CNY"), "年卡365"), "年卡 = 365 CNY year");
    for text in ["一对一咨询", "21天训练营", "top-10"] {
        assert_eq!(read_in(Some("CNY"), text), format!("{text} = none"));
    }
}

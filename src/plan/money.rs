//! `[[monetisation]]`, `[finance]`: how it earns, and who keeps the money.

use crate::source::{Holder, Ref, choices, table};
use crate::value::{Day, Money, Offset, Slug};

choices! {
    /// How it earns.
    pub Model {
        Membership "membership", "会员费" / "membership";
        ECommerce "e-commerce", "电商" / "e-commerce";
        Service "service", "服务" / "service";
        Crowdfunding "crowdfunding", "众筹" / "crowdfunding";
        Advertising "advertising", "广告" / "advertising";
        Sponsorship "sponsorship", "赞助" / "sponsorship";
        CoCreation "co-creation", "共创" / "co-creation";
        None "none", "不变现" / "none";
    }
    /// How often one pays.
    pub Per {
        Once "once", "一次" / "once";
        Month "month", "每月" / "a month";
        Quarter "quarter", "每季度" / "a quarter";
        Year "year", "每年" / "a year";
    }
}

impl Model {
    /// Whether members themselves pay.
    pub const fn is_inward(self) -> bool {
        matches!(self, Self::Membership | Self::ECommerce | Self::Service | Self::Crowdfunding)
    }
}

table! {
    /// One way of earning.
    pub Monetisation, "[[monetisation]]：变现" / "[[monetisation]]: a way of earning", {
        id: Option<Slug>, "名字" / "its id";
        model: Option<Model>, "哪种方式" / "how you earn";
        product: Option<String>, "卖什么" / "what you sell";
        price: Option<Money>, "价格" / "the price";
        per: Option<Per>, "多久付一次" / "how often people pay";
        buyers: Buyers, "多少人买" / "how many people buy";
        cost: Cost, "成本" / "what it costs";
        starts: Option<Day>, "从哪天开始卖" / "the first day it is on sale";
        until: Option<Day>, "卖到哪天" / "the last day it is on sale";
        payer: Option<String>, "谁付钱" / "who pays";
        payee: Option<String>, "谁收款" / "who receives the money";
        refund: Option<String>, "退款条件" / "the refund terms";
        renewal: Renewal, "续费" / "renewal";
        sharing: Option<String>, "收益怎样分" / "how you share the earnings";
        funded_by: Option<String>, "不变现时，钱从哪里来" / "if you don't earn: who covers the costs";
    }

    /// How many buy.
    pub Buyers, "买家" / "buyers", {
        expected: Option<u32>, "预计多少人" / "how many people you expect";
    }

    /// What it costs.
    pub Cost, "成本" / "costs", {
        fixed_per_month: Option<Money>, "每月固定成本" / "fixed costs per month";
        per_buyer: Option<Money>, "每个买家的成本" / "costs per buyer";
    }

    /// Renewal of a membership.
    pub Renewal, "续费" / "renewal", {
        remind: Option<Offset>, "到期前多久提醒" / "when to remind people, such as T-30d";
    }

    /// Who keeps the money.
    pub Finance, "[finance]：财务" / "[finance]: who looks after the money", {
        keeper: Option<Ref<Holder>>, "谁管账" / "who keeps the books";
        books: Option<String>, "账目怎样公开" / "how the books are published";
    }
}

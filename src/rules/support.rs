//! Support: where one asks, and how soon there is an answer.

use super::rule::Rule;
use crate::finding::Level::{Advice, Warning};
use crate::finding::Source::{EightAnswers, PracticeBook, SocialCommerceTraining};

pub(super) static RULES: &[Rule] = &[
    Rule::missing("support/no-channel", Warning, &["support.channel"])
        .from(&[PracticeBook, SocialCommerceTraining])
        .title("没有提问的地方", "nowhere to ask")
        .message("没有写在哪里提问（support.channel）", "`support.channel` does not say where members ask")
        .help(
            "小群写成员群就行，例如 `qun set support.channel members`",
            "in a small group the members' channel will do, for example `qun set support.channel members`",
        ),
    Rule::missing("support/no-response-time", Warning, &["support.respond_within"])
        .from(&[PracticeBook, SocialCommerceTraining])
        .title("没有写多久回复", "how soon there is an answer is not said")
        .message(
            "没有写多久之内回复（support.respond_within）",
            "`support.respond_within` does not say how soon there is an answer",
        )
        .help(
            "写一个真正做得到的时间，例如 `qun set support.respond_within 4h`",
            "give a time that can be kept, for example `qun set support.respond_within 4h`",
        ),
    Rule::missing("support/no-tools", Advice, &["tools"])
        .not_in_small()
        .from(&[EightAnswers])
        .title("没有写用什么工具", "no tools are named")
        .message("没有写用什么工具（[[tools]]），看不出欢迎、报名、群发是工具做还是人做", "there is no `[[tools]]`, so it is not clear what greets newcomers, collects sign-ups and sends to groups, or whether people do it by hand")
        .help("写上已经在用的就行，例如 `[[tools]]`、`name = \"金数据\"`、`for = \"报名表\"`、`automation = \"official\"`", "what you use already will do, for example `[[tools]]`, `name = \"Tally\"`, `for = \"sign-up forms\"`, `automation = \"official\"`"),
];

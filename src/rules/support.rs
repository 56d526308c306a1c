//! Support: where to ask, and how soon there is an answer.

use super::rule::Rule;
use crate::finding::Level::{Advice, Warning};
use crate::finding::Source::{EightAnswers, PracticeBook, SocialCommerceTraining};

pub(super) static RULES: &[Rule] = &[
    Rule::missing("support/no-channel", Warning, &["support.channel"])
        .from(&[PracticeBook, SocialCommerceTraining])
        .title("没有提问的地方", "no channel for questions")
        .message("没有写在哪里提问（support.channel）", "`support.channel` does not say where members can ask questions")
        .help(
            "小群写成员群就行，例如 `qun set support.channel members`",
            "in a small group, use the members' channel, for example `qun set support.channel members`",
        ),
    Rule::missing("support/no-response-time", Warning, &["support.respond_within"])
        .from(&[PracticeBook, SocialCommerceTraining])
        .title("没有写多久回复", "no response time")
        .message(
            "没有写多久之内回复（support.respond_within）",
            "`support.respond_within` does not say how soon members get an answer",
        )
        .help(
            "写一个真正做得到的时间，例如 `qun set support.respond_within 4h`",
            "set a time you can keep, for example `qun set support.respond_within 4h`",
        ),
    Rule::missing("support/no-tools", Advice, &["tools"])
        .not_in_small()
        .from(&[EightAnswers])
        .title("没有写用什么工具", "no tools")
        .message("没有写用什么工具（[[tools]]），看不出欢迎、报名、群发是工具做还是人做", "there is no `[[tools]]`, so it is unclear whether a tool or a person welcomes newcomers, collects sign-ups and sends to groups")
        .help("写上已经在用的就行，例如 `[[tools]]`、`name = \"金数据\"`、`for = \"报名表\"`、`automation = \"official\"`", "list what you already use, for example `[[tools]]`, `name = \"Tally\"`, `for = \"sign-up forms\"`, `automation = \"official\"`"),
];

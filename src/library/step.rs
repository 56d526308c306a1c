//! The steps of an SOP: dated tasks around an activity, and what they send where.

use crate::source::{ChannelName, Holder, Ref, choices, table};
use crate::value::{Offset, Slug};

choices! {
    /// The three stages of an event.
    pub Stage {
        Promotion "promotion", "推广" / "promotion";
        Organisation "organisation", "组织" / "organisation";
        Evaluation "evaluation", "评估" / "evaluation";
    }
    /// How a message goes out.
    pub SentBy {
        Hand "hand", "手动发" / "by hand" | "手发" | "手动" | "typed";
        Broadcast "broadcast", "群发" / "as a broadcast";
        Bot "bot", "机器人发" / "by a bot" | "机器人";
    }
}

table! {
    /// One task around an activity.
    pub Step, "步骤" / "a step", {
        id: Option<Slug>, "步骤的名字；与 SOP 中同名的会替换它" / "its name; a step of the SOP with this name is replaced";
        at: Option<Offset>, "相对活动开始的时间，如 T-3d 20:00" / "when, from the start of the activity, such as T-3d 20:00";
        stage: Option<Stage>, "推广、组织或评估" / "promotion, organisation or evaluation";
        title: Option<String>, "做什么" / "what is to be done";
        role: Option<Ref<Holder>>, "谁做：角色、成员、@owner（活动负责人）" / "who does it: a role, a person, or @owner of the activity";
        minutes: Option<u32>, "要花多少分钟" / "how many minutes it takes";
        done: Option<String>, "怎样算做完" / "what counts as done";
        text: Option<String>, "要发的文字，可用 {title} {date} {time} {place} {seats} {closes}" / "the text to post; {title} {date} {time} {place} {seats} {closes} are filled in";
        sends: Vec<Send>, "发到哪里" / "where it is sent";
        drop: Option<bool>, "true：去掉 SOP 中的这一步" / "true: leave out this step of the SOP";
    }

    /// One message to a channel.
    pub Send, "一次发送" / "a message to a channel", {
        to: Option<Ref<ChannelName>>, "渠道；@channels 表示活动自己的渠道" / "the channel; @channels means those of the activity";
        mention_all: Option<bool>, "是否 @所有人，默认否" / "whether it mentions everyone; off by default";
        by: Option<SentBy>, "怎么发：手动、群发功能或机器人；平台的群发额度只算后两种。不写：手动发，公众号、服务号、邮件、短信是群发" / "how it is sent: by hand, as a broadcast, or by a bot; a platform's quota counts only the last two; if missing: by hand, and on official accounts, email and SMS as a broadcast";
    }
}

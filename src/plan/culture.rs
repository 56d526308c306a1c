//! `[culture]`: what everyone accepts, and the signs by which it is felt.

use crate::source::{choices, table};
use crate::value::Length;

choices! {
    /// What a slogan says.
    pub SloganKind {
        Functional "functional", "功能型：说明做什么" / "functional: what it does";
        Benefit "benefit", "利益型：说明得到什么" / "benefit: what you get";
        Worldview "worldview", "三观型：说明态度" / "worldview: the attitude behind it";
    }
    /// The four senses of operating a community.
    pub Sense {
        Ceremony "ceremony", "仪式感" / "ceremony";
        Participation "participation", "参与感" / "participation";
        Organisation "organisation", "组织感" / "organisation";
        Belonging "belonging", "归属感" / "belonging";
    }
    /// When a ritual takes place.
    pub RitualOn {
        Join "join", "入群时" / "on joining";
        FirstPost "first-post", "第一次发言" / "on the first post";
        Week "week", "每周" / "each week";
        Month "month", "每月" / "each month";
        Milestone "milestone", "达成里程碑" / "at a milestone";
        Anniversary "anniversary", "周年" / "at an anniversary";
        Leave "leave", "离开时" / "on leaving";
    }
}

table! {
    /// What everyone accepts, and how it shows.
    pub Culture, "[culture]：文化" / "[culture]: the culture", {
        values: Vec<String>, "共同的价值观" / "values everyone shares";
        slogan: Slogan, "口号" / "the slogan";
        visual: Visual, "视觉设计" / "the visual design";
        language_style: Option<String>, "说话的风格" / "the tone of voice";
        role_models: Vec<String>, "榜样" / "role models";
        honours: Vec<Honour>, "荣誉" / "honours";
        rituals: Vec<Ritual>, "仪式" / "rituals";
    }

    /// The slogan and its kind.
    pub Slogan, "口号" / "a slogan", {
        kind: Option<SloganKind>, "功能型、利益型或三观型" / "functional, benefit or worldview";
        text: Option<String>, "口号原文" / "its text";
    }

    /// The signs to be seen.
    pub Visual, "视觉设计" / "the visual design", {
        logo: Option<String>, "标志" / "the logo";
        colour: Option<String>, "主色" / "the main colour";
        poster: Option<String>, "海报" / "the poster";
    }

    /// An honour that members can earn.
    pub Honour, "荣誉" / "an honour", {
        name: Option<String>, "叫什么" / "its name";
        reason ("for"): Option<String>, "为什么授予" / "what it is given for";
        every: Option<Length>, "多久一次" / "how often";
    }

    /// A ritual and the sense that it serves.
    pub Ritual, "[[culture.rituals]]：仪式" / "[[culture.rituals]]: a ritual", {
        sense: Option<Sense>, "带来哪种感受" / "which sense it serves";
        on: Option<RitualOn>, "什么时候" / "when";
        what: Option<String>, "做什么" / "what happens";
    }
}

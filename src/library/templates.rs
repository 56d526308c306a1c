//! SOPs and checklist templates as tables.

use super::step::Step;
use crate::source::table;
use crate::value::{Offset, Slug};

table! {
    /// The steps around an activity.
    pub Sop, "SOP" / "an SOP", {
        title: Option<String>, "标题" / "its title";
        description: Option<String>, "什么时候用" / "when it is used";
        form: Option<String>, "适合哪种活动形式" / "the form of activity that it suits";
        mode: Option<String>, "线上还是线下" / "online or offline";
        steps: Vec<Step>, "步骤" / "its steps";
    }

    /// A checklist that can be made from any plan.
    pub ChecklistTemplate, "清单模板" / "a checklist template", {
        title: Option<String>, "标题" / "its title";
        description: Option<String>, "什么时候用" / "when it is used";
        sections: Vec<TemplateSection>, "分组" / "its sections";
    }

    /// A section of a checklist.
    pub TemplateSection, "清单的一组" / "a section of a checklist", {
        id: Option<Slug>, "名字" / "its id";
        title: Option<String>, "标题" / "its title";
        items: Vec<TemplateItem>, "条目" / "its items";
    }

    /// One thing to be checked.
    pub TemplateItem, "清单的一条" / "an item of a checklist", {
        id: Option<Slug>, "名字" / "its id";
        text: Option<String>, "要确认的事" / "what is to be checked";
        role: Option<String>, "哪一类角色" / "the kind of role that does it";
        due: Option<Offset>, "相对开始的时间" / "when, from the start";
        minutes: Option<u32>, "要花多少分钟" / "how many minutes it takes";
        key: Option<String>, "计划里的哪个键回答它" / "the key of the plan that answers it";
        members: Option<u32>, "从多少人起才要做" / "from how many members on it is needed";
    }
}

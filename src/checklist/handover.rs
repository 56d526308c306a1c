//! What the successor in a role needs: recurring work, access, documents, and what is open in the next weeks.
//!
//! A role counts where the plan names its id as responsible. Must not look at other roles.

use super::basis::Basis;
use super::from_calendar::{from_entry, is_routine};
use super::{ChecklistItem, Section};
use crate::calendar::item_id;
use crate::language::Text;
use crate::plan::activities::Activity;
use crate::plan::{Item, Thing};
use crate::source::Ref;

/// The sections about one role that have something in them.
pub(super) fn sections(role: usize, basis: &Basis<'_>) -> Vec<Section> {
    let handover = RoleHandover { id: basis.plan.roles[role].id.as_ref().map_or("", |id| id.as_str()), basis };
    let sections = [
        ("recurring", Text::new("这个角色常做的事", "Recurring work of the role"), handover.recurring()),
        ("access", Text::new("要交出的权限", "Access to hand over"), handover.access()),
        ("documents", Text::new("要看的资料", "Documents to read"), handover.documents()),
        ("open", Text::new("接下来四周要做的", "Open in the next four weeks"), open(role, basis)),
    ];
    let filled = sections.into_iter().filter(|(_, _, items)| !items.is_empty());
    filled
        .map(|(id, title, items)| {
            let title = title.get(basis.language).to_owned();
            Section { id: id.to_owned(), title, items, ..Section::default() }
        })
        .collect()
}

/// What the role does in the calendar, except daily posts, which are listed as recurring.
fn open(role: usize, basis: &Basis<'_>) -> Vec<ChecklistItem> {
    let entries = basis.calendar.entries.iter().filter(|entry| entry.who.role == Some(role) && !entry.cancelled);
    entries.filter(|entry| !is_routine(entry, basis.plan)).filter_map(|entry| from_entry(entry, basis)).collect()
}

/// The role that is handed over.
struct RoleHandover<'b> {
    id: &'b str,
    basis: &'b Basis<'b>,
}

impl RoleHandover<'_> {
    fn is_it<K>(&self, holder: Option<&Ref<K>>) -> bool {
        holder.is_some_and(|holder| holder.as_str() == self.id)
    }

    fn item(&self, id: &str, source: &str, text: String) -> ChecklistItem {
        ChecklistItem { id: format!("role/{id}"), text, source: source.to_owned(), ..ChecklistItem::default() }
    }

    /// A text with `{it}`.
    fn filled(&self, text: Text, it: &str) -> String {
        text.fill(self.basis.language, |_| Some(it.to_owned()))
    }

    /// The activities in which the role has a part, with their places in the plan and their ids.
    fn activities(&self) -> impl Iterator<Item = (usize, String, &Activity)> {
        let activities = self.basis.plan.activities.iter().enumerate();
        let has_part = |activity: &Activity| {
            self.is_it(activity.owner.as_ref()) || activity.staff.iter().any(|staff| self.is_it(staff.role.as_ref()))
        };
        let named = |at: usize| item_id(self.basis.plan, Item::Activity(at));
        activities.filter(move |(_, activity)| has_part(activity)).map(move |(at, activity)| (at, named(at), activity))
    }

    fn recurring(&self) -> Vec<ChecklistItem> {
        let (plan, language) = (self.basis.plan, self.basis.language);
        let label = |thing: Thing| thing.label(plan, language);
        let mut items = Vec::new();
        let mut add = |id: String, source: &str, title: &str, when: Option<&crate::cadence::Cadence>| {
            let colon = Text::new("：", ": ").get(language);
            let when = when.map(|when| format!("{colon}{}", when.print(language))).unwrap_or_default();
            items.push(self.item(&id, source, format!("{title}{when}")));
        };
        for (at, id, activity) in self.activities() {
            add(id, "activities", &label(Thing::Activity(at)), activity.when.as_ref());
        }
        for (at, content) in plan.content.iter().enumerate() {
            let id = item_id(plan, Item::Content(at));
            let title = label(Thing::Content(at));
            if self.is_it(content.owner.as_ref()) {
                add(id, "content", &title, content.when.as_ref());
            } else if self.is_it(content.reviewer.as_ref()) {
                let checked = self.filled(Text::new("把关“{it}”", "checks \"{it}\""), &title);
                add(id, "content", &checked, content.when.as_ref());
            }
        }
        for (at, review) in plan.reviews.iter().enumerate().filter(|(_, review)| self.is_it(review.owner.as_ref())) {
            let id = item_id(plan, Item::Review(at));
            add(id, "reviews", &label(Thing::Review(at)), review.when.as_ref());
        }
        for (at, _) in plan.goals.iter().enumerate().filter(|(_, goal)| self.is_it(goal.collected_by.as_ref())) {
            let counts = self
                .filled(Text::new("统计“{it}”的数字", "collects the figures for \"{it}\""), &label(Thing::Goal(at)));
            add(format!("goal-{}", at + 1), "goals", &counts, None);
        }
        for (id, text, falls) in self.duties() {
            if falls {
                add(id.to_owned(), id, text.get(language), None);
            }
        }
        items
    }

    /// The duties that rules and services give the role.
    fn duties(&self) -> [(&'static str, Text, bool); 5] {
        let plan = self.basis.plan;
        [
            (
                "rules.admission",
                Text::new("审核入群", "approves new members"),
                self.is_it(plan.rules.admission.who.as_ref()),
            ),
            (
                "rules.conflict",
                Text::new("处理冲突", "settles conflicts"),
                self.is_it(plan.rules.conflict.who.as_ref()),
            ),
            (
                "support.owner",
                Text::new("回答成员的问题", "answers members' questions"),
                self.is_it(plan.support.owner.as_ref()),
            ),
            ("care.who", Text::new("关怀成员", "cares for members"), self.is_it(plan.care.who.as_ref())),
            (
                "growth.invites",
                Text::new("盯住拉人进群", "monitors invitations"),
                self.is_it(plan.growth.invites.monitored_by.as_ref()),
            ),
        ]
    }

    fn access(&self) -> Vec<ChecklistItem> {
        let plan = self.basis.plan;
        let mut items = Vec::new();
        for (at, channel) in plan.channels.iter().enumerate().filter(|(_, c)| self.is_it(c.owner.as_ref())) {
            let id = channel.id.as_ref().map_or_else(|| format!("channel-{}", at + 1), ToString::to_string);
            let text = Text::new("“{it}”的管理权限已转交", "admin rights of \"{it}\" handed over");
            items.push(self.item(
                &id,
                "channels",
                self.filled(text, &Thing::Channel(at).label(plan, self.basis.language)),
            ));
        }
        if self.is_it(plan.finance.keeper.as_ref()) {
            let text = Text::new("账本和收款账户已转交", "books and payment accounts handed over");
            items.push(self.item("finance", "finance.keeper", text.get(self.basis.language).to_owned()));
        }
        for (at, tool) in plan.tools.iter().enumerate() {
            let Some(name) = &tool.name else { continue };
            let text = Text::new("能登录{it}", "can sign in to {it}");
            items.push(self.item(&format!("tool-{}", at + 1), "tools", self.filled(text, name)));
        }
        items
    }

    fn documents(&self) -> Vec<ChecklistItem> {
        let plan = self.basis.plan;
        let mut items: Vec<ChecklistItem> = Vec::new();
        for (.., activity) in self.activities() {
            let Some(sop) = &activity.sop else { continue };
            let id = format!("sop-{}", sop.as_str());
            if items.iter().all(|item| item.id != format!("role/{id}")) {
                let library = &self.basis.library;
                let title = library.sop(sop.as_str(), self.basis.language).and_then(|sop| sop.title.as_deref());
                let text = self.filled(Text::new("SOP：{it}", "SOP: {it}"), title.unwrap_or(sop.as_str()));
                items.push(self.item(&id, "sop", text));
            }
        }
        let files = plan.content.iter().enumerate().filter(|(_, content)| self.is_it(content.owner.as_ref()));
        for (at, file) in files.filter_map(|(at, content)| Some((at, content.file.as_deref()?))) {
            items.push(self.item(&format!("file-{}", at + 1), "content", file.to_owned()));
        }
        let known = [
            ("rules.posted", Text::new("群规：{it}", "rules: {it}"), plan.rules.posted.as_deref()),
            ("support.faq", Text::new("常见问题：{it}", "FAQ: {it}"), plan.support.faq.as_deref()),
        ];
        for (key, text, it) in known {
            items.extend(it.map(|it| self.item(key, key, self.filled(text, it))));
        }
        items
    }
}

#[cfg(test)]
mod tests {
    use crate::checklist::from_plan::tests::list_of;
    use crate::checklist::{Checklist, ChecklistKind};
    use crate::language::Language;

    const PLAN: &str = "[[roles]]\nid = \"host\"\ntitle = \"Host\"\n[[roles]]\nid = \"other\"\n\
        [[people]]\nname = \"Mia\"\nroles = [\"host\"]\n\
        [[channels]]\nid = \"main\"\ntitle = \"Main\"\nowner = \"host\"\n[[channels]]\nid = \"side\"\nowner = \"other\"\n\
        [[activities]]\nid = \"talk\"\ntitle = \"Talk\"\nwhen = \"2026-12-10 20:00\"\nowner = \"host\"\nsop = \"ama\"\n\
        [[activities]]\nid = \"far\"\nwhen = \"2027-03-10 20:00\"\nowner = \"host\"\n\
        [[activities]]\nid = \"theirs\"\nwhen = \"2026-12-11 20:00\"\nowner = \"other\"\n\
        [[content]]\nid = \"morning\"\ntitle = \"Morning\"\nwhen = \"daily 08:00\"\nowner = \"host\"\n\
        [[tools]]\nname = \"Forms\"\n[support]\nfaq = \"the pin\"\nowner = \"host\"\n[care]\nwho = \"other\"\n";

    fn texts<'l>(list: &'l Checklist, id: &str) -> Vec<&'l str> {
        let section = list.sections.iter().find(|section| section.id == id).expect("a section");
        section.items.iter().map(|item| item.text.as_str()).collect()
    }

    #[test]
    fn hands_over_a_role_with_its_work_its_access_and_open_items() {
        let list = list_of(PLAN, ChecklistKind::Role(0), Language::En, 27);
        assert_eq!((list.name.as_str(), list.title.as_str()), ("handover-host", "Handover checklist: Host"));
        let work =
            ["Talk: 2026-12-10 20:00", "far: 2027-03-10 20:00", "Morning: daily 08:00", "answers members' questions"];
        assert_eq!(texts(&list, "recurring"), work);
        assert_eq!(texts(&list, "access"), ["admin rights of \"Main\" handed over", "can sign in to Forms"]);
        assert_eq!(texts(&list, "documents").last(), Some(&"FAQ: the pin"));
        let open = texts(&list, "open");
        assert!(open.contains(&"Talk") && !open.contains(&"far") && !open.contains(&"Morning"), "{open:?}");
        assert!(open.iter().all(|text| !text.contains("theirs")), "{open:?}");
        let chinese = list_of(PLAN, ChecklistKind::Role(0), Language::Zh, 27);
        assert_eq!(texts(&chinese, "access")[0], "“Main”的管理权限已转交");
    }
}

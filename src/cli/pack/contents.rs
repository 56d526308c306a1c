//! The files of a pack, in memory: what they are called and what they hold.

use std::collections::BTreeMap;

use crate::cli::clock;
use crate::cli::failure::Failure;
use crate::cli::plans::OpenPlan;
use crate::document::{
    DocumentKind, DocumentRequest, DocumentSubject, OwnTemplates, default_channel, make, own_plan, wanted,
};
use crate::language::{Language, Text};
use crate::plan::Thing;
use crate::render::calendar::{Format, Options, Tasks, View, calendar, xlsx};
use crate::render::clean;
use crate::render::page::{
    DocumentPart, OwnPages, PageLink, PagePaper, agenda_page, document_page, index_page, month_page,
};
use crate::value::{Day, Month, in_file_name};

/// From what a pack is made.
pub(super) struct PackSource<'p> {
    pub view: &'p View<'p>,
    pub opened: &'p OpenPlan,
    pub text: &'p str,
    pub today: Day,
    pub month: Month,
    pub own: &'p OwnPages,
    pub templates: &'p OwnTemplates,
}

/// The files by name, relative to the folder.
pub(super) type PackFiles = BTreeMap<String, Vec<u8>>;

/// The files and the links to them, as they come.
struct PackBuilder<'p> {
    source: &'p PackSource<'p>,
    files: PackFiles,
    links: Vec<PageLink>,
}

/// Everything that is handed out: for the team, or for one person.
pub(super) fn files(source: &PackSource<'_>) -> Result<PackFiles, Failure> {
    let (view, language) = (source.view, source.view.language);
    let mut pack = PackBuilder { source, files: PackFiles::new(), links: Vec::new() };
    let month = source.month;
    let word = |text: Text| text.get(language).to_owned();
    let person = view.person.map(|person| label(Thing::Person(person), view));
    if person.is_none() {
        pack.add(
            format!("month-{month}.html"),
            word(Text::new("月历", "Month")),
            month_page(view, PagePaper::A4, source.own)?,
        );
    }
    let whose = person.clone().unwrap_or_default();
    let days = word(Text::new("每天的安排和要发的文字", "Day by day, with the texts to post"));
    pack.add(format!("agenda-{month}.html"), days, agenda_page(view, &whose, source.own)?);
    let book = xlsx(view, source.today).map_err(anyhow::Error::from)?;
    pack.add(format!("calendar-{month}.xlsx"), word(Text::new("工作簿（勾选、填到场）", "Workbook to fill in")), book);
    let ics = Text::new("日历文件：{name}", "Calendar file: {name}");
    let ics_of = |name: &str| ics.fill(language, |_| Some(name.to_owned()));
    let options = Options { width: 100, ascii: false, colour: false, today: source.today, tasks: Tasks::default() };
    match view.person {
        Some(_) => pack.add(format!("calendar-{month}.ics"), ics_of(&whose), calendar(view, Format::Ics, &options)),
        None => {
            pack.each(Thing::Person, view.plan.people.len(), &options, &ics_of)?;
            pack.each(Thing::Channel, view.plan.channels.len(), &options, &ics_of)?;
            pack.documents(language)?;
        }
    }
    let index = index_page(view, &pack.links, source.own)?;
    pack.files.insert("index.html".to_owned(), index.into_bytes());
    Ok(pack.files)
}

impl PackBuilder<'_> {
    /// Adds a file, under a name that is still free.
    fn add(&mut self, name: String, text: String, bytes: impl Into<Vec<u8>>) {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, ""));
        let names = std::iter::once(name.clone()).chain((2..).map(|n| format!("{stem}-{n}.{ending}")));
        let mut free = names.filter(|name| !self.files.contains_key(name));
        let name = free.next().unwrap_or_else(|| name.clone());
        self.links.push(PageLink { href: name.clone(), text });
        self.files.insert(name, bytes.into());
    }

    /// A calendar file and a page for each person, a calendar file for each channel; none for who has nothing.
    fn each(
        &mut self,
        thing: fn(usize) -> Thing,
        count: usize,
        options: &Options,
        ics_of: &dyn Fn(&str) -> String,
    ) -> Result<(), Failure> {
        let source = self.source;
        for at in 0..count {
            let (thing, view) = (thing(at), source.view);
            // a person's days are those where they live
            let is_person = matches!(thing, Thing::Person(_));
            let zone = if is_person { clock::shown_zone(None, Some(at), view.plan)? } else { None };
            let month = (source.month.first(), source.month.last());
            let there =
                zone.as_ref().map(|zone| clock::calendar(source.opened, month, None, Some(zone))).transpose()?;
            let view = match thing {
                Thing::Person(_) => View {
                    person: Some(at),
                    zone: zone.as_ref(),
                    calendar: there.as_ref().unwrap_or(view.calendar),
                    ..*view
                },
                _ => View { channel: Some(at), ..*view },
            };
            if view.is_empty() {
                continue;
            }
            let name = label(thing, &view);
            let file = in_file_name(&name);
            if is_person {
                let page = agenda_page(&view, &name, source.own)?;
                self.add(format!("person-{file}.html"), name.clone(), page);
            }
            let kind = if is_person { "person" } else { "channel" };
            self.add(format!("{kind}-{file}.ics"), ics_of(&name), calendar(&view, Format::Ics, options));
        }
        Ok(())
    }

    /// The documents that the plan has what they need for.
    fn documents(&mut self, language: Language) -> Result<(), Failure> {
        let source = self.source;
        let plan = &source.opened.reading.plan;
        let ownership = &source.opened.reading.index.ownership;
        let (reading, tree) = own_plan(source.text, ownership, &source.opened.library);
        let whole =
            DocumentKind::ALL.into_iter().filter(|kind| !matches!(kind, DocumentKind::Handover | DocumentKind::Draw));
        for kind in whole {
            let subject = DocumentSubject::Whole;
            let is_empty = kind == DocumentKind::Keywords && plan.support.keywords.is_empty();
            if is_empty || wanted(kind, subject, plan, &tree, ownership).iter().any(|lack| lack.is_needed) {
                continue;
            }
            let channel = default_channel(Some(kind), subject, plan);
            let platform = channel.and_then(|channel| plan.channels[channel].platform);
            let language = plan.language.unwrap_or(language);
            let today = source.today;
            let request =
                DocumentRequest { reading: &reading, name: kind.word(), subject, channel, platform, language, today };
            // a template of the user's with a mistake is reported by qun document
            let Some(Ok(made)) = make(&request, source.templates) else { continue };
            let part = |text: String| DocumentPart { title: String::new(), text: text.trim_end().to_owned() };
            let parts: Vec<DocumentPart> = made.messages.into_iter().map(part).collect();
            if parts.iter().all(|part| part.text.is_empty()) {
                continue;
            }
            let title = kind.name().get(language).to_owned();
            let page = document_page(&title, &parts, source.own, language)?;
            self.add(format!("document-{}.html", kind.word()), title, page);
        }
        Ok(())
    }
}

fn label(thing: Thing, view: &View<'_>) -> String {
    clean(&thing.label(view.plan, view.language))
}

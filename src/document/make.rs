//! A document from a plan: its text for a platform, as messages.

use super::gather::{DocumentSubject, context};
use super::kind::DocumentKind;
use super::markup::Markup;
use super::messages::split;
use super::template::{OwnTemplates, render};
use super::template_error::TemplateError;
use crate::language::Language;
use crate::library::TemplateKind;
use crate::plan::MessageLimit;
use crate::plan::channels::Platform;
use crate::plan::{Plan, Reading};
use crate::value::Day;

/// Which document of which plan.
#[derive(Debug, Clone, Copy)]
pub struct DocumentRequest<'a> {
    /// The plan, with what is its own.
    pub reading: &'a Reading,
    /// Its name: that of a document, or of a template of the user's.
    pub name: &'a str,
    /// What it is about.
    pub subject: DocumentSubject,
    /// The channel for which it is: an index.
    pub channel: Option<usize>,
    /// The platform for which it is.
    pub platform: Option<Platform>,
    /// The language of the plan's texts.
    pub language: Language,
    /// Today.
    pub today: Day,
}

/// A document, ready to paste.
#[derive(Debug, Clone, PartialEq)]
pub struct MadeDocument {
    /// Its messages, in order.
    pub messages: Vec<String>,
    /// How long one may be, where that is known.
    pub limit: Option<MessageLimit>,
}

/// Makes a document; none where there is no template of its name.
pub fn make(request: &DocumentRequest<'_>, own: &OwnTemplates) -> Option<Result<MadeDocument, TemplateError>> {
    let Reading { plan, index, .. } = request.reading;
    let language = request.language;
    let built_in = || {
        let file = TemplateKind::Documents.files().iter().find(|file| file.name == request.name)?;
        Some((file.name, file.text(language)))
    };
    let template = own.find(request.name, language).or_else(built_in)?;
    let facts = context((plan, index), (language, request.today), request.subject, request.channel);
    let text = render(template, own, &facts, Markup::of(request.platform), language);
    let limit = request.platform.and_then(|platform| MessageLimit::of(platform, plan));
    Some(text.map(|text| MadeDocument { messages: split(&text, limit), limit }))
}

/// The channel where a document is posted unless another is asked for: that of the draw, of questions; else the first group,
/// else the first channel.
pub fn default_channel(kind: Option<DocumentKind>, subject: DocumentSubject, plan: &Plan) -> Option<usize> {
    let named =
        |name: &str| plan.channels.iter().position(|channel| channel.id.as_ref().is_some_and(|id| id.as_str() == name));
    let own = match (kind, subject) {
        (_, DocumentSubject::Draw(activity)) => plan.activities[activity].channels.first(),
        (Some(DocumentKind::Keywords), _) => plan.support.channel.as_ref(),
        _ => None,
    };
    let is_group = |channel: &crate::plan::channels::Channel| channel.platform.is_some_and(Platform::is_group);
    let first = || (!plan.channels.is_empty()).then_some(0);
    own.and_then(|name| named(name.as_str())).or_else(|| plan.channels.iter().position(is_group)).or_else(first)
}

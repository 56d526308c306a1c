//! One value, by its key.

use super::{AmendError, Request, Snapshot};
use crate::finding::{Edit, KeyPath, Literal};
use crate::language::Language;
use crate::plan::{Plan, left_behind};
use crate::source::{Document, Table, resolve};

/// A value for a key.
#[derive(Debug, Clone, PartialEq)]
pub struct Set {
    path: KeyPath,
    /// The value.
    pub value: Literal,
    /// What the key is about, as the comment of a key that is new.
    comment: String,
}

/// Names of people that are gone from a plan, each with the texts that still hold it.
pub type NamesLeft = Vec<(String, Vec<KeyPath>)>;

impl Set {
    /// A value as it was typed for a key as it was typed; `language` is that of a comment.
    pub fn read(plan: &Snapshot<'_>, key: &str, value: &str, language: Language) -> Result<Self, AmendError> {
        let mut buffer = String::new();
        let document = Document::parse(plan.text, &mut buffer);
        let path = resolve(&document, key).ok_or_else(|| AmendError::NoSuchThing(key.to_owned()))?;
        let (shape, about) = Plan::TABLE.shape(&path).ok_or_else(|| AmendError::NoSuchKey(key.to_owned()))?;
        let value = super::value(shape, value, plan).map_err(|wrong| AmendError::WrongValue(key.to_owned(), wrong))?;
        Ok(Self { path, value, comment: about.get(language).to_owned() })
    }
}

impl Request for Set {
    type Effect<'a> = NamesLeft;

    fn edits(&self, _: &Snapshot<'_>) -> Result<Vec<Edit>, AmendError> {
        let (path, value) = (self.path.clone(), self.value.clone());
        Ok(vec![Edit::Set { path, value, comment: Some(self.comment.clone()) }])
    }

    fn effect<'a>(&self, before: &Snapshot<'a>, after: &Snapshot<'a>) -> Result<NamesLeft, AmendError> {
        Ok(left_behind(before.plan(), after.plan()))
    }
}

//! References: the name of something else in the plan, with the kind of thing that is meant.

use std::fmt;
use std::marker::PhantomData;

use toml::Spanned;
use toml::de::DeValue;

use super::field::{FieldValue, KnownNames, Visit};
use super::problems::Problems;
use super::shape::Shape;
use crate::finding::Trail;
use crate::language::Text;

/// A kind of thing that has names.
pub trait ReferenceKind {
    /// A short name for looking it up.
    const NAME: &'static str;
    /// What it is called: "there is no … called".
    const WANT: Text;
}

/// The name of a thing of kind `K`: as written, and once a plan is read as that thing writes it.
pub struct Ref<K> {
    name: String,
    kind: PhantomData<K>,
}

impl<K> Ref<K> {
    /// A reference to this name.
    pub fn to(name: impl Into<String>) -> Self {
        Self { name: name.into(), kind: PhantomData }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.name
    }
}

impl<K> Clone for Ref<K> {
    fn clone(&self) -> Self {
        Self::to(self.name.clone())
    }
}

impl<K> Default for Ref<K> {
    fn default() -> Self {
        Self::to("")
    }
}

impl<K> PartialEq for Ref<K> {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl<K> fmt::Debug for Ref<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "→{}", self.name)
    }
}

impl<K> fmt::Display for Ref<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

impl<K: ReferenceKind> FieldValue for Ref<K> {
    const SHAPE: Shape = Shape::Reference(K::NAME, K::WANT);

    fn read(value: &Spanned<DeValue<'_>>, at: &Trail<'_>, problems: &mut Problems) -> Option<Self> {
        problems.text(value, at, &Self::SHAPE).map(Self::to)
    }

    fn has(&self, rest: &str) -> bool {
        rest.is_empty() && !self.name.is_empty()
    }

    fn visit(&self, at: &Trail<'_>, visitor: &mut dyn Visit) {
        visitor.reference(at, K::NAME, K::WANT, &self.name);
    }

    fn link(&mut self, names: &dyn KnownNames) {
        if let Some(name) = names.known_name(K::NAME, &self.name) {
            self.name = name;
        }
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident $id:literal, $zh:literal / $en:literal;)*) => {
        $($(#[$doc])*
        #[derive(Debug)]
        pub enum $name {}

        impl ReferenceKind for $name {
            const NAME: &'static str = $id;
            const WANT: Text = Text::new($zh, $en);
        })*
    };
}

kinds! {
    /// A role or a person: they share one namespace. In steps also `@owner` and kinds of roles.
    Holder "holder", "角色或成员" / "role or person";
    /// A role.
    RoleName "role", "角色" / "role";
    /// A person.
    PersonName "person", "成员" / "person";
    /// A channel. In steps also `@channels`.
    ChannelName "channel", "渠道" / "channel";
    /// A place.
    PlaceName "place", "地点" / "place";
    /// A goal.
    GoalName "goal", "目标" / "goal";
    /// A partner.
    PartnerName "partner", "合作方" / "partner";
    /// A layer of members.
    SegmentName "segment", "用户分层" / "segment";
    /// A programme.
    ProgrammeName "programme", "课程或营期内容" / "programme";
    /// A row of monetisation.
    ProductName "product", "变现项目" / "product";
    /// An SOP of the library.
    SopName "sop", "流程（SOP）" / "SOP";
    /// An item of the calendar.
    ItemName "item", "日程项目" / "item of the calendar";
}

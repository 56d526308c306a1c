//! What templates know of the team: roles, people, and what goes with a role.

use serde::Serialize;

/// A role and the people in it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct RoleFacts {
    /// What it is called.
    pub title: String,
    /// How many roles are above it.
    pub depth: usize,
    /// Its duties.
    pub duties: Vec<String>,
    /// Who holds it.
    pub people: Vec<PersonFacts>,
    /// How many hold it, where that is more than have names.
    pub headcount: Option<u32>,
    /// How people get it.
    pub chosen_by: Option<String>,
    /// How long a term lasts.
    pub term: Option<String>,
}

/// Someone of the team.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct PersonFacts {
    /// The name.
    pub name: String,
    /// The handle on the platform.
    pub handle: Option<String>,
    /// What they are good at.
    pub talents: Vec<String>,
    /// Who stands in.
    pub backup: Option<String>,
}

/// What the successor in a role has to know.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct HandoverFacts {
    /// The role itself.
    #[serde(flatten)]
    pub role: RoleFacts,
    /// The role that it reports to, with who holds it.
    pub reports_to: Option<String>,
    /// The qualities that it needs.
    pub traits: Vec<String>,
    /// How people are trained for it.
    pub training: Option<String>,
    /// How they are assessed.
    pub assessed: Option<String>,
    /// What it does regularly, each with when.
    pub work: Vec<WorkFacts>,
    /// What it does for newcomers.
    pub joining: Vec<JoiningStepFacts>,
    /// What else it answers for.
    pub tasks: Vec<String>,
    /// What it has access to: channels.
    pub channels: Vec<ChannelFacts>,
    /// The tools.
    pub tools: Vec<ToolFacts>,
}

/// Regular work.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct WorkFacts {
    /// What it is.
    pub title: String,
    /// When, in words.
    pub when: Option<String>,
}

/// A tool.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct ToolFacts {
    /// What it is called.
    pub name: String,
    /// What it is for.
    pub purpose: Option<String>,
}

/// A group, an account or a site.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct ChannelFacts {
    /// Its name.
    pub name: String,
    /// The name of its platform.
    pub platform: Option<String>,
    /// A link to it.
    pub link: Option<String>,
}

/// A step of the first days.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct JoiningStepFacts {
    /// Days since joining.
    pub day: u32,
    /// How soon.
    pub within: Option<String>,
    /// What happens.
    pub what: String,
    /// The role or the person who does it.
    pub who: Option<String>,
}

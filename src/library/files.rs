//! The files that are built in: their names, and their texts in both languages.

use crate::language::Language;

/// What a file of the library is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TemplateKind {
    /// A plan to start from.
    Plans,
    /// The steps around an activity.
    Sops,
    /// A checklist.
    Checklists,
    /// A text to paste: a template of its own kind, not TOML.
    Documents,
}

impl TemplateKind {
    /// The folder below `templates/`.
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Plans => "plans",
            Self::Sops => "sops",
            Self::Checklists => "checklists",
            Self::Documents => "documents",
        }
    }

    /// Its built-in files.
    pub const fn files(self) -> &'static [BuiltinFile] {
        match self {
            Self::Plans => PLANS,
            Self::Sops => SOPS,
            Self::Checklists => CHECKLISTS,
            Self::Documents => DOCUMENTS,
        }
    }
}

/// One built-in file.
#[derive(Debug)]
pub struct BuiltinFile {
    /// Its name, without folder and ending.
    pub name: &'static str,
    zh: &'static str,
    en: &'static str,
}

impl BuiltinFile {
    /// Its text in a language.
    pub const fn text(&self, language: Language) -> &'static str {
        match language {
            Language::Zh => self.zh,
            Language::En => self.en,
        }
    }
}

macro_rules! shelf {
    ($folder:literal: $($name:literal)+) => { shelf!($folder ".toml": $($name)+) };
    ($folder:literal $ending:literal: $($name:literal)+) => {
        &[$(BuiltinFile {
            name: $name,
            zh: include_str!(concat!("../../templates/", $folder, "/zh-CN/", $name, $ending)),
            en: include_str!(concat!("../../templates/", $folder, "/en/", $name, $ending)),
        }),+]
    };
}

static PLANS: &[BuiltinFile] = shelf!("plans": "reading-club" "course-cohort" "brand-fans" "open-source"
    "paid-membership" "alumni" "support-community" "nonprofit-volunteers"
    "interest-group" "expert-network" "consumer-benefits" "social-commerce");

static SOPS: &[BuiltinFile] = shelf!("sops":
    "sharing-session" "offline-meetup" "qa-evening" "prize-draw" "group-buying" "course-week" "hackathon"
    "award-ceremony" "ama" "welcome-batch" "survey" "poll" "red-packets" "launch-day" "monthly-review"
    "quarterly-review" "conflict-handling" "closing"
    "renewal" "reunion" "mentoring-round" "docs-sprint" "outage" "service-day" "volunteer-training"
    "outdoor-outing" "roundtable" "introductions" "coupon-day" "product-trial" "live-sale");

static CHECKLISTS: &[BuiltinFile] = shelf!("checklists":
    "launch" "daily" "weekly" "monthly" "onboarding" "review" "closing" "moderation" "conflict" "handover");

static DOCUMENTS: &[BuiltinFile] = shelf!("documents" ".jinja":
    "welcome" "rules" "introduction" "keywords" "draw" "farewell" "handover" "team");

#[cfg(test)]
#[allow(clippy::disallowed_methods)] // the test reads the project's own folders
mod tests {
    use super::*;

    #[test]
    fn every_file_on_disk_is_built_in() {
        for shelf in [TemplateKind::Plans, TemplateKind::Sops, TemplateKind::Checklists, TemplateKind::Documents] {
            for language in Language::ALL {
                let folder = format!("{}/templates/{}/{}", env!("CARGO_MANIFEST_DIR"), shelf.folder(), language.tag());
                let mut on_disk: Vec<String> = std::fs::read_dir(&folder)
                    .expect("the folder is there")
                    .map(|entry| entry.expect("an entry").path())
                    .map(|path| path.file_stem().expect("a name").to_string_lossy().into_owned())
                    .collect();
                let mut built_in: Vec<String> = shelf.files().iter().map(|file| file.name.to_owned()).collect();
                on_disk.sort();
                built_in.sort();
                assert_eq!(on_disk, built_in, "{folder}");
            }
        }
    }
}

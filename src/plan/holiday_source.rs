//! Where the days off of a plan come from, by the name that a plan gives.

/// Where the days off of a plan come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HolidaySource<'p> {
    /// The notices of China's State Council.
    China,
    /// Plain weeks.
    None,
    /// A file beside the plan.
    File(&'p str),
}

impl<'p> HolidaySource<'p> {
    /// What a name means.
    pub(super) fn of(name: &'p str) -> Self {
        match name {
            "CN" | "cn" | "China" | "中国" => Self::China,
            "none" | "无" | "" => Self::None,
            file => Self::File(file),
        }
    }

    /// The word in the plan.
    pub const fn word(self) -> &'p str {
        match self {
            Self::China => "CN",
            Self::None => "none",
            Self::File(file) => file,
        }
    }
}

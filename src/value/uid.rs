//! The UIDs of calendar entries, taken apart: `community/item/day[/part]@qun`.

use super::Day;

/// What follows the original day; none where it is no UID of this program.
pub(crate) fn part(uid: &str) -> Option<&str> {
    let (_, rest) = uid.strip_suffix("@qun")?.split_once('/')?;
    let (_, rest) = rest.split_once('/')?;
    let (day, part) = rest.split_once('/').unwrap_or((rest, ""));
    day.parse::<Day>().ok().map(|_| part)
}

/// The item.
pub(crate) fn item_of(uid: &str) -> Option<&str> {
    uid.split('/').nth(1)
}

/// The original day.
pub(crate) fn day_of(uid: &str) -> Option<Day> {
    uid.strip_suffix("@qun")?.split('/').nth(2)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uids_are_taken_apart() {
        let day = "2026-12-02".parse().ok();
        for (uid, expected) in [
            ("club/talk/2026-12-02@qun", (Some(""), Some("talk"), day)),
            ("club/talk@one/2026-12-02/2/chairs@qun", (Some("2/chairs"), Some("talk@one"), day)),
            ("club/talk/soon@qun", (None, Some("talk"), None)),
            ("talk", (None, None, None)),
        ] {
            assert_eq!((part(uid), item_of(uid), day_of(uid)), expected, "{uid}");
        }
    }
}

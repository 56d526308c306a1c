//! Short digests of values, and those of every released starter: enough to recognise a value, too little to read one.
//!
//! A line of `starters.txt` is a version of the program, the name of a starter, and its digests in order, in either
//! language, five characters each; a later version lists only what no earlier one has. So an upgrade that rewords a starter
//! makes nothing own. `QUN_BLESS=1 cargo test --lib ownership` writes the lines of the present version.

/// Digits of a digest, in the order of their bytes.
const DIGITS: &[u8; 64] = b"-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
/// Characters of a digest.
const LENGTH: usize = 5;

/// FNV-1a of keys and values.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hash(u64);

impl Hash {
    pub(super) const NEW: Self = Self(0xcbf2_9ce4_8422_2325);

    /// With one more key or value.
    pub(super) const fn with(self, part: &str) -> Self {
        let bytes = part.as_bytes();
        let (mut hash, mut at) = (self.0, 0);
        while at < bytes.len() {
            hash = (hash ^ bytes[at] as u64).wrapping_mul(0x0100_0000_01b3);
            at += 1;
        }
        // an end that is in no text
        Self((hash ^ 0xff).wrapping_mul(0x0100_0000_01b3))
    }

    /// Thirty bits of it.
    #[allow(clippy::cast_possible_truncation)] // the upper half is folded in first
    pub(super) const fn short(self) -> u32 {
        ((self.0 >> 34) ^ self.0) as u32 & 0x3fff_ffff
    }
}

/// A digest as it is written.
fn encoded(digest: u32) -> [u8; LENGTH] {
    std::array::from_fn(|at| DIGITS[(digest >> (6 * (LENGTH - 1 - at)) & 63) as usize])
}

/// The digests of one starter, in all versions.
#[derive(Debug, Default, Clone)]
pub(super) struct Digests<'a> {
    lines: Vec<&'a [u8]>,
    /// Of a starter of the user's own.
    own: Vec<u32>,
}

impl Digests<'static> {
    /// Those that ship with the program.
    pub(super) fn released(name: &str) -> Self {
        let lines = released().filter(|(_, of, _)| *of == name).map(|(.., digests)| digests.as_bytes()).collect();
        Self { lines, own: Vec::new() }
    }
}

impl Digests<'_> {
    /// With those of a starter of the user's own.
    pub(super) fn with(mut self, mut own: Vec<u32>) -> Self {
        own.sort_unstable();
        self.own = own;
        self
    }

    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.own.is_empty()
    }

    pub(super) fn has(&self, digest: u32) -> bool {
        let wanted = encoded(digest);
        let is_in = |line: &&[u8]| line.as_chunks::<LENGTH>().0.binary_search(&wanted).is_ok();
        self.lines.iter().any(is_in) || self.own.binary_search(&digest).is_ok()
    }
}

/// Version, name and digests of each line.
fn released() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    include_str!("starters.txt").lines().filter_map(|line| {
        let mut words = line.splitn(3, ' ');
        Some((words.next()?, words.next()?, words.next()?))
    })
}

/// The names of the starters with digests, sorted.
pub(super) fn names() -> Vec<&'static str> {
    let mut names: Vec<&str> = released().map(|(_, name, _)| name).collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use std::fmt::Write;

    const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/plan/ownership/starters.txt");

    /// Holds the file equal to the starters, whose digests are given; with `QUN_BLESS=1` writes it.
    #[allow(clippy::disallowed_methods)] // the test writes the project's own file
    pub(in super::super) fn hold(starters: &[(&'static str, Vec<u32>)]) {
        let version = env!("CARGO_PKG_VERSION");
        let mut wanted: String = String::new();
        for (of, name, digests) in released().filter(|(of, ..)| *of != version) {
            writeln!(wanted, "{of} {name} {digests}").expect("a line");
        }
        for (name, digests) in starters {
            let earlier: Vec<&[u8]> = released()
                .filter(|(of, known, _)| of != &version && known == name)
                .map(|(.., digests)| digests.as_bytes())
                .collect();
            let earlier = Digests { lines: earlier, own: Vec::new() };
            let mut new: Vec<_> = digests.iter().filter(|one| !earlier.has(**one)).map(|one| encoded(*one)).collect();
            new.sort_unstable();
            new.dedup();
            let new = String::from_utf8(new.concat()).expect("ASCII");
            if !new.is_empty() {
                writeln!(wanted, "{version} {name} {new}").expect("a line");
            }
        }
        if std::env::var_os("QUN_BLESS").is_some() {
            std::fs::write(FILE, &wanted).expect("written");
            return;
        }
        let is_same = std::fs::read_to_string(FILE).expect("the file") == wanted;
        assert!(is_same, "starters have changed: run QUN_BLESS=1 cargo test --lib ownership");
    }

    #[test]
    fn digests_sort_as_they_are_written() {
        let some = [0, 1, 63, 64, 4095, 4096, 0x3fff_ffff];
        assert!(some.is_sorted_by_key(|digest| encoded(*digest)));
        assert_ne!(Hash::NEW.with("ab").with("c").short(), Hash::NEW.with("a").with("bc").short());
    }
}

//! Digests of ids, and maps by them.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, BuildHasherDefault, Hash, Hasher};

use foldhash::quality::FixedState;

/// A digest of a value, for one run only.
pub(super) fn digest(value: &impl Hash) -> u64 {
    FixedState::default().hash_one(value)
}

/// A map by digests.
pub type DigestMap<V> = HashMap<u64, V, BuildHasherDefault<AlreadyHashed>>;

/// A set of digests.
pub type DigestSet = HashSet<u64, BuildHasherDefault<AlreadyHashed>>;

/// Takes a digest as it is: it has been hashed before.
#[derive(Debug, Clone, Copy, Default)]
pub struct AlreadyHashed(u64);

impl Hasher for AlreadyHashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| hash.rotate_left(8) ^ u64::from(*byte));
    }

    fn write_u64(&mut self, digest: u64) {
        self.0 = digest;
    }
}

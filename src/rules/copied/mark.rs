//! A number for a text. The build script, which marks the texts of the starters, holds this file too.

/// Two texts of one mark are the same text (64 bits, FNV-1a).
pub(super) fn mark(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |mark, byte| (mark ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

//! warm
fn main() {}

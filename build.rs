//! How the program is linked.
//!
//! The words of rules, questions and help are tables of addresses: some 30,000 of them. In a position-independent
//! program the loader writes each anew at every start, which costs more than reading and judging a plan. So on Linux
//! the program is linked at a fixed address; the library, and other systems (where this is not possible), stay as they are.

#![allow(clippy::disallowed_methods)] // Cargo tells the target by the environment

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let target = |key: &str| std::env::var(format!("CARGO_CFG_TARGET_{key}")).unwrap_or_default();
    if target("OS") == "linux" && target("ENV") == "gnu" {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}

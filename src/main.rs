//! The program: arguments in, exit code out.
#![allow(clippy::disallowed_methods)] // the door

use std::process::ExitCode;

fn main() -> ExitCode {
    qun::run(std::env::args_os())
}

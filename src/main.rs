//! The program: arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    qun::cli::run(std::env::args_os())
}

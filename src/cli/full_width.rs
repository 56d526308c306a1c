//! Options typed with an input method: full-width letters, and dashes that only look like `--`.

use std::ffi::OsString;

use super::failure::{Failure, Message};
use super::help;
use crate::language::Text;
use crate::plan::ElementKind;
use crate::value::fold_width;

/// The dashes that an input method or an editor makes of `-` and `--`.
const DASHES: [char; 8] = ['—', '–', '―', '－', '−', '‐', '‑', '﹣'];

/// Why arguments cannot be meant as they are typed: one of them is an option, but for its characters.
pub(crate) fn refuse_full_width(arguments: &[OsString]) -> Option<Failure> {
    let typed =
        arguments.iter().skip(1).filter_map(|argument| argument.to_str()).take_while(|argument| *argument != "--");
    let (typed, half_width_option) = typed.filter_map(|typed| Some((typed, half_width_option(typed)?))).next()?;
    let words = Text::new(
        "“{typed}”里有全角字符或输入法的破折号",
        "\"{typed}\" has full-width characters or a dash from an input method",
    );
    let hint = Text::new("写成 {meant}", "type {meant}");
    Some(Failure::of(words, [("typed", &typed)]).hint(Message::of(hint, [("meant", &half_width_option)])))
}

/// The option that is meant; none where the argument is an option already, or no option at all.
fn half_width_option(typed: &str) -> Option<String> {
    if !typed.starts_with(|c: char| c == '-' || DASHES.contains(&c)) {
        return None;
    }
    let (name, value) = match typed.split_once(['=', '＝']) {
        Some((name, value)) => (name, Some(value)),
        None => (typed, None),
    };
    let letters = fold_width(name.trim_start_matches(|c: char| c == '-' || DASHES.contains(&c))).to_lowercase();
    let half_width_option = match value {
        Some(value) => format!("--{letters}={value}"),
        None => format!("--{letters}"),
    };
    (half_width_option != typed && !name.is_ascii() | typed.contains('＝') && is_option(&letters))
        .then_some(half_width_option)
}

fn is_option(name: &str) -> bool {
    let id = name.replace('-', "_");
    help::argument_ids().any(|known| known == id || known == "move_to" && id == "move")
        || ElementKind::addable().flat_map(ElementKind::keys).any(|info| info.key == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_recognised_whatever_the_input_method_makes_of_them() {
        for (typed, expected) in [
            ("—month", Some("--month")),
            ("——month", Some("--month")),
            ("－－ｄｒｙ－ｒｕｎ", Some("--dry-run")),
            ("–from=2026-12-01", Some("--from=2026-12-01")),
            ("--month＝2026-12", Some("--month=2026-12")),
            ("—move", Some("--move")),
            ("—title", Some("--title")),
            ("--month", None),
            ("--month=十二月", None),
            ("--reason=a＝b", None),
            ("——读书会的口号", None),
            ("— a dash in a text", None),
            ("month", None),
        ] {
            assert_eq!(half_width_option(typed).as_deref(), expected, "{typed}");
        }
    }
}

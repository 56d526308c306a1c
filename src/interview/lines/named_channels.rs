//! The channels that a line about activities names by a sign: `in #help`, @1群、2群, `@1群@2群`.

use super::part::{cut, trimmed};

/// What leads to the name of a channel.
const MARKS: [&str; 5] = [" in #", " on #", "@", "#", " 在"];
/// No line names more of them.
const MOST: usize = 20;

/// A title without the channels that it names, and those.
pub(super) fn title_and_channels(text: &str) -> (String, Vec<String>) {
    let (mut title, mut channels) = (text.to_owned(), Vec::new());
    while channels.len() < MOST {
        let Some((rest, found)) = MARKS.iter().find_map(|mark| named(&title, mark)) else { break };
        title = rest;
        channels.extend(found);
    }
    (trimmed(&title).to_owned(), channels)
}

/// The channels behind the first such sign, and the title without them.
fn named(title: &str, mark: &str) -> Option<(String, Vec<String>)> {
    let at = title.find(mark)?;
    let mut words: Vec<String> = Vec::new();
    let mut end = at + mark.trim_end_matches('#').len();
    loop {
        let start = end;
        let is_end = |c: char| " ,，)）@".contains(c);
        end = title[start..].find(is_end).map_or(title.len(), |length| start + length);
        let found = title[start..end].split('、').map(trimmed).filter(|word| word.contains(char::is_alphanumeric));
        words.extend(found.map(str::to_owned));
        // @1群@2群, @1群 @2群
        let Some(next) = title[end..].trim_start().strip_prefix('@').filter(|_| !words.is_empty()) else { break };
        end = title.len() - next.len();
    }
    (!words.is_empty()).then(|| (cut(title, &(at..end)), words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_channels_of_a_line_are_all_found() {
        for (text, title, channels) in [
            ("office hours in #help", "office hours", vec!["#help"]),
            ("早安 @1群、2群、3群", "早安", vec!["1群", "2群", "3群"]),
            ("早安@1群@2群@3群", "早安", vec!["1群", "2群", "3群"]),
            ("早安 @1群 @2群", "早安", vec!["1群", "2群"]),
            ("早安", "早安", vec![]),
        ] {
            let channels: Vec<String> = channels.into_iter().map(str::to_owned).collect();
            assert_eq!(title_and_channels(text), (title.to_owned(), channels), "{text}");
        }
    }
}

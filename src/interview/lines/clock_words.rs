//! Times of day in words that the reader of cadences does not have: `half seven`, `quarter past six`, `about 6pm`, 8点左右.

use crate::value::lexicon::COUNTS;

/// A line with its times in digits; none where it has no such words.
pub(super) fn plain_clock(line: &str) -> Option<String> {
    let exact = exact(line);
    let spoken = spoken(exact.as_deref().unwrap_or(line));
    spoken.or(exact)
}

/// A line without the words by which a time is not exact.
fn exact(line: &str) -> Option<String> {
    const ABOUT: [&str; 6] = ["about ", "around ", "roughly ", "circa ", "大约", "大概"];
    const OR_SO: [&str; 4] = ["左右", " or so", "-ish", "ish"];
    let lower = line.to_ascii_lowercase();
    let before = ABOUT.iter().find_map(|word| {
        let at = lower.find(word)?;
        starts_time(&lower[at + word.len()..]).then_some(at..at + word.len())
    });
    let found = before.or_else(|| {
        OR_SO.iter().find_map(|word| {
            let at = lower.find(word)?;
            let before = &lower[..at];
            let is_time = before.ends_with('点') || before.ends_with("点半") || before.ends_with("pm") || {
                let digits = before.trim_end_matches(|c: char| c.is_ascii_digit());
                digits.len() < before.len() && digits.ends_with([':', '：'])
            };
            is_time.then_some(at..at + word.len())
        })
    });
    found.map(|part| format!("{}{}", &line[..part.start], &line[part.end..]))
}

/// Whether a text begins with a time: `6pm`, `18:00`, `noon`, 晚上8点.
fn starts_time(text: &str) -> bool {
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let has_digits = text.starts_with(|c: char| c.is_ascii_digit());
    let marks = ["am", "pm", ":", "：", "点"];
    has_digits && marks.iter().any(|mark| digits.starts_with(mark))
        || ["noon", "half ", "quarter ", "晚上", "下午", "早上", "上午", "中午"]
            .iter()
            .any(|word| text.starts_with(word))
}

/// A line with `half seven` and the like as 19:30: without `am` or `in the morning`, the hours up to nine are those of
/// the afternoon and the evening.
fn spoken(line: &str) -> Option<String> {
    const LEADS: [(&str, i32); 8] = [
        ("half past ", 30),
        ("half ", 30),
        ("a quarter past ", 15),
        ("quarter past ", 15),
        ("a quarter to ", -15),
        ("quarter to ", -15),
        ("ten past ", 10),
        ("twenty past ", 20),
    ];
    const MORNING: [&str; 3] = [" in the morning", " am", "am"];
    const EVENING: [&str; 5] = [" in the evening", " in the afternoon", " at night", " pm", "pm"];
    let lower = line.to_ascii_lowercase();
    let (start, behind, minutes) = LEADS.iter().find_map(|(lead, minutes)| {
        let at = lower.match_indices(lead).map(|(at, _)| at).find(|at| {
            let is_word = !lower[..*at].ends_with(|c: char| c.is_alphanumeric());
            is_word && hour(&lower[at + lead.len()..]).is_some()
        })?;
        Some((at, at + lead.len(), *minutes))
    })?;
    let (hour, length) = hour(&lower[behind..])?;
    let end = behind + length;
    let rest = &lower[end..];
    let is_end = |word: &&&str| {
        rest.strip_prefix(**word).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
    };
    let morning = MORNING.iter().find(is_end);
    let evening = EVENING.iter().find(is_end);
    let is_late = morning.is_none() && (hour <= 9 || evening.is_some()) && hour < 12;
    let total = (hour + if is_late { 12 } else { 0 }) * 60 + minutes;
    let end = end + morning.or(evening).map_or(0, |word| word.len());
    Some(format!("{}{:02}:{:02}{}", &line[..start], total / 60, total % 60, &line[end..]))
}

/// The hour with which a text begins, and how long it is written: `seven`, `7`.
fn hour(text: &str) -> Option<(i32, usize)> {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len());
    // 7pm
    let word = text[..end].strip_suffix("pm").or_else(|| text[..end].strip_suffix("am")).unwrap_or(&text[..end]);
    let named = || COUNTS.iter().find(|(name, _)| name.len() > 2 && *name == word).map(|(_, hour)| *hour);
    let hour = word.parse().ok().or_else(named).and_then(|hour| i32::try_from(hour).ok())?;
    (1..=12).contains(&hour).then_some((hour, word.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_in_words_become_digits() {
        for (line, plain) in [
            ("2nd Thu half seven, book night", Some("2nd Thu 19:30, book night")),
            ("Thu half past 7 talk", Some("Thu 19:30 talk")),
            ("Thu at quarter to eight", Some("Thu at 19:45")),
            ("Thu half ten in the morning, tea", Some("Thu 10:30, tea")),
            ("Thu half 7pm talk", Some("Thu 19:30 talk")),
            ("Fri about 6pm drinks", Some("Fri 6pm drinks")),
            ("周五晚上8点左右 夜话", Some("周五晚上8点 夜话")),
            ("周五大约20:00 夜话", Some("周五20:00 夜话")),
            ("Fri 20:00 talk about 6 books", None),
            ("Fri 20:00 half marathon", None),
        ] {
            assert_eq!(plain_clock(line).as_deref(), plain, "{line}");
        }
    }
}

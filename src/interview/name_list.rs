//! Names of people as they are listed: `Ana, Bo and Cy; Dee`, 小雨和阿明, 小周 周舟.

/// What separates names.
const BETWEEN: [char; 9] = ['、', '，', ',', ';', '；', '/', '&', '＆', '\n'];

/// The names in a text: `Ana, Bo and Cy; Dee`, `小雨和阿明`, `小周 周舟`.
pub(super) fn names(text: &str) -> Vec<&str> {
    let parts = text.split(BETWEEN).flat_map(|part| part.split(" and "));
    let parts = parts.map(str::trim).map(|part| part.strip_prefix("and ").unwrap_or(part).trim());
    parts.filter(|part| !part.is_empty()).flat_map(chinese_names).collect()
}

/// Chinese names separated by 和 or a space; a character by itself is part of a name, as in 周和平.
fn chinese_names(text: &str) -> Vec<&str> {
    let is_name =
        |part: &&str| part.chars().count() > 1 && part.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let parts: Vec<&str> = text.split(['和', ' ', '\u{3000}']).filter(|part| !part.is_empty()).collect();
    if parts.iter().all(is_name) {
        return parts;
    }
    // 小林和阿May
    let joined: Vec<&str> = text.split('和').map(str::trim).collect();
    if joined.iter().all(|part| part.chars().count() > 1) { joined } else { vec![text] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separates_names_however_they_are_joined() {
        for (text, expected) in [
            ("Ana, Bo and Cy; Dee", vec!["Ana", "Bo", "Cy", "Dee"]),
            ("Ana, Bo, and Cy", vec!["Ana", "Bo", "Cy"]),
            ("Ana/Bo & Andy Sand", vec!["Ana", "Bo", "Andy Sand"]),
            ("小周 周舟", vec!["小周", "周舟"]),
            ("小雨和阿明，小林", vec!["小雨", "阿明", "小林"]),
            ("周和平、小和尚", vec!["周和平", "小和尚"]),
            ("阿 明", vec!["阿 明"]),
            ("小林和阿May", vec!["小林", "阿May"]),
            ("Tom和Priya", vec!["Tom", "Priya"]),
            ("老王 Wang", vec!["老王 Wang"]),
            (" , ;", vec![]),
        ] {
            assert_eq!(names(text), expected, "{text}");
        }
    }
}

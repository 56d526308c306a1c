//! Names for colours that a plan writes as `#2F4F4F`.

use crate::language::{Language, Text};

/// A hue below this many degrees, and its name.
const HUES: [(i32, Text); 8] = [
    (15, Text::new("红", "red")),
    (40, Text::new("橙", "orange")),
    (70, Text::new("黄", "yellow")),
    (181, Text::new("绿", "green")),
    (200, Text::new("青", "teal")),
    (250, Text::new("蓝", "blue")),
    (290, Text::new("紫", "purple")),
    (330, Text::new("粉", "pink")),
];
const RED: Text = Text::new("红", "red");
const BROWN: Text = Text::new("棕", "brown");

/// What people call the colour; none where the text is no `#RRGGBB`.
pub(super) fn name(text: &str, language: Language) -> Option<String> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let value = i32::from_str_radix(digits, 16).ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
    let (red, green, blue) = (value >> 16, value >> 8 & 255, value & 255);
    let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
    let (sum, range) = (most + least, most - least);
    // lightness and saturation in percent, as HSL has them
    let lightness = sum * 100 / 510;
    let saturation = if range == 0 { 0 } else { range * 100 / sum.min(510 - sum) };
    if saturation < 8 {
        let grey = match lightness {
            0..10 => Text::new("黑", "black"),
            10..35 => Text::new("深灰", "dark grey"),
            35..70 => Text::new("灰", "grey"),
            70..95 => Text::new("浅灰", "light grey"),
            _ => Text::new("白", "white"),
        };
        return Some(grey.get(language).to_owned());
    }
    let sixth = match most {
        _ if most == red => (green - blue) * 60 / range,
        _ if most == green => 120 + (blue - red) * 60 / range,
        _ => 240 + (red - green) * 60 / range,
    };
    let degrees = sixth.rem_euclid(360);
    let hue = HUES.iter().find(|(below, _)| degrees < *below).map_or(RED, |(_, name)| *name);
    let hue = if hue.en == "orange" && lightness < 45 { BROWN } else { hue };
    let depth = match lightness {
        0..30 => Text::new("深", "dark "),
        30..70 => Text::new("", ""),
        _ => Text::new("浅", "light "),
    };
    let grey = if saturation < 30 { Text::new("灰", "grey-") } else { Text::new("", "") };
    Some([depth, grey, hue].map(|part| part.get(language)).concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_colours_by_hue_depth_and_greyness() {
        for (text, zh, en) in [
            ("#2F4F4F", "深灰绿", "dark grey-green"),
            ("#37474F", "深灰蓝", "dark grey-blue"),
            ("#C0392B", "红", "red"),
            ("#8A1538", "红", "red"),
            ("#8C5A2B", "棕", "brown"),
            ("#E9A23B", "橙", "orange"),
            ("#ffe082", "浅黄", "light yellow"),
            ("#3A6EA5", "蓝", "blue"),
            ("#5B3A8C", "紫", "purple"),
            ("#000000", "黑", "black"),
            ("#FFFFFF", "白", "white"),
            ("#808080", "灰", "grey"),
        ] {
            let names = Language::ALL.map(|language| name(text, language));
            assert_eq!(names, [zh, en].map(|name| Some(name.to_owned())), "{text}");
        }
        for wrong in ["", "#", "#12345", "#1234567", "#+12345", "2F4F4F", "深灰绿", "#日日"] {
            assert_eq!(name(wrong, Language::Zh), None, "{wrong}");
        }
    }
}

//! What a plan covers of each frame, as a table to be shown.

use comfy_table::{ContentArrangement, Table, presets};

use crate::language::{Language, Text};
use crate::plan::Plan;
use crate::rules::{Covered, Extent, Frame};
use crate::source::Table as _;

/// Keys a line each, behind what each of them says.
fn lines(keys: &[&'static str], language: Language) -> String {
    let line = |key: &&'static str| match Plan::TABLE.at(key.split('.')) {
        Some(info) => {
            let words = Text::new("{about}（{key}）", "{about} ({key})");
            words.fill(language, |name| Some(if name == "key" { key } else { info.about.get(language) }.to_owned()))
        }
        None => (*key).to_owned(),
    };
    keys.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// One table a frame that has themes.
pub fn coverage(covered: &[Covered], language: Language, width: Option<usize>, ascii: bool) -> String {
    let mut out = String::new();
    for frame in Frame::ALL {
        let rows: Vec<&Covered> = covered.iter().filter(|row| row.theme.frame == frame).collect();
        if rows.is_empty() {
            continue;
        }
        let full = rows.iter().filter(|row| row.extent == Extent::Covered).count();
        out.push_str(&format!("{} {full}/{}\n", frame.name().get(language), rows.len()));
        let mut table = Table::new();
        table.load_style(if ascii { presets::ASCII_FULL_CONDENSED } else { presets::UTF8_FULL_CONDENSED });
        table.set_content_arrangement(ContentArrangement::Dynamic);
        if let Some(width) = width {
            table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
        }
        let heads = [
            Text::new("主题", "theme"),
            Text::new("情况", "state"),
            Text::new("已有", "there"),
            Text::new("还缺", "absent"),
        ];
        table.set_header(heads.map(|head| head.get(language)));
        for row in rows {
            let state = row.extent.name().get(language);
            let [there, absent] = [&row.keys, &row.absent].map(|keys| lines(keys, language));
            table.add_row([row.theme.name.get(language), state, &there, &absent]);
        }
        out.push_str(&format!("{table}\n\n"));
    }
    out
}

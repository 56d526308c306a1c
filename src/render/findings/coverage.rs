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

/// One line a frame that has themes: a sign for each of them, and how many are covered.
pub(in super::super) fn bars(covered: &[Covered], language: Language, ascii: bool) -> Vec<String> {
    let rows = |frame: Frame| covered.iter().filter(move |row| row.theme.frame == frame);
    let widest = Frame::ALL.into_iter().map(|frame| rows(frame).count()).max().unwrap_or_default();
    let line = |frame: Frame| {
        let mut extents: Vec<Extent> = rows(frame).map(|row| row.extent).collect();
        extents.sort_unstable_by(|a, b| b.cmp(a));
        let full = extents.iter().filter(|extent| **extent == Extent::Covered).count();
        let bar: String = extents.iter().map(|extent| sign(*extent, ascii)).collect();
        let sum = format!("{full}/{}", extents.len());
        (!extents.is_empty()).then(|| format!("{bar:widest$}  {sum:5}  {}", frame.name().get(language)))
    };
    Frame::ALL.into_iter().filter_map(line).collect()
}

/// What the signs of [`bars`] mean.
pub(in super::super) fn bars_legend(language: Language, ascii: bool) -> String {
    let extents = [Extent::Covered, Extent::Thin, Extent::Missing];
    extents.map(|extent| format!("{} {}", sign(extent, ascii), extent.name().get(language))).join(" ")
}

const fn sign(extent: Extent, ascii: bool) -> char {
    match (extent, ascii) {
        (Extent::Covered, false) => '█',
        (Extent::Thin, false) => '▒',
        (Extent::Missing, false) => '░',
        (Extent::Covered, true) => '#',
        (Extent::Thin, true) => '+',
        (Extent::Missing, true) => '.',
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Holidays;
    use crate::library::Library;
    use crate::plan::read;
    use crate::rules::{LintOptions, lint};
    use crate::source::Document;

    #[test]
    fn shows_each_theme_as_a_sign_of_its_frame() {
        let text = "[lifecycle]\nmonths = 24\n[positioning]\nmotives = [\"gather-interest\"]\n";
        let (library, mut buffer) = (Library::default(), String::new());
        let reading = read(&Document::parse(text, &mut buffer), &library);
        let today = "2026-11-23".parse().expect("a day");
        let options = LintOptions { has_coverage: true, ..LintOptions::new(today, Holidays::none()) };
        let covered = lint(&reading, &library, &options).coverage;
        let lines = bars(&covered, Language::En, true);
        assert_eq!(lines.len(), Frame::ALL.len());
        // of why, what, where, who, when and how two are covered, and neither fully
        assert_eq!(lines[0], "++....             0/6    5W1H");
        assert_eq!(bars(&covered, Language::Zh, false)[0], "▒▒░░░░             0/6    5W1H");
        assert_eq!(bars_legend(Language::En, true), "# covered + thin . missing");
        assert!(bars(&[], Language::En, true).is_empty());
    }
}

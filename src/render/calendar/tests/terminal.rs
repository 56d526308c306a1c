//! Grid and agenda: aligned, whatever is written, however wide.

use unicode_width::UnicodeWidthStr;

use super::december;
use super::fixture::{Fixture, options};
use crate::language::Language;
use crate::render::calendar::{Format, Options, View, calendar};

#[test]
fn the_grid_is_aligned_whatever_the_script() {
    december(|view| {
        for language in Language::ALL {
            for (width, ascii, colour) in
                [(70, false, false), (80, true, false), (120, false, false), (121, false, true)]
            {
                let view = View { language, ..*view };
                let options = Options { width, ascii, colour, ..options() };
                let grid = anstream::adapter::strip_str(&calendar(&view, Format::Grid, &options)).to_string();
                let table: Vec<&str> =
                    grid.lines().filter(|line| line.starts_with(['│', '┌', '├', '└', '╞', '|', '+'])).collect();
                let wide = table[0].width();
                assert!(wide <= width && wide > width - 8, "{wide} in {width}");
                assert!(table.iter().all(|line| line.width() == wide), "{grid}");
                assert!(table.len() > 10 && !grid.contains('\u{2062}'));
            }
        }
    });
}

#[test]
fn no_title_breaks_the_grid() {
    let mut fixture = Fixture::new();
    let titles = [
        "🇨🇳🇨🇳🇨🇳🇨🇳 flags",
        "☎️☎️☎️☎️☎️☎️☎️",
        "العربية العربية العربية",
        "ก็ำก็ำก็ำก็ำก็ำก็ำ",
        "각각각각각각각각",
        "e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}",
        "👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦",
        "　全角　空格　全角　空格　",
        "\u{2062}\u{206f}\u{2062}",
        "｜│┆|",
    ];
    for title in titles {
        for item in [0, 1] {
            fixture.plan.activities[item].title = Some(title.to_owned());
        }
        fixture.plan.content[0].title = Some(title.to_owned());
        let made = fixture.calendar("2026-12-01", "2026-12-31");
        let view = View::new(&fixture.plan, &fixture.index, &made);
        for (width, colour) in [(72, false), (80, true), (100, false), (133, false)] {
            let options = Options { width, colour, ..options() };
            let grid = anstream::adapter::strip_str(&calendar(&view, Format::Grid, &options)).to_string();
            let lines: Vec<&str> = grid.lines().filter(|line| line.starts_with(['│', '┌', '├', '└', '╞'])).collect();
            assert!(lines.iter().all(|line| line.width() == lines[0].width()), "{title}\n{grid}");
        }
    }
}

#[test]
fn a_narrow_terminal_gets_the_agenda() {
    december(|view| {
        let narrow = Options { width: 60, ..options() };
        assert_eq!(calendar(view, Format::Grid, &narrow), calendar(view, Format::Agenda, &narrow));
        let plain = calendar(view, Format::Agenda, &options());
        let colour = calendar(view, Format::Agenda, &Options { colour: true, ..options() });
        assert!(colour.contains('\u{1b}') && !plain.contains('\u{1b}'));
        assert_eq!(anstream::adapter::strip_str(&colour).to_string(), plain);
    });
}

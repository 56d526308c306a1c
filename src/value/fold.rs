//! What is typed, folded to one way of writing.
//!
//! Folding keeps the way back: every byte of the folded text knows where it came from.

use std::ops::Range;

/// Folds what Chinese input methods leave in values: full-width digits, letters, colons, commas, hyphens, spaces.
pub fn fold_width(text: &str) -> String {
    text.chars().map(fold_char).collect()
}

/// One character of [`fold_width`].
pub(crate) const fn fold_char(c: char) -> char {
    match c {
        '–' | '—' | '～' | '〜' => '-',
        '\u{ff01}'..='\u{ff5e}' => match char::from_u32(c as u32 - 0xfee0) {
            Some(folded) => folded,
            None => c,
        },
        '\u{3000}' => ' ',
        _ => c,
    }
}

/// A phrase in half-width, lower-case and simplified characters, runs of white space as one space.
pub(crate) struct Folded {
    text: String,
    /// For each byte of the text, and for its end, the byte of the phrase from which it came.
    origin: Vec<usize>,
}

impl Folded {
    /// Folds a phrase.
    pub(crate) fn new(phrase: &str) -> Self {
        let mut text = String::with_capacity(phrase.len());
        let mut origin = Vec::with_capacity(phrase.len() + 1);
        for ((at, original), folded) in phrase.char_indices().zip(fold_width(phrase).chars()) {
            let c = fold(original, folded);
            if c == ' ' && text.ends_with(' ') {
                continue;
            }
            text.push(c);
            origin.resize(text.len(), at);
        }
        origin.push(phrase.len());
        Self { text, origin }
    }

    /// The folded text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the phrase for a range of the folded text, without white space at its end.
    pub(crate) fn original(&self, at: &Range<usize>) -> Range<usize> {
        let trimmed = self.text.get(at.clone()).map_or(at.end, |word| at.start + word.trim_end().len());
        let place = |n: usize| self.origin.get(n).or(self.origin.last()).copied().unwrap_or(0);
        let start = place(at.start);
        start..place(trimmed).max(start)
    }
}

/// One character; `folded` is what became of it in half width.
fn fold(original: char, folded: char) -> char {
    match original {
        '’' | '‘' | '＇' => '\'',
        '−' | '‐' | '‑' | '―' | '─' => '-',
        '週' => '周',
        '點' => '点',
        '個' => '个',
        '號' => '号',
        '單' => '单',
        '雙' => '双',
        '兩' => '两',
        '農' => '农',
        '曆' | '歷' => '历',
        '後' => '后',
        '時' => '时',
        '節' => '节',
        '禮' => '礼',
        '國' => '国',
        '慶' => '庆',
        '臘' => '腊',
        '數' => '数',
        '間' => '间',
        '開' => '开',
        '會' => '会',
        '項' => '项',
        '當' => '当',
        '〇' => '零',
        c if c.is_whitespace() || c.is_control() => ' ',
        _ => folded.to_ascii_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_keeps_the_way_back() {
        let phrase = "每週 \u{3000}Ｗｅｄ　２０：００";
        let folded = Folded::new(phrase);
        assert_eq!(folded.text(), "每周 wed 20:00");
        let at = folded.text().find("wed").expect("the word");
        assert_eq!(&phrase[folded.original(&(at..at + 3))], "Ｗｅｄ");
        let end = folded.text().len();
        assert_eq!(folded.original(&(end..end)), phrase.len()..phrase.len());
    }

    #[test]
    fn traditional_characters_and_odd_signs_fold() {
        for (written, folded) in [
            ("每個週日 會後 當天", "每个周日 会后 当天"),
            ("單週 雙週 兩週 間隔", "单周 双周 两周 间隔"),
            ("農曆臘月 舊歷 國慶節 禮拜", "农历腊月 舊历 国庆节 礼拜"),
            ("15號 3點 16時 開始 項目 數", "15号 3点 16时 开始 项目 数"),
            ("二〇二六", "二零二六"),
            ("new year’s ‘eve’＇", "new year's 'eve''"),
            ("9−10‐11‑12―13─14", "9-10-11-12-13-14"),
            ("每天\u{7}8:00\t\u{2009}起", "每天 8:00 起"),
        ] {
            assert_eq!(Folded::new(written).text(), folded);
        }
    }
}

//! The words of a folded phrase, one after another, as what they say.

use super::super::lexicon::named;
use super::super::{en, label, zh};
use super::Signals;
use super::day_parts::{PARTS, in_part};
use super::vetoes;
use super::words::{BESIDE_OFF, INITIALS, Sense, WORDS};
use crate::value::time::expected::TIME_END;
use crate::value::{Cursor, WeekdaySet, count_en, is_han, month_en, number_zh, ordinal_en, time};

/// What one of needs no number.
const UNITS: &[&str] = &["day", "week", "month", "quarter", "year", "d", "天", "周", "个", "星", "礼", "季", "年"];

impl Signals {
    /// What the words of a folded phrase say.
    pub(in super::super) fn of(text: &str) -> Self {
        let mut signals = Self::default();
        let mut s = Cursor::new(text);
        label::skip(&mut s);
        let has_clock = text.contains(':') || text.contains('点');
        // of the odd weeks and of the even ones
        if ["单周", "单数周"].iter().any(|odd| text.contains(odd)) && text.contains("双周") {
            signals.senses.push(Sense::Never);
        }
        while let Some(c) = s.peek() {
            if c == ' ' || !signals.one(&mut s, has_clock) {
                signals.other(&mut s, c);
            }
        }
        if let Some(part) = signals.part {
            signals.times.iter_mut().for_each(|time| *time = in_part(part, *time));
            // midnight of which day?
            let is_midnight = signals.times.iter().any(|time| time.start.minutes() == 720);
            signals.senses.extend((part.0 >= 16 && is_midnight).then_some(Sense::Never));
        }
        signals.senses.extend(vetoes::is_beyond(text).then_some(Sense::Never));
        signals.is_of_each_day = vetoes::is_of_each_day(text);
        signals
    }

    /// The same, where a time is wrong and stands for another one.
    pub(in super::super) fn with_wrong_time(self) -> Self {
        Self { has_wrong_time: true, ..self }
    }

    /// One word that says something; whether there was one.
    fn one(&mut self, s: &mut Cursor<'_>, has_clock: bool) -> bool {
        let mut ahead = *s;
        if let Some(anchor) = named(&mut ahead) {
            self.named.push(anchor);
            // 圣诞夜 is another day
            let is_eve = ahead.eat("夜") || ahead.eat_words(&[" eve"]);
            self.senses.extend(is_eve.then_some(Sense::Never));
            *s = ahead;
            return true;
        }
        if has_clock && dotted_date(&mut ahead).is_some_and(|numbers| self.push_all(numbers)) {
            *s = ahead;
            return true;
        }
        let is_lunar_date = s.text.get(..s.at).is_some_and(|before| before.ends_with("lunar "));
        match if is_lunar_date { Ok(None) } else { time::read(&mut ahead) } {
            Ok(Some(time)) => {
                self.times.push(time);
                self.is_excluding = false;
                self.turn(false);
                *s = ahead;
                return true;
            }
            // 8pm - book club
            Err(error) if std::ptr::eq(error.expected, &TIME_END) && self.push_first(s) => return true,
            Err(_) if s.peek().is_some_and(|c| c.is_ascii_digit()) => {
                self.has_wrong_time = true;
                s.take_while(|c| c.is_ascii_digit() || c == ':');
                return true;
            }
            // 八:
            Err(_) if number_zh(&mut { *s }).is_some() => {
                self.has_wrong_time = true;
                number_zh(s);
                return true;
            }
            _ => ahead = *s,
        }
        if let Some(on) = initials(&mut ahead) {
            self.weekdays = self.weekdays.or(on);
            self.turn(true);
            *s = ahead;
            return true;
        }
        let is_week = ["周", "星期", "礼拜"].iter().any(|week| ahead.rest().starts_with(week));
        let weekdays = if is_week { zh::weekdays(&mut ahead, false) } else { en::weekdays(&mut ahead) };
        // 周日历, 一周一次
        if let Some(on) = weekdays.filter(|_| !is_week || !ahead.rest().starts_with(['次', '回', '个', '历'])) {
            match self.is_excluding {
                true => self.except = self.except.or(on),
                false => {
                    self.weekdays = self.weekdays.or(on);
                    self.turn(true);
                }
            }
            *s = ahead;
            return true;
        }
        self.word(s) || self.month(s) || self.number(s)
    }

    /// A word of the tables; whether there was one.
    fn word(&mut self, s: &mut Cursor<'_>) -> bool {
        if let Some((word, hours)) = PARTS.iter().find(|(word, _)| s.clone().eat_word(word)) {
            self.part = self.part.or(Some(*hours));
            return s.eat(word);
        }
        let longest = WORDS.iter().filter(|(word, _)| s.clone().eat_word(word)).max_by_key(|(word, _)| word.len());
        let Some((word, senses)) = longest else { return false };
        if *word == "penultimate" {
            self.numbers.push((2, true));
        }
        self.senses.extend(*senses);
        s.eat(word);
        self.is_excluding |= senses.contains(&Sense::Except);
        self.is_of_workdays |= senses.contains(&Sense::Workday) && !word.starts_with("weekday");
        while senses.contains(&Sense::If) && [zh::OFF, en::OFF, BESIDE_OFF].iter().any(|words| s.eat_words(words)) {}
        true
    }

    /// A month by its name; whether there was one.
    fn month(&mut self, s: &mut Cursor<'_>) -> bool {
        let mut ahead = *s;
        let lunar = [("正月", 1), ("冬月", 11), ("腊月", 12)];
        let found = month_en(&mut ahead)
            .or_else(|| lunar.into_iter().find(|(word, _)| ahead.eat(word)).map(|(_, month)| month))
            .or_else(|| {
                let month = number_zh(&mut ahead).and_then(|n| u8::try_from(n).ok())?;
                ahead.spaces();
                ((1..=12).contains(&month) && ahead.eat("月")).then_some(month)
            });
        if let Some(month) = found {
            self.is_solar |= s.peek().is_some_and(|c| c.is_ascii_alphanumeric());
            self.months.push(month);
            *s = ahead;
        }
        found.is_some()
    }

    /// A number that counts something; whether there was one.
    fn number(&mut self, s: &mut Cursor<'_>) -> bool {
        let mut ahead = *s;
        for (word, count) in [("once", 1), ("twice", 2), ("thrice", 3)] {
            if ahead.eat_word(word) {
                self.count = Some(count);
                *s = ahead;
                return true;
            }
        }
        // Wed 8pm x6
        if ahead.eat_any(&["x", "×"]) {
            let n = ahead.digits().filter(|_| ahead.peek().is_none_or(|c| !c.is_alphanumeric()));
            if let Some(n) = n {
                self.count = Some(n);
                *s = ahead;
                return true;
            }
            ahead = *s;
        }
        let is_digit = s.peek().is_some_and(|c| c.is_ascii_digit());
        let before = s.text.get(..s.at).unwrap_or_default();
        if is_digit && (before.ends_with("at ") || before.ends_with('@')) {
            self.hour = { ahead }.digits();
        }
        if let Some(n) = ordinal_en(&mut ahead) {
            self.numbers.push((n, !before.ends_with("every ") && !before.ends_with("each ")));
            *s = ahead;
            return true;
        }
        if let Some(n) = count_en(&mut ahead) {
            // a and one say no more than the word behind them
            let mut behind = ahead;
            if behind.eat("x") || behind.eat_words(&[" times", " x"]) {
                self.count = Some(n);
                ahead = behind;
            } else if n > 1 || is_digit && !UNITS.iter().any(|unit| ahead.rest().trim_start().starts_with(unit)) {
                self.numbers.push((n, false));
            }
            *s = ahead;
            return true;
        }
        let Some(n) = number_zh(&mut ahead) else { return false };
        let is_led = before.ends_with(['第', '初', '每', '隔', '逢', '前', '后', '、']);
        let mut behind = ahead;
        behind.spaces();
        if behind.eat_any(&["次", "回"]) {
            self.count = Some(n);
            ahead = behind;
        } else if behind.peek().is_some_and(|c| "号日天周月年季个星礼工".contains(c)) || is_led || is_digit {
            // 一个, 每一天
            let is_date = before.ends_with(['第', '初']) || behind.rest().starts_with(['日', '号']);
            let is_article = n == 1 && !is_date && UNITS.iter().any(|unit| behind.rest().starts_with(unit));
            if !is_article {
                self.numbers.push((n, is_date));
            }
        }
        *s = ahead;
        true
    }

    fn push_all(&mut self, numbers: [u32; 2]) -> bool {
        self.numbers.extend(numbers.map(|n| (n, true)));
        true
    }

    /// The time before a dash that leads to no other one; whether there was one.
    fn push_first(&mut self, s: &mut Cursor<'_>) -> bool {
        let Some((before, behind)) = s.rest().split_once(['-', '~']).filter(|(_, behind)| !behind.trim().is_empty())
        else {
            return false;
        };
        if behind.trim_start().starts_with(|c: char| c.is_ascii_digit()) {
            return false;
        }
        let Ok(Some(time)) = time::read(&mut Cursor::new(before)) else { return false };
        self.times.push(time);
        self.turn(false);
        s.at += before.len();
        true
    }

    /// A word of a title, or a sign.
    fn other(&mut self, s: &mut Cursor<'_>, c: char) {
        // 除周日外每天
        self.is_excluding &= c != '外';
        if c.is_ascii_alphanumeric() {
            s.take_while(|c| c.is_ascii_alphanumeric());
        } else {
            s.at += c.len_utf8();
        }
    }

    /// A day follows, or a time.
    fn turn(&mut self, is_day: bool) {
        if self.turns.last() != Some(&is_day) {
            self.turns.push(is_day);
        }
    }
}

/// Weekdays by their initials or numerals alone: `MWF`, 一三五.
fn initials(s: &mut Cursor<'_>) -> Option<WeekdaySet> {
    if let Some((_, days)) = INITIALS.iter().find(|(word, _)| s.eat_word(word)) {
        return en::weekdays(&mut Cursor::new(days));
    }
    let mut ahead = *s;
    let numerals = ahead.take_while(|c| "一二三四五六日".contains(c));
    let place = |c: char| "一二三四五六日".find(c);
    let is_rising = numerals.chars().zip(numerals.chars().skip(1)).all(|(one, next)| place(one) < place(next));
    let is_list =
        numerals.chars().count() > 1 && is_rising && !ahead.rest().starts_with(['个', '十', '月', '号', '点']);
    let on = zh::weekdays(&mut Cursor::new(&format!("周{numerals}")), false).filter(|_| is_list)?;
    *s = ahead;
    Some(on)
}

/// `12.24` before a time with a colon.
fn dotted_date(s: &mut Cursor<'_>) -> Option<[u32; 2]> {
    let mut ahead = *s;
    let month = ahead.digits().filter(|n| (1..=31).contains(n))?;
    let day = ahead.signed_digits(".", 2).filter(|n| (1..=31).contains(n))?;
    let is_alone = ahead.peek().is_none_or(|c| c == ' ' || c == ',' || is_han(c));
    let has_more = ahead.rest().contains([':', '点']);
    (is_alone && has_more && !ahead.rest().trim_start().starts_with(['-', '~'])).then(|| {
        *s = ahead;
        [month, day]
    })
}

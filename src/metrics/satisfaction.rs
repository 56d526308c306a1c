//! Satisfaction: scores of 1 to 5, and whether people would recommend it (0 to 10).

use super::figure::Figure;
use super::interval::ConfidenceInterval;
use crate::value::{Day, DayWindow};

/// Fewer answers give counts, and no net figure.
pub const ANSWERS_FOR_NET: u64 = 30;

/// Answers from 1 to 5, counted by score.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Scores {
    /// How many gave 1, 2, 3, 4, 5.
    pub counts: [u64; 5],
    /// How many were asked, where that is known.
    pub asked: Option<u64>,
}

/// What follows from scores of 1 to 5.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScoreFigures {
    /// The share of those who gave 4 or 5 (CSAT).
    pub satisfied: Figure,
    /// The mean score; none without answers.
    pub mean: Option<f64>,
    /// How many of those who were asked answered; none where that is not known.
    pub response_rate: Option<Figure>,
}

impl Scores {
    /// Adds a score; whether it is one of 1 to 5.
    pub fn add(&mut self, score: u8) -> bool {
        let place = usize::from(score).checked_sub(1).and_then(|at| self.counts.get_mut(at));
        place.map(|count| *count += 1).is_some()
    }

    /// What follows from them.
    pub fn figures(&self, window: DayWindow, data_until: Day) -> ScoreFigures {
        let answers: u64 = self.counts.iter().sum();
        let sum: u64 = self.counts.iter().zip(1..).map(|(count, score)| count * score).sum();
        ScoreFigures {
            satisfied: Figure::of_people(self.counts[3] + self.counts[4], answers, window, data_until),
            mean: (answers > 0).then(|| sum as f64 / answers as f64),
            response_rate: self.asked.map(|asked| Figure::of_people(answers, asked, window, data_until)),
        }
    }
}

/// Answers to "would you recommend it", 0 to 10.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Recommendations {
    /// Who gave 9 or 10.
    pub promoters: u64,
    /// Who gave 7 or 8.
    pub passives: u64,
    /// Who gave 0 to 6.
    pub detractors: u64,
}

/// The net promoter score with its interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NetScore {
    /// Promoters less detractors, as a share: −1 to 1.
    pub score: f64,
    /// The variance of one answer.
    pub variance_of_one: f64,
    /// The 95 % interval.
    pub interval: ConfidenceInterval,
}

/// Counts the answers; what is over 10 belongs to none of them and is an error of the caller's data.
pub fn promoters(answers: impl IntoIterator<Item = u8>) -> Result<Recommendations, u8> {
    let mut counted = Recommendations::default();
    for answer in answers {
        match answer {
            0..=6 => counted.detractors += 1,
            7 | 8 => counted.passives += 1,
            9 | 10 => counted.promoters += 1,
            other => return Err(other),
        }
    }
    Ok(counted)
}

impl Recommendations {
    /// How many answered.
    pub fn answers(&self) -> u64 {
        self.promoters + self.passives + self.detractors
    }

    /// The net score; none with fewer answers than [`ANSWERS_FOR_NET`].
    pub fn net(&self) -> Option<NetScore> {
        let n = self.answers();
        if n < ANSWERS_FOR_NET {
            return None;
        }
        let (p, d) = (self.promoters as f64 / n as f64, self.detractors as f64 / n as f64);
        let score = p - d;
        let variance_of_one = p + d - score * score;
        let half = 1.959_963_984_540_054 * (variance_of_one / n as f64).sqrt();
        let interval = ConfidenceInterval { low: (score - half).max(-1.0), high: (score + half).min(1.0) };
        Some(NetScore { score, variance_of_one, interval })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_net_score_and_its_variance() {
        let answers = Recommendations { promoters: 30, passives: 20, detractors: 10 };
        let net = answers.net().expect("sixty answers");
        assert_eq!(format!("{:.1}", net.score * 100.0), "33.3");
        assert!((net.variance_of_one - 5.0 / 9.0).abs() < 1e-12, "{net:?}");
        assert_eq!(Recommendations { promoters: 29, ..Default::default() }.net(), None);
        let counted = promoters([0, 6, 7, 8, 9, 10]).expect("all are 0 to 10");
        assert_eq!((counted.detractors, counted.passives, counted.promoters), (2, 2, 2));
        assert_eq!(promoters([9, 11]), Err(11));
    }

    #[test]
    fn satisfied_are_fours_and_fives() {
        let window = DayWindow { first: Day(0), last: Day(6) };
        let mut scores = Scores { counts: [1, 0, 2, 3, 3], asked: Some(36) };
        assert!(scores.add(5) && !scores.add(0) && !scores.add(6));
        let figures = scores.figures(window, Day(6));
        assert_eq!((figures.satisfied.share(), figures.mean), (Some(0.7), Some(3.9)));
        assert_eq!(figures.response_rate.and_then(|rate| rate.share()), Some(10.0 / 36.0));
        let nothing = Scores::default().figures(window, Day(6));
        assert_eq!((nothing.satisfied.share(), nothing.mean, nothing.response_rate), (None, None, None));
    }
}

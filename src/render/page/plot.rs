//! Values over days as a line, for a browser and for paper: all in one picture, with its words for those who hear it.

use serde::Serialize;

use crate::value::Day;

/// The size of a picture, in its own units, and the room for labels around the lines.
const WIDTH: f64 = 360.0;
const HEIGHT: f64 = 170.0;
const LEFT: f64 = 58.0;
const RIGHT: f64 = 14.0;
const TOP: f64 = 12.0;
const BOTTOM: f64 = 24.0;
/// Labels nearer than this would cover each other.
const APART: f64 = 13.0;

/// A picture of values over days.
#[derive(Debug, Serialize)]
pub(in crate::render) struct Plot {
    title: String,
    words: String,
    width: f64,
    height: f64,
    left: f64,
    right: f64,
    bottom: f64,
    points: String,
    dots: Vec<PlacedDot>,
    course: Option<[f64; 4]>,
    levels: Vec<PlacedLabel>,
    days: [String; 2],
}

/// A value on its day.
#[derive(Debug, Clone)]
pub(in crate::render) struct PlotDot {
    /// The day.
    pub day: Day,
    /// The value.
    pub value: f64,
    /// The ends of its interval.
    pub interval: Option<(f64, f64)>,
    /// The value in words.
    pub text: String,
}

/// What the values are seen against.
#[derive(Debug, Clone)]
pub(in crate::render) struct PlotFrame {
    /// The first and the last day.
    pub days: (Day, Day),
    /// The value at the beginning, in words too.
    pub baseline: Option<(f64, String)>,
    /// The value to reach on the last day, in words too.
    pub target: Option<(f64, String)>,
}

#[derive(Debug, Serialize)]
struct PlacedDot {
    x: f64,
    y: f64,
    interval: Option<[f64; 2]>,
    text: String,
}

#[derive(Debug, Serialize)]
struct PlacedLabel {
    y: f64,
    text: String,
}

impl Plot {
    /// A picture of these values; none where there is nothing to draw.
    pub(in crate::render) fn of(title: String, frame: &PlotFrame, dots: &[PlotDot]) -> Option<Self> {
        let newest = dots.last()?;
        let known = |level: &Option<(f64, String)>| level.as_ref().map(|(value, _)| *value);
        let levels = [known(&frame.baseline), known(&frame.target)];
        let ends = dots.iter().filter_map(|dot| dot.interval).flat_map(|(low, high)| [low, high]);
        let values = dots.iter().map(|dot| dot.value).chain(ends).chain(levels.into_iter().flatten());
        let (low, high) = values.fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)));
        // one value alone is drawn in the middle
        let (low, high) = if high > low { (low, high) } else { (low - 1.0, high + 1.0) };
        let first = frame.days.0.min(dots[0].day);
        let last = frame.days.1.max(newest.day).0.max(first.0 + 1);
        let x =
            |day: Day| round(LEFT + (WIDTH - LEFT - RIGHT) * f64::from(day.0 - first.0) / f64::from(last - first.0));
        let y = |value: f64| round(TOP + (HEIGHT - TOP - BOTTOM) * (high - value) / (high - low));
        let place = |dot: &PlotDot| PlacedDot {
            x: x(dot.day),
            y: y(dot.value),
            interval: dot.interval.map(|(low, high)| [y(high), y(low)]),
            text: format!("{}: {}", dot.day, dot.text),
        };
        let placed: Vec<PlacedDot> = dots.iter().map(place).collect();
        let mut labels: Vec<PlacedLabel> = Vec::new();
        let newest = (newest.value, newest.text.clone());
        for (value, text) in frame.target.iter().chain(&frame.baseline).chain([&newest]) {
            let y = y(*value);
            if labels.iter().all(|label| (label.y - y).abs() >= APART) {
                labels.push(PlacedLabel { y, text: text.clone() });
            }
        }
        let points: Vec<String> = placed.iter().map(|dot| format!("{},{}", dot.x, dot.y)).collect();
        let course = levels[0].zip(levels[1]);
        Some(Self {
            words: placed.iter().map(|dot| dot.text.as_str()).collect::<Vec<_>>().join("; "),
            title,
            width: WIDTH,
            height: HEIGHT,
            left: LEFT,
            right: WIDTH - RIGHT,
            bottom: HEIGHT - BOTTOM,
            points: points.join(" "),
            dots: placed,
            course: course.map(|(from, to)| [x(frame.days.0), y(from), x(frame.days.1), y(to)]),
            levels: labels,
            days: [first.to_string(), Day(last).to_string()],
        })
    }
}

/// A tenth of a unit is finer than any screen; zero has no sign.
fn round(number: f64) -> f64 {
    (number * 10.0).round() / 10.0 + 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dot(day: i32, value: f64) -> PlotDot {
        PlotDot { day: Day(20_000 + day), value, interval: None, text: value.to_string() }
    }

    fn frame(baseline: Option<f64>, target: Option<f64>) -> PlotFrame {
        let level = |value: Option<f64>| value.map(|value| (value, value.to_string()));
        PlotFrame { days: (Day(20_000), Day(20_100)), baseline: level(baseline), target: level(target) }
    }

    #[test]
    fn the_line_runs_from_the_baseline_to_the_target_and_values_lie_between() {
        let plot = Plot::of("g".into(), &frame(Some(0.0), Some(10.0)), &[dot(0, 0.0), dot(50, 5.0), dot(100, 10.0)]);
        let plot = plot.expect("a picture");
        assert_eq!(plot.course, Some([LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, TOP]));
        assert_eq!(plot.points, "58,146 202,79 346,12");
        assert_eq!(plot.levels.len(), 2, "the newest value is the target's label already");
    }

    #[test]
    fn one_value_alone_is_drawn_and_none_draws_nothing() {
        assert!(Plot::of("g".into(), &frame(None, None), &[]).is_none());
        let plot = Plot::of("g".into(), &frame(None, None), &[dot(300, 3.0)]).expect("a picture");
        assert!((plot.dots[0].x, plot.dots[0].y) == (346.0, 79.0) && plot.course.is_none(), "{plot:?}");
        let same = PlotFrame { days: (Day(5), Day(5)), baseline: None, target: None };
        let plot = Plot::of("g".into(), &same, &[PlotDot { day: Day(5), ..dot(0, 1.0) }]).expect("a picture");
        assert!(plot.dots.iter().all(|dot| dot.x.is_finite() && dot.y.is_finite()), "{plot:?}");
    }
}

//! Metrics explained: what is counted, out of what, in which days, and what is easily mistaken for it.

use crate::language::{Language, Text};
use crate::metrics::{MetricDefinition, NotComputable};

/// A definition, styled.
pub fn explain_metric(metric: &MetricDefinition, language: Language) -> String {
    let bold = anstyle::Style::new().bold();
    let colon = Text::new("：", ": ").get(language);
    let mut out = format!("{bold}{}{bold:#} ({})\n", metric.name.get(language), metric.id);
    for (heading, text) in metric.parts(language) {
        out.push_str(&format!("  {heading}{colon}{text}\n"));
    }
    out.push_str(&format!("  {}{colon}{}\n", Text::new("出处", "Source").get(language), metric.source));
    out
}

/// What no data can show, styled.
pub fn explain_not_computable(asked: &NotComputable, language: Language) -> String {
    let bold = anstyle::Style::new().bold();
    let words = Text::new("数据里算不出来，要问人：{ask}", "No data can show it, so ask people: {ask}");
    let words = words.fill(language, |_| Some(asked.ask.get(language).to_owned()));
    format!("{bold}{}{bold:#}\n  {words}\n", asked.name.get(language))
}

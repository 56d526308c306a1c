//! Findings for a person: what to do first, each with its place, why, and how to fix it; then the score.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level as Tone, Renderer, Snippet, renderer::DecorStyle};

use super::command::CommandPrinter;
use super::{Linted, Shown, short};
use crate::finding::{Arg, Finding, Level, Segment, UNLISTED};
use crate::language::{Language, Text};
use crate::render::clean::clean;
use crate::rules;
use crate::source::Positions;

/// How many things are named first.
const FIRST: usize = 3;
/// Up to so many findings none is named first.
const FEW: usize = 6;
/// More findings than these do not fit on a screen with their places.
const SCREEN: usize = 10;

/// How much is shown, and with which signs.
#[derive(Debug, Clone, Copy, Default)]
pub struct HumanOptions {
    /// At most so many findings, the gravest.
    pub max: Option<usize>,
    /// Every finding with its place, however many there are.
    pub all: bool,
    /// With the calculation behind each.
    pub verbose: bool,
    /// ASCII only.
    pub ascii: bool,
    /// Without colours.
    pub plain: bool,
}

impl HumanOptions {
    fn renderer(&self) -> Renderer {
        let style = if self.ascii { DecorStyle::Ascii } else { DecorStyle::Unicode };
        let renderer = if self.plain { Renderer::plain() } else { Renderer::styled() };
        renderer.decor_style(style)
    }

    fn bold(&self) -> anstyle::Style {
        if self.plain { anstyle::Style::new() } else { anstyle::Style::new().bold() }
    }
}

/// The findings of one file, styled.
pub fn human(linted: &Linted<'_>, language: Language, options: &HumanOptions) -> String {
    let max = options.max;
    let positions = linted.positions();
    let mut shown = linted.shown(&positions);
    if !options.all && !options.verbose && max.is_none() && shown.len() > SCREEN {
        return on_a_screen(shown, linted, language, options);
    }
    let mut out = String::new();
    // a few findings fit on one page: listing them first would repeat them
    if max.map_or(shown.len(), |max| max.min(shown.len())) > FEW {
        out.push_str(&fix_first(&shown, linted, language, options.bold()));
    }
    let all = shown.len();
    if let Some(max) = max.filter(|max| *max < all) {
        shown.sort_by_key(|s| (std::cmp::Reverse(s.finding.level), std::cmp::Reverse(rules::worth(s.finding))));
        shown.truncate(max);
        shown.sort_by_key(|s| s.bytes.start);
    }
    let page = FindingPrinter { linted, positions, language, renderer: options.renderer() };
    for level in [Level::Error, Level::Warning, Level::Advice] {
        for shown in shown.iter().filter(|shown| shown.finding.level == level) {
            out.push_str(&page.finding_text(shown, options.verbose));
            out.push_str("\n\n");
        }
    }
    if shown.len() < all {
        let more = Text::new(
            "还有 {n} 条没有显示；去掉 --max 看全部",
            "{n|more is|more are} not shown; leave out --max to see all",
        );
        out.push_str(&more.fill(language, |_| Some((all - shown.len()).to_string())));
        out.push_str("\n\n");
    }
    out.push_str(&summary(linted, language, options.bold()));
    out
}

/// What blocks in full, then the gravest of the rest, a line each.
fn on_a_screen(mut shown: Vec<Shown<'_>>, linted: &Linted<'_>, language: Language, options: &HumanOptions) -> String {
    let page = FindingPrinter { linted, positions: linted.positions(), language, renderer: options.renderer() };
    shown.sort_by_key(gravest);
    let errors = shown.iter().take_while(|s| s.finding.level == Level::Error).count().min(FIRST);
    let bold = options.bold();
    let mut out = format!("{bold}{}{bold:#}\n", title(linted, language));
    for error in &shown[..errors] {
        out.push_str(&page.finding_text(error, false));
        out.push_str("\n\n");
    }
    let rest: Vec<&Shown<'_>> = shown[errors..].iter().collect();
    let (lines, count) = short::lines(&rest, CommandPrinter::new(linted, language), language);
    out.push_str(&lines);
    if count < rest.len() {
        out.push_str(&format!("{}\n", short::more(rest.len() - count, language)));
    }
    out.push('\n');
    out.push_str(&summary(linted, language, bold));
    out
}

/// The words above what to begin with.
fn title(linted: &Linted<'_>, language: Language) -> String {
    Text::new("先做这几件（{path}）", "Do these first ({path})").fill(language, |_| Some(clean(&linted.path)))
}

/// The graver first, then what counts more in the score, then as in the file; that there is more to see comes last.
fn gravest(shown: &Shown<'_>) -> impl Ord + use<> {
    use std::cmp::Reverse;
    let is_more = shown.finding.rule.id == UNLISTED.id;
    (is_more, Reverse(shown.finding.level), Reverse(rules::worth(shown.finding)), shown.bytes.start)
}

/// The few things to begin with.
fn fix_first(shown: &[Shown<'_>], linted: &Linted<'_>, language: Language, bold: anstyle::Style) -> String {
    let mut order: Vec<&Shown<'_>> = shown.iter().collect();
    order.sort_by_key(|shown| gravest(shown));
    let mut out = format!("{bold}{}{bold:#}\n", title(linted, language));
    for (number, shown) in order.iter().take(FIRST).enumerate() {
        let colon = Text::new("：", ": ").get(language);
        let (message, help) = (clean(&shown.finding.message(language)), help(shown.finding, language));
        out.push_str(&format!(
            "  {}. {message}{}\n",
            number + 1,
            help.map(|h| format!("{colon}{h}")).unwrap_or_default()
        ));
    }
    out.push('\n');
    out
}

/// How to fix a finding; nothing where that would need a fact that is missing.
fn help(finding: &Finding, language: Language) -> Option<String> {
    finding.known_help(language).map(|help| clean(&help))
}

/// What all findings of a file are shown with.
struct FindingPrinter<'a> {
    linted: &'a Linted<'a>,
    positions: Positions<'a>,
    language: Language,
    renderer: Renderer,
}

impl FindingPrinter<'_> {
    fn finding_text(&self, shown: &Shown<'_>, verbose: bool) -> String {
        let Self { linted, language, .. } = *self;
        let finding = shown.finding;
        let tone = match finding.level {
            Level::Error => Tone::ERROR,
            Level::Warning => Tone::WARNING,
            Level::Advice => Tone::INFO,
        };
        let message = clean(&finding.message(language));
        let title = tone.with_name(finding.level.name().get(language)).primary_title(message).id(finding.rule.id);
        let path = clean(&linted.path);
        let mut group = if let Some(table) = self.absent_table(shown) {
            let words = Text::new("{path}：还没有 {table}", "{path}: no {table} yet");
            let name = |name: &str| Some(if name == "path" { path.clone() } else { table.to_owned() });
            Group::with_title(title).element(annotate_snippets::Origin::path(words.fill(language, name)))
        } else if shown.bytes.is_empty() {
            let origin =
                annotate_snippets::Origin::path(path.clone()).line(shown.start.line).char_column(shown.start.column);
            Group::with_title(title).element(origin)
        } else {
            let (slice, from, line) = self.lines_around(&shown.bytes);
            let kind = AnnotationKind::Primary;
            let annotation = kind.span(shown.bytes.start - from..(shown.bytes.end - from).min(slice.len()));
            Group::with_title(title)
                .element(Snippet::source(slice).line_start(line).path(path.clone()).annotation(annotation))
        };
        for (place, words) in &finding.related {
            group = group.element(self.related(&linted.document.locate(place), &path, words.get(language)));
        }
        let help_word = Text::new("怎么改", "help").get(language);
        if let Some(help) = help(finding, language) {
            group = group.element(Tone::HELP.with_name(help_word).message(help));
        }
        let command_word = Text::new("命令", "run").get(language);
        for command in CommandPrinter::new(linted, language).lines(&finding.commands) {
            group = group.element(Tone::NOTE.with_name(command_word).message(command));
        }
        if let Some(Arg::List(known)) = finding.arg("known").filter(|_| finding.arg("near").is_none())
            && !known.is_empty()
        {
            let names = Arg::List(known.iter().take(12).cloned().collect()).show(language);
            let words = Text::new("已有的：{names}", "there are: {names}").fill(language, |_| Some(clean(&names)));
            group = group.element(Tone::NOTE.with_name(Text::new("说明", "note").get(language)).message(words));
        }
        if verbose {
            let word = Text::new("算法", "calculation").get(language);
            for line in finding.calculation() {
                group = group.element(Tone::NOTE.with_name(word).message(clean(&line.show(language))));
            }
        }
        self.renderer.render(&[group])
    }

    /// The table to which something missing belongs, where it is not there itself.
    fn absent_table<'s>(&self, shown: &'s Shown<'_>) -> Option<&'s str> {
        let Some(Segment::Key(table)) = shown.finding.place.path.0.first() else { return None };
        let is_there = self.linted.document.has(table);
        (shown.bytes.is_empty() && !is_there).then_some(&**table)
    }

    /// Another place that belongs to a finding, with its words; for what is missing, the line where it would be.
    fn related<'s>(&'s self, bytes: &Range<usize>, path: &str, words: &'s str) -> Snippet<'s, Annotation<'s>> {
        let (slice, from, line) = self.lines_around(bytes);
        let span = bytes.start - from..(bytes.end - from).clamp(bytes.start - from, slice.len());
        let annotation = AnnotationKind::Context.span(span).label(words);
        Snippet::source(slice).line_start(line).path(path.to_owned()).annotation(annotation)
    }

    /// The lines of some bytes: their text, where they begin, and the number of the first.
    fn lines_around(&self, bytes: &Range<usize>) -> (&str, usize, usize) {
        let text = self.linted.document.text();
        let from = text[..bytes.start].rfind('\n').map_or(0, |at| at + 1);
        let line = self.positions.at(from).line;
        let from = if from == 0 && text.starts_with('\u{feff}') { 3.min(bytes.start) } else { from };
        let end = bytes.end.max(bytes.start);
        let to = text[end..].find('\n').map_or(text.len(), |at| end + at);
        (text[from..to].trim_end_matches('\r'), from, line)
    }
}

/// The line under a file.
fn summary(linted: &Linted<'_>, language: Language, bold: anstyle::Style) -> String {
    let counts = [Level::Error, Level::Warning, Level::Advice].map(|level| (level, linted.count(level)));
    let mut out = format!("{bold}{}{bold:#}: ", clean(&linted.path));
    if linted.is_plan {
        let score = Text::new("{score} 分", "score {score}").fill(language, |_| Some(linted.outcome.score.to_string()));
        out.push_str(&score);
    }
    let start = out.len();
    for (level, count) in counts {
        let words = match level {
            Level::Error => Text::new("，{n} 个错误", ", {n|error|errors}"),
            Level::Warning => Text::new("，{n} 个警告", ", {n|warning|warnings}"),
            Level::Advice if count == 0 => Text::new("，没有建议", ", no advice"),
            Level::Advice => Text::new("，{n} 条建议", ", {n|piece|pieces} of advice"),
        };
        out.push_str(&words.fill(language, |_| Some(count.to_string())));
    }
    if !linted.is_plan {
        let comma = if language == Language::Zh { "，" } else { ", " };
        out = out[..start].to_owned() + out[start..].trim_start_matches(comma);
    }
    if !linted.outcome.allowed.is_empty() {
        let words = Text::new("，放行 {n} 条", ", {n} allowed");
        out.push_str(&words.fill(language, |_| Some(linted.outcome.allowed.len().to_string())));
    }
    out.push('\n');
    let fixable = linted.outcome.findings.iter().filter(|finding| finding.fixes.iter().any(|fix| fix.safe)).count();
    if fixable > 0 {
        let more = Text::new(
            "  其中 {n} 条可以自动改：qun lint --fix；先看会改什么：qun lint --diff",
            "  {n} can be fixed automatically: qun lint --fix; to preview the changes: qun lint --diff",
        );
        out.push_str(&more.fill(language, |_| Some(fixable.to_string())));
        out.push('\n');
    }
    if linted.count(Level::Error) + linted.count(Level::Warning) > 0 {
        let more = Text::new("  用 qun explain 规则名 看为什么和例子", "  see why, with an example: qun explain RULE");
        out.push_str(more.get(language));
        out.push('\n');
    }
    out
}

/// The line under several files.
pub fn total(files: usize, failed: usize, mean: u32, language: Language) -> String {
    let words = Text::new(
        "共 {files} 份计划，平均 {mean} 分，{failed} 份没有通过\n",
        "{files|plan|plans}, mean score {mean}, {failed} did not pass\n",
    );
    words.fill(language, |name| match name {
        "files" => Some(files.to_string()),
        "mean" => Some(mean.to_string()),
        _ => Some(failed.to_string()),
    })
}

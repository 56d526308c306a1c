//! Answers as a file: the draft of an interview is one, and so is what `--answers` reads.

use toml::de::DeValue;

use super::answer::{check, parse};
use super::answers::{Answers, KEEP};
use super::question::Question;
use super::refusal::{AnswersError, AnswersProblem};
use super::rows::{find, nearest, questions};
use crate::finding::{Edit, KeyPath, Literal};
use crate::source::{Document, Positions, apply, value_of};

/// The format of answers files that is written and understood.
const FORMAT: i64 = 1;

impl Answers {
    /// Adds one answer as given on a command line: `name=晨光读书会`.
    pub fn set(&mut self, pair: &str) -> Result<(), AnswersError> {
        let Some((id, text)) = pair.split_once('=').or_else(|| pair.split_once('＝')) else {
            return Err(AnswersError { question: Some(pair.to_owned()), problem: AnswersProblem::NoValue });
        };
        let question = known(id.trim())?;
        self.take(question, &parse(question.kind, text))
    }

    fn take(&mut self, question: &'static Question, value: &Literal) -> Result<(), AnswersError> {
        let error = |refusal| AnswersError {
            question: Some(question.id.to_owned()),
            problem: AnswersProblem::Refused(Box::new(refusal)),
        };
        let value = check(question, value, None).map_err(error)?;
        self.put(question.id, value);
        Ok(())
    }

    /// Reads an answers file, TOML or JSON, and reports everything that is wrong with it. What depends on the
    /// starter is checked when the answers are replayed.
    pub fn parse(text: &str) -> Result<Self, Vec<AnswersError>> {
        let (answers, errors) = Self::read(text);
        if errors.is_empty() { Ok(answers) } else { Err(errors) }
    }

    /// The same: what is good in the file, and what is wrong with it.
    pub fn read(text: &str) -> (Self, Vec<AnswersError>) {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let root = match if text.trim_start().starts_with('{') { json(text) } else { toml(text) } {
            Ok(root) => root,
            Err(errors) => return (Self::default(), errors),
        };
        let of_file = |problem| AnswersError { question: None, problem };
        let (mut answers, mut errors) = (Self::default(), Vec::new());
        let (mut pairs, mut others) = (None, Vec::new());
        for (key, value) in root {
            match (key.as_str(), value) {
                ("format", Literal::Integer(format)) if format > FORMAT => {
                    errors.push(of_file(AnswersProblem::Newer(format)))
                }
                ("format", _) => {}
                ("answers", Literal::Table(table)) => pairs = Some(table),
                _ => others.push(key),
            }
        }
        match pairs {
            // whatever is there is in the wrong place
            None => errors.push(of_file(AnswersProblem::NoAnswers)),
            Some(_) => errors.extend(others.into_iter().map(misplaced)),
        }
        for (id, value) in pairs.unwrap_or_default() {
            errors.extend(known(&id).and_then(|question| answers.take(question, &value)).err());
        }
        answers.forget_last();
        (answers, errors)
    }

    /// The answers as a TOML file, in the order of the questions.
    pub fn to_toml(&self) -> String {
        let answer = |question: &'static Question| {
            Some(Edit::set(KeyPath::of(&["answers", question.id]), self.given(question.id)?.clone()))
        };
        let edits: Vec<Edit> = questions().filter_map(answer).collect();
        apply("format = 1\n\n[answers]\n", &edits).expect("keys can be set in a table of our own")
    }
}

/// A key beside the answers.
fn misplaced(key: String) -> AnswersError {
    let problem = if find(&key).is_some() { AnswersProblem::Misplaced } else { AnswersProblem::Unknown(None) };
    AnswersError { question: Some(key), problem }
}

fn known(id: &str) -> Result<&'static Question, AnswersError> {
    let problem = || AnswersError { question: Some(id.to_owned()), problem: AnswersProblem::Unknown(nearest(id)) };
    find(id).ok_or_else(problem)
}

type Pairs = Vec<(String, Literal)>;

fn toml(text: &str) -> Result<Pairs, Vec<AnswersError>> {
    let mut buffer = String::new();
    let document = Document::parse(text, &mut buffer);
    let positions = Positions::new(text);
    let error = |finding: &crate::finding::Finding| AnswersError {
        question: None,
        problem: AnswersProblem::Syntax(
            positions.at(document.locate(&finding.place).start).line,
            Box::new(finding.clone()),
        ),
    };
    let errors: Vec<_> = document.syntax.iter().map(error).collect();
    if !errors.is_empty() {
        return Err(errors);
    }
    let pair = |(key, value): (&toml::Spanned<_>, &toml::Spanned<DeValue<'_>>)| {
        let key: &std::borrow::Cow<'_, str> = key.get_ref();
        (key.clone().into_owned(), value_of(value.get_ref()))
    };
    Ok(document.tree().iter().map(pair).collect())
}

fn json(text: &str) -> Result<Pairs, Vec<AnswersError>> {
    match serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(text) {
        Ok(map) => Ok(map.into_iter().map(|(key, value)| (key, of_json(value))).collect()),
        Err(error) => {
            let problem = AnswersProblem::Json(error.line(), error.column());
            Err(vec![AnswersError { question: None, problem }])
        }
    }
}

/// JSON has no dates: they are texts there, and questions that want a date read them.
fn of_json(value: serde_json::Value) -> Literal {
    use serde_json::Value;
    match value {
        Value::Null => KEEP,
        Value::Bool(yes) => Literal::Boolean(yes),
        Value::Number(n) => n.as_i64().map_or_else(|| Literal::Float(n.as_f64().unwrap_or_default()), Literal::Integer),
        Value::String(text) => Literal::Text(text),
        Value::Array(values) => Literal::List(values.into_iter().map(of_json).collect()),
        Value::Object(map) => Literal::Table(map.into_iter().map(|(key, value)| (key, of_json(value))).collect()),
    }
}

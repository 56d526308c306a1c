//! Edits → text. Whatever an edit does not speak of stays byte for byte: comments, order, line ends, byte order mark.
//!
//! `toml_edit` makes each change on the text with plain line ends; the lines before and after the change are then
//! taken from the original again.

use std::borrow::Cow;
use std::fmt;

use toml::de::DeValue;
use toml_edit::{
    Array, ArrayOfTables, Date, Datetime, Decor, DocumentMut, Formatted, InlineTable, Item, Table, TableLike, Time,
    Value,
};

use super::document::{Document, value_at};
use crate::finding::{Edit, KeyPath, Literal, Segment};
use crate::language::{Language, Text};
use crate::value::{Clock, Day};

/// Why an edit cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum EditError {
    /// The text has mistakes of syntax.
    Syntax,
    /// Something on the way is no table, or an index is past the end.
    NoTable(String),
    /// Bytes that the text does not have, or that begin or end within a character.
    NoBytes(usize, usize),
}

impl EditError {
    /// What is the matter.
    pub fn message(&self, language: Language) -> String {
        let text = match self {
            Self::Syntax => Text::new("文件不是合法的 TOML，没法改", "the file is not valid TOML and cannot be edited"),
            Self::NoTable(_) => Text::new("{path} 那里没有可以写进去的表", "there is no table at {path} to write into"),
            Self::NoBytes(..) => Text::new("文件没有第 {from} 到 {to} 字节", "the file has no bytes {from} to {to}"),
        };
        text.fill(language, |name| match (self, name) {
            (Self::NoTable(path), _) => Some(path.clone()),
            (Self::NoBytes(from, _), "from") => Some(from.to_string()),
            (Self::NoBytes(_, to), _) => Some(to.to_string()),
            (Self::Syntax, _) => None,
        })
    }
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Language::En))
    }
}

impl std::error::Error for EditError {}

/// The text after all edits, in order.
pub fn apply(text: &str, edits: &[Edit]) -> Result<String, EditError> {
    let mut text = text.to_owned();
    for edit in edits {
        text = apply_one(&text, edit)?;
    }
    Ok(text)
}

fn apply_one(original: &str, edit: &Edit) -> Result<String, EditError> {
    if let Edit::Replace { bytes, text } = edit {
        let (before, after) = (original.get(..bytes.start), original.get(bytes.end..));
        let (Some(before), Some(after), true) = (before, after, bytes.start <= bytes.end) else {
            return Err(EditError::NoBytes(bytes.start, bytes.end));
        };
        return Ok(format!("{before}{text}{after}"));
    }
    let (mark, body) = match original.strip_prefix('\u{feff}') {
        Some(body) => ("\u{feff}", body),
        None => ("", original),
    };
    let plain = body.replace("\r\n", "\n");
    let mut document: DocumentMut = plain.parse().map_err(|_| EditError::Syntax)?;
    match edit {
        Edit::Set { path, value, comment } => set(&mut document, path, value, comment.as_deref())?,
        Edit::Append { path, table, comment } => append(&mut document, path, table, comment.as_deref())?,
        Edit::Remove { path } => remove(&mut document, path),
        Edit::Rename { path, to } => rename(&mut document, path, to)?,
        Edit::Replace { .. } => {}
    }
    let edited = document.to_string();
    // `toml_edit` ends the last line; where the original did not, neither do we
    let has_end = body.ends_with('\n') || body.is_empty();
    let edited = if has_end { edited.as_str() } else { edited.strip_suffix('\n').unwrap_or(&edited) };
    Ok(format!("{mark}{}", restore_lines(body, &plain, edited)))
}

/// Lines equal at the start and at the end are taken from the original with their own line ends; the changed ones
/// between get the line end that the file mostly uses.
fn restore_lines(original: &str, plain: &str, edited: &str) -> String {
    let crlf = original.matches("\r\n").count();
    if crlf == 0 {
        return edited.to_owned();
    }
    let originals: Vec<&str> = original.split_inclusive('\n').collect();
    let (before, after): (Vec<&str>, Vec<&str>) =
        (plain.split_inclusive('\n').collect(), edited.split_inclusive('\n').collect());
    let head = before.iter().zip(&after).take_while(|(a, b)| a == b).count();
    let rest = before.len().min(after.len()) - head;
    let tail = before.iter().rev().zip(after.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    let end = if crlf * 2 >= originals.len() { "\r\n" } else { "\n" };
    let mut out: String = originals[..head].concat();
    for line in &after[head..after.len() - tail] {
        out.push_str(&line.replace('\n', end));
    }
    out.push_str(&originals[originals.len() - tail..].concat());
    out
}

fn missing(path: &KeyPath) -> EditError {
    EditError::NoTable(path.to_string())
}

/// A table into which one has stepped.
enum TableRef<'d> {
    Table(&'d mut Table),
    Inline(&'d mut InlineTable),
}

impl<'d> TableRef<'d> {
    const fn is_inline(&self) -> bool {
        matches!(self, Self::Inline(_))
    }

    fn like(self) -> &'d mut dyn TableLike {
        match self {
            Self::Table(table) => table,
            Self::Inline(table) => table,
        }
    }

    /// The table that an item is.
    fn of(item: &'d mut Item) -> Option<Self> {
        match item {
            Item::Table(table) => Some(Self::Table(table)),
            Item::Value(Value::InlineTable(table)) => Some(Self::Inline(table)),
            _ => None,
        }
    }

    /// One element of an array of tables, of either kind.
    fn element(item: &'d mut Item, index: usize) -> Option<Self> {
        match item {
            Item::ArrayOfTables(tables) => tables.get_mut(index).map(Self::Table),
            Item::Value(Value::Array(array)) => array.get_mut(index)?.as_inline_table_mut().map(Self::Inline),
            _ => None,
        }
    }
}

/// The table at the end of a route, made where it is missing; without `make`, nothing when it is missing.
fn table_at<'d>(
    root: TableRef<'d>,
    route: &[Segment],
    make: bool,
    whole: &KeyPath,
) -> Result<Option<TableRef<'d>>, EditError> {
    let Some((Segment::Key(key), rest)) = route.split_first() else {
        return if route.is_empty() { Ok(Some(root)) } else { Err(missing(whole)) };
    };
    let inline = root.is_inline();
    let table = root.like();
    if !table.contains_key(key) {
        if !make {
            return Ok(None);
        }
        if matches!(rest.first(), Some(Segment::Index(_))) {
            return Err(missing(whole));
        }
        table.insert(key, if inline { Item::Value(InlineTable::new().into()) } else { new_table(rest.is_empty()) });
    }
    let item = table.get_mut(key).ok_or_else(|| missing(whole))?;
    let (next, rest) = match rest.split_first() {
        Some((Segment::Index(index), rest)) => (TableRef::element(item, *index), rest),
        _ => (TableRef::of(item), rest),
    };
    table_at(next.ok_or_else(|| missing(whole))?, rest, make, whole)
}

/// A new `[table]`; one that only leads to another is not written itself.
fn new_table(is_last: bool) -> Item {
    let mut table = Table::new();
    table.set_implicit(!is_last);
    table.decor_mut().set_prefix("\n");
    Item::Table(table)
}

/// The lines of a comment, each behind `# `.
fn comment_lines(comment: Option<&str>) -> String {
    let lines = comment.into_iter().flat_map(str::lines);
    lines.map(|line| format!("# {line}\n")).collect()
}

fn set(root: &mut Table, path: &KeyPath, value: &Literal, comment: Option<&str>) -> Result<(), EditError> {
    let (last, route) = path.0.split_last().ok_or_else(|| missing(path))?;
    let key = match last {
        Segment::Key(key) => key,
        Segment::Index(index) => return set_element(root, path, route, *index, value),
    };
    let table = table_at(TableRef::Table(root), route, true, path)?.ok_or_else(|| missing(path))?;
    let inline = table.is_inline();
    let table = table.like();
    match table.get_mut(key) {
        Some(Item::Value(old)) => {
            let decor = old.decor().clone();
            *old = literal(value);
            *old.decor_mut() = decor;
        }
        Some(other) => *other = Item::Value(literal(value)),
        None => {
            let mut value = literal(value);
            if inline && let Some((_, Item::Value(last))) = table.iter_mut().last() {
                // the space before the closing brace goes on to the new last value
                let suffix = last.decor().suffix().cloned().unwrap_or_default();
                last.decor_mut().set_suffix("");
                *value.decor_mut() = Decor::new(" ", suffix);
            }
            table.insert(key, Item::Value(value));
            // an inline table has no room for a comment
            let prefix = comment_lines(comment.filter(|_| !inline));
            if let (false, Some(mut key)) = (prefix.is_empty(), table.key_mut(key)) {
                key.leaf_decor_mut().set_prefix(prefix);
            }
        }
    }
    Ok(())
}

fn set_element(
    root: &mut Table,
    path: &KeyPath,
    route: &[Segment],
    index: usize,
    value: &Literal,
) -> Result<(), EditError> {
    let Some((Segment::Key(key), route)) = route.split_last() else { return Err(missing(path)) };
    let table = table_at(TableRef::Table(root), route, false, path)?.ok_or_else(|| missing(path))?.like();
    let array = table.get_mut(key).and_then(Item::as_array_mut).ok_or_else(|| missing(path))?;
    let old = array.get_mut(index).ok_or_else(|| missing(path))?;
    let decor = old.decor().clone();
    *old = literal(value);
    *old.decor_mut() = decor;
    Ok(())
}

fn append(
    root: &mut Table,
    path: &KeyPath,
    keys: &[(String, Literal)],
    comment: Option<&str>,
) -> Result<(), EditError> {
    let Some((Segment::Key(name), route)) = path.0.split_last() else { return Err(missing(path)) };
    let parent = table_at(TableRef::Table(root), route, true, path)?.ok_or_else(|| missing(path))?;
    let inline = parent.is_inline();
    let parent = parent.like();
    match parent.get_mut(name) {
        Some(Item::Value(Value::Array(array))) => {
            let mut element: Value = inline_table(keys).into();
            if let Some(last) = array.iter_mut().last() {
                let prefix = last.decor().prefix().and_then(|prefix| prefix.as_str()).unwrap_or_default();
                // on a line of its own like the one before, else behind a space
                let prefix = if prefix.contains('\n') { prefix.to_owned() } else { " ".to_owned() };
                let suffix = last.decor().suffix().cloned().unwrap_or_default();
                last.decor_mut().set_suffix("");
                *element.decor_mut() = Decor::new(prefix, suffix);
            }
            array.push_formatted(element);
            return Ok(());
        }
        Some(Item::ArrayOfTables(_)) => {}
        Some(_) => return Err(missing(path)),
        None if inline => {
            parent.insert(name, Item::Value(Array::from_iter([inline_table(keys)]).into()));
            return Ok(());
        }
        None => {
            parent.insert(name, Item::ArrayOfTables(ArrayOfTables::new()));
        }
    }
    let tables = parent.get_mut(name).and_then(Item::as_array_of_tables_mut).ok_or_else(|| missing(path))?;
    let mut table = Table::new();
    for (key, value) in keys {
        table.insert(key, Item::Value(literal(value)));
    }
    table.decor_mut().set_prefix(format!("\n{}", comment_lines(comment)));
    tables.push(table);
    Ok(())
}

fn remove(root: &mut Table, path: &KeyPath) {
    let Some((last, route)) = path.0.split_last() else { return };
    match last {
        Segment::Key(key) => {
            if let Ok(Some(table)) = table_at(TableRef::Table(root), route, false, path) {
                let is_inline = table.is_inline();
                let table = table.like();
                let was_last = table.iter().last().is_some_and(|(last, _)| last == key.as_ref());
                let gone = table.remove(key);
                if let (true, Some(Item::Value(gone)), Some((_, Item::Value(last)))) =
                    (is_inline && was_last, gone, table.iter_mut().last())
                {
                    close_behind(last, &gone);
                }
            }
        }
        Segment::Index(index) => {
            let Some((Segment::Key(key), route)) = route.split_last() else { return };
            let Ok(Some(table)) = table_at(TableRef::Table(root), route, false, path) else { return };
            let table = table.like();
            match table.get_mut(key) {
                Some(Item::ArrayOfTables(tables)) if *index < tables.len() => {
                    tables.remove(*index);
                    if tables.is_empty() {
                        table.remove(key);
                    }
                }
                Some(Item::Value(Value::Array(array))) if *index < array.len() => {
                    let gone = array.remove(*index);
                    if let (true, Some(last)) = (*index == array.len(), array.iter_mut().last()) {
                        close_behind(last, &gone);
                    }
                }
                _ => {}
            }
        }
    }
}

/// The space before the closing bracket goes back to the value that is now the last.
fn close_behind(last: &mut Value, gone: &Value) {
    if let Some(suffix) = gone.decor().suffix().filter(|suffix| suffix.as_str() != Some("")) {
        last.decor_mut().set_suffix(suffix.clone());
    }
}

fn rename(root: &mut Table, path: &KeyPath, to: &str) -> Result<(), EditError> {
    let Some((Segment::Key(from), route)) = path.0.split_last() else { return Err(missing(path)) };
    let table = table_at(TableRef::Table(root), route, false, path)?.ok_or_else(|| missing(path))?.like();
    if table.contains_key(to) || !table.contains_key(from) {
        return Err(missing(path));
    }
    // keys cannot be renamed in place: all are taken out and put back in order, one under its new name
    let keys: Vec<String> = table.iter().map(|(key, _)| key.to_owned()).collect();
    let mut entries = Vec::with_capacity(keys.len());
    for key in keys {
        let decor = table.key(&key).map(|key| (key.leaf_decor().clone(), key.dotted_decor().clone()));
        if let (Some(item), Some(decor)) = (table.remove(&key), decor) {
            entries.push((key, item, decor));
        }
    }
    for (key, item, (leaf, dotted)) in entries {
        let name = if key == *from { to } else { &key };
        table.insert(name, item);
        if let Some(mut key) = table.key_mut(name) {
            *key.leaf_decor_mut() = leaf;
            *key.dotted_decor_mut() = dotted;
        }
    }
    Ok(())
}

/// A value as TOML.
fn literal(value: &Literal) -> Value {
    match value {
        Literal::Text(text) => Value::String(Formatted::new(text.clone())),
        Literal::Integer(n) => Value::from(*n),
        Literal::Float(n) => Value::from(*n),
        Literal::Boolean(b) => Value::from(*b),
        Literal::Day(day) => Value::from(Datetime { date: Some(date(*day)), time: None, offset: None }),
        Literal::Moment(day, clock) => {
            Value::from(Datetime { date: Some(date(*day)), time: Some(time(*clock)), offset: None })
        }
        Literal::List(values) => Value::Array(values.iter().map(literal).collect()),
        Literal::Table(keys) => Value::InlineTable(inline_table(keys)),
    }
}

fn inline_table(keys: &[(String, Literal)]) -> InlineTable {
    keys.iter().map(|(key, value)| (key.as_str(), literal(value))).collect()
}

fn date(day: Day) -> Date {
    let (year, month, day) = day.ymd();
    Date { year: year.unsigned_abs() as u16, month: month as u8, day: day as u8 }
}

fn time(clock: Clock) -> Time {
    let (hour, minute) = clock.hour_minute();
    Time { hour: hour.unsigned_abs(), minute: minute.unsigned_abs(), second: Some(0), nanosecond: None }
}

/// The route that a person means: keys joined by dots, elements by `[n]` or by their id or name
/// (`activities.salon.when`, `people.小雨.hours_per_week`). The last key need not exist yet.
pub fn resolve(document: &Document<'_>, text: &str) -> Option<KeyPath> {
    let mut path = KeyPath::root();
    for name in text.split('.').map(str::trim) {
        let (name, indices) = name.split_once('[').map_or((name, ""), |(name, rest)| (name, rest));
        if name.is_empty() {
            return None;
        }
        match value_at(document, &path) {
            Some(DeValue::Array(array)) => {
                let is_it = |element: &DeValue<'_>| {
                    let table = element.as_table();
                    ["id", "name", "title", "item"]
                        .iter()
                        .any(|key| table.and_then(|t| t.get(*key)?.get_ref().as_str()) == Some(name))
                };
                path = path.index(array.iter().position(|element| is_it(element.get_ref()))?);
            }
            _ => path.0.push(Segment::Key(Cow::Owned(name.trim_matches('"').to_owned()))),
        }
        for index in indices.split('[').filter(|part| !part.is_empty()) {
            path = path.index(index.strip_suffix(']')?.parse().ok()?);
        }
    }
    Some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edited(text: &str, edit: Edit) -> String {
        apply(text, &[edit]).expect("the edit can be made")
    }

    #[test]
    fn all_other_bytes_stay() {
        let text =
            "\u{feff}# 头\r\na = 1 # 一\r\n\r\n[t] # 表\nb = \"\"\"x\r\ny\"\"\"\r\n  c =   2\r\n[[l]]\r\nx = 1 # 尾";
        let set = edited(text, Edit::set(KeyPath::of(&["t", "c"]), Literal::Integer(3)));
        assert_eq!(set, text.replace("c =   2", "c =   3"));
        let add = edited(text, Edit::set(KeyPath::of(&["t", "d"]), "新"));
        assert_eq!(add, text.replace("  c =   2\r\n", "  c =   2\r\nd = \"新\"\r\n"));
        let gone = edited(text, Edit::Remove { path: KeyPath::of(&["t", "c"]) });
        assert_eq!(gone, text.replace("  c =   2\r\n", ""));
        let named = edited(text, Edit::Rename { path: KeyPath::of(&["t", "b"]), to: "bb".to_owned() });
        assert_eq!(named, text.replace("\nb = ", "\nbb = "));
        assert_eq!(edited(text, Edit::Remove { path: KeyPath::of(&["nothing", "here"]) }), text);
    }

    #[test]
    fn tables_are_made_and_added() {
        let table = vec![("id".to_owned(), Literal::from("小雨"))];
        let append = Edit::Append { path: KeyPath::of(&["people"]), table, comment: Some("新来的".to_owned()) };
        let text = edited("a = 1\n", append.clone());
        assert_eq!(text, "a = 1\n\n# 新来的\n[[people]]\nid = \"小雨\"\n");
        let text = edited(&text, append);
        assert_eq!(text.matches("[[people]]").count(), 2);
        let text = edited("", Edit::set(KeyPath::of(&["community", "size", "now"]), Literal::Integer(3)));
        assert_eq!(text.trim(), "[community.size]\nnow = 3");
        let size = "size = { target = 9 }\n";
        assert_eq!(
            edited(size, Edit::set(KeyPath::of(&["size", "now"]), Literal::Integer(3))),
            "size = { target = 9 , now = 3 }\n".replace(" ,", ",")
        );
        assert_eq!(
            edited("l = [1, 2]\n", Edit::set(KeyPath::of(&["l"]).index(1), Literal::Integer(5))),
            "l = [1, 5]\n"
        );
        let table = vec![("b".to_owned(), Literal::Integer(2))];
        let append =
            |text: &str| edited(text, Edit::Append { path: KeyPath::of(&["l"]), table: table.clone(), comment: None });
        assert_eq!(append("l = [{ a = 1 }] # x\n"), "l = [{ a = 1 }, { b = 2 }] # x\n");
        assert_eq!(append("l = [ { a = 1 } ]\n"), "l = [ { a = 1 }, { b = 2 } ]\n");
        assert_eq!(append("l = [\n  { a = 1 },\n]\n"), "l = [\n  { a = 1 },\n  { b = 2 },\n]\n");
        assert_eq!(append("l = []\n"), "l = [{ b = 2 }]\n");
        assert!(apply("l = 1\n", &[Edit::set(KeyPath::of(&["l", "x"]), "a")]).is_err());
        assert_eq!(apply("l = \n", &[Edit::set(KeyPath::of(&["l"]), "a")]), Err(EditError::Syntax));
        let told = |language| EditError::NoTable("a[3].b".to_owned()).message(language);
        assert_eq!(told(Language::En), "there is no table at a[3].b to write into");
        assert_eq!(told(Language::Zh), "a[3].b 那里没有可以写进去的表");
        assert_eq!(EditError::NoBytes(7, 9).message(Language::Zh), "文件没有第 7 到 9 字节");
    }

    #[test]
    fn routes_are_found_by_name() {
        let mut buffer = String::new();
        let document = Document::parse("[[people]]\nname = \"小雨\"\n[[people]]\nid = \"lin\"\n", &mut buffer);
        let found = |text: &str| resolve(&document, text).map(|path| path.to_string());
        assert_eq!(found("people.lin.hours").as_deref(), Some("people[1].hours"));
        assert_eq!(found("people.小雨.hours").as_deref(), Some("people[0].hours"));
        assert_eq!(found("people[0].x").as_deref(), Some("people[0].x"));
        assert_eq!(found("people.nobody.x"), None);
        assert_eq!(found("community.size.now").as_deref(), Some("community.size.now"));
        assert_eq!(found("a..b"), None);
    }
}

//! Edits of the tree of a text: tables, arrays and their layout.

use toml_edit::{Array, ArrayOfTables, Decor, InlineTable, Item, Table, TableLike, Value};

use super::array::{close_behind, push_element, remove_element, set_elements};
use super::error::{EditError, missing};
use super::value::{inline_table, literal};
use crate::finding::{KeyPath, Literal, Segment};

/// A table on the way.
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

/// Writes a value; a key that is new gets its comment.
pub(super) fn set(root: &mut Table, path: &KeyPath, value: &Literal, comment: Option<&str>) -> Result<(), EditError> {
    let (last, route) = path.0.split_last().ok_or_else(|| missing(path))?;
    let key = match last {
        Segment::Key(key) => key,
        Segment::Index(index) => return set_element(root, path, route, *index, value),
    };
    let table = table_at(TableRef::Table(root), route, true, path)?.ok_or_else(|| missing(path))?;
    let inline = table.is_inline();
    let table = table.like();
    if let (Some(Item::Value(Value::Array(array))), Literal::List(values)) = (table.get_mut(key), value)
        && set_elements(array, values)
    {
        return Ok(());
    }
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

/// Adds an element to an array of tables.
pub(super) fn append(
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
            push_element(array, inline_table(keys).into());
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

/// Removes a key or an element, where it exists.
pub(super) fn remove(root: &mut Table, path: &KeyPath) {
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
                Some(Item::Value(Value::Array(array))) if *index < array.len() => remove_element(array, *index),
                _ => {}
            }
        }
    }
}

/// Gives a key another name, at the same place.
pub(super) fn rename(root: &mut Table, path: &KeyPath, to: &str) -> Result<(), EditError> {
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

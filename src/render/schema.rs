//! The JSON Schema (draft 2020-12) of the plan format, from the vocabulary.

use serde_json::{Map, Value, json};

use crate::plan::Plan;
use crate::source::{Shape, Table, TableInfo};

/// The schema as JSON text. Descriptions hold both languages.
pub fn schema() -> String {
    let mut schema = table(Plan::TABLE);
    let head = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "qun community plan",
    });
    if let (Value::Object(schema), Value::Object(head)) = (&mut schema, head) {
        schema.extend(head);
    }
    let mut text = serde_json::to_string_pretty(&schema).expect("a schema is plain JSON");
    text.push('\n');
    text
}

fn table(info: &TableInfo) -> Value {
    let mut properties = Map::new();
    for key in info.keys {
        let mut value = shape(&key.shape);
        if let Value::Object(object) = &mut value {
            object.insert("description".to_owned(), format!("{} / {}", key.about.zh, key.about.en).into());
        }
        properties.insert(key.key.to_owned(), value);
    }
    properties.entry("note").or_insert_with(|| json!({ "description": "备注，不检查 / yours; never checked" }));
    json!({ "type": "object", "additionalProperties": false, "properties": properties })
}

fn shape(shape: &Shape) -> Value {
    match shape {
        Shape::Text | Shape::Reference(..) => json!({ "type": "string" }),
        Shape::Integer { min, max } => json!({ "type": "integer", "minimum": min, "maximum": max }),
        Shape::Number => json!({ "type": "number" }),
        Shape::Boolean => json!({ "type": "boolean" }),
        Shape::Date => json!({ "type": "string", "format": "date" }),
        // a TOML date is shown to a validator as text, with or without a time
        Shape::Moment => json!({ "type": "string" }),
        Shape::Choice(choices) => json!({ "enum": choices.iter().map(|choice| choice.word).collect::<Vec<_>>() }),
        Shape::Form(_, example) => json!({ "type": "string", "examples": [example] }),
        Shape::List(inner) => json!({ "type": "array", "items": self::shape(inner) }),
        Shape::Table(info) => table(info),
        Shape::Map(inner) => json!({ "type": "object", "additionalProperties": self::shape(inner) }),
        Shape::Either(shapes) => json!({ "anyOf": shapes.iter().map(self::shape).collect::<Vec<_>>() }),
        Shape::Any => json!({}),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_knows_every_table() {
        let schema: Value = serde_json::from_str(&schema()).expect("JSON");
        let when = &schema["properties"]["activities"]["items"]["properties"]["when"];
        assert_eq!(when["type"], "string");
        assert!(when["description"].as_str().is_some_and(|d| d.contains("什么时候") && d.contains("when")));
        assert_eq!(schema["properties"]["community"]["additionalProperties"], false);
    }
}

//! What is meant by letters or digits that are typed where one of several items is wanted.

/// The item that is meant: by its number, its beginning, or a part of it that no other has.
pub(super) fn picked(text: &str, items: &[String]) -> Option<usize> {
    let text = text.trim().to_lowercase();
    if let Ok(number) = text.parse::<usize>() {
        return number.checked_sub(1).filter(|at| *at < items.len());
    }
    let only = |is_it: &dyn Fn(&str) -> bool| {
        let mut found = (0..items.len()).filter(|at| is_it(&items[*at].to_lowercase()));
        found.next().filter(|_| found.next().is_none())
    };
    let has_text = !text.is_empty();
    only(&|item| item == text)
        .or_else(|| only(&|item| has_text && item.starts_with(&text)))
        .or_else(|| only(&|item| has_text && item.contains(&text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_is_picked_by_number_or_by_its_words() {
        let items = ["an interest", "a project", "a trade", "trade fairs", "< 上一题", "? help"].map(str::to_owned);
        for (text, at) in
            [("1", 0), (" 6 ", 5), ("an", 0), ("PROJ", 1), ("a trade", 2), ("trade f", 3), ("<", 4), ("?", 5)]
        {
            assert_eq!(picked(text, &items), Some(at), "{text}");
        }
        for text in ["", "0", "7", "-1", "a", "trade", "nothing"] {
            let expected = (text == "trade").then_some(3);
            assert_eq!(picked(text, &items), expected, "{text}");
        }
    }
}

//! Lists, sheets and documents escape every text, and are the same each time.

use super::*;
use crate::language::Language;

/// What would act in HTML, each with a name of its own.
const PAYLOADS: [&str; 16] = [
    "<script>p0()</script>",
    "\"><img src=x onerror=p1()>",
    "' onmouseover='p2()",
    "</title><script>p3()</script>",
    "</style><script>p4()</script>",
    "<!-- p5",
    "]]><svg onload=p6()>",
    "javascript:p7()",
    "&lt;p8&gt;",
    "{{ p9 }}",
    "{% p10 %}",
    "</pre><iframe srcdoc=p11>",
    "\u{2028}p12",
    "<a href=//p13>",
    "` p14 `",
    "<base href=//p15>",
];

fn pages(language: Language) -> Vec<(String, String)> {
    let own = OwnPages::new();
    let item = |n: usize, payload: &str| ListPageItem {
        text: payload.to_owned(),
        details: format!("2026-12-0{}", n % 9 + 1),
        done: n.is_multiple_of(3),
        late: n % 3 == 1,
        notes: vec![payload.to_owned()],
    };
    let items = PAYLOADS.iter().enumerate().map(|(n, payload)| item(n, payload)).collect();
    let sections = [ListPageSection { title: "Before & after".to_owned(), items }];
    let names: Vec<String> = PAYLOADS.iter().map(|payload| (*payload).to_owned()).collect();
    let parts: Vec<DocumentPart> = PAYLOADS
        .iter()
        .map(|payload| DocumentPart { title: (*payload).to_owned(), text: format!("{payload}\nnext") })
        .collect();
    let tag = language.tag();
    [
        ("list", list_page("List <b>", &sections, &own, language)),
        ("sign-in", sign_in_page(("Reading night", "Wed 2 Dec 20:00"), &names, Some(30), &own, language)),
        ("document", document_page("Welcome", &parts, &own, language)),
    ]
    .into_iter()
    .map(|(name, html)| (format!("{name}-{tag}"), html.expect("a page")))
    .collect()
}

#[test]
fn pages_are_the_same_each_time_and_in_their_language() {
    for language in Language::ALL {
        let made = pages(language);
        assert_eq!(made, pages(language));
        for (name, html) in &made {
            assert!(html.starts_with("<!DOCTYPE html>\n") && html.ends_with("</html>\n"), "{name}");
            assert!(html.contains(&format!("<html lang=\"{}\">", language.tag())), "{name}");
        }
    }
}

#[test]
fn no_text_acts_as_markup_or_as_a_template() {
    for (name, html) in pages(Language::En) {
        for n in 0..PAYLOADS.len() {
            for acting in [
                format!("<script>p{n}"),
                format!("onerror=p{n}()>"),
                format!("<svg onload=p{n}"),
                format!("<iframe srcdoc=p{n}"),
            ] {
                assert!(!html.contains(&acting), "{name} {acting}");
            }
        }
        let scripts = html.matches("<script").count();
        assert!(
            scripts <= 1 && !html.contains("<img") && !html.contains("<base") && !html.contains("<!-- p"),
            "{name}"
        );
        if name.starts_with("document") {
            assert!(html.contains("{{ p9 }}") && html.contains("&amp;lt;p8&amp;gt;"), "{html}");
        }
    }
}

#[test]
fn an_own_template_comes_first_and_a_mistake_in_it_is_an_error() {
    let own = OwnPages::from([("list".to_owned(), "{{ title }}: {{ sections|length }}".to_owned())]);
    assert_eq!(list_page("a<b", &[], &own, Language::En).expect("a page"), "a&lt;b: 0\n");
    let own = OwnPages::from([("list".to_owned(), "{{ nothing }}".to_owned())]);
    assert!(list_page("a", &[], &own, Language::En).is_err());
}

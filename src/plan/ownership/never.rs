//! What is never taken over from a starter: people, places, partners, money, law. It is replaced or removed, not confirmed.

/// Routes of which nothing below is taken over.
const BELOW: [&str; 15] = [
    "people",
    "places",
    "partners",
    "community.name",
    "community.size",
    "channels.now",
    "governance.legal_entity",
    "goals.baseline",
    "monetisation.price",
    "monetisation.buyers",
    "monetisation.cost",
    "monetisation.payee",
    "monetisation.refund",
    "activities.draw",
    "growth.rewards.give",
];
/// Keys that are never taken over, wherever they are.
const KEYS: [&str; 6] = ["address", "contact", "budget", "cost", "link", "handle"];

/// Whether a value at a route of keys can only be replaced or removed.
pub(super) fn is_never_taken(route: &str, value: &str) -> bool {
    let is_below = |top: &str| route.strip_prefix(top).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    let is_key = route.rsplit('.').next().is_some_and(|key| KEYS.contains(&key));
    let is_address = value.contains("://") || value.split_whitespace().any(is_mail);
    is_key || is_address || BELOW.iter().copied().any(is_below)
}

fn is_mail(word: &str) -> bool {
    word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_law_people_and_addresses_are_never_taken_over() {
        for route in [
            "people.name",
            "places.capacity",
            "monetisation.price",
            "activities.budget",
            "rules.data.contact",
            "tools.cost",
        ] {
            assert!(is_never_taken(route, "x"), "{route}");
        }
        for route in ["rules.conduct.text", "monetisation.product", "community.subject", "channels.cap", "peoples.name"]
        {
            assert!(!is_never_taken(route, "x"), "{route}");
        }
        assert!(is_never_taken("support.faq", "https://club.example/faq"));
        assert!(is_never_taken("support.complaints", "write to help@club.example"));
        assert!(!is_never_taken("support.complaints", "@ the host of the evening"));
    }
}

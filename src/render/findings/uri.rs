//! Paths as other programs want them: with slashes, or as URI references (RFC 3986).

/// How a system writes its paths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathStyle {
    /// `/` between the parts; a backslash is a letter.
    Unix,
    /// `\` or `/` between the parts; drives and shares.
    Windows,
}

impl PathStyle {
    /// The system on which the program runs.
    pub const HERE: Self = if cfg!(windows) { Self::Windows } else { Self::Unix };

    /// A path with `/` between its parts, without `./` in front; on Windows also without the `\\?\` of a path that was made
    /// whole.
    pub fn slashed(self, path: &str) -> String {
        let path = if self == Self::Windows { path.replace('\\', "/") } else { path.to_owned() };
        let whole = if self == Self::Windows { path.strip_prefix("//?/") } else { None };
        match (whole, whole.and_then(|whole| whole.strip_prefix("UNC/"))) {
            (_, Some(share)) => format!("//{share}"),
            (Some(whole), None) => whole.to_owned(),
            (None, None) => path.strip_prefix("./").unwrap_or(&path).to_owned(),
        }
    }

    /// A path as a URI reference: relative, or with `file:` when it is absolute.
    pub fn uri(self, path: &str) -> String {
        let path = self.slashed(path);
        let drive = path.as_bytes().get(1) == Some(&b':') && path.starts_with(|c: char| c.is_ascii_alphabetic());
        if self == Self::Windows && drive {
            // the colon of a drive stays
            return format!("file:///{}{}", &path[..2], encoded(&path[2..]));
        }
        match (self, path.strip_prefix("//")) {
            (Self::Windows, Some(share)) => format!("file://{}", encoded(share)),
            _ if path.starts_with('/') => format!("file://{}", encoded(&path)),
            _ => encoded(&path),
        }
    }
}

/// All but slashes and the unreserved characters as `%` and two digits.
fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'/' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            byte if byte.is_ascii_alphanumeric() => out.push(char::from(byte)),
            byte => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_uris() {
        for (path, uri) in [
            ("./群/社群 1.toml", "%E7%BE%A4/%E7%A4%BE%E7%BE%A4%201.toml"),
            ("a:b#c?.toml", "a%3Ab%23c%3F.toml"),
            ("a\\b%20.toml", "a%5Cb%2520.toml"),
            ("/tmp/a b.toml", "file:///tmp/a%20b.toml"),
        ] {
            assert_eq!(PathStyle::Unix.uri(path), uri);
        }
        for (path, uri) in [
            ("群\\a b.toml", "%E7%BE%A4/a%20b.toml"),
            (".\\a.toml", "a.toml"),
            ("\\\\?\\C:\\plans\\a b.toml", "file:///C:/plans/a%20b.toml"),
            ("\\\\?\\UNC\\server\\share\\a.toml", "file://server/share/a.toml"),
            ("C:\\计划\\a.toml", "file:///C:/%E8%AE%A1%E5%88%92/a.toml"),
            ("\\\\server\\share\\a.toml", "file://server/share/a.toml"),
        ] {
            assert_eq!(PathStyle::Windows.uri(path), uri);
        }
        assert_eq!(PathStyle::Windows.slashed(".\\群\\a.toml"), "群/a.toml");
    }
}

//! The sources as modules: what each defines, and which other modules it uses, read with `syn`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use syn::visit::{self, Visit};

pub(crate) const SOURCES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src");

/// One file below `src`.
#[derive(Default)]
pub(crate) struct Module {
    /// Names of the structs, enums, traits and type aliases that it defines outside of functions.
    pub(crate) types: Vec<String>,
    /// The `use` items: the path, the name under which it is known here, and whether others can see it.
    uses: Vec<Use>,
    /// Paths in the code that name a module: beginning with `crate`, `super`, `self` or a child.
    paths: BTreeSet<Vec<String>>,
}

struct Use {
    path: Vec<String>,
    known_as: String,
    public: bool,
}

/// All modules by their path, such as `["cadence", "en", "day"]`; without tests.
pub(crate) struct Modules(pub(crate) BTreeMap<Vec<String>, Module>);

/// Every `.rs` file below a folder.
pub(crate) fn files(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, out);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            out.push(path);
        }
    }
}

impl Modules {
    /// Reads all sources but those that are compiled for tests only.
    pub(crate) fn read() -> Self {
        let mut paths = Vec::new();
        files(Path::new(SOURCES), &mut paths);
        let mut parsed = BTreeMap::new();
        for path in paths {
            let inside = path.strip_prefix(SOURCES).expect("below src").with_extension("");
            let mut name: Vec<String> =
                inside.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
            if name.last().is_some_and(|last| last == "mod") {
                name.pop();
            }
            let text = fs::read_to_string(&path).expect("a source");
            let file = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            parsed.insert(name, file);
        }
        let mut tests = BTreeSet::new();
        for (name, file) in &parsed {
            for item in &file.items {
                if let syn::Item::Mod(child) = item
                    && is_test(&child.attrs)
                {
                    let mut child_name = name.clone();
                    child_name.push(child.ident.to_string());
                    tests.insert(child_name);
                }
            }
        }
        parsed.retain(|name, _| {
            !matches!(name[0].as_str(), "lib" | "main") && !tests.iter().any(|test| name.starts_with(test))
        });
        Self(parsed.iter().map(|(name, file)| (name.clone(), Module::of(file))).collect())
    }

    /// The modules that a module uses, each as the file that defines what is used: what a parent only passes on counts as
    /// use of the child.
    pub(crate) fn used_by(&self, name: &[String]) -> BTreeSet<Vec<String>> {
        let module = &self.0[name];
        let imported = module.uses.iter().filter(|used| !used.public).map(|used| &used.path);
        imported
            .chain(&module.paths)
            .filter_map(|path| self.defining(&self.absolute(name, path)?, 0))
            .filter(|found| found != name)
            .collect()
    }

    /// A path as seen from the crate; none where it leads out of it.
    fn absolute(&self, name: &[String], path: &[String]) -> Option<Vec<String>> {
        let supers = path.iter().take_while(|part| *part == "super").count();
        match path[0].as_str() {
            "crate" => Some(path[1..].to_vec()),
            "self" => Some([name, &path[1..]].concat()),
            "super" => Some([&name[..name.len().checked_sub(supers)?], &path[supers..]].concat()),
            first => {
                let child = [name, &[first.to_owned()]].concat();
                self.0.contains_key(&child).then(|| [name, path].concat())
            }
        }
    }

    /// The module in whose file the last name of a path is defined.
    fn defining(&self, path: &[String], depth: usize) -> Option<Vec<String>> {
        let length = (1..=path.len()).rev().find(|length| self.0.contains_key(&path[..*length]))?;
        let module = &path[..length];
        let Some(name) = path.get(length) else { return Some(module.to_vec()) };
        let passed_on = self.0[module].uses.iter().find(|used| used.known_as == *name);
        match passed_on.and_then(|used| self.absolute(module, &used.path)) {
            Some(further) if depth < 8 => {
                self.defining(&further, depth + 1).filter(|found| !found.is_empty()).or(Some(module.to_vec()))
            }
            _ => Some(module.to_vec()),
        }
    }

    /// Groups of modules of which each reaches every other by uses inside of one top-level module.
    pub(crate) fn circles(&self) -> Vec<Vec<String>> {
        let names: Vec<&Vec<String>> = self.0.keys().collect();
        let uses: BTreeMap<&Vec<String>, BTreeSet<Vec<String>>> = names
            .iter()
            .map(|name| (*name, self.used_by(name).into_iter().filter(|used| used[0] == name[0]).collect()))
            .collect();
        let reach = |from: &Vec<String>| {
            let mut seen: BTreeSet<Vec<String>> = BTreeSet::new();
            let mut open: Vec<Vec<String>> = uses[from].iter().cloned().collect();
            while let Some(next) = open.pop() {
                if seen.insert(next.clone()) {
                    open.extend(uses[&next].iter().cloned());
                }
            }
            seen
        };
        let reached: BTreeMap<&Vec<String>, BTreeSet<Vec<String>>> =
            names.iter().map(|name| (*name, reach(name))).collect();
        let mut circles: BTreeSet<Vec<String>> = BTreeSet::new();
        for name in names {
            let circle: Vec<String> = reached[name]
                .iter()
                .filter(|other| reached[other].contains(name))
                .map(|other| other.join("::"))
                .collect();
            if circle.len() > 1 {
                circles.insert(circle);
            }
        }
        circles.into_iter().collect()
    }
}

fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        syn::Meta::List(list) => list.path.is_ident("cfg") && list.tokens.to_string().contains("test"),
        _ => false,
    })
}

impl Module {
    fn of(file: &syn::File) -> Self {
        let mut module = Self::default();
        module.visit_file(file);
        module
    }

    fn take(&mut self, tree: &syn::UseTree, before: &[String], public: bool) {
        match tree {
            syn::UseTree::Path(path) => {
                self.take(&path.tree, &[before, &[path.ident.to_string()]].concat(), public);
            }
            syn::UseTree::Group(group) => group.items.iter().for_each(|tree| self.take(tree, before, public)),
            syn::UseTree::Name(name) if name.ident == "self" => {
                self.uses.push(Use {
                    path: before.to_vec(),
                    known_as: before.last().cloned().unwrap_or_default(),
                    public,
                });
            }
            syn::UseTree::Name(name) => self.used(before, &name.ident, &name.ident, public),
            syn::UseTree::Rename(renamed) => self.used(before, &renamed.ident, &renamed.rename, public),
            syn::UseTree::Glob(_) => self.uses.push(Use { path: before.to_vec(), known_as: "*".to_owned(), public }),
        }
    }

    fn used(&mut self, before: &[String], ident: &syn::Ident, known_as: &syn::Ident, public: bool) {
        let path = [before, &[ident.to_string()]].concat();
        self.uses.push(Use { path, known_as: known_as.to_string(), public });
    }

    fn path(&mut self, parts: Vec<String>) {
        if parts.len() > 1 {
            self.paths.insert(parts);
        }
    }
}

impl<'ast> Visit<'ast> for Module {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        let attributes = match item {
            syn::Item::Mod(item) => &item.attrs,
            syn::Item::Fn(item) => &item.attrs,
            syn::Item::Use(item) => &item.attrs,
            syn::Item::Impl(item) => &item.attrs,
            _ => &Vec::new(),
        };
        if is_test(attributes) {
            return;
        }
        match item {
            syn::Item::Struct(item) => self.types.push(item.ident.to_string()),
            syn::Item::Enum(item) => self.types.push(item.ident.to_string()),
            syn::Item::Trait(item) => self.types.push(item.ident.to_string()),
            syn::Item::Type(item) => self.types.push(item.ident.to_string()),
            syn::Item::Use(item) => {
                let public = !matches!(item.vis, syn::Visibility::Inherited);
                self.take(&item.tree, &[], public);
                return;
            }
            _ => {}
        }
        visit::visit_item(self, item);
    }

    /// `pub(in path)` uses nothing.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.path(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        visit::visit_path(self, path);
    }

    /// What a macro is given is not parsed by `syn`: the paths in it are put together from its tokens.
    fn visit_macro(&mut self, item: &'ast syn::Macro) {
        let mut open = vec![item.tokens.clone()];
        while let Some(tokens) = open.pop() {
            let mut parts: Vec<String> = Vec::new();
            let mut colons = 0;
            for token in tokens {
                match token {
                    proc_macro2::TokenTree::Ident(ident) if colons == 2 => parts.push(ident.to_string()),
                    proc_macro2::TokenTree::Ident(ident) => {
                        self.path(std::mem::replace(&mut parts, vec![ident.to_string()]));
                    }
                    proc_macro2::TokenTree::Punct(punct) if punct.as_char() == ':' => {
                        colons += 1;
                        continue;
                    }
                    proc_macro2::TokenTree::Group(group) => open.push(group.stream()),
                    _ => self.path(std::mem::take(&mut parts)),
                }
                colons = 0;
            }
            self.path(parts);
        }
        visit::visit_macro(self, item);
    }
}

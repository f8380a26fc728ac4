//! Just enough of the WebAssembly binary format to tell whose code fills a program.
//!
//! <https://webassembly.github.io/spec/core/binary/modules.html>

use std::collections::BTreeMap;

/// The part of functions whose name tells no crate.
pub(super) const NAMELESS: &str = "(functions without a crate's name)";
/// The part of texts, tables and other data.
const DATA: &str = "(data: texts, tables)";
/// The part of types, imports, exports and the like.
const FRAME: &str = "(types, imports, exports)";

/// The sections of a program that matter here.
#[derive(Debug, Default)]
pub(super) struct Program<'a> {
    /// Every function of its own with its bytes.
    functions: Vec<&'a [u8]>,
    /// How many functions come from outside; they are numbered first.
    imported: usize,
    names: BTreeMap<usize, &'a str>,
    data: &'a [u8],
    frame: Vec<&'a [u8]>,
}

/// Some bytes of the program under one heading.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// A crate, or what else it is in brackets.
    pub(super) name: String,
    /// The bytes, one function after the other.
    pub(super) bytes: Vec<u8>,
}

impl<'a> Program<'a> {
    /// Reads a whole module; `None` when it is none.
    pub(super) fn read(module: &'a [u8]) -> Option<Self> {
        let mut rest = Reader(module.strip_prefix(b"\0asm\x01\0\0\0")?);
        let mut program = Self::default();
        while !rest.0.is_empty() {
            let kind = rest.byte()?;
            let length = rest.number()?;
            let content = rest.take(length)?;
            match kind {
                0 => program.read_custom(Reader(content))?,
                2 => {
                    program.imported = imported_functions(Reader(content))?;
                    program.frame.push(content);
                }
                10 => program.functions = bodies(Reader(content))?,
                11 => program.data = content,
                _ => program.frame.push(content),
            }
        }
        Some(program)
    }

    fn read_custom(&mut self, mut section: Reader<'a>) -> Option<()> {
        if section.text()? != "name" {
            return Some(());
        }
        while !section.0.is_empty() {
            let kind = section.byte()?;
            let length = section.number()?;
            let mut names = Reader(section.take(length)?);
            if kind == 1 {
                for _ in 0..names.number()? {
                    let function = names.number()?;
                    self.names.insert(function, names.text()?);
                }
            }
        }
        Some(())
    }
}

/// The program's bytes by crate, in no particular order.
pub(super) fn parts(program: &Program) -> Vec<Part> {
    let mut parts: BTreeMap<&str, Vec<u8>> = BTreeMap::new();
    for (at, body) in program.functions.iter().enumerate() {
        let owner = program
            .names
            .get(&(at + program.imported))
            .and_then(|name| owner_of(name));
        parts
            .entry(owner.unwrap_or(NAMELESS))
            .or_default()
            .extend_from_slice(body);
    }
    parts.insert(DATA, program.data.to_vec());
    parts.insert(FRAME, program.frame.concat());
    parts
        .into_iter()
        .map(|(name, bytes)| Part {
            name: name.to_owned(),
            bytes,
        })
        .collect()
}

/// The bytes of all functions whose name holds one of these words, one function after the other.
pub(super) fn named_like(program: &Program, words: &[&str]) -> Vec<u8> {
    let functions = program.functions.iter().enumerate();
    let named = functions.filter(|(at, _)| {
        let name = program.names.get(&(at + program.imported));
        name.is_some_and(|name| words.iter().any(|word| name.contains(word)))
    });
    named.flat_map(|(_, body)| body.iter().copied()).collect()
}

/// Whose a function is. Code of another crate that was made for the app's own types is the app's:
/// the views of its components stand inside functions of yew.
fn owner_of(name: &str) -> Option<&str> {
    let is_apps = ["first_light::", "first_light["]
        .iter()
        .any(|own| name.contains(own));
    if is_apps {
        Some("first_light")
    } else {
        crate_of(name)
    }
}

/// The crate that a function's name begins with: "yew" of `<yew::html::Html as core::fmt::Debug>::fmt`.
fn crate_of(name: &str) -> Option<&str> {
    let (before, _) = name.split_once("::")?;
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let start = before
        .rfind(|letter| !is_part(letter))
        .map_or(0, |at| at + 1);
    let owner = &before[start..];
    // A compiler that writes the crate's number: `core[2f1c]::fmt`.
    let owner = if before.ends_with(']') {
        before.split('[').next()?.trim_start_matches('<')
    } else {
        owner
    };
    (!owner.is_empty() && owner.chars().all(is_part)).then_some(owner)
}

fn imported_functions(mut section: Reader) -> Option<usize> {
    let mut functions = 0;
    for _ in 0..section.number()? {
        section.text()?;
        section.text()?;
        match section.byte()? {
            0 => {
                section.number()?;
                functions += 1;
            }
            1 => {
                section.byte()?;
                section.limits()?;
            }
            2 => section.limits()?,
            3 => {
                section.take(2)?;
            }
            4 => {
                section.byte()?;
                section.number()?;
            }
            _ => return None,
        }
    }
    Some(functions)
}

fn bodies(mut section: Reader<'_>) -> Option<Vec<&[u8]>> {
    let count = section.number()?;
    let body = |_| {
        let length = section.number()?;
        section.take(length)
    };
    (0..count).map(body).collect()
}

/// The bytes not read yet.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    /// An unsigned number in LEB128.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    fn text(&mut self) -> Option<&'a str> {
        let length = self.number()?;
        std::str::from_utf8(self.take(length)?).ok()
    }

    fn limits(&mut self) -> Option<()> {
        if self.byte()? & 1 == 1 {
            self.number()?;
        }
        self.number().map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with one imported and two own functions, the second without a name, and three bytes of data.
    fn module() -> Vec<u8> {
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        let section = |kind: u8, content: &[u8]| {
            let mut bytes = vec![kind, u8::try_from(content.len()).unwrap()];
            bytes.extend_from_slice(content);
            bytes
        };
        module.extend(section(2, b"\x01\x01a\x01b\x00\x00"));
        module.extend(section(10, b"\x02\x02\x00\x0b\x03\x00\x01\x0b"));
        module.extend(section(11, b"xyz"));
        let mut names = b"\x04name\x01\x0b\x01\x01\x08yew::a::".to_vec();
        names[6] = u8::try_from(names.len() - 7).unwrap();
        module.extend(section(0, &names));
        module
    }

    #[test]
    fn tells_functions_by_their_names() {
        let module = module();
        let mut found: Vec<_> = parts(&Program::read(&module).unwrap())
            .into_iter()
            .map(|part| (part.name, part.bytes.len()))
            .collect();
        found.sort();
        let expected = [(DATA, 3), (NAMELESS, 3), (FRAME, 7), ("yew", 2)];
        let mut expected = expected.map(|(name, size)| (name.to_owned(), size));
        expected.sort();
        assert_eq!(found, expected);
    }

    #[test]
    fn refuses_what_is_no_module_and_what_is_cut_off() {
        assert!(Program::read(b"hello").is_none());
        let module = module();
        assert!(Program::read(&module[..module.len() - 1]).is_none());
    }

    #[test]
    fn finds_the_crate_in_every_kind_of_name() {
        assert_eq!(crate_of("yew::html::render"), Some("yew"));
        assert_eq!(
            crate_of("<yew::Html as core::fmt::Debug>::fmt"),
            Some("yew")
        );
        assert_eq!(
            crate_of("<&mut serde_json::Value as core::fmt::Debug>::fmt"),
            Some("serde_json")
        );
        assert_eq!(crate_of("core[2f1c]::fmt::write"), Some("core"));
        assert_eq!(crate_of("<core[2f1c]::fmt::X>::write"), Some("core"));
        assert_eq!(crate_of("memcpy"), None);
    }

    #[test]
    fn what_was_made_for_the_app_is_the_apps() {
        let view =
            "<yew[1a]::html::State<first_light[2b]::ui::Home> as yew[1a]::html::Stateful>::view";
        assert_eq!(owner_of(view), Some("first_light"));
        assert_eq!(
            owner_of("<yew::Html as core::fmt::Debug>::fmt"),
            Some("yew")
        );
    }
}

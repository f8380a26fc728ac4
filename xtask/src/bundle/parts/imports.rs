//! The names by which a part takes what it shares with the rest of the program. They get short on both sides.
//!
//! <https://webassembly.github.io/spec/core/binary/modules.html#import-section>

use std::collections::BTreeMap;

/// The number of the section of imports.
const IMPORTS: u8 = 2;
/// How a module begins.
const START: &[u8; 8] = b"\0asm\x01\0\0\0";

/// The module with other names for what it imports from `module`; `None` when it is none, imports functions,
/// or something that has no new name.
pub(in crate::bundle) fn rename(
    bytes: &[u8],
    module: (&str, &str),
    names: &BTreeMap<String, String>,
) -> Option<Vec<u8>> {
    let mut renamed = START.to_vec();
    let mut rest = bytes.strip_prefix(START)?;
    while let Some((kind, after)) = rest.split_first() {
        rest = after;
        let length = number(&mut rest)?;
        let (section, after) = rest.split_at_checked(length)?;
        rest = after;
        let section = if *kind == IMPORTS {
            imports(section, module, names)?
        } else {
            section.to_vec()
        };
        renamed.push(*kind);
        put_number(&mut renamed, section.len());
        renamed.extend(section);
    }
    Some(renamed)
}

fn imports(
    mut section: &[u8],
    (long, short): (&str, &str),
    names: &BTreeMap<String, String>,
) -> Option<Vec<u8>> {
    let mut renamed = Vec::new();
    let count = number(&mut section)?;
    put_number(&mut renamed, count);
    for _ in 0..count {
        if text(&mut section)? != long {
            return None;
        }
        put_text(&mut renamed, short);
        let name = names.get(text(&mut section)?)?;
        put_text(&mut renamed, name);
        let length = length_of_kind(section)?;
        let (kind, after) = section.split_at_checked(length)?;
        renamed.extend(kind);
        section = after;
    }
    Some(renamed)
}

/// How many bytes say of what kind an import is.
fn length_of_kind(section: &[u8]) -> Option<usize> {
    let mut rest = section.get(1..)?;
    match section.first()? {
        // A table: what it holds, and how much.
        1 => {
            rest = rest.get(1..)?;
            limits(&mut rest)?;
        }
        // A memory: how much.
        2 => limits(&mut rest)?,
        // A global: its type, and whether it changes.
        3 => rest = rest.get(2..)?,
        _ => return None,
    }
    Some(section.len() - rest.len())
}

fn limits(rest: &mut &[u8]) -> Option<()> {
    let (kind, after) = rest.split_first()?;
    *rest = after;
    number(rest)?;
    if *kind == 1 {
        number(rest)?;
    }
    Some(())
}

fn text<'a>(rest: &mut &'a [u8]) -> Option<&'a str> {
    let length = number(rest)?;
    let (text, after) = rest.split_at_checked(length)?;
    *rest = after;
    std::str::from_utf8(text).ok()
}

fn put_text(bytes: &mut Vec<u8>, text: &str) {
    put_number(bytes, text.len());
    bytes.extend(text.as_bytes());
}

/// Reads a number of up to 32 bits, seven in each byte, the lowest first.
fn number(rest: &mut &[u8]) -> Option<usize> {
    let mut number = 0;
    for at in 0..5 {
        let (byte, after) = rest.split_first()?;
        *rest = after;
        number |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

fn put_number(bytes: &mut Vec<u8>, mut number: usize) {
    loop {
        // The mask leaves seven bits.
        let low = (number & 0x7f) as u8;
        number >>= 7;
        if number == 0 {
            return bytes.push(low);
        }
        bytes.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that imports from "m" a memory "memory" and a global "stack", and has 200 bytes of its own.
    fn module() -> Vec<u8> {
        let mut module = START.to_vec();
        let imports = b"\x02\x01m\x06memory\x02\x01\x12\x80\x80\x01\x01m\x05stack\x03\x7f\x01";
        module.push(IMPORTS);
        put_number(&mut module, imports.len());
        module.extend(imports);
        module.push(0);
        put_number(&mut module, 200);
        module.extend([7; 200]);
        module
    }

    fn names(names: &[(&str, &str)]) -> BTreeMap<String, String> {
        let names = names.iter();
        names
            .map(|(long, short)| (long.to_string(), short.to_string()))
            .collect()
    }

    #[test]
    fn puts_other_names_and_leaves_the_rest() {
        let short = names(&[("memory", "b"), ("stack", "c")]);
        let renamed = rename(&module(), ("m", "a"), &short).unwrap();
        let imports = b"\x02\x01a\x01b\x02\x01\x12\x80\x80\x01\x01a\x01c\x03\x7f\x01";
        assert_eq!(&renamed[10..10 + imports.len()], imports);
        assert_eq!(renamed.len(), module().len() - 9);
        let long = names(&[("b", "memory"), ("c", "stack")]);
        assert_eq!(rename(&renamed, ("a", "m"), &long), Some(module()));
    }

    #[test]
    fn refuses_what_it_has_no_name_for() {
        let one = names(&[("memory", "b")]);
        let both = names(&[("memory", "b"), ("stack", "c")]);
        assert_eq!(rename(&module(), ("m", "a"), &one), None);
        assert_eq!(rename(&module(), ("n", "a"), &both), None);
        assert_eq!(rename(&module()[..12], ("m", "a"), &both), None);
        assert_eq!(rename(b"no module", ("m", "a"), &both), None);
    }
}

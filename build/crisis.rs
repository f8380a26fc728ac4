//! Turns `data/crisis-lines.tsv` into Rust: one row for each country, with its numbers as data.

use super::catalogue::camel;
use std::fmt::Write;

/// The Rust source of the table. A row that is not understood stops the build.
pub(crate) fn rust(table: &str) -> Result<String, String> {
    let rows = table.lines().skip(1).filter(|row| !row.starts_with('#'));
    let (mut countries, mut elsewhere) = (String::new(), None);
    for row in rows {
        let cells: Vec<_> = row.split('\t').map(str::trim).collect();
        let [code, service, contact, hours, emergency, corroboration] = cells[..] else {
            return Err(format!("a row needs six cells: {row}"));
        };
        if code == "*" {
            elsewhere = Some((contact, emergency));
            continue;
        }
        let _ = writeln!(
            countries,
            "    Line {{ country: {code:?}, country_name: Msg::{}, service: {service:?}, contacts: &[{}], \
             hours: {}, emergency: &{:?}, checked: {} }},",
            camel(&format!("countries.{}", code.to_lowercase())),
            contacts(contact)?,
            hours_of(hours),
            numbers(emergency),
            corroboration.starts_with("L31"),
        );
    }
    let (directory, emergency) = elsewhere.ok_or("a row for everywhere else (*) is missing")?;
    Ok(format!(
        "/// Every line, in the order of the list.\npub const LINES: &[Line] = &[\n{countries}];\n\
         /// A directory of lines in other countries.\npub const DIRECTORY: &str = {directory:?};\n\
         /// Emergency numbers that work in many countries.\n\
         pub const EMERGENCY_ELSEWHERE: &[&str] = &{:?};\n",
        numbers(emergency)
    ))
}

/// What stands in brackets is said in the catalogue's words, under `urgent.aside`.
/// `call/text 988 (EN/FR)`, `116 123 (text HELLO to 50808)`, `113 / 0800 0113`.
fn contacts(cell: &str) -> Result<String, String> {
    let (main, aside) = match cell.split_once('(') {
        Some((main, aside)) => (main.trim(), aside.trim_end_matches(')').trim()),
        None => (cell, ""),
    };
    let (numbers, both) = match main.strip_prefix("call/text ") {
        Some(numbers) => (numbers, true),
        None => (main, false),
    };
    let mut out = String::new();
    for number in numbers.split(" / ").map(str::trim) {
        dialled(number)?;
        let _ = write!(out, "Contact::Call({number:?}), ");
        if both {
            let _ = write!(out, "Contact::Text({number:?}, None), ");
        }
    }
    match aside
        .strip_prefix("text ")
        .and_then(|rest| rest.split_once(" to "))
    {
        Some((word, number)) => {
            dialled(number)?;
            let _ = write!(out, "Contact::Text({number:?}, Some({word:?})), ");
        }
        None if aside.is_empty() => {}
        None => {
            let aside = camel(&format!(
                "urgent.aside.{}",
                aside.to_lowercase().replace('/', "-")
            ));
            let _ = write!(out, "Contact::Aside(Msg::{aside}), ");
        }
    }
    Ok(out)
}

/// Numbers are digits with spaces and hyphens between them; anything else is not understood.
fn dialled(number: &str) -> Result<(), String> {
    let plain = |letter: char| letter.is_ascii_digit() || matches!(letter, ' ' | '-' | '+');
    match !number.is_empty() && number.chars().all(plain) {
        true => Ok(()),
        false => Err(format!("not a telephone number: {number}")),
    }
}

fn hours_of(cell: &str) -> String {
    match cell {
        "24/7" => "Hours::Always".to_owned(),
        "?" => "Hours::Unknown".to_owned(),
        hours => format!("Hours::Daily({hours:?})"),
    }
}

/// `144/112`, `112 (EU/GSM), 911`; none for `?`.
fn numbers(cell: &str) -> Vec<&str> {
    let number = |part: &'_ str| part.bytes().all(|byte| byte.is_ascii_digit()) && !part.is_empty();
    cell.split([',', '/', ' ', '(', ')'])
        .filter(|part| number(part))
        .collect()
}

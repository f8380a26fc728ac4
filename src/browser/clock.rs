//! The clock.

use crate::worksheet::Date;
use js_sys::Intl::DateTimeFormat;
use js_sys::{Array, Function};
use std::cell::RefCell;
use wasm_bindgen::JsValue;

/// Now, in milliseconds since 1970-01-01T00:00Z. Used to show dates and to sort plans, never to decide
/// which words to keep: clocks go wrong.
#[must_use]
pub fn now() -> u64 {
    // Native tests have no clock. One that stands before 1970 reads as 1970: the cast saturates.
    if cfg!(target_arch = "wasm32") {
        js_sys::Date::now() as u64
    } else {
        0
    }
}

/// Today, in the person's own time zone.
#[must_use]
pub fn today() -> Option<Date> {
    local_day(now())
}

/// The day of a moment, in the person's own time zone.
#[must_use]
pub fn local_day(moment: u64) -> Option<Date> {
    if !cfg!(target_arch = "wasm32") {
        return None;
    }
    let day = js_sys::Date::new(&(moment as f64).into());
    let year = u16::try_from(day.get_full_year()).ok()?;
    let month = u8::try_from(day.get_month() + 1).ok()?;
    Date::new(year, month, u8::try_from(day.get_date()).ok()?)
}

/// A day as people write it in a language: "22 November 2026". In native tests, "2026-11-22".
#[must_use]
pub fn long_date(date: Date, language: &str) -> String {
    if !cfg!(target_arch = "wasm32") {
        return date.to_string();
    }
    let month = i32::from(date.month()) - 1;
    let day =
        js_sys::Date::new_with_year_month_day(u32::from(date.year()), month, i32::from(date.day()));
    // Years below 100 would otherwise be read as 1900 and later.
    day.set_full_year(u32::from(date.year()));
    let written = writer(language).call1(&JsValue::UNDEFINED, &day);
    // It fails only for what is no day.
    let written = written.ok().and_then(|written| written.as_string());
    written.unwrap_or_else(|| date.to_string())
}

/// Gets ready to write days in a language, which takes the longest the first time.
pub fn prepare(language: &str) {
    if cfg!(target_arch = "wasm32") {
        writer(language);
    }
}

thread_local! {
    /// What writes days, and in which language. To make it takes a browser some ten milliseconds.
    static WRITER: RefCell<Option<(String, Function)>> = const { RefCell::new(None) };
}

/// What writes days in a language.
fn writer(language: &str) -> Function {
    let known = WRITER.with_borrow(|known| match known {
        Some((own, writer)) if own == language => Some(writer.clone()),
        _ => None,
    });
    known.unwrap_or_else(|| {
        let options = js_sys::Object::new();
        for (part, form) in [("year", "numeric"), ("month", "long"), ("day", "numeric")] {
            // Setting a property of a plain object of our own cannot fail.
            let _ = js_sys::Reflect::set(&options, &part.into(), &form.into());
        }
        let languages = Array::of1(&in_region(language).into());
        let writer = DateTimeFormat::new(&languages, &options).format();
        WRITER.set(Some((language.to_owned(), writer.clone())));
        writer
    })
}

/// The language as the browser has it with its region, when it is the same language: people in Leeds
/// and in Boston read English, and write days in different ways.
fn in_region(language: &str) -> String {
    let own = super::page::browser_language();
    let same = own.split('-').next() == language.split('-').next();
    if same { own } else { language.to_owned() }
}

//! First Light: a private worksheet that takes a person through the Miracle Question and into a goal
//! plan, entirely in the browser.
//!
//! The modules, from the core outward; each may use those before it and never those after it:
//!
//! - [`worksheet`], [`questionnaire`], [`progress`], [`route`]: what a plan is, what is asked, what
//!   comes next, and where it is found. No I/O, so it cannot fail.
//! - [`format`]: how a plan is written and read. [`store`]: where plans are kept. [`i18n`]: the words.
//!   [`export`]: a plan as a document. [`crisis`]: where to find urgent help.
//! - [`sharing`]: what people hand each other: links, locked copies, files, QR codes, calendars.
//! - [`browser`]: storage, clock, files and the page itself.
//! - [`ui`]: what a person sees.

pub mod browser;
pub mod crisis;
pub mod export;
pub mod format;
pub mod i18n;
pub mod progress;
pub mod questionnaire;
pub mod route;
pub mod sharing;
pub mod store;
pub mod ui;
pub mod worksheet;

//! First Light: a private worksheet that takes a person through the Miracle Question and into a goal
//! plan, entirely in the browser.
//!
//! The modules, from the core outward; each may use those before it and never those after it:
//!
//! - [`worksheet`], [`questionnaire`], [`progress`], [`route`]: what a plan is, what is asked, what
//!   comes next, and where it is found. No I/O, so it cannot fail.

pub mod progress;
pub mod questionnaire;
pub mod route;
pub mod worksheet;

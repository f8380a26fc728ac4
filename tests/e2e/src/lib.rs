//! First Light in real browsers, driven through W3C WebDriver.
//!
//! - [`tools`]: where the drivers, the browsers and the built app are.
//! - [`server`]: serves the built app on loopback and keeps a log of every request.
//! - [`host`]: nginx and Caddy with the header files of `deploy/`.
//! - [`process`]: child processes that always end with the test that started them.
//! - [`engine`]: how each of the three engines is started.
//! - [`browser`]: one visit of a person to the app, with a fresh profile.
//! - [`undriven`]: WebKit as people use it, without a driver.
//! - [`home`]: the folder that a browser keeps everything in; it can outlive the browser.
//! - [`chance`]: chance that can be had again by its seed.
//! - [`keyboard`]: what a person does with the keyboard alone.
//! - [`storage`]: filling, breaking and reading what the browser keeps.
//! - [`paper`]: what comes out of the printer, as text.
//! - [`axe`]: the accessibility rules of axe-core.
//! - [`scenario`]: runs one scenario in one engine and keeps a picture of what went wrong.
//!
//! Everything here panics with the reason when something does not work: it is only used by tests.

pub mod axe;
pub mod browser;
pub mod chance;
pub mod engine;
pub mod home;
pub mod host;
pub mod keyboard;
pub mod paper;
pub mod process;
pub mod scenario;
pub mod server;
pub mod sheet;
pub mod storage;
pub mod tools;
pub mod undriven;

pub use browser::Browser;
pub use chance::Chance;
pub use engine::{Colours, Engine, Setup, StorageAccess, Width};
pub use home::Home;
pub use scenario::Visit;
pub use undriven::Undriven;

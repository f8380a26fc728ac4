//! The app in real browsers.
//!
//! Each scenario runs in each engine as a test of its own: `story::a_whole_story::firefox`.

mod axe;
mod broken;
mod catalogue;
mod checkup;
mod damage;
mod delete_everything;
mod early;
mod faults;
mod forms;
mod goals;
mod harness;
mod history;
mod hostile;
mod hosting;
mod input;
mod kill;
mod leave;
mod lock;
mod narrow;
mod network;
mod offline;
mod paper;
mod parts;
mod patterns;
mod person;
mod seed;
mod settings;
mod sharing;
mod single;
mod slow;
mod stops;
mod storage;
mod story;
mod therapists;
mod throwing;
mod turning;
mod two_plans;
mod two_tabs;
mod walk;

use e2e::tools::Tool;
use std::path::PathBuf;

/// The built app, as people get it.
fn app() -> PathBuf {
    Tool::DIST.path()
}

/// The app with its two made-up languages.
fn app_in_made_up_languages() -> PathBuf {
    Tool::DIST_PSEUDO.path()
}

/// Runs a scenario that does not depend on the engine in Chromium, under a test's name.
fn in_chromium(name: &str, scenario: fn(&e2e::Visit)) {
    let engine = e2e::Engine::Chromium;
    e2e::scenario::run(engine, name, &app(), e2e::Setup::default(), scenario);
}

/// Makes a test of a scenario in each engine, named `scenario::engine`.
#[macro_export]
macro_rules! in_every_engine {
    ($name:ident, $root:expr, $setup:expr, $scenario:expr) => {
        mod $name {
            #[allow(unused_imports)]
            use super::*;
            fn run(engine: e2e::Engine) {
                e2e::scenario::run(engine, module_path!(), &$root, $setup, $scenario);
            }
            #[test]
            fn chromium() {
                run(e2e::Engine::Chromium);
            }
            #[test]
            fn firefox() {
                run(e2e::Engine::Firefox);
            }
            #[test]
            fn webkit() {
                run(e2e::Engine::WebKit);
            }
        }
    };
}

//! The app in real browsers.

mod harness;

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

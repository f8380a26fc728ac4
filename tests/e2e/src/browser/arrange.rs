//! What can only be arranged once the browser runs.

use serde_json::json;

use super::Browser;
use crate::engine::{Colours, Engine, Setup, Width};

impl Browser {
    /// Sets time limits, colours and the size of the window.
    pub(super) fn arrange(&self, setup: Setup) {
        self.post(
            "timeouts",
            json!({ "script": 110_000, "pageLoad": 60_000, "implicit": 0 }),
        );
        let (width, height) = match setup.width {
            Width::Wide => (1280, 900),
            Width::Narrow => (320, 640),
        };
        match self.engine {
            Engine::Chromium => self.arrange_chromium(setup.colours, width, height),
            Engine::Firefox => self.let_firefox_be_narrow(),
            Engine::WebKit => {}
        }
        self.post("window/rect", json!({ "width": width, "height": height }));
    }

    fn arrange_chromium(&self, colours: Colours, width: u32, height: u32) {
        let scheme = match colours {
            Colours::Light => "light",
            Colours::Dark => "dark",
        };
        self.devtools(
            "Emulation.setEmulatedMedia",
            json!({ "features": [
                { "name": "prefers-color-scheme", "value": scheme },
                { "name": "prefers-reduced-motion", "value": "reduce" },
            ] }),
        );
        // Its window is never narrower than 500 pixels.
        self.devtools(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false }),
        );
    }

    /// Takes away the window's own smallest width (500 pixels).
    fn let_firefox_be_narrow(&self) {
        self.in_firefox_itself(
            "document.documentElement.style.setProperty('min-width', '0', 'important');",
        );
    }
}

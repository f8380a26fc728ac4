//! How slow the machine and the network are made.

use e2e::Browser;
use serde_json::json;

/// How many times slower than this machine both pages run.
const SLOWER: u32 = 4;

/// Circumstances that a page is measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Condition {
    /// `cpu4`: a quarter of the processor.
    Cpu4,
    /// `phone`: a quarter of the processor, and a slow mobile network.
    Phone,
}

impl Condition {
    /// From now on, the browser is as slow as that.
    pub(crate) fn begins(self, browser: &Browser) {
        if self == Self::Phone {
            browser.devtools("Network.enable", json!({}));
            // Milliseconds until the first byte, and bytes a second: 1.6 Mbit/s down, 0.75 up.
            let network = json!({
                "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750,
            });
            browser.devtools("Network.emulateNetworkConditions", network);
        }
        browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER }));
    }
}

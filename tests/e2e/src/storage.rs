//! Filling, breaking and reading what the browser keeps for the page (localStorage).

use std::collections::BTreeMap;

use serde_json::json;

use crate::Browser;

/// The key that [`Browser::fill_storage`] writes; the app knows nothing of it.
const FILLER: &str = "filler-of-the-tests";

impl Browser {
    /// Everything that is kept, by key.
    #[must_use]
    pub fn stored(&self) -> BTreeMap<String, String> {
        let all = self.script("return { ...localStorage };", json!([]));
        serde_json::from_value(all).expect("localStorage holds text")
    }

    /// Puts `value` at `key`, as another program or a fault might.
    pub fn store(&self, key: &str, value: &str) {
        self.script(
            "localStorage.setItem(arguments[0], arguments[1]);",
            json!([key, value]),
        );
    }

    /// Fills the storage to the last character that the browser allows.
    ///
    /// Returns how many characters that took.
    pub fn fill_storage(&self) -> u64 {
        let taken = self.script(
            "const key = arguments[0];
             let text = '';
             for (let size = 1 << 23; size >= 1; size >>= 1) {
                 try { localStorage.setItem(key, text + 'x'.repeat(size)); text += 'x'.repeat(size); }
                 catch (full) { if (!(full instanceof DOMException)) throw full; }
             }
             return text.length;",
            json!([FILLER]),
        );
        taken.as_u64().expect("a length is a number")
    }

    /// Gives back the room that [`Browser::fill_storage`] took.
    pub fn make_room(&self) {
        self.script("localStorage.removeItem(arguments[0]);", json!([FILLER]));
    }
}

//! Delete everything in a browser; `tests/delete_everything.rs` has the rest.

use e2e::keyboard::Key;
use e2e::{Setup, Visit};
use serde_json::json;

use crate::catalogue::text;
use crate::seed::{self, SMALL, small_plan};
use crate::{app, in_every_engine};

in_every_engine!(
    what_cannot_be_deleted_is_told,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let sam = seed::arrives_with(visit, &[(SMALL, &small_plan())], "#/privacy");
        sam.browser.script(
            "const remove = Storage.prototype.removeItem;
             Storage.prototype.removeItem = function (key) {
                 if (key.includes('.plan.')) throw new DOMException('no', 'SecurityError');
                 remove.call(this, key);
             };",
            json!([]),
        );
        sam.chooses("delete-all.title");
        sam.chooses("delete-all.yes");
        sam.is_told("delete-all.failed");
        assert_eq!(sam.browser.focus().name, text("delete-all.failed"));
        let left: Vec<String> = sam.browser.stored().into_keys().collect();
        assert_eq!(left, [seed::key(SMALL)]);
        sam.browser.press(Key::Tab);
    }
);

//! The edition that is one file, opened from the disk.

use std::fs;

use e2e::{Setup, Visit};
use serde_json::json;

use crate::person::Person;
use crate::{app, in_every_engine};

const WORDS: &str = "A quiet bench by the river.";

/// Goes to a page as a link in the page does.
fn goes(sam: &Person, fragment: &str) {
    sam.turns_the_page(|| {
        let go = "location.hash = arguments[0];";
        sam.browser.script(go, json!([fragment]));
    });
}

fn loads_again(sam: &Person) {
    sam.turns_the_page(|| {
        let later = "setTimeout(() => location.reload());";
        sam.browser.script(later, json!([]));
    });
}

in_every_engine!(from_the_disk, app(), Setup::default(), |visit: &Visit| {
    let folder = tempfile::tempdir().expect("a temporary folder can be created");
    let file = folder.path().join("first light.html");
    let page = xtask::single::page(&app()).expect("the one file can be made");
    fs::write(&file, page).expect("the one file can be written");
    visit.server.goes_away();
    let browser = &visit.browser;
    browser.open(&format!("file://{}", file.display()).replace(' ', "%20"));
    let mut sam = Person::comes(visit);
    browser.wait_until(
            "the app",
            "return !document.querySelector('.boot__status') && !!document.querySelector('.hero__actions')",
        );
    browser.script(
            "window.broken = [];
             document.addEventListener('securitypolicyviolation', (event) => broken.push(event.violatedDirective + ' ' + event.blockedURI));",
            json!([]),
        );

    goes(&sam, "#/new");
    let plan = browser.fragment();
    let plan = plan
        .split('/')
        .nth(2)
        .expect("the name of a plan")
        .to_owned();
    goes(&sam, &format!("#/plan/{plan}/hopes/best"));
    sam.writes("best-hopes", WORDS);
    sam.is_told_about_saving("save.saved");
    goes(&sam, &format!("#/plan/{plan}/summary/all"));
    assert!(sam.page_text().contains(WORDS));
    if browser.engine().prints() {
        let printed = e2e::paper::text_of_pdf(&browser.print(e2e::paper::Paper::A4));
        assert!(printed.contains(WORDS), "{printed}");
    }
    goes(&sam, "#/privacy");
    sam.is_told("privacy.disk");
    sam.chooses("delete-all.copy");
    assert!(browser.any_saved_file().contains(WORDS));
    goes(&sam, "#/urgent-help");
    goes(&sam, "#/settings");

    // The part that makes locks is inside, too.
    goes(&sam, "#/lock");
    for field in ["new-passphrase", "new-passphrase-again"] {
        sam.writes(field, "seven paper lanterns");
    }
    sam.chooses("lock.set");
    sam.is_told("lock.is-set");
    assert!(
        !browser
            .stored()
            .values()
            .any(|stored| stored.contains(WORDS))
    );
    loads_again(&sam);
    goes(&sam, &format!("#/plan/{plan}/hopes/best"));
    sam.is_asked("lock.closed-title");
    sam.writes("passphrase", "seven paper lanterns");
    sam.turns_the_page(|| sam.chooses("lock.open"));
    assert_eq!(sam.value("best-hopes"), WORDS);

    let asked = browser.script(
            "return performance.getEntriesByType('resource').map((one) => one.name).filter((name) => !name.startsWith('data:'))",
            json!([]),
        );
    assert_eq!(asked, json!([]), "something was asked for");
    assert_eq!(browser.console_errors(), Vec::<String>::new());
    assert_eq!(
        browser.script("return window.broken || []", json!([])),
        json!([])
    );
});

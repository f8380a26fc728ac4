//! Without a network, and when a newer version comes: the service worker in real browsers.

mod newer;

use std::fs;
use std::path::Path;

use e2e::keyboard::Key;
use e2e::scenario::{run, run_alone};
use e2e::{Browser, Engine, Setup, Visit, server::Server};
use serde_json::json;
use tempfile::TempDir;

use crate::checkup::copy_of;
use crate::person::Person;
use crate::seed::{self, FULL, arrives_with, full_plan};
use crate::{app, in_every_engine};

/// The built app as another version, told apart by its number in the page.
fn version(number: usize) -> TempDir {
    let folder = copy_of(&app());
    becomes(folder.path(), number);
    folder
}

/// Makes a version out of the one in this folder.
fn becomes(folder: &Path, number: usize) {
    let page = folder.join("index.html");
    let text = fs::read_to_string(app().join("index.html")).expect("the page can be read");
    let text = text.replacen("<html ", &format!("<html data-version={number} "), 1);
    fs::write(page, text).expect("the page can be written");
    xtask::offline::write(folder).expect("the worker can be written");
}

/// Loads the page again as a person does. Firefox's driver has a command for it, but that goes past all caches
/// and past the service worker, as when Shift is held.
fn loads_again(sam: &Person) {
    sam.turns_the_page(|| {
        let later = "setTimeout(() => location.reload());";
        sam.browser.script(later, json!([]));
    });
}

/// The names of all caches.
fn caches(browser: &Browser) -> Vec<String> {
    let names = browser.script_with_callback(
        "const done = arguments[arguments.length - 1]; caches.keys().then(done);",
        json!([]),
    );
    serde_json::from_value(names).expect("a list of names")
}

/// Everything that somebody does on a bad day in a train: goes on writing, saves a copy, looks at what is
/// to be printed, sets a lock.
fn does_everything(sam: &mut Person) {
    sam.opens(&seed::page(FULL, "hopes/best"));
    sam.opens(&seed::page(FULL, "moving/keep"));
    sam.writes_more("keep", " Tunnels, too.");
    sam.is_told_about_saving("save.saved");
    sam.opens(&seed::page(FULL, "summary/all"));
    assert!(sam.page_text().contains("Tunnels, too."));
    if sam.browser.engine().prints() {
        let printed = e2e::paper::text_of_pdf(&sam.browser.print(e2e::paper::Paper::A4));
        assert!(printed.contains("Tunnels, too."), "{printed}");
    }
    sam.opens("#/privacy");
    sam.chooses("delete-all.copy");
    assert!(sam.browser.any_saved_file().contains("Tunnels, too."));
    sam.opens("#/lock");
    for field in ["new-passphrase", "new-passphrase-again"] {
        sam.writes(field, "seven paper lanterns");
    }
    sam.chooses("lock.set");
    sam.is_told("lock.is-set");
}

/// The browser is closed, the network goes, the browser is opened again.
fn starts_cold(engine: Engine) {
    run_alone(engine, |engine| {
        let visit = Visit {
            server: Server::start(&app()),
            browser: Browser::start(engine, Setup::default()),
        };
        arrives_with(&visit, &[(FULL, &full_plan())], "#/");
        visit.browser.waits_for_the_worker();
        visit.server.goes_away();
        let visit = visit.comes_back(Browser::ends);
        let asked = visit.server.requests();
        let mut sam = Person::arrives(&visit, "#/");
        does_everything(&mut sam);
        assert_eq!(visit.server.requests(), asked, "somebody was answered");
        assert_eq!(visit.server.violations(), Vec::<String>::new());
    });
}

#[test]
fn a_cold_start_without_a_network_chromium() {
    starts_cold(Engine::Chromium);
}

#[test]
fn a_cold_start_without_a_network_firefox() {
    starts_cold(Engine::Firefox);
}

in_every_engine!(
    loaded_again_without_a_network,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let mut sam = arrives_with(visit, &[(FULL, &full_plan())], "#/");
        visit.browser.waits_for_the_worker();
        visit.server.goes_away();
        loads_again(&sam);
        does_everything(&mut sam);
        loads_again(&sam);
        sam.is_asked("lock.closed-title");
        assert_eq!(visit.server.violations(), Vec::<String>::new());
    }
);

in_every_engine!(
    the_first_visit_downloads_nothing_twice,
    app(),
    Setup::default(),
    |visit: &Visit| {
        if visit.browser.engine() == Engine::WebKit {
            println!("WebKit keeps no files of a driven visit, so the worker has to ask again");
            return;
        }
        Person::arrives(visit, "#/");
        visit.browser.waits_for_the_worker();
        let mut asked = visit.server.requests_of_the_page();
        asked.sort();
        let twice: Vec<_> = asked.windows(2).filter(|two| two[0] == two[1]).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }
);

in_every_engine!(
    a_shortcut_to_a_new_plan,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let sam = Person::arrives(visit, "#/new");
        let first = visit.browser.fragment();
        assert!(first.starts_with("#/plan/"), "{first}");
        sam.continues();
        sam.opens("#/new");
        let second = visit.browser.fragment();
        assert!(
            second.starts_with("#/plan/") && second != first,
            "{second}, after {first}"
        );
        loads_again(&sam);
        assert_eq!(visit.browser.fragment(), second);
        sam.is_asked("topic.about.title");
    }
);

in_every_engine!(
    nothing_is_installed_by_halves,
    app(),
    Setup::default(),
    |visit: &Visit| {
        // A file that is not the one that was built, as after half an upload.
        let wrong = version(3);
        fs::write(wrong.path().join("icons/icon-512.png"), "other").expect("written");
        visit.server.serves(wrong.path());
        let sam = Person::arrives(visit, "#/");
        visit.browser.wait_for("the attempt", || {
            let asked = visit.server.requests();
            let tries = asked
                .iter()
                .filter(|asked| asked.contains("icon-512"))
                .count();
            (tries == 2 && caches(&visit.browser).is_empty()).then_some(())
        });
        assert!(
            visit
                .browser
                .is_true("return !navigator.serviceWorker.controller")
        );
        // The upload is complete: now it works, and what was there already is not asked for again.
        becomes(wrong.path(), 3);
        fs::copy(
            app().join("icons/icon-512.png"),
            wrong.path().join("icons/icon-512.png"),
        )
        .expect("copied");
        xtask::offline::write(wrong.path()).expect("the worker can be written");
        loads_again(&sam);
        visit.browser.waits_for_the_worker();
        assert_eq!(caches(&visit.browser).len(), 1);
    }
);

in_every_engine!(
    delete_everything_takes_the_files_too,
    app(),
    Setup::default(),
    |visit: &Visit| {
        // Also when nothing else is kept.
        let sam = Person::arrives(visit, "#/privacy");
        visit.browser.waits_for_the_worker();
        sam.is_told("delete-all.files");
        sam.chooses("delete-all.title");
        sam.turns_the_page(|| sam.chooses("delete-all.yes"));
        sam.is_told("delete-all.done");
        visit.browser.wait_for("the end of the worker", || {
            let gone = visit.browser.script_with_callback(
                "const done = arguments[arguments.length - 1];
                 Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()])
                     .then(([names, workers]) => done(names.length + workers.length === 0));",
                json!([]),
            );
            (gone == json!(true)).then_some(())
        });
    }
);

/// Who saves data is not sent what they did not ask for.
#[test]
fn who_saves_data_gets_no_more_than_the_page() {
    run(
        Engine::Chromium,
        module_path!(),
        &app(),
        Setup::default(),
        |visit| {
            visit.browser.devtools(
                "Page.addScriptToEvaluateOnNewDocument",
                json!({ "source": "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
                    addEventListener('first-light-started', () => requestIdleCallback(() => requestIdleCallback(() => { window.idle = true; })));" }),
            );
            let sam = Person::arrives(visit, "#/");
            sam.browser.press(Key::Tab);
            visit
                .browser
                .wait_until("an idle moment", "return window.idle === true");
            let asked = visit.server.requests();
            assert!(
                !asked.iter().any(|asked| asked.contains("worker")),
                "{asked:?}"
            );
            assert!(
                !asked.iter().any(|asked| asked.contains("vault")),
                "{asked:?}"
            );
        },
    );
}

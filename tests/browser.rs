//! What only a browser can tell: that its storage, its clock and its address bar are used rightly.

#![cfg(target_arch = "wasm32")]

use first_light::browser::autosave::Autosave;
use first_light::browser::{LocalStorage, clock, page, random};
use first_light::format::Plan;
use first_light::progress::Place;
use first_light::route::{PlanId, Route};
use first_light::store::{Library, Opened, Storage, StorageError};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn what_is_written_is_read_listed_and_removed() {
    let storage = LocalStorage;
    let words = "Zoë wrote: 早い 🌅\u{0000}";
    storage.write("test-words", words).unwrap();
    assert_eq!(storage.read("test-words").unwrap().as_deref(), Some(words));
    assert!(storage.keys().unwrap().contains(&"test-words".to_owned()));
    storage.remove("test-words").unwrap();
    assert_eq!(storage.read("test-words"), Ok(None));
    assert!(!storage.keys().unwrap().contains(&"test-words".to_owned()));
}

#[wasm_bindgen_test]
fn a_full_storage_says_so_and_keeps_what_it_had() {
    let storage = LocalStorage;
    storage.write("test-full", "before").unwrap();
    let too_much = "x".repeat(6 * 1024 * 1024);
    assert_eq!(
        storage.write("test-full", &too_much),
        Err(StorageError::Full)
    );
    assert_eq!(
        storage.read("test-full").unwrap().as_deref(),
        Some("before")
    );
    storage.remove("test-full").unwrap();
}

#[wasm_bindgen_test]
async fn a_change_is_saved_without_being_asked_for() {
    let library = Library::new(LocalStorage);
    let id = random::plan_id();
    let plan = Plan::new(clock::now());
    let began = clock::now();
    // The promise is kept when the autosave says how the write went.
    let written = js_sys::Promise::new(&mut |resolve, _| {
        let autosave = Autosave::new(library.clone(), move |result| {
            resolve
                .call1(&result.is_ok().into(), &result.is_ok().into())
                .unwrap();
        });
        autosave.changed(id, plan.clone());
    });
    let written = JsFuture::from(written).await.unwrap();
    assert_eq!(written.as_bool(), Some(true));
    assert!(
        clock::now() - began < 1000,
        "saved only after {} ms",
        clock::now() - began
    );
    let another_visit = Library::new(LocalStorage);
    let Ok(Opened::Loaded { plan: opened, .. }) = another_visit.open(id) else {
        panic!("the plan is not there");
    };
    assert_eq!(opened, plan);
    library.delete(id).unwrap();
}

#[wasm_bindgen_test]
fn names_of_plans_differ() {
    let names: std::collections::BTreeSet<PlanId> = (0..100).map(|_| random::plan_id()).collect();
    assert_eq!(names.len(), 100);
}

#[wasm_bindgen_test]
fn the_clock_knows_the_day_and_how_people_write_it() {
    let today = clock::today().unwrap();
    assert!(today.year() >= 2025);
    assert_eq!(clock::local_day(clock::now()), Some(today));
    let written = clock::long_date(today, "en");
    assert!(written.contains(&today.year().to_string()), "{written}");
    assert!(written.contains(&today.day().to_string()), "{written}");
    assert!(
        written.chars().any(char::is_alphabetic),
        "the month is a word: {written}"
    );
}

#[wasm_bindgen_test]
fn an_address_leads_where_it_came_from() {
    for route in [
        Route::Settings,
        Route::Plan(PlanId(0x0123_4567_89ab_cdef), Place::FIRST),
        Route::Home,
    ] {
        page::go(route);
        assert_eq!(page::route(), route);
    }
}

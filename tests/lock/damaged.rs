//! Locks and sealed texts that were damaged: some twelve hundred states. Nothing is blank, nothing is written
//! over, everything is handed out as it stands, and the other plans open.

use super::drawing::{Shown, Whole};
use super::*;
use first_light::i18n::Locale;
use first_light::route::Route;
use first_light::ui::session::{Desk, Event, Outside, Session};
use first_light::worksheet::Date;
use tokio::task::LocalSet;
use yew::prelude::*;

/// The plan that is damaged; the other two are whole.
const DAMAGED: PlanId = IDS[0];

/// Of so many damaged locks, one is tried with the passphrase.
const TRIED: usize = 25;

fn session(storage: &MemoryStorage, route: Route) -> Rc<Session> {
    let outside = Outside {
        now: || 1_790_000_000_000,
        today: || Date::new(2026, 11, 22),
        plan_id: || PlanId(99),
    };
    let library = Library::new(storage.clone());
    Rc::new(Session::start(library, route, Locale::English, outside))
}

/// The page as it is drawn; it is not blank.
fn sees(name: &str, session: &Rc<Session>) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let shown = Shown {
        session: Rc::clone(session),
    };
    let renderer = yew::LocalServerRenderer::<Whole>::with_props(shown).hydratable(false);
    let page = LocalSet::new().block_on(&runtime.expect("a runtime"), renderer.render());
    let main = page.split_once("<main").map_or("", |(_, main)| main);
    let text = main.split_once("</h1>").map_or("", |(_, text)| text);
    assert!(text.len() > 80, "{name}: a blank page: {page}");
    page
}

fn page(id: PlanId) -> Route {
    Route::parse(&format!("#/plan/{id}/hopes/best"))
}

/// What a text may have become.
fn damages(whole: &str) -> Vec<(String, String)> {
    let mut damaged = Vec::new();
    for end in 0..whole.len() {
        damaged.push((format!("cut at byte {end}"), whole[..end].to_owned()));
    }
    for at in 0..whole.len() {
        for bit in [0, 1, 5] {
            let mut bytes = whole.as_bytes().to_vec();
            bytes[at] ^= 1 << bit;
            let text = String::from_utf8(bytes).expect("ASCII");
            damaged.push((format!("bit {bit} of byte {at}"), text));
        }
    }
    let (kind, rest) = whole.split_once("1$").expect("the first version");
    for (name, text) in [
        ("another version", format!("{kind}2${rest}")),
        ("a version far away", format!("{kind}4294967295${rest}")),
        ("no version", format!("{kind}99999999999${rest}")),
        ("twice", whole.repeat(2)),
        ("with more behind", format!("{whole}$")),
        ("with spaces", format!(" {whole}\n")),
        ("null", "null".to_owned()),
        ("a number", "7".to_owned()),
        ("an object", "{}".to_owned()),
        ("a list", "[[[]]]".to_owned()),
        ("zeros", "\0".repeat(100)),
        ("letters of other alphabets", format!("{kind}1$ä€𝄞")),
        ("huge", format!("{kind}1${}", "A".repeat(2_000_000))),
        (
            "huge, and of another version",
            format!("{kind}2${}", "A".repeat(2_000_000)),
        ),
    ] {
        damaged.push((name.to_owned(), text));
    }
    damaged
}

fn put(storage: &MemoryStorage, key: &str, text: &str) -> BTreeMap<String, String> {
    storage.write(key, text).expect("room");
    storage.texts().into_iter().collect()
}

/// Everything stands as it stood, but for what home shows of plans, which is made from them.
#[track_caller]
fn changed_nothing(name: &str, storage: &MemoryStorage, before: &BTreeMap<String, String>) {
    let now = storage.texts();
    for (key, text) in before.iter().filter(|(key, _)| !key.contains(".head.")) {
        assert_eq!(now.get(key), Some(text), "{name}: {key} changed");
    }
}

/// The file with everything that is stored holds it as it stands.
#[track_caller]
fn hands_out_everything(name: &str, library: &Library, before: &BTreeMap<String, String>) {
    let file = library.everything().expect("storage works");
    let file: BTreeMap<String, String> = serde_json::from_str(&file).expect("JSON");
    for (key, text) in before.iter().filter(|(key, _)| !key.contains(".head.")) {
        assert_eq!(file.get(key), Some(text), "{name}: {key} is not handed out");
    }
}

#[test]
fn a_damaged_lock_loses_nothing() {
    let whole = record(PASSPHRASE, 7);
    let damages = damages(&whole);
    assert!(damages.len() > 600, "{} states", damages.len());
    for (number, (name, damaged)) in damages.iter().enumerate() {
        let (storage, _) = locked();
        let before = put(&storage, LOCK, damaged);
        let mut session = session(&storage, Route::Home);
        for route in [Route::Home, page(DAMAGED), Route::Privacy, Route::Lock] {
            session = session.reduce(Event::Went(route));
            sees(name, &session);
        }
        // Whoever types now types into nothing: no plan is open.
        assert!(session.open().is_none(), "{name}");
        session = session.reduce(Event::Plan(Action::Answer(Prompt::BestHopes, "new".into())));
        assert!(session.to_store().is_none(), "{name}");
        let library = session.library.clone();
        hands_out_everything(name, &library, &before);
        // No other lock is put in its place, and no passphrase opens it.
        let other = library.set_lock(&record("another", 9), Held::new(key(9)));
        assert_eq!(other, Err(StorageError::Blocked), "{name}");
        if number % TRIED == 0 {
            assert!(opens(PASSPHRASE, damaged).is_none(), "{name}");
        }
        changed_nothing(name, &storage, &before);
        // With the lock as it was, everything opens.
        storage.write(LOCK, &whole).expect("room");
        assert_all_words(&reopened(&storage, PASSPHRASE));
    }
}

/// A page where the lock is opened.
fn opened(storage: &MemoryStorage) -> Rc<Session> {
    let session = session(storage, Route::Home);
    let library = session.library.clone();
    library.unlock(&record(PASSPHRASE, 7), Held::new(key(7)));
    session.reduce(Event::LockChanged)
}

#[test]
fn a_damaged_sealed_plan_loses_nothing() {
    let place = format!("first-light.plan.{DAMAGED}");
    let short = vault::seal(&key(7), &[3; 24], &place, r#"{"first-light":1,"name":"x"}"#);
    let damages = damages(&short);
    assert!(damages.len() > 400, "{} states", damages.len());
    for (name, damaged) in &damages {
        let (storage, _) = locked();
        let before = put(&storage, &place, damaged);
        let session = opened(&storage);
        let home = sees(name, &session);
        assert!(home.contains("a needle"), "{name}: the other plans");
        let mut session = session.reduce(Event::Went(page(DAMAGED)));
        sees(name, &session);
        assert!(
            matches!(session.desk, Desk::Unreadable(_) | Desk::Newer(_)),
            "{name}: something is shown as the plan"
        );
        session = session.reduce(Event::Plan(Action::Answer(Prompt::BestHopes, "new".into())));
        assert!(session.to_store().is_none(), "{name}");
        let library = session.library.clone();
        // What was not sealed is sealed by now, and says the same.
        let raw = library.raw(DAMAGED).expect("storage works");
        assert_eq!(raw.as_deref(), Some(&**damaged), "{name}: the original");
        for other in &IDS[1..] {
            assert_eq!(answer(&library, *other), Some(words(*other)), "{name}");
        }
        let mut unsealed = before.clone();
        if storage.texts().get(&place) != Some(damaged) {
            assert!(!damaged.starts_with("sealed1$"), "{name}: changed");
            unsealed.remove(&place);
        }
        changed_nothing(name, &storage, &unsealed);
        hands_out_everything(name, &library, &unsealed);
    }
}

/// What was sealed is itself damaged, as when a damaged plan was there before the lock.
#[test]
fn a_plan_that_was_damaged_before_it_was_sealed_is_kept() {
    let place = format!("first-light.plan.{DAMAGED}");
    let whole = r#"{"first-light":1,"name":"x","answers":{"best-hopes":{"text":"words"}}}"#;
    let newer = whole.replace("light\":1", "light\":9");
    let wrong = whole.replace("\"words\"", "7");
    let cuts = (0..whole.len()).map(|end| whole[..end].to_owned());
    for damaged in cuts.chain([newer, wrong]) {
        let (storage, _) = locked();
        put(
            &storage,
            &place,
            &vault::seal(&key(7), &[3; 24], &place, &damaged),
        );
        let session = opened(&storage).reduce(Event::Went(page(DAMAGED)));
        sees(&damaged, &session);
        let library = session.library.clone();
        let raw = library.raw(DAMAGED).expect("storage works");
        assert_eq!(raw.as_deref(), Some(&*damaged));
        let session = session.reduce(Event::Plan(Action::Answer(Prompt::BestHopes, "new".into())));
        if let Some((id, plan)) = session.to_store() {
            library.save(id, &plan).expect("room");
            let kept = library.kept(DAMAGED).expect("storage works");
            assert!(kept.iter().any(|kept| kept.text == damaged), "{damaged}");
        }
        assert_eq!(in_plain(&storage), [""; 0], "{damaged}");
    }
}

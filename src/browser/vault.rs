//! The vault: the program that makes and opens locks. It is loaded only when somebody does so.
//!
//! A passphrase is tried in a run of the vault that is let go afterwards, and its 47 megabytes with it. The
//! data key goes from there into a second, small run. It passes through this program's memory only when a lock is
//! made or gets another passphrase.

use super::{document, parts, random};
use crate::store::{Cipher, Shut};
use js_sys::{JsString, Object, Uint8Array, WebAssembly};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Lengths in bytes, as the vault has them.
const KEY: u32 = 32;
const ID: u32 = 16;
const SALT_AND_NONCE: usize = 16 + 24;
const NONCE: usize = 24;
const CHANCE_FOR_WORDS: usize = 20;

thread_local! {
    /// The vault once it has arrived, so that a closed lock opens again without the network.
    static ARRIVED: RefCell<Option<WebAssembly::Module>> = const { RefCell::new(None) };
}

/// Why a lock was not made or opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The passphrase is another one.
    Wrong,
    /// The lock cannot be read: it is damaged.
    Unreadable,
    /// A newer version of the program has written it.
    Newer,
    /// The vault did not arrive.
    NotLoaded,
    /// The device has not enough memory left, or no source of chance.
    NotPossible,
}

#[wasm_bindgen]
extern "C" {
    /// What a run of the vault can be asked. `vault/src/exports.rs` says what each call takes and gives.
    type Exports;

    #[wasm_bindgen(method, getter)]
    fn memory(this: &Exports) -> WebAssembly::Memory;
    #[wasm_bindgen(method, catch)]
    fn vault_room(this: &Exports, length: u32) -> Result<u32, JsValue>;
    #[wasm_bindgen(method)]
    fn vault_given(this: &Exports) -> u32;
    #[wasm_bindgen(method)]
    fn vault_given_length(this: &Exports) -> u32;
    #[wasm_bindgen(method, catch)]
    fn vault_forget(this: &Exports) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn vault_wrap(this: &Exports) -> Result<u32, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn vault_open(this: &Exports, passphrase: u32) -> Result<u32, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn vault_hold(this: &Exports) -> Result<u32, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn vault_seal(this: &Exports, place: u32) -> Result<u32, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn vault_unseal(this: &Exports, place: u32) -> Result<u32, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn vault_lock_copy(this: &Exports, passphrase: u32) -> Result<u32, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn vault_unlock_copy(this: &Exports, passphrase: u32) -> Result<u32, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn vault_suggest(this: &Exports) -> Result<u32, JsValue>;
}

/// Makes a lock with a new data key: the lock as it is to be written, and its cipher.
///
/// # Errors
/// Why it was not made.
pub async fn make(passphrase: &str) -> Result<(String, Rc<dyn Cipher>), Refusal> {
    let passphrase = &plain(passphrase);
    let run = Run::start().await?;
    let chance = chance::<{ KEY as usize + ID as usize }>()?;
    let (key, id) = chance.split_at(KEY as usize);
    let record = run.wrap(key, id, passphrase)?;
    let cipher = Run::start().await?;
    cipher.ask(&[key], Exports::vault_hold)?;
    Ok((record, Rc::new(cipher)))
}

/// Opens a lock: its cipher.
///
/// # Errors
/// Why it was not opened.
pub async fn open(passphrase: &str, record: &str) -> Result<Rc<dyn Cipher>, Refusal> {
    let run = Run::start().await?;
    run.open(&plain(passphrase), record)?;
    let cipher = Run::start().await?;
    cipher.take(&run.given().subarray(0, KEY))?;
    Ok(Rc::new(cipher))
}

/// The same lock under another passphrase.
///
/// # Errors
/// Why it was not made.
pub async fn change(old: &str, new: &str, record: &str) -> Result<String, Refusal> {
    let run = Run::start().await?;
    run.open(&plain(old), record)?;
    let held = run.given().to_vec();
    let (key, id) = held
        .split_at_checked(KEY as usize)
        .ok_or(Refusal::NotPossible)?;
    run.wrap(key, id, &plain(new))
}

/// Locks a copy that is handed to somebody.
///
/// # Errors
/// Why it was not locked.
pub async fn lock_copy(passphrase: &str, copy: &[u8]) -> Result<Vec<u8>, Refusal> {
    let passphrase = &plain(passphrase);
    let run = Run::start().await?;
    let chance = chance::<SALT_AND_NONCE>()?;
    run.ask(&[&chance, passphrase.as_bytes(), copy], |run| {
        run.vault_lock_copy(length(passphrase))
    })?;
    Ok(run.given().to_vec())
}

/// Opens a copy that was handed over.
///
/// # Errors
/// Why it was not opened.
pub async fn unlock_copy(passphrase: &str, locked: &[u8]) -> Result<Vec<u8>, Refusal> {
    let passphrase = &plain(passphrase);
    let run = Run::start().await?;
    run.ask(&[passphrase.as_bytes(), locked], |run| {
        run.vault_unlock_copy(length(passphrase))
    })?;
    Ok(run.given().to_vec())
}

/// A passphrase of five words, drawn at random.
///
/// # Errors
/// Why there is none.
pub async fn suggest() -> Result<String, Refusal> {
    let run = Run::start().await?;
    let chance = chance::<CHANCE_FOR_WORDS>()?;
    run.ask(&[&chance], Exports::vault_suggest)?;
    run.text().ok_or(Refusal::NotPossible)
}

/// A passphrase as it counts. Keyboards write the same letter in several ways, and some leave a space behind:
/// in Unicode's form NFKC, without spaces at its ends, all of these are the same.
fn plain(passphrase: &str) -> String {
    String::from(JsString::from(passphrase.trim()).normalize("NFKC"))
}

/// One run of the vault. What it holds is overwritten when it is let go.
struct Run(Exports);

impl Run {
    async fn start() -> Result<Self, Refusal> {
        let module = arrived().await.ok_or(Refusal::NotLoaded)?;
        let instance = JsFuture::from(WebAssembly::instantiate_module(&module, &Object::new()));
        let instance = instance.await.map_err(|_| Refusal::NotPossible)?;
        let instance: WebAssembly::Instance = instance.unchecked_into();
        Ok(Self(instance.exports().unchecked_into()))
    }

    fn open(&self, passphrase: &str, record: &str) -> Result<(), Refusal> {
        self.ask(&[passphrase.as_bytes(), record.as_bytes()], |run| {
            run.vault_open(length(passphrase))
        })
    }

    fn wrap(&self, key: &[u8], id: &[u8], passphrase: &str) -> Result<String, Refusal> {
        let chance = chance::<SALT_AND_NONCE>()?;
        self.ask(
            &[key, id, &chance, passphrase.as_bytes()],
            Exports::vault_wrap,
        )?;
        self.text().ok_or(Refusal::NotPossible)
    }

    /// Keeps the data key that another run has found.
    fn take(&self, key: &Uint8Array) -> Result<(), Refusal> {
        let room = self.room(key.length())?;
        room.set(key, 0);
        outcome(self.0.vault_hold())
    }

    /// Sends a request, in parts, and waits for the answer.
    fn ask(
        &self,
        parts: &[&[u8]],
        call: impl FnOnce(&Exports) -> Result<u32, JsValue>,
    ) -> Result<(), Refusal> {
        let request = parts.concat();
        let length = u32::try_from(request.len()).map_err(|_| Refusal::NotPossible)?;
        self.room(length)?.copy_from(&request);
        outcome(call(&self.0))
    }

    fn room(&self, length: u32) -> Result<Uint8Array, Refusal> {
        let at = self.0.vault_room(length);
        Ok(self.bytes(at.map_err(|_| Refusal::NotPossible)?, length))
    }

    fn given(&self) -> Uint8Array {
        self.bytes(self.0.vault_given(), self.0.vault_given_length())
    }

    fn text(&self) -> Option<String> {
        String::from_utf8(self.given().to_vec()).ok()
    }

    fn bytes(&self, at: u32, length: u32) -> Uint8Array {
        Uint8Array::new_with_byte_offset_and_length(&self.0.memory().buffer(), at, length)
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        // A run that has stopped, for want of memory, is never asked again.
        let _ = self.0.vault_forget();
    }
}

impl Cipher for Run {
    fn seal(&self, key: &str, text: &str) -> Option<String> {
        let nonce = chance::<NONCE>().ok()?;
        let parts = [&nonce[..], key.as_bytes(), text.as_bytes()];
        self.ask(&parts, |run| run.vault_seal(length(key))).ok()?;
        self.text()
    }

    fn open(&self, key: &str, sealed: &str) -> Result<String, Shut> {
        let parts = [key.as_bytes(), sealed.as_bytes()];
        let asked = self.ask(&parts, |run| run.vault_unseal(length(key)));
        asked.map_err(|why| match why {
            Refusal::Wrong | Refusal::Unreadable => Shut::Never,
            Refusal::Newer | Refusal::NotLoaded | Refusal::NotPossible => Shut::NotNow,
        })?;
        self.text().ok_or(Shut::Never)
    }
}

/// Passphrases and keys are far shorter than four gigabytes.
fn length(text: &str) -> u32 {
    u32::try_from(text.len()).unwrap_or(u32::MAX)
}

fn chance<const LENGTH: usize>() -> Result<[u8; LENGTH], Refusal> {
    let mut bytes = [0; LENGTH];
    if random::fill(&mut bytes) {
        Ok(bytes)
    } else {
        Err(Refusal::NotPossible)
    }
}

/// What the vault's numbers mean.
fn outcome(number: Result<u32, JsValue>) -> Result<(), Refusal> {
    match number {
        Ok(0) => Ok(()),
        Ok(1) => Err(Refusal::Wrong),
        Ok(2 | 4) => Err(Refusal::Unreadable),
        Ok(3) => Err(Refusal::Newer),
        Ok(_) | Err(_) => Err(Refusal::NotPossible),
    }
}

/// The vault, loaded if it is not here yet.
async fn arrived() -> Option<WebAssembly::Module> {
    if let Some(module) = ARRIVED.with_borrow(Clone::clone) {
        return Some(module);
    }
    let module = load().await.ok()?;
    ARRIVED.set(Some(module.clone()));
    Some(module)
}

async fn load() -> Result<WebAssembly::Module, JsValue> {
    let named = document().ok_or(JsValue::NULL)?;
    let named = named.query_selector("meta[name=first-light-vault]")?;
    let address = named.and_then(|meta| meta.get_attribute("content"));
    let address = address.ok_or(JsValue::NULL)?;
    parts::compiled(&address).await
}

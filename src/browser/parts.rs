//! Parts of the program that come when they are needed. The crate `parts` marks them, and the page names
//! the files of each (`cargo xtask build` writes them there).

use super::{document, page, window};
use crate::i18n::take_the_rest;
use js_sys::{Array, Object, Promise, Reflect, WebAssembly};
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::{RequestCache, RequestInit, Response};

/// The part with the words that a first visit does not need. All others need it.
const WORDS: &str = "words";

/// The module from which parts take what they share with the rest of the program, as
/// `xtask/src/bundle/glue.rs` names it.
const SHARED: &str = "a";

thread_local! {
    /// The files that are here. A file must never come twice: it would write over what it has in memory.
    static HERE: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    /// The parts that are here with all their files. Asked at every draw, so the page is not read for them again.
    static WHOLE: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
    static COMING: Cell<bool> = const { Cell::new(false) };
}

/// Whether a part is here and can be called.
#[must_use]
pub fn has(part: &'static str) -> bool {
    if !cfg!(feature = "parts") || WHOLE.with_borrow(|whole| whole.contains(&part)) {
        return true;
    }
    let is_here = missing(part).is_some_and(|files| files.is_empty());
    if is_here {
        WHOLE.with_borrow_mut(|whole| whole.push(part));
    }
    is_here
}

/// Whether something is on its way. Only one part comes at a time.
#[must_use]
pub fn is_coming() -> bool {
    COMING.get()
}

/// Has a part come, unless something is on its way already, and then says whether it has arrived. Nothing is
/// said after the program has stopped.
pub fn fetch(part: &'static str, then: impl FnOnce(bool) + 'static) {
    if COMING.replace(true) {
        return;
    }
    spawn_local(async move {
        let arrived = load(part).await.is_ok();
        if !page::has_stopped() {
            COMING.set(false);
            then(arrived);
        }
    });
}

/// The files of a part, and of the words that it shows, that are not here yet; `None` if the page does not name
/// the part.
fn missing(part: &str) -> Option<Vec<String>> {
    let mut files = missing_of(WORDS)?;
    files.extend(missing_of(part)?);
    Some(files)
}

fn missing_of(part: &str) -> Option<Vec<String>> {
    let named = document()?.query_selector("meta[name=first-light-parts]");
    let parts = named.ok()??.get_attribute("content")?;
    let files = parts
        .split(';')
        .find_map(|named| named.strip_prefix(part)?.strip_prefix(' '))?;
    let is_missing = |file: &&str| HERE.with_borrow(|here| here.iter().all(|one| one != file));
    Some(
        files
            .split(' ')
            .filter(is_missing)
            .map(str::to_owned)
            .collect(),
    )
}

async fn load(part: &str) -> Result<(), JsValue> {
    let program = document().ok_or(JsValue::NULL)?;
    let program = program.query_selector("link[type='application/wasm']")?;
    let program = program.and_then(|link| link.get_attribute("href"));
    let program = program.ok_or(JsValue::NULL)?;
    let stem = program.trim_end_matches("_bg.wasm");
    let imports = Object::new();
    Reflect::set(&imports, &SHARED.into(), &wasm_bindgen::exports())?;
    let files = missing(part).ok_or(JsValue::NULL)?;
    // All of them at the same time: each has a way to the host and back.
    let modules = files.iter().map(|file| {
        let address = format!("{stem}-{file}.wasm");
        future_to_promise(async move { compiled(&address).await.map(JsValue::from) })
    });
    let modules = JsFuture::from(Promise::all(&modules.collect::<Array>())).await?;
    for (file, module) in files.into_iter().zip(Array::from(&modules)) {
        if page::has_stopped() {
            return Err(JsValue::NULL);
        }
        let module = module.unchecked_ref();
        JsFuture::from(WebAssembly::instantiate_module(module, &imports)).await?;
        HERE.with_borrow_mut(|here| here.push(file));
    }
    take_the_rest();
    Ok(())
}

/// A program from a file of ours.
pub(super) async fn compiled(address: &str) -> Result<WebAssembly::Module, JsValue> {
    let window = window().ok_or(JsValue::NULL)?;
    let answer = JsFuture::from(window.fetch_with_str(address)).await?;
    let mut answer: Response = answer.unchecked_into();
    if !answer.ok() {
        // The browser may have kept this answer from an earlier time, for as long as it would keep the file.
        let anew = RequestInit::new();
        anew.set_cache(RequestCache::Reload);
        let answered = JsFuture::from(window.fetch_with_str_and_init(address, &anew)).await?;
        answer = answered.unchecked_into();
    }
    // A page that says that there is nothing is no program either, and is refused below.
    let bytes = JsFuture::from(answer.array_buffer()?).await?;
    let module = JsFuture::from(WebAssembly::compile(&bytes)).await?;
    Ok(module.unchecked_into())
}

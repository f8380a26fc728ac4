//! The page as a whole: its address, title, focus, looks, and the end of the program.

use super::{document, faults, random, turning, window};
use crate::i18n::Locale;
use crate::progress::Place;
use crate::route::Route;
use crate::store::{Library, Settings, TextSize, Theme};
use std::cell::Cell;
use std::panic::PanicHookInfo;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    HtmlElement, HtmlInputElement, HtmlTextAreaElement, ScrollIntoViewOptions,
    ScrollLogicalPosition, StorageEvent,
};

thread_local! {
    static STOPPED: Cell<bool> = const { Cell::new(false) };
}

/// Whether the page was opened from a file, as the edition is that is one file.
#[must_use]
pub fn is_from_a_file() -> bool {
    let protocol = window().and_then(|window| window.location().protocol().ok());
    protocol.is_some_and(|protocol| protocol == "file:")
}

/// Where the address bar says we are. Where it asks for a new plan, it names one from then on.
#[must_use]
pub fn route() -> Route {
    let fragment = fragment();
    if fragment != Route::ASKS_FOR_A_PLAN {
        return Route::parse(&fragment);
    }
    let new = Route::Plan(random::plan_id(), Place::FIRST);
    replace_fragment(new);
    new
}

/// The part of the address from `#` on.
#[must_use]
pub fn fragment() -> String {
    let fragment = window().and_then(|window| window.location().hash().ok());
    fragment.unwrap_or_default()
}

/// The whole address, as it stands in the address bar.
#[must_use]
pub fn address() -> String {
    let address = window().and_then(|window| window.location().href().ok());
    address.unwrap_or_default()
}

/// Where the program stands on the web: its address without what belongs to one page, for links that others
/// follow. `None` when it was opened from a file, which nobody else can reach.
#[must_use]
pub fn base() -> Option<String> {
    let address = address();
    let base = address.split(['?', '#']).next().unwrap_or_default();
    base.starts_with("http").then(|| base.to_owned())
}

/// Goes to another page, as a link would: the browser's own back button leads here again.
pub fn go(route: Route) {
    if let Some(window) = window() {
        // Setting a fragment can only fail for addresses that are not ours.
        let _ = window.location().set_hash(&route.to_string());
    }
}

/// Takes out of the address bar what stands there behind the name of a page. The browser's history may hold
/// it still: no script can change that.
pub fn shorten_address(here: Route) {
    let here = here.to_string();
    if fragment() != here
        && let Some(history) = window().and_then(|window| window.history().ok())
    {
        // Then only the address is longer than it should be.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&here));
    }
}

/// Says in the address bar where we are, if it says something else: in the place of what it says.
pub fn stand_at(here: Route) {
    if route() != here {
        replace_fragment(here);
    }
}

fn replace_fragment(route: Route) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        // Then only the address is wrong.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&route.to_string()));
    }
}

/// Says something to the page's own scripts, which do without the program.
pub fn say(name: &str) {
    if let (Some(window), Ok(event)) = (window(), web_sys::Event::new(name)) {
        // Whether it could be done, nobody waits to hear.
        let _ = window.dispatch_event(&event);
    }
}

/// Whether an event of the storage says that another tab deleted everything.
#[must_use]
pub fn says_all_is_gone(event: &web_sys::Event) -> bool {
    let key = event
        .dyn_ref::<StorageEvent>()
        .and_then(StorageEvent::key)
        .unwrap_or_default();
    Library::says_all_is_gone(&key)
}

/// The language asked for in the address (`?lang=ar-XB`), for development builds.
#[must_use]
pub fn language() -> Locale {
    let query = window()
        .and_then(|window| window.location().search().ok())
        .unwrap_or_default();
    let code = query.strip_prefix("?lang=").and_then(Locale::from_code);
    code.unwrap_or_default()
}

/// The browser's own first language, as a BCP 47 code.
#[must_use]
pub fn browser_language() -> String {
    window()
        .and_then(|window| window.navigator().language())
        .unwrap_or_default()
}

/// Sets the title in the browser's tab.
pub fn set_title(title: &str) {
    faults::at("title", &title);
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Says in which language and direction the page is written.
pub fn set_language(locale: Locale) {
    if let Some(root) = root() {
        root.set_lang(locale.code());
        root.set_dir(locale.direction().code());
    }
}

/// Gives the page the chosen looks.
pub fn set_looks(settings: &Settings) {
    faults::at("looks", &());
    let Some(root) = root() else { return };
    let looks = [
        (
            "data-theme",
            match settings.theme {
                Theme::System => None,
                Theme::Light => Some("light"),
                Theme::Dark => Some("dark"),
            },
        ),
        (
            "data-text",
            match settings.text_size {
                TextSize::Normal => None,
                TextSize::Large => Some("large"),
                TextSize::Larger => Some("larger"),
                TextSize::Together => Some("together"),
            },
        ),
        ("data-stays", (!settings.leave).then_some("")),
    ];
    mark(&root, looks);
}

/// What the whole window follows beyond the [`Settings`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stage {
    /// It is dark, whatever the device prefers, unless the person chose light.
    pub night: bool,
    /// Notes stand beside the page, or lie over its foot.
    pub notes: bool,
}

/// Sets the stage for the page.
pub fn set_stage(stage: &Stage) {
    let Some(root) = root() else { return };
    let marks = [("data-night", stage.night), ("data-notes", stage.notes)];
    mark(&root, marks.map(|(name, set)| (name, set.then_some(""))));
}

/// Gives an element attributes, or takes them away.
fn mark<const N: usize>(element: &HtmlElement, marks: [(&str, Option<&str>); N]) {
    for (name, value) in marks {
        // Both calls can fail only for names that are not attributes.
        let _ = match value {
            Some(value) => element.set_attribute(name, value),
            None => element.remove_attribute(name),
        };
    }
}

fn root() -> Option<HtmlElement> {
    document()?.document_element()?.dyn_into().ok()
}

/// Moves the keyboard's focus to an element, and what is read aloud with it.
pub fn focus(id: &str) {
    faults::at("focus", &id);
    turning::stay();
    if let Some(element) = element(id) {
        // An element that cannot take the focus leaves it where it was.
        let _ = element.focus();
    }
}

fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Whether anything is shown: “Leave now” empties the page (`public/leave.js`).
#[must_use]
pub fn is_shown() -> bool {
    element("main").is_some()
}

/// Whether the element with this id has the keyboard's focus.
#[must_use]
pub fn is_focused(id: &str) -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_some_and(|element| element.id() == id)
}

/// Takes the keyboard's focus away from what has it.
pub fn let_go() {
    let focused = document().and_then(|document| document.active_element());
    if let Some(focused) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // What does not have the focus cannot lose it.
        let _ = focused.blur();
    }
}

/// What stands in the field with this id, of one line or of several; nothing if there is none.
#[must_use]
pub fn typed_in(id: &str) -> String {
    let field = document().and_then(|document| document.get_element_by_id(id));
    let lines = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
    match lines {
        Some(lines) => lines.value(),
        None => input(id).map(|input| input.value()).unwrap_or_default(),
    }
}

/// Takes out what stands in the input with this id.
pub fn empty_field(id: &str) {
    if let Some(input) = input(id) {
        input.set_value("");
    }
}

fn input(id: &str) -> Option<HtmlInputElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Shows nothing of the page, or all of it again.
pub fn set_blank(blank: bool) {
    if let Some(root) = root() {
        // It can fail only for names that are not attributes.
        let _ = root.toggle_attribute_with_force("data-blank", blank);
    }
}

/// Scrolls just far enough to show an element.
pub fn reveal(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Opens the browser's print window.
pub fn print() {
    if let Some(window) = window() {
        // Only a sandboxed page may not print; then nothing happens, as the browser wishes.
        let _ = window.print();
    }
}

/// Does something while the person does nothing. Browsers that cannot tell when that is leave it undone.
pub fn when_idle(work: impl FnOnce() + 'static) {
    if let Some(window) = window() {
        let work = Closure::once_into_js(work);
        // Fails in those browsers only.
        let _ = window.request_idle_callback(work.unchecked_ref());
    }
}

/// Whether the page is hidden: another tab is in front, or the page is about to go.
#[must_use]
pub fn is_hidden() -> bool {
    document().is_some_and(|document| document.hidden())
}

/// Whether keys that are pressed now come to this page.
#[must_use]
pub fn has_focus() -> bool {
    // Where it cannot be told, they may.
    document().is_none_or(|document| document.has_focus().unwrap_or(true))
}

/// What happens when the program stops at a fault: nothing is written any more, and the page's own
/// script (`public/crash.js`), which does not need the program, says so and helps.
pub fn stop(info: &PanicHookInfo<'_>) {
    STOPPED.set(true);
    let details = web_sys::CustomEventInit::new();
    details.set_detail(&info.to_string().into());
    let event = web_sys::CustomEvent::new_with_event_init_dict("first-light-stopped", &details);
    if let (Some(window), Ok(event)) = (window(), event) {
        // There is nobody left to tell if this fails.
        let _ = window.dispatch_event(&event);
    }
}

/// Whether the program has stopped at a fault.
#[must_use]
pub fn has_stopped() -> bool {
    STOPPED.get()
}

//! Starts First Light in the page.

/// Quicker than the one that Rust brings along, and less to download.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    // Through Yew, which otherwise puts a hook of its own in its place.
    yew::set_custom_panic_hook(Box::new(first_light::browser::page::stop));
    first_light::browser::faults::at("start", &());
    yew::Renderer::<first_light::ui::app::App>::with_root(root()).render();
}

/// Where the app goes: the element that holds the first words, painted before the program arrived.
fn root() -> web_sys::Element {
    let document = gloo_utils::document();
    document
        .get_element_by_id("app")
        .unwrap_or_else(|| gloo_utils::body().into())
}

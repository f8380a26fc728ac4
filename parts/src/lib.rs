//! Marks what of the program arrives only when it is needed.
//!
//! [`part!`] makes a function the way into a part: what only this function calls, and the texts and tables
//! that only it uses, `cargo xtask build` takes out of the program and into a file of its own. A part may
//! have several ways in. The function can be called as any other, but only when its part has arrived:
//! before that the call ends the program.

/// Defines functions that are ways into a part of the program.
///
/// Each gets its part, and two hexadecimal digits that no other way into the same part has.
///
/// ```
/// parts::part! {
///     /// Twice as much.
///     pub fn twice(number: u32) -> u32 = "example" "00" { number * 2 }
/// }
/// assert_eq!(twice(2), 4);
/// ```
#[cfg(all(feature = "apart", target_arch = "wasm32"))]
#[macro_export]
macro_rules! part {
    ($($(#[$about:meta])* $seen:vis fn $name:ident($($given:ident: $kind:ty),* $(,)?) -> $answer:ty = $part:literal $number:literal $body:block)*) => {$(
        $(#[$about])*
        $seen fn $name($($given: $kind),*) -> $answer {
            // Both halves come from the same compiler, so they agree about all types.
            #[allow(improper_ctypes_definitions)]
            #[unsafe(export_name = concat!("__wasm_split_00", $part, "00_export_000000000000000000000000000000", $number))]
            extern "C" fn inside($($given: $kind),*) -> $answer $body

            #[allow(improper_ctypes)]
            #[link(wasm_import_module = "__wasm_split_placeholder__")]
            unsafe extern "C" {
                #[link_name = concat!("__wasm_split_00", $part, "00_import_000000000000000000000000000000", $number)]
                safe fn call($($given: $kind),*) -> $answer;
            }
            call($($given),*)
        }
    )*};
}

/// Defines functions that are ways into a part of the program, here without taking it apart.
#[cfg(not(all(feature = "apart", target_arch = "wasm32")))]
#[macro_export]
macro_rules! part {
    ($($(#[$about:meta])* $seen:vis fn $name:ident($($given:ident: $kind:ty),* $(,)?) -> $answer:ty = $part:literal $number:literal $body:block)*) => {$(
        $(#[$about])*
        $seen fn $name($($given: $kind),*) -> $answer $body
    )*};
}

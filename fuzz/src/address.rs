//! Addresses, and the names and days that stand in them and in stored plans.

use super::text_of;
use first_light::route::{PlanId, Route, parse_place};
use first_light::store::Country;
use first_light::worksheet::Date;

/// Any text leads somewhere or nowhere; an address is printed as it is read. Names are read only in the
/// one way that they are written.
///
/// # Panics
/// When it does not.
pub fn check(data: &[u8]) {
    let text = text_of(data);
    let route = Route::parse(&text);
    let printed = route.to_string();
    if route != Route::NotFound {
        assert_eq!(Route::parse(&printed), route);
        let written = text.trim_start_matches('#').trim_matches('/');
        let shown = printed.trim_start_matches('#').trim_matches('/');
        if matches!(route, Route::Invitation | Route::Copy) {
            // What is sent stands behind these two, and is read by others: see `link`.
            assert!(written.starts_with(shown), "{text:?} leads to {printed}");
        } else {
            // An address may leave out the page: it leads to the first.
            assert!(shown.starts_with(written), "{text:?} leads to {printed}");
        }
    }
    if let Some(place) = parse_place(&text.split('/').collect::<Vec<_>>()) {
        assert_eq!(place.to_string(), text);
    }
    if let Some(id) = PlanId::parse(&text) {
        assert_eq!(id.to_string(), text);
    }
    if let Ok(date) = text.parse::<Date>() {
        assert_eq!(date.to_string(), text);
    }
    if let Some(country) = Country::new(&text) {
        assert_eq!(country.code(), text.to_ascii_uppercase());
    }
}

//! What stands beside plans: settings, the lock, privacy, and where there is nothing.

use super::{about, lock, locked, needs_key, not_found, privacy, settings};
use crate::browser::styles;
use crate::route::Route;
use crate::ui::{Session, Ui};
use yew::prelude::*;

/// How these pages look, beyond what other pages need as well.
const STYLES: &str = include_str!("../../../styles/pages/beside.css");

/// The page that the address names.
pub(super) fn page(ui: &Ui, session: &Session) -> Html {
    styles::dress(STYLES);
    match session.route {
        route if session.is_locked() && needs_key(route) => locked::locked(ui, session),
        Route::Lock => lock::lock(ui, session),
        Route::Settings => settings::settings(ui, &session.settings),
        Route::Privacy => privacy::privacy(ui, session),
        Route::About => about::about(ui),
        _ => not_found::not_found(ui, session),
    }
}

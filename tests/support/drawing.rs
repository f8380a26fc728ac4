//! A session as it is drawn on the server's side, without a browser.

use first_light::ui::session::Session;
use first_light::ui::{Ui, shell};
use std::rc::Rc;
use yew::prelude::*;

/// A session as it is drawn, anew each time.
#[derive(Clone, Properties)]
pub(crate) struct Shown {
    /// The session.
    pub(crate) session: Rc<Session>,
}

impl PartialEq for Shown {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// Everything that is shown in a session.
#[component]
pub(crate) fn Whole(shown: &Shown) -> Html {
    let ui = Ui::new(shown.session.scene(), Callback::noop());
    shell::view(&shown.session, &ui)
}

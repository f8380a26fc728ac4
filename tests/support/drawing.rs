//! A session as it is drawn on the server's side, without a browser.
#![allow(dead_code, reason = "each test uses its own part")]

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

/// What is shown in a session, as markup.
pub(crate) fn html(session: &Rc<Session>) -> String {
    let session = Rc::clone(session);
    let renderer =
        yew::LocalServerRenderer::<Whole>::with_props(Shown { session }).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime");
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}

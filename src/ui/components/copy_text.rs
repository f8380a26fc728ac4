//! A button that puts the plan on the clipboard.

use crate::browser::{clock, files};
use crate::export;
use crate::i18n::Msg;
use crate::ui::use_scene;
use crate::worksheet::Worksheet;
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::*;

/// Properties of [`CopyText`].
#[derive(PartialEq, Properties)]
pub struct CopyTextProps {
    /// What the button says.
    pub label: Msg,
    /// The plan.
    pub worksheet: Rc<Worksheet>,
}

/// A button that puts the plan on the clipboard as plain text, without what is left out, and says how
/// it went.
#[component]
pub fn CopyText(props: &CopyTextProps) -> Html {
    let scene = use_scene();
    let told = use_state_eq(|| None);
    let onclick = {
        let (worksheet, told) = (Rc::clone(&props.worksheet), told.clone());
        Callback::from(move |_: MouseEvent| {
            let language = scene.words.locale().code();
            let text = export::text(&worksheet, scene.words, &|date| clock::long_date(date, language));
            let told = told.clone();
            spawn_local(async move {
                let copied = files::copy(text).await;
                told.set(Some(if copied { Msg::TroubleCopied } else { Msg::TroubleCopyFailed }));
            });
        })
    };
    html! {
        <>
            <button type="button" class="button" {onclick}>{ scene.text(props.label) }</button>
            <span class="told" role="status">
                if let Some(told) = *told { { scene.text(told) } }
            </span>
        </>
    }
}

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
    /// Whether what the person leaves out of copies is in this one, which they keep for themselves.
    #[prop_or_default]
    pub everything: bool,
}

/// A button that puts the plan on the clipboard as plain text, and says how it went.
#[component]
pub fn CopyText(props: &CopyTextProps) -> Html {
    let scene = use_scene();
    let told = use_state_eq(|| None);
    let onclick = {
        let (worksheet, told, everything) =
            (Rc::clone(&props.worksheet), told.clone(), props.everything);
        Callback::from(move |_: MouseEvent| {
            let language = scene.words.locale().code();
            let long_date = |date| clock::long_date(date, language);
            let text = if everything {
                export::text(
                    &export::with_everything(&worksheet),
                    scene.words,
                    &long_date,
                )
            } else {
                export::text(&worksheet, scene.words, &long_date)
            };
            let told = told.clone();
            spawn_local(async move {
                let copied = files::copy(text).await;
                told.set(Some(if copied {
                    Msg::TroubleCopied
                } else {
                    Msg::TroubleCopyFailed
                }));
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

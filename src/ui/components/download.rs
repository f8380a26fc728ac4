//! A button that hands out a file.

use crate::browser::{clock, files};
use crate::i18n::Msg;
use crate::route::PlanId;
use crate::store::Library;
use crate::ui::use_scene;
use std::rc::Rc;
use yew::prelude::*;

/// What the file holds.
#[derive(Clone, Debug, PartialEq)]
pub enum DownloadSource {
    /// This text.
    Text(Rc<str>),
    /// A plan, exactly as it is stored.
    Raw(PlanId),
    /// The originals of a plan that could not be read whole, exactly as they were stored: one file each.
    Kept(PlanId),
}

impl DownloadSource {
    /// The texts, one for each file; none when they cannot be read.
    fn texts(&self, library: &Library) -> Vec<String> {
        match self {
            Self::Text(text) => vec![text.to_string()],
            Self::Raw(id) => library.raw(*id).ok().flatten().into_iter().collect(),
            Self::Kept(id) => {
                let kept = library.kept(*id).unwrap_or_default();
                kept.into_iter().map(|kept| kept.text).collect()
            }
        }
    }
}

/// Properties of [`Download`].
#[derive(PartialEq, Properties)]
pub struct DownloadProps {
    /// What the button says.
    pub label: Msg,
    /// What the file holds.
    pub source: DownloadSource,
    /// Where plans are kept.
    pub library: Library,
    /// The id of the element that says more about it.
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
}

/// A button that hands out a file. Its name says the day and nothing of what is in it.
#[component]
pub fn Download(props: &DownloadProps) -> Html {
    let scene = use_scene();
    let failed = use_state_eq(|| false);
    let onclick = {
        let (source, library, failed) =
            (props.source.clone(), props.library.clone(), failed.clone());
        Callback::from(move |_: MouseEvent| {
            let texts = source.texts(&library);
            let saved = !texts.is_empty()
                && texts
                    .iter()
                    .enumerate()
                    .all(|(index, text)| save(index, text));
            failed.set(!saved);
        })
    };
    html! {
        <>
            <button type="button" class="button" aria-describedby={props.described_by.clone()} {onclick}>
                { scene.text(props.label) }
            </button>
            <span class="told" role="status">
                if *failed { { scene.text(Msg::TroubleNotDownloaded) } }
            </span>
        </>
    }
}

fn save(index: usize, text: &str) -> bool {
    let day = clock::today()
        .map(|day| format!("-{day}"))
        .unwrap_or_default();
    let number = if index == 0 {
        String::new()
    } else {
        format!("-{}", index + 1)
    };
    files::save(
        &format!("first-light{day}{number}.json"),
        "application/json",
        text,
    )
}

//! What the person should know when their words are not being kept.

use super::{CopyText, Download, DownloadSource, Notice};
use crate::format::{self, Plan};
use crate::i18n::Msg;
use crate::progress::Place;
use crate::questionnaire::Page;
use crate::route::Route;
use crate::store::{Library, StorageError};
use crate::ui::session::{OpenPlan, Saving};
use crate::ui::{Event, use_dispatch, use_scene};
use crate::worksheet::Worksheet;
use yew::prelude::*;

/// Properties of [`Trouble`].
#[derive(PartialEq, Properties)]
pub struct TroubleProps {
    /// How saving goes.
    pub saving: Saving,
    /// The open plan, of which a copy can be kept.
    pub open: Option<OpenPlan>,
    /// Where plans are kept.
    pub library: Library,
}

/// Calm notices about words that are not being kept. Their frame is always there, so that a screen
/// reader says what arrives in it.
#[component]
pub fn Trouble(props: &TroubleProps) -> Html {
    let TroubleProps {
        saving,
        open,
        library,
    } = props;
    let mended = open.as_ref().filter(|open| open.mended);
    html! {
        <div class="notices" role="status">
            { not_saving(*saving, open.as_ref(), library) }
            if let Some(open) = mended {
                <Mended open={open.clone()} library={library.clone()} />
            }
        </div>
    }
}

fn not_saving(saving: Saving, open: Option<&OpenPlan>, library: &Library) -> Html {
    let at_the_end = open.is_some_and(|open| open.place == Place::Page(Page::Summary));
    let (title, text) = match saving {
        Saving::Fails(StorageError::Blocked) => (Msg::TroubleBlockedTitle, Msg::TroubleBlockedText),
        Saving::Fails(StorageError::Full) => (Msg::TroubleFullTitle, Msg::TroubleFullText),
        // The head of every page says it; here is where there is something to print or copy.
        Saving::VisitOnly if at_the_end => (Msg::TroubleVisitTitle, Msg::TroubleVisitText),
        Saving::NothingYet | Saving::Works | Saving::VisitOnly => return Html::default(),
    };
    html! { <NotSaving {title} {text} trouble={saving != Saving::VisitOnly} open={open.cloned()} library={library.clone()} /> }
}

/// Properties of [`NotSaving`].
#[derive(PartialEq, Properties)]
struct NotSavingProps {
    title: Msg,
    text: Msg,
    trouble: bool,
    open: Option<OpenPlan>,
    library: Library,
}

/// Says why words are not being saved, and offers a copy.
#[component]
fn NotSaving(props: &NotSavingProps) -> Html {
    let scene = use_scene();
    let dispatch = use_dispatch();
    let NotSavingProps {
        title,
        text,
        trouble,
        open,
        library,
    } = props;
    html! {
        <Notice title={scene.text(*title)} text={scene.text(*text)} trouble={*trouble}>
            if let Some(open) = open {
                <Download label={Msg::TroubleKeepCopy} source={DownloadSource::Text(as_file(open).into())}
                    library={library.clone()} />
                <CopyText label={Msg::TroubleCopyText} worksheet={open.worksheet.clone()} everything=true />
            }
            if *trouble {
                <button type="button" class="button" onclick={dispatch.on(Event::TryAgain)}>
                    { scene.text(Msg::TroubleTryAgain) }
                </button>
                <a href={Route::Privacy.to_string()}>{ scene.text(Msg::TroubleWhy) }</a>
            }
        </Notice>
    }
}

/// The open plan as a file that opens again here.
fn as_file(open: &OpenPlan) -> String {
    format::encode(&Plan {
        worksheet: Worksheet::clone(&open.worksheet),
        place: open.place,
        changed: open.changed,
        unknown: open.unknown.clone(),
    })
}

/// Properties of [`Mended`].
#[derive(PartialEq, Properties)]
struct MendedProps {
    open: OpenPlan,
    library: Library,
}

/// Says that a part could not be read, and hands out the original.
#[component]
fn Mended(props: &MendedProps) -> Html {
    let scene = use_scene();
    let dispatch = use_dispatch();
    html! {
        <Notice title={scene.text(Msg::TroublePartTitle)} text={scene.text(Msg::TroublePartText)}>
            <Download label={Msg::TroubleDownload} source={DownloadSource::Kept(props.open.id)}
                library={props.library.clone()} />
            <button type="button" class="button button--quiet" onclick={dispatch.on(Event::SawMended)}>
                { scene.text(Msg::TroubleDismiss) }
            </button>
        </Notice>
    }
}

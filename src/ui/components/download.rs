//! A button that hands out a file.

use super::copy_text::told;
use crate::browser::{clock, files};
use crate::format::{self, Plan};
use crate::i18n::Msg;
use crate::route::PlanId;
use crate::store::Library;
use crate::ui::markup::{Tag, button, nodes};
use crate::ui::session::OpenPlan;
use crate::ui::{Event, Mark, Session, Ui};
use crate::worksheet::Worksheet;
use yew::prelude::*;

/// What the file holds.
#[derive(Clone)]
pub enum DownloadSource {
    /// The open plan, as a file that opens again here.
    Open(Box<OpenPlan>),
    /// A plan, exactly as it is stored.
    Raw(PlanId),
    /// The originals of a plan that could not be read whole, exactly as they were stored: one file each.
    Kept(PlanId),
    /// Everything that is stored, as it is stored.
    Everything,
}

impl DownloadSource {
    /// The texts, one for each file; none when they cannot be read.
    fn texts(&self, library: &Library) -> Vec<String> {
        match self {
            Self::Open(open) => vec![as_file(open)],
            Self::Raw(id) => library.raw(*id).ok().flatten().into_iter().collect(),
            Self::Kept(id) => library.originals(*id).unwrap_or_default(),
            Self::Everything => library.everything().ok().into_iter().collect(),
        }
    }

    /// The button's name in the program.
    fn name(&self) -> String {
        match self {
            Self::Open(_) => "download".to_owned(),
            Self::Raw(id) => format!("raw-{id}"),
            Self::Kept(id) => format!("kept-{id}"),
            Self::Everything => "everything".to_owned(),
        }
    }
}

/// A button that hands out a file; the element with the id `described_by` says more about it. The file's
/// name says the day and nothing of what is in it.
pub fn download(
    ui: &Ui,
    session: &Session,
    label: Msg,
    source: DownloadSource,
    described_by: Option<String>,
) -> Tag {
    let name = source.name();
    let said = told(ui, session, &name);
    let (ui_now, library) = (ui.clone(), session.library.clone());
    let save = Callback::from(move |_: MouseEvent| {
        let failed = (!save_all(&source.texts(&library))).then_some(Msg::TroubleNotDownloaded);
        ui_now.send(Event::Mark(Mark::Said(name.clone(), failed)));
    });
    let button = button("button").attr("aria-describedby", described_by);
    nodes()
        .child(button.clicked(save).say(ui, label))
        .child(said)
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

fn save_all(texts: &[String]) -> bool {
    !texts.is_empty()
        && texts
            .iter()
            .enumerate()
            .all(|(index, text)| save(index, text))
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

//! The page on which a therapist puts a link together.

mod fields;
mod link;
mod preview;
mod questions;

use crate::browser::{clock, files};
use crate::format::encode_draft;
use crate::i18n::{Locale, Msg, Phrased};
use crate::route::{PlanId, Route};
use crate::sharing::link::TooLong;
use crate::ui::components::{Choice, ChoiceItem, checklist, choice, notice, title, told};
use crate::ui::markup::{Tag, button, el, link as link_to, nodes};
use crate::ui::session::OpenDraft;
use crate::ui::{Deed, Event, Mark, Session, Ui};
use crate::worksheet::{DraftEdit, Extra, Invitation, InvitationEdit, InvitationField, Wording};
use fields::{Field, date, words};
use yew::prelude::*;

/// What every part of the page gets.
#[derive(Clone, Copy)]
struct Bench<'a> {
    ui: &'a Ui,
    session: &'a Session,
    id: PlanId,
    invitation: &'a Invitation,
    /// The link, or why there is none; `None` where the program has no address.
    link: Option<Result<&'a str, TooLong>>,
}

impl Bench<'_> {
    /// A change to the set-up, as it happens.
    fn edit(self, edit: InvitationEdit) -> Event {
        change(self.id, DraftEdit::Edit(edit)).into()
    }
}

/// A change to a set-up.
fn change(id: PlanId, edit: DraftEdit) -> Deed {
    Deed::new(move |session| session.edit_draft(id, edit.clone()))
}

/// The page on which a link is put together.
pub(super) fn page(ui: &Ui, session: &Session, id: PlanId) -> Html {
    let Some(open) = session.draft(id) else {
        return unreadable(ui);
    };
    let bench = Bench {
        ui,
        session,
        id,
        invitation: &open.draft.invitation,
        link: open.link(link::base().as_deref()),
    };
    let form = el("div", "builder")
        .child(name(bench, &open))
        .child(client(bench))
        .child(language(bench))
        .child(wording(bench))
        .child(extras(bench))
        .child(questions::questions(bench))
        .child(guide(bench));
    nodes()
        .child(title(ui, Msg::BuilderTitle))
        .child(el("p", "lead").say(ui, Msg::BuilderLead))
        .child(form)
        .child(link::link(bench))
        .child(preview::preview(bench))
        .child(el("p", "alone").child(link_to("", Route::Therapists).say(ui, Msg::BuilderBack)))
        .child(link::hand_out(bench))
        .html()
}

/// What stands there cannot be read, and stays as it is.
fn unreadable(ui: &Ui) -> Html {
    nodes()
        .child(title(ui, Msg::BuilderTitle))
        .child(el("p", "lead").say(ui, Msg::TherapistsUnreadable))
        .child(el("p", "").child(link_to("button", Route::Therapists).say(ui, Msg::BuilderBack)))
        .html()
}

/// The name, and whether the set-up is kept.
fn name(bench: Bench<'_>, open: &OpenDraft) -> Tag {
    let ui = bench.ui;
    let field = Field {
        id: "setup-name".into(),
        label: Msg::BuilderName,
        hint: Some(Msg::BuilderNameHint),
        value: &open.draft.name,
        rows: None,
        longest: Invitation::LONGEST_NAME,
    };
    let trouble = open.saved.is_err().then(|| not_kept(bench, open));
    let shared = open.shared.then(|| {
        let (title, text) = (Msg::BuilderShared, Msg::BuilderSharedText);
        notice(ui, title, text, false, nodes())
    });
    let kept = (open.touched && open.saved.is_ok())
        .then(|| el("p", "builder__kept").say(ui, Msg::BuilderKept));
    el("div", "group")
        .child(
            el("div", "notices")
                .attr("role", "status")
                .child(trouble)
                .child(shared),
        )
        .child(words(bench, field, DraftEdit::Rename))
        .child(kept)
}

/// Says that the set-up is only in memory, and offers what can be done about that.
fn not_kept(bench: Bench<'_>, open: &OpenDraft) -> Tag {
    let ui = bench.ui;
    let (hears, text) = (ui.clone(), encode_draft(&open.draft));
    let save = Callback::from(move |_: MouseEvent| {
        let day = clock::today().map(|day| format!("-{day}"));
        let name = format!("first-light-set-up{}.json", day.unwrap_or_default());
        let said = if files::save(&name, "application/json", &text) {
            Msg::HandOverSavedFile
        } else {
            Msg::HandOverNotSaved
        };
        hears.send(Event::Mark(Mark::Said("save-setup".to_owned(), Some(said))));
    });
    let actions = nodes()
        .child(
            button("button")
                .id("save-setup")
                .clicked(save)
                .say(ui, Msg::BuilderSave),
        )
        .child(try_again(ui))
        .child(told(ui, bench.session, "save-setup"));
    let (title, text) = (Msg::BuilderNotKept, Msg::BuilderNotKeptText);
    notice(ui, title, text, true, actions)
}

/// A button that tries again to keep every set-up that is only in memory.
pub(super) fn try_again(ui: &Ui) -> Tag {
    let again = Deed::new(Session::try_drafts_again).into();
    button("button")
        .on_click(ui, vec![again])
        .say(ui, Msg::TroubleTryAgain)
}

/// Who the link is for and from.
fn client(bench: Bench<'_>) -> Tag {
    let field = |field: InvitationField, label, hint, rows| {
        let value = bench.invitation.get(field);
        let of = Field {
            id: field.slug().into(),
            label,
            hint,
            value,
            rows,
            longest: field.longest(),
        };
        let write = move |words| DraftEdit::Edit(InvitationEdit::Write(field, words));
        words(bench, of, write)
    };
    // A letter that nobody signs makes who gets it wonder. It is said below what is being written, so that nothing
    // moves away under the hands.
    let unsigned = bench.invitation.from.is_blank() && !bench.invitation.greeting.is_blank();
    let no_name = el("p", "told")
        .attr("role", "status")
        .child(unsigned.then(|| bench.ui.text(Msg::BuilderFromMissing)));
    group(bench.ui, "who", Msg::BuilderWho)
        .child(field(
            InvitationField::From,
            Msg::BuilderFrom,
            Some(Msg::BuilderFromHint),
            None,
        ))
        .child(field(
            InvitationField::Client,
            Msg::BuilderClient,
            Some(Msg::BuilderClientHint),
            None,
        ))
        .child(field(
            InvitationField::Greeting,
            Msg::BuilderGreeting,
            Some(Msg::BuilderGreetingHint),
            Some(4),
        ))
        .child(no_name)
        .child(date(bench))
}

/// The language that the client reads; where there is only one, nothing is asked.
fn language(bench: Bench<'_>) -> Option<Tag> {
    let items = Locale::ALL.iter().map(|locale| {
        el("option", "")
            .key(locale.code())
            .attr("value", locale.code())
            .flag("selected", &*bench.invitation.language == locale.code())
            .child(locale.code())
    });
    let select = el("select", "short-field__input")
        .id("language")
        .changed(fields::choose(bench, |code| {
            InvitationEdit::Language(code.into())
        }))
        .children(items);
    (Locale::ALL.len() > 1).then(|| {
        el("div", "short-field")
            .child(
                el("label", "short-field__label")
                    .attr("for", "language")
                    .say(bench.ui, Msg::SettingsLanguage),
            )
            .child(select)
    })
}

fn wording(bench: Bench<'_>) -> Tag {
    let items = Wording::ALL.map(|wording| {
        let chosen = bench.edit(InvitationEdit::Wording(wording));
        let is_on = wording == bench.invitation.wording;
        ChoiceItem::of(wording.slug(), wording.phrases(), is_on, chosen)
    });
    let group = Choice {
        legend: Some(Msg::BuilderWording),
        ..Choice::named("wording")
    };
    choice(bench.ui, group, items.into())
}

fn extras(bench: Bench<'_>) -> Tag {
    let items = Extra::ALL.map(|extra| {
        let is_on = bench.invitation.extras.contains(&extra);
        let other = bench.edit(InvitationEdit::Extra(extra, !is_on));
        ChoiceItem::of(extra.slug(), extra.phrases(), is_on, other)
    });
    let group = Choice {
        legend: Some(Msg::BuilderExtras),
        ..Choice::named("extra")
    };
    checklist(bench.ui, group, items.into())
}

fn guide(bench: Bench<'_>) -> Tag {
    let shown = bench.invitation.guide;
    let item = ChoiceItem {
        value: "notes",
        title: Msg::BuilderGuide,
        text: Some(Msg::BuilderGuideAbout),
        checked: shown,
        event: bench.edit(InvitationEdit::Guide(!shown)),
    };
    let group = Choice {
        legend: Some(Msg::TherapistsNotes),
        ..Choice::named("guide")
    };
    checklist(bench.ui, group, vec![item])
}

/// A part of the page with a heading.
fn group(ui: &Ui, id: &'static str, heading: Msg) -> Tag {
    el("section", "group").attr("aria-labelledby", id).child(
        el("h2", "group__title")
            .id(id)
            .attr("tabindex", "-1")
            .say(ui, heading),
    )
}

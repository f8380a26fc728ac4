//! What the client sees, drawn by the same functions as the pages themselves.

use super::{Bench, group};
use crate::format::Unknown;
use crate::i18n::Msg;
use crate::progress::Place;
use crate::questionnaire::Section;
use crate::route::PlanId;
use crate::store::Keep;
use crate::ui::markup::{Tag, el};
use crate::ui::pages::{View, invitation, own};
use crate::ui::session::OpenPlan;
use std::rc::Rc;

/// The letter that opens the link, and each own question on its page. Nothing in it can be used: whoever
/// wants to try it opens the link.
pub(super) fn preview(bench: Bench<'_>) -> Tag {
    let ui = &invitation::in_its_words(bench.ui, bench.invitation).unheard();
    let worksheet = Rc::new(Rc::new(bench.invitation.clone()).begin());
    let asked = |section| {
        worksheet
            .own_questions(section)
            .map(move |(id, _)| Place::Own(section, id))
    };
    let pages = Section::ALL.into_iter().flat_map(asked).map(|place| {
        let open = OpenPlan {
            id: PlanId(0),
            worksheet: Rc::clone(&worksheet),
            unknown: Unknown::default(),
            place,
            changed: 0,
            keep: Keep::VisitOnly,
            touched: false,
            mended: false,
            as_found: false,
            other: None,
        };
        let view = View {
            ui,
            session: bench.session,
            open: &open,
        };
        let content = match place {
            Place::Own(_, id) => own::content(view, id, true),
            _ => None,
        };
        el("div", "preview__page")
            .key(&place.to_string())
            .child(content)
    });
    let sheets = invitation::read_as(el("div", "preview__pages"), ui)
        .flag("inert", true)
        .child(
            el("div", "preview__page")
                .key("letter")
                .child(invitation::letter(ui, bench.invitation, true)),
        )
        .children(pages);
    group(bench.ui, "preview", Msg::BuilderPreview)
        .child(el("p", "hint").say(bench.ui, Msg::BuilderPreviewAbout))
        .child(sheets)
}

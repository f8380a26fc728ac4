//! All pages of a plan, to go anywhere at any time.

use crate::i18n::{Msg, Phrased};
use crate::progress::{self, Place};
use crate::questionnaire::Section;
use crate::route::Route;
use crate::ui::Ui;
use crate::ui::markup::{Tag, el, link};
use crate::ui::session::OpenPlan;

/// All sections, each leading to its first page.
pub fn contents(ui: &Ui, open: &OpenPlan) -> Tag {
    let places = progress::places(&open.worksheet);
    let rows = Section::ALL
        .into_iter()
        .filter_map(|section| row(ui, open, &places, section));
    let label = ui.text(Msg::NavAllPages);
    let list = el("ol", "contents__list").children(rows);
    el("details", "contents")
        .child(el("summary", "").child(label))
        .child(el("nav", "").attr("aria-label", label).child(list))
}

fn row(ui: &Ui, open: &OpenPlan, places: &[Place], section: Section) -> Option<Tag> {
    let pages = places.iter().filter(|place| place.section() == section);
    let first = *pages.clone().next()?;
    // A page that only tells something cannot be filled, and holds no part back from being done.
    let asked = pages.filter(|place| progress::asks(**place));
    let total = asked.clone().count();
    let filled = asked
        .filter(|place| progress::is_filled(&open.worksheet, **place))
        .count();
    let is_here = section == open.place.section();
    let (state, text) = match filled {
        0 => (None, ui.text(Msg::NavStateNone).to_owned()),
        filled if filled == total => (Some("done"), ui.text(Msg::NavStateDone).to_owned()),
        filled => {
            let (filled, total) = (filled.to_string(), total.to_string());
            let values = [("filled", filled.as_str()), ("total", total.as_str())];
            (Some("begun"), ui.fill(Msg::NavStateBegun, &values))
        }
    };
    let name = el("span", "contents__name").say(ui, section.phrases().title);
    let counts = !matches!(section, Section::Begin | Section::Summary);
    let link = link("", Route::Plan(open.id, first))
        .attr("data-state", state)
        .attr("aria-current", is_here.then_some("page"))
        .child(name)
        .space()
        .child(counts.then(|| el("span", "contents__state").child(text)));
    Some(el("li", "").key(section.slug()).child(link))
}

//! All pages of a plan, to go anywhere at any time.

use crate::i18n::{Msg, Phrased};
use crate::progress::{self, Place};
use crate::questionnaire::Section;
use crate::route::{PlanId, Route};
use crate::ui::Ui;
use crate::ui::markup::{Tag, el, link};
use crate::ui::memo::memo;
use crate::ui::session::OpenPlan;
use yew::prelude::*;

/// All sections, each leading to its first page. Drawn anew only where it would say something else.
pub fn contents(ui: &Ui, open: &OpenPlan) -> Html {
    let places = progress::places(&open.worksheet);
    let rows: Vec<Row> = Section::ALL
        .into_iter()
        .filter_map(|section| row(open, &places, section))
        .collect();
    memo(ui, None, (open.id, rows), draw)
}

/// One section: where it leads, and how far it is.
#[derive(PartialEq)]
struct Row {
    section: Section,
    first: Place,
    filled: usize,
    total: usize,
    is_here: bool,
}

fn row(open: &OpenPlan, places: &[Place], section: Section) -> Option<Row> {
    let pages = places.iter().filter(|place| place.section() == section);
    let first = *pages.clone().next()?;
    // A page that only tells something cannot be filled, and holds no part back from being done.
    let asked = pages.filter(|place| progress::asks(**place));
    Some(Row {
        section,
        first,
        total: asked.clone().count(),
        filled: asked
            .filter(|place| progress::is_filled(&open.worksheet, **place))
            .count(),
        is_here: section == open.place.section(),
    })
}

fn draw(ui: &Ui, (plan, rows): &(PlanId, Vec<Row>)) -> Html {
    let label = ui.text(Msg::NavAllPages);
    let rows = rows.iter().map(|row| draw_row(ui, *plan, row));
    let list = el("ol", "contents__list").children(rows);
    el("details", "contents")
        .child(el("summary", "").child(label))
        .child(el("nav", "").attr("aria-label", label).child(list))
        .html()
}

fn draw_row(ui: &Ui, plan: PlanId, row: &Row) -> Tag {
    let (state, text) = match row.filled {
        0 => (None, ui.text(Msg::NavStateNone).to_owned()),
        filled if filled == row.total => (Some("done"), ui.text(Msg::NavStateDone).to_owned()),
        filled => {
            let (filled, total) = (filled.to_string(), row.total.to_string());
            let values = [("filled", filled.as_str()), ("total", total.as_str())];
            (Some("begun"), ui.fill(Msg::NavStateBegun, &values))
        }
    };
    let name = el("span", "contents__name").say(ui, row.section.phrases().title);
    let counts = !matches!(row.section, Section::Begin | Section::Summary);
    // A dotted line leads from the name to how far the section is.
    let class = if counts { "contents__leads" } else { "" };
    let link = link(class, Route::Plan(plan, row.first))
        .attr("data-state", state)
        .attr("aria-current", row.is_here.then_some("page"))
        .child(name)
        .space()
        .child(counts.then(|| el("span", "contents__state").child(text)));
    el("li", "").key(row.section.slug()).child(link)
}

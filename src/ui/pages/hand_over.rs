//! Handing over a copy: what goes along, how it reads, and the ways for it to go.

mod dates;
mod locked;
mod ways;

use super::View;
use crate::browser::{clock, styles};
use crate::export;
use crate::format::Plan;
use crate::i18n::{Msg, Phrased};
use crate::progress::Place;
use crate::questionnaire::{Page, Section};
use crate::route::Route;
use crate::sharing::choice;
use crate::ui::components::{Choice, ChoiceItem, checklist, read_section, title};
use crate::ui::markup::{Tag, button, el, link, nodes};
use crate::ui::session::{Handing, Sharing};
use crate::ui::{Deed, Event, Ui};
use crate::worksheet::{EnumSet, Worksheet};
use std::rc::Rc;
use yew::prelude::*;

/// How handing over looks, and opening what was handed over.
const STYLES: &str = concat!(
    include_str!("../../../styles/components/qr_code.css"),
    include_str!("../../../styles/pages/hand_over.css"),
);

/// Has copies look as they should, from now on.
pub(super) fn dress() {
    styles::dress(STYLES);
}

/// A copy that is about to be handed over.
#[derive(Clone, Copy)]
struct Bench<'a> {
    view: View<'a>,
    ui: &'a Ui,
    /// What was chosen and made so far.
    handing: &'a Handing,
    /// The sections that go along.
    chosen: EnumSet<Section>,
    /// What goes along, and nothing else.
    worksheet: &'a Rc<Worksheet>,
}

/// The page.
pub(super) fn page(view: View<'_>) -> Html {
    let ui = view.ui;
    let handing = &view.session.handing();
    let chosen = handing.chosen_of(view.worksheet());
    let worksheet = &Rc::new(choice::only(view.worksheet(), chosen));
    let bench = Bench {
        view,
        ui,
        handing,
        chosen,
        worksheet,
    };
    let back = Route::Plan(view.open.id, Place::Page(Page::Summary));
    nodes()
        .child(title(ui, Msg::HandOverTitle))
        .child(el("p", "lead").say(ui, Msg::HandOverLead))
        .child(sections(bench))
        .child(document(bench))
        .child(ways::ways(bench))
        .child(el("p", "hand-over__back").child(link("button", back).say(ui, Msg::HandOverBack)))
        .html()
}

/// A part of the page with its heading.
fn group(ui: &Ui, id: &'static str, heading: Msg) -> Tag {
    el("section", "hand-over__part")
        .attr("aria-labelledby", id)
        .child(
            el("h2", "group__title")
                .id(id)
                .attr("tabindex", "-1")
                .say(ui, heading),
        )
}

/// Which sections go along: those in which something was written.
fn sections(bench: Bench<'_>) -> Tag {
    let ui = bench.ui;
    let whole = export::with_everything(bench.view.worksheet());
    let parts = export::outline(&whole, ui.scene.words, false);
    let is_on = |section: &Section| crate::progress::is_on(&bench.view.worksheet().setup, *section);
    let written = parts.into_iter().map(|part| part.section).filter(is_on);
    let items = written.map(|section| ChoiceItem {
        value: section.slug(),
        title: section.phrases().title,
        text: None,
        checked: bench.chosen.contains(&section),
        event: choose(bench, section).into(),
    });
    let items: Vec<_> = items.collect();
    let private = Section::Together.slug();
    let has_private = items.iter().any(|item| item.value == private);
    let private = has_private.then(|| el("p", "hint").say(ui, Msg::HandOverPrivate));
    let named = !bench.worksheet.name.is_blank();
    group(ui, "choose", Msg::HandOverChoose)
        .child(el("p", "hint").say(ui, Msg::HandOverChooseNote))
        .child(checklist(ui, Choice::named("part"), items))
        .child(private)
        .child(named.then(|| el("p", "hint").say(ui, Msg::HandOverNameGoes)))
}

/// Takes a section along, or leaves it here.
fn choose(bench: Bench<'_>, section: Section) -> Deed {
    let mut chosen = bench.chosen;
    if !chosen.remove(&section) {
        chosen.insert(section);
    }
    change(move |handing| handing.chosen = Some(chosen))
}

/// A change to what is being handed over.
fn change(change: impl Fn(&mut Handing) + 'static) -> Deed {
    Deed::new(move |session| {
        let mut handing = session.handing();
        change(&mut handing);
        session.with_sharing(Sharing::Handing(handing))
    })
}

/// What leaves, exactly. It stands in the page itself, as what is printed does.
fn document(bench: Bench<'_>) -> Tag {
    let ui = bench.ui;
    let dated = bench.view.session.today().map(|today| {
        let date = clock::long_date(today, ui.scene.words.locale().code());
        ui.fill(Msg::SummaryPlanOf, &[("date", &date)])
    });
    // A long plan is many screens; whoever knows it already need not go through it.
    let skip = button("button button--quiet")
        .on_click(ui, vec![Event::focus("once")])
        .say(ui, Msg::HandOverSkip);
    let heading = group(ui, "sees", Msg::HandOverSees).child(el("p", "").child(skip));
    nodes()
        .child(heading)
        .child(reading(ui, bench.worksheet, dated))
}

/// A plan as a document that is only read; what is left out of it is not shown.
pub(super) fn reading(ui: &Ui, worksheet: &Worksheet, dated: Option<String>) -> Tag {
    super::pages_of_plan::dress();
    let words = ui.scene.words.with_wording(worksheet.setup.wording);
    let parts = export::outline(worksheet, words, false);
    let mut parts = parts.into_iter().filter(|part| !part.left_out).peekable();
    let nothing = parts.peek().is_none();
    let ui = &ui.with_wording(worksheet.setup.wording);
    let name = &worksheet.name;
    let heading = el("h3", "summary__title").id("summary-title");
    let heading = if name.is_blank() {
        heading.say(ui, Msg::SummaryUntitled)
    } else {
        heading.words(name)
    };
    let head = el("header", "summary__head")
        .child(heading)
        .child(dated.map(|dated| el("p", "summary__date").child(dated)));
    el("article", "summary summary--read")
        .attr("aria-labelledby", "summary-title")
        .child(head)
        .child(nothing.then(|| el("p", "summary__nothing").say(ui, Msg::HandOverNothing)))
        .children(parts.map(|part| read_section(ui, part)))
        .child(el("p", "summary__end").say(ui, Msg::PrintFooter))
}

impl Bench<'_> {
    /// What goes along, as a plan of its own.
    fn plan(self) -> Plan {
        Plan {
            worksheet: Worksheet::clone(self.worksheet),
            place: Place::Page(Page::Summary),
            ..Plan::new(self.view.open.changed)
        }
    }
}

//! All pages of a plan, to go anywhere at any time.

use crate::i18n::{Msg, Phrased};
use crate::progress::{self, Place};
use crate::questionnaire::Section;
use crate::route::{PlanId, Route};
use crate::ui::use_scene;
use crate::worksheet::Worksheet;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Contents`].
#[derive(PartialEq, Properties)]
pub struct ContentsProps {
    /// The plan's name in addresses.
    pub id: PlanId,
    /// The plan.
    pub worksheet: Rc<Worksheet>,
    /// The page.
    pub place: Place,
}

/// All sections, each leading to its first page.
#[component]
pub fn Contents(props: &ContentsProps) -> Html {
    let scene = use_scene();
    let places = progress::places(&props.worksheet);
    let row = |section: Section| {
        let pages: Vec<_> = places
            .iter()
            .filter(|place| place.section() == section)
            .collect();
        let first = **pages.first()?;
        // A page that only tells something cannot be filled, and holds no part back from being done.
        let asked: Vec<_> = pages
            .iter()
            .filter(|place| progress::asks(***place))
            .collect();
        let filled = asked
            .iter()
            .filter(|place| progress::is_filled(&props.worksheet, ****place))
            .count();
        let here = section == props.place.section();
        let (state, text) = match filled {
            0 => (None, scene.text(Msg::NavStateNone).to_owned()),
            filled if filled == asked.len() => {
                (Some("done"), scene.text(Msg::NavStateDone).to_owned())
            }
            filled => {
                let (filled, total) = (filled.to_string(), asked.len().to_string());
                let values = [("filled", filled.as_str()), ("total", total.as_str())];
                (Some("begun"), scene.words.fill(Msg::NavStateBegun, &values))
            }
        };
        Some(html! {
            <li key={section.slug()}>
                <a href={Route::Plan(props.id, first).to_string()}
                    data-state={state} aria-current={here.then_some("page")}>
                    <span class="contents__name">{ scene.text(section.phrases().title) }</span>
                    { " " }
                    if !matches!(section, Section::Begin | Section::Summary) {
                        <span class="contents__state">{ text }</span>
                    }
                </a>
            </li>
        })
    };
    html! {
        <details class="contents">
            <summary>{ scene.text(Msg::NavAllPages) }</summary>
            <nav aria-label={scene.text(Msg::NavAllPages)}>
                <ol class="contents__list">{ for Section::ALL.into_iter().filter_map(row) }</ol>
            </nav>
        </details>
    }
}

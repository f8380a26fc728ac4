//! The plan as a document, to check, print and copy.

use super::PlanProps;
use crate::browser::{clock, page};
use crate::export::{self, Part};
use crate::i18n::{Msg, Phrased, Topic};
use crate::ui::components::{
    Choice, ChoiceItem, CopyText, Heading, ShortField, SummarySection, Turn,
};
use crate::ui::{Scene, Target, use_scene};
use crate::worksheet::{Date, Worksheet};
use yew::prelude::*;

/// Properties of [`Summary`].
#[derive(PartialEq, Properties)]
pub struct SummaryProps {
    /// The plan and the page.
    pub plan: PlanProps,
    /// Today, for the head of the plan.
    pub today: Option<Date>,
}

/// The plan as a document. What stands outside the article is not printed.
#[component]
pub fn Summary(props: &SummaryProps) -> Html {
    let scene = use_scene();
    let unanswered = use_state_eq(|| false);
    let SummaryProps { plan, today } = props;
    let parts = export::outline(&plan.worksheet, scene.words, *unanswered);
    let empty = parts.is_empty();
    let phrases = Topic::Summary.phrases();
    let onchoose = {
        let unanswered = unanswered.clone();
        Callback::from(move |chosen: AttrValue| unanswered.set(chosen == SHOW))
    };
    html! {
        <>
            <Heading worksheet={plan.worksheet.clone()} place={plan.place} title={phrases.title}
                hint={phrases.hint} />
            <div class="summary-actions">
                <button type="button" class="button button--main"
                    onclick={Callback::from(|_: MouseEvent| page::print())}>
                    { scene.text(Msg::SummaryPrint) }
                </button>
                <CopyText label={Msg::SummaryCopyText} worksheet={plan.worksheet.clone()} />
            </div>
            <ShortField target={Target::Name} value={plan.worksheet.name.clone()} label={Msg::SummaryName}
                hint={Some(Msg::SummaryNameHint)} />
            <Choice name="unanswered" legend={scene.text(Msg::SummaryUnanswered)} row=true {onchoose}
                items={choices(scene, *unanswered)} />
            <article class="summary" aria-labelledby="summary-title">
                { head(scene, &plan.worksheet, *today) }
                if empty {
                    <p class="summary__nothing">{ scene.text(Msg::SummaryNothingYet) }</p>
                }
                { for parts.into_iter().map(|part| section(plan, part)) }
                <p class="summary__end">{ scene.text(Msg::PrintFooter) }</p>
            </article>
            if !empty {
                <p class="hint">{ scene.text(Msg::SummaryDone) }</p>
            }
            <Turn id={plan.id} worksheet={plan.worksheet.clone()} place={plan.place} />
        </>
    }
}

const HIDE: &str = "hide";
const SHOW: &str = "show";

fn choices(scene: Scene, unanswered: bool) -> Vec<ChoiceItem> {
    let item = |value: &'static str, title, checked| ChoiceItem {
        value: value.into(),
        title: scene.text(title).into(),
        text: None,
        checked,
    };
    vec![
        item(HIDE, Msg::SummaryHideUnanswered, !unanswered),
        item(SHOW, Msg::SummaryShowUnanswered, unanswered),
    ]
}

/// The plan's name and date.
fn head(scene: Scene, worksheet: &Worksheet, today: Option<Date>) -> Html {
    let name = if worksheet.name.is_blank() {
        html! { <h2 class="summary__title" id="summary-title">{ scene.text(Msg::SummaryUntitled) }</h2> }
    } else {
        html! {
            <h2 class="summary__title words" id="summary-title" dir="auto" translate="no">
                { AttrValue::from(worksheet.name.shared()) }
            </h2>
        }
    };
    let date = today.map(|today| clock::long_date(today, scene.words.locale().code()));
    html! {
        <header class="summary__head">
            { name }
            if let Some(date) = date {
                <p class="summary__date">{ scene.words.fill(Msg::SummaryPlanOf, &[("date", &date)]) }</p>
            }
        </header>
    }
}

fn section(plan: &PlanProps, part: Part) -> Html {
    let key = part.section.slug();
    html! { <SummarySection {key} id={plan.id} {part} /> }
}

//! A closer look at what already happens.

use super::PlanProps;
use crate::i18n::{Msg, Phrased, Topic};
use crate::progress::Place;
use crate::questionnaire::Page;
use crate::route::Route;
use crate::ui::components::{Heading, HelpMeThink, NothingYet, Origin, PieceCard, Turn};
use crate::ui::use_scene;
use crate::worksheet::{ItemId, Piece, PieceField, Source, Text, Worksheet};
use yew::prelude::*;

/// The page that asks about each ticked piece.
#[component]
pub fn Closer(plan: &PlanProps) -> Html {
    let scene = use_scene();
    let phrases = Topic::Closer.phrases();
    let worksheet = &plan.worksheet;
    let ticked = worksheet.ticked();
    let card = |(place, (source, words, piece)): (usize, &(Source, Text, Piece))| {
        html! {
            <PieceCard key={source.to_string()} plan={plan.id} source={*source} words={words.clone()}
                origin={Origin::of(worksheet, *source)} piece={piece.clone()}
                goal={goal_of(worksheet, words)} open={place == 0 || is_begun(piece)} />
        }
    };
    html! {
        <>
            <Heading worksheet={worksheet.clone()} place={plan.place} title={phrases.title} hint={phrases.hint} />
            if ticked.is_empty() {
                <NothingYet text={Msg::PiecesNoneTicked}>
                    <a class="button" href={Route::Plan(plan.id, Place::Page(Page::Tick)).to_string()}>
                        { scene.text(Msg::PiecesTickSome) }
                    </a>
                </NothingYet>
            } else {
                <ul class="cards">{ for ticked.iter().enumerate().map(card) }</ul>
            }
            if !ticked.is_empty() {
                <HelpMeThink {phrases} />
            }
            <Turn id={plan.id} worksheet={worksheet.clone()} place={plan.place} />
        </>
    }
}

/// The goal that was made of these words and still has them.
fn goal_of(worksheet: &Worksheet, words: &Text) -> Option<ItemId> {
    let mut goals = worksheet.goals.iter();
    goals
        .find(|(_, goal)| goal.doing == *words)
        .map(|(id, _)| id)
}

fn is_begun(piece: &Piece) -> bool {
    PieceField::ALL
        .iter()
        .any(|field| !piece.get(*field).is_blank())
}

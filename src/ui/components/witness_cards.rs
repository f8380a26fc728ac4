//! One question about each person who would notice.

use super::{NothingYet, WordsInput};
use crate::i18n::Msg;
use crate::progress::Place;
use crate::questionnaire::Page;
use crate::route::{PlanId, Route};
use crate::ui::{Change, List, Target, use_dispatch, use_list_focus, use_scene};
use crate::worksheet::{ItemId, Roster, Text, Witness, WitnessField};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`WitnessCards`].
#[derive(PartialEq, Properties)]
pub struct WitnessCardsProps {
    /// The plan's name in addresses.
    pub plan: PlanId,
    /// Who would notice.
    pub witnesses: Roster<Witness>,
    /// What is asked about them.
    pub field: WitnessField,
}

/// A field for each person, under the name that was typed. Where nobody is named yet, it says so and
/// shows the ways on; a person need not have a name here.
#[component]
pub fn WitnessCards(props: &WitnessCardsProps) -> Html {
    let scene = use_scene();
    let dispatch = use_dispatch();
    let WitnessCardsProps {
        plan,
        witnesses,
        field,
    } = props;
    let field = *field;
    use_list_focus(witnesses.ids().collect(), move |change| match change {
        Change::Added(id) | Change::Back(id) => Some(Target::Witness(id, field).to_string()),
        Change::Removed(_) => None,
    });
    let who = Route::Plan(*plan, Place::Page(Page::Who)).to_string();
    let card = |(place, (id, witness)): (usize, (ItemId, &Rc<Witness>))| {
        html! { <WitnessCard key={id.0} {id} {place} witness={Rc::clone(witness)} {field} /> }
    };
    html! {
        <div class="witnesses">
            if witnesses.is_empty() {
                <NothingYet text={Msg::OthersNobodyYet}>
                    <a class="button" href={who}>{ scene.text(Msg::OthersNameSomeone) }</a>
                    <button type="button" class="button button--quiet"
                        onclick={dispatch.on(List::Witnesses.add())}>
                        { scene.text(Msg::OthersWithoutName) }
                    </button>
                </NothingYet>
            } else {
                <ul class="cards">{ for witnesses.iter().enumerate().map(card) }</ul>
            }
        </div>
    }
}

/// Properties of [`WitnessCard`].
#[derive(PartialEq, Properties)]
struct WitnessCardProps {
    id: ItemId,
    /// Where the person stands in the list, counted from 0.
    place: usize,
    witness: Rc<Witness>,
    field: WitnessField,
}

/// One person's name, what was said of them on the page before, and the field.
#[component]
fn WitnessCard(props: &WitnessCardProps) -> Html {
    let scene = use_scene();
    let WitnessCardProps {
        id,
        place,
        witness,
        field,
    } = props;
    let target = Target::Witness(*id, *field);
    let input = target.to_string();
    let earlier = earlier(witness, *field);
    let earlier_id = earlier
        .as_ref()
        .map(|_| AttrValue::from(format!("{input}-earlier")));
    html! {
        <li class="card witness">
            <div class="answer-field">
                { name(scene, &witness.who, *place, input) }
                if let Some((before, words)) = earlier {
                    <p class="witness__earlier" id={earlier_id.clone()}>
                        <span class="witness__before">{ scene.text(before) }</span>
                        { " " }
                        <span class="words" dir="auto" translate="no">{ AttrValue::from(words.shared()) }</span>
                    </p>
                }
                <WordsInput {target} value={witness.get(*field).clone()} class="answer-field__input"
                    rows={Some(2)} described_by={earlier_id} />
            </div>
        </li>
    }
}

/// The label: the name exactly as it was typed, or a number for someone without one.
fn name(scene: crate::ui::Scene, who: &Text, place: usize, input: String) -> Html {
    if who.is_blank() {
        let number = (place + 1).to_string();
        let name = scene
            .words
            .fill(Msg::OthersUnnamed, &[("n", number.as_str())]);
        return html! { <label class="answer-field__label witness__name" for={input}>{ name }</label> };
    }
    html! {
        <label class="answer-field__label witness__name words" for={input} dir="auto" translate="no">
            { AttrValue::from(who.shared()) }
        </label>
    }
}

/// What was written about the same person on the page before.
fn earlier(witness: &Witness, field: WitnessField) -> Option<(Msg, Text)> {
    let (msg, words) = match field {
        WitnessField::Who | WitnessField::See => return None,
        WitnessField::Respond => (Msg::OthersTheySee, &witness.see),
        WitnessField::Difference => (Msg::OthersTheyRespond, &witness.respond),
    };
    (!words.is_blank()).then(|| (msg, words.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_page_shows_what_the_page_before_was_told() {
        let witness = Witness {
            who: Text::from("Nour"),
            see: Text::from("I pick up"),
            respond: Text::from(" "),
            ..Witness::default()
        };
        let earlier = |field| earlier(&witness, field);
        assert_eq!(earlier(WitnessField::See), None);
        assert_eq!(
            earlier(WitnessField::Respond),
            Some((Msg::OthersTheySee, Text::from("I pick up")))
        );
        assert_eq!(
            earlier(WitnessField::Difference),
            None,
            "blank words are not shown"
        );
    }
}

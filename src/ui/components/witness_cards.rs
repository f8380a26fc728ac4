//! One question about each person who would notice.

use super::nothing_yet::nothing_yet;
use super::words_input::{WordsInput, words_input};
use crate::i18n::Msg;
use crate::questionnaire::Page;
use crate::ui::list::{Follow, List, follow};
use crate::ui::markup::{Tag, button, el, link, nodes};
use crate::ui::pages::View;
use crate::ui::{Target, Ui};
use crate::worksheet::{ItemId, Text, Witness, WitnessField};
use yew::prelude::*;

/// A field for each person, under the name that was typed. Where nobody is named yet, it says so and
/// shows the ways on; a person need not have a name here.
pub fn witness_cards(view: View<'_>, field: WitnessField) -> Tag {
    let ui = view.ui;
    let witnesses = &view.worksheet().witnesses;
    let cards = if witnesses.is_empty() {
        let without = button("button button--quiet")
            .on_click(ui, vec![List::Witnesses.add().into()])
            .say(ui, Msg::OthersWithoutName);
        let ways = nodes()
            .child(link("button", view.page(Page::Who)).say(ui, Msg::OthersNameSomeone))
            .child(without);
        nothing_yet(ui, Msg::OthersNobodyYet, ways)
    } else {
        let cards = witnesses.iter().enumerate();
        let cards = cards.map(|(place, (id, witness))| card(ui, id, place, witness, field));
        el("ul", "cards").children(cards)
    };
    follow(Follow::Witness(field), witnesses.ids().collect());
    el("div", "witnesses").child(cards)
}

/// One person's name, what was said of them on the page before, and the field.
fn card(ui: &Ui, id: ItemId, place: usize, witness: &Witness, field: WitnessField) -> Tag {
    let target = Target::Witness(id, field);
    let input = target.to_string();
    let earlier_id = format!("{input}-earlier");
    let earlier = earlier(witness, field);
    let described_by = earlier
        .is_some()
        .then(|| AttrValue::from(earlier_id.clone()));
    let earlier = earlier.map(|(before, words)| {
        el("p", "witness__earlier")
            .id(earlier_id)
            .child(el("span", "witness__before").say(ui, before))
            .space()
            .child(el("span", "words").words(&words))
    });
    let words = WordsInput {
        rows: Some(2),
        described_by,
        ..WordsInput::new(target, witness.get(field).clone(), "answer-field__input")
    };
    let field = el("div", "answer-field")
        .child(name(ui, &witness.who, place).attr("for", input))
        .child(earlier)
        .child(words_input(ui, words));
    el("li", "card witness").key(&id.0.to_string()).child(field)
}

/// The label: the name exactly as it was typed, or a number for someone without one.
fn name(ui: &Ui, who: &Text, place: usize) -> Tag {
    if who.is_blank() {
        let number = (place + 1).to_string();
        let name = ui.fill(Msg::OthersUnnamed, &[("n", number.as_str())]);
        return el("label", "answer-field__label witness__name").child(name);
    }
    el("label", "answer-field__label witness__name words").words(who)
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

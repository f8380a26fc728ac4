//! Where the person's own line comes from.

use crate::i18n::{Msg, Phrased};
use crate::questionnaire::{Prompt, Section};
use crate::ui::use_scene;
use crate::worksheet::{Source, Text, Worksheet};
use yew::prelude::*;

/// Where a line comes from, for [`PieceFrom`].
#[derive(Clone, Debug, PartialEq)]
pub enum Origin {
    /// A sign.
    Sign,
    /// A part of the day.
    Moment(Prompt),
    /// What this person would see. The number, from 1, stands for someone without a name.
    Seen(Text, usize),
}

impl Origin {
    /// The origin of the words that a source points to.
    #[must_use]
    pub fn of(worksheet: &Worksheet, source: Source) -> Self {
        match source {
            Source::Sign(_) => Self::Sign,
            Source::Moment(moment) => Self::Moment(Prompt::Moment(moment)),
            Source::Seen(id) => {
                let who = worksheet
                    .witnesses
                    .get(id)
                    .map(|witness| witness.who.clone());
                let place = worksheet.witnesses.place(id).unwrap_or(0);
                Self::Seen(who.unwrap_or_default(), place + 1)
            }
        }
    }
}

/// Properties of [`PieceFrom`].
#[derive(PartialEq, Properties)]
pub struct PieceFromProps {
    /// Where the line comes from.
    pub origin: Origin,
    /// The element's id, so that it can describe a field.
    pub id: AttrValue,
}

/// "from The question", with the part of the day or the person.
#[component]
pub fn PieceFrom(props: &PieceFromProps) -> Html {
    let scene = use_scene();
    let section = match props.origin {
        Origin::Sign | Origin::Moment(_) => Section::Miracle,
        Origin::Seen(..) => Section::Others,
    };
    let section = scene.text(section.phrases().title);
    let detail = match &props.origin {
        Origin::Sign => Html::default(),
        Origin::Moment(prompt) => {
            html! { <span class="piece__detail">{ scene.text(prompt.phrases().title) }</span> }
        }
        Origin::Seen(who, number) if who.is_blank() => {
            let number = number.to_string();
            let unnamed = scene
                .words
                .fill(Msg::OthersUnnamed, &[("n", number.as_str())]);
            html! { <span class="piece__detail">{ unnamed }</span> }
        }
        Origin::Seen(who, _) => html! {
            <span class="piece__detail"><bdi translate="no">{ AttrValue::from(who.shared()) }</bdi></span>
        },
    };
    html! {
        <p class="piece__from" id={props.id.clone()}>
            <span>{ scene.words.fill(Msg::AnswerFrom, &[("section", section)]) }</span>
            { " " }
            { detail }
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::worksheet::{Action, ItemId, Moment, RosterAction, Witness};

    fn seen_by(who: &str) -> Witness {
        Witness {
            who: Text::from(who),
            see: Text::from("I hum"),
            ..Witness::default()
        }
    }

    #[test]
    fn what_was_seen_comes_from_the_person_who_saw_it() {
        let mut worksheet = Worksheet::default();
        for who in ["Nour", ""] {
            worksheet.apply(Action::Witnesses(RosterAction::Add(seen_by(who))));
        }
        let origin = |id| Origin::of(&worksheet, Source::Seen(ItemId(id)));
        assert_eq!(origin(0), Origin::Seen(Text::from("Nour"), 1));
        assert_eq!(origin(1), Origin::Seen(Text::default(), 2));
    }

    #[test]
    fn a_part_of_the_day_is_named_by_its_question() {
        let origin = Origin::of(&Worksheet::default(), Source::Moment(Moment::Evening));
        assert_eq!(origin, Origin::Moment(Prompt::Moment(Moment::Evening)));
    }
}

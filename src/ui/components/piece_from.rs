//! Where the person's own line comes from.

use crate::i18n::{Msg, Phrased};
use crate::questionnaire::{Prompt, Section};
use crate::ui::markup::{Tag, el};
use crate::ui::pages::View;
use crate::worksheet::{Source, Text, Worksheet};

/// "from The question", with the part of the day or the person. The id is for the field that it
/// describes.
pub(super) fn piece_from(view: View<'_>, source: Source, id: String) -> Tag {
    let ui = view.ui;
    let section = match source {
        Source::Sign(_) | Source::Moment(_) => Section::Miracle,
        Source::Seen(_) => Section::Others,
    };
    let section = ui.text(section.phrases().title);
    let from = ui.fill(Msg::AnswerFrom, &[("section", section)]);
    let detail = match Origin::of(view.worksheet(), source) {
        Origin::Sign => None,
        Origin::Moment(prompt) => Some(detail().say(ui, prompt.phrases().title)),
        Origin::Seen(who, number) if who.is_blank() => {
            let number = number.to_string();
            Some(detail().child(ui.fill(Msg::OthersUnnamed, &[("n", number.as_str())])))
        }
        Origin::Seen(who, _) => {
            let who = el("bdi", "")
                .attr("translate", "no")
                .child(yew::AttrValue::from(who.shared()));
            Some(detail().child(who))
        }
    };
    el("p", "piece__from")
        .id(id)
        .child(el("span", "").child(from))
        .space()
        .child(detail)
}

fn detail() -> Tag {
    el("span", "piece__detail")
}

/// Where a line comes from.
#[derive(Debug, PartialEq)]
enum Origin {
    /// A sign.
    Sign,
    /// A part of the day.
    Moment(Prompt),
    /// What this person would see. The number, from 1, stands for someone without a name.
    Seen(Text, usize),
}

impl Origin {
    /// The origin of the words that a source points to.
    fn of(worksheet: &Worksheet, source: Source) -> Self {
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

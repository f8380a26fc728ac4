//! Lines to sign on.

use crate::i18n::{Msg, Phrased};
use crate::progress;
use crate::questionnaire::{Prompt, Section};
use crate::ui::Ui;
use crate::ui::markup::{Tag, el};
use crate::worksheet::{Text, Worksheet};

/// Lines for the person and the therapist. Names that were typed for the agreement stand there already,
/// unless the agreement stays out of print.
pub(super) fn signatures(ui: &Ui, worksheet: &Worksheet) -> Tag {
    let printed = progress::is_on(&worksheet.setup, Section::Agreement)
        && !worksheet.left_out.contains(&Section::Agreement);
    let people = [Prompt::MyName, Prompt::TherapistName].map(|prompt| {
        let name = if printed {
            worksheet.text(prompt)
        } else {
            Text::default()
        };
        el("div", "signature")
            .child(field(ui, prompt.phrases().title, Some(name)))
            .child(field(ui, Msg::PaperSignature, None))
            .child(field(ui, Msg::PaperDate, None))
    });
    el("section", "signatures").children(people)
}

fn field(ui: &Ui, label: Msg, words: Option<Text>) -> Tag {
    let words = words.filter(|words| !words.is_blank());
    let line = el("p", "signature__line words");
    el("div", "signature__field")
        .child(match words {
            Some(words) => line.words(&words),
            None => line,
        })
        .child(el("p", "signature__label").say(ui, label))
}

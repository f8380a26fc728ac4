//! What everything that draws may ask for: the words, how to show them, and where to say what happened.

use super::Event;
use crate::i18n::{Locale, Msg, Words};
use crate::worksheet::Wording;
use yew::prelude::*;

/// How things are shown.
#[derive(Clone, Copy, PartialEq)]
pub struct Scene {
    /// The words.
    pub words: Words,
    /// Whether "Help me think" is offered.
    pub hints: bool,
    /// Whether the browser may check spelling in answers. Some browsers send text away to do it.
    pub spell_check: bool,
    /// How often another tab's words took the place of those in the fields. Then all of them are drawn
    /// anew, also one whose words the page had not followed yet.
    pub replaced: u32,
}

/// How things are shown, and where to say what happened.
#[derive(Clone)]
pub struct Ui {
    /// How things are shown.
    pub scene: Scene,
    listener: Callback<Event>,
}

/// All listeners of a page are the same one.
impl PartialEq for Ui {
    fn eq(&self, other: &Self) -> bool {
        self.scene == other.scene
    }
}

impl Ui {
    /// What is drawn with this says what happened to that listener.
    #[must_use]
    pub fn new(scene: Scene, listener: Callback<Event>) -> Self {
        Self { scene, listener }
    }

    /// The same in another form of the Miracle Question.
    #[must_use]
    pub fn with_wording(&self, wording: Wording) -> Self {
        let scene = Scene {
            words: self.scene.words.with_wording(wording),
            ..self.scene
        };
        Self::new(scene, self.listener.clone())
    }

    /// The same in the language that a link names, in the standard form of the question. Where there is only
    /// one language, or none of that name, it stays as it is.
    #[must_use]
    pub fn in_language(&self, code: &str) -> Self {
        let several = Locale::ALL.len() > 1;
        let named = several.then(|| Locale::from_code(code)).flatten();
        let words = named.map_or(self.scene.words, Words::new);
        Self::new(
            Scene {
                words,
                ..self.scene
            },
            self.listener.clone(),
        )
    }

    /// The same, but whatever happens is told to nobody.
    #[must_use]
    pub fn unheard(&self) -> Self {
        Self::new(self.scene, Callback::noop())
    }

    /// One text.
    #[must_use]
    pub fn text(&self, msg: Msg) -> &'static str {
        self.scene.words.get(msg)
    }

    /// One text with values in the place of its `{names}`.
    #[must_use]
    pub fn fill(&self, msg: Msg, values: &[(&str, &str)]) -> String {
        self.scene.words.fill(msg, values)
    }

    /// One text with a value in the place of its only name.
    #[must_use]
    #[inline(never)]
    pub fn fill_one(&self, msg: Msg, name: &str, value: &str) -> String {
        self.fill(msg, &[(name, value)])
    }

    /// Says what happened.
    pub fn send(&self, event: impl Into<Event>) {
        self.listener.emit(event.into());
    }

    /// A listener that says, each time, that all this happened.
    #[must_use]
    pub fn all<In: 'static>(&self, events: Vec<Event>) -> Callback<In> {
        let ui = self.clone();
        Callback::from(move |_| {
            for event in &events {
                ui.send(event.clone());
            }
        })
    }
}

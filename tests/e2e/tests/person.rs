//! What a person does in the app, by the keyboard alone, and what they see.

use e2e::keyboard::Key;
use e2e::paper::squeezed;
use e2e::{Browser, Visit};
use serde_json::json;

use crate::catalogue::{text, worded};
use crate::walk::Language;

/// A person in front of the app.
pub(crate) struct Person<'a> {
    pub(crate) visit: &'a Visit,
    pub(crate) browser: &'a Browser,
    /// The wording of the question that they chose.
    wording: &'static str,
    /// Everything that they have typed into fields.
    written: Vec<String>,
}

impl<'a> Person<'a> {
    /// A person who opens a page of the app by its fragment, and waits until it can be used.
    pub(crate) fn arrives(visit: &'a Visit, fragment: &str) -> Person<'a> {
        let person = Person::comes(visit);
        person.opens(fragment);
        person
    }

    /// A person in front of whatever the browser shows.
    pub(crate) fn comes(visit: &'a Visit) -> Person<'a> {
        Person {
            visit,
            browser: &visit.browser,
            wording: "miracle",
            written: Vec::new(),
        }
    }

    /// Opens a page by its address.
    #[track_caller]
    pub(crate) fn opens(&self, fragment: &str) {
        let address = self.visit.server.url(fragment);
        let here = self.browser.text_of("return location.href");
        if here.trim_end_matches("#/") == address.trim_end_matches("#/") {
            self.reloads();
        } else {
            self.turns_the_page(|| self.browser.open(&address));
        }
    }

    /// Loads the page again.
    #[track_caller]
    pub(crate) fn reloads(&self) {
        self.turns_the_page(|| self.browser.reload());
    }

    /// Does something that leads to another page, and waits until that page is there.
    #[track_caller]
    pub(crate) fn turns_the_page(&self, turn: impl FnOnce()) {
        // Every page has a heading of its own; a loaded document has none that was left.
        self.browser.script(
            "window.left = document.querySelector('#main h1');",
            json!([]),
        );
        turn();
        self.browser.wait_until(
            "the next page",
            "const heading = document.querySelector('#main h1');
             return !!heading && heading !== window.left
                && !document.querySelector('.boot__status, #main[aria-busy]');",
        );
    }

    /// Goes to the button, link or summary of that name in the catalogue, and presses Enter.
    #[track_caller]
    pub(crate) fn chooses(&self, name: &str) {
        self.browser.tab_to_named(worded(name, self.wording));
        self.browser.press(Key::Enter);
    }

    /// Goes to the link of that name in the catalogue, presses Enter, and waits for the next page.
    #[track_caller]
    pub(crate) fn follows(&self, name: &str) {
        self.turns_the_page(|| self.chooses(name));
    }

    /// Continue; the question of the next page has the focus then.
    #[track_caller]
    pub(crate) fn continues(&self) {
        self.follows("nav.continue");
        self.browser.wait_until(
            "the focus on the question",
            "return document.activeElement?.id === 'question'",
        );
    }

    /// Goes to a radio button or a box whose label has these words in it, and chooses it.
    #[track_caller]
    pub(crate) fn ticks(&self, label: &str) {
        self.browser.tab_to(&format!("“{label}”"), |focus| {
            focus.tag == "input" && focus.name.contains(label)
        });
        self.browser.press(Key::Space);
    }

    /// Goes to the field of that id and types.
    #[track_caller]
    pub(crate) fn writes(&mut self, field: &str, words: &str) {
        let focus = self.browser.tab_to_id(field);
        assert!(!focus.name.is_empty(), "the field {field} has no name");
        self.types(words);
        self.sees_in_the_focus(field, |value| value == words);
    }

    /// Goes to the field of that id and adds to what is there.
    #[track_caller]
    pub(crate) fn writes_more(&mut self, field: &str, words: &str) {
        self.browser.tab_to_id(field);
        self.browser.press(Key::End);
        self.types(words);
        self.sees_in_the_focus(field, |value| value.ends_with(words));
    }

    /// Waits until the field holds what was typed: on a busy machine a driver may answer before the
    /// browser has taken the keys.
    #[track_caller]
    fn sees_in_the_focus(&self, field: &str, holds: impl Fn(&str) -> bool) {
        self.browser
            .wait_for(&format!("the words typed in the field {field}"), || {
                holds(&self.browser.focus().value).then_some(())
            });
    }

    /// On the page that tells the question, shows all its lines; returns whether it is that page.
    pub(crate) fn shows_all_lines(&self) -> bool {
        self.browser.is_true(
            "const buttons = document.querySelectorAll('.telling__controls button');
             buttons[buttons.length - 1]?.click();
             return buttons.length > 0;",
        )
    }

    /// Types where the focus is.
    pub(crate) fn types(&mut self, words: &str) {
        self.browser.type_text(words);
        self.written.push(words.to_owned());
    }

    /// Goes to the scale whose radio buttons carry this name, and chooses a whole point by the arrows.
    #[track_caller]
    pub(crate) fn rates(&self, legend: &str, points: usize) {
        let legend = worded(legend, self.wording);
        self.browser
            .tab_to(&format!("the scale “{legend}”"), |focus| {
                focus.tag == "input" && focus.group.starts_with(legend)
            });
        if points == 0 {
            self.browser.press(Key::Space);
        } else {
            self.browser.press_times(Key::Right, points);
        }
        let chosen = points.to_string();
        self.sees_in_the_focus(legend, |value| value == chosen);
    }

    /// Remembers which wording of the question was chosen.
    pub(crate) fn has_chosen_wording(&mut self, wording: &'static str) {
        self.wording = wording;
    }

    /// The question on the page is the one of that name in the catalogue.
    #[track_caller]
    pub(crate) fn is_asked(&self, name: &str) {
        let wanted = worded(name, self.wording);
        self.browser
            .wait_for(&format!("the question “{wanted}”"), || {
                (self.question() == wanted).then_some(())
            });
    }

    /// Waits until the page is written in the direction of that language.
    #[track_caller]
    pub(crate) fn reads_in(&self, language: Language) {
        let direction = language.direction();
        self.browser
            .wait_for(&format!("the direction {direction}"), || {
                (self.browser.text_of("return document.documentElement.dir") == direction)
                    .then_some(())
            });
    }

    /// The heading of the page.
    pub(crate) fn question(&self) -> String {
        self.browser
            .text_of("return document.querySelector('#main h1')?.textContent.trim()")
    }

    /// What is in a field of the page.
    pub(crate) fn value(&self, field: &str) -> String {
        let value = self.browser.script(
            "return document.getElementById(arguments[0])?.value ?? null",
            json!([field]),
        );
        value
            .as_str()
            .unwrap_or_else(|| panic!("no field {field} at {}", self.browser.fragment()))
            .to_owned()
    }

    /// Everything on the page, in and outside fields, seen or not.
    pub(crate) fn page_text(&self) -> String {
        self.browser.text_of(
            "return document.body.textContent
                + [...document.querySelectorAll('textarea, input')].map((e) => e.value).join(' ')",
        )
    }

    /// All the text of the page's main part.
    pub(crate) fn sees(&self) -> String {
        self.browser
            .text_of("return document.getElementById('main')?.innerText")
    }

    /// Waits until the main part of the page shows the text of that name in the catalogue.
    #[track_caller]
    pub(crate) fn is_told(&self, name: &str) {
        let wanted = squeezed(worded(name, self.wording));
        self.browser
            .wait_for(&format!("“{}”", worded(name, self.wording)), || {
                squeezed(&self.sees()).contains(&wanted).then_some(())
            });
    }

    /// Waits until the head of the page says that about saving.
    #[track_caller]
    pub(crate) fn is_told_about_saving(&self, name: &str) {
        let wanted = text(name);
        self.browser.wait_for(&format!("“{wanted}”"), || {
            (self
                .browser
                .text_of("return document.querySelector('.save-status')?.textContent.trim()")
                == wanted)
                .then_some(())
        });
    }

    /// Everything typed so far.
    pub(crate) fn written(&self) -> &[String] {
        &self.written
    }
}

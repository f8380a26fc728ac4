//! What a person does with the keyboard alone: every key goes through W3C actions, as from a real
//! keyboard, to whatever has the focus.

use std::fmt;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::{Browser, Engine};

/// How many times Tab is pressed before a thing counts as out of reach of the keyboard.
const FARTHEST: usize = 150;

/// Keys that are not letters, by their code in W3C WebDriver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Key {
    Tab,
    Shift,
    Enter,
    Space,
    Backspace,
    Escape,
    Home,
    End,
    Left,
    Up,
    Right,
    Down,
}

impl Key {
    fn code(self) -> char {
        match self {
            Key::Tab => '\u{E004}',
            Key::Shift => SHIFT,
            Key::Enter => '\u{E007}',
            Key::Space => ' ',
            Key::Backspace => '\u{E003}',
            Key::Escape => '\u{E00C}',
            Key::Home => '\u{E011}',
            Key::End => '\u{E010}',
            Key::Left => '\u{E012}',
            Key::Up => '\u{E013}',
            Key::Right => '\u{E014}',
            Key::Down => '\u{E015}',
        }
    }
}

const SHIFT: char = '\u{E008}';
const CONTROL: char = '\u{E009}';

/// What has the focus, as a screen reader would say it.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(default)]
pub struct Focus {
    /// The element's tag, in lower case.
    pub tag: String,
    /// The accessible name: label, `aria-label`, what `aria-labelledby` points to, or the text.
    pub name: String,
    /// The element's id; fields are named by what they ask for.
    pub id: String,
    /// For a field of a group: the name of the group (its legend).
    pub group: String,
    /// The value of a field.
    pub value: String,
}

impl fmt::Display for Focus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} “{}”", self.tag, self.name)
    }
}

/// Finds the focus and its accessible name, near enough to the standard for this app's markup.
const FOCUS: &str = "
    const e = document.activeElement;
    if (!e || e === document.body || e === document.documentElement) return {};
    const inside = (n) => n.nodeType === Node.TEXT_NODE ? n.data
        : n.nodeType !== Node.ELEMENT_NODE || n.ariaHidden === 'true' || n.hidden ? ''
        : [...n.childNodes].map(inside).join('');
    const text = (n) => inside(n).trim().replace(/\\s+/g, ' ');
    const named = (n) => n.getAttribute('aria-labelledby')?.split(/\\s+/)
        .map((id) => document.getElementById(id)).filter(Boolean).map(text).join(' ')
        ?? n.getAttribute('aria-label');
    const name = named(e)
        ?? (e.labels && e.labels.length ? [...e.labels].map(text).join(' ') : text(e));
    const set = e.closest('fieldset, [role=group]');
    const legend = set?.querySelector(':scope > legend');
    const group = set ? named(set) ?? (legend ? text(legend) : '') : '';
    return {
        tag: e.tagName.toLowerCase(), name, group, id: e.id, value: String(e.value ?? ''),
    };";

impl Browser {
    /// Presses and releases one key.
    pub fn press(&self, key: Key) {
        self.keys(&down_and_up(key.code()));
    }

    /// Presses a key a number of times.
    pub fn press_times(&self, key: Key, times: usize) {
        for _ in 0..times {
            self.press(key);
        }
    }

    /// Goes one step back in the order of Tab.
    pub fn press_shift_tab(&self) {
        self.chord(SHIFT, Key::Tab.code());
    }

    /// Writes a letter with Shift held down.
    pub fn press_shift_and(&self, letter: char) {
        self.chord(SHIFT, letter);
    }

    /// Selects everything in the field that has the focus.
    pub fn select_all(&self) {
        self.chord(CONTROL, 'a');
    }

    /// Copies what is selected.
    pub fn copy(&self) {
        self.chord(CONTROL, 'c');
    }

    /// Pastes what was copied.
    pub fn paste(&self) {
        self.chord(CONTROL, 'v');
    }

    /// Takes back what was typed last.
    pub fn undo(&self) {
        self.chord(CONTROL, 'z');
    }

    fn chord(&self, modifier: char, key: char) {
        let mut actions = vec![down(modifier)];
        actions.extend(down_and_up(key));
        actions.push(up(modifier));
        self.keys(&actions);
    }

    /// Types `text` into what has the focus, a key at a time; a line break is the Enter key.
    pub fn type_text(&self, text: &str) {
        let actions: Vec<Value> = text
            .chars()
            .flat_map(|c| down_and_up(if c == '\n' { Key::Enter.code() } else { c }))
            .collect();
        self.keys(&actions);
    }

    /// The hand rests for so many milliseconds.
    pub fn rest(&self, pause: usize) {
        self.keys(&[json!({ "type": "pause", "duration": pause })]);
    }

    /// Types `text` as a person does: `pause` milliseconds from one key to the next.
    pub fn type_in_time(&self, text: &str, pause: u64) {
        let wait = json!({ "type": "pause", "duration": pause });
        let actions: Vec<Value> = text
            .chars()
            .flat_map(|c| down_and_up(c).into_iter().chain([wait.clone()]))
            .collect();
        self.keys(&actions);
    }

    fn keys(&self, actions: &[Value]) {
        self.post(
            "actions",
            json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] }),
        );
    }

    /// After the last field Tab leads out of the page, to the browser's own buttons. The other engines
    /// come round by themselves; Firefox without a screen does not, so it is led back to where Tab
    /// enters a page.
    fn return_to_the_page(&self) {
        if self.engine() == Engine::Firefox {
            let window = self.get("window");
            self.post("window", json!({ "handle": window }));
            self.script(
                "[...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex=\"0\"]')]
                    .find((e) => !e.disabled && e.checkVisibility())?.focus();",
                json!([]),
            );
        }
    }

    /// What has the focus now.
    #[must_use]
    pub fn focus(&self) -> Focus {
        serde_json::from_value(self.script(FOCUS, json!([]))).unwrap_or_default()
    }

    /// Presses Tab until the focus is on something that `wanted` accepts.
    ///
    /// Panics, listing everything that was reached, when the keyboard cannot get there.
    #[track_caller]
    pub fn tab_to(&self, what: &str, wanted: impl Fn(&Focus) -> bool) -> Focus {
        let mut reached = vec![self.focus()];
        while !reached.last().is_some_and(&wanted) {
            assert!(
                reached.len() <= FARTHEST,
                "{}: Tab does not reach {what}, at {}. It reached: {}",
                self.engine(),
                self.fragment(),
                list(&reached)
            );
            self.press(Key::Tab);
            reached.push(self.focus());
            if reached.last() == Some(&Focus::default()) {
                self.return_to_the_page();
                reached.push(self.focus());
            }
        }
        reached.pop().unwrap_or_default()
    }

    /// Presses Tab until the focus is on the thing with this accessible name.
    #[track_caller]
    pub fn tab_to_named(&self, name: &str) -> Focus {
        self.tab_to(&format!("“{name}”"), |focus| focus.name == name)
    }

    /// Presses Tab until the focus is on the thing with this id.
    #[track_caller]
    pub fn tab_to_id(&self, id: &str) -> Focus {
        self.tab_to(&format!("#{id}"), |focus| focus.id == id)
    }
}

fn list(reached: &[Focus]) -> String {
    let names: Vec<String> = reached.iter().map(Focus::to_string).collect();
    names.join(", ")
}

fn down(key: char) -> Value {
    json!({ "type": "keyDown", "value": key })
}

fn up(key: char) -> Value {
    json!({ "type": "keyUp", "value": key })
}

fn down_and_up(key: char) -> [Value; 2] {
    [down(key), up(key)]
}

//! Words that come in other ways than key by key: input methods, paste, autofill, dictation, undo, and a
//! page that is translated in place. What is stored is what the person sees.

use e2e::keyboard::Key;
use e2e::{Browser, Engine, Setup, Visit};
use serde_json::json;

use crate::person::Person;
use crate::seed::{self, FULL, SMALL, arrives_with, full_plan, key, small_plan};
use crate::{app, in_every_engine};

const FIELD: &str = "best-hopes";

/// Opens the page with the first question, empties the field and puts the focus there.
fn begins(visit: &Visit) -> Person<'_> {
    let sam = arrives_with(
        visit,
        &[(SMALL, &small_plan())],
        &seed::page(SMALL, "hopes/best"),
    );
    sam.browser.script(
        "const field = document.getElementById('best-hopes');
         field.focus();
         field.select();
         window.typing = (text, at, event) => {
             field.value = text;
             field.setSelectionRange(at, at);
             field.dispatchEvent(event);
         };
         window.put = (text) => document.execCommand('insertText', false, text);",
        json!([]),
    );
    sam.browser.press(Key::Backspace);
    is_stored(sam.browser, "");
    sam
}

/// Waits until the stored answer is what is in the field, and that is this.
#[track_caller]
fn is_stored(browser: &Browser, words: &str) {
    assert_eq!(seen_and_stored(browser), words);
}

/// Waits until the stored answer is what is in the field, and gives it.
#[track_caller]
fn seen_and_stored(browser: &Browser) -> String {
    browser.wait_for("the field and the storage to say the same", || {
        // No driver can tell of half a character; people see this in its place.
        let seen =
            browser.text_of("return document.getElementById('best-hopes').value.toWellFormed()");
        let stored = browser.stored();
        let plan: serde_json::Value = serde_json::from_str(&stored[&key(SMALL)]).ok()?;
        let answer = plan["answers"][FIELD]["text"].as_str().unwrap_or_default();
        (answer == seen).then_some(seen)
    })
}

fn caret(browser: &Browser) -> u64 {
    let caret = browser.script(
        "return document.getElementById('best-hopes').selectionStart",
        json!([]),
    );
    caret.as_u64().expect("a field has a caret")
}

in_every_engine!(an_input_method, app(), Setup::default(), |visit: &Visit| {
    let sam = begins(visit);
    let browser = sam.browser;
    browser.type_text("abcd");
    browser.press(Key::Left);
    browser.press(Key::Left);
    if browser.engine() == Engine::Chromium {
        for composed in ["に", "にほ", "にほん"] {
            let end = composed.chars().count();
            browser.devtools(
                "Input.imeSetComposition",
                json!({ "text": composed, "selectionStart": end, "selectionEnd": end }),
            );
            // It is stored, so the page was drawn in between; nor does another tab disturb it.
            is_stored(browser, &format!("ab{composed}cd"));
            browser.script("dispatchEvent(new StorageEvent('storage'))", json!([]));
        }
        browser.devtools("Input.insertText", json!({ "text": "日本" }));
    } else {
        // The other drivers have no input methods; the events are those that the engines send.
        browser.script(
            "const field = document.getElementById('best-hopes');
                 field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));",
            json!([]),
        );
        for composed in ["に", "にほ", "日本"] {
            let caret = 2 + composed.chars().count();
            browser.script(
                "const [text, data, at] = arguments;
                     typing(text, at, new InputEvent('input', { bubbles: true, isComposing: true,
                         inputType: 'insertCompositionText', data }));",
                json!([format!("ab{composed}cd"), composed, caret]),
            );
            is_stored(browser, &format!("ab{composed}cd"));
            assert_eq!(self::caret(browser), caret as u64);
        }
        browser.script(
            "document.getElementById('best-hopes')
                     .dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));",
            json!([]),
        );
    }
    is_stored(browser, "ab日本cd");
    assert_eq!(caret(browser), 4);
    browser.type_text("x");
    is_stored(browser, "ab日本xcd");
});

in_every_engine!(
    paste_autofill_and_dictation,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let sam = begins(visit);
        let browser = sam.browser;
        // Rich text, copied from a page and pasted with the keyboard.
        browser.script(
            "const rich = document.createElement('div');
             rich.id = 'rich';
             rich.contentEditable = 'true';
             const [bold, line] = [document.createElement('b'), document.createElement('p')];
             bold.append('Bold <b>words</b>');
             line.append('and a line');
             rich.append(bold, line);
             document.body.append(rich);
             rich.focus();",
            json!([]),
        );
        browser.select_all();
        browser.copy();
        browser.script(
            "document.getElementById('best-hopes').focus();
             document.getElementById('rich').remove();",
            json!([]),
        );
        browser.paste();
        let pasted = seen_and_stored(browser);
        assert!(
            pasted.contains("Bold <b>words</b>") && pasted.contains("and a line"),
            "{pasted:?}"
        );

        // The same from another program, whose lines end as on other systems.
        browser.script(
            "const from = document.createElement('textarea');
             from.id = 'from';
             from.value = 'anything';
             from.addEventListener('copy', (event) => {
                 event.preventDefault();
                 event.clipboardData.setData('text/plain', arguments[0]);
                 event.clipboardData.setData('text/html', '<b>one</b><p>two</p>');
             });
             document.body.append(from);
             from.focus();",
            json!(["one\r\ntwo\r\n"]),
        );
        browser.select_all();
        browser.copy();
        browser.script(
            "document.getElementById('best-hopes').focus();
             document.getElementById('from').remove();",
            json!([]),
        );
        browser.select_all();
        browser.paste();
        is_stored(browser, "one\ntwo\n");

        browser.select_all();
        browser.script(
            "put(arguments[0]);",
            json!(["one\r\ntwo\rthree\u{b}\u{2028}four"]),
        );
        let broken = seen_and_stored(browser);
        assert!(
            broken.replace('\r', "").starts_with("one\ntwo"),
            "{broken:?}"
        );

        // Autofill and password managers set the value, and send an event that is no key's.
        browser.script(
            "typing('filled in', 9, new Event('input', { bubbles: true }));",
            json!([]),
        );
        is_stored(browser, "filled in");
        browser.script(
            "typing('filled by hand', 6, new InputEvent('input',
                { bubbles: true, inputType: 'insertReplacementText', data: 'by hand' }));",
            json!([]),
        );
        is_stored(browser, "filled by hand");
        assert_eq!(caret(browser), 6, "the caret stays");
        browser.script("put('one two ');", json!([]));
        is_stored(browser, "filledone two  by hand");
    }
);

in_every_engine!(
    pictures_accents_and_undo,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let sam = begins(visit);
        let browser = sam.browser;
        let words = "👩‍👩‍👧 e\u{301} 🏳️‍🌈 न\u{93f}";
        browser.script("put(arguments[0]);", json!([words]));
        is_stored(browser, words);
        let mut left = words.to_owned();
        while !left.is_empty() {
            browser.press(Key::Backspace);
            let now = seen_and_stored(browser);
            assert!(now.chars().count() < left.chars().count(), "{now:?}");
            left = now;
        }

        // Half a character, as no keyboard makes it: what is shown and what is stored are the same.
        browser.script(
            "typing('a' + String.fromCharCode(0xD83D) + 'b', 3, new InputEvent('input', { bubbles: true }));",
            json!([]),
        );
        is_stored(browser, "a\u{fffd}b");

        browser.select_all();
        browser.press(Key::Backspace);
        is_stored(browser, "");
        browser.type_text("kept");
        is_stored(browser, "kept");
        // WebKit's driver does not pass this key on.
        if browser.engine() == Engine::WebKit {
            return;
        }
        browser.undo();
        let undone = browser.wait_for("the undo", || {
            let now = seen_and_stored(browser);
            (now != "kept").then_some(now)
        });
        assert!("kept".starts_with(&undone), "{undone:?}");
    }
);

/// Does to the page what Google Translate does: every text that may be translated is taken out, and two
/// `font` elements with the translation stand in its place; what is added later is translated, too.
const TRANSLATE: &str = "
    const translate = (root) => {
        const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const texts = [];
        while (walk.nextNode()) texts.push(walk.currentNode);
        for (const text of texts) {
            const parent = text.parentElement;
            if (!text.data.trim() || !parent || parent.closest('[translate=no], script, style, textarea, font')) continue;
            const [outer, inner] = [document.createElement('font'), document.createElement('font')];
            inner.append('«' + text.data + '»');
            outer.append(inner);
            text.replaceWith(outer);
        }
    };
    translate(document.body);
    new MutationObserver((changes) => {
        for (const change of changes) for (const node of change.addedNodes) {
            if (node.isConnected && node.nodeName !== 'FONT') translate(node.parentElement);
        }
    }).observe(document.body, { childList: true, subtree: true });";

in_every_engine!(
    a_page_translated_in_place,
    app(),
    Setup::default(),
    |visit: &Visit| {
        let sam = arrives_with(
            visit,
            &[(FULL, &full_plan())],
            &seed::page(FULL, "hopes/best"),
        );
        sam.browser.script(TRANSLATE, json!([]));
        let status = "return document.querySelector('.save-status').textContent";
        assert!(sam.browser.text_of(status).starts_with('«'));
        adds(&sam, " And rest.");
        // On through the whole plan, with everything on the way opened, pressed and typed in.
        for _ in 0..80 {
            sam.browser.script(
                "for (const part of document.querySelectorAll('#main summary, #main .not-sure, #main [id$=-add]')) part.click();",
                json!([]),
            );
            sam.browser.script(
                "const field = document.querySelector('#main textarea, #main input[type=text]');
                 field?.focus();
                 field?.setSelectionRange(field.value.length, field.value.length);
                 return !!field;",
                json!([]),
            );
            sam.browser.type_text("~");
            still_runs(&sam);
            let last = !sam
                .browser
                .is_true("return !!document.querySelector('.turn__next')");
            if last {
                break;
            }
            sam.turns_the_page(|| {
                sam.browser
                    .script("document.querySelector('.turn__next').click()", json!([]));
            });
        }
        still_runs(&sam);
        sam.browser.wait_for("the words in storage", || {
            let plan = &sam.browser.stored()[&key(FULL)];
            (plan.contains("And rest.~") && plan.matches('~').count() > 10).then_some(())
        });
        // What is shown of a scale goes with the scale.
        sam.opens(&seed::page(FULL, "scales/now"));
        sam.browser.script(TRANSLATE, json!([]));
        sam.browser.script(
            "document.querySelector('#main input[type=radio][value=\"3\"]').click();",
            json!([]),
        );
        let shown = "return document.querySelector('.scale-field__value').textContent";
        sam.browser.wait_for("the point on the scale", || {
            sam.browser.text_of(shown).contains("«3»").then_some(())
        });
        // What is said about saving is said anew, although the page's own text is not there any more.
        sam.opens(&seed::page(FULL, "hopes/best"));
        sam.browser.script(TRANSLATE, json!([]));
        sam.browser.fill_storage();
        adds(&sam, " And no room.");
        let wanted = crate::catalogue::text("save.not-saved");
        sam.browser.wait_for("the word about saving", || {
            sam.browser.text_of(status).contains(wanted).then_some(())
        });
        sam.browser.make_room();
        adds(&sam, " There is room.");
        let wanted = crate::catalogue::text("save.saved");
        sam.browser.wait_for("the word about saving", || {
            sam.browser.text_of(status).contains(wanted).then_some(())
        });
    }
);

/// Types at the end of the first field, which may have several lines.
#[track_caller]
fn adds(sam: &Person, words: &str) {
    sam.browser.script(
        "const field = document.getElementById('best-hopes');
         field.focus();
         field.setSelectionRange(field.value.length, field.value.length);",
        json!([]),
    );
    sam.browser.type_text(words);
    sam.browser.wait_for("the words in the field", || {
        sam.value(FIELD).ends_with(words).then_some(())
    });
}

#[track_caller]
fn still_runs(sam: &Person) {
    assert!(
        !sam.browser
            .is_true("return !!document.querySelector('.crash')"),
        "the program stopped at {}: {}",
        sam.browser.fragment(),
        sam.page_text()
    );
}

//! Plans on paper: each form holds every word that may leave, and nothing else.

mod support;

use first_light::export::{Block, Part, Shown, Title, card, outline, sheet, with_everything};
use first_light::i18n::{Locale, Phrased, Words};
use first_light::questionnaire::{Prompt, Section};
use first_light::store::Paper;
use first_light::ui::pages::print::{Leaf, leaf};
use first_light::ui::scene::Scene;
use first_light::ui::{Form, Ui};
use first_light::worksheet::{Action, Extra, Setup, Text, Wording, Worksheet};
use std::rc::Rc;
use support::stories;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
struct Shows {
    leaf: Leaf,
    locale: Locale,
}

#[component]
fn Document(shows: &Shows) -> Html {
    let wording = shows.leaf.worksheet.setup.wording;
    let scene = Scene {
        words: Words::new(shows.locale).with_wording(wording),
        hints: true,
        spell_check: false,
        replaced: 0,
    };
    leaf(&Ui::new(scene, Callback::noop()), &shows.leaf).html()
}

/// The document as HTML.
fn html(leaf: Leaf, locale: Locale) -> String {
    let shows = Shows { leaf, locale };
    let renderer = yew::LocalServerRenderer::<Document>::with_props(shows).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime");
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}

fn on_paper(worksheet: &Worksheet, form: Form) -> Leaf {
    Leaf {
        worksheet: Rc::new(worksheet.clone()),
        form,
        paper: Paper::A4,
        date: Some("22 November 2026".into()),
        unanswered: false,
        off_card: Vec::new(),
    }
}

/// The words of the document, without its tags.
fn words_on(worksheet: &Worksheet, form: Form) -> String {
    let html = html(on_paper(worksheet, form), Locale::English);
    let texts = html.split('<').skip(1);
    let texts = texts.filter_map(|tag| tag.split_once('>'));
    let text: String = texts.map(|(_, text)| text).collect();
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#x2F;", "/"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(text, |text, (written, letter)| {
        text.replace(written, letter)
    })
}

/// Everything that the person typed in a part, in the order of the document.
fn typed(part: &Part) -> Vec<Text> {
    fn gather(blocks: &[Block], words: &mut Vec<Text>) {
        for block in blocks {
            match block {
                Block::Question(question) => match &question.shown {
                    Shown::Words(text) | Shown::Unsure(text) => words.push(text.clone()),
                    Shown::Lines(lines) => words.extend(lines.iter().cloned()),
                    Shown::IfThen { cue, response } => {
                        words.extend([cue.clone(), response.clone()]);
                    }
                    Shown::Levels(levels) => {
                        words.extend(levels.iter().map(|(_, text)| text.clone()));
                    }
                    _ => {}
                },
                Block::Group(group) => {
                    if let Title::Words(text) | Title::About(text) = &group.title {
                        words.push(text.clone());
                    }
                    gather(&group.blocks, words);
                }
            }
        }
    }
    let mut words = Vec::new();
    gather(&part.blocks, &mut words);
    words.retain(|text| !text.is_blank());
    words
}

fn english() -> Words {
    Words::new(Locale::English)
}

const WITH_ANSWERS: [Form; 3] = [Form::Plan, Form::Large, Form::Copy];

/// What HTML cannot hold, or holds in another way.
fn as_in_html(words: &str) -> String {
    words.replace("\r\n", "\n").replace('\0', "")
}

#[test]
fn every_word_stands_in_order_as_it_was_typed() {
    for (name, plan) in stories::all() {
        let whole = with_everything(&plan.worksheet);
        for form in WITH_ANSWERS {
            let printed = as_in_html(&words_on(&whole, form));
            let mut rest = printed.as_str();
            for words in outline(&whole, english(), false).iter().flat_map(typed) {
                let words = as_in_html(&words);
                let found = rest.split_once(&words);
                (_, rest) =
                    found.unwrap_or_else(|| panic!("{name}, {form:?}: “{words}” in {rest}"));
            }
        }
    }
}

#[test]
fn what_was_left_out_stays_out_of_every_form() {
    let whole = with_everything(&stories::full().worksheet);
    let parts = outline(&whole, english(), false);
    for part in &parts {
        let mut worksheet = whole.clone();
        if part.section == Section::Together {
            worksheet.apply(Action::ShareTogether(false));
        } else {
            worksheet.apply(Action::LeaveOut(part.section, true));
        }
        let others = parts.iter().filter(|other| other.section != part.section);
        let elsewhere: Vec<_> = others.flat_map(typed).collect();
        let only_here = typed(part)
            .into_iter()
            .filter(|words| !elsewhere.iter().any(|other| other.contains(&**words)));
        let only_here: Vec<_> = only_here.collect();
        assert!(!only_here.is_empty(), "{:?}", part.section);
        for form in Form::ALL {
            let printed = words_on(&worksheet, form);
            for words in &only_here {
                let there = printed.contains(&**words);
                assert!(!there, "{:?}, {form:?}: “{words}”", part.section);
            }
        }
    }
}

#[test]
fn a_private_part_is_on_no_form_unless_it_is_shared() {
    let mut worksheet = stories::full().worksheet;
    let secret = worksheet.text(Prompt::HardToSay);
    worksheet.apply(Action::ShareTogether(false));
    for form in Form::ALL {
        assert!(!words_on(&worksheet, form).contains(&*secret), "{form:?}");
    }
    worksheet.apply(Action::ShareTogether(true));
    assert!(words_on(&worksheet, Form::Plan).contains(&*secret));
}

#[test]
fn a_blank_sheet_holds_every_question_and_no_answer() {
    let whole = with_everything(&stories::full().worksheet);
    for wording in Wording::ALL {
        let mut worksheet = whole.clone();
        worksheet.apply(Action::Setup(Setup {
            wording,
            ..whole.setup.clone()
        }));
        let printed = words_on(&worksheet, Form::Blank);
        for answer in outline(&worksheet, english(), false).iter().flat_map(typed) {
            // One word may be part of a question.
            if answer.contains(' ') {
                assert!(!printed.contains(&*answer), "{wording:?}: “{answer}”");
            }
        }
        let words = english().with_wording(wording);
        for prompt in Prompt::all() {
            let question = words.get(prompt.phrases().title);
            assert!(printed.contains(question), "{wording:?}: “{question}”");
        }
    }
}

#[test]
fn a_blank_sheet_has_the_parts_that_are_switched_on() {
    let sections = |extras: &[Extra]| {
        let mut worksheet = Worksheet::default();
        worksheet.setup.extras = extras.iter().copied().collect();
        let parts = sheet(&worksheet, english());
        parts.iter().map(|part| part.section).collect::<Vec<_>>()
    };
    assert!(!sections(&[]).contains(&Section::Agreement));
    assert!(sections(&[Extra::Agreement]).contains(&Section::Agreement));
    assert!(!sections(&[Extra::Agreement]).contains(&Section::Together));
    assert_eq!(sections(&Extra::ALL).len(), 12);
}

#[test]
fn a_blank_sheet_is_without_the_parts_that_were_left_out() {
    let mut worksheet = Worksheet::default();
    let whole = sheet(&worksheet, english());
    for part in &whole {
        worksheet.apply(Action::LeaveOut(part.section, true));
        let rest = sheet(&worksheet, english());
        let others: Vec<_> = whole.iter().filter(|it| *it != part).cloned().collect();
        assert_eq!(rest, others, "{:?}", part.section);
        worksheet.apply(Action::LeaveOut(part.section, false));
    }
}

#[test]
fn a_card_names_goals_only_if_they_may_be_printed() {
    let mut worksheet = stories::full().worksheet;
    let titles = |worksheet: &Worksheet| {
        let card = card(worksheet, english());
        card.goals
            .into_iter()
            .map(|goal| goal.title)
            .collect::<Vec<_>>()
    };
    assert!(matches!(
        titles(&worksheet)[..],
        [Title::Words(_), Title::Words(_)]
    ));
    worksheet.apply(Action::LeaveOut(Section::Goals, true));
    // The goal with steps has a name instead of its words; the other has nothing to say.
    assert!(matches!(&titles(&worksheet)[..], [Title::Label(_)]));
    worksheet.apply(Action::LeaveOut(Section::Steps, true));
    assert!(titles(&worksheet).is_empty());
}

#[test]
fn goals_that_are_taken_off_are_not_on_the_card() {
    let worksheet = stories::full().worksheet;
    let mut leaf = on_paper(&worksheet, Form::Card);
    let first = worksheet.goals.ids().next().expect("a goal");
    let words = worksheet.goals.get(first).expect("a goal").doing.clone();
    assert!(html(leaf.clone(), Locale::English).contains(&*words));
    leaf.off_card = vec![first];
    assert!(!html(leaf, Locale::English).contains(&*words));
}

#[test]
fn nothing_on_paper_is_a_control() {
    let worksheet = with_everything(&stories::full().worksheet);
    for form in Form::ALL {
        let html = html(on_paper(&worksheet, form), Locale::English);
        for control in ["<input", "<button", "<textarea", "<select", "<a "] {
            assert!(!html.contains(control), "{form:?}: {control}");
        }
    }
}

#[test]
fn every_form_in_every_language() {
    let worksheet = stories::full().worksheet;
    for locale in Locale::ALL.iter().copied() {
        for form in Form::ALL {
            let html = html(on_paper(&worksheet, form), locale);
            let html = html.replace('<', "\n<");
            let name = format!("{}.{}", form.slug(), locale.code());
            insta::assert_snapshot!(name, html.trim_start());
        }
    }
}

//! What is chosen goes along, and nothing else does.

use crate::support::{stories, worksheet};
use first_light::export::{outline, text};
use first_light::format::{Plan, encode};
use first_light::i18n::{Locale, Words};
use first_light::questionnaire::Section;
use first_light::sharing::choice::{by_default, only};
use first_light::worksheet::{EnumSet, Worksheet};
use proptest::prelude::*;
use proptest::sample::subsequence;

fn chosen() -> impl Strategy<Value = EnumSet<Section>> {
    subsequence(Section::ALL.to_vec(), 0..=Section::ALL.len())
        .prop_map(|sections| sections.into_iter().collect())
}

/// The whole plan, with all other sections left out.
fn others_left_out(worksheet: &Worksheet, chosen: EnumSet<Section>) -> Worksheet {
    let all = Section::ALL.into_iter();
    Worksheet {
        left_out: all.filter(|section| !chosen.contains(section)).collect(),
        share_together: chosen.contains(&Section::Together),
        ..worksheet.clone()
    }
}

fn as_text(worksheet: &Worksheet) -> String {
    text(worksheet, Words::new(Locale::English), &|date| {
        date.to_string()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn a_copy_reads_as_the_plan_does_without_the_rest(worksheet in worksheet(), chosen in chosen()) {
        let copy = only(&worksheet, chosen);
        prop_assert_eq!(as_text(&copy), as_text(&others_left_out(&worksheet, chosen)));
    }

    #[test]
    fn choosing_again_changes_nothing(worksheet in worksheet(), chosen in chosen()) {
        let copy = only(&worksheet, chosen);
        prop_assert_eq!(only(&copy, chosen), copy.clone());
        prop_assert_eq!(by_default(&copy), chosen);
    }
}

/// Every word of a full plan is in the copy exactly when a reader of the copy sees it.
#[test]
fn no_word_leaves_that_the_reader_does_not_see() {
    let full = stories::full().worksheet;
    for section in Section::ALL {
        for with in [true, false] {
            let sections = Section::ALL.into_iter();
            let chosen: EnumSet<Section> = sections.filter(|it| (*it == section) == with).collect();
            let copy = only(&full, chosen);
            let seen = as_text(&copy);
            let stored = encode(&Plan {
                worksheet: copy,
                ..Plan::new(0)
            });
            for line in as_text(&full).lines() {
                let words = line.trim_start_matches("- ").replace('"', "\\\"");
                let is_own = words.contains("of the second") || words.contains("of it");
                if is_own && stored.contains(&words) {
                    assert!(seen.contains(line), "{section:?} {with}: {line}");
                }
            }
        }
    }
}

/// A part that is switched off keeps its words; a copy does not take them along unseen.
#[test]
fn what_is_switched_off_stays_here() {
    let full = stories::full().worksheet;
    let mut without = full.clone();
    without.setup.extras = EnumSet::new();
    let all: EnumSet<Section> = Section::ALL.into_iter().collect();
    let stored = encode(&Plan {
        worksheet: only(&without, all),
        ..Plan::new(0)
    });
    let shown = as_text(&without);
    let text = as_text(&full);
    let hidden: Vec<_> = text.lines().filter(|line| !shown.contains(line)).collect();
    for words in ["much-more", "What I say about not-working: it is mine."] {
        assert!(hidden.iter().any(|line| line.contains(words)), "{hidden:?}");
        assert!(encode(&stories::full()).contains(words));
        assert!(!stored.contains(words), "{words}: {stored}");
    }
    assert_eq!(by_default(&only(&without, all)), all);
}

#[test]
fn what_was_left_out_before_is_not_chosen() {
    let full = stories::full().worksheet;
    let chosen = by_default(&full);
    assert!(!chosen.contains(&Section::Moving));
    assert!(!chosen.contains(&Section::Support));
    assert!(chosen.contains(&Section::Together));
    let private = Worksheet {
        share_together: false,
        ..full
    };
    assert!(!by_default(&private).contains(&Section::Together));
    let parts = outline(
        &only(&private, by_default(&private)),
        Words::new(Locale::English),
        false,
    );
    let left_out = parts.iter().filter(|part| part.left_out);
    // What stays of the lines that are ticked as already happening belongs to the pieces.
    assert!(left_out.count() <= 2);
}

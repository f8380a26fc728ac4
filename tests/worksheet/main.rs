//! The worksheet: any sequence of actions keeps what must hold.

mod any_sequence;
mod rules;
#[path = "../support/mod.rs"]
mod support;

use first_light::questionnaire::{Prompt, Scale};
use first_light::worksheet::{
    Action, Date, Goal, GoalEdit, Item, ItemId, Line, PieceField, Roster, RosterAction, Score,
    Source, Step, Text, Toward, Witness, Worksheet,
};
use proptest::prelude::*;
use std::collections::BTreeSet;
use support::{action, item, words, worksheet};

fn assert_unique<T>(roster: &Roster<T>) {
    let ids: BTreeSet<_> = roster.ids().collect();
    assert_eq!(ids.len(), roster.len(), "two items share a name");
    for id in ids {
        assert!(id < roster.next_id(), "the next item would take {id:?}");
    }
}

fn assert_sound(worksheet: &Worksheet) {
    assert_unique(&worksheet.signs);
    assert_unique(&worksheet.witnesses);
    assert_unique(&worksheet.supporters);
    assert_unique(&worksheet.goals);
    for (_, goal) in worksheet.goals.iter() {
        assert_unique(&goal.steps);
    }
    for (source, words, piece) in worksheet.ticked() {
        assert!(worksheet.has(source));
        assert!(!words.is_blank());
        assert!(piece.happens);
        assert_eq!(worksheet.words(source), Some(words));
    }
    for score in worksheet.scores.values() {
        assert!(*score <= Score::MAX);
    }
    for answer in worksheet.answers.values() {
        assert!(!answer.is_empty(), "a blank answer is stored");
    }
    for piece in worksheet.pieces.values() {
        assert_ne!(*piece, Default::default(), "a blank piece is stored");
    }
    for scale in worksheet.lowest_together() {
        assert!(Scale::TOGETHER.contains(&scale));
        let score = worksheet.score(scale).expect("a lowest scale has a score");
        assert!(score < Score::MAX);
        for other in Scale::TOGETHER {
            assert!(worksheet.score(other).is_none_or(|other| other >= score));
        }
    }
}

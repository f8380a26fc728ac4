//! The worksheet: any sequence of actions keeps what must hold.

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

proptest! {
    #[test]
    fn any_sequence_keeps_the_worksheet_sound(
        actions in proptest::collection::vec(action(), 0..30),
    ) {
        let mut worksheet = support::begun_worksheet();
        for action in actions {
            worksheet.apply(action);
            assert_sound(&worksheet);
        }
    }

    #[test]
    fn a_sign_that_is_removed_and_brought_back_restores_everything(
        before in worksheet(),
        which in any::<proptest::sample::Index>(),
    ) {
        prop_assume!(!before.signs.is_empty());
        let ids: Vec<ItemId> = before.signs.ids().collect();
        let id = *which.get(&ids);
        let mut after = before.clone();
        after.apply(Action::Signs(RosterAction::Remove(id)));
        prop_assert_ne!(&after, &before);
        prop_assert!(after.ticked().iter().all(|(source, ..)| *source != Source::Sign(id)));
        after.apply(Action::Signs(RosterAction::BringBack(id)));
        prop_assert_eq!(after, before);
    }

    #[test]
    fn a_goal_that_is_removed_and_brought_back_restores_everything(
        before in worksheet(),
        which in any::<proptest::sample::Index>(),
    ) {
        prop_assume!(!before.goals.is_empty());
        let ids: Vec<ItemId> = before.goals.ids().collect();
        let id = *which.get(&ids);
        let mut after = before.clone();
        after.apply(Action::Goals(RosterAction::Remove(id)));
        prop_assert!(after.goals.get(id).is_none());
        after.apply(Action::Goals(RosterAction::BringBack(id)));
        prop_assert_eq!(after, before);
    }

    #[test]
    fn a_step_that_is_removed_and_brought_back_restores_everything(
        before in worksheet(),
        which in any::<proptest::sample::Index>(),
    ) {
        let steps: Vec<_> = before
            .goals
            .iter()
            .flat_map(|(goal, it)| it.steps.ids().map(move |step| (goal, step)).collect::<Vec<_>>())
            .collect();
        prop_assume!(!steps.is_empty());
        let (goal, step) = *which.get(&steps);
        let change = |action| Action::Goals(RosterAction::Edit(goal, GoalEdit::Steps(action)));
        let mut after = before.clone();
        after.apply(change(RosterAction::Remove(step)));
        prop_assert_ne!(&after, &before);
        after.apply(change(RosterAction::BringBack(step)));
        prop_assert_eq!(after, before);
    }

    #[test]
    fn several_removals_come_back_in_reverse(
        before in worksheet(),
        order in proptest::collection::vec(item(), 0..8),
    ) {
        let mut after = before.clone();
        let removed: Vec<ItemId> = order
            .into_iter()
            .filter(|id| {
                let there = after.goals.get(*id).is_some();
                after.apply(Action::Goals(RosterAction::Remove(*id)));
                there
            })
            .collect();
        for id in removed.into_iter().rev() {
            after.apply(Action::Goals(RosterAction::BringBack(id)));
        }
        prop_assert_eq!(after, before);
    }

    #[test]
    fn a_move_changes_places_with_one_neighbour_only(
        before in worksheet(),
        id in item(),
        toward in prop_oneof![Just(Toward::Start), Just(Toward::End)],
    ) {
        let mut after = before.clone();
        after.apply(Action::Goals(RosterAction::Move(id, toward)));
        let sorted = |worksheet: &Worksheet| {
            let mut goals: Vec<_> = worksheet.goals.iter().map(|(id, goal)| (id, goal.clone())).collect();
            goals.sort_by_key(|(id, _)| *id);
            goals
        };
        prop_assert_eq!(sorted(&after), sorted(&before));
        let from = before.goals.place(id);
        let to = after.goals.place(id);
        let expected = match (from, toward) {
            (Some(from), Toward::Start) => Some(from.saturating_sub(1)),
            (Some(from), Toward::End) => Some((from + 1).min(before.goals.len() - 1)),
            (None, _) => None,
        };
        prop_assert_eq!(to, expected);
        let back = match toward { Toward::Start => Toward::End, Toward::End => Toward::Start };
        if from != to {
            after.apply(Action::Goals(RosterAction::Move(id, back)));
        }
        prop_assert_eq!(after, before);
    }

    #[test]
    fn what_names_a_missing_item_changes_nothing(before in worksheet(), words in words()) {
        let missing = ItemId(u32::MAX);
        let mut after = before.clone();
        for action in [
            Action::Signs(RosterAction::Edit(missing, words.clone())),
            Action::Signs(RosterAction::Remove(missing)),
            Action::Signs(RosterAction::BringBack(missing)),
            Action::Signs(RosterAction::Move(missing, Toward::Start)),
            Action::Goals(RosterAction::Move(missing, Toward::End)),
            Action::Goals(RosterAction::Edit(missing, GoalEdit::LookAgain(None))),
            Action::Goals(RosterAction::Remove(missing)),
            Action::Witnesses(RosterAction::Remove(missing)),
            Action::Supporters(RosterAction::BringBack(missing)),
            Action::Tick(Source::Sign(missing), true),
            Action::Tick(Source::Seen(missing), true),
            Action::Piece(Source::Sign(missing), PieceField::When, words),
        ] {
            after.apply(action);
        }
        prop_assert_eq!(after, before);
    }

    #[test]
    fn saying_the_same_again_changes_nothing(
        mut worksheet in worksheet(),
        prompt in support::prompt(),
        words in words(),
    ) {
        worksheet.apply(Action::Answer(prompt, words.clone()));
        let once = worksheet.clone();
        worksheet.apply(Action::Answer(prompt, words));
        prop_assert_eq!(worksheet, once);
    }

    #[test]
    fn words_are_kept_exactly_as_typed(
        mut worksheet in worksheet(),
        prompt in support::prompt(),
        words in words(),
    ) {
        worksheet.apply(Action::Answer(prompt, words.clone()));
        prop_assert_eq!(worksheet.text(prompt), words);
    }

    #[test]
    fn a_day_prints_and_reads_back(date in support::date()) {
        prop_assert_eq!(date.to_string().parse::<Date>(), Ok(date));
    }

    #[test]
    fn a_day_reads_any_text(text in any::<String>()) {
        if let Ok(date) = text.parse::<Date>() {
            prop_assert_eq!(date.to_string(), text);
        }
    }

    #[test]
    fn a_restored_list_has_unique_names(
        next in any::<u32>(),
        ids in proptest::collection::vec(prop_oneof![0_u32..4, any::<u32>()], 0..8),
    ) {
        let lines = ids.iter().map(|id| (ItemId(*id), Line { text: id.to_string().into() }));
        let mut roster = Roster::restore(next, lines);
        assert_unique(&roster);
        let texts: Vec<_> = roster.iter().map(|(_, line)| line.text.to_string()).collect();
        prop_assert_eq!(texts, ids.iter().map(u32::to_string).collect::<Vec<_>>());
        roster.apply(RosterAction::Add(Line::default()));
        roster.apply(RosterAction::Add(Line::default()));
        assert_unique(&roster);
    }
}

fn add_sign(worksheet: &mut Worksheet, words: &str) -> ItemId {
    let id = worksheet.signs.next_id();
    let text = Text::from(words);
    worksheet.apply(Action::Signs(RosterAction::Add(Line { text })));
    id
}

#[test]
fn writing_takes_back_not_sure() {
    let mut worksheet = Worksheet::default();
    worksheet.apply(Action::Answer(Prompt::BestHopes, "Sleep".into()));
    worksheet.apply(Action::Unsure(Prompt::BestHopes, true));
    let answer = worksheet.answer(Prompt::BestHopes);
    assert!(answer.unsure);
    assert_eq!(&*answer.text, "Sleep", "not being sure takes no words away");
    worksheet.apply(Action::Answer(Prompt::BestHopes, "Sleep well".into()));
    assert!(!worksheet.answer(Prompt::BestHopes).unsure);
}

#[test]
fn what_is_cleared_leaves_nothing() {
    let mut worksheet = Worksheet::default();
    worksheet.apply(Action::Answer(Prompt::Better, "A little".into()));
    worksheet.apply(Action::Answer(Prompt::Better, "".into()));
    worksheet.apply(Action::Unsure(Prompt::Keep, true));
    worksheet.apply(Action::Unsure(Prompt::Keep, false));
    worksheet.apply(Action::Rate(Scale::Now, Score::whole(4)));
    worksheet.apply(Action::Rate(Scale::Now, None));
    assert_eq!(worksheet, Worksheet::default());
}

#[test]
fn scales_start_blank() {
    let worksheet = Worksheet::default();
    for scale in Scale::ALL {
        assert_eq!(worksheet.score(scale), None);
    }
}

#[test]
fn scores_go_in_half_points_from_0_to_10() {
    assert_eq!(Score::from_halves(21), None);
    assert_eq!(Score::whole(11), None);
    assert_eq!(Score::whole(200), None);
    assert_eq!(Score::MAX.half_up(), None);
    assert_eq!(Score::MIN.half_down(), None);
    let four = Score::whole(4).expect("4 is on the scale");
    assert_eq!(four.to_string(), "4");
    assert_eq!(
        four.half_up().map(|score| score.to_string()),
        Some("4.5".to_owned())
    );
    assert_eq!(four.half_up().and_then(Score::half_down), Some(four));
}

#[test]
fn a_removed_sign_takes_its_tick_along_and_brings_it_back() {
    let mut worksheet = Worksheet::default();
    let sign = add_sign(&mut worksheet, "I hum in the kitchen");
    worksheet.apply(Action::Tick(Source::Sign(sign), true));
    worksheet.apply(Action::Piece(
        Source::Sign(sign),
        PieceField::When,
        "On Sundays".into(),
    ));
    worksheet.apply(Action::Signs(RosterAction::Remove(sign)));
    assert!(worksheet.ticked().is_empty());
    let next = add_sign(&mut worksheet, "Another");
    assert_ne!(next, sign, "a name is never used again");
    assert!(worksheet.ticked().is_empty());
    worksheet.apply(Action::Signs(RosterAction::BringBack(sign)));
    let ticked = worksheet.ticked();
    assert_eq!(ticked.len(), 1);
    assert_eq!(&*ticked[0].1, "I hum in the kitchen");
    assert_eq!(&*ticked[0].2.when, "On Sundays");
}

#[test]
fn a_tick_needs_words_to_stand_beside() {
    let mut worksheet = Worksheet::default();
    let sign = add_sign(&mut worksheet, "  ");
    worksheet.apply(Action::Tick(Source::Sign(sign), true));
    assert_eq!(worksheet.ticked(), Vec::new());
    assert!(worksheet.pieces.is_empty());
}

#[test]
fn a_full_list_takes_no_more() {
    let mut steps = Roster::<Step>::default();
    for _ in 0..=Step::LIMIT {
        steps.apply(RosterAction::Add(Step::default()));
    }
    assert!(steps.is_full());
    assert_eq!(steps.len(), Step::LIMIT);
    steps.apply(RosterAction::Remove(ItemId(0)));
    assert!(!steps.is_full());
    steps.apply(RosterAction::BringBack(ItemId(0)));
    assert_eq!(steps.place(ItemId(0)), Some(0));
}

#[test]
fn what_was_removed_is_not_part_of_what_is_stored() {
    let mut worksheet = Worksheet::default();
    let sign = add_sign(&mut worksheet, "Gone");
    worksheet.apply(Action::Tick(Source::Sign(sign), true));
    worksheet.apply(Action::Goals(RosterAction::Add(Goal::from_words(
        "Walk".into(),
    ))));
    let steps = |action| Action::Goals(RosterAction::Edit(ItemId(0), GoalEdit::Steps(action)));
    worksheet.apply(steps(RosterAction::Add(Step::default())));
    worksheet.apply(steps(RosterAction::Remove(ItemId(0))));
    worksheet.apply(Action::Signs(RosterAction::Remove(sign)));
    let stored = worksheet.without_removed();
    assert!(stored.pieces.is_empty());
    assert!(stored.signs.last_removed().is_none());
    let goal = stored
        .goals
        .get(ItemId(0))
        .expect("the goal is still there");
    assert!(goal.steps.last_removed().is_none());
    assert_eq!(stored.signs.next_id(), worksheet.signs.next_id());
    assert_eq!(stored.without_removed(), stored);
}

#[test]
fn sources_follow_the_pages() {
    let mut worksheet = Worksheet::default();
    worksheet.apply(Action::Witnesses(RosterAction::Add(Witness {
        see: "I look up".into(),
        ..Witness::default()
    })));
    let waking = first_light::worksheet::Moment::Waking;
    worksheet.apply(Action::Answer(
        Prompt::Moment(waking),
        "I open the curtains".into(),
    ));
    let sign = add_sign(&mut worksheet, "Coffee smells good");
    let sources: Vec<_> = worksheet
        .sources()
        .into_iter()
        .map(|(source, _)| source)
        .collect();
    let expected = [
        Source::Sign(sign),
        Source::Moment(waking),
        Source::Seen(ItemId(0)),
    ];
    assert_eq!(sources, expected);
}

#[test]
fn the_lowest_together_is_worth_raising_only_below_10() {
    let mut worksheet = Worksheet::default();
    assert!(worksheet.lowest_together().is_empty());
    worksheet.apply(Action::Rate(Scale::Open, Some(Score::MAX)));
    assert!(worksheet.lowest_together().is_empty());
    worksheet.apply(Action::Rate(Scale::Matters, Score::whole(6)));
    worksheet.apply(Action::Rate(Scale::MakesSense, Score::whole(6)));
    worksheet.apply(Action::Rate(Scale::Now, Score::whole(1)));
    assert_eq!(
        worksheet.lowest_together(),
        [Scale::Matters, Scale::MakesSense]
    );
}

#[test]
fn every_lasting_name_is_its_own() {
    let prompts: BTreeSet<_> = Prompt::all().map(Prompt::slug).collect();
    assert_eq!(prompts.len(), Prompt::all().count());
    for prompt in Prompt::all() {
        assert_eq!(Prompt::from_slug(prompt.slug()), Some(prompt));
    }
    for scale in Scale::ALL {
        assert_eq!(Scale::from_slug(scale.slug()), Some(scale));
    }
}

#[test]
fn days_that_do_not_exist_are_refused() {
    for text in [
        "2026-02-29",
        "2026-13-01",
        "2026-00-10",
        "0000-01-01",
        "2026-1-1",
        "+026-01-01",
    ] {
        assert!(text.parse::<Date>().is_err(), "{text}");
    }
    assert!("2028-02-29".parse::<Date>().is_ok());
}

//! Any sequence of actions keeps what must hold.

use super::*;

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

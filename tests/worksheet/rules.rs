//! Single rules, each shown once.

use super::*;

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

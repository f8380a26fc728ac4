//! A therapist's own questions: where they are asked, what an answer keeps, and where it is shown.

mod support;

use first_light::export;
use first_light::format::{Decoded, Plan, decode, encode};
use first_light::i18n::{Locale, Words};
use first_light::progress::{Place, is_filled, next, places, within_section};
use first_light::questionnaire::{Page, Section};
use first_light::worksheet::{
    Action, Invitation, ItemId, Line, OwnEdit, OwnQuestion, RosterAction, Score, Setup, Text,
    Toward, Worksheet,
};
use proptest::prelude::*;
use std::rc::Rc;
use support::stories;

fn invited() -> Worksheet {
    Rc::new(stories::invitation()).begin()
}

fn as_text(worksheet: &Worksheet) -> String {
    let words = Words::new(Locale::English);
    export::text(worksheet, words, &|date| date.to_string())
}

#[test]
fn a_plan_begins_with_the_set_up_of_its_link() {
    let (invitation, plan) = (stories::invitation(), invited());
    assert_eq!(plan.setup, invitation.setup());
    assert_eq!(plan.setup.company, None, "who is here, the person says");
    assert_eq!(plan.invitation.as_deref(), Some(&invitation));
}

#[test]
fn a_second_link_changes_nothing() {
    let mut plan = invited();
    plan.apply(Action::Setup(Setup::default()));
    let before = plan.clone();
    plan.apply(Action::Invite(Rc::new(Invitation::default())));
    assert_eq!(plan, before);
}

#[test]
fn own_questions_come_last_in_their_sections() {
    let plan = invited();
    let own = Place::Own(Section::Hopes, ItemId(0));
    assert_eq!(next(&plan, Place::Page(Page::CaringHopes)), Some(own));
    assert_eq!(next(&plan, own), Some(Place::Page(Page::Better)));
    assert_eq!(within_section(&plan, own), (5, 5));
}

#[test]
fn a_section_that_is_off_takes_its_own_questions_along() {
    let mut plan = invited();
    let own = Place::Own(Section::Agreement, ItemId(3));
    plan.apply(Action::Own(ItemId(3), OwnEdit::Write("Mornings".into())));
    assert!(places(&plan).contains(&own));
    plan.apply(Action::Setup(Setup::default()));
    assert!(!places(&plan).contains(&own));
    assert!(!as_text(&plan).contains("Mornings"));
    plan.apply(Action::Setup(stories::invitation().setup()));
    assert!(is_filled(&plan, own), "nothing that was written is lost");
}

#[test]
fn a_question_without_words_is_not_asked() {
    let mut invitation = stories::invitation();
    let blank = RosterAction::Add(OwnQuestion::default());
    invitation.questions.apply(blank);
    let plan = Worksheet {
        setup: invitation.setup(),
        invitation: Some(Rc::new(invitation)),
        ..Worksheet::default()
    };
    let own = |place: &&Place| matches!(place, Place::Own(..));
    assert_eq!(places(&plan).iter().filter(own).count(), 4);
}

#[test]
fn answers_are_shown_under_whose_question_it_is() {
    let mut plan = invited();
    let mut own = |id, edit| plan.apply(Action::Own(ItemId(id), edit));
    own(0, OwnEdit::Write("  Woof, \nand more ".into()));
    let line = Line {
        text: "The radio ".into(),
    };
    own(1, OwnEdit::Lines(RosterAction::Add(line)));
    own(2, OwnEdit::Rate(Score::from_halves(9)));
    let text = as_text(&plan);
    for shown in [
        "A question from Dr Meyer\nWhat would your late dog say?\n  Woof, \nand more \n",
        "A question from Dr Meyer\nWhich songs help?\nAny will do.\n- The radio \n",
        "A question from Dr Meyer\nHow well did you sleep?\n4½ of 10\n",
    ] {
        assert!(text.contains(shown), "{shown}\n---\n{text}");
    }
}

#[test]
fn a_question_from_nobody_is_the_therapists() {
    let invitation = Invitation {
        from: Text::from(" "),
        ..stories::invitation()
    };
    let mut plan = Rc::new(invitation).begin();
    plan.apply(Action::Own(ItemId(0), OwnEdit::Unsure(true)));
    let text = as_text(&plan);
    assert!(
        text.contains("A question from your therapist\nWhat would"),
        "{text}"
    );
}

#[test]
fn a_section_that_is_left_out_takes_its_own_questions_along() {
    let mut plan = invited();
    plan.apply(Action::Own(ItemId(0), OwnEdit::Write("Woof".into())));
    assert!(as_text(&plan).contains("Woof"));
    plan.apply(Action::LeaveOut(Section::Hopes, true));
    assert!(!as_text(&plan).contains("Woof"));
}

#[test]
fn answers_outlive_a_damaged_invitation() {
    let mut plan = Plan::new(1);
    plan.worksheet = invited();
    let write = OwnEdit::Write("Woof".into());
    plan.worksheet.apply(Action::Own(ItemId(0), write));
    let damaged = encode(&plan).replace(r#""invitation":{"#, r#""invitation":{"language":7,"#);
    let Decoded::Mended { plan: read, .. } = decode(&damaged) else {
        panic!("it is damaged, and can be read");
    };
    assert_eq!(read.worksheet.invitation, None);
    assert_eq!(read.worksheet.own, plan.worksheet.own);
    assert!(encode(&read).contains("Woof"));
}

proptest! {
    #[test]
    fn what_is_asked_never_changes(
        invitation in support::invitation(),
        actions in proptest::collection::vec(support::action(), 0..30),
    ) {
        let mut plan = Rc::new(invitation.clone()).begin();
        for action in actions {
            plan.apply(action);
        }
        let sent = invitation.as_sent();
        prop_assert_eq!(plan.invitation.as_deref(), Some(&sent));
        let asked = |id: &ItemId| sent.questions.get(*id).is_some();
        prop_assert!(plan.own.keys().all(asked), "answers only to what is asked");
    }

    #[test]
    fn a_line_that_is_removed_and_brought_back_restores_everything(
        lines in proptest::collection::vec(support::signs(), 0..12),
        id in support::item(),
    ) {
        let mut plan = invited();
        for action in lines {
            plan.apply(Action::Own(ItemId(1), OwnEdit::Lines(action)));
        }
        let before = plan.clone();
        let remove = Action::Own(ItemId(1), OwnEdit::Lines(RosterAction::Remove(id)));
        let there = before.own_answer(ItemId(1)).lines.get(id).is_some();
        plan.apply(remove.clone());
        if there {
            plan.apply(remove.bring_back().expect("a way back"));
        }
        prop_assert_eq!(plan, before);
    }

    #[test]
    fn what_answers_no_question_changes_nothing(words in support::words()) {
        let mut plan = invited();
        let before = plan.clone();
        for edit in [
            OwnEdit::Write(words),
            OwnEdit::Unsure(true),
            OwnEdit::Rate(Some(Score::MIN)),
            OwnEdit::Lines(RosterAction::Move(ItemId(0), Toward::Start)),
            OwnEdit::Lines(RosterAction::Add(Line::default())),
        ] {
            plan.apply(Action::Own(ItemId(4), edit.clone()));
            let mut plain = Worksheet::default();
            plain.apply(Action::Own(ItemId(0), edit));
            prop_assert_eq!(plain, Worksheet::default());
        }
        prop_assert_eq!(plan, before);
    }
}

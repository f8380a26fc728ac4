//! A therapist's link: a set-up in, the same set-up out, and nothing else in it.

use crate::BASE;
use crate::support::{date, setup, words};
use first_light::questionnaire::Section;
use first_light::sharing::envelope::{self, Damage, Kind};
use first_light::sharing::link;
use first_light::sharing::{invitation, squeeze};
use first_light::worksheet::{
    Invitation, InvitationEdit, InvitationField, ItemId, OwnKind, OwnQuestion, Roster,
    RosterAction, Text,
};
use proptest::prelude::*;
use proptest::sample::select;

/// Words within a bound.
fn short(longest: usize) -> impl Strategy<Value = Text> {
    words().prop_map(move |words| words.chars().take(longest).collect::<String>().into())
}

fn question() -> impl Strategy<Value = OwnQuestion> {
    let sections = Section::ALL.into_iter();
    let sections: Vec<_> = sections.filter(|it| OwnQuestion::fits_in(*it)).collect();
    (select(sections), select(&OwnKind::ALL[..]), short(60)).prop_map(|(section, kind, words)| {
        OwnQuestion {
            section,
            kind,
            words,
        }
    })
}

fn any_invitation() -> impl Strategy<Value = Invitation> {
    let fields = (
        short(200),
        short(80),
        short(80),
        select(vec!["", "en", "de", "ar"]),
    );
    let questions = prop::collection::vec(question(), 0..=Invitation::MOST_QUESTIONS);
    let rest = (setup(), prop::option::of(date()), any::<bool>());
    (fields, questions, rest).prop_map(|(fields, questions, (setup, appointment, guide))| {
        let (greeting, from, client, language) = fields;
        Invitation {
            language: language.into(),
            wording: setup.wording,
            extras: setup.extras,
            greeting,
            from,
            client,
            appointment,
            questions: Roster::restore(0, (0..).map(ItemId).zip(questions)),
            guide,
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn every_set_up_comes_back(set_up in any_invitation()) {
        match invitation::write(&set_up, BASE) {
            Ok(link) => {
                prop_assert!(link.len() <= link::LONGEST);
                prop_assert!(link.starts_with("https://first-light.example/app/#/invitation/"));
                prop_assert_eq!(invitation::read(&link), Ok(set_up.as_sent()));
            }
            Err(too_long) => prop_assert!(too_long.by > 0),
        }
    }
}

/// What a link says, packed by hand.
fn packed(json: &str) -> Result<Invitation, Damage> {
    let payload = squeeze::pack(json.as_bytes());
    invitation::read(&envelope::write(Kind::Invitation, &payload))
}

#[test]
fn a_link_holds_nothing_that_is_not_known() {
    assert_eq!(packed("{}"), Ok(Invitation::default()));
    for json in [
        "",
        "[]",
        r#"{"answers":{}}"#,
        r#"{"greeting":1}"#,
        r#"{"greeting":"a","greeting":"b"}"#,
        r#"{"extras":["agreement","agreement"]}"#,
        r#"{"extras":["everything"]}"#,
        r#"{"wording":"spell"}"#,
        r#"{"appointment":"2026-02-30"}"#,
        r#"{"questions":[{"section":"begin","kind":"text","text":"x"}]}"#,
        r#"{"questions":[{"section":"hopes","kind":"file","text":"x"}]}"#,
        r#"{"questions":[{"section":"hopes","kind":"text","text":"x","more":1}]}"#,
    ] {
        assert_eq!(packed(json), Err(Damage::Changed), "{json}");
    }
    let eleven = [r#"{"section":"hopes","kind":"text","text":"x"}"#; 11].join(",");
    assert_eq!(
        packed(&format!(r#"{{"questions":[{eleven}]}}"#)),
        Err(Damage::Changed)
    );
    let long = "x".repeat(Invitation::LONGEST_GREETING + 1);
    assert_eq!(
        packed(&format!(r#"{{"greeting":"{long}"}}"#)),
        Err(Damage::Changed)
    );
}

#[test]
fn a_link_that_is_too_long_says_by_how_much() {
    // Letters that do not repeat cannot be packed.
    let mut seed = 7_u32;
    let mut noise = |length: usize| -> String {
        let letters = (0..length).map(|_| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            char::from_u32(0x4e00 + seed / 2 % 20_000).unwrap_or('a')
        });
        letters.collect()
    };
    let mut set_up = Invitation::default();
    let mut last = 0;
    for question in 0..Invitation::MOST_QUESTIONS {
        let words = noise(Invitation::LONGEST_QUESTION).into();
        let own = OwnQuestion {
            words,
            ..OwnQuestion::default()
        };
        set_up.edit(InvitationEdit::Questions(RosterAction::Add(own)));
        last = match invitation::write(&set_up, BASE) {
            Ok(link) => {
                assert!(link.len() <= link::LONGEST, "{question}");
                0
            }
            Err(too_long) => {
                assert!(
                    too_long.by > last,
                    "{question}: {} after {last}",
                    too_long.by
                );
                too_long.by
            }
        };
    }
    assert!(last > 2_000, "{last}");
}

#[test]
fn a_set_up_of_the_usual_size_fits_a_qr_code() {
    let mut set_up = Invitation::default();
    set_up.edit(InvitationEdit::Write(
        InvitationField::Greeting,
        "Hello Sam. This is the worksheet that we talked about. Take your time with it.".into(),
    ));
    set_up.edit(InvitationEdit::Write(
        InvitationField::From,
        "Dr Ortega".into(),
    ));
    let link = invitation::write(&set_up, BASE).expect("it fits");
    assert!(link.len() < 250, "{}: {link}", link.len());
}

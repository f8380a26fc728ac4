//! Made-up worksheets and actions, for property tests.
#![allow(dead_code, reason = "each test uses its own part")]

pub(crate) mod stories;

use first_light::format::Plan;
use first_light::progress::{Place, places};
use first_light::questionnaire::{DateField, Experiment, Prompt, Scale, Section};
use first_light::worksheet::{
    Action, Company, Date, Extra, Goal, GoalEdit, GoalField, Invitation, Item, ItemId, Level, Line,
    Moment, OwnEdit, OwnKind, OwnQuestion, PieceField, Roster, RosterAction, Score, Setup, Source,
    StepEdit, StepField, Supporter, SupporterField, Text, Thought, Toward, Witness, WitnessField,
    Wording, Worksheet,
};
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use std::rc::Rc;

/// Any words: often none, sometimes blank, sometimes in other scripts, sometimes hostile.
pub(crate) fn words() -> impl Strategy<Value = Text> {
    prop_oneof![
        2 => Just(String::new()),
        1 => Just(" \n\t ".to_owned()),
        4 => "[a-zA-Z' .,]{1,30}",
        2 => any::<String>(),
        1 => "[\u{0}-\u{1f}\"\\\\/<>&\u{7f}\u{2028}\u{feff}]{1,8}",
        1 => "[א-ת\u{202e}\u{200f}ا-ي ]{1,12}",
        1 => Just("👩‍👩‍👧 e\u{301} 🌅".to_owned()),
    ]
    .prop_map(Text::from)
}

/// The name of an item that may be there or not.
pub(crate) fn item() -> impl Strategy<Value = ItemId> {
    prop_oneof![
        8 => (0_u32..6).prop_map(ItemId),
        1 => any::<u32>().prop_map(ItemId),
    ]
}

pub(crate) fn date() -> impl Strategy<Value = Date> {
    (1_u16..=9999, 1_u8..=12, 1_u8..=31)
        .prop_filter_map("a day that exists", |(year, month, day)| {
            Date::new(year, month, day)
        })
}

pub(crate) fn score() -> impl Strategy<Value = Score> {
    (0_u8..=20).prop_filter_map("a point on the scale", Score::from_halves)
}

pub(crate) fn source() -> impl Strategy<Value = Source> {
    prop_oneof![
        item().prop_map(Source::Sign),
        item().prop_map(Source::Seen),
        select(&Moment::ALL[..]).prop_map(Source::Moment),
    ]
}

pub(crate) fn prompt() -> impl Strategy<Value = Prompt> {
    select(Prompt::all().collect::<Vec<_>>())
}

/// A change to a list whose items are made by `new` and changed by `edit`.
pub(crate) fn roster<T>(
    new: impl Strategy<Value = T> + 'static,
    edit: impl Strategy<Value = T::Edit> + 'static,
) -> impl Strategy<Value = RosterAction<T, T::Edit>>
where
    T: Item + std::fmt::Debug + 'static,
    T::Edit: std::fmt::Debug + Clone + 'static,
{
    prop_oneof![
        4 => new.prop_map(RosterAction::Add),
        8 => (item(), edit, any::<bool>()).prop_map(|(id, edit, makes)| match makes {
            true => RosterAction::Write(id, edit),
            false => RosterAction::Edit(id, edit),
        }),
        2 => (item(), select(vec![Toward::Start, Toward::End]))
            .prop_map(|(id, toward)| RosterAction::Move(id, toward)),
        2 => item().prop_map(RosterAction::Remove),
        2 => item().prop_map(RosterAction::BringBack),
    ]
}

pub(crate) fn signs() -> impl Strategy<Value = RosterAction<Line, Text>> {
    roster(words().prop_map(|text| Line { text }), words())
}

fn witness_edit() -> impl Strategy<Value = (WitnessField, Text)> {
    (select(&WitnessField::ALL[..]), words())
}

fn witness() -> impl Strategy<Value = Witness> {
    [words(), words(), words(), words()].prop_map(|[who, see, respond, difference]| Witness {
        who,
        see,
        respond,
        difference,
    })
}

fn supporter_edit() -> impl Strategy<Value = (SupporterField, Text)> {
    (
        select(vec![SupporterField::Who, SupporterField::Ask]),
        words(),
    )
}

fn step_edit() -> impl Strategy<Value = StepEdit> {
    prop_oneof![
        4 => (select(&StepField::ALL[..]), words())
            .prop_map(|(field, text)| StepEdit::Write(field, text)),
        1 => proptest::option::of(score()).prop_map(StepEdit::Confidence),
        1 => proptest::option::of(date()).prop_map(StepEdit::Day),
    ]
}

fn goal_edit() -> impl Strategy<Value = GoalEdit> {
    let step = words().prop_map(|what| first_light::worksheet::Step {
        what,
        ..Default::default()
    });
    prop_oneof![
        2 => (select(&GoalField::ALL[..]), words())
            .prop_map(|(field, text)| GoalEdit::Write(field, text)),
        1 => proptest::option::of(date()).prop_map(GoalEdit::LookAgain),
        1 => (select(&Level::ALL[..]), words())
            .prop_map(|(level, text)| GoalEdit::Level(level, text)),
        4 => roster(step, step_edit()).prop_map(GoalEdit::Steps),
        1 => (select(&Thought::ALL[..]), any::<bool>())
            .prop_map(|(thought, leave)| GoalEdit::LeaveAsIs(thought, leave)),
    ]
}

pub(crate) fn setup() -> impl Strategy<Value = Setup> {
    (
        select(&Wording::ALL[..]),
        proptest::option::of(select(&Company::ALL[..])),
        subsequence(Extra::ALL.to_vec(), 0..=Extra::ALL.len()),
    )
        .prop_map(|(wording, company, extras)| Setup {
            wording,
            company,
            extras: extras.into_iter().collect(),
        })
}

fn own_question() -> impl Strategy<Value = OwnQuestion> {
    let sections = Section::ALL
        .into_iter()
        .filter(|it| OwnQuestion::fits_in(*it));
    let section = select(sections.collect::<Vec<_>>());
    (section, select(&OwnKind::ALL[..]), words()).prop_map(|(section, kind, words)| OwnQuestion {
        section,
        kind,
        words,
    })
}

/// Anything that a therapist may put together.
pub(crate) fn invitation() -> impl Strategy<Value = Invitation> {
    let questions = proptest::collection::vec(own_question(), 0..=Invitation::MOST_QUESTIONS);
    (
        setup(),
        [words(), words(), words()],
        proptest::option::of(date()),
        questions,
        any::<bool>(),
    )
        .prop_map(
            |(setup, [greeting, from, client], appointment, questions, guide)| Invitation {
                language: "en".into(),
                wording: setup.wording,
                extras: setup.extras,
                greeting,
                from,
                client,
                appointment,
                questions: Roster::restore(0, (0..).map(ItemId).zip(questions)),
                guide,
            },
        )
}

fn own_edit() -> impl Strategy<Value = OwnEdit> {
    prop_oneof![
        2 => words().prop_map(OwnEdit::Write),
        1 => any::<bool>().prop_map(OwnEdit::Unsure),
        4 => signs().prop_map(OwnEdit::Lines),
        1 => proptest::option::of(score()).prop_map(OwnEdit::Rate),
    ]
}

/// Any action at all.
pub(crate) fn action() -> impl Strategy<Value = Action> {
    let goal = words().prop_map(Goal::from_words);
    let supporter = [words(), words()].prop_map(|[who, ask]| Supporter { who, ask });
    prop_oneof![
        1 => words().prop_map(Action::Rename),
        1 => setup().prop_map(Action::Setup),
        3 => (prompt(), words()).prop_map(|(prompt, text)| Action::Answer(prompt, text)),
        1 => (prompt(), any::<bool>()).prop_map(|(prompt, unsure)| Action::Unsure(prompt, unsure)),
        2 => (select(&Scale::ALL[..]), proptest::option::of(score()))
            .prop_map(|(scale, score)| Action::Rate(scale, score)),
        1 => (select(&DateField::ALL[..]), proptest::option::of(date()))
            .prop_map(|(field, date)| Action::Pick(field, date)),
        4 => signs().prop_map(Action::Signs),
        4 => roster(witness(), witness_edit()).prop_map(Action::Witnesses),
        2 => roster(supporter, supporter_edit()).prop_map(Action::Supporters),
        8 => roster(goal, goal_edit()).prop_map(Action::Goals),
        2 => (source(), any::<bool>()).prop_map(|(source, happens)| Action::Tick(source, happens)),
        2 => (source(), select(&PieceField::ALL[..]), words())
            .prop_map(|(source, field, text)| Action::Piece(source, field, text)),
        1 => (select(&Experiment::ALL[..]), any::<bool>())
            .prop_map(|(experiment, chosen)| Action::Try(experiment, chosen)),
        1 => (select(&Section::ALL[..]), any::<bool>())
            .prop_map(|(section, out)| Action::LeaveOut(section, out)),
        1 => any::<bool>().prop_map(Action::ShareTogether),
        1 => invitation().prop_map(|it| Action::Invite(Rc::new(it))),
        4 => (item(), own_edit()).prop_map(|(id, edit)| Action::Own(id, edit)),
    ]
}

/// A worksheet that any sequence of actions has led to; half of them begin with something written.
pub(crate) fn worksheet() -> impl Strategy<Value = Worksheet> {
    let actions = proptest::collection::vec(action(), 0..40);
    (any::<bool>(), actions).prop_map(|(begun, actions)| {
        let mut worksheet = if begun {
            begun_worksheet()
        } else {
            Worksheet::default()
        };
        actions
            .into_iter()
            .for_each(|action| worksheet.apply(action));
        worksheet
    })
}

/// Four signs, two witnesses, and four goals with four steps each.
pub(crate) fn begun_worksheet() -> Worksheet {
    let mut worksheet = Worksheet::default();
    let text = Text::from("written");
    for _ in 0..2 {
        let see = text.clone();
        let witness = Witness {
            see,
            ..Default::default()
        };
        worksheet.apply(Action::Witnesses(RosterAction::Add(witness)));
    }
    for id in (0..4).map(ItemId) {
        let line = Line { text: text.clone() };
        worksheet.apply(Action::Signs(RosterAction::Add(line)));
        let goal = Goal::from_words(text.clone());
        worksheet.apply(Action::Goals(RosterAction::Add(goal)));
        for _ in 0..4 {
            let step = GoalEdit::Steps(RosterAction::Add(Default::default()));
            worksheet.apply(Action::Goals(RosterAction::Edit(id, step)));
        }
    }
    worksheet
}

/// A plan as it is stored: a worksheet without undo memory, any place in it, any time.
pub(crate) fn plan() -> impl Strategy<Value = Plan> {
    (worksheet(), any::<Index>(), any::<u64>()).prop_map(|(worksheet, place, changed)| {
        let worksheet = worksheet.without_removed();
        let places: Vec<Place> = places(&worksheet);
        Plan {
            place: *place.get(&places),
            worksheet,
            ..Plan::new(changed)
        }
    })
}

/// A plan of a few answers, as most that travel in a link are.
pub(crate) fn short_plan() -> impl Strategy<Value = Plan> {
    (
        proptest::collection::vec(action(), 0..12),
        any::<Index>(),
        any::<u64>(),
    )
        .prop_map(|(actions, place, changed)| {
            let mut worksheet = Worksheet::default();
            actions
                .into_iter()
                .for_each(|action| worksheet.apply(action));
            let worksheet = worksheet.without_removed();
            let places: Vec<Place> = places(&worksheet);
            Plan {
                place: *place.get(&places),
                worksheet,
                ..Plan::new(changed)
            }
        })
}

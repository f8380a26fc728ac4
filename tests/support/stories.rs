//! Six plans that are kept as fixtures for ever.
//!
//! What they hold never changes: a fixture stands for plans that people have stored.

use first_light::format::Plan;
use first_light::progress::Place;
use first_light::questionnaire::{DateField, Experiment, Page, Prompt, Scale, Section};
use first_light::worksheet::{
    Action, Company, Date, Extra, Goal, GoalEdit, GoalField, Invitation, ItemId, Level, Line,
    Moment, OwnEdit, OwnKind, OwnQuestion, PieceField, Roster, RosterAction, Score, Setup, Source,
    Step, StepEdit, StepField, Supporter, Text, Thought, Toward, Witness, Wording, Worksheet,
};
use std::rc::Rc;

/// The questions of that time.
const PROMPTS: &str = "
    best-hopes worth-it instead caring-hopes better managed keep not-lower coping-at-zero
    keeps-it-going highest-lately good-enough step-up confidence-from willingness-from
    got-through who-helps admirer notice-keep as-if places professionals hard-day i-will
    therapist-will check-in not-working stays-private my-name therapist-name more-less
    hard-to-say waking morning midday evening bedtime
";

/// The scales of that time.
const SCALES: &str = "
    now highest enough confidence willingness open respected matters makes-sense
";

/// Every story, by the name of its fixture.
pub(crate) fn all() -> [(&'static str, Plan); 6] {
    [
        ("empty", Plan::new(1_795_305_600_000)),
        ("full", full()),
        ("unicode", unicode()),
        ("big", big()),
        ("invited", invited()),
        ("dated", dated()),
    ]
}

fn prompts() -> impl Iterator<Item = Prompt> {
    let prompts = PROMPTS.split_whitespace();
    prompts.map(|slug| Prompt::from_slug(slug).expect("a lasting name"))
}

fn goals(action: RosterAction<Goal, GoalEdit>) -> Action {
    Action::Goals(action)
}

fn edit_goal(id: u32, edit: GoalEdit) -> Action {
    goals(RosterAction::Edit(ItemId(id), edit))
}

fn line(text: &str) -> Action {
    Action::Signs(RosterAction::Add(Line { text: text.into() }))
}

/// Something in every place that can hold something.
pub(crate) fn full() -> Plan {
    let mut sheet = Worksheet::default();
    let mut act = |action| sheet.apply(action);
    act(Action::Rename("Mornings".into()));
    act(Action::Setup(Setup {
        wording: Wording::SixMonths,
        company: Some(Company::WithTherapist),
        extras: Extra::ALL.into_iter().collect(),
    }));
    for prompt in Prompt::all() {
        let words = format!(
            "What I say about {}: it is mine.\nTwo lines.",
            prompt.slug()
        );
        act(Action::Answer(prompt, words.into()));
    }
    act(Action::Unsure(Prompt::CaringHopes, true));
    act(Action::Answer(Prompt::Managed, "".into()));
    act(Action::Unsure(Prompt::Managed, true));
    for (halves, scale) in (3..).zip(SCALES.split_whitespace()) {
        let scale = Scale::from_slug(scale).expect("a lasting name");
        act(Action::Rate(scale, Score::from_halves(halves)));
    }
    act(Action::Pick(DateField::AgreedOn, Date::new(2026, 11, 22)));
    act(Action::Pick(DateField::NextReview, Date::new(2026, 12, 6)));
    for words in [
        "I hum while the kettle boils",
        "removed later",
        "The curtains are open",
        "",
    ] {
        act(line(words));
    }
    act(Action::Signs(RosterAction::Remove(ItemId(1))));
    act(Action::Signs(RosterAction::Move(ItemId(2), Toward::Start)));
    act(Action::Witnesses(RosterAction::Add(Witness {
        who: "My sister".into(),
        see: "I answer the phone".into(),
        respond: "She laughs \"at last\"".into(),
        difference: "We talk longer".into(),
    })));
    act(Action::Witnesses(RosterAction::Add(Witness {
        who: "The dog".into(),
        ..Witness::default()
    })));
    for source in [
        Source::Sign(ItemId(0)),
        Source::Moment(Moment::Waking),
        Source::Seen(ItemId(0)),
    ] {
        act(Action::Tick(source, true));
        for field in PieceField::ALL {
            act(Action::Piece(
                source,
                field,
                format!("{field:?} of it").into(),
            ));
        }
    }
    act(Action::Piece(
        Source::Moment(Moment::Bedtime),
        PieceField::Again,
        "Less light".into(),
    ));
    write_goals(&mut act);
    act(Action::Supporters(RosterAction::Add(Supporter {
        who: "My sister".into(),
        ask: "Ring me on Sundays".into(),
    })));
    for experiment in Experiment::ALL {
        act(Action::Try(experiment, true));
    }
    act(Action::LeaveOut(Section::Moving, true));
    act(Action::LeaveOut(Section::Support, true));
    act(Action::ShareTogether(true));
    Plan {
        worksheet: sheet.without_removed(),
        place: Place::Page(Page::Summary),
        ..Plan::new(1_795_305_661_234)
    }
}

fn write_goals(act: &mut impl FnMut(Action)) {
    act(goals(RosterAction::Add(Goal::from_words(
        "I walk to the shop".into(),
    ))));
    act(goals(RosterAction::Add(Goal::from_words(
        "I ring my sister".into(),
    ))));
    for field in GoalField::ALL {
        act(edit_goal(
            1,
            GoalEdit::Write(field, format!("{field:?} of the second").into()),
        ));
    }
    act(edit_goal(1, GoalEdit::LookAgain(Date::new(2027, 1, 10))));
    for level in Level::ALL {
        act(edit_goal(1, GoalEdit::Level(level, level.slug().into())));
    }
    for thought in Thought::ALL {
        act(edit_goal(1, GoalEdit::LeaveAsIs(thought, true)));
    }
    act(edit_goal(
        1,
        GoalEdit::Steps(RosterAction::Add(Step::default())),
    ));
    let step = |edit| edit_goal(1, GoalEdit::Steps(RosterAction::Edit(ItemId(0), edit)));
    for field in StepField::ALL {
        act(step(StepEdit::Write(
            field,
            format!("{field:?} of the step").into(),
        )));
    }
    act(step(StepEdit::Confidence(Score::from_halves(13))));
    act(edit_goal(
        1,
        GoalEdit::Steps(RosterAction::Add(Step::default())),
    ));
    act(goals(RosterAction::Move(ItemId(1), Toward::Start)));
}

/// Words in many scripts, and characters that JSON, HTML and screens treat specially.
pub(crate) fn unicode() -> Plan {
    let mut sheet = Worksheet::default();
    sheet.apply(Action::Rename("صباح הבוקר 朝 🌅".into()));
    let answers = [
        (Prompt::BestHopes, "أن أنام وأصحو هادئًا"),
        (Prompt::WorthIt, "לקום בלי פחד\u{202e}abc\u{202c}"),
        (Prompt::Instead, "👩‍👩‍👧‍👦 e\u{301} ﬁ \u{1f1ea}\u{1f1f8}"),
        (
            Prompt::CaringHopes,
            "\"quotes\" \\ back / slash </script> <!-- & &amp;",
        ),
        (
            Prompt::Better,
            "tab\tnew\nline\r\nnul\u{0} bell\u{7} del\u{7f}",
        ),
        (
            Prompt::Managed,
            "\u{2028}\u{2029}\u{feff}\u{200b}\u{a0}\u{fffd}",
        ),
        (Prompt::Keep, "  spaces before and after  "),
        (Prompt::NotLower, "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 \u{10ffff}"),
    ];
    for (prompt, words) in answers {
        sheet.apply(Action::Answer(prompt, words.into()));
    }
    sheet.apply(line("ที่รัก नमस्ते 你好"));
    sheet.apply(Action::Tick(Source::Sign(ItemId(0)), true));
    Plan {
        worksheet: sheet,
        place: Place::Goal(ItemId(4_294_967_295)),
        ..Plan::new(u64::MAX)
    }
}

/// What a therapist put together.
pub(crate) fn invitation() -> Invitation {
    let own = |section, kind, words: &str| OwnQuestion {
        section,
        kind,
        words: words.into(),
    };
    let questions = [
        own(
            Section::Hopes,
            OwnKind::Text,
            "What would your late dog say?",
        ),
        own(
            Section::Moving,
            OwnKind::List,
            "Which songs help?\nAny will do.",
        ),
        own(Section::Scales, OwnKind::Scale, "How well did you sleep?"),
        own(
            Section::Agreement,
            OwnKind::Text,
            "What should we call this?",
        ),
    ];
    Invitation {
        language: "en".into(),
        wording: Wording::Tomorrow,
        extras: [Extra::Agreement, Extra::Ladder].into(),
        greeting: "Good to meet you on Monday.\nTake your time with this.".into(),
        from: "Dr Meyer".into(),
        client: "Sam".into(),
        appointment: Date::new(2026, 12, 1),
        questions: Roster::restore(0, (0..).map(ItemId).zip(questions)),
        guide: true,
    }
}

/// A plan that was begun with a therapist's link.
pub(crate) fn invited() -> Plan {
    let mut sheet = Rc::new(invitation()).begin();
    let mut own = |id, edit| sheet.apply(Action::Own(ItemId(id), edit));
    own(0, OwnEdit::Write("Woof, and  then some".into()));
    own(0, OwnEdit::Unsure(true));
    for words in ["The one from the radio", "removed later", ""] {
        let line = Line { text: words.into() };
        own(1, OwnEdit::Lines(RosterAction::Add(line)));
    }
    own(1, OwnEdit::Lines(RosterAction::Remove(ItemId(1))));
    own(2, OwnEdit::Rate(Score::from_halves(9)));
    Plan {
        worksheet: sheet.without_removed(),
        place: Place::Own(Section::Moving, ItemId(1)),
        ..Plan::new(1_795_350_000_000)
    }
}

/// A plan in which steps have days of their own, beside a review and a day to look again.
pub(crate) fn dated() -> Plan {
    let mut sheet = Worksheet::default();
    let mut act = |action| sheet.apply(action);
    act(Action::Pick(DateField::NextReview, Date::new(2027, 1, 4)));
    for words in ["I walk to the shop", "removed later", "I ring my sister"] {
        act(goals(RosterAction::Add(Goal::from_words(words.into()))));
    }
    act(goals(RosterAction::Remove(ItemId(1))));
    act(edit_goal(0, GoalEdit::LookAgain(Date::new(2027, 1, 10))));
    let days = [
        (0, "Shoes by the door", 1),
        (2, "Find her number", 2),
        (2, "Ring", 3),
    ];
    for (goal, what, day) in days {
        let step = Step {
            what: what.into(),
            when: "After lunch".into(),
            day: Date::new(2026, 12, day),
            ..Step::default()
        };
        act(edit_goal(goal, GoalEdit::Steps(RosterAction::Add(step))));
    }
    let bare = GoalEdit::Steps(RosterAction::Add(Step::default()));
    act(edit_goal(0, bare));
    act(goals(RosterAction::Move(ItemId(2), Toward::Start)));
    Plan {
        worksheet: sheet.without_removed(),
        place: Place::GoalSteps(ItemId(2)),
        ..Plan::new(1_795_360_000_000)
    }
}

/// Twenty goals with ten steps each, and much text.
pub(crate) fn big() -> Plan {
    let mut sheet = Worksheet::default();
    let long = "A good long answer, as somebody writes it who has time. ".repeat(12);
    for prompt in prompts() {
        sheet.apply(Action::Answer(prompt, long.as_str().into()));
    }
    for number in 0..40 {
        sheet.apply(line(&format!(
            "Sign {number}: the kettle is on before the others are up"
        )));
    }
    for number in 0..20 {
        let words = format!("Goal {number}: I walk to the corner and back after breakfast");
        sheet.apply(goals(RosterAction::Add(Goal::from_words(words.into()))));
        let why = GoalEdit::Write(GoalField::Why, "Because the morning belongs to me".into());
        sheet.apply(edit_goal(number, why));
        for step in 0..10 {
            let words = |what: &str| Text::from(format!("{what} {step} of goal {number}"));
            let step = Step {
                what: words("Step"),
                when: words("When"),
                obstacle: words("Obstacle"),
                cue: words("Cue"),
                response: words("Response"),
                confidence: Score::from_halves(2 * step),
                day: None,
            };
            sheet.apply(edit_goal(number, GoalEdit::Steps(RosterAction::Add(step))));
        }
    }
    Plan {
        worksheet: sheet,
        place: Place::GoalSteps(ItemId(19)),
        ..Plan::new(1_795_400_000_000)
    }
}

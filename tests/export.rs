//! What leaves the program: every word that may, exactly as typed, and nothing else.

use first_light::export::{Block, Shown, outline, text, with_everything};
use first_light::i18n::{Locale, Msg, Words};
use first_light::questionnaire::{DateField, Experiment, Prompt, Scale, Section};
use first_light::sharing::choice::of_prompt;
use first_light::worksheet::{
    Action, Date, Extra, Goal, GoalEdit, GoalField, ItemId, Level, Line, Moment, PieceField,
    RosterAction, Score, Setup, Source, Step, StepEdit, StepField, Supporter, SupporterField, Text,
    Witness, WitnessField, Worksheet,
};
use proptest::prelude::*;

fn english() -> Words {
    Words::new(Locale::English)
}

fn as_text(worksheet: &Worksheet) -> String {
    text(worksheet, english(), &|date| date.to_string())
}

/// A worksheet with words in every place that takes them, and where each of the words belongs.
struct Full {
    worksheet: Worksheet,
    typed: Vec<(Section, Text)>,
    tail: String,
}

impl Full {
    /// Every place holds words of its own: a number that no other place has, then `tail`.
    fn new(tail: &str) -> Self {
        let mut full = Self {
            worksheet: Worksheet::default(),
            typed: Vec::new(),
            tail: tail.to_owned(),
        };
        full.act(Action::Setup(Setup {
            extras: Extra::ALL.into_iter().collect(),
            ..Setup::default()
        }));
        full.act(Action::ShareTogether(true));
        full.prompts();
        full.rosters();
        full.goals();
        full.pieces();
        full
    }

    fn act(&mut self, action: Action) {
        self.worksheet.apply(action);
    }

    fn words(&mut self, section: Section) -> Text {
        let words = Text::from(format!("<{}>{}", self.typed.len(), self.tail));
        self.typed.push((section, words.clone()));
        words
    }

    fn write(&mut self, section: Section, action: impl FnOnce(Text) -> Action) {
        let words = self.words(section);
        self.act(action(words));
    }

    fn prompts(&mut self) {
        for prompt in Prompt::all() {
            self.write(of_prompt(prompt), |words| Action::Answer(prompt, words));
        }
    }

    fn rosters(&mut self) {
        for id in [ItemId(0), ItemId(1)] {
            self.act(Action::Signs(RosterAction::Add(Line::default())));
            self.write(Section::Miracle, |words| {
                Action::Signs(RosterAction::Edit(id, words))
            });
            self.act(Action::Witnesses(RosterAction::Add(Witness::default())));
            for field in WitnessField::ALL {
                self.write(Section::Others, |words| {
                    Action::Witnesses(RosterAction::Edit(id, (field, words)))
                });
            }
            self.act(Action::Supporters(RosterAction::Add(Supporter::default())));
            for field in [SupporterField::Who, SupporterField::Ask] {
                self.write(Section::Support, |words| {
                    Action::Supporters(RosterAction::Edit(id, (field, words)))
                });
            }
        }
    }

    fn goals(&mut self) {
        let edit = |edit| Action::Goals(RosterAction::Edit(ItemId(0), edit));
        self.act(Action::Goals(RosterAction::Add(Goal::default())));
        for field in GoalField::ALL {
            self.write(Section::Goals, |words| edit(GoalEdit::Write(field, words)));
        }
        for level in Level::ALL {
            self.write(Section::Goals, |words| edit(GoalEdit::Level(level, words)));
        }
        self.act(edit(GoalEdit::Steps(RosterAction::Add(Step::default()))));
        for field in StepField::ALL {
            self.write(Section::Steps, |words| {
                let step = StepEdit::Write(field, words);
                edit(GoalEdit::Steps(RosterAction::Edit(ItemId(0), step)))
            });
        }
    }

    fn pieces(&mut self) {
        let sources = [
            Source::Sign(ItemId(0)),
            Source::Moment(Moment::Midday),
            Source::Seen(ItemId(1)),
        ];
        for source in sources {
            self.act(Action::Tick(source, true));
            for field in PieceField::ALL {
                self.write(Section::Pieces, |words| Action::Piece(source, field, words));
            }
        }
    }

    /// Whether words are the head of a ticked piece, and so part of "Pieces already here" too.
    fn is_ticked(&self, words: &Text) -> bool {
        self.worksheet
            .ticked()
            .iter()
            .any(|(_, ticked, _)| ticked == words)
    }
}

proptest! {
    #[test]
    fn every_word_goes_out_exactly_as_typed(tail in any::<String>(), name in any::<String>()) {
        let mut full = Full::new(&tail);
        full.act(Action::Rename(Text::from(format!("<name>{name}"))));
        let out = as_text(&full.worksheet);
        for (section, words) in &full.typed {
            prop_assert!(out.contains(&**words), "{section:?} lost {words:?}");
        }
        prop_assert!(out.contains(&*full.worksheet.name));
    }

    #[test]
    fn nothing_of_a_left_out_section_goes_out(
        tail in any::<String>(),
        out in prop::sample::subsequence(Section::ALL.to_vec(), 0..=Section::ALL.len()),
    ) {
        let mut full = Full::new(&tail);
        for section in &out {
            full.act(Action::LeaveOut(*section, true));
        }
        let text = as_text(&full.worksheet);
        let pieces_stay = out.contains(&Section::Pieces);
        for (section, words) in &full.typed {
            let marked = words.split_once('>').map_or(String::new(), |(mark, _)| format!("{mark}>"));
            let with_a_tick = !pieces_stay && full.is_ticked(words);
            let goes = !out.contains(section) || with_a_tick;
            prop_assert_eq!(text.contains(&marked), goes, "{:?} {:?}", section, words);
        }
    }
}

#[test]
fn sections_that_are_switched_off_do_not_go_out() {
    let mut full = Full::new("");
    full.act(Action::Setup(Setup::default()));
    let out = as_text(&full.worksheet);
    for (section, words) in &full.typed {
        if matches!(section, Section::Agreement | Section::Together) {
            assert!(!out.contains(&**words), "{section:?} {words:?}");
        }
    }
}

#[test]
fn how_we_work_together_goes_out_only_when_shared() {
    let mut full = Full::new("");
    full.act(Action::Rate(Scale::Open, Score::whole(3)));
    full.act(Action::ShareTogether(false));
    let out = as_text(&full.worksheet);
    for (_, words) in full
        .typed
        .iter()
        .filter(|(section, _)| *section == Section::Together)
    {
        assert!(!out.contains(&**words), "{words:?}");
    }
    assert!(!out.contains("I can be open here"));
    full.act(Action::ShareTogether(true));
    assert!(as_text(&full.worksheet).contains("I can be open here"));
}

#[test]
fn scores_days_and_choices_go_out() {
    let mut worksheet = Worksheet::default();
    worksheet.apply(Action::Rate(Scale::Now, Score::from_halves(9)));
    worksheet.apply(Action::Rate(Scale::Enough, Score::from_halves(0)));
    worksheet.apply(Action::Try(Experiment::NoticeKeep, true));
    let goal = Goal {
        look_again: Date::new(2026, 12, 6),
        ..Goal::from_words("Walk".into())
    };
    worksheet.apply(Action::Goals(RosterAction::Add(goal)));
    let mut setup = Setup::default();
    setup.extras.insert(Extra::Agreement);
    worksheet.apply(Action::Setup(setup));
    worksheet.apply(Action::Pick(DateField::NextReview, Date::new(2027, 1, 4)));
    let out = as_text(&worksheet);
    for expected in [
        "4½ of 10",
        "0 of 10",
        "- Walk\n",
        "2026-12-06",
        "2027-01-04",
    ] {
        assert!(out.contains(expected), "{expected} is not in:\n{out}");
    }
    let title = english().get(Msg::ExperimentNoticeKeepTitle);
    assert!(
        out.contains(&format!("- {title}\n")),
        "{title} is not in:\n{out}"
    );
}

#[test]
fn not_sure_yet_is_an_answer() {
    let mut worksheet = Worksheet::default();
    worksheet.apply(Action::Unsure(Prompt::BestHopes, true));
    assert!(as_text(&worksheet).contains(english().get(Msg::SummaryNotSure)));
}

#[test]
fn an_empty_plan_has_nothing_to_go_out() {
    assert_eq!(outline(&Worksheet::default(), english(), false), []);
}

#[test]
fn unanswered_questions_are_there_when_asked_for() {
    let parts = outline(&Worksheet::default(), english(), true);
    let sections: Vec<_> = parts.iter().map(|part| part.section).collect();
    let asked = |section: &Section| {
        section.extra().is_none() && !matches!(section, Section::Begin | Section::Summary)
    };
    let expected: Vec<_> = Section::ALL.into_iter().filter(asked).collect();
    // Steps come after goals: without a goal there is only the page of experiments.
    assert_eq!(sections, expected);
    let nothing = |block: &Block| matches!(block, Block::Question(q) if q.shown == Shown::Nothing);
    assert!(parts.iter().all(|part| part.blocks.iter().all(nothing)));
}

#[test]
fn an_answer_given_before_the_point_was_moved_still_stands() {
    let mut worksheet = Worksheet::default();
    worksheet.apply(Action::Answer(Prompt::NotLower, "My sister".into()));
    worksheet.apply(Action::Rate(Scale::Now, Score::whole(0)));
    worksheet.apply(Action::Answer(Prompt::CopingAtZero, "Tea".into()));
    let out = as_text(&worksheet);
    assert!(out.contains("My sister") && out.contains("Tea"), "{out}");
}

#[test]
fn the_words_of_a_goal_stay_with_it_when_goals_are_left_out() {
    let mut worksheet = Worksheet::default();
    worksheet.apply(Action::Goals(RosterAction::Add(Goal::from_words(
        "Walk to the sea".into(),
    ))));
    let step = Step {
        what: "Find my boots".into(),
        ..Step::default()
    };
    let add = GoalEdit::Steps(RosterAction::Add(step));
    worksheet.apply(Action::Goals(RosterAction::Edit(ItemId(0), add)));
    worksheet.apply(Action::LeaveOut(Section::Goals, true));
    let out = as_text(&worksheet);
    assert!(
        out.contains("Find my boots") && !out.contains("Walk to the sea"),
        "{out}"
    );
}

#[test]
fn a_copy_to_keep_holds_what_is_left_out_of_others() {
    let mut full = Full::new("");
    full.act(Action::Setup(Setup::default()));
    full.act(Action::ShareTogether(false));
    for section in Section::ALL {
        full.act(Action::LeaveOut(section, true));
    }
    let out = as_text(&with_everything(&full.worksheet));
    for (section, words) in &full.typed {
        assert!(out.contains(&**words), "{section:?} lost {words:?}");
    }
}

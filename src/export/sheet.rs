//! The worksheet as a blank sheet, to be filled in by hand: every question in the chosen wording, and how
//! much room there is for its answer.

use super::answers::own_from;
use super::outline::Own;
use crate::i18n::{Msg, Phrased, Topic, Words};
use crate::progress;
use crate::questionnaire::{Body, Experiment, Page, Prompt, Room, Scale, Section};
use crate::worksheet::{
    GoalField, Level, Moment, OwnKind, OwnQuestion, PieceField, StepField, Worksheet,
};
use Asked::{Group, Line, Point, Tick, Write};

/// A section of the blank sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetPart {
    /// The section.
    pub section: Section,
    /// What is asked in it.
    pub asked: Vec<Asked>,
}

/// Something that is asked on the blank sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The Miracle Question: its lines, to be read slowly.
    Told(&'static [Msg]),
    /// Several questions about one thing, with what it is called.
    Group(Heard, Vec<Asked>),
    /// A question, with this many ruled lines.
    Write(Heard, usize),
    /// A question that a few words answer, such as a name or a day, with a line beside it; and a word on it.
    Line(Msg, Option<Msg>),
    /// A scale from 0 to 10, with what its ends mean.
    Point(Heard, Option<(Msg, Msg)>),
    /// Something to tick, and what it means.
    Tick(Msg, Option<Msg>),
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// The question.
    pub question: Question,
    /// A line below it.
    pub hint: Option<Msg>,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// From the catalogue.
    Ours(Msg),
    /// A name with a number, such as "Goal 2".
    Numbered(String),
    /// A therapist's own question, exactly as typed.
    Own(Own),
}

/// How many goals, steps and people there is room for: as many as the worksheet suggests.
const GOALS: usize = 3;
const STEPS: usize = 2;
const PEOPLE: usize = 2;
const PIECES: usize = 2;
/// Lines for an answer in sentences, and for a list.
const SENTENCES: usize = 3;
const LIST: usize = 6;

/// The blank sheet for a plan that is put together like this one, without the parts that are left out of print.
/// None of its answers is in it.
#[must_use]
pub fn sheet(worksheet: &Worksheet, words: Words) -> Vec<SheetPart> {
    let part = |section: Section| {
        let pages = Page::ALL.iter().filter(|page| page.section() == section);
        let asked = pages.flat_map(|page| asked(worksheet, words, page.body()));
        let own = worksheet.own_questions(section);
        let own = own.map(|(_, own)| own_one(worksheet, words, own));
        SheetPart {
            section,
            asked: asked.chain(own).collect(),
        }
    };
    let on = |section: &Section| {
        progress::is_on(&worksheet.setup, *section) && !worksheet.left_out.contains(section)
    };
    let parts = Section::ALL.into_iter().filter(on).map(part);
    parts.filter(|part| !part.asked.is_empty()).collect()
}

fn asked(worksheet: &Worksheet, words: Words, body: Body) -> Vec<Asked> {
    let extras = &worksheet.setup.extras;
    let several = |most: usize, name: Msg, fields: &dyn Fn() -> Vec<Asked>| {
        let numbered = (1..=most).map(|n| words.fill(name, &[("n", &n.to_string())]));
        let groups = numbered.map(|name| Group(bare(Question::Numbered(name)), fields()));
        hinted_once(groups)
    };
    match body {
        Body::Ask(prompt, _) => vec![prompted(prompt, SENTENCES)],
        Body::Telling => vec![Asked::Told(worksheet.setup.wording.phrases().lines)],
        Body::Signs => vec![Write(heard(Topic::Signs), LIST)],
        Body::Day => {
            let parts = Moment::ALL.map(|moment| prompted(Prompt::Moment(moment), 2));
            vec![Group(heard(Topic::Day), parts.into())]
        }
        Body::Who => {
            let mut all = vec![Write(heard(Topic::Who), 0)];
            all.extend::<Vec<_>>(several(PEOPLE, Msg::OthersUnnamed, &witness));
            all
        }
        Body::Tick => {
            let name = bare(Question::Ours(Topic::Tick.phrases().title));
            let mut all = vec![Write(name, SENTENCES)];
            all.extend(hinted_once(
                (0..PIECES).map(|_| Group(heard(Topic::Closer), piece())),
            ));
            all
        }
        Body::Rate(scale) => rate(scale),
        Body::Goals => {
            let with_ladder = extras.contains(&crate::worksheet::Extra::Ladder);
            several(GOALS, Msg::GoalsGoal, &|| goal(with_ladder))
        }
        Body::Steps => several(STEPS, Msg::StepsStep, &step),
        Body::Experiments => Experiment::ALL.into_iter().flat_map(experiment).collect(),
        Body::Supporters => several(GOALS, Msg::SupportPerson, &|| {
            vec![line(Msg::SupportWho), line(Msg::SupportAsk)]
        }),
        Body::HardDay => vec![prompted(Prompt::HardDay, 3)],
        Body::Signatures => vec![
            line(Prompt::MyName.phrases().title),
            line(Prompt::TherapistName.phrases().title),
            line(Msg::AgreementAgreedOn),
            line(Msg::AgreementNextReview),
        ],
        Body::TogetherScales => Scale::TOGETHER.map(point).into(),
        Body::About | Body::Company | Body::Wording | Body::Extras | Body::Summary => Vec::new(),
        Body::See | Body::Respond | Body::Difference | Body::Closer => Vec::new(),
    }
}

/// Groups that ask the same again and again: what stands below a question is said once, in the first.
fn hinted_once(groups: impl Iterator<Item = Asked>) -> Vec<Asked> {
    let mut groups: Vec<Asked> = groups.collect();
    groups.iter_mut().skip(1).for_each(leave_out_hints);
    groups
}

fn leave_out_hints(asked: &mut Asked) {
    match asked {
        Group(heard, within) => {
            heard.hint = None;
            within.iter_mut().for_each(leave_out_hints);
        }
        Write(heard, _) | Point(heard, _) => heard.hint = None,
        Line(_, hint) => *hint = None,
        Asked::Told(_) | Tick(..) => {}
    }
}

fn bare(question: Question) -> Heard {
    Heard {
        question,
        hint: None,
    }
}

fn heard(phrased: impl Phrased) -> Heard {
    let phrases = phrased.phrases();
    Heard {
        question: Question::Ours(phrases.title),
        hint: phrases.hint,
    }
}

fn line(question: Msg) -> Asked {
    Line(question, None)
}

fn prompted(prompt: Prompt, lines: usize) -> Asked {
    match prompt.room() {
        Room::Line => line(prompt.phrases().title),
        Room::Lines => Write(heard(prompt), lines),
    }
}

fn witness() -> Vec<Asked> {
    let topics = [Topic::See, Topic::Respond, Topic::Difference];
    let who = std::iter::once(line(Msg::SupportWho));
    who.chain(topics.map(|topic| Write(heard(topic), 2)))
        .collect()
}

fn piece() -> Vec<Asked> {
    let field = |field: PieceField| match field {
        PieceField::Place | PieceField::WithWhom => {
            Line(field.phrases().title, field.phrases().hint)
        }
        _ => Write(heard(field), 1),
    };
    PieceField::ALL.map(field).into()
}

fn goal(with_ladder: bool) -> Vec<Asked> {
    let lines = |field| if field == GoalField::Doing { 2 } else { 1 };
    let field = |field: GoalField| Write(heard(field), lines(field));
    let mut all: Vec<_> = GoalField::ALL.map(field).into();
    all.push(line(Msg::GoalsLookAgain));
    if with_ladder {
        let levels = Level::ALL.into_iter().rev();
        let levels = levels.map(|level| Write(heard(level), 1)).collect();
        let name = Heard {
            question: Question::Ours(Msg::GoalsLadder),
            hint: Some(Msg::GoalsLadderHint),
        };
        all.push(Group(name, levels));
    }
    all
}

fn step() -> Vec<Asked> {
    let write = |field: StepField| Write(heard(field), 1);
    let plan = vec![line(Msg::StepsIf), line(Msg::StepsThen)];
    let if_then = Heard {
        question: Question::Ours(Msg::StepsIfThen),
        hint: Some(Msg::StepsIfThenHint),
    };
    let confidence = bare(Question::Ours(Msg::StepsConfidence));
    let ends = (Msg::StepsConfidenceLow, Msg::StepsConfidenceHigh);
    vec![
        line(Msg::StepsForGoal),
        write(StepField::What),
        write(StepField::When),
        line(Msg::StepsDay),
        write(StepField::Obstacle),
        Group(if_then, plan),
        Point(confidence, Some(ends)),
    ]
}

fn experiment(experiment: Experiment) -> [Asked; 2] {
    let phrases = experiment.phrases();
    [
        Tick(phrases.title, phrases.about),
        prompted(experiment.prompt(), 2),
    ]
}

fn point(scale: Scale) -> Asked {
    let phrases = scale.phrases();
    Point(heard(scale), phrases.low.zip(phrases.high))
}

/// A scale and its question. At 0 and at 10 another question takes its place, so all three stand there.
fn rate(scale: Scale) -> Vec<Asked> {
    let blank = Worksheet::default();
    let follow_up = scale.follow_up(&blank);
    let mut all = vec![point(scale)];
    all.extend(follow_up.map(|prompt| prompted(prompt, 3)));
    if scale == Scale::Now {
        for (when, prompt) in [
            (Msg::PaperAtZero, Prompt::CopingAtZero),
            (Msg::PaperAtTen, Prompt::KeepsItGoing),
        ] {
            let question = bare(Question::Ours(prompt.phrases().title));
            let when = bare(Question::Ours(when));
            all.push(Group(when, vec![Write(question, 2)]));
        }
    }
    all
}

fn own_one(worksheet: &Worksheet, words: Words, own: &OwnQuestion) -> Asked {
    let invitation = worksheet.invitation.as_ref();
    let from = invitation.map(|invitation| invitation.from.clone());
    let question = bare(Question::Own(Own {
        from: own_from(words, &from.unwrap_or_default()),
        words: own.words.clone(),
    }));
    match own.kind {
        OwnKind::Text => Write(question, SENTENCES),
        OwnKind::List => Write(question, LIST),
        OwnKind::Scale => Point(question, Some((Msg::OwnLow, Msg::OwnHigh))),
    }
}

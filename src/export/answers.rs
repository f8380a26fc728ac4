//! What stands in each section of the document.

use super::outline::{Block, Group, Own, Question, Shown, Title, stays_here};
use crate::i18n::{Msg, Phrased, Words};
use crate::progress::{self, Place};
use crate::questionnaire::{Body, DateField, Experiment, Page, Prompt, Scale, Section};
use crate::worksheet::{
    Answer, Extra, Goal, GoalField, ItemId, Level, Line, Moment, OwnKind, PieceField, Roster,
    Score, Step, StepField, Text, Worksheet,
};

/// Everything in a section, in the order of its pages, with empty answers.
pub(super) fn blocks(worksheet: &Worksheet, words: Words, section: Section) -> Vec<Block> {
    let gather = Gather { worksheet, words };
    let mut blocks = Vec::new();
    for place in progress::places(worksheet) {
        if place.section() == section {
            blocks.extend(gather.at(place));
        }
    }
    blocks
}

struct Gather<'a> {
    worksheet: &'a Worksheet,
    words: Words,
}

impl Gather<'_> {
    fn at(&self, place: Place) -> Vec<Block> {
        match place {
            Place::Goal(id) => self.goal(place, id),
            Place::GoalSteps(id) => self.goal_steps(place, id),
            Place::Own(_, id) => self.own(place, id).into_iter().collect(),
            Place::Page(page) => self.page(place, page.body()),
        }
    }

    fn page(&self, place: Place, body: Body) -> Vec<Block> {
        let asks = |prompts: &[Prompt]| {
            prompts
                .iter()
                .map(|prompt| self.ask(place, *prompt))
                .collect()
        };
        match body {
            Body::Ask(prompt, _) => asks(&[prompt]),
            Body::Signs => vec![self.signs(place)],
            Body::Day => asks(&Moment::ALL.map(Prompt::Moment)),
            // What each witness would see, how they would respond and what difference it makes are
            // pages of their own; on paper they stand together under the name.
            Body::Who => self.witnesses(place),
            Body::Tick => self.pieces(place),
            Body::Rate(scale) => self.rate(place, scale),
            Body::Goals if self.worksheet.goals.is_empty() => {
                vec![question(place, Msg::GoalsListLabel, Shown::Nothing)]
            }
            Body::Experiments => self.experiments(place),
            Body::Supporters => self.supporters(place),
            Body::HardDay => asks(&[Prompt::HardDay]),
            Body::Signatures => self.signatures(place),
            Body::TogetherScales => Scale::TOGETHER
                .iter()
                .map(|scale| self.scale(place, *scale))
                .collect(),
            Body::About | Body::Company | Body::Wording | Body::Extras | Body::Telling => {
                Vec::new()
            }
            Body::See | Body::Respond | Body::Difference | Body::Closer => Vec::new(),
            Body::Goals | Body::Steps | Body::Summary => Vec::new(),
        }
    }

    fn ask(&self, place: Place, prompt: Prompt) -> Block {
        let shown = answered(&self.worksheet.answer(prompt));
        question(place, prompt.phrases().title, shown)
    }

    /// A therapist's own question, in their own words.
    fn own(&self, place: Place, id: ItemId) -> Option<Block> {
        let question = self.worksheet.own_question(id)?;
        let given = self.worksheet.own_answer(id);
        let shown = match question.kind {
            OwnKind::Text => answered(&given.answer),
            OwnKind::List => lines(&given.lines),
            OwnKind::Scale => chosen(given.score),
        };
        let from = &self.worksheet.invitation.as_ref()?.from;
        Some(Block::Question(Question {
            place,
            title: Msg::OwnQuestion,
            own: Some(Own {
                from: own_from(self.words, from),
                words: question.words.clone(),
            }),
            shown,
        }))
    }

    fn scale(&self, place: Place, scale: Scale) -> Block {
        question(
            place,
            scale.phrases().title,
            chosen(self.worksheet.score(scale)),
        )
    }

    /// A scale, and the question that belongs to it. When the point was moved from or to an end of the
    /// scale, the words that answered the other question still stand.
    fn rate(&self, place: Place, scale: Scale) -> Vec<Block> {
        let follow_up = scale.follow_up(self.worksheet);
        let others: &[Prompt] = match scale {
            Scale::Now => &[Prompt::NotLower, Prompt::CopingAtZero, Prompt::KeepsItGoing],
            _ => &[],
        };
        let stands = |prompt: &&Prompt| {
            follow_up != Some(**prompt) && self.worksheet.answer(**prompt).is_given()
        };
        let prompts = follow_up.iter().chain(others.iter().filter(stands));
        let asked = prompts.map(|prompt| self.ask(place, *prompt));
        std::iter::once(self.scale(place, scale))
            .chain(asked)
            .collect()
    }

    fn signs(&self, place: Place) -> Block {
        question(place, Msg::SummarySigns, lines(&self.worksheet.signs))
    }

    fn witnesses(&self, place: Place) -> Vec<Block> {
        let witnesses = self.worksheet.witnesses.iter().enumerate();
        let groups = witnesses.map(|(index, (_, witness))| {
            let fields = [
                (Page::See, Msg::SummarySee, &witness.see),
                (Page::Respond, Msg::SummaryRespond, &witness.respond),
                (
                    Page::Difference,
                    Msg::SummaryDifference,
                    &witness.difference,
                ),
            ];
            let fields =
                fields.map(|(page, title, text)| question(Place::Page(page), title, written(text)));
            let title = self.title(&witness.who, Msg::OthersUnnamed, index);
            Block::Group(Group {
                place,
                title,
                blocks: fields.into(),
            })
        });
        or_nothing(groups.collect(), place, Msg::SummaryWho)
    }

    fn pieces(&self, place: Place) -> Vec<Block> {
        let ticked = self.worksheet.ticked();
        let groups = ticked.into_iter().map(|(_, words, piece)| {
            let field = |field: PieceField| {
                let title = field.phrases().title;
                question(Place::Page(Page::Closer), title, written(piece.get(field)))
            };
            let blocks = PieceField::ALL.into_iter().map(field).collect();
            Block::Group(Group {
                place,
                title: Title::Words(words),
                blocks,
            })
        });
        or_nothing(groups.collect(), place, Msg::SummaryPieces)
    }

    fn goal(&self, place: Place, id: ItemId) -> Vec<Block> {
        let Some((index, goal)) = self.find_goal(id) else {
            return Vec::new();
        };
        let rest = [GoalField::Place, GoalField::Why, GoalField::FirstSign];
        let fields =
            rest.map(|field| question(place, field.phrases().title, written(goal.get(field))));
        let look_again = goal.look_again.map_or(Shown::Nothing, Shown::Day);
        let mut blocks = Vec::from(fields);
        blocks.push(question(place, Msg::SummaryLookAgain, look_again));
        if self.worksheet.setup.extras.contains(&Extra::Ladder) {
            blocks.push(question(place, Msg::SummaryLadder, ladder(goal)));
        }
        let title = self.title(&goal.doing, Msg::GoalsGoal, index);
        vec![Block::Group(Group {
            place,
            title,
            blocks,
        })]
    }

    /// The steps toward one goal. The goal's own words stand here only if they may go out.
    fn goal_steps(&self, place: Place, id: ItemId) -> Vec<Block> {
        let Some((index, goal)) = self.find_goal(id) else {
            return Vec::new();
        };
        let mut blocks: Vec<_> = goal
            .steps
            .iter()
            .enumerate()
            .map(|(index, (_, step))| self.step(place, index, step))
            .collect();
        if blocks.is_empty() {
            blocks.push(question(place, Msg::SummarySteps, Shown::Nothing));
        }
        let apart = stays_here(self.worksheet, Section::Goals);
        let doing = if apart {
            Text::default()
        } else {
            goal.doing.clone()
        };
        let title = match self.title(&doing, Msg::GoalsGoal, index) {
            Title::Words(words) => Title::About(words),
            label => label,
        };
        vec![Block::Group(Group {
            place,
            title,
            blocks,
        })]
    }

    fn step(&self, place: Place, index: usize, step: &Step) -> Block {
        let field =
            |field: StepField| question(place, field.phrases().title, written(step.get(field)));
        let blank = step.cue.is_blank() && step.response.is_blank();
        let if_then = match blank {
            true => Shown::Nothing,
            false => Shown::IfThen {
                cue: step.cue.clone(),
                response: step.response.clone(),
            },
        };
        let blocks = vec![
            field(StepField::When),
            question(
                place,
                Msg::SummaryDay,
                step.day.map_or(Shown::Nothing, Shown::Day),
            ),
            field(StepField::Obstacle),
            question(place, Msg::StepsIfThen, if_then),
            question(place, Msg::SummaryConfidence, chosen(step.confidence)),
        ];
        let title = self.title(&step.what, Msg::StepsStep, index);
        Block::Group(Group {
            place,
            title,
            blocks,
        })
    }

    fn experiments(&self, place: Place) -> Vec<Block> {
        let tried = |experiment: &Experiment| self.worksheet.experiments.contains(experiment);
        let tried: Vec<_> = Experiment::ALL.into_iter().filter(tried).collect();
        let titles: Vec<_> = tried
            .iter()
            .map(|experiment| experiment.phrases().title)
            .collect();
        let shown = if titles.is_empty() {
            Shown::Nothing
        } else {
            Shown::Chosen(titles)
        };
        let mut blocks = vec![question(place, Msg::SummaryTrying, shown)];
        let asked = Experiment::ALL.into_iter().filter(|experiment| {
            tried.contains(experiment) || self.worksheet.answer(experiment.prompt()).is_given()
        });
        blocks.extend(asked.map(|experiment| self.ask(place, experiment.prompt())));
        blocks
    }

    fn supporters(&self, place: Place) -> Vec<Block> {
        let supporters = self.worksheet.supporters.iter().enumerate();
        let groups = supporters.map(|(index, (_, supporter))| {
            let title = self.title(&supporter.who, Msg::SupportPerson, index);
            let ask = question(place, Msg::SummaryAsk, written(&supporter.ask));
            Block::Group(Group {
                place,
                title,
                blocks: vec![ask],
            })
        });
        or_nothing(groups.collect(), place, Msg::SummarySupporters)
    }

    fn signatures(&self, place: Place) -> Vec<Block> {
        let day = |title, field| {
            let date = self.worksheet.dates.get(&field).copied();
            question(place, title, date.map_or(Shown::Nothing, Shown::Day))
        };
        vec![
            self.ask(place, Prompt::MyName),
            self.ask(place, Prompt::TherapistName),
            day(Msg::AgreementAgreedOn, DateField::AgreedOn),
            day(Msg::AgreementNextReview, DateField::NextReview),
        ]
    }

    fn find_goal(&self, id: ItemId) -> Option<(usize, &Goal)> {
        let place = self.worksheet.goals.place(id)?;
        Some((place, self.worksheet.goals.get(id)?))
    }

    /// The person's own words, or a name with a number where there are none.
    fn title(&self, words: &Text, unnamed: Msg, index: usize) -> Title {
        if words.is_blank() {
            Title::Label(self.words.fill(unnamed, &[("n", &(index + 1).to_string())]))
        } else {
            Title::Words(words.clone())
        }
    }
}

fn question(place: Place, title: Msg, shown: Shown) -> Block {
    Block::Question(Question {
        place,
        title,
        own: None,
        shown,
    })
}

/// Says whose question it is.
#[must_use]
pub fn own_from(words: Words, from: &Text) -> String {
    if from.is_blank() {
        words.get(Msg::OwnQuestion).to_owned()
    } else {
        words.fill(Msg::OwnQuestionFrom, &[("name", from)])
    }
}

fn answered(answer: &Answer) -> Shown {
    if answer.unsure {
        Shown::Unsure(answer.text.clone())
    } else {
        written(&answer.text)
    }
}

fn lines(lines: &Roster<Line>) -> Shown {
    let lines = lines.iter().map(|(_, line)| line.text.clone());
    let lines: Vec<_> = lines.filter(|line| !line.is_blank()).collect();
    if lines.is_empty() {
        Shown::Nothing
    } else {
        Shown::Lines(lines)
    }
}

fn written(text: &Text) -> Shown {
    if text.is_blank() {
        Shown::Nothing
    } else {
        Shown::Words(text.clone())
    }
}

fn chosen(score: Option<Score>) -> Shown {
    score.map_or(Shown::Nothing, Shown::Point)
}

fn ladder(goal: &Goal) -> Shown {
    let levels = Level::ALL
        .into_iter()
        .rev()
        .map(|level| (level, goal.ladder.get(level)));
    let levels: Vec<_> = levels.filter(|(_, text)| !text.is_blank()).collect();
    if levels.is_empty() {
        Shown::Nothing
    } else {
        Shown::Levels(levels)
    }
}

fn or_nothing(groups: Vec<Block>, place: Place, title: Msg) -> Vec<Block> {
    if groups.is_empty() {
        vec![question(place, title, Shown::Nothing)]
    } else {
        groups
    }
}

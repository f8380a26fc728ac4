//! One section of the plan as a document.

use crate::browser::clock;
use crate::export::{Block, Group, Part, Question, Shown, Title, point};
use crate::i18n::{Msg, Phrased};
use crate::progress::Place;
use crate::questionnaire::Section;
use crate::route::{PlanId, Route};
use crate::ui::{Dispatch, Scene, use_dispatch, use_scene};
use crate::worksheet::{Action, Level, Text};
use yew::prelude::*;

/// Properties of [`SummarySection`].
#[derive(PartialEq, Properties)]
pub struct SummarySectionProps {
    /// The plan's name in addresses.
    pub id: PlanId,
    /// The section.
    pub part: Part,
}

/// One section of the plan, with ways to change it and to leave it out.
#[component]
pub fn SummarySection(props: &SummarySectionProps) -> Html {
    let scene = use_scene();
    let dispatch = use_dispatch();
    let Part {
        section,
        left_out,
        blocks,
    } = &props.part;
    let title = scene.text(section.phrases().title);
    let title_id = format!("summary-{}", section.slug());
    let page = Document {
        scene,
        plan: props.id,
        section: *section,
    };
    html! {
        <section class="summary__section" aria-labelledby={title_id.clone()} data-print={left_out.then_some("no")}>
            <div class="summary__bar">
                <h3 class="summary__heading" id={title_id}>{ title }</h3>
                { leave_out(scene, &dispatch, *section, *left_out) }
            </div>
            if *section == Section::Together && *left_out {
                <p class="summary__private">{ scene.text(Msg::SummaryPrivateOut) }</p>
            }
            { page.blocks(None, blocks) }
        </section>
    }
}

/// A box to leave the section out of print and copies; for the private section, one to let it in.
fn leave_out(scene: Scene, dispatch: &Dispatch, section: Section, left_out: bool) -> Html {
    let private = section == Section::Together;
    let (label, read, checked) = if private {
        (Msg::TogetherShare, None, !left_out)
    } else {
        let title = scene.text(section.phrases().title);
        let read = scene
            .words
            .fill(Msg::SummaryLeaveOutWhat, &[("section", title)]);
        (Msg::SummaryLeaveOut, Some(read), left_out)
    };
    let dispatch = dispatch.clone();
    let onchange = Callback::from(move |_: yew::Event| {
        if private {
            dispatch.send(Action::ShareTogether(left_out));
            dispatch.send(Action::LeaveOut(section, false));
        } else {
            dispatch.send(Action::LeaveOut(section, !left_out));
        }
    });
    html! {
        <label class="summary__leave">
            <input type="checkbox" id={format!("leave-out-{}", section.slug())} aria-label={read}
                {checked} {onchange} />
            <span>{ scene.text(label) }</span>
        </label>
    }
}

/// What every part of the document needs.
struct Document {
    scene: Scene,
    plan: PlanId,
    section: Section,
}

impl Document {
    /// Questions that follow each other make one list, and so do goals, steps and people; only goals are
    /// numbered. What is changed on the page of the group that it stands in needs no link of its own.
    fn blocks(&self, within: Option<Place>, blocks: &[Block]) -> Html {
        let same = |one: &Block, two: &Block| {
            matches!(one, Block::Question(_)) == matches!(two, Block::Question(_))
        };
        let run = |run: &[Block]| match run {
            [Block::Question(_), ..] => html! {
                <dl class="summary__list">{ for run.iter().map(|block| self.block(within, block)) }</dl>
            },
            _ if self.section == Section::Goals => html! {
                <ol class="summary__goals">{ for run.iter().map(|block| self.block(within, block)) }</ol>
            },
            _ => html! {
                <ul class="summary__groups">{ for run.iter().map(|block| self.block(within, block)) }</ul>
            },
        };
        html! { <>{ for blocks.chunk_by(same).map(run) }</> }
    }

    fn block(&self, within: Option<Place>, block: &Block) -> Html {
        match block {
            Block::Question(question) => self.question(within, question),
            Block::Group(group) => self.group(within, group),
        }
    }

    fn question(&self, within: Option<Place>, question: &Question) -> Html {
        let title = self.scene.text(question.title);
        html! {
            <div class="summary__item">
                <dt class="summary__question">{ title }</dt>
                { self.answer(&question.shown) }
                if within != Some(question.place) {
                    <dd class="summary__change">{ self.change(question.place, title) }</dd>
                }
            </div>
        }
    }

    fn group(&self, within: Option<Place>, group: &Group) -> Html {
        let (title, own) = match &group.title {
            Title::Words(words) | Title::About(words) => (AttrValue::from(words.shared()), true),
            Title::Label(label) => (AttrValue::from(label.clone()), false),
        };
        let class = classes!("summary__goal-title", own.then_some("words"));
        let head = match within {
            None => {
                html! { <h4 {class} dir="auto" translate={own.then_some("no")}>{ title.clone() }</h4> }
            }
            Some(_) => {
                html! { <h5 {class} dir="auto" translate={own.then_some("no")}>{ title.clone() }</h5> }
            }
        };
        html! {
            <li class="summary__goal">
                <div class="summary__goal-head">
                    { head }
                    if within != Some(group.place) {
                        <p class="summary__change">{ self.change(group.place, &title) }</p>
                    }
                </div>
                { self.blocks(Some(group.place), &group.blocks) }
            </li>
        }
    }

    fn change(&self, place: Place, what: &str) -> Html {
        let label = self
            .scene
            .words
            .fill(Msg::SummaryChangeWhat, &[("question", what)]);
        html! {
            <a href={Route::Plan(self.plan, place).to_string()} aria-label={label}>
                { self.scene.text(Msg::SummaryChange) }
            </a>
        }
    }

    fn answer(&self, shown: &Shown) -> Html {
        let scene = self.scene;
        match shown {
            Shown::Nothing => html! {
                <dd class="summary__answer summary__none">{ scene.text(Msg::SummaryNotAnswered) }</dd>
            },
            Shown::Words(words) => html! {
                <dd class="summary__answer words" dir="auto" translate="no">{ typed(words) }</dd>
            },
            Shown::Unsure(beside) => html! {
                <>
                    <dd class="summary__answer summary__unsure">{ scene.text(Msg::SummaryNotSure) }</dd>
                    if !beside.is_blank() {
                        <dd class="summary__answer words" dir="auto" translate="no">{ typed(beside) }</dd>
                    }
                </>
            },
            Shown::Lines(lines) => html! {
                <dd class="summary__answer">
                    <ul class="summary__lines">{ for lines.iter().map(line) }</ul>
                </dd>
            },
            Shown::Point(score) => html! {
                <dd class="summary__answer summary__answer--scale">
                    <bdi dir="ltr">{ point(*score) }</bdi>
                    { " " }
                    <span class="summary__of">{ scene.text(Msg::ScaleControlOfTen) }</span>
                </dd>
            },
            Shown::Day(date) => html! {
                <dd class="summary__answer">{ clock::long_date(*date, scene.words.locale().code()) }</dd>
            },
            Shown::IfThen { cue, response } => html! {
                <dd class="summary__answer summary__if-then">
                    { self.clause(Msg::StepsIf, cue) }
                    { self.clause(Msg::StepsThen, response) }
                </dd>
            },
            Shown::Levels(levels) => html! {
                <dd class="summary__answer">
                    <dl class="summary__levels">{ for levels.iter().map(|level| self.level(level)) }</dl>
                </dd>
            },
            Shown::Chosen(chosen) => html! {
                <dd class="summary__answer">
                    <ul class="summary__lines">
                        { for chosen.iter().map(|msg| html! { <li>{ scene.text(*msg) }</li> }) }
                    </ul>
                </dd>
            },
        }
    }

    fn clause(&self, word: Msg, words: &Text) -> Html {
        if words.is_blank() {
            return Html::default();
        }
        html! {
            <p class="summary__clause">
                <span>{ self.scene.text(word) }</span>
                { " " }
                <span class="words" dir="auto" translate="no">{ typed(words) }</span>
            </p>
        }
    }

    fn level(&self, (level, words): &(Level, Text)) -> Html {
        html! {
            <div class="summary__level">
                <dt>{ self.scene.text(level.phrases().title) }</dt>
                <dd class="words" dir="auto" translate="no">{ typed(words) }</dd>
            </div>
        }
    }
}

fn typed(words: &Text) -> AttrValue {
    words.shared().into()
}

fn line(words: &Text) -> Html {
    html! { <li class="words" dir="auto" translate="no">{ typed(words) }</li> }
}

//! One section of the plan as a document.

use crate::browser::clock;
use crate::export::{Block, Group, Part, Question, Shown, Title, point};
use crate::i18n::{Msg, Phrased};
use crate::progress::Place;
use crate::questionnaire::Section;
use crate::route::{PlanId, Route};
use crate::ui::Ui;
use crate::ui::markup::{Tag, el, input, link, nodes};
use crate::ui::memo::memo;
use crate::worksheet::{Action, Level, Text};
use yew::prelude::*;

/// One section of the plan, with ways to change it and to leave it out.
pub fn summary_section(ui: &Ui, plan: PlanId, part: Part) -> Html {
    memo(ui, Some(part.section.slug()), (Some(plan), part), draw)
}

/// One section of a plan that is only read.
pub fn read_section(ui: &Ui, part: Part) -> Html {
    memo(ui, Some(part.section.slug()), (None, part), draw)
}

fn draw(ui: &Ui, (plan, part): &(Option<PlanId>, Part)) -> Html {
    let Part {
        section,
        left_out,
        blocks,
    } = part;
    let title_id = format!("summary-{}", section.slug());
    let page = Document {
        ui,
        plan: *plan,
        section: *section,
    };
    let private = *section == Section::Together && *left_out;
    let heading = el("h3", "summary__heading")
        .id(title_id.clone())
        .say(ui, section.phrases().title);
    el("section", "summary__section")
        .attr("aria-labelledby", title_id)
        .attr("data-print", left_out.then_some("no"))
        .child(
            el("div", "summary__bar")
                .child(heading)
                .child(plan.map(|_| leave_out(ui, *section, *left_out))),
        )
        .child(private.then(|| el("p", "summary__private").say(ui, Msg::SummaryPrivateOut)))
        .child(page.blocks(None, blocks))
        .html()
}

/// A box to leave the section out of print and copies; for the private section, one to let it in.
fn leave_out(ui: &Ui, section: Section, left_out: bool) -> Tag {
    let tick = input("checkbox", "").id(format!("leave-out-{}", section.slug()));
    let (label, tick) = if section == Section::Together {
        let events = vec![
            Action::ShareTogether(left_out).into(),
            Action::LeaveOut(section, false).into(),
        ];
        (
            Msg::TogetherShare,
            tick.checked(!left_out).on_change(ui, events),
        )
    } else {
        let title = ui.text(section.phrases().title);
        let read = ui.fill(Msg::SummaryLeaveOutWhat, &[("section", title)]);
        let events = vec![Action::LeaveOut(section, !left_out).into()];
        let tick = tick.attr("aria-label", read).checked(left_out);
        (Msg::SummaryLeaveOut, tick.on_change(ui, events))
    };
    el("label", "summary__leave")
        .child(tick)
        .child(el("span", "").say(ui, label))
}

/// What every part of the document needs.
struct Document<'a> {
    ui: &'a Ui,
    /// The plan that can be changed from here, if it can.
    plan: Option<PlanId>,
    section: Section,
}

impl Document<'_> {
    /// Questions that follow each other make one list, and so do goals, steps and people; only goals are
    /// numbered. What is changed on the page of the group that it stands in needs no link of its own.
    fn blocks(&self, within: Option<Place>, blocks: &[Block]) -> Tag {
        let same = |one: &Block, two: &Block| {
            matches!(one, Block::Question(_)) == matches!(two, Block::Question(_))
        };
        let run = |run: &[Block]| {
            let list = match run {
                [Block::Question(_), ..] => el("dl", "summary__list"),
                _ if self.section == Section::Goals => el("ol", "summary__goals"),
                _ => el("ul", "summary__groups"),
            };
            list.children(run.iter().map(|block| self.block(within, block)))
        };
        nodes().children(blocks.chunk_by(same).map(run))
    }

    fn block(&self, within: Option<Place>, block: &Block) -> Tag {
        match block {
            Block::Question(question) => self.question(within, question),
            Block::Group(group) => self.group(within, group),
        }
    }

    fn question(&self, within: Option<Place>, question: &Question) -> Tag {
        let title = match &question.own {
            Some(own) => &*own.words,
            None => self.ui.text(question.title),
        };
        let change = (self.plan.is_some() && within != Some(question.place))
            .then(|| el("dd", "summary__change").child(self.change(question.place, title)));
        let asked = el("dt", "summary__question");
        let asked = match &question.own {
            Some(own) => asked
                .child(el("span", "summary__from").child(own.from.clone()))
                .space()
                .child(el("span", "words").words(&own.words)),
            None => asked.say(self.ui, question.title),
        };
        el("div", "summary__item")
            .child(asked)
            .child(self.answer(&question.shown))
            .child(change)
    }

    fn group(&self, within: Option<Place>, group: &Group) -> Tag {
        let (title, own) = match &group.title {
            Title::Words(words) | Title::About(words) => (AttrValue::from(words.shared()), true),
            Title::Label(label) => (AttrValue::from(label.clone()), false),
        };
        let level = if within.is_none() { "h4" } else { "h5" };
        let class = if own {
            "summary__goal-title words"
        } else {
            "summary__goal-title"
        };
        let head = el(level, class)
            .attr("dir", "auto")
            .attr("translate", own.then_some("no"))
            .child(title.clone());
        let change = (self.plan.is_some() && within != Some(group.place))
            .then(|| el("p", "summary__change").child(self.change(group.place, &title)));
        el("li", "summary__goal")
            .child(el("div", "summary__goal-head").child(head).child(change))
            .child(self.blocks(Some(group.place), &group.blocks))
    }

    fn change(&self, place: Place, what: &str) -> Option<Tag> {
        let label = self.ui.fill(Msg::SummaryChangeWhat, &[("question", what)]);
        let change = link("", Route::Plan(self.plan?, place)).attr("aria-label", label);
        Some(change.say(self.ui, Msg::SummaryChange))
    }

    fn answer(&self, shown: &Shown) -> Tag {
        let ui = self.ui;
        let answer = || el("dd", "summary__answer");
        match shown {
            Shown::Nothing => {
                el("dd", "summary__answer summary__none").say(ui, Msg::SummaryNotAnswered)
            }
            Shown::Words(words) => typed(words),
            Shown::Unsure(beside) => nodes()
                .child(el("dd", "summary__answer summary__unsure").say(ui, Msg::SummaryNotSure))
                .child((!beside.is_blank()).then(|| typed(beside))),
            Shown::Lines(lines) => {
                let lines = lines.iter().map(|words| el("li", "words").words(words));
                answer().child(el("ul", "summary__lines").children(lines))
            }
            Shown::Point(score) => el("dd", "summary__answer summary__answer--scale")
                .child(el("bdi", "").attr("dir", "ltr").child(point(*score)))
                .space()
                .child(el("span", "summary__of").say(ui, Msg::ScaleControlOfTen)),
            Shown::Day(date) => {
                answer().child(clock::long_date(*date, ui.scene.words.locale().code()))
            }
            Shown::IfThen { cue, response } => el("dd", "summary__answer summary__if-then")
                .child(self.clause(Msg::StepsIf, cue))
                .child(self.clause(Msg::StepsThen, response)),
            Shown::Levels(levels) => {
                let levels = levels.iter().map(|level| self.level(level));
                answer().child(el("dl", "summary__levels").children(levels))
            }
            Shown::Chosen(chosen) => {
                let chosen = chosen.iter().map(|msg| el("li", "").say(ui, *msg));
                answer().child(el("ul", "summary__lines").children(chosen))
            }
        }
    }

    fn clause(&self, word: Msg, words: &Text) -> Option<Tag> {
        let word = el("span", "").say(self.ui, word);
        let words = (!words.is_blank()).then(|| el("span", "words").words(words))?;
        Some(el("p", "summary__clause").child(word).space().child(words))
    }

    fn level(&self, (level, words): &(Level, Text)) -> Tag {
        el("div", "summary__level")
            .child(el("dt", "").say(self.ui, level.phrases().title))
            .child(el("dd", "words").words(words))
    }
}

fn typed(words: &Text) -> Tag {
    el("dd", "summary__answer words").words(words)
}

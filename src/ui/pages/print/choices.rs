//! What can be chosen before printing.

use super::Leaf;
use crate::export;
use crate::i18n::{Msg, Phrased};
use crate::store::{Paper, Settings};
use crate::ui::components::{Choice, ChoiceItem, checklist, choice, tick_box};
use crate::ui::markup::{Tag, el};
use crate::ui::{Event, Form, Mark, Session, Ui};
use crate::worksheet::{Extra, Setup, Wording, Worksheet};

/// The five forms.
pub(super) fn forms(ui: &Ui, chosen: Form) -> Tag {
    let items = Form::ALL.map(|form| {
        let (title, text) = match form {
            Form::Plan => (Msg::PaperPlan, Msg::PaperPlanAbout),
            Form::Large => (Msg::PaperLarge, Msg::PaperLargeAbout),
            Form::Card => (Msg::PaperCard, Msg::PaperCardAbout),
            Form::Copy => (Msg::PaperCopy, Msg::PaperCopyAbout),
            Form::Blank => (Msg::PaperBlank, Msg::PaperBlankAbout),
        };
        ChoiceItem {
            value: form.slug(),
            title,
            text: Some(text),
            checked: form == chosen,
            event: Event::Mark(Mark::Form(form)),
        }
    });
    choice(ui, legend("form", Msg::PaperForm), items.into())
}

/// The two sizes of paper. The choice is kept for the next time.
pub(super) fn papers(ui: &Ui, session: &Session, chosen: Paper) -> Tag {
    let items = Paper::ALL.map(|paper| ChoiceItem {
        value: paper.slug(),
        title: match paper {
            Paper::A4 => Msg::PaperA4,
            Paper::Letter => Msg::PaperLetter,
        },
        text: None,
        checked: paper == chosen,
        event: Event::Set(Settings {
            paper: Some(paper),
            ..session.settings.clone()
        }),
    });
    let group = Choice {
        row: true,
        ..legend("paper", Msg::PaperSize)
    };
    choice(ui, group, items.into())
}

/// What can be chosen about what stands in the form: questions without an answer, or goals.
pub(super) fn contents(ui: &Ui, leaf: &Leaf) -> Option<Tag> {
    match leaf.form {
        Form::Plan | Form::Large | Form::Copy => Some(unanswered(ui, leaf.unanswered)),
        Form::Card => goals(ui, leaf),
        Form::Blank => None,
    }
}

fn unanswered(ui: &Ui, shown: bool) -> Tag {
    let (hide, show) = (
        Event::Unmark(Mark::Unanswered),
        Event::Mark(Mark::Unanswered),
    );
    let item = |value, title, checked, event| ChoiceItem {
        value,
        title,
        text: None,
        checked,
        event,
    };
    let items = vec![
        item("hide", Msg::SummaryHideUnanswered, !shown, hide),
        item("show", Msg::SummaryShowUnanswered, shown, show),
    ];
    let group = Choice {
        row: true,
        ..legend("unanswered", Msg::SummaryUnanswered)
    };
    choice(ui, group, items)
}

/// Which goals stand on the card, if there is more than one.
fn goals(ui: &Ui, leaf: &Leaf) -> Option<Tag> {
    let card = export::card(&leaf.worksheet, ui.scene.words);
    let rows = card.goals.iter().map(|goal| {
        let on = !leaf.off_card.contains(&goal.id);
        let off = Mark::OffCard(goal.id);
        let event = if on {
            Event::Mark(off)
        } else {
            Event::Unmark(off)
        };
        let label = super::answers::title("span", "words", &goal.title);
        let id = format!("on-card-{}", goal.id.0);
        let box_ = tick_box(ui, id.clone(), on, String::new(), event, label);
        el("div", "checklist__row").key(&id).child(box_)
    });
    (card.goals.len() > 1).then(|| {
        el("fieldset", "checklist")
            .child(el("legend", "checklist__legend").say(ui, Msg::PaperCardGoals))
            .child(el("div", "checklist__list").children(rows))
    })
}

/// The forms of the Miracle Question.
pub(super) fn wordings(ui: &Ui, chosen: Wording) -> Tag {
    let items = Wording::ALL.map(|wording| {
        let event = Event::Mark(Mark::SheetWording(wording));
        ChoiceItem::of(wording.slug(), wording.phrases(), wording == chosen, event)
    });
    choice(
        ui,
        legend("wording", crate::i18n::Topic::Wording.phrases().title),
        items.into(),
    )
}

/// The optional parts.
pub(super) fn extras(ui: &Ui, setup: &Setup) -> Tag {
    let items = Extra::ALL.map(|extra| {
        let on = setup.extras.contains(&extra);
        let mark = Mark::SheetExtra(extra);
        let event = if on {
            Event::Unmark(mark)
        } else {
            Event::Mark(mark)
        };
        ChoiceItem {
            text: None,
            ..ChoiceItem::of(extra.slug(), extra.phrases(), on, event)
        }
    });
    let group = legend("extras", crate::i18n::Topic::Extras.phrases().title);
    checklist(ui, group, items.into())
}

/// The parts that every blank sheet has, to take some of them off: somebody may want only the goals.
pub(super) fn parts(ui: &Ui, worksheet: &Worksheet) -> Tag {
    let whole = export::sheet(&Worksheet::default(), ui.scene.words);
    let items = whole.iter().map(|part| {
        let off = worksheet.left_out.contains(&part.section);
        let mark = Mark::SheetWithout(part.section);
        let event = if off {
            Event::Unmark(mark)
        } else {
            Event::Mark(mark)
        };
        ChoiceItem {
            text: None,
            ..ChoiceItem::of(part.section.slug(), part.section.phrases(), !off, event)
        }
    });
    let list = checklist(ui, Choice::named("part"), items.collect());
    el("details", "")
        .child(el("summary", "").say(ui, Msg::PaperParts))
        .child(list)
}

fn legend(name: &'static str, legend: Msg) -> Choice {
    Choice {
        legend: Some(legend),
        ..Choice::named(name)
    }
}

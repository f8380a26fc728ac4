//! The therapist's own questions.

use super::fields::{Field, choose, words};
use super::{Bench, group};
use crate::i18n::{Msg, Phrased};
use crate::progress;
use crate::questionnaire::Section;
use crate::ui::Event;
use crate::ui::components::{Choice, ChoiceItem, choice};
use crate::ui::markup::{Tag, button, el};
use crate::worksheet::{
    DraftEdit, Invitation, InvitationEdit, Item, ItemId, OwnKind, OwnQuestion, OwnQuestionEdit,
    RosterAction, Toward,
};

/// The names of the groups in which the kinds stand, one for each question that there can be.
const KINDS: [&str; Invitation::MOST_QUESTIONS] = [
    "kind-0", "kind-1", "kind-2", "kind-3", "kind-4", "kind-5", "kind-6", "kind-7", "kind-8",
    "kind-9",
];

/// The own questions, and a way to add one.
pub(super) fn questions(bench: Bench<'_>) -> Tag {
    let (ui, questions) = (bench.ui, &bench.invitation.questions);
    let cards = questions
        .iter()
        .enumerate()
        .map(|(place, (id, own))| card(bench, place, id, own));
    let next = questions.next_id();
    let add = vec![
        list(bench, RosterAction::Add(OwnQuestion::default())),
        Event::focus(words_id(next)),
    ];
    let add = button("button cards__add")
        .id("question-add")
        .on_click(ui, add)
        .say(ui, Msg::BuilderAdd);
    let full = questions.len() >= OwnQuestion::LIMIT;
    let foot = if full {
        el("p", "hint").say(ui, Msg::BuilderFull)
    } else {
        add
    };
    group(ui, "questions", Msg::BuilderQuestions)
        .child(el("p", "hint").say(ui, Msg::BuilderQuestionsAbout))
        .child(el("ol", "cards").children(cards))
        .child(foot)
}

fn list(bench: Bench<'_>, action: RosterAction<OwnQuestion, OwnQuestionEdit>) -> Event {
    bench.edit(InvitationEdit::Questions(action))
}

fn words_id(id: ItemId) -> String {
    format!("own-words-{}", id.0)
}

/// One question: its words, the part in which it is asked, how it is answered.
fn card(bench: Bench<'_>, place: usize, id: ItemId, own: &OwnQuestion) -> Tag {
    let ui = bench.ui;
    let number = (place + 1).to_string();
    let field = Field {
        id: words_id(id),
        label: Msg::BuilderWords,
        hint: None,
        value: &own.words,
        rows: Some(2),
        longest: Invitation::LONGEST_QUESTION,
    };
    let write = move |words| {
        let edit = RosterAction::Edit(id, OwnQuestionEdit::Words(words));
        DraftEdit::Edit(InvitationEdit::Questions(edit))
    };
    let off = (!progress::is_on(&bench.invitation.setup(), own.section))
        .then(|| el("p", "hint").say(ui, Msg::BuilderOff));
    let title = ui.fill_one(Msg::BuilderQuestion, "n", &number);
    let head = el("div", "card__head")
        .child(el("h3", "card__title").child(title))
        .child(tools(bench, place, id));
    el("li", "card own-card")
        .key(&id.0.to_string())
        .child(head)
        .child(words(bench, field, write))
        .child(section(bench, id, own))
        .child(off)
        .child(kind(bench, place, id, own))
}

/// The part at whose end the question is asked.
fn section(bench: Bench<'_>, id: ItemId, own: &OwnQuestion) -> Tag {
    let ui = bench.ui;
    let setup = bench.invitation.setup();
    let offered = |section: &Section| {
        let shown = progress::is_on(&setup, *section) || *section == own.section;
        OwnQuestion::fits_in(*section) && shown
    };
    let options = Section::ALL.into_iter().filter(offered).map(|section| {
        el("option", "")
            .key(section.slug())
            .attr("value", section.slug())
            .flag("selected", section == own.section)
            .say(ui, section.phrases().title)
    });
    let field_id = format!("own-section-{}", id.0);
    let chosen = move |slug: &str| {
        let section = Section::from_slug(slug).unwrap_or(OwnQuestion::default().section);
        let edit = OwnQuestionEdit::Section(section);
        InvitationEdit::Questions(RosterAction::Edit(id, edit))
    };
    let select = el("select", "short-field__input")
        .id(field_id.clone())
        .changed(choose(bench, chosen))
        .children(options);
    let label = el("label", "short-field__label").attr("for", field_id);
    el("div", "short-field")
        .child(label.say(ui, Msg::BuilderSection))
        .child(select)
}

/// How the question is answered.
fn kind(bench: Bench<'_>, place: usize, id: ItemId, own: &OwnQuestion) -> Tag {
    let items = OwnKind::ALL.map(|kind| ChoiceItem {
        value: kind.slug(),
        title: match kind {
            OwnKind::Text => Msg::BuilderKindText,
            OwnKind::List => Msg::BuilderKindList,
            OwnKind::Scale => Msg::BuilderKindScale,
        },
        text: None,
        checked: kind == own.kind,
        event: list(bench, RosterAction::Edit(id, OwnQuestionEdit::Kind(kind))),
    });
    let name = KINDS.get(place).copied().unwrap_or("kind");
    let group = Choice {
        legend: Some(Msg::BuilderKind),
        row: true,
        ..Choice::named(name)
    };
    choice(bench.ui, group, items.into())
}

/// Up, down and remove. The focus stays with what was moved; after a removal it goes to the next question.
fn tools(bench: Bench<'_>, place: usize, id: ItemId) -> Tag {
    let (ui, questions) = (bench.ui, &bench.invitation.questions);
    let number = (place + 1).to_string();
    let button_id = |toward: &str| format!("own-{toward}-{}", id.0);
    let count = questions.len();
    let shift = |toward, icon: &'static str, label, usable: bool, after: usize| {
        // At an end the button that was used is switched off, and its neighbour gets the focus.
        let at_end = after == 0 || after + 1 == count;
        let focus = match (at_end, icon) {
            (false, icon) => button_id(icon),
            (true, "up") => button_id("down"),
            (true, _) => button_id("up"),
        };
        let events = vec![
            list(bench, RosterAction::Move(id, toward)),
            Event::focus(focus),
        ];
        icon_button(bench, icon, ui.fill_one(label, "n", &number), events)
            .id(button_id(icon))
            .flag("disabled", !usable)
    };
    let others: Vec<_> = questions.ids().filter(|other| *other != id).collect();
    let after = others.get(place).or(others.last()).copied();
    let focus = after.map_or("question-add".to_owned(), words_id);
    let remove = vec![list(bench, RosterAction::Remove(id)), Event::focus(focus)];
    let remove_label = ui.fill_one(Msg::BuilderRemove, "n", &number);
    let tools = el("span", "card__tools");
    let tools = if count > 1 {
        tools
            .child(shift(
                Toward::Start,
                "up",
                Msg::BuilderUp,
                place > 0,
                place.saturating_sub(1),
            ))
            .child(shift(
                Toward::End,
                "down",
                Msg::BuilderDown,
                place + 1 < count,
                place + 1,
            ))
    } else {
        tools
    };
    tools.child(icon_button(bench, "remove", remove_label, remove))
}

fn icon_button(bench: Bench<'_>, icon: &'static str, label: String, events: Vec<Event>) -> Tag {
    button("icon-button")
        .attr("data-icon", icon)
        .attr("aria-label", label)
        .on_click(bench.ui, events)
}

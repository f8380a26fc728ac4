//! The page with small experiments.

use super::View;
use crate::i18n::{Msg, Phrased, Topic};
use crate::questionnaire::Experiment;
use crate::ui::Mark;
use crate::ui::components::{AnswerField, answer_field, help_me_think, tick_box};
use crate::ui::markup::{Tag, el};
use crate::worksheet::Action;
use yew::prelude::*;

/// Small experiments, each with room to say how and when once it is chosen.
pub(super) fn experiments(view: View<'_>) -> Html {
    let phrases = Topic::Experiments.phrases();
    let cards = el("ul", "cards")
        .attr("aria-label", view.ui.text(Msg::ExperimentsLegend))
        .children(
            Experiment::ALL
                .into_iter()
                .map(|experiment| card(view, experiment)),
        );
    let page = view
        .head(phrases)
        .child(help_me_think(view.ui, phrases))
        .child(cards);
    view.foot(page)
}

/// One experiment. Its field is there when it is chosen, or when something was written in it, and stays
/// while the page is open.
fn card(view: View<'_>, experiment: Experiment) -> Tag {
    let ui = view.ui;
    let worksheet = view.worksheet();
    let prompt = experiment.prompt();
    let (phrases, more) = (experiment.phrases(), prompt.phrases());
    let chosen = worksheet.experiments.contains(&experiment);
    let answer = worksheet.answer(prompt);
    let shown = chosen || answer.is_given() || view.session.marks.has(&Mark::Written(prompt));
    let id = format!("try-{}", experiment.slug());
    let about_id = format!("{id}-about");
    let about = phrases.about.map(|about| {
        el("p", "experiment__about")
            .id(about_id.clone())
            .say(ui, about)
    });
    let whole = el("span", "visually-hidden")
        .child(": ")
        .say(ui, phrases.title);
    let label = el("span", "").say(ui, Msg::ExperimentsTry).child(whole);
    let action = Action::Try(experiment, !chosen);
    let field = shown.then(|| {
        answer_field(
            ui,
            AnswerField {
                label: Some(more.title),
                hint: more.hint,
                rows: 2,
                ..AnswerField::of(prompt, &answer)
            },
        )
    });
    el("li", "card experiment")
        .key(experiment.slug())
        .child(el("h2", "card__title").say(ui, phrases.title))
        .child(about)
        .child(tick_box(ui, id, chosen, about_id, action.into(), label))
        .child(
            el("div", "experiment__more")
                .child(field)
                .child(shown.then(|| help_me_think(ui, more))),
        )
}

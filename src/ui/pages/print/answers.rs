//! Questions and answers on paper.

use crate::browser::clock;
use crate::export::{Block, Group, Part, Question, Shown, Title, point};
use crate::i18n::{Msg, Phrased};
use crate::questionnaire::Section;
use crate::ui::Ui;
use crate::ui::markup::{Tag, el, nodes};
use crate::worksheet::{Level, Score, Text};

/// A section of the plan.
pub(super) fn section(ui: &Ui, part: &Part) -> Tag {
    let heading = el("h3", "leaf__heading").say(ui, part.section.phrases().title);
    let numbered = part.section == Section::Goals;
    el("section", "leaf__section")
        .child(heading)
        .child(blocks(ui, numbered, "h4", &part.blocks))
}

/// Questions that follow each other make one list, and so do goals, steps and people; goals are numbered.
fn blocks(ui: &Ui, numbered: bool, level: &'static str, blocks: &[Block]) -> Tag {
    let same = |one: &Block, two: &Block| {
        matches!(one, Block::Question(_)) == matches!(two, Block::Question(_))
    };
    let run = |run: &[Block]| {
        let list = match run {
            [Block::Question(_), ..] => el("dl", "leaf__list"),
            _ if numbered => el("ol", "leaf__groups leaf__groups--numbered"),
            _ => el("ul", "leaf__groups"),
        };
        list.children(run.iter().map(|block| match block {
            Block::Question(question) => item(ui, question),
            Block::Group(group) => self::group(ui, level, group),
        }))
    };
    nodes().children(blocks.chunk_by(same).map(run))
}

fn item(ui: &Ui, question: &Question) -> Tag {
    let asked = el("dt", "leaf__question");
    let asked = match &question.own {
        Some(own) => asked
            .child(el("span", "leaf__from").child(own.from.clone()))
            .space()
            .child(el("span", "words").words(&own.words)),
        None => asked.say(ui, question.title),
    };
    let class = if is_brief(&question.shown) {
        "leaf__item whole"
    } else {
        "leaf__item"
    };
    el("div", class)
        .child(asked)
        .child(answer(ui, &question.shown))
}

/// Whether an answer takes some three lines at most, so that it can stay on one page with its question. Before
/// any other the question keeps room for three lines, which wastes paper below short answers.
fn is_brief(shown: &Shown) -> bool {
    const MOST: usize = 180;
    let brief = |words: &Text| words.len() <= MOST && words.lines().count() <= 3;
    match shown {
        Shown::Words(words) | Shown::Unsure(words) => brief(words),
        Shown::Lines(lines) => {
            lines.len() <= 2 && lines.iter().all(|words| words.len() <= MOST / 3)
        }
        Shown::IfThen { cue, response } => cue.len() + response.len() <= MOST,
        Shown::Levels(_) => false,
        Shown::Nothing | Shown::Point(_) | Shown::Day(_) | Shown::Chosen(_) => true,
    }
}

fn group(ui: &Ui, level: &'static str, group: &Group) -> Tag {
    let own = matches!(&group.title, Title::Words(_) | Title::About(_));
    let class = if own {
        "leaf__name words"
    } else {
        "leaf__name"
    };
    el("li", "leaf__group")
        .child(title(level, class, &group.title))
        .child(blocks(ui, false, "h5", &group.blocks))
}

/// What stands at the head of a group, in an element of that name.
pub(super) fn title(element: &'static str, class: &'static str, title: &Title) -> Tag {
    let element = el(element, class);
    match title {
        Title::Words(words) | Title::About(words) => element.words(words),
        Title::Label(label) => element.child(label.clone()),
    }
}

fn answer(ui: &Ui, shown: &Shown) -> Tag {
    let answer = || el("dd", "leaf__answer");
    match shown {
        Shown::Nothing => el("dd", "leaf__answer leaf__none").say(ui, Msg::SummaryNotAnswered),
        Shown::Words(words) => typed(words),
        Shown::Unsure(beside) => nodes()
            .child(el("dd", "leaf__answer leaf__none").say(ui, Msg::SummaryNotSure))
            .child((!beside.is_blank()).then(|| typed(beside))),
        Shown::Lines(lines) => {
            let lines = lines.iter().map(|words| el("li", "words").words(words));
            answer().child(el("ul", "leaf__lines").children(lines))
        }
        Shown::Point(score) => answer().child(self::score(ui, *score)),
        Shown::Day(date) => answer().child(clock::long_date(*date, ui.scene.words.locale().code())),
        Shown::IfThen { cue, response } => answer().child(if_then(ui, cue, response)),
        Shown::Levels(levels) => {
            let levels = levels.iter().map(|level| self::level(ui, level));
            answer().child(el("dl", "leaf__levels").children(levels))
        }
        Shown::Chosen(chosen) => {
            let chosen = chosen.iter().map(|msg| el("li", "").say(ui, *msg));
            answer().child(el("ul", "leaf__lines").children(chosen))
        }
    }
}

/// A point in words, and drawn on its scale.
fn score(ui: &Ui, score: Score) -> Tag {
    let dots = (0..=20).map(|halves| {
        let here = halves == score.halves();
        el("i", if here { "leaf__here" } else { "" })
    });
    let drawn = el("span", "leaf__scale")
        .attr("aria-hidden", "true")
        .children(dots);
    nodes()
        .child(
            el("span", "leaf__point")
                .child(el("bdi", "").attr("dir", "ltr").child(point(score)))
                .space()
                .child(el("small", "").say(ui, Msg::ScaleControlOfTen)),
        )
        .child(drawn)
}

/// "If ..., then I will ...": what is blank is left out.
pub(super) fn if_then(ui: &Ui, cue: &Text, response: &Text) -> Tag {
    let clause = |word: Msg, words: &Text| {
        let word = el("i", "").say(ui, word);
        let words = (!words.is_blank()).then(|| el("span", "words").words(words))?;
        Some(el("p", "leaf__clause").child(word).space().child(words))
    };
    nodes()
        .child(clause(Msg::StepsIf, cue))
        .child(clause(Msg::StepsThen, response))
}

fn level(ui: &Ui, (level, words): &(Level, Text)) -> Tag {
    el("div", "")
        .child(el("dt", "").say(ui, level.phrases().title))
        .child(el("dd", "words").words(words))
}

fn typed(words: &Text) -> Tag {
    el("dd", "leaf__answer words").words(words)
}

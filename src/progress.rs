//! Where a person can go in a plan, what comes next, and how much of it has something on it.

use crate::questionnaire::{Body, Page, Prompt, Scale, Section};
use crate::worksheet::{ItemId, Setup, Worksheet};

/// A page of one plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// A page that is in the table.
    Page(Page),
    /// The page of one goal.
    Goal(ItemId),
    /// The page with one goal's steps.
    GoalSteps(ItemId),
    /// The page of a therapist's own question, in its section.
    Own(Section, ItemId),
}

impl Place {
    /// The first page of a plan.
    pub const FIRST: Self = Self::Page(Page::About);

    /// The section that the page belongs to.
    #[must_use]
    pub fn section(self) -> Section {
        match self {
            Self::Page(page) => page.section(),
            Self::Goal(_) => Section::Goals,
            Self::GoalSteps(_) => Section::Steps,
            Self::Own(section, _) => section,
        }
    }
}

/// Whether a section is part of the plan.
#[must_use]
pub fn is_on(setup: &Setup, section: Section) -> bool {
    section
        .extra()
        .is_none_or(|extra| setup.extras.contains(&extra))
}

/// Every page of the plan, in the order in which it is met.
#[must_use]
pub fn places(worksheet: &Worksheet) -> Vec<Place> {
    let mut places = Vec::with_capacity(Page::ALL.len() + 2 * worksheet.goals.len());
    let sections = Page::ALL.chunk_by(|one, two| one.section() == two.section());
    for pages in sections {
        section_places(worksheet, pages, &mut places);
    }
    places
}

/// The pages of one section, and after them the therapist's own questions.
fn section_places(worksheet: &Worksheet, pages: &[Page], places: &mut Vec<Place>) {
    let Some(section) = pages.first().map(|page| page.section()) else {
        return;
    };
    if !is_on(&worksheet.setup, section) {
        return;
    }
    for page in pages.iter().copied() {
        match page.body() {
            Body::Goals => {
                places.push(Place::Page(page));
                places.extend(worksheet.goals.ids().map(Place::Goal));
            }
            // With goals, each goal's own page is the way in; without, the page says what to do.
            Body::Steps if !worksheet.goals.is_empty() => {
                places.extend(worksheet.goals.ids().map(Place::GoalSteps));
            }
            _ => places.push(Place::Page(page)),
        }
    }
    let own = worksheet.own_questions(section);
    places.extend(own.map(|(id, _)| Place::Own(section, id)));
}

/// The page after a place. A place that is gone (a removed goal) leads on from its section's start. Pages
/// that would have nothing on them are passed over.
#[must_use]
pub fn next(worksheet: &Worksheet, place: Place) -> Option<Place> {
    let places = places(worksheet);
    let after = places.iter().skip(index_of(&places, place) + 1);
    after.copied().find(|place| !is_hollow(worksheet, *place))
}

/// The page before a place, other than one that would have nothing on it.
#[must_use]
pub fn previous(worksheet: &Worksheet, place: Place) -> Option<Place> {
    let places = places(worksheet);
    let before = places.iter().take(index_of(&places, place)).rev();
    before.copied().find(|place| !is_hollow(worksheet, *place))
}

/// Whether a page has nothing to ask about: nobody was named, no piece was ticked. The page before it says so
/// and shows the ways on; it would only be said again.
fn is_hollow(worksheet: &Worksheet, place: Place) -> bool {
    let Place::Page(page) = place else {
        return false;
    };
    match page.body() {
        Body::Respond | Body::Difference => worksheet.witnesses.is_empty(),
        Body::Closer => worksheet.ticked().is_empty(),
        _ => false,
    }
}

/// The place itself, or, when it is not part of the plan (any more), the nearest that is.
#[must_use]
pub fn nearest(worksheet: &Worksheet, place: Place) -> Place {
    let places = places(worksheet);
    places
        .get(index_of(&places, place))
        .copied()
        .unwrap_or(Place::FIRST)
}

/// Where a place stands within its section: its number, counted from 1, and how many there are.
#[must_use]
pub fn within_section(worksheet: &Worksheet, place: Place) -> (usize, usize) {
    let section: Vec<_> = places(worksheet)
        .into_iter()
        .filter(|other| other.section() == place.section())
        .collect();
    let number = section
        .iter()
        .position(|other| *other == place)
        .map_or(1, |index| index + 1);
    (number, section.len().max(1))
}

/// Where a section stands in the plan: its number, counted from 1, and how many the plan has. What is switched
/// off does not count.
#[must_use]
pub fn part(worksheet: &Worksheet, section: Section) -> (usize, usize) {
    let on = |section: &&Section| is_on(&worksheet.setup, **section);
    let parts = Section::ALL.iter().filter(on);
    let number = parts.clone().filter(|other| **other <= section).count();
    (number, parts.count())
}

fn index_of(places: &[Place], place: Place) -> usize {
    let same = |other: &Place| *other == place;
    let same_section = |other: &Place| other.section() >= place.section();
    places
        .iter()
        .position(same)
        .or_else(|| places.iter().position(same_section))
        .unwrap_or(0)
}

/// How far a plan is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Pages that have something on them.
    pub filled: usize,
    /// Pages that can have something on them.
    pub total: usize,
}

impl Progress {
    /// How light the sky is: 0 is night, 10 is morning.
    #[must_use]
    pub fn dawn(self) -> usize {
        (self.filled * 10).checked_div(self.total).unwrap_or(0)
    }
}

/// How far a plan is filled. Every answer is optional, so a full sky is not a goal.
#[must_use]
pub fn progress(worksheet: &Worksheet) -> Progress {
    let asked = places(worksheet).into_iter().filter(|place| asks(*place));
    let (mut filled, mut total) = (0, 0);
    for place in asked {
        total += 1;
        filled += usize::from(is_filled(worksheet, place));
    }
    Progress { filled, total }
}

/// Whether a place asks for something that can be written or chosen, apart from how the plan is set up.
#[must_use]
pub fn asks(place: Place) -> bool {
    let Place::Page(page) = place else {
        return true;
    };
    page.section() != Section::Begin && !matches!(page.body(), Body::Telling | Body::Summary)
}

/// Whether something was written or chosen at a place.
#[must_use]
pub fn is_filled(worksheet: &Worksheet, place: Place) -> bool {
    match place {
        Place::Goal(id) => worksheet
            .goals
            .get(id)
            .is_some_and(|goal| !goal.doing.is_blank()),
        Place::GoalSteps(id) => worksheet
            .goals
            .get(id)
            .is_some_and(|goal| goal.steps.iter().any(|(_, step)| !step.what.is_blank())),
        Place::Own(_, id) => worksheet
            .own_question(id)
            .is_some_and(|own| worksheet.own_answer(id).is_given(own.kind)),
        Place::Page(page) => body_is_filled(worksheet, page.body()),
    }
}

fn body_is_filled(worksheet: &Worksheet, body: Body) -> bool {
    let given = |prompt: Prompt| {
        worksheet
            .answers
            .get(&prompt)
            .is_some_and(|answer| answer.is_given())
    };
    let witnesses = || worksheet.witnesses.iter().map(|(_, witness)| witness);
    match body {
        Body::About | Body::Wording | Body::Telling | Body::Summary | Body::Steps => false,
        Body::Company => worksheet.setup.company.is_some(),
        Body::Extras => !worksheet.setup.extras.is_empty(),
        Body::Ask(prompt, _) => given(prompt),
        Body::Signs => worksheet
            .signs
            .iter()
            .any(|(_, line)| !line.text.is_blank()),
        Body::Day => crate::worksheet::Moment::ALL
            .into_iter()
            .any(|moment| given(Prompt::Moment(moment))),
        Body::Who => witnesses().any(|witness| !witness.who.is_blank()),
        Body::See => witnesses().any(|witness| !witness.see.is_blank()),
        Body::Respond => witnesses().any(|witness| !witness.respond.is_blank()),
        Body::Difference => witnesses().any(|witness| !witness.difference.is_blank()),
        Body::Tick => !worksheet.ticked().is_empty(),
        Body::Closer => worksheet.ticked().iter().any(|(_, _, piece)| {
            crate::worksheet::PieceField::ALL
                .iter()
                .any(|field| !piece.get(*field).is_blank())
        }),
        Body::Rate(scale) => {
            worksheet.score(scale).is_some() || scale.follow_up(worksheet).is_some_and(given)
        }
        Body::Goals => worksheet
            .goals
            .iter()
            .any(|(_, goal)| !goal.doing.is_blank()),
        Body::Experiments => {
            !worksheet.experiments.is_empty() || given(Prompt::NoticeKeep) || given(Prompt::AsIf)
        }
        Body::Supporters => worksheet
            .supporters
            .iter()
            .any(|(_, supporter)| !supporter.who.is_blank() || !supporter.ask.is_blank()),
        Body::HardDay => given(Prompt::HardDay),
        Body::Signatures => {
            given(Prompt::MyName) || given(Prompt::TherapistName) || !worksheet.dates.is_empty()
        }
        Body::TogetherScales => Scale::TOGETHER
            .into_iter()
            .any(|scale| worksheet.score(scale).is_some()),
    }
}

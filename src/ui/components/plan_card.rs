//! One plan on the shelf.

use super::{Download, DownloadSource, RenamePlan};
use crate::browser::{clock, page};
use crate::i18n::{Msg, Phrased};
use crate::route::{PlanId, Route};
use crate::store::{Head, Keep, Library, Shelved, State};
use crate::ui::{Event, Scene, use_dispatch, use_scene};
use crate::worksheet::Text;
use yew::prelude::*;

/// Properties of [`PlanCard`].
#[derive(PartialEq, Properties)]
pub struct PlanCardProps {
    /// The plan.
    pub plan: Shelved,
    /// Whether it is the one that was changed last.
    pub newest: bool,
    /// Whether the original of a part that could not be read is kept beside it.
    pub has_kept: bool,
    /// Where plans are kept.
    pub library: Library,
    /// Hears that the plan was copied.
    pub oncopied: Callback<()>,
}

/// One plan on the shelf: where its writer stopped, and what can be done with it.
#[component]
pub fn PlanCard(props: &PlanCardProps) -> Html {
    let scene = use_scene();
    let id = props.plan.id;
    let title_id = AttrValue::from(format!("plan-{id}"));
    match &props.plan.state {
        State::Readable(head) => html! {
            <li class={classes!("plan", props.newest.then_some("plan--here"))}>
                <h2 class="plan__title words" id={title_id.clone()} dir="auto" translate={name_is_own(head)}>
                    { name(scene, head) }
                </h2>
                <p class="plan__where">{ stopped_at(scene, head, props.plan.keep) }</p>
                <Actions {id} head={head.clone()} newest={props.newest} title_id={title_id.clone()}
                    oncopied={props.oncopied.clone()} />
                if props.has_kept {
                    <div class="plan__kept">
                        <p class="plan__where" id={format!("kept-{id}")}>{ scene.text(Msg::TroublePartText) }</p>
                        <Download label={Msg::TroubleDownload} source={DownloadSource::Kept(id)}
                            library={props.library.clone()} described_by={format!("kept-{id}")} />
                    </div>
                }
            </li>
        },
        State::Newer { .. } => closed(
            scene,
            props,
            title_id,
            Msg::HomeNewerTitle,
            Msg::HomeNewerText,
        ),
        State::Unreadable { .. } => closed(
            scene,
            props,
            title_id,
            Msg::HomeDamagedTitle,
            Msg::HomeDamagedText,
        ),
    }
}

/// A plan that cannot be opened here.
fn closed(scene: Scene, props: &PlanCardProps, title_id: AttrValue, title: Msg, text: Msg) -> Html {
    let id = props.plan.id;
    html! {
        <li class="plan plan--broken">
            <h2 class="plan__title" id={title_id.clone()}>{ scene.text(title) }</h2>
            <p class="plan__where">{ scene.text(text) }</p>
            <div class="plan__actions">
                <Download label={Msg::TroubleDownload} source={DownloadSource::Raw(id)}
                    library={props.library.clone()} described_by={title_id.clone()} />
                <Delete {id} {title_id} />
            </div>
        </li>
    }
}

fn name_is_own(head: &Head) -> Option<&'static str> {
    (!head.name.is_blank()).then_some("no")
}

fn name(scene: Scene, head: &Head) -> AttrValue {
    if head.name.is_blank() {
        scene.text(Msg::PlanMenuUntitled).into()
    } else {
        head.name.shared().into()
    }
}

/// Where the writer stopped, when, and whether it is kept.
fn stopped_at(scene: Scene, head: &Head, keep: Keep) -> String {
    let section = scene.text(head.place.section().phrases().title);
    let mut text = scene.words.fill(Msg::HomeStoppedAt, &[("place", section)]);
    if let Some(day) = day(scene, head.changed) {
        text.push(' ');
        text.push_str(&scene.words.fill(Msg::HomeChanged, &[("date", &day)]));
    }
    if keep == Keep::VisitOnly {
        text.push(' ');
        text.push_str(scene.text(Msg::HomeVisitOnly));
    }
    text
}

/// The day of a moment: today, yesterday, or its date.
fn day(scene: Scene, moment: u64) -> Option<String> {
    const DAY: u64 = 86_400_000;
    let day = clock::local_day(moment)?;
    Some(if Some(day) == clock::today() {
        scene.text(Msg::HomeToday).to_owned()
    } else if Some(day) == clock::local_day(clock::now().saturating_sub(DAY)) {
        scene.text(Msg::HomeYesterday).to_owned()
    } else {
        clock::long_date(day, scene.words.locale().code())
    })
}

/// Properties of [`Actions`].
#[derive(PartialEq, Properties)]
struct ActionsProps {
    id: PlanId,
    head: Head,
    newest: bool,
    title_id: AttrValue,
    oncopied: Callback<()>,
}

/// What can be done with a plan that can be opened.
#[component]
fn Actions(props: &ActionsProps) -> Html {
    let scene = use_scene();
    let dispatch = use_dispatch();
    let renaming = use_state_eq(|| false);
    let ActionsProps {
        id,
        head,
        newest,
        title_id,
        ..
    } = props;
    let rename_id = format!("rename-{id}");
    if *renaming {
        let onend = {
            let renaming = renaming.clone();
            Callback::from(move |()| renaming.set(false))
        };
        return html! { <RenamePlan id={*id} name={head.name.clone()} {onend} /> };
    }
    let onrename = {
        let renaming = renaming.clone();
        Callback::from(move |_: MouseEvent| renaming.set(true))
    };
    let oncopy = {
        let name = name(scene, head);
        let copy = Text::from(scene.words.fill(Msg::PlanMenuCopyOf, &[("name", &name)]));
        let (id, oncopied) = (*id, props.oncopied.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.send(Event::Copy(id, copy.clone()));
            oncopied.emit(());
        })
    };
    let (open, looks) = match newest {
        true => (Msg::HomeGoOn, Some("button--main")),
        false => (Msg::HomeOpen, None),
    };
    html! {
        <div class="plan__actions">
            <a class={classes!("button", looks)} href={Route::Plan(*id, head.place).to_string()}
                aria-describedby={title_id.clone()}>{ scene.text(open) }</a>
            <button type="button" class="button button--quiet" id={rename_id} aria-describedby={title_id.clone()}
                onclick={onrename}>{ scene.text(Msg::PlanMenuRename) }</button>
            <button type="button" class="button button--quiet" aria-describedby={title_id.clone()}
                onclick={oncopy}>{ scene.text(Msg::PlanMenuCopy) }</button>
            <Delete id={*id} title_id={title_id.clone()} />
        </div>
    }
}

/// Properties of [`Delete`].
#[derive(PartialEq, Properties)]
struct DeleteProps {
    id: PlanId,
    title_id: AttrValue,
}

/// Deletes a plan. It can be brought back, so nobody is asked whether they are sure.
#[component]
fn Delete(props: &DeleteProps) -> Html {
    let scene = use_scene();
    let dispatch = use_dispatch();
    let id = props.id;
    let onclick = Callback::from(move |_: MouseEvent| {
        // The button goes with its plan; the focus must not go with it.
        page::focus("question");
        dispatch.send(Event::Delete(id));
    });
    html! {
        <button type="button" class="button button--quiet" aria-describedby={props.title_id.clone()} {onclick}>
            { scene.text(Msg::PlanMenuDelete) }
        </button>
    }
}

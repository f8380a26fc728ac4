//! Giving a plan another name, on the shelf.

use crate::browser::page;
use crate::i18n::Msg;
use crate::route::PlanId;
use crate::ui::{Event, use_dispatch, use_scene};
use crate::worksheet::Text;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`RenamePlan`].
#[derive(PartialEq, Properties)]
pub struct RenamePlanProps {
    /// The plan.
    pub id: PlanId,
    /// Its name until now.
    pub name: Text,
    /// Hears that the person is done.
    pub onend: Callback<()>,
}

/// A field for another name, with Save and Cancel. Enter saves, Escape cancels.
#[component]
pub fn RenamePlan(props: &RenamePlanProps) -> Html {
    let scene = use_scene();
    let dispatch = use_dispatch();
    let id = props.id;
    let field_id = format!("new-name-{id}");
    let typed = use_state_eq(|| props.name.clone());
    {
        let field_id = field_id.clone();
        use_effect_with((), move |()| {
            page::focus(&field_id);
            // The field is gone when this ends; the button that opened it is there again.
            move || page::focus(&format!("rename-{id}"))
        });
    }
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                typed.set(Text::from(field.value()));
            }
        })
    };
    let onsubmit = {
        let (typed, onend) = (typed.clone(), props.onend.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            dispatch.send(Event::Rename(id, (*typed).clone()));
            onend.emit(());
        })
    };
    let onkeydown = {
        let onend = props.onend.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.is_composing() {
                onend.emit(());
            }
        })
    };
    html! {
        <form class="plan__rename" {onsubmit} {onkeydown}>
            <div class="short-field">
                <label class="short-field__label" for={field_id.clone()}>{ scene.text(Msg::PlanMenuNewName) }</label>
                <input class="short-field__input" id={field_id} type="text" value={typed.shared()} {oninput}
                    dir="auto" autocomplete="off" spellcheck="false" translate="no" />
            </div>
            <button type="submit" class="button">{ scene.text(Msg::PlanMenuSaveName) }</button>
            <button type="button" class="button button--quiet" onclick={props.onend.reform(|_: MouseEvent| ())}>
                { scene.text(Msg::PlanMenuCancel) }
            </button>
        </form>
    }
}

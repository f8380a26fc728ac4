//! Settings are found again, and lose only what cannot be read.

use super::*;

#[test]
fn settings_are_found_again() {
    let (library, storage) = library();
    assert_eq!(library.settings(), Settings::default());
    assert!(!Settings::default().spell_check);
    assert!(Settings::default().hints);
    for theme in Theme::ALL {
        for text_size in TextSize::ALL {
            let settings = Settings {
                theme,
                text_size,
                spell_check: theme == Theme::Dark,
                hints: text_size == TextSize::Large,
                lock_after: LOCK_AFTER[(theme as usize + text_size as usize) % LOCK_AFTER.len()],
                leave: theme == Theme::Light,
                country: Country::new("nz"),
                paper: Some(Paper::ALL[usize::from(theme == Theme::Dark)]),
            };
            library.save_settings(&settings).expect("room");
            assert_eq!(reloaded(&storage).settings(), settings);
        }
    }
    assert_eq!(
        storage.texts().keys().cloned().collect::<Vec<_>>(),
        ["first-light.settings"]
    );
}

#[test]
fn settings_lose_only_what_cannot_be_read() {
    let text = r#"{"theme":"neon","text-size":"larger","spell-check":1,"hints":false,"lock-after":7,"country":"N1","paper":"a3","x":2}"#;
    let expected = Settings {
        text_size: TextSize::Larger,
        hints: false,
        ..Settings::default()
    };
    assert_eq!(Settings::decode(text), expected);
    for text in ["", "null", "[]", "{", "\u{0}"] {
        assert_eq!(Settings::decode(text), Settings::default());
    }
}

#[test]
fn a_country_is_two_letters() {
    assert_eq!(
        Country::new("gb").map(|it| it.to_string()).as_deref(),
        Some("GB")
    );
    for code in ["", "G", "GBR", "g1", "é", "*", "ＧＢ"] {
        assert_eq!(Country::new(code), None, "{code}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_stored_text_opens_without_changing_it(
        text in any::<String>(),
        head in any::<String>(),
        kept in any::<String>(),
    ) {
        let storage = MemoryStorage::holding([
            (&*key("plan", ONE), &*text),
            (&*key("head", ONE), &*head),
            (&*format!("{}.4", key("kept", ONE)), &*kept),
            ("first-light.settings", &*text),
        ]);
        let library = reloaded(&storage);
        let _ = library.settings();
        let _ = library.shelf();
        prop_assert!(library.open(ONE).is_ok());
        prop_assert_eq!(library.raw(ONE), Ok(Some(text.clone())));
        let deleted = library.delete(ONE).expect("deleted");
        prop_assert_eq!(storage.texts().len(), 1);
        library.undelete(&deleted).expect("put back");
        prop_assert_eq!(library.raw(ONE), Ok(Some(text.clone())));
        library.save(ONE, &plan("mine", 1)).expect("room");
        let kept = library.kept(ONE).expect("readable");
        prop_assert!(kept.iter().any(|kept| kept.text == text));
    }

    #[test]
    fn the_head_of_any_plan_is_found_again(plan in support::plan()) {
        let (library, storage) = library();
        library.save(ONE, &plan).expect("room");
        let shelf = reloaded(&storage).shelf();
        prop_assert_eq!(&shelf.plans[0].state, &State::Readable(Head::of(&plan)));
        prop_assert!(matches!(decode(&storage.texts()[&key("plan", ONE)]),
            first_light::format::Decoded::Whole(stored) if stored == plan));
    }
}

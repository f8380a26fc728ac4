//! Every plan reads back exactly.

use super::*;

proptest! {
    #[test]
    fn every_plan_reads_back_exactly(plan in support::plan()) {
        prop_assert_eq!(decode(&encode(&plan)), Decoded::Whole(plan));
    }

    #[test]
    fn what_was_removed_is_not_written(worksheet in support::worksheet()) {
        let stored = Plan { worksheet: worksheet.without_removed(), ..Plan::new(1) };
        let plan = Plan { worksheet, ..Plan::new(1) };
        prop_assert_eq!(encode(&plan), encode(&stored));
        prop_assert_eq!(whole(&encode(&plan)), stored);
    }

    #[test]
    fn what_is_written_is_json_that_begins_with_the_version(plan in support::plan()) {
        let text = encode(&plan);
        prop_assert!(text.starts_with(BEGINNING));
        let json: serde_json::Value = serde_json::from_str(&text).expect("valid JSON");
        prop_assert_eq!(json["changed"].as_u64(), Some(plan.changed));
        let name = json.get("name").map_or("", |name| name.as_str().unwrap_or("?"));
        prop_assert_eq!(name, &*plan.worksheet.name);
    }

    #[test]
    fn any_text_gives_a_plain_answer(text in any::<String>()) {
        prop_assert_eq!(decode(&text), Decoded::Unreadable { why: Unreadable::NotAPlan });
    }

    #[test]
    fn any_damage_gives_a_plain_answer(
        plan in support::plan(),
        damage in proptest::collection::vec((any::<Index>(), any::<u8>()), 1..4),
    ) {
        let mut bytes = encode(&plan).into_bytes();
        for (index, byte) in damage {
            let at = index.index(bytes.len());
            bytes[at] ^= byte;
        }
        let text = String::from_utf8_lossy(&bytes);
        if let Decoded::Whole(plan) | Decoded::Mended { plan, .. } = decode(&text) {
            prop_assert_eq!(whole(&encode(&plan)), plan);
        }
    }

    #[test]
    fn wherever_it_breaks_off_what_came_before_is_read(
        plan in support::plan(),
        cut in any::<Index>(),
    ) {
        let text = encode(&plan);
        let mut cut = cut.index(text.len());
        while !text.is_char_boundary(cut) {
            cut -= 1;
        }
        match decode(&text[..cut]) {
            Decoded::Mended { plan: read, broken } => {
                prop_assert!(broken.contains(&Part::End));
                assert_part_of(&read, &plan);
            }
            Decoded::Unreadable { why } => {
                prop_assert_eq!(why, Unreadable::NotAPlan);
                prop_assert!(cut < BEGINNING.len());
            }
            other => prop_assert!(false, "{:?}", other),
        }
    }
}

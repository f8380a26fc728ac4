//! Locked copies: what comes out of the lock is what went in, byte for byte.

use crate::BASE;
use crate::support::{date, plan, short_plan, stories};
use first_light::format::{Plan, encode};
use first_light::sharing::choice::{by_default, only};
use first_light::sharing::copy::{as_file, pack, pack_text, unpack};
use first_light::sharing::envelope::{Damage, Kind};
use first_light::sharing::file::{self, Inside};
use first_light::sharing::{link, squeeze};
use proptest::prelude::*;
use vault::copy::{lock, unlock};
use vault::{Chance, Effort, Failure};

pub(crate) const PASSPHRASE: &str = "maple brick yodel sunny acorn";

/// The least effort that is taken, so that tests are quick.
pub(crate) const QUICK: Effort = Effort {
    memory: 19_456,
    passes: 1,
};

pub(crate) fn chance(seed: u8) -> Chance {
    Chance {
        salt: [seed; 16],
        nonce: [seed ^ 0x55; 24],
    }
}

pub(crate) fn chosen(plan: &Plan) -> Plan {
    Plan {
        worksheet: only(&plan.worksheet, by_default(&plan.worksheet)),
        ..Plan::new(plan.changed)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    /// The lock itself has its own tests; here it stands for any bytes in the envelope.
    #[test]
    fn every_plan_comes_back_through_a_file(plan in plan(), made in prop::option::of(date())) {
        let plan = chosen(&plan);
        let text = encode(&plan);
        let packed = pack(&plan, made);
        let copy = unpack(&packed).expect("it is whole");
        prop_assert_eq!(&copy.text, &text);
        prop_assert_eq!(&copy.plan, &plan);
        prop_assert_eq!(copy.made, made);
        let file = as_file(&packed, "A copy from First Light. Open it there/ here_.");
        prop_assert_eq!(file::read(&file), Ok(Inside::Locked(packed)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn every_plan_that_fits_comes_back_through_a_link(plan in short_plan(), made in prop::option::of(date())) {
        let plan = chosen(&plan);
        let packed = pack(&plan, made);
        let link = link::write(BASE, Kind::LockedCopy, &packed);
        prop_assume!(link.is_ok());
        let found = link::find(&link.unwrap_or_default());
        prop_assert_eq!(&found, &Ok((Kind::LockedCopy, packed)));
        let copy = found.map(|(_, payload)| unpack(&payload));
        prop_assert_eq!(copy.map(|copy| copy.map(|copy| copy.text)), Ok(Ok(encode(&plan))));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20))]

    #[test]
    fn every_plan_comes_back_through_the_lock(plan in plan(), seed in any::<u8>()) {
        let packed = pack(&plan, None);
        let locked = lock(PASSPHRASE, QUICK, chance(seed), &packed).expect("memory");
        let spoken = "  Maple brick-YODEL\u{a0}sunny\nacorn ";
        prop_assert_eq!(unlock(spoken, &locked), Ok(packed));
    }
}

#[test]
fn another_passphrase_and_another_byte_open_nothing() {
    let packed = pack(&stories::full(), None);
    let locked = lock(PASSPHRASE, QUICK, chance(3), &packed).expect("memory");
    for wrong in [
        "",
        "maple brick yodel sunny",
        "maple brick yodel sunny acorns",
    ] {
        assert_eq!(unlock(wrong, &locked), Err(Failure::Wrong), "{wrong}");
    }
    for at in [6, 10, 21, 22, 45, 46, 60, locked.len() - 1] {
        let mut changed = locked.clone();
        changed[at] ^= 1;
        assert_eq!(unlock(PASSPHRASE, &changed), Err(Failure::Wrong), "{at}");
    }
    for length in [0, 1, 21] {
        assert_eq!(
            unlock(PASSPHRASE, &locked[..length]),
            Err(Failure::Damaged),
            "{length}"
        );
    }
}

#[test]
fn nobody_makes_the_reader_work_for_minutes() {
    let locked = lock(PASSPHRASE, QUICK, chance(3), b"x").expect("memory");
    for (at, byte) in [(4, 1), (4, 0x7f), (5, 0), (5, 11), (5, 255), (2, 0)] {
        let mut changed = locked.clone();
        changed[at] = byte;
        assert_eq!(
            unlock(PASSPHRASE, &changed),
            Err(Failure::Unfit),
            "{at} {byte}"
        );
    }
    let mut newer = locked;
    newer[0] = 2;
    assert_eq!(unlock(PASSPHRASE, &newer), Err(Failure::Newer));
}

#[test]
fn the_passphrase_is_in_no_link() {
    let locked = lock(PASSPHRASE, QUICK, chance(3), &pack(&Plan::new(0), None)).expect("memory");
    let link = link::write(BASE, Kind::LockedCopy, &locked).expect("it is short");
    for word in PASSPHRASE.split(' ') {
        assert!(!link.contains(word));
        assert!(
            !locked
                .windows(word.len())
                .any(|bytes| bytes == word.as_bytes())
        );
    }
}

#[test]
fn what_is_no_copy_is_said_to_be_none() {
    let packed = |text: &str| squeeze::pack(text.as_bytes());
    for (text, damage) in [
        ("", Damage::Changed),
        ("{}", Damage::Changed),
        ("2026-02-30\n{\"first-light\":1}", Damage::Changed),
        ("\n{\"first-light\":1,\"name\":", Damage::Changed),
        ("\n{\"first-light\":1,\"name\":7}", Damage::Changed),
        ("\n{\"first-light\":2}", Damage::Newer),
    ] {
        assert_eq!(unpack(&packed(text)).err(), Some(damage), "{text}");
    }
    let text = "{\"first-light\":1}";
    let copy = unpack(&pack_text(text, None)).expect("a plan");
    assert_eq!(copy.text, text);
}

/// How long a link gets for plans of the usual sizes, lock and all.
#[test]
fn a_plan_of_a_few_answers_fits_a_link() {
    let goals = "I walk to the shop before breakfast, with the dog if it does not rain";
    let mut plan = stories::unicode();
    plan.worksheet.name = goals.into();
    let packed = pack(&chosen(&plan), None);
    let link = link::write(BASE, Kind::LockedCopy, &[packed, vec![0; 62]].concat());
    assert!(link.is_ok(), "{link:?}");
    let big = pack(&chosen(&stories::big()), None);
    let link = link::write(BASE, Kind::LockedCopy, &big);
    assert!(link.is_err_and(|too_long| too_long.by > 500));
}

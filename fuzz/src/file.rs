//! A file that somebody opens.

use super::text_of;
use first_light::route::PlanId;
use first_light::sharing::file::{Found, Inside, read, write};

/// Any text is a file with plans or is not. What is found comes out of a new file as it was, and so does any text
/// that is put into one.
///
/// # Panics
/// When it does not.
pub fn check(data: &[u8]) {
    let text = text_of(data);
    if let Ok(Inside::Plans(plans)) = read(&text) {
        assert!(!plans.is_empty());
        again(plans);
    }
    again(vec![Found::new(Some(PlanId(7)), text.into_owned())]);
}

fn again(plans: Vec<Found>) {
    let named: Vec<_> = plans
        .iter()
        .map(|found| (found.id.unwrap_or(PlanId(0)), &*found.text))
        .collect();
    let Ok(Inside::Plans(read)) = read(&write(named.iter().copied(), None)) else {
        panic!("{plans:?}");
    };
    let read: Vec<_> = read
        .iter()
        .map(|found| (found.id.unwrap_or(PlanId(0)), &*found.text))
        .collect();
    assert_eq!(read, named);
}

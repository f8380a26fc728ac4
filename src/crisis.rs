//! Where to find urgent help, by country.
//!
//! The table is made by the build from `data/crisis-lines.tsv`. Its numbers come from a public list and
//! were not called by us; the page says so.

use crate::i18n::Msg;
use crate::worksheet::Date;

/// The day that the public list gives for its last check.
#[must_use]
pub fn last_checked() -> Option<Date> {
    Date::new(2026, 8, 12)
}

/// The help that one country has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The country, by its two letters (ISO 3166-1 alpha-2).
    pub country: &'static str,
    /// The country's name.
    pub country_name: Msg,
    /// The name that the service gives itself.
    pub service: &'static str,
    /// How to reach it.
    pub contacts: &'static [Contact],
    /// When it can be reached.
    pub hours: Hours,
    /// Emergency numbers; none when they are not known.
    pub emergency: &'static [&'static str],
    /// Whether it stands in the list that was [checked](last_checked).
    pub checked: bool,
}

/// One way to reach a service. Numbers are written as people read them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contact {
    /// A number to call.
    Call(&'static str),
    /// A number to text, and the word to send if it takes one.
    Text(&'static str, Option<&'static str>),
    /// Something else that the list says about it.
    Aside(Msg),
}

/// When a service can be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hours {
    /// Day and night.
    Always,
    /// Every day between these times.
    Daily(&'static str),
    /// The list does not say.
    Unknown,
}

/// A number as a telephone dials it: `116 123` to `116123`.
#[must_use]
pub fn dialled(number: &str) -> String {
    number
        .chars()
        .filter(|letter| letter.is_ascii_digit() || *letter == '+')
        .collect()
}

/// The line of a country, by its two letters in upper case.
#[must_use]
pub fn line(country: &str) -> Option<&'static Line> {
    LINES.iter().find(|line| line.country == country)
}

/// The country that a language's code names: `GB` in `en-GB`, `CH` in `de-Latn-CH`. Languages that are
/// spoken in one listed country above all name that one.
#[must_use]
pub fn suggested(language: &str) -> Option<&'static Line> {
    let mut parts = language.split(['-', '_']);
    let tongue = parts.next().unwrap_or_default().to_ascii_lowercase();
    if let Some(region) = parts.find(|part| part.len() == 2) {
        return line(&region.to_ascii_uppercase());
    }
    let country = match tongue.as_str() {
        "sv" => "SE",
        "nb" | "nn" | "no" => "NO",
        "it" => "IT",
        "ja" => "JP",
        "ko" => "KR",
        "hi" => "IN",
        _ => return None,
    };
    line(country)
}

include!(concat!(env!("OUT_DIR"), "/crisis.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    fn contacts(country: &str) -> &'static [Contact] {
        line(country).map(|line| line.contacts).unwrap_or_default()
    }

    #[test]
    fn contacts_are_read_from_the_list() {
        assert_eq!(contacts("GB"), [Contact::Call("116 123")]);
        assert_eq!(
            contacts("IE"),
            [
                Contact::Call("116 123"),
                Contact::Text("50808", Some("HELLO"))
            ]
        );
        assert_eq!(
            contacts("CA"),
            [
                Contact::Call("988"),
                Contact::Text("988", None),
                Contact::Aside(Msg::UrgentAsideEnFr)
            ]
        );
        assert_eq!(
            contacts("NL"),
            [Contact::Call("113"), Contact::Call("0800 0113")]
        );
    }

    #[test]
    fn hours_and_emergency_numbers_are_read_from_the_list() {
        let of = |country| line(country).map(|line| (line.hours, line.emergency));
        assert_eq!(of("IE"), Some((Hours::Always, &["112", "999"][..])));
        assert_eq!(of("IT"), Some((Hours::Daily("09:00-24:00"), &["112"][..])));
        assert_eq!(of("CN"), Some((Hours::Unknown, &[][..])));
        assert_eq!(EMERGENCY_ELSEWHERE, ["112", "911"]);
    }

    #[test]
    fn a_language_suggests_the_country_that_it_names() {
        let suggested = |language| suggested(language).map(|line| line.country);
        assert_eq!(suggested("en-GB"), Some("GB"));
        assert_eq!(suggested("de-Latn-ch"), Some("CH"));
        assert_eq!(suggested("sv"), Some("SE"));
        assert_eq!(suggested("en"), None);
        assert_eq!(suggested("en-ZZ"), None);
        assert_eq!(suggested(""), None);
    }

    #[test]
    fn a_number_is_dialled_without_what_is_only_for_the_eye() {
        assert_eq!(dialled("0120-279-338"), "0120279338");
        assert_eq!(dialled("13 11 14"), "131114");
    }
}

//! The gentle checks of a goal: which thought, if any, would help most.

use super::{Goal, Thought};

/// Words that hint at a thought, in one language, in lower case: words and phrases, one a line. They
/// match whole words.
/// Letters other than a to z match as they are written here: a language that begins sentences with
/// others lists such words twice. The table of all small and capital letters would cost every first
/// visit 4 kB for a hint.
#[derive(Debug, PartialEq, Eq)]
pub struct Cues {
    /// Said as something gone: "stop", "no more".
    pub gone: &'static str,
    /// States that a camera could not see: "feel", "confident".
    pub feelings: &'static str,
    /// Somebody else's doing: "my boss will".
    pub others: &'static str,
    /// All or nothing: "always", "every day".
    pub absolutes: &'static str,
    /// The end rather than the start: "completely", "for good".
    pub endings: &'static str,
    /// Said as if it took nothing: "just".
    pub easy: &'static str,
    /// Ties to a time, place or person: "morning", "with".
    pub times: &'static str,
    /// Joins two things: "and", "as well as".
    pub joins: &'static str,
}

impl Goal {
    /// The most useful thought about this goal that the person has not yet answered with "Leave it as
    /// it is"; none for a goal that is blank.
    #[must_use]
    pub fn thought(&self, cues: &Cues) -> Option<Thought> {
        if self.doing.is_blank() {
            return None;
        }
        let words = Spoken::new(&self.doing);
        Thought::ALL
            .into_iter()
            .filter(|thought| !self.left_as_is.contains(thought))
            .find(|thought| self.invites(*thought, &words, cues))
    }

    fn invites(&self, thought: Thought, words: &Spoken, cues: &Cues) -> bool {
        match thought {
            Thought::Presence => words.have_any(cues.gone),
            Thought::Seen => words.have_any(cues.feelings),
            Thought::OwnHands => words.have_any(cues.others),
            Thought::Small => words.have_any(cues.absolutes),
            Thought::Start => words.have_any(cues.endings),
            Thought::Tied => {
                self.place.is_blank() && self.look_again.is_none() && !words.have_any(cues.times)
            }
            Thought::Matters => self.why.is_blank(),
            Thought::Work => words.have_any(cues.easy),
        }
    }
}

/// A text as a row of words with one space around each, so that phrases match whole words, and with a
/// to z in lower case.
pub(super) struct Spoken(String);

impl Spoken {
    pub(super) fn new(text: &str) -> Self {
        let lower = text.to_ascii_lowercase().replace('\u{2019}', "'");
        let mut spoken = String::from(" ");
        for word in lower.split(|letter: char| !is_of_a_word(letter)) {
            if !word.is_empty() {
                spoken.push_str(word);
                spoken.push(' ');
            }
        }
        Self(spoken)
    }

    /// The words, with one space around each.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    pub(super) fn have_any(&self, phrases: &str) -> bool {
        let begins = |words: &str, phrase: &str| {
            let after = words.strip_prefix(phrase);
            after.is_some_and(|after| after.starts_with(' '))
        };
        let mut rest = self.0.as_str();
        while let Some((_, words)) = rest.split_once(' ') {
            if phrases.split('\n').any(|phrase| begins(words, phrase)) {
                return true;
            }
            rest = words;
        }
        false
    }
}

/// Whether a word goes on here. Beyond ASCII everything does that is not a space or one of the marks that
/// languages put between words: the table of what is a letter would cost every first visit 2 kB for a hint.
fn is_of_a_word(letter: char) -> bool {
    match letter {
        '\0'..='\u{7f}' => letter.is_ascii_alphanumeric() || letter == '\'',
        // Latin, Arabic, and those of several scripts; then those of East Asia.
        '\u{80}'..='\u{bf}' | '\u{60c}' | '\u{61b}' | '\u{61f}' | '\u{6d4}' => false,
        '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff0f}' => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CUES: Cues = Cues {
        gone: "stop\nnot\nno more\ndon't",
        feelings: "feel",
        others: "my boss will",
        absolutes: "every day",
        endings: "for good",
        easy: "just",
        times: "morning",
        joins: "and",
    };

    fn thought(doing: &str) -> Option<Thought> {
        let goal = Goal {
            why: "it matters".into(),
            ..Goal::from_words(doing.into())
        };
        goal.thought(&CUES)
    }

    #[test]
    fn each_cue_brings_its_thought_the_most_useful_first() {
        assert_eq!(thought("Stop shouting every day"), Some(Thought::Presence));
        assert_eq!(thought("I don\u{2019}t hide"), Some(Thought::Presence));
        assert_eq!(thought("Feel fine"), Some(Thought::Seen));
        assert_eq!(thought("My boss will listen"), Some(Thought::OwnHands));
        assert_eq!(thought("Walk every day"), Some(Thought::Small));
        assert_eq!(thought("Be calm, for good."), Some(Thought::Start));
        assert_eq!(thought("Walk"), Some(Thought::Tied));
        assert_eq!(thought("Just walk in the morning"), Some(Thought::Work));
        assert_eq!(thought("Walk in the morning"), None);
    }

    #[test]
    fn words_end_at_the_marks_of_any_language() {
        let spoken = Spoken::new("¿Días… “será” mañana،غدا。明日 can’t (stop)");
        assert_eq!(spoken.as_str(), " días será mañana غدا 明日 can't stop ");
    }

    #[test]
    fn words_inside_other_words_do_not_count() {
        assert_eq!(thought("Notice the morning"), None);
        assert_eq!(thought("Unstoppable mornings, in the morning"), None);
    }

    #[test]
    fn a_thought_that_was_answered_gives_way_to_the_next() {
        let mut goal = Goal::from_words("Stop shouting".into());
        assert_eq!(goal.thought(&CUES), Some(Thought::Presence));
        goal.left_as_is.insert(Thought::Presence);
        assert_eq!(goal.thought(&CUES), Some(Thought::Tied));
        goal.left_as_is.extend(Thought::ALL);
        assert_eq!(goal.thought(&CUES), None);
    }

    #[test]
    fn a_blank_goal_is_left_alone() {
        assert_eq!(Goal::default().thought(&CUES), None);
    }
}

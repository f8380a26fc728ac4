//! The gentle goal checks with the English word lists: goals that are fine are left alone, and each thought
//! comes where it helps.

use first_light::i18n::{Locale, Words};
use first_light::worksheet::{Goal, Thought};

fn thought(doing: &str) -> Option<Thought> {
    let goal = Goal {
        why: "It matters to me.".into(),
        ..Goal::from_words(doing.into())
    };
    goal.thought(Words::new(Locale::default()).cues())
}

#[test]
fn goals_that_are_fine_are_left_alone() {
    let fine = [
        "Walk to the library on Saturday mornings with my brother",
        "Notice one good thing at bedtime",
        "Say no to the late shift when Dan asks on Friday",
        "Tell my wife how I felt at the end of the day",
        "Take it easy on Sunday afternoon",
        "Finish work at five on Tuesdays",
        "Make her breakfast on Saturday",
        "Ask my son to help with the bins on Mondays",
        "Open the letters from the bank on Monday with Jo",
        "Nothing planned on Sunday: sit in the garden",
        "Talk about my feelings with Sam on Wednesday",
        "Say what I need in a quiet voice in the mornings",
        "Light a candle for Dad on Fridays and tell the kids a story about him",
        "Go outside on days when the pain allows",
        "Call my sister",
    ];
    for doing in fine {
        assert_eq!(thought(doing), None, "{doing}");
    }
}

#[test]
fn each_thought_comes_where_it_helps() {
    let expected = [
        ("Stop shouting at the kids", Thought::Presence),
        ("I don’t want to lie awake", Thought::Presence),
        ("No more late nights", Thought::Presence),
        ("Be happy", Thought::Seen),
        ("I want to feel calm", Thought::Seen),
        ("More self-esteem", Thought::Seen),
        ("My partner will help more", Thought::OwnHands),
        ("My mum listens to me", Thought::OwnHands),
        ("Run every day", Thought::Small),
        ("Exercise 24/7", Thought::Small),
        ("Get back to normal", Thought::Start),
        ("See people", Thought::Tied),
        ("Just talk to her on Friday", Thought::Work),
    ];
    for (doing, thought_expected) in expected {
        assert_eq!(thought(doing), Some(thought_expected), "{doing}");
    }
}

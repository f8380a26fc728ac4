//! What this version does not know is left alone or carried along.

use super::*;

#[test]
fn a_newer_version_is_left_alone() {
    for version in [2, 3, u64::MAX] {
        let text = format!(r#"{{"first-light":{version},"name":{{}},"goals":7}}"#);
        assert_eq!(decode(&text), Decoded::Newer { version });
    }
    let at_the_end = r#"{"name":"x","first-light":2}"#;
    assert_eq!(decode(at_the_end), Decoded::Newer { version: 2 });
}

#[test]
fn what_is_not_a_plan_is_said_to_be_none() {
    let nested = "[".repeat(100_000);
    for text in [
        "",
        " ",
        "null",
        "1",
        "[]",
        "{}",
        "\"first-light\"",
        "{\"first-light\":0}",
        "{\"first-light\":\"1\"}",
        "{\"first-light\":1.5}",
        "{\"first-light\":-1}",
        "<!doctype html>",
        "{\"name\":\"x\"}",
        "\u{feff}",
        &nested,
    ] {
        let expected = Decoded::Unreadable {
            why: Unreadable::NotAPlan,
        };
        assert_eq!(decode(text), expected, "{:.40}", text);
    }
    let long = " ".repeat(17 * 1024 * 1024);
    assert_eq!(
        decode(&long),
        Decoded::Unreadable {
            why: Unreadable::TooLong
        }
    );
}

#[test]
fn deep_nesting_is_carried_or_refused_and_never_overflows() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let carried =
        format!(r#"{{"first-light":1,"changed":0,"place":"begin/about","later":{deep}}}"#);
    assert_eq!(encode(&whole(&carried)), carried);
    let (plan, broken) = mended(&format!(r#"{{"first-light":1,"goals":{deep}}}"#));
    assert_eq!(broken, EnumSet::from([Part::Goals]));
    assert!(plan.worksheet.goals.is_empty());
}

#[test]
fn what_this_version_does_not_know_is_written_back() {
    let text = concat!(
        r#"{"first-light":1,"changed":5,"place":"hopes/best","#,
        r#""answers":{"best-hopes":{"text":"Sleep"},"a-new-question":{"text":"x","n":[1,2.50]}},"#,
        r#""scores":{"now":9,"a-new-scale":12},"dates":{"a-new-day":"2030-01-01"},"#,
        r#""reviews":[{"on":"2027-01-01"}],"later":{"a":1e3}}"#,
    );
    let plan = whole(text);
    assert!(!plan.unknown.is_empty());
    assert_eq!(&*plan.worksheet.text(Prompt::BestHopes), "Sleep");
    assert_eq!(encode(&plan), text);
}

#[test]
fn a_new_field_of_a_goal_is_damage_so_that_the_original_is_kept() {
    let text = r#"{"first-light":1,"goals":{"items":[{"id":0,"doing":"a","weight":2},{"id":1,"doing":"b"}]}}"#;
    let (plan, broken) = mended(text);
    assert_eq!(broken, EnumSet::from([Part::Goals]));
    let goals: Vec<_> = plan
        .worksheet
        .goals
        .iter()
        .map(|(_, goal)| goal.doing.to_string())
        .collect();
    assert_eq!(goals, ["b"]);
}

#[test]
fn a_list_where_fields_belong_is_damage() {
    let text = r#"{"first-light":1,"answers":{"best-hopes":["x"]},"signs":{"items":[[1,"x"]]}}"#;
    let (plan, broken) = mended(text);
    assert_eq!(broken, EnumSet::from([Part::Answers, Part::Signs]));
    assert!(plan.worksheet.answers.is_empty() && plan.worksheet.signs.is_empty());
}

#[test]
fn optional_parts_that_cannot_be_read_leave_the_rest_of_the_setup() {
    let text = r#"{"first-light":1,"setup":{"wording":"wand","company":null,"extras":7}}"#;
    let (plan, broken) = mended(text);
    assert_eq!(broken, EnumSet::from([Part::Setup]));
    assert_eq!(plan.worksheet.setup.wording, Wording::Wand);
}

#[test]
fn a_key_that_stands_twice_is_damage() {
    let (plan, broken) = mended(r#"{"first-light":1,"name":"a","name":"b"}"#);
    assert_eq!(broken, EnumSet::from([Part::Name]));
    assert_eq!(&*plan.worksheet.name, "b");
    let twice = r#"{"first-light":1,"scores":{"now":1,"now":2}}"#;
    assert_eq!(mended(twice).1, EnumSet::from([Part::Scores]));
}

#[test]
fn names_that_stand_twice_become_two_and_say_so() {
    let text =
        r#"{"first-light":1,"signs":{"next":2,"items":[{"id":1,"text":"a"},{"id":1,"text":"b"}]}}"#;
    let (plan, broken) = mended(text);
    assert_eq!(broken, EnumSet::from([Part::Signs]));
    let ids: Vec<_> = plan.worksheet.signs.ids().collect();
    assert_eq!(ids, [ItemId(1), ItemId(2)]);
}

#[test]
fn a_tick_never_comes_to_stand_beside_other_words() {
    // The signs are damaged beyond reading; their ticks must not attach to signs written later.
    let text = r#"{"first-light":1,"signs":7,"pieces":[{"of":"sign/0","happens":true}]}"#;
    let (mut plan, broken) = mended(text);
    assert_eq!(broken, EnumSet::from([Part::Signs, Part::Pieces]));
    let line = Line {
        text: "Something else".into(),
    };
    let add = first_light::worksheet::RosterAction::Add(line);
    plan.worksheet.apply(Action::Signs(add));
    assert!(plan.worksheet.ticked().is_empty());
}

#[test]
fn a_name_is_not_used_again_after_a_reload() {
    let mut plan = Plan::new(0);
    let add = |text: &str| {
        let line = Line { text: text.into() };
        Action::Signs(first_light::worksheet::RosterAction::Add(line))
    };
    plan.worksheet.apply(add("first"));
    let first = ItemId(0);
    let remove = first_light::worksheet::RosterAction::Remove(first);
    plan.worksheet.apply(Action::Signs(remove));
    let mut plan = whole(&encode(&plan));
    plan.worksheet.apply(add("second"));
    assert!(plan.worksheet.signs.get(first).is_none());
}

#[test]
fn more_items_than_anybody_writes_are_reported_and_cut() {
    let steps = vec!["{\"id\":0}"; Step::LIMIT + 1].join(",");
    let text = format!(
        r#"{{"first-light":1,"goals":{{"items":[{{"id":0,"doing":"a","steps":{{"items":[{steps}]}}}}]}}}}"#
    );
    let (plan, broken) = mended(&text);
    assert_eq!(broken, EnumSet::from([Part::Goals]));
    let goal = plan
        .worksheet
        .goals
        .get(ItemId(0))
        .expect("the goal is read");
    assert_eq!(goal.steps.len(), Step::LIMIT);
    let keys: Vec<_> = (0..2_000).map(|key| format!("\"{key}\":0")).collect();
    let text = format!("{{\"first-light\":1,{}}}", keys.join(","));
    assert_eq!(mended(&text).1, EnumSet::from([Part::End]));
}

#[test]
fn trailing_rubbish_takes_nothing_away() {
    let plan = stories::full();
    let (read, broken) = mended(&(encode(&plan) + "}\0rubbish"));
    assert_eq!(broken, EnumSet::from([Part::End]));
    assert_eq!(read, plan);
}

#[test]
fn spaces_line_breaks_and_a_byte_order_mark_do_no_harm() {
    let plan = stories::full();
    let json: serde_json::Value = serde_json::from_str(&encode(&plan)).expect("valid JSON");
    let pretty = serde_json::to_string_pretty(&json).expect("JSON prints");
    assert_eq!(whole(&format!("\u{feff}{pretty}\n")), plan);
    let cut = pretty
        .find("\"supporters\"")
        .expect("supporters are written");
    let (read, broken) = mended(&pretty[..cut]);
    // The witnesses come after the cut, and what was written about what they see goes with them.
    assert_eq!(broken, EnumSet::from([Part::Pieces, Part::End]));
    assert_eq!(read.worksheet.answers, plan.worksheet.answers);
}

#[test]
fn a_place_that_is_gone_is_kept_and_one_that_never_was_is_damage() {
    let text = r#"{"first-light":1,"changed":0,"place":"goals/goal/7"}"#;
    assert_eq!(whole(text).place, Place::Goal(ItemId(7)));
    let (plan, broken) = mended(r#"{"first-light":1,"place":"nowhere/at-all"}"#);
    assert_eq!(broken, EnumSet::from([Part::Place]));
    assert_eq!(plan.place, Place::FIRST);
}

#[test]
fn scores_out_of_range_are_damage() {
    let (plan, broken) = mended(r#"{"first-light":1,"scores":{"now":21,"enough":20}}"#);
    assert_eq!(broken, EnumSet::from([Part::Scores]));
    assert_eq!(plan.worksheet.score(Scale::Now), None);
    assert_eq!(plan.worksheet.score(Scale::Enough), Some(Score::MAX));
}

/// What a program that is older than the days of steps does with them: it writes them back as they are.
#[test]
fn a_day_of_a_step_stands_where_older_programs_carry_it_along() {
    let text = concat!(
        r#"{"first-light":1,"changed":5,"place":"hopes/best","#,
        r#""dates":{"next-review":"2027-01-04","step/0/0":"2026-12-01","step/0/7":"2026-12-02","#,
        r#""step/9/0":"2026-12-03","step/0/01":"2026-12-04","step/0/1":"soon","a-new-day":"2030-01-01"},"#,
        r#""goals":{"next":1,"items":[{"id":0,"steps":{"next":2,"items":[{"id":0},{"id":1}]}}]}}"#,
    );
    let plan = whole(text);
    let days: Vec<_> = plan
        .worksheet
        .goals
        .iter()
        .next()
        .map_or(Vec::new(), |(_, goal)| {
            goal.steps
                .iter()
                .map(|(_, step)| step.day.map(|day| day.to_string()))
                .collect()
        });
    assert_eq!(days, [Some("2026-12-01".to_owned()), None]);
    assert_eq!(
        encode(&plan),
        text,
        "what belongs to no step is carried along"
    );
}

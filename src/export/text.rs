//! The plan as plain text, to paste anywhere.

use super::outline::{Block, Group, Question, Shown, Title, outline};
use super::point;
use crate::i18n::{Msg, Phrased, Words};
use crate::worksheet::{Date, Extra, Text, Worksheet};

/// The plan as plain text: what the person has answered and not left out, with every answer exactly as
/// it was typed. `long_date` writes a day in the language of the reader.
#[must_use]
pub fn text(worksheet: &Worksheet, words: Words, long_date: &dyn Fn(Date) -> String) -> String {
    let mut writer = Writer {
        out: String::new(),
        words,
        long_date,
    };
    if !worksheet.name.is_blank() {
        writer.line(&worksheet.name);
        writer.line("");
    }
    let parts = outline(worksheet, words, false);
    for part in parts.iter().filter(|part| !part.left_out) {
        writer.heading(words.get(part.section.phrases().title));
        writer.blocks(&part.blocks);
    }
    writer.line(words.get(Msg::PrintFooter));
    writer.out
}

/// The same plan with nothing left out: for a copy that its writer keeps when words cannot be saved.
#[must_use]
pub fn with_everything(worksheet: &Worksheet) -> Worksheet {
    let mut whole = worksheet.clone();
    whole.setup.extras = Extra::ALL.into_iter().collect();
    whole.left_out.clear();
    whole.share_together = true;
    whole
}

struct Writer<'a> {
    out: String,
    words: Words,
    long_date: &'a dyn Fn(Date) -> String,
}

impl Writer<'_> {
    fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    fn heading(&mut self, title: &str) {
        let rule = "-".repeat(title.chars().count());
        self.line(title);
        self.line(&rule);
        self.line("");
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Question(question) => self.question(question),
                Block::Group(group) => self.group(group),
            }
        }
    }

    fn group(&mut self, group: &Group) {
        match &group.title {
            Title::Words(words) | Title::About(words) => self.item(words),
            Title::Label(label) => self.item(label),
        }
        self.line("");
        self.blocks(&group.blocks);
    }

    fn question(&mut self, question: &Question) {
        match &question.own {
            Some(own) => {
                self.line(&own.from);
                self.line(&own.words);
            }
            None => self.line(self.words.get(question.title)),
        }
        match &question.shown {
            Shown::Nothing => self.line(self.words.get(Msg::SummaryNotAnswered)),
            Shown::Words(words) => self.line(words),
            Shown::Unsure(words) => {
                self.line(self.words.get(Msg::SummaryNotSure));
                self.written(words);
            }
            Shown::Lines(lines) => lines.iter().for_each(|line| self.item(line)),
            Shown::Point(score) => {
                let of_ten = self.words.get(Msg::ScaleControlOfTen);
                self.line(&format!("{} {of_ten}", point(*score)));
            }
            Shown::Day(date) => self.line(&(self.long_date)(*date)),
            Shown::IfThen { cue, response } => {
                for (word, words) in [(Msg::StepsIf, cue), (Msg::StepsThen, response)] {
                    if !words.is_blank() {
                        self.line(&format!("{} {words}", self.words.get(word)));
                    }
                }
            }
            Shown::Levels(levels) => {
                for (level, words) in levels {
                    self.line(&format!(
                        "- {}: {words}",
                        self.words.get(level.phrases().title)
                    ));
                }
            }
            Shown::Chosen(chosen) => chosen
                .iter()
                .for_each(|msg| self.item(self.words.get(*msg))),
        }
        self.line("");
    }

    fn written(&mut self, words: &Text) {
        if !words.is_blank() {
            self.line(words);
        }
    }

    fn item(&mut self, line: &str) {
        self.line(&format!("- {line}"));
    }
}

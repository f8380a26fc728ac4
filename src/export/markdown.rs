//! The plan as Markdown (CommonMark), to paste where headings and lists are understood.

use super::outline::{Block, Group, Question, Shown, Title, outline};
use super::point;
use crate::i18n::{Msg, Phrased, Words};
use crate::worksheet::{Date, Text, Worksheet};

/// The plan as Markdown: what the person has answered and not left out. Signs of theirs that Markdown would
/// take for its own are escaped, so that every answer reads exactly as it was typed.
#[must_use]
pub fn markdown(worksheet: &Worksheet, words: Words, long_date: &dyn Fn(Date) -> String) -> String {
    let mut writer = Writer {
        out: String::new(),
        words,
        long_date,
    };
    if !worksheet.name.is_blank() {
        writer.paragraph(&format!("# {}", on_one_line(&worksheet.name)));
    }
    let parts = outline(worksheet, words, false);
    for part in parts.iter().filter(|part| !part.left_out) {
        let title = words.get(part.section.phrases().title);
        writer.paragraph(&format!("## {}", escaped(title)));
        writer.blocks(3, &part.blocks);
    }
    writer.paragraph(&escaped(words.get(Msg::PrintFooter)));
    writer.out
}

struct Writer<'a> {
    out: String,
    words: Words,
    long_date: &'a dyn Fn(Date) -> String,
}

impl Writer<'_> {
    fn paragraph(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push_str("\n\n");
    }

    fn list(&mut self, items: impl Iterator<Item = String>) {
        for item in items {
            self.out
                .push_str(&format!("- {}\n", item.replace('\n', "\n  ")));
        }
        self.out.push('\n');
    }

    fn blocks(&mut self, level: usize, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Question(question) => self.question(question),
                Block::Group(group) => self.group(level, group),
            }
        }
    }

    fn group(&mut self, level: usize, group: &Group) {
        let title = match &group.title {
            Title::Words(words) | Title::About(words) => on_one_line(words),
            Title::Label(label) => escaped(label),
        };
        self.paragraph(&format!("{} {title}", "#".repeat(level)));
        self.blocks(level + 1, &group.blocks);
    }

    fn question(&mut self, question: &Question) {
        match &question.own {
            Some(own) => {
                self.paragraph(&escaped(&own.from));
                self.paragraph(&format!("**{}**", on_one_line(own.words.trim())));
            }
            None => {
                let title = escaped(self.words.get(question.title));
                self.paragraph(&format!("**{title}**"));
            }
        }
        match &question.shown {
            Shown::Nothing => self.say(Msg::SummaryNotAnswered),
            Shown::Words(words) => self.paragraph(&escaped(words)),
            Shown::Unsure(words) => {
                self.say(Msg::SummaryNotSure);
                if !words.is_blank() {
                    self.paragraph(&escaped(words));
                }
            }
            Shown::Lines(lines) => self.list(lines.iter().map(|line| escaped(line))),
            Shown::Point(score) => {
                let of_ten = self.words.get(Msg::ScaleControlOfTen);
                self.paragraph(&format!("{} {}", point(*score), escaped(of_ten)));
            }
            Shown::Day(date) => self.paragraph(&escaped(&(self.long_date)(*date))),
            Shown::IfThen { cue, response } => self.if_then(cue, response),
            Shown::Levels(levels) => {
                let words = self.words;
                let levels = levels.iter().map(|(level, text)| {
                    let name = escaped(words.get(level.phrases().title));
                    format!("{name}: {}", escaped(text))
                });
                self.list(levels);
            }
            Shown::Chosen(chosen) => {
                let words = self.words;
                self.list(chosen.iter().map(|msg| escaped(words.get(*msg))));
            }
        }
    }

    fn say(&mut self, msg: Msg) {
        self.paragraph(&escaped(self.words.get(msg)));
    }

    fn if_then(&mut self, cue: &Text, response: &Text) {
        for (word, text) in [(Msg::StepsIf, cue), (Msg::StepsThen, response)] {
            if !text.is_blank() {
                let word = escaped(self.words.get(word));
                self.paragraph(&format!("{word} {}", escaped(text)));
            }
        }
    }
}

/// A heading has one line.
fn on_one_line(text: &str) -> String {
    escaped(text).replace("\\\n", " ").replace('\n', " ")
}

/// Text as Markdown that reads as the text does: signs escaped, every line on a line of its own.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 16);
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            // A backslash before the end of a line keeps the break; an empty line would end the paragraph.
            escaped.push_str("\\\n");
        }
        let line = line.strip_suffix('\r').unwrap_or(line);
        let words = line.trim_start_matches([' ', '\t']);
        for _ in 0..line.chars().count() - words.chars().count() {
            // Spaces in front of a line would be dropped, or make it a program.
            escaped.push_str("&nbsp;");
        }
        push_line(&mut escaped, words);
    }
    escaped
}

fn push_line(escaped: &mut String, line: &str) {
    if line.is_empty() {
        escaped.push_str("&nbsp;");
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    for (at, letter) in line.char_indices() {
        let begins = at == 0 && matches!(letter, '-' | '+' | '=' | '~' | ':');
        let numbers = at == digits && digits > 0 && matches!(letter, '.' | ')');
        let always = matches!(
            letter,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '|' | '!' | '~' | '$'
        );
        if begins || numbers || always {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
}

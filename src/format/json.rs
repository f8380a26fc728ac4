//! Writing JSON. It cannot fail, so neither can saving fail for want of a text to save.

use std::fmt::Write;

/// A JSON text in the making. Commas are put where they belong.
#[derive(Default)]
pub(crate) struct Writer {
    out: String,
}

impl Writer {
    /// The finished text.
    pub(crate) fn finish(self) -> String {
        self.out
    }

    /// Begins an object.
    pub(crate) fn open_object(&mut self) {
        self.separate();
        self.out.push('{');
    }

    /// Ends an object.
    pub(crate) fn close_object(&mut self) {
        self.out.push('}');
    }

    /// Begins an array.
    pub(crate) fn open_array(&mut self) {
        self.separate();
        self.out.push('[');
    }

    /// Ends an array.
    pub(crate) fn close_array(&mut self) {
        self.out.push(']');
    }

    /// Names the value that is written next.
    pub(crate) fn key(&mut self, key: &str) -> &mut Self {
        self.text(key);
        self.out.push(':');
        self
    }

    /// Writes a string.
    pub(crate) fn text(&mut self, text: &str) {
        self.separate();
        self.out.push('"');
        let mut rest = text;
        while let Some(at) = rest.bytes().position(needs_escape) {
            let (plain, special) = rest.split_at(at);
            self.out.push_str(plain);
            self.escape(special.as_bytes()[0]);
            rest = &special[1..];
        }
        self.out.push_str(rest);
        self.out.push('"');
    }

    /// Writes a whole number.
    pub(crate) fn number(&mut self, number: impl Into<u64>) {
        self.separate();
        self.print(format_args!("{}", number.into()));
    }

    /// Writes `true` or `false`.
    pub(crate) fn flag(&mut self, flag: bool) {
        self.raw(if flag { "true" } else { "false" });
    }

    /// Writes text that is JSON already.
    pub(crate) fn raw(&mut self, json: &str) {
        self.separate();
        self.out.push_str(json);
    }

    /// Puts a comma unless a container or a pair has just begun.
    fn separate(&mut self) {
        if !matches!(self.out.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.out.push(',');
        }
    }

    fn escape(&mut self, byte: u8) {
        match byte {
            b'"' => self.out.push_str("\\\""),
            b'\\' => self.out.push_str("\\\\"),
            b'\n' => self.out.push_str("\\n"),
            b'\r' => self.out.push_str("\\r"),
            b'\t' => self.out.push_str("\\t"),
            _ => self.print(format_args!("\\u{byte:04x}")),
        }
    }

    fn print(&mut self, what: std::fmt::Arguments<'_>) {
        // Writing to a String cannot fail: its `Write` returns Ok always.
        let _ = self.out.write_fmt(what);
    }
}

/// Only ASCII bytes need an escape, so that splitting there never splits a character.
fn needs_escape(byte: u8) -> bool {
    byte < b' ' || byte == b'"' || byte == b'\\'
}

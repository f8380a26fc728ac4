//! Making JSON that breaks off whole again, so that what came before the break can be read.

/// The text up to the last complete value before `end`, with everything closed that was open there.
/// `None` when there is no container to close. Bytes before `end` are taken to be the beginning of
/// valid JSON.
pub(super) fn close(text: &str, end: usize) -> Option<String> {
    let mut scan = Scan::default();
    for (at, byte) in text.bytes().enumerate().take(end) {
        scan.step(at, byte);
    }
    let open = scan.open.get(..scan.cut_depth)?;
    let mut mended = text.get(..scan.cut?)?.to_owned();
    mended.extend(open.iter().rev().map(|closer| char::from(*closer)));
    Some(mended)
}

/// Where a walk through JSON stands.
#[derive(Default)]
struct Scan {
    /// What would close each open container, the outermost first.
    open: Vec<u8>,
    /// Inside a string, and whether the next character is escaped.
    string: Option<bool>,
    /// Whether the string or literal that is being read is a value, not a key.
    value: bool,
    /// Whether a number or a literal is being read.
    literal: bool,
    /// The end of the last complete value, and how many containers are open there.
    cut: Option<usize>,
    cut_depth: usize,
}

impl Scan {
    fn step(&mut self, at: usize, byte: u8) {
        match (self.string, byte) {
            (Some(true), _) => self.string = Some(false),
            (Some(false), b'\\') => self.string = Some(true),
            (Some(false), b'"') => {
                self.string = None;
                if self.value {
                    self.cut_after(at);
                }
            }
            (Some(false), _) => {}
            (None, b'"') => self.string = Some(false),
            (None, b'{') => self.enter(at, b'}'),
            (None, b'[') => self.enter(at, b']'),
            (None, b'}' | b']') => {
                self.end_literal(at);
                self.open.pop();
                self.cut_after(at);
            }
            (None, b',') => {
                self.end_literal(at);
                self.value = self.open.last() == Some(&b']');
            }
            (None, b':') => self.value = true,
            (None, b' ' | b'\t' | b'\n' | b'\r') => self.end_literal(at),
            (None, _) => self.literal = true,
        }
    }

    fn enter(&mut self, at: usize, closer: u8) {
        self.open.push(closer);
        self.value = closer == b']';
        self.cut_after(at);
    }

    /// A number is complete only when something follows it: of 1790 there may be only 17 left.
    fn end_literal(&mut self, at: usize) {
        if self.literal {
            self.literal = false;
            self.cut = Some(at);
            self.cut_depth = self.open.len();
        }
    }

    fn cut_after(&mut self, at: usize) {
        self.cut = Some(at + 1);
        self.cut_depth = self.open.len();
    }
}

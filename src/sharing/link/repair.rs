//! What mail and chat do to links, undone.

/// How often an address may have been wrapped in another.
const WRAPPED: usize = 5;

/// The ways to read a text, the likeliest first. Each undoes one thing more.
pub(super) fn readings(text: &str) -> Vec<String> {
    let mut readings = Vec::new();
    let plain = without_markup(text);
    let mut add = |reading: String| {
        if !readings.contains(&reading) {
            readings.push(reading);
        }
    };
    for start in [
        plain.clone(),
        from_quoted_printable(&plain),
        from_proofpoint(&plain),
    ] {
        let mut reading = start;
        for _ in 0..=WRAPPED {
            add(tidy(&reading, "-"));
            if reading.contains(['\u{2013}', '\u{2014}']) {
                add(tidy(&reading, "--"));
            }
            let inside = without_markup(&from_percent(&reading));
            // Nothing was wrapped, and nothing will be the next time.
            if inside == reading {
                break;
            }
            reading = inside;
        }
    }
    readings
}

/// Whether mail programs put this between the parts of a long line.
pub(super) fn is_between(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '>' | '|' | '=' | '\\' | '*' | '"' | '\'' | '`')
}

/// Letters as they were typed: invisible ones taken out, wide and curly ones plain. `dash` is what a dash
/// was that a program has made longer.
fn tidy(text: &str, dash: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{feff}' => {}
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => {}
            '\u{fe00}'..='\u{fe0f}' => {}
            '\u{2013}' | '\u{2014}' => tidy.push_str(dash),
            '\u{2010}'..='\u{2012}' | '\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' => {
                tidy.push('-');
            }
            // Full-width forms stand in the same order as ASCII.
            '\u{ff01}'..='\u{ff5e}' => {
                let plain = u8::try_from(u32::from(letter) - 0xff01 + 0x21);
                tidy.push(plain.map_or(letter, char::from));
            }
            _ => tidy.push(letter),
        }
    }
    tidy
}

/// The text without the marks of HTML that stand inside a broken line, and with its entities read.
fn without_markup(text: &str) -> String {
    let mut text = text.to_owned();
    for mark in [
        "<wbr>", "<wbr/>", "<wbr />", "<br>", "<br/>", "<br />", "&shy;", "&zwnj;", "&zwj;",
    ] {
        if text.contains(mark) {
            text = text.replace(mark, "");
        }
    }
    // An ampersand that was written out twice is read twice.
    for _ in 0..2 {
        text = from_entities(&text);
    }
    text
}

fn from_entities(text: &str) -> String {
    let mut read = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        read.push_str(before);
        match entity(after) {
            Some((letter, after)) => {
                read.push(letter);
                rest = after;
            }
            None => {
                read.push('&');
                rest = after;
            }
        }
    }
    read + rest
}

/// The letter that an entity stands for, its ampersand being gone.
fn entity(text: &str) -> Option<(char, &str)> {
    let (name, after) = text.split_once(';').filter(|(name, _)| name.len() < 10)?;
    let letter = match name {
        "amp" => '&',
        "num" => '#',
        "sol" => '/',
        "lowbar" => '_',
        "nbsp" => ' ',
        "ndash" => '\u{2013}',
        "mdash" => '\u{2014}',
        "dash" | "hyphen" | "minus" => '-',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        _ => {
            let number = name.strip_prefix('#')?;
            let number = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            char::from_u32(number.ok()?)?
        }
    };
    Some((letter, after))
}

/// The text of a mail in quoted-printable (RFC 2045, section 6.7).
fn from_quoted_printable(text: &str) -> String {
    let text = text.replace("=\r\n", "").replace("=\n", "");
    hexed(&text, '=')
}

/// The text with `%23` and the like read once.
fn from_percent(text: &str) -> String {
    hexed(text, '%')
}

/// The address inside one that Proofpoint has wrapped: `-` stands for `%` there, and `_` for `/`.
fn from_proofpoint(text: &str) -> String {
    let Some((_, inside)) = text
        .split_once("/v2/url?u=")
        .filter(|(before, _)| before.contains("urldefense"))
    else {
        return String::new();
    };
    let inside = inside.split('&').next().unwrap_or_default();
    from_percent(&inside.replace('_', "/").replace('-', "%"))
}

/// The text with each two hexadecimal digits after this mark read as a byte.
fn hexed(text: &str, mark: char) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(mark) {
        bytes.extend_from_slice(before.as_bytes());
        let digits = after
            .get(..2)
            .filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                let mut letter = [0; 4];
                bytes.extend_from_slice(mark.encode_utf8(&mut letter).as_bytes());
                rest = after;
            }
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8_lossy(&bytes).into_owned()
}

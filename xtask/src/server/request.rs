//! Reading the head of an HTTP/1.1 request.

use std::io::{self, BufRead, Read};

/// The most bytes that the head of a request may have.
const LONGEST_HEAD: u64 = 16 * 1024;

/// What the server needs to know of a request.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Head {
    /// The first word of the request: `GET`.
    pub(super) method: String,
    /// The second: path and query.
    pub(super) path: String,
    /// The browser takes answers packed with brotli.
    pub(super) brotli: bool,
    /// The connection ends after this answer.
    pub(super) close: bool,
}

/// Reads one head; `None` when the browser has closed the connection.
pub(super) fn read(reader: &mut impl BufRead) -> io::Result<Option<Head>> {
    let mut reader = reader.take(LONGEST_HEAD);
    let mut line = String::new();
    if reader.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    let mut words = line.split_whitespace().map(str::to_owned);
    let mut head = Head {
        method: words.next().unwrap_or_default(),
        path: words.next().unwrap_or_default(),
        ..Head::default()
    };
    loop {
        line.clear();
        if reader.read_line(&mut line)? == 0 {
            return Err(io::Error::other(
                "the head of the request is cut off or too long",
            ));
        }
        let Some((name, value)) = line.trim_end().split_once(':') else {
            return Ok(Some(head));
        };
        note(
            &mut head,
            &name.to_ascii_lowercase(),
            &value.trim().to_ascii_lowercase(),
        );
    }
}

fn note(head: &mut Head, name: &str, value: &str) {
    match name {
        "accept-encoding" => {
            head.brotli = value.split(',').any(|coding| coding.trim() == "br");
        }
        "connection" => head.close |= value == "close",
        // A body is never read, so nothing that follows could be told from it.
        "content-length" => head.close |= value != "0",
        "transfer-encoding" => head.close = true,
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Head {
        read(&mut text.as_bytes()).unwrap().unwrap()
    }

    #[test]
    fn reads_what_matters() {
        let head = parsed("GET /a?b HTTP/1.1\r\naccept-encoding: gzip, br\r\nX: y\r\n\r\n");
        let expected = Head {
            method: "GET".into(),
            path: "/a?b".into(),
            brotli: true,
            close: false,
        };
        assert_eq!(head, expected);
    }

    #[test]
    fn closes_when_asked_and_after_a_body() {
        assert!(parsed("GET / HTTP/1.1\r\nConnection: close\r\n\r\n").close);
        assert!(parsed("POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello").close);
    }

    #[test]
    fn a_closed_connection_is_no_request_and_a_cut_one_is_an_error() {
        assert_eq!(read(&mut "".as_bytes()).unwrap(), None);
        assert!(read(&mut "GET / HTTP/1.1\r\nHost: x".as_bytes()).is_err());
    }
}

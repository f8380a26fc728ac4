//! Choosing and writing the answer to a request.

use super::request::Head;
use crate::hosting::{self, HeaderRules};
use std::{
    collections::HashMap,
    fs, io,
    path::{Component, Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::SystemTime,
};

/// Brotli's quality for answers: nearly as small as 11 and many times faster.
const QUALITY: i32 = 9;

/// Files already packed, so that a second visit does not pack them again.
#[derive(Default)]
pub(super) struct Packed(Mutex<HashMap<PathBuf, PackedFile>>);

/// When the file was last changed, and its brotli form.
type PackedFile = (SystemTime, Arc<[u8]>);

impl Packed {
    /// The brotli form of `bytes`, which is what `file` holds.
    fn get(&self, file: &Path, bytes: &[u8]) -> io::Result<Arc<[u8]>> {
        let changed = fs::metadata(file)?.modified()?;
        let mut packed = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((at, small)) = packed.get(file)
            && *at == changed
        {
            return Ok(Arc::clone(small));
        }
        let small: Arc<[u8]> = crate::brotli_of(bytes, QUALITY)?.into();
        packed.insert(file.to_path_buf(), (changed, Arc::clone(&small)));
        Ok(small)
    }
}

/// An answer, ready to be written.
pub(super) struct Reply {
    /// 200, 404 or 405.
    pub(super) status: u16,
    content_type: &'static str,
    brotli: bool,
    headers: Vec<(String, String)>,
    body: Arc<[u8]>,
}

/// The answer to a request for a file under `root`.
pub(super) fn to(head: &Head, root: &Path, packed: &Packed) -> Reply {
    let page = root.join("index.html");
    let rules = HeaderRules::beside(&page).unwrap_or_default();
    let path = head.path.split(['?', '#']).next().unwrap_or_default();
    let mut reply = choose(head, root, packed);
    let headers = rules.headers_for(path).into_iter();
    reply.headers = headers
        .filter(|(name, _)| reply.status == 200 || *name != "Cache-Control")
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    reply
}

fn choose(head: &Head, root: &Path, packed: &Packed) -> Reply {
    if head.method != "GET" && head.method != "HEAD" {
        return Reply::plain(405, "Only GET and HEAD are answered here.\n");
    }
    let Some(file) = file_for(&head.path) else {
        return Reply::plain(404, "There is no such file.\n");
    };
    let name = file.to_string_lossy();
    let path = root.join(&file);
    let Ok(bytes) = fs::read(&path) else {
        return Reply::plain(404, "There is no such file.\n");
    };
    let small = (head.brotli && hosting::packs(&name)).then(|| packed.get(&path, &bytes));
    let (brotli, body) = match small {
        Some(Ok(small)) => (true, small),
        _ => (false, bytes.into()),
    };
    Reply {
        status: 200,
        content_type: hosting::media_type(&name),
        brotli,
        headers: Vec::new(),
        body,
    }
}

impl Reply {
    fn plain(status: u16, text: &str) -> Self {
        Self {
            status,
            content_type: "text/plain; charset=utf-8",
            brotli: false,
            headers: Vec::new(),
            body: text.as_bytes().into(),
        }
    }

    /// Writes the answer; only its head when `head_only`.
    pub(super) fn write(&self, mut stream: impl io::Write, head_only: bool) -> io::Result<()> {
        let reason = match self.status {
            200 => "OK",
            404 => "Not Found",
            _ => "Method Not Allowed",
        };
        let mut text = format!(
            "HTTP/1.1 {} {reason}\r\nContent-Type: {}\r\nContent-Length: {}\r\n\
             Vary: Accept-Encoding\r\n",
            self.status,
            self.content_type,
            self.body.len()
        );
        if self.brotli {
            text.push_str("Content-Encoding: br\r\n");
        }
        for (name, value) in &self.headers {
            text.push_str(&format!("{name}: {value}\r\n"));
        }
        text.push_str("\r\n");
        let mut answer = text.into_bytes();
        if !head_only {
            answer.extend_from_slice(&self.body);
        }
        stream.write_all(&answer)
    }
}

/// The file that a request path names, relative to the served folder; `None` when it leads out of it.
fn file_for(request_path: &str) -> Option<PathBuf> {
    let path = request_path.split(['?', '#']).next()?;
    let path = percent_decoded(path.strip_prefix('/')?)?;
    let mut file = PathBuf::from(&path);
    if path.is_empty() || path.ends_with('/') {
        file.push("index.html");
    }
    let stays_inside = file
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    stays_inside.then_some(file)
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            let digits = std::str::from_utf8(&digits).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_files_inside_the_folder_only() {
        let file = |path| file_for(path).map(|file| file.to_string_lossy().into_owned());
        assert_eq!(file("/").as_deref(), Some("index.html"));
        assert_eq!(file("/icons/?v=1").as_deref(), Some("icons/index.html"));
        assert_eq!(file("/a%20b.js?x#y").as_deref(), Some("a b.js"));
        for outside in [
            "/../a",
            "/a/../../b",
            "//etc/passwd",
            "/%2e%2e/a",
            "/%2",
            "",
            "a",
        ] {
            assert_eq!(file(outside), None, "{outside}");
        }
    }

    #[test]
    fn packs_once_and_again_after_a_change() {
        let file = std::env::temp_dir().join(format!("first-light-packed-{}", std::process::id()));
        let packed = Packed::default();
        fs::write(&file, "one").unwrap();
        let first = packed.get(&file, b"one").unwrap();
        let same = packed.get(&file, b"one").unwrap();
        assert!(Arc::ptr_eq(&first, &same));
        let later = SystemTime::now() + std::time::Duration::from_secs(60);
        fs::File::options()
            .write(true)
            .open(&file)
            .unwrap()
            .set_modified(later)
            .unwrap();
        let other = packed.get(&file, b"two").unwrap();
        assert_ne!(first, other);
        fs::remove_file(file).unwrap();
    }
}

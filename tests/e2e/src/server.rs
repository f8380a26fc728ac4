//! Serves the built app on loopback and keeps a log of every request.
//!
//! The policy that the page states for itself is sent once more as a report-only header, so that
//! each engine tells the server of every violation, from the first byte on. All other headers are those
//! of the file `_headers` beside the page, as hosts are asked to send them.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

use xtask::hosting::{HeaderRules, media_type};

/// Where browsers send their reports of broken rules.
const REPORTS: &str = "/content-security-policy-report";

/// The name of the script that a test lets the page run before its own.
const PRELUDE: &str = "prelude-of-the-tests.js";

/// A static file server that forgets nothing.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    root: Mutex<PathBuf>,
    rules: HeaderRules,
    requests: Mutex<Vec<String>>,
    violations: Mutex<Vec<String>>,
    referrers: Mutex<Vec<String>>,
    lost: Mutex<Vec<&'static str>>,
    prelude: Mutex<Option<&'static str>>,
    /// Nobody is answered: as when the network is gone.
    silent: AtomicBool,
    closed: AtomicBool,
}

impl Server {
    /// Serves the files under `root` on a free port of 127.0.0.1.
    #[must_use]
    pub fn start(root: &Path) -> Server {
        assert!(
            root.join("index.html").is_file(),
            "{} holds no index.html: build the app first (cargo xtask build)",
            root.display()
        );
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("loopback has a free port");
        let address = listener.local_addr().expect("a listener has an address");
        let shared = Arc::new(Shared {
            root: Mutex::new(root.to_owned()),
            rules: HeaderRules::beside(&root.join("index.html")).expect("headers can be read"),
            requests: Mutex::default(),
            violations: Mutex::default(),
            referrers: Mutex::default(),
            lost: Mutex::default(),
            prelude: Mutex::default(),
            silent: AtomicBool::new(false),
            closed: AtomicBool::new(false),
        });
        let accepting = Arc::clone(&shared);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if accepting.closed.load(Ordering::Relaxed) {
                    return;
                }
                let shared = Arc::clone(&accepting);
                // A connection that breaks is the browser's business: it asks again.
                thread::spawn(move || shared.converse(&stream).ok());
            }
        });
        Server { address, shared }
    }

    /// The address of a page of the app, given its fragment (such as `#/settings`).
    #[must_use]
    pub fn url(&self, fragment: &str) -> String {
        format!("http://{}/{fragment}", self.address)
    }

    /// From now on, files whose names end like this cannot be had.
    pub fn loses(&self, ending: &'static str) {
        lock(&self.shared.lost).push(ending);
    }

    /// From now on, every file can be had again.
    pub fn finds_all(&self) {
        lock(&self.shared.lost).clear();
    }

    /// From now on, the page runs this script before its own.
    pub fn plays_first(&self, script: &'static str) {
        *lock(&self.shared.prelude) = Some(script);
    }

    /// From now on, nothing can be had: the network is gone. (The port stays ours, so that nobody else
    /// answers on it.)
    pub fn goes_away(&self) {
        self.shared.silent.store(true, Ordering::SeqCst);
    }

    /// The network is back.
    pub fn comes_back(&self) {
        self.shared.silent.store(false, Ordering::SeqCst);
    }

    /// From now on, serves the files under another folder, such as a newer version.
    pub fn serves(&self, root: &Path) {
        root.clone_into(&mut lock(&self.shared.root));
    }

    /// Every request so far, as `METHOD PATH`, reports of violations left out.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        lock(&self.shared.requests).clone()
    }

    /// All requests but those that browsers make again when it suits them: for the picture in the tab, and
    /// for the service worker, to see whether there is a newer one.
    #[must_use]
    pub fn requests_of_the_page(&self) -> Vec<String> {
        let mut requests = self.requests();
        requests.retain(|request| request != "GET /favicon.svg" && request != "GET /worker.js");
        requests
    }

    /// Every violation of the page's policy that a browser reported, as JSON.
    #[must_use]
    pub fn violations(&self) -> Vec<String> {
        lock(&self.shared.violations).clone()
    }

    /// Every `Referer` that a browser sent: where a person came from.
    #[must_use]
    pub fn referrers(&self) -> Vec<String> {
        lock(&self.shared.referrers).clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.closed.store(true, Ordering::Relaxed);
        // Wakes the accepting thread so that it sees the flag.
        drop(TcpStream::connect(self.address));
    }
}

impl Shared {
    fn converse(&self, mut stream: &TcpStream) -> std::io::Result<()> {
        let mut reader = BufReader::new(stream);
        while let Some(request) = Request::read(&mut reader)? {
            if self.silent.load(Ordering::SeqCst) {
                return Ok(());
            }
            if request.path == REPORTS {
                lock(&self.violations).push(String::from_utf8_lossy(&request.body).into_owned());
                stream.write_all(b"HTTP/1.1 204 No Content\r\n\r\n")?;
            } else {
                lock(&self.requests).push(format!("{} {}", request.method, request.path));
                lock(&self.referrers).extend(request.referrer);
                self.answer(stream, &request.path)?;
            }
        }
        Ok(())
    }

    fn answer(&self, mut stream: &TcpStream, path: &str) -> std::io::Result<()> {
        let name = match path.split(['?', '#']).next().unwrap_or_default() {
            "/" => "index.html",
            named => named.trim_start_matches('/'),
        };
        let lost = lock(&self.lost).iter().any(|ending| name.ends_with(ending));
        let found = (!lost && !name.split('/').any(|part| part == ".."))
            .then(|| fs::read(lock(&self.root).join(name)).ok())
            .flatten();
        let found = match (found, *lock(&self.prelude)) {
            (None, Some(script)) if name == PRELUDE => Some(script.as_bytes().to_vec()),
            (Some(page), Some(_)) if name == "index.html" => Some(with_prelude(&page)),
            (found, _) => found,
        };
        let status = if found.is_some() {
            "200 OK"
        } else {
            "404 Not Found"
        };
        let body = found.unwrap_or_else(|| b"There is no such file.".to_vec());
        let policy = policy_of(name, &body)
            .map(|policy| {
                format!("Content-Security-Policy-Report-Only: {policy}; report-uri {REPORTS}\r\n")
            })
            .unwrap_or_default();
        let headers: String = self
            .rules
            .headers_for(path.split(['?', '#']).next().unwrap_or_default())
            .into_iter()
            .map(|(name, value)| format!("{name}: {value}\r\n"))
            .collect();
        write!(
            stream,
            "HTTP/1.1 {status}\r\nContent-Type: {}\r\nContent-Length: {}\r\n{headers}{policy}\r\n",
            media_type(name),
            body.len()
        )?;
        stream.write_all(&body)
    }
}

struct Request {
    method: String,
    path: String,
    referrer: Option<String>,
    body: Vec<u8>,
}

impl Request {
    /// The next request of a connection, or none when the browser has closed it.
    fn read(reader: &mut impl BufRead) -> std::io::Result<Option<Request>> {
        let mut first = String::new();
        if reader.read_line(&mut first)? == 0 {
            return Ok(None);
        }
        let mut words = first.split_whitespace().map(str::to_owned);
        let (Some(method), Some(path)) = (words.next(), words.next()) else {
            return Ok(None);
        };
        let (mut length, mut referrer) = (0, None);
        loop {
            let mut header = String::new();
            if reader.read_line(&mut header)? == 0 || header.trim().is_empty() {
                break;
            }
            let Some((name, value)) = header.split_once(':') else {
                continue;
            };
            match &*name.to_ascii_lowercase() {
                "content-length" => length = value.trim().parse().unwrap_or(0),
                "referer" => referrer = Some(value.trim().to_owned()),
                _ => {}
            }
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body)?;
        Ok(Some(Request {
            method,
            path,
            referrer,
            body,
        }))
    }
}

/// The policy that an HTML page states in its own `<meta http-equiv>`.
fn policy_of(name: &str, body: &[u8]) -> Option<String> {
    if !name.ends_with(".html") {
        return None;
    }
    let page = String::from_utf8_lossy(body);
    // The build drops quotes and changes the order of attributes.
    let tag = page.split('<').find(|tag| {
        tag.starts_with("meta ")
            && tag.contains("http-equiv")
            && tag.contains("Content-Security-Policy")
    })?;
    let (_, after) = tag.split_once("content=\"")?;
    let (policy, _) = after.split_once('"')?;
    let one_line: Vec<&str> = policy.split_whitespace().collect();
    Some(one_line.join(" ").trim_end_matches(';').to_owned())
}

/// A panic in one thread of the server must not hide what the others have seen.
fn lock<T>(shared: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    shared
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// The page with one more script, before all others.
fn with_prelude(page: &[u8]) -> Vec<u8> {
    let first = format!("<script src=./{PRELUDE}></script><script");
    String::from_utf8_lossy(page)
        .replacen("<script", &first, 1)
        .into_bytes()
}

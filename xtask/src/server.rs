//! A small static file server on the loopback address, with the headers that we ask of hosts.
//!
//! `cargo xtask serve` uses it, and so do the browser tests, which read its log of requests.

mod reply;
mod request;

use std::{
    io,
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

/// How long a connection may stay silent before it is closed.
const IDLE: Duration = Duration::from_secs(30);

/// The headers that every answer carries, whatever the file.
pub const SECURITY_HEADERS: [(&str, &str); 6] = [
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("X-Content-Type-Options", "nosniff"),
    ("Content-Security-Policy", "frame-ancestors 'none'"),
    (
        "Permissions-Policy",
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), \
         fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), \
         payment=(), picture-in-picture=(), publickey-credentials-get=(), \
         screen-wake-lock=(), usb=(), web-share=(), xr-spatial-tracking=()",
    ),
];

/// One request that the server answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// `GET`, `HEAD` or whatever the browser sent.
    pub method: String,
    /// The path with its query, as sent: `/index.html?x=1`.
    pub path: String,
    /// The status of the answer: 200, 404, 405.
    pub status: u16,
}

/// What the server's threads share.
struct Shared {
    root: PathBuf,
    log: Mutex<Vec<Request>>,
    packed: reply::Packed,
    stopping: AtomicBool,
}

impl Shared {
    fn log(&self) -> MutexGuard<'_, Vec<Request>> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A running server. It stops when dropped.
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
}

impl Server {
    /// Serves the folder `root` on 127.0.0.1. Port 0 takes any free port.
    ///
    /// # Errors
    /// When the port is taken or the system allows no listening.
    pub fn start(root: &Path, port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let server = Self {
            address: listener.local_addr()?,
            shared: Arc::new(Shared {
                root: root.to_path_buf(),
                log: Mutex::default(),
                packed: reply::Packed::default(),
                stopping: AtomicBool::new(false),
            }),
        };
        let shared = Arc::clone(&server.shared);
        thread::spawn(move || listen(&listener, &shared));
        Ok(server)
    }

    /// Where the server's `index.html` is: `http://127.0.0.1:8080/`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Every request since the start, or since [`Server::forget_requests`], in the order answered.
    #[must_use]
    pub fn requests(&self) -> Vec<Request> {
        self.shared.log().clone()
    }

    /// Empties the log of requests.
    pub fn forget_requests(&self) {
        self.shared.log().clear();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.stopping.store(true, Ordering::SeqCst);
        // The listening thread sleeps until somebody connects: so we do.
        drop(TcpStream::connect(self.address));
    }
}

fn listen(listener: &TcpListener, shared: &Arc<Shared>) {
    for stream in listener.incoming() {
        if shared.stopping.load(Ordering::SeqCst) {
            return;
        }
        if let Ok(stream) = stream {
            let shared = Arc::clone(shared);
            // A browser that goes away in the middle is no news.
            thread::spawn(move || drop(converse(&stream, &shared)));
        }
    }
}

/// Answers the requests of one connection until the browser closes it.
fn converse(stream: &TcpStream, shared: &Shared) -> io::Result<()> {
    stream.set_read_timeout(Some(IDLE))?;
    stream.set_nodelay(true)?;
    let mut reader = io::BufReader::new(stream);
    while let Some(head) = request::read(&mut reader)? {
        let reply = reply::to(&head, &shared.root, &shared.packed);
        shared.log().push(Request {
            method: head.method.clone(),
            path: head.path.clone(),
            status: reply.status,
        });
        reply.write(stream, head.method == "HEAD")?;
        if head.close || shared.stopping.load(Ordering::SeqCst) {
            break;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};

    /// Sends one request and returns the whole answer as text.
    fn ask(server: &Server, head: &str) -> String {
        let mut stream = TcpStream::connect(server.address).unwrap();
        stream.write_all(head.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn serve_one_page() -> (PathBuf, Server) {
        let folder =
            std::env::temp_dir().join(format!("first-light-server-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("index.html"), "<p>Hello</p>").unwrap();
        let server = Server::start(&folder, 0).unwrap();
        (folder, server)
    }

    #[test]
    fn serves_files_with_headers_and_remembers_requests() {
        let (folder, server) = serve_one_page();
        let page = ask(
            &server,
            "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        );
        assert!(page.starts_with("HTTP/1.1 200 OK\r\n"), "{page}");
        assert!(
            page.contains("\r\nContent-Type: text/html; charset=utf-8\r\n"),
            "{page}"
        );
        assert!(
            page.contains("\r\nReferrer-Policy: no-referrer\r\n"),
            "{page}"
        );
        assert!(page.ends_with("\r\n\r\n<p>Hello</p>"), "{page}");

        let head = ask(
            &server,
            "HEAD /index.html?a HTTP/1.1\r\nConnection: close\r\n\r\n",
        );
        assert!(head.contains("\r\nContent-Length: 12\r\n"), "{head}");
        assert!(head.ends_with("\r\n\r\n"), "{head}");

        let missing = ask(
            &server,
            "GET /../Cargo.toml HTTP/1.1\r\nConnection: close\r\n\r\n",
        );
        assert!(missing.starts_with("HTTP/1.1 404 "), "{missing}");
        let post = ask(&server, "POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\nhi");
        assert!(post.starts_with("HTTP/1.1 405 "), "{post}");

        let seen: Vec<_> = server
            .requests()
            .into_iter()
            .map(|r| (r.method, r.path, r.status))
            .collect();
        let expected = [
            ("GET", "/", 200),
            ("HEAD", "/index.html?a", 200),
            ("GET", "/../Cargo.toml", 404),
            ("POST", "/", 405),
        ];
        assert_eq!(
            seen,
            expected.map(|(m, p, s)| (m.to_owned(), p.to_owned(), s))
        );
        server.forget_requests();
        assert!(server.requests().is_empty());
        std::fs::remove_dir_all(folder).unwrap();
    }
}

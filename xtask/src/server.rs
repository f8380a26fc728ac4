//! A small static file server on the loopback address, with the headers of the page's `_headers` file.
//!
//! (The browser tests have a server of their own, which listens for reports of broken rules.)

mod reply;
mod request;

use std::{
    io,
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

/// How long a connection may stay silent before it is closed.
const IDLE: Duration = Duration::from_secs(30);

/// What the server's threads share.
struct Shared {
    root: PathBuf,
    packed: reply::Packed,
    stopping: AtomicBool,
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
    /// The port is taken, or the system gives none.
    pub fn start(root: &Path, port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let server = Self {
            address: listener.local_addr()?,
            shared: Arc::new(Shared {
                root: root.to_path_buf(),
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
        let rules = "/*\n  Referrer-Policy: no-referrer\n/a-*\n  Cache-Control: max-age=9\n";
        std::fs::write(folder.join("_headers"), rules).unwrap();
        std::fs::write(folder.join("a-1.js"), "").unwrap();
        let server = Server::start(&folder, 0).unwrap();
        (folder, server)
    }

    #[test]
    fn serves_files_with_headers_and_nothing_else() {
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
        for (path, cached) in [
            ("/a-1.js?b", true),
            ("/a-2.js", false),
            ("/index.html", false),
        ] {
            let answer = ask(
                &server,
                &format!("GET {path} HTTP/1.1\r\nConnection: close\r\n\r\n"),
            );
            let held = answer.contains("\r\nCache-Control: max-age=9\r\n");
            assert_eq!(held, cached, "{answer}");
        }
        let post = ask(&server, "POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\nhi");
        assert!(post.starts_with("HTTP/1.1 405 "), "{post}");

        std::fs::remove_dir_all(folder).unwrap();
    }
}

//! Real web servers with the header files of `deploy/`, as a person who hosts the app would use them.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::time::Duration;

use tempfile::TempDir;

use crate::process::{Family, free_port, poll};
use crate::tools::{Tool, repository};

/// How long a server may take to come up.
const START_LIMIT: Duration = Duration::from_secs(20);

/// A web server that people use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// With `deploy/nginx.conf`.
    Nginx,
    /// With `deploy/Caddyfile`.
    Caddy,
}

/// A running web server on loopback. It ends when dropped.
// The order of the fields is the order of the end: the server, then its files.
#[derive(Debug)]
pub struct Host {
    port: u16,
    server: Family,
    _home: TempDir,
}

/// What a server answered.
#[derive(Debug)]
pub struct Answer {
    /// 200 when the file is there.
    pub status: u16,
    headers: Vec<(String, String)>,
}

impl Answer {
    /// The value of a header, by its name in whatever case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut all = self.headers.iter();
        all.find(|(own, _)| own.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }
}

impl Program {
    /// The program's file.
    #[must_use]
    pub fn tool(self) -> Tool {
        match self {
            Program::Nginx => Tool::NGINX,
            Program::Caddy => Tool::CADDY,
        }
    }

    /// The name of its header file in `deploy/`.
    #[must_use]
    pub fn file(self) -> &'static str {
        match self {
            Program::Nginx => "nginx.conf",
            Program::Caddy => "Caddyfile",
        }
    }

    /// Its header file with the lines that are marked "yours" filled in.
    fn site(self, root: &Path, port: u16) -> String {
        let file = repository().join("deploy").join(self.file());
        let mut text = fs::read_to_string(&file).expect("a header file can be read");
        let root = root.display();
        let yours = match self {
            Program::Nginx => [
                ("listen 80;", format!("listen 127.0.0.1:{port};")),
                ("root /srv/first-light;", format!("root \"{root}\";")),
            ],
            Program::Caddy => [
                (
                    "\nfirst-light.example {",
                    format!("\nhttp://127.0.0.1:{port} {{"),
                ),
                ("root * /srv/first-light", format!("root * \"{root}\"")),
            ],
        };
        for (marked, ours) in yours {
            assert_eq!(
                text.matches(marked).count(),
                1,
                "{}: {marked}",
                file.display()
            );
            text = text.replace(marked, &ours);
        }
        text
    }

    /// Writes its settings under `home` and gives the arguments to start it with.
    fn arguments(self, site: &str, home: &Path) -> Vec<String> {
        let path = |name: &str| home.join(name).display().to_string();
        let write = |name: &str, text: &str| {
            fs::write(home.join(name), text).expect("a setting can be written");
        };
        match self {
            Program::Nginx => {
                let folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
                let folders = folders.map(|name| format!("{name}_temp_path \"{}\";", path("temp")));
                write("site.conf", site);
                // One process that stays in the foreground and keeps to its own folder.
                let all = format!(
                    "daemon off; master_process off; pid \"{}\"; error_log stderr notice;\n\
                     events {{}}\nhttp {{ access_log off; {} include \"{}\"; }}\n",
                    path("pid"),
                    folders.join(" "),
                    path("site.conf")
                );
                write("nginx.conf", &all);
                let words = ["-p", &path(""), "-e", "stderr", "-c", &path("nginx.conf")];
                words.map(str::to_owned).to_vec()
            }
            Program::Caddy => {
                let all = format!("{{\n\tadmin off\n\tauto_https off\n}}\n{site}");
                write("Caddyfile", &all);
                let words = [
                    "run",
                    "--adapter",
                    "caddyfile",
                    "--config",
                    &path("Caddyfile"),
                ];
                words.map(str::to_owned).to_vec()
            }
        }
    }
}

impl Host {
    /// Serves the files under `root` by the header file as it is in `deploy/`.
    #[must_use]
    pub fn start(program: Program, root: &Path) -> Host {
        Host::start_changed(program, root, |site| site)
    }

    /// The same with a changed header file. Panics with what the server said when it does not take it.
    #[must_use]
    pub fn start_changed(
        program: Program,
        root: &Path,
        change: impl FnOnce(String) -> String,
    ) -> Host {
        let home = tempfile::Builder::new()
            .prefix("first-light-host-")
            .tempdir()
            .expect("a temporary folder can be created");
        let port = free_port();
        let arguments = program.arguments(&change(program.site(root, port)), home.path());
        let folder = home.path().as_os_str();
        let names = ["HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME"];
        let environment = names.map(|name| (name, folder));
        let log = home.path().join("log");
        let server = Family::start(&program.tool().path(), &arguments, &environment, &log);
        let host = Host {
            port,
            server,
            _home: home,
        };
        poll(START_LIMIT, || TcpStream::connect(("127.0.0.1", port)).ok()).unwrap_or_else(|| {
            panic!(
                "{program:?} does not answer. It said: {}",
                host.server.printed()
            )
        });
        host
    }

    /// The address of a file.
    #[must_use]
    pub fn url(&self, file: &str) -> String {
        format!("http://127.0.0.1:{}/{file}", self.port)
    }

    /// Asks for a path (such as `/index.html`) as a browser does that takes answers packed in these ways.
    #[must_use]
    pub fn ask(&self, path: &str, packed: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("the server answers");
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nAccept-Encoding: {packed}\r\nConnection: close\r\n\r\n",
            self.port
        );
        stream
            .write_all(request.as_bytes())
            .expect("a request can be sent");
        let mut answer = Vec::new();
        stream
            .read_to_end(&mut answer)
            .expect("an answer can be read");
        let answer = String::from_utf8_lossy(&answer);
        let (head, _) = answer.split_once("\r\n\r\n").expect("an answer has a head");
        let mut lines = head.lines();
        let status = lines
            .next()
            .and_then(|line| line.split(' ').nth(1)?.parse().ok());
        let headers = lines.filter_map(|line| line.split_once(": "));
        Answer {
            status: status.expect("an answer has a status"),
            headers: headers
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
        }
    }
}

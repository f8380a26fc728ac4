//! One nginx on loopback with two sites, both with the settings of `deploy/nginx.conf`.

use crate::{
    Outcome,
    project::{self, Project},
};
use std::{
    env,
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{self, Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// How long nginx may take to come up.
const START_LIMIT: Duration = Duration::from_secs(10);

/// A folder that goes away with this.
pub(super) struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        Self(env::temp_dir().join(format!("first-light-{name}-{}", process::id())))
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A folder that stays behind in the system's place for such folders does no harm.
        let _ = project::remove_folder(&self.0);
    }
}

/// The smallest page that one would put on a host, for want of another.
pub(super) fn smallest_page() -> Outcome<Folder> {
    let folder = Folder::new("plain");
    let page = "<!doctype html><html lang=en><meta charset=utf-8><title>Plain</title><p>A page.\n";
    project::write(&folder.path().join("index.html"), page)?;
    Ok(folder)
}

/// A running nginx. It ends when dropped.
pub(super) struct Site {
    /// Where the two sites are.
    pub(super) ports: [u16; 2],
    nginx: Child,
    _home: Folder,
}

impl Site {
    /// Serves two folders.
    pub(super) fn start(project: &Project, nginx: &Path, roots: [&Path; 2]) -> Outcome<Self> {
        let home = Folder::new("load");
        let ports = [free_port()?, free_port()?];
        let settings = project::read(&project.root.join("deploy").join("nginx.conf"))?;
        let mut sites = String::new();
        for (root, port) in roots.into_iter().zip(ports) {
            sites.push_str(&own(&settings, root, port)?);
        }
        let path = |name: &str| home.path().join(name).display().to_string();
        let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|name| format!("{name}_temp_path \"{}\";", path("temp")));
        let all = format!(
            "daemon off; worker_processes 1; pid \"{}\"; error_log stderr warn;\nevents {{ worker_connections 256; }}\n\
             http {{ access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; {}\n{sites}}}\n",
            path("pid"),
            temporary.join(" ")
        );
        project::write(&home.path().join("nginx.conf"), &all)?;
        let child = Command::new(nginx)
            .args(["-p", &path(""), "-e", "stderr", "-c", &path("nginx.conf")])
            .stdin(Stdio::null())
            .stderr(Stdio::inherit())
            .spawn()
            .map_err(|error| format!("nginx does not start: {error}."))?;
        let site = Self {
            ports,
            nginx: child,
            _home: home,
        };
        site.waits()?;
        Ok(site)
    }

    fn waits(&self) -> Outcome {
        let end = Instant::now() + START_LIMIT;
        while TcpStream::connect(("127.0.0.1", self.ports[0])).is_err() {
            if Instant::now() > end {
                return Err("nginx does not come up (see above).".to_owned());
            }
            thread::yield_now();
        }
        Ok(())
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // Asked to end, it ends its worker as well.
        let id = self.nginx.id().to_string();
        let asked = Command::new("kill").arg(&id).status();
        if !asked.is_ok_and(|status| status.success()) {
            let _ = self.nginx.kill();
        }
        let _ = self.nginx.wait();
    }
}

/// The settings with their lines "yours" filled in, and names that no other site uses.
fn own(settings: &str, root: &Path, port: u16) -> Outcome<String> {
    let root = format!("root \"{}\";", root.display());
    let listen = format!("listen 127.0.0.1:{port};");
    let mut own = settings.replace("first_light_caching", &format!("caching_{port}"));
    for (marked, ours) in [("listen 80;", listen), ("root /srv/first-light;", root)] {
        if own.matches(marked).count() != 1 {
            return Err(format!("deploy/nginx.conf does not say {marked} once."));
        }
        own = own.replace(marked, &ours);
    }
    Ok(own)
}

fn free_port() -> Outcome<u16> {
    TcpListener::bind(("127.0.0.1", 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|error| format!("no port is free: {error}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_sites_do_not_share_names() {
        let project = Project::here().unwrap();
        let settings = project::read(&project.root.join("deploy/nginx.conf")).unwrap();
        let own = own(&settings, Path::new("/a b"), 7).unwrap();
        assert!(own.contains("listen 127.0.0.1:7;") && own.contains("root \"/a b\";"));
        assert!(own.contains("map $uri $caching_7 {") && !own.contains("$first_light_caching"));
    }
}

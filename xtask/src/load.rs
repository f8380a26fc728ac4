//! nginx with `deploy/nginx.conf` under load on this machine, beside the same nginx that serves a plain page.
//!
//! Both sites stand in one nginx with the same settings, and take turns, so that whatever else the machine does
//! meets both. Only the ratio means anything.

mod site;

use crate::{Outcome, project::Project, run::say, setup::Servers, size};
use site::Site;
use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    thread,
    time::{Duration, Instant},
};

/// Connections at a time, each with one request after the other.
const CONNECTIONS: usize = 16;
/// How long one turn takes, and how many each site gets.
const TURN: Duration = Duration::from_secs(1);
const TURNS: usize = 7;

/// Serves `dist/` and the page in the folder `plain`, and prints requests and visits a second of both.
pub(crate) fn tell(project: &Project, plain: Option<&Path>) -> Outcome {
    let (servers, missing) = Servers::ready(project);
    let nginx = servers.nginx.ok_or_else(|| missing.join("\n"))?;
    let dist = project.dist();
    if !dist.join("index.html").is_file() {
        return Err("There is no dist/ yet: `cargo xtask dist` makes it.".to_owned());
    }
    let small = site::smallest_page()?;
    let plain = plain.unwrap_or(small.path());
    let site = Site::start(project, &nginx, [&dist, plain])?;
    let visits = [size::first_visit(&dist)?, size::first_visit(plain)?];
    say(&format!(
        "One nginx, {CONNECTIONS} connections, {TURNS} turns of {} s each; medians.\n",
        TURN.as_secs()
    ));
    let page = ["/".to_owned()];
    let pages = race(&site, [&page, &page])?;
    row("the page alone, requests a second", pages, 1, 1);
    let asked = visits.each_ref().map(|files| addresses(files));
    let all = race(&site, asked.each_ref().map(Vec::as_slice))?;
    row("a first visit, requests a second", all, 1, 1);
    row(
        "a first visit, visits a second",
        all,
        asked[0].len(),
        asked[1].len(),
    );
    Ok(())
}

fn addresses(files: &[String]) -> Vec<String> {
    let address = |file: &String| match file.as_str() {
        "index.html" => "/".to_owned(),
        other => format!("/{other}"),
    };
    files.iter().map(address).collect()
}

fn row(what: &str, [ours, plain]: [f64; 2], our_files: usize, plain_files: usize) {
    let (ours, plain) = (ours / our_files as f64, plain / plain_files as f64);
    say(&format!(
        "{what}: First Light {ours:.0}, the plain page {plain:.0}, {:.2} times",
        ours / plain
    ));
}

/// Requests a second of both sites, the median of all turns.
fn race(site: &Site, paths: [&[String]; 2]) -> Outcome<[f64; 2]> {
    let mut rates = [Vec::new(), Vec::new()];
    for _ in 0..TURNS {
        for (which, rates) in rates.iter_mut().enumerate() {
            rates.push(turn(site.ports[which], paths[which])?);
        }
    }
    Ok(rates.map(median))
}

fn median(mut rates: Vec<f64>) -> f64 {
    rates.sort_by(f64::total_cmp);
    rates[rates.len() / 2]
}

/// Requests a second in one turn.
fn turn(port: u16, paths: &[String]) -> Outcome<f64> {
    let began = Instant::now();
    let answered = thread::scope(|scope| {
        let asking: Vec<_> = (0..CONNECTIONS)
            .map(|first| scope.spawn(move || ask(port, paths, first, began + TURN)))
            .collect();
        let mut answered = 0;
        for one in asking {
            answered += one
                .join()
                .unwrap_or_else(|_| Err("a thread ended".to_owned()))?;
        }
        Ok::<usize, String>(answered)
    })?;
    Ok(answered as f64 / began.elapsed().as_secs_f64())
}

/// Asks for one path after the other on one connection; returns how many answers came.
fn ask(port: u16, paths: &[String], first: usize, end: Instant) -> Outcome<usize> {
    let told = |error| format!("nginx does not answer: {error}.");
    let stream = TcpStream::connect(("127.0.0.1", port)).map_err(told)?;
    stream.set_nodelay(true).map_err(told)?;
    let mut reader = BufReader::with_capacity(1 << 16, &stream);
    let mut answered = 0;
    for path in paths.iter().cycle().skip(first % paths.len()) {
        if Instant::now() >= end {
            break;
        }
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: first-light.example\r\nAccept-Encoding: gzip\r\n\r\n"
        );
        (&stream).write_all(request.as_bytes()).map_err(told)?;
        skip_answer(&mut reader).map_err(|why| format!("{path}: {why}"))?;
        answered += 1;
    }
    Ok(answered)
}

/// Reads one answer, whose length is told or which comes in chunks.
fn skip_answer(reader: &mut impl BufRead) -> Outcome {
    let told = |error: std::io::Error| format!("the answer breaks off: {error}.");
    let mut line = String::new();
    reader.read_line(&mut line).map_err(told)?;
    if !line.starts_with("HTTP/1.1 200 ") {
        return Err(format!("nginx answered {}", line.trim()));
    }
    let (mut length, mut chunked) = (0, false);
    loop {
        line.clear();
        reader.read_line(&mut line).map_err(told)?;
        let header = line.trim().to_ascii_lowercase();
        match header.split_once(':') {
            Some(("content-length", value)) => length = value.trim().parse().unwrap_or(0),
            Some(("transfer-encoding", value)) => chunked = value.trim() == "chunked",
            Some(_) => {}
            None => break,
        }
    }
    loop {
        if chunked {
            line.clear();
            reader.read_line(&mut line).map_err(told)?;
            length = u64::from_str_radix(line.trim(), 16).map_err(|error| error.to_string())?;
        }
        // The end of a line follows each chunk.
        let more = length + if chunked { 2 } else { 0 };
        let read = std::io::copy(&mut reader.by_ref().take(more), &mut std::io::sink());
        if read.map_err(told)? != more {
            return Err("the answer is too short".to_owned());
        }
        if !chunked || length == 0 {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_answers_of_both_kinds_to_their_end() {
        let text = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcHTTP/1.1 200 OK\r\n\
            Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\na\r\n0123456789\r\n0\r\n\r\nHTTP/1.1 404 Not Found\r\n\r\n";
        let mut reader = text.as_bytes();
        assert_eq!(skip_answer(&mut reader), Ok(()));
        assert_eq!(skip_answer(&mut reader), Ok(()));
        assert!(skip_answer(&mut reader).unwrap_err().contains("404"));
        assert!(
            skip_answer(&mut "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\na".as_bytes()).is_err()
        );
    }

    #[test]
    fn the_median_does_not_mind_one_bad_turn() {
        assert!((median(vec![3.0, 900.0, 1.0, 2.0, 4.0]) - 3.0).abs() < f64::EPSILON);
    }
}

//! The commands of `cargo xtask`.

use crate::{
    Outcome, bench,
    bundle::{self, Edition, policy},
    dist, fuzz, load,
    project::Project,
    run::say,
    scripts,
    server::Server,
    setup::{Kit, TestKit},
    single, styles, test,
    test::Part,
    vault, watch,
};
use std::{io, io::ErrorKind, path::Path};

/// The port that `serve` tries first.
const PORT: u16 = 8080;
/// How many ports after the first are tried when it is taken.
const PORTS: u16 = 20;

const HELP: &str = "\
cargo xtask COMMAND

  serve [--port N] [--dev]   build the page and serve it on this machine; --dev builds quickly,
                             with two made-up languages, and again after every change
  build                      build the page for visitors into dist/
  dist [--twice]             build the folder to upload, dist/, with packed copies, headers and lists;
                             --twice builds it in two other folders and compares every byte
  single                     the page as one HTML file with everything inside, target/first-light.html
  test                       everything below, one after the other
  test native [NAME]         tests that need no browser; NAME picks some of them
  test fuzz                  made-up bytes for everything that is read, a minute for each kind
  test browser [NAME]        tests inside Chromium
  test e2e [NAME]            the whole page in Chromium, Firefox and WebKit
  test same                  the page built again in another folder, and every byte compared
  torture WHAT [--times N] [--seed N]
                             the tests in browsers that go by chance, more often than `test` does:
                             `kill` kills browsers while somebody types, `two_tabs` types in two
                             windows, `throwing` lets calls of the storage fail, `damage [NAME]` opens
                             the app over every damaged state, or those whose names hold NAME; `fuzz`
                             is the part of that name with ten million calls of each target
  lint                       form and warnings
  size                       what a first visit downloads, and what each dependency costs
  bench [--runs N] [--save]  how quick it is in Chromium, and how large, beside the plain page of bench/plain/:
                             medians of N runs (5), what has changed since the last report, and what
                             became more than 10 % slower or larger; --save keeps the report in
                             bench/report.json, so that it can be committed
  load [FOLDER]              how many requests a second nginx answers with dist/, beside the page in FOLDER
  setup                      install what all this needs into .tools/ (the others do so by themselves)
  env                        print shell variables for calling cargo and trunk by hand:
                             eval \"$(cargo xtask env)\"
  styles                     join the style sheets, and make the scripts small (Trunk calls this)
  finish                     write into the built page which style its policy lets in, and put the
                             program that opens locks beside it (Trunk calls this)
  help                       this text";

/// Does what the words after `cargo xtask` ask for.
///
/// # Errors
/// One sentence for the person who typed them.
pub fn run(words: &[String]) -> Outcome {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let project = Project::here()?;
    match words.as_slice() {
        [] | ["help" | "--help" | "-h"] => {
            say(HELP);
            Ok(())
        }
        ["serve", options @ ..] => serve(&project, options),
        ["build"] => bundle::build(&project, &Kit::ready(&project)?, Edition::Release).map(drop),
        ["dist"] => dist::make(&project),
        ["dist", "--twice"] => dist::make_twice(&project),
        ["single"] => single::make(&project),
        ["bench", options @ ..] => bench::tell(&project, bench::Options::read(options)?),
        ["load"] => load::tell(&project, None),
        ["load", plain] => load::tell(&project, Some(Path::new(plain))),
        ["test"] => test::all(&project),
        ["test", part, filters @ ..] => {
            let part = Part::named(part).ok_or_else(|| unknown(&format!("test {part}")))?;
            let filters: Vec<String> = filters.iter().map(|&filter| filter.to_owned()).collect();
            test::one(&project, part, &filters)
        }
        ["torture", "fuzz", options @ ..] => fuzz::long(&project, times(&chances(options)?)),
        ["torture", "damage"] => test::torture(&project, "every_damaged_state", &[]),
        ["torture", "damage", name] => {
            let named = [("FL_STATE", (*name).to_owned())];
            test::torture(&project, "every_damaged_state", &named)
        }
        ["torture", what, options @ ..] => test::torture(&project, what, &chances(options)?),
        ["lint"] => test::lint(&project, &Kit::ready(&project)?),
        ["size"] => test::measure(&project, &Kit::ready(&project)?),
        ["setup"] => setup(&project),
        ["env"] => env(&project),
        ["styles"] => {
            styles::join(&project)?;
            scripts::shorten(&project, &Kit::ready(&project)?)
        }
        ["finish"] => {
            policy::complete_built_page()?;
            vault::put(&project, &Kit::ready(&project)?)
        }
        other => Err(unknown(&other.join(" "))),
    }
}

/// What `torture` was asked for, as variables for the tests.
fn chances(mut options: &[&str]) -> Outcome<Vec<(&'static str, String)>> {
    let mut asked = Vec::new();
    loop {
        let (name, variable, value) = match options {
            [] => return Ok(asked),
            [name @ "--times", value, ..] => (name, "FL_TIMES", value),
            [name @ "--seed", value, ..] => (name, "FL_SEED", value),
            [other, ..] => return Err(unknown(&format!("torture {other}"))),
        };
        if value.parse::<u64>().is_err() {
            return Err(format!("{name} takes a whole number, not {value}."));
        }
        asked.push((variable, (*value).to_owned()));
        options = &options[2..];
    }
}

/// How often, if that was said.
fn times(asked: &[(&str, String)]) -> Option<u64> {
    let times = asked.iter().find(|(variable, _)| *variable == "FL_TIMES");
    times.and_then(|(_, times)| times.parse().ok())
}

fn unknown(words: &str) -> String {
    format!("There is no `cargo xtask {words}`.\n\n{HELP}")
}

fn setup(project: &Project) -> Outcome {
    Kit::ready(project)?;
    let browsers = TestKit::ready(project)?;
    if browsers.missing.is_empty() {
        say("Everything is there.");
        return Ok(());
    }
    Err(browsers.missing.join("\n"))
}

/// Lines for a shell. Only what is printed here may go to standard output when nothing is missing.
fn env(project: &Project) -> Outcome {
    for (name, value) in Kit::ready(project)?.variables() {
        say(&format!("export {name}='{}'", value.to_string_lossy()));
    }
    Ok(())
}

/// How `serve` was asked to serve.
#[derive(Debug, PartialEq, Eq)]
struct Serving {
    edition: Edition,
    port: Option<u16>,
}

fn serving(mut options: &[&str]) -> Outcome<Serving> {
    let mut asked = Serving {
        edition: Edition::Release,
        port: None,
    };
    loop {
        options = match options {
            [] => return Ok(asked),
            ["--dev", rest @ ..] => {
                asked.edition = Edition::Dev;
                rest
            }
            ["--port", port, rest @ ..] => {
                let told = |_| format!("{port} is no port; ports go from 1 to 65535.");
                asked.port = Some(port.parse().map_err(told)?);
                rest
            }
            [other, ..] => return Err(unknown(&format!("serve {other}"))),
        }
    }
}

fn serve(project: &Project, options: &[&str]) -> Outcome {
    let asked = serving(options)?;
    let kit = Kit::ready(project)?;
    let mut newest = watch::newest(project);
    let folder = bundle::build(project, &kit, asked.edition)?;
    let server = listen(&folder, asked.port)?;
    say(&format!(
        "\nFirst Light is at {}\nCtrl+C ends it.",
        server.url()
    ));
    loop {
        watch::wait_for_change(project, newest);
        newest = watch::newest(project);
        if asked.edition == Edition::Dev {
            match bundle::build(project, &kit, asked.edition) {
                Ok(_) => say(&format!("Built anew: reload {}", server.url())),
                Err(why) => say(&why),
            }
        }
    }
}

/// A server on the port that was asked for, or on the first free one.
fn listen(folder: &Path, port: Option<u16>) -> Outcome<Server> {
    let told = |error: io::Error| {
        format!("The page cannot be served: {error}; `--port N` takes another port.")
    };
    if let Some(port) = port {
        return Server::start(folder, port).map_err(told);
    }
    for port in PORT..PORT + PORTS {
        match Server::start(folder, port) {
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            done => return done.map_err(told),
        }
    }
    Server::start(folder, 0).map_err(told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_how_to_serve() {
        assert_eq!(
            serving(&[]),
            Ok(Serving {
                edition: Edition::Release,
                port: None
            })
        );
        assert_eq!(
            serving(&["--port", "9000", "--dev"]),
            Ok(Serving {
                edition: Edition::Dev,
                port: Some(9000)
            })
        );
        for wrong in [&["--port", "70000"][..], &["--port"], &["--open"]] {
            assert!(serving(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn reads_how_to_torture() {
        assert_eq!(
            chances(&["--times", "60", "--seed", "7"]),
            Ok(vec![
                ("FL_TIMES", "60".to_owned()),
                ("FL_SEED", "7".to_owned())
            ])
        );
        for wrong in [&["--times"][..], &["--seed", "x"], &["60"]] {
            assert!(chances(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn answers_words_that_it_does_not_know_with_the_help() {
        let told = run(&["tset".to_owned()]).unwrap_err();
        assert!(
            told.starts_with("There is no `cargo xtask tset`."),
            "{told}"
        );
        assert!(run(&["test".to_owned(), "all".to_owned()]).is_err());
    }

    #[test]
    fn takes_the_next_port_when_one_is_taken() {
        let folder = std::env::temp_dir();
        let first = listen(&folder, None).unwrap();
        let second = listen(&folder, None).unwrap();
        assert_ne!(first.url(), second.url());
    }
}

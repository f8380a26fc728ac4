//! Measures First Light beside the plain page of `bench/plain/`; `cargo xtask bench` calls it.
//!
//! - [`site`]: the two pages, and the plans that stand in them.
//! - [`conditions`]: how slow the machine and the network are made.
//! - [`opening`]: opening a page, for the first time and again.
//! - [`work`]: writing, and going on from page to page.
//!
//! Whatever else the machine does meets both pages: they take turns in everything that is measured.

mod conditions;
mod opening;
mod site;
mod work;

use std::{env, fs, panic, path::PathBuf};

use e2e::chance::{tell, times};
use site::Site;
use xtask::bench::{Measure, OUT, Samples};

/// What one visit to a page gives.
type Values = Vec<(Measure, f64)>;

/// Measures one thing of a page.
type Scene = fn(&Site) -> Values;

/// What is measured in one run, in this order, each in a browser of its own.
const SCENES: [(&str, Scene); 6] = [
    ("opening", opening::first_time),
    ("the first words", opening::first_words),
    ("coming back", opening::again),
    ("writing, empty", work::empty),
    ("writing, large", work::large),
    ("writing, 200 plans", work::beside_many),
];

fn main() {
    speaks_in_sentences();
    let out = env::var_os(OUT).map(PathBuf::from);
    let out = out.expect("`cargo xtask bench` says where the figures go");
    let mut sites = [Site::first_light(), Site::plain()];
    // Not counted: the server packs a file when it is first asked for, and the system reads the browser from the disk.
    for site in &sites {
        opening::first_time(site);
    }
    let runs = times(5);
    let mut samples = Samples::default();
    for run in 1..=runs {
        for (name, scene) in SCENES {
            tell(format_args!("Run {run} of {runs}: {name}"));
            for site in &sites {
                for (measure, value) in scene(site) {
                    samples.add(site.side, measure, value);
                }
            }
            // Being first may be a disadvantage.
            sites.reverse();
        }
        // There is an even number of scenes: this way each of them is begun by the other page in the next run.
        sites.reverse();
    }
    fs::write(&out, samples.report(runs).to_json()).expect("the figures can be written");
}

/// What goes wrong is told in one sentence, without the place in this program.
fn speaks_in_sentences() {
    panic::set_hook(Box::new(|fault| {
        let payload = fault.payload();
        let told = payload.downcast_ref::<String>().map(String::as_str);
        let told = told.or_else(|| payload.downcast_ref::<&str>().copied());
        tell(told.unwrap_or("The measuring stopped for no reason that is known."));
    }));
}

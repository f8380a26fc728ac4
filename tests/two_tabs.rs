//! The same plan in several tabs, in thousands of random orders: a tab sleeps, sees late what another wrote
//! or is never told, has a clock that is ten years off, finds no room, is loaded again. Every word that
//! somebody typed is in the plan, or in a version of it that they were told about.
//!
//! An order follows from its seed, which a failure prints.

#[path = "support/browser_storage.rs"]
mod browser_storage;

#[path = "support/glass.rs"]
mod glass;

#[path = "support/tab.rs"]
mod tab;

use browser_storage::Shared;
use first_light::format::Plan;
use first_light::store::{Cipher, Library};
use first_light::ui::session::Event;
use glass::Glass;
use std::cell::Cell;
use std::collections::BTreeSet;
use std::rc::Rc;
use tab::{ID, LOCK, PAGES, PROMPTS, Tab};

const ORDERS: u64 = 3_000;
const STEPS: usize = 60;

const TEN_YEARS: u64 = 315_576_000_000;

thread_local! {
    /// How much time has passed, in milliseconds.
    static TIME: Cell<u64> = const { Cell::new(1_795_000_000_000) };
}

/// The tabs' clocks are ten years apart.
const CLOCKS: [fn() -> u64; 3] = [
    || TIME.get(),
    || TIME.get() - TEN_YEARS,
    || TIME.get() + TEN_YEARS,
];

/// A row of numbers that look like chance (SplitMix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % end as u64).expect("less than the end")
    }

    fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }
}

/// Some tabs on one storage, with everything that was typed and not lost with a tab that was killed.
struct World {
    /// Whether every tab sees at once what another writes.
    is_quick: bool,
    storage: Shared,
    chance: Chance,
    tabs: Vec<Tab>,
    typed: Vec<String>,
}

impl World {
    fn new(seed: u64) -> Self {
        let is_quick = seed.is_multiple_of(2);
        let storage = Shared::new(is_quick);
        let mut chance = Chance(seed);
        let tabs = 2 + usize::from(chance.one_in(4));
        let (first, view) = storage.open();
        let plan = Plan::new(0);
        let library = Library::new(view);
        library.save(ID, &plan).expect("room");
        if seed.is_multiple_of(3) {
            library.set_lock(LOCK, Rc::new(Glass)).expect("room");
        }
        storage.close(first);
        let tabs = CLOCKS[..tabs]
            .iter()
            .map(|clock| Tab::open(&storage, *clock, PAGES[0]))
            .collect();
        Self {
            is_quick,
            storage,
            chance,
            tabs,
            typed: Vec::new(),
        }
    }

    /// Tells the other tabs that this one wrote; some never hear of it.
    fn wrote(&mut self, tab: usize, wrote: bool) {
        for (other, tab_there) in self.tabs.iter_mut().enumerate() {
            if wrote && other != tab && !self.chance.one_in(5) {
                tab_there.unseen += 1;
            }
        }
    }

    /// Types a word, or half of one, or the other half.
    fn types(&mut self, tab: usize) {
        if self.tabs[tab].begun.is_some() {
            return self.tabs[tab].ends_the_word();
        }
        if self.tabs[tab].session.open().is_none() {
            return;
        }
        let word = format!(" w{}.", self.typed.len());
        let prompt = PROMPTS[self.chance.below(PROMPTS.len())];
        self.typed.push(word.clone());
        self.tabs[tab].types(prompt, &word[..2]);
        self.tabs[tab].begun = Some((prompt, word));
        if self.chance.one_in(2) {
            self.tabs[tab].ends_the_word();
        }
    }

    /// Lets time pass. Nobody stops for long in the middle of a word.
    fn passes(&mut self) {
        let pause = self.chance.one_in(15);
        let more = if pause { 5_000 } else { self.chance.below(60) };
        if pause || self.chance.one_in(20) {
            self.tabs.iter_mut().for_each(Tab::ends_the_word);
        }
        TIME.set(TIME.get() + u64::try_from(more).expect("a short time"));
    }

    fn step(&mut self) {
        self.passes();
        let tab = self.chance.below(self.tabs.len());
        let kind = self.chance.below(100);
        if self.tabs[tab].asleep && kind < 90 {
            return;
        }
        if self.chance.one_in(2) {
            self.storage.send(self.tabs[tab].number);
            self.receives(tab);
        }
        if std::env::var("FL_TRACE").is_ok() {
            eprintln!(
                "t{} tab {tab} kind {kind} of {}",
                TIME.get() % 1_000_000,
                self.tabs.len()
            );
            for t in &self.tabs {
                eprintln!(
                    "   tab {} asleep {} begun {:?} waiting {} open {:?} known {:?}",
                    t.number,
                    t.asleep,
                    t.begun,
                    t.waiting.is_some(),
                    t.session.open().map(|o| PROMPTS
                        .iter()
                        .map(|p| o.worksheet.text(*p).to_string())
                        .collect::<Vec<_>>()
                        .join("|")),
                    t.session.library.raw(ID).ok().flatten().map(|r| r.len())
                );
            }
            for (k, v) in self.storage.texts() {
                if k.contains(".plan.") {
                    eprintln!("      {k} {}", &v[v.find("answers").unwrap_or(0)..]);
                }
            }
        }
        match kind {
            0..40 => {
                self.types(tab);
            }
            40..60 => {
                let wrote = self.tabs[tab].writes();
                self.wrote(tab, wrote);
            }
            60..75 if self.tabs[tab].unseen > 0 => self.tabs[tab].looks(),
            75..82 => {
                let page = PAGES[self.chance.below(PAGES.len())];
                let wrote = self.tabs[tab].goes(page);
                self.wrote(tab, wrote);
            }
            82..85 => {
                let wrote = self.tabs[tab].goes("");
                self.wrote(tab, wrote);
                self.tabs[tab].happens(Event::Rename(ID, "Wednesdays".into()));
                self.wrote(tab, true);
                self.tabs[tab].goes(PAGES[0]);
            }
            85..87 => self.deletes_and_brings_back(tab),
            87..89 => {
                let wrote = self.tabs[tab].writes();
                self.wrote(tab, wrote);
                self.starts_again(tab);
            }
            89 => self.starts_again(tab),
            90..95 => {
                self.tabs[tab].ends_the_word();
                self.tabs[tab].asleep = !self.tabs[tab].asleep;
                if !self.tabs[tab].asleep && self.chance.one_in(2) {
                    self.tabs[tab].looks();
                }
            }
            95..97 if self.is_quick => self.storage.limit(Some(self.chance.below(500))),
            97 => self.tabs[tab].locks_and_opens(),
            _ => self.storage.limit(None),
        }
    }

    /// Lets a tab look at what has arrived; whether there was something.
    fn receives(&mut self, tab: usize) -> bool {
        let number = self.tabs[tab].number;
        let Some(news) = self.storage.receive(number) else {
            return false;
        };
        if let Some((key, text)) = news {
            let tab = &mut self.tabs[tab];
            if let Some(text) = text {
                tab.happens(Event::Elsewhere(key, text));
            }
            tab.looks();
        }
        true
    }

    /// Ends a tab and opens it anew, which takes much longer than it takes the browser to tell what others
    /// wrote. What it could not write is gone, as the browser warned.
    fn starts_again(&mut self, tab: usize) {
        self.tabs[tab].ends_the_word();
        self.settles();
        let lost = std::mem::take(&mut self.tabs[tab].unwritten);
        self.typed.retain(|word| !lost.contains(word));
        let told = std::mem::take(&mut self.tabs[tab].told);
        self.storage.close(self.tabs[tab].number);
        self.tabs[tab] = Tab::open(&self.storage, self.tabs[tab].clock, PAGES[0]);
        self.tabs[tab].told.extend(told);
    }

    /// Deletes the plan, lets another tab write, and brings the plan back.
    fn deletes_and_brings_back(&mut self, tab: usize) {
        self.storage.limit(None);
        self.tabs[tab].goes("");
        self.tabs[tab].happens(Event::Delete(ID));
        let other = (tab + 1) % self.tabs.len();
        self.tabs[other].ends_the_word();
        self.tabs[other].writes();
        self.tabs[tab].happens(Event::BringBack);
        self.tabs[tab].goes(PAGES[0]);
        self.wrote(tab, true);
    }

    /// The end of the day: there is room again, and every tab wakes up, writes and looks.
    fn ends(&mut self) {
        self.storage.limit(None);
        for tab in &mut self.tabs {
            tab.asleep = false;
            tab.ends_the_word();
        }
        self.settles();
        TIME.set(TIME.get() + 10_000);
        for tab in &mut self.tabs {
            tab.writes();
            tab.happens(Event::TryAgain);
            tab.goes(PAGES[0]);
        }
        self.settles();
        for tab in &mut self.tabs {
            tab.looks();
        }
        self.settles();
    }

    /// Waits until everything that was written has reached every tab.
    fn settles(&mut self) {
        loop {
            let mut moved = false;
            for tab in 0..self.tabs.len() {
                moved |= self.storage.send(self.tabs[tab].number);
                moved |= !self.tabs[tab].asleep && self.receives(tab);
            }
            if !moved {
                return;
            }
        }
    }

    /// The words that are neither in the plan nor in a version that somebody was told about.
    fn lost(&self) -> Vec<&str> {
        let mut texts = self.storage.texts();
        if texts.contains_key("first-light.lock") {
            texts.retain(|key, _| key.starts_with("first-light.plan."));
            for (key, text) in &mut texts {
                *text = Glass.open(key, text).expect("sealed for its own place");
            }
        }
        let told: BTreeSet<String> = self
            .tabs
            .iter()
            .flat_map(|tab| &tab.told)
            .chain([&ID])
            .map(|id| format!("first-light.plan.{id}"))
            .collect();
        let found = |word: &str| {
            // The note on the page leads to one of them, and says what the others are called.
            let mut known = texts
                .iter()
                .filter(|(key, text)| told.contains(*key) || text.contains("(from another tab)"));
            known.any(|(_, text)| text.contains(word))
        };
        let typed = self.typed.iter().map(String::as_str);
        typed.filter(|word| !found(word)).collect()
    }
}

#[test]
fn whatever_the_order_every_word_is_found_again() {
    let seeds = match std::env::var("FL_SEED").map(|seed| seed.parse()) {
        Ok(seed) => {
            let seed = seed.expect("FL_SEED is a number");
            seed..seed + 1
        }
        Err(_) => 0..ORDERS,
    };
    let mut versions = 0;
    for seed in seeds.clone() {
        let mut world = World::new(seed);
        for _ in 0..STEPS {
            world.step();
            for tab in &world.tabs {
                for word in &tab.unwritten {
                    assert!(tab.shows(word), "seed {seed}: {word} is not shown any more");
                }
            }
        }
        world.ends();
        if std::env::var("FL_TRACE").is_ok() {
            for (k, v) in world.storage.texts() {
                if k.contains(".plan.") {
                    eprintln!("END   {k} {}", &v);
                }
            }
            for t in &world.tabs {
                eprintln!("told {:?}", t.told);
            }
        }
        assert_eq!(world.lost(), [""; 0], "seed {seed}");
        versions += world.storage.texts().len();
    }
    assert!(
        seeds.end - seeds.start < ORDERS || versions > 2 * seeds.count(),
        "the tabs never came into each other's way"
    );
}

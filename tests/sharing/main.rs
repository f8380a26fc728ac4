//! What people hand each other comes out as it went in, or not at all.

#[path = "../support/glass.rs"]
mod glass;
#[path = "../support/mod.rs"]
mod support;

mod calendar;
mod choice;
mod copies;
mod files;
mod fixtures;
mod invitations;
mod links;
mod qr;

/// Where the program stands, as far as links know.
const BASE: &str = "https://first-light.example/app/";

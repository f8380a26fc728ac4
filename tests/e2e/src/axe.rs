//! The accessibility rules of axe-core.

use std::fs;
use std::sync::OnceLock;

use serde_json::{Value, json};

use crate::Browser;
use crate::tools::Tool;

/// Runs every rule that states a duty (WCAG 2.2 A and AA) or good practice.
const RUN: &str = "
    const done = arguments[arguments.length - 1];
    if (!window.axe) return done({ missing: true });
    window.axe.run(document, { resultTypes: ['violations'] }).then(
        (results) => done({
            violations: results.violations.map((rule) => ({
                id: rule.id, help: rule.help,
                nodes: rule.nodes.map((node) => node.html + ' — ' + node.failureSummary),
            })),
            rules: results.passes.length,
        }),
        (error) => done({ error: String(error) }),
    );";

fn source() -> &'static str {
    static SOURCE: OnceLock<String> = OnceLock::new();
    SOURCE.get_or_init(|| fs::read_to_string(Tool::AXE.path()).expect("axe.min.js can be read"))
}

impl Browser {
    /// The rules that the page breaks now, each with the elements that break it.
    #[must_use]
    pub fn axe_violations(&self) -> Vec<String> {
        let mut result = self.script_with_callback(RUN, json!([]));
        if result["missing"] == true {
            // Once for each document that is loaded; it is larger than the app.
            self.script(&format!("{}\nwindow.axe = axe;", source()), json!([]));
            result = self.script_with_callback(RUN, json!([]));
        }
        assert!(
            result["rules"].as_u64().is_some_and(|rules| rules > 0),
            "{}: axe did not run: {result}",
            self.engine()
        );
        result["violations"]
            .as_array()
            .into_iter()
            .flatten()
            .map(describe)
            .collect()
    }
}

fn describe(rule: &Value) -> String {
    let nodes: Vec<&str> = rule["nodes"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    format!(
        "{}: {}\n    {}",
        rule["id"].as_str().unwrap_or_default(),
        rule["help"].as_str().unwrap_or_default(),
        nodes.join("\n    ")
    )
}

// What a person sees when the program cannot start, or stops at a fault. It does not need the program.
// Its words stand in index.html, in the templates "not-started" and "stopped".
(function () {
  var SLOW = 15000;
  var shown = false;

  function starting() {
    return document.querySelector(".boot");
  }

  // Everything stored, as key and text; empty where storage is blocked.
  function stored() {
    var found = {};
    try {
      for (var i = 0; i < localStorage.length; i++) {
        var key = localStorage.key(i);
        if (key.indexOf("first-light.") === 0) found[key] = localStorage.getItem(key);
      }
    } catch (error) {
      return {};
    }
    return found;
  }

  // What stands in the fields of the page.
  function onPage() {
    var fields = document.querySelectorAll("textarea, input[type=text]:not([autocomplete$=password])");
    return Array.prototype.map.call(fields, function (field) { return field.value; })
      .filter(function (words) { return words.trim() !== ""; });
  }

  function download(words) {
    var all = { "on-this-page": words, stored: stored() };
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(all, null, 1)], { type: "application/json" }));
    link.download = "first-light-rescued.json";
    link.click();
  }

  function show(template, detail) {
    if (shown) return;
    shown = true;
    var source = document.getElementById(template);
    if (!source || !source.content) return;
    var panel = source.content.cloneNode(true);
    var words = onPage();
    var has = Object.keys(stored()).some(function (key) { return key.indexOf("first-light.plan.") === 0; });
    var holds = { stored: has, words: words.length > 0, "only-here": !has && words.length > 0, anything: has || words.length > 0 };
    panel.querySelectorAll("[data-if]").forEach(function (part) {
      if (!holds[part.dataset.if]) part.remove();
    });
    var say = function (name, text) {
      panel.querySelectorAll("[data-say=" + name + "]").forEach(function (part) { part.textContent = text; });
    };
    say("detail", detail);
    say("words", words.join("\n\n"));
    var failed = panel.querySelector("[data-say=failed]");
    var on = function (name, act) {
      panel.querySelectorAll("[data-do=" + name + "]").forEach(function (button) { button.addEventListener("click", act); });
    };
    on("reload", function () { location.reload(); });
    on("download", function () {
      try {
        download(words);
      } catch (error) {
        failed.textContent = failed.dataset.text;
      }
    });
    var place = document.getElementById("app") || document.body;
    place.replaceChildren(panel);
    var title = place.querySelector("h1");
    if (title) title.focus();
  }

  window.addEventListener("first-light-stopped", function (event) { show("stopped", String(event.detail)); });
  window.addEventListener("first-light-not-started", function (event) {
    // A program that has already begun and failed has said so itself.
    show("not-started", String(event.detail));
  });
  window.addEventListener("error", function (event) {
    if (event.target && event.target.tagName === "SCRIPT") {
      show("not-started", event.target.src);
    } else if (typeof WebAssembly === "object" && event.error instanceof WebAssembly.RuntimeError) {
      show(starting() ? "not-started" : "stopped", String(event.error.stack || event.error));
    }
  }, true);

  if (!("noModule" in HTMLScriptElement.prototype) || typeof WebAssembly !== "object") {
    show("not-started", navigator.userAgent);
  }
  setTimeout(function () {
    var status = document.querySelector(".boot__status");
    if (status) status.textContent = status.dataset.slow;
  }, SLOW);
})();

// What a person sees when the program cannot start, or stops at a fault. It does not need the program.
// Its words stand in index.html, in the templates "not-started" and "stopped".
(function () {
  var SLOW = 15000;
  var shown = false;
  var silent = false;
  var does = {};

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

  // What stands in the fields of the page; no passphrase, and nothing that the page wrote itself. The field of the
  // first page has no type left once the page was made small.
  function onPage() {
    var fields = document.querySelectorAll("textarea, #plan-name, input[type=text]:not([autocomplete$=password], [id$=passphrase], [readonly], [hidden])");
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

  // The program is never called again: what it has in memory may be half changed. Its timers end, and
  // everything that happens is stopped before it can hear of it. What is to be heard without the program,
  // here and in public/leave.js, is listened for at the window and from the start, and so comes first.
  function silence() {
    silent = true;
    // Whatever cannot be held back here, a promise or a message, ends in the script between the program and
    // the browser (xtask/src/bundle/glue.rs).
    window.dispatchEvent(new Event("first-light-silent"));
    for (var id = setTimeout(function () {}); id > 0; id--) clearTimeout(id);
    if (window.requestIdleCallback) {
      for (var idle = requestIdleCallback(function () {}); idle > 0; idle--) cancelIdleCallback(idle);
    }
    var kinds = { "first-light-leaving": true };
    [window, document].forEach(function (target) {
      for (var name in target) if (name.indexOf("on") === 0) kinds[name.slice(2)] = true;
    });
    Object.keys(kinds).forEach(function (kind) {
      window.addEventListener(kind, function (event) { event.stopImmediatePropagation(); }, { capture: true, passive: true });
    });
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
    does = {
      // In the newest version, if public/offline.js is there and finds one.
      reload: function () {
        if (window.dispatchEvent(new Event("first-light-renew", { cancelable: true }))) location.reload();
      },
      download: function () {
        try {
          download(words);
        } catch (error) {
          var failed = document.querySelector("[data-say=failed]");
          failed.textContent = failed.dataset.text;
        }
      },
    };
    var place = document.getElementById("app") || document.body;
    // The program listens at this element, too: the panel stands in another one.
    var fresh = place.cloneNode(false);
    fresh.append(panel);
    fresh.hidden = false;
    place.replaceWith(fresh);
    // The first page of a new plan stands beside it until the program has taken over (public/early.js).
    if (starting()) starting().remove();
    var title = fresh.querySelector("h1");
    if (title) title.focus();
  }

  window.addEventListener("click", function (event) {
    var button = event.target instanceof Element && event.target.closest("[data-do]");
    if (button) does[button.dataset.do]();
  }, true);
  // The program listens for these at the window, too, before silence can (ui/app.rs, ui/lock_watch.rs,
  // browser/idle.rs). Chromium calls the listeners of an event that happens to the window itself in the
  // order in which they came, so these are there first. Only "beforeunload" is not among them, which would
  // keep the page out of the browser's cache.
  ["click", "focusout", "beforeprint", "keydown", "pointerdown", "wheel", "scroll", "input", "blur", "focus", "hashchange",
    "pagehide", "pageshow", "storage", "first-light-leaving", "first-light-newer"].forEach(function (kind) {
    window.addEventListener(kind, function (event) {
      if (silent) event.stopImmediatePropagation();
    }, { capture: true, passive: true });
  });
  window.addEventListener("first-light-silence", silence);
  window.addEventListener("first-light-stopped", function (event) {
    silence();
    show("stopped", String(event.detail));
  });
  window.addEventListener("first-light-not-started", function (event) {
    // A program that has already begun and failed has said so itself.
    show("not-started", String(event.detail));
  });

  // An error on its way through the program has stopped it, whatever was the cause.
  function stopped(error) {
    if (typeof WebAssembly !== "object" || !error) return;
    if (!(error instanceof WebAssembly.RuntimeError || /wasm/.test(error.stack))) return;
    silence();
    show(starting() ? "not-started" : "stopped", error + "\n" + error.stack);
  }

  window.addEventListener("error", function (event) {
    if (event.target && event.target.tagName === "SCRIPT") show("not-started", event.target.src);
    else stopped(event.error);
  }, true);
  window.addEventListener("unhandledrejection", function (event) { stopped(event.reason); }, true);

  if (!("noModule" in HTMLScriptElement.prototype) || typeof WebAssembly !== "object") {
    show("not-started", navigator.userAgent);
  }
  setTimeout(function () {
    var status = document.querySelector(".boot__status");
    if (status) status.textContent = status.dataset.slow;
  }, SLOW);
})();

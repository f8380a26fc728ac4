// The first page of a new plan, for who begins before the program has arrived. It stands in index.html, in the
// template "early", and takes the place of the first words. What is written there is stored at once, as the
// program would store it (src/format/v1.rs). The program draws its own page unseen, and takes over when that is
// there: never while a letter is being put together or a finger is down. What was written, chosen and pressed
// goes over to it.
(function () {
  var root = document.documentElement;
  var app = document.getElementById("app");
  var boot = document.querySelector(".boot");
  var template = document.getElementById("early");
  if (!boot || !template.content || "left" in root.dataset) return;
  var words = boot.querySelector("main");
  var status = boot.querySelector(".boot__status");
  var sky = boot.querySelector("[data-dawn]");
  // The plan's name in addresses, its page and what that says about saving, and the address that has to wait.
  var plan, page, saved, next;
  // Whether it is for this visit only. The program's own choice of the same name takes the mark from this one.
  var visit = false;
  // Whether a key or a finger is in the middle of something.
  var busy = false;
  // Whether the program has yet to get what is on the page, and what has the focus there.
  var owes = false;
  var focused, caret;

  function at(id) {
    return page.querySelector("#" + id);
  }

  function isShown() {
    return !!page && page.isConnected;
  }

  // Sixteen digits, as in the program's own names for plans.
  function chance() {
    var digits = "";
    crypto.getRandomValues(new Uint16Array(4)).forEach(function (number) {
      digits += (number + 65536).toString(16).slice(1);
    });
    return digits;
  }

  // Whether the address asks for the first page of a plan that is not stored yet, and nothing is locked.
  function isAsked() {
    var asked = /^#\/(?:new|plan\/([\da-f]{16})\/begin\/about)$/.exec(location.hash);
    if (!asked) return false;
    if (page && asked[1] === plan) return true;
    try {
      if (localStorage.getItem("first-light.lock") !== null) return false;
      if (asked[1] && localStorage.getItem("first-light.plan." + asked[1]) !== null) return false;
    } catch (error) {
      // Blocked: nothing is stored.
    }
    make(asked[1] || chance());
    return true;
  }

  function make(name) {
    var content = template.content.cloneNode(true);
    plan = name;
    page = content.querySelector("main");
    saved = content.querySelector(".save-status");
    visit = false;
    page.querySelector(".turn__next").setAttribute("href", "#/plan/" + plan + "/begin/company");
    page.addEventListener("input", keep);
  }

  function say(element) {
    element.textContent = visit ? element.dataset.visit : element.dataset.browser;
  }

  // Once the program is there, it alone writes into the storage: it would take what it finds for another tab's.
  function keep(event) {
    if (event.target.name) visit = event.target.value === "visit";
    if (app.firstElementChild) return;
    var name = at("plan-name").value;
    var key = "first-light.plan." + plan;
    say(page.querySelector("[data-visit]"));
    try {
      if (visit || name === "") localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify({ "first-light": 1, name: name, changed: Date.now(), place: "begin/about" }));
      say(saved);
    } catch (full) {
      // The program says so. It finds the words in the field.
    }
  }

  function show() {
    history.replaceState(history.state, "", "#/plan/" + plan + "/begin/about");
    // Outside of the program's place, which it clears when it begins to draw.
    app.after(boot);
    app.hidden = true;
    words.replaceWith(page);
    page.append(status);
    boot.querySelector(".masthead__name").after(saved);
    sky.dataset.dawn = 0;
    delete root.dataset.elsewhere;
  }

  function hide() {
    next = null;
    page.replaceWith(words);
    words.querySelector(".hero__notes").before(status);
    saved.remove();
    sky.dataset.dawn = 3;
    root.dataset.elsewhere = "";
  }

  function follow() {
    if (!boot.isConnected) return stop();
    if (isShown()) hide();
    if (!isAsked()) return;
    show();
    scrollTo(0, 0);
    at("question").focus({ preventScroll: true });
  }

  // Where a link leads needs the program. It is followed when the program has what was written.
  function wait(event) {
    var link = isShown() && event.target.closest("a[href^='#']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    next = link.getAttribute("href");
    root.dataset.elsewhere = "";
  }

  function hold(event) {
    busy = /start|down/.test(event.type);
    // A click comes after the finger is lifted, and the last letter after it was put together.
    if (!busy) setTimeout(look);
  }

  // Whether the program has drawn a page, or says that a part of itself did not arrive.
  function isDrawn() {
    var main = app.querySelector(".app:not(.boot) main");
    return !!main && (main.getAttribute("aria-busy") !== "true" || !!main.querySelector("button"));
  }

  function look() {
    if (busy || !isDrawn()) return;
    if (app.hidden) takeOver();
    var field = app.querySelector("#plan-name");
    if (owes && !field) return;
    stop();
    if (!owes) return;
    // Once: later the program knows more than this page did.
    owes = false;
    handOver(field);
  }

  function takeOver() {
    var from = document.activeElement;
    owes = isShown();
    if (boot.contains(from)) focused = from.id ? "#" + from.id : "a[href='" + from.getAttribute("href") + "']";
    if (owes && from === at("plan-name")) caret = [from.selectionStart, from.selectionEnd];
    boot.remove();
    app.hidden = false;
  }

  // As if it were done once more, in the program's own page.
  function handOver(field) {
    var name = at("plan-name").value;
    if (visit) app.querySelector("#keep-visit").click();
    if (field.value !== name) {
      field.value = name;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
    var to = focused && app.querySelector(focused);
    if (to) to.focus({ preventScroll: true });
    if (caret) field.setSelectionRange(caret[0], caret[1]);
    if (next) location.hash = next;
  }

  var watch = new MutationObserver(look);

  function stop() {
    watch.disconnect();
    removeEventListener("hashchange", follow);
  }

  ["compositionstart", "compositionend", "pointerdown", "pointerup", "pointercancel"].forEach(function (kind) {
    addEventListener(kind, hold, true);
  });
  boot.addEventListener("click", wait);
  addEventListener("hashchange", follow);
  watch.observe(app, { childList: true, subtree: true, attributeFilter: ["aria-busy"] });
  if (isAsked()) show();
})();

// Leave now: the button on every page, and Shift pressed three times. It does not need the program.
//
// The program is told first and stores at once what is not yet stored. Then the page is emptied, the
// program is never called again, and another site takes this page's place in the history. Earlier pages of
// ours stay in it. A mark tells them to show nothing: public/boot.js reads it before anything is drawn.
// The site and the words of the empty page stand in index.html, in the template "left".
(function () {
  // The mark. Opening First Light again in any other way takes it away.
  var LEFT = "first-light.left";
  // From the first press of Shift to the third, in milliseconds.
  var WITHIN = 2000;
  var presses = [];
  var left = "left" in document.documentElement.dataset;
  var template = document.getElementById("left");

  function empty() {
    document.body.replaceChildren();
    document.title = "";
    document.querySelectorAll("link[rel*=icon], link[rel=manifest]").forEach(function (link) { link.remove(); });
  }

  // What is seen by going back: nothing, and a way in for the person who left.
  function sayNothing() {
    empty();
    document.body.append(template.content.cloneNode(true));
    document.title = document.querySelector("h1").textContent;
  }

  // In a full storage the mark takes the place of an entry that is made again when it is needed.
  function mark() {
    try {
      localStorage.setItem(LEFT, "");
    } catch (full) {
      var head = Object.keys(localStorage).find(function (key) { return key.indexOf("first-light.head.") === 0; });
      if (head) localStorage.removeItem(head);
      localStorage.setItem(LEFT, "");
    }
  }

  function leave() {
    if (left) return;
    left = true;
    window.dispatchEvent(new Event("first-light-leaving"));
    window.dispatchEvent(new Event("first-light-silence"));
    empty();
    try {
      mark();
    } catch (error) {
      // Blocked: what comes back from the browser's own cache is empty all the same.
    }
    location.replace(template.dataset.to);
  }

  function button(target) {
    return target instanceof Element && target.closest("[data-leave]");
  }

  window.addEventListener("click", function (event) {
    if (button(event.target)) leave();
  }, true);

  // Three presses with nothing between them: whoever writes a capital presses a letter, too.
  window.addEventListener("keydown", function (event) {
    var alone = event.key === "Shift" && !(event.ctrlKey || event.altKey || event.metaKey || event.isComposing);
    if (!alone) presses = [];
    else if (!event.repeat) presses.push(event.timeStamp);
    presses = presses.filter(function (press) { return event.timeStamp - press <= WITHIN; });
    // A person can turn this off in the settings; then the button is not there either.
    if (presses.length >= 3 && !("stays" in document.documentElement.dataset)) leave();
  }, true);
  window.addEventListener("pointerdown", function () { presses = []; }, true);

  // Other tabs leave, too.
  window.addEventListener("storage", function (event) {
    if (event.key === LEFT && event.newValue !== null) leave();
  }, true);
  // A page that slept in the browser's cache may not have heard that another one left.
  window.addEventListener("pageshow", function (event) {
    if (!event.persisted) return;
    try {
      left = left || localStorage.getItem(LEFT) !== null;
    } catch (error) {
      // Blocked: there is no mark.
    }
    if (!left) return;
    window.dispatchEvent(new Event("first-light-silence"));
    sayNothing();
  }, true);
  if (left) sayNothing();
})();

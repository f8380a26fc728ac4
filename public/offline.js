// What the page has to do with the service worker (public/worker.js): asks for it once the program runs and
// nothing else is to be done, says when a newer version is ready, and lets it take over when a person asks.
//
// The program hears "first-light-newer". It says "first-light-renew" when this page is to be loaded again in
// the newest version, everything being stored, and "first-light-forget" when everything is to be deleted.
(function () {
  // Not there in a page from the disk, or over plain http.
  var container = navigator.serviceWorker;
  var CACHES = "first-light-";
  var forgotten = false;

  function again() {
    location.reload();
  }

  function nothing() {}

  // The only address that the page's policy lets in as a script at run time, and it is always the same.
  function worker() {
    var address = new URL("worker.js", document.baseURI).href;
    if (!window.trustedTypes) return address;
    var policy = trustedTypes.createPolicy("first-light-worker", { createScriptURL: function () { return address; } });
    return policy.createScriptURL("");
  }

  function newer() {
    window.dispatchEvent(new Event("first-light-newer"));
  }

  function watch(registration) {
    var had = container.controller;
    if (had && registration.waiting) newer();
    registration.addEventListener("updatefound", function () {
      var coming = registration.installing;
      coming.addEventListener("statechange", function () {
        if (coming.state === "installed" && container.controller) newer();
      });
    });
    // Another tab let a newer version take over. On the first visit there was none before.
    container.addEventListener("controllerchange", function () {
      if (had) newer();
      had = container.controller;
    });
    if (had) had.postMessage("started");
  }

  function begin() {
    // Who saves data gets nothing that was not asked for.
    var saves = navigator.connection && navigator.connection.saveData;
    if (forgotten || (saves && !container.controller)) return;
    try {
      container.register(worker()).then(watch).catch(nothing);
    } catch (error) {
      // Blocked: then it opens with a network only.
    }
  }

  function renew(registration) {
    var waiting = registration && registration.waiting;
    if (!waiting) return again();
    waiting.addEventListener("statechange", function () {
      if (waiting.state === "activated" || waiting.state === "redundant") again();
    });
    waiting.postMessage("take over");
  }

  function forget() {
    forgotten = true;
    container.getRegistration().then(function (registration) {
      return registration && registration.unregister();
    }).then(function () {
      return caches.keys();
    }).then(function (names) {
      names.forEach(function (name) {
        if (name.indexOf(CACHES) === 0) caches.delete(name);
      });
    }).catch(nothing);
  }

  if (!container) return;
  window.addEventListener("first-light-started", function () {
    if (window.requestIdleCallback) requestIdleCallback(begin);
    else setTimeout(begin, 1000);
  });
  window.addEventListener("first-light-forget", forget);
  window.addEventListener("first-light-renew", function (event) {
    event.preventDefault();
    container.getRegistration().then(renew).catch(again);
  });
})();

// The service worker: keeps First Light's own files in this browser, so that it opens without a network.
// None of a person's words ever come here.
//
// The build puts two lines before this text (xtask/src/bundle/offline.rs): VERSION, the name of the cache
// that holds this version, and FILES, every file of it with its SHA-256. From these follows what holds:
//
// - A version is installed whole or not at all, and every file of it is the one that was built.
// - A page keeps the version that it was opened with. A newer one waits until all pages are closed or a
//   person asks for it. What an older page still needs is found under names that hold a hash.
(function () {
  "use strict";
  const OURS = "first-light-";
  const SCOPE = registration.scope;

  function address(name) {
    return new URL(name, SCOPE).href;
  }

  // The name in FILES that a request asks for. The page itself has two addresses.
  function named(request) {
    const asked = request.url.split(/[?#]/)[0];
    const name = asked.startsWith(SCOPE) ? asked.slice(SCOPE.length) : null;
    return name === "" || name === "index.html" ? "./" : name;
  }

  // ------------------------------------------------------------------ installing

  async function isWhole(response, hash) {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer()));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("") === hash;
  }

  // What the first visit downloaded lies in the browser's own store and is taken from there, whatever its
  // age: the hash tells whether it is the right one. Only then is the host asked.
  async function fetched(name, hash) {
    for (const cache of ["force-cache", "reload"]) {
      const response = await fetch(address(name), { cache });
      if (response.ok && !response.redirected && await isWhole(response, hash)) return response;
    }
    throw new Error(name + " is not the file that was built");
  }

  // What did not change since an older version is not asked for again.
  async function kept(name, hash) {
    const response = await caches.match(address(name), { ignoreVary: true });
    return response && await isWhole(response, hash) ? response : null;
  }

  async function install() {
    const names = Object.keys(FILES);
    try {
      const cache = await caches.open(VERSION);
      for (const name of names) {
        const hash = FILES[name];
        await cache.put(address(name), await kept(name, hash) || await fetched(name, hash));
      }
      if ((await (await caches.open(VERSION)).keys()).length !== names.length) throw new Error("incomplete");
    } catch (error) {
      await caches.delete(VERSION);
      throw error;
    }
  }

  // ------------------------------------------------------------------ answering

  // From this version; what a page of an older version still asks for, from that one.
  async function answer(request, name) {
    const cache = await caches.open(VERSION);
    const own = name in FILES && await cache.match(address(name), { ignoreVary: true });
    return own || await caches.match(address(name), { ignoreVary: true }) || fetch(request);
  }

  // Caches of other versions go when the page that has just started is the only one.
  async function tidy(page) {
    const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
    if (pages.some((one) => one.id !== page)) return;
    for (const name of await caches.keys()) {
      if (registration.installing || registration.waiting) return;
      if (name.startsWith(OURS) && name !== VERSION) await caches.delete(name);
    }
  }

  addEventListener("install", (event) => event.waitUntil(install()));
  addEventListener("activate", (event) => event.waitUntil(clients.claim()));
  addEventListener("fetch", (event) => {
    const request = event.request;
    const name = named(request);
    // The page for hosts asks the host itself, past all caches.
    if (request.method !== "GET" || request.cache === "no-store" || name === null) return;
    if (request.mode === "navigate" && name !== "./") return;
    event.respondWith(answer(request, name));
  });
  addEventListener("message", (event) => {
    if (event.data === "take over") skipWaiting();
    if (event.data === "started") event.waitUntil(tidy(event.source.id));
  });
})();

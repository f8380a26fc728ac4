// In the place of the service worker while First Light is developed: what is served is always the newest,
// and a worker that an earlier build left at this address goes.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith("first-light-")) await caches.delete(name);
  await registration.unregister();
})()));

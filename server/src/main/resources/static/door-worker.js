/* Answers for the door of one session where there is no line, or one that does not answer: with the page and the files that were kept for it. */
(() => {
  "use strict";
  const door = new URL(self.registration.scope).pathname;
  const patience = 4000;

  self.addEventListener("install", () => self.skipWaiting());
  self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

  const kept = (address) => caches.open(door).then((cache) => cache.match(address, { ignoreVary: true }));

  const page = (request) => {
    const fresh = fetch(request);
    const late = new Promise((done) => setTimeout(done, patience));
    return Promise.race([fresh, late])
      .catch(() => undefined)
      .then(async (answer) => (answer && answer.status < 500 ? answer : (await kept(door + "/kept")) ?? fresh));
  };

  self.addEventListener("fetch", (event) => {
    const { request } = event;
    const { pathname } = new URL(request.url);
    if (request.method !== "GET" || pathname.startsWith(door + "/")) return;
    if (request.mode === "navigate") {
      if (pathname === door) event.respondWith(page(request));
    } else {
      event.respondWith(kept(request.url).then((file) => file ?? fetch(request)));
    }
  });
})();

/* The door of a session on a telephone: reads codes by camera or keyboard, keeps them, and sends them when there is a line. What was shown stays here
   until the server has answered it, and what it answered otherwise than was said at the door stays in sight. Without this the forms do. */
(async () => {
  "use strict";
  const door = document.querySelector("[data-door]");
  if (!isSecureContext || !window.indexedDB || !navigator.serviceWorker) return;
  const { door: path, session } = door.dataset;
  const say = (key, ...filled) => filled.reduce((words, value, i) => words.replaceAll(`{${i}}`, value), door.dataset[key]);
  const find = (selector) => door.querySelector(selector);

  /* ---- what is kept on this telephone ---- */

  const done = (request) =>
    new Promise((good, bad) => {
      request.onsuccess = () => good(request.result);
      request.onerror = () => bad(request.error);
    });
  const opening = indexedDB.open("kepu-door", 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore("lists", { keyPath: "session" });
    opening.result.createObjectStore("scans", { keyPath: "scan" }).createIndex("session", "session");
    opening.result.createObjectStore("counts", { keyPath: ["session", "audience"] });
    opening.result.createObjectStore("device", { keyPath: "name" });
  };
  const db = await done(opening);
  const read = (store) => db.transaction(store).objectStore(store);
  const write = (store) => db.transaction(store, "readwrite", { durability: "strict" }).objectStore(store);
  const scans = () => done(read("scans").index("session").getAll(session));
  const counts = async () => (await done(read("counts").getAll())).filter((one) => one.session === session);

  const named = async () => {
    const store = write("device");
    const known = await done(store.get("this"));
    if (known) return known.id;
    const id = crypto.randomUUID();
    await done(store.add({ name: "this", id }));
    return id;
  };
  const device = await named();
  let list = await done(read("lists").get(session));

  /* What is over and sent goes by itself. */
  const forget = async () => {
    for (const old of await done(read("lists").getAll())) {
      const its = await done(read("scans").index("session").getAll(old.session));
      if (Date.parse(old.keep) > Date.now() || its.some((scan) => !scan.answer)) continue;
      const store = write("scans");
      await Promise.all(its.map((scan) => done(store.delete(scan.scan))));
      await done(write("lists").delete(old.session));
      await caches.delete(old.path);
      (await navigator.serviceWorker.getRegistration(old.path))?.unregister();
    }
  };

  /* ---- what is shown ---- */

  const time = (at) => new Date(at).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Shanghai" });
  const isOtherwise = (scan) => scan.answer && scan.answer !== scan.guess;

  let latest;
  const put = (answer, words, tail) => {
    const said = find("[data-said]");
    if (!said) return;
    said.dataset.answer = answer;
    said.replaceChildren(words);
    if (tail) {
      const small = document.createElement("small");
      small.textContent = say("code", tail);
      said.append(small);
    }
  };
  const shout = (answer, words, scan) => {
    latest = scan?.scan;
    put(answer, words, scan?.tail);
    navigator.vibrate?.(answer === "NEW" ? 80 : [120, 80, 120]);
  };

  const draw = async () => {
    const all = (await scans()).sort((one, other) => other.at.localeCompare(one.at));
    const shown = [...all.filter(isOtherwise), ...all.filter((scan) => !isOtherwise(scan)).slice(0, 20)];
    find("[data-shown]").hidden = !all.length;
    find(".door-scans").replaceChildren(
      ...shown.map((scan) => {
        const item = document.createElement("li");
        item.dataset.answer = scan.answer ?? scan.guess;
        item.textContent = `${time(scan.ours ?? scan.at)} ${say("code", scan.tail)} ${scan.words}${scan.answer ? "" : " …"}`;
        return item;
      }),
    );
    for (const counter of door.querySelectorAll("[data-audience]")) {
      const own = (await counts()).find((one) => one.audience === counter.dataset.audience)?.count ?? 0;
      if (list?.others) counter.querySelector("output").textContent = own + (list.others[counter.dataset.audience] ?? 0);
      counter.querySelector(".door-less").disabled = own === 0;
    }
    return all.filter((scan) => !scan.answer).length;
  };

  const tell = async (trouble) => {
    const unsent = await draw();
    const line = find("[data-line]");
    line.dataset.state = trouble || unsent ? "waiting" : "sent";
    line.textContent = [trouble && say(trouble), unsent ? say("unsent", unsent) : !trouble && say("sent")].filter(Boolean).join(" ");
  };

  /* ---- sending ---- */

  let token;
  let fetched = 0;

  const ask = async (address, options) => {
    const reply = await fetch(address, { redirect: "manual", cache: "no-store", ...options });
    if (reply.ok) return reply.json();
    throw reply.type === "opaqueredirect" ? "signIn" : reply.status === 404 ? "ended" : "noAnswer";
  };

  const renew = async () => {
    const told = await ask(path + "/list");
    token = told.token;
    fetched = Date.now();
    const { keep, key, rounds, expected } = told;
    list = { session, path, keep, key, rounds, expected, others: list?.others };
    await done(write("lists").put(list));
  };

  const keep = async (told) => {
    const store = write("scans");
    for (const { scan, answer, words, at } of told.scans) {
      const { code, ...rest } = await done(store.get(scan));
      const now = { ...rest, answer, words, ours: at };
      await done(store.put(now));
      if (isOtherwise(now)) shout(answer, words, now);
      else if (scan === latest && words !== rest.words) put(answer, words, now.tail);
    }
    list.others = Object.fromEntries(told.walkIns.map((one) => [one.audience, one.others]));
    await done(write("lists").put(list));
    find("[data-here]").textContent = say("present", told.present);
  };

  const sendAll = async () => {
    if (!token || Date.now() - fetched > 60_000) await renew();
    let some;
    do {
      some = (await scans()).filter((scan) => !scan.answer).slice(0, 100);
      const batch = {
        device,
        now: new Date().toISOString(),
        scans: some.map(({ scan, code, at }) => ({ scan, code, at })),
        counts: (await counts()).map(({ audience, count, turn }) => ({ audience, count, turn })),
      };
      const body = new URLSearchParams({ [token.name]: token.value, batch: JSON.stringify(batch) });
      await keep(await ask(path + "/batches", { method: "POST", body }));
    } while (some.length === 100);
  };

  /* Milliseconds. Telephones tell late or never that the line is back, so what waits knocks by itself. */
  const soon = 3_000;
  const later = 30_000;

  let sending = false;
  let more = false;
  let next;
  const send = async () => {
    more = true;
    if (sending) return;
    sending = true;
    clearTimeout(next);
    let outcome = "sent";
    try {
      while (more) {
        more = false;
        await sendAll();
      }
      await tell();
    } catch (trouble) {
      token = undefined;
      outcome = typeof trouble === "string" ? trouble : "noLine";
      await tell(outcome);
    } finally {
      sending = false;
      next = setTimeout(send, more ? 0 : outcome === "noLine" ? soon : later);
    }
  };

  /* ---- codes ---- */

  /* As the server marks them: slowly, with the key of this link. */
  const marked = async (code) => {
    if (!list?.key) return "";
    const bytes = (text) => new TextEncoder().encode(text);
    const shown = await crypto.subtle.importKey("raw", bytes(code), "PBKDF2", false, ["deriveBits"]);
    const how = { name: "PBKDF2", hash: "SHA-256", salt: bytes(list.key), iterations: list.rounds };
    return [...new Uint8Array(await crypto.subtle.deriveBits(how, shown, 64))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  };

  const guess = async (mark) => {
    const known = list?.expected.find((one) => one.mark === mark);
    if (!known) return ["UNKNOWN", say("unknown")];
    const isHere = (await scans()).some((scan) => scan.mark === mark && (scan.answer ?? scan.guess) === "NEW");
    const answer = known.answer === "NEW" && isHere ? "ALREADY" : known.answer;
    return [answer, say(answer.toLowerCase(), known.places)];
  };

  const take = async (text) => {
    const code = text.match(/\/registrations\/(\d{12})(?!\d)/)?.[1] ?? text.replace(/[\s-]/g, "");
    if (!/^\d{12}$/.test(code)) {
      shout("UNKNOWN", say("wrong"));
      return false;
    }
    const mark = await marked(code);
    const [answer, words] = await guess(mark);
    const at = new Date().toISOString();
    const scan = { scan: crypto.randomUUID(), session, code, tail: code.slice(-4), mark, at, guess: answer, words };
    await done(write("scans").add(scan));
    shout(answer, words, scan);
    navigator.storage?.persist?.();
    await draw();
    send();
    return true;
  };

  find("[data-codes]")?.addEventListener("submit", async (event) => {
    event.preventDefault();
    const field = event.target.elements.code;
    const typed = field.value;
    field.value = "";
    field.focus();
    const taken = await take(typed).catch(() => shout("UNKNOWN", say("notKept")));
    if (!taken && !field.value) field.value = typed;
  });

  /* ---- who just comes ---- */

  const count = async (audience, change) => {
    const store = write("counts");
    const before = (await done(store.get([session, audience]))) ?? { session, audience, count: 0, turn: 0 };
    if (before.count + change < 0) return;
    await done(store.put({ ...before, count: before.count + change, turn: before.turn + 1 }));
    await draw();
    send();
  };
  for (const counter of door.querySelectorAll("[data-audience]")) {
    const { audience } = counter.dataset;
    const less = counter.querySelector(".door-less");
    less.hidden = false;
    less.addEventListener("click", () => count(audience, -1));
    counter.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      count(audience, 1);
    });
  }

  /* ---- the camera ---- */

  /* Telephones without the services of their maker have a reader that reads nothing; then ours reads. */
  const readsItself = async () => (await window.BarcodeDetector?.getSupportedFormats().catch(() => []))?.includes("qr_code");
  const reader = async (own) => {
    const Reader = own ? window.BarcodeDetector : (await import(door.dataset.reader)).BarcodeDetector;
    return new Reader({ formats: ["qr_code"] });
  };

  const watch = async (video) => {
    const seen = new Map();
    let own = await readsItself();
    let eyes = await reader(own);
    while (video.srcObject) {
      const found = await eyes.detect(video).catch(async () => {
        if (own) eyes = await reader((own = false));
        return [];
      });
      for (const { rawValue } of found) {
        const before = seen.get(rawValue) ?? 0;
        seen.set(rawValue, Date.now());
        if (Date.now() - before > 3000) await take(rawValue);
      }
      await new Promise((next) => setTimeout(next, 150));
    }
  };

  const camera = find("[data-camera]");
  if (camera && navigator.mediaDevices?.getUserMedia) {
    const video = camera.querySelector("video");
    const [open, shut] = camera.querySelectorAll("button");
    const turn = (on) => {
      video.hidden = shut.hidden = !on;
      open.hidden = on;
    };
    camera.hidden = false;
    open.addEventListener("click", async () => {
      try {
        video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 960 } } });
        turn(true);
        await video.play();
        await watch(video);
      } catch {
        shout("UNKNOWN", say("camera"));
        turn(false);
      }
    });
    shut.addEventListener("click", () => {
      video.srcObject?.getTracks().forEach((track) => track.stop());
      video.srcObject = null;
      turn(false);
    });
  }

  /* ---- without a line ---- */

  const keepPage = async () => {
    await navigator.serviceWorker.register(path + "/worker.js", { scope: path });
    const page = await fetch(path + "/kept", { redirect: "manual" });
    if (!page.ok) return;
    const cache = await caches.open(path);
    await cache.put(path + "/kept", page);
    const named = [...document.querySelectorAll("link[rel=stylesheet], script[src], use")].map(
      (one) => one.src || (one.getAttribute("href") ?? "").split("#")[0],
    );
    const ours = (await readsItself()) ? [] : [door.dataset.reader, door.dataset.reader.replace("decode", "index")];
    await cache.addAll([...new Set([...named, ...ours])].filter(Boolean));
    door.dataset.ready = "";
  };

  const about = find("[data-device]");
  about.textContent = about.dataset.device.replace("{0}", device.slice(0, 4).toUpperCase());
  await forget();
  await draw();
  await send();
  keepPage().catch(() => {});
  addEventListener("online", send);
  addEventListener("offline", () => tell("noLine"));
  document.addEventListener("visibilitychange", () => document.hidden || send());
})();

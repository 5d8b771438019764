/* Passkeys: asks the browser for one, and takes its answer to the server. The buttons show only where that works. */
(() => {
  "use strict";

  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) return;

  const token = document.querySelector('input[name="_csrf"]')?.value ?? "";
  const post = (path, body) =>
    fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRF-TOKEN": token },
      body,
    });

  async function ceremony(place, make) {
    const path = place.dataset.passkey;
    const asked = await post(path + "/options", "{}");
    const options = await asked.json();
    if (!asked.ok) return options.to;
    const credential = make
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    const name = place.querySelector("input")?.value ?? "";
    const answer = await post(
      make ? path + "?name=" + encodeURIComponent(name) : path,
      JSON.stringify(credential.toJSON()),
    );
    if (!answer.ok) throw new Error("refused");
    return (await answer.json()).to;
  }

  document.querySelectorAll("[data-passkey]").forEach((place) => {
    const button = place.querySelector("button");
    const failed = place.querySelector("[data-failed]");
    place.hidden = false;
    button.addEventListener("click", async () => {
      failed.hidden = true;
      button.disabled = true;
      try {
        location.assign(await ceremony(place, "make" in place.dataset));
      } catch {
        failed.hidden = false;
        button.disabled = false;
      }
    });
  });
})();

/* Small comforts. Every page works without them. */
(() => {
  "use strict";

  const csrf = document.querySelector('meta[name="csrf"]');
  document.addEventListener("htmx:configRequest", (event) => {
    if (csrf && event.detail.verb !== "get") {
      event.detail.headers[csrf.dataset.header] = csrf.content;
    }
  });

  /* A part that could not be replaced: the link or form goes its plain way, whose page says what is wrong. */
  document.addEventListener("htmx:responseError", (event) => {
    const asked = event.detail.elt;
    if (asked.matches("a[href]")) location.assign(asked.href);
    else if (asked.matches("form")) asked.submit();
  });

  /* What cannot be taken back asks first. */
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-confirm]");
    if (button && !confirm(button.dataset.confirm)) event.preventDefault();
  });

  /* A double click sends once; coming back by the back button finds the form usable. */
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || event.defaultPrevented) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "1";
  });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
  });

  const menus = () => document.querySelectorAll("details.menu[open]");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    menus().forEach((menu) => {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  });
  document.addEventListener("click", (event) => {
    menus().forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });

  document.querySelector("[data-focus]")?.focus();
  document.querySelectorAll("[data-print]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  });

  if ("speechSynthesis" in window) {
    document.querySelectorAll("[data-read-aloud]").forEach((button) => {
      const words = button.querySelector("span");
      const start = words.textContent;
      const rest = () => {
        words.textContent = start;
        button.setAttribute("aria-pressed", "false");
      };
      button.hidden = false;
      rest();
      button.addEventListener("click", () => {
        if (speechSynthesis.speaking) {
          speechSynthesis.cancel();
          rest();
          return;
        }
        const speech = new SpeechSynthesisUtterance(document.getElementById("content").innerText);
        speech.lang = document.documentElement.lang;
        speech.rate = 0.9;
        speech.onend = rest;
        speechSynthesis.speak(speech);
        words.textContent = button.dataset.stop;
        button.setAttribute("aria-pressed", "true");
      });
    });
    window.addEventListener("pagehide", () => speechSynthesis.cancel());
  }
})();

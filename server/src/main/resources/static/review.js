/* Beside the structure: show a node's place in the original without leaving it. */
(() => {
  "use strict";
  const source = document.querySelector(".review-source");
  if (!source) return;

  const mark = (node) => {
    source.querySelectorAll(".src-marked").forEach((piece) => piece.classList.remove("src-marked"));
    const pieces = [...source.querySelectorAll("[data-nodes]")].filter((piece) =>
      piece.dataset.nodes.split(" ").includes(node),
    );
    pieces.forEach((piece) => piece.classList.add("src-marked"));
    if (pieces[0]) {
      const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
      pieces[0].scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
    }
    return pieces.length > 0;
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-at]");
    if (link && mark(link.dataset.at)) event.preventDefault();
  });

  /* From the original to the structure. */
  source.addEventListener("click", (event) => {
    const piece = event.target.closest("[data-nodes]");
    if (!piece || getSelection().toString()) return;
    const nodes = piece.dataset.nodes.split(" ");
    const node = nodes.map((name) => document.getElementById("node-" + name)).filter(Boolean).pop();
    if (node) {
      mark(node.id.slice("node-".length));
      node.scrollIntoView({ block: "center" });
      node.classList.add("node-found");
      setTimeout(() => node.classList.remove("node-found"), 1600);
    }
  });

  /* A part opened for editing shows its place, and a form that came back shows what is wrong. */
  document.addEventListener("htmx:afterSettle", (event) => {
    const part = event.target.closest?.(".node");
    if (!part) return;
    if (part.querySelector(".part-form")) mark(part.id.slice("node-".length));
    (part.querySelector("[role=alert]") ?? part.querySelector(".part-form") ?? part).scrollIntoView({ block: "nearest" });
    const field = part.querySelector("[aria-invalid=true]") ?? part.querySelector(".part-form input:not([type=hidden])");
    field?.focus({ preventScroll: true });
  });

  /* Our own save makes the next version: other forms open on this page go on from it. */
  document.addEventListener("htmx:afterSettle", (event) => {
    const now = Number(event.target.closest?.("[data-version]")?.dataset.version ?? event.detail.elt?.dataset?.version);
    const saved = event.detail.requestConfig?.verb === "post" && event.detail.xhr?.status === 200;
    if (!saved || !now) return;
    document.querySelectorAll("input[name=version]").forEach((input) => {
      if (Number(input.value) === now - 1) input.value = now;
    });
  });
})();

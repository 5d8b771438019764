/* Drag and drop, several files, progress of each. Without script the form sends them all at once. */
(() => {
  "use strict";
  const form = document.querySelector("form[data-upload]");
  if (!form) return;
  const input = form.querySelector("input[type=file]");
  const zone = form.querySelector(".drop-zone");
  const results = document.getElementById("results");
  form.querySelector(".card-footer").hidden = true;

  const line = (file) => {
    const item = document.createElement("li");
    item.className = "upload-line";
    const words = document.createElement("div");
    const name = document.createElement("p");
    name.className = "upload-name";
    name.textContent = file.name;
    const state = document.createElement("p");
    state.className = "upload-words";
    state.textContent = form.dataset.waiting;
    const bar = document.createElement("progress");
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute("aria-label", file.name);
    words.append(name, state, bar);
    item.append(words);
    results.append(item);
    return { item, state, bar };
  };

  const send = (file) =>
    new Promise((done) => {
      const { item, state, bar } = line(file);
      const fail = (words) => {
        state.textContent = words;
        bar.remove();
        item.classList.add("upload-refused");
        done();
      };
      const request = new XMLHttpRequest();
      request.open("POST", form.dataset.upload);
      request.upload.addEventListener("progress", (event) => {
        bar.value = event.lengthComputable ? event.loaded / event.total : 0;
        if (bar.value === 1) {
          state.textContent = form.dataset.reading;
          bar.removeAttribute("value");
        }
      });
      request.addEventListener("load", () => {
        if (request.status === 200) {
          item.outerHTML = request.responseText;
          done();
        } else {
          fail(request.status === 413 ? form.dataset.tooLarge : form.dataset.failed);
        }
      });
      request.addEventListener("error", () => fail(form.dataset.failed));
      const data = new FormData();
      const csrf = form.querySelector("input[type=hidden]");
      data.append(csrf.name, csrf.value);
      data.append("file", file);
      request.send(data);
    });

  const sendAll = async (files) => {
    for (const file of files) await send(file);
  };

  input.addEventListener("change", () => {
    const files = [...input.files];
    form.reset();
    sendAll(files);
  });
  ["dragenter", "dragover"].forEach((kind) =>
    zone.addEventListener(kind, (event) => {
      event.preventDefault();
      zone.classList.add("drop-over");
    }),
  );
  ["dragleave", "drop"].forEach((kind) => zone.addEventListener(kind, () => zone.classList.remove("drop-over")));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    sendAll([...event.dataTransfer.files]);
  });
})();

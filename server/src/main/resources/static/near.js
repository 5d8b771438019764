/* Where the device is: asked once, when the button is pressed, and rounded to about a kilometre before it is sent. */
(() => {
  "use strict";
  const form = document.querySelector("form[data-near]");
  if (!form || !("geolocation" in navigator)) return;
  form.hidden = false;
  const said = form.querySelector("[role=status]");
  const button = form.querySelector("button");
  button.addEventListener("click", () => {
    said.textContent = said.dataset.asking;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        form.elements.latitude.value = coords.latitude.toFixed(2);
        form.elements.longitude.value = coords.longitude.toFixed(2);
        form.submit();
      },
      () => {
        said.textContent = said.dataset.refused;
      },
      { enableHighAccuracy: false, maximumAge: 600000, timeout: 15000 }
    );
  });
})();

// What htmx does not do by itself: keep open what a reader has opened, rest while nobody looks, say when the line is down.

const isPoll = (event) => event.target.id === "live";

document.addEventListener("htmx:beforeRequest", (event) => {
  if (isPoll(event) && document.hidden) event.preventDefault();
});

let open = [];
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target.id !== "live") return;
  open = [...document.querySelectorAll("#live details[open]")].map((one) => one.id);
});
document.addEventListener("htmx:afterSwap", () => {
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
});

const tell = (isOffline) => {
  document.getElementById("offline").hidden = !isOffline;
};
document.addEventListener("htmx:sendError", () => tell(true));
document.addEventListener("htmx:afterOnLoad", () => tell(false));

// A value is copied by a button, which is there only where that works.
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const value = document.getElementById(button.dataset.copy);
    await navigator.clipboard.writeText(value.value ?? value.textContent);
    button.textContent = button.dataset.done;
  });
}

// The clock of whoever begins a business is that of their browser, until they choose another.
for (const select of document.querySelectorAll("[data-own-zone]")) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const isRefused = document.querySelector("[aria-invalid]");
  if (!isRefused && [...select.options].some((one) => one.value === zone)) select.value = zone;
}

// Whoever picks a colour wants it.
for (const colour of document.querySelectorAll("input[type=color]")) {
  const own = document.getElementsByName(`${colour.name}.own`)[0];
  colour.addEventListener("input", () => { if (own) own.checked = true; });
}

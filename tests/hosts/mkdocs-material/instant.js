// What Material for MkDocs does to a page, in short: its palette names a scheme on the body, and with instant navigation a click brings the
// next page's container into this one. Elements and whatever listened to them go; the container's scripts run again.
const CONTAINER = "[data-md-component=container]";

addEventListener("change", ({ target }) => {
  if (target.name === "palette") document.body.setAttribute("data-md-color-scheme", target.value);
});

addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (link?.origin !== location.origin) return;
  event.preventDefault();
  history.pushState(null, "", link.href);
  show(link.href);
});

addEventListener("popstate", () => show(location.href));

async function show(address) {
  const text = await (await fetch(address)).text();
  const next = new DOMParser().parseFromString(text, "text/html");
  document.title = next.title;
  document.querySelector(CONTAINER).replaceWith(next.querySelector(CONTAINER));
  // A script that came by the parser does not run.
  for (const parsed of document.querySelectorAll(`${CONTAINER} script`)) {
    const script = document.createElement("script");
    for (const { name, value } of parsed.attributes) script.setAttribute(name, value);
    parsed.replaceWith(script);
  }
}

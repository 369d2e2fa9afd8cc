// What must happen before any code of src/ runs, in every page and in the embed, for which scripts/embed.mjs takes a copy.
{
  const root = document.documentElement;

  // The page comes drawn with a scenario of its own. A link or saved input holds another one: its reader must not see the drawn figures flash
  // by. A preset's page and an embed are asked for by their address, as a link is: they do not go on from saved input.
  let isHeld = location.hash.length > 1;
  try {
    isHeld ||= !("preset" in root.dataset || "embed" in root.dataset) && localStorage.getItem("claude-code-cost/1/last") !== null;
  } catch {
    // Storage is forbidden: then nothing is saved in it.
  }
  if (isHeld) root.dataset.opening = "";

  // A page that a browser or a proxy has kept may name code of an older calculator, which is gone; then nothing of src/ runs that could
  // tell. It is loaded again, once, with its link. If that is no help, what it came drawn with is shown, and said to be just that.
  const onLost = () => {
    const [opened] = performance.getEntriesByType("navigation");
    if (navigator.onLine && opened && opened.type !== "reload") return location.reload();
    delete root.dataset.opening;
    document.getElementById("lost")?.removeAttribute("hidden");
  };
  // Only the page's own, and only until it has loaded: what an extension puts in, and the policy may refuse, is nobody's loss.
  const onError = ({ target: code }) => {
    const isCode = code instanceof HTMLScriptElement || code.rel === "stylesheet";
    if (isCode && (code.src ?? code.href).startsWith(`${location.origin}/`)) onLost();
  };
  addEventListener("error", onError, { capture: true });
  addEventListener("load", () => removeEventListener("error", onError, { capture: true }));
}

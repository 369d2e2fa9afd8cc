// What WordPress does with embeds that it does not know: it hears from the frame with the message's secret alone, hides the link that
// stands in for it, shows the frame, and takes heights between 200 and 1,000 pixels.
addEventListener("message", ({ data, source }) => {
  if (!data?.secret || /[^a-zA-Z0-9]/.test(data.secret)) return;
  const frame = document.querySelector(`iframe[data-secret="${data.secret}"]`);
  if (frame?.contentWindow !== source) return;
  const standIn = document.querySelector(`blockquote[data-secret="${data.secret}"]`);
  if (standIn) standIn.style.display = "none";
  frame.removeAttribute("style");
  if (data.message === "height") frame.height = Math.min(1_000, Math.max(200, Number.parseInt(data.value, 10) || 0));
});

document.querySelector("#theme").addEventListener("click", () => document.documentElement.classList.toggle("dark"));

// The page comes drawn with a scenario of its own. A link or saved input holds another one: its reader must not see the drawn figures flash
// by. A preset's page is asked for by its address, as a link is: it does not go on from saved input.
{
  let isHeld = location.hash.length > 1;
  try {
    isHeld ||= !document.documentElement.dataset.preset && localStorage.getItem("claude-code-cost/1/last") !== null;
  } catch {
    // Storage is forbidden: then nothing is saved in it.
  }
  if (isHeld) document.documentElement.dataset.opening = "";
}

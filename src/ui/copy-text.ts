/**
 * Puts a text on the clipboard; false where neither way works.
 *
 * A page embedded without the `clipboard-write` permission is refused the first way, so an old one follows.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    if (isForbidden()) return copyBySelection(text);
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

// Chromium writes an error to the console when it refuses, and can be asked before.
function isForbidden(): boolean {
  const { featurePolicy } = document as { readonly featurePolicy?: { readonly allowsFeature: (name: string) => boolean } };
  return featurePolicy?.allowsFeature("clipboard-write") === false;
}

function copyBySelection(text: string): boolean {
  const before = document.activeElement;
  const area = document.createElement("textarea");
  area.className = "sr-only";
  area.value = text;
  document.body.append(area);
  area.focus({ preventScroll: true });
  area.select();
  const copied = execCopy();
  area.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return copied;
}

function execCopy(): boolean {
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  }
}

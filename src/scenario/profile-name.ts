const NAME = /^[A-Za-z0-9][A-Za-z0-9 ]{0,23}$/;

/** Whether a text can name a profile: 1–24 letters, digits and blanks, neither first nor last a blank. */
export function isName(text: string): boolean {
  return NAME.test(text) && !text.endsWith(" ");
}

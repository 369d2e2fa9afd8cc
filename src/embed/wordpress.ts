// WordPress puts `#?secret=…` behind the address of an embed, and takes the height from a message that repeats the secret:
// https://github.com/WordPress/WordPress/blob/master/wp-includes/js/wp-embed.js
const SECRET = /#\?secret=([A-Za-z0-9]{1,64})$/;

/** The secret of the WordPress page around the embed; null where there is none. @example wordpressSecret("#v=1#?secret=aB3") //=> "aB3" */
export function wordpressSecret(hash: string): string | null {
  return SECRET.exec(hash)?.[1] ?? null;
}

/** The scenario's part of the address. @example linkOf("#?secret=aB3") //=> "" */
export function linkOf(hash: string): string {
  return hash.replace(SECRET, "").replace(/^#/, "");
}

/** The message that sets the frame's height in WordPress, which brings it to 200–1,000 pixels. */
export function wordpressHeight(secret: string, height: number): object {
  return { secret, message: "height", value: height };
}

const NAME = "botdeck_portal_sign_in";
const LIFE_SECONDS = 10 * 60;
const SECRET = /^[\w-]{43}$/;

/** Where a browser keeps its secret on the way to a portal and back: no script reads it, and it comes along when the portal sends the person back. */
export function browserSecretCookie(secret: string, publicUrl: string): string {
  return cookieOf(secret, LIFE_SECONDS, publicUrl);
}

export function forgottenBrowserSecret(publicUrl: string): string {
  return cookieOf("", 0, publicUrl);
}

/** The secret among the cookies of a request; null when it has none. */
export function browserSecretOf(cookie: string | undefined, publicUrl: string): string | null {
  const prefix = `${nameOf(publicUrl)}=`;
  const pair = (cookie ?? "").split("; ").find((one) => one.startsWith(prefix));
  const secret = pair?.slice(prefix.length);
  return secret !== undefined && SECRET.test(secret) ? secret : null;
}

function cookieOf(value: string, seconds: number, publicUrl: string): string {
  const secure = isHttps(publicUrl) ? "; Secure" : "";
  return `${nameOf(publicUrl)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** With the prefix no other host of the domain can put a cookie of its own in place of ours. */
const nameOf = (publicUrl: string) => (isHttps(publicUrl) ? `__Host-${NAME}` : NAME);
const isHttps = (publicUrl: string) => publicUrl.startsWith("https:");

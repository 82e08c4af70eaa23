import { createHmac, timingSafeEqual } from "node:crypto";

import { type HookOptions, RefusedPost } from "@botdeck/notifications";

type Signing = NonNullable<HookOptions["signature"]>;

const DEFAULTS: Signing = { header: "x-signature", timestampHeader: "x-timestamp", windowSeconds: 300 };

/** Of a signature's header; the rest is not looked at. */
const MOST_PARTS = 10;

type Post = { headers: Readonly<Record<string, string | string[] | undefined>>; body: string; now: Date };

/**
 * A post whose signature is right. `signature` is what it says, however it was written. `untilMs` is when its replay is refused for
 * its age, in milliseconds since 1970.
 */
export type SignedPost = { signature: string; signedAt: Date | null; untilMs: number };

/**
 * Proves that a post was signed with the hook's secret: HMAC-SHA256 of its body, or of its time and its body with `:` or `.`
 * between them; in hex or base64, bare, as `sha256=…`, or as `t=…,v1=…`, of which there may be several. Time does not tell how much
 * was right.
 *
 * @throws AppError `unauthorized` without a right signature, `conflict` when it was signed too long ago, or ahead of time.
 */
export function verifySignature(post: Post, secret: string, signing: Signing = DEFAULTS): SignedPost {
  const { header, timestampHeader, windowSeconds } = signing;
  const given = headerOf(post, header);
  if (given === null) throw new RefusedPost("unauthorized", "not_signed", { header });
  const parts = given.split(",", MOST_PARTS).map((part) => split(part.trim()));
  const valuesOf = (name: string) => parts.flatMap(([each, value]) => (each === name ? [value] : []));
  const time = valuesOf("t").at(-1) ?? (timestampHeader === null ? null : headerOf(post, timestampHeader));
  if (timestampHeader !== null && time === null) {
    throw new RefusedPost("unauthorized", "no_time", { header: timestampHeader });
  }
  // While a secret is being changed a sender signs with both.
  const named = [...valuesOf("v1"), ...valuesOf("sha256")];
  const digests = (named.length > 0 ? named : [given]).map(digestIn);
  const contents = time === null ? [post.body] : [`${time}:${post.body}`, `${time}.${post.body}`];
  // Every one is made and compared, whichever is right.
  const right = digests.filter((digest) => contents.map((content) => isSame(digest, secret, content)).includes(true));
  const [digest] = right;
  if (digest === undefined) throw new RefusedPost("unauthorized", "wrong_signature");
  const windowMs = windowSeconds * 1_000;
  const signature = digest.toString("hex");
  if (time === null) return { signature, signedAt: null, untilMs: post.now.getTime() + windowMs };
  const signedAt = instantOf(time);
  if (signedAt === null) throw new RefusedPost("unauthorized", "unreadable_time");
  const ageMs = post.now.getTime() - signedAt.getTime();
  if (Math.abs(ageMs) > windowMs) {
    const values = { seconds: Math.round(Math.abs(ageMs) / 1_000), most: windowSeconds };
    throw new RefusedPost("conflict", ageMs > 0 ? "signed_ago" : "signed_ahead", values);
  }
  return { signature, signedAt, untilMs: signedAt.getTime() + windowMs };
}

function headerOf({ headers }: Post, name: string): string | null {
  const value = headers[name.toLowerCase()];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** `t=1700000000`; what has no name is a signature alone. */
function split(part: string): [string, string] {
  const [, name, value] = /^(t|v1|sha256)=(.+)$/.exec(part) ?? [];
  return name === undefined || value === undefined ? ["", part] : [name, value];
}

const digestIn = (signature: string): Buffer =>
  Buffer.from(signature, /^[0-9a-f]{64}$/i.test(signature) ? "hex" : "base64");

function isSame(given: Buffer, secret: string, content: string): boolean {
  const right = createHmac("sha256", secret).update(content).digest();
  // One of another length is compared all the same.
  return timingSafeEqual(right, given.length === right.length ? given : Buffer.alloc(right.length)) && given.length > 0;
}

/** Seconds or milliseconds since 1970, or ISO 8601. */
function instantOf(text: string): Date | null {
  const number = Number(text);
  const ms = Number.isNaN(number) ? Date.parse(text) : number < 100_000_000_000 ? number * 1_000 : number;
  return Number.isFinite(ms) && Math.abs(ms) < 8_640_000_000_000_000 ? new Date(ms) : null;
}

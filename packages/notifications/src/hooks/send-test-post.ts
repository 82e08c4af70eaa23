import { createHmac } from "node:crypto";

import { messageOf } from "@botdeck/core";

import type { HookOptions } from "./hook-options.ts";
import type { HookSource } from "./read-hook-post.ts";
import { samplePost } from "./sample-post.ts";

/** A gateway answers within a second. */
const TIMEOUT_MS = 5_000;

type TestPost = {
  /** Of the hook: `https://<gateway>/hooks/<id>`. */
  address: string;
  source: HookSource;
  proof: "bearer" | "hmac";
  secret: string;
  options: HookOptions;
  /** The end of what a test before began. */
  isOver?: boolean;
  now: Date;
};

/**
 * Posts what the source would post, by the door through which it would come: proven, read, kept and handled like any other.
 *
 * @returns What the gateway answered; 0 when it did not.
 */
export async function sendTestPost({
  address,
  source,
  proof,
  secret,
  options,
  isOver = false,
  now,
}: TestPost): Promise<{ status: number; message: string }> {
  const body = JSON.stringify(samplePost(source, { options, now, isOver }));
  const headers = {
    "content-type": "application/json",
    ...(proof === "hmac" ? signed(body, { secret, options, now }) : { authorization: `Bearer ${secret}` }),
  };
  try {
    const answer = await fetch(address, { method: "POST", headers, body, signal: AbortSignal.timeout(TIMEOUT_MS) });
    const text = await answer.text();
    return { status: answer.status, message: answer.ok ? "accepted" : wordsOf(text) };
  } catch (error) {
    return { status: 0, message: `The gateway does not answer at ${address}: ${messageOf(error)}` };
  }
}

function signed(
  body: string,
  { secret, options, now }: Pick<TestPost, "secret" | "options" | "now">,
): Record<string, string> {
  const { header = "x-signature", timestampHeader = "x-timestamp" } = options.signature ?? {};
  const time = String(Math.floor(now.getTime() / 1_000));
  const content = timestampHeader === null ? body : `${time}:${body}`;
  const signature = createHmac("sha256", secret).update(content).digest("hex");
  return { [header]: signature, ...(timestampHeader !== null && { [timestampHeader]: time }) };
}

/** The gateway's own words, of its `{ message }`. */
function wordsOf(text: string): string {
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer === "object" && answer !== null && "message" in answer) return String(answer.message);
  } catch {
    // somebody else answered
  }
  return text.slice(0, 200);
}

import { postJson } from "./post-json.ts";

const REASONS = ["wrong", "over", "locked"] as const;
export type CodeFailure = (typeof REASONS)[number] | "too_many" | "unreachable";

/** Shows the second factor of a sign-in that waits for it. @returns Null when one is in. */
export async function enterCode(code: string, kind: "app" | "backup"): Promise<CodeFailure | null> {
  const response = await postJson(`/api/auth/two-factor/${kind === "app" ? "verify-totp" : "verify-backup-code"}`, {
    code,
  });
  if (response === null || response.status >= 500) return "unreachable";
  if (response.ok) return null;
  const said = (await response.json().catch(() => ({}))) as { reason?: string }; // safe: checked by the next line
  const reason = REASONS.find((one) => one === said.reason);
  // The limit per address has no body of ours that would say so.
  return response.status === 429 && reason !== "locked" ? "too_many" : (reason ?? "over");
}

import { postJson } from "./post-json.ts";

export type SignInOutcome =
  | { kind: "in" }
  /** The password is right, and the second factor is asked for. */
  | { kind: "code" }
  | { kind: "wrong" }
  | { kind: "too_many"; seconds: number }
  | { kind: "unreachable" };

/** What the server's limit lasts when it does not say. */
const WAIT_SECONDS = 60;

/** Asks for a session; the cookie comes with the answer and pages never see it. */
export async function signIn(email: string, password: string): Promise<SignInOutcome> {
  const response = await postJson("/api/auth/sign-in/email", { email, password });
  if (response === null || response.status >= 500) return { kind: "unreachable" };
  if (response.ok) {
    const said: { needsCode?: boolean } = await response.json();
    return { kind: said.needsCode === true ? "code" : "in" };
  }
  if (response.status !== 429) return { kind: "wrong" };
  return { kind: "too_many", seconds: Number(response.headers.get("retry-after") ?? WAIT_SECONDS) };
}

import { postJson } from "./post-json.ts";

/** Ends the session and loads the sign-in page anew, so that nothing of the last person's data stays in memory. */
export async function signOut(): Promise<void> {
  await postJson("/api/auth/sign-out", {});
  window.location.assign("/login");
}

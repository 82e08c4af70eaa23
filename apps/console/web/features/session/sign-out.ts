import { postJson } from "./post-json.ts";

let isUnderWay = false;

/** The live stream hears that the session is over before the answer is here: it leaves the way to the sign-in to `signOut` then. */
export const isSigningOut = (): boolean => isUnderWay;

/** Ends the session and loads the sign-in page anew, so that nothing of the last person's data stays in memory. */
export async function signOut(): Promise<void> {
  isUnderWay = true;
  await postJson("/api/auth/sign-out", {});
  window.location.assign("/login");
}

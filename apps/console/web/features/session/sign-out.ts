import { postJson } from "./post-json.ts";

/** The sign-in page is asked for then, whatever came of it, in milliseconds: personal data does not stay on the screen. */
const ANSWER_WITHIN_MS = 5_000;

let isUnderWay = false;

/** The live stream hears that the session is over before the answer is here: it leaves the way to the sign-in to `signOut` then. */
export const isSigningOut = (): boolean => isUnderWay;

/** Ends the session and loads the sign-in page anew, so that nothing of the last person's data stays in memory. */
export async function signOut(): Promise<void> {
  isUnderWay = true;
  // A page that the browser keeps and shows again hears of it by the stream, as any other does.
  window.addEventListener("pagehide", () => void (isUnderWay = false), { once: true });
  await postJson("/api/auth/sign-out", {}, AbortSignal.timeout(ANSWER_WITHIN_MS));
  window.location.assign("/login");
}

import { type Chromium, findChromium } from "@botdeck/local-stack";
import { type Browser, chromium } from "playwright-core";

/** A headless Chromium: the one of CHROMIUM_PATH, the system's, or the npm one. Close it when done. */
export async function launchBrowser(found?: Chromium): Promise<Browser> {
  const { executablePath, args, env } = found ?? (await findChromium(process.env));
  return await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
}

import { freePort } from "@botdeck/local-stack";
import { authUser, portal, portalLogin } from "@botdeck/db";
import { expect, onTestFinished, test } from "vitest";

import { type Deployment, startDeployment } from "./system/deployment.ts";
import { runProgram } from "./system/program.ts";

const EMPLOYEE = "3";
const COLLEAGUE = "4";
const EMAIL = "olga@console.test";
const READY_TIMEOUT_MS = 60_000;

/** A console of the deployment with one log-in. @returns Its password. */
async function startConsole({ environment }: Deployment, url: string): Promise<string> {
  const own = {
    ...environment,
    BETTER_AUTH_SECRET: "only for tests ".repeat(3),
    CONSOLE_PUBLIC_URL: url,
    CONSOLE_PORT: new URL(url).port,
  };
  const args = ["--email", EMAIL, "--name", "Olga", "--role", "operator"];
  const made = await runProgram({ script: "apps/console/server/add-login.ts", args, environment: own });
  const [, password = ""] = await made.printed(/only now: (\S+)/, READY_TIMEOUT_MS);
  const program = await runProgram({ script: "apps/console/server/main.ts", environment: own });
  onTestFinished(async () => void (await program.interrupt()));
  const isUp = () =>
    fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  await expect.poll(isUp, { timeout: READY_TIMEOUT_MS }).toBe(true);
  return password;
}

/** A browser as far as cookies and redirects go. */
function openBrowser(url: string) {
  const jar = new Map<string, string>();

  async function send(address: string, body?: object): Promise<Response> {
    const isOurs = address.startsWith(url);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const post = body && {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json", origin: url },
    };
    const headers = { ...post?.headers, ...(isOurs && { cookie }) };
    const answer = await fetch(address, { ...post, headers, redirect: "manual" });
    for (const set of isOurs ? answer.headers.getSetCookie() : []) {
      const [pair = "", ...attributes] = set.split("; ");
      const [name = "", value = ""] = pair.split("=");
      if (attributes.includes("Max-Age=0")) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  }

  return {
    post: (path: string, body: object) => send(`${url}${path}`, body),
    get: (path: string) => send(`${url}${path}`),
    /** Follows a link to the portal as this person, and every redirect up to a page of the console. */
    async followAs(link: string, person: string): Promise<string> {
      let address = `${link}&as=${person}`;
      for (;;) {
        const location = (await send(address)).headers.get("location");
        if (location === null) throw new Error(`${address} leads nowhere`);
        address = new URL(location, address).href;
        const { origin, pathname, search } = new URL(address);
        if (origin === url && !pathname.startsWith("/api/")) return pathname + search;
      }
    },
    forget: () => jar.clear(),
  };
}

test("somebody links their portal account, and from then on the portal's sign-in opens the console for them alone", async () => {
  const url = `http://127.0.0.1:${await freePort()}`;
  const deployment = await startDeployment(undefined, { consoleUrl: url });
  const password = await startConsole(deployment, url);
  const { db } = deployment;
  const [{ id: portalId } = { id: "" }] = await db.select({ id: portal.id }).from(portal);
  const browser = openBrowser(url);
  const signInByPortal = async (person: string) => {
    const answer = await browser.post("/api/auth/bitrix24/start", { next: "/quality" });
    const { url: link } = (await answer.json()) as { url: string }; // safe: what the route answers
    return browser.followAs(link, person);
  };
  const isIn = async () => (await browser.get("/trpc/session.me")).ok;

  expect(await signInByPortal(EMPLOYEE)).toBe("/login?refused=unlinked");
  expect(await isIn()).toBe(false);

  expect((await browser.post("/api/auth/sign-in/email", { email: EMAIL, password })).ok).toBe(true);
  const begun = await browser.post("/trpc/account.beginPortalLink", { portalId, password });
  const { result } = (await begun.json()) as { result: { data: { url: string } } }; // safe: what the procedure answers
  expect(await browser.followAs(result.data.url, EMPLOYEE)).toBe("/access?link=linked");
  expect(await db.select({ personId: portalLogin.personId }).from(portalLogin)).toEqual([{ personId: EMPLOYEE }]);

  browser.forget();
  expect(await signInByPortal(COLLEAGUE)).toBe("/login?refused=unlinked");
  expect(await isIn()).toBe(false);
  expect(await signInByPortal(EMPLOYEE)).toBe("/quality");
  expect(await isIn()).toBe(true);
  expect(await db.$count(authUser)).toBe(1);
});

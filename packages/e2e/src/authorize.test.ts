import { oauthToken } from "@botdeck/db";
import { expect, test } from "vitest";

import { type Deployment, startDeployment } from "./system/deployment.ts";
import { runProgram } from "./system/program.ts";

const EMPLOYEE = "3";
const COLLEAGUE = "4";

/** A link as an administrator of the deployment gets it. */
async function linkFor({ portalUrl, environment }: Deployment, userId: string): Promise<string> {
  const args = ["--portal", new URL(portalUrl).host, "--user", userId];
  const program = await runProgram({ script: "apps/worker/src/authorize.ts", args, environment });
  const [link] = await program.printed(/http\S+\/oauth\/authorize\/\S+/, 30_000);
  return link;
}

/** Follows a link as somebody who is signed in to the portal, and tells what page they end on. */
async function open(link: string, person: string): Promise<{ status: number; page: string }> {
  const answer = await fetch(`${link}&as=${person}`);
  return { status: answer.status, page: await answer.text() };
}

test("a person gives the app their rights by a link that is theirs alone and works once", async () => {
  const deployment = await startDeployment();
  const owners = async () => (await deployment.db.select().from(oauthToken)).map(({ userId }) => userId).toSorted();
  expect(await owners()).toEqual(["installer"]);

  const link = await linkFor(deployment, EMPLOYEE);
  const stolen = await open(link, COLLEAGUE);
  expect(stolen).toMatchObject({ status: 403, page: expect.stringContaining("another person") });
  expect(await owners()).toEqual(["installer"]);

  expect(await open(link, EMPLOYEE)).toMatchObject({ status: 200, page: expect.stringContaining("Done") });
  expect(await owners()).toEqual([EMPLOYEE, "installer"]);
  expect(await open(link, EMPLOYEE)).toMatchObject({ status: 410 });
});

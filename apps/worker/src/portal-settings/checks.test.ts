import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";

import { expect, test } from "vitest";

import { checkNluProvider } from "./check-nlu-provider.ts";
import { checkOrderSource } from "./check-order-source.ts";
import { readConfig } from "./read-config.ts";
import { readSecret } from "./read-secret.ts";

const SECRET = "robot:s3cret";
const rasa = { kind: "rasa", url: "http://rasa.example" };
const odata = { kind: "odata", url: "https://1c.example/odata" };

function problemOf(check: () => void): string {
  try {
    check();
    return "none";
  } catch (error) {
    return String(error);
  }
}

test.each([
  ["good settings", rasa, SECRET, /^none$/],
  ["good settings without a secret", rasa, null, /^none$/],
  ["a wrong field", { ...rasa, url: "s3cret" }, null, /settings are wrong: url/],
  ["an unknown kind", { kind: "watson" }, null, /settings are wrong: kind/],
  ["an unknown field", { ...rasa, tokn: "s3cret" }, null, /no tokn. There are: url, intentMap, timeoutMs/],
  ["no key file", { kind: "dialogflow_es", projectId: "p" }, null, /needs the key file/],
  ["another secret than a key file", { kind: "dialogflow_es", projectId: "p" }, SECRET, /is no key file/],
  ["a secret too much", { kind: "transformers", modelFolder: "/m" }, SECRET, /takes no secret/],
])("of a provider, %s: told without the secret", (_what, config, secret, problem) => {
  const told = problemOf(() => checkNluProvider({ config, secret }));
  expect(told).toMatch(problem);
  expect(told).not.toContain("s3cret");
});

test.each([
  ["good settings", odata, SECRET, /^none$/],
  ["the portal's own shop", { kind: "sale" }, null, /^none$/],
  ["a password in the clear", { ...odata, password: "s3cret" }, null, /password would be kept in the clear/],
  ["no login", odata, null, /order source are wrong: login/],
  ["a wrong address", { ...odata, url: "1c" }, SECRET, /order source are wrong: url/],
  ["a secret too much", { kind: "sale" }, SECRET, /sale takes no secret/],
  ["an unknown field", { ...odata, field: {} }, SECRET, /have no field. There are: url/],
])("of an order source, %s: told without the secret", (_what, config, secret, problem) => {
  const told = problemOf(() => checkOrderSource({ config, secret }));
  expect(told).toMatch(problem);
  expect(told).not.toContain("s3cret");
});

test("a secret comes from stdin or a variable, without the line break behind it, and never from the command line", async () => {
  const read = (from: string | undefined, stdin = "") =>
    readSecret(from, { env: { KEY: "from env\n", EMPTY: " " }, stdin: Readable.from([Buffer.from(stdin)]) });
  expect(await read(undefined)).toBeNull();
  expect(await read("stdin", "two\nlines\r\n")).toBe("two\nlines");
  expect(await read("env:KEY")).toBe("from env");
  await expect(read("stdin")).rejects.toThrow(/Nothing came on stdin/);
  await expect(read("stdin", "x".repeat(70_000))).rejects.toThrow(/longer than 65536 bytes/);
  await expect(read("env:EMPTY")).rejects.toThrow(/variable EMPTY is empty/);
  await expect(read("s3cret")).rejects.toThrow(
    /^--secret is stdin or env:<name of a variable>, not the secret itself$/,
  );
});

test("what is no JSON object is told without what stands there", async () => {
  const path = join(mkdtempSync(join(tmpdir(), "botdeck-settings-")), "settings.json");
  for (const text of ["s3cret", "[]", '"s3cret"']) {
    writeFileSync(path, text);
    const problem = await readConfig(path).catch(String);
    expect(problem).toMatch(/there is no JSON object/);
    expect(problem).not.toContain("s3cret");
  }
});

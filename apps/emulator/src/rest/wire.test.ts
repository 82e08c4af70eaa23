import { connect } from "node:net";

import { expect, test } from "vitest";

import { PEOPLE, startTestPortal } from "../testing/test-portal.ts";

const ADD = { TITLE: "Call <back> & ask", RESPONSIBLE_ID: 3 };

async function post(url: string, type: string, body: string): Promise<{ status: number; text: string }> {
  const response = await fetch(url, { method: "POST", headers: { "content-type": type }, body });
  return { status: response.status, text: await response.text() };
}

test("`.xml` answers with elements, `item` for the entries of a list, and refuses in XML too", async () => {
  const world = await startTestPortal();
  const webhook = await world.webhook(PEOPLE.manager);
  await world.rest("tasks.task.add", { fields: ADD });

  const list = await fetch(`${webhook}tasks.task.list.xml?select[]=ID&select[]=TITLE`);
  const wrong = await fetch(`${webhook}no.such.method.xml`);

  expect(list.headers.get("content-type")).toBe("text/xml; charset=utf-8");
  expect(await list.text()).toMatch(
    /^<\?xml version="1.0" encoding="UTF-8"\?>\s<response><result><tasks><item><id>1<\/id><title>Call &lt;back&gt; &amp; ask</,
  );
  expect([wrong.status, await wrong.text()]).toEqual([
    404,
    expect.stringContaining("<error>ERROR_METHOD_NOT_FOUND</error><error_description>"),
  ]);
});

test("a multipart form carries nested parameters, and a file as name and content", async () => {
  const world = await startTestPortal();
  const webhook = await world.webhook(PEOPLE.manager);
  const form = new FormData();
  form.set("fields[TITLE]", "From a form");
  form.set("fields[RESPONSIBLE_ID]", "3");
  form.set("fields[DESCRIPTION]", new File(["hello"], "note.txt"));

  const response = await fetch(`${webhook}tasks.task.add`, { method: "POST", body: form });

  expect(response.status).toBe(200);
  const { calls } = await world.control("GET", "/record");
  expect(calls.at(-1).params.fields).toEqual({
    TITLE: "From a form",
    RESPONSIBLE_ID: "3",
    DESCRIPTION: ["note.txt", Buffer.from("hello").toString("base64")],
  });
});

test("the credential may stand in the query or in the body, as `auth` or `access_token`", async () => {
  const world = await startTestPortal();
  await world.install("http://127.0.0.1:1/handler");
  const { fields } = await world.control("POST", "/apps/local.demo/open", { as: 3 });
  const rest = `${world.origin}/rest//profile`;
  const form = "application/x-www-form-urlencoded";

  for (const name of ["auth", "access_token"]) {
    const credential = `${name}=${fields.AUTH_ID}`;
    expect((await post(`${rest}?${credential}`, form, "")).text).toContain('"ID":"3"');
    expect((await post(rest, form, credential)).text).toContain('"ID":"3"');
    expect((await post(rest, "application/json", JSON.stringify({ [name]: fields.AUTH_ID }))).status).toBe(200);
  }
});

test.each([
  [
    "application/x-www-form-urlencoded",
    Array.from({ length: 10_001 }, (_, n) => `a${n}=1`).join("&"),
    "10000 variables",
  ],
  ["application/x-www-form-urlencoded", `a${"[b]".repeat(70)}=1`, "deeper than 64"],
  ["application/json", `${'{"a":'.repeat(600)}1${"}".repeat(600)}`, "deeper than 512"],
])("too much of %s is refused with the reason", async (type, body, reason) => {
  const world = await startTestPortal();
  const webhook = await world.webhook(PEOPLE.manager);

  const { status, text } = await post(`${webhook}profile`, type, body);

  expect(status).toBe(400);
  expect(JSON.parse(text)).toEqual({ error: "INVALID_REQUEST", error_description: expect.stringContaining(reason) });
});

test("a body beyond the size limit is refused as 413 before it is read", async () => {
  const world = await startTestPortal();
  const { pathname, port } = new URL(await world.webhook(PEOPLE.manager));

  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), "127.0.0.1", () => {
      socket.write(`POST ${pathname}profile HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n`);
      socket.write(`content-length: ${200 * 1024 * 1024}\r\n\r\n{`);
    });
    socket.once("error", reject).once("data", (data) => {
      resolve(data.toString());
      socket.destroy();
    });
  });

  expect(answer).toMatch(/^HTTP\/1.1 413 /);
  expect(answer).toContain('"error":"INVALID_REQUEST"');
});

test("a multipart form that is cut short is refused as the caller's fault", async () => {
  const world = await startTestPortal();
  const response = await fetch(`${await world.webhook(PEOPLE.manager)}server.time`, {
    method: "POST",
    headers: { "content-type": "multipart/form-data; boundary=x" },
    body: '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb',
  });
  expect([response.status, await response.json()]).toEqual([
    400,
    expect.objectContaining({ error: "INVALID_REQUEST" }),
  ]);
});

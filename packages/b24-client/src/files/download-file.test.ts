import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import { expect, onTestFinished, test } from "vitest";

import { downloadFile, type FileDownload } from "./download-file.ts";
import { createFileTransport } from "./file-transport.ts";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A portal that answers each request by script, and a bot that downloads from it. */
async function setup(...script: ((request: IncomingMessage, response: ServerResponse) => void)[]) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    (script[asked.length - 1] ?? ((_request, late) => void late.writeHead(500).end()))(request, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo; // safe: it listens on a port
  const files = createFileTransport({ resolve: async () => [{ address: "10.0.0.7", family: 4 }] });
  onTestFinished(async () => {
    await files.close();
    server.closeAllConnections();
    server.close();
  });
  const portalOrigin = `http://127.0.0.1:${port}`;
  const stored: Buffer[] = [];
  let links = 0;
  const download = (change: Partial<FileDownload<string>> = {}) =>
    downloadFile(
      { files, portalOrigin },
      {
        askLink: async () => `${portalOrigin}/rest/download.json?token=s3cret${++links}`,
        maxBytes: 1_000_000,
        allowedTypes: ["image/*", "text/plain"],
        store: async (content, { type }) => {
          for await (const chunk of content) stored.push(Buffer.from(chunk));
          return type;
        },
        ...change,
      },
    );
  const failure = (change?: Partial<FileDownload<string>>) =>
    download(change).then(
      () => null,
      (error: Error) => error,
    );
  return { port, portalOrigin, asked, download, failure, content: () => Buffer.concat(stored), links: () => links };
}

const send =
  (body: Buffer | string, status = 200) =>
  (_request: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(status).end(body);
const redirect = (location: string) => (_request: IncomingMessage, response: ServerResponse) =>
  void response.writeHead(302, { location }).end();

test("a file goes from its link into storage, with the type of its content", async () => {
  const portal = await setup((request, response) => {
    expect(request.headers).toMatchObject({ accept: "*/*", "user-agent": "botdeck", referer: expect.any(String) });
    response.end(PNG);
  });
  expect(await portal.download()).toBe("image/png");
  expect(portal.content()).toEqual(PNG);
});

test("a link that was used or is too old is asked for once more", async () => {
  const portal = await setup(send("{}", 404), send(PNG));
  expect(await portal.download()).toBe("image/png");
  expect(portal.asked).toEqual(["/rest/download.json?token=s3cret1", "/rest/download.json?token=s3cret2"]);
});

test("two dead links in a row mean that the file is gone", async () => {
  const portal = await setup(send("", 404), send("", 410));
  expect(await portal.failure()).toMatchObject({ code: "not_found" });
  expect(portal.links()).toBe(2);
});

test.each([
  ["a page of a browser", "<!DOCTYPE html><html></html>", /text\/html/],
  ["an SVG, though it is an image", "<svg onload='x'></svg>", /image\/svg/],
  ["a program", Buffer.from("4d5a90000300000004000000ffff0000b800000000000000", "hex"), /application\/x-msdownload/],
  ["bytes nobody knows", Buffer.from([0, 1, 2, 3, 250]), /octet-stream/],
])("%s is refused by its content", async (_name, body, sentence) => {
  const portal = await setup(send(body));
  expect(await portal.failure()).toMatchObject({ code: "invalid", message: expect.stringMatching(sentence) });
  expect(portal.content()).toHaveLength(0);
});

test("a file over the limit is refused, whether it says so or not", async () => {
  const said = await setup(send(Buffer.alloc(2_000, "a")));
  expect(await said.failure({ maxBytes: 1_000 })).toMatchObject({ code: "invalid" });
  const unsaid = await setup((_request, response) => {
    for (let piece = 0; piece < 100; piece++) response.write(Buffer.alloc(1_000, "a"));
    response.end();
  });
  expect(await unsaid.failure({ maxBytes: 50_000 })).toMatchObject({
    code: "invalid",
    message: expect.stringMatching(/larger than 50000 bytes/),
  });
});

test.each([
  ["an address of this machine", (port: number) => `https://127.0.0.2:${port}/x`],
  ["the cloud's own data", () => "https://169.254.169.254/latest/meta-data"],
  ["a name that leads into a private network", () => "https://files.example/x"],
  ["an IPv4 address inside IPv6", () => "https://[::ffff:10.0.0.1]/x"],
  ["a place without TLS", () => "http://93.184.216.34/x"],
])("a redirect to %s is not followed", async (_name, location) => {
  const portal = await setup((request, response) => redirect(location(portal.port))(request, response));
  expect(await portal.failure()).toMatchObject({ code: "forbidden" });
  expect(portal.asked).toHaveLength(1);
});

test("a redirect within the portal is followed, and not for ever", async () => {
  const portal = await setup(redirect("/elsewhere"), send(PNG));
  expect(await portal.download()).toBe("image/png");
  const loop = await setup(...Array.from({ length: 9 }, () => redirect("/again")));
  expect(await loop.failure()).toMatchObject({ code: "rejected" });
  expect(loop.asked).toHaveLength(4);
});

test("time limits and cancelling end a download that hangs", async () => {
  const hang = (_request: IncomingMessage, response: ServerResponse) => void response.write(Buffer.alloc(5_000, "a"));
  const slow = await setup(hang);
  expect(await slow.failure({ timeoutMs: 50 })).toMatchObject({ code: "unreachable" });
  const stopping = new AbortController();
  const stopped = await setup((request, response) => {
    hang(request, response);
    stopping.abort();
  });
  expect(await stopped.failure({ signal: stopping.signal })).toMatchObject({ code: "unreachable" });
});

test("no failure tells the link's secret", async () => {
  const failures = [
    await (await setup(send("", 500))).failure(),
    await (await setup(redirect("https://files.example/?token=s3cret"))).failure(),
    await (await setup((request) => void request.socket.destroy())).failure(),
    await (await setup(send("", 404), send("", 404))).failure(),
    await (await setup()).failure({ askLink: async () => "http://[s3cret" }),
  ];
  for (const error of failures) {
    expect(error).toBeInstanceOf(Error);
    const everything = [error?.message, error?.stack, JSON.stringify(error), String(error?.cause)].join("\n");
    expect(everything).not.toContain("s3cret");
  }
});

import { HttpV2 } from "@bitrix24/b24jssdk";
import fc from "fast-check";
import { expect, test } from "vitest";

import { encodeQuery } from "./encode-query.ts";

/** What the official SDK writes for one command of a batch. */
async function bySdk(params: object): Promise<string> {
  const base = "http://127.0.0.1/rest/1/demo";
  const token = { access_token: "demo", refresh_token: "", expires: 0, expires_in: 0, domain: "", member_id: "" };
  let query = "";
  const http = new HttpV2(
    {
      getAuthData: () => token,
      refreshAuth: () => Promise.reject(new Error("not asked")),
      getUniq: (prefix: string) => prefix,
      isAdmin: true,
      getTargetOrigin: () => base,
      getTargetOriginWithPath: () => new Map([["v2", base]]),
    } as unknown as ConstructorParameters<typeof HttpV2>[0], // safe: what it reads of a log-in
    {
      adapter: async (config: { data?: unknown }) => {
        query = JSON.parse(String(config.data)).cmd.c0.split("?", 2)[1] ?? "";
        const data = { result: { result: { c0: true }, result_error: [], result_time: [] }, time: {} };
        return { data, status: 200, statusText: "OK", headers: {}, config: config as never };
      },
    },
  );
  await http.batch({ c0: { method: "crm.lead.list", params: params as never } }, { isHaltOnError: false });
  return query;
}

const aScalar = fc.oneof(
  fc.string(),
  fc.string({ unit: "grapheme" }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("2100-01-01") }),
  fc.constant(undefined),
);
const aKey = fc.stringMatching(/^[A-Za-zЯ%!=><@()*'._~-]{1,8}$/u).filter((key) => key !== "__proto__");
const { value: aValue } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    aScalar,
    fc.array(tie("value"), { minLength: 1, maxLength: 3 }),
    fc.dictionary(aKey, tie("value"), { minKeys: 1, maxKeys: 3 }),
  ),
}));

test("parameters are written as the official SDK writes them in a batch", async () => {
  await fc.assert(
    fc.asyncProperty(fc.dictionary(aKey, aValue, { maxKeys: 4 }), async (params) => {
      expect(encodeQuery(params)).toBe(await bySdk(params));
    }),
    { numRuns: 150 },
  );
});

test("positional parameters keep their order", async () => {
  const params = [5, { POST_MESSAGE: "Да & нет", FLAG: false }, new Date(0)];
  expect(encodeQuery(params)).toBe(await bySdk(params));
});

test("half of a cut character leaves as the sign for an unknown one, in a text and in a name", () => {
  expect(encodeQuery({ "A\uD83D": "b\uDE00" })).toBe("A%EF%BF%BD=b%EF%BF%BD");
});

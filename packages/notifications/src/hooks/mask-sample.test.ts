import fc from "fast-check";
import { expect, test } from "vitest";

import { maskSample } from "./mask-sample.ts";

test.each([
  ["an address", '{"text":"write to anna.b+c@mail.example.com soon"}', "anna"],
  ["a phone", "call +49 (151) 123-45-678", "151"],
  ["a phone as Russians write it", '{"note":"8 999 765 43 21"}', "765"],
  ["a card", '{"note":"4111111111111111"}', "4111"],
  ["a name under its field", '{"order":{"customer_name":"Anna Ivanova","Телефон":"123"}}', "Ivanova"],
  ["a secret", '{"api_key":"short","nested":[{"password":"qwerty"}]}', "qwerty"],
  ["a token that no field names", "x=ghp0123456789abcdefghijklmnopqrstuvwxyz", "abcdefgh"],
  ["whom a payment is from", '{"object":{"customer":{"name":"Anna","tags":["vip Anna"]},"buyer":"Anna"}}', "Anna"],
  ["an address in parts", '{"billing_details":{"address":{"line1":"Nevsky 1"}},"address":{"city":"Nevsky"}}', "Nevsky"],
  ["a secret whose name says more", '{"user_password":"qwerty","webhookSecret":{"value":"qwerty"}}', "qwerty"],
  ["who is behind a short name", '{"FIO":"Ivanova","payer_inn":"Ivanova","customerIban":"Ivanova"}', "Ivanova"],
  ["a contact", '{"contactPerson":{"name":"Anna"},"owner":"Anna","userName":"Anna","user":{"id":"Anna"}}', "Anna"],
  ["a name of somebody", '{"author":{"name":"Anna","id":7},"assignedTo":[{"displayName":"Anna"}]}', "Anna"],
  ["a name in a form", "Amount=10&Name=ANNA+IVANOVA&customer%5Bname%5D=ANNA", "ANNA"],
  ["an address in a form", "Amount=10&AccountId=anna%40example.com", "anna"],
  ["a password in a form", "login=7&password=qwerty&x=1", "qwerty"],
  ["JSON within a form", `Amount=10&Data=${encodeURIComponent('{"payer":{"firstName":"Anna"}}')}`, "Anna"],
  ["a name in JSON that is broken", '{"customer":{"name":"Anna"},"id":1,', "Anna"],
  [
    "what is beyond the beginning",
    `{"pad":"${"x ".repeat(20)}","customer":{"name":"Anna"},"rest":"${"y ".repeat(20_000)}"}`,
    "Anna",
  ],
  ["what is cut in the middle of JSON", `{"email":"anna@example.com","pad":"${"x ".repeat(20_000)}`, "anna"],
])("%s is hidden", (_, body, secret) => {
  expect(maskSample(body)).not.toContain(secret);
});

test("what a post is about stays", () => {
  const body = {
    startsAt: "2026-11-22T09:00:00Z",
    fingerprint: "1a30ba71cca2921f",
    labels: { alertname: "DiskFull", name: "sda", inner: "yes", spinning: "no" },
    author: { id: 7 },
    amount: "1200.50",
    id: 1_795_165_000_123,
  };
  expect(JSON.parse(maskSample(JSON.stringify(body)))).toEqual(body);
});

test("of a form and of broken JSON it is seen what they are about", () => {
  expect(JSON.parse(maskSample("TransactionId=7&Amount=10.00&Name=ANNA"))).toEqual({
    TransactionId: "7",
    Amount: "10.00",
    Name: "***",
  });
  expect(maskSample('{"id":7,"title":"Disk \\"full')).toBe('{"id":7,"title":"***"');
});

test("whatever comes, a sample stays small", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 50 }), fc.nat(3_000), (text, times) => {
      expect(maskSample(text.repeat(times)).length).toBeLessThan(4_010);
    }),
  );
});

test.each([
  ["letters without end", "a".repeat(16_000)],
  ["nesting without end", `${"[".repeat(7_900)}${"]".repeat(7_900)}`],
  ["numbers without end", "+7 ".repeat(5_000)],
  ["dots without end", `${"a.".repeat(7_900)}@`],
  ["a form without end", "a=&".repeat(20_000)],
  ["quotes without end", `{${'"\\\\'.repeat(20_000)}`],
  ["addresses without end", "://:".repeat(4_000)],
])("%s keep no process busy", (_, body) => {
  const before = process.threadCpuUsage();
  maskSample(body);
  expect(process.threadCpuUsage(before).user / 1_000).toBeLessThan(1_000);
});

import { expect, test } from "vitest";

import { isPrivateHost } from "./private-host.ts";

test.each(
  "localhost localhost. app.localhost 127.0.0.1 0x7f.1 2130706433 10.0.0.5 192.168.1.5 172.16.0.1 169.254.169.254 [::1] [fd00::1] [::ffff:10.0.0.5] [::127.0.0.1] [::8.8.8.8] bitrix".split(
    " ",
  ),
)("%s is no host of the public internet", (host) => {
  expect(isPrivateHost(new URL(`https://${host}/`).hostname)).toBe(true);
});

test.each(["demo.bitrix24.com", "127.0.0.1.evil.example", "8.8.8.8", "[2606:4700::1111]", "xn--80aswg.xn--p1ai"])(
  "%s may be one",
  (host) => {
    expect(isPrivateHost(new URL(`https://${host}/`).hostname)).toBe(false);
  },
);

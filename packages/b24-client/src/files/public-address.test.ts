import { expect, test } from "vitest";

import { isPublicAddress } from "./public-address.ts";

test.each(["93.184.216.34", "2606:2800:220:1::1", "[2606:2800:220:1::1]"])(
  "%s is of the public internet",
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

const NOT_PUBLIC = `
  127.0.0.1 10.1.2.3 172.16.0.1 192.168.0.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255 192.0.2.1
  ::1 :: fe80::1 fd00::1 ::ffff:127.0.0.1 64:ff9b::a00:1 2002:a00:1:: ff02::1 2001:db8::1 localhost
`;

test.each(NOT_PUBLIC.trim().split(/\s+/))("%s is not", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

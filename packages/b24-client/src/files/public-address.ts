import ipaddr from "ipaddr.js";

/** An IPv4 address within IPv6, as it was once written: `::10.0.0.5`. */
const COMPATIBLE = ipaddr.IPv6.parse("::");

/**
 * True for an address of the public internet. All that leads back inside (loopback, private, link-local, carrier and
 * documentation ranges, IPv6 forms that hold an IPv4 address) is not public.
 *
 * @param address An IP address as text, IPv6 with or without brackets.
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, "");
  if (!ipaddr.isValid(bare)) return false;
  const read = ipaddr.process(bare);
  const isCompatible = read instanceof ipaddr.IPv6 && read.match(COMPATIBLE, 96);
  return !isCompatible && read.range() === "unicast";
}

/** True when a URL's host is written as an address, so that no name is looked up. */
export const isAddress = (host: string): boolean => ipaddr.isValid(host.replace(/^\[|\]$/g, ""));

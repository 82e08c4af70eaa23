import { isAddress, isPublicAddress } from "./files/public-address.ts";

/**
 * True for a host that by its very name is none of the public internet: this machine, an address of a private network, a name without
 * a domain. Where other names lead is known when they are looked up (`createUndiciTransport`, `staysPublic`).
 *
 * @param hostname As `URL` has it: IPv6 in brackets, numbers written out.
 */
export function isPrivateHost(hostname: string): boolean {
  const name = hostname.replace(/\.$/, "").toLowerCase();
  if (isAddress(name)) return !isPublicAddress(name);
  return name === "localhost" || name.endsWith(".localhost") || !name.includes(".");
}

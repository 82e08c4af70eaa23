import { lookup, type LookupAddress } from "node:dns";
import type { LookupFunction } from "node:net";

import { AppError } from "@botdeck/core";

import { isPublicAddress } from "./public-address.ts";

/** Asks the name service; every answer, not only the first. */
export type Resolve = (hostname: string) => Promise<LookupAddress[]>;

/**
 * A lookup for connections that must stay on the public internet. The connection is made to the very address that was
 * looked at, so a name that changes its answer in between gains nothing. One private answer among others spoils all.
 */
export function createGuardedLookup(resolve: Resolve = resolveAll): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname).then(
      (addresses) => {
        const first = addresses[0];
        if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address))) {
          done(new AppError("forbidden", "The address leads into a private network"), "");
        } else if (options.all === true) done(null, addresses);
        else done(null, first.address, first.family);
      },
      (error: unknown) => done(error instanceof Error ? error : new Error("The name cannot be resolved"), ""),
    );
  };
}

function resolveAll(hostname: string): Promise<LookupAddress[]> {
  return new Promise((done, fail) => {
    lookup(hostname, { all: true }, (error, addresses) => (error ? fail(error) : done(addresses)));
  });
}

import { relative } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

import type { Plugin, Rollup } from "vite";

/** As many of the largest are named as one can act upon. */
const NAMED_CHUNKS = 5;

type Options = {
  /** Of all scripts together, each gzipped as it is served. */
  limitBytes: number;
  /** What the first page asks for besides the entry, as paths from Vite's root; with all that they import. */
  sources: readonly string[];
};

type Sized = { fileName: string; bytes: number };

/** Fails the build when the scripts that a browser needs to show the first page are larger than the limit. */
export function firstLoadLimit({ limitBytes, sources }: Options): Plugin {
  let root = "";
  return {
    name: "first-load-limit",
    apply: "build",
    configResolved: (config) => void (root = config.root),
    // After everything is written: Vite still fills in chunks when the bundle is generated.
    async writeBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === "chunk");
      const first = chunks.filter(({ isEntry }) => isEntry);
      for (const source of sources) {
        const found = chunks.filter(({ facadeModuleId }) => sourceOf(facadeModuleId, root) === source);
        // A limit on something that is no longer there would hold for ever.
        if (found.length === 0) this.error(`The first load is said to need ${source}, which has no chunk of its own`);
        first.push(...found);
      }
      const sized = await Promise.all(withImports(first, bundle).map(sizeOf));
      const bytes = sized.reduce((sum, each) => sum + each.bytes, 0);
      if (bytes > limitBytes) this.error(describeExcess(sized, bytes, limitBytes));
    },
  };
}

/** The path from the root; the router splits a page off under its own path and a query. */
const sourceOf = (moduleId: string | null, root: string) =>
  moduleId === null ? null : relative(root, moduleId.replace(/\?.*$/, ""));

function withImports(first: Rollup.OutputChunk[], bundle: Rollup.OutputBundle): Rollup.OutputChunk[] {
  const needed = new Set(first);
  // A set that grows while it is walked is walked to its end.
  for (const { imports } of needed) {
    for (const fileName of imports) {
      const imported = bundle[fileName];
      if (imported?.type === "chunk") needed.add(imported);
    }
  }
  return [...needed];
}

async function sizeOf({ fileName, code }: Rollup.OutputChunk): Promise<Sized> {
  return { fileName, bytes: (await promisify(gzip)(code)).length };
}

function describeExcess(sized: readonly Sized[], bytes: number, limitBytes: number): string {
  const largest = sized.toSorted((a, b) => b.bytes - a.bytes).slice(0, NAMED_CHUNKS);
  const named = largest.map((each) => `${each.fileName} ${inKilobytes(each.bytes)}`).join(", ");
  return (
    `The first load has ${inKilobytes(bytes)} of gzipped scripts, and ${inKilobytes(limitBytes)} are allowed. ` +
    `The largest: ${named}. Load lazily what the first page does not show at once`
  );
}

const inKilobytes = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`;

import { relative } from "node:path";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";

import type { Plugin, Rollup } from "vite";

import { SMALLEST_PACKED_BYTES } from "./precompress.ts";

/** As many of the largest are named as one can act upon. */
const NAMED_FILES = 5;
/** Fonts are packed already. */
const PACKED = /\.woff2$/;

type Options = {
  /** Of all files together, each packed with Brotli as it is served. */
  limitBytes: number;
  /** The modules that the first page asks for besides what `index.html` names, as paths from Vite's root; with all that they import. */
  sources: readonly string[];
  /** The fonts that its words are set in, by the beginnings of their files' names. */
  fonts?: readonly string[];
};

type Sized = { fileName: string; bytes: number };

/** Fails the build when all that a browser fetches to show the first page is larger than the limit. */
export function firstLoadLimit({ limitBytes, sources, fonts = [] }: Options): Plugin {
  let root = "";
  return {
    name: "first-load-limit",
    apply: "build",
    configResolved: (config) => void (root = config.root),
    // After everything is written: Vite still fills in chunks when the bundle is generated.
    async writeBundle(_options, bundle) {
      const first = namedByPage(bundle);
      for (const source of sources) {
        const found = Object.values(bundle).filter(
          (output) => output.type === "chunk" && sourceOf(output.facadeModuleId, root) === source,
        );
        // A limit on something that is no longer there would hold for ever.
        if (found.length === 0) this.error(`The first load is said to need ${source}, which has no chunk of its own`);
        first.push(...found);
      }
      for (const font of fonts) {
        const found = Object.values(bundle).filter(({ fileName }) => fileName.includes(`/${font}-`));
        if (found.length === 0)
          this.error(`The first load is said to need the font ${font}, which is not in the build`);
        first.push(...found);
      }
      const sized = await Promise.all(withImports(first, bundle).map(sizeOf));
      const bytes = sized.reduce((sum, each) => sum + each.bytes, 0);
      if (bytes > limitBytes) this.error(describeExcess(sized, bytes, limitBytes));
    },
  };
}

type Output = Rollup.OutputChunk | Rollup.OutputAsset;

/** The scripts and styles of the page itself. */
function namedByPage(bundle: Rollup.OutputBundle): Output[] {
  const pages = Object.values(bundle).filter(({ fileName }) => fileName.endsWith(".html"));
  const text = pages.map((page) => contentOf(page).toString()).join("");
  return Object.values(bundle).filter(({ fileName }) => text.includes(`/${fileName}"`));
}

/** The path from the root; the router splits a page off under its own path and a query. */
const sourceOf = (moduleId: string | null, root: string) =>
  moduleId === null ? null : relative(root, moduleId.replace(/\?.*$/, ""));

function withImports(first: readonly Output[], bundle: Rollup.OutputBundle): Output[] {
  const needed = new Set(first);
  // A set that grows while it is walked is walked to its end.
  for (const output of needed) {
    for (const fileName of output.type === "chunk" ? output.imports : []) {
      const imported = bundle[fileName];
      if (imported !== undefined) needed.add(imported);
    }
  }
  return [...needed];
}

async function sizeOf(output: Output): Promise<Sized> {
  const { fileName } = output;
  const content = contentOf(output);
  const isServedAsIs = PACKED.test(fileName) || content.length < SMALLEST_PACKED_BYTES;
  const bytes = isServedAsIs ? content.length : (await promisify(brotliCompress)(content)).length;
  return { fileName, bytes };
}

const contentOf = (output: Output): Buffer => Buffer.from(output.type === "chunk" ? output.code : output.source);

function describeExcess(sized: readonly Sized[], bytes: number, limitBytes: number): string {
  const largest = sized.toSorted((a, b) => b.bytes - a.bytes).slice(0, NAMED_FILES);
  const named = largest.map((each) => `${each.fileName} ${inKilobytes(each.bytes)}`).join(", ");
  return (
    `The first load has ${inKilobytes(bytes)} when packed, and ${inKilobytes(limitBytes)} are allowed. ` +
    `The largest: ${named}. Load lazily what the first page does not show at once`
  );
}

const inKilobytes = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`;

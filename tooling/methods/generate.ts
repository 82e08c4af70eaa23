import { PLATFORM_METHODS, specOf, type MethodSpec, type ParamSpec } from "@botdeck/b24-spec";

import { inferShape, type DocTypes, type Shape } from "./infer-shape.ts";
import { printMethod } from "./print-types.ts";

const NOTICE = "// Written by `pnpm generate:methods` from the data of @botdeck/b24-spec. Do not edit.\n\n";

/** The generated files of the client: name to content. The same data gives the same text. */
export function generateMethods(): Map<string, string> {
  const groups = Map.groupBy(platformSpecs(), groupOf);
  const files = new Map<string, string>();
  const shapes = new Map<string, Shape>();
  for (const [group, specs] of groups) {
    const docTypes = docTypesOf(specs);
    for (const spec of specs) shapes.set(spec.name, inferShape(spec, docTypes));
    files.set(`${group}.gen.ts`, groupFile(group, specs, shapes));
  }
  files.set("methods.gen.ts", indexFile([...groups.keys()]));
  files.set("shapes.gen.ts", shapesFile(shapes));
  files.set("facts.gen.ts", factsFile(platformSpecs()));
  return files;
}

const SYSTEM = new Set(
  "access app batch event events feature method methods placement profile scope server".split(" "),
);

/** The first word of the name; the many small groups of applications and the portal itself are one. */
function groupOf({ name }: MethodSpec): string {
  const [word = ""] = name.split(".");
  return SYSTEM.has(word) ? "system" : word;
}

function platformSpecs(): MethodSpec[] {
  return [...PLATFORM_METHODS].toSorted().flatMap((name) => specOf(name) ?? []);
}

function groupFile(group: string, specs: MethodSpec[], shapes: ReadonlyMap<string, Shape>): string {
  const entries = specs.map((spec) => printMethod(spec, shapes.get(spec.name) ?? "any"));
  const needsYesNo = entries.some((entry) => entry.includes("YesNo"));
  const imports = needsYesNo ? 'import type { YesNo } from "../yes-no.ts";\n\n' : "";
  return `${NOTICE}${imports}export interface ${interfaceOf(group)} {\n${entries.join("\n")}\n}\n`;
}

function indexFile(groups: string[]): string {
  const imports = groups.map((group) => `import type { ${interfaceOf(group)} } from "./${group}.gen.ts";`).join("\n");
  const parents = groups.map(interfaceOf).join(",\n    ");
  return `${NOTICE}${imports}\n\n/** Every REST method that the platform uses, by its wire name. */\nexport interface Methods\n  extends ${parents} {}\n`;
}

function shapesFile(shapes: ReadonlyMap<string, Shape>): string {
  const lines = [...shapes].map(([name, shape]) => `  ${JSON.stringify(name)}: ${JSON.stringify(shape)},`);
  return `${NOTICE}import type { Shape } from "../shape.ts";\n\nexport const SHAPES: Readonly<Record<string, Shape>> = {\n${lines.join("\n")}\n};\n`;
}

function factsFile(specs: MethodSpec[]): string {
  const set = (name: string, comment: string, test: (spec: MethodSpec) => boolean) => {
    const names = specs.filter(test).map((spec) => `  ${JSON.stringify(spec.name)},\n`);
    return `/** ${comment} */\nexport const ${name}: ReadonlySet<string> = new Set([\n${names.join("")}]);\n`;
  };
  return [
    NOTICE.trimEnd(),
    "",
    set("READ_METHODS", "They change nothing, so they may be repeated.", ({ kind }) => kind === "read"),
    set("NOT_BATCHABLE", "`batch` refuses them.", ({ isBatchable, isRest3 }) => !isBatchable || isRest3),
    set("REST3_METHODS", "They live under `/rest/api/`.", ({ isRest3 }) => isRest3),
  ].join("\n");
}

function interfaceOf(group: string): string {
  const words = group.split("_").map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join("")}Methods`;
}

/** What the methods of a group say of their fields: an answer's table often leaves out what the input's table tells. */
function docTypesOf(specs: readonly MethodSpec[]): DocTypes {
  const types = new Map<string, string>();
  const note = (name: string, type: string) => {
    const key = spelling(name);
    if (!types.has(key)) types.set(key, type);
  };
  const noteParams = (params: readonly ParamSpec[]) => {
    for (const { name, docType, fields } of params) {
      note(name, docType);
      noteParams(fields ?? []);
    }
  };
  for (const { answerTypes, params } of specs) {
    for (const [field, type] of answerTypes) note(field, type);
    noteParams(params);
  }
  return (field) => types.get(spelling(field));
}

/** `ASSIGNED_BY_ID` and `assignedById` are one field. */
function spelling(name: string): string {
  return name.replaceAll("_", "").toLowerCase();
}

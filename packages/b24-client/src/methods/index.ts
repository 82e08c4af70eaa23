import type { z } from "zod";

import { imMethods } from "./im.ts";
import { imbotMethods } from "./imbot.ts";
import { openLineMethods } from "./open-lines.ts";
import { systemMethods } from "./system.ts";
import { taskMethods } from "./tasks.ts";

/** Every REST method in use, by its wire name. */
export const METHODS = { ...imMethods, ...imbotMethods, ...openLineMethods, ...systemMethods, ...taskMethods };

export type MethodName = keyof typeof METHODS;
export type MethodParams<Name extends MethodName> = NonNullable<(typeof METHODS)[Name]["params"]>;
export type MethodResult<Name extends MethodName> = z.output<(typeof METHODS)[Name]["result"]>;

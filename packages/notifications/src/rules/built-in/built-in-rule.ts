import type { z } from "zod";

import type { Rule } from "../rule.ts";

/** A rule of the code, with what is as always left out. */
export type BuiltInRule = z.input<typeof Rule>;

import type { RestMethod } from "../method.ts";
import { text } from "../params.ts";

/** What the portal's tariff includes. */
const AVAILABLE = new Set(["rest_offline_extended", "rest_auth_connector"]);

/** Bitrix24 docs: api-reference/common/system/feature-get. */
export const featureMethods: RestMethod[] = [
  {
    name: "feature.get",
    scopes: [],
    run: ({ params }) => ({ result: { value: AVAILABLE.has(text(params, "CODE")) ? "Y" : "N" } }),
  },
];

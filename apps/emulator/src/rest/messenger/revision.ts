import type { RestMethod } from "../method.ts";

/** Bitrix24 docs: im.revision.get. The last name is kept for old mobile applications. */
const REVISION = { rest: 32, web: 130, mobile: 22, desktop: 6, im_revision_mobile: 22 };

/** What of the messenger a client may rely on. */
export const revisionMethods: RestMethod[] = [
  { name: "im.revision.get", scopes: ["im"], missing: "own", run: () => ({ result: REVISION }) },
];

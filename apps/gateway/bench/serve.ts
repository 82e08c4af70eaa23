import { buildParseOnly } from "./parse-only.ts";

const [side] = process.argv.slice(2);
const app = buildParseOnly();
if (side !== "noStore") throw new Error(side);
await app.listen({ host: "127.0.0.1", port: Number(process.env["GATEWAY_PORT"]) });

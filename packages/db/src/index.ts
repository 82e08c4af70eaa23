export * from "./channel.ts";
export * from "./client.ts";
export * from "./migrations-folder.ts";
export * from "./schema/index.ts";

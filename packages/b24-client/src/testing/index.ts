export * from "./scripted-client.ts";
export * from "./scripted-transport.ts";

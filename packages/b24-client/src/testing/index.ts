export * from "../events/__fixtures__/http-build-query.ts";
export * from "./fake-portal.ts";
export * from "./scripted-client.ts";
export * from "./scripted-transport.ts";

import { z } from "zod";

/** Credentials have a place of their own, where they are sealed and not shown. */
export const ServiceAddress = z.url({ protocol: /^https?$/, abort: true }).refine((url) => {
  const { username, password, search, hash } = new URL(url);
  return username === "" && password === "" && search === "" && hash === "";
}, "Give the address without login, query and #; a key or token is given as the secret");

/** Of one question, in milliseconds: a person waits for the answer. */
export const ServiceTimeoutMs = z.number().int().min(100).max(10_000).default(2_000);

/** The address of something below another, whether or not that ends with a slash. */
export function below(base: string, path: string): string {
  return `${base.replace(/\/+$/, "")}/${path}`;
}

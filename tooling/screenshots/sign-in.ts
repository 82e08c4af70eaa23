import { AppError } from "@botdeck/core";

/** Somebody signed in at a console, without a browser. */
export type SignedIn = {
  cookies: { name: string; value: string }[];
  query<Answer>(path: string, input?: unknown): Promise<Answer>;
  mutate<Answer>(path: string, input: unknown): Promise<Answer>;
};

/** @throws AppError `unauthorized` when the console does not know them. */
export async function signIn(consoleUrl: string, email: string, password: string): Promise<SignedIn> {
  const headers = { "content-type": "application/json", origin: new URL(consoleUrl).origin };
  const response = await fetch(new URL("/api/auth/sign-in/email", consoleUrl), {
    method: "POST",
    headers,
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new AppError("unauthorized", `${email} could not sign in: ${response.status}`);
  const pairs = response.headers.getSetCookie().map((line) => line.split(";")[0] ?? "");
  const cookie = pairs.join("; ");
  const cookies = pairs.map((pair) => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: pair.slice(at + 1) };
  });

  async function read<Answer>(path: string, answer: Response): Promise<Answer> {
    // safe: both sides are in this repository
    const body = (await answer.json()) as { result?: { data: Answer }; error?: { message: string } };
    if (body.result === undefined) throw new AppError("rejected", `${path}: ${body.error?.message ?? answer.status}`);
    return body.result.data;
  }

  return {
    cookies,
    async query(path, input) {
      const search = input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`;
      return await read(path, await fetch(new URL(`/trpc/${path}${search}`, consoleUrl), { headers: { cookie } }));
    },
    async mutate(path, input) {
      const post = { method: "POST", headers: { ...headers, cookie }, body: JSON.stringify(input) };
      return await read(path, await fetch(new URL(`/trpc/${path}`, consoleUrl), post));
    },
  };
}

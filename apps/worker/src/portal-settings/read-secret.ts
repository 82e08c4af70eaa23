import { AppError } from "@botdeck/core";

/** A key file of a service account has some 2 kB. */
const LONGEST = 65_536;

type Sources = { env: Record<string, string | undefined>; stdin: AsyncIterable<Buffer | string> };

/**
 * Reads a secret from where it does not show: never from the command line, which other users of the machine can read.
 *
 * @param from `stdin` or `env:NAME`; undefined for no secret.
 * @throws AppError `invalid` when it is not there.
 */
export async function readSecret(from: string | undefined, { env, stdin }: Sources): Promise<string | null> {
  if (from === undefined) return null;
  if (from === "stdin") return filled(await readAll(stdin), "Nothing came on stdin");
  const [, name] = /^env:(\w+)$/.exec(from) ?? [];
  // Not repeated: it may be the secret itself.
  if (name === undefined)
    throw new AppError("invalid", "--secret is stdin or env:<name of a variable>, not the secret itself");
  return filled(env[name] ?? "", `The environment variable ${name} is empty`);
}

async function readAll(stdin: AsyncIterable<Buffer | string>): Promise<string> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of stdin) {
    chunks.push(Buffer.from(chunk));
    sizeBytes += chunk.length;
    if (sizeBytes > LONGEST)
      throw new AppError("invalid", `What came on stdin is no secret: it is longer than ${LONGEST} bytes`);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Without the line break that `echo` and editors put behind it. */
function filled(text: string, problem: string): string {
  const secret = text.replace(/\r?\n$/, "");
  if (secret.trim() === "") throw new AppError("invalid", `${problem}, where the secret was to be`);
  return secret;
}

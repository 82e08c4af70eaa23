/** A call that failed. `status` is null when no answer came; the message is the server's own, or empty. */
export class ApiProblem extends Error {
  readonly status: number | null;

  constructor(status: number | null, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ApiProblem";
    this.status = status;
  }

  static async from(response: Response): Promise<ApiProblem> {
    const body: unknown = await response.json().catch(() => null);
    return new ApiProblem(response.status, messageOf(body));
  }
}

function messageOf(body: unknown): string {
  if (typeof body !== "object" || body === null) return "";
  const { message, error, error_description: description } = body as Record<string, unknown>; // safe: any object may be read so
  const written = [message, description, error].find((value) => typeof value === "string" && value !== "");
  return typeof written === "string" ? written : messageOf(error);
}

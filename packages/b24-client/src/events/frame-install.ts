import type { InstallEvent } from "./install.ts";
import { optionalTextAt, textAt, type WireMap } from "./wire.ts";

const SECONDS_OF_AN_HOUR = 3600;

/**
 * Reads the post by which a portal opens an app's page in a frame, which an app with a page gets instead of ONAPPINSTALL
 * when it is installed. Like that it proves nothing by itself.
 *
 * @param query The address's own parameters: the portal names itself there.
 * @returns null when the post is no such opening.
 * @throws AppError `invalid` naming the path of a required field that is missing.
 * @see Bitrix24 docs: settings/app-installation (the app in a frame)
 */
export function readFrameInstall(
  body: WireMap,
  query: Readonly<Record<string, unknown>>,
  now: Date,
): InstallEvent | null {
  const accessToken = optionalTextAt(body, "AUTH_ID");
  if (accessToken === null) return null;
  const domain = typeof query["DOMAIN"] === "string" ? query["DOMAIN"] : textAt(body, "DOMAIN");
  const protocol = query["PROTOCOL"] === "0" ? "http" : "https";
  const seconds = Number(optionalTextAt(body, "AUTH_EXPIRES") ?? SECONDS_OF_AN_HOUR);
  return {
    kind: "app.installed",
    grant: {
      memberId: textAt(body, "member_id"),
      domain,
      clientEndpoint: `${protocol}://${domain}/rest/`,
      serverEndpoint: textAt(body, "SERVER_ENDPOINT"),
      applicationToken: textAt(body, "APPLICATION_TOKEN"),
      userId: null,
      scopes: (optionalTextAt(body, "APPLICATION_SCOPE") ?? "").split(/[\s,]+/).filter((scope) => scope !== ""),
      token: {
        accessToken,
        refreshToken: textAt(body, "REFRESH_ID"),
        expiresAt: new Date(now.getTime() + (Number.isFinite(seconds) ? seconds : SECONDS_OF_AN_HOUR) * 1000),
      },
    },
  };
}

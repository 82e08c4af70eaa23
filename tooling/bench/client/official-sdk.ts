import { B24OAuth, EnumAppStatus } from "@bitrix24/b24jssdk";

import type { SdkCaller } from "./task.ts";

const HOUR_S = 3_600;

/**
 * The official SDK, unchanged. Its webhook mode insists on https, so it is an app whose REST address is the webhook: the
 * portal knows the caller by the path and passes over the token.
 */
export function openOfficialSdk({ webhookUrl, limits }: SdkCaller): B24OAuth {
  const rateLimit = { burstLimit: limits.burst, drainRate: limits.perSecond, adaptiveEnabled: true };
  const sdk = new B24OAuth(
    {
      applicationToken: "bench",
      userId: 1,
      memberId: "bench",
      expiresIn: HOUR_S,
      expires: Math.floor(Date.now() / 1000) + HOUR_S,
      scope: "crm",
      domain: new URL(webhookUrl).host,
      clientEndpoint: webhookUrl,
      serverEndpoint: webhookUrl,
      status: EnumAppStatus.Local,
      accessToken: "bench",
      refreshToken: "bench",
    },
    { clientId: "bench", clientSecret: "bench" },
    { restrictionParams: { rateLimit } },
  );
  sdk.offClientSideWarning();
  return sdk;
}

import { newSecret, issueAccessToken, issueRefreshToken, ACCESS_LIFETIME_S } from "../oauth/tokens.ts";
import { domainOf } from "../portal.ts";
import type { Portal } from "../portal.ts";
import type { App } from "../state/model.ts";
import { escapeHtml } from "../wire/escape-html.ts";

export type Frame = { url: string; fields: Record<string, string> };

/**
 * What a portal posts to an application's page when somebody opens it.
 *
 * @throws Error when there is no such person.
 */
export function frameOf(portal: Portal, app: App, opened: { as: number; placement: string; options: string }): Frame {
  const url = new URL(handlerOf(portal, app, opened));
  const domain = domainOf(portal);
  const protocol = portal.origin().startsWith("https:") ? "1" : "0";
  const language = portal.state.people.get(opened.as)?.language ?? "en";
  const query = { DOMAIN: domain, PROTOCOL: protocol, LANG: language, APP_SID: newSecret().slice(0, 32) };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return {
    url: url.href,
    fields: {
      AUTH_ID: issueAccessToken(portal, app, opened.as).id,
      AUTH_EXPIRES: String(ACCESS_LIFETIME_S),
      REFRESH_ID: issueRefreshToken(portal, app, opened.as).id,
      SERVER_ENDPOINT: `${portal.origin()}/rest/`,
      APPLICATION_TOKEN: app.applicationToken,
      APPLICATION_SCOPE: app.scopes.join(","),
      member_id: portal.state.memberId,
      status: app.status,
      PLACEMENT: opened.placement,
      PLACEMENT_OPTIONS: opened.options,
    },
  };
}

/** A placement opens its own handler, anything else the application's page. */
function handlerOf(portal: Portal, app: App, { as, placement }: { as: number; placement: string }): string {
  const bound = [...portal.state.placements.values()].find(
    (each) => each.clientId === app.id && each.placement === placement && [0, as].includes(each.userId),
  );
  return bound?.handler ?? app.handlerUrl;
}

/** A page that posts itself: put into an `<iframe>`, it opens the application as a portal does. */
export function framePage({ url, fields }: Frame): string {
  const inputs = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Application</title>
<form method="post" action="${escapeHtml(url)}">${inputs.join("")}</form>
<script>document.forms[0].submit();</script>`;
}

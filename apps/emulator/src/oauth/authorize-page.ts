import { nameOf } from "../chat/find.ts";
import type { App, Person } from "../state/model.ts";
import { escapeHtml } from "../wire/escape-html.ts";

/** The page where somebody signs in, which on a portal is its login: one link per person who has an account. */
export function authorizePage(app: App, people: Person[], address: (person: Person) => string): string {
  const items = people.map(
    (person) =>
      `<li><a href="${escapeHtml(address(person))}">${escapeHtml(nameOf(person))}</a> <small>${person.role}</small></li>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Sign in · Вход</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:3rem auto;padding:0 1rem;color-scheme:light dark}</style>
</head><body>
<h1>Sign in · Вход</h1>
<p><b>${escapeHtml(app.name)}</b> asks for / запрашивает: ${escapeHtml(app.scopes.join(", "))}.</p>
<p>Who are you? · Кто вы?</p>
<ul>${items.join("")}</ul>
</body></html>`;
}

/** What a portal shows instead of going back to an application that it does not know. */
export function refusalPage(reason: string): string {
  return `<!doctype html><meta charset="utf-8"><title>Error</title><h1>Error</h1><p>${escapeHtml(reason)}</p>`;
}

import "./styles.css";

import { CSPProvider } from "@botdeck/ui";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { loadMessages, preferredLocale } from "./i18n/locale.ts";
import { LocaleProvider } from "./i18n/locale-provider.tsx";
import { buildRouter } from "./router.tsx";
import { createApi, TRPCProvider } from "./trpc.ts";

const locale = preferredLocale();
const initial = { locale, messages: await loadMessages(locale) };
document.documentElement.lang = locale;
const api = createApi();
const router = buildRouter(api);
const root = document.querySelector("#root");
if (root === null) throw new TypeError("index.html has no #root");

createRoot(root).render(
  <StrictMode>
    {/* The content security policy forbids the style elements that some components would add. */}
    <CSPProvider disableStyleElements>
      <LocaleProvider initial={initial}>
        <QueryClientProvider client={api.queryClient}>
          <TRPCProvider trpcClient={api.client} queryClient={api.queryClient}>
            <RouterProvider router={router} />
          </TRPCProvider>
        </QueryClientProvider>
      </LocaleProvider>
    </CSPProvider>
  </StrictMode>,
);

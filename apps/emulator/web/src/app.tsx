import { ToastProvider } from "@botdeck/ui";
import { useEffect, useMemo } from "react";
import { IntlProvider } from "use-intl";
import type { EmulatorApi } from "./api/emulator-api.ts";
import type { en } from "./i18n/en.ts";
import { catalogs, useLanguage } from "./i18n/language.ts";
import type { ChangeStream } from "./live/change-stream.ts";
import { PortalContext } from "./live/portal-context.ts";
import { Shell } from "./shell/shell.tsx";

const TIME_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function App({ api, changes }: { api: EmulatorApi; changes: ChangeStream }) {
  const portal = useMemo(() => ({ api, changes }), [api, changes]);
  const { language, choose } = useLanguage();
  // safe: Catalog has every key of en; only the letters differ.
  const messages = catalogs[language] as typeof en;
  const { app } = messages;
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${app.name} · ${app.room}`;
  }, [language, app]);

  return (
    <IntlProvider locale={language} messages={messages} timeZone={TIME_ZONE}>
      <ToastProvider closeLabel={app.close} corner="top">
        <PortalContext value={portal}>
          <Shell onChooseLanguage={choose} />
        </PortalContext>
      </ToastProvider>
    </IntlProvider>
  );
}

import { TextCell } from "./text-cell.tsx";
import type { BotText } from "./match-texts.ts";

const LANGUAGES = ["en", "ru"] as const;

/** One text in every language, side by side where there is room. */
export function TextRow({ botId, text, mayEdit }: { botId: string; text: BotText; mayEdit: boolean }) {
  return (
    <li data-text={text.key} className="py-3">
      <h3 className="mb-1.5 font-mono text-sm wrap-anywhere text-ink-muted">{text.key}</h3>
      <div className="grid gap-x-6 gap-y-3 lg:grid-cols-2">
        {LANGUAGES.map((language) => (
          <TextCell key={language} botId={botId} text={text} language={language} mayEdit={mayEdit} />
        ))}
      </div>
    </li>
  );
}

import { inOwnLetters } from "@botdeck/dialog/dialogs";

/** Why a product comes back. */
export type ReturnReason = "broken" | "wrong" | "disliked";

const REASONS: readonly (readonly [ReturnReason, RegExp])[] = [
  [
    "broken",
    /(?<!\p{L})(?:broke\p{L}*|defect\p{L}*|damag\p{L}*|crack\p{L}*|scratch\p{L}*|faulty|dead|leak\p{L}*|smash\p{L}*|torn|does ?n[o']?t (?:work|turn|switch|charge|heat|start)\p{L}*|stopped working|burn\p{L}*|overheat\p{L}*|noisy|noise|smell\p{L}*|spark\p{L}*|rattl\p{L}*|wobbl\p{L}*|malfunction\p{L}*|won't (?:turn|switch|start|work)|not working|сломал\p{L}*|слома\p{L}*|брак\p{L}*|дефект\p{L}*|поврежд\p{L}*|разбит\p{L}*|треснул\p{L}*|трещин\p{L}*|царапин\p{L}*|поцарапа\p{L}*|не работа\p{L}*|не включа\p{L}*|не греет|не заряж\p{L}*|протека\p{L}*|течет|течёт|мят\p{L}*|помят\p{L}*|порван\p{L}*|неисправ\p{L}*|бит\p{L}{1,3}|скол\p{L}*|умер\p{L}*|сгорел\p{L}*|дым\p{L}*|искр\p{L}*|пахнет|воня\p{L}*|горел\p{L}*|шумит|гремит|перегрева\p{L}*|заеда\p{L}*|вр[её]т|врут)(?!\p{L})/iu,
  ],
  [
    "wrong",
    /(?<!\p{L})(?:wrong (?:item|size|colou?r|model|product|one|thing)|not what i ordered|different (?:item|colou?r|model|size|one)|mixed up|another (?:model|colou?r|size)|sent me (?:the )?(?:wrong|another)|не т(?:от|а|о|у|е)(?!\p{L})|не тот|не подош\p{L}*|перепутали|друг\p{L}{2,3} (?:цвет\p{L}*|размер\p{L}*|модел\p{L}*|товар\p{L}*)|не мой размер|размер\p{L}* не|цвет\p{L}* не|прислали друг\p{L}*|не заказывал\p{L}*)/iu,
  ],
  [
    "disliked",
    /(?<!\p{L})(?:did ?n[o']?t like|do ?n[o']?t like|dislike\p{L}*|changed my mind|do ?n[o']?t need|no longer need|не понравил\p{L}*|не нравит\p{L}*|передумал\p{L}*|не нуж\p{L}*|разонравил\p{L}*)(?!\p{L})/iu,
  ],
];

/** The reason that words give by themselves, or null: then it has to be asked. */
export function reasonIn(text: string): ReturnReason | null {
  const words = inOwnLetters(text);
  return REASONS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

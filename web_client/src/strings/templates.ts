/** Words of the pages about note formats, in the first language of the browser that there are words in. */

import { templates as en, type TemplateStrings } from "./en-templates";
import { templates as es } from "./es-templates";
import { words as clientWords } from "./clients";

export type { TemplateStrings };

const KNOWN: Record<string, TemplateStrings> = { en, es };

/** As the pages about clients: one rule chooses the language of both. */
export const words: TemplateStrings = KNOWN[clientWords.locale] ?? en;

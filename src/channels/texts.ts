import type { Language } from "../answering/answer.ts";
import type { AppErrorCode } from "../shared/app-error.ts";
import { loadTexts } from "../shared/load-texts.ts";

/**
 * The sentences that channels say themselves, from `texts/*.ftl`; what the assistant says comes with its answers.
 */
export interface Texts {
  readonly welcome: string;
  readonly help: string;
  readonly terminalHelp: string;
  readonly commands: Readonly<Record<"start" | "diaban" | "trogiup" | "help", string>>;
  readonly unknownCommand: string;
  readonly chooseLocality: (current: string | null) => string;
  readonly chooseLocalityInTerminal: string;
  readonly noLocalities: string;
  readonly noSuchLocality: (wanted: string) => string;
  readonly localitySet: (name: string) => string;
  readonly localityCleared: string;
  readonly clearLocality: string;
  readonly previousPage: string;
  readonly nextPage: string;
  readonly staleButton: string;
  readonly textOnly: string;
  readonly internalError: string;
  readonly sources: string;
  readonly draft: string;
  readonly replaced: string;
  readonly documentNumber: (number: string) => string;
  readonly page: (page: number) => string;
  readonly mayAsk: string;
  readonly goodbye: string;
  /** Above the details of an error, which are for the person who runs the program. */
  readonly error: (code: AppErrorCode) => string;
}

/** Reads the sentences of one language; throws where one is missing, which a test would see first. */
function readTexts(language: Language): Texts {
  const say = loadTexts(new URL("./texts/", import.meta.url), language);
  return {
    welcome: say("welcome"),
    help: say("help"),
    terminalHelp: say("terminal-help"),
    commands: {
      start: say("command-start"),
      diaban: say("command-diaban"),
      trogiup: say("command-trogiup"),
      help: say("command-help"),
    },
    unknownCommand: say("unknown-command"),
    chooseLocality: (current) =>
      current === null ? say("choose-locality") : say("change-locality", { current }),
    chooseLocalityInTerminal: say("choose-locality-in-terminal"),
    noLocalities: say("no-localities"),
    noSuchLocality: (wanted) => say("no-such-locality", { wanted }),
    localitySet: (name) => say("locality-set", { name }),
    localityCleared: say("locality-cleared"),
    clearLocality: say("clear-locality"),
    previousPage: say("previous-page"),
    nextPage: say("next-page"),
    staleButton: say("stale-button"),
    textOnly: say("text-only"),
    internalError: say("internal-error"),
    sources: say("sources"),
    draft: say("draft"),
    replaced: say("replaced"),
    documentNumber: (number) => say("document-number", { number }),
    page: (page) => say("page", { page: String(page) }),
    mayAsk: say("may-ask"),
    goodbye: say("goodbye"),
    error: (code) => say(`error-${code}`),
  };
}

const tables: Readonly<Record<Language, Texts>> = { vi: readTexts("vi"), en: readTexts("en") };

export function textsFor(language: Language): Texts {
  return tables[language];
}

/** English for people whose client is set to English; Vietnamese for everybody else. */
export function languageOf(code: string | undefined): Language {
  return code !== undefined && /^en\b/i.test(code) ? "en" : "vi";
}

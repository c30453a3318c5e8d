import type { Api } from "grammy";
import type { Logger } from "../../shared/logger.ts";
import { textsFor } from "../texts.ts";
import { describeFailure } from "./describe-failure.ts";

const COMMANDS = ["start", "diaban", "trogiup", "help"] as const;

/** The menu of commands, in Vietnamese for everybody and in English for English clients. The bot works without. */
export async function publishCommands(api: Api, logger: Logger): Promise<void> {
  for (const language of ["vi", "en"] as const) {
    const { commands } = textsFor(language);
    const list = COMMANDS.map((command) => ({ command, description: commands[command] }));
    try {
      await api.setMyCommands(list, language === "en" ? { language_code: "en" } : {});
    } catch (error) {
      logger.warn("commands-not-published", { failure: describeFailure(error) });
    }
  }
}
